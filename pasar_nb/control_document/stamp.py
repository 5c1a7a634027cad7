"""The hidden sheet that says what a workbook is and for which version of the contract it was made."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pasar_nb.contract.versions import CODE, CONTRACT_VERSION, KIND, MADE, STAMP_SHEET, VERSION, BookKind

if TYPE_CHECKING:
    from xlsxwriter import Workbook


def write_stamp(book: Workbook, kind: BookKind, code: str, today: date) -> None:
    """Add the hidden sheet to a workbook."""
    sheet = book.add_worksheet(STAMP_SHEET)
    sheet.hide()
    facts = {KIND: kind, VERSION: str(CONTRACT_VERSION), CODE: code, MADE: today.isoformat()}
    for row, (name, value) in enumerate(facts.items()):
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, value)
