"""Write synthetic districts to disk: a folder each, tables as CSV or one workbook, the truth as JSON."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd

from pasar_nb.contract.tables import TABLES
from pasar_nb.demo.drawing import DemoDistrict
from pasar_nb.errors import UsageError
from pasar_nb.language import _

TRUTH_FILE = "kebenaran.json"
WORKBOOK_FILE = "dokumen-kendali.xlsx"
DAY = "%Y-%m-%d"
PLAIN_NUMBER = "%.12g"  # whole rupiah without a decimal point, no rounding of what was drawn
WORKBOOK_DAY = "yyyy-mm-dd"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip entry can carry: a workbook's bytes hold no clock
TIMESTAMP = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
FIXED_TIMESTAMP = b"2026-01-01T00:00:00Z"


def write(districts: Iterable[DemoDistrict], folder: Path) -> tuple[Path, ...]:
    """Write each district to its own folder.

    Parameters
    ----------
    districts
        What `draw` returned.
    folder
        Where the districts' folders go; made where it is missing. Earlier demonstration data are replaced.

    Returns
    -------
    tuple of Path
        The districts' folders.

    Raises
    ------
    UsageError
        Where a district's folder holds data that this generator did not write; nothing is written then.
    """
    targets = [(district, folder / district.folder_name) for district in districts]
    for _unused, target in targets:
        _refuse_foreign(target)
    return tuple(_write_district(district, target) for district, target in targets)


def _refuse_foreign(folder: Path) -> None:
    """Refuse a folder with files but without the mark of demonstration data, lest real data are lost."""
    if folder.is_dir() and any(folder.iterdir()) and not (folder / TRUTH_FILE).is_file():
        raise UsageError(
            _(
                "Folder {folder} berisi data yang bukan data contoh; pilih folder lain agar tidak tertimpa.",
                folder=str(folder),
            )
        )


def _clear(folder: Path) -> None:
    """Remove the tables of an earlier drawing, so that none of them outlives it."""
    for name in [WORKBOOK_FILE, *(f"{table}.csv" for table in TABLES)]:
        (folder / name).unlink(missing_ok=True)


def _write_district(district: DemoDistrict, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    _clear(folder)
    truth = json.dumps(district.truth, ensure_ascii=False, indent=2) + "\n"
    (folder / TRUTH_FILE).write_text(truth, encoding="utf-8")
    if district.layout == "xlsx":
        (folder / WORKBOOK_FILE).write_bytes(_workbook(district.tables))
        return folder
    for name, table in district.tables.items():
        text = _with_words(table).to_csv(
            index=False, date_format=DAY, float_format=PLAIN_NUMBER, lineterminator="\n"
        )
        (folder / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
    return folder


def _with_words(table: pd.DataFrame) -> pd.DataFrame:
    """Turn yes and no into ``ya`` and ``tidak``, as the contract writes them."""
    answers = table.select_dtypes("boolean").columns
    return table.assign(**{name: table[name].map({True: "ya", False: "tidak"}) for name in answers})


def _workbook(tables: Mapping[str, pd.DataFrame]) -> bytes:
    """Make a workbook with a sheet per table, dates as dates, and the same bytes every time."""
    made = io.BytesIO()
    with pd.ExcelWriter(
        made, engine="openpyxl", date_format=WORKBOOK_DAY, datetime_format=WORKBOOK_DAY
    ) as writer:
        for name, table in tables.items():
            _with_words(table).to_excel(writer, sheet_name=name, index=False)
    return _without_clock(made)


def _without_clock(workbook: io.BytesIO) -> bytes:
    """Replace the times that openpyxl writes by fixed ones."""
    timeless = io.BytesIO()
    with zipfile.ZipFile(workbook) as source, zipfile.ZipFile(timeless, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "docProps/core.xml":
                content = TIMESTAMP.sub(FIXED_TIMESTAMP, content)
            target.writestr(zipfile.ZipInfo(entry.filename, EPOCH), content, zipfile.ZIP_DEFLATED)
    return timeless.getvalue()
