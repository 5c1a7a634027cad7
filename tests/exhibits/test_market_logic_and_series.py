"""Profile, problem tree and intervention logic: that pictures, sentences and tables say what was found."""

from __future__ import annotations

import html
import re
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from exhibit_reading import cells, drawing, only, said, shown
from market_cases import TREE, chart, interventions, problems
from market_reports import crowded, flawed, hostile, nobody, unconnected, whole
from trend_cases import series

from pasar_nb import vocabulary
from pasar_nb.figures import market as figures
from pasar_nb.figures.market.problem_tree import MARKS
from pasar_nb.figures.market.text_boxes import CHARACTER, PAGE, TELEPHONE
from pasar_nb.findings import NotEstimable
from pasar_nb.prose import market as prose
from pasar_nb.tables import market as tables

FORMS = ("wide", "narrow")


def form(figure, name):
    """The texts and rectangles of one form of a drawing."""
    layout = drawing(figure)["layout"]
    return layout if name == "wide" else layout["meta"]["narrow"]


def words(figure, name="wide"):
    texts = [note["text"].replace("<br>", " ") for note in form(figure, name)["annotations"]]
    return [html.unescape(re.sub("<[^>]*>", "", text)) for text in texts]


def rectangles(figure, name):
    """Boxes without the stripes along their edge."""
    return [one for one in form(figure, name)["shapes"] if one["type"] == "rect" and "xsizemode" not in one]


# Boxes


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("make", [whole, flawed, hostile])
@pytest.mark.parametrize("draw", [figures.problem_tree, figures.intervention_logic])
def test_no_box_touches_another_and_every_line_of_text_fits_its_box(draw, make, name) -> None:
    figure = draw(make())
    boxes = rectangles(figure, name)
    for one, other in combinations(boxes, 2):
        apart = [
            one[low] >= other[high] or other[low] >= one[high] for low, high in (("x0", "x1"), ("y0", "y1"))
        ]
        assert any(apart)
    assert all(0 <= box["x0"] < box["x1"] <= 100 for box in boxes)
    narrowest = PAGE if name == "wide" else TELEPHONE
    size = {note["font"]["size"] for note in form(figure, name)["annotations"]}.pop()
    for note in form(figure, name)["annotations"]:
        (box,) = [box for box in boxes if box["x0"] == note["x"] and box["y0"] <= note["y"] <= box["y1"]]
        lines = [html.unescape(re.sub("<[^>]*>", "", line)) for line in note["text"].split("<br>")]
        room = narrowest * (box["x1"] - box["x0"]) / 100
        assert max(map(len, lines)) * CHARACTER * size / 13 <= room, lines
        assert len(lines) * size * 1.3 <= box["y1"] - box["y0"]


@pytest.mark.parametrize("name", FORMS)
def test_both_forms_end_where_their_boxes_do(name) -> None:
    figure = figures.intervention_logic(whole())
    layout = form(figure, name)
    low, high = layout["yaxis.range"] if name == "narrow" else layout["yaxis"]["range"]
    assert high == 0
    assert low >= max(box["y1"] for box in rectangles(figure, name))
    assert layout["height"] >= low


# Problem tree


@pytest.mark.parametrize("name", FORMS)
def test_every_problem_is_drawn_with_its_question_area_and_what_answers_a_root(name) -> None:
    texts = words(figures.problem_tree(whole()), name)
    assert len(texts) == 6
    assert texts[0] == "Pernyataan M1 Masalah utama ● Rantai nilai"
    assert re.fullmatch(r"Pernyataan M3 Mengapa ke-2 ■ Fungsi pendukung +★ akar → I1; I2", texts[2])
    assert texts[4].endswith("★ akar → belum ada intervensi")


def test_chosen_roots_differ_from_others_by_star_weight_and_width_of_edge_not_only_in_colour() -> None:
    figure = figures.problem_tree(whole())
    widths = [box["line"]["width"] for box in rectangles(figure, "wide")]
    starred = ["★" in text for text in words(figure)]
    assert [width > 2 for width in widths] == starred == [False, False, True, True, True, False]
    assert len({mark for mark, _colour in MARKS.values()}) == len(vocabulary.LAYER_LABELS) == len(MARKS)


def test_causes_are_drawn_further_in_and_joined_with_what_they_cause() -> None:
    figure = figures.problem_tree(whole())
    lefts = [box["x0"] for box in rectangles(figure, "wide")]
    depths = [0, 1, 2, 1, 1, 1]
    assert len({round(left - 4.5 * depth, 2) for left, depth in zip(lefts, depths, strict=True)}) == 1
    lines = [one for one in form(figure, "wide")["shapes"] if one["type"] == "line"]
    assert len(lines) == 2 * 5  # down and across for each of the five that have a parent


def test_the_tree_states_its_finding_and_refuses_to_draw_what_nobody_can_read() -> None:
    title = figures.problem_tree(whole()).title.text("id")
    assert title == "3 dari 6 masalah dipilih sebagai akar; rantai “mengapa” terpanjang 2 langkah."
    refused = figures.problem_tree(crowded())
    assert isinstance(refused, NotEstimable)
    assert "70 masalah; lebih dari 60" in str(refused.reason)
    assert len(cells(tables.problem_tree(crowded()), "pernyataan")) == 70
    rootless = TREE_WITHOUT_ROOTS
    assert figures.problem_tree(rootless).title.text("id").startswith("Belum ada akar yang dipilih;")


TREE_WITHOUT_ROOTS = shown(chart(problems=problems("masalah induk area akar\nA - pendukung tidak")))


def test_the_depth_of_why_and_what_the_tree_leaves_open_are_said() -> None:
    text = only(prose.depth(flawed()))
    assert text.startswith("Pohon masalah mempunyai 2 rantai “mengapa”, sedalam 0 sampai 2 langkah.")
    assert "1 akar dicapai dengan kurang dari 3 “mengapa”" in text
    assert "1 akar yang dipilih masih mempunyai sebab di bawahnya: “Pernyataan M2”." in text
    assert "1 rantai tidak mempunyai akar yang dipilih; jawaban terakhirnya: “Pernyataan N1”." in text
    assert "Ada 2 pohon yang terpisah: “Pernyataan M1” dan “Pernyataan N1”." in text
    assert "1 kode intervensi pada tabel masalah tidak ada pada tabel intervensi: I9." in said(
        prose.limits(flawed())
    )


def test_chains_without_a_root_or_with_a_shallow_one_stand_out() -> None:
    table = tables.why_chains(flawed())
    assert cells(table, "leaf") == ["Pernyataan M3", "Pernyataan N1"]
    assert cells(table, "whys") == [2, 0]
    assert cells(table, "root_whys") == [1, None]
    assert table.highlight == (0, 1)


# Intervention logic


@pytest.mark.parametrize("name", FORMS)
def test_an_intervention_is_drawn_from_its_roots_to_poverty(name) -> None:
    figure = figures.intervention_logic(whole())
    texts = words(figure, name)
    assert any("★ Pernyataan M3" in text for text in texts)
    assert any("pengurangan kemiskinan I2" in text for text in texts)
    arrows = [one for one in form(figure, name)["shapes"] if one["type"] == "path"]
    assert len(arrows) == 2 * 4
    heads = 5 if name == "wide" else 0  # the stack names each level in its box
    assert len(rectangles(figure, name)) == 2 * 5 + heads


@pytest.mark.parametrize("name", FORMS)
def test_what_is_empty_repeated_or_idle_is_written_and_dashed(name) -> None:
    figure = figures.intervention_logic(flawed())
    texts = words(figure, name)
    assert sum("(belum diisi)" in text for text in texts) == 1
    assert sum("(mengulang Perbaikan akses dan pertumbuhan)" in text for text in texts) == 1
    assert sum("Tidak menjawab akar yang dipilih" in text for text in texts) == 2
    assert sum(box["line"]["dash"] == "dash" for box in rectangles(figure, name)) == 1 + 1 + 2


def test_the_logic_is_said_with_every_flaw() -> None:
    assert only(prose.logic(whole())) == (
        "Dari 2 intervensi, 2 menjawab akar masalah yang dipilih. Keempat tingkat terisi pada setiap "
        "intervensi, tanpa pengulangan kata demi kata."
    )
    text = only(prose.logic(flawed()))
    assert text.startswith("Dari 3 intervensi, 1 menjawab akar masalah yang dipilih.")
    assert "1 intervensi tidak disebut pada akar masalah mana pun: I2." in text
    assert "1 intervensi hanya disebut pada masalah yang tidak dipilih sebagai akar: I3." in text
    assert "Tingkat yang belum diisi: I1 (perubahan sistem pasar)." in text
    repeated = "I1 (pengurangan kemiskinan sama dengan perbaikan akses dan pertumbuhan)"
    assert f"Tingkat yang mengulang kata demi kata: {repeated}." in text
    assert "2 intervensi tidak menjawab akar yang dipilih." in said(prose.summary(flawed()))[-1]


def test_interventions_for_other_commodities_are_counted_and_not_hidden() -> None:
    both = pd.concat([interventions("intervensi\nI1"), interventions("intervensi\nI7", "kopi")])
    text = only(prose.logic(shown(chart(problems=problems(TREE), interventions=both))))
    assert text.endswith("1 intervensi untuk komoditas lain tidak diuraikan di sini.")


def test_the_table_holds_all_levels_and_marks_the_empty_one() -> None:
    table = tables.intervention_logic(flawed())
    assert cells(table, "roots") == ["Pernyataan M2", None, None]
    assert cells(table, "perubahan_sistem_pasar") == [None, "Pembeli baru", "Pembeli baru"]


def test_more_interventions_than_are_drawn_are_left_to_the_table() -> None:
    figure = figures.intervention_logic(crowded())
    assert "2 intervensi lain ada pada tabel." in figure.note.text("id")
    assert len(cells(tables.intervention_logic(crowded()), "intervensi")) == 10


# Demand and supply


def test_level_and_change_are_said_nominal_real_and_since_the_start() -> None:
    text = only(prose.demand_and_supply(whole()))
    # 5 per cent a year for three years of prices and of inflation
    assert "rata-rata 12 bulan terakhir 5,0% lebih tinggi daripada 12 bulan sebelumnya (riil sama)" in text
    assert "dan 10,3% lebih tinggi daripada 12 bulan pertama deret (riil sama)." in text
    assert "Trennya 0,0% per tahun, riil (selang 95%: 0,0% sampai 0,0%; n = 36 bulan)." in text
    assert "Volume jahe: 12,0 kg pada Desember 2024; rata-rata 12 bulan terakhir 20,0% lebih tinggi" in text
    assert "Volume jahe: 9,0 kg pada Mei 2022. Dua masa 12 bulan belum dapat dibandingkan" in only(
        prose.demand_and_supply(flawed())
    )


def test_series_that_are_missing_unassigned_or_of_others_are_named_as_limits() -> None:
    text = " ".join(said(prose.limits(whole())))
    assert "Tidak ada deret untuk produksi atau pasokan." in text
    assert "Golongan deret tidak dapat ditentukan dari nama, satuan, atau sumbernya: Luas jahe." in text
    assert "Namanya tidak memuat komoditas ini, jadi tidak diuraikan: Harga kopi." in text


def test_the_summary_tells_price_and_volume_only_where_there_are_series() -> None:
    assert any(text.startswith("Harga jahe: Rp") for text in said(prose.summary(whole())))
    assert not any("deret" in text for text in said(prose.summary(unconnected())))


def test_without_a_clear_season_none_is_claimed() -> None:
    assert "paling tinggi" not in only(prose.seasons(whole()))
    assert isinstance(prose.seasons(flawed()), NotEstimable)
    assert "jelas untuk menyebut bulan" in said(tables.series_seasons(whole()))[0]


def test_a_clear_season_is_said_and_tabulated_with_its_interval() -> None:
    wave = 100 * np.exp(0.3 * np.cos(2 * np.pi * np.arange(48) / 12))  # highest in January
    case = shown(chart(series=series(wave)))
    assert only(prose.seasons(case)).startswith(
        "Harga jahe biasanya paling tinggi sekitar bulan Januari, 35,"
    )
    assert only(prose.seasons(case)).count("selang 95%") == 2
    table = tables.series_seasons(case)
    assert (cells(table, "peak"), cells(table, "trough")) == (["Januari"], ["Juli"])
    (effect,), (low,), (high,) = (cells(table, name) for name in ("peak_effect", "peak_low", "peak_high"))
    assert low <= effect <= high
    assert effect == pytest.approx(np.exp(0.3) - 1, rel=0.02)


def test_months_gaps_and_sources_of_every_series_stand_in_a_table() -> None:
    table = tables.series_trends(whole())
    assert cells(table, "n") == [36, 36, 36]
    assert cells(table, "gaps") == [0, 0, 0]
    assert cells(table, "sumber") == ["Pantauan", "Catatan penjualan", "Pantauan"]


def test_the_table_tells_kind_and_what_decided_it() -> None:
    table = tables.series_levels(whole())
    assert cells(table, "kind") == ["Harga", "Penjualan atau permintaan", "Lainnya"]
    assert cells(table, "decided") == ["nama deret", "sumber deret", "belum: tidak ada kata yang menentukan"]
    assert cells(table, "recent") == pytest.approx([0.05, 0.2, 0.0])
    assert cells(table, "recent_real")[1:] == [None, None]


def test_every_series_has_a_panel_with_its_unit_and_the_means_of_two_years() -> None:
    figure = figures.commodity_series(whole())
    headings = words(figure)
    assert headings[0] == "Harga jahe, Rp/kg Harga 12 bulan terakhir: 0,0% (riil)"
    assert headings[1] == "Volume jahe, kg Penjualan atau permintaan 12 bulan terakhir: +20,0%"
    traces = drawing(figure)["data"]
    (means,) = [one["y"] for one in traces if one["name"] == "Rata-rata 12 bulan" and 12 in one["y"]]
    assert means == [10, 10, None, 12, 12]
    shown_in_legend = [one["name"] for one in traces if one["showlegend"]]
    assert len(shown_in_legend) == len(set(shown_in_legend)) == 3


def test_more_series_than_panels_are_left_to_the_table() -> None:
    figure = figures.commodity_series(crowded())
    assert len(words(figure)) == 6
    assert "2 deret lain ada pada tabel." in figure.note.text("id")
    assert "5 deret lain ada pada tabel." in only(prose.demand_and_supply(crowded()))
    assert len(cells(tables.series_levels(crowded()), "seri")) == 8


@pytest.mark.parametrize("draw", [figures.problem_tree, figures.intervention_logic, figures.commodity_series])
def test_hostile_words_are_escaped_in_both_forms(draw) -> None:
    layout = drawing(draw(hostile()))["layout"]
    notes = [*layout["annotations"], *layout.get("meta", {}).get("narrow", {}).get("annotations", [])]
    assert not any("<img" in note["text"] for note in notes)
    assert any(html.escape("<img") in note["text"] for note in notes)


def test_without_tables_there_are_reasons() -> None:
    for make in (nobody, unconnected):
        for answer in (figures.commodity_series, prose.logic, tables.why_chains, prose.depth):
            assert isinstance(answer(make()), NotEstimable)
