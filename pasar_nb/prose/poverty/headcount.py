"""Sentences on how many persons are below the poverty line."""

from __future__ import annotations

from pasar_nb.analysis.poverty.reading import change_seen, seen
from pasar_nb.analysis.poverty.results import LivingStandard, Poverty
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _, paragraph, paragraphs
from pasar_nb.prose.poverty.words import HIDDEN, below_line, hidden, left_out, levels, share_changed, small
from pasar_nb.vocabulary import ARM_LABELS, PARTICIPANT
from pasar_nb.vocabulary.poverty import POOR_CLASS


def headcount(shown: Released[LivingStandard]) -> Message | NotEstimable:
    """Say what share of persons was below the line in each arm and wave, and how it changed."""
    found = shown.result.main
    if isinstance(found, NotEstimable):
        return found
    said = [paragraph(*_arm(found, arm)) for arm in ARM_LABELS if seen(found, arm, POOR_CLASS)]
    return paragraphs(*said, paragraph(*left_out(found), _not_official(found))) if said else HIDDEN


def in_short(shown: Released[LivingStandard]) -> Message | NotEstimable:
    """Say the share of the participants in one sentence that can be quoted."""
    found = shown.result.main
    if isinstance(found, NotEstimable):
        return found
    said = _arm(found, PARTICIPANT)
    return paragraph(*said, _("Ini bukan angka kemiskinan resmi kabupaten.")) if said else hidden(found)


def by_income(shown: Released[LivingStandard]) -> Message | NotEstimable:
    """Say the share by income beside that by expenditure, or why there is only one of them."""
    result = shown.result
    if isinstance(result.spending, NotEstimable):
        return result.spending
    if isinstance(result.income, NotEstimable):
        return result.income
    income = result.income
    said = [paragraph(*_arm(income, arm)) for arm in ARM_LABELS if seen(income, arm, POOR_CLASS)]
    if not said:
        return HIDDEN
    caution = _(
        "Angka menurut pendapatan tidak dapat disandingkan dengan angka menurut belanja, dan tidak "
        "dengan angka resmi BPS: rumah tangga tidak membelanjakan seluruh pendapatannya, dan yang "
        "dihitung dapat rumah tangga yang lain."
    )
    return paragraphs(*said, paragraph(*left_out(income), caution))


def _arm(found: Poverty, arm: str) -> list[Message]:
    rows = seen(found, arm, POOR_CLASS)
    if not rows:
        return []
    change = change_seen(found, arm, POOR_CLASS)
    return [levels(below_line(arm, found.basis), rows), *share_changed(change, rows), *small(rows)]


def _not_official(found: Poverty) -> Message:
    if found.basis == "belanja":
        return _(
            "Ini bukan angka kemiskinan resmi kabupaten: yang ditanya hanya rumah tangga dalam survei ini, "
            "dan belanjanya dengan daftar yang lebih singkat daripada dalam Susenas BPS."
        )
    return _(
        "Ini bukan angka kemiskinan resmi kabupaten: BPS menghitung dari pengeluaran, sedangkan di sini "
        "belanja belum tercatat lengkap, sehingga dipakai pendapatan rumah tangga dalam survei ini."
    )
