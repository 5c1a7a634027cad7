"""Attendance and mentoring against income, knowledge and ability: the family of tests the study asks for."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from pasar_nb.analysis.association.participants import Participants, match
from pasar_nb.analysis.association.results import BY_OUTCOME, Family
from pasar_nb.analysis.association.support import Support, receive
from pasar_nb.analysis.association.tested import outcome_rows, untestable_people
from pasar_nb.analysis.change.outcome import outcome_of
from pasar_nb.analysis.change.results import Outcome
from pasar_nb.analysis.multiple_tests import benjamini_hochberg
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import outcome_label

ASKED = ("pendapatan_rt", "persepsi_pengetahuan", "persepsi_kemampuan")
"""Income, knowledge and ability: named by the Kajian, 3.3.6, as examples of correlation."""
_COLUMNS = ["outcome", "measure", "n", *BY_OUTCOME]


def primary_or_reason(
    outcome: str | Outcome | NotEstimable,
    households: pd.DataFrame,
    survey: pd.DataFrame,
    variables: pd.DataFrame,
    prices: pd.DataFrame,
) -> Outcome | NotEstimable:
    """Take the outcome as the analysis of change found it, or find it by its name."""
    return outcome_of(outcome, survey, households, variables, prices) if isinstance(outcome, str) else outcome


def correlate_family(
    households: pd.DataFrame,
    survey: pd.DataFrame,
    support: pd.DataFrame,
    variables: pd.DataFrame,
    prices: pd.DataFrame,
    *,
    primary: tuple[Participants, Support] | None,
) -> Family | NotEstimable:
    """Correlate every measure of support with the change of every outcome that was measured twice.

    Parameters
    ----------
    households, support, variables, prices
        Tables `rumah_tangga`, `pendampingan`, `variabel` and `ihk`.
    survey
        Table `survei` with its derived measures.
    primary
        Participants with the primary outcome and the support they received; it comes first where it is known.
    """
    if support.empty:
        return NotEstimable(
            _("Tabel pendampingan belum ada atau kosong, sehingga dukungan yang diterima tidak diketahui.")
        )
    labels: dict[str, Message] = {}
    rows: list[dict[str, object]] = []
    untested: list[NotEstimable] = []
    first, known = primary or (None, None)
    for name, people in _asked(households, survey, variables, prices, first):
        got = known if people is first else None
        found = people if isinstance(people, NotEstimable) else _rows(people, survey, support, got)
        if isinstance(found, NotEstimable):
            told = _("{outcome}: {reason}", outcome=outcome_label(name), reason=found.reason)
            untested.append(NotEstimable(told))
        elif found and not isinstance(people, NotEstimable):
            labels[name] = people.outcome.label
            rows += found
    if not rows:
        return NotEstimable(_no_outcome(untested))
    return Family(labels=labels, untested=tuple(untested), table=_with_bh(rows))


def _asked(
    households: pd.DataFrame,
    survey: pd.DataFrame,
    variables: pd.DataFrame,
    prices: pd.DataFrame,
    primary: Participants | None,
) -> Iterator[tuple[str, Participants | NotEstimable]]:
    if primary is not None:
        yield primary.outcome.name, primary
    for name in ASKED:
        if primary is not None and name == primary.outcome.name:
            continue
        outcome = outcome_of(name, survey, households, variables, prices)
        if isinstance(outcome, NotEstimable):
            yield name, NotEstimable(_("tidak ditanyakan pada survei awal dan survei kemudian."))
        else:
            yield name, match(households, survey, prices, outcome)


def _rows(
    people: Participants, survey: pd.DataFrame, support: pd.DataFrame, got: Support | None
) -> list[dict[str, object]] | NotEstimable:
    reason = untestable_people(people)
    if reason is not None:
        return NotEstimable(reason)
    return outcome_rows(people, got or receive(people.table["id_rt"], people.waves, survey, support))


def _no_outcome(untested: list[NotEstimable]) -> Message:
    if not untested:
        return _("Tidak ada ukuran dukungan yang dapat diuji.")
    return _("Tidak ada hasil yang dapat dikaitkan dengan dukungan. {first}", first=untested[0].reason)


def _with_bh(rows: list[dict[str, object]]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=_COLUMNS)
    return table.assign(p_bh=benjamini_hochberg(table["p_value"].to_numpy(dtype="float64")))
