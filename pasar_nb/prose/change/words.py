"""What the sentences on change share: evidence behind a number, counts as released, times of the waves."""

from __future__ import annotations

from pasar_nb.analysis.change.estimation import Estimate
from pasar_nb.analysis.change.results import Outcome
from pasar_nb.disclosure import is_hidden
from pasar_nb.language import InSentence, Message, Month, Share, Value, _

HIDDEN = _("jumlah yang tidak ditampilkan")


def count_of(n: object) -> Value:
    """Take a count as it was released: a number, or words in place of a hidden one."""
    return HIDDEN if is_hidden(n) else int(str(n))


def evidence(outcome: Outcome, estimate: Estimate, n: object) -> Message:
    """Write the interval of a change and its n."""
    return _(
        "selang 95%: {low} sampai {high}; n = {n} rumah tangga",
        low=outcome.amount(estimate.low),
        high=outcome.amount(estimate.high),
        n=count_of(n),
    )


def measure(outcome: Outcome) -> Message:
    """Name the outcome with its unit and, for money, with whose rupiah it is."""
    if outcome.kind != "money":
        return _("{label} ({unit})", label=outcome.label, unit=outcome.unit)
    return _("{label} ({unit}, {prices})", label=outcome.label, unit=outcome.unit, prices=prices_of(outcome))


def prices_of(outcome: Outcome) -> Message:
    """Say in whose rupiah amounts are."""
    if outcome.real_base is None:
        return _("rupiah nominal")
    return _("rupiah {month}", month=Month(outcome.real_base))


def when(first: str, last: str) -> Value:
    """Write the months of a wave."""
    if first == last:
        return Month(first)
    return _("{first} sampai {last}", first=Month(first), last=Month(last))


def between(outcome: Outcome) -> Message:
    """Name the two waves with their months."""
    return _(
        "antara survei awal ({first}) dan survei terakhir ({last})",
        first=when(*outcome.months[:2]),
        last=when(*outcome.months[2:]),
    )


def in_sentence(outcome: Outcome) -> InSentence:
    """Write the outcome inside a sentence."""
    return InSentence(outcome.label)


def per_cent(share: float) -> Share:
    """Write a relative change."""
    return Share(share, 1)


def method(estimate: Estimate) -> Message:
    """Say how the uncertainty was found."""
    if estimate.method == "wild":
        return _(
            "Selang mengikuti {groups} kelompok (wild cluster bootstrap, bobot Webb).",
            groups=int(estimate.clusters or 0),
        )
    if estimate.method == "clustered":
        return _(
            "Selang mengikuti {groups} kelompok (galat baku terklaster).", groups=int(estimate.clusters or 0)
        )
    return independent(estimate.clusters)


def independent(clusters: int | None) -> Message:
    """Say why households count as independent: there are no groups, or too few."""
    if clusters is None:
        return _("Kelompok tidak dicatat; rumah tangga dianggap saling bebas.")
    return _("Kelompoknya kurang dari lima; rumah tangga di dalamnya dianggap saling bebas.")
