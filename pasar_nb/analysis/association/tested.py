"""Which measures of support can be tested against a change, and the correlation of each."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Codes, Floats
from pasar_nb.analysis.association.coefficients import COEFFICIENTS, CoefficientName
from pasar_nb.analysis.association.correlation import LEAST_CLUSTERS, Correlation, judge
from pasar_nb.analysis.association.participants import Participants
from pasar_nb.analysis.association.results import BY_OUTCOME, CORRELATION
from pasar_nb.analysis.association.spearman import partial_spearman
from pasar_nb.analysis.association.support import CONTACTS, Support, too_alike
from pasar_nb.language import InSentence, Message, _
from pasar_nb.vocabulary import LEAST_FOR_INFERENCE, SUPPORT_LABELS


def correlation_of(x: Floats, y: Floats, clusters: Codes, how: CoefficientName) -> Correlation:
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
    if len(np.unique(people.clusters[known])) < LEAST_CLUSTERS:
        return _("Hanya kurang dari {least} kelompok mempunyai ukuran ini.", least=LEAST_CLUSTERS)
    return None


def row_of(people: Participants, measure: pd.Series[float], against: pd.Series[float]) -> dict[str, object]:
    """Correlate one measure of support with the change, or with the level at baseline."""
    x, y, clusters = known_of(people, measure, against)
    ranked, linear = (correlation_of(x, y, clusters, how) for how in ("spearman", "pearson"))
    values = (
        *(ranked.value, ranked.interval.low, ranked.interval.high),
        *(linear.value, linear.interval.low, linear.interval.high),
    )
    told = dict(zip(CORRELATION, (*values, ranked.p_value), strict=False))
    return {"measure": str(measure.name), "n": len(x), **told}


def outcome_row(people: Participants, measure: pd.Series[float]) -> dict[str, object]:
    """Correlate one measure of support with the change, plainly and with the baseline level held equal."""
    x, y, clusters = known_of(people, measure, people.change)
    before = known_of(people, measure, people.table["before"])[1]
    plain = correlation_of(x, y, clusters, "spearman")
    found = (plain.value, plain.interval.low, plain.interval.high, plain.p_value, np.nan)
    held = _given(x, y, before, clusters)
    key = {"outcome": people.outcome.name, "measure": str(measure.name), "n": len(x)}
    return key | dict(zip(BY_OUTCOME, (*found, *held), strict=True))


def known_of(
    people: Participants, measure: pd.Series[float], against: pd.Series[float]
) -> tuple[Floats, Floats, Codes]:
    """Take the households with the measure, as arrays, with their clusters numbered anew."""
    known = measure.notna().to_numpy()
    x, y = (np.asarray(one[known], dtype=np.float64) for one in (measure, against))
    return x, y, pd.factorize(people.clusters[known])[0]


def _given(x: Floats, y: Floats, before: Floats, clusters: Codes) -> tuple[float, float, float]:
    left = None if np.ptp(before) == 0 else partial_spearman(x, y, clusters, given=(before,))
    if left is None:
        return (float("nan"),) * 3
    found = judge(*left)
    return found.value, found.interval.low, found.interval.high


def _same_order(one: pd.Series[float], other: pd.Series[float]) -> bool:
    return bool(one.notna().all() and (one.rank() == other.rank()).all())


def names_tested(people: Participants, got: Support) -> Iterator[str]:
    """List the measures of support that can be tested."""
    return (name for name in SUPPORT_LABELS if untestable(people, got, name) is None)
