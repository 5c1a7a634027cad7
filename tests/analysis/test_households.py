"""Derived measures, traits and matched waves of households."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from change_cases import panel

from pasar_nb.analysis import households
from pasar_nb.contract.tables.households import DERIVED_MEASURES
from pasar_nb.contract.tables.surveys import SURVEI
from pasar_nb.vocabulary import MEASURES

SPENT = {
    "belanja_makanan": 600.0,
    "belanja_pendidikan_kesehatan": 100.0,
    "belanja_transport_komunikasi": 80.0,
    "belanja_rumah": 120.0,
    "belanja_transfer": 50.0,
    "belanja_lain": 50.0,
}


def one(**answers: object) -> pd.Series:
    survey = pd.DataFrame(
        [{"id_rt": "RT-1", "gelombang": 0, "tanggal": pd.Timestamp("2024-01-01"), **answers}]
    )
    return households.with_measures(survey).iloc[0]


def test_spending_income_and_assets_are_summed_and_shared() -> None:
    found = one(**SPENT, jumlah_anggota=4, pendapatan_rt=2_000.0, aset_produksi=300.0, aset_lain=700.0)
    assert found["belanja_total"] == 1_000.0
    assert found["belanja_per_kapita"] == 250.0
    assert found["pendapatan_per_kapita"] == 500.0
    assert found["aset_total"] == 1_000.0


@pytest.mark.parametrize("part", SPENT)
def test_a_part_that_was_not_answered_is_not_nought(part: str) -> None:
    assert pd.isna(one(**{**SPENT, part: np.nan})["belanja_total"])


def test_parts_that_nobody_was_asked_about_are_not_nought_either() -> None:
    assert pd.isna(one(belanja_makanan=600.0)["belanja_total"])
    assert pd.isna(one(aset_produksi=600.0)["aset_total"])


def test_nothing_is_shared_among_nobody() -> None:
    assert pd.isna(one(**SPENT, jumlah_anggota=0)["belanja_per_kapita"])
    assert pd.isna(one(**SPENT)["belanja_per_kapita"])


def test_every_measure_of_the_contract_is_derived_and_named() -> None:
    assert set(DERIVED_MEASURES) <= set(one().index)
    assert set(DERIVED_MEASURES) <= set(MEASURES)


def test_every_number_of_the_survey_has_a_label_and_a_unit() -> None:
    kinds = {"money": "money", "yes_no": "share", "integer": "number", "number": "number"}
    keys = {"gelombang"}
    for column in SURVEI.columns:
        if column.kind in kinds and column.name not in keys:
            assert MEASURES[column.name][2] == kinds[column.kind], column.name


def test_a_household_takes_part_unless_something_else_is_said() -> None:
    homes, survey = panel([1.0, 2.0, 3.0], [1.0, 2.0, 3.0])
    homes["studi"] = pd.Series(["pembanding", None, "peserta"], dtype="str")
    known = households.with_traits(survey, homes)
    assert list(known["studi"][:3]) == ["pembanding", "peserta", "peserta"]
    assert list(households.with_traits(survey, homes.drop(columns="studi"))["studi"].unique()) == ["peserta"]


def test_only_households_of_both_waves_are_matched() -> None:
    homes, survey = panel([10.0, 20.0, np.nan], [11.0, np.nan, 33.0])
    pairs = households.pair_waves(survey, homes, "pendapatan_rt", last=1)
    assert list(pairs["id_rt"]) == ["RT-00000"]
    assert (pairs["before"][0], pairs["after"][0]) == (10.0, 11.0)
    assert (pairs["month_before"][0], pairs["month_after"][0]) == ("2024-01", "2025-01")


def test_the_last_wave_is_the_last_that_was_answered() -> None:
    homes, survey = panel([1.0, 2.0], [3.0, 4.0])
    later = survey.iloc[[0]].assign(gelombang=2, pendapatan_rt=np.nan)
    assert households.last_wave(pd.concat([survey, later]), homes, "pendapatan_rt") == 1
    assert households.last_wave(survey, homes, "tabungan") is None


def test_yes_and_no_are_numbers_and_words_are_not() -> None:
    survey = pd.DataFrame({"a": pd.array([True, False, None], dtype="boolean"), "b": ["x", "y", "z"]})
    assert list(households.values_of(survey, "a")[:2]) == [1.0, 0.0]
    assert households.values_of(survey, "a").isna().sum() == 1
    assert households.values_of(survey, "b").isna().all()
