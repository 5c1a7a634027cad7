"""What people are told about a business model, sentence by sentence."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from business_cases import BOTH_GAIN, WITH_RANGES, compare
from business_reports import (
    BRACES,
    CASES,
    baseline_only,
    gaining,
    gone_party,
    hostile,
    incomplete,
    losing,
    new_party,
    ranged,
    risky,
)
from exhibit_reading import cells, every, said, shown

from pasar_nb.figures import business as figures
from pasar_nb.prose import business as prose
from pasar_nb.tables import business as tables

PACKAGE = Path(prose.__file__).parents[2]
CAUSAL = ("menyebabkan", "disebabkan", "karena program", "berkat", "dampak", "akibat", "berpengaruh")
EVERY_CASE = pytest.mark.parametrize("make", CASES.values(), ids=CASES.keys())


@EVERY_CASE
def test_every_sentence_is_whole_and_shows_nothing_of_the_machine(make) -> None:
    for name, answer in every(prose, make()):
        for text in said(answer):
            assert text[-1] == ".", (name, text)
            assert "  " not in text
            words = set(text.replace("(", " ").replace(")", " ").replace(",", " ").split())
            assert not {"nan", "Rpnan", "None", "NaN", "<NA>", "inf", "True", "False"} & words, text


@EVERY_CASE
def test_every_sentence_can_be_read_in_english(make) -> None:
    for _name, answer in every(prose, make()):
        assert all(text.strip() for text in said(answer, "en"))


@EVERY_CASE
def test_the_summary_is_three_to_five_sentences_and_limits_are_never_empty(make) -> None:
    assert 3 <= len(prose.summary(make())) <= 5
    assert prose.limits(make())


def test_no_text_of_this_analysis_claims_a_cause_or_a_confidence_interval() -> None:
    found = []
    for layer in ("analysis", "prose", "figures", "tables"):
        for path in sorted((PACKAGE / layer / "business").glob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"_", "_n"}:
                    found.append(ast.literal_eval(node.args[0]))
    assert len(found) > 100
    assert [text for text in found if any(word in text.lower() for word in CAUSAL)] == []
    of_intervals = [text for text in found if "selang kepercayaan" in text]
    assert all("bukan selang kepercayaan" in text for text in of_intervals)


def test_the_loser_stands_in_the_first_words_with_amount_and_units() -> None:
    first = said(prose.summary(losing()))[0]
    assert first.startswith(
        "Mitra lokal kehilangan Rp3.000.000 setahun per usaha (tanpa kisaran; n = 1 usaha)"
    )
    assert "aturan bahwa setiap pihak memperoleh lebih tidak terpenuhi." in first
    assert "1 memperoleh lebih (POKMAS)" in first


def test_a_party_that_is_gone_is_a_loser() -> None:
    first = said(prose.summary(gone_party()))[0]
    assert first.startswith("Mitra swasta tidak ikut lagi dan kehilangan Rp50.000 setahun")


def test_when_everyone_gains_all_are_named() -> None:
    first = said(prose.summary(gaining()))[0]
    share = f"{100 * gaining().result.risk.simulation.together:.0f}%"
    assert first == (
        "Menurut kalkulasi bisnis, semua 2 pihak memperoleh lebih sesudahnya bila masing-masing dilihat "
        f"sendiri-sendiri, dan bersama-sama pada {share} dari 10.000 simulasi harga dan volume: POKMAS dan "
        "Mitra lokal."
    )


# POKMAS sell 10 kg for 100 (90-110), then for 200 (150-250); the offtaker resells it for 300, then for 405.
# Each gains in its own range, 10 x (150 - 90) and 10 x (404 - 200) - 10 x (299 - 100) = 50; but a price of
# 250 for POKMAS leaves the offtaker 10 x (405 - 250) < 10 x (300 - 110).
OWN_RANGE_ONLY = """
kondisi peran        unit jenis    volume harga harga_rendah harga_tinggi
sebelum pokmas       1    masuk    10     100   90           110
sesudah pokmas       1    masuk    10     200   150          250
sebelum mitra_swasta 1    masuk    10     300   299          301
sebelum mitra_swasta 1    variabel 10     100   -            -
sesudah mitra_swasta 1    masuk    10     405   404          406
sesudah mitra_swasta 1    variabel 10     200   -            -
"""


def test_a_rule_kept_in_each_partys_own_range_is_not_called_one_kept_in_every_market() -> None:
    case = shown(compare(OWN_RANGE_ONLY))
    likely = case.result.risk.simulation.together
    assert case.result.gains.rule == "kept"
    assert likely < 0.7
    texts = said(prose.summary(case))
    assert "dilihat dengan kisarannya sendiri, dan bersama-sama pada" in texts[0]
    assert f"pada {100 * likely:.0f}% dari 10.000 simulasi" in texts[0]
    assert not any("buruk, biasa, maupun baik" in text for text in texts)
    assert texts[2].count("bersama-sama") == 0  # not told twice


@EVERY_CASE
def test_the_summary_has_no_word_of_the_statistician(make) -> None:
    text = " ".join(said(prose.summary(make())))
    assert not any(word in text for word in ("galat baku", "poin persen", "Monte Carlo", "korelasi"))


def test_a_smaller_loss_is_called_a_loss() -> None:
    # 100 x 1.000 - 300.000 = -200.000, then 100 x 2.000 - 300.000 = -100.000
    lines = "sebelum mitra_swasta 1 masuk 100 1000\nsebelum mitra_swasta 1 tetap 1 300000\n"
    lines += "sesudah mitra_swasta 1 masuk 100 2000\nsesudah mitra_swasta 1 tetap 1 300000\n"
    case = shown(compare(BOTH_GAIN + lines))
    first = said(prose.summary(case))[0]
    assert first.startswith(
        "Mitra swasta masih belum untung, −Rp100.000 setahun per usaha, meskipun ruginya berkurang dari "
        "−Rp200.000 (tanpa kisaran; n = 1 usaha): aturan bahwa setiap pihak memperoleh lebih tidak terpenuhi."
    )
    assert figures.net_income(case).title.text("id") == "Mitra swasta masih belum untung sesudahnya."
    table = tables.gains(case)
    assert cells(table, "putusan")[table.highlight[0]] == "rugi berkurang, belum untung"


def test_a_winner_that_works_at_a_loss_in_a_bad_state_is_flagged_beside_the_claim() -> None:
    # after 100 x 10.000 at its lowest less 10 x 150.000 = -500.000, before 100 x 1.000 less 1.500.000
    poor = "kondisi peran unit jenis volume harga harga_rendah harga_tinggi\n"
    poor += "sebelum pokmas 40 masuk 100 5000 1000 6000\nsebelum pokmas 40 variabel 10 150000 - -\n"
    poor += "sesudah pokmas 40 masuk 100 20000 10000 25000\nsesudah pokmas 40 variabel 10 150000 - -\n"
    case = shown(compare(poor))
    assert case.result.gains.rule == "kept"
    assert said(prose.summary(case))[0] == (
        "Menurut kalkulasi bisnis, POKMAS memperoleh lebih sesudahnya. Pada keadaan buruk sesudahnya, yang "
        "merugi: POKMAS −Rp500.000 setahun."
    )


def test_a_gain_that_depends_on_the_market_is_not_called_a_gain() -> None:
    first = said(prose.summary(risky()))[0]
    assert first.startswith("Belum pasti bahwa setiap pihak memperoleh lebih.")
    assert "1 bergantung pada harga dan volume (POKMAS)" in first
    # usual 100 x 20.000, bad 100 x (30.000 - 48.000), good 100 x (90.000 - 52.000)
    detail = said(prose.rule(risky()))[1]
    assert "POKMAS bertambah Rp2.000.000 (kisaran −Rp1.800.000 sampai Rp3.800.000" in detail


def test_the_household_is_told_per_year_and_month_with_range_and_n() -> None:
    (text,) = said(prose.producers(ranged()))
    assert "berubah dari Rp4.500.000 menjadi Rp6.500.000 setahun" in text
    assert "(Rp375.000 menjadi Rp541.667 sebulan)" in text
    assert "bertambah Rp2.000.000 setahun (kisaran Rp600.000 sampai Rp3.800.000; n = 40 rumah tangga)" in text


def test_a_gain_that_a_worse_market_could_undo_says_so() -> None:
    # worst after 100 x 50.000 - 600.000 = 4.400.000, best before 100 x 52.000 - 450.000 = 4.750.000
    loose = shown(compare(WITH_RANGES.replace("70000 54000 ", "70000 50000 ")))
    assert said(prose.rule(loose))[-1].endswith("perubahannya menjadi POKMAS −Rp350.000.")
    assert not any("serba buruk" in text for text in said(prose.rule(ranged())))  # there 4.800.000


def test_a_new_party_is_called_new_and_not_compared() -> None:
    text = " ".join(said(prose.rule(new_party())))
    assert "Penyedia input, pihak baru, Rp900.000 (tanpa kisaran; n = 2 usaha)" in text
    assert "tidak dibandingkan dengan nol" in " ".join(said(prose.limits(new_party())))


def test_a_missing_quantity_is_named_as_what_keeps_the_rule_open() -> None:
    text = " ".join(said(prose.rule(incomplete())))
    assert "POKMAS, sebab ada baris anggaran tanpa volume, harga, atau frekuensi" in text
    assert "Lembaga keuangan, sebab anggarannya tidak dicatat" in text


def test_the_baseline_alone_is_reported_as_such() -> None:
    (text,) = said(prose.producers(baseline_only()))
    assert "pada kondisi sebelum: Rp3.500.000 setahun atau Rp291.667 sebulan" in text
    assert "belum dicatat" in said(prose.summary(baseline_only()))[0]


def test_investment_is_told_apart_with_its_years() -> None:
    (text,) = said(prose.investment(gaining()))
    assert (
        "Rp9.000.000, yang tertutup oleh seluruh tambahan pendapatannya dalam 3,0 tahun" in text
    )  # 9.000.000 / 3.000.000


def test_who_pays_is_told_with_shares_and_realisation() -> None:
    (text,) = said(prose.finance(gaining()))
    assert "tahun 2023–2025 berjumlah Rp100.000.000 (n = 4 biaya), dibayar oleh APBD 80%" in text
    assert "2 dari 4 biaya: Rp78.000.000 dari anggaran Rp80.000.000 (98%)" in text
    (unreported,) = said(prose.finance(incomplete()))
    assert "Realisasinya belum dilaporkan." in unreported


def test_of_many_sources_the_largest_are_named_and_the_rest_summed() -> None:
    paid = "kegiatan kelompok sumber tahun anggaran realisasi\n" + "\n".join(
        f"k intervensi {source} 2024 {amount} -"
        for source, amount in {"APBD": 50, "APBN": 20, "DAK": 15, "CSR": 10, "donor": 5}.items()
    )
    (text,) = said(prose.finance(shown(compare(WITH_RANGES, "", paid))))
    assert "dibayar oleh APBD 50%, APBN 20%, DAK 15%, dan 2 sumber lain 15%." in text


def test_the_wage_is_a_yardstick_with_its_year() -> None:
    (text,) = said(prose.wage(gaining()))
    assert "upah minimum kabupaten 2023 (Rp2.000.000" in text
    assert "15% sebelum dan 23% sesudah" in text  # 3.500.000 / 12 and 5.500.000 / 12 of 2.000.000


def test_braces_of_the_data_stay_as_they_are() -> None:
    assert BRACES in " ".join(said(prose.producers(hostile())))
