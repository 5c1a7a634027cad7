"""How sure the means and shares of the participants are: relative standard errors, as BPS reads them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Codes, Floats
from pasar_nb.analysis.change.effects import cluster_codes
from pasar_nb.analysis.change.estimation import LEAST_CLUSTERS
from pasar_nb.analysis.change.results import Outcome
from pasar_nb.analysis.households import last_compared, values_of
from pasar_nb.analysis.measures import Measure, measures_of
from pasar_nb.analysis.survey.results import Precision
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import LEAST_FOR_INFERENCE, PARTICIPANT, SUPPRESS_BELOW

_UNKNOWN = float("nan")


def precision_of(
    survey: pd.DataFrame, variables: pd.DataFrame, outcome: Outcome | None
) -> Precision | NotEstimable:
    """Compute the relative standard error of every measure of the participants.

    Each is that of the last wave in which ten participants answered, or of the last of all.

    Parameters
    ----------
    survey
        Table `survei` with derived measures and traits.
    variables
        Table `variabel`.
    outcome
        The primary outcome, which stands first.
    """
    own = survey[survey["studi"] == PARTICIPANT].drop_duplicates(["id_rt", "gelombang"])
    main = outcome.name if outcome is not None else None
    told = [one for one in measures_of(own, variables) if one.form != "category"]
    questions = tuple(sorted(told, key=lambda one: one.name != main))
    if not questions:
        return NotEstimable(_("Tidak ada jawaban peserta yang berupa angka, skala, atau ya dan tidak."))
    codes = cluster_codes(own)
    table = pd.DataFrame([_row(one, own, codes) for one in questions])
    groups = 0 if codes is None else len(np.unique(codes))
    return Precision(
        questions=questions,
        main=main if main in {one.name for one in questions} else None,
        groups=groups if groups >= LEAST_CLUSTERS else 0,
        table=table,
    )


def error_of_mean(values: Floats, clusters: Codes | None) -> float:
    """Compute the standard error of a mean as `change.estimate` does, without its bootstrap.

    Parameters
    ----------
    values
        Shape (units,), at least two.
    clusters
        Shape (units,): number of each unit's group, or None. With fewer than five groups units count as
        independent.

    Notes
    -----
    With groups the sandwich with the usual correction G / (G - 1) (Cameron and Miller 2015, CR1).
    """
    n, apart = len(values), values - values.mean()
    numbers = None if clusters is None else np.unique(clusters, return_inverse=True)[1]
    groups = 0 if numbers is None else int(numbers.max()) + 1
    if numbers is None or groups < LEAST_CLUSTERS:
        return float(np.sqrt((apart**2).sum() / (n - 1) / n))
    totals = np.bincount(numbers, weights=apart)
    return float(np.sqrt(groups / (groups - 1) * (totals**2).sum())) / n


def _row(question: Measure, own: pd.DataFrame, codes: Codes | None) -> dict[str, object]:
    values, waves = values_of(own, question.name).to_numpy(), own["gelombang"].to_numpy(dtype="int64")
    answered = ~np.isnan(values)
    told = (int(wave) for wave in np.unique(waves[answered]))
    last = last_compared(told, lambda wave: int((answered & (waves == wave)).sum()))
    chosen = answered & (waves == last)
    rse = _relative_error(values[chosen], None if codes is None else codes[chosen])
    return {
        "variable": question.name,
        "wave": str(last),
        "n": int(chosen.sum()),
        "rse": _UNKNOWN if _tells_few(values[chosen], yes_no=question.form == "yes_no") else rse,
        "exact_rse": rse,
    }


def _relative_error(values: Floats, clusters: Codes | None) -> float:
    if len(values) < LEAST_FOR_INFERENCE or not values.mean():
        return _UNKNOWN
    return error_of_mean(values, clusters) / abs(float(values.mean()))


def _tells_few(values: Floats, *, yes_no: bool) -> bool:
    """Tell whether fewer than ten have anything but nought, or of a yes or no fewer than ten said no.

    The error of a share tells how many said yes.
    """
    some = int((values != 0).sum())
    return some < SUPPRESS_BELOW or (yes_no and len(values) - some < SUPPRESS_BELOW)
