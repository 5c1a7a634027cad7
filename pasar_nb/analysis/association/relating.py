"""What goes with what among the participants: all measures, traits and support in one call."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from pasar_nb.analysis import prices
from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.association.columns import SCHOOLING, Column, changed, measured, traits
from pasar_nb.analysis.association.correlation import LEAST_CLUSTERS
from pasar_nb.analysis.association.exclusions import sort_out
from pasar_nb.analysis.association.matrices import Matrix, Relations
from pasar_nb.analysis.association.numbering import in_numbers
from pasar_nb.analysis.association.ordering import choose
from pasar_nb.analysis.association.pairs import correlate_pairs
from pasar_nb.analysis.association.prepared import prepare
from pasar_nb.analysis.association.support import CONTACTS, HOURS, SHARE_ATTENDED, receive
from pasar_nb.analysis.chance import SEED
from pasar_nb.analysis.change.outcome import describe_measure
from pasar_nb.analysis.change.results import Outcome
from pasar_nb.analysis.households import NO_SURVEY, arms_of, finished, with_measures
from pasar_nb.analysis.measures import Measure, measures_of
from pasar_nb.analysis.numbering import clusters_of
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import BASELINE, LEAST_FOR_INFERENCE, PARTICIPANT, SUPPORT_LABELS

_SUPPORT = (CONTACTS, HOURS, SHARE_ATTENDED)  # the kinds add up to the contacts and have a table of their own
_NO_PRICES = pd.DataFrame(columns=["bulan", "ihk", "tahun_dasar"])


def relate(
    households: pd.DataFrame,
    survey: pd.DataFrame,
    support: pd.DataFrame,
    *,
    variables: pd.DataFrame,
    outcome: Outcome | NotEstimable,
    price_index: pd.DataFrame | None = None,
    seed: int = SEED,
) -> Relations:
    """Correlate everything that is known of the participants with everything else.

    Parameters
    ----------
    households, survey, support, variables, price_index
        Tables `rumah_tangga`, `survei`, `pendampingan`, `variabel` and `ihk` of the contract; not changed.
    outcome
        The primary outcome as the analysis of change found it (`HouseholdChange.outcome`).
    seed
        Where the random numbers start; of use only above 3,000 households.

    Returns
    -------
    Relations
        Of the last wave, and of the changes since the baseline.
    """
    primary = "" if isinstance(outcome, NotEstimable) else outcome.name
    if survey.empty:
        return _nothing(primary, NO_SURVEY)
    households, survey, support = in_numbers(households, survey, support)
    survey, _unfinished = finished(survey, households)
    mine = households[arms_of(households) == PARTICIPANT]
    answered = survey[survey["id_rt"].isin(mine["id_rt"])]
    if answered.empty:
        return _nothing(primary, NotEstimable(_("Belum ada peserta yang diwawancarai.")))
    listed = measures_of(with_measures(answered), variables)
    real, base = _in_real_rupiah(answered, listed, variables, price_index)
    waves = _by_wave(with_measures(real))
    last = max(waves)
    first = waves.get(BASELINE) if last > BASELINE else None
    ids = waves[last].index
    now = measured(waves[last], listed, ids)
    known = [*traits(mine, ids), *_support(first, ids, last, survey, support)]
    clusters, grouped = _clusters(mine, ids)
    before = None if first is None else measured(first, listed, ids)
    return Relations(
        primary=primary,
        wave=last,
        levels=_matrix([*now, *known], clusters, {}, primary, grouped=grouped, seed=seed),
        changes=_changes(before, now, known, clusters, primary, grouped=grouped, seed=seed),
        real_base=base,
        n=len(ids),
    )


def _nothing(primary: str, reason: NotEstimable) -> Relations:
    return Relations(primary=primary, wave=None, levels=reason, changes=reason, real_base=None, n=0)


def _changes(
    before: list[Column] | None,
    now: list[Column],
    known: list[Column],
    clusters: np.ndarray,
    primary: str,
    *,
    grouped: bool,
    seed: int,
) -> Matrix | NotEstimable:
    if before is None:
        return NotEstimable(
            _("Perubahan memerlukan survei awal (gelombang 0) dan satu gelombang sesudahnya.")
        )
    pairs = changed(before, now)
    columns = [*(one for one, _level in pairs if one.group == "measure"), *known]
    baseline = {one.name: level for one, level in pairs if one.group == "measure"}
    return _matrix(columns, clusters, baseline, primary, grouped=grouped, seed=seed)


def _matrix(
    columns: list[Column],
    clusters: np.ndarray,
    baseline: Mapping[str, Floats],
    primary: str,
    *,
    grouped: bool,
    seed: int,
) -> Matrix | NotEstimable:
    if len(clusters) < LEAST_FOR_INFERENCE:
        return NotEstimable(
            _("Kurang dari {least} rumah tangga peserta; kaitan tidak dihitung.", least=LEAST_FOR_INFERENCE)
        )
    groups = len(np.unique(clusters))
    if groups < LEAST_CLUSTERS:
        return NotEstimable(
            _(
                "Peserta berasal dari kurang dari {least} kelompok; dengan kelompok sesedikit itu selang "
                "kaitan tidak dapat dihitung.",
                least=LEAST_CLUSTERS,
            )
        )
    asked = [one for one in columns if not np.isnan(one.values).all()]
    kept, left_out = sort_out(asked, primary)
    ready = prepare(kept, clusters, baseline, seed=seed)
    table = correlate_pairs(ready)
    if not table["value"].notna().any():
        return NotEstimable(_("Tidak ada dua ukuran yang dapat dikaitkan."))
    return Matrix(
        labels={one.name: one.label for one in kept},
        left_out=tuple(left_out),
        drawn=choose(table, [one.name for one in kept], (primary, SCHOOLING)),
        clusters=groups if grouped else None,
        sampled=ready.sample is not None,
        tests=int(table["p_bh"].notna().sum()),
        table=table,
    )


def _by_wave(survey: pd.DataFrame) -> dict[int, pd.DataFrame]:
    """Split a survey into waves, a row per household."""
    once = survey.drop_duplicates(["id_rt", "gelombang"])
    waves = [int(wave) for wave in once["gelombang"].unique()]
    return {wave: once[once["gelombang"] == wave].set_index("id_rt").sort_index() for wave in waves}


def _support(
    first: pd.DataFrame | None, ids: pd.Index, last: int, survey: pd.DataFrame, support: pd.DataFrame
) -> list[Column]:
    """Count the support of those seen in both waves; of others the contacts are not known."""
    if first is None or support.empty:
        return []
    both = pd.Series(ids[ids.isin(first.index)])
    got = receive(both, (BASELINE, last), survey, support)
    table = got.measures.set_axis(both.to_numpy()).reindex(ids)
    return [
        Column(name, SUPPORT_LABELS[name], "number", "support", table[name].to_numpy(dtype="float64"))
        for name in _SUPPORT
        if name not in got.unusable
    ]


def _clusters(homes: pd.DataFrame, ids: pd.Index) -> tuple[np.ndarray, bool]:
    groups = homes.drop_duplicates("id_rt").set_index("id_rt")["id_kelompok"].reindex(ids)
    return clusters_of(groups), bool(groups.notna().any())


def _in_real_rupiah(
    survey: pd.DataFrame,
    measures: tuple[Measure, ...],
    variables: pd.DataFrame,
    price_index: pd.DataFrame | None,
) -> tuple[pd.DataFrame, str | None]:
    """Express all amounts in rupiah of the last month of interviews, where the price index tells it."""
    amounts = [one.name for one in measures if one.name in survey and _is_money(one.name, variables)]
    days = pd.to_datetime(survey["tanggal"]).dt.to_period("M")
    if not amounts or price_index is None or days.isna().any():
        return survey, None
    names = {month: str(month) for month in days.unique()}
    base = max(names.values())
    factor = prices.deflator(price_index, names.values(), base=base)
    if isinstance(factor, NotEstimable):
        return survey, None
    times = days.map({month: factor[name] for month, name in names.items()}).astype("float64")
    return survey.assign(**{name: survey[name].astype("float64") * times for name in amounts}), base


def _is_money(name: str, variables: pd.DataFrame) -> bool:
    described = describe_measure(name, variables)
    return described is not None and described[2] == "money"
