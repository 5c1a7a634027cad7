"""The whole relation between support received and the change of outcomes in one call."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.association.doses import by_dose
from pasar_nb.analysis.association.family import correlate_family, primary_or_reason
from pasar_nb.analysis.association.numbering import in_numbers
from pasar_nb.analysis.association.participants import Participants, match
from pasar_nb.analysis.association.results import (
    CORRELATION,
    Association,
    Correlations,
    Family,
    Untested,
    Window,
)
from pasar_nb.analysis.association.support import CONTACTS, Support, receive, too_alike
from pasar_nb.analysis.association.tested import row_of, untestable, untestable_people
from pasar_nb.analysis.chance import SEED
from pasar_nb.analysis.change.results import Outcome
from pasar_nb.analysis.few import level_told
from pasar_nb.analysis.households import finished, with_measures
from pasar_nb.analysis.multiple_tests import holm
from pasar_nb.errors import UsageError
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import SUPPORT_LABELS

DRAWS = 999  # of the wild bootstrap behind the mean change of each dose
LEAST_DRAWS = 100
COLUMNS = ["measure", "n", *CORRELATION]
_NO_VARIABLES = pd.DataFrame(columns=["variabel", "nama", "satuan", "jenis", "arah"], dtype="str")
_NO_PRICES = pd.DataFrame(columns=["bulan", "ihk", "tahun_dasar"])


def correlate(
    households: pd.DataFrame,
    survey: pd.DataFrame,
    support: pd.DataFrame,
    *,
    outcome: str | Outcome | NotEstimable,
    variables: pd.DataFrame = _NO_VARIABLES,
    price_index: pd.DataFrame | None = None,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Association:
    """Correlate the support that participants received with the change of outcomes.

    Parameters
    ----------
    households, survey, support, variables, price_index
        Tables `rumah_tangga`, `survei`, `pendampingan`, `variabel` and `ihk` of the contract. They are not
        changed.
    outcome
        The primary one: as the analysis of change found it (`HouseholdChange.outcome`), or a column of
        `survei` or a derived measure. Amounts of rupiah are compared in real rupiah.
    draws, seed
        Of the wild bootstrap behind the mean change of each dose; the correlations need no draws.

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
    prices = _NO_PRICES if price_index is None else price_index
    households, survey, support = in_numbers(households, survey, support)
    survey, _unfinished = finished(survey, households)
    measured = with_measures(survey)
    primary = primary_or_reason(outcome, households, measured, variables, prices)
    asked = (households, measured, support, variables, prices)
    if isinstance(primary, NotEstimable):
        return _unknown(primary, correlate_family(*asked, primary=None))
    people = match(households, measured, prices, primary)
    got = receive(people.table["id_rt"], people.waves, survey, support)
    family = correlate_family(*asked, primary=(people, got))
    reason = _nothing_to_correlate(people, support, got)
    return Association(
        outcome=primary.name,
        label=primary.label,
        waves=people.waves,
        real_base=primary.real_base,
        unreal=None if primary.nominal_reason is None else NotEstimable(primary.nominal_reason),
        n=len(people.table),
        window=got.window,
        correlations=_correlate_each(people, got) if reason is None else NotEstimable(reason),
        family=family,
        doses=by_dose(people, got.measures[CONTACTS], draws=draws, seed=seed)
        if reason is None
        else NotEstimable(reason),
        received=_received(got.measures),
    )


def _unknown(reason: NotEstimable, family: Family | NotEstimable) -> Association:
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
        family=family,
        doses=reason,
        received=_received(pd.DataFrame(columns=list(SUPPORT_LABELS), dtype="float64")),
    )


def _nothing_to_correlate(people: Participants, support: pd.DataFrame, got: Support) -> Message | None:
    if support.empty:
        return _("Tabel pendampingan belum ada atau kosong, sehingga dukungan yang diterima tidak diketahui.")
    reason = untestable_people(people)
    if reason is None and not got.window.inside:
        return _("Tidak ada pertemuan yang tercatat di antara kedua survei.")
    return reason


def _correlate_each(people: Participants, got: Support) -> Correlations:
    reasons = {name: untestable(people, got, name) for name in SUPPORT_LABELS}
    tested = [name for name, reason in reasons.items() if reason is None]
    before = people.table["before"]
    testable_before = CONTACTS in tested and too_alike(before) is None
    return Correlations(
        untested=tuple(Untested(name, reason) for name, reason in reasons.items() if reason is not None),
        clusters=int(people.clusters.max()) + 1 if people.grouped else None,
        table=_with_holm([row_of(people, got.measures[name], people.change) for name in tested]),
        at_baseline=pd.DataFrame(
            [row_of(people, got.measures[CONTACTS], before)] if testable_before else [],
            columns=COLUMNS[:-1],
        ).astype(_numeric(COLUMNS[:-1])),
    )


def _with_holm(rows: list[dict[str, object]]) -> pd.DataFrame:
    """Add Holm's correction for the number of rows."""
    table = pd.DataFrame(rows, columns=COLUMNS).astype(_numeric(COLUMNS))
    return table.assign(p_holm=holm(table["p_value"].to_numpy(dtype="float64")))


def _numeric(columns: list[str]) -> dict[str, str]:
    return {name: "str" if name == "measure" else "int64" if name == "n" else "float64" for name in columns}


def _received(measures: pd.DataFrame) -> pd.DataFrame:
    known = measures.notna().sum()
    return pd.DataFrame(
        {
            "measure": pd.Series(list(measures.columns), dtype="str"),
            "n": known.to_numpy(dtype=np.int64),
            "mean": measures.mean().to_numpy(),
            "median": measures.median().to_numpy(),
            "exposing": np.array([level_told(_answered(measures[name])) for name in measures], dtype=bool),
        }
    )


def _answered(values: pd.Series[float]) -> Floats:
    return np.asarray(values.dropna(), dtype="float64")
