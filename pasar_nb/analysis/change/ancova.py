"""The last level of the arms, compared between households that began at the same level."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.change.check_results import Ancova
from pasar_nb.analysis.change.effects import Drawing, cluster_codes, same_conclusion
from pasar_nb.analysis.change.estimation import Estimate, estimate
from pasar_nb.analysis.change.least_squares import Design
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _


def ancova(
    pairs: pd.DataFrame, arm: Floats, others: Floats, main: Estimate, how: Drawing
) -> Ancova | NotEstimable:
    """Regress the last level on the arm and the first level.

    Parameters
    ----------
    pairs
        From `outcome.matched`.
    arm
        Shape (households,): 1 for participants, else 0.
    others
        Shape (households, k): the constant and what is held equal.
    main
        The difference of the changes.
    how
        The bootstrap.

    Notes
    -----
    With arms that were alike at baseline it estimates the same as the difference of the changes, more
    precisely (McKenzie 2012). With arms that were not, it answers another question (Lord 1967).
    """
    before = pairs["before"].to_numpy(dtype="float64")
    if not before.std() > 0:
        return NotEstimable(
            _("Semua rumah tangga mulai dari nilai yang sama, sehingga nilai awal tidak dapat disamakan.")
        )
    design = Design(pairs["after"].to_numpy(dtype="float64"), arm, np.column_stack([others, before]))
    found = estimate(design, cluster_codes(pairs), draws=how.draws, seed=how.seed)
    if isinstance(found, NotEstimable):
        return found
    return Ancova(estimate=found, agrees=same_conclusion(main, found))
