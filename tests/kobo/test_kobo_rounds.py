"""Several rounds: households found again by their identifier, the unmatched named, nothing guessed."""

from __future__ import annotations

import pytest
from survey_exports import MAP, NIK_ANI, NIK_BUDI, NIK_CITRA, Import, submission, words


def by_file(the_map: str) -> str:
    """Give the wave by file instead of by a question."""
    head, mark, body = the_map.partition("[[round]]")
    rounds = [
        mark + body.replace('wave = "gelombang"', f'wave = {wave}\nfiles = "{pattern}"')
        for wave, pattern in ((0, "awal*"), (1, "akhir*"))
    ]
    return head + "\n".join(rounds)


SPELLINGS = (
    *("3503014107800001", "'3503014107800001", "350301 410780 0001", "3503.01.410780.0001"),
    *(" 3503014107800001 ", "3503014107800001.0", "3503-0141-0780-0001", "3503014107800001\u200b"),
    3503014107800001,
)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_household_is_the_same_however_its_number_is_written(place: Import, spelling: object) -> None:
    files = [
        place.export(submission(), name="awal.xlsx"),
        place.export(submission(nik=spelling, tanggal="2025-01-10"), name="akhir.xlsx"),
    ]
    result = place.carry_out(*files, the_map=by_file(MAP))
    assert result.exit_code == 0, result.output
    first, second = place.table("survei")
    assert first["id_rt"] == second["id_rt"]
    assert (first["gelombang"], second["gelombang"]) == ("0", "1")
    assert "Gelombang 0 dan 1: 1 rumah tangga cocok, 0 hanya" in words(result.output)


def test_files_of_one_name_from_two_folders_are_two_rounds(place: Import) -> None:
    for folder in ("awal", "akhir"):
        (place.root / folder).mkdir()
    files = [
        place.export(submission(pendapatan="1"), name="awal/ekspor.xlsx"),
        place.export(submission(pendapatan="2"), name="akhir/ekspor.xlsx"),
    ]
    result = place.carry_out(
        *files, the_map=by_file(MAP).replace("awal*", "awal/*").replace("akhir*", "akhir/*")
    )
    assert result.exit_code in (0, 1), result.output
    told = [(row["gelombang"], row["pendapatan_rt"]) for row in place.table("survei")]
    assert told == [("0", "1"), ("1", "2")]


def test_unmatched_households_are_counted_and_each_named_with_its_row(place: Import) -> None:
    export = place.export(
        submission(),
        submission(nik=NIK_BUDI),
        submission(gelombang=1, tanggal="2025-01-10"),
        submission(gelombang=1, tanggal="2025-01-11", nik=NIK_CITRA),
    )
    result = place.carry_out(export)
    assert result.exit_code == 0, result.output
    told = words(result.output)
    counts = "1 rumah tangga cocok, 1 hanya pada gelombang 0, 1 hanya pada gelombang 1."
    assert counts in told
    ani, budi, again, citra = place.column("survei", "id_rt")
    assert ani == again
    assert f"Rumah tangga {budi} ada pada gelombang 0, tetapi tidak pada gelombang 1." in told
    assert f"Rumah tangga {citra} ada pada gelombang 1, tetapi tidak pada gelombang 0." in told
    note = (place.folder / "catatan-impor.txt").read_text(encoding="utf-8")
    assert f"ekspor.xlsx, Survei, 5: Rumah tangga {citra}" in note
    assert counts in note


def test_the_note_names_every_unmatched_household(place: Import) -> None:
    rows = [submission(nik=f"35030141078001{at:02}") for at in range(1, 31)]
    result = place.carry_out(place.export(*rows, submission(gelombang=1, tanggal="2025-01-10")))
    assert result.exit_code == 0, result.output
    note = (place.folder / "catatan-impor.txt").read_text(encoding="utf-8")
    assert sum(note.count(one) for one in place.column("survei", "id_rt")[:30]) == 30


def test_two_submissions_of_one_household_and_wave_stop_the_import_with_both_rows(place: Import) -> None:
    export = place.export(submission(), submission(nik=NIK_BUDI), submission(pendapatan="1600000"))
    result = place.carry_out(export)
    assert result.exit_code == 3
    told = words(result.output)
    assert "ekspor.xlsx, Survei, baris 2" in told
    assert "ekspor.xlsx, Survei, baris 4" in told
    assert 'duplicates = "latest"' in told
    assert not place.data.exists()


def test_equal_submissions_are_duplicates_too(place: Import) -> None:
    assert place.carry_out(place.export(submission(), submission())).exit_code == 3


LATEST = '\n[rules]\nduplicates = "latest"\n'


def test_the_map_may_decide_for_the_submission_that_was_sent_last(place: Import) -> None:
    export = place.export(
        submission(pendapatan="3", _submission_time="2024-01-12T01:00:00"),
        submission(pendapatan="1", _submission_time="2024-01-10T23:00:00"),
        submission(pendapatan="2", _submission_time="2024-01-12T00:59:59"),
    )
    result = place.carry_out(export, the_map=MAP + LATEST)
    assert result.exit_code in (0, 1), result.output
    assert place.column("survei", "pendapatan_rt") == ["3"]
    assert "2 kiriman ganda digantikan oleh kiriman yang lebih baru." in result.output
    assert "(ekspor.xlsx/Survei:2)" in words(result.output)


@pytest.mark.parametrize("sent", [None, "2024-01-10T01:20:00"])
def test_which_was_sent_last_is_not_guessed(place: Import, sent: str | None) -> None:
    rows = [submission(_submission_time=sent), submission(pendapatan="1", _submission_time=sent)]
    result = place.carry_out(place.export(*rows), the_map=MAP + LATEST)
    assert result.exit_code == 3
    assert not place.data.exists()


def test_repeats_of_a_replaced_submission_go_with_it(place: Import) -> None:
    the_map = (
        MAP
        + '\n[round.pendampingan]\nsheet = "k"\ntanggal = "t"\njenis = { value = "teknis" }\nhadir = "h"\n'
    )
    repeats = [["t", "h", "_parent_index", "_parent_table_name"], *(
        [f"2024-03-0{at}", "ya", at, "Survei"] for at in (1, 2))]  # fmt: skip
    rows = [submission(_submission_time="2024-01-12T01:00:00"), submission()]
    result = place.carry_out(place.export(*rows, k=repeats), the_map=the_map + LATEST)
    assert result.exit_code == 0, result.output
    assert place.column("pendampingan", "tanggal") == ["2024-03-01"]


def follow_up(**answers: object) -> dict[str, object]:
    return submission(gelombang=1, tanggal="2025-01-10", **answers)


def test_traits_that_only_the_baseline_asks_stay_as_they_are(place: Import) -> None:
    rows = [submission(), follow_up(desa=None, jk=None), follow_up(nik=NIK_BUDI, desa=None, jk=None)]
    result = place.carry_out(place.export(*rows))
    assert result.exit_code == 0, result.output
    ani, budi = place.table("rumah_tangga")
    assert (ani["desa"], ani["jenis_kelamin_kk"]) == ("Pakel", "P")
    assert (budi["desa"], budi["jenis_kelamin_kk"]) == ("", "")
    assert "keterangan 1 rumah tangga tidak ditanyakan pada ronde mana pun." in result.output


@pytest.mark.parametrize(("changes", "desa"), [("error", None), ("first", "Pakel"), ("latest", "Pule")])
def test_traits_that_rounds_tell_differently_need_a_decision(
    place: Import, changes: str, desa: str | None
) -> None:
    export = place.export(follow_up(desa="Pule"), submission())  # the order of rows is not that of waves
    result = place.carry_out(export, the_map=MAP + f'\n[rules]\nchanges = "{changes}"\n')
    assert "pada kolom desa" in words(result.output)
    if desa is None:
        assert result.exit_code == 3
        assert not place.data.exists()
    else:
        assert result.exit_code == 0, result.output
        assert place.column("rumah_tangga", "desa") == [desa]


def test_identifiers_that_differ_in_punctuation_only_are_doubted(place: Import) -> None:
    result = place.carry_out(place.export(submission(nik="RT-1-12"), submission(nik="rt-11-2")))
    assert result.exit_code == 0, result.output
    assert len(set(place.column("survei", "id_rt"))) == 2
    assert "hanya berbeda tanda baca" in words(result.output)


@pytest.mark.parametrize("lost", ["", None, "   ", "3.50301E+15", "3,5E+15", "#N/A"])
def test_a_submission_without_a_whole_identifier_stops_the_import(place: Import, lost: str | None) -> None:
    result = place.carry_out(place.export(submission(), submission(nik=lost)))
    assert result.exit_code == 3
    assert "ekspor.xlsx, Survei, baris 3" in words(result.output)
    assert not place.data.exists()


def test_numbers_that_a_spreadsheet_has_rounded_are_noticed(place: Import) -> None:
    rows = [submission(nik=f"350301{day}07800000") for day in (11, 12, 13, 14, 15)]
    result = place.carry_out(place.export(*rows))
    assert result.exit_code == 3
    assert "dibulatkan oleh Excel" in words(result.output)


def test_several_questions_together_identify_a_household(place: Import) -> None:
    the_map = MAP.replace('"identitas/nik"', '["identitas/desa", "identitas/nik"]')
    rows = [submission(nik=1, desa="A"), submission(nik=1, desa="B"), submission(nik=11, desa="")]
    assert place.carry_out(place.export(*rows), the_map=the_map).exit_code == 3
    result = place.carry_out(place.export(*rows[:2]), the_map=the_map)
    assert result.exit_code == 0, result.output
    assert len(set(place.column("survei", "id_rt"))) == 2
    assert NIK_ANI not in result.output
