"""Pages across districts: from the records that reports have left, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from pasar_nb import UsageError, open_locations, open_start
from pasar_nb.analysis import locations
from pasar_nb.records import find_records
from pasar_nb.tables import locations as tables
from pasar_nb.vocabulary import COVER_TYPE, PROVENANCE_TYPE


def write(reports: Path, folder: str, *, seconds: float = 1.0, language: str = "", **results: object) -> Path:
    path = reports / folder / f"impact{language}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    record = {"synthetic": True, "data_date": "2026-10-31", "results": results, "run": {"seconds": seconds}}
    path.write_text(json.dumps(record), encoding="utf-8")
    return path


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    write(tmp_path, "3501-pacitan", estimate=1.0, n=120)
    write(tmp_path, "3503-trenggalek", estimate=2.0)
    (tmp_path / "7303-bantaeng").mkdir()
    (tmp_path / "_internal" / "3326-pekalongan").mkdir(parents=True)
    (tmp_path / "lintas-lokasi").mkdir()
    return tmp_path


def test_every_district_with_reports_is_a_row(reports: Path) -> None:
    page = open_locations("cross_location", reads="impact", reports=reports)
    records = page.records().set_index("code")
    assert list(records.index) == ["3501", "3503", "7303"]
    assert records.loc["3501", "district"] == "Pacitan"
    assert records.loc["3501", "n"] == 120
    assert records["estimate"].isna().to_dict() == {"3501": False, "3503": False, "7303": True}


def test_a_record_cannot_pass_for_another_district(reports: Path) -> None:
    write(reports, "3501-pacitan", code="9999", district="Lain")
    records = open_locations("cross_location", reads="impact", reports=reports).records()
    assert list(records["code"]) == ["3501", "3503", "7303"]
    assert "Lain" not in set(records["district"])


def test_the_run_does_not_enter_a_record_s_digest(reports: Path) -> None:
    before = find_records(reports, "impact", "id")[0].digest
    write(reports, "3501-pacitan", seconds=99.0, estimate=1.0, n=120)
    assert find_records(reports, "impact", "id")[0].digest == before
    write(reports, "3501-pacitan", estimate=1.5, n=120)
    assert find_records(reports, "impact", "id")[0].digest != before


def test_records_are_those_of_the_language(reports: Path) -> None:
    write(reports, "3503-trenggalek", language=".en", estimate=3.0)
    found = {one.code: one.content for one in find_records(reports, "impact", "en")}
    assert found["3503"]["results"] == {"estimate": 3.0}
    assert found["3501"] == {}


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe", b"[1]", b"null", b'{"results": [1]}'])
def test_a_damaged_record_is_named_as_such_and_not_as_a_report_that_is_yet_to_come(
    reports: Path, damage: bytes
) -> None:
    (reports / "3501-pacitan" / "impact.json").write_bytes(damage)
    InteractiveShell.instance()
    page = open_locations("cross_location", reads="impact", reports=reports)
    with capture_output() as captured:
        page.data_at_hand()
    _found, absent, unreadable = (output.data["text/plain"] for output in captured.outputs)
    assert "Pacitan" not in absent
    assert "Catatan laporan tidak dapat dibaca: 3501-pacitan/impact.json." in unreadable
    why = tables.absent(page.release(locations.compare(page.records()))).frame.set_index("code")["why"]
    assert why["3501"].text("id") == "Catatan laporan tidak dapat dibaca: 3501-pacitan/impact.json."
    assert why["7303"].text("id") == "Laporan perubahannya belum terbit."


def test_a_record_that_cannot_be_opened_is_damaged_and_not_absent(reports: Path) -> None:
    (reports / "7303-bantaeng" / "impact.json").mkdir()
    found = {one.code: one.damaged for one in find_records(reports, "impact", "id")}
    assert found == {"3501": False, "3503": False, "7303": True}


def test_a_damaged_record_does_not_pass_for_the_one_it_was(reports: Path) -> None:
    (reports / "7303-bantaeng" / "impact.json").write_text("{")
    whole, _other, damaged = (one.digest for one in find_records(reports, "impact", "id"))
    assert damaged not in ("", whole)


def test_no_folder_of_reports_is_no_record(tmp_path: Path) -> None:
    assert find_records(tmp_path / "nowhere", "impact", "id") == ()


def test_cover_and_provenance_speak_for_all_districts(reports: Path) -> None:
    InteractiveShell.instance()
    page = open_locations("cross_location", reads="impact", reports=reports, audience="public")
    with capture_output() as captured:
        page.cover()
        page.data_at_hand()
        page.provenance({"districts": 3})
    outputs = [output.data for output in captured.outputs]
    cover = next(data[COVER_TYPE] for data in outputs if COVER_TYPE in data)
    assert (cover["code"], cover["synthetic"], cover["data_date"]) == ("", True, "2026-10-31")
    record = next(data[PROVENANCE_TYPE] for data in outputs if PROVENANCE_TYPE in data)
    assert [file["path"] for file in record["files"]] == [
        "3501-pacitan/impact.json",
        "3503-trenggalek/impact.json",
    ]
    assert any("Bantaeng" in data["text/plain"] for data in outputs)


def test_an_unknown_notebook_is_refused(reports: Path) -> None:
    with pytest.raises(UsageError):
        open_locations("cross_location", reads="dampak", reports=reports)


def test_the_start_page_counts_files_and_reports(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "3503-trenggalek"
    folder.mkdir(parents=True)
    (folder / "profil.csv").write_text(
        "kode_kabupaten,nama_kabupaten,program,sintetis\n3503,Trenggalek,Uji,ya\n", encoding="utf-8"
    )
    (folder / "catatan.txt").write_text("bukan data", encoding="utf-8")
    made = tmp_path / "reports" / "3503-trenggalek"
    made.mkdir(parents=True)
    for name in ("impact.html", "impact.en.html", "impact.json"):
        (made / name).write_text("", encoding="utf-8")
    page = open_start(data=tmp_path / "data", reports=tmp_path / "reports")
    frame = page.districts().frame
    assert frame[["code", "files", "reports"]].to_numpy().tolist() == [["3503", 1, 1]]
    assert page.names == {"3503 Trenggalek": "3503"}
    with capture_output() as captured:
        page.state("3503")
    assert len(captured.outputs) > 2
