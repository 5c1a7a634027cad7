"""Who shares the costs, what a household costs, and what points to free capital."""

from __future__ import annotations

import math

import pytest
from business_cases import BOTH_GAIN, NO_RELATIONS, compare, costs, model, relations

from pasar_nb.analysis.business import CostSharing, FreeCapital, key_figures
from pasar_nb.analysis.business.budgets import sum_budgets
from pasar_nb.analysis.business.exchanges import compare_exchanges
from pasar_nb.analysis.business.finance import sum_finance
from pasar_nb.analysis.business.sharing import FREE_WORDS, find_free_capital, share_costs
from pasar_nb.contract.tables.business import SOURCES_OF_FUNDS
from pasar_nb.findings import NotEstimable
from pasar_nb.vocabulary import FUND_CLASS_LABELS, FUND_CLASSES

HEAD = "kegiatan kelompok sumber tahun anggaran realisasi\n"
PAID = (
    HEAD
    + """
rapat    kelembagaan APBD             2024 600 570
desa     intervensi  APBDes           2024 400 400
alat     intervensi  mitra_lokal      2024 150 120
mutu     intervensi  mitra_swasta     2024 250 200
uji      intervensi  CSR              2024 50  50
rumah    intervensi  pokmas           2024 100 100
pinjaman intervensi  lembaga_keuangan 2024 900 800
kajian   kelembagaan donor            2024 70  -
"""
)


def shared(paid: str, text: str = BOTH_GAIN) -> CostSharing:
    result = share_costs(sum_finance(costs(paid)), sum_budgets(model(text)))
    assert isinstance(result, CostSharing)
    return result


def free(exchanged: str, paid: str = PAID) -> FreeCapital:
    result = find_free_capital(costs(paid), compare_exchanges(relations(exchanged)))
    assert isinstance(result, FreeCapital)
    return result


def test_every_source_of_the_contract_belongs_to_one_class() -> None:
    assert set(FUND_CLASSES) == set(SOURCES_OF_FUNDS)
    assert set(FUND_CLASSES.values()) == set(FUND_CLASS_LABELS)


def test_classes_add_up_to_the_whole_budget() -> None:
    result = shared(PAID)
    table = result.table.set_index("kelas")
    assert table["budget"].to_dict() == {
        "pemerintah": 600 + 400,
        "usaha": 150 + 250 + 50,
        "pokmas": 100,
        "lembaga_keuangan": 900,
        "donor": 70,
    }
    assert table["budget"].sum() == sum_finance(costs(PAID)).budget
    assert table["share"].sum() == pytest.approx(1)
    assert math.isnan(table.loc["donor", "spent"])


def test_leverage_is_private_per_public_money_with_and_without_loans() -> None:
    ratio = shared(PAID).leverage
    assert ratio.all_private == pytest.approx((450 + 100 + 900) / 1000)
    assert ratio.without_loans == pytest.approx((450 + 100) / 1000)
    assert ratio.realised.ratio == pytest.approx((370 + 100 + 800) / 970)
    assert (ratio.realised.first, ratio.realised.covered) == (2024, 1)
    assert ratio.lent


def test_donors_do_not_count_as_private_or_public() -> None:
    more = PAID.replace("donor            2024 70 ", "donor            2024 9999 ")
    assert shared(more).leverage == shared(PAID).leverage


def test_a_class_that_reports_nothing_leaves_the_realised_leverage_unknown() -> None:
    silent = PAID.replace("900 800", "900 -")
    assert isinstance(shared(silent).leverage.realised, NotEstimable)


TWO_YEARS = (
    HEAD
    + """
rapat    kelembagaan APBD         2024 100 90
latihan  kelembagaan APBD         2025 900 -
mesin    intervensi  mitra_lokal  2024 300 270
alat     intervensi  mitra_lokal  2025 900 810
"""
)


def test_the_realised_leverage_compares_the_years_that_both_sides_report() -> None:
    realised = shared(TWO_YEARS).leverage.realised
    assert realised.ratio == pytest.approx(270 / 90)  # not (270 + 810) / 90
    assert (realised.first, realised.last) == (2024, 2024)
    assert realised.covered == pytest.approx((100 + 300) / (1000 + 1200))


def test_one_reported_public_cost_of_many_is_no_realised_leverage() -> None:
    lopsided = TWO_YEARS.replace("2025", "2024")
    assert isinstance(shared(lopsided).leverage.realised, NotEstimable)


def test_sides_that_pay_in_different_years_are_compared_when_all_of_it_is_reported() -> None:
    apart = HEAD + "rapat kelembagaan APBD 2023 100 100\nmesin intervensi CSR 2024 100 50\n"
    realised = shared(apart).leverage.realised
    assert (realised.ratio, realised.first, realised.last, realised.covered) == (0.5, 2023, 2024, 1)
    assert isinstance(shared(apart.replace("100 50", "100 -")).leverage.realised, NotEstimable)


def test_without_public_money_there_is_no_leverage() -> None:
    private = HEAD + "mutu intervensi mitra_swasta 2024 250 -\n"
    assert isinstance(shared(private).leverage, NotEstimable)
    nought = private + "rapat kelembagaan APBD 2024 0 -\n"
    assert isinstance(shared(nought).leverage, NotEstimable)


def test_the_cost_per_household_divides_by_the_producers_of_the_model_after() -> None:
    each = shared(PAID, BOTH_GAIN.replace("sesudah pokmas      40", "sesudah pokmas      50")).per_household
    # 2.520 in all, of which 900 are lent and paid back; donors' 70 are not reported
    assert (each.households, each.budget, each.public) == (50, (2520 - 900) / 50, 1000 / 50)
    assert each.lent == 900 / 50
    assert each.spent == (2240 - 800) / 50
    assert each.covered == pytest.approx((1620 - 70) / 1620)


def test_loans_alone_or_budgets_of_nought_cost_nothing_that_could_be_told() -> None:
    lent = HEAD + "pinjaman intervensi lembaga_keuangan 2024 900 800\n"
    nought = HEAD + "rapat kelembagaan APBD 2024 0 0\n"
    assert isinstance(shared(lent).per_household, NotEstimable)
    assert isinstance(shared(nought).per_household, NotEstimable)


@pytest.mark.parametrize(
    ("given", "becomes"),
    [("sesudah pokmas      40", "sesudah pokmas      -"), ("sesudah pokmas", "sesudah penyedia_input")],
)
def test_without_a_known_number_of_households_there_is_no_cost_of_one(given: str, becomes: str) -> None:
    result = shared(PAID, BOTH_GAIN.replace(given, becomes))
    assert isinstance(result.per_household, NotEstimable)
    assert not isinstance(result.leverage, NotEstimable)


def test_two_numbers_of_households_are_not_averaged() -> None:
    torn = BOTH_GAIN.replace("sesudah pokmas      40   tetap", "sesudah pokmas      35   tetap")
    assert isinstance(shared(PAID, torn).per_household, NotEstimable)


def test_without_costs_nothing_is_shared_and_the_reason_is_the_same() -> None:
    result = compare(BOTH_GAIN)
    assert result.sharing == result.finance
    assert isinstance(key_figures(result)["leverage"], NotEstimable)


@pytest.mark.parametrize("words", FREE_WORDS)
def test_the_words_for_free_capital_are_found_whatever_their_capitals(words: str) -> None:
    assert _of(f"Paket {words.upper()} usaha mikro") == [words]


def test_words_inside_other_words_are_not_found() -> None:
    assert _of("Lokakarya penghibahan") == []
    assert _of("Pinjaman modal kerja") == []
    assert _of("Bantuan alat uji mutu") == []
    assert _of("Pelatihan gratis") == []


def test_all_words_of_a_name_are_given_once() -> None:
    assert _of("Hibah stimulan, hibah") == ["hibah, stimulan"]


def _of(name: str) -> list[str]:
    """Find the pointers in the name of one activity."""
    paid = costs(HEAD + "x intervensi APBD 2024 10 -\n").assign(kegiatan=name)
    result = find_free_capital(paid, compare_exchanges(NO_RELATIONS))
    return result.pointed["words"].tolist()


def test_money_from_the_government_without_anything_back_is_pointed_out() -> None:
    gift = "sesudah pemerintah pokmas uang Modal awal\n"
    result = free(gift)
    assert result.exchanges.to_dict("records") == [
        {"kondisi": "sesudah", "jenis": "uang", "keterangan": "Modal awal"}
    ]
    paid_back = free(gift + "sesudah pokmas pemerintah uang Angsuran\n")
    assert paid_back.exchanges.empty


def test_advice_from_the_government_is_no_free_capital() -> None:
    assert free("sesudah pemerintah pokmas jasa\n").exchanges.empty


def test_an_end_of_the_gifts_leaves_only_those_before() -> None:
    was = "sebelum pemerintah pokmas pembiayaan Hibah\nsesudah pemerintah pokmas jasa\n"
    assert free(was).exchanges["kondisi"].tolist() == ["sebelum"]


def test_without_costs_and_exchanges_free_capital_cannot_be_looked_for() -> None:
    assert isinstance(compare(BOTH_GAIN).free_capital, NotEstimable)


def test_key_figures_tell_leverage_cost_and_models() -> None:
    figures = key_figures(compare(BOTH_GAIN, "sesudah pokmas mitra_lokal produk\n", PAID))
    assert figures["leverage"] == pytest.approx(1.45)
    assert figures["leverage_without_loans"] == pytest.approx(0.55)
    assert figures["cost_per_household"] == (2520 - 900) / 40
    assert (figures["model_before"], figures["model_after"]) == (None, "unrecognised")
    assert figures["pokmas_return"] == pytest.approx(10)
