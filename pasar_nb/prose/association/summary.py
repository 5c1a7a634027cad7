"""What the relation of support and change cannot tell."""

from __future__ import annotations

from pasar_nb.analysis.association.results import Association
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, Share, _, _n, paragraph
from pasar_nb.prose.association.relation import no_cause
from pasar_nb.vocabulary import SUPPORT_LABELS


def limits(shown: Released[Association]) -> tuple[Message, ...]:
    """Say what the relation cannot tell, from what is and is not in this district's data."""
    result = shown.result
    if isinstance(result.correlations, NotEstimable):
        return (result.correlations.reason,)
    return (
        no_cause(),
        _(
            "Kaitan hanya menyangkut peserta yang terukur pada kedua survei; yang tidak ditemui lagi tidak "
            "ikut dihitung."
        ),
        *_contacts(result),
        *([result.unreal.reason] if result.unreal else []),
        *_untested(result),
    )


def _contacts(result: Association) -> list[Message]:
    said = []
    if result.window.outside:
        said += [
            _n(
                "{count} pertemuan sebelum survei awal atau sesudah survei terakhir tidak ikut dihitung.",
                result.window.outside,
            )
        ]
    if result.window.without_hours:
        said += [
            _(
                "Jam tidak dicatat pada {share} dari pertemuan yang dihadiri; jam itu dianggap sama dengan "
                "rata-rata pertemuan sejenis.",
                share=Share(result.window.without_hours, 1),
            )
        ]
    return said


def _untested(result: Association) -> list[Message]:
    if isinstance(result.correlations, NotEstimable) or not result.correlations.untested:
        return []
    each = (
        _("{measure}: {reason}", measure=SUPPORT_LABELS[one.measure], reason=InSentence(one.reason))
        for one in result.correlations.untested
    )
    return [paragraph(_("Yang tidak diuji tersendiri:"), *each)]
