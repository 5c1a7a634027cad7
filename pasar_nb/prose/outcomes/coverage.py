"""Sentences on what the data cover of the indicator themes."""

from __future__ import annotations

from pasar_nb.analysis.households import NO_SURVEY
from pasar_nb.analysis.outcomes.results import Outcomes, ThemeCoverage
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Listing, Message, _, listing, paragraph
from pasar_nb.vocabulary import THEME_LABELS


def coverage(shown: Released[Outcomes]) -> Message | NotEstimable:
    """Say for which of the six themes a change can be computed, and for which not."""
    result = shown.result
    if not result.coverage:
        return NO_SURVEY
    themes = [one for one in result.coverage if one.theme is not None]
    if not any(one.both or one.only_first or one.only_last for one in themes):
        return NotEstimable(_("Survei tidak memuat satu pun ukuran dari keenam tema indikator."))
    if result.no_endline is not None:
        return _baseline_only(themes)
    followed = [one for one in themes if one.both]
    unseen = [one for one in themes if not (one.both or one.only_first or one.only_last)]
    once = [one for one in themes if not one.both and one not in unseen]
    return paragraph(*_followed(followed), *_once(once), *_unseen(unseen))


def _baseline_only(themes: list[ThemeCoverage]) -> Message:
    seen = [one for one in themes if one.only_first]
    unseen = [one for one in themes if not one.only_first]
    return paragraph(
        _(
            "Baru ada survei awal; tema yang terukur di dalamnya: {count} dari {all}, yaitu {names}.",
            count=len(seen),
            all=len(THEME_LABELS),
            names=_names(seen),
        ),
        *_unseen(unseen),
    )


def _followed(themes: list[ThemeCoverage]) -> list[Message]:
    if len(themes) == len(THEME_LABELS):
        return [
            _("Keenam tema indikator mempunyai ukuran yang tercatat pada survei awal dan survei terakhir.")
        ]
    if not themes:
        return []
    return [
        _(
            "Tercatat pada survei awal dan survei terakhir: {count} dari {all} tema indikator, yaitu "
            "{names}.",
            count=len(themes),
            all=len(THEME_LABELS),
            names=_names(themes),
        )
    ]


def _once(themes: list[ThemeCoverage]) -> list[Message]:
    if not themes:
        return []
    return [
        _(
            "Hanya tercatat pada salah satu survei, sehingga perubahannya tidak dapat dihitung: {names}.",
            names=_names(themes),
        )
    ]


def _unseen(themes: list[ThemeCoverage]) -> list[Message]:
    if not themes:
        return []
    return [_("Tidak diukur sama sekali: {names}.", names=_names(themes))]


def _names(themes: list[ThemeCoverage]) -> Listing:
    return listing(InSentence(THEME_LABELS[str(one.theme)]) for one in themes)
