"""Poverty, its depth and inequality, classes and the minimum wage, before and after, in one call."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Codes
from pasar_nb.analysis.households import NO_SURVEY, SPENDING, finished, with_measures, with_traits
from pasar_nb.analysis.numbering import number_households
from pasar_nb.analysis.poverty.depth import depth_changes, depth_levels, inequality_changes, inequality_levels
from pasar_nb.analysis.poverty.results import LivingStandard, MinimumWage, Poverty
from pasar_nb.analysis.poverty.sample import Arm, Reference, draw_sample
from pasar_nb.analysis.poverty.shares import changes_of, columns_of, join_small, levels_of
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Listing, Message, _
from pasar_nb.vocabulary.poverty import CLASS_BOUNDS, POVERTY_CLASS_LABELS, WAGE_LABELS

MEASURES_OF_BASIS = {"belanja": "belanja_per_kapita", "pendapatan": "pendapatan_per_kapita"}
_NO_SPENDING = _(
    "Pada survei awal, belanja lengkap dan jumlah anggota rumah tangga belum dicatat oleh cukup banyak rumah "
    "tangga, sehingga kemiskinan menurut pengeluaran tidak dapat dihitung."
)
_NO_INCOME = _(
    "Pada survei awal, pendapatan dan jumlah anggota rumah tangga belum dicatat oleh cukup banyak rumah "
    "tangga, sehingga kemiskinan menurut pendapatan tidak dapat dihitung."
)
_NEITHER = _(
    "Pada survei awal, belanja lengkap atau pendapatan bersama jumlah anggota rumah tangga belum dicatat "
    "oleh cukup banyak rumah tangga, sehingga kemiskinan tidak dapat dihitung."
)
_NO_EARNINGS = _(
    "Pada survei awal, pendapatan rumah tangga belum dicatat oleh cukup banyak rumah tangga, sehingga tidak "
    "dapat dibandingkan dengan upah minimum kabupaten."
)
_ASKED = ("id_rt", "gelombang", "tanggal", "jumlah_anggota", "pendapatan_rt", *SPENDING)
_SHARE = ("share", "low", "high", "share_households", "line")
_DEPTH = ("gap", "gap_low", "gap_high", "severity", "severity_low", "severity_high")
_LEVELS = ("group", "moment", "kelas", "n", "households", "part", "whole", *_SHARE, *_DEPTH)
_CHANGES = (
    *("group", "kelas", "n", "households", "difference", "low", "high", "detectable"),
    *(*_DEPTH, "exposing"),
)
_GINI = ("group", "moment", "households", "gini", "low", "high")
_GINI_CHANGES = ("group", "households", "difference", "low", "high")


def assess(survey: pd.DataFrame, homes: pd.DataFrame, acuan: pd.DataFrame) -> LivingStandard:
    """Hold expenditure and income against the poverty line, and household income against the minimum wage.

    Parameters
    ----------
    survey, homes, acuan
        Tables `survei`, `rumah_tangga` and `acuan` of the contract. They are not changed.

    Returns
    -------
    LivingStandard
        Each part is estimated for the same households in the baseline and the last wave, or says why not.

    Notes
    -----
    Persons are counted, as BPS does: households weigh by their members. Amounts are nominal, since the line
    and the wage of each year move with prices. Intervals: `precision`.
    """
    if survey.empty:
        return LivingStandard(spending=NO_SURVEY, income=NO_SURVEY, wage=NO_SURVEY)
    homes, survey = number_households(homes, survey.reindex(columns=list(_ASKED)))
    survey, _unfinished = finished(survey, homes)
    asked = with_traits(with_measures(survey), homes)
    spending = _poverty(asked, "belanja", acuan, _NO_SPENDING)
    income = _poverty(asked, "pendapatan", acuan, _NO_INCOME)
    if spending == NotEstimable(_NO_SPENDING) and income == NotEstimable(_NO_INCOME):
        spending = income = NotEstimable(_NEITHER)
    return LivingStandard(spending=spending, income=income, wage=_wage(asked, acuan))


def _poverty(asked: pd.DataFrame, basis: str, acuan: pd.DataFrame, absent: Message) -> Poverty | NotEstimable:
    against = Reference("garis_kemiskinan", absent, _no_line)
    sample = draw_sample(asked, MEASURES_OF_BASIS[basis], acuan, against, by_members=True)
    if isinstance(sample, NotEstimable):
        return sample
    placed, names = join_small([_classes(arm) for arm in sample.arms], list(POVERTY_CLASS_LABELS))
    levels = levels_of(sample, placed, names)
    changes = changes_of(sample, placed, names)
    return Poverty(
        basis=basis,
        first=sample.first,
        last=sample.last,
        missing=sample.missing,
        classes=columns_of(depth_levels(sample, levels), _LEVELS),
        changes=columns_of(depth_changes(sample, changes), _CHANGES),
        inequality=columns_of(inequality_levels(sample), _GINI),
        inequality_changes=columns_of(inequality_changes(sample), _GINI_CHANGES),
    )


def _wage(asked: pd.DataFrame, acuan: pd.DataFrame) -> MinimumWage | NotEstimable:
    against = Reference("umk", _NO_EARNINGS, _no_wage)
    sample = draw_sample(asked, "pendapatan_rt", acuan, against, by_members=False)
    if isinstance(sample, NotEstimable):
        return sample
    placed = [np.asarray(arm.values > arm.lines, dtype=np.intp) for arm in sample.arms]
    names = list(WAGE_LABELS)
    return MinimumWage(
        first=sample.first,
        last=sample.last,
        missing=sample.missing,
        table=_without_depth(levels_of(sample, placed, names), _LEVELS),
        changes=_without_depth(changes_of(sample, placed, names), _CHANGES),
    )


def _without_depth(rows: list[dict[str, str | float | int]], names: tuple[str, ...]) -> pd.DataFrame:
    return columns_of(rows, names).astype(dict.fromkeys(_DEPTH, "float64"))


def _classes(arm: Arm) -> Codes:
    """Give every household the number of its class; at a bound the class above, at the last the one below."""
    times = arm.values / arm.lines
    *lower, last = CLASS_BOUNDS
    found: Codes = np.sum([times >= bound for bound in lower], axis=0) + (times > last)
    return found


def _no_line(years: Listing) -> Message:
    return _(
        "Garis kemiskinan tahun {years} belum ada dalam tabel acuan, sehingga tidak ada hitungan kemiskinan. "
        "Isilah kolom garis_kemiskinan untuk tahun itu.",
        years=years,
    )


def _no_wage(years: Listing) -> Message:
    return _(
        "Upah minimum kabupaten tahun {years} belum ada dalam tabel acuan, sehingga pendapatan rumah tangga "
        "tidak dapat dibandingkan dengannya. Isilah kolom umk untuk tahun itu.",
        years=years,
    )
