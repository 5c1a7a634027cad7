"""What people are told and shown about poverty, classes of expenditure and the minimum wage."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import pytest
from exhibit_reading import cells, drawing, every, only, said, shown, strings
from test_poverty import LINES, assessed, spending

from pasar_nb.analysis import poverty
from pasar_nb.analysis.poverty import LivingStandard
from pasar_nb.analysis.poverty.results import Poverty
from pasar_nb.figures import poverty as figures
from pasar_nb.figures.frame import ReportFigure
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message
from pasar_nb.page.bundles import bundles_of
from pasar_nb.prose import poverty as prose
from pasar_nb.prose.poverty.words import changed
from pasar_nb.tables import poverty as tables
from pasar_nb.tables.display import DisplayTable
from pasar_nb.tables.rendering import to_html, to_json, to_text

CAUSAL = {
    "id": ("menyebabkan", "disebabkan", "karena", "berkat", "dampak", "akibat", "pengaruh"),
    "en": ("impact", "effect", "because", "due to", "caused", "thanks to"),
}


def amounts(centre: float, count: int, seed: int) -> list[float]:
    random = np.random.default_rng(seed)
    return list(centre * np.exp(random.normal(0, 0.6, count)))


@cache
def both_waves() -> LivingStandard:
    groups = [f"K{place // 10}" for place in range(120)]
    arms = ["peserta"] * 80 + ["pembanding"] * 40
    members = [1 + place % 5 for place in range(120)]
    first, last = amounts(110, 120, 1), amounts(170, 120, 2)
    return assessed(first, last, members, income=1.2, studi=arms, id_kelompok=groups)


@cache
def baseline_only() -> LivingStandard:
    return assessed([50.0] * 15 + [200.0] * 15, None, income=2.5)


@cache
def small_sample() -> LivingStandard:
    return assessed([50.0, 80.0] * 6 + [200.0] * 12, [60.0, 90.0] * 6 + [150.0] * 12, income=2.0)


@cache
def income_only() -> LivingStandard:
    homes, survey = spending(amounts(110, 80, 1), amounts(170, 80, 2), income=1.0)
    return poverty.assess(survey.drop(columns=["belanja_lain"]), homes, LINES)


@cache
def hidden() -> LivingStandard:
    return assessed([50.0] * 5 + [200.0] * 20, None, income=2.5)


@cache
def all_poor() -> LivingStandard:
    return assessed([50.0] * 25, [60.0] * 25, income=2.0)


@cache
def line_missing() -> LivingStandard:
    return assessed([50.0] * 15 + [200.0] * 15, [50.0] * 30, income=2.5, acuan=LINES.iloc[:1])


@cache
def no_line() -> LivingStandard:
    return assessed([50.0] * 30, None, income=2.5, acuan=LINES.iloc[:0])


@cache
def nothing_asked() -> LivingStandard:
    homes, survey = spending([50.0] * 30, None)
    return poverty.assess(survey.drop(columns=["belanja_lain"]), homes, LINES)


@cache
def losses() -> LivingStandard:
    homes, survey = spending(amounts(110, 60, 1), amounts(170, 60, 2), income=2.0)
    survey.loc[[3, 70], "pendapatan_rt"] = -40.0
    return poverty.assess(survey, homes, LINES)


CASES: dict[str, Callable[[], LivingStandard]] = {
    one.__name__: one
    for one in (
        both_waves,
        baseline_only,
        small_sample,
        income_only,
        hidden,
        all_poor,
        line_missing,
        no_line,
        nothing_asked,
        losses,
    )
}
every_case = pytest.mark.parametrize("make", CASES.values(), ids=CASES.keys())
each_audience = pytest.mark.parametrize("audience", ["public", "internal"])
each_reader = pytest.mark.parametrize(("audience", "language"), [("public", "id"), ("internal", "en")])


@every_case
@each_reader
def test_every_sentence_is_whole_and_names_no_cause(make: Any, audience: str, language: str) -> None:
    for name, answer in every(prose, shown(make(), audience, language)):
        for text in said(answer, language):
            assert text.endswith("."), (name, text)
            assert "  " not in text
            assert not {"nan", "None", "NaN", "<NA>", "inf", "nan%"} & set(text.split()), text
            assert "nan%" not in text
            assert not [word for word in CAUSAL[language] if word in text.lower()], text


@every_case
@each_reader
def test_every_figure_can_be_drawn_and_read(make: Any, audience: str, language: str) -> None:
    for _name, figure in every(figures, shown(make(), audience, language)):
        if isinstance(figure, NotEstimable):
            continue
        assert isinstance(figure, ReportFigure)
        drawing(figure)
        assert figure.title.text(language).endswith(".")  # type: ignore[arg-type]
        assert "95%" in figure.note.text(language)  # type: ignore[arg-type]
        assert "nan%" not in figure.alternative.text(language)  # type: ignore[arg-type]
        assert bundles_of(figure, language)  # type: ignore[arg-type]


@every_case
@each_audience
def test_every_table_can_be_shown_in_every_form(make: Any, audience: str) -> None:
    names = set()
    for _name, table in every(tables, shown(make(), audience)):
        if isinstance(table, NotEstimable):
            continue
        assert isinstance(table, DisplayTable)
        assert table.name not in names
        names.add(table.name)
        assert to_text(table, "id")
        assert audience == "internal" or to_html(table, "id")
        json.dumps(to_json(table, "id"), allow_nan=False)


def test_a_level_has_its_interval_its_n_and_its_change() -> None:
    text = only(prose.headcount(shown(both_waves(), "internal")))
    assert text.count("selang 95%: ") >= 4
    assert "n = 80 rumah tangga yang sama" in text
    assert "n = 40 rumah tangga yang sama" in text
    assert "menurut belanja dalam survei ini" in text


def test_a_clear_fall_is_called_a_fall() -> None:
    homes = [50.0] * 40 + [200.0] * 20
    fallen = only(prose.headcount(shown(assessed(homes, [50.0] * 15 + [200.0] * 45))))
    assert "turun 42 poin persen" in fallen
    assert "naik" in only(prose.headcount(shown(assessed([50.0] * 15 + [200.0] * 45, homes))))


def test_a_change_that_few_households_make_is_not_told() -> None:
    text = only(
        prose.headcount(shown(assessed([50.0] * 20 + [200.0] * 20, [200.0, *[50.0] * 19, *[200.0] * 20])))
    )
    assert "Perubahannya tidak ditampilkan" in text
    assert "poin persen" not in text


def test_an_unclear_change_is_not_told_as_a_change() -> None:
    text = only(
        prose.headcount(
            shown(assessed([50.0] * 20 + [200.0] * 20, [200.0] * 6 + [50.0] * 14 + [50.0] * 5 + [200.0] * 15))
        )
    )
    assert "belum dapat dibedakan dari kebetulan" in text
    assert "dengan peluang 80%" in text
    assert "turun" not in text


def test_neither_reading_is_called_official() -> None:
    spent, earned = shown(both_waves()), shown(income_only())
    assert "bukan angka kemiskinan resmi" in only(prose.headcount(spent))
    assert "Susenas" in only(prose.headcount(spent))
    assert "bukan angka kemiskinan resmi" in only(prose.in_short(spent))
    assert "tidak dapat disandingkan" in only(prose.by_income(spent))
    assert "menurut pendapatan" in only(prose.headcount(earned))
    assert "BPS menghitung dari pengeluaran" in only(prose.headcount(earned))
    for given in (spent, earned):
        figure, table = figures.headcount(given), tables.headcount(given)
        assert isinstance(figure, ReportFigure)
        assert isinstance(table, DisplayTable)
        assert "bukan angka resmi" in str(figure.note)
        assert "bukan angka resmi" in str(table.note)


def test_income_alone_says_why_expenditure_is_not_told() -> None:
    given = shown(income_only())
    assert "belanja lengkap" in only(prose.by_income(given))
    assert set(cells(tables.headcount(given), "basis")) == {"Pendapatan"}
    assert "Menurut pendapatan per orang" in only(prose.classes(given))


def test_the_year_to_fill_in_is_named_in_both_cases() -> None:
    text = only(prose.headcount(shown(line_missing())))
    assert "tahun 2025" in text
    assert "Isilah kolom garis_kemiskinan" in text
    assert "tahun 2025" in only(prose.minimum_wage(shown(line_missing(), "internal")))
    assert "tahun 2024" in only(prose.headcount(shown(no_line())))


def test_a_small_sample_is_called_small() -> None:
    assert "Sampel kecil" in only(prose.headcount(shown(small_sample())))
    assert "Sampel kecil" not in only(prose.headcount(shown(both_waves())))


def test_a_hidden_rate_is_a_reason_everywhere() -> None:
    given = shown(hidden())
    for show in (prose.headcount, prose.in_short, prose.classes, figures.headcount, tables.headcount):
        assert isinstance(show(given), NotEstimable)
    assert set(cells(tables.classes(given), "n")) == {"*"}


def test_everybody_poor_has_a_share_without_interval() -> None:
    assert "100,0% pada survei awal (selang tidak dapat dihitung)" in only(
        prose.headcount(shown(all_poor(), "internal"))
    )


def test_depth_and_inequality_are_explained_with_their_intervals() -> None:
    text = only(prose.depth(shown(both_waves(), "internal")))
    for word in ("P1", "P2", "koefisien Gini", "0 bila semua orang sama"):
        assert word in text
    assert text.count("selang 95%") >= 8


def test_classes_name_their_limits_and_are_no_levels_of_graduation() -> None:
    text = only(prose.classes(shown(both_waves(), "internal")))
    assert "miskin kurang dari 1" in text
    assert "rentan miskin 1 sampai 1,5" in text
    assert "bukan tingkat graduasi" in text
    assert "digabungkan" in text


def test_joined_classes_are_only_explained_where_there_are_any() -> None:
    amounts = [50.0, 120.0, 200.0, 500.0, 2_000.0] * 12
    text = only(prose.classes(shown(assessed(amounts, None))))
    assert "digabungkan" not in text
    assert "kelas atas lebih dari 17" in text


def test_the_wage_sentence_says_what_is_compared() -> None:
    text = only(prose.minimum_wage(shown(both_waves(), "internal")))
    for words in ("pendapatan seluruh anggota rumah tangga", "Rp500 dan Rp550", "upah seorang pekerja"):
        assert words in text


def test_the_change_on_show_is_the_estimate_though_the_shares_are_of_rounded_counts() -> None:
    found = both_waves().spending
    assert isinstance(found, Poverty)
    exact = found.changes.set_index(["group", "kelas"])["difference"]
    table = tables.classes(shown(both_waves()))
    assert isinstance(table, DisplayTable)
    apart = 0
    for (group, code), rows in table.frame.groupby(["group", "kelas"]):
        by = {str(moment): share for moment, share in zip(rows["moment"], rows["share"], strict=True)}
        if "Perubahan (poin persen)" in by:
            told = by["Perubahan (poin persen)"]
            assert told == pytest.approx(exact[group, code], rel=0.05)  # of two digits
            apart += abs(by["Survei terakhir"] - by["Survei awal"] - told) > 0.01
    assert apart, "no case in which the rounded shares would have misled"


def test_a_change_that_differs_from_the_rounded_shares_says_why() -> None:
    why = "dihitung dari jumlah yang dibulatkan demi kerahasiaan"
    change = {"low": -0.09, "high": -0.02, "difference": -0.055, "detectable": 0.05}
    told = [" ".join(map(str, changed(change | {"apart": apart}))) for apart in (True, False)]
    assert [why in one for one in told] == [True, False]
    assert all("turun 5,5 poin persen" in one for one in told)


def test_a_drawing_holds_no_exact_count_of_the_public() -> None:
    for _name, figure in every(figures, shown(both_waves())):
        labels = [text for text in strings(drawing(figure)) if "n = " in text]
        assert labels
        assert all(int(text.split("n = ")[1]) % 5 == 0 for text in labels)


def test_losses_have_no_gini_by_income_but_the_rest_is_told() -> None:
    given = shown(losses(), "internal")
    assert set(cells(tables.inequality(given), "basis")) == {"Belanja"}
    assert set(cells(tables.headcount(given), "basis")) == {"Belanja", "Pendapatan"}


def test_limits_are_whole_sentences_or_the_reason() -> None:
    assert len(prose.limits(shown(both_waves()))) == 2
    (why,) = prose.limits(shown(nothing_asked()))
    assert isinstance(why, Message)
    assert "pendapatan" in str(why)


def test_an_unknown_arm_is_nobody_s_problem() -> None:
    homes, survey = spending([50.0] * 15 + [200.0] * 15, None)
    homes["studi"] = pd.Series([None] * 30, dtype="object")  # nobody said who takes part: all do
    assert "peserta" in only(prose.headcount(shown(poverty.assess(survey, homes, LINES))))
