"""Indicators that count people: what is published of them follows the rule for counts of households."""

from __future__ import annotations

from collections.abc import Iterable

UNITS = {
    *("orang", "jiwa", "kk", "rt", "keluarga", "kepala keluarga", "rumah tangga", "kepala rumah tangga"),
    *("anggota", "anggota rumah tangga", "peserta", "warga", "perempuan", "laki-laki", "pekerja"),
    *("tenaga kerja", "petani", "nelayan", "peternak", "perajin", "penderes"),
}
"""Units, in small letters, whose whole numbers are counts of persons or households."""


def counts_people(unit: str, numbers: Iterable[float]) -> bool:
    """Tell whether an indicator counts persons or households; means such as 3.5 persons do not.

    Parameters
    ----------
    unit
        As the district wrote it.
    numbers
        Everything that was measured, the baseline among it; a target need not be whole.
    """
    words = " ".join(unit.casefold().split())
    return words in UNITS and all(number % 1 == 0 for number in numbers)
