"""The table of bad inputs: what officials' files hold, and what is said of it; the test and the manual.

The table is ``bad_inputs.toml``; each case names a damage to the clean district and everything that is told
of it. Run this file to write the manual, ``data/MASALAH-DATA.md``, anew from the table.
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import bad_input_files
from clean_district import CLEAN, FOLDER, neighbours

TABLE = Path(__file__).with_suffix(".toml")
NIK = "350312" + "450685" + "0007"  # of nobody: the serial of a woman born on 5 June 1985
TELEPHONE = "0812" + "34567890"

Place = tuple[str, int, str]
"""Table, row and column of a cell."""


@dataclass(frozen=True)
class Said:
    """One problem that is told."""

    severity: str
    message: str
    remedy: str
    code: str = ""
    table: str = ""
    row: int | None = None
    column: str = ""
    file: str | None = None  # the table's own file where it is not named
    sheet: str = ""
    value: str = ""


@dataclass(frozen=True)
class BadInput:
    """A case of the table.

    `name` is for the test, `found` and `example` are for the manual. `steps` make the file, each an action
    with its arguments. Of the tables that come through, `becomes` are the cells that are read otherwise than
    in the clean district, `shifted` the rows from which data stand lower, and by how much, `lost` the columns
    that are not used, `gone` the rows that the damage itself takes away, and `twice` the row that it repeats
    below; `unread` tables come not through, though their errors stand elsewhere. A case with `seen` is no
    file: the function of that name in ``bad_input_findings.py`` gives what is read instead.
    """

    name: str
    group: str
    found: str
    example: str
    steps: tuple[tuple[str, Any], ...]
    tables: tuple[str, ...]
    base: str
    says: tuple[Said, ...]
    becomes: Mapping[Place, object]
    shifted: Mapping[str, tuple[int, int]]
    lost: Mapping[str, tuple[str, ...]]
    gone: Mapping[str, tuple[int, ...]]
    twice: Mapping[str, int]
    unread: frozenset[str]
    seen: str

    @property
    def severity(self) -> str:
        """The gravest of what is told; `fine` where nothing is."""
        told = {one.severity for one in self.says}
        return next((one for one in ("error", "warning", "suppressed") if one in told), "fine")

    @property
    def stopped(self) -> frozenset[str]:
        """Tables that an error stops; an empty name is a whole workbook."""
        return frozenset(one.table for one in self.says if one.severity == "error")

    def make(self, folder: Path) -> None:
        """Write the clean district into a folder and damage it."""
        base = BASES[self.base]
        for name in self.tables:
            (folder / f"{name}.csv").write_text(base[name], encoding="utf-8")
        for action, arguments in self.steps:
            _ACTIONS[action](folder, arguments)


def _ten_households() -> dict[str, str]:
    rows = [f"RT-{at}x,G1,L,tidak,2" for at in range(10)]
    surveyed = [f"RT-{at}x,0,2024-01-10,{1_000_000 + at}" for at in range(10)]
    return {
        "profil": CLEAN["profil"],
        "rumah_tangga": "\n".join(["id_rt,id_kelompok,jenis_kelamin_kk,disabilitas,desil", *rows]) + "\n",
        "survei": "\n".join(["id_rt,gelombang,tanggal,pendapatan_rt", *surveyed]) + "\n",
    }


BASES: Mapping[str, Mapping[str, str]] = {"clean": CLEAN, "ten households": _ten_households()}


@cache
def cases() -> tuple[BadInput, ...]:
    """Give every case of the table, in its order."""
    return tuple(_case(group["title"], one) for group in _read()["group"] for one in group["case"])


def _read() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


def _case(group: str, written: Mapping[str, Any]) -> BadInput:
    steps = tuple((name, written[name]) for name in written if name in _ACTIONS)
    base = written.get("base", "clean")
    tables = written.get("tables") or _tables(steps)
    lines = {line[0]: (line[1], 1) for line in written.get("lines", ())}
    return BadInput(
        name=written["name"],
        group=group,
        found=written["found"],
        example=written.get("example", ""),
        steps=steps,
        tables=tuple(BASES[base]) if base != "clean" else tuple(sorted(neighbours(tables))),
        base=base,
        says=tuple(Said(**one) for one in written.get("says", ())),
        becomes={(table, row, column): value for table, row, column, value in written.get("becomes", ())},
        shifted=lines | {table: tuple(shift) for table, shift in written.get("shifted", {}).items()},
        lost={table: tuple(columns) for table, columns in written.get("lost", {}).items()},
        gone={table: tuple(rows) for table, rows in written.get("gone", {}).items()},
        twice=written.get("twice", {}),
        unread=frozenset(written.get("unread", ())),
        seen=written.get("seen", ""),
    )


def _tables(steps: Iterable[tuple[str, Any]]) -> list[str]:
    named = [
        one[0] for action, changes in steps if action in ("cells", "replace", "lines") for one in changes
    ]
    return [*named, *(changes[0] for action, changes in steps if action == "column")]


# --- what can be done to a folder


def _filled(text: str) -> str:
    return text.replace("{NIK}", NIK).replace("{TELEPON}", TELEPHONE)


def _edit_cells(folder: Path, cells: list[tuple[str, int, str, str]]) -> None:
    for table, row, column, text in cells:
        rows = list(csv.reader(io.StringIO((folder / f"{table}.csv").read_text(encoding="utf-8"))))
        rows[row - 1][rows[0].index(column)] = _filled(text)
        _write(folder / f"{table}.csv", rows)


def _edit_column(folder: Path, change: tuple[str, str, list[str]]) -> None:
    table, column, texts = change
    rows = list(csv.reader(io.StringIO((folder / f"{table}.csv").read_text(encoding="utf-8"))))
    for row, text in zip(rows[1:], texts, strict=True):
        row[rows[0].index(column)] = text
    _write(folder / f"{table}.csv", rows)


def _write(path: Path, rows: list[list[str]]) -> None:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    path.write_text(written.getvalue(), encoding="utf-8")


def _replace(folder: Path, changes: list[tuple[str, str, str]]) -> None:
    for table, old, new in changes:
        text = (folder / f"{table}.csv").read_text(encoding="utf-8")
        assert text.count(old) == 1, (table, old)
        (folder / f"{table}.csv").write_text(text.replace(old, _filled(new)), encoding="utf-8")


def _insert_lines(folder: Path, lines: list[tuple[str, int, str]]) -> None:
    for table, row, line in lines:
        written = (folder / f"{table}.csv").read_text(encoding="utf-8").splitlines()
        written.insert(row - 1, _filled(line))
        (folder / f"{table}.csv").write_text("\n".join(written) + "\n", encoding="utf-8")


def _rename(folder: Path, names: list[tuple[str, str]]) -> None:
    for old, new in names:
        (folder / old).rename(folder / _filled(new))


def _rename_folder(_folder: Path, _name: str) -> None:
    """Nothing to do: the test opens the folder under this name from the start."""


def _make(folder: Path, name: str) -> None:
    getattr(bad_input_files, name)(folder)


_ACTIONS = {
    "cells": _edit_cells,
    "column": _edit_column,
    "replace": _replace,
    "lines": _insert_lines,
    "rename": _rename,
    "folder": _rename_folder,
    "made": _make,
}


def folder_name(case: BadInput) -> str:
    """Name of the district's folder in a case."""
    return next((name for action, name in case.steps if action == "folder"), FOLDER)


# --- the manual

MANUAL = Path(__file__).parents[2] / "data" / "MASALAH-DATA.md"
_EFFECTS = {
    "error": "**Kesalahan**",
    "warning": "Peringatan",
    "suppressed": "Tidak ditampilkan",
    "fine": "Tidak masalah",
}
_OPENING = """\
# Masalah data dan cara memperbaikinya

Daftar ini memuat hal-hal yang sering ditemukan dalam Dokumen Kendali, apa yang dikatakan `pasar check`
tentangnya, dan apa yang perlu dilakukan. Setiap baris diuji: berkas dibuat seperti itu, lalu diperiksa.

| Akibat | Artinya |
|---|---|
| **Kesalahan** | Tabel itu tidak dipakai sampai diperbaiki; tabel lain tetap dipakai. |
| Peringatan | Tabel tetap dipakai; yang diubah atau dilewati selalu disebut. |
| Tidak ditampilkan | Datanya benar, tetapi terlalu sedikit atau terlalu mirip untuk disimpulkan. |
| Tidak masalah | Dibaca apa adanya. |

Alasan untuk yang tidak ditampilkan ada dalam laporan, bukan pada `pasar check`; sarannya hanya ada di sini.

Data yang memuat pengenal orang ditulis di sini dengan titik (•), dan `pasar check` juga tidak menampilkannya.
Berkas ini dibuat dari tabel kasus uji; jangan disunting langsung.
"""


def manual() -> str:
    """Write the manual: a table for each group of cases."""
    groups: dict[str, list[BadInput]] = {}
    for case in cases():
        groups.setdefault(case.group, []).append(case)
    return "\n".join([_OPENING, *(_section(title, found) for title, found in groups.items())])


def _section(title: str, found: Iterable[BadInput]) -> str:
    head = (
        "| Yang ditemukan | Contoh | Akibat | Yang dikatakan | Yang perlu dilakukan |\n|---|---|---|---|---|"
    )
    return "\n".join([f"## {title}", "", head, *map(_line, found), ""])


def _line(case: BadInput) -> str:
    main = next((one for one in case.says if one.severity == case.severity), None)
    example = "`" + case.example.replace("|", "\\|") + "`" if case.example else ""
    said = (_cell(_place(main) + main.message), _cell(main.remedy)) if main else ("", "")
    return "| " + " | ".join([_cell(case.found), example, _EFFECTS[case.severity], *said]) + " |"


def _place(said: Said) -> str:
    parts = [said.table, f"baris {said.row}" if said.row else "", said.column and f"kolom {said.column}"]
    named = ", ".join(filter(None, parts))
    return f"{named}: " if named else ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*").replace("\n", " ")


if __name__ == "__main__":
    MANUAL.write_text(manual(), encoding="utf-8")
