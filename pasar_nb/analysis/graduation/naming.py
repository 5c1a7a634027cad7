"""What figures, tables and sentences call a criterion, a wave and a level."""

from __future__ import annotations

from collections.abc import Mapping

from pasar_nb.analysis.graduation.criteria import FIXED, OF_HOUSEHOLD, PER_HEAD
from pasar_nb.analysis.graduation.standing import Criteria, Levels, Wave
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Money, Month, Number, Value, _
from pasar_nb.vocabulary import GRADUATION_LEVEL_LABELS, UNKNOWN_LEVEL, UNKNOWN_LEVEL_LABEL

FEW_IN_GROUPS = NotEstimable(
    _("Tiap kelompok berisi terlalu sedikit rumah tangga, sehingga perbandingannya tidak ditampilkan.")
)
FEW_MOVES = NotEstimable(
    _(
        "Tiap perpindahan antartingkat dialami terlalu sedikit rumah tangga, sehingga matriksnya hanya "
        "ditampilkan kepada pemilik data."
    )
)
FEW_AT_STEPS = NotEstimable(
    _("Banyaknya rumah tangga pada tiap langkah terlalu kecil untuk ditampilkan kepada umum.")
)
FEW_TO_JUDGE = NotEstimable(
    _("Terlalu sedikit rumah tangga untuk menampilkan kriteria mana yang belum dipenuhi.")
)

_SIGNS = {">=": "≥", "<=": "≤", "=": "="}


def criterion_name(criteria: Criteria, place: int) -> Message:
    """Name a criterion together with its threshold, which tells it from the same one at another level."""
    row = _row(criteria, place)
    return _("{name} ({condition})", name=str(row["nama"]), condition=condition(row))


def condition(row: Mapping[str, object]) -> Message:
    """Say what a criterion asks for, in the words of the district's table."""
    if row["operator"] == "ya":
        return _("ya")
    sign, factor = _SIGNS[str(row["operator"])], float(str(row["ambang"]))
    if row["acuan"] == FIXED:
        money = row["variabel"] in PER_HEAD | OF_HOUSEHOLD
        value: Value = Money(factor) if money else plain_number(factor)
        return _("{sign}\u00a0{value}", sign=sign, value=value)
    times = plain_number(factor)
    if row["acuan"] == "kali_umk":
        return _("{sign}\u00a0{times}\u00a0×\u00a0UMK", sign=sign, times=times)
    if row["per_member"]:
        return _("{sign}\u00a0{times}\u00a0×\u00a0garis kemiskinan × jumlah anggota", sign=sign, times=times)
    return _("{sign}\u00a0{times}\u00a0×\u00a0garis kemiskinan", sign=sign, times=times)


def plain_number(value: float) -> Number:
    """Write a number with as many decimals as it needs, two at most."""
    decimals = next((one for one in (0, 1) if abs(value - round(value, one)) < 1e-9), 2)
    return Number(value, decimals)


def level_name(level: str) -> Message:
    """Name a level, the unknown one among them."""
    return UNKNOWN_LEVEL_LABEL if level == UNKNOWN_LEVEL else GRADUATION_LEVEL_LABELS[level]


def wave_name(levels: Levels, number: int) -> Message:
    """Name a wave with its months: ``gelombang 2 (Agustus 2025)``."""
    wave = next(one for one in levels.waves if one.wave == number)
    if number == 0:
        return _("survei awal ({months})", months=_months(wave))
    return _("gelombang {number} ({months})", number=number, months=_months(wave))


def wave_in_short(levels: Levels, number: int) -> Message:
    """Name a wave and its months in a note: ``2: Agustus 2025``."""
    wave = next(one for one in levels.waves if one.wave == number)
    return _("{number}: {months}", number=number, months=_months(wave))


def _months(wave: Wave) -> Message:
    if wave.first == wave.last:
        return _("{month}", month=Month(wave.first))
    return _("{first} sampai {last}", first=Month(wave.first), last=Month(wave.last))


def _row(criteria: Criteria, place: int) -> dict[str, object]:
    return {str(name): value for name, value in criteria.table.loc[place].items()}
