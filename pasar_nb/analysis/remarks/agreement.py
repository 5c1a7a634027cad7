"""How far two persons who grouped the same remarks agree: Cohen's kappa."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pasar_nb.analysis.remarks.results import Agreement
from pasar_nb.findings import Interval, NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import CONFIDENCE, LEAST_FOR_INFERENCE, SMALL_SAMPLE


def agreement_of(first: pd.Series[str], second: pd.Series[str]) -> Agreement | NotEstimable:
    """Compare the themes that two persons gave to the same remarks.

    Parameters
    ----------
    first, second
        Themes by remark, empty where one of them gave none; capitals make no difference.

    Notes
    -----
    The interval of kappa is that of Fleiss, Cohen and Everitt 1969, that of the share of agreement the exact
    one of Clopper and Pearson 1934.
    """
    codes = pd.DataFrame({"first": first.str.casefold(), "second": second.str.casefold()})
    codes = codes[(codes != "").all(axis="columns")]
    if len(codes) < LEAST_FOR_INFERENCE:
        return NotEstimable(
            _(
                "Kurang dari {least} ungkapan dikelompokkan oleh dua orang, sehingga kesepakatannya tidak "
                "dihitung. Mintalah orang kedua mengisi tema_kedua tanpa melihat kolom tema.",
                least=LEAST_FOR_INFERENCE,
            )
        )
    themes = sorted(set(codes["first"]) | set(codes["second"]))
    if len(themes) == 1:
        return NotEstimable(
            _(
                "Kedua orang memakai satu tema saja, sehingga kesepakatannya tidak dapat dibedakan "
                "dari kebetulan."
            )
        )
    return _measured(codes, themes)


def _measured(codes: pd.DataFrame, themes: list[str]) -> Agreement:
    from scipy.stats import binomtest
    from statsmodels.stats.inter_rater import cohens_kappa

    crossed = pd.crosstab(codes["first"], codes["second"]).reindex(index=themes, columns=themes, fill_value=0)
    agreed = int(np.trace(crossed.to_numpy()))
    found = cohens_kappa(crossed.to_numpy())
    exact = binomtest(agreed, len(codes)).proportion_ci(CONFIDENCE)
    bounds = None
    if agreed < len(codes):
        bounds = Interval(max(float(found.kappa_low), -1.0), min(float(found.kappa_upp), 1.0), CONFIDENCE)
    return Agreement(
        kappa=float(found.kappa),
        kappa_interval=bounds,
        share=agreed / len(codes),
        share_interval=Interval(float(exact.low), float(exact.high), CONFIDENCE),
        themes=len(themes),
        small=len(codes) < SMALL_SAMPLE,
        n=len(codes),
    )
