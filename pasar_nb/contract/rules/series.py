"""Rules of monthly series: each is compared with one other series at most, and never with itself."""

from __future__ import annotations

from collections.abc import Iterator

from pasar_nb.contract.facts import Facts
from pasar_nb.contract.messages import relations as messages
from pasar_nb.contract.problems import Problem
from pasar_nb.language import listing


def series_have_one_comparison(facts: Facts) -> Iterator[Problem]:
    """Tell which series name themselves or several others as what they are compared with."""
    if not facts.has("deret", "seri", "pembanding"):
        return
    named = facts.frames["deret"][["seri", "pembanding"]].dropna()
    for series, others in named[named["pembanding"] != ""].groupby("seri")["pembanding"]:
        itself = others.index[others == series]
        if len(itself):
            yield facts.problem(
                messages.COMPARED_WITH_ITSELF,
                "deret",
                row=int(itself[0]),
                column="pembanding",
                series=str(series),
            )
        elif others.nunique() > 1:
            yield facts.problem(
                messages.SEVERAL_COMPARISONS,
                "deret",
                row=int(others.index[others != others.iloc[0]][0]),
                column="pembanding",
                series=str(series),
                others=listing(others.unique()),
            )
