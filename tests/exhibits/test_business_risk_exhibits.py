"""What people are shown and told about investments, loans and risk."""

from __future__ import annotations

import re
from functools import cache

import pytest
from business_cases import BOTH_GAIN, ONE_LOSES, compare
from business_reports import CASES, FORMULA, IMAGE, Shown, gaining, hostile, incomplete, losing
from exhibit_reading import cells, drawing, only, said, shown, strings

from pasar_nb.analysis.business import Assumptions, key_figures
from pasar_nb.figures import business as figures
from pasar_nb.findings import NotEstimable
from pasar_nb.prose import business as prose
from pasar_nb.tables import business as tables
from pasar_nb.tables.rendering import to_html

LENT = "sesudah lembaga_keuangan pokmas pembiayaan KUR"
EVERY_CASE = pytest.mark.parametrize("make", CASES.values(), ids=CASES.keys())
OFFTAKER = """
kondisi peran        unit jenis    volume harga harga_rendah harga_tinggi
sebelum pokmas       10   masuk    100    10    -            -
sesudah pokmas       10   masuk    100    15    10           20
sebelum mitra_swasta 1    masuk    1000   20    20           20
sebelum mitra_swasta 1    variabel 1000   10    -            -
sesudah mitra_swasta 1    masuk    1000   26    26           26
sesudah mitra_swasta 1    variabel 1000   15    -            -
"""  # the offtaker's gain is 1.000 x (26 - 15) - 1.000 x (20 - 10) = 1.000


PUMP = """
kondisi peran  unit jenis     volume harga    frekuensi_per_tahun
sebelum pokmas 1    masuk     1      20000000 1
sesudah pokmas 1    masuk     1      10000000 1
sebelum pokmas 1    investasi 1      20000000 1
sesudah pokmas 1    investasi 1      21600000 0
"""


def invests(amount: int) -> str:
    return BOTH_GAIN + f"sesudah pokmas 40 investasi 1 {amount}\n"


@cache
def borrowing() -> Shown:
    return shown(compare(invests(3_000_000), LENT))


@cache
def offtaker() -> Shown:
    return shown(compare(OFFTAKER))


def test_the_present_value_is_told_with_horizon_rate_range_and_return() -> None:
    # bought every year: -1, 1, 1, 1, 1 and 2 million; at 100 % 1/2 + 1/4 + 1/8 + 1/16 + 2/32 = 1
    case = shown(compare(invests(1_000_000), assumptions=Assumptions(discount_rate=0)))
    text = only(prose.present_values(case))
    assert text.startswith("Selama 5 tahun, dengan tingkat diskonto riil 0% setahun")
    assert "POKMAS Rp5.000.000 (kisaran Rp5.000.000 sampai Rp5.000.000; IRR 100% setahun)" in text


def test_the_present_value_is_that_of_the_whole_change_and_no_rate_of_hundreds_per_cent_is_claimed() -> None:
    # a kit for 400.000 and 2 million a year, mostly from the price: the internal rate is about 400 %
    case = shown(compare(invests(400_000)))
    assert case.result.investment.table["rates"].iloc[0][0] > 3
    text = only(prose.present_values(case))
    assert "nilai kini bersih dari seluruh perubahan model (harga, volume, dan biaya, bukan" in text
    assert "IRR > 100% setahun" in text
    assert cells(tables.present_values(case), "irr") == ["> 100%"]
    assert "bukan hasil investasi itu saja" in tables.present_values(case).note.text("id")


def test_an_investment_that_is_not_earned_back_has_no_rate_and_says_so() -> None:
    case = shown(compare(ONE_LOSES + "sesudah mitra_lokal 1 investasi 1 9000000\n"))
    text = only(prose.present_values(case))
    assert "IRR tidak ada" in text
    assert "tidak kembali dalam 5 tahun: Mitra lokal." in text
    assert cells(tables.present_values(case), "irr") == ["tidak ada"]


def test_several_rates_are_all_written_and_called_useless() -> None:
    # income falls by 10 million, a yearly outlay of 20 million is saved, 21,6 million are paid once:
    # -1,6, 10 and -10 million, the pump of Lorie and Savage 1955
    case = shown(compare(PUMP, assumptions=Assumptions(horizon=2)))
    assert case.result.investment.flows["flow"].tolist() == [-1.6e6, 10e6, -10e6]
    assert "IRR lebih dari satu, 25% dan 400%, sehingga tidak dapat dipakai" in only(
        prose.present_values(case)
    )
    assert cells(tables.present_values(case), "irr") == ["lebih dari satu: 25% dan 400%"]


def test_the_loan_is_called_an_assumption_and_compared_with_before() -> None:
    (text,) = said(prose.loan(borrowing()))
    payment = 3_000_000 * 0.06 / (1 - 1.06**-3)
    assert text.startswith("Anggapan, bukan data kabupaten")
    assert f"Rp{payment:,.0f}".replace(",", ".") + " setahun" in text
    assert f"setara {100 * payment / 7_200_000:.1f}".replace(".", ",") + "% dari penjualannya" in text
    assert "di atas pendapatan sebelumnya" in text
    assert "bukan data kabupaten" in tables.repayment(borrowing()).note.text("id")


def test_the_lenders_own_income_stands_beside_the_assumed_interest() -> None:
    lines = invests(3_000_000).replace("harga\n", "harga satuan\n", 1)
    lines = "\n".join(one if "kondisi" in one or not one else f"{one} kg" for one in lines.splitlines())
    case = shown(compare(lines + "\nsesudah lembaga_keuangan 1 masuk 47 600000 pinjaman\n", LENT))
    text = only(prose.loan(case))
    assert (
        "mencatat pendapatan Rp600.000 setahun per pinjaman; bunga menurut anggapan di atas Rp180.000" in text
    )
    assert "Anggaran POKMAS tidak memuat bunga atau angsuran" in text
    assert "lembaga keuangan sendiri" not in only(prose.loan(borrowing()))


def test_a_repayment_that_eats_the_gain_is_said() -> None:
    dear = shown(compare(invests(9_000_000), LENT))
    assert "tidak lebih dari pendapatan sebelumnya (Rp3.500.000)" in only(prose.loan(dear))


def test_without_a_lender_the_reason_stands_in_its_place() -> None:
    assert "Tidak ada lembaga keuangan yang membiayai POKMAS" in only(prose.loan(gaining()))
    assert isinstance(tables.repayment(gaining()), NotEstimable)


def test_the_joint_probability_comes_first_with_its_error() -> None:
    result = gaining().result.risk.simulation
    text = only(prose.probabilities(gaining()))
    assert text.startswith(
        "Dalam 10.000 simulasi harga dan volume, 2 pihak bersama-sama memperoleh lebih pada"
    )
    assert "galat baku" in text.split(").")[0]
    assert result.together <= min(result.table["probability"])
    assert f"pada {100 * result.together:.0f}% (galat" in text


def test_no_probability_is_written_as_certain() -> None:
    for case in (gaining(), losing(), offtaker()):
        texts = [only(prose.probabilities(case)), figures.probabilities(case).title.text("id")]
        assert not any(re.search(r"(?<![\d,])(0|100)% ", text) for text in texts)


def test_the_summary_says_how_likely_all_gain_and_who_least() -> None:
    text = " ".join(said(prose.summary(gaining())))
    assert "2 pihak memperoleh lebih sesudahnya bila masing-masing dilihat sendiri-sendiri" in text
    share = f"{100 * gaining().result.risk.simulation.together:.0f}%"
    assert f"dan bersama-sama pada {share} dari 10.000 simulasi harga dan volume" in text
    assert "2 pihak bersama-sama memperoleh lebih pada" in " ".join(said(prose.summary(losing())))
    assert "Peluang memperoleh lebih paling kecil pada Mitra lokal:" in text


def test_a_party_left_out_of_the_simulation_is_named() -> None:
    missing = incomplete().result.risk.simulation.missing
    assert "pokmas" in missing
    assert "yang anggarannya tidak lengkap" in only(prose.probabilities(incomplete()))


def test_the_first_incentive_to_break_is_named_with_price_and_the_final_price_marked() -> None:
    text = only(prose.price_falls(offtaker()))
    # offtaker 1.000 / 26.000 = 3,8 %, below 26 - 1 = 25; producers 500 / 1.500 = 33,3 %
    assert "adalah Mitra swasta: pada penurunan lebih dari 3,8%, yaitu di bawah Rp25 per kg." in text
    assert "POKMAS 33,3%" in text
    assert cells(tables.price_falls(offtaker()), "catatan") == [None, "yang pertama"]


def test_who_gains_nothing_already_is_said_before_who_breaks_first() -> None:
    text = only(prose.price_falls(shown(compare(ONE_LOSES))))
    assert text.startswith("Mitra lokal sudah tidak memperoleh lebih pada harga yang dicatat.")


def test_bars_of_the_tornado_reach_from_the_plan_to_low_and_high() -> None:
    table = offtaker().result.risk.sensitivity.table
    row = table[table["peran"].eq("pokmas")].iloc[0]
    scale = table.loc[table["peran"].eq("pokmas"), ["gain", "gain_low", "gain_high"]].abs().to_numpy().max()
    low, high = drawing(figures.tornado(offtaker()))["data"][:2]
    assert low["base"][0] == pytest.approx(row["gain"] / scale, abs=1e-3)
    assert low["base"][0] + low["x"][0] == pytest.approx(row["gain_low"] / scale, abs=1e-3)
    assert high["base"][0] + high["x"][0] == pytest.approx(row["gain_high"] / scale, abs=1e-3)


def test_a_party_that_gains_at_no_value_is_in_the_title_and_the_sentence() -> None:
    poor = shown(compare(ONE_LOSES.replace("1200   61000", "1200   55000")))
    words = "Mitra lokal tidak memperoleh lebih, harga atau volume mana pun yang berubah sendirian."
    table = poor.result.risk.sensitivity.table
    assert not table["turns"].any()
    assert figures.tornado(poor).title.text("id") == words
    assert only(prose.sensitivity(poor)).endswith(words)


def test_assumed_ranges_differ_from_given_ones_by_star_and_pattern() -> None:
    content = drawing(figures.tornado(offtaker()))
    shapes = {bar["marker"]["pattern"]["shape"] for bar in content["data"]}
    labels = [text for text in strings(content["layout"]["annotations"]) if "(±" in text or "…" in text]
    assert shapes == {"", "/"}
    assert any("*" in label for label in labels)
    assert any("*" not in label for label in labels)
    assert {"anggapan ±20%", "dicatat kabupaten"} <= set(cells(tables.sensitivity(offtaker()), "asal"))


def test_of_many_things_eight_are_drawn_and_the_rest_counted() -> None:
    lines = "kondisi peran unit jenis volume harga komponen\nsebelum pokmas 1 masuk 1 5000 jual\n"
    lines += "sesudah pokmas 1 masuk 1 9000 jual\n"
    lines += "".join(f"sesudah pokmas 1 variabel 1 {1000 + place} biaya-{place}\n" for place in range(12))
    case = shown(compare(lines))
    assert len(drawing(figures.tornado(case))["data"]) == 2 * 8
    # twelve costs, a price and the volume
    assert "6 hal lain" in figures.tornado(case).note.text("id")
    assert len(cells(tables.sensitivity(case), "hal")) == 8
    assert "6 hal lain" in tables.sensitivity(case).note.text("id")


def test_the_joint_bar_is_the_last_and_has_a_colour_of_its_own() -> None:
    (bar,) = drawing(figures.probabilities(gaining()))["data"]
    assert bar["y"][-1].replace("<br>", " ") == "Semua pihak bersama"
    assert bar["marker"]["color"][-1] not in bar["marker"]["color"][:-1]
    assert bar["x"][-1] == pytest.approx(100 * gaining().result.risk.simulation.together, abs=0.01)


def test_names_of_the_data_are_text_in_tornado_and_tables() -> None:
    labels = list(strings(drawing(figures.tornado(hostile()))["layout"]["annotations"]))
    assert not any("<img" in label or FORMULA in label for label in labels)
    assert any("&lt;img" in label for label in labels)
    assert IMAGE not in to_html(tables.sensitivity(hostile()), "id")


def test_the_limits_say_that_probabilities_rest_on_assumptions() -> None:
    text = " ".join(said(prose.limits(gaining())))
    assert "Peluang bukan ramalan" in text
    assert "±20%" in text


@EVERY_CASE
def test_key_figures_of_risk_are_numbers_or_reasons(make) -> None:
    found = key_figures(make().result)
    likely = found["all_gain_probability"]
    assert likely is None or isinstance(likely, NotEstimable) or 0 <= likely <= 1
    assert found["first_to_break"] is None or isinstance(found["first_to_break"], str | NotEstimable)


def test_a_probability_of_some_parties_is_not_put_on_record_as_that_of_all() -> None:
    assert incomplete().result.risk.simulation.missing
    assert key_figures(incomplete().result)["all_gain_probability"] is None
    assert key_figures(borrowing().result)["pokmas_npv"] == pytest.approx(
        borrowing().result.investment.table["npv"].iloc[0]
    )
