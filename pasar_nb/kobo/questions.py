"""Which column of a sheet a question of the map means: exact, or with groups written otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pasar_nb.kobo.export import ExportSheet

_FLAGS = frozenset({"", "0", "1", "true", "false", "ya", "tidak"})
CHOSEN = frozenset({"1", "true", "ya"})
"""What stands in the column of one choice where it was chosen, in small letters."""


@dataclass(frozen=True, slots=True)
class Found:
    """A question in a sheet.

    Attributes
    ----------
    header
        Its header.
    at
        Position of its column; None where it is only exported split by choices.
    options
        ``(choice, position)`` of the columns of a ``select_multiple`` that is exported split.
    """

    header: str
    at: int | None
    options: tuple[tuple[str, int], ...] = ()

    @property
    def positions(self) -> frozenset[int]:
        """All columns that belong to the question."""
        own = () if self.at is None else (self.at,)
        return frozenset([*own, *(at for _choice, at in self.options)])


def find_question(sheet: ExportSheet, question: str) -> list[Found]:
    """Find a question among the headers of a sheet.

    Parameters
    ----------
    sheet
        The sheet.
    question
        As the map writes it: the exact header; or the name with other separators of groups; or without the
        groups, or with groups that the export leaves out.

    Returns
    -------
    list of Found
        One where it is clear, none where it is missing, several where it is ambiguous.
    """
    stems = dict.fromkeys(one.rpartition("/")[0] for one in sheet.headers if "/" in one)
    for alike in _likenesses(question, sheet.headers):
        headers = [header for header in sheet.headers if header and alike(header)]
        if headers:
            return [_whole(sheet, header, at) for header, at in _placed(sheet, headers)]
        split = [_whole(sheet, stem, None) for stem in stems if alike(stem)]
        if found := [one for one in split if one.options]:
            return found
    return []


def _likenesses(question: str, headers: Iterable[str]) -> list[Callable[[str], bool]]:
    """Give the ways of being alike, the strictest first."""
    asked = _path(question)
    group = asked.partition("/")[0] + "/"
    ways: list[Callable[[str], bool]] = [
        lambda header: header == question,
        lambda header: _path(header) == asked,
        lambda header: _path(header).endswith("/" + asked),
    ]
    # A name without groups is what was meant only in an export that leaves this group out altogether.
    if not any(group in _path(header) + "/" for header in headers):
        ways.append(lambda header: asked.endswith("/" + _path(header)))
    return ways


def _path(header: str) -> str:
    """Write a header with the separators of KoboToolbox; ODK puts a hyphen between groups."""
    return header.replace("-", "/")


def _placed(sheet: ExportSheet, headers: list[str]) -> list[tuple[str, int]]:
    """Give every column of some headers, also of one that stands twice."""
    return [(header, at) for at, header in enumerate(sheet.headers) if header in headers]


def _whole(sheet: ExportSheet, header: str, at: int | None) -> Found:
    start = header + "/"
    columns = [(one, place) for place, one in enumerate(sheet.headers) if one.startswith(start)]
    cells = {cell.casefold() for _one, place in columns for cell in sheet.cells(place)}
    listed = at is not None and not cells - {""}  # columns of choices that nobody filled say nothing
    if listed or not cells <= _FLAGS:
        return Found(header, at)
    return Found(header, at, tuple((one.removeprefix(start), place) for one, place in columns))


def chosen_options(cells: Sequence[str], found: Found) -> list[str]:
    """Give the choices of a question that is exported split."""
    return [choice for choice, at in found.options if cells[at].strip().casefold() in CHOSEN]


def choices_agree(cells: Sequence[str], found: Found) -> bool:
    """Tell whether the column of a question lists what its columns of choices say.

    Either may hold labels with spaces, so that the list is compared as a text without the chosen ones.
    """
    if found.at is None or not found.options:
        return True
    listed = " ".join(cells[found.at].split())
    for choice in sorted(chosen_options(cells, found), key=len, reverse=True):
        if choice not in listed:
            return False
        listed = listed.replace(choice, "", 1)
    return not listed.strip(" ,;")
