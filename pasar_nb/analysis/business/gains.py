"""Whether every party earns more under the new model."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from pasar_nb.analysis.business.budgets import CONDITIONS, OPERATING
from pasar_nb.analysis.business.reconciliation_results import Reconciliation
from pasar_nb.analysis.business.results import Budgets, Exchanges, Gains, Presence, Rule, Trade, Verdict
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import CONDITION_LABELS, ROLE_LABELS

Row = Mapping[Hashable, Any]
Rows = Mapping[tuple[str, str], Row]
HALF_RUPIAH = 0.5  # less than that is no difference
WITHOUT_GAIN: tuple[Verdict, ...] = ("loss", "less_loss", "same")  # each breaks the rule
PUBLIC = "pemerintah"
REASONS: dict[str, Message] = {
    "no_budget": _("anggarannya tidak dicatat"),
    "no_before": _("anggaran sebelumnya tidak dicatat, padahal sudah ikut dalam pertukaran"),
    "no_after": _("anggaran sesudahnya tidak dicatat, padahal masih ikut dalam pertukaran"),
    "incomplete": _("ada baris anggaran tanpa volume, harga, atau frekuensi"),
    "units": _("jumlah unitnya berbeda antarbaris"),
    "nothing_operating": _("anggarannya hanya memuat investasi"),
    "nought": _("semua baris anggarannya bernilai nol"),
}


def check_gains(
    budgets: Budgets,
    exchanges: Exchanges | NotEstimable,
    reconciliation: Reconciliation | NotEstimable,
) -> Gains | NotEstimable:
    """Check the rule that every party must gain.

    Parameters
    ----------
    budgets
        Of both conditions.
    exchanges
        Tell a party that is new from one whose budget was not recorded.
    reconciliation
        Says between whom prices differ: a gain that one party's budget denies is not certain.

    Returns
    -------
    Gains or NotEstimable
        The latter where one condition has no budget at all.

    Notes
    -----
    Ringkasan, modul 2, and Juknis APP Jawa Timur, tahap II: every party gains more than now. The change is
    taken under equal conditions (bad with bad, usual with usual, good with good), as a partial budget
    compares two plans under one state of the market; a verdict needs all three to agree.
    """
    absent = [CONDITION_LABELS[one] for one in CONDITIONS if one not in budgets.conditions]
    if absent:
        return NotEstimable(
            _(
                "Anggaran kondisi {condition} belum dicatat, sehingga tidak ada yang dapat dibandingkan.",
                condition=absent[0],
            )
        )
    taking_part = {one: _parties(exchanges, one) for one in CONDITIONS}
    known = {*budgets.table["peran"], *taking_part["sebelum"], *taking_part["sesudah"]}
    by_party: Rows = {(row["peran"], row["kondisi"]): row for row in budgets.table.to_dict("records")}
    rows = [_judged(party, by_party, taking_part) for party in ROLE_LABELS if party in known]
    table = pd.DataFrame(rows)
    disputed = _disputed(reconciliation)
    rule = rule_of(table["verdict"])
    return Gains(rule="open" if rule == "kept" and disputed else rule, table=table, disputed=disputed)


def judge(changes: tuple[float, ...]) -> Verdict:
    """Tell a gain from a loss where the change has one sign in every state of the market.

    Parameters
    ----------
    changes
        Rp; under bad, usual and good conditions.
    """
    values = np.array(changes)
    if np.isnan(values).any():
        return "unknown"
    if (values > HALF_RUPIAH).all():
        return "gain"
    if (values < -HALF_RUPIAH).all():
        return "loss"
    return "same" if (np.abs(values) <= HALF_RUPIAH).all() else "unsure"


def rule_of(verdicts: pd.Series[str]) -> Rule:
    """Decide the rule: one party that loses, or gains nothing, breaks it whatever the others do.

    A party that works at a loss after has nothing to gain from taking part, even if it lost more before.
    """
    found = set(verdicts) - {"exempt"}
    if found & set(WITHOUT_GAIN):
        return "broken"
    return "kept" if found == {"gain"} else "open"


def _disputed(reconciliation: Reconciliation | NotEstimable) -> tuple[Trade, ...]:
    if isinstance(reconciliation, NotEstimable):
        return ()
    conflicts = reconciliation.conflicts
    return tuple(zip(conflicts["dari"], conflicts["ke"], strict=True))


def _parties(exchanges: Exchanges | NotEstimable, condition: str) -> set[str]:
    if isinstance(exchanges, NotEstimable):
        return set()
    rows = exchanges.of(condition)
    return {*rows["dari"], *rows["ke"]}


def _judged(party: str, by_party: Rows, taking_part: Mapping[str, set[str]]) -> dict[str, object]:
    before, after = (by_party.get((party, one), {}) for one in CONDITIONS)
    presence = _presence(party, before, after, taking_part)
    reason = _reason(party, before, after, taking_part)
    nets = [tuple(_number(row, name) for name in ("net_bad", "net", "net_good")) for row in (before, after)]
    measured = _measured(presence, *nets) if not reason else dict.fromkeys(_MEASURES, float("nan"))
    verdict: Verdict = "unknown" if reason else judge(_compared(presence, *nets))
    if verdict == "gain" and presence == "both" and nets[1][1] <= HALF_RUPIAH:
        verdict = "less_loss"
    if party == PUBLIC and not _number(before, "revenue") > 0 and not _number(after, "revenue") > 0:
        verdict, reason = "exempt", ""
    return {
        "peran": party,
        "presence": presence,
        "verdict": verdict,
        "reason": reason,
        "unit_before": _number(before, "unit"),
        "unit_after": _number(after, "unit"),
        "before": nets[0][1],
        "after": nets[1][1],
        "after_bad": nets[1][0],
        **_alone(presence, *nets),
        **measured,
        "firm": _is_firm(verdict, measured, presence),
        "ranged": bool(before.get("ranged")) or bool(after.get("ranged")),
        **_investment(before, after, presence, measured["change"]),
    }


_MEASURES = ("change", "change_bad", "change_good", "change_low", "change_high", "worst", "best")
Triple = tuple[float, ...]


def _presence(party: str, before: Row, after: Row, taking_part: Mapping[str, set[str]]) -> Presence:
    was = bool(before) or party in taking_part["sebelum"]
    is_now = bool(after) or party in taking_part["sesudah"]
    return "both" if was and is_now else ("new" if is_now else "gone")


def _reason(party: str, before: Row, after: Row, taking_part: Mapping[str, set[str]]) -> str:
    if not before and not after:
        return "no_budget"
    if not before and party in taking_part["sebelum"]:
        return "no_before"
    if not after and party in taking_part["sesudah"]:
        return "no_after"
    rows = [row for row in (before, after) if row]
    if any(row["incomplete"] for row in rows):
        return "incomplete"
    if any(not row["lines"] for row in rows):
        return "nothing_operating"
    if any(not row["units_agree"] for row in rows):
        return "units"
    return "" if any(row[name] for row in rows for name in OPERATING.values()) else "nought"


def _compared(presence: Presence, before: Triple, after: Triple) -> Triple:
    """Give what decides: the change, or for a party in one condition whether taking part pays (or paid)."""
    if presence == "new":
        return after
    if presence == "gone":
        return tuple(-value for value in before)
    return tuple(now - then for now, then in zip(after, before, strict=True))


def _measured(presence: Presence, before: Triple, after: Triple) -> dict[str, float]:
    if presence != "both":
        return dict.fromkeys(_MEASURES, float("nan"))
    bad, usual, good = _compared(presence, before, after)
    return {
        "change": usual,
        "change_bad": bad,
        "change_good": good,
        "change_low": min(bad, usual, good),
        "change_high": max(bad, usual, good),
        "worst": after[0] - before[2],
        "best": after[2] - before[0],
    }


def _alone(presence: Presence, before: Triple, after: Triple) -> dict[str, float]:
    """Give the range of the income of a party that takes part in one condition only."""
    if presence == "both":
        return {"alone_low": float("nan"), "alone_high": float("nan")}
    bad, _usual, good = after if presence == "new" else before
    return {"alone_low": bad, "alone_high": good}


def _is_firm(verdict: Verdict, measured: Mapping[str, float], presence: Presence) -> bool:
    if presence != "both":
        return verdict in {"gain", "loss"}
    return bool(
        (verdict == "gain" and measured["worst"] > HALF_RUPIAH)
        or (verdict == "loss" and measured["best"] < -HALF_RUPIAH)
    )


def _investment(before: Row, after: Row, presence: Presence, change: float) -> dict[str, float]:
    extra = _number(after, "investment") - (_number(before, "investment") if before else 0.0)
    yearly = _number(after, "net") if presence == "new" else change
    pays = extra > 0 and yearly > 0
    return {"extra_investment": extra, "payback": extra / yearly if pays else float("nan")}


def _number(row: Row, name: str) -> float:
    value = row.get(name)
    return float(value) if isinstance(value, int | float) else float("nan")
