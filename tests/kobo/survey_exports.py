"""Exports of KoboToolbox and ODK as small workbooks, a map for them, and the command that imports them."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from click.testing import CliRunner, Result
from openpyxl import Workbook

from pasar_nb.cli import main

NIK_ANI, NIK_BUDI, NIK_CITRA = "3503014107800001", "3503021202750002", "3503035503900003"
SECRET = "0123456789abcdef" * 4

Sheet = Sequence[Sequence[object]]

MAP = dedent(
    """
    [district]
    code = "3503"

    [[round]]
    wave = "gelombang"
    household = "identitas/nik"

    [round.rumah_tangga]
    desa = "identitas/desa"
    jenis_kelamin_kk = "identitas/jk"

    [round.survei]
    tanggal = "tanggal"
    pendapatan_rt = "ekonomi/pendapatan"
    """
)
HEADER = (
    *("start", "identitas/nama", "identitas/nik", "identitas/hp", "identitas/desa", "identitas/jk"),
    *("gelombang", "tanggal", "ekonomi/pendapatan", "_gps", "_id", "_uuid", "_submission_time"),
    *("_validation_status", "_submitted_by", "_index"),
)
_USUAL: Mapping[str, object] = {
    "start": "2024-01-10T08:15:00.000+07:00",
    "identitas/nama": "Ani Wijaya",
    "identitas/nik": NIK_ANI,
    "identitas/hp": "081234567890",
    "identitas/desa": "Pakel",
    "identitas/jk": "P",
    "gelombang": 0,
    "tanggal": "2024-01-10",
    "ekonomi/pendapatan": "1500000",
    "_gps": "-8.055512 111.712345 0 0",
    "_uuid": "d7e9a2f0-11aa-4b5c-8d2e-aabbccddeeff",
    "_submission_time": "2024-01-10T01:20:00",
    "_validation_status": "Approved",
    "_submitted_by": "petugas_kecamatan_pule",
}


def submission(**answers: object) -> dict[str, object]:
    """Answer every question of `HEADER`; the last part of a name is enough."""
    named = {next(header for header in HEADER if header.endswith(name)): one for name, one in answers.items()}
    return {**_USUAL, **named}


def main_sheet(*submissions: Mapping[str, object]) -> Sheet:
    """Set submissions as KoboToolbox does, with running numbers."""
    numbered = [{**one, "_id": 900 + at, "_index": at} for at, one in enumerate(submissions, start=1)]
    return [HEADER, *([one.get(name) for name in HEADER] for one in numbered)]


def workbook(path: Path, **sheets: Sheet) -> Path:
    """Write a workbook with a sheet per keyword."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


@dataclass(frozen=True)
class Import:
    """A folder in which exports are imported."""

    root: Path

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def folder(self) -> Path:
        return self.data / "3503-trenggalek"

    @property
    def secret_file(self) -> Path:
        return self.root / "pengaturan" / "secret"

    def export(self, *submissions: Mapping[str, object], name: str = "ekspor.xlsx", **more: Sheet) -> Path:
        return workbook(self.root / name, Survei=main_sheet(*submissions), **more)

    def carry_out(
        self, *files: Path, the_map: str = MAP, environment: Mapping[str, str] | None = None
    ) -> Result:
        map_file = self.root / "peta.toml"
        map_file.write_text(the_map, encoding="utf-8")
        arguments = ["import", "kobo", *map(str, files), "--map", str(map_file), "-o", str(self.data)]
        arguments += ["--secret-file", str(self.secret_file)]
        variables = {"PASAR_SECRET": None, **(environment or {})}
        return CliRunner().invoke(main, arguments, env=variables, catch_exceptions=False)

    def table(self, name: str) -> list[dict[str, str]]:
        with (self.folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def column(self, table: str, column: str) -> list[str]:
        return [row[column] for row in self.table(table)]


def words(output: str) -> str:
    """Give what was told without the breaks of lines."""
    return " ".join(output.split())
