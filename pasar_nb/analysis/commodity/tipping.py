"""How far one weight must move before another commodity wins."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.commodity.ranking import LEAST_CANDIDATES
from pasar_nb.analysis.commodity.results import Criteria, Ranking, Scores, Tipping
from pasar_nb.analysis.commodity.scores import wide
from pasar_nb.analysis.commodity.ties import TIE
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import SCORE_HIGH, SCORE_LOW, readable_all

Row = dict[str, object]
_SIGNS = {"naik": 1, "turun": -1}
_COLUMNS = {
    "kriteria": "str",
    "bobot": "float64",
    "weight": "float64",
    "tipping_weight": "float64",
    "tipping_bobot": "float64",
    "change": "float64",
    "new_winner": "object",
    "within_scale": "bool",
}


def find_tipping_points(
    criteria: Criteria, scores: Scores, ranking: Ranking | NotEstimable
) -> Tipping | NotEstimable:
    """Find the weight of each criterion at which the winner is caught up.

    Parameters
    ----------
    criteria, scores, ranking
        Earlier results; vetoed commodities cannot catch up.

    Returns
    -------
    Tipping or NotEstimable
        The latter where winners are tied already, there is no rival, or one criterion only.

    Notes
    -----
    With the weight t of a criterion and the others sharing 1 - t in their agreed proportions, the lead of the
    winner over a rival is t d + (1 - t) r: d the lead on that criterion, r the lead on the others. It is
    linear in t, so that it is zero at t = r / (r - d) and nowhere else: the classical one-way analysis of a
    weighted sum (Triantaphyllou and Sanchez 1997).
    """
    if isinstance(ranking, NotEstimable):
        return ranking
    eligible = ranking.table["komoditas"][~ranking.table["vetoed"].astype("bool")]
    utilities = wide(scores, criteria, "utility").loc[list(eligible)]
    reason = _immovable(criteria, ranking, len(utilities))
    if reason is not None:
        return NotEstimable(reason)
    directions = _directions(criteria, utilities, ranking.winners[0])
    table = _nearest(criteria, directions)
    moves = table["change"].abs().to_numpy()
    smallest = None if np.isnan(moves).all() else str(table["kriteria"].iloc[int(np.nanargmin(moves))])
    return Tipping(smallest=smallest, table=table, directions=directions)


def crossings(weight: float, own: Floats, others: Floats) -> Floats:
    """Find where each rival catches up with the winner as one weight moves.

    Parameters
    ----------
    weight
        Agreed weight of the criterion; the winner leads there.
    own, others
        Shape (rivals,): the winner's lead on this criterion, and on the others in their proportions.

    Returns
    -------
    ndarray
        Shape (rivals,): the change of the weight; NaN for a rival that never catches up while the weight is
        strictly between 0 and 1.
    """
    slope = others - own
    reached = np.divide(others, slope, out=np.full(len(own), np.nan), where=np.abs(slope) > TIE)
    return np.where((reached > TIE) & (reached < 1 - TIE), reached - weight, np.nan)


def _directions(criteria: Criteria, utilities: pd.DataFrame, winner: str) -> pd.DataFrame:
    rivals = utilities.drop(index=winner)
    leads = utilities.loc[winner].to_numpy() - rivals.to_numpy()
    weights = criteria.table["weight"].to_numpy()
    rows: list[Row] = []
    for place, weight in enumerate(weights):
        own = leads[:, place]
        others = np.delete(leads, place, axis=1) @ np.delete(weights, place) / (1 - weight)
        change = crossings(weight, own, others)
        for direction, sign in _SIGNS.items():
            moved, names = _first(sign * change, sign * (others - own), tuple(rivals.index))
            if names:
                row = _row(criteria.table, place, weight + sign * moved)
                rows.append({**row, "new_winner": names, "direction": direction})
    table = pd.DataFrame(rows, columns=[*_COLUMNS, "direction"])
    return table.astype({**_COLUMNS, "direction": "str"})


def _first(distance: Floats, gain: Floats, rivals: tuple[str, ...]) -> tuple[float, tuple[str, ...]]:
    """Name who catches up first and, of several at once, who then leads: whoever gains fastest."""
    distance = np.where(distance > 0, distance, np.inf)
    nearest = float(distance.min())
    if not np.isfinite(nearest):
        return nearest, ()
    level = distance <= nearest + TIE
    ahead = level & (gain >= gain[level].max() - TIE)
    return nearest, tuple(name for name, leads in zip(rivals, ahead, strict=True) if leads)


def _row(table: pd.DataFrame, place: int, reached: float) -> Row:
    own = table.iloc[place]
    bobot = reached / (1 - reached) * (table["bobot"].sum() - own["bobot"])
    return {
        "kriteria": own["kriteria"],
        "bobot": own["bobot"],
        "weight": own["weight"],
        "tipping_weight": reached,
        "tipping_bobot": bobot,
        "change": reached - own["weight"],
        "within_scale": bool(SCORE_LOW - TIE <= bobot <= SCORE_HIGH + TIE),
    }


def _nearest(criteria: Criteria, directions: pd.DataFrame) -> pd.DataFrame:
    ordered = directions.iloc[directions["change"].abs().argsort(kind="stable")]
    found = ordered.drop_duplicates("kriteria").drop(columns=["direction", "bobot", "weight"])
    table = criteria.table[["kriteria", "bobot", "weight"]].merge(found, on="kriteria", how="left")
    table["new_winner"] = [names if isinstance(names, tuple) else () for names in table["new_winner"]]
    table["within_scale"] = table["within_scale"].eq(True)
    return table.astype(_COLUMNS)


def _immovable(criteria: Criteria, ranking: Ranking, candidates: int) -> Message | None:
    if len(ranking.winners) > 1:
        return _(
            "{names} sudah sama kuat (seri) di peringkat pertama, sehingga tidak ada titik balik bobot.",
            names=readable_all(ranking.winners),
        )
    if candidates < LEAST_CANDIDATES:
        return _("Hanya satu komoditas yang tidak terkena veto, sehingga tidak ada pesaing.")
    if len(criteria.table) == 1:
        return _("Hanya ada satu kriteria, sehingga perubahan bobot tidak mengubah peringkat.")
    return None
