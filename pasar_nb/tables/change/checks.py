"""Tables of what was checked of the comparison, and of the difference of the arms in every wave."""

from __future__ import annotations

import math

import pandas as pd

from pasar_nb.analysis.change.check_results import (
    Ancova,
    ArmsTest,
    LeeBounds,
    Placebo,
    PreTrend,
    SinceLast,
)
from pasar_nb.analysis.change.described import OUTCOME
from pasar_nb.analysis.change.estimation import Estimate
from pasar_nb.analysis.change.results import Comparison, HouseholdChange, Outcome
from pasar_nb.analysis.change.validity import CHECKS, DECIDING, FIRMNESS, Check, Verdict, verdicts
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Number, Value, _
from pasar_nb.tables.change.people import unit_note, value_kind
from pasar_nb.tables.columns import column_of, labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import probability

_CHECK_LABELS: dict[Check, Message] = {
    "baseline": _("Hasil utama serupa pada survei awal"),
    "together": _("Semua ciri bersama pada survei awal"),
    "before": _("Survei awal sebelum program"),
    "pretrend": _("Arah yang sama sebelum program"),
    "placebo": _("Perbandingan semu sebelum program"),
    "since_last": _("Sejak survei terakhir sebelum program"),
    "permuted": _("Pembagian acak kelompok (permutasi)"),
    "unadjusted": _("Tanpa menyamakan ciri awal"),
    "outliers": _("Tanpa perubahan yang sangat jauh dari yang lain"),
    "ancova": _("Dari tingkat awal yang sama (ANCOVA)"),
    "lee": _("Bila yang hilang tidak seimbang (batas Lee)"),
}
_VERDICT_LABELS: dict[Verdict, Message] = {
    "passes": _("lolos"),
    "fails": _("tidak lolos"),
    "informs": _("hanya keterangan"),
    "unchecked": _("tidak dapat diperiksa"),
}
_DECIDES, _SUPPORTS, _INFORMS = _("menentukan"), _("menguatkan"), _("keterangan")
_SINCE_BASELINE = {
    None: _("survei awal dianggap yang terakhir sebelum program"),
    False: _("survei awal ialah yang terakhir sebelum program"),
    True: _("tidak ada survei sebelum program"),
}
"""Why the comparison is not made from a later wave, by whether the programme already ran at the baseline."""

_PHASE_LABELS = {
    "before": _("sebelum program"),
    "reference": _("terakhir sebelum program (acuan)"),
    "after": _("sejak program"),
}


def checks(shown: Released[HouseholdChange]) -> DisplayTable | NotEstimable:
    """Show every check with its result, its verdict and its part in what may be claimed."""
    found = shown.result.comparison
    if isinstance(found, NotEstimable):
        return found
    judged = verdicts(found)
    names = pd.Series(list(CHECKS))
    return DisplayTable(
        name="pemeriksaan",
        title=_("Pemeriksaan atas perbandingan peserta dan pembanding"),
        columns=(
            DisplayColumn("check", _("Pemeriksaan")),
            DisplayColumn("result", _("Hasil")),
            DisplayColumn("verdict", _("Bacaan")),
            DisplayColumn("role", _("Peran")),
        ),
        frame=pd.DataFrame(
            {
                "check": labelled(names, _CHECK_LABELS),
                "result": column_of([_result(name, found) for name in CHECKS], names.index),
                "verdict": column_of([_VERDICT_LABELS[judged[name]] for name in CHECKS], names.index),
                "role": column_of([_role(name) for name in CHECKS], names.index),
            }
        ),
        note=_(
            "Menentukan: bila tidak lolos, tidak ada kesimpulan tentang program. Menguatkan: bila tidak "
            "lolos, hasilnya belum kokoh. p: peluang perbedaan sebesar ini bila sebenarnya tidak ada; lolos "
            "dan tidaknya dinilai pada taraf 5%. {unit}",
            unit=unit_note(found.outcome),
        ),
    )


def event_study(shown: Released[HouseholdChange]) -> DisplayTable | NotEstimable:
    """Show the difference of the arms in every wave."""
    found = shown.result.event_study
    if isinstance(found, NotEstimable):
        return found
    kind, decimals = value_kind(found.outcome)
    return DisplayTable(
        name="jalur_gelombang",
        title=_("{label}: selisih peserta dan pembanding pada tiap survei", label=found.outcome.label),
        columns=(
            DisplayColumn("wave", _("Gelombang"), "integer"),
            DisplayColumn("month", _("Bulan"), "month"),
            DisplayColumn("period", _("Masa")),
            DisplayColumn("n", _("n peserta"), "integer"),
            DisplayColumn("n_compared", _("n pembanding"), "integer"),
            DisplayColumn("value", _("Selisih perubahan"), kind, decimals),
            DisplayColumn("low", _("Batas bawah 95%"), kind, decimals),
            DisplayColumn("high", _("Batas atas 95%"), kind, decimals, interval=_("Selang 95%")),
        ),
        frame=_against_reference(found.table),
        note=_(
            "Perubahan sejak survei acuan, peserta dikurangi pembanding, pada rumah tangga yang tercatat "
            "pada keduanya. Tiap selang berlaku sendiri-sendiri. {unit}",
            unit=unit_note(found.outcome),
        ),
    )


def _against_reference(table: pd.DataFrame) -> pd.DataFrame:
    """Name the phases; the reference wave is nought by definition, which is no estimate with an interval."""
    reference = table["phase"] == "reference"
    ends = {name: table[name].mask(reference) for name in ("value", "low", "high")}
    return table.assign(**ends, period=labelled(table["phase"], _PHASE_LABELS))


def _role(name: Check) -> Message:
    return _DECIDES if name in DECIDING else _SUPPORTS if name in FIRMNESS else _INFORMS


def _result(name: Check, found: Comparison) -> Message:
    """Write what a check found, or why it cannot be made."""
    if name == "baseline":
        return _baseline(found)
    if name == "unadjusted":
        return (
            _estimate(found.unadjusted, found.outcome)
            if found.adjusted_for
            else _("tidak ada yang disamakan")
        )
    if name == "outliers":
        return _outliers(found)
    if name == "before":
        return _before(found.checks.underway)
    one = getattr(found.checks, name)
    if name in ("placebo", "since_last") and one == found.checks.pretrend:
        return _("seperti baris di atas")
    if one is None:
        return _SINCE_BASELINE[found.checks.underway]
    if isinstance(one, NotEstimable):
        return one.reason
    return _written(one, found.outcome)


def _written(
    one: ArmsTest | PreTrend | Placebo | SinceLast | Ancova | LeeBounds, outcome: Outcome
) -> Message:
    if isinstance(one, ArmsTest):
        return _tested(one)
    if isinstance(one, PreTrend):
        return _tested(one.test)
    if isinstance(one, LeeBounds) and math.isnan(one.low):
        return _("tidak ditampilkan")
    if isinstance(one, LeeBounds):
        return _(
            "{low} sampai {high}; selang 95%: {from_low} sampai {to_high}",
            low=outcome.amount(one.low),
            high=outcome.amount(one.high),
            from_low=outcome.amount(one.interval_low),
            to_high=outcome.amount(one.interval_high),
        )
    return _estimate(one.estimate, outcome)


def _estimate(found: Estimate, outcome: Outcome) -> Message:
    return _(
        "{value} (selang 95%: {low} sampai {high})",
        value=outcome.amount(found.value),
        low=outcome.amount(found.low),
        high=outcome.amount(found.high),
    )


def _outliers(found: Comparison) -> Message:
    if not found.outliers:
        return _("tidak ada perubahan yang sangat jauh")
    return _("kesimpulan sama") if found.same_without_outliers else _("kesimpulan berbeda")


def _before(underway: bool | None) -> Message:
    if underway is None:
        return _("mulai program tidak dicatat")
    return _("program sudah berjalan") if underway else _("program belum berjalan")


def _tested(test: ArmsTest) -> Message:
    values: dict[str, Value] = {"p": probability(test.p_value), "draws": test.draws}
    if test.reference == "permutation" and test.complete:
        return _("{p}; semua {draws} cara membagi kelompok", **values)
    if test.reference == "permutation":
        return _("{p}; {draws} pembagian acak", **values)
    if test.reference == "signs":
        return _("{p}; {draws} pembalikan arah acak", **values)
    return probability(test.p_value)


def _baseline(found: Comparison) -> Message:
    rows = found.balance[found.balance["trait"] == OUTCOME]["difference"]
    if rows.empty or math.isnan(rows.iloc[0]):
        return _("tidak ditampilkan")
    return _("selisih {gap} simpangan baku; batas 0,25", gap=Number(float(rows.iloc[0]), 2))
