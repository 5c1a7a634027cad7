"""Sentences on household income against the district's minimum wage."""

from __future__ import annotations

from pasar_nb.analysis.poverty.reading import change_seen, seen
from pasar_nb.analysis.poverty.results import LivingStandard, MinimumWage
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, Money, _, listing, paragraph, paragraphs
from pasar_nb.prose.poverty.words import left_out, levels, share_changed, small
from pasar_nb.vocabulary import ARM_LABELS
from pasar_nb.vocabulary.poverty import ABOVE_WAGE

_HIDDEN = NotEstimable(
    _(
        "Perbandingan dengan upah minimum kabupaten tidak ditampilkan: kurang dari 10 rumah tangga "
        "berpendapatan di atas atau sampai dengan upah itu."
    )
)


def minimum_wage(shown: Released[LivingStandard]) -> Message | NotEstimable:
    """Say what share of households earns more than the minimum wage, and what is compared."""
    found = shown.result.wage
    if isinstance(found, NotEstimable):
        return found
    said = [paragraph(*_arm(found, arm)) for arm in ARM_LABELS if seen(found, arm, ABOVE_WAGE)]
    return paragraphs(*said, paragraph(*left_out(found), _compared(found))) if said else _HIDDEN


def _arm(found: MinimumWage, arm: str) -> list[Message]:
    rows = seen(found, arm, ABOVE_WAGE)
    if not rows:
        return []
    subject = _(
        "Bagian rumah tangga {arm} dengan pendapatan di atas upah minimum kabupaten (UMK)",
        arm=InSentence(ARM_LABELS[arm]),
    )
    change = change_seen(found, arm, ABOVE_WAGE)
    return [levels(subject, rows), *share_changed(change, rows), *small(rows)]


def _compared(found: MinimumWage) -> Message:
    wages = dict.fromkeys(round(float(wage)) for wage in found.table["line"].dropna())
    return _(
        "Yang dibandingkan adalah pendapatan seluruh anggota rumah tangga dari semua sumber dalam sebulan "
        "dengan UMK tahun wawancara ({wages}), yaitu upah seorang pekerja. Rumah tangga dengan beberapa "
        "pencari nafkah dapat berada di atas UMK walaupun masing-masing menerima kurang dari itu.",
        wages=listing(Money(wage) for wage in wages),
    )
