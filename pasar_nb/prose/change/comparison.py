"""Sentences on the change of the participants against that of the comparison group."""

from __future__ import annotations

from pasar_nb.analysis.change.balance import ADJUST_TO, ALIKE_TO
from pasar_nb.analysis.change.check_results import ArmsTest
from pasar_nb.analysis.change.described import OUTCOME
from pasar_nb.analysis.change.effects import same_conclusion
from pasar_nb.analysis.change.results import Comparison, HouseholdChange, Outcome
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, Number, Value, _, listing, paragraph, paragraphs
from pasar_nb.prose.change.paired import detectable, robust, small
from pasar_nb.prose.change.words import between, count_of, in_sentence, measure, method
from pasar_nb.vocabulary import TRAIT_LABELS, probability


def comparison(shown: Released[HouseholdChange]) -> Message | NotEstimable:
    """Say how much more the participants changed than the comparison group, and what may be read into it."""
    found = shown.result.comparison
    if isinstance(found, NotEstimable):
        return found
    said, firm = [comparison_in_short(found)], []
    if found.claim != "none":
        said += detectable(found.estimate, found.outcome)
        firm = [*_unadjusted(found), *robust(found)]
        said += [_reading()] if found.estimate.significant else []
    return paragraphs(paragraph(*said), paragraph(*firm, *small(found.small), method(found.estimate)))


def comparison_in_short(found: Comparison) -> Message:
    """Say the difference of the changes in one sentence."""
    outcome = found.outcome
    values: dict[str, Value] = {
        "measure": measure(outcome),
        "between": between(outcome),
        "amount": outcome.amount(abs(found.estimate.value)),
        "evidence": _both_arms(found),
    }
    if found.claim == "none":
        return _no_claim(found)
    if not found.estimate.significant:
        return _(
            "Tidak terlihat perbedaan yang jelas antara perubahan {label} peserta dan pembanding {between}: "
            "{change} ({evidence}).",
            label=in_sentence(outcome),
            between=values["between"],
            evidence=values["evidence"],
            change=outcome.amount(found.estimate.value),
        )
    if found.estimate.value > 0:
        return _(
            "{measure}: perubahan peserta {amount} lebih tinggi daripada perubahan pembanding {between} "
            "({evidence}).",
            **values,
        )
    return _(
        "{measure}: perubahan peserta {amount} lebih rendah daripada perubahan pembanding {between} "
        "({evidence}).",
        **values,
    )


def _both_arms(found: Comparison) -> Message:
    """Write the interval with the households of both arms."""
    return _(
        "selang 95%: {low} sampai {high}; n = {own} rumah tangga peserta dan {compared} pembanding",
        low=found.outcome.amount(found.estimate.low),
        high=found.outcome.amount(found.estimate.high),
        own=count_of(found.n_participants),
        compared=count_of(found.n_compared),
    )


def balance(shown: Released[HouseholdChange]) -> Message | NotEstimable:
    """Say how alike the arms were at baseline and what was done about it."""
    found = shown.result.comparison
    if isinstance(found, NotEstimable):
        return found
    gap = _outcome_gap(found)
    said = [] if gap is None else [_outcome_balance(found.outcome, gap)]
    if found.adjusted_for:
        said.append(
            _(
                "Ciri yang berbeda lebih dari {limit} simpangan baku disamakan dalam perhitungan: {traits}.",
                limit=Number(ALIKE_TO, 2),
                traits=listing(InSentence(TRAIT_LABELS[name]) for name in found.adjusted_for),
            )
        )
    return paragraph(*said, *far_apart(found), _together(found.checks.together))


def _together(test: ArmsTest | NotEstimable) -> Message:
    """Say whether all characteristics together differ by more than chance makes."""
    if isinstance(test, NotEstimable):
        return test.reason
    p = probability(test.p_value)
    if test.rejected:
        return _(
            "Bila semua ciri dilihat bersama, perbedaan kedua kelompok lebih besar daripada yang wajar "
            "secara kebetulan ({p}).",
            p=p,
        )
    return _(
        "Bila semua ciri dilihat bersama, perbedaan kedua kelompok belum dapat dibedakan dari kebetulan "
        "({p}).",
        p=p,
    )


def far_apart(found: Comparison) -> list[Message]:
    """Name characteristics, beside the outcome, in which the arms are too different."""
    traits = found.balance[found.balance["trait"] != OUTCOME]
    rows = traits[traits["difference"].abs() > ADJUST_TO]
    if rows.empty:
        return []
    return [
        _(
            "Kedua kelompok berbeda jauh (lebih dari {limit} simpangan baku) menurut {traits}; bacalah "
            "perbandingannya dengan hati-hati.",
            limit=Number(ADJUST_TO, 2),
            traits=listing(InSentence(TRAIT_LABELS[str(name)]) for name in rows["trait"]),
        )
    ]


def _outcome_gap(found: Comparison) -> float | None:
    rows = found.balance[found.balance["trait"] == OUTCOME]["difference"].dropna()
    return None if rows.empty else float(rows.iloc[0])


def _outcome_balance(outcome: Outcome, gap: float) -> Message:
    values: dict[str, Value] = {"label": in_sentence(outcome), "gap": Number(abs(gap), 2)}
    if abs(gap) <= ALIKE_TO:
        return _(
            "Pada survei awal, {label} peserta dan pembanding hampir sama ({gap} simpangan baku).", **values
        )
    if abs(gap) <= ADJUST_TO:
        return _(
            "Pada survei awal, {label} peserta dan pembanding berbeda {gap} simpangan baku; perbedaan "
            "sebesar itu hilang dengan membandingkan perubahannya, bukan tingkatnya.",
            **values,
        )
    return _(
        "Pada survei awal, {label} peserta dan pembanding sudah berbeda {gap} simpangan baku, melampaui "
        "batas {limit}.",
        limit=Number(ADJUST_TO, 2),
        **values,
    )


def _no_claim(found: Comparison) -> Message:
    values: dict[str, Value] = {
        "change": found.outcome.amount(found.estimate.value),
        "evidence": _both_arms(found),
    }
    if found.barrier == "underway":
        return _(
            "Program sudah berjalan pada survei awal, sehingga selisih perubahan peserta dan pembanding "
            "tidak dipakai untuk menyimpulkan apa pun: {change} ({evidence}).",
            **values,
        )
    if found.barrier == "pretrend":
        return _(
            "Peserta dan pembanding sudah bergerak ke arah yang berbeda sebelum program dimulai, sehingga "
            "selisih perubahannya tidak dipakai untuk menyimpulkan apa pun: {change} ({evidence}).",
            **values,
        )
    return _(
        "Peserta dan pembanding sudah terlalu berbeda pada survei awal, sehingga selisih perubahannya tidak "
        "dipakai untuk menyimpulkan apa pun: {change} ({evidence}).",
        **values,
    )


def _unadjusted(found: Comparison) -> list[Message]:
    """Say what the comparison would be without adjustment, and whether that says the same."""
    if not found.adjusted_for:
        return []
    plain, outcome = found.unadjusted, found.outcome
    values: dict[str, Value] = {
        "value": outcome.amount(plain.value),
        "low": outcome.amount(plain.low),
        "high": outcome.amount(plain.high),
    }
    if same_conclusion(found.estimate, found.unadjusted):
        return [
            _(
                "Tanpa menyamakan ciri awal, selisihnya {value} (selang 95%: {low} sampai {high}); "
                "kesimpulannya sama.",
                **values,
            )
        ]
    return [
        _(
            "Tanpa menyamakan ciri awal, selisihnya {value} (selang 95%: {low} sampai {high}); kesimpulannya "
            "berbeda, sehingga hasil ini belum kokoh.",
            **values,
        )
    ]


def _reading() -> Message:
    return _(
        "Selisih ini boleh dibaca sebagai hasil program hanya bila tanpa program kedua kelompok akan berubah "
        "sama besar."
    )
