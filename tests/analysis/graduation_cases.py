"""Small districts on their way out of poverty, written as text tables."""

from __future__ import annotations

import io

import pandas as pd

from pasar_nb.analysis import graduation
from pasar_nb.contract.tables import TABLES

POOR_LINE, WAGE = 400_000, 2_000_000  # of 2023
REFERENCES = f"""
tahun garis_kemiskinan umk
2023  {POOR_LINE}      {WAGE}
2024  450000           2200000
2025  500000           2400000
"""
PATH = """
kriteria   variabel            operator ambang  acuan                  tingkat   wajib
belanja    belanja_per_kapita  >=       1       kali_garis_kemiskinan  rentan    ya
belanja    belanja_per_kapita  >=       1.5     kali_garis_kemiskinan  menengah  ya
pembeli    pembelian_berulang  ya       1       nilai                  menengah  tidak
pendapatan pendapatan_rt       >=       1       kali_umk               stabil    ya
"""
SPENDING = (
    *("belanja_makanan", "belanja_pendidikan_kesehatan", "belanja_transport_komunikasi"),
    *("belanja_rumah", "belanja_transfer", "belanja_lain"),
)


def text_table(text: str) -> pd.DataFrame:
    """Read a table; a dash is a value that is not there."""
    return pd.read_csv(io.StringIO(text.strip()), sep=r"\s+", na_values=["-"])


def empty(name: str) -> pd.DataFrame:
    return pd.DataFrame(columns=[column.name for column in TABLES[name].columns])


def criteria(text: str = PATH) -> pd.DataFrame:
    given = text_table(text)
    return given.assign(nama=given["kriteria"], wajib=given["wajib"].eq("ya").astype("boolean"))


def survey(text: str) -> pd.DataFrame:
    """Columns id, wave, and if need be day, members, belanja (per head) and any column of the survey."""
    return arranged(text_table(text))


def arranged(rows: pd.DataFrame) -> pd.DataFrame:
    """Make a table `survei` of rows with the columns that `survey` reads."""
    given = rows.rename(columns={"id": "id_rt", "wave": "gelombang"})
    members = given.pop("members") if "members" in given else pd.Series(1, index=given.index)
    years = given["gelombang"].map({0: "2023-06-01", 1: "2024-06-01", 2: "2025-06-01"})
    spending = given.pop("belanja") * members if "belanja" in given else None
    full = given.assign(
        tanggal=pd.to_datetime(given.pop("day") if "day" in given else years), jumlah_anggota=members
    )
    if spending is not None:
        full = full.assign(**dict.fromkeys(SPENDING, 0.0)).assign(belanja_makanan=spending)
    return full.reindex(columns=list(dict.fromkeys([*empty("survei").columns, *full.columns])))


def homes(ids: list[str], **columns: object) -> pd.DataFrame:
    return empty("rumah_tangga").reindex(range(len(ids))).assign(id_rt=ids, **columns)


def contacts(text: str = "id_rt tanggal hadir") -> pd.DataFrame:
    given = text_table(text)
    return given.assign(jenis="intensif", hadir=given["hadir"].eq("ya").astype("boolean"))


def assess(surveyed: pd.DataFrame, **tables: object) -> graduation.Graduation:
    """Assess participants; every table but the survey has a default."""
    ids = sorted(surveyed["id_rt"].unique())
    given = {
        "criteria": criteria(),
        "homes": homes(ids),
        "acuan": text_table(REFERENCES),
        "ihk": empty("ihk"),
        "contacts": contacts(),
    } | tables
    return graduation.assess(given.pop("criteria"), surveyed, given.pop("homes"), **given)


def counts(result: graduation.Graduation, wave: int = 0, group: str = "peserta") -> dict[str, int]:
    """Households by level, without the empty ones."""
    table = result.levels.table
    there = table[(table["group"] == group) & (table["wave"] == wave) & (table["households"] > 0)]
    return {str(level): int(count) for level, count in zip(there["level"], there["households"], strict=True)}


KNOWN = "Z 0 100000 100000 tidak"  # a household whose level is always known: poor


def level_of(row: str, **tables: object) -> str:
    """Level of one household at baseline; `row` holds belanja, pendapatan_rt and pembelian_berulang."""
    surveyed = survey(f"id wave belanja pendapatan_rt pembelian_berulang\n{KNOWN}\nA 0 {row}")
    answers = surveyed["pembelian_berulang"].map({"ya": True, "tidak": False}).astype("boolean")
    found = counts(assess(surveyed.assign(pembelian_berulang=answers), **tables))
    found["miskin"] -= 1
    (level,) = (level for level, count in found.items() if count)
    return level
