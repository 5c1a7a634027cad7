"""Sentences on the problem tree and what answers its roots."""

from __future__ import annotations

from collections.abc import Sequence

from pasar_nb.analysis.market.cause_results import ProblemTree
from pasar_nb.analysis.market.problems import LEAST_WHYS
from pasar_nb.analysis.market.results import MarketMap
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


def depth(shown: Released[MarketMap]) -> Message | NotEstimable:
    """Say how deep "why" was asked, and where the tree needs another look."""
    result = shown.result.tree
    if isinstance(result, NotEstimable):
        return result
    whys = result.chains["whys"]
    low, high = int(whys.min()), int(whys.max())
    steps = (
        _n("{count} langkah", high) if low == high else _("{low} sampai {high} langkah", low=low, high=high)
    )
    chains = _n(
        "Pohon masalah mempunyai {count} rantai “mengapa”, sedalam {steps}.", len(result.chains), steps=steps
    )
    return paragraph(chains, *_remarks(result))


def _remarks(result: ProblemTree) -> list[Message]:
    """Name what a tree asks to be looked at again."""
    rootless = result.chains.loc[result.chains["roots"] == 0, "leaf"].tolist()
    remarks = (
        (result.shallow, _shallow(result.shallow)),
        (
            result.deeper,
            _n(
                "{count} akar yang dipilih masih mempunyai sebab di bawahnya: {statements}.",
                len(result.deeper),
                statements=_quoted(result.deeper),
            ),
        ),
        (
            rootless,
            _n(
                "{count} rantai tidak mempunyai akar yang dipilih; jawaban terakhirnya: {statements}.",
                len(rootless),
                statements=_quoted(rootless),
            ),
        ),
        (result.tops[1:], _separate(result.tops)),
    )
    return [remark for concerned, remark in remarks if concerned]


def _shallow(roots: Sequence[str]) -> Message:
    return _n(
        "{count} akar dicapai dengan kurang dari {least} “mengapa”; periksa apakah masih ada sebab "
        "di baliknya: {statements}.",
        len(roots),
        least=LEAST_WHYS,
        statements=_quoted(roots),
    )


def _separate(tops: Sequence[str]) -> Message:
    return _n("Ada {count} pohon yang terpisah: {statements}.", len(tops), statements=_quoted(tops))


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
        *_idle(shown.result),
    )


def of_tree(result: MarketMap) -> list[Message]:
    """Say what the problem tree leaves open."""
    tree = result.tree
    if isinstance(tree, NotEstimable):
        return []
    remarks = (
        (
            tree.unexplained,
            _n(
                "{count} masalah belum ditelusuri sampai akarnya: {statements}.",
                len(tree.unexplained),
                statements=listing(tree.unexplained),
            ),
        ),
        (
            tree.strays,
            _n(
                "{count} masalah menyebut masalah induk yang tidak ada pada tabel: {statements}.",
                len(tree.strays),
                statements=listing(tree.strays),
            ),
        ),
        (
            tree.unknown,
            _n(
                "{count} kode intervensi pada tabel masalah tidak ada pada tabel intervensi: {codes}.",
                len(tree.unknown),
                codes=listing(tree.unknown),
            ),
        ),
    )
    return [remark for concerned, remark in remarks if concerned]


def _idle(result: MarketMap) -> list[Message]:
    """Count the interventions that answer no chosen root."""
    if isinstance(result.logic, NotEstimable) or not result.logic.idle:
        return []
    return [_n("{count} intervensi tidak menjawab akar yang dipilih.", len(result.logic.idle))]


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
    remarks = (
        (
            result.unanswered,
            _n(
                "{count} akar belum dijawab intervensi: {statements}.",
                len(result.unanswered),
                statements=_quoted(result.unanswered),
            ),
        ),
        (
            result.without_partner,
            _n(
                "{count} akar belum mempunyai calon mitra: {statements}.",
                len(result.without_partner),
                statements=_quoted(result.without_partner),
            ),
        ),
    )
    said = [remark for concerned, remark in remarks if concerned]
    return said or [_("Setiap akar masalah mempunyai intervensi dan calon mitra.")]


def _quoted(statements: Sequence[str]) -> Listing:
    return listing(f"“{text.strip().rstrip('.')}”" for text in statements)
