"""What people are told about the choice of a commodity, sentence by sentence."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from commodity_cases import table
from exhibit_reading import cells, only, said
from selection_cases import (
    AGREED,
    CASES,
    EVEN,
    FOR_THREE,
    GIVEN,
    LIMITED,
    RATERS,
    REASON,
    THREE,
    TIED,
    all_vetoed,
    alone,
    compared,
    contradictory,
    decided,
    every,
    hostile,
    incomplete,
    select,
    single,
    sole,
    tied,
    unscored,
    vetoed,
)

from pasar_nb.analysis.commodity import key_figures
from pasar_nb.findings import NotEstimable
from pasar_nb.prose import commodity as prose
from pasar_nb.tables import commodity as tables
from pasar_nb.vocabulary import beside, readable

PACKAGE = Path(prose.__file__).parents[2]
OF_COMMODITIES = ("analysis/commodity", "figures/commodity", "prose/commodity", "tables/commodity")
CAUSAL = ("menyebabkan", "disebabkan", "karena program", "berkat", "dampak", "akibat", "berpengaruh")


# Every sentence, of every case


@pytest.mark.parametrize("make", CASES.values(), ids=CASES.keys())
def test_every_sentence_is_whole_and_shows_nothing_of_the_machine(make) -> None:
    for name, answer in every(prose, make()):
        for text in said(answer):
            assert text[-1] == "." or text.endswith("”."), (name, text)
            assert "  " not in text
            assert not {"nan", "None", "NaN", "<NA>", "inf", "True", "False"} & set(text.split()), text


@pytest.mark.parametrize("make", CASES.values(), ids=CASES.keys())
def test_every_sentence_can_be_read_in_english(make) -> None:
    for _name, answer in every(prose, make()):
        for text in said(answer, "en"):
            assert text.strip()


def templates() -> list[tuple[str, str]]:
    """Every text of this analysis that a reader may meet, with its file."""
    files = [path for folder in OF_COMMODITIES for path in sorted((PACKAGE / folder).glob("*.py"))]
    found = []
    for path in [*files, PACKAGE / "widgets" / "commodity.py"]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "_n"}:
                found.append((path.name, ast.literal_eval(node.args[0])))
    return found


def test_no_text_of_this_analysis_claims_a_cause() -> None:
    texts = templates()
    assert len(texts) > 100
    assert [(path, text) for path, text in texts if any(word in text.lower() for word in CAUSAL)] == []


# A sole winner: jahe 4.625, kopi 4.375, nanas 3.625; weights 5/8 and 3/8


def test_the_winner_is_told_with_index_lead_and_what_it_stands_on() -> None:
    assert only(prose.winner(sole())) == (
        "Peringkat ini membandingkan 3 komoditas menurut 2 kriteria dan skor dari 2 penilai. "
        "Jahe berada di peringkat pertama dengan indeks 4,63 dari 5, unggul 0,25 atas Kopi (indeks 4,38)."
    )


def test_the_summary_can_be_quoted_alone_with_n_and_certainty() -> None:
    headline, robustness, agreement, evidence, decision = said(prose.summary(sole()))
    # bobot of jangkauan is drawn from 4-6 and that of harga from 2-4: jahe is never caught up
    assert headline == (
        "Jahe berada di peringkat pertama dengan indeks 4,63 dari 5 (n = 2 penilai), dan menempatinya pada "
        ">\u00a099,9% dari 2.000 simulasi di sekitar bobot yang disepakati."
    )
    # kopi leads by 1 on harga, jahe by 1 on jangkauan: equal weights tie them
    assert "bobot jangkauan turun dari 5 ke 3; pada titik itu Kopi menyamai" in robustness
    assert agreement.startswith(
        "Kesepakatan 2 penilai atas urutan 3 komoditas tergolong kuat (W Kendall = 1,00;"
    )
    assert (
        evidence == "Semua 12 skor disertai angka, sumber, dan tahun data. Datanya berasal dari tahun 2022."
    )
    assert decision == (
        "Keputusan tanggal 1 Juni 2024 menetapkan Jahe. Keputusan itu sama dengan peringkat pertama."
    )


def test_a_lead_too_small_for_two_decimals_is_not_nought() -> None:
    # (1000*5 + 999*4) / 1999 against (1000*4 + 999*5) / 1999: 1/1999 apart
    close = select("kriteria bobot\na 1000\nb 999", "komoditas a b\njahe 5 4\nkopi 4 5")
    assert "unggul kurang dari 0,01 atas Kopi" in only(prose.winner(close))


def test_methods_that_disagree_are_named_with_their_winners() -> None:
    assert only(prose.methods(sole())) == (
        "Cara menghitung tidak sepakat tentang peringkat pertama: Jumlah berbobot menempatkan Jahe, "
        "TOPSIS menempatkan Kopi, dan PROMETHEE II menempatkan Jahe."
    )


def test_methods_that_agree_are_named_together() -> None:
    assert only(prose.methods(vetoed())) == (
        "Jumlah berbobot, TOPSIS, dan PROMETHEE II menempatkan komoditas yang sama di peringkat pertama: "
        "Jahe."
    )


# Certainty


def test_certainty_is_told_with_draws_error_and_a_reading() -> None:
    # lead of kopi is 4w - 2(1 - w), w the weight of a; both bobot uniform on 0-2: kopi first in 3/4
    near = only(prose.certainty_near(select("kriteria bobot\na 1\nb 1", "komoditas a b\nkopi 5 1\njahe 1 3")))
    assert near.startswith(
        "Bila setiap bobot bergeser paling jauh satu langkah dari yang disepakati, "
        "Kopi berada di peringkat pertama pada 7"
    )
    assert "dari 2.000 simulasi (galat baku simulasi 1,0 poin persen)" in near  # sqrt(.75 * .25 / 2000)
    assert near.endswith("Peringkat pertama ini cukup kokoh.")


def test_a_compromise_that_the_simulation_drops_is_not_called_firm() -> None:
    # means: tengah 3.05 and 3, kiri 5 and 1, kanan 1 and 5: tengah is first only while b is within a
    # fortieth of a
    most = "komoditas a b\ntengah 3 3\nkiri 5 1\nkanan 1 5"
    shown = select("kriteria bobot\na 1\nb 1", *[most] * 19, most.replace("3 3", "4 3"))
    assert shown.result.ranking.winners == ("tengah",)
    near = only(prose.certainty_near(shown))
    share = shown.result.certainty.near.first.set_index("komoditas")["share"]["tengah"]
    assert share < 0.05
    assert "kokoh" not in near
    assert near.endswith(
        "Peringkat pertama menurut bobot yang disepakati tidak bertahan dalam simulasi ini: "
        f"Tengah {round(100 * share)}%."
    )


def test_the_smallest_tipping_point_never_looks_like_the_agreed_weight() -> None:
    # the lead of jahe is 1 on a and -99/100 on b: kopi catches up where a falls to 3 * 99/100
    most, last = "komoditas a b\njahe 5 4\nkopi 4 5", "komoditas a b\njahe 5 4\nkopi 4 4"
    shown = select(EVEN, *[most] * 99, last, draws=10)
    assert "bobot a turun dari 3 ke 2,97; pada titik itu" in only(prose.tipping(shown))


@pytest.mark.parametrize(
    ("value", "other", "written"),
    [
        (3.7, 3, "3,7"),
        (4.0, 3, "4"),
        (3.04, 3, "3,04"),
        (2.9996, 3, "2,9996"),
        (4.35, 4.36, "4,35"),
        (3, 3, "3"),
    ],
)
def test_a_number_beside_another_has_the_decimals_to_differ(value: float, other: float, written: str) -> None:
    assert beside(value, other).text("id") == written


# An exact tie: jahe (5 + 1)/2 = kopi_robusta (1 + 5)/2 = 3


def test_a_tie_is_said_as_a_tie_in_every_sentence_that_names_the_first() -> None:
    shown = tied()
    both = "Jahe dan Kopi robusta"
    for text in (only(prose.winner(shown)), said(prose.summary(shown))[0], only(prose.tipping(shown))):
        assert f"{both} sama kuat (seri) di peringkat pertama" in text or "sudah sama kuat (seri)" in text
    assert f"Jumlah berbobot menempatkan {both} secara seri" in only(prose.methods(shown))
    assert f"peringkat pertama ({both} secara seri)" in only(prose.decision(shown))
    assert f"{both} sama sering berada di peringkat pertama" in only(prose.certainty_near(shown))


def test_a_tie_gives_the_shared_index_with_n() -> None:
    assert said(prose.summary(tied()))[0].endswith("dengan indeks 3,00 dari 5 (n = 2 penilai).")


def test_a_decision_for_one_of_the_tied_says_that_they_are_tied() -> None:
    assert only(prose.decision_in_short(select(EVEN, TIED, decision=decided("kopi_robusta")))) == (
        "Keputusan tanggal 1 Juni 2024 menetapkan Kopi robusta. "
        "Komoditas itu termasuk yang sama kuat (seri) di peringkat pertama: Jahe dan Kopi robusta."
    )


def test_comparisons_that_break_a_tie_say_so() -> None:
    # AHP weights 6/10, 3/10, 1/10: jahe 3.4, kopi 1.8; agreed: jahe 7/3, kopi 7/3
    assert only(prose.ahp(compared())) == (
        "Bobot dari perbandingan berpasangan 1 penilai menempatkan Jahe di peringkat pertama, berbeda dari "
        "bobot yang disepakati (Jahe dan Kopi secara seri). "
        "Rasio konsistensi kelompok 0,00 masih dalam batas 0,1."
    )


# Vetoes: rumput_laut has the highest index (3.5) but costs 5, above 4; tuna reaches 1, below 2


def test_a_vetoed_commodity_is_named_with_its_score_and_threshold() -> None:
    assert only(prose.vetoes(vetoed())) == (
        "Melanggar ambang veto dan tidak diperingkat (n = 2 penilai): "
        "Rumput laut (harga: skor rata-rata 5, ambang paling tinggi 4) dan "
        "Tuna (jangkauan: skor rata-rata 1, ambang paling rendah 2)."
    )


def test_a_vetoed_commodity_never_wins_in_words() -> None:
    shown = vetoed()
    for answer in (prose.winner, prose.methods, prose.certainty_near, prose.certainty_any, prose.tipping):
        assert "Rumput laut" not in only(answer(shown))
        assert "Jahe" in only(answer(shown))


def test_a_mean_just_past_the_threshold_does_not_look_like_it() -> None:
    # 49 raters give 2, one gives 1: the mean is 1.98
    most, last = "komoditas a\njahe 2\nkopi 4", "komoditas a\njahe 1\nkopi 4"
    shown = select("kriteria bobot ambang_veto\na 3 2", *[most] * 49, last, draws=10)
    assert "skor rata-rata 1,98, ambang paling rendah 2,00" in only(prose.vetoes(shown))


def test_without_thresholds_or_breaches_or_scores_that_is_said() -> None:
    assert only(prose.vetoes(sole())) == "Kabupaten tidak menetapkan ambang veto."
    kept = select(LIMITED, GIVEN)
    assert only(prose.vetoes(kept)) == "Tidak ada komoditas yang melanggar ambang veto."
    assert only(prose.vetoes(select(LIMITED, "komoditas jangkauan harga"))) == "Belum ada skor."


def test_the_only_one_left_after_vetoes_is_said_to_be_so() -> None:
    left = select("kriteria bobot ambang_veto\na 3 3\nb 3 NaN", TIED)
    assert (
        "Jahe adalah satu-satunya komoditas yang memenuhi semua ambang veto, dengan indeks 3,00 dari 5."
        in (only(prose.winner(left)))
    )


# Decisions


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("jahe", "Keputusan itu sama dengan peringkat pertama."),
        ("kopi", "(Jahe); Kopi berada di peringkat 2 dengan indeks 2,75."),
        ("rumput_laut", "(Jahe); Rumput laut melanggar ambang veto."),
        ("sagu", "(Jahe); Sagu tidak termasuk yang diperingkat."),
    ],
)
def test_a_decision_is_set_against_the_ranking(name: str, told: str) -> None:
    given = "komoditas jangkauan harga\njahe 3 2\nkopi 2 2\nrumput_laut 5 5"
    shown = select(LIMITED, given, decision=decided(name))
    assert only(prose.decision_in_short(shown)).endswith(told)
    assert only(prose.decision(shown)).endswith(f"{told} Alasan yang dicatat: “potensi pasar”.")


def test_a_decision_for_an_incomplete_commodity_is_not_ranked() -> None:
    assert "Kakao tidak termasuk yang diperingkat" in only(prose.decision(incomplete()))


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_a_decision_without_a_reason_says_so(reason: str | None) -> None:
    shown = select(AGREED, GIVEN, decision=decided("jahe", reason))
    assert only(prose.decision(shown)).endswith("Alasannya tidak dicatat.")


def test_no_decision_is_said_and_one_without_a_ranking_still_names_the_choice() -> None:
    assert only(prose.decision(single())) == "Belum ada keputusan bertanggal yang tercatat."
    assert said(prose.summary(alone()))[-1] == (
        "Keputusan tercatat memilih Kopi robusta, tetapi tidak ada peringkat untuk membandingkannya."
    )


# Raters, comparisons, gaps


def test_a_single_rater_has_no_agreement_and_the_limits_say_what_that_means() -> None:
    shown = single()
    assert isinstance(prose.agreement(shown), NotEstimable)
    assert any(
        text.startswith("Hanya ada satu penilai: perbedaan pendapat") for text in said(prose.limits(shown))
    )


def test_no_comparisons_give_the_reason() -> None:
    assert "perbandingan belum berisi" in only(prose.ahp(sole()))


def test_contradictory_comparisons_are_read_with_care() -> None:
    text = only(prose.ahp(contradictory()))
    assert "melampaui batas 0,1: pertimbangannya saling bertentangan" in text
    assert text.endswith("Pertimbangan 1 dari 1 penilai tidak konsisten.")


def test_who_did_not_compare_every_pair_is_counted() -> None:
    pairs = "penilai kriteria_a kriteria_b nilai\np1 a b 2\np1 b c 3\np1 a c 6\np2 a b 9"
    text = only(prose.ahp(select(THREE, FOR_THREE, comparisons=table(pairs))))
    assert text.startswith("Bobot dari perbandingan berpasangan 1 penilai")
    assert text.endswith(
        "1 penilai tidak membandingkan semua pasangan kriteria, sehingga tidak ikut dihitung di sini."
    )


def test_a_rater_who_left_scores_out_is_counted_and_the_gap_is_told() -> None:
    partly = GIVEN.replace("nanas 4 3", "nanas 4 -")
    shown = select(AGREED, GIVEN, GIVEN, partly)
    assert only(prose.agreement(shown)).endswith(
        "1 penilai tidak memberi skor untuk semua komoditas dan kriteria, sehingga tidak ikut "
        "dihitung di sini."
    )
    assert "1 skor tidak diberikan; rata-rata dihitung dari penilai yang memberi skor." in (
        said(prose.limits(shown))
    )


def test_an_incomplete_commodity_is_named_as_not_ranked() -> None:
    shown = incomplete()
    assert "Tidak diperingkat sebab ada kriteria yang belum dinilai seorang pun: Kakao." in (
        said(prose.limits(shown))
    )
    assert "Kakao" not in only(prose.winner(shown))


@pytest.mark.parametrize("make", [unscored, alone, all_vetoed])
def test_without_a_ranking_the_summary_gives_the_reason_first(make) -> None:
    shown = make()
    assert said(prose.summary(shown))[0] == shown.result.ranking.reason.text("id")
    assert prose.winner(shown) == prose.certainty_near(shown) == prose.tipping(shown) == shown.result.ranking


def test_without_scores_the_limits_count_nobody() -> None:
    assert not any("0 komoditas" in text or "0 penilai" in text for text in said(prose.limits(unscored())))


def test_reasons_name_commodities_as_people_do() -> None:
    half = select(AGREED, "komoditas jangkauan harga\njahe 5 2\nkopi_robusta 4 -")
    assert only(prose.winner(half)).endswith("Skor belum lengkap: Kopi robusta.")


# Evidence


def test_evidence_counts_figures_sources_and_years_and_judges_their_age() -> None:
    shown = select(AGREED, GIVEN, decision=decided("jahe", day="2028-06-01"))
    assert only(prose.evidence(shown)).endswith(
        "Datanya berasal dari tahun 2022. "
        "Pada tahun 2028, 6 skor bersandar pada data yang berumur lebih dari lima tahun."
    )
    assert said(prose.limits(shown))[-1].startswith(
        "6 skor bersandar pada data yang berumur lebih dari lima tahun"
    )


def test_without_a_year_to_judge_by_the_age_is_not_judged() -> None:
    assert only(prose.evidence(single())).endswith(
        "Tahun acuan tidak diketahui, sehingga umur data tidak dapat dinilai."
    )


# Hostile names


def test_hostile_names_and_reasons_come_out_as_they_were_written() -> None:
    shown = hostile()
    texts = " ".join(text for _name, answer in every(prose, shown) for text in said(answer))
    first = [readable(name) for name in shown.result.ranking.winners]
    assert all(name in texts for name in first)
    assert "menetapkan Kopi {luwak} {0} {." in texts
    assert f"Alasan yang dicatat: “{REASON}”." in texts
    assert not any(rater in texts for rater in RATERS)


def test_a_hostile_criterion_is_named_as_it_was_written() -> None:
    strict = select(
        "kriteria bobot ambang_veto\n{x}<b> 3 3\nb 3 NaN", TIED.replace("komoditas a", "komoditas {x}<b>")
    )
    assert "({x}<b>: skor rata-rata 1, ambang paling rendah 3)" in only(prose.vetoes(strict))


def test_a_comma_in_a_name_makes_no_second_commodity() -> None:
    # the name with the comma overtakes where b weighs more
    shown = select(EVEN, "komoditas a b\njahe 5 3\nnanas,segar 3 4")
    assert "pada titik itu Nanas,segar menyamai" in only(prose.tipping(shown))
    assert cells(tables.tipping_points(shown), "rival") == ["Nanas,segar"] * 2
    ahead = "komoditas a b\nnanas,segar 5 3\njahe 3 4"
    assert cells(tables.raters(select(EVEN, ahead, ahead)), "first") == ["Nanas,segar"] * 2


# Figures for comparison across districts


def test_key_figures_are_those_of_the_result() -> None:
    shown = sole()
    figures = key_figures(shown.result)
    assert figures["winners"] == ("jahe",)
    assert figures["index"] == pytest.approx((5 * 5 + 3 * 4) / 8)
    assert (figures["raters"], figures["candidates"], figures["methods_agree"]) == (2, 3, False)
    assert (figures["first_near"], figures["kendall_w"]) == (1, 1)
    assert (figures["decided"], figures["agrees"]) == ("jahe", True)
    assert 0 < figures["kendall_p"] <= 1


def test_key_figures_of_a_tie_name_all_and_of_nothing_say_why() -> None:
    assert key_figures(tied().result)["winners"] == ("jahe", "kopi_robusta")
    nothing = key_figures(unscored().result)
    for name in ("winners", "index", "methods_agree", "first_near", "first_any", "kendall_w", "decided"):
        assert isinstance(nothing[name], NotEstimable), name
    assert (nothing["candidates"], nothing["raters"]) == (0, 0)
    assert set(nothing) == set(key_figures(sole().result))


def test_a_lone_commodity_left_by_vetoes_has_an_index_but_no_certainty() -> None:
    figures = key_figures(select("kriteria bobot ambang_veto\na 3 3\nb 3 NaN", TIED).result)
    assert (figures["winners"], figures["index"]) == (("jahe",), 3)
    assert isinstance(figures["first_near"], NotEstimable)
