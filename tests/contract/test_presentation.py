"""Problems as `pasar check` prints them, in narrow and in wide terminals."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from clean_district import checked, damaged
from hypothesis import given
from hypothesis import strategies as st

from pasar_nb.contract import Problem, problem_table
from pasar_nb.contract.cases import Case
from pasar_nb.contract.presentation import MOST_ALIKE, NARROWEST, count_line
from pasar_nb.language import Message, _

FAULT = Case("faulty", "error", _("Nilai {value} di kolom '{column}' salah."), _("Tulis angka."))
DOUBT = Case("doubtful", "warning", _("Berkas {file} diragukan."), _("Periksa berkasnya."))
SCORE = FAULT.problem(table="skor", file="d.xlsx", sheet="skor", row=7, column="skor", value="6")
FILE = DOUBT.problem(file="catatan.csv")


def block(text: str) -> str:
    return dedent(text).strip("\n")


WIDE = """
Berkas dan lembar: 0 galat, 1 peringatan.
  PERINGATAN  catatan.csv: Berkas catatan.csv diragukan.
              → Periksa berkasnya.

skor: 1 galat, 0 peringatan.
  GALAT  d.xlsx, skor, baris 7, kolom skor: Nilai 6 di kolom 'skor' salah.
         → Tulis angka.

1 galat, 1 peringatan.
"""
NARROW = """
Berkas dan lembar: 0 galat, 1 peringatan.
  PERINGATAN  catatan.csv: Berkas
              catatan.csv diragukan.
              → Periksa berkasnya.

skor: 1 galat, 0 peringatan.
  GALAT  d.xlsx, skor, baris 7, kolom
         skor: Nilai 6 di kolom 'skor'
         salah.
         → Tulis angka.

1 galat, 1 peringatan.
"""


@pytest.mark.parametrize(("width", "text"), [(100, WIDE), (40, NARROW), (10, NARROW)])
def test_problems_are_told_by_table_as_wide_as_the_terminal(width: int, text: str) -> None:
    assert problem_table([FILE, SCORE], "id", width) == block(text)


def test_errors_and_warnings_of_a_table_stand_under_each_other() -> None:
    doubt = DOUBT.problem(table="skor", file="skor.csv")
    lines = problem_table([doubt, SCORE], "id", 100).splitlines()
    assert lines[0] == "skor: 1 galat, 1 peringatan."
    assert lines[1].index("skor.csv") == lines[3].index("d.xlsx") == lines[2].index("→")


def test_where_nothing_is_wrong_a_sentence_says_so() -> None:
    assert problem_table([], "id", 80) == "Tidak ada masalah."


def test_a_place_names_only_what_is_known() -> None:
    places = {
        "": FAULT.problem(table="skor"),
        "skor.csv: ": FAULT.problem(table="skor", file="skor.csv"),
        "skor.csv, baris 1250: ": FAULT.problem(table="skor", file="skor.csv", row=1250),
        "skor.csv, kolom skor: ": FAULT.problem(table="skor", file="skor.csv", column="skor"),
    }
    for place, problem in places.items():
        line = problem_table([problem], "id", 120).splitlines()[1]
        assert line.startswith(f"  GALAT  {place}Nilai")


def scores(count: int, column: str = "skor") -> list[Problem]:
    return [
        FAULT.problem(table="skor", file="skor.csv", row=at, column=column, value="6") for at in range(count)
    ]


def test_many_alike_problems_are_counted_after_the_first() -> None:
    text = problem_table(scores(MOST_ALIKE + 3), "id", 100)
    assert text.count("→ Tulis angka.") == MOST_ALIKE
    assert "… dan 3 masalah serupa lagi di kolom skor." in text
    assert text.startswith(f"skor: {MOST_ALIKE + 3} galat, ")
    assert text.endswith(f"{MOST_ALIKE + 3} galat, 0 peringatan.")


def test_as_many_as_are_told_need_no_count_and_columns_count_apart() -> None:
    text = problem_table([*scores(MOST_ALIKE), *scores(MOST_ALIKE, "tahun")], "id", 100)
    assert text.count("→ Tulis angka.") == 2 * MOST_ALIKE
    assert "serupa" not in text


@given(
    st.lists(st.text("abcdefghijklmnop ", min_size=1, max_size=30), min_size=1, max_size=8),
    st.integers(1, 150),
)
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(values: list[str], width: int) -> None:
    problems = [
        FAULT.problem(table="skor", file="skor.csv", row=at, column="skor", value=value)
        for at, value in enumerate(values, 2)
    ]
    lines = problem_table(problems, "id", width).splitlines()
    # The heading of a table is not wrapped.
    assert all(len(line) <= max(width, NARROWEST) for line in lines if line.startswith(" "))
    printed = "".join("".join(lines).split())
    for problem in problems:
        assert "".join(problem.message.text("id").split()) in printed


def test_a_value_cannot_command_the_terminal() -> None:
    hostile = FAULT.problem(table="skor", row=2, column="skor", value="\x1b[2J\x07lihat\nsini\u202e")
    text = problem_table([hostile], "id", 100)
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "\u202e" not in text
    assert "lihat sini" in text


def test_a_count_of_many_has_separators_of_its_language() -> None:
    assert count_line(scores(1250)).text("id") == "1.250 galat, 0 peringatan."
    assert isinstance(count_line([]), Message)


def test_a_damaged_district_is_printed_without_its_identifiers(tmp_path: Path) -> None:
    changes = [
        ("rumah_tangga", "RT-a1,G1,Pule,Pule", "RT-a1,G1,Pule,3503124507880001"),
        ("kriteria", "manfaat,2", "untung,2"),
    ]
    result = checked(tmp_path, damaged(*changes))
    assert problem_table(result.problems, "id", 90) == block(
        """
        kriteria: 1 galat, 0 peringatan.
          GALAT  kriteria.csv, baris 2, kolom arah: 'untung' di kolom 'arah' bukan salah satu
                 pilihan.
                 → Pakai pilihan yang tersedia: manfaat dan biaya.

        rumah_tangga: 1 galat, 0 peringatan.
          GALAT  rumah_tangga.csv, baris 2, kolom desa: Kolom 'desa' berisi angka yang tampak
                 sebagai NIK.
                 → Hapus NIK dari berkas; pakai kode samaran rumah tangga.

        2 galat, 0 peringatan.
        """
    )
