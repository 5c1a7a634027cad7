"""Rules of direction: what leads from one thing to another never leads back to itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pasar_nb.contract.facts import Facts
from pasar_nb.contract.messages import relations as messages
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.rules.references import split_values
from pasar_nb.contract.tables import TABLES

if TYPE_CHECKING:
    import networkx as nx

ENDS = (
    ("aliran", "dari", "ke"),
    ("perbandingan", "kriteria_a", "kriteria_b"),
    ("relasi_bisnis", "dari", "ke"),
)
"""Columns of a table that name two ends, which must differ."""

DIRECTIONS = (("masalah", "masalah", "induk"), ("rantai", "rantai", "menyebabkan"))
"""Columns by which the rows of a table lead to each other, never in a circle."""


def ends_differ(facts: Facts) -> Iterator[Problem]:
    """Tell which flows or comparisons lead from a thing to itself."""
    for table, start, end in ENDS:
        if facts.has(table, start, end):
            both = facts.frames[table][[start, end]].dropna()
            for row in both.index[both[start] == both[end]]:
                yield facts.problem(messages.SELF_LOOP, table, row=int(row), column=end)


def no_cycles(facts: Facts) -> Iterator[Problem]:
    """Find the cycles of the problem tree and the results chain, which may have none."""
    for table, node, leads_to in DIRECTIONS:
        if facts.has(table, node, leads_to):
            yield from _cycles(facts, table, node, leads_to)


def _cycles(facts: Facts, table: str, node: str, leads_to: str) -> Iterator[Problem]:
    import networkx as nx

    graph = _graph(facts, table, node, leads_to)
    rows = {name: row for row, name in facts.texts(table, node).items()}
    for name in nx.nodes_with_selfloops(graph):
        yield facts.problem(messages.SELF_LOOP, table, row=rows[name], column=leads_to, value=name)
    # One cycle of each knot is shown: a knot of n boxes can hold more cycles than anybody would read.
    for knot in nx.strongly_connected_components(graph):
        if len(knot) > 1:
            path = [start for start, _end in nx.find_cycle(graph.subgraph(knot), min(knot))]
            shown = " → ".join([*path, path[0]])
            yield facts.problem(messages.CYCLE, table, row=rows[path[0]], column=leads_to, path=shown)


def _graph(facts: Facts, table: str, node: str, leads_to: str) -> nx.DiGraph:
    import networkx as nx

    separator = TABLES[table].column(leads_to).separator
    ends = split_values(facts.cells(table, leads_to), separator)
    names = facts.texts(table, node)
    graph = nx.DiGraph()
    graph.add_edges_from(
        (names[row], end) for row, end in ends.items() if row in names and end in names.values()
    )
    return graph
