"""The whole relation between support received and change of the outcome in one call."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from pasar_nb.analysis.association.correlation import (
    LEAST_CLUSTERS,
    correlate_resampled,
    pearson,
    spearman,
)
from pasar_nb.analysis.association.participants import Participants, ask, match
from pasar_nb.analysis.association.results import (
    CORRELATION,
    Association,
    Correlations,
    Untested,
    Window,
)
from pasar_nb.analysis.association.support import CONTACTS, Support, receive, too_alike
from pasar_nb.analysis.chance import SEED
from pasar_nb.analysis.change.results import Outcome
from pasar_nb.errors import UsageError
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import LEAST_FOR_INFERENCE, SUPPORT_LABELS

DRAWS = 2_000  # resamples; the width of an interval is then known to about three per cent
LEAST_DRAWS = 100
COLUMNS = ["measure", "n", *CORRELATION]


def correlate(
    households: pd.DataFrame,
    survey: pd.DataFrame,
    support: pd.DataFrame,
    *,
    outcome: str | Outcome | NotEstimable,
    price_index: pd.DataFrame | None = None,
    base: str | None = None,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Association:
    """Correlate the support that participants received with the change of an outcome.

    Parameters
    ----------
    households, survey, support, price_index
        Tables `rumah_tangga`, `survei`, `pendampingan` and `ihk` of the contract. They are not changed.
    outcome
        As the analysis of change found it (`HouseholdChange.outcome`), or a column of `survei` or a derived
        measure. Amounts of rupiah are compared in real rupiah.
    base
        Month of the real rupiah; None for that of the outcome, else for the last month of an interview.
    draws, seed
        Number of resamples, and where the random numbers start.

    Returns
    -------
    Association
        Of the baseline and the last wave; what cannot be said is a `NotEstimable` with its reason.

    Raises
    ------
    UsageError
        If `draws` is below 100, too few for an interval.
    """
    if draws < LEAST_DRAWS:
        raise UsageError(
            _("draws = {draws} terlalu sedikit; isi paling sedikit {least}.", draws=draws, least=LEAST_DRAWS)
        )
    if isinstance(outcome, NotEstimable):
        return _unknown(outcome)
    asked = ask(outcome, base)
    people = match(households, survey, price_index, asked)
    got = receive(people, survey, support)
    reason = _nothing_to_correlate(people, support, got)
    return Association(
        outcome=asked.name,
        label=asked.label,
        waves=people.waves,
        real_base=people.real_base,
        unreal=people.unreal,
        n=len(people.table),
        window=got.window,
        correlations=_correlate_each(people, got, draws, seed) if reason is None else NotEstimable(reason),
        received=_received(got.measures),
    )


def _unknown(reason: NotEstimable) -> Association:
    """Answer where there is no outcome to ask about."""
    return Association(
        outcome="",
        label=_("ukuran hasil"),
        waves=None,
        real_base=None,
        unreal=None,
        n=0,
        window=Window(0, 0, 0.0),
        correlations=reason,
        received=_received(pd.DataFrame(columns=list(SUPPORT_LABELS), dtype="float64")),
    )


def _nothing_to_correlate(people: Participants, support: pd.DataFrame, got: Support) -> Message | None:
    if support.empty:
        return _("Tabel pendampingan belum ada atau kosong, sehingga dukungan yang diterima tidak diketahui.")
    if people.waves is None:
        return _("Ukuran hasil belum ada pada dua gelombang, sehingga perubahannya belum diketahui.")
    if len(people.table) < LEAST_FOR_INFERENCE:
        return _(
            "Kurang dari {least} rumah tangga peserta terukur pada kedua gelombang; kaitan tidak dihitung.",
            least=LEAST_FOR_INFERENCE,
        )
    if not got.window.inside:
        return _("Tidak ada pertemuan yang tercatat di antara kedua survei.")
    if too_alike(people.change) is not None:
        return _("Hampir semua rumah tangga berubah sama besar, sehingga tidak ada yang dapat dikaitkan.")
    return None


def _correlate_each(people: Participants, got: Support, draws: int, seed: int) -> Correlations | NotEstimable:
    if people.clusters.max() + 1 < LEAST_CLUSTERS:
        return NotEstimable(
            _(
                "Peserta berasal dari kurang dari {least} kelompok; dengan kelompok sesedikit itu selang "
                "kaitan tidak dapat dihitung.",
                least=LEAST_CLUSTERS,
            )
        )
    reasons = {name: _untestable(people, got, name) for name in SUPPORT_LABELS}
    tested = [name for name, reason in reasons.items() if reason is None]
    change, before = people.change, people.table["before"]
    rows = [_row(people, got.measures[name], change, draws, seed) for name in tested]
    testable_before = CONTACTS in tested and too_alike(before) is None
    return Correlations(
        untested=tuple(Untested(name, reason) for name, reason in reasons.items() if reason is not None),
        clusters=int(people.clusters.max()) + 1 if people.grouped else None,
        draws=draws,
        table=_with_holm(rows),
        at_baseline=pd.DataFrame(
            [_row(people, got.measures[CONTACTS], before, draws, seed)] if testable_before else [],
            columns=COLUMNS[:-1],
        ).astype(_numeric(COLUMNS[:-1])),
    )


def _untestable(people: Participants, got: Support, name: str) -> Message | None:
    known = got.measures[name].dropna()
    if name in got.unusable:
        return got.unusable[name]
    alike = too_alike(known)
    if alike is not None:
        return alike
    clusters = pd.unique(people.clusters[got.measures[name].notna().to_numpy()])
    if name != CONTACTS and _same_order(got.measures[name], got.measures[CONTACTS]):
        return _(
            "Mengurutkan rumah tangga persis seperti {contacts}, sehingga kaitannya sama.",
            contacts=SUPPORT_LABELS[CONTACTS],
        )
    if len(clusters) < LEAST_CLUSTERS:
        return _("Hanya kurang dari {least} kelompok mempunyai ukuran ini.", least=LEAST_CLUSTERS)
    return None


def _same_order(one: pd.Series[float], other: pd.Series[float]) -> bool:
    return bool(one.notna().all() and (one.rank() == other.rank()).all())


def _row(
    people: Participants, measure: pd.Series[float], against: pd.Series[float], draws: int, seed: int
) -> dict[str, object]:
    known = measure.notna().to_numpy()
    x, y = np.asarray(measure[known], dtype=np.float64), np.asarray(against[known], dtype=np.float64)
    clusters = pd.factorize(people.clusters[known])[0]
    ranked = correlate_resampled(x, y, clusters, spearman, draws=draws, seed=seed)
    linear = correlate_resampled(x, y, clusters, pearson, draws=draws, seed=seed)
    return {
        "measure": str(measure.name),
        "n": int(known.sum()),
        "spearman": ranked.value,
        "low": ranked.interval.low,
        "high": ranked.interval.high,
        "pearson": linear.value,
        "pearson_low": linear.interval.low,
        "pearson_high": linear.interval.high,
        "p_value": ranked.p_value,
    }


def _with_holm(rows: list[dict[str, object]]) -> pd.DataFrame:
    """Add Holm's correction for the number of rows."""
    table = pd.DataFrame(rows, columns=COLUMNS).astype(_numeric(COLUMNS))
    if rows:
        from statsmodels.stats.multitest import multipletests

        table["p_holm"] = multipletests(table["p_value"], method="holm")[1]
    return table


def _numeric(columns: list[str]) -> Mapping[str, str]:
    return {name: "str" if name == "measure" else "int64" if name == "n" else "float64" for name in columns}


def _received(measures: pd.DataFrame) -> pd.DataFrame:
    known = measures.notna().sum()
    return pd.DataFrame(
        {
            "measure": pd.Series(list(measures.columns), dtype="str"),
            "n": known.to_numpy(dtype=np.int64),
            "mean": measures.mean().to_numpy(),
            "median": measures.median().to_numpy(),
        }
    )
