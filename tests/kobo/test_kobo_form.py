"""The form: valid XLSForm, every column of the contract once; what it collects comes back unchanged."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from pyxform import xls2json, xls2xform
from survey_exports import NIK_ANI, NIK_BUDI, NIK_CITRA, Import, workbook

from pasar_nb.cli import main
from pasar_nb.contract import TABLES
from pasar_nb.kobo.form_layout import GROUPS

WAVES = (None, 0, 1)
LANGUAGES = ("Bahasa Indonesia (id)", "English (en)")
DEMONSTRATION = Path(__file__).parents[2] / "data" / "3503-trenggalek"

Rows = list[dict[str, str]]


def made(folder: Path, wave: int | None = None, *more: str) -> Path:
    file = folder / f"formulir-{wave}.xlsx"
    arguments = ["form", "-o", str(file), *([] if wave is None else ["--wave", str(wave)]), *more]
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return file


def sheet(file: Path, name: str) -> Rows:
    header, *rows = load_workbook(file)[name].iter_rows(values_only=True)
    return [{key: cell or "" for key, cell in zip(header, row, strict=True)} for row in rows]


def by_name(file: Path) -> Mapping[str, dict[str, str]]:
    return {row["name"]: row for row in sheet(file, "survey") if not row["type"].startswith("end")}


@pytest.mark.parametrize("wave", WAVES)
def test_the_form_is_a_valid_xlsform_without_a_warning(tmp_path: Path, wave: int | None) -> None:
    converted = xls2xform.convert(made(tmp_path, wave), validate=False)
    assert converted.warnings == []
    assert "<h:title>Survei rumah tangga keperantaraan pasar" in converted.xform
    for language in LANGUAGES:
        assert f'lang="{language}"' in converted.xform
    assert f'lang="{LANGUAGES[0]}" default="true()"' in converted.xform


def test_every_column_of_the_two_tables_is_asked_once() -> None:
    asked = [(group.table, column) for group in GROUPS for column in group.columns]
    made_elsewhere = {"rumah_tangga": {"id_rt"}, "survei": {"id_rt", "gelombang", "tanggal"}}
    expected = [
        (table, column.name)
        for table, made_here in made_elsewhere.items()
        for column in TABLES[table].columns
        if column.name not in made_here
    ]
    assert sorted(asked) == sorted(expected)


@pytest.mark.parametrize("wave", WAVES)
def test_a_question_has_its_words_in_both_languages(tmp_path: Path, wave: int | None) -> None:
    file = made(tmp_path, wave)
    for row in [*by_name(file).values(), *sheet(file, "choices")]:
        if row.get("type") != "calculate":
            indonesian, english = (row[f"label::{language}"] for language in LANGUAGES)
            assert indonesian and english
    hints = [row for row in by_name(file).values() if row["hint::English (en)"]]
    assert all(row["hint::Bahasa Indonesia (id)"] for row in hints)


def test_questions_follow_the_specification_of_their_column(tmp_path: Path) -> None:
    rows = by_name(made(tmp_path))
    told = {
        name: (rows[name]["type"], rows[name]["constraint"], rows[name]["required"])
        for name in ("jumlah_anggota", "pendapatan_rt", "belanja_makanan", "jam_kerja", "bansos", "desil")
    }
    assert told == {
        "jumlah_anggota": ("integer", ". >= 1 and . <= 40", ""),
        "pendapatan_rt": ("decimal", "", ""),
        "belanja_makanan": ("decimal", ". >= 0", ""),
        "jam_kerja": ("decimal", ". >= 0 and . <= 24", ""),
        "bansos": ("select_one ya_tidak", "", ""),
        "desil": ("integer", ". >= 1 and . <= 10", ""),
    }
    assert rows["tanggal"]["required"] == rows["nomor_identitas"]["required"] == "yes"
    assert (rows["tanggal"]["default"], rows["tanggal"]["constraint"]) == ("today()", ". <= today()")
    assert rows["jenis_kelamin_kk"]["type"] == "select_one jenis_kelamin_kk"
    assert "Rp/bulan" in rows["pendapatan_rt"]["hint::Bahasa Indonesia (id)"]
    assert "1 sampai 40" in rows["jumlah_anggota"]["constraint_message::Bahasa Indonesia (id)"]
    assert "kode samaran" in rows["kerahasiaan"]["label::Bahasa Indonesia (id)"]


def test_traits_are_asked_of_every_household_once(tmp_path: Path) -> None:
    any_wave, baseline, later = (by_name(made(tmp_path, wave)) for wave in WAVES)
    assert any_wave["rumah_tangga"]["relevant"] == "${gelombang} = 0 or ${baru} = 'ya'"
    assert baseline["rumah_tangga"]["relevant"] == ""
    assert "baru" not in baseline
    assert later["rumah_tangga"]["relevant"] == "${baru} = 'ya'"
    assert (later["gelombang"]["type"], later["gelombang"]["calculation"]) == ("calculate", "1")


def test_neither_form_nor_map_is_written_over_another_file(tmp_path: Path) -> None:
    file = made(tmp_path)
    before = file.read_bytes()
    result = CliRunner().invoke(main, ["form", "-o", str(file)])
    assert result.exit_code == 2
    assert file.read_bytes() == before
    the_map = tmp_path / "peta.toml"
    the_map.write_text("milik saya")
    arguments = ["form", "-o", str(tmp_path / "lain.xlsx"), "--map", str(the_map), "--district", "3503"]
    assert CliRunner().invoke(main, arguments).exit_code == 2
    assert the_map.read_text() == "milik saya"
    assert not (tmp_path / "lain.xlsx").exists()


def test_a_map_needs_its_district(tmp_path: Path) -> None:
    arguments = ["form", "-o", str(tmp_path / "f.xlsx"), "--map", str(tmp_path / "peta.toml")]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert "--district 3503" in result.output
    assert list(tmp_path.iterdir()) == []


def test_the_map_is_toml_with_the_district_s_own_time_zone(tmp_path: Path) -> None:
    made(tmp_path, None, "--map", str(tmp_path / "peta.toml"), "--district", "9471", "--language", "en")
    the_map = tomllib.loads((tmp_path / "peta.toml").read_text(encoding="utf-8"))
    assert the_map["district"] == {"code": "9471", "zone": "Asia/Jayapura"}


def paths(node: Mapping[str, Any], above: str = "") -> Iterator[str]:
    """Name the questions of a form as an export does, with their groups."""
    for child in node.get("children", ()):
        name = f"{above}{child['name']}"
        if child["type"] == "group":
            yield from paths(child, name + "/")
        elif child["name"] != "meta" and child["type"] != "note":
            yield name


def read_table(name: str) -> Rows:
    with (DEMONSTRATION / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def collected(wave: str, people: Mapping[str, str]) -> list[dict[str, str]]:
    """Answer the form with the demonstration's households, traits in the baseline only."""
    traits = {row["id_rt"]: row for row in read_table("rumah_tangga")}
    surveys = [row for row in read_table("survei") if row["gelombang"] == wave and row["id_rt"] in people]
    return [
        {**(traits[row["id_rt"]] if wave == "0" else {}), **row, "nomor_identitas": people[row["id_rt"]]}
        for row in surveys
    ]


@pytest.mark.parametrize("forms", [(None, None), (0, 1)])
def test_what_the_form_collects_comes_back_cell_by_cell(
    place: Import, forms: tuple[int | None, int | None]
) -> None:
    first, *others = [row["id_rt"] for row in read_table("survei") if row["gelombang"] == "1"][:3]
    people = dict(zip([first, *others], (NIK_ANI, NIK_BUDI, NIK_CITRA), strict=True))
    map_file = place.root / "dari-formulir.toml"
    exports = []
    for wave, form in enumerate(forms):
        more = ["--map", str(map_file), "--district", "3503"] if wave == 0 else []
        file = made(place.root / f"formulir-{wave}", form, *more)
        questions = list(paths(xls2json.parse_file_to_json(str(file))))
        rows = [
            [*(answers.get(question.rpartition("/")[2], "") for question in questions), "Approved", at]
            for at, answers in enumerate(collected(str(wave), people), start=1)
        ]
        header = [*questions, "_validation_status", "_index"]
        exports.append(workbook(place.root / f"ronde-{wave}.xlsx", survei=[header, *rows]))
    result = place.carry_out(*exports, the_map=map_file.read_text(encoding="utf-8"))
    assert result.exit_code == 0, result.output
    assert "Gelombang 0 dan 1: 3 rumah tangga cocok, 0 hanya" in " ".join(result.output.split())
    check_same(place, people)


def check_same(place: Import, people: Mapping[str, str]) -> None:
    written = place.table("survei")
    asked = [row for row in read_table("survei") if row["id_rt"] in people and row["gelombang"] in "01"]
    asked.sort(key=lambda row: row["gelombang"])
    pseudonym = {row["id_rt"]: found["id_rt"] for row, found in zip(asked, written, strict=False)}
    assert len(set(pseudonym.values())) == len(people)
    columns = [column.name for column in TABLES["survei"].columns]
    assert list(written[0]) == columns
    assert written == [
        {**{name: row[name] for name in columns}, "id_rt": pseudonym[row["id_rt"]]} for row in asked
    ]
    traits = {pseudonym[row["id_rt"]]: row for row in read_table("rumah_tangga") if row["id_rt"] in people}
    names = [column.name for column in TABLES["rumah_tangga"].columns]
    assert {row["id_rt"]: row for row in place.table("rumah_tangga")} == {
        id_rt: {**{name: row[name] for name in names}, "id_rt": id_rt} for id_rt, row in traits.items()
    }
