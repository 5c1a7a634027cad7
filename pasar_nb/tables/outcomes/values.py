"""How amounts of different units stand in one column: as texts, each with its own unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from pasar_nb.analysis.change.described import Outcome
from pasar_nb.analysis.change.estimation import Estimate
from pasar_nb.analysis.measures import Measure
from pasar_nb.analysis.outcomes.results import Explored, Outcomes
from pasar_nb.analysis.outcomes.verdicts import ChangeVerdict, EffectVerdict
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Money, Month, Number, Quantity, Share, Value, _, side_by_side
from pasar_nb.tables.display import DisplayColumn
from pasar_nb.vocabulary import THEME_LABELS

CHANGE_WORDS: Mapping[ChangeVerdict, Message] = {
    "rose": _("jelas naik"),
    "fell": _("jelas turun"),
    "unclear": _("tidak terlihat perubahan"),
    "unknown": _("tidak dapat dikatakan"),
}
EFFECT_WORDS: Mapping[EffectVerdict, Message] = {
    "more": _("lebih tinggi daripada pembanding"),
    "less": _("lebih rendah daripada pembanding"),
    "unclear": _("tidak terlihat beda dari pembanding"),
    "unknown": _("tidak dapat dikatakan"),
    "not_compared": _("tidak dibandingkan"),
}
NO_THEME = _("Tanpa tema")
UNCLEAR_AMONG_MANY = _("belum jelas setelah koreksi uji berganda")  # its interval alone leaves out 0


def change_of(outcome: Outcome, value: float) -> Message:
    """Write a change in the unit of its outcome, which stands beside the outcome's name."""
    if outcome.kind == "share":
        return _("{points} poin persen", points=Number(value * 100, 1))
    return level_of(outcome, value)


def level_of(outcome: Outcome, value: float) -> Message:
    """Write a level of an outcome."""
    written: Mapping[str, Value] = {"money": Money(value), "share": Share(value)}
    return Message("{value}", {"value": written.get(outcome.kind, Quantity(value))})


def with_interval(outcome: Outcome, found: Estimate) -> dict[str, Message]:
    """Write a change and its interval in the unit of the outcome: cells ``change`` and ``interval``."""
    if outcome.kind in ("share", "money"):
        return {"change": change_of(outcome, found.value), "interval": _interval(outcome, found)}
    value, low, high = side_by_side(found.value, found.low, found.high)
    return {
        "change": Message("{value}", {"value": value}),
        "interval": _("{low} sampai {high}", low=low, high=high),
    }


def _interval(outcome: Outcome, found: Estimate) -> Message:
    if outcome.kind == "share":
        return _(
            "{low} sampai {high} poin persen",
            low=Number(found.low * 100, 1),
            high=Number(found.high * 100, 1),
        )
    return _("{low} sampai {high}", low=Money(found.low), high=Money(found.high))


def name_of(measure: Measure) -> Message:
    """Name a measure with its unit."""
    return _with_unit(measure.label, measure.unit, told=measure.form not in ("yes_no", "category"))


def primary_name(outcome: Outcome) -> Message:
    """Name the primary outcome with its unit."""
    return _with_unit(outcome.label, outcome.unit, told=outcome.kind != "share")


def _with_unit(label: Message, unit: Message, *, told: bool) -> Message:
    return _("{label} ({unit})", label=label, unit=unit) if told and unit.text("id") else label


def theme_of(measure: Measure) -> Message:
    """Name the theme of a measure."""
    return NO_THEME if measure.theme not in THEME_LABELS else THEME_LABELS[str(measure.theme)]


def verdict_of(one: Explored) -> Message:
    """Write the verdict on a change, with what could have been seen, or why there is none."""
    if isinstance(one.estimate, NotEstimable) or one.outcome is None:
        reason = one.estimate.reason if isinstance(one.estimate, NotEstimable) else Message("")
        return _("{verdict}: {reason}", verdict=CHANGE_WORDS["unknown"], reason=reason)
    if one.verdict == "unclear":
        return not_clear(CHANGE_WORDS["unclear"], one.outcome, one.estimate)
    words = CHANGE_WORDS[one.verdict]
    if one.measure.direction is None:
        return words
    wanted = {"naik": "rose", "turun": "fell"}.get(one.measure.direction) == one.verdict
    return (
        _("{verdict}, arah yang diharapkan", verdict=words)
        if wanted
        else _("{verdict}, berlawanan dengan yang diharapkan", verdict=words)
    )


def not_clear(words: Message, outcome: Outcome, found: Estimate) -> Message:
    """Say that nothing is seen, and the least that could have been, or what the correction took away."""
    if found.significant:
        return UNCLEAR_AMONG_MANY
    return _(
        "{verdict} (baru terlihat mulai {least})",
        verdict=words,
        least=change_of(outcome, found.detectable),
    )


def untold_shares(result: Outcomes) -> frozenset[str]:
    """Name the yes and no whose shares are hidden: their change would tell how few changed."""
    hidden = result.answers["share_before"].isna() | result.answers["share_after"].isna()
    return frozenset(result.answers.loc[hidden, "name"])


def frame_of(rows: Sequence[Mapping[str, object]], columns: Sequence[DisplayColumn]) -> pd.DataFrame:
    """Lay out rows of which some cells have nothing to say."""
    return pd.DataFrame(list(rows), columns=[one.name for one in columns], dtype="object")


def prices_note(outcomes: list[Outcome]) -> Message:
    """Say whose rupiah amounts are."""
    bases = sorted({one.real_base for one in outcomes if one.real_base is not None})
    if not bases:
        return _("Rupiah nominal.")
    if len(bases) == 1:
        return _("Rupiah riil {month}.", month=Month(bases[0]))
    return _("Rupiah riil bulan terakhir tiap ukuran, paling akhir {month}.", month=Month(bases[-1]))
