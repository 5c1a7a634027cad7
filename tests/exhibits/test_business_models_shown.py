"""What people see and read of the kind of model, partial budgets, cost sharing and candidate partners."""

from __future__ import annotations

import json
from typing import Any

import pytest
from business_cases import BOTH_GAIN, compare
from business_reports import (
    ASKED,
    CASES,
    NEARLY_A,
    PAID,
    Shown,
    gaining,
    losing,
    nearly_a,
    new_party,
    offtaker_losing,
)
from exhibit_reading import cells, drawing, every, only, said, shown

from pasar_nb.figures import business as figures
from pasar_nb.figures.frame import ReportFigure
from pasar_nb.findings import NotEstimable
from pasar_nb.prose import business as prose
from pasar_nb.tables import business as tables
from pasar_nb.tables.display import DisplayTable
from pasar_nb.tables.rendering import to_json

NAMES = ("Koperasi", "Pengepul", "BUMDes", "PabrikA", "PabrikB")


def everything(case: Shown) -> str:
    """All that a reader can find in the sentences, tables and figures of a case."""
    texts = [text for _name, answer in every(prose, case) for text in said(answer)]
    for _name, table in every(tables, case):
        if isinstance(table, DisplayTable):
            texts.append(json.dumps(to_json(table, "id"), ensure_ascii=False))
    for _name, figure in every(figures, case):
        if isinstance(figure, ReportFigure):
            texts.append(json.dumps(drawing(figure), ensure_ascii=False))
            texts += [one.text("id") for one in (figure.title, figure.alternative, figure.note)]
    return "\n".join(texts)


def arrow_rows(form: dict[str, Any]) -> list[tuple[float, float, float]]:
    """Read the arrows of a drawing as start, end and height."""
    return [
        (note["ax"], note["x"], note["y"])
        for note in form["annotations"]
        if note.get("arrowhead") is not None
    ]


def by_row(table: Any, name: str, column: str) -> dict[Any, Any]:
    """Read a column of a table by the names of its rows."""
    return dict(zip(cells(table, name), cells(table, column), strict=True))


def test_both_forms_of_the_diagram_show_the_same_exchanges() -> None:
    layout = drawing(figures.model_diagram(gaining()))["layout"]
    wide, narrow = arrow_rows(layout), arrow_rows(layout["meta"]["narrow"])
    assert len(wide) == len(narrow) == 2 + 3
    assert layout["meta"]["narrow"]["height"] > layout["height"]


def test_side_by_side_an_exchange_that_stays_stands_on_one_row_in_both_panels() -> None:
    rows = arrow_rows(drawing(figures.model_diagram(gaining()))["layout"])
    left = [row for row in rows if max(row[:2]) < 0.5]
    right = [row for row in rows if min(row[:2]) > 0.5]
    assert (len(left), len(right)) == (2, 3)
    assert {y for _ax, _x, y in left} < {y for _ax, _x, y in right}


def test_on_a_telephone_the_second_panel_stands_below_the_first() -> None:
    narrow = drawing(figures.model_diagram(gaining()))["layout"]["meta"]["narrow"]
    headings = {note["text"]: note["y"] for note in narrow["annotations"] if ": model" in note["text"]}
    before = headings["<b>Sebelum: model konvensional</b>"]
    after = headings["<b>Sesudah: model tidak dikenali</b>"]
    last_of_first = max(y for _ax, _x, y in arrow_rows(narrow)[:2])
    assert before < last_of_first < after


def test_a_plan_of_one_condition_has_one_form() -> None:
    figure = figures.model_diagram(shown(compare(BOTH_GAIN, "sesudah pokmas mitra_lokal produk")))
    assert "meta" not in drawing(figure)["layout"]
    assert figure.title.text("id").startswith("Sesudah: model tidak dikenali.")


def test_the_model_is_in_the_title_the_sentence_and_the_table() -> None:
    case = offtaker_losing()
    title = figures.model_diagram(case).title.text("id")
    assert title.startswith("Sebelum: model konvensional. Sesudah: model B. Model sesudah menambah")
    assert "Sesudah: model B; model A ditambah lembaga keuangan" in only(prose.models(case))
    assert "model konvensional menjadi model B" in said(prose.summary(case))[3]
    marks = dict(
        zip(cells(tables.features(case), "apa"), cells(tables.features(case), "sesudah"), strict=True)
    )
    assert marks["lembaga keuangan membiayai POKMAS"] == "tercatat"
    assert marks["penyedia input memasok"] == "tidak tercatat"


def test_of_half_a_model_b_the_other_half_is_named() -> None:
    text = only(prose.models(offtaker_losing()))
    assert "yang tidak tercatat: penyedia input memasok dan penyedia input memberi penyuluhan." in text


def test_nearly_model_a_is_said_as_such_with_what_is_missing() -> None:
    text = only(prose.models(nearly_a()))
    assert "Sesudah: model tidak dikenali." in text
    assert "Bukan model konvensional, sebab ada pertukaran selain produk dan uang" in text
    assert "5 dari 6 ciri model A tercatat; yang tidak tercatat: mitra swasta memberi jasa melekat" in text
    assert "model yang tidak dikenali (5 dari 6 ciri model A)" in said(prose.summary(nearly_a()))[3]


def test_an_offtaker_that_loses_is_named_in_figure_table_and_sentence() -> None:
    case = offtaker_losing()
    figure = figures.net_income(case)
    assert figure.title.text("id") == "Mitra swasta tidak memperoleh lebih sesudahnya."
    notes = [note["text"] for note in drawing(figure)["layout"]["annotations"]]
    assert any("Mitra swasta" in note and "▼ memperoleh kurang" in note for note in notes)
    assert "Mitra swasta sebelum Rp300.000, sesudah Rp50.000, memperoleh kurang" in figure.alternative.text(
        "id"
    )
    table = tables.gains(case)
    assert cells(table, "pihak")[table.highlight[0]] == "Mitra swasta"
    assert cells(table, "putusan")[table.highlight[0]] == "memperoleh kurang"
    for sentences in (prose.rule(case), prose.summary(case)):
        assert said(sentences)[0].startswith("Mitra swasta kehilangan Rp250.000 setahun per usaha")
        assert "aturan bahwa setiap pihak memperoleh lebih tidak terpenuhi" in said(sentences)[0]
    parts = tables.partial_budgets(case)
    assert cells(parts, "pihak")[parts.highlight[0]] == "Mitra swasta"


def test_the_parts_of_a_partial_budget_are_said_of_the_producers_and_shown_of_all() -> None:
    text = only(prose.partial(losing()))
    assert "tambahan pendapatan Rp2.200.000 dan biaya yang berkurang Rp0" in text
    assert "dikurangi tambahan biaya Rp200.000" in text
    assert text.endswith("menjadi Rp2.000.000.")
    assert cells(tables.partial_budgets(losing()), "net_change") == [2_000_000, -3_000_000]


def test_the_return_on_a_rupiah_keeps_its_decimals_and_its_sign() -> None:
    text = only(prose.per_rupiah(losing()))
    assert "POKMAS Rp10,00 dan Mitra lokal −Rp0,14" in text  # 2.000.000 / 200.000; -3.000.000 / 21.200.000


def test_a_party_without_a_partial_budget_has_its_reason_in_the_table() -> None:
    table = tables.partial_budgets(new_party())
    assert by_row(table, "pihak", "catatan")["Penyedia input"] == "pihak baru, tanpa anggaran sebelumnya"


def test_all_units_together_are_said_only_where_their_number_stays() -> None:
    assert "POKMAS Rp80.000.000 (40 rumah tangga × Rp2.000.000)" in only(prose.outreach(gaining()))
    text = only(prose.outreach(nearly_a()))
    assert "berubah dari 40 menjadi 60 rumah tangga: per unit Rp2.000.000" in text
    assert "Rp140.000.000 sebelum dan Rp330.000.000 sesudah" in text
    assert "bukan tambahan pendapatan" in text
    totals = dict(
        zip(
            cells(tables.outreach(nearly_a()), "pihak"),
            cells(tables.outreach(nearly_a()), "total_change"),
            strict=True,
        )
    )
    assert totals["POKMAS"] is None


def test_leverage_and_the_cost_of_a_household_are_said_with_their_denominator() -> None:
    text = " ".join(said(prose.sharing(nearly_a())))
    assert "Lembaga keuangan (pinjaman) 44%, Pemerintah 37%, dan Mitra usaha dan CSR 19%" in text
    assert "Setiap rupiah anggaran pemerintah disertai Rp1,70" in text  # (60 + 25) / 50 million
    assert "Tanpa pinjaman, yang harus dibayar kembali: Rp0,50." in text  # 25 / 50
    # (135.000.000 - 60.000.000) / 60, 50.000.000 / 60 and 135.000.000 / 60
    assert (
        "Anggaran tanpa pinjaman Rp1.250.000 per rumah tangga yang direncanakan (n = 60 rumah tangga POKMAS "
        "pada model sesudah). Di antaranya dari pemerintah Rp833.333."
    ) in text
    assert "Ditambah pinjaman, yang harus dibayar kembali, Rp2.250.000 per rumah tangga." in text
    assert "Rp2.250.000" not in " ".join(said(prose.summary(nearly_a())))
    assert "Daya ungkit menurut realisasi tidak dihitung" in text


def test_what_is_reported_is_told_with_its_coverage() -> None:
    # 78 of 85 million of the government, nothing of the firm; households: 78 of 100 million / 40
    text = " ".join(said(prose.sharing(gaining())))
    assert "sejauh ini Rp1.950.000 per rumah tangga; yang melaporkan mencakup 80% dari anggaran itu." in text
    both = PAID.replace("15000000  -", "15000000  12000000")
    text = " ".join(said(prose.sharing(shown(compare(BOTH_GAIN, "", both)))))
    # 12 / 78 million; of 100 million those with 60 + 20 + 15 report
    assert (
        "Menurut realisasi tahun 2023–2024 yang dilaporkan oleh pemerintah dan pihak swasta: Rp0,15 "
        "(mencakup 95% dari seluruh anggaran keduanya)."
    ) in text


def test_a_plan_without_public_money_does_not_say_nought_from_the_government() -> None:
    private = "kegiatan kelompok sumber tahun anggaran realisasi\nmutu intervensi mitra_swasta 2024 8000 -\n"
    case = shown(compare(BOTH_GAIN, "", private))
    text = " ".join(said(prose.sharing(case)))
    assert "Anggaran Rp200 per rumah tangga yang direncanakan" in text  # 8.000 / 40
    assert "dari pemerintah Rp" not in text


def test_without_loans_no_second_ratio_is_said() -> None:
    text = " ".join(said(prose.sharing(gaining())))
    assert "disertai Rp0,18" in text  # 15 / 85 million
    assert "Tanpa pinjaman" not in text


def test_free_capital_is_pointed_out_with_its_words_and_not_judged() -> None:
    text = only(prose.free_capital(nearly_a()))
    assert "2 biaya memuat kata hibah pada nama kegiatannya: Rp50.000.000 dari APBD dan APBDes." in text
    assert "Pemerintah memberi POKMAS tanpa aliran balik yang dicatat: uang (Sesudah)." in text
    assert "bukan kesimpulan" in text
    table = tables.activities(nearly_a())
    assert cells(table, "petunjuk") == ["hibah", "hibah", None, None]
    assert table.highlight == (0, 1)


def test_without_pointers_it_is_said_what_was_looked_at() -> None:
    assert "tidak memuat petunjuk modal gratis" in only(prose.free_capital(gaining()))


def test_plan_and_realisation_stand_by_group_and_by_year() -> None:
    table = tables.finance_by_group_and_year(gaining())
    rows = by_row(table, "bagian", "used")
    assert list(rows) == ["Kelembagaan", "Intervensi", "Pengukuran hasil", "2023", "2024", "2025"]
    assert rows["2023"] == pytest.approx(57 / 60)
    assert rows["2025"] is None


def test_the_state_of_agreements_names_kinds_dates_and_gaps() -> None:
    texts = said(prose.candidates(offtaker_losing()))
    assert "Mitra lokal: 1 dari 3 calon sepakat, yaitu Calon mitra lokal 1 (5 Maret 2024)." in texts[0]
    assert "Mitra swasta: belum ada dari 2 calon yang sepakat (1 identifikasi dan 1 batal)." in texts[0]
    assert (
        texts[1] == "Model sesudah memuat mitra swasta, tetapi belum ada calon yang sepakat untuk peran itu."
    )
    assert texts[2] == (
        "Calon mitra lokal 1 sepakat, padahal Calon mitra lokal 3 (negosiasi) setidaknya sama pada "
        "insentif, kontribusi, dan kapasitas, serta lebih tinggi pada salah satunya."
    )
    assert texts[3].startswith("Calon mitra swasta 1 batal, padahal mengungguli calon sejenis")
    assert texts[4] == "1 calon belum lengkap nilainya, sehingga tidak dibandingkan."


def test_an_empty_column_of_ratings_leaves_the_candidates_comparable_on_the_others() -> None:
    rows = [line.split() for line in ASKED.strip().splitlines()]
    bare = "\n".join(
        " ".join([*row[:4], "-" if place else "kapasitas", *row[5:]]) for place, row in enumerate(rows)
    )
    case = shown(compare(BOTH_GAIN, "", "", bare))
    texts = said(prose.candidates(case))
    assert any(
        "Calon mitra lokal 1 sepakat, padahal Calon mitra lokal 2 (identifikasi) dan Calon mitra lokal 3 "
        "(negosiasi) setidaknya sama pada insentif dan kontribusi" in text
        for text in texts
    )
    assert (
        "Mitra lokal: nilai kapasitas tidak diisi untuk satu calon pun, sehingga tidak ikut dibandingkan."
        in texts
    )
    assert not any("belum lengkap" in text for text in texts)
    assert not any("belum lengkap" in str(cell) for cell in cells(tables.candidates(case), "kalah"))


def test_every_rating_is_a_dot_and_a_missing_one_is_none() -> None:
    figure = figures.partner_ratings(offtaker_losing())
    dots = {trace["name"]: trace for trace in drawing(figure)["data"]}
    assert dots["Insentif"]["x"] == [3, 4, 3, 4, 3]
    assert dots["Kapasitas"]["x"] == [3, 4, 5, 4]
    assert len({trace["marker"]["symbol"] for trace in dots.values()}) == len(dots) == 3
    assert figure.title.text("id") == "Mitra lokal sudah sepakat, mitra swasta belum."
    assert "kapasitas belum dinilai" in figure.alternative.text("id")


def test_a_long_name_takes_a_second_line_and_moves_what_stands_below() -> None:
    long = ASKED.replace("Pengepul ", "Perkumpulan_pengepul_dan_pengolah_hasil_kebun ")
    plain, tall = (
        drawing(figures.partner_ratings(shown(compare(BOTH_GAIN, "", "", asked), audience="internal")))
        for asked in (ASKED, long)
    )
    assert any("<br>" in note["text"] for note in tall["layout"]["annotations"])
    assert tall["layout"]["height"] > plain["layout"]["height"]
    below = [drawn["data"][0]["y"][2] for drawn in (plain, tall)]
    assert below[1] - below[0] == tall["layout"]["height"] - plain["layout"]["height"]


def test_names_of_candidates_are_in_no_public_exhibit_and_in_those_of_the_owner() -> None:
    result = compare(BOTH_GAIN, NEARLY_A, PAID, ASKED)
    public, internal = everything(shown(result)), everything(shown(result, audience="internal"))
    assert [name for name in NAMES if name in public] == []
    assert [name for name in NAMES if name not in internal] == []
    assert "Nama tidak dimuat untuk umum" in public
    assert "Nama tidak dimuat untuk umum" not in internal


@pytest.mark.parametrize("make", CASES.values(), ids=CASES.keys())
def test_every_exhibit_reads_in_english(make: Any) -> None:
    for module in (figures, tables):
        for name, answer in every(module, make()):
            texts = [answer.reason] if isinstance(answer, NotEstimable) else [answer.title, answer.note]
            assert all(one.text("en").strip() for one in texts), name
