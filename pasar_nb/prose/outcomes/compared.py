"""Sentences on how the other outcomes changed against the comparison group."""

from __future__ import annotations

from collections.abc import Sequence

from pasar_nb.analysis.outcomes.results import Difference, Explored, Outcomes
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Listing, Message, _, _n, listing, paragraph


def differences(shown: Released[Outcomes]) -> Message | NotEstimable:
    """Say which outcomes of the participants changed more, or less, than those of the comparison group."""
    result = shown.result
    if result.uncompared is not None:
        return result.uncompared
    tested = [one for one in result.explored if isinstance(one.difference, Difference)]
    if not tested:
        return NotEstimable(_("Tidak ada ukuran lain yang dapat dibandingkan dengan pembanding."))
    more, less = (_of(tested, verdict) for verdict in ("more", "less"))
    refused = sum(isinstance(one.difference, NotEstimable) for one in result.explored)
    return paragraph(
        _count(len(tested), len(more) + len(less)), *_directions(more, less), *_left_out(refused)
    )


def _of(tested: Sequence[Explored], verdict: str) -> list[Explored]:
    return [
        one for one in tested if isinstance(one.difference, Difference) and one.difference.verdict == verdict
    ]


def _count(tested: int, clear: int) -> Message:
    if not clear:
        return _(
            "Dari {tested} ukuran yang dapat dibandingkan, tidak satu pun perubahannya jelas berbeda dari "
            "pembanding setelah koreksi uji berganda.",
            tested=tested,
        )
    return _(
        "Dari {tested} ukuran yang dapat dibandingkan, perubahan {clear} ukuran jelas berbeda dari "
        "pembanding setelah koreksi uji berganda.",
        tested=tested,
        clear=clear,
    )


def _directions(more: Sequence[Explored], less: Sequence[Explored]) -> list[Message]:
    said = []
    if more:
        said.append(_("Peserta berubah lebih tinggi daripada pembanding pada {names}.", names=_names(more)))
    if less:
        said.append(_("Peserta berubah lebih rendah daripada pembanding pada {names}.", names=_names(less)))
    return said


def _names(found: Sequence[Explored]) -> Listing:
    return listing(InSentence(one.measure.label) for one in found)


def _left_out(count: int) -> list[Message]:
    if not count:
        return []
    return [
        _n(
            "{count} ukuran lain tidak dibandingkan, misalnya sebab kedua kelompok sudah jauh berbeda pada "
            "survei awal.",
            count,
        )
    ]
