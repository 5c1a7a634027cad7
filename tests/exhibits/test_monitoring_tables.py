"""The tables of monitoring: their columns, kinds and numbers."""

from __future__ import annotations

import re

import pytest
from exhibit_reading import cells, shown
from monitoring_cases import chain, indicator, indicators, measured, monitor
from monitoring_shown import (
    CASES,
    HOSTILE,
    SCRIPT,
    Shown,
    diamond,
    ended,
    every,
    hostile,
    people,
    without_baselines,
)

from pasar_nb.findings import NotEstimable
from pasar_nb.tables import monitoring as tables
from pasar_nb.tables.cells import NUMERIC
from pasar_nb.tables.display import DisplayTable
from pasar_nb.tables.rendering import to_html, to_json, to_text

WORKSHEET_NAME = 31  # characters that Excel takes

EVERY_CASE = pytest.mark.parametrize("make", CASES.values(), ids=CASES.keys())


def shown_tables(case: Shown) -> list[DisplayTable]:
    return [table for _name, table in every(tables, case) if isinstance(table, DisplayTable)]


@EVERY_CASE
@pytest.mark.parametrize("audience", ["public", "internal"])
def test_every_column_is_in_the_frame_and_its_cells_are_of_its_kind(make, audience: str) -> None:
    for table in shown_tables(shown(make(), audience)):
        for column in table.columns:
            assert list(table.frame.columns).count(column.name) == 1, (table.name, column.name)
            for value in cells(table, column.name):
                hidden = value in ("*", "<10")
                kind = int | float if column.kind in NUMERIC and not hidden else str
                assert value is None or isinstance(value, kind), (table.name, column.name, value)


@EVERY_CASE
@pytest.mark.parametrize("audience", ["public", "internal"])
def test_every_table_or_its_reason_can_be_shown_in_every_form(make, audience: str) -> None:
    for name, answer in every(tables, shown(make(), audience)):
        if isinstance(answer, NotEstimable):
            assert answer.reason.text("id").endswith("."), name
            continue
        content = to_json(answer, "id")
        assert content["title"] in to_text(answer, "id")
        assert "<table" in to_html(answer, "id")
        assert re.search(r"n = \d|Satuan", answer.note.text("id")), name
        assert "Sumber: tabel" in answer.note.text("id")


@EVERY_CASE
def test_names_are_worksheet_names_and_unique(make) -> None:
    names = [table.name for table in shown_tables(shown(make()))]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z_]+", name) and len(name) <= WORKSHEET_NAME for name in names)


def test_targets_are_shown_with_values_shares_and_states() -> None:
    table = tables.targets(shown(diamond()))
    assert cells(table, "indikator") == ["Pelatihan", "Pelatih", "Volume", "Susut"]
    assert cells(table, "keadaan") == ["✓ tercapai", "● sesuai rencana", "▲ tertinggal", "▼ mundur"]
    assert cells(table, "terakhir")[2] == "3 kg/bulan (Juli 2024)"
    assert cells(table, "target")[3] == "10% (31 Desember 2024)"
    assert cells(table, "tercapai") == pytest.approx([14 / 12, 0.5, 0.25, -1.5 / 8])
    assert cells(table, "rencana") == pytest.approx([5 / 12, 0.5, 0.5, 0.5])
    assert to_json(table, "id")["highlight"] == [2, 3]


def test_what_has_no_share_shows_none() -> None:
    table = tables.targets(shown(without_baselines()))
    assert cells(table, "awal") == [None, None, "20 kg"]
    assert cells(table, "tercapai") == [None, None, None]
    assert cells(table, "rencana") == [None, None, None]


def test_counts_of_people_are_rounded_or_hidden() -> None:
    public, internal = tables.targets(shown(people())), tables.targets(shown(people(), "internal"))
    assert cells(public, "terakhir") == ["<10 rumah tangga (Juli 2024)", "50 orang (Juli 2024)"]
    assert cells(public, "tercapai") == [None, 0.5]
    assert cells(internal, "terakhir") == ["7 rumah tangga (Juli 2024)", "52 orang (Juli 2024)"]
    assert "dibulatkan" in public.note.text("id")
    assert "dibulatkan" not in internal.note.text("id")


def test_boxes_are_shown_with_where_their_arrows_lead() -> None:
    table = tables.boxes(shown(diamond()))
    assert cells(table, "rantai") == ["A", "B", "C", "D"]
    assert cells(table, "menuju") == ["B dan C", "D", "D", None]
    assert cells(table, "n_indicators") == [1, 1, 1, 1]


def test_the_meanings_of_states_count_indicators_and_boxes() -> None:
    table = tables.states(shown(ended()))
    assert cells(table, "keadaan") == ["✓ tercapai", "○ belum diukur", "■ lewat tenggat"]
    assert cells(table, "indikator") == [1, 1, 2]
    assert cells(table, "kotak") == [1, 1, 2]


def test_measuring_tells_never_late_and_in_time() -> None:
    table = tables.measuring(shown(ended()))
    assert cells(table, "keadaan") == ["selesai", "tepat waktu", "terlambat", "belum pernah diukur"]
    assert cells(table, "age") == [0, 1, 2, None]
    assert cells(table, "latest_month") == ["2025-02", "2025-01", "2024-12", None]
    assert to_json(table, "id")["highlight"] == [2, 3]


def test_themes_have_a_column_for_each_state_that_occurs_and_add_up() -> None:
    table = tables.themes(shown(diamond()))
    assert [column.name for column in table.columns] == [
        *("kelompok", "reached", "on_track", "behind", "regressed", "jumlah"),
    ]
    assert sum(cells(table, "jumlah")) == 4
    unrecorded = tables.apkm(shown(diamond()))
    assert cells(unrecorded, "kelompok")[-1] == "tidak dicatat"
    assert cells(unrecorded, "jumlah")[-1] == 3


def test_questions_name_the_assumptions_and_where_to_begin() -> None:
    table = tables.questions(shown(diamond()))
    assert cells(table, "pernyataan") == ["Kontrak ditandatangani", "Pendapatan naik"]
    assert cells(table, "asumsi")[0] == "Harga kontrak menarik. Petani dapat hadir."
    assert cells(table, "pertanyaan")[0].startswith("Kotak tepat sebelumnya tidak menyimpang")
    assert cells(table, "pertanyaan")[1] == (
        "Kotak sebelumnya juga menyimpang; bahas itu dahulu: “Kontrak ditandatangani”."
    )


def test_a_lagging_box_without_assumption_says_that_none_is_recorded() -> None:
    alone = chain().assign(asumsi=None).iloc[:1]
    bare = monitor(indicators(indicator("a", "A")), measured(a={"2024-07": 1}), chain=alone)
    assert cells(tables.questions(shown(bare)), "asumsi") == ["Asumsi tidak dicatat."]


def test_remarks_are_for_the_owner_and_counts_for_the_public() -> None:
    internal = tables.feedback(shown(hostile(), "internal"))
    assert len(cells(internal, "teks")) == 16
    public = tables.feedback(shown(hostile()))
    assert cells(public, "n") == [15]
    assert [column.name for column in public.columns] == ["tema", "n"]


def test_hostile_texts_are_escaped_in_markup() -> None:
    for audience in ("public", "internal"):
        for table in shown_tables(shown(hostile(), audience)):
            assert SCRIPT not in to_html(table, "id")
    text = to_text(tables.boxes(shown(hostile())), "id")
    assert all(one in text for one in HOSTILE)
