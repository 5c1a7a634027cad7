"""Nothing is lost between an export and the tables: no file, no row, no choice, and nothing after a kill."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from survey_exports import (
    MAP,
    NIK_ANI,
    NIK_BUDI,
    SECRET,
    Import,
    main_sheet,
    submission,
    words,
    workbook,
)

from pasar_nb.contract.grid import Place
from pasar_nb.contract.textfile import read_text
from pasar_nb.kobo.publishing import JOURNAL
from pasar_nb.whole_files import LEFTOVER

CHOICES = MAP + 'pasar_utama = {question = "uji/pasar", multiple = true}\n'
VISITS = (
    MAP
    + """
[round.pendampingan]
sheet = "kunjungan"
tanggal = "hari"
jenis = "jenis"
hadir = "hadir"
"""
)


def csv_text(*submissions: dict[str, object]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(main_sheet(*submissions))
    return text.getvalue()


def archived(path: Path, **contents: str) -> Path:
    with zipfile.ZipFile(path, "w") as target:
        for name, content in contents.items():
            target.writestr(name, content)
    return path


def with_columns(place: Import, columns: dict[str, str], **answers: object) -> Path:
    header, row = main_sheet(submission(**answers))
    return workbook(place.root / "ekspor.xlsx", Survei=[[*header, *columns], [*row, *columns.values()]])


# Archives


def test_two_tables_of_one_name_in_an_archive_are_refused_with_both_paths(place: Import) -> None:
    tables = {"a/Survei.csv": csv_text(submission()), "b/Survei.csv": csv_text(submission(nik=NIK_BUDI))}
    result = place.carry_out(archived(place.root / "odk.zip", **tables))
    assert result.exit_code == 3
    assert "a/Survei.csv dan b/Survei.csv" in words(result.output)
    assert not place.data.exists()


@pytest.mark.parametrize("beside", ["media/Survei.csv", "__MACOSX/Survei.csv", "._Survei.csv", "media.csv/"])
def test_what_is_attached_is_no_table(place: Import, beside: str) -> None:
    members = {
        "./Survei.csv": csv_text(submission()),
        beside: "" if beside.endswith("/") else "bukan,tabel\n",
    }
    result = place.carry_out(archived(place.root / "odk.zip", **members))
    assert result.exit_code == 0, result.output
    assert place.column("survei", "pendapatan_rt") == ["1500000"]


def test_a_damaged_member_is_told(place: Import) -> None:
    path = place.root / "odk.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("Survei.csv", csv_text(*[submission()] * 50))
    data = bytearray(path.read_bytes())
    data[60:90] = b"\xff" * 30
    path.write_bytes(data)
    result = place.carry_out(path)
    assert result.exit_code == 3
    assert "rusak" in result.output


# Choices


def test_choices_that_nobody_split_are_read_from_their_list(place: Import) -> None:
    export = with_columns(place, {"uji/pasar": "A B", "uji/pasar/A": "", "uji/pasar/B": ""})
    result = place.carry_out(export, the_map=CHOICES)
    assert result.exit_code == 0, result.output
    assert place.column("survei", "pasar_utama") == ["A; B"]


@pytest.mark.parametrize(("listed", "flags"), [("A C", "10"), ("A", "11"), ("", "01"), ("500000", "10")])
def test_a_list_that_says_otherwise_than_its_choices_stops_the_import(
    place: Import, listed: str, flags: str
) -> None:
    columns = {"uji/pasar": listed, "uji/pasar/A": flags[0], "uji/pasar/B": flags[1]}
    result = place.carry_out(with_columns(place, columns), the_map=CHOICES)
    assert result.exit_code == 3
    assert "tidak mengatakan hal yang sama" in words(result.output)


def test_labels_with_spaces_agree_with_their_choices(place: Import) -> None:
    columns = {"uji/pasar": "Pasar desa Pasar kota", "uji/pasar/Pasar desa": "1", "uji/pasar/Pasar kota": "1"}
    result = place.carry_out(with_columns(place, columns), the_map=CHOICES)
    assert result.exit_code == 0, result.output
    assert place.column("survei", "pasar_utama") == ["Pasar desa; Pasar kota"]


# Households in several rounds


def test_what_one_round_did_not_ask_comes_from_the_other(place: Import) -> None:
    rounds = (submission(desa=""), submission(gelombang=1, jk="", tanggal="2025-01-10"))
    result = place.carry_out(place.export(*rounds))
    assert result.exit_code == 0, result.output
    assert [(row["desa"], row["jenis_kelamin_kk"]) for row in place.table("rumah_tangga")] == [("Pakel", "P")]
    assert "1 baris dari ronde lain digabungkan" in words(result.output)


def test_the_latest_answer_wins_and_an_unasked_one_takes_nothing_away(place: Import) -> None:
    rounds = (submission(), submission(gelombang=1, jk="", desa="Pule", tanggal="2025-01-10"))
    result = place.carry_out(place.export(*rounds), the_map=MAP + '\n[rules]\nchanges = "latest"\n')
    assert result.exit_code == 0, result.output
    assert [(row["desa"], row["jenis_kelamin_kk"]) for row in place.table("rumah_tangga")] == [("Pule", "P")]
    assert "digabungkan" not in result.output


# Cells


def test_a_cell_with_a_lone_carriage_return_stays_one_cell(place: Import) -> None:
    text = csv_text(submission(desa="Pakel\rTimur"), submission(nik=NIK_BUDI))
    path = place.root / "ekspor.csv"
    path.write_text(text, encoding="utf-8", newline="")
    place.carry_out(path)
    grid, _problems = read_text((place.folder / "rumah_tangga.csv").read_bytes(), Place("x.csv"), {})
    assert grid is not None
    assert [len(row) for row in grid.rows] == [3, 3, 3]


def test_a_signed_amount_is_no_formula(place: Import) -> None:
    result = place.carry_out(place.export(submission(pendapatan="-Rp 500.000")))
    assert place.column("survei", "pendapatan_rt") == ["-Rp 500.000"]
    assert "apostrof" not in result.output


def test_a_formula_in_a_column_of_amounts_still_gets_its_mark(place: Import) -> None:
    place.carry_out(place.export(submission(pendapatan="-2+3+cmd|' /C calc'!A0")))
    assert place.column("survei", "pendapatan_rt")[0].startswith("'")


def test_a_repeat_group_without_a_row_leaves_the_submissions(place: Import) -> None:
    visits = [["hari", "jenis", "hadir", "_index", "_parent_table_name", "_parent_index"]]
    result = place.carry_out(place.export(submission(), kunjungan=visits), the_map=VISITS)
    assert result.exit_code == 0, result.output
    assert place.column("survei", "pendapatan_rt") == ["1500000"]
    assert "pendampingan: 0 baris." in result.output
    assert not (place.folder / "pendampingan.csv").exists()


def test_a_variable_that_is_a_column_of_the_survey_is_refused(place: Import) -> None:
    the_map = MAP + '[variables.pendapatan_rt]\nnama = "x"\nsatuan = "Rp"\njenis = "angka"\n'
    result = place.carry_out(place.export(submission()), the_map=the_map)
    assert result.exit_code == 2
    assert "sudah menjadi kolom survei" in words(result.output)


# What is there already


def test_a_table_that_a_workbook_holds_already_is_not_written_beside_it(place: Import) -> None:
    place.folder.mkdir(parents=True)
    sheet = [["id_rt", "gelombang", "tanggal"], ["RT-a1", 0, "2024-01-10"]]
    workbook(place.folder / "dokumen-kendali.xlsx", survei=sheet)
    result = place.carry_out(place.export(submission()))
    assert result.exit_code == 2
    assert "dokumen-kendali.xlsx (survei)" in words(result.output)
    assert sorted(path.name for path in place.folder.iterdir()) == ["dokumen-kendali.xlsx"]


KILLED = """
import os, sys
from pathlib import Path
import pasar_nb.whole_files as files
replace = Path.replace
def replace_and_die(self, target):
    replace(self, target)
    if Path(target).name == sys.argv[1]:
        os._exit(9)
Path.replace = replace_and_die
from pasar_nb.cli import main
main(sys.argv[2:])
"""


@pytest.mark.parametrize("last", [JOURNAL, "rumah_tangga.csv", "survei.csv"])
def test_an_import_that_was_killed_is_finished_by_the_next(place: Import, last: str) -> None:
    export = place.export(submission(), submission(nik=NIK_BUDI))
    (place.root / "peta.toml").write_text(MAP, encoding="utf-8")
    arguments = ["import", "kobo", str(export), "--map", str(place.root / "peta.toml")]
    arguments += ["-o", str(place.data), "--secret-file", str(place.secret_file)]
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, last, *arguments], capture_output=True, check=False
    )
    assert killed.returncode == 9, killed.stderr
    result = place.carry_out(export)
    assert result.exit_code == 0, result.output
    assert len(place.table("survei")) == 2
    assert {path.name for path in place.folder.iterdir()} == {
        "rumah_tangga.csv",
        "survei.csv",
        "catatan-impor.txt",
    }
    assert not list(place.folder.glob(LEFTOVER))


def test_what_somebody_has_changed_since_the_kill_stays(place: Import) -> None:
    place.folder.mkdir(parents=True)
    (place.folder / JOURNAL).write_text('{"survei.csv": "0", "../peta.toml": "0"}')
    (place.folder / "survei.csv").write_text("id_rt\n")
    assert place.carry_out(place.export(submission())).exit_code == 2
    assert (place.folder / "survei.csv").read_text() == "id_rt\n"


def test_an_output_that_knows_few_signs_ends_no_import(place: Import) -> None:
    export = place.export(submission(jk="9"))
    (place.root / "peta.toml").write_text(MAP, encoding="utf-8")
    command = [sys.executable, "-c", "from pasar_nb.cli import main; main()", "import", "kobo", str(export)]
    command += ["--map", str(place.root / "peta.toml"), "-o", str(place.data)]
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "PASAR_SECRET": SECRET}
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert done.returncode == 1, done.stderr
    assert b"Traceback" not in done.stderr
    assert b"jenis_kelamin_kk" in done.stdout
    assert NIK_ANI.encode() not in done.stdout
