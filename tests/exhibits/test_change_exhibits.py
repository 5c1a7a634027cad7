"""What people are told and shown about the change of households."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import pytest
from causal_words import claims
from change_cases import assess, panel, price_index, two_arms
from exhibit_reading import shown

from pasar_nb.analysis.change import HouseholdChange, key_figures
from pasar_nb.disclosure import Released
from pasar_nb.figures import change as figures
from pasar_nb.figures.frame import ReportFigure
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message
from pasar_nb.page.bundles import bundles_of
from pasar_nb.prose import change as prose
from pasar_nb.tables import change as tables
from pasar_nb.tables.display import DisplayTable
from pasar_nb.tables.rendering import to_html, to_json, to_text

Shown = Released[HouseholdChange]
HOSTILE = "<img src=x onerror=alert(1)> {nilai} {0} {"
PRICES = price_index(("2024-01", 100.0, 2022), ("2025-01", 104.0, 2022))


def with_traits(homes: pd.DataFrame) -> pd.DataFrame:
    place = np.arange(len(homes))
    return homes.assign(
        jenis_kelamin_kk=np.where(place % 3 == 0, "P", "L"),
        disabilitas=pd.array(place % 8 == 0, dtype="boolean"),
        usia_kk=40 + place % 11,
        id_kelompok=[f"K{one // 8}" for one in place],
    )


@cache
def compared() -> HouseholdChange:
    homes, survey = two_arms(120, 30)
    return assess(with_traits(homes), survey, prices=PRICES)


@cache
def unclear() -> HouseholdChange:
    homes, survey = two_arms(0, 0)
    return assess(with_traits(homes), survey, prices=PRICES)


@cache
def fallen() -> HouseholdChange:
    return assess(*two_arms(-150, -20))


@cache
def apart() -> HouseholdChange:
    return assess(*two_arms(120, 30, apart=80))


@cache
def alone() -> HouseholdChange:
    before = np.linspace(900, 1_100, 24)
    return assess(*panel(before, before + np.resize([30.0, 60.0, 90.0], 24)))


@cache
def baseline_only() -> HouseholdChange:
    homes, survey = two_arms(0, 0)
    return assess(with_traits(homes), survey[survey["gelombang"] == 0])


@cache
def unnamed() -> HouseholdChange:
    return assess(*two_arms(0, 0), outcome=None)


@cache
def tiny() -> HouseholdChange:
    before = np.linspace(900, 1_100, 6)
    return assess(*panel(before, before + np.resize([30.0, 60.0, 90.0], 6)))


@cache
def hostile() -> HouseholdChange:
    homes, survey = two_arms(12, 3)
    survey = survey.rename(columns={"pendapatan_rt": "panen"})
    told = pd.DataFrame(
        [{"variabel": "panen", "nama": HOSTILE, "satuan": HOSTILE, "jenis": "angka", "arah": None}]
    )
    homes = homes.assign(id_kelompok=[f"{HOSTILE} {place // 8}" for place in range(len(homes))])
    return assess(homes, survey, outcome="panen", variables=told)


@cache
def yes_or_no() -> HouseholdChange:
    random = np.random.default_rng(2)
    before = (random.random(60) < 0.4).astype(float)
    after = (random.random(60) < 0.7).astype(float)
    return assess(*panel(before, after, column="produk_keuangan"), outcome="produk_keuangan")


@cache
def leaving() -> HouseholdChange:
    homes, survey = two_arms(120, 30, n=60)
    gone = homes["id_rt"].iloc[:26]
    kept = survey[~(survey["gelombang"].eq(1) & survey["id_rt"].isin(gone))]
    return assess(homes, kept)


CASES: dict[str, Callable[[], HouseholdChange]] = {
    one.__name__: one
    for one in (
        compared,
        unclear,
        fallen,
        apart,
        alone,
        baseline_only,
        unnamed,
        tiny,
        hostile,
        yes_or_no,
        leaving,
    )
}
every_case = pytest.mark.parametrize("make", CASES.values(), ids=CASES.keys())


def answers(module: Any, given: Any) -> list[tuple[str, object]]:
    """Call everything that a module of exhibits offers."""
    found = []
    for name in module.__all__:
        answer = getattr(module, name)(given)
        found += [(name, one) for one in (answer if isinstance(answer, tuple) else (answer,))]
    return found


def text(answer: object, language: str = "id") -> str:
    assert isinstance(answer, Message | NotEstimable), answer
    message = answer.reason if isinstance(answer, NotEstimable) else answer
    return message.text(language)  # type: ignore[arg-type]


def paired_words(make: Callable[[], HouseholdChange]) -> str:
    return text(prose.paired(shown(make())))


# Sentences


@every_case
@pytest.mark.parametrize("audience", ["public", "internal"])
def test_every_sentence_is_whole_and_names_no_cause(make: Callable, audience: str) -> None:
    for name, answer in answers(prose, shown(make(), audience)):
        said = text(answer)
        assert said.endswith("."), (name, said)
        assert "  " not in said
        plain = said.replace(HOSTILE, "")
        assert not {"nan", "None", "NaN", "<NA>", "inf", "True", "False"} & set(plain.split()), said
        assert not claims(plain, "id", compared=True), said


@every_case
def test_every_sentence_can_be_read_in_english(make: Callable) -> None:
    for _name, answer in answers(prose, shown(make(), language="en")):
        assert text(answer, "en").strip()


@every_case
def test_the_summary_has_two_or_three_sentences_each_with_its_n_or_a_reason(make: Callable) -> None:
    said = prose.summary(shown(make()))
    assert 2 <= len(said) <= 3
    for one in said:
        if isinstance(one, Message) and "selang 95%" in text(one):
            assert "n = " in text(one)


def test_a_comparison_says_by_how_much_more_participants_changed() -> None:
    said = text(prose.comparison(shown(compared())))
    assert "lebih tinggi daripada perubahan pembanding" in said
    assert "n = 40 rumah tangga peserta dan 40 pembanding" in said
    assert "hanya bila tanpa program kedua kelompok akan berubah sama besar" in said


def test_a_fall_is_called_a_fall() -> None:
    assert "turun rata-rata Rp1" in paired_words(fallen)
    assert "lebih rendah daripada perubahan pembanding" in text(prose.comparison(shown(fallen())))


def test_an_unclear_change_tells_how_large_it_would_have_had_to_be() -> None:
    first = prose.summary(shown(unclear()))[0]
    said = text(first)
    assert "Tidak terlihat perbedaan yang jelas" in said
    found = unclear().comparison
    assert not isinstance(found, NotEstimable)
    assert f"Rp{round(found.estimate.detectable)} atau lebih dengan peluang 80%" in said


def test_arms_too_far_apart_allow_no_claim() -> None:
    said = text(prose.comparison(shown(apart())))
    assert "tidak dipakai untuk menyimpulkan apa pun" in said
    assert "lebih tinggi daripada perubahan pembanding" not in said
    assert "bukan apa penyebabnya" in " ".join(text(one) for one in prose.limits(shown(apart())))


def test_without_comparison_the_report_says_changed_and_not_why() -> None:
    first, second, *_rest = prose.summary(shown(alone()))
    assert "naik rata-rata" in text(first)
    assert isinstance(second, NotEstimable)
    assert "Sampel kecil" in paired_words(alone)


def test_nominal_money_is_called_nominal_and_real_money_real() -> None:
    assert "rupiah nominal" in paired_words(alone)
    assert "rupiah Januari 2025" in paired_words(compared)
    assert "Dalam rupiah nominal" in text(prose.relative(shown(compared())))


def test_the_summary_tells_what_makes_the_finding_doubtful() -> None:
    first = text(prose.summary(shown(alone()))[0])
    assert "daya beli belum tentu berubah sebesar itu" in first
    assert "Sampel kecil" in first
    real = " ".join(text(one) for one in prose.summary(shown(compared())))
    assert "daya beli" not in real
    assert "Sampel kecil" not in real


def test_answers_missing_from_those_seen_again_count_as_lost_too() -> None:
    homes, survey = two_arms(120, 30, n=60)
    silent = homes.loc[homes["studi"] == "peserta", "id_rt"].iloc[:15]  # of 60
    survey.loc[survey["gelombang"].eq(1) & survey["id_rt"].isin(silent), "pendapatan_rt"] = float("nan")
    said = text(prose.attrition(shown(assess(homes, survey), "internal")))
    assert "Semua 120 rumah tangga survei awal ditemui lagi" in said
    assert "lebih dari 20% tidak dipakai dalam perhitungan: peserta 25,0%." in said
    assert "tidak dipakai dalam perhitungan" not in text(prose.attrition(shown(leaving(), "internal")))


def test_nobody_lost_is_told_as_all_seen_again() -> None:
    assert "Semua 24 rumah tangga survei awal ditemui lagi" in text(
        prose.attrition(shown(alone(), "internal"))
    )


def test_a_lost_fifth_is_told_with_its_share() -> None:
    said = text(prose.attrition(shown(leaving())))
    assert "Lebih dari 20%" in said
    assert "lebih besar di antara peserta" in said


def test_a_share_changes_by_percentage_points() -> None:
    assert "poin persen" in paired_words(yes_or_no)


def test_few_households_are_a_reason_without_their_number() -> None:
    said = paired_words(tiny)
    assert "Kurang dari 10" in said
    assert "6" not in said


# Figures and tables


@every_case
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_figure_can_be_drawn_and_read(make: Callable, language: str) -> None:
    for _name, figure in answers(figures, shown(make(), language=language)):
        if isinstance(figure, NotEstimable):
            continue
        assert isinstance(figure, ReportFigure)
        assert figure.title.text(language).endswith(".")  # type: ignore[arg-type]
        assert "n" in figure.note.text(language)  # type: ignore[arg-type]
        for bundle in bundles_of(figure, language):  # type: ignore[arg-type]
            read_as_markup = {form: one for form, one in bundle.data.items() if form != "text/plain"}
            assert "<img" not in json.dumps(read_as_markup, allow_nan=False)


@every_case
@pytest.mark.parametrize("audience", ["public", "internal"])
def test_every_table_can_be_shown_in_every_form(make: Callable, audience: str) -> None:
    names = set()
    for _name, table in answers(tables, shown(make(), audience)):
        if isinstance(table, NotEstimable):
            continue
        assert isinstance(table, DisplayTable)
        assert table.name not in names
        names.add(table.name)
        assert to_text(table, "id")
        assert "<img" not in to_html(table, "id")
        json.dumps(to_json(table, "id"), allow_nan=False)


def test_a_figure_shows_groups_of_ten_only() -> None:
    drawn = figures.changes(shown(compared()))
    assert isinstance(drawn, ReportFigure)
    axis = " ".join(drawn.drawing.layout.yaxis.ticktext)
    assert "disabilitas" not in axis.split("Tanpa anggota")[0]  # five of the participants
    assert "Selisih peserta" in axis


def test_published_files_keep_no_more_digits_than_they_show() -> None:
    table = tables.estimates(shown(compared()))
    assert isinstance(table, DisplayTable)
    amounts = [cell for row in to_json(table, "id")["rows"] for cell in row if isinstance(cell, float)]
    assert amounts
    assert all(amount == round(amount) for amount in amounts)


@every_case
def test_key_figures_are_plain_and_say_why_they_are_missing(make: Callable) -> None:
    found = key_figures(shown(make()).result)
    assert all(one is None or isinstance(one, str | int | float | bool | tuple) for one in found.values())
    assert (found["estimate"] is None) == bool(found["reason"])
    if found["estimate"] is not None:
        assert found["low"] <= found["estimate"] <= found["high"]  # type: ignore[operator]


def test_changes_are_written_beside_their_marks_and_on_a_telephone_above_them() -> None:
    drawn = figures.changes(shown(compared()))
    assert isinstance(drawn, ReportFigure)
    layout = drawn.drawing.layout
    end = layout.xaxis.domain[1]
    assert 0.5 < end < 1
    assert {note.x for note in layout.annotations} == {end}
    narrow = layout.meta["narrow"]
    assert narrow["xaxis.domain"] == [0, 1]
    assert {note["x"] for note in narrow["annotations"]} == {0}
    assert narrow["height"] > layout.height
