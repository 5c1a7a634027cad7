"""Poverty among the surveyed households: how many are below the line, how far and how unequally."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.clustered_shares import error_of, influence_of, logit_interval
from pasar_nb.analysis.confidence import t_quantile
from pasar_nb.analysis.households import BASELINE, last_wave, with_measures, with_traits
from pasar_nb.errors import UsageError
from pasar_nb.findings import GroupStatistics, NotEstimable, published
from pasar_nb.language import _
from pasar_nb.vocabulary import ARM_LABELS, LEAST_FOR_INFERENCE, PARTICIPANT

MEASURE = "belanja_per_kapita"  # BPS measures poverty by expenditure per head, not by income
ORDERS = (0, 1, 2)  # headcount, gap, severity
_RULE = GroupStatistics(
    # A rate tells its numerator: it is shown only where ten households are poor and ten are not.
    n="poor",
    values=("line", "p0", "low", "high"),
    counts=("households",),
    shares=(("share_households", "poor", "households"),),
    margins=("group", "wave"),
)
_NO_LINE = _(
    "Tabel acuan tidak memuat garis kemiskinan untuk tahun survei awal, sehingga tidak ada hitungan."
)
_NO_SPENDING = _(
    "Belanja lengkap dan jumlah anggota rumah tangga belum dicatat oleh cukup banyak rumah tangga, sehingga "
    "kemiskinan menurut pengeluaran tidak dapat dihitung."
)


@dataclass(frozen=True, slots=True)
class Poverty:
    """Poverty by expenditure in the first and the last wave.

    Attributes
    ----------
    first, last
        The waves; the same where only one can be told.
    table
        A row per group and wave: ``group`` (peserta, pembanding), ``wave``, ``line`` (Rp per person and
        month, of the year of the interviews; the mean where they span two years), ``p0`` (share of persons
        below it), ``low, high`` (its 95 % interval), ``poor`` and ``households`` (counts of households),
        ``share_households``.
    change
        A row per group: ``group``, ``difference`` of p0 (last less first; NaN with one wave), ``low, high``,
        ``poor`` (the smaller of the two waves' counts) and ``households``.
    """

    first: int
    last: int
    table: pd.DataFrame = published(_RULE)
    change: pd.DataFrame = published(
        GroupStatistics(n="poor", values=("difference", "low", "high"), counts=("households",))
    )


def fgt(values: Floats, line: Floats | float, order: int, weights: Floats | None = None) -> float:
    """Compute a poverty index of Foster, Greer and Thorbecke.

    Parameters
    ----------
    values
        Shape (units,): income or expenditure.
    line
        Poverty line, in the same unit; one or one per unit.
    order
        0 headcount, 1 gap, 2 severity.
    weights
        Shape (units,): e.g. members of the household; equal where not given.

    Returns
    -------
    float
        Between 0 and 1.

    Notes
    -----
    Mean of ``(1 - y/z)^order`` over those with y < z, the others counting 0: Foster, Greer and Thorbecke
    1984; Haughton and Khandker 2009, chapter 4. A unit at the line is not poor, as BPS counts.
    """
    if order not in ORDERS:
        raise UsageError(_("order = {order} tidak dikenal; pilih 0, 1 atau 2.", order=order))
    return float(np.average(shortfalls(values, line, order), weights=weights))


def shortfalls(values: Floats, line: Floats | float, order: int) -> Floats:
    """Compute each unit's part of an FGT index: 0 where it is not poor."""
    gap = 1 - np.asarray(values, dtype="float64") / line
    return np.where(gap > 0, np.abs(gap) ** order, 0.0)


def lines_of(acuan: pd.DataFrame, days: pd.Series) -> pd.Series[float]:
    """Look up the poverty line of the year of each interview.

    Parameters
    ----------
    acuan
        Table `acuan` of the contract.
    days
        Days of interview.

    Returns
    -------
    Series
        Rp per person and month; missing for a year without a line.
    """
    lines = acuan.dropna(subset=["garis_kemiskinan"]).drop_duplicates("tahun", keep="last")
    by_year = lines.set_index(lines["tahun"].astype("int64"))["garis_kemiskinan"].astype("float64")
    return pd.to_datetime(days).dt.year.map(by_year).astype("float64")


def headcount(survey: pd.DataFrame, homes: pd.DataFrame, acuan: pd.DataFrame) -> Poverty | NotEstimable:
    """Count the poor by expenditure per head in the first and the last wave.

    Parameters
    ----------
    survey, homes, acuan
        Tables `survei`, `rumah_tangga` and `acuan` of the contract. They are not changed.

    Returns
    -------
    Poverty or NotEstimable
        With both waves, the same households are counted in each. The latter without a poverty line for the
        years of the survey, or with fewer than ten households.

    Notes
    -----
    Persons are counted, as BPS does: households weigh by their members. Amounts are nominal, since the line
    of each year moves with prices. Intervals: linearised ratio with groups as clusters, t with one degree of
    freedom less than clusters, on the logit scale for a level (as in R's ``svyciprop``).
    """
    measured = _measured(survey, homes, acuan)
    if isinstance(measured, NotEstimable):
        return measured
    last = last_wave(measured, MEASURE) or BASELINE
    seen = measured[measured["gelombang"].isin([BASELINE, last])]
    both = seen.groupby("id_rt")["gelombang"].transform("nunique") == (1 if last == BASELINE else 2)
    kept = seen[both]
    groups = [kept[kept["studi"] == arm] for arm in ARM_LABELS]
    enough = [one for one in groups if one["id_rt"].nunique() >= LEAST_FOR_INFERENCE]
    if not enough:
        return NotEstimable(_NO_SPENDING)
    waves = sorted({BASELINE, last})
    return Poverty(
        first=BASELINE,
        last=last,
        table=pd.DataFrame([_level(group, wave) for group in enough for wave in waves]),
        change=pd.DataFrame([_change(group, last) for group in enough]),
    )


def _measured(survey: pd.DataFrame, homes: pd.DataFrame, acuan: pd.DataFrame) -> pd.DataFrame | NotEstimable:
    asked = with_traits(with_measures(survey), homes).dropna(subset=[MEASURE])
    if asked.empty:
        return NotEstimable(_NO_SPENDING)
    lined = asked.assign(line=lines_of(acuan, asked["tanggal"])).dropna(subset=["line"])
    if not (lined["gelombang"] == BASELINE).any():
        return NotEstimable(_NO_LINE)
    return lined.drop_duplicates(["id_rt", "gelombang"])


def _level(group: pd.DataFrame, wave: int) -> dict[str, object]:
    rows = group[group["gelombang"] == wave]
    values, lines = rows[MEASURE].to_numpy(), rows["line"].to_numpy()
    weights = rows["jumlah_anggota"].to_numpy(dtype="float64")
    p0 = fgt(values, lines, 0, weights)
    poor = shortfalls(values, lines, 0)
    error, freedom = error_of(influence_of(poor, weights), rows)
    interval = logit_interval(p0, error, freedom)
    return {
        "group": str(rows["studi"].iloc[0]),
        "wave": wave,
        "line": float(lines.mean()),
        "p0": p0,
        "low": interval.low,
        "high": interval.high,
        "poor": int(poor.sum()),
        "households": len(rows),
        "share_households": float(poor.mean()),
    }


def _change(group: pd.DataFrame, last: int) -> dict[str, object]:
    before, after = (
        group[group["gelombang"] == wave].sort_values("id_rt").reset_index(drop=True)
        for wave in (BASELINE, last)
    )
    parts, poor, rates = [], [], []
    for rows in (before, after):
        weights = rows["jumlah_anggota"].to_numpy(dtype="float64")
        below = shortfalls(rows[MEASURE].to_numpy(), rows["line"].to_numpy(), 0)
        parts.append(influence_of(below, weights))
        poor.append(int(below.sum()))
        rates.append(float(np.average(below, weights=weights)))
    error, freedom = error_of(parts[1] - parts[0], before)
    difference = rates[1] - rates[0] if last != BASELINE else float("nan")
    margin = t_quantile(freedom) * error
    return {
        "group": str(before["studi"].iloc[0]),
        "difference": difference,
        "low": difference - margin,
        "high": difference + margin,
        "poor": min(poor),
        "households": len(before),
    }


def key_figures(poverty: Poverty | NotEstimable) -> dict[str, float | NotEstimable | None]:
    """Collect the participants' share of persons below the line, after disclosure control."""
    names = ("poverty_first", "poverty_last")
    if isinstance(poverty, NotEstimable):
        return dict.fromkeys(names, poverty)
    shares = poverty.table[poverty.table["group"] == PARTICIPANT].set_index("wave")["p0"]
    waves = zip(names, (poverty.first, poverty.last), strict=True)
    return {name: float(shares[wave]) if wave in shares.index else None for name, wave in waves}
