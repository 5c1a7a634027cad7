"""The problem tree: causes under what they cause, and what answers the roots."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx
import pandas as pd

from pasar_nb.analysis.market.cause_results import ProblemTree
from pasar_nb.analysis.rows import as_rows
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import LAYER_LABELS

LEAST_WHYS = 3  # our own: the guide has "why" asked again and again, and names no number
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
    table = _laid_out(problems, above, _statements(interventions))
    return _read(table, above, _strays(problems, table), _unknown(table, interventions))


def _above(problems: pd.DataFrame) -> dict[str, str]:
    """Give each problem the one above it; a problem whose parent is not in the table stands at the top."""
    known = set(problems["masalah"])
    return {
        child: parent if parent in known else ""
        for child, parent in zip(problems["masalah"], _parents(problems), strict=True)
    }


def _parents(problems: pd.DataFrame) -> pd.Series:
    # a column without a single parent would be one of numbers
    return problems["induk"].astype("str").fillna("")


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
    for name, depth in _walk(below):
        row = rows.loc[name]
        codes = codes_in(row["intervensi"])
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


def _walk(below: dict[str, list[str]]) -> Iterator[tuple[str, int]]:
    """Give every problem with its depth, its causes right after it; without recursion, as chains are long."""
    waiting = [(name, 0) for name in reversed(below.get("", []))]
    while waiting:
        name, depth = waiting.pop()
        yield name, depth
        waiting.extend((cause, depth + 1) for cause in reversed(below.get(name, [])))


def codes_in(cell: object) -> tuple[str, ...]:
    """Take the codes of interventions in a cell apart."""
    return tuple(code.strip() for code in _text(cell).split(";") if code.strip())


def _text(cell: object) -> str:
    return "" if pd.isna(cell) else str(cell).strip()  # type: ignore[call-overload]  # any scalar


def _read(
    table: pd.DataFrame, above: dict[str, str], strays: tuple[str, ...], unknown: tuple[str, ...]
) -> ProblemTree:
    roots = table[table["akar"]]
    causeless = ~table["masalah"].isin(above.values())
    return ProblemTree(
        unanswered=_said(roots, roots["intervensi"] == ""),
        without_partner=_said(roots, roots["mitra"] == ""),
        unexplained=_said(table, causeless & ~table["akar"]),
        shallow=_said(roots, roots["depth"] < LEAST_WHYS),
        deeper=_said(table, table["akar"] & ~causeless),
        tops=_said(table, table["depth"] == 0),
        strays=strays,
        unknown=unknown,
        table=table,
        areas=_areas(table),
        chains=_chains(table[causeless], table, above),
    )


def _said(table: pd.DataFrame, which: pd.Series) -> tuple[str, ...]:
    return tuple(table.loc[which, "pernyataan"])


def _strays(problems: pd.DataFrame, table: pd.DataFrame) -> tuple[str, ...]:
    """Name the problems whose parent is not in the table."""
    parents = _parents(problems)
    named = parents.ne("") & ~parents.isin(problems["masalah"])
    return _said(table, table["masalah"].isin(problems.loc[named, "masalah"]))


def _unknown(table: pd.DataFrame, interventions: pd.DataFrame | None) -> tuple[str, ...]:
    if interventions is None or interventions.empty:
        return ()
    known = set(interventions["intervensi"])
    named = dict.fromkeys(code for cell in table["intervensi"] for code in codes_in(cell))
    return tuple(code for code in named if code not in known)


def _chains(leaves: pd.DataFrame, whole: pd.DataFrame, above: dict[str, str]) -> pd.DataFrame:
    """Follow every last answer up to the problem at the top."""
    said = dict(zip(whole["masalah"], whole["pernyataan"], strict=True))
    root_depths = {str(row["masalah"]): int(row["depth"]) for row in as_rows(whole) if row["akar"]}
    chains = []
    for leaf in leaves["masalah"]:
        path = [leaf]
        while above[path[-1]]:
            path.append(above[path[-1]])
        roots = [root_depths[name] for name in path if name in root_depths]
        chains.append((said[path[-1]], said[leaf], len(path) - 1, len(roots), max(roots, default=None)))
    table = pd.DataFrame(chains, columns=["top", "leaf", "whys", "roots", "root_whys"])
    return table.astype({"whys": "int64", "roots": "int64", "root_whys": "Int64"})


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
