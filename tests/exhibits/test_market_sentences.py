"""What people are told about a market, sentence by sentence and table by table."""

from __future__ import annotations

import html

import pytest
from exhibit_reading import cells, every, only, said, shown
from market_cases import chart
from market_reports import (
    CASES,
    FORMULA,
    HOSTILE,
    IMAGE,
    from_nowhere,
    going_round,
    hostile,
    losing,
    nobody,
    only_support,
    partly_refused,
    priceless,
    short,
    shrinking,
    unconnected,
    whole,
    without_volumes,
)
from trend_cases import series

from pasar_nb.findings import NotEstimable
from pasar_nb.prose import market as prose
from pasar_nb.tables import market as tables
from pasar_nb.tables.display import DisplayTable
from pasar_nb.tables.rendering import to_html, to_json

EVERY_CASE = pytest.mark.parametrize("make", CASES.values(), ids=CASES.keys())
MACHINE = {"nan", "None", "NaN", "<NA>", "inf", "True", "False", "Rpnan", "nan%"}


@EVERY_CASE
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_sentence_is_whole_and_shows_nothing_of_the_machine(make, language) -> None:
    for name, answer in every(prose, make()):
        for text in said(answer, language):
            assert text[-1] == ".", (name, text)
            assert "  " not in text
            assert not MACHINE & set(text.split()), text


@EVERY_CASE
def test_the_summary_has_at_most_six_sentences_worth_quoting(make) -> None:
    answers = prose.summary(make())
    assert 2 <= len(answers) <= 6
    assert len(said(answers)) == len(set(said(answers)))


@EVERY_CASE
def test_every_table_can_be_written_in_both_languages(make) -> None:
    for name, answer in every(tables, make()):
        if isinstance(answer, NotEstimable):
            assert said(answer)[0].endswith("."), name
            continue
        for language in ("id", "en"):
            assert to_html(answer, language)
            assert to_json(answer, language)["rows"]


def test_the_producer_s_share_is_told_for_the_largest_channel_and_the_others() -> None:
    text = only(prose.prices(whole()))
    assert text.startswith(
        "Pada jalur P → T → F → K, produsen tercatat menerima Rp10 dari Rp40 per kg yang dibayar konsumen "
        "(25%)."
    )
    assert "Pada 2 jalur lain bagian produsen berkisar 30% sampai 100%." in text


def test_one_other_channel_is_named() -> None:
    assert "Pada jalur lain (P → B → F → K) bagian produsen 30%." in only(prose.prices(shown(chart())))


def test_money_is_told_by_the_largest_parts_and_per_producer() -> None:
    text = only(prose.money(shown(chart())))
    # F 3600, P 1600, T 500 of 6000; 1600 / 200
    assert "Dari Rp6.000 yang dibayar pembeli terakhir dalam setahun" in text
    assert "F (60%), P (27%), dan T (8%)" in text
    assert "rata-rata Rp8 per pelaku setahun" in text


def test_a_loss_after_cost_is_told_with_its_amount() -> None:
    # T sells at 15, buys at 10 and has a cost of 6
    assert "merugi per satuan: T pada jalur 1 (−Rp1)." in only(prose.margins(shown(chart())))
    assert cells(tables.margins(losing()), "margin") == [10, -1, 30 - 9]


def test_after_loss_the_producer_s_share_leads_and_that_of_prices_is_beside_it() -> None:
    # 40 * 0.81 = 32.4 is paid for what is left of a kilogram; 10 / 32.4 and 10 / 40
    text = only(prose.prices(shrinking()))
    assert "produsen tercatat menerima Rp10 per kg. Karena 19% dari volumenya tidak sampai ke ujung" in text
    assert "konsumen membayar Rp32 (harga akhir Rp40); bagian produsen 31%, atau 25% bila susut" in text
    table = tables.channels(shrinking())
    assert cells(table, "producer_share") == [pytest.approx(10 / 32.4)]
    assert cells(table, "price_share") == [10 / 40]
    assert any("dihitung sebagai susut" in said_of for said_of in said(prose.limits(shrinking())))
    assert any("dihitung dari harga saja" in said_of for said_of in said(prose.limits(from_nowhere())))


def test_without_volumes_only_the_range_over_channels_is_told() -> None:
    text = only(prose.prices(without_volumes()))
    assert text.startswith("Volume jalur belum lengkap, jadi jalur utamanya tidak diketahui; pada 2 jalur")
    assert "bagian produsen berkisar 25% sampai 30%." in text
    assert "Pada jalur" not in text
    assert "margin kotor terbesar" not in only(prose.margins(without_volumes()))
    assert "margin kotor terbesar" in only(prose.margins(whole()))


def test_money_from_nowhere_is_not_divided() -> None:
    text = only(prose.money(from_nowhere()))
    assert text.startswith(
        "Pembagian Rp6.000 yang dibayar pembeli terakhir dalam setahun belum dapat dikutip"
    )
    assert "yang dijual melebihi yang tercatat dibeli (T dan B)" in text
    assert "tinggal pada" not in " ".join(said(prose.summary(from_nowhere())))


def test_a_map_whose_price_is_not_today_s_says_so_and_names_the_year_it_fits() -> None:
    prices = series([10.0] * 12 + [14.0] * 12 + [20.0] * 12)  # 2022, 2023 and 2024; the map has 10
    text = " ".join(said(prose.summary(shown(chart(series=prices)))))
    assert "Harga produsen itu 50% lebih rendah daripada rata-rata deret Harga jahe pada 12 bulan" in text
    assert "paling dekat dengan rata-rata tahun 2022 (Rp10)" in text
    today = " ".join(said(prose.summary(shown(chart(series=series([20.0] * 12 + [10.5] * 12))))))
    assert "Harga produsen itu" not in today
    never = only(prose.prices(shown(chart(series=series([5.0] * 24)))))
    assert "Harga produsen itu 100% lebih tinggi" in never
    assert "Periksa kapan dan di mana harga pada tabel aliran dicatat." in never


def test_a_price_chain_that_ends_early_is_not_called_a_consumer_s_price() -> None:
    assert "konsumen" not in only(prose.prices(short()))
    assert any("bukan harga konsumen" in text for text in said(prose.limits(short())))


def test_what_cannot_be_compared_is_told_with_its_reason() -> None:
    assert "harga dari T ke F tidak dicatat" in only(prose.prices(partly_refused()))
    assert "berputar (T → F → T)" in only(prose.prices(going_round()))
    assert "1 jalur lain tidak dapat dibandingkan" in " ".join(said(prose.summary(partly_refused())))
    assert "satuan" not in only(prose.prices(priceless()))
    assert "2 dari 2 aliran produk tidak lengkap" in only(prose.money(priceless()))


def test_functions_that_nobody_fills_are_named() -> None:
    text = only(prose.gaps(whole()))
    assert text.startswith("4 dari 10 fungsi yang disebut pedoman tidak ada pelakunya di peta:")
    assert "Logistik" in text.split(".")[0]
    assert "hanya melekat pada pelaku dengan fungsi lain: Informasi pasar." in text
    assert "jumlah pelakunya nol: Logistik." in text


def test_roots_without_answer_are_quoted() -> None:
    text = only(prose.tree(whole()))
    assert text.startswith("Dari 6 masalah, 3 adalah akar masalah. 2 akar belum dijawab intervensi:")
    assert "“Pernyataan M5”" in text
    assert cells(tables.roots(whole()), "mitra") == ["Koperasi", "Bank", None]


def test_causes_are_indented_and_roots_marked() -> None:
    table = tables.problem_tree(whole())
    indents = [text.count("\u2003") + text.count("└") for text in cells(table, "pernyataan")]
    assert indents == [0, 1, 2, 1, 1, 1]
    assert len(table.highlight) == 3


def test_the_public_gets_no_share_of_women_below_ten_actors() -> None:
    # P 200, T 20, B 1 and F 2: B and F are processors, of whom only B's percentage is recorded
    assert cells(tables.functions(shown(chart())), "share") == [0.4, 0.25, None, None]
    assert cells(tables.functions(shown(chart(), "internal")), "share") == [0.4, 0.25, 1.0, None]
    assert "Dari sekitar 200 pelaku fungsi Produksi, 40% adalah perempuan." in only(prose.women(whole()))


def test_gaps_of_the_data_are_limits() -> None:
    text = " ".join(said(prose.limits(whole())))
    assert "Jumlah pelaku tidak dicatat pada 1 dari 9 kelompok." in text
    assert "1 masalah belum ditelusuri sampai akarnya: Pernyataan M6." in text
    assert "Tanpa aliran" in " ".join(said(prose.limits(unconnected())))


def test_without_actors_the_reason_stands_alone() -> None:
    assert "Tabel pelaku belum berisi" in said(prose.summary(nobody()))[0]
    assert "belum berisi" not in said(prose.tree(only_support()))[0]


def test_hostile_names_stay_names() -> None:
    sentences = " ".join(said(prose.summary(hostile())) + said(prose.limits(hostile())))
    assert IMAGE in sentences  # a sentence is text; the page escapes it
    for _name, table in every(tables, hostile()):
        if isinstance(table, DisplayTable):
            assert "<img" not in to_html(table, "id")
    shown_names = cells(tables.functions(hostile()), "names")
    assert set(shown_names) == set(HOSTILE)
    assert FORMULA in shown_names
    assert html.escape(IMAGE) in to_html(tables.functions(hostile()), "id")
