"""A person who fills the template, and LibreOffice, through which files of offices have often gone."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import Workbook, load_workbook

from pasar_nb.contract.examples import MARK_COLUMN
from pasar_nb.control_document import ReportNeeds, write_template
from pasar_nb.reference.districts import DistrictEntry, find

TODAY = date(2026, 11, 20)
REPORTS = (ReportNeeds("Pemilihan komoditas", ("kriteria", "skor"), ("keputusan",)),)
FIRST_FREE_ROW = 4  # below the header and two examples
OFFICE = next((found for found in map(shutil.which, ("soffice", "libreoffice")) if found), None)
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


def entry(code: str) -> DistrictEntry:
    found = find(code)
    assert found is not None
    return found


def template(code: str = "3503", language: str = "id") -> Workbook:
    data = write_template(entry(code), REPORTS, language, TODAY)  # type: ignore[arg-type]
    return load_workbook(io.BytesIO(data))


def fill(book: Workbook, tables: Mapping[str, pd.DataFrame], only: Collection[str] = ()) -> None:
    """Type typed tables into a template: below the examples, further columns to the right of all others."""
    for name, table in tables.items():
        if not only or name in only:
            _fill_sheet(book, name, table)


def _fill_sheet(book: Workbook, name: str, table: pd.DataFrame) -> None:
    sheet = book[name]
    headings = {str(cell.value): cell.column for cell in sheet[1]}
    for column in table.columns:
        if column not in headings:
            headings[column] = max(headings.values()) + 1
            sheet.cell(1, headings[column], column)
    first = FIRST_FREE_ROW if MARK_COLUMN in headings else 2
    for row, values in enumerate(table.to_dict("records"), first):
        for column, value in values.items():
            sheet.cell(row, headings[str(column)], _typed(value))


def _typed(value: object) -> object:
    if pd.isna(value):  # type: ignore[call-overload]
        return None
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return value.to_pydatetime() if isinstance(value, pd.Timestamp) else value


def saved_by_office(path: Path) -> None:
    """Open a workbook in LibreOffice and save it again."""
    assert OFFICE is not None
    outside = path.parent / "dari-kantor"
    profile = f"-env:UserInstallation={(path.parent / 'profil-kantor').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(outside), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    shutil.move(outside / path.name, path)
    shutil.rmtree(outside)
    shutil.rmtree(path.parent / "profil-kantor")
