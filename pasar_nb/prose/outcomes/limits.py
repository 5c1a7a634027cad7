"""What all these outcomes cannot tell, from what was tested and what was not asked."""

from __future__ import annotations

from pasar_nb.analysis.outcomes.results import Outcomes
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, _, listing
from pasar_nb.vocabulary import THEME_LABELS


def limits(shown: Released[Outcomes]) -> tuple[Message, ...]:
    """Say what the explored outcomes cannot tell."""
    result = shown.result
    return (*_exploring(result), *_nominal(result), *_unasked(result))


def _exploring(result: Outcomes) -> list[Message]:
    if not result.tested:
        return []
    return [
        _(
            "{tested} ukuran di luar hasil utama tidak ditetapkan sebelum survei: yang tampak jelas di sini "
            "adalah petunjuk untuk diperiksa dengan data baru, bukan bukti.",
            tested=result.tested,
        )
    ]


def _nominal(result: Outcomes) -> list[Message]:
    """Say once that amounts are nominal, unless the primary outcome says so."""
    primary = result.primary
    if not isinstance(primary, NotEstimable) and primary.outcome.nominal_reason is not None:
        return []
    reasons = (one.outcome.nominal_reason for one in result.explored if one.outcome is not None)
    return list(dict.fromkeys(reason for reason in reasons if reason is not None))


def _unasked(result: Outcomes) -> list[Message]:
    unasked = [one for one in result.coverage if one.theme is not None and not (one.both or one.only_first)]
    unasked = [one for one in unasked if not one.only_last]
    if not unasked:
        return []
    return [
        _(
            "Tentang {themes} tidak ada ukuran dalam survei, sehingga tidak ada yang dapat dikatakan.",
            themes=listing(InSentence(THEME_LABELS[str(one.theme)]) for one in unasked),
        )
    ]
