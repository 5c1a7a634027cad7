"""Sentences on the problem tree and what answers its roots."""

from __future__ import annotations

from collections.abc import Sequence

from pasar_nb.analysis.market.results import MarketMap, ProblemTree
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Listing, Message, _, _n, listing, paragraph


def tree(shown: Released[MarketMap]) -> Message | NotEstimable:
    """Say how many problems and roots there are, and which roots nothing answers."""
    result = shown.result.tree
    if isinstance(result, NotEstimable):
        return result
    if not result.roots:
        return NotEstimable(_("Belum ada masalah yang ditandai sebagai akar masalah."))
    return paragraph(_counts(result), *_without(result))


def roots_in_short(shown: Released[MarketMap]) -> Message | NotEstimable:
    """Say in one sentence how many roots lack an intervention or a partner."""
    result = shown.result.tree
    if isinstance(result, NotEstimable):
        return result
    return paragraph(
        _(
            "Pohon masalah memuat {problems} masalah dan {roots} akar masalah.",
            problems=len(result.table),
            roots=result.roots,
        ),
        _answered(result),
    )


def _answered(result: ProblemTree) -> Message:
    lacking = [
        _n("{count} akar belum dijawab intervensi", len(result.unanswered)),
        _n("{count} akar belum mempunyai calon mitra", len(result.without_partner)),
    ]
    said = [one for one in lacking if one.count]
    if not result.roots:
        return _("Belum ada yang ditandai sebagai akar.")
    if not said:
        return _("Setiap akar masalah mempunyai intervensi dan calon mitra.")
    return _("Dari akar itu, {lacking}.", lacking=listing(said))


def _counts(result: ProblemTree) -> Message:
    return _(
        "Dari {problems} masalah, {roots} adalah akar masalah.",
        problems=len(result.table),
        roots=result.roots,
    )


def _without(result: ProblemTree) -> list[Message]:
    said = []
    if result.unanswered:
        said.append(
            _n(
                "{count} akar belum dijawab intervensi: {statements}.",
                len(result.unanswered),
                statements=_quoted(result.unanswered),
            )
        )
    if result.without_partner:
        said.append(
            _n(
                "{count} akar belum mempunyai calon mitra: {statements}.",
                len(result.without_partner),
                statements=_quoted(result.without_partner),
            )
        )
    return said or [_("Setiap akar masalah mempunyai intervensi dan calon mitra.")]


def _quoted(statements: Sequence[str]) -> Listing:
    return listing(f"“{text.strip().rstrip('.')}”" for text in statements)
