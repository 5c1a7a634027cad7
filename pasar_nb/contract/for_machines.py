"""Problems as plain values for other programs: the same places, sentences and masked values as for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from pasar_nb.contract.problems import Problem
from pasar_nb.language import Language

FORMAT_VERSION = 1
"""Counts up when a program that reads the answer of before would misunderstand it."""


def plain_problem(problem: Problem, language: Language) -> dict[str, Any]:
    """Write a problem as plain values; what does not apply is None.

    Parameters
    ----------
    problem
        The problem; its value is masked where it may identify a person.
    language
        Language of message and remedy.
    """
    return {
        "code": problem.code,
        "severity": problem.severity,
        "table": problem.table or None,
        "file": problem.file or None,
        "sheet": problem.sheet or None,
        "row": problem.row,
        "column": problem.column or None,
        "value": problem.value or None,
        "message": problem.message.text(language),
        "remedy": problem.remedy.text(language),
    }


def plain_counts(problems: Iterable[Problem]) -> dict[str, int]:
    """Count errors and warnings."""
    counts = Counter(problem.severity for problem in problems)
    return {"errors": counts["error"], "warnings": counts["warning"]}
