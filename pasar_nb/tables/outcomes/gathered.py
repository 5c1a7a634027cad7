"""The outcomes without a row of their own among the findings, gathered by what is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pasar_nb.analysis.outcomes.results import Explored, Switched, Unswitched
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, _, listing
from pasar_nb.tables.outcomes.values import CHANGE_WORDS, UNCLEAR_AMONG_MANY, verdict_of


def gathered(
    explored: Iterable[Explored], categories: Iterable[Switched | Unswitched]
) -> list[dict[str, object]]:
    """Give a row for each verdict, or each reason why there is none, with the outcomes that share it.

    Parameters
    ----------
    explored
        Outcomes that have no row of their own.
    categories
        Questions answered by names, which have no size of a change.

    Returns
    -------
    list of dict
        Cells ``label`` and ``verdict``; what cannot be said stands last.
    """
    sharing: dict[tuple[str, str], tuple[Message, Message | None, list[Message]]] = {}
    every = [*map(_of_explored, explored), *_of_categories(categories)]
    for verdict, reason, label in sorted(every, key=lambda one: one[1] is not None):
        key = (verdict.text("id"), "" if reason is None else reason.text("id"))
        sharing.setdefault(key, (verdict, reason, []))[2].append(label)
    return [
        {"label": _listed(labels, reason), "verdict": verdict} for verdict, reason, labels in sharing.values()
    ]


def _of_explored(one: Explored) -> tuple[Message, Message | None, Message]:
    """Give the verdict, the reason where there is none, and the outcome's name."""
    label = one.measure.label
    if isinstance(one.estimate, NotEstimable):
        return CHANGE_WORDS["unknown"], one.estimate.reason, label
    if one.verdict != "unclear" or one.outcome is None:
        return verdict_of(one), None, label
    if one.estimate.significant:
        return UNCLEAR_AMONG_MANY, None, label
    least = one.outcome.amount(one.estimate.detectable)
    return CHANGE_WORDS["unclear"], None, _("{label} (mulai {least})", label=label, least=least)


def _of_categories(
    categories: Iterable[Switched | Unswitched],
) -> Iterator[tuple[Message, Message | None, Message]]:
    for one in categories:
        if isinstance(one, Unswitched):
            yield CHANGE_WORDS["unknown"], one.reason.reason, one.measure.label
        elif one.verdict == "rose":
            yield _("pilihan jawabannya bergeser"), None, one.measure.label
        else:
            yield CHANGE_WORDS["unclear"], None, one.measure.label


def _listed(labels: list[Message], reason: Message | None) -> Message:
    first, *others = labels
    names = listing([first, *map(InSentence, others)])
    if reason is None:
        return Message("{names}", {"names": names})
    return _("{names}. {reason}", names=names, reason=reason)
