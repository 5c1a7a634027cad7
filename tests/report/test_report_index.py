"""The index page: the matrix, its counts, and the cards of failed reports."""

from __future__ import annotations

import hashlib

import pytest
from executed_notebook import HOSTILE
from fresh_processes import said_in_fresh_processes
from index_rows import DISTRICTS, GENERATED, index_row

from pasar_nb.report import assets
from pasar_nb.report.index import SIGNS, FailureCard, IndexCell, IndexRow, render
from pasar_nb.vocabulary import INK, SEQUENTIAL_BLUE, STATUS_LABELS


def written(rows: tuple[IndexRow, ...] = DISTRICTS, **more: object) -> str:
    settings = {"language": "id", "audience": "public", "generated": GENERATED, "portable": False} | more
    return render(rows, **settings).decode()


def test_the_same_rows_give_the_same_bytes_in_every_process() -> None:
    """The order of a set changes with the process; within one, two pages would always be alike."""
    said = said_in_fresh_processes(__file__, "t.hashlib.sha256(t.written().encode()).hexdigest()")
    assert said == {hashlib.sha256(written().encode()).hexdigest()}


def test_every_district_and_notebook_has_its_place() -> None:
    html = written()
    assert html.count("<tr data-code=") == len(DISTRICTS)
    assert "Kota Pekalongan" in html
    assert 'href="3501-pacitan/commodity_selection.html"' in html
    assert "belum dijalankan" in html  # Bondowoso has no market map yet


def test_every_status_has_words_and_a_sign_of_its_own() -> None:
    assert set(SIGNS) == set(STATUS_LABELS)
    assert len(set(SIGNS.values())) == len(SIGNS)


def test_counts_and_synthetic_districts_stand_on_top() -> None:
    html = written()
    assert "<dt>Kabupaten dan kota</dt><dd>4</dd>" in html
    assert "1 kabupaten/kota memakai data contoh" in html


def test_a_failed_report_shows_its_card_and_that_the_page_is_old() -> None:
    html = written()
    assert '<details id="sebab-3375-commodity_selection"' in html
    assert "pasar lab --district 3375" in html
    assert "laporan lama" in html
    assert "ZeroDivisionError" in html


def test_hostile_texts_stay_text() -> None:
    card = FailureCard(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    row = IndexRow(
        "3501", HOSTILE, "kabupaten", HOSTILE, True, "", (IndexCell("n", HOSTILE, "failed", card=card),)
    )
    html = written((row,))
    assert "<img" not in html
    assert html.count("<script") == 1


def test_an_internal_index_says_so() -> None:
    assert "INTERNAL" in written(audience="internal")
    assert "INTERNAL" not in written()


def test_an_empty_index_is_a_page_too() -> None:
    assert "<dd>0</dd>" in written(())


def test_the_other_language_is_linked() -> None:
    assert '<a href="index.en.html" hreflang="en" lang="en">English</a>' in written(
        counterpart="index.en.html"
    )


def test_514_districts_stay_light() -> None:
    rows = tuple(index_row(f"{3500 + number}", f"Contoh {number}") for number in range(514))
    assert len(written(rows)) < 1_000_000


def test_the_style_sheet_takes_its_colours_from_the_vocabulary() -> None:
    css = assets.files()["pasar.css"].decode()
    assert f"--ink: {INK};" in css
    assert f"--blue-5: {SEQUENTIAL_BLUE[5]};" in css


@pytest.mark.parametrize("name", ["pasar.css", "report.css", "index.css", "report.js", "index.js"])
def test_our_own_assets_name_no_host(name: str) -> None:
    assert b"//" not in assets.files()[name].replace(b"\n  // ", b"").replace(b"\n// ", b"").replace(
        b"; // ", b""
    )


def test_columns_follow_the_notebooks_even_where_the_first_district_lacks_one() -> None:
    def row(code: str, *names: str) -> IndexRow:
        places = {"satu": 0, "dua": 1, "tiga": 2}
        cells = tuple(IndexCell(name, f"Judul {name}", "published", place=places[name]) for name in names)
        return IndexRow(code, code, "kabupaten", "Jawa Timur", False, "", cells)

    html = written((row("3501", "tiga", "satu"), row("3503", "dua", "satu")))
    places = [html.index(f'<th scope="col">Judul {name}</th>') for name in ("satu", "dua", "tiga")]
    assert places == sorted(places)


def test_reports_across_districts_stand_above_the_list() -> None:
    cell = IndexCell("cross_location", "Perbandingan", "published", href="lintas-lokasi/cross_location.html")
    html = written(across=(cell,))
    assert html.index('href="lintas-lokasi/cross_location.html"') < html.index('id="daftar"')
    assert "Perbandingan" not in written()


def test_a_failed_comparison_has_a_card_that_the_search_does_not_hide() -> None:
    card = FailureCard("Semua kabupaten dan kota", "Perbandingan", "", "Gagal", "pasar lab")
    html = written(across=(IndexCell("cross_location", "Perbandingan", "failed", card=card),))
    assert '<details id="sebab--cross_location" data-code="">' in html
