"""What people are told and shown about all outcomes: the primary one alone, the others as explored."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import pytest
from causal_words import claims
from exhibit_reading import cells, drawing, every, only, said, shown, strings
from outcome_cases import COUNT, PRICES, homes_of, look, rising, survey_of

from pasar_nb.analysis.outcomes import Outcomes
from pasar_nb.analysis.outcomes.results import Primary
from pasar_nb.figures import outcomes as figures
from pasar_nb.figures.frame import ReportFigure
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message
from pasar_nb.page.bundles import bundles_of
from pasar_nb.prose import outcomes as prose
from pasar_nb.tables import outcomes as tables
from pasar_nb.tables.display import DisplayTable
from pasar_nb.tables.rendering import to_html, to_json, to_text

HOSTILE = "<img src=x onerror=alert(1)> {nilai} {0} {"
YES = (np.arange(COUNT) % 3 == 0, np.arange(COUNT) % 4 < 3)


def many(homes: pd.DataFrame) -> dict[str, Any]:
    return {
        "pendapatan_rt": rising(homes, 200),
        "pendapatan_usaha": rising(homes, 150, seed=2),
        "tabungan": rising(homes, 0, seed=3),
        "jam_kerja": rising(homes, -2, level=8, seed=4),
        "telepon_usaha": YES,
        "pasar_utama": (
            np.where(np.arange(COUNT) % 2, "Desa", "Kota"),
            np.where(np.arange(COUNT) % 5, "Desa", "Kota"),
        ),
    }


@cache
def compared() -> Outcomes:
    homes = homes_of()
    return look(homes, survey_of(homes, **many(homes)), prices=PRICES)[1]


@cache
def alone() -> Outcomes:
    homes = homes_of(compared=False)
    return look(homes, survey_of(homes, **many(homes)))[1]


@cache
def not_alike() -> Outcomes:
    homes = homes_of()
    survey = survey_of(homes, **many(homes))
    others = survey["id_rt"].isin(homes.loc[homes["studi"] == "pembanding", "id_rt"])
    survey.loc[others, "pendapatan_rt"] += 500
    return look(homes, survey)[1]


@cache
def nothing_clear() -> Outcomes:
    homes = homes_of(compared=False)
    return look(homes, survey_of(homes, pendapatan_rt=rising(homes, 0), tabungan=rising(homes, 0, seed=3)))[1]


@cache
def baseline_only() -> Outcomes:
    homes = homes_of()
    survey = survey_of(homes, **many(homes))
    return look(homes, survey[survey["gelombang"] == 0])[1]


@cache
def unnamed() -> Outcomes:
    homes = homes_of()
    return look(homes, survey_of(homes, **many(homes)), outcome=None)[1]


@cache
def tiny() -> Outcomes:
    homes = homes_of(8, groups=None, compared=False)
    return look(homes, survey_of(homes, pendapatan_rt=rising(homes, 5), tabungan=rising(homes, 5, seed=2)))[1]


@cache
def rare() -> Outcomes:
    """Four of sixty answered yes at first."""
    homes = homes_of(60, groups=None, compared=False)
    yes = np.arange(60) < 4, np.arange(60) < 30
    return look(homes, survey_of(homes, pendapatan_rt=rising(homes, 5), bansos=yes))[1]


@cache
def wide() -> Outcomes:
    """Forty outcomes of the district's own, half of which rose."""
    homes = homes_of(compared=False)
    columns = {f"ukuran_{at:02d}": rising(homes, 30 * (at % 2), seed=200 + at) for at in range(40)}
    told = [
        {"variabel": name, "nama": f"Ukuran {name[-2:]}", "satuan": "kg", "jenis": "angka", "arah": "naik"}
        for name in columns
    ]
    survey = survey_of(homes, pendapatan_rt=rising(homes, 5), **columns)
    return look(homes, survey, variables=pd.DataFrame(told))[1]


@cache
def hostile() -> Outcomes:
    homes = homes_of()
    told = pd.DataFrame(
        [{"variabel": "panen", "nama": HOSTILE, "satuan": HOSTILE, "jenis": "angka", "arah": "turun"}]
    )
    survey = survey_of(homes, pendapatan_rt=rising(homes, 50), panen=rising(homes, 50, seed=2))
    return look(homes, survey, variables=told)[1]


CASES = (compared, alone, not_alike, nothing_clear, baseline_only, unnamed, tiny, rare, wide, hostile)
every_case = pytest.mark.parametrize("make", CASES, ids=lambda make: make.__name__)
both_audiences = pytest.mark.parametrize("audience", ["public", "internal"])
both_languages = pytest.mark.parametrize("language", ["id", "en"])


# Sentences


@every_case
@both_audiences
@both_languages
def test_every_sentence_is_whole(make: Callable[[], Outcomes], audience: str, language: str) -> None:
    for name, answer in every(prose, shown(make(), audience, language)):
        for text in said(answer, language):
            assert text.endswith("."), (name, text)
            plain = text.replace(HOSTILE, "")
            assert "  " not in plain
            assert not {"nan", "None", "NaN", "<NA>", "inf", "True", "False"} & set(plain.split()), text
            if make not in (compared, hostile, unnamed):
                assert not claims(plain, language), text


def test_the_summary_says_how_many_were_tested_and_which_way_the_clear_ones_went() -> None:
    text = only(prose.in_short(shown(alone())))
    assert text.startswith("Di luar hasil utama, 5 ukuran lain diuji sebagai penjajakan")
    assert "4 di antaranya jelas berubah" in text
    assert "Yang naik adalah" in text
    assert "yang turun adalah jam kerja" in text


def test_nothing_clear_is_said_so() -> None:
    assert "tidak satu pun jelas berubah" in only(prose.in_short(shown(nothing_clear())))
    assert "tidak satu pun jelas berubah" in only(prose.explored(shown(nothing_clear())))


def test_many_clear_outcomes_are_named_in_part_and_counted() -> None:
    text = only(prose.in_short(shown(wide())))
    assert "antara lain" in text
    assert "(seluruhnya 20)" in text


def test_the_number_of_tests_of_the_primary_outcome_is_told() -> None:
    assert "dua uji" in only(prose.primary(shown(compared())))
    assert "Holm" in only(prose.primary(shown(compared())))
    assert "satu uji" in only(prose.primary(shown(alone())))


def test_totals_and_parts_are_not_taken_for_independent() -> None:
    homes = homes_of(compared=False)
    spent = {
        f"belanja_{part}": rising(homes, 10, seed=at)
        for at, part in enumerate(
            ("makanan", "pendidikan_kesehatan", "transport_komunikasi", "rumah", "transfer", "lain")
        )
    }
    found = look(homes, survey_of(homes, pendapatan_rt=rising(homes, 1), **spent))[1]
    assert "tidak saling bebas" in only(prose.explored(shown(found)))
    assert "tidak saling bebas" not in only(prose.explored(shown(nothing_clear())))


@pytest.mark.parametrize(
    ("groups", "told"),
    [
        (40, "semua rumah tangga sekelompok bersama-sama."),
        (4, "Kelompoknya kurang dari lima; rumah tangga di dalamnya dianggap saling bebas."),
        (None, "Kelompok tidak dicatat; rumah tangga dianggap saling bebas."),
    ],
)
def test_questions_answered_by_names_say_how_groups_count(groups: int | None, told: str) -> None:
    homes = homes_of(groups=groups, compared=False)
    found = look(homes, survey_of(homes, **many(homes)))[1]
    assert only(prose.categories(shown(found))).endswith(told)


def test_a_comparison_is_told_only_where_it_is_allowed() -> None:
    assert "lebih tinggi daripada pembanding" in only(prose.differences(shown(compared())))
    for make in (alone, not_alike, baseline_only):
        assert isinstance(prose.differences(shown(make())), NotEstimable)
        assert isinstance(tables.differences(shown(make())), NotEstimable)


def test_what_was_explored_is_no_proof() -> None:
    assert "bukan bukti" in " ".join(said(prose.limits(shown(alone()))))


def test_themes_that_nobody_asked_about_are_named() -> None:
    assert "Tidak diukur sama sekali: peluang ekonomi dan persepsi" in only(prose.coverage(shown(alone())))
    assert "Baru ada survei awal" in only(prose.coverage(shown(baseline_only())))


# Tables


@every_case
@both_audiences
@both_languages
def test_every_table_can_be_shown_in_every_form(make: Callable, audience: str, language: Any) -> None:
    names = set()
    given = [one for _name, one in every(tables, shown(make(), audience, language))]
    for table in (table for one in given for table in (one if isinstance(one, tuple) else (one,))):
        if isinstance(table, NotEstimable):
            continue
        assert isinstance(table, DisplayTable)
        assert len(table.columns) <= 10
        names.add(table.name)
        assert "nan" not in to_text(table, language).lower().split()
        assert "<img" not in to_html(table, language)
        json.dumps(to_json(table, language), allow_nan=False)
    assert len(names) == len({*names})


def test_the_primary_outcome_stands_first_and_alone() -> None:
    found = tables.findings(shown(compared()))
    assert cells(found, "theme")[:3] == ["Hasil utama", "Hasil utama", "Kinerja usaha"] or (
        cells(found, "theme")[:2] == ["Hasil utama", "Hasil utama"]
        and "Hasil utama" not in cells(found, "theme")[2:]
    )
    assert isinstance(found, DisplayTable)
    assert found.highlight == (0, 1)
    assert cells(found, "verdict")[1] == "lebih tinggi daripada pembanding"
    assert "n pembanding: 60" in cells(found, "label")[1]


def test_a_change_that_is_clear_only_by_itself_is_told_the_same_everywhere() -> None:
    primary = compared().primary
    assert isinstance(primary, Primary)
    paired, other = primary.tests
    found = shown(
        replace(
            compared(),
            primary=replace(primary, tests=(replace(paired, p_corrected=0.052), other), verdict="unclear"),
        )
    )
    assert cells(tables.findings(found), "verdict")[0] == "belum jelas setelah koreksi uji berganda"
    assert "Perubahan peserta jelas bila dilihat sendiri" in only(prose.primary(found))


def test_questions_answered_by_names_are_named_among_the_clear_ones() -> None:
    assert "Pilihan jawaban bergeser pada pasar utama." in only(prose.in_short(shown(compared())))


def test_a_comparison_that_a_check_does_not_support_is_not_called_firm() -> None:
    primary = compared().primary
    assert isinstance(primary, Primary)
    found = tables.findings(shown(replace(compared(), primary=replace(primary, firm=False))))
    assert cells(found, "verdict")[1] == "lebih tinggi daripada pembanding, tetapi belum kokoh"


def test_the_summary_has_a_verdict_on_every_outcome_in_two_short_tables() -> None:
    found = tables.findings(shown(wide()))
    assert isinstance(found, DisplayTable)
    assert len(found.frame) == 12
    assert [one.name for one in found.columns][:2] == ["label", "verdict"]  # what a telephone shows
    (others,) = tables.verdicts(shown(wide()))
    assert len(others.frame) <= 6
    assert all(cells(others, "verdict"))
    labels = " ".join([*cells(found, "label"), *cells(others, "label")]).casefold()
    assert all(one.measure.label.text("id").casefold() in labels for one in wide().explored)
    full = tables.changes(shown(wide()))
    assert len(cells(full, "label")) == 40


def test_an_unclear_change_stands_with_what_could_have_been_seen() -> None:
    for verdict in cells(tables.changes(shown(nothing_clear())), "verdict"):
        assert "baru terlihat mulai Rp" in verdict


def test_the_good_direction_is_told_where_the_district_told_it() -> None:
    verdicts = dict(
        zip(
            cells(tables.changes(shown(wide())), "label"),
            cells(tables.changes(shown(wide())), "verdict"),
            strict=True,
        )
    )
    assert verdicts["Ukuran 01 (kg)"] == "jelas naik, arah yang diharapkan"
    (against,) = cells(tables.changes(shown(hostile())), "verdict")
    assert against == "jelas naik, berlawanan dengan yang diharapkan"
    assert "diharapkan" not in " ".join(cells(tables.changes(shown(alone())), "verdict"))


def test_a_rare_answer_is_told_to_nobody_but_the_owner() -> None:
    public, own = tables.changes(shown(rare())), tables.changes(shown(rare(), "internal"))
    assert (cells(public, "levels"), cells(public, "change")) == ([None], [None])
    assert (cells(own, "levels"), cells(own, "change")) == (["7% menjadi 50%"], ["43,3 poin persen"])
    for table in (tables.findings(shown(rare())), tables.checks(shown(rare()))):
        assert "43,3" not in to_text(table, "id")


def test_fewer_than_ten_households_leave_no_number() -> None:
    told = dict(every(tables, shown(tiny())))
    assert to_text(told.pop("coverage"), "id")  # which themes were asked is no answer of anybody
    assert len(told) > 4
    for name, answer in told.items():
        for one in answer if isinstance(answer, tuple) else (answer,):
            text = one.reason.text("id") if isinstance(one, NotEstimable) else to_text(one, "id")
            assert not re.search(r"Rp|\b8\b", text), name


def test_public_counts_are_rounded() -> None:
    assert cells(tables.changes(shown(alone())), "n") == [COUNT] * 4
    for n in cells(tables.changes(shown(compared())), "n"):
        assert n % 5 == 0


# The figure


@every_case
@both_languages
def test_the_figure_can_be_drawn_and_read(make: Callable, language: Any) -> None:
    figure = figures.forest(shown(make(), language=language))
    if isinstance(figure, NotEstimable):
        assert make in (baseline_only, tiny)
        return
    assert figure.title.text(language).endswith(".")
    assert "n = " in figure.note.text(language)
    content = drawing(figure)
    assert content["layout"]["meta"]["narrow"]["height"]
    markup = [text for text in strings(content) if "<img" in text]
    assert not markup
    for bundle in bundles_of(figure, language):
        read = {form: one for form, one in bundle.data.items() if form != "text/plain"}
        assert "<img" not in json.dumps(read, allow_nan=False)


def test_the_title_states_the_finding() -> None:
    titles = {make: figures.forest(shown(make())) for make in (alone, nothing_clear, wide)}
    assert {make: text_of(figure) for make, figure in titles.items()} == {
        alone: "3 dari 4 ukuran lain jelas berubah setelah koreksi uji berganda.",
        nothing_clear: "Tidak satu pun dari 1 ukuran lain jelas berubah setelah koreksi uji berganda.",
        wide: "20 dari 40 ukuran lain jelas berubah setelah koreksi uji berganda.",
    }


def test_the_figure_tells_why_it_counts_fewer_than_the_text() -> None:
    figure = figures.forest(shown(compared()))
    assert isinstance(figure, ReportFigure)
    assert figure.note is not None
    told = figure.note.text("id")
    assert f"1 dari {compared().tested} ukuran yang diuji tidak dapat digambar" in told
    whole = figures.forest(shown(wide()))
    assert isinstance(whole, ReportFigure)
    assert whole.note is not None
    assert "tidak dapat digambar" not in whole.note.text("id")


def text_of(figure: ReportFigure | NotEstimable) -> str:
    assert isinstance(figure, ReportFigure)
    assert isinstance(figure.title, Message)
    return figure.title.text("id")


def test_filled_marks_are_the_clear_ones() -> None:
    content = drawing(figures.forest(shown(wide())))
    symbols = content["data"][1]["marker"]["symbol"]
    assert sum(not symbol.endswith("-open") for symbol in symbols) == 20
    assert len(symbols) == 40
