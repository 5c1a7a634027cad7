"""Poverty: the classes of expenditure per head, and the words for what they are measured by."""

from __future__ import annotations

from pasar_nb.language import Message, Number, _

# World Bank 2019, Aspiring Indonesia: Expanding the Middle Class; used by BPS (statement of 30 April 2025).
# BPS has no "very poor" among them: "miskin ekstrem" is set by an international line, not by the district's.
CLASS_BOUNDS = (1.0, 1.5, 3.5, 17.0)  # times the poverty line
POOR_CLASS = "miskin"
POVERTY_CLASS_LABELS: dict[str, Message] = {
    POOR_CLASS: _("Miskin"),
    "rentan_miskin": _("Rentan miskin"),
    "menuju_menengah": _("Menuju kelas menengah"),
    "menengah": _("Kelas menengah"),
    "atas": _("Kelas atas"),
}
POVERTY_BASIS_LABELS: dict[str, Message] = {"belanja": _("Belanja"), "pendapatan": _("Pendapatan")}
"""What is held against the poverty line; BPS takes expenditure."""
MOMENT_LABELS: dict[str, Message] = {"awal": _("Survei awal"), "akhir": _("Survei terakhir")}
"""Baseline, and the last wave of the same households."""
ABOVE_WAGE = "di_atas_umk"
WAGE_LABELS: dict[str, Message] = {
    "sampai_umk": _("Sampai dengan UMK"),
    ABOVE_WAGE: _("Di atas UMK"),
}
"""Household income against the district minimum wage."""
JOINED = ":"  # between the lowest and the highest of several classes that are shown as one


def class_label(code: str) -> Message:
    """Name a class of expenditure, or several adjacent ones shown as one (``rentan_miskin:atas``)."""
    first, _joined, last = code.partition(JOINED)
    if not last:
        return POVERTY_CLASS_LABELS[first]
    if (first, last) == (list(POVERTY_CLASS_LABELS)[1], "atas"):
        return _("Tidak miskin")
    if last == "atas":
        return _("{first} ke atas", first=POVERTY_CLASS_LABELS[first])
    return _("{first} sampai {last}", first=POVERTY_CLASS_LABELS[first], last=POVERTY_CLASS_LABELS[last])


def class_limits(code: str) -> Message:
    """Say how many times the poverty line a class reaches from and to."""
    first, _joined, last = code.partition(JOINED)
    codes = list(POVERTY_CLASS_LABELS)
    start, end = codes.index(first), codes.index(last or first)
    if start == 0:
        return _("kurang dari {high}", high=_times(CLASS_BOUNDS[end]))
    if end < len(CLASS_BOUNDS):
        return _("{low} sampai {high}", low=_times(CLASS_BOUNDS[start - 1]), high=_times(CLASS_BOUNDS[end]))
    if start == end:
        return _("lebih dari {low}", low=_times(CLASS_BOUNDS[start - 1]))
    return _("{low} atau lebih", low=_times(CLASS_BOUNDS[start - 1]))


def _times(bound: float) -> Number:
    return Number(bound, 0 if bound == int(bound) else 1)
