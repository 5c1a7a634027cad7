"""Page and report agree on the forms in between, and the report speaks the reader's language throughout."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import openpyxl
import pandas as pd
from executed_notebook import RUN, SCORES, cell, make_notebook, table
from nbformat.v4 import new_output

from pasar_nb.figures.frame import ReportFigure, canvas
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.page.bundles import bundles_of
from pasar_nb.report import RenderOptions, render
from pasar_nb.report.wording import BOOK, PAGE
from pasar_nb.tables.display import DisplayColumn, DisplayTable


def test_what_a_page_shows_is_what_a_report_takes(options: RenderOptions) -> None:
    """The forms that `pasar_nb.page` gives to Jupyter, not those that this test believes in."""
    frame = pd.DataFrame({"komoditas": ["Kopi", "Cengkih"], "n": [1250, 45]}, index=["kopi", "cengkih"])
    columns = (DisplayColumn("komoditas", _("Komoditas")), DisplayColumn("n", _("Rumah tangga"), "integer"))
    listed = DisplayTable("isi", _("Judul tabel"), columns, frame, note=_("Catatan."), highlight=("kopi",))
    drawn = ReportFigure("gambar", _("Judul gambar"), canvas("id", height=200), _("Pengganti."), _("Sumber."))
    exhibits_shown = [_("Satu kalimat."), NotEstimable(_("Terlalu sedikit.")), listed, drawn]
    bundles = [bundle for one in exhibits_shown for bundle in bundles_of(one, "id")]
    outputs = [new_output("display_data", data=dict(b.data), metadata=dict(b.metadata)) for b in bundles]
    rendered = render(make_notebook(cell(*outputs)), RUN, options)
    html = rendered.html.decode()
    for text in (
        "Satu kalimat.",
        "Tidak dapat disimpulkan: Terlalu sedikit.",
        "Judul tabel",
        "1.250",
        "Sumber.",
    ):
        assert text in html
    assert html.count("Judul gambar") == 1
    assert html.count('<tr class="highlight">') == 1
    assert openpyxl.load_workbook(io.BytesIO(rendered.xlsx)).sheetnames == ["Tentang", "isi"]


def test_an_english_report_is_english_throughout(options: RenderOptions) -> None:
    notebook = make_notebook(cell(table(SCORES)), language="en")
    rendered = render(notebook, RUN, replace(options, language="en"))
    html = re.sub(r"<script.*?</script>", "", rendered.html.decode(), flags=re.DOTALL)
    said = [text for text in {**PAGE, **BOOK}.values() if text.text("id") != text.text("en")]
    assert '<html lang="en"' in html
    assert "4.22" in html
    assert [text.text("id") for text in said if f">{text.text('id')}<" in html] == []
    sheet = openpyxl.load_workbook(io.BytesIO(rendered.xlsx))["peringkat"]
    assert sheet["G6"].number_format == "[$-809]mmmm yyyy"
