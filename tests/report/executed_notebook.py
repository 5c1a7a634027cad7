"""An executed notebook as `pasar_nb.page` leaves it, built by hand."""

from __future__ import annotations

import json
from typing import Any

import nbformat
import plotly.graph_objects as go
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from pasar_nb.figures.frame import canvas
from pasar_nb.report import RunFields

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"
RUN = RunFields("2026-11-20T20:17:00+07:00", "2026-11-20T20:17:42+07:00", 41.6, "pasar run --district 3503")
COMMODITIES = ("Kopi robusta", "Cengkih", "Gula kelapa", "Susu sapi perah", "Ikan tuna asap")
COVER: dict[str, Any] = {
    "notebook": "commodity_selection",
    "title": "Pemilihan komoditas unggulan",
    "code": "3503",
    "district": "Trenggalek",
    "kind": "kabupaten",
    "province": "Jawa Timur",
    "program": "APP: Anti Poverty Program",
    "period": "2023–2025",
    "synthetic": True,
    "audience": "public",
    "language": "id",
    "data_date": "2025-06-30",
}
PROVENANCE: dict[str, Any] = {
    "notebook": "commodity_selection",
    "district": "3503",
    "audience": "public",
    "language": "id",
    "parameters": {"draws": 10_000, "seed": 20, "komoditas": ["kopi", "cengkih"]},
    "files": [{"path": "kriteria.csv", "sha256": "ab" * 32, "bytes": 1234}],
    "corrections": [],
    "warnings": 2,
    "versions": {"pasar_nb": "0.1.0", "python": "3.11.2", "pandas": "3.1.0"},
    "results": {"winner": "kopi", "tipping": None},
}
SCORES: dict[str, Any] = {
    "name": "peringkat",
    "title": "Kopi robusta berada di peringkat pertama menurut ketiga cara menghitung",
    "note": "Nilai 1–5, 5 terbaik; enam penilai. Sumber: tabel skor dan kriteria.",
    "columns": [
        {"name": "komoditas", "label": "Komoditas", "kind": "text", "decimals": 0},
        {"name": "index", "label": "Nilai tertimbang", "kind": "number", "decimals": 2},
        {"name": "share", "label": "Peluang peringkat 1", "kind": "share", "decimals": 0},
        {"name": "n", "label": "Rumah tangga", "kind": "integer", "decimals": 0},
        {"name": "income", "label": "Pendapatan (Rp/bulan)", "kind": "money", "decimals": 0},
        {"name": "day", "label": "Hari", "kind": "date", "decimals": 0},
        {"name": "month", "label": "Bulan", "kind": "month", "decimals": 0},
    ],
    "rows": [
        ["Kopi robusta", 4.215, 0.81, 1250, 1_850_000, "2025-06-30", "2025-06"],
        ["Cengkih", 3.9, 0.15, "<10", -250_000, "2025-06-30", "2025-05"],
        ["Gula kelapa", None, 0.04, 45, None, None, None],
    ],
    "highlight": [0],
}


def show(data: dict[str, Any], **about: Any) -> Any:
    return new_output("display_data", data=data, metadata={"pasar": about} if about else {})


def sentence(text: str, kind: str = "sentence") -> Any:
    return show({"text/html": f'<p class="pasar-{kind}">{text}</p>', "text/plain": text})


def figure(title: str, labels: tuple[str, ...] = COMMODITIES) -> list[Any]:
    values = [4.2, 3.9, 3.4, 3.1, 2.8][: len(labels)]
    drawing = canvas("id", height=320)
    drawing.add_trace(go.Bar(y=labels, x=values, orientation="h", name="Jumlah berbobot"))
    drawing.add_trace(go.Scatter(y=labels, x=values[::-1], mode="markers", name="TOPSIS"))
    content = json.loads(drawing.to_json()) | {"config": {"plotlyServerURL": "https://plot.ly"}}
    about = {
        "name": "nilai",
        "title": title,
        "alternative": f"Diagram batang: {title}",
        "note": "n = 6 penilai.",
    }
    return [
        show({"text/html": f'<p class="pasar-figure-title">{title}</p>'}, role="figure-title"),
        show({"application/vnd.plotly.v1+json": content, "text/plain": title}, **about),
        show({"text/html": '<p class="pasar-figure-note">n = 6 penilai.</p>'}, role="figure-note"),
    ]


def table(content: dict[str, Any]) -> Any:
    html = '<div class="pasar-table"><style>p {color: red}</style><table><tr><td>lama</td></tr></table></div>'
    return show({"text/html": html, "application/vnd.pasar.table+json": content})


def cell(*outputs: Any) -> Any:
    return new_code_cell("rahasia = page.show()", outputs=list(outputs))


def make_notebook(*cells: Any, **cover: Any) -> nbformat.NotebookNode:
    """Build an executed notebook; `cells` stand between its cover and its provenance."""
    about = COVER | cover
    record = PROVENANCE | {"audience": about["audience"]}
    parts = [
        new_markdown_cell(f"# {about['title']}\n\nKomoditas mana yang paling layak didukung program?"),
        cell(show({"text/html": "<h1>Sampul</h1>", "application/vnd.pasar.cover+json": about})),
        *(cells or findings()),
        new_markdown_cell("## Asal-usul"),
        cell(show({"text/html": "<div>asal</div>", "application/vnd.pasar.provenance+json": record})),
    ]
    notebook = new_notebook(cells=parts, metadata={"pasar": {"name": "commodity_selection"}})
    return nbformat.reads(nbformat.writes(notebook), as_version=4)


def findings() -> list[Any]:
    return [
        new_markdown_cell("## Ringkasan"),
        cell(
            sentence("Kopi robusta berada di peringkat pertama dengan nilai 4,22 dari 5."),
            sentence("Peringkat itu bertahan pada 81% dari 10.000 pengambilan acak bobot dan penilai."),
        ),
        new_markdown_cell(
            "## Apa yang kami tanyakan\n\nKriteria **disepakati** enam penilai.\n\n- jangkauan"
        ),
        new_markdown_cell("## Nilai menurut kriteria"),
        cell(*figure("Kopi robusta unggul pada semua kriteria"), table(SCORES)),
        new_markdown_cell("## Seberapa pasti peringkatnya"),
        cell(*figure("Kopi robusta tetap pertama pada 81% pengambilan acak")),
        new_markdown_cell("## Apa yang tidak dapat disimpulkan"),
        cell(sentence("Tidak dapat disimpulkan: hanya satu penilai.", "not-estimable")),
    ]
