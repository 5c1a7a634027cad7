"""Every bad input behaves as the table says: all that is told, and every cell that comes through."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import bad_input_findings
import pandas as pd
import pytest
from bad_inputs import BASES, MANUAL, BadInput, Said, cases, folder_name, manual
from clean_district import CLEAN, FOLDER, TODAY, checked

from pasar_nb.contract import Checked, check, read_folder
from pasar_nb.contract.cases import Case
from pasar_nb.contract.messages import across as messages_across
from pasar_nb.contract.messages import columns as messages_columns
from pasar_nb.contract.messages import identity as messages_identity
from pasar_nb.contract.messages import layout as messages_layout
from pasar_nb.contract.messages import limits as messages_limits
from pasar_nb.contract.messages import parsing as messages_parsing
from pasar_nb.contract.messages import reading as messages_reading
from pasar_nb.contract.messages import relations as messages_relations
from pasar_nb.contract.messages import stray as messages_stray
from pasar_nb.contract.problems import Problem
from pasar_nb.identifiers import find_identifiers

FILES = [case for case in cases() if not case.seen]
SEEN = [case for case in cases() if case.seen]

# What the list of bad inputs asks for, with the cases that show it. E stops the table, W warns, S is not
# shown in public, and "-" is read as it is.
ASKED = """
zero bytes E: a file of zero bytes
headers only E: a file with headers only
truncated xlsx E: a workbook cut off
password-protected xlsx E: a workbook with a password
CSV named .xls W: a text file named .xls
HTML named .xls E: a web page named .xls
zip bomb E: a workbook that unpacks to a hundredfold
wrong sheet name E: a wrong sheet name; a table in two sheets; a table in two files
hidden sheet W: a hidden sheet
formula without a cached value E: a formula that was never calculated; formulas with 0 for every result
#REF! and #N/A E: an error value of a reference; an error value of a look-up; an error value as a title
lock file skipped -: a lock file of Excel
UTF-16 and cp1252 W: utf-16; windows-1252
BOM and CRLF -: a byte order mark; line ends of Windows
NUL byte E: a NUL byte
another separator -: semicolons; tabs
one field too many E: a field too many
short rows E: a short row
unclosed quote E: an unclosed quote
non-breaking and zero-width spaces W: non-breaking and zero-width spaces
title rows W: title rows above the header
merged header E: a merged header
TOTAL and JUMLAH E: a row TOTAL; a row JUMLAH; a row TOTAL SKOR; a filled row of a sum
duplicate columns E: a duplicate column
missing column E: a missing column; a misspelt column
synonym W: a synonym
Kobo group prefixes -: Kobo groups
NIK anywhere E: a NIK as a household's code; a NIK in a note; a NIK in a hidden sheet; a NIK in a comment
3.27E+15 E: a code in scientific notation
leading zero lost W: a leading zero lost but known
leading zero lost for good E: a leading zero lost that could be two codes
a space behind a code W: a space behind a code
duplicate id E: a duplicate code; the same interview twice
code NA -: the code NA
Kemendagri code E: the code of Kemendagri
folder and profile disagree E: folder and profile disagree; code and name disagree
a path in a code E: a path in a code
one household in two districts E: one household in two districts
1.250 E: a point that may be thousands
1.250 where the range settles it W: a point that the range settles
1.250.000 W: points between thousands
1,5 in a comma CSV E: a decimal comma among commas; a decimal comma in a row without its last cell
Rp, juta and - W: rupiah; a number of millions; a dash for nothing
units with a factor W: kilograms and tons; bundles with their weight
units without a factor E: kilograms and bundles
a thousandfold W: an income a thousand times too high
negative quantity E: a negative quantity
negative income W: a negative income
zero income W: an income of nought
inf E: infinity
99 and -999 E: a sentinel of 99; a sentinel of -999
shares 0-1 against 0-100 E: shares as fractions
score outside 1-5 E: a score outside 1 to 5
Ya/Tidak/1/0 mixed W: several notations of yes
day first -: day before month; a day above twelve
Excel serial W: a serial number among dates
baseline after endline E: baseline after endline
future E: a date in the future
year 1900 E: the year 1900
unknown commodity, actor, household E: an unknown commodity; an unknown actor; an unknown household
cycle E: a cycle in the results chain
self-loop E: a flow from an actor to itself; an exchange of a party with itself
missing at endline W: a household missing at endline
only at endline W: a household only at endline
group of one S: a group of one household
group below 10 S: a group below ten households
whole subgroup missing S: a whole subgroup missing; a subgroup that is gone at the endline
NaN group W: a household without a group
constant column W: a column that is the same everywhere
perfect collinearity E: perfect collinearity
everyone in one arm S: everyone in one arm
one cluster S: one cluster
<script> W: HTML in a village's name
=HYPERLINK W: a link as a formula
NIK inside a remark W: a NIK inside a remark
"""
_LETTERS = {"E": "error", "W": "warning", "S": "suppressed", "-": "fine"}
ITEMS = [line.split(": ", 1) for line in ASKED.strip().splitlines()]


@pytest.mark.parametrize(("item", "shown_by"), ITEMS, ids=[item for item, _shown_by in ITEMS])
def test_the_table_shows_what_is_asked_for(item: str, shown_by: str) -> None:
    severities = {case.name: case.severity for case in cases()}
    asked = _LETTERS[item.rpartition(" ")[2]]
    assert {severities[name] for name in shown_by.split("; ")} == {asked}


def test_the_table_goes_twenty_cases_beyond_what_is_asked_for() -> None:
    named = {name for _item, shown_by in ITEMS for name in shown_by.split("; ")}
    assert len({case.name for case in cases()} - named) >= 20
    assert len({case.name for case in cases()}) == len(cases())


@pytest.mark.parametrize("case", FILES, ids=[case.name for case in FILES])
def test_a_bad_input_is_told_and_nothing_is_dropped_or_changed_in_silence(
    tmp_path: Path, case: BadInput
) -> None:
    folder = tmp_path / folder_name(case)
    folder.mkdir()
    case.make(folder)
    result = check(read_folder(folder), today=TODAY)
    assert sorted(map(repr, map(_said, result.problems))) == sorted(map(repr, map(_expected, case.says)))
    unread = frozenset(case.tables) if "" in case.stopped else case.stopped
    assert set(result.tables) == set(case.tables) - unread - case.unread
    for table, frame in result.tables.items():
        pd.testing.assert_frame_equal(frame, _came_through(case, table), check_column_type=False)


def _said(problem: Problem) -> Said:
    return Said(
        severity=problem.severity,
        message=problem.message.text("id"),
        remedy=problem.remedy.text("id"),
        code=problem.code,
        table=problem.table,
        row=problem.row,
        column=problem.column,
        file=problem.file,
        sheet=problem.sheet,
        value=problem.value,
    )


def _expected(said: Said) -> Said:
    file = f"{said.table}.csv" if said.file is None else said.file
    return replace(said, file=file)


@cache
def _clean(base: str) -> Checked:
    with TemporaryDirectory() as parent:
        return checked(Path(parent), BASES[base], FOLDER)


def _came_through(case: BadInput, table: str) -> pd.DataFrame:
    """Give the clean table as the case should leave it."""
    frame = _clean(case.base).tables[table].drop(columns=list(case.lost.get(table, ())))
    frame = frame.drop(index=list(case.gone.get(table, ())))
    for (of_table, row, column), value in case.becomes.items():
        if of_table == table:
            frame.loc[row, column] = _value(value, frame[column])
    if table in case.twice:
        row = case.twice[table]
        frame = pd.concat([frame.loc[:row], frame.loc[[row]].rename({row: row + 1}), frame.loc[row + 1 :]])
    removed = case.gone.get(table, ())
    start, by = case.shifted.get(table, (0, 0))
    places = [row - sum(row > one for one in removed) + by * (row >= start) for row in frame.index]
    return frame.set_index(pd.Index(places, name="row", dtype="int64"))


def _value(value: object, cells: pd.Series) -> object:
    if value == "":
        return None
    return pd.Timestamp(str(value)) if pd.api.types.is_datetime64_any_dtype(cells.dtype) else value


def test_the_clean_district_that_is_damaged_has_no_problem() -> None:
    assert [_clean(base).problems for base in BASES] == [()] * len(BASES)
    assert set(_clean("clean").tables) == set(CLEAN)


@pytest.mark.parametrize("case", SEEN, ids=[case.name for case in SEEN])
def test_what_only_a_reader_sees_is_said_as_the_table_says(case: BadInput) -> None:
    seen = getattr(bad_input_findings, case.seen)()
    (one,) = case.says
    assert one.message in seen.text
    assert (one.severity, one.code) == (seen.effect, seen.code)
    if one.code:
        assert one.remedy == seen.remedy
    else:
        # No report says the advice of the table; whoever follows it is not told the same again.
        assert seen.mended
        assert one.message not in seen.mended


def test_every_kind_of_problem_is_in_the_table() -> None:
    catalogues = (
        *(messages_across, messages_columns, messages_identity, messages_parsing),
        *(messages_layout, messages_limits, messages_reading, messages_relations, messages_stray),
    )
    codes = {one.code for module in catalogues for one in vars(module).values() if isinstance(one, Case)}
    shown = {said.code for case in cases() for said in case.says}
    # These have tests of their own; to an official they are the same mistakes as others in the table.
    assert codes - shown == {
        *("code_unknown", "commodity_without_score", "folder_name_differs"),
        *("identifier_kk", "measure_unknown", "more_of_the_same", "outcome_not_surveyed"),
        *("outcome_unknown", "profile_absent", "profile_rows", "reference_table_absent"),
        *("text_malformed", "variable_not_surveyed", "variable_twice", "variable_without_unit"),
        # Files that are too large, a template's examples and its versions have tests of their own as well.
        *("cell_huge", "file_too_large", "table_too_large", "table_too_wide"),
        *("example_changed", "example_mark_unknown", "no_sheet_filled"),
        *("file_outside", "file_unreadable", "marked_copy"),
        *("version_newer", "version_older", "version_unreadable"),
    }


# The manual


def test_the_manual_is_made_of_the_table() -> None:
    assert MANUAL.read_text(encoding="utf-8") == manual(), (
        "write it anew: python tests/contract/bad_inputs.py"
    )


def test_the_manual_names_nobody() -> None:
    assert find_identifiers(MANUAL.read_text(encoding="utf-8")) == []
