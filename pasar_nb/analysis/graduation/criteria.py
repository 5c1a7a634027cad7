"""The criteria of graduation: what each compares, with which threshold, and whether a household meets it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from pasar_nb.analysis.graduation.results import Criteria, Unjudged
from pasar_nb.analysis.households import values_of
from pasar_nb.analysis.prices import splice
from pasar_nb.analysis.rows import as_rows
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import GRADUATION_LEVEL_LABELS, POOR

REFERENCES = {"kali_garis_kemiskinan": "garis_kemiskinan", "kali_umk": "umk"}
FIXED = "nilai"  # a threshold that refers to nothing else
PER_HEAD = frozenset({"belanja_per_kapita", "pendapatan_per_kapita"})
OF_HOUSEHOLD = frozenset(
    {
        *("pendapatan_rt", "pendapatan_usaha", "belanja_total", "belanja_makanan", "belanja_rumah"),
        *("belanja_pendidikan_kesehatan", "belanja_transport_komunikasi", "belanja_transfer"),
        *("belanja_lain", "tabungan", "aset_produksi", "aset_lain", "aset_total", "nilai_jual"),
    }
)
_TOLERANCE = 1e-9  # 1.1 x 460,000 is a hair above 506,000 in binary; whoever has 506,000 meets it


def read_criteria(criteria: pd.DataFrame) -> pd.DataFrame:
    """Put the criteria in the order of the path, with every reference filled.

    Parameters
    ----------
    criteria
        Table `kriteria_graduasi` of the contract. It is not changed.
    """
    order = {level: place for place, level in enumerate(GRADUATION_LEVEL_LABELS)}
    known = criteria[criteria["tingkat"].isin(set(GRADUATION_LEVEL_LABELS) - {POOR})]
    filled = known.assign(
        acuan=known["acuan"].astype("object").fillna(FIXED),
        wajib=known["wajib"].astype("boolean").fillna(value=False).astype("bool"),
        ambang=known["ambang"].astype("float64"),
    )
    filled = filled.assign(
        per_member=filled["acuan"].eq("kali_garis_kemiskinan") & ~filled["variabel"].isin(PER_HEAD)
    )
    return filled.sort_values("tingkat", key=lambda level: level.map(order), kind="stable").reset_index(
        drop=True
    )


def judge(table: pd.DataFrame, survey: pd.DataFrame, acuan: pd.DataFrame) -> pd.DataFrame:
    """Tell for every interview which criteria are met.

    Parameters
    ----------
    table
        From `read_criteria`.
    survey
        Table `survei` with the derived measures.
    acuan
        Table `acuan` of the contract.

    Returns
    -------
    DataFrame
        Interviews by criteria (columns: positions in `table`): 1 met, 0 not met, missing where the value or
        its threshold is not known. Both are of the same time, so that neither is deflated: the poverty line
        and the minimum wage are those of the year of the interview.
    """
    met = {place: _met(row, survey, acuan) for place, row in enumerate(as_rows(table))}
    return pd.DataFrame(met, index=survey.index, dtype="float64")


def describe(
    table: pd.DataFrame, met: pd.DataFrame, survey: pd.DataFrame, acuan: pd.DataFrame, ihk: pd.DataFrame
) -> Criteria:
    """Tell how far the path can be judged, with which thresholds, and what stands in the way.

    Parameters
    ----------
    table, met, survey, acuan
        As in `judge`, and what it gave.
    ihk
        Table `ihk` of the contract, for what prices do to thresholds that stay as they are.
    """
    unjudged = [int(place) for place in np.flatnonzero(met.isna().all())]
    path, undefined, beyond = _path(table, unjudged)
    days = pd.to_datetime(survey["tanggal"]).dropna()
    year = None if days.empty else int(days.max().year)
    fixed = table[table["acuan"].eq(FIXED) & table["variabel"].isin(PER_HEAD | OF_HOUSEHOLD)]
    return Criteria(
        path=path,
        undefined=undefined,
        beyond=beyond,
        unjudged=tuple(
            _unjudged(row, survey) for place, row in enumerate(as_rows(table)) if place in unjudged
        ),
        year=year,
        without_reference=_years_without(table, days, acuan),
        fixed=tuple(dict.fromkeys(fixed["nama"])),
        inflation=None if fixed.empty or survey["gelombang"].nunique() < 2 else _inflation(ihk, days),
        table=table.assign(threshold=_thresholds_of(table, acuan, year)),
    )


def required(table: pd.DataFrame, levels: Sequence[str]) -> list[int]:
    """List the obligatory criteria of some levels, as positions in the table."""
    return [int(place) for place in table.index[table["wajib"] & table["tingkat"].isin(set(levels))]]


def _met(row: dict[str, object], survey: pd.DataFrame, acuan: pd.DataFrame) -> pd.Series[float]:
    values = values_of(survey, str(row["variabel"]))
    if row["operator"] == "ya":
        # A number is no answer to a question of yes or no.
        return values.where(values.isin([0.0, 1.0]))
    threshold = _thresholds(row, survey, acuan)
    slack = _TOLERANCE * threshold.abs()
    holds = {
        ">=": values >= threshold - slack,
        "<=": values <= threshold + slack,
        "=": (values - threshold).abs() <= slack,
    }[str(row["operator"])]
    return holds.astype("float64").where(values.notna() & threshold.notna())


def _thresholds(row: dict[str, object], survey: pd.DataFrame, acuan: pd.DataFrame) -> pd.Series[float]:
    factor = float(str(row["ambang"]))
    if row["acuan"] == FIXED:
        return pd.Series(factor, index=survey.index)
    if row["variabel"] not in PER_HEAD | OF_HOUSEHOLD:
        return pd.Series(np.nan, index=survey.index)  # nothing in rupiah to compare with
    years = pd.to_datetime(survey["tanggal"]).dt.year
    threshold = factor * years.map(_by_year(acuan, REFERENCES[str(row["acuan"])])).astype("float64")
    return threshold * values_of(survey, "jumlah_anggota") if row["per_member"] else threshold


def _by_year(acuan: pd.DataFrame, reference: str) -> pd.Series[float]:
    known = acuan.dropna(subset=["tahun", reference]).drop_duplicates("tahun", keep="last")
    return known.set_index(known["tahun"].astype("int64"))[reference].astype("float64")


def _thresholds_of(table: pd.DataFrame, acuan: pd.DataFrame, year: int | None) -> list[float]:
    """Give what each criterion compares with in a year; per member where the line is multiplied."""
    found = []
    for operator, factor, reference in zip(table["operator"], table["ambang"], table["acuan"], strict=True):
        if operator == "ya":
            found.append(np.nan)
        elif reference == FIXED:
            found.append(float(factor))
        else:
            found.append(float(factor) * float(_by_year(acuan, REFERENCES[reference]).get(year, np.nan)))
    return found


def _path(
    table: pd.DataFrame, unjudged: list[int]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Follow the levels up to the first with an obligatory criterion that cannot be judged."""
    asked = [level for level in GRADUATION_LEVEL_LABELS if required(table, [level])]
    undefined = tuple(level for level in GRADUATION_LEVEL_LABELS if level != POOR and level not in asked)
    for place, level in enumerate(asked):
        if set(required(table, [level])) & set(unjudged):
            return tuple(asked[:place]), undefined, tuple(asked[place:])
    return tuple(asked), undefined, ()


def _unjudged(row: dict[str, object], survey: pd.DataFrame) -> Unjudged:
    return Unjudged(required=bool(row["wajib"]), reason=_why(row, survey))


def _why(row: dict[str, object], survey: pd.DataFrame) -> Message:
    name, variable = str(row["nama"]), str(row["variabel"])
    if values_of(survey, variable).isna().all():
        return _(
            "Kriteria “{name}” tidak dapat dinilai: {variable} belum tercatat sebagai angka atau ya/tidak "
            "dalam survei.",
            name=name,
            variable=variable,
        )
    if row["operator"] == "ya":
        return _(
            "Kriteria “{name}” tidak dapat dinilai: operatornya ya, tetapi {variable} bukan kolom ya/tidak.",
            name=name,
            variable=variable,
        )
    if row["acuan"] != FIXED and variable not in PER_HEAD | OF_HOUSEHOLD:
        return _(
            "Kriteria “{name}” tidak dapat dinilai: ambangnya kelipatan garis kemiskinan atau UMK, tetapi "
            "{variable} bukan ukuran rupiah yang dapat dibandingkan dengannya; tuliskan ambangnya sebagai "
            "nilai.",
            name=name,
            variable=variable,
        )
    return _(
        "Kriteria “{name}” tidak dapat dinilai: garis kemiskinan, UMK, ambang, atau jumlah anggota rumah "
        "tangga yang diperlukan belum tercatat untuk tahun survei.",
        name=name,
    )


def _years_without(table: pd.DataFrame, days: pd.Series, acuan: pd.DataFrame) -> tuple[int, ...]:
    used = {REFERENCES[one] for one in table["acuan"] if one != FIXED}
    years = {int(year) for year in days.dt.year}
    told = [set(_by_year(acuan, reference).index) for reference in used]
    return tuple(sorted(year for year in years if any(year not in one for one in told)))


def _inflation(ihk: pd.DataFrame, days: pd.Series) -> float | NotEstimable:
    index = splice(ihk)
    if isinstance(index, NotEstimable):
        return index
    first, last = (day.strftime("%Y-%m") for day in (days.min(), days.max()))
    if first not in index.index or last not in index.index:
        return NotEstimable(_("Indeks harga tidak mencakup seluruh masa survei."))
    return float(index[last] / index[first] - 1)
