"""Weights from pairwise comparisons of the criteria (AHP), with the consistency of those who compared."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.commodity.ranking import reorder, unrankable
from pasar_nb.analysis.commodity.results import AhpWeights, Criteria, Scores, Veto
from pasar_nb.analysis.commodity.scores import wide
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import CONSISTENCY_LIMIT

_LEAST_CRITERIA = 2


def weigh_by_pairs(
    criteria: Criteria, scores: Scores, veto: Veto, comparisons: pd.DataFrame | None
) -> AhpWeights | NotEstimable:
    """Derive weights from the raters' pairwise comparisons and rank with them.

    Parameters
    ----------
    criteria, scores, veto
        Earlier results.
    comparisons
        Table `perbandingan` of the contract: ``nilai`` (1/9-9) says how much more important
        ``kriteria_a`` is than ``kriteria_b``. The reciprocal is filled in; a pair given twice enters with its
        geometric mean. A rater who did not compare every pair is left out.

    Returns
    -------
    AhpWeights or NotEstimable
        Weights are the principal eigenvector of the raters' geometric mean matrix (aggregation of individual
        judgements). Raters above the limit of consistency are flagged, not left out.

    Notes
    -----
    Saaty 1980; aggregation: Forman and Peniwati 1998; random index: Tummala and Ling 1998, from pymcdm.
    """
    if comparisons is None or comparisons.empty:
        return NotEstimable(_("Tabel perbandingan belum berisi, sehingga bobot AHP tidak dihitung."))
    reason = _uncomparable(criteria) or unrankable(criteria, scores, veto)
    if reason is not None:
        return NotEstimable(reason)
    raters, matrices = pairwise_matrices(criteria, comparisons)
    complete = np.isfinite(matrices).all(axis=(1, 2))
    if not complete.any():
        return NotEstimable(
            _("Tidak ada penilai yang membandingkan semua pasangan kriteria; bobot AHP tidak dihitung.")
        )
    return _weights(criteria, scores, veto, raters[complete], matrices[complete], int((~complete).sum()))


def pairwise_matrices(
    criteria: Criteria, comparisons: pd.DataFrame
) -> tuple[npt.NDArray[np.object_], Floats]:
    """Arrange the comparisons as one reciprocal matrix per rater.

    Returns
    -------
    tuple
        Names of the raters, and an array of shape (raters, criteria, criteria), NaN where not compared.
    """
    names = list(criteria.table["kriteria"])
    usable = comparisons[comparisons["nilai"] > 0]
    forth = usable.assign(log=np.log(usable["nilai"].astype("float64")))
    swapped = forth.rename(columns={"kriteria_a": "kriteria_b", "kriteria_b": "kriteria_a"})
    both = pd.concat([forth, swapped.assign(log=-swapped["log"])])
    raters = sorted(comparisons["penilai"].unique())
    every = pd.MultiIndex.from_product([raters, names, names])
    logs = both.groupby(["penilai", "kriteria_a", "kriteria_b"])["log"].mean().reindex(every)
    matrices = np.exp(logs.to_numpy(dtype="float64")).reshape(len(raters), len(names), len(names))
    matrices[:, range(len(names)), range(len(names))] = 1.0
    return np.array(raters, dtype=object), matrices


def principal_weights(matrix: Floats) -> Floats:
    """Take the principal right eigenvector of a reciprocal matrix, scaled to sum to 1."""
    values, vectors = np.linalg.eig(matrix)
    principal = np.abs(vectors[:, np.argmax(values.real)].real)
    weights: Floats = principal / principal.sum()
    return weights


def consistency_ratio(matrix: Floats) -> float:
    """Compare a matrix's inconsistency with that of random judgements.

    Parameters
    ----------
    matrix
        Reciprocal, shape (criteria, criteria).

    Returns
    -------
    float
        0 for consistent judgements, about 1 for random ones. Two criteria are always consistent.
    """
    size = len(matrix)
    if size <= _LEAST_CRITERIA:
        return 0.0
    excess = np.linalg.eigvals(matrix).real.max() - size
    return float(max(excess, 0.0)) / (size - 1) / _random_indices()[size - 1]


def _weights(
    criteria: Criteria,
    scores: Scores,
    veto: Veto,
    raters: npt.NDArray[np.object_],
    matrices: Floats,
    left_out: int,
) -> AhpWeights:
    group = np.exp(np.log(matrices).mean(axis=0))
    weights = principal_weights(group)
    order = reorder(wide(scores, criteria, "utility"), weights, veto)
    ratios = [consistency_ratio(one) for one in matrices]
    consistency = pd.DataFrame({"penilai": raters.astype(str), "cr": ratios})
    cr_group = consistency_ratio(group)
    return AhpWeights(
        table=criteria.table[["kriteria", "weight"]].assign(ahp_weight=weights),
        consistency=consistency.assign(consistent=consistency["cr"] <= CONSISTENCY_LIMIT),
        ranking=order.table,
        cr_group=cr_group,
        consistent_group=cr_group <= CONSISTENCY_LIMIT,
        n_raters=len(raters),
        raters_left_out=left_out,
        winners=order.winners,
    )


def _uncomparable(criteria: Criteria) -> Message | None:
    most = len(_random_indices())
    if _LEAST_CRITERIA <= len(criteria.table) <= most:
        return None
    return _("Bobot AHP dihitung untuk {least} sampai {most} kriteria.", least=_LEAST_CRITERIA, most=most)


def _random_indices() -> list[float]:
    from pymcdm.weights.subjective import AHP

    indices: list[float] = AHP.RI_M
    return indices
