"""Sentences on the change of the participants; without a comparison group it only *changed*."""

from __future__ import annotations

import math
from typing import Any

from pasar_nb.analysis.change.effects import FENCE
from pasar_nb.analysis.change.estimation import Estimate
from pasar_nb.analysis.change.results import Comparison, HouseholdChange, Outcome, PairedChange
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Value, _, paragraph
from pasar_nb.prose.change.words import between, count_of, evidence, in_sentence, measure, method, per_cent
from pasar_nb.vocabulary import SMALL_SAMPLE


def paired(shown: Released[HouseholdChange]) -> Message | NotEstimable:
    """Say how much the outcome of the participants changed, relative to what, and how sure that is."""
    found = shown.result.paired
    if isinstance(found, NotEstimable):
        return found
    said = [paired_in_short(found), *detectable(found.estimate, found.outcome), *small(found.small)]
    return paragraph(*said, *(_without_outliers(found) or robust(found)), method(found.estimate))


def paired_in_short(found: PairedChange, *, unit: bool = True) -> Message:
    """Say the mean change of the participants in one sentence, with or without the outcome's unit."""
    outcome = found.outcome
    values: dict[str, Value] = {
        "measure": measure(outcome) if unit else outcome.label,
        "between": between(outcome),
        "amount": outcome.amount(abs(found.estimate.value)),
        "evidence": evidence(outcome, found.estimate, found.n),
    }
    if not found.estimate.significant:
        return _(
            "Tidak terlihat perubahan yang jelas pada {label} peserta {between}: rata-rata {change} "
            "({evidence}).",
            label=in_sentence(outcome),
            change=outcome.amount(found.estimate.value),
            between=values["between"],
            evidence=values["evidence"],
        )
    if found.estimate.value > 0:
        return _("{measure} peserta naik rata-rata {amount} {between} ({evidence}).", **values)
    return _("{measure} peserta turun rata-rata {amount} {between} ({evidence}).", **values)


def relative(shown: Released[HouseholdChange]) -> Message | NotEstimable:
    """Say the main change as a share, which can be compared between districts, and in nominal rupiah."""
    main = shown.result.main
    if isinstance(main, NotEstimable):
        return main
    return paragraph(_as_share(main), *_read_otherwise(main), *_nominal(main))


def detectable(estimate: Estimate, outcome: Outcome) -> list[Message]:
    """Say beside an unclear change how large it would have had to be to be found."""
    if estimate.significant:
        return []
    return [
        _(
            "Data sebanyak ini baru dapat menemukan perubahan sebesar {least} atau lebih dengan peluang 80%.",
            least=outcome.amount(estimate.detectable),
        )
    ]


def small(is_small: bool) -> list[Message]:
    """Say that a sample is small."""
    return [_("Sampel kecil: kurang dari {limit} rumah tangga.", limit=SMALL_SAMPLE)] if is_small else []


def robust(found: PairedChange | Comparison) -> list[Message]:
    """Say whether a few extreme changes decide the result."""
    if not found.outliers:
        return []
    if found.same_without_outliers:
        return [_("Tanpa perubahan yang sangat jauh dari yang lain, kesimpulannya sama.")]
    return [
        _(
            "Kesimpulan ini bergantung pada sedikit rumah tangga dengan perubahan yang sangat jauh dari yang "
            "lain; tanpa mereka kesimpulannya berbeda."
        )
    ]


def _without_outliers(found: PairedChange) -> list[Message]:
    """Set the change without outliers beside the one with them, where it may be seen."""
    rows = as_rows(found.without_outliers[found.without_outliers["low"].notna()])
    return [_without(row, found) for row in rows]


def _without(row: dict[str, Any], found: PairedChange) -> Message:
    amount = found.outcome.amount
    values: dict[str, Value] = {
        "left_out": count_of(row["left_out"]),
        "fence": int(FENCE),
        "value": amount(row["value"]),
        "low": amount(row["low"]),
        "high": amount(row["high"]),
        "n": count_of(row["n"]),
    }
    if found.same_without_outliers:
        return _(
            "Tanpa {left_out} rumah tangga yang perubahannya lebih dari {fence} jarak antarkuartil di luar "
            "kuartil, perubahannya {value} (selang 95%: {low} sampai {high}; n = {n}); kesimpulannya sama.",
            **values,
        )
    return _(
        "Tanpa {left_out} rumah tangga yang perubahannya lebih dari {fence} jarak antarkuartil di luar "
        "kuartil, perubahannya {value} (selang 95%: {low} sampai {high}; n = {n}); kesimpulannya berbeda, "
        "sehingga hasil ini bergantung pada sedikit rumah tangga.",
        **values,
    )


def _as_share(main: PairedChange | Comparison) -> Message:
    logged = main.relative
    if isinstance(logged, NotEstimable):
        return logged.reason
    values: dict[str, Value] = {
        "change": per_cent(math.expm1(logged.value)),
        "low": per_cent(math.expm1(logged.low)),
        "high": per_cent(math.expm1(logged.high)),
        "n": count_of(main.n),
    }
    if isinstance(main, Comparison):
        return _(
            "Secara relatif, selisih perubahan peserta dan pembanding {change} (rata-rata geometrik; "
            "selang 95%: {low} sampai {high}; n = {n} rumah tangga).",
            **values,
        )
    return _(
        "Secara relatif, perubahan peserta {change} (rata-rata geometrik; selang 95%: {low} sampai {high}; "
        "n = {n} rumah tangga).",
        **values,
    )


def _read_otherwise(main: PairedChange | Comparison) -> list[Message]:
    """Say that the relative change is clear where the change itself is not, or the other way round."""
    logged = main.relative
    if isinstance(logged, NotEstimable) or logged.significant == main.estimate.significant:
        return []
    if logged.significant:
        return [
            _(
                "Dengan cara hitung ini hasilnya jelas, dalam satuan aslinya tidak; kesimpulan laporan ini "
                "mengikuti satuan asli."
            )
        ]
    return [
        _(
            "Dengan cara hitung ini hasilnya tidak jelas, dalam satuan aslinya jelas; kesimpulan laporan ini "
            "mengikuti satuan asli."
        )
    ]


def _nominal(main: PairedChange | Comparison) -> list[Message]:
    nominal, outcome = main.nominal, main.outcome
    if nominal is None:
        return [] if outcome.nominal_reason is None else [outcome.nominal_reason]
    if isinstance(nominal, NotEstimable):
        return [nominal.reason]
    return [
        _(
            "Dalam rupiah nominal, tanpa memperhitungkan kenaikan harga, angkanya {value} (selang 95%: {low} "
            "sampai {high}; n = {n} rumah tangga).",
            value=outcome.amount(nominal.value),
            low=outcome.amount(nominal.low),
            high=outcome.amount(nominal.high),
            n=count_of(main.n),
        )
    ]
