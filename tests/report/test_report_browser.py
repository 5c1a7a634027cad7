"""Report and index in a real browser, opened from files: drawn, silent, self-contained, readable."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from executed_notebook import HOSTILE, RUN, SCORES, cell, figure, make_notebook, table
from index_rows import DISTRICTS, GENERATED, index_row
from visits import Visit

from pasar_nb.figures.frame import SEPARATORS, canvas, two_forms
from pasar_nb.language import Language
from pasar_nb.report import RenderOptions, index, render

pytestmark = pytest.mark.browser
DRAWN = ".plot.drawn svg.main-svg:first-of-type"
WIDTHS = [1280, 390]


@pytest.fixture
def report(shared_assets: Path, executed: Any, options: RenderOptions) -> Path:
    return write(
        shared_assets / "3503-trenggalek" / "commodity_selection.html", render(executed, RUN, options).html
    )


def write(path: Path, content: bytes) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("width", WIDTHS)
def test_a_report_draws_its_figures_silently(report: Path, visit: Visit, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 900})
    page = visit.open(report)
    page.wait_for_selector(".plot.drawn")
    assert page.locator(".plot.drawn").count() == page.locator("figure").count() == 2
    assert page.locator(".plot.drawn .main-svg >> nth=0").is_visible()
    assert page.locator(".modebar-btn").count() == 0
    assert visit.overflow() <= 0
    visit.assert_silent_and_local()


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("id", {"Mei", "Agustus", "Desember", "1,5", "1.234,5"}),
        ("en", {"May", "August", "December", "1.5", "1,234.5"}),
    ],
)
def test_axes_are_written_in_the_reader_s_language(
    shared_assets: Path, options: RenderOptions, visit: Visit, language: Language, written: set[str]
) -> None:
    drawing = figure("Harga naik sejak Mei", ("2024-05-01", "2024-08-01", "2024-12-01"))
    content = drawing[1].data["application/vnd.plotly.v1+json"]
    content["data"] = [{"type": "scatter", "x": ["2024-05-01", "2024-12-01"], "y": [1.5, 2500.25]}]
    content["layout"]["xaxis"] = {"type": "date", "tickformat": "%B", "dtick": "M1"}
    content["layout"]["yaxis"] = {"tickvals": [1.5, 1234.5], "tickformat": ",.1f"}
    content["layout"]["separators"] = SEPARATORS[language]
    notebook = make_notebook(cell(*drawing), language=language)
    html = render(notebook, RUN, replace(options, language=language)).html
    page = visit.open(write(shared_assets / "3503-x" / f"axes.{language}.html", html))
    ticks = page.locator(".xtick, .ytick").all_text_contents()
    assert written <= set(ticks)
    visit.assert_silent_and_local()


def test_a_hostile_text_does_nothing(shared_assets: Path, options: RenderOptions, visit: Visit) -> None:
    rows = SCORES | {"rows": [[HOSTILE, 1.0, HOSTILE, None, None, None, None]]}
    notebook = make_notebook(
        cell(*figure(HOSTILE, (HOSTILE, "Kopi")), table(rows)), district=HOSTILE, title=HOSTILE
    )
    visit.page.on("dialog", lambda dialog: (visit.complaints.append(dialog.message), dialog.dismiss()))
    page = visit.open(write(shared_assets / "3503-x" / "hostile.html", render(notebook, RUN, options).html))
    page.wait_for_selector(".plot.drawn")
    assert HOSTILE in page.inner_text("h1")
    visit.assert_silent_and_local()


def test_a_portable_report_works_alone(
    tmp_path: Path, executed: Any, options: RenderOptions, visit: Visit
) -> None:
    rendered = render(executed, RUN, replace(options, portable=True))
    page = visit.open(write(tmp_path / "sendiri.html", rendered.html))
    page.wait_for_selector(".plot.drawn")
    assert page.locator(".plot.drawn").count() == 2
    with page.expect_download() as download:
        page.click("text=Unduh semua tabel")
    assert Path(download.value.path()).read_bytes() == rendered.xlsx
    assert download.value.suggested_filename == "3503-commodity_selection.xlsx"
    visit.assert_silent_and_local()


def test_without_its_assets_a_report_tells_its_figures(tmp_path: Path, report: Path, visit: Visit) -> None:
    page = visit.open(Path(shutil.copy(report, tmp_path / "tanpa.html")))
    assert page.locator(".plot .fallback").first.is_visible()
    assert "Diagram batang: Kopi robusta unggul" in page.inner_text("main")


def test_printed_figures_fit_the_paper(report: Path, visit: Visit) -> None:
    page = visit.open(report)
    page.wait_for_selector(".plot.drawn")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    boxes = "[...document.querySelectorAll('.svg-container')].map(one => one.getBoundingClientRect())"
    widths = page.evaluate(f"{boxes}.map(box => box.width)")
    assert widths == pytest.approx([655, 655], abs=1)  # A4 less two margins of 18 mm is 657 px
    assert page.locator(".signing").is_visible()
    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.wait_for_function("document.querySelector('.svg-container').offsetWidth > 655")
    assert not page.locator(".signing").is_visible()


def test_a_drawing_of_two_forms_takes_that_of_its_width_and_the_wide_one_on_paper(
    shared_assets: Path, options: RenderOptions, visit: Visit
) -> None:
    forms = [canvas("id", height=height) for height in (200, 400)]
    for form, word, height in zip(forms, ("LEBAR", "SEMPIT"), (200, 400), strict=True):
        form.add_annotation(text=word, x=1, y=height / 2, showarrow=False)
        form.add_scatter(x=[0], y=[0]).update_yaxes(range=[height, 0]).update_xaxes(range=[0, 2])
    drawing = figure("Dua bentuk")
    drawing[1].data["application/vnd.plotly.v1+json"] = json.loads(two_forms(*forms).to_json())
    html = render(make_notebook(cell(*drawing)), RUN, options).html
    visit.page.set_viewport_size({"width": 390, "height": 800})
    page = visit.open(write(shared_assets / "3503-x" / "forms.html", html))
    word = page.locator(".annotation-text")
    page.wait_for_selector("text=SEMPIT")
    assert page.evaluate("document.querySelector('.svg-container').offsetHeight") == 400
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.wait_for_selector("text=LEBAR")
    height = page.evaluate("document.querySelector('.svg-container').getBoundingClientRect().height")
    assert height == pytest.approx(200 * PAPER_SCALE, abs=1)
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.wait_for_selector("text=SEMPIT")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.wait_for_selector("text=LEBAR")
    page.reload()
    page.wait_for_selector("text=LEBAR")
    assert word.all_text_contents() == ["LEBAR"]
    visit.assert_silent_and_local()


def test_a_line_of_a_drawing_of_two_forms_moves_with_its_words(
    shared_assets: Path, options: RenderOptions, visit: Visit
) -> None:
    forms = [canvas("id", height=height) for height in (200, 400)]
    for form, height in zip(forms, (200, 400), strict=True):
        form.add_scatter(x=[0, 1], y=[0, height]).update_yaxes(range=[height, 0])
    drawing = figure("Dua bentuk")
    drawing[1].data["application/vnd.plotly.v1+json"] = json.loads(two_forms(*forms).to_json())
    html = render(make_notebook(cell(*drawing)), RUN, options).html
    visit.page.set_viewport_size({"width": 390, "height": 800})
    page = visit.open(write(shared_assets / "3503-x" / "lines.html", html))
    page.wait_for_function("document.querySelector('.plot').data[0].y[1] === 400")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.wait_for_function("document.querySelector('.plot').data[0].y[1] === 200")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.wait_for_function("document.querySelector('.plot').data[0].y[1] === 400")
    visit.assert_silent_and_local()


PAPER_SCALE = 0.84  # letters of 13 px are then as high as those of the tables
A4_HEIGHT = 979  # CSS pixels between head and foot
HEIGHTS = {"lower than a page": 500, "endless": 4000}


@pytest.mark.parametrize(
    "words", ["Tinggi", "Pendapatan rumah tangga peserta naik. " * 25], ids=["short", "long"]
)
def test_a_high_figure_is_printed_on_one_page_with_its_title_and_note(
    shared_assets: Path, options: RenderOptions, visit: Visit, words: str
) -> None:
    high = figure(words)
    high[1].data["application/vnd.plotly.v1+json"] = json.loads(canvas("id", height=1300).to_json())
    html = render(make_notebook(cell(*high)), RUN, options).html
    page = visit.open(write(shared_assets / "3503-x" / "words.html", html))
    page.wait_for_selector(".plot.drawn")
    page.set_viewport_size({"width": 657, "height": 900})  # A4 between its margins
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    box = "document.querySelector('.svg-container').getBoundingClientRect()"
    page.wait_for_function(f"{box}.width <= 656")
    assert page.evaluate(f"{box}.width") == pytest.approx(655, abs=1)
    whole = page.evaluate("document.querySelector('figure').getBoundingClientRect().height")
    assert A4_HEIGHT * 0.75 < whole <= A4_HEIGHT
    visit.assert_silent_and_local()


@pytest.mark.parametrize("drawn", HEIGHTS.values(), ids=HEIGHTS.keys())
def test_other_figures_are_printed_with_letters_as_high_as_those_of_tables(
    shared_assets: Path, options: RenderOptions, visit: Visit, drawn: int
) -> None:
    high = figure("Tinggi")
    high[1].data["application/vnd.plotly.v1+json"] = json.loads(canvas("id", height=drawn).to_json())
    html = render(make_notebook(cell(*high)), RUN, options).html
    page = visit.open(write(shared_assets / "3503-x" / f"high{drawn}.html", html))
    page.wait_for_selector(".plot.drawn")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    box = "document.querySelector('.svg-container').getBoundingClientRect()"
    page.wait_for_function(f"{box}.width <= 656")
    assert page.evaluate(f"{box}.height") == pytest.approx(drawn * PAPER_SCALE, abs=1)
    assert page.evaluate(f"{box}.width") == pytest.approx(655, abs=1)
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.wait_for_function(f"{box}.width > 656")
    assert page.evaluate(f"{box}.height") == drawn
    visit.assert_silent_and_local()


def wide_table(columns: int, rows: int = 3) -> dict[str, Any]:
    """Write a table of amounts, as wide as they come in reports."""
    amounts = [
        {"name": f"k{at}", "label": "Perubahan paling rendah", "kind": "money", "decimals": 0}
        for at in range(1, columns)
    ]
    return {
        **SCORES,
        "columns": [*SCORES["columns"][:1], *amounts],
        "rows": [["Pengepul desa", *[3_425_488_000] * (columns - 1)]] * rows,
        "highlight": [],
    }


@pytest.mark.parametrize("columns", [2, 5, 7, 8, 9])
def test_a_wide_table_fits_the_paper_and_does_not_shrink_the_report(
    shared_assets: Path, options: RenderOptions, visit: Visit, columns: int
) -> None:
    made = make_notebook(cell(table(wide_table(columns))))
    page = visit.open(
        write(shared_assets / "3503-trenggalek" / "lebar.html", render(made, RUN, options).html)
    )
    page.set_viewport_size({"width": 657, "height": 900})  # A4 between its margins
    page.emulate_media(media="print")
    assert page.locator(".exhibit table").evaluate("table => table.scrollWidth") <= 657
    size = page.locator(".exhibit tbody td").first.evaluate(
        "cell => parseFloat(getComputedStyle(cell).fontSize)"
    )
    assert size >= 7  # pixels: 5.3 points


def test_a_long_table_is_opened_by_its_reader_and_by_the_printer(
    shared_assets: Path, options: RenderOptions, visit: Visit
) -> None:
    made = make_notebook(cell(table(wide_table(3, rows=40)), table(wide_table(3, rows=15))))
    page = visit.open(
        write(shared_assets / "3503-trenggalek" / "panjang.html", render(made, RUN, options).html)
    )
    rows = page.locator(".exhibit >> nth=0 >> tbody tr")
    assert not rows.first.is_visible()
    page.get_by_text("Tampilkan semua baris: 40").click()
    assert rows.last.is_visible()
    assert page.locator("details.fold").count() == 1
    page.get_by_text("Tampilkan semua baris: 40").click()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert rows.last.is_visible()


def test_on_a_telephone_a_wide_table_says_that_it_goes_on_and_keeps_its_rows_named(
    shared_assets: Path, options: RenderOptions, visit: Visit
) -> None:
    made = make_notebook(cell(table(wide_table(5)), table(wide_table(2)), table(wide_table(5, rows=40))))
    visit.page.set_viewport_size({"width": 390, "height": 900})
    page = visit.open(
        write(shared_assets / "3503-trenggalek" / "geser.html", render(made, RUN, options).html)
    )
    says = "one => getComputedStyle(one, '::before').content"
    hint = '"Geser ke samping untuk kolom lain →"'
    wide, narrow, folded = (page.locator(".scroll").nth(at) for at in range(3))
    page.wait_for_selector(".sideways")
    assert (wide.evaluate(says), narrow.evaluate(says)) == (hint, "none")
    wide.evaluate("one => { one.scrollLeft = 200; }")
    name = page.locator("tbody th").first.bounding_box()
    amount = page.locator("tbody td").first.bounding_box()
    assert name and amount and name["x"] >= 0 > amount["x"]
    assert name["width"] < 390 / 2
    page.get_by_text("Tampilkan semua baris: 40").click()
    page.wait_for_selector(".sideways >> nth=1")
    assert folded.evaluate(says) == hint
    page.set_viewport_size({"width": 1280, "height": 900})
    page.locator(".sideways").first.wait_for(state="detached")
    visit.assert_silent_and_local()


def test_the_note_of_a_folded_table_is_read_with_its_rows(
    shared_assets: Path, options: RenderOptions, visit: Visit
) -> None:
    made = make_notebook(cell(table(wide_table(3, rows=40)), table(wide_table(3))))
    page = visit.open(write(shared_assets / "3503-x" / "catatan.html", render(made, RUN, options).html))
    folded, shown = page.locator(".note").all()
    assert not folded.is_visible()
    assert shown.is_visible()
    page.get_by_text("Tampilkan semua baris: 40").click()
    assert folded.is_visible()


def test_keyboard_readers_can_skip_and_scroll(report: Path, visit: Visit) -> None:
    page = visit.open(report)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#isi"
    assert page.locator(".scroll[tabindex='0'][role=region]").count() >= 1


@pytest.fixture
def index_page(shared_assets: Path) -> Path:
    content = index.render(DISTRICTS, language="id", audience="public", generated=GENERATED, portable=False)
    return write(shared_assets / "index.html", content)


def visible(page: Any) -> list[str]:
    rows = page.locator("tr[data-code]")
    return [
        rows.nth(at).get_attribute("data-code") for at in range(rows.count()) if rows.nth(at).is_visible()
    ]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_index_finds_districts(index_page: Path, visit: Visit, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 900})
    page = visit.open(index_page)
    assert len(visible(page)) == 4
    page.fill("#cari", "pekal")
    assert visible(page) == ["3375"]
    page.fill("#cari", "3503")
    assert visible(page) == ["3503"]
    page.fill("#cari", "jawa timur PACITAN")
    assert visible(page) == ["3501"]
    page.fill("#cari", "tidak ada")
    assert visible(page) == []
    assert page.locator("#kosong").is_visible()
    page.fill("#cari", "")
    page.select_option("#status", "no_data")
    assert visible(page) == ["3511"]
    assert page.inner_text("#jumlah") == "1"
    page.select_option("#status", "")
    assert visit.overflow() <= 0
    visit.assert_silent_and_local()


def test_a_failed_cell_leads_to_its_card(index_page: Path, visit: Visit) -> None:
    page = visit.open(index_page)
    assert not page.locator("text=pasar lab --district 3375").is_visible()
    page.click("text=Lihat penyebab")
    assert page.locator("text=pasar lab --district 3375").is_visible()


def test_the_index_shows_everything_without_its_script(index_page: Path, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(index_page.as_uri())
    assert page.locator("tr[data-code]").count() == page.locator("tr[data-code]:visible").count() == 4
    assert not page.locator(".filters").is_visible()
    context.close()


def test_a_portable_index_works_alone(tmp_path: Path, visit: Visit) -> None:
    content = index.render(DISTRICTS, language="id", audience="public", generated=GENERATED, portable=True)
    page = visit.open(write(tmp_path / "index.html", content))
    page.fill("#cari", "bondowoso")
    assert visible(page) == ["3511"]
    visit.assert_silent_and_local()


def test_a_search_among_514_districts_is_answered_at_once(shared_assets: Path, visit: Visit) -> None:
    rows = tuple(index_row(f"{3500 + number}", f"Contoh {number}") for number in range(514))
    content = index.render(rows, language="id", audience="public", generated=GENERATED, portable=False)
    page = visit.open(write(shared_assets / "besar.html", content))
    answer = page.evaluate(
        """() => {
            const field = document.getElementById("cari");
            field.value = "contoh 12";
            field.dispatchEvent(new Event("input"));
            return document.getElementById("jumlah").innerText;
        }"""
    )
    assert answer == "16"  # 12, 112, 212, 312, 412, 512 and 120 to 129; read without waiting for a timer
    assert len(visible(page)) == 16
