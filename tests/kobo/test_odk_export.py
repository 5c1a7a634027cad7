"""Exports of ODK: hyphens between groups, KEY and PARENT_KEY, the archive of CSV files, review states."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from survey_exports import MAP, NIK_ANI, NIK_BUDI, Import, workbook

ODK_MAP = (
    MAP.replace('tanggal = "tanggal"', 'tanggal = "SubmissionDate"')
    + """
[round.pendampingan]
sheet = "survei-kunjungan"
tanggal = "hari"
jenis = "jenis"
hadir = "hadir"
"""
)
MAIN = [
    *("SubmissionDate", "identitas-nik", "identitas-desa", "identitas-jk", "gelombang"),
    *("ekonomi-pendapatan", "KEY", "SubmitterName", "DeviceID", "ReviewState"),
]
VISITS = ["hari", "jenis", "hadir", "PARENT_KEY", "KEY"]


def main_rows() -> list[list[str]]:
    people = ((NIK_ANI, "uuid:a1", "approved"), (NIK_BUDI, "uuid:b2", "hasIssues"), (NIK_BUDI, "uuid:b3", ""))
    return [
        *[MAIN],
        *(
            ["2024-01-10T16:30:00.000Z", nik, "Pakel", "P", "0", "1500000", key, "petugas", "dev:77", state]
            for nik, key, state in people
        ),
    ]


def visit_rows() -> list[list[str]]:
    return [
        VISITS,
        ["2024-03-01", "teknis", "ya", "uuid:a1", "uuid:a1/kunjungan[1]"],
        ["2024-03-02", "sosial", "tidak", "uuid:b2", "uuid:b2/kunjungan[1]"],
        ["2024-03-03", "sosial", "ya", "uuid:a1", "uuid:a1/kunjungan[2]"],
    ]


def archive(path: Path, tables: Mapping[str, Sequence[Sequence[str]]]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, rows in tables.items():
            text = io.StringIO()
            csv.writer(text).writerows(rows)
            target.writestr(f"{name}.csv", text.getvalue())
        target.writestr("media/foto.jpg", b"\xff\xd8")
    return path


def check_tables(place: Import, output: str) -> None:
    (id_rt,) = place.column("survei", "id_rt")
    assert place.column("survei", "tanggal") == ["2024-01-10"]
    assert place.column("survei", "pendapatan_rt") == ["1500000"]
    told = [(row["id_rt"], row["tanggal"], row["jenis"]) for row in place.table("pendampingan")]
    assert told == [(id_rt, "2024-03-01", "teknis"), (id_rt, "2024-03-03", "sosial")]
    assert "1 kiriman berstatus 'hasIssues' tidak diambil." in output
    assert "1 kiriman berstatus 'tanpa status' tidak diambil." in output
    assert "DeviceID" in output  # dropped, and named
    assert "dev:77" not in output


def test_a_workbook_of_odk_is_read(place: Import) -> None:
    sheets = {"survei": main_rows(), "survei-kunjungan": visit_rows()}
    result = place.carry_out(workbook(place.root / "odk.xlsx", **sheets), the_map=ODK_MAP)
    assert result.exit_code == 0, result.output
    check_tables(place, result.output)


def test_the_archive_of_odk_central_is_read(place: Import) -> None:
    tables = {"survei": main_rows(), "survei-kunjungan": visit_rows()}
    result = place.carry_out(archive(place.root / "survei.csv.zip", tables), the_map=ODK_MAP)
    assert result.exit_code == 0, result.output
    check_tables(place, result.output)


def test_repeats_within_repeats_find_their_submission(place: Import) -> None:
    inner = [["jenis", "PARENT_KEY", "KEY"], ["sosial", "uuid:a1/kunjungan[1]", "uuid:a1/k[1]/topik[1]"]]
    tables = {"survei": main_rows(), "survei-kunjungan": visit_rows(), "topik": inner}
    the_map = ODK_MAP.replace('sheet = "survei-kunjungan"', 'sheet = "topik"')
    result = place.carry_out(archive(place.root / "survei.zip", tables), the_map=the_map)
    assert result.exit_code == 0, result.output
    (row,) = place.table("pendampingan")
    assert (row["id_rt"], row["tanggal"], row["jenis"]) == (
        place.column("survei", "id_rt")[0],
        "2024-03-01",  # asked in the outer repeat
        "sosial",  # asked in the inner one
    )
