"""What befalls a district's tables on their way: mutations of valid files, drawn by hypothesis."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

Rows = list[list[str]]


def read_rows(path: Path) -> Rows:
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))


def write_rows(path: Path, rows: Rows, separator: str = ",") -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=separator, lineterminator="\n").writerows(rows)
    path.write_text(written.getvalue(), encoding="utf-8")


def _row(draw: DrawFn, rows: Rows) -> int:
    return draw(st.integers(1, len(rows) - 1))


def _column(draw: DrawFn, rows: Rows) -> int:
    return draw(st.integers(0, len(rows[0]) - 1))


# --- mutations that change what the table means


def drop_a_field(draw: DrawFn, path: Path) -> None:
    rows = read_rows(path)
    del rows[_row(draw, rows)][_column(draw, rows)]
    write_rows(path, rows)


def double_a_field(draw: DrawFn, path: Path) -> None:
    rows = read_rows(path)
    row, at = _row(draw, rows), _column(draw, rows)
    rows[row].insert(at, rows[row][at] or "x")
    write_rows(path, rows)


def repeat_a_row(draw: DrawFn, path: Path) -> None:
    rows = read_rows(path)
    row = _row(draw, rows)
    rows.insert(row, list(rows[row]))
    write_rows(path, rows)


def shift_a_row(draw: DrawFn, path: Path) -> None:
    """Move the cells of a row one to the right, as an inserted cell does; the last one drops out."""
    rows = read_rows(path)
    row, at = _row(draw, rows), _column(draw, rows)
    rows[row] = [*rows[row][:at], "", *rows[row][at:-1]]
    write_rows(path, rows)


def swap_the_titles_of_two_columns(draw: DrawFn, path: Path) -> None:
    rows = read_rows(path)
    one, other = _column(draw, rows), _column(draw, rows)
    rows[0][one], rows[0][other] = rows[0][other], rows[0][one]
    write_rows(path, rows)


def truncate_the_file(draw: DrawFn, path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: draw(st.integers(0, len(data) - 2))])


def write_rubbish_into_a_cell(draw: DrawFn, path: Path) -> None:
    rows = read_rows(path)
    rubbish = st.text("0123456789.,-/ RpjutakgLP%=#<>()'\"\n±²", max_size=12)
    rows[_row(draw, rows)][_column(draw, rows)] = draw(rubbish)
    write_rows(path, rows)


def write_rubbish_into_the_bytes(draw: DrawFn, path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    path.write_bytes(bytes(data))


# --- mutations that change only how it is written


def nothing(_draw: DrawFn, _path: Path) -> None:
    """Leave the table as it is."""


def swap_two_columns(draw: DrawFn, path: Path) -> None:
    rows = read_rows(path)
    one, other = _column(draw, rows), _column(draw, rows)
    for row in rows:
        row[one], row[other] = row[other], row[one]
    write_rows(path, rows)


def change_the_separator(draw: DrawFn, path: Path) -> None:
    write_rows(path, read_rows(path), draw(st.sampled_from(";\t")))


def re_encode(draw: DrawFn, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_bytes(text.encode(draw(st.sampled_from(["utf-16", "utf-8-sig", "cp1252"]))))


def end_lines_as_windows(_draw: DrawFn, path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def set_titles_above(draw: DrawFn, path: Path) -> None:
    rows = read_rows(path)
    titles = draw(
        st.lists(st.sampled_from(["DOKUMEN KENDALI", "Kabupaten Contoh", ""]), min_size=1, max_size=5)
    )
    write_rows(path, [*([title] + [""] * (len(rows[0]) - 1) for title in titles), *rows])


def write_numbers_with_separators(draw: DrawFn, path: Path) -> None:
    """Write the whole numbers of a column as Indonesians, or as Americans, write thousands."""
    rows = read_rows(path)
    at, separator = _column(draw, rows), draw(st.sampled_from([".", ","]))
    for row in rows[1:]:
        if row[at].isdigit() and len(row[at]) > 6:
            row[at] = f"{int(row[at]):,}".replace(",", separator)
    write_rows(path, rows)


Mutation = Callable[[DrawFn, Path], None]

MEANT: tuple[Mutation, ...] = (
    drop_a_field,
    double_a_field,
    repeat_a_row,
    shift_a_row,
    swap_the_titles_of_two_columns,
    truncate_the_file,
    write_rubbish_into_a_cell,
    write_rubbish_into_the_bytes,
)
"""Mutations after which a table must be stopped or told of, unless its cells are what they were."""

WRITTEN: tuple[Mutation, ...] = (
    nothing,
    swap_two_columns,
    change_the_separator,
    re_encode,
    end_lines_as_windows,
    set_titles_above,
    write_numbers_with_separators,
)
"""Mutations after which every cell must be what it was."""
