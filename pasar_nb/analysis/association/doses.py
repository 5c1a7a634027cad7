"""The mean change of the households that came seldom, more often and most often."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.association.participants import Participants
from pasar_nb.analysis.association.results import Doses
from pasar_nb.analysis.change.estimation import estimate
from pasar_nb.analysis.change.least_squares import Design
from pasar_nb.analysis.few import change_told
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import LEAST_FOR_INFERENCE

LEVELS = 3  # thirds: enough to see whether more goes with more, and few enough for small districts
_FEW = _("Peserta terlalu sedikit, atau hadir hampir sama sering, untuk dibagi menurut banyaknya pertemuan.")


def by_dose(
    people: Participants, contacts: pd.Series[float], *, draws: int, seed: int
) -> Doses | NotEstimable:
    """Tell the mean change in each third of the contacts attended.

    Parameters
    ----------
    people
        Participants in two waves.
    contacts
        Contacts attended by each, in their order.
    draws, seed
        Of the wild bootstrap behind the intervals.

    Returns
    -------
    Doses or NotEstimable
        The latter where no two levels with ten households each can be told apart.
    """
    dose = np.asarray(contacts, dtype=np.float64)
    starts = level_starts(dose)
    if len(starts) < 2:  # one level says nothing about more and less
        return NotEstimable(_FEW)
    level = np.searchsorted(starts, dose, side="right") - 1
    rows = [_row(people, level == at, str(at), draws=draws, seed=seed) for at in range(len(starts))]
    return Doses(
        outcome=people.outcome,
        labels={str(at): label for at, label in enumerate(level_labels(starts))},
        clusters=people.grouped,
        table=pd.DataFrame(rows),
    )


def level_starts(dose: Floats) -> list[float]:
    """Choose where each level of a dose starts: at its thirds, no level with fewer than ten households."""
    thirds = np.quantile(dose, np.arange(1, LEVELS) / LEVELS, method="higher")
    starts = [float(dose.min())] if len(dose) else []
    for at in sorted(set(thirds.tolist())):
        below = (dose >= starts[-1]) & (dose < at)
        if min(int(below.sum()), int((dose >= at).sum())) >= LEAST_FOR_INFERENCE:
            starts.append(at)
    return starts


def level_labels(starts: list[float]) -> list[Message]:
    """Name levels of whole numbers: up to 4, 5 to 8, 9 or more."""
    whole = [round(start) for start in starts]
    first = _("{last} pertemuan atau kurang", last=whole[1] - 1) if whole[1] > 1 else _("tidak pernah hadir")
    between = [
        _("{first} sampai {last} pertemuan", first=low, last=high - 1)
        if high - 1 > low
        else _("{first} pertemuan", first=low)
        for low, high in pairwise(whole[1:])
    ]
    return [first, *between, _("{first} pertemuan atau lebih", first=whole[-1])]


def _row(people: Participants, chosen: np.ndarray, name: str, *, draws: int, seed: int) -> dict[str, object]:
    change = people.change.to_numpy(dtype="float64")[chosen]
    clusters = pd.factorize(people.clusters[chosen])[0] if people.grouped else None
    design = Design(outcome=change, regressor=np.ones(len(change)), others=np.empty((len(change), 0)))
    found = estimate(design, clusters, draws=draws, seed=seed)
    low, high = (np.nan, np.nan) if isinstance(found, NotEstimable) else (found.low, found.high)
    return {
        **{"dose": name, "n": len(change), "mean": float(change.mean()), "low": low, "high": high},
        "exposing": change_told(change),
    }
