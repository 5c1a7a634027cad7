"""What a report tells of corrections, to the public and to the owner of the data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

import pytest

from pasar_nb.contract.correction import Correction
from pasar_nb.contract.tables import TABLES
from pasar_nb.page.corrections import corrections_told, in_words
from pasar_nb.vocabulary import HOUSEHOLD_ID


def correction(table: str, key: Mapping[str, str], column: str, **options: str) -> Correction:
    values = {"wrong": "4", "right": "5", "reason": "Salah salin", "decided_by": "Bappeda", **options}
    return Correction(
        table=table, key=key, column=column, day=date(2026, 1, 15), file="koreksi.csv", at=2, row=7, **values
    )


CRITERION = correction("kriteria", {"kriteria": "k1"}, "bobot")


def test_a_correction_of_what_nobody_stands_behind_is_told_in_full() -> None:
    (told,) = corrections_told([CRITERION], "public")
    assert told == {
        "table": "kriteria",
        "column": "bobot",
        "row": "kriteria=k1",
        "wrong": "4",
        "right": "5",
        "reason": "Salah salin",
        "date": "2026-01-15",
        "count": 1,
    }
    assert in_words(told) == "kriteria=k1: 4 → 5. Salah salin"


class Incomparable(Correction):
    """A correction that must not be compared with others: with thousands of them that takes seconds."""

    def __eq__(self, other: object) -> bool:
        raise AssertionError(f"{self} was compared with {other}")

    __hash__ = Correction.__hash__


def test_each_correction_is_judged_by_itself() -> None:
    listed = [Incomparable(*(getattr(one, name) for name in one.__slots__)) for one in (CRITERION,) * 3]
    assert len(corrections_told(listed, "public")) == 3


def test_an_empty_value_is_told_as_a_dash() -> None:
    (told,) = corrections_told([correction("kriteria", {"kriteria": "k1"}, "bobot", right="")], "public")
    assert in_words(told) == "kriteria=k1: 4 → —. Salah salin"


@pytest.mark.parametrize(
    "table",
    [
        "rumah_tangga",
        "survei",
        "pendampingan",
        "umpan_balik",
        "skor",
        "perbandingan",
        "mitra",
        "mitra_survei",
    ],
)
def test_the_public_reads_of_persons_and_firms_only_how_many_rows_were_corrected(table: str) -> None:
    column = TABLES[table].columns[-1].name
    rows = [
        correction(table, dict.fromkeys(TABLES[table].key or ("tanggal",), f"isi-{at}"), column)
        for at in range(3)
    ]
    other = correction(table, rows[0].key, column, reason="Satuan keliru")
    assert corrections_told([*rows, other], "public") == [
        {"table": table, "column": column, "reason": "Salah salin", "count": 3},
        {"table": table, "column": column, "reason": "Satuan keliru", "count": 1},
    ]
    assert in_words(corrections_told(rows, "public")[0]) == "3 × Salah salin"


@pytest.mark.parametrize("table", [one.name for one in TABLES.values() if HOUSEHOLD_ID in one.required])
def test_no_table_of_households_is_told_singly_to_the_public(table: str) -> None:
    told = corrections_told([correction(table, {HOUSEHOLD_ID: "RT-0001"}, "tanggal")], "public")
    assert "row" not in told[0]


def test_who_is_responsible_for_an_indicator_is_hidden_from_everybody() -> None:
    name = {"wrong": "Siti Aminah", "right": "Budi Santoso"}
    one = correction("indikator", {"indikator": "n1"}, "penanggung_jawab", **name)
    for told in (corrections_told([one], "public"), corrections_told([one], "internal")):
        assert (told[0]["row"], told[0]["wrong"], told[0]["right"]) == ("indikator=n1", "•••", "•••")


def test_the_owner_reads_every_correction_with_households_masked_and_raters_hidden() -> None:
    household = correction("survei", {"id_rt": "RT-0014", "gelombang": "1"}, "pendapatan_rt")
    of_rater = correction("skor", {"komoditas": "kopi", "kriteria": "k1", "penilai": "Siti Aminah"}, "skor")
    told = corrections_told([household, of_rater, CRITERION], "internal")
    assert [one["row"] for one in told] == [
        "id_rt=RT•••••; gelombang=1",
        "komoditas=kopi; kriteria=k1; penilai=•••",
        "kriteria=k1",
    ]
    assert {one["decided_by"] for one in told} == {"Bappeda"}
    assert "decided_by" not in json.dumps(corrections_told([household, of_rater, CRITERION], "public"))
