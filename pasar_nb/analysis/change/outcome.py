"""The primary outcome: what it is, in which waves it was measured, and in whose rupiah it is told."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pasar_nb.analysis import prices
from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.change.results import Outcome
from pasar_nb.analysis.households import NO_SURVEY, last_wave, months_of, pair_waves, values_of
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _, verbatim
from pasar_nb.vocabulary import BASELINE, MEASURES, RUPIAH_UNITS, MeasureKind, readable

_KINDS: dict[str, MeasureKind] = {"angka": "number", "skala": "number", "ya_tidak": "share"}


def primary_outcome(
    profile: pd.DataFrame,
    survey: pd.DataFrame,
    homes: pd.DataFrame,
    variables: pd.DataFrame,
    ihk: pd.DataFrame,
) -> Outcome | NotEstimable:
    """Find the outcome that the district named before the last survey, and how it can be told.

    Parameters
    ----------
    profile, homes, variables, ihk
        Tables `profil`, `rumah_tangga`, `variabel` and `ihk` of the contract.
    survey
        Table `survei` with its derived measures.

    Returns
    -------
    Outcome or NotEstimable
        The latter where nobody was asked, no outcome was named, it is no number, or nobody answered it at
        baseline. Another outcome is never put in its place: to choose one afterwards is to choose the result.
    """
    if survey.empty:
        return NO_SURVEY
    named = profile["hasil_utama"].dropna() if "hasil_utama" in profile else pd.Series(dtype="str")
    if named.empty:
        return NotEstimable(
            _(
                "Profil kabupaten tidak menetapkan hasil utama, sehingga tidak ada perubahan yang diuji. "
                "Isi kolom hasil_utama sebelum survei akhir."
            )
        )
    return outcome_of(str(named.iloc[0]), survey, homes, variables, ihk)


def outcome_of(
    name: str, survey: pd.DataFrame, homes: pd.DataFrame, variables: pd.DataFrame, ihk: pd.DataFrame
) -> Outcome | NotEstimable:
    """Find how a measure of the survey can be told as an outcome.

    Parameters
    ----------
    name
        Column of `survei` or derived measure.
    survey, homes, variables, ihk
        Table `survei` with its derived measures, `rumah_tangga`, `variabel` and `ihk`.

    Returns
    -------
    Outcome or NotEstimable
        From the baseline to the wave that `households.last_wave` names; the latter where it is no number, or
        nobody answered it at baseline.
    """
    described = describe_measure(name, variables)
    if described is None:
        return NotEstimable(
            _("Hasil utama ({name}) bukan angka, sehingga tidak ada rata-ratanya.", name=name)
        )
    label, unit, kind = described
    answered = survey.loc[values_of(survey, name).notna(), ["id_rt", "gelombang", "tanggal"]]
    told = set(answered["gelombang"].unique())
    last = last_wave(survey, homes, name)
    if last is None or BASELINE not in told:
        return NotEstimable(
            _("Hasil utama ({label}) tidak tercatat pada survei awal (gelombang 0).", label=label)
        )
    months = (*_months(answered, BASELINE), *_months(answered, last))
    base, reason = _price_base(ihk, answered, kind, (BASELINE, last))
    return Outcome(
        name=name,
        label=label,
        unit=unit,
        kind=kind,
        first=BASELINE,
        last=last,
        months=months,
        real_base=base,
        nominal_reason=reason,
    )


def describe_measure(name: str, variables: pd.DataFrame) -> tuple[Message, Message, MeasureKind] | None:
    """Give label, unit and kind of a column of the survey; None where it is no number."""
    if name in MEASURES:
        return MEASURES[name]
    own = variables[variables["variabel"] == name]
    if own.empty or own["jenis"].iloc[0] not in _KINDS:
        return None
    kind, unit = _KINDS[own["jenis"].iloc[0]], own["satuan"].iloc[0]
    unit = "" if pd.isna(unit) else str(unit)
    title = own["nama"].iloc[0]
    label = verbatim(readable(name) if pd.isna(title) else str(title))
    if kind == "share":
        return label, _("bagian rumah tangga"), kind
    return label, verbatim(unit), "money" if unit in RUPIAH_UNITS else kind


def matched(survey: pd.DataFrame, homes: pd.DataFrame, ihk: pd.DataFrame, outcome: Outcome) -> pd.DataFrame:
    """Match the households that answered in both waves, in the rupiah of the outcome.

    Returns
    -------
    DataFrame
        As `households.pair_waves`, with ``nominal_before`` and ``nominal_after``; ``before`` and ``after``
        are real where the outcome is.
    """
    pairs = pair_waves(survey, homes, outcome.name, first=outcome.first, last=outcome.last)
    pairs = pairs.assign(nominal_before=pairs["before"], nominal_after=pairs["after"])
    if outcome.real_base is None or pairs.empty:
        return pairs
    months = {*pairs["month_before"].unique(), *pairs["month_after"].unique()}
    factor = prices.deflator(ihk, months, base=outcome.real_base)
    if isinstance(factor, NotEstimable):  # the months of these households are among those checked before
        return pairs
    return pairs.assign(
        before=pairs["before"] * factors_of(pairs["month_before"], factor),
        after=pairs["after"] * factors_of(pairs["month_after"], factor),
    )


def factors_of(months: pd.Series[str], factor: pd.Series[float]) -> Floats:
    """Look up the factor of every month, each month once, as a survey has few of them."""
    codes, names = pd.factorize(months)
    found: Floats = np.append(factor.reindex(names).to_numpy(dtype="float64"), np.nan)[codes]
    return found


def _months(answered: pd.DataFrame, wave: int) -> tuple[str, str]:
    days = pd.to_datetime(answered.loc[answered["gelombang"] == wave, "tanggal"])
    return f"{days.min():%Y-%m}", f"{days.max():%Y-%m}"


def _price_base(
    ihk: pd.DataFrame, answered: pd.DataFrame, kind: MeasureKind, waves: tuple[int, int]
) -> tuple[str | None, Message | None]:
    """Choose the last month of interviews as the base, or say why rupiah stay nominal."""
    if kind != "money":
        return None, None
    seen = answered[answered["gelombang"].isin(waves)]
    months = months_of(seen["tanggal"])
    base = str(months.max())
    factor = prices.deflator(ihk, months.unique(), base=base)
    return (None, factor.reason) if isinstance(factor, NotEstimable) else (base, None)
