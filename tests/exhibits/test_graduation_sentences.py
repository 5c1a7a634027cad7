"""What people are told about graduation, sentence by sentence."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from exhibit_reading import every, said, shown
from graduation_reports import (
    BRACES,
    CASES,
    IMAGE,
    baseline_only,
    begun,
    hostile,
    large,
    nothing,
    small,
    truncated,
)

from pasar_nb.findings import NotEstimable
from pasar_nb.prose import graduation as prose

PACKAGE = Path(prose.__file__).parents[2]
NOTEBOOK = PACKAGE.parent / "notebooks" / "05_graduation.ipynb"
CAUSAL = ("menyebabkan", "disebabkan", "karena", "berkat", "dampak", "akibat", "berpengaruh")
EVERY_CASE = pytest.mark.parametrize("make", CASES.values(), ids=CASES.keys())


@EVERY_CASE
def test_every_sentence_is_whole_and_shows_nothing_of_the_machine(make) -> None:
    for name, answer in every(prose, make()):
        for text in said(answer):
            assert text[-1] == ".", (name, text)
            assert "  " not in text
            words = set(re.split(r"[\s(),;]+", text))
            assert not {"nan", "nan%", "None", "NaN", "<NA>", "inf", "True", "False"} & words, text


@EVERY_CASE
def test_every_sentence_can_be_read_in_english(make) -> None:
    for _name, answer in every(prose, make()):
        assert all(text.strip() for text in said(answer, "en"))


@EVERY_CASE
def test_a_share_never_stands_without_its_n(make) -> None:
    for name in ("levels_now", "by_sex", "by_disability", "obstacles", "summary", "movement", "comparison"):
        for text in said(getattr(prose, name)(make())):
            if re.search(r"\d%", text):
                assert re.search(r"n = \d+|\d+ dari \d+", text), text


def test_no_text_of_this_analysis_claims_a_cause() -> None:
    found = []
    for layer in ("analysis", "prose", "figures", "tables"):
        for path in sorted((PACKAGE / layer / "graduation").glob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"_", "_n"}:
                    found.append(ast.literal_eval(node.args[0]))
    assert len(found) > 80
    found.append(NOTEBOOK.read_text(encoding="utf-8"))
    assert [text for text in found if any(word in text.lower() for word in CAUSAL)] == []


@pytest.mark.parametrize("audience", ["public", "internal"])
@pytest.mark.parametrize("make", [large, small])
def test_the_summary_is_three_to_five_sentences_and_limits_are_never_empty(make, audience) -> None:
    given = shown(make(), audience)
    assert 3 <= len(prose.summary(given)) <= 5
    assert prose.limits(given)


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_wave_that_has_only_begun_is_named_and_not_how_few_were_asked(language: str) -> None:
    given = shown(begun(), "public", language)
    told = {"id": "Gelombang 2 dianggap belum selesai", "en": "Taken as unfinished"}[language]
    for name, answers in (("summary", prose.summary(given)), ("levels", (prose.levels_now(given),))):
        texts = [text for one in answers for text in said(one, language)]
        assert told in " ".join(texts), name
    assert "gelombang 1" in " ".join(said(prose.levels_now(shown(begun(), "public"))))


def test_the_headline_is_what_the_table_says() -> None:
    result = large()
    table = result.levels.table.query("group == 'peserta' and wave == 2").set_index("level")
    poor, known = table.loc["miskin", ["households", "base"]]
    headline = said(prose.summary(shown(result, "internal")))[0]
    assert f"miskin: {poor / known * 100:.0f}% (selang 95%: " in headline
    assert f"n = {known} rumah tangga" in headline


def test_public_sentences_use_rounded_counts_only() -> None:
    for name, answer in every(prose, shown(large(), "public")):
        for text in said(answer):
            for count in re.findall(r"n = (\d+)|(\d+) (?:dari|rumah tangga)", text):
                assert int("".join(count)) % 5 == 0, (name, text)


def test_few_households_get_no_number_in_public_and_no_interval_for_the_owner() -> None:
    public = " ".join(
        text for _name, answer in every(prose, shown(small(), "public")) for text in said(answer)
    )
    assert "selang 95%" not in public
    assert not re.search(r"\d%", public)
    internal = said(prose.levels_now(shown(small(), "internal")))[0]
    assert "6 dari 6 rumah tangga (terlalu sedikit untuk selang)" in internal
    assert "selang 95%" not in internal


def test_with_the_baseline_alone_no_movement_is_told() -> None:
    given = shown(baseline_only(), "public")
    assert isinstance(prose.movement(given), NotEstimable)
    assert isinstance(prose.kept(given), NotEstimable)
    assert isinstance(prose.comparison(given), NotEstimable)
    assert not [text for text in said(prose.limits(given)) if "Perpindahan" in text]


def test_what_cannot_be_judged_is_among_the_limits() -> None:
    limits = " ".join(said(prose.limits(shown(truncated(), "public"))))
    assert "tabungan belum tercatat" in limits
    assert "Tingkat stabil tidak dapat dinilai" in limits
    assert "tidak menetapkan kriteria wajib untuk tingkat menengah" in limits
    headline = said(prose.summary(shown(truncated(), "public")))[0]
    assert "Tingkat stabil belum dapat dinilai" in headline


def test_without_criteria_every_sentence_gives_the_reason() -> None:
    given = shown(nothing(), "public")
    assert len(prose.summary(given)) == 1
    assert isinstance(prose.rule(given), NotEstimable)
    assert "bukan angka kemiskinan resmi" in said(prose.limits(given))[0]


def test_names_from_the_data_stand_as_they_are() -> None:
    text = " ".join(said(prose.obstacles(shown(hostile(), "public"))))
    assert IMAGE in text or BRACES in text


def test_the_public_is_told_who_has_the_list_and_the_owner_to_keep_it_safe() -> None:
    public, internal = (said(prose.plan_access(shown(large(), one)))[0] for one in ("public", "internal"))
    assert "--audience internal" in public
    assert "jangan disebarkan" in internal
