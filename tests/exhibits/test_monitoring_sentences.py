"""What people are told about the way to the targets, sentence by sentence."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from exhibit_reading import only, said, shown
from monitoring_cases import indicator, indicators, measured, monitor
from monitoring_shown import (
    BRACES,
    CASES,
    SCRIPT,
    diamond,
    ended,
    every,
    hostile,
    no_indicator,
    people,
    unmeasured,
    without_baselines,
)

from pasar_nb.analysis.monitoring.wording import amount
from pasar_nb.prose import monitoring as prose

PACKAGE = Path(prose.__file__).parents[2]
CAUSAL = ("menyebabkan", "disebabkan", "karena program", "berkat", "dampak", "akibat", "berpengaruh")


EVERY_CASE = pytest.mark.parametrize("make", CASES.values(), ids=CASES.keys())


@EVERY_CASE
@pytest.mark.parametrize("audience", ["public", "internal"])
def test_every_sentence_is_whole_and_shows_nothing_of_the_machine(make, audience: str) -> None:
    for name, answer in every(prose, shown(make(), audience)):
        for text in said(answer):
            assert text[-1] == "." or text.endswith("”."), (name, text)
            assert "  " not in text
            assert not {"nan", "None", "NaN", "<NA>", "inf", "True", "False", "NaT"} & set(text.split()), text


@EVERY_CASE
def test_every_sentence_can_be_read_in_english(make) -> None:
    for _name, answer in every(prose, shown(make(), language="en")):
        assert all(text.strip() for text in said(answer, "en"))


@EVERY_CASE
def test_the_summary_has_at_most_five_sentences_and_the_first_tells_n(make) -> None:
    result = make()
    texts = said(prose.summary(shown(result)))
    assert 1 <= len(texts) <= 5
    n = len(result.indicators.table)
    assert n == 0 or f"{n} indikator" in texts[0]


def test_no_text_of_monitoring_claims_a_cause() -> None:
    folders = [PACKAGE / room / "monitoring" for room in ("analysis", "figures", "prose", "tables")]
    texts = []
    for path in (path for folder in folders for path in sorted(folder.glob("*.py"))):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "_n"}:
                texts.append(ast.literal_eval(node.args[0]))
    assert len(texts) > 80
    # the picture is said to run from activities to impact, as the guide names its levels
    claims = [text for text in texts if any(word in text.lower() for word in CAUSAL)]
    assert [text for text in claims if "ke bawah (dampak)" not in text] == []


# Numbers


def test_the_summary_of_the_diamond_can_be_quoted_alone() -> None:
    counted, broken, highest, furthest, gaps = said(prose.summary(shown(diamond())))
    assert (
        counted
        == "Sampai Juli 2024, dari 4 indikator: 1 tercapai, 1 sesuai rencana, 1 tertinggal, dan 1 mundur."
    )
    assert broken == (
        "Tingkat terendah yang memuat kotak yang menyimpang dari rencana: Keluaran mitra, yaitu “Kontrak "
        "ditandatangani”."
    )
    assert highest == "Pada tingkat Dampak POKMAS dan Dampak kemiskinan (n = 1 indikator): 1 mundur."
    assert furthest == (
        "Indikator yang paling jauh dari rencananya: Susut, 19,5% pada Juli 2024, lebih buruk daripada nilai "
        "awal 18%; targetnya 10% (n = 2 pengukuran)."
    )
    assert gaps == (
        "Yang belum terlihat: 0 dari 4 indikator belum pernah diukur, 0 terlambat diukur, dan 0 dari 4 kotak "
        "rantai hasil tidak mempunyai indikator."
    )


def test_the_indicator_furthest_behind_is_told_with_value_target_share_plan_and_n() -> None:
    # (1,180,000 - 900,000) / 400,000 = 0.7; December is 11/12 of the way
    assert only(prose.furthest_behind(shown(ended()))) == (
        "Indikator yang paling jauh dari rencananya: Pendapatan, Rp1.180.000/bulan pada Desember 2024 dari "
        "target Rp1.300.000/bulan, yaitu 70% dari perubahan yang direncanakan; rencana saat itu 92% "
        "(lewat tenggat; n = 2 pengukuran)."
    )


def test_late_and_lost_targets_are_named() -> None:
    text = only(prose.targets(shown(ended())))
    assert "Tercapai sesudah tenggat (1): Pelatihan." in text
    assert "Pernah tercapai, tetapi nilai terakhirnya tidak lagi: Kontrak (tercapai pada Juni 2024)." in text


def test_deadlines_are_held_against_the_month_of_the_data() -> None:
    assert only(prose.deadlines(shown(ended()))) == (
        "Tenggat 3 dari 4 indikator sudah lewat pada Februari 2025, sedangkan targetnya belum tercapai: "
        "Kontrak (31 Desember 2024), Pendapatan (31 Desember 2024), dan Pembeli tetap (31 Desember 2024)."
    )
    assert "sampai Juli 2024" in only(prose.deadlines(shown(diamond())))


def test_never_and_late_measured_are_named_with_their_age() -> None:
    text = only(prose.measuring(shown(ended())))
    assert text.startswith("1 dari 4 indikator belum pernah diukur: Pembeli tetap.")
    late = "Pendapatan (terakhir Desember 2024, 2 bulan; bulanan)"  # Kontrak is a month old, as agreed
    assert f"1 indikator terlambat diukur menurut frekuensinya: {late}." in text


def test_a_frequency_without_months_is_said_to_be_unreadable() -> None:
    assert "tidak menyebut selang bulan (setiap survei)" in only(prose.measuring(shown(diamond())))


def test_without_values_nothing_is_judged() -> None:
    texts = said(prose.summary(shown(unmeasured())))
    assert texts[0] == "Belum ada satu pun dari 2 indikator yang diukur."
    assert (
        only(prose.deadlines(shown(unmeasured()))) == "Tenggat tidak dapat diperiksa: belum ada pengukuran."
    )


def test_without_indicators_the_summary_says_only_that() -> None:
    assert said(prose.summary(shown(no_indicator()))) == ["Belum ada indikator."]


def test_a_plan_that_contradicts_itself_is_named() -> None:
    # rising from 20 to 12 cannot be
    assert "target berlawanan dengan arah" in only(prose.targets(shown(without_baselines())))


def test_where_the_line_begins_is_said_either_way() -> None:
    assert "Januari 2024, bulan mulai intervensi menurut profil" in only(prose.reading(shown(diamond())))
    assert "profil tidak mencatat mulai intervensi" in only(prose.reading(shown(without_baselines())))
    assert any(
        "Profil tidak mencatat mulai intervensi" in text
        for text in said(prose.limits(shown(without_baselines())))
    )


def test_limits_count_what_is_not_known_in_this_district() -> None:
    texts = " ".join(said(prose.limits(shown(ended()))))
    assert "Tentang 1 indikator yang belum pernah diukur" in texts
    assert (
        "1 indikator yang lewat tenggat tidak diukur lagi sesudah tenggatnya" in texts
    )  # Pendapatan, not Kontrak
    clean = " ".join(said(prose.limits(shown(diamond()))))
    assert "belum pernah diukur" not in clean
    assert "lewat tenggat" not in clean


def test_questions_begin_where_the_chain_first_breaks() -> None:
    assert only(prose.questions(shown(diamond()))) == (
        "2 kotak perlu dibahas dalam pertemuan tinjauan. Mulailah dari kotak yang menyimpang sedangkan kotak "
        "tepat sebelumnya tidak: “Kontrak ditandatangani”."
    )


def test_themes_and_dimensions_without_indicator_are_named() -> None:
    text = only(prose.coverage(shown(diamond())))
    assert (
        "Tema tanpa indikator: Pendapatan dan konsumsi, Peluang ekonomi, Akses dan partisipasi, dan Persepsi."
        in text
    )
    assert "Dimensi APKM tanpa indikator: Partisipasi, Kontrol, dan Manfaat." in text
    assert "3 indikator tidak mencatat dimensi APKM." in text


# Who may see what; and what districts write


def test_small_counts_of_people_are_in_no_public_sentence() -> None:
    rows = indicators(indicator("few", "A", nama="Kelompok", satuan="rumah tangga", nilai_awal=20, target=40))
    lagging = monitor(rows, measured(few={"2024-06": 20, "2024-07": 17}))
    public = " ".join(text for _name, one in every(prose, shown(lagging)) for text in said(one))
    internal = " ".join(text for _name, one in every(prose, shown(lagging, "internal")) for text in said(one))
    assert "17 rumah tangga" in internal
    assert "17" not in public
    assert "15 rumah tangga" in public
    texts = " ".join(text for _name, one in every(prose, shown(people())) for text in said(one))
    assert "7 rumah tangga" not in texts
    assert "52 orang" not in texts


def test_what_districts_write_stands_as_it_is() -> None:
    texts = " ".join(text for _name, one in every(prose, shown(hostile())) for text in said(one))
    assert SCRIPT in texts  # escaped where it enters a page
    assert BRACES in texts


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (9.5, "persen", "9,5%"),
        (75.0, "%", "75%"),
        (1_180_000.0, "Rp/bulan", "Rp1.180.000/bulan"),
        (1_180_000.4, "Rp per bulan", "Rp1.180.000 per bulan"),
        (11_400.0, "kg/bulan", "11.400 kg/bulan"),
        (1.256, "ton", "1,26 ton"),
        ("<10", "orang", "<10 orang"),
        (3.0, "", "3"),
        (-2.5, "rpm", "−2,5 rpm"),
    ],
)
def test_amounts_are_written_with_their_unit(value: float | str, unit: str, written: str) -> None:
    assert amount(value, unit).text("id") == written
