"""Sentences on the intervention logic: what is answered, what is empty, what repeats itself."""

from __future__ import annotations

from pasar_nb.analysis.market.cause_results import InterventionLogic
from pasar_nb.analysis.market.results import MarketMap
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, _, _n, listing, paragraph
from pasar_nb.vocabulary import LOGIC_LEVEL_LABELS


def logic(shown: Released[MarketMap]) -> Message | NotEstimable:
    """Say how many interventions there are, which answer no root, and which levels say nothing."""
    result = shown.result.logic
    if isinstance(result, NotEstimable):
        return result
    return paragraph(_count(result), *_idle(result), *_flaws(result), *_elsewhere(result))


def _idle(result: InterventionLogic) -> list[Message]:
    """Name the interventions that answer no chosen root."""
    never = [code for code in result.idle if code not in result.only_problems]
    remarks = (
        (
            never,
            _n(
                "{count} intervensi tidak disebut pada akar masalah mana pun: {codes}.",
                len(never),
                codes=listing(never),
            ),
        ),
        (
            result.only_problems,
            _n(
                "{count} intervensi hanya disebut pada masalah yang tidak dipilih sebagai akar: {codes}.",
                len(result.only_problems),
                codes=listing(result.only_problems),
            ),
        ),
    )
    return [remark for concerned, remark in remarks if concerned]


def _count(result: InterventionLogic) -> Message:
    count = len(result.table)
    if not result.rooted:
        return _n(
            "Ada {count} intervensi; tanpa pohon masalah belum diketahui akar mana yang dijawabnya.", count
        )
    answering = count - len(result.idle)
    return _(
        "Dari {count} intervensi, {answering} menjawab akar masalah yang dipilih.",
        count=count,
        answering=answering,
    )


def _elsewhere(result: InterventionLogic) -> list[Message]:
    if not result.elsewhere:
        return []
    return [_n("{count} intervensi untuk komoditas lain tidak diuraikan di sini.", result.elsewhere)]


def _flaws(result: InterventionLogic) -> list[Message]:
    if not result.flaws:
        return [_("Keempat tingkat terisi pada setiap intervensi, tanpa pengulangan kata demi kata.")]
    empty = [flaw for flaw in result.flaws if not flaw.repeats]
    repeated = [flaw for flaw in result.flaws if flaw.repeats]
    said = []
    if empty:
        each = listing(
            _("{code} ({level})", code=flaw.intervention, level=InSentence(LOGIC_LEVEL_LABELS[flaw.level]))
            for flaw in empty
        )
        said.append(_("Tingkat yang belum diisi: {each}.", each=each))
    if repeated:
        each = listing(
            _(
                "{code} ({level} sama dengan {other})",
                code=flaw.intervention,
                level=InSentence(LOGIC_LEVEL_LABELS[flaw.level]),
                other=InSentence(LOGIC_LEVEL_LABELS[flaw.repeats]),
            )
            for flaw in repeated
        )
        said.append(_("Tingkat yang mengulang kata demi kata: {each}.", each=each))
    return said
