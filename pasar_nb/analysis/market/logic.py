"""The intervention logic: what each intervention is to change, level by level, and which roots it answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from pasar_nb.analysis.market.cause_results import Flaw, InterventionLogic, ProblemTree
from pasar_nb.analysis.market.problems import codes_in
from pasar_nb.analysis.rows import as_rows
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _

LEVELS = ("pernyataan", "perubahan_sistem_pasar", "perbaikan_akses_pertumbuhan", "pengurangan_kemiskinan")
"""Columns of the four levels, from what is done to what comes of it."""


def follow_logic(
    interventions: pd.DataFrame | None, tree: ProblemTree | NotEstimable, commodity: str
) -> InterventionLogic | NotEstimable:
    """Set the interventions of a commodity beside the roots that they answer.

    Parameters
    ----------
    interventions
        Table `intervensi` of the contract, or None.
    tree
        The problem tree.
    commodity
        Whose interventions.

    Returns
    -------
    InterventionLogic or NotEstimable
        The latter where the commodity has no intervention.

    Notes
    -----
    The four levels are those of the technical guide of the East Java Anti-Poverty Program, step "menyusun
    logika intervensi".
    """
    if interventions is None or interventions.empty:
        return NotEstimable(
            _("Tabel intervensi belum ada atau belum berisi, jadi logika intervensi belum dapat disebut.")
        )
    own = interventions[interventions["komoditas"] == commodity]
    if own.empty:
        return NotEstimable(
            _("Tabel intervensi tidak memuat intervensi untuk komoditas {commodity}.", commodity=commodity)
        )
    answered, named = _answers(tree)
    table = _levels(own, answered)
    idle = () if isinstance(tree, NotEstimable) else tuple(table.loc[table["n_roots"] == 0, "intervensi"])
    return InterventionLogic(
        flaws=tuple(flaw for row in as_rows(table) for flaw in _flaws(row)),
        idle=idle,
        only_problems=tuple(code for code in idle if code in named),
        elsewhere=len(interventions) - len(own),
        rooted=not isinstance(tree, NotEstimable),
        table=table,
    )


def _answers(tree: ProblemTree | NotEstimable) -> tuple[dict[str, list[str]], set[str]]:
    """Give the statements of the roots by the intervention they name, and what any problem names."""
    answered: dict[str, list[str]] = {}
    if isinstance(tree, NotEstimable):
        return answered, set()
    for problem in as_rows(tree.table[tree.table["akar"]]):
        for code in dict.fromkeys(codes_in(problem["intervensi"])):
            answered.setdefault(code, []).append(str(problem["pernyataan"]))
    return answered, {code for cell in tree.table["intervensi"] for code in codes_in(cell)}


def _levels(own: pd.DataFrame, answered: dict[str, list[str]]) -> pd.DataFrame:
    codes = own["intervensi"].reset_index(drop=True)
    roots = [answered.get(code, []) for code in codes]
    texts = {level: [_told(cell) for cell in own[level]] for level in LEVELS}
    table = {
        "intervensi": codes,
        "roots": ["\n".join(some) for some in roots],
        "n_roots": [len(some) for some in roots],
    }
    return pd.DataFrame(table | texts)


def _told(cell: object) -> str:
    """Give the text of a cell; a dash or other mark in place of words says nothing."""
    text = "" if pd.isna(cell) else str(cell).strip()  # type: ignore[call-overload]  # any scalar
    return text if _words(text) else ""


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.casefold()))


def _flaws(row: dict[str, object]) -> Iterator[Flaw]:
    seen: dict[tuple[str, ...], str] = {}
    for level in LEVELS:
        words = _words(str(row[level]))
        if not words or words in seen:
            yield Flaw(str(row["intervensi"]), level, seen.get(words, ""))
        else:
            seen[words] = level
