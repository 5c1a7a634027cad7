"""Whom the supporting functions and the business environment reach."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.market.actors import CHAIN
from pasar_nb.analysis.market.buyers import IN_RETURN
from pasar_nb.analysis.market.results import Actors, Flows
from pasar_nb.analysis.market.structure import Support
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _

_COLUMNS = ["pelaku", "nama", "lapisan", "fungsi", "state", "kinds", "others"]


def reach_producers(actors: Actors, flows: Flows) -> Support | NotEstimable:
    """Tell which supporting actors give something to the producers.

    Parameters
    ----------
    actors, flows
        The map.

    Returns
    -------
    Support or NotEstimable
        The latter where no producer is known or the map has no such actor.

    Notes
    -----
    Only what the flows record counts: an actor may reach producers in ways that nobody wrote down.
    """
    present = actors.table[actors.table["jumlah"].fillna(1) > 0]
    supporting = actors.table[actors.table["lapisan"] != CHAIN]
    if supporting.empty:
        return NotEstimable(_("Peta belum memuat pelaku pendukung atau lingkungan bisnis."))
    if not actors.producers:
        return NotEstimable(_("Produsen tidak dikenali di peta, jadi jangkauan kepadanya tidak terlihat."))
    rows = [
        (*about, *_reached(str(about[0]), flows.table, actors, present=about[0] in set(present["pelaku"])))
        for about in supporting[_COLUMNS[:4]].itertuples(index=False, name=None)
    ]
    return Support(table=pd.DataFrame(rows, columns=_COLUMNS))


def _reached(name: str, flows: pd.DataFrame, actors: Actors, *, present: bool) -> tuple[str, str, str]:
    given = flows[(flows["dari"] == name) & flows["jenis"].isin(IN_RETURN)]
    home = given["ke"].isin(actors.producers)
    kinds = [kind for kind in IN_RETURN if (given.loc[home, "jenis"] == kind).any()]
    others = dict.fromkeys(given.loc[~home, "nama_ke"])
    if not present:
        state = "deserted"
    elif kinds:
        state = "reaches"
    else:
        state = "others" if others else "none"
    return state, ";".join(kinds), "; ".join(others)
