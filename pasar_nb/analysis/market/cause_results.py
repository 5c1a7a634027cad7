"""What a market map answers on causes and interventions, as frozen values.

Build them with keywords: tables stand last, as type checkers take `published` for a default.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pasar_nb.findings import Open, published


@dataclass(frozen=True, slots=True)
class ProblemTree:
    """Problems and their roots.

    Attributes
    ----------
    unanswered, without_partner
        Statements of the roots without an intervention, and without a potential partner.
    unexplained
        Statements of problems with no cause below them that are not called a root.
    shallow
        Statements of the roots that fewer than `problems.LEAST_WHYS` questions lead to.
    deeper
        Statements of the roots below which further causes stand.
    tops
        Statements of the problems that cause no other: one for each tree.
    strays
        Those of them whose parent is named but not in the table.
    unknown
        Codes of interventions that problems name and the table of interventions does not hold.
    table
        Columns ``masalah, depth, pernyataan, area, akar, intervensi, answers, mitra``, depth first: causes
        stand under what they cause. ``depth`` is the number of questions "why" from the problem at the top;
        ``answers`` holds the statements of the interventions, separated by a semicolon.
    areas
        Columns ``area, problems, roots, both, intervention_only, partner_only, neither``: roots by what
        answers them.
    chains
        Columns ``top, leaf, whys, roots, root_whys``: every chain of "why" from a problem at the top (its
        statement) to its last answer; the questions asked, the roots chosen on the way, and the questions
        that lead to the deepest of them (missing where there is none).
    """

    unanswered: tuple[str, ...]
    without_partner: tuple[str, ...]
    unexplained: tuple[str, ...]
    shallow: tuple[str, ...]
    deeper: tuple[str, ...]
    tops: tuple[str, ...]
    strays: tuple[str, ...]
    unknown: tuple[str, ...]
    table: pd.DataFrame = published(Open("problems, not persons"))
    areas: pd.DataFrame = published(Open("counts of problems"))
    chains: pd.DataFrame = published(Open("counts of problems"))

    @property
    def roots(self) -> int:
        """Number of root causes."""
        return int(self.areas["roots"].sum())


@dataclass(frozen=True, slots=True)
class Flaw:
    """A level of an intervention's logic that says nothing of its own.

    Attributes
    ----------
    intervention
        Code of the intervention.
    level
        Column of the level.
    repeats
        Column of the earlier level whose words it repeats; empty where it is left empty.
    """

    intervention: str
    level: str
    repeats: str


@dataclass(frozen=True, slots=True)
class InterventionLogic:
    """The interventions of a commodity in the four levels of the guide.

    Attributes
    ----------
    flaws
        Levels left empty, or that repeat an earlier one word by word.
    idle
        Codes of interventions that no chosen root names; none where there is no problem tree to tell.
    only_problems
        Those of them that other problems name, which are not called a root.
    elsewhere
        Number of interventions for other commodities, which are left out.
    rooted
        Whether there is a problem tree that may name interventions.
    table
        Columns ``intervensi, roots, n_roots, pernyataan, perubahan_sistem_pasar,
        perbaikan_akses_pertumbuhan, pengurangan_kemiskinan``: a row per intervention; ``roots`` holds the
        statements of the roots that it answers, a line for each; a level left empty is an empty text.
    """

    flaws: tuple[Flaw, ...]
    idle: tuple[str, ...]
    only_problems: tuple[str, ...]
    elsewhere: int
    rooted: bool
    table: pd.DataFrame = published(Open("interventions, not persons"))
