"""What the survey measured: which questions count, how they are answered, and what they are called."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from pasar_nb.analysis.households import with_measures
from pasar_nb.analysis.measures import Measure, measures_of
from pasar_nb.vocabulary import CATEGORY_LABELS, MEASURES, MEASURES_OF_THEMES, THEME_LABELS

VARIABLES = ["variabel", "nama", "satuan", "jenis", "arah", "tema"]


def variables(*rows: tuple[Any, ...]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=VARIABLES)


def found(survey: pd.DataFrame, declared: pd.DataFrame | None = None) -> dict[str, Measure]:
    every = measures_of(with_measures(survey), variables() if declared is None else declared)
    assert len({one.name for one in every}) == len(every)
    return {one.name: one for one in every}


def test_only_questions_with_an_answer_count() -> None:
    survey = pd.DataFrame(
        {"jam_kerja": [4.0, np.nan], "tabungan": [np.nan, np.nan], "jumlah_pekerja": [0, 0]}
    )
    assert list(found(survey)) == ["jam_kerja", "jumlah_pekerja"]


def test_an_absent_survey_measures_nothing() -> None:
    assert found(pd.DataFrame()) == {}


def test_a_derived_measure_needs_all_its_parts() -> None:
    income = pd.DataFrame({"pendapatan_rt": [1_000.0, 2_000.0]})
    assert list(found(income)) == ["pendapatan_rt"]
    assert "pendapatan_per_kapita" in found(income.assign(jumlah_anggota=[4, 5]))


@pytest.mark.parametrize(
    ("name", "form", "theme", "money"),
    [
        ("pendapatan_rt", "number", "pendapatan_konsumsi", True),
        ("jam_kerja", "number", "tenaga_kerja", False),
        ("produk_keuangan", "yes_no", "akses_partisipasi", False),
        ("persepsi_kemampuan", "scale", "persepsi", False),
        ("pasar_utama", "category", "kinerja_usaha", False),
        ("harga_jual", "number", "kinerja_usaha", True),
    ],
)
def test_each_question_has_its_form_theme_and_money(name: str, form: str, theme: str, money: bool) -> None:
    survey = pd.DataFrame({name: ["desa"] if form == "category" else [1]})
    one = found(survey)[name]
    assert (one.form, one.theme, one.money) == (form, theme, money)
    assert one.label == (CATEGORY_LABELS[name] if form == "category" else MEASURES[name][0])


def test_every_question_of_the_six_themes_has_a_label() -> None:
    assert set(MEASURES_OF_THEMES) == set(THEME_LABELS)
    named = [name for names in MEASURES_OF_THEMES.values() for name in names]
    assert len(named) == len(set(named))
    assert set(named) <= set(MEASURES) | set(CATEGORY_LABELS)


def test_a_districts_own_question_stands_last_in_its_theme_or_last_of_all() -> None:
    survey = pd.DataFrame({"jam_kerja": [4.0], "panen": [2.0], "gotong_royong": [1], "produksi": [3.0]})
    own = variables(
        ("gotong_royong", "Ikut gotong royong", None, "ya_tidak", "naik", None),
        ("panen", "Kali panen", "kali", "angka", "naik", "tenaga_kerja"),
    )
    every = found(survey, own)
    assert list(every) == ["jam_kerja", "panen", "produksi", "gotong_royong"]
    assert every["panen"].direction == "naik"
    assert (every["gotong_royong"].form, every["gotong_royong"].theme) == ("yes_no", None)
    assert str(every["gotong_royong"].unit) == "bagian rumah tangga"


def test_an_older_table_without_themes_is_read() -> None:
    own = variables(("panen", "Kali panen", "kali", "angka", None, None)).drop(columns="tema")
    one = found(pd.DataFrame({"panen": [2.0]}), own)["panen"]
    assert (one.theme, one.direction, str(one.unit)) == (None, None, "kali")


def test_an_own_amount_is_money_only_in_units_that_prices_deflate() -> None:
    survey = pd.DataFrame({"upah": [1.0], "biaya": [1.0]})
    own = variables(
        ("upah", "Upah", "Rp/jam", "angka", None, None), ("biaya", "Biaya", "Rp/bulan", "angka", None, None)
    )
    every = found(survey, own)
    assert (every["upah"].money, every["biaya"].money) == (False, True)


def test_a_standard_question_declared_again_is_told_once_and_in_its_own_words() -> None:
    own = variables(("pendapatan_rt", "Uang", "Rp", "angka", None, "persepsi"))
    one = found(pd.DataFrame({"pendapatan_rt": [1.0]}), own)["pendapatan_rt"]
    assert one.theme == "pendapatan_konsumsi"


def test_an_own_question_without_a_name_for_people_is_read_from_its_column() -> None:
    one = found(
        pd.DataFrame({"luas_lahan": [1.0]}), variables(("luas_lahan", None, "ha", "angka", None, None))
    )
    assert str(one["luas_lahan"].label) == "Luas lahan"


def test_hostile_names_stay_text() -> None:
    hostile = "<b>{x}</b> {0}"
    own = variables(("panen", hostile, hostile, "angka", None, None))
    one = found(pd.DataFrame({"panen": [1.0]}), own)["panen"]
    assert (str(one.label), str(one.unit)) == (hostile, hostile)
