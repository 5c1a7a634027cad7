"""Rows of an index page with every kind of status."""

from __future__ import annotations

from pasar_nb.report.index import FailureCard, IndexCell, IndexRow

GENERATED = "2026-11-20T20:17:00+07:00"
SELECTION, MARKET = "Pemilihan komoditas", "Peta pasar"


def published(folder: str, notebook: str = "commodity_selection", title: str = SELECTION) -> IndexCell:
    stem = f"{folder}/{notebook}"
    return IndexCell(
        notebook,
        title,
        "published",
        f"{stem}.html",
        f"{stem}.xlsx",
        f"{stem}.json",
        "2026-11-20T13:17:00+00:00",
    )


def index_row(
    code: str, name: str, *cells: IndexCell, kind: str = "kabupaten", synthetic: bool = False
) -> IndexRow:
    cells = cells or (published(f"{code}-x"),)
    return IndexRow(
        code, name, kind, "Jawa Timur" if code < "3600" else "Banten", synthetic, "2025-06-30", cells
    )


CARD = FailureCard(
    district="3375 Pekalongan",
    notebook=SELECTION,
    cell="sel 7, bagian “Seberapa pasti”",
    message="ZeroDivisionError: pembagian dengan nol",
    command="pasar lab --district 3375",
)
OLD = published("3375-pekalongan")
DISTRICTS = (
    index_row(
        "3501",
        "Pacitan",
        published("3501-pacitan"),
        published("3501-pacitan", "market_map", MARKET),
        synthetic=True,
    ),
    index_row(
        "3503", "Trenggalek", published("3503-trenggalek"), IndexCell("market_map", MARKET, "unchanged")
    ),
    index_row(
        "3511",
        "Bondowoso",
        IndexCell("commodity_selection", SELECTION, "no_data", reason="Tabel skor belum ada."),
    ),
    index_row(
        "3375",
        "Pekalongan",
        IndexCell(
            "commodity_selection", SELECTION, "failed", OLD.href, OLD.xlsx, OLD.json, OLD.updated, True, CARD
        ),
        IndexCell("market_map", MARKET, "timeout"),
        kind="kota",
    ),
)
