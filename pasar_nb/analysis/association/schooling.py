"""Schooling in its order: the highest certificate as districts write it, as a step from none to a degree."""

from __future__ import annotations

import re

import pandas as pd

_STEPS: tuple[tuple[str, int], ...] = (
    (r"tidak (pernah )?(ber)?sekolah|(tidak|belum)( pernah)?( tamat| lulus)?( sd| sekolah dasar| mi)?|tk", 0),
    (r"sd|mi|sekolah dasar|paket a|(tidak|belum) (tamat|lulus) (smp|sltp|mts)", 1),
    (r"smp|mts|sltp|sekolah menengah pertama|paket b|(tidak|belum) (tamat|lulus) (sma|smk|slta|ma)", 2),
    (r"sma|smk|ma|slta|stm|smea|smu|mak|sekolah menengah (atas|kejuruan)|paket c", 3),
    (r"d ?[1-4]|d ?(i|ii|iii|iv)|diploma.*|s ?[1-3]|sarjana.*|perguruan tinggi|akademi.*|pt|kuliah", 4),
)
_SPECKS = re.compile(r"[^a-z0-9]+")
_FINISHED = re.compile(r"^(tamat|lulus) | sederajat$| (tamat|lulus)$|( atau| setara) .*$")
ENOUGH = 0.95  # of the answers must be known certificates, else they stay names without an order


def steps_of(schooling: pd.Series[str]) -> pd.Series[float] | None:
    """Put certificates in their order.

    Parameters
    ----------
    schooling
        Column `pendidikan_kk` as districts write it: ``SD``, ``Tamat SD``, ``SMP/MTs``, ``S1``.

    Returns
    -------
    Series or None
        0 none, 1 primary, 2 lower secondary, 3 upper secondary, 4 higher; missing where unknown. None where
        too many answers are no certificate.
    """
    answered = schooling.dropna()
    known = {text: _step(str(text)) for text in answered.unique()}
    steps = schooling.map(known).astype("float64")
    if answered.empty or steps.notna().sum() < ENOUGH * len(answered):
        return None
    return steps


def _step(text: str) -> float:
    """Find the step of one answer; the first of two equal certificates (``SMP/MTs``) decides."""
    plain = _SPECKS.sub(" ", text.split("/")[0].casefold()).strip()
    plain = _FINISHED.sub("", _FINISHED.sub("", plain)).strip()
    return next((float(step) for pattern, step in _STEPS if re.fullmatch(pattern, plain)), float("nan"))
