"""Whether the shares of answers that are names changed: the statistic of Stuart 1955 and Maxwell 1970.

Where nothing changed, every household that moved from one answer to another could as well have moved back.
Households of one group share their fortune, so all of a group turn back together (`change.shifts`; Canay,
Romano and Shaikh 2017). The probability is the share of such turns that give a statistic as large; it holds
for few groups and for answers that few gave, where that of chi-squared does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from pasar_nb.analysis.arrays import Codes, Floats
from pasar_nb.analysis.change.effects import Drawing, cluster_codes
from pasar_nb.analysis.change.paired import ONLY_BASELINE
from pasar_nb.analysis.change.shifts import FEW_GROUPS, LEAST_GROUPS, TOO_FEW_MOVED
from pasar_nb.analysis.households import last_compared
from pasar_nb.analysis.numbering import count_clusters, renumber
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import BASELINE, LEAST_FOR_INFERENCE

Answers = npt.NDArray[Any]

_ENUMERATED = 16  # units of which all turns are counted
_DRAWN = 2_000  # units of which turns are drawn; the sum of more is normal
_SAME = 1e-9  # part of a statistic by which rounding may change it
TOO_FEW_GROUPS = _(
    "Jawaban berubah hanya pada rumah tangga dari kurang dari {least} kelompok; dengan kelompok sesedikit "
    "itu, uji tidak mungkin membedakan perubahan dari kebetulan.",
    least=LEAST_GROUPS,
)


@dataclass(frozen=True, slots=True)
class Homogeneity:
    """The statistic of equal shares before and after, its degrees of freedom, and its probability.

    `clusters` are the groups of the households; None where there are none. Fewer than five are not used.
    """

    statistic: float
    freedom: int
    p_value: float
    clusters: int | None
    n: int


def switched(
    survey: pd.DataFrame, participants: pd.DataFrame, name: str, how: Drawing
) -> Homogeneity | NotEstimable:
    """Test whether the shares of a question's answers changed among the participants.

    Parameters
    ----------
    survey
        Table `survei`.
    participants
        Columns ``id_rt, id_kelompok``: the households of the baseline that take part.
    name
        Column whose answers are names.
    how
        Number of draws, and where the random numbers start.
    """
    told = survey.loc[survey[name].notna(), ["id_rt", "gelombang", name]]
    waves = {int(wave) for wave in told["gelombang"].unique()}
    told = told[told["id_rt"].isin(participants["id_rt"])].drop_duplicates(["id_rt", "gelombang"])
    by_wave = {wave: told[told["gelombang"] == wave].set_index("id_rt")[name] for wave in {BASELINE} | waves}
    first = by_wave[BASELINE]
    last = last_compared(waves, lambda wave: len(first.index.intersection(by_wave[wave].index)))
    if last is None or last == BASELINE:
        return NotEstimable(ONLY_BASELINE)
    second = by_wave[last]
    both = first.index.intersection(second.index)
    clusters = cluster_codes(participants.set_index("id_rt").loc[both])
    before, after = (one[both].to_numpy(dtype="object") for one in (first, second))
    return homogeneity(before, after, clusters, how)


def homogeneity(
    before: Answers, after: Answers, clusters: Codes | None, how: Drawing
) -> Homogeneity | NotEstimable:
    """Test whether the shares of the answers of the same households are the same before and after.

    Parameters
    ----------
    before, after
        Shape (households,): names.
    clusters
        Shape (households,): number of each household's group; None where there are none. With fewer than
        five groups households count as independent, as for the mean.
    how
        Number of draws, and where the random numbers start.

    Notes
    -----
    Answers that nobody gave up or took on tell nothing and are left out, as the statistic would divide by
    nought; one answer follows from the others and is left out as well.
    """
    if len(before) < LEAST_FOR_INFERENCE:
        return NotEstimable(_few())
    moved = before != after
    if int(moved.sum()) < LEAST_FOR_INFERENCE:
        return NotEstimable(TOO_FEW_MOVED)
    groups = None if clusters is None else count_clusters(clusters)
    units = np.arange(int(moved.sum()))
    if clusters is not None and groups is not None and groups >= FEW_GROUPS:
        units = renumber(clusters[moved])
        if int(units.max()) + 1 < LEAST_GROUPS:
            return NotEstimable(TOO_FEW_GROUPS)
    scores = _scores(before[moved], after[moved])
    totals: Floats = np.column_stack([np.bincount(units, weights=one) for one in scores.T]).astype("float64")
    statistic = float((totals.sum(axis=0) ** 2).sum())
    return Homogeneity(statistic, scores.shape[1], _p_value(totals, statistic, how), groups, len(before))


def _scores(before: Answers, after: Answers) -> Floats:
    """Turn moves into scores whose sum has the statistic of Stuart and Maxwell for its squared length."""
    names, codes = np.unique(np.concatenate([before, after]).astype("str"), return_inverse=True)
    gave_up, took_on = codes.reshape(2, len(before))
    table = np.zeros((len(names), len(names)))
    np.add.at(table, (gave_up, took_on), 1.0)
    sizes, axes = np.linalg.eigh(np.diag(table.sum(axis=0) + table.sum(axis=1)) - table - table.T)
    real = sizes > _SAME * sizes.max()
    places = axes[:, real] / np.sqrt(sizes[real])
    scores: Floats = places[took_on] - places[gave_up]
    return scores


def _p_value(totals: Floats, statistic: float, how: Drawing) -> float:
    """Tell how often the sum of units that turn at random is as long as the sum of these."""
    count, least = len(totals), statistic * (1 - _SAME)
    if count <= _ENUMERATED:
        # turning all units at once changes nothing, so that the last one stays
        turned = np.arange(2 ** (count - 1))[:, np.newaxis] >> np.arange(count) & 1
        return float(((((1.0 - 2 * turned) @ totals) ** 2).sum(axis=1) >= least).mean())
    random = np.random.default_rng(how.seed)
    if count <= _DRAWN:
        sums = (2.0 * random.integers(0, 2, size=(how.draws, count)) - 1) @ totals
        lengths = (sums**2).sum(axis=1)
    else:
        spreads = np.linalg.eigvalsh(totals.T @ totals)
        lengths = random.standard_normal((how.draws, len(spreads))) ** 2 @ spreads
    return float((1 + (lengths >= least).sum()) / (1 + how.draws))


def _few() -> Message:
    return _(
        "Kurang dari {least} rumah tangga peserta menjawabnya pada kedua survei, terlalu sedikit untuk "
        "menarik kesimpulan.",
        least=LEAST_FOR_INFERENCE,
    )
