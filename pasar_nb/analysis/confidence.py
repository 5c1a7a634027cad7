"""How far an interval of the shown confidence reaches on either side of an estimate."""

from __future__ import annotations

from pasar_nb.vocabulary import CONFIDENCE


def t_quantile(freedom: float) -> float:
    """Give the two-sided critical value of Student's t at the confidence of the shown intervals.

    Parameters
    ----------
    freedom
        Degrees of freedom, more than 0, not necessarily whole.
    """
    from scipy.special import stdtrit

    return float(stdtrit(freedom, (1 + CONFIDENCE) / 2))
