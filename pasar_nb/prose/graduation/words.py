"""How sentences on graduation write a share, and what they say where it is hidden."""

from __future__ import annotations

from pasar_nb.analysis.graduation import Proportion
from pasar_nb.language import Message, Share, Value, _
from pasar_nb.vocabulary import SMALL_SAMPLE


def evidence(found: Proportion) -> Message:
    """Write the interval of a share and the number of households behind it."""
    if found.interval is None:
        return _("n = {n} rumah tangga, terlalu sedikit untuk selang", n=found.whole)
    values: dict[str, Value] = {
        "low": Share(found.interval.low),
        "high": Share(found.interval.high),
        "n": found.whole,
    }
    if found.whole < SMALL_SAMPLE:
        return _("selang 95%: {low} sampai {high}; n = {n} rumah tangga, sampel kecil", **values)
    return _("selang 95%: {low} sampai {high}; n = {n} rumah tangga", **values)


def share_with_evidence(found: Proportion) -> Message:
    """Write a share with its interval and n in brackets; of fewer than ten households, both counts."""
    if found.interval is None:
        return _(
            "{part} dari {n} rumah tangga (terlalu sedikit untuk selang)", part=found.part, n=found.whole
        )
    return _("{share} ({evidence})", share=Share(found.share), evidence=evidence(found))


def share_or_hidden(found: Proportion | None) -> Message:
    """Write a share with its interval, or say that it is not shown."""
    return HIDDEN if found is None else share_with_evidence(found)


HIDDEN = _("tidak ditampilkan untuk melindungi rumah tangga")
"""Completes a sentence in place of a share."""
