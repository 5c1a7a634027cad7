"""The problem tree: causes under what they cause, and what answers the roots."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx
import pandas as pd

from pasar_nb.analysis.market.results import ProblemTree
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import LAYER_LABELS

_COLUMNS = ["masalah", "depth", "pernyataan", "area", "akar", "intervensi", "answers", "mitra"]


def grow_tree(
    problems: pd.DataFrame | None, interventions: pd.DataFrame | None
) -> ProblemTree | NotEstimable:
    """Set every problem under the one it causes and tell which roots are answered.

    Parameters
    ----------
    problems, interventions
        Tables `masalah` and `intervensi` of the contract.

    Returns
    -------
    ProblemTree or NotEstimable
        The latter without problems, or where they lead round in a circle.
    """
    if problems is None or problems.empty:
        return NotEstimable(
            _("Tabel masalah belum ada atau belum berisi, jadi akar masalah belum dapat disebut.")
        )
    above = _above(problems)
    graph = nx.DiGraph([(parent, child) for child, parent in above.items() if parent])
    if not nx.is_directed_acyclic_graph(graph):
        path = [start for start, _end in nx.find_cycle(graph)]
        return NotEstimable(_("Pohon masalah berputar: {path}.", path=" → ".join([*path, path[0]])))
    return _read(_laid_out(problems, above, _statements(interventions)), graph)


def _above(problems: pd.DataFrame) -> dict[str, str]:
    """Give each problem the one above it; a problem whose parent is not in the table stands at the top."""
    known = set(problems["masalah"])
    return {
        child: parent if parent in known else ""
        for child, parent in zip(problems["masalah"], problems["induk"].fillna(""), strict=True)
    }


def _statements(interventions: pd.DataFrame | None) -> dict[str, str]:
    if interventions is None:
        return {}
    return dict(zip(interventions["intervensi"], interventions["pernyataan"], strict=True))


def _laid_out(problems: pd.DataFrame, above: dict[str, str], statements: dict[str, str]) -> pd.DataFrame:
    rows = problems.set_index("masalah")
    below: dict[str, list[str]] = {}
    for child, parent in above.items():
        below.setdefault(parent, []).append(child)
    laid = []
    for name, depth in _walk(below, "", 0):
        row = rows.loc[name]
        codes = [code.strip() for code in _text(row["intervensi"]).split(";") if code.strip()]
        answers = "; ".join(statements.get(code, code) for code in codes)
        root = row["akar"] is not pd.NA and bool(row["akar"])
        laid.append(
            (
                name,
                depth,
                row["pernyataan"],
                row["area"],
                root,
                "; ".join(codes),
                answers,
                _text(row["mitra_potensial"]),
            )
        )
    return pd.DataFrame(laid, columns=_COLUMNS)


def _walk(below: dict[str, list[str]], top: str, depth: int) -> Iterator[tuple[str, int]]:
    for name in below.get(top, []):
        yield name, depth
        yield from _walk(below, name, depth + 1)


def _text(cell: object) -> str:
    return "" if pd.isna(cell) else str(cell).strip()  # type: ignore[call-overload]  # any scalar


def _read(table: pd.DataFrame, graph: nx.DiGraph) -> ProblemTree:
    roots = table[table["akar"]]
    causeless = ~table["masalah"].isin([parent for parent, _child in graph.edges])
    return ProblemTree(
        unanswered=tuple(roots.loc[roots["intervensi"] == "", "pernyataan"]),
        without_partner=tuple(roots.loc[roots["mitra"] == "", "pernyataan"]),
        unexplained=tuple(table.loc[causeless & ~table["akar"], "pernyataan"]),
        table=table,
        areas=_areas(table),
    )


def _areas(table: pd.DataFrame) -> pd.DataFrame:
    answered, partnered = table["intervensi"] != "", table["mitra"] != ""
    marked = table.assign(
        problems=1,
        roots=table["akar"],
        both=table["akar"] & answered & partnered,
        intervention_only=table["akar"] & answered & ~partnered,
        partner_only=table["akar"] & ~answered & partnered,
        neither=table["akar"] & ~answered & ~partnered,
    )
    columns = ["problems", "roots", "both", "intervention_only", "partner_only", "neither"]
    counts = marked.groupby("area")[columns].sum().astype("int64")
    return counts.reindex([area for area in LAYER_LABELS if area in counts.index]).reset_index()
