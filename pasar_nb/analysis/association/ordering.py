"""Which variables of a matrix are drawn, and in which order: those that go together stand together."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.vocabulary import CHANCE_LIMIT

MOST_DRAWN = 16  # cells of 33 px on A4, where a number still fits
_LEAST_TO_ORDER = 3


def choose(table: pd.DataFrame, names: list[str], first: tuple[str, ...]) -> tuple[str, ...]:
    """Choose the variables with the strongest clear relations, some beforehand, and put them in order.

    Parameters
    ----------
    table
        Pairs: ``one, other, arithmetic, value, p_bh``.
    names
        All variables.
    first
        Those that are drawn in any case.
    """
    known = table[table["value"].notna()]
    clear = known[(known["p_bh"] < CHANCE_LIMIT) & (known["arithmetic"] == "")]
    strongest = {name: _strongest(clear, name) for name in names}
    ranked = sorted(names, key=lambda name: (name not in first, -strongest[name]))
    having = set(known["one"]) | set(known["other"])
    return in_order(known, [name for name in ranked if name in having][:MOST_DRAWN])


def in_order(table: pd.DataFrame, names: list[str]) -> tuple[str, ...]:
    """Order variables by average linkage of 1 - |coefficient|, leaves in the best order (Bar-Joseph 2001)."""
    if len(names) < _LEAST_TO_ORDER:
        return tuple(names)
    from scipy.cluster.hierarchy import leaves_list, linkage
    from scipy.spatial.distance import squareform

    apart = squareform(_distances(table, names), checks=False)
    leaves = leaves_list(linkage(apart, method="average", optimal_ordering=True))
    return tuple(names[at] for at in leaves)


def _strongest(clear: pd.DataFrame, name: str) -> float:
    of_name = clear[(clear["one"] == name) | (clear["other"] == name)]
    return float(of_name["value"].abs().max()) if len(of_name) else 0.0


def _distances(table: pd.DataFrame, names: list[str]) -> Floats:
    at = {name: place for place, name in enumerate(names)}
    chosen = table[table["one"].isin(names) & table["other"].isin(names)]
    rows, columns = (chosen[side].map(at).to_numpy(dtype=np.intp) for side in ("one", "other"))
    apart = np.ones((len(names), len(names)))
    apart[rows, columns] = apart[columns, rows] = 1 - chosen["value"].abs().to_numpy()
    np.fill_diagonal(apart, 0.0)
    return apart
