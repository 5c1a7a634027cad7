"""Which measures of support can be tested against a change, and the correlation of each."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Codes, Floats
from pasar_nb.analysis.association.coefficients import COEFFICIENTS, CoefficientName
from pasar_nb.analysis.association.correlation import LEAST_CLUSTERS, Correlation, judge
from pasar_nb.analysis.association.participants import Participants
from pasar_nb.analysis.association.ranking import Values, steps_of
from pasar_nb.analysis.association.results import BY_OUTCOME, CORRELATION
from pasar_nb.analysis.association.spearman import partial_spearman
from pasar_nb.analysis.association.support import CONTACTS, Support, too_alike
from pasar_nb.analysis.numbering import count_clusters, renumber
from pasar_nb.language import InSentence, Message, _
from pasar_nb.vocabulary import LEAST_FOR_INFERENCE, SUPPORT_LABELS


def correlation_of(x: Values, y: Values, clusters: Codes, how: CoefficientName) -> Correlation:
    """Measure how two variables go together; neither is constant, and there are two clusters or more."""
    return judge(*COEFFICIENTS[how].with_error(x, y, clusters))


def untestable_people(people: Participants) -> Message | None:
    """Say why no relation with the change of these households can be told, or None."""
    if people.outcome.last == people.outcome.first:
        return _("Ukuran hasil belum ada pada dua gelombang, sehingga perubahannya belum diketahui.")
    if len(people.table) < LEAST_FOR_INFERENCE:
        return _(
            "Kurang dari {least} rumah tangga peserta terukur pada kedua gelombang; kaitan tidak dihitung.",
            least=LEAST_FOR_INFERENCE,
        )
    if too_alike(people.change) is not None:
        return _("Hampir semua rumah tangga berubah sama besar, sehingga tidak ada yang dapat dikaitkan.")
    if int(people.clusters.max()) + 1 < LEAST_CLUSTERS:
        return _(
            "Peserta berasal dari kurang dari {least} kelompok; dengan kelompok sesedikit itu selang "
            "kaitan tidak dapat dihitung.",
            least=LEAST_CLUSTERS,
        )
    return None


def untestable(people: Participants, got: Support, name: str) -> Message | None:
    """Say why a measure of support cannot be tested, or None."""
    if name in got.unusable:
        return got.unusable[name]
    alike = too_alike(got.measures[name].dropna())
    if alike is not None:
        return alike
    if name != CONTACTS and _same_order(got.measures[name], got.measures[CONTACTS]):
        return _(
            "Rumah tangga terurut persis seperti menurut {contacts}, sehingga kaitannya sama.",
            contacts=InSentence(SUPPORT_LABELS[CONTACTS]),
        )
    known = got.measures[name].notna().to_numpy()
    if too_alike(people.change[known]) is not None:
        return _("Hampir semua rumah tangga berubah sama besar, sehingga tidak ada yang dapat dikaitkan.")
    if count_clusters(people.clusters[known]) < LEAST_CLUSTERS:
        return _("Hanya kurang dari {least} kelompok mempunyai ukuran ini.", least=LEAST_CLUSTERS)
    return None


def row_of(people: Participants, measure: pd.Series[float], against: pd.Series[float]) -> dict[str, object]:
    """Correlate one measure of support with the change, or with the level at baseline."""
    known = measure.notna().to_numpy()
    x, y, clusters = _numbers(measure)[known], _numbers(against)[known], people.clusters[known]
    ranked, linear = (correlation_of(x, y, clusters, how) for how in ("spearman", "pearson"))
    values = (
        *(ranked.value, ranked.interval.low, ranked.interval.high),
        *(linear.value, linear.interval.low, linear.interval.high),
    )
    told = dict(zip(CORRELATION, (*values, ranked.p_value), strict=False))
    return {"measure": str(measure.name), "n": len(x), **told}


def outcome_rows(people: Participants, got: Support) -> list[dict[str, object]]:
    """Correlate every measure of support with the change, plainly and with the baseline level held equal."""
    change, before = (steps_of(_numbers(one)) for one in (people.change, people.table["before"]))
    rows: list[dict[str, object]] = []
    for name in (one for one in SUPPORT_LABELS if untestable(people, got, one) is None):
        measure = _numbers(got.measures[name])
        known = ~np.isnan(measure)
        told = steps_of(measure[known]), change[known], before[known], people.clusters[known]
        key = {"outcome": people.outcome.name, "measure": name, "n": np.count_nonzero(known)}
        rows.append(key | dict(zip(BY_OUTCOME, _plain_and_given(*told), strict=True)))
    return rows


def _plain_and_given(x: Codes, y: Codes, before: Codes, clusters: Codes) -> tuple[float, ...]:
    plain = correlation_of(x, y, clusters, "spearman")
    found = (plain.value, plain.interval.low, plain.interval.high, plain.p_value, np.nan)
    return (*found, *_given(x, y, before, clusters))


def _given(x: Codes, y: Codes, before: Codes, clusters: Codes) -> tuple[float, float, float]:
    left = None if np.ptp(before) == 0 else partial_spearman(x, y, clusters, given=(before,))
    if left is None:
        return (float("nan"),) * 3
    found = judge(*left)
    return found.value, found.interval.low, found.interval.high


def _same_order(one: pd.Series[float], other: pd.Series[float]) -> bool:
    if one.isna().any():
        return False
    steps, others = (renumber(steps_of(_numbers(values))) for values in (one, other))
    return bool(np.array_equal(steps, others))


def _numbers(values: pd.Series[float]) -> Floats:
    return np.asarray(values, dtype=np.float64)
