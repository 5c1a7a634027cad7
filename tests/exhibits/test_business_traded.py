"""What is said and shown where the parties' budgets disagree."""

from __future__ import annotations

import pytest
from business_cases import BOTH_GAIN, compare
from exhibit_reading import shown

from pasar_nb.analysis import business
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message
from pasar_nb.prose import business as prose
from pasar_nb.tables import business as tables

TRADE = "sesudah pokmas mitra_lokal produk\nsesudah mitra_lokal pokmas uang"
DENIED = BOTH_GAIN.replace("variabel 1200   60000", "variabel 1200   57000")


def said(sentences: tuple[Message | NotEstimable, ...]) -> str:
    return " ".join(str(one) for one in sentences if isinstance(one, Message))


def test_the_summary_says_what_has_no_buyer_and_what_a_household_then_gains() -> None:
    # 4.800 kg sold, 1.200 bought; gain 2.000.000 less 75% x 120 kg x 10.000 = 1.100.000
    text = said(prose.summary(shown(compare(BOTH_GAIN, TRADE))))
    assert (
        "POKMAS menjual 4.800 kg setahun, sedangkan mitra lokal membeli 1.200 kg: untuk 75% hasilnya model "
        "tidak menyebut pembeli." in text
    )
    assert "perubahan pendapatan bersih satu rumah tangga Rp1.100.000, bukan Rp2.000.000." in text


def test_the_summary_is_quiet_where_the_budgets_agree_or_no_sale_is_recorded() -> None:
    agreed = BOTH_GAIN.replace("1200   60000", "4800   60000")
    for text in (compare(agreed, TRADE), compare(BOTH_GAIN)):
        assert "pembeli" not in said(prose.summary(shown(text)))
    assert isinstance(prose.rule(shown(compare(agreed, TRADE)))[1], Message)
    assert "sama dengan yang dibeli" in said(prose.rule(shown(compare(agreed, TRADE))))


def test_a_denied_price_comes_first_with_both_prices() -> None:
    first, *rest = prose.summary(shown(compare(DENIED, TRADE)))
    assert str(first).startswith(
        "Belum pasti bahwa setiap pihak memperoleh lebih, sebab penjual dan pembeli mencatat harga yang "
        "berbeda: POKMAS kepada Mitra lokal."
    )
    assert (
        "Harga POKMAS kepada mitra lokal dicatat Rp60.000 per kg oleh penjual, tetapi Rp57.000 oleh pembeli"
        in said(tuple(rest))
    )


def test_no_probability_is_quoted_from_prices_that_contradict_each_other() -> None:
    denied, agreed = (shown(compare(text, TRADE)) for text in (DENIED, BOTH_GAIN))
    assert "Peluang semua pihak memperoleh lebih belum dapat dikutip" in said(prose.summary(denied))
    assert "simulasi harga dan volume" not in said(prose.summary(denied))
    assert business.key_figures(denied.result)["all_gain_probability"] is None
    assert isinstance(business.key_figures(agreed.result)["all_gain_probability"], float)


def test_more_bought_than_sold_is_said_beside_the_rule_only() -> None:
    result = shown(compare(BOTH_GAIN.replace("1200   60000", "6000   60000"), TRADE))
    sentence = "Mitra lokal membeli 6.000 kg setahun, sedangkan POKMAS menjual 4.800 kg: untuk 20% pembelian"
    assert sentence in said(prose.rule(result))
    assert sentence not in said(prose.summary(result))
    assert "POKMAS kepada mitra lokal 20%." in said(prose.summary(result))


def test_the_limits_name_what_could_not_be_matched() -> None:
    alone = "\n".join(one for one in BOTH_GAIN.splitlines() if "variabel 1200" not in one)
    text = said(prose.limits(shown(compare(alone, TRADE))))
    assert "POKMAS kepada mitra lokal, sebab pembeliannya tidak dikenali dalam anggaran pembeli" in text


@pytest.mark.parametrize(("text", "bold"), [(BOTH_GAIN, ()), (DENIED, (0,))])
def test_the_table_sets_both_sides_beside_each_other_with_conflicts_in_bold(
    text: str, bold: tuple[int, ...]
) -> None:
    table = tables.traded(shown(compare(text, TRADE)))
    assert not isinstance(table, NotEstimable)
    assert table.highlight == bold
    (row,) = table.frame.to_dict("records")
    assert (row["dari"].text("id"), row["sold"], row["bought"]) == ("POKMAS", 4_800, 1_200)


def test_the_table_has_a_reason_without_recorded_sales() -> None:
    assert isinstance(tables.traded(shown(compare(BOTH_GAIN))), NotEstimable)
