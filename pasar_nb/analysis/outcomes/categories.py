"""Whether the shares of answers that are names changed: the test of Stuart 1955 and Maxwell 1970."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from pasar_nb.analysis.change.paired import ONLY_BASELINE
from pasar_nb.analysis.change.shifts import TOO_FEW_MOVED
from pasar_nb.analysis.households import BASELINE
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import LEAST_FOR_INFERENCE

Answers = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Homogeneity:
    """Chi-squared of equal shares before and after, its degrees of freedom, and its probability."""

    statistic: float
    freedom: int
    p_value: float
    n: int


def switched(survey: pd.DataFrame, takes_part: pd.Series[bool], name: str) -> Homogeneity | NotEstimable:
    """Test whether the shares of a question's answers changed among the participants.

    Parameters
    ----------
    survey
        Table `survei`.
    takes_part
        By ``id_rt``: whether a household of the baseline takes part.
    name
        Column whose answers are names.
    """
    told = survey.loc[survey[name].notna(), ["id_rt", "gelombang", name]]
    last = told["gelombang"].max()
    if not (told["gelombang"] > BASELINE).any():
        return NotEstimable(ONLY_BASELINE)
    told = told[told["id_rt"].map(takes_part).eq(True)].drop_duplicates(["id_rt", "gelombang"])
    first, second = (told[told["gelombang"] == wave].set_index("id_rt")[name] for wave in (BASELINE, last))
    both = first.index.intersection(second.index)
    return homogeneity(first[both].to_numpy(dtype="object"), second[both].to_numpy(dtype="object"))


def homogeneity(before: Answers, after: Answers) -> Homogeneity | NotEstimable:
    """Test whether the shares of the answers of the same households are the same before and after.

    Parameters
    ----------
    before, after
        Shape (households,): names.

    Notes
    -----
    Households count as independent. Answers that nobody gave up or took on tell nothing and are left out, as
    the statistic would divide by nought; one answer follows from the others and is left out as well.
    """
    if len(before) < LEAST_FOR_INFERENCE:
        return NotEstimable(_few())
    moved = before != after
    if int(moved.sum()) < LEAST_FOR_INFERENCE:
        return NotEstimable(TOO_FEW_MOVED)
    names, codes = np.unique(np.concatenate([before[moved], after[moved]]).astype("str"), return_inverse=True)
    table = np.zeros((len(names), len(names)))
    np.add.at(table, (codes[: moved.sum()], codes[moved.sum() :]), 1.0)
    return _stuart_maxwell(table, len(before))


def _stuart_maxwell(table: npt.NDArray[np.float64], n: int) -> Homogeneity:
    from scipy.stats import chi2

    rows, columns = table.sum(axis=1), table.sum(axis=0)
    gap = rows - columns
    spread = np.diag(rows + columns) - table - table.T
    freedom = int(np.linalg.matrix_rank(spread))
    statistic = float(gap @ np.linalg.pinv(spread) @ gap)
    return Homogeneity(statistic, freedom, float(chi2.sf(statistic, freedom)), n)


def _few() -> Message:
    return _(
        "Kurang dari {least} rumah tangga peserta menjawabnya pada kedua survei, terlalu sedikit untuk "
        "menarik kesimpulan.",
        least=LEAST_FOR_INFERENCE,
    )
