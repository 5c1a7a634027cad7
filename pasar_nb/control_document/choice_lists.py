"""Lists to choose from: closed ones, and those that grow with the district's own codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_col_to_name

from pasar_nb.contract.spec import Column, Table
from pasar_nb.contract.tables import DERIVED_MEASURES, TABLES

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

SHEET = "pilihan"
ANSWERS = ("ya", "tidak")
LONGEST_INLINE = 255  # characters of a list that Excel keeps in the validation itself
MOST_DISTINCT = 30  # different commodities that a list offers; districts compare three or four
LAST_SCANNED_ROW = 2_000  # of the rows among which different values are looked for
_GROWING = 40  # position of the first list that grows; there are a handful of closed ones to its left
_MEASURED = frozenset({"number", "integer", "money", "yes_no"})

# What the specifications do not say, as the check is done by a rule of its own.
OFFERED: Mapping[tuple[str, str], str] = {
    ("profil", "komoditas_terpilih"): "skor.komoditas",
    ("profil", "hasil_utama"): "",
    ("kriteria_graduasi", "variabel"): "",
}
"""Columns with a list that is only offered: of another column, or where empty, of what a survey measures."""


class ChoiceLists:
    """The lists of a workbook; those that a validation cannot hold stand on a hidden sheet, a column each."""

    def __init__(self) -> None:
        self._fixed: dict[str, Sequence[str]] = {}
        self._distinct: dict[str, tuple[str, str]] = {}

    def source(self, table: Table, column: Column) -> list[str] | str:
        """Give what a cell may be chosen from: values, a formula of a range, or nothing.

        Parameters
        ----------
        table, column
            The column that is filled.
        """
        closed = ANSWERS if column.kind == "yes_no" else column.choices
        if closed:
            inline = len(",".join(closed)) <= LONGEST_INLINE
            return list(closed) if inline else self._fixed_range(f"{table.name}.{column.name}", closed)
        offered = OFFERED.get((table.name, column.name))
        if offered == "":
            return self._fixed_range("survei", measures())
        target = offered or column.refers_to
        return self._codes(target) if target else ""

    def write(self, sheet: Worksheet) -> None:
        """Write the hidden sheet."""
        sheet.hide()
        for name, values in self._fixed.items():
            sheet.write_column(0, self._place(name), [name, *values])
        for name, (table, column) in self._distinct.items():
            place = self._place(name)
            sheet.write_string(0, place, name)
            for row in range(1, MOST_DISTINCT + 1):
                formula = _next_distinct(table, column, xl_col_to_name(place), row)
                sheet.write_array_formula(row, place, row, place, formula, None, "")

    def _codes(self, target: str) -> str:
        table, _dot, name = target.partition(".")
        column = xl_col_to_name([one.name for one in TABLES[table].columns].index(name))
        if TABLES[table].key == (name,):
            return f"=OFFSET({table}!${column}$2,0,0,MAX(1,COUNTA({table}!${column}:${column})-1),1)"
        self._distinct.setdefault(target, (table, column))
        own = xl_col_to_name(self._place(target))
        last = f"${own}${MOST_DISTINCT + 1}"
        filled = f'COUNTIF({SHEET}!${own}$2:{last},"?*")'
        return f"=OFFSET({SHEET}!${own}$2,0,0,MAX(1,{filled}),1)"

    def _fixed_range(self, name: str, values: Sequence[str]) -> str:
        self._fixed[name] = values
        own = xl_col_to_name(self._place(name))
        return f"={SHEET}!${own}$2:${own}${len(values) + 1}"

    def _place(self, name: str) -> int:
        # Each name keeps its column whatever is asked for later: closed lists left, growing ones far right.
        if name in self._fixed:
            return list(self._fixed).index(name)
        return _GROWING + list(self._distinct).index(name)


def measures() -> tuple[str, ...]:
    """Name what a household's survey measures, and what is computed from it."""
    asked = (column.name for column in TABLES["survei"].columns if column.kind in _MEASURED)
    return (*(name for name in asked if name != "gelombang"), *DERIVED_MEASURES)


def _next_distinct(table: str, column: str, own: str, row: int) -> str:
    """Find the next value of a column that does not stand above; empty when there is none."""
    values = f"{table}!${column}$2:${column}${LAST_SCANNED_ROW}"
    seen = f"COUNTIF(${own}$1:${own}{row},{values})"
    return f'{{=IFERROR(INDEX({values},MATCH(0,{seen}+({values}=""),0)),"")}}'
