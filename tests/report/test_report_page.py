"""The page: what enters it, what stays out, and what a hostile text becomes."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import nbformat
import pytest
from executed_notebook import HOSTILE, RUN, SCORES, cell, figure, make_notebook, sentence, show, table
from nbformat.v4 import new_markdown_cell, new_output

from pasar_nb.disclosure import refuse_leaks
from pasar_nb.errors import DisclosureError, PasarError
from pasar_nb.report import RenderOptions, assets, render
from pasar_nb.report.sanitising import exhibit, prose


class Outline(HTMLParser):
    """Tags with their attributes, and the texts outside of scripts, as a browser would parse them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] != "script":
            self.texts.append(data)

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())


def page(notebook: nbformat.NotebookNode, options: RenderOptions) -> Outline:
    return Outline(render(notebook, RUN, options).html.decode())


def test_same_notebook_and_run_give_the_same_bytes(executed, options) -> None:
    assert render(executed, RUN, options) == render(make_notebook(), RUN, options)


def test_only_the_run_fields_differ_between_two_runs(executed, options) -> None:
    later = replace(RUN, started="2026-11-21T08:00:00+07:00", finished="2026-11-21T08:00:40+07:00")
    first, second = render(executed, RUN, options), render(executed, later, options)
    assert first.xlsx == second.xlsx
    assert first.html != second.html
    assert first.html == second.html.replace(b"21 November 2026, 08:00", b"20 November 2026, 20:17")


def test_a_column_of_sentences_is_not_stood_on_end(options) -> None:
    two = SCORES["columns"][:2]
    told = {**SCORES, "columns": two, "rows": [["Petani → Pengepul desa → Pabrik di luar kabupaten", 1.5]]}
    plain = {**SCORES, "columns": two, "rows": [["Jahe", 2.0]]}
    for content, style in ((told, "long"), (plain, None)):
        cells = page(make_notebook(cell(table({**content, "highlight": []}))), options).of("th")
        assert next(one.get("class") for one in cells if one.get("scope") == "row") == style


def test_the_notebook_is_left_as_it_was(executed, options) -> None:
    before = nbformat.writes(executed)
    render(executed, RUN, options)
    assert nbformat.writes(executed) == before


def test_cover_and_marks(executed, options) -> None:
    shown = page(executed, options)
    for text in ("Kabupaten Trenggalek", "Jawa Timur", "2023–2025", "30 Juni 2025", "DATA CONTOH", "3503"):
        assert text in shown.text
    assert "INTERNAL" not in shown.text
    assert shown.of("html")[0]["lang"] == "id"
    assert len(shown.of("h1")) == 1


def test_an_internal_report_says_so_on_screen_and_on_paper(options) -> None:
    html = render(
        make_notebook(audience="internal"), RUN, replace(options, audience="internal")
    ).html.decode()
    assert '<p class="mark internal" role="note"><strong>INTERNAL</strong>' in html
    assert "--running-mark: &#34;INTERNAL · DATA CONTOH&#34;" in html


def test_real_data_carry_no_mark(options) -> None:
    assert "DATA CONTOH" not in page(make_notebook(synthetic=False), options).text


def test_contents_lead_to_the_sections(executed, options) -> None:
    shown = page(executed, options)
    ids = {attributes["id"] for _tag, attributes in shown.tags if "id" in attributes}
    targets = [a["href"][1:] for a in shown.of("a") if a.get("href", "").startswith("#bagian-")]
    assert len(targets) == 6
    assert set(targets) <= ids
    assert "summary" in [section.get("class") for section in shown.of("section")]


def test_equal_headings_get_addresses_of_their_own(options) -> None:
    notebook = make_notebook(new_markdown_cell("## Isi\n\nsatu\n\n## Isi\n\ndua"))
    anchors = [section["id"] for section in page(notebook, options).of("section") if "id" in section]
    assert anchors == ["bagian-isi", "bagian-isi-2", "bagian-asal-usul"]


def test_code_streams_and_unreleased_outputs_stay_out(options) -> None:
    stray = [
        new_output("stream", name="stdout", text="RT-0001 menerima Rp500.000"),
        new_output("execute_result", data={"text/plain": "RT-0002"}),
        show({"text/html": "<table><tr><td>RT-0003</td></tr></table>"}),
        show({"application/vnd.plotly.v1+json": {"data": [{"y": ["RT-0004"]}], "layout": {}}}),
        show({"image/png": "UlQtMDAwNQ=="}),
        show({"application/javascript": "alert('RT-0006')"}),
        show({"image/svg+xml": "<svg><script>alert('RT-0007')</script></svg>"}),
    ]
    html = render(make_notebook(cell(*stray, sentence("Cukup."))), RUN, options).html.decode()
    assert "Cukup." in html
    assert "RT-" not in html
    assert "UlQt" not in html
    assert "rahasia" not in html


def test_tables_are_made_of_their_values(executed, options) -> None:
    shown = page(executed, options)
    for text in ("4,22", "81%", "1.250", "Rp1.850.000", "−Rp250.000", "30 Juni 2025", "Mei 2025", "<10", "–"):
        assert text in shown.texts
    assert "lama" not in shown.text
    assert {"scope": "row"} in shown.of("th")


def test_a_figure_has_title_alternative_and_note(executed, options) -> None:
    shown = page(executed, options)
    plots = [div for div in shown.of("div") if div.get("class") == "plot"]
    assert [plot["role"] for plot in plots] == ["img", "img"]
    assert plots[0]["aria-label"] == "Diagram batang: Kopi robusta unggul pada semua kriteria"
    assert len(shown.of("figure")) == len(shown.of("figcaption")) == 2
    assert "Gambar 1 Kopi robusta unggul pada semua kriteria" in shown.text


def test_a_picture_with_an_alternative_is_shown(options) -> None:
    picture = show({"image/png": "iVBORw0KGgo=\n"}, title="Judul", alternative="Garis naik.", note="n = 12")
    (image,) = page(make_notebook(cell(picture)), options).of("img")
    assert image == {"src": "data:image/png;base64,iVBORw0KGgo=", "alt": "Garis naik."}


HOSTILE_NOTEBOOKS = {
    "district": lambda: make_notebook(district=HOSTILE),
    "programme": lambda: make_notebook(program=HOSTILE),
    "title": lambda: make_notebook(title=HOSTILE),
    "prose": lambda: make_notebook(new_markdown_cell(f"## {HOSTILE}\n\n{HOSTILE}")),
    "sentence": lambda: make_notebook(cell(sentence(HOSTILE))),
    "table cell": lambda: make_notebook(
        cell(table(SCORES | {"rows": [[HOSTILE, 1.0, HOSTILE, None, None, None, None]]}))
    ),
    "table heading": lambda: make_notebook(
        cell(
            table(
                SCORES
                | {
                    "title": HOSTILE,
                    "note": HOSTILE,
                    "columns": [{"name": "k", "label": HOSTILE}],
                    "rows": [["x"]],
                }
            )
        )
    ),
    "figure": lambda: make_notebook(cell(*figure(HOSTILE, (HOSTILE, "Kopi")))),
}


@pytest.mark.parametrize("place", HOSTILE_NOTEBOOKS)
def test_a_hostile_text_never_becomes_markup(place, options) -> None:
    shown = page(HOSTILE_NOTEBOOKS[place](), options)
    for script in shown.of("script"):
        assert script.get("type") == "application/json" or script["src"].startswith("../_assets/")
    assert not shown.of("img")
    assert not [name for _tag, attributes in shown.tags for name in attributes if name.startswith("on")]


def test_json_beside_a_figure_cannot_end_its_script(options) -> None:
    html = render(make_notebook(cell(*figure("Judul", (HOSTILE, "a\u2028b")))), RUN, options).html.decode()
    (data,) = re.findall(r'id="data-gambar-1">(.*?)</script>', html)
    assert not set("<>&\u2028") & set(data)
    assert "plot.ly" not in html


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ('<p class="pasar-sentence" onclick="x()">A</p>', '<p class="pasar-sentence">A</p>'),
        ('<div class="pasar-x"><style>p {}</style>B</div>', '<div class="pasar-x">B</div>'),
        ('<p class="pasar-x"><a href="javascript:x()">C</a></p>', '<p class="pasar-x">C</p>'),
        ('<p class="pasar-x"><img src="http://x.test/i">D</p>', '<p class="pasar-x">D</p>'),
        ('<td style="font-weight: bold; background: url(//x.test)">E</td>', "E"),
    ],
)
def test_outputs_keep_structure_only(html: str, clean: str) -> None:
    assert str(exhibit(html)) == clean


def test_prose_keeps_links_and_shows_raw_html_as_text() -> None:
    html = str(
        prose(
            "[BPS](https://www.bps.go.id) <b onclick=x>tebal</b> ![x](http://x.test/i.png) [y](javascript:x)"
        )
    )
    shown = Outline(html)
    assert next(a["href"] for a in shown.of("a")) == "https://www.bps.go.id"
    assert "javascript" not in html
    assert not shown.of("img")
    assert not shown.of("b")


def test_the_policy_forbids_every_other_host(executed, options) -> None:
    for portable in (False, True):
        shown = page(executed, replace(options, portable=portable))
        policy = next(m["content"] for m in shown.of("meta") if m.get("http-equiv"))
        assert policy.startswith("default-src 'none'")
        assert "connect-src 'none'" in policy
        assert "unsafe-eval" not in policy
        assert "http" not in policy


def test_nothing_is_fetched_from_elsewhere(executed, options) -> None:
    shown = page(executed, options)
    fetched = [a for tag in ("script", "img", "link") for a in shown.of(tag)]
    addresses = [a.get("src") or a.get("href") for a in fetched if a.get("src") or a.get("href")]
    assert sorted(addresses) == [
        "../_assets/pasar.css",
        "../_assets/plotly.min.js",
        "../_assets/report.css",
        "../_assets/report.js",
        "data:,",
    ]


def test_a_report_with_shared_assets_is_small(executed, options) -> None:
    assert len(render(executed, RUN, options).html) < 500_000


def test_a_portable_page_carries_everything_once(executed, options) -> None:
    html = render(executed, RUN, replace(options, portable=True)).html
    assert html.count(assets.files()["plotly.min.js"]) == 1
    assert b"_assets" not in html
    assert b"data:application/vnd.openxmlformats" in html


def test_the_release_gate_reads_a_portable_page_without_the_drawing_library(executed, options) -> None:
    html = render(executed, RUN, replace(options, portable=True)).html
    with pytest.raises(DisclosureError):
        refuse_leaks({"report.html": html})
    refuse_leaks({"report.html": assets.taken_out(html)})


def test_a_notebook_of_another_audience_is_refused(executed, options) -> None:
    with pytest.raises(DisclosureError, match="public/id"):
        render(executed, RUN, replace(options, audience="internal"))


def test_a_notebook_with_an_error_is_refused(options) -> None:
    broken = make_notebook(cell(new_output("error", ename="KeyError", evalue="x", traceback=[])))
    with pytest.raises(PasarError, match="galat"):
        render(broken, RUN, options)


def test_a_notebook_without_cover_is_refused(executed, options) -> None:
    del executed.cells[1]
    with pytest.raises(PasarError, match="cover"):
        render(executed, RUN, options)
