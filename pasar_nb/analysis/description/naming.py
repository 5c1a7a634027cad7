"""Names of waves, groups and questions, as people read them."""

from __future__ import annotations

from pasar_nb.analysis.description.frequencies import OTHER, YES
from pasar_nb.analysis.description.groups import NOT_RECORDED
from pasar_nb.analysis.description.results import Description
from pasar_nb.analysis.measures import Measure
from pasar_nb.language import Message, Money, Month, Quantity, Share, Value, _, verbatim
from pasar_nb.vocabulary import AGE_LABELS, BASELINE, DECILE_LABELS, DISABILITY_LABELS, SEX_LABELS

KIND_LABELS: dict[str, Message] = {
    "sex": _("Jenis kelamin"),
    "disability": _("Disabilitas"),
    "age": _("Usia"),
    "decile": _("Desil kesejahteraan"),
    "village": _("Desa"),
    "group": _("POKMAS"),
    "custom": _("Kelompok adat"),
}
_GROUP_LABELS: dict[str, dict[str, Message]] = {
    "sex": SEX_LABELS,
    "disability": DISABILITY_LABELS,
    "age": AGE_LABELS,
    "decile": DECILE_LABELS,
}


def group_name(kind: str, group: str) -> Message:
    """Name a group; a village, group or custom by its own name."""
    if group == NOT_RECORDED:
        return _("Tidak tercatat")
    labels = _GROUP_LABELS.get(kind, {})
    return labels.get(group) or verbatim(group)


def wave_name(wave: str) -> Message:
    """Name a wave."""
    return _("Survei awal") if int(wave) == BASELINE else _("Gelombang {wave}", wave=wave)


def wave_names(found: Description) -> dict[str, Message]:
    """Name every wave for a text about two of them: the last one as such."""
    names = {str(wave): wave_name(str(wave)) for wave in found.months}
    last = str(max(found.months, default=BASELINE))
    return names if last == str(BASELINE) else names | {last: _("Survei terakhir")}


def answer_name(measure: Measure, answer: str) -> Message:
    """Name an answer: yes, a step of a scale, or a name of the data."""
    if answer == OTHER:
        return _("Lainnya")
    return _("ya") if measure.form == "yes_no" and answer == YES else verbatim(answer)


def measure_name(measure: Measure) -> Message:
    """Name a question with its unit."""
    return (
        _("{label} ({unit})", label=measure.label, unit=measure.unit) if str(measure.unit) else measure.label
    )


def amount_of(measure: Measure, value: float) -> Value:
    """Write a statistic of a question."""
    if measure.form == "yes_no":
        return Share(value)
    if measure.money:
        return Money(value)
    return Quantity(value)


def prices_of(found: Description) -> Message:
    """Say in whose rupiah amounts are."""
    if found.rupiah.base is None:
        return _("Nilai rupiah adalah nominal, belum disesuaikan dengan kenaikan harga.")
    return _("Nilai rupiah adalah rupiah {month}.", month=Month(found.rupiah.base))
