"""Districts on their way out of poverty, each with one thing that people must be told."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any

import numpy as np
import pandas as pd
from exhibit_reading import shown
from graduation_cases import PATH, arranged, assess, contacts, criteria, empty, homes, survey

from pasar_nb.analysis.graduation import Graduation
from pasar_nb.disclosure import Released

Shown = Released[Graduation]

IMAGE = "<img src=x onerror=alert(1)>"
FORMULA = "=cmd|'/C calc'!A0"
BRACES = "belanja {orang} {0} {"
MEMBERS, OTHERS = 240, 90
GROUP_SIZE = 12


@cache
def large_panel() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Three waves of households whose lot improves, with groups, sexes, and a few that are lost."""
    random = np.random.default_rng(5)
    count = MEMBERS + OTHERS
    ids = [f"RT-{at:04d}" for at in range(count)]
    lot = random.normal(0, 0.5, count)
    rows = []
    for wave in range(3):
        spending = 430_000 * np.exp(lot + 0.12 * wave + random.normal(0, 0.2, count))
        income = 1_700_000 * np.exp(lot + 0.15 * wave + random.normal(0, 0.2, count))
        income[random.random(count) < 0.1] = np.nan
        there = random.random(count) < 1 - 0.06 * wave
        rows += [(ids[at], wave, spending[at], income[at]) for at in np.flatnonzero(there)]
    listed = homes(
        ids,
        studi=["peserta"] * MEMBERS + ["pembanding"] * OTHERS,
        id_kelompok=[f"POKMAS-{at // GROUP_SIZE:02d}" for at in range(count)],
        jenis_kelamin_kk=list(random.choice(["L", "P"], count, p=[0.6, 0.4])),
        disabilitas=pd.array(random.random(count) < 0.02, dtype="boolean"),
        desa="Pakel",
    )
    return arranged(pd.DataFrame(rows, columns=["id", "wave", "belanja", "pendapatan_rt"])), listed


@cache
def large(**options: Any) -> Graduation:
    surveyed, listed = large_panel()
    mentored = "\n".join(f"RT-{at:04d} 2023-{9 + at % 3:02d}-01 ya" for at in range(0, MEMBERS, 2))
    came = contacts(f"id_rt tanggal hadir\n{mentored}\nRT-0001 2025-09-01 ya")
    index = pd.DataFrame({"bulan": ["2023-06", "2025-06"], "ihk": [100.0, 106.0], "tahun_dasar": 2022})
    return assess(surveyed, homes=listed, contacts=came, ihk=index, **options)


@cache
def begun() -> Graduation:
    """The interviews of the third wave have just begun."""
    surveyed, listed = large_panel()
    return assess(surveyed[surveyed["gelombang"].lt(2) | surveyed["id_rt"].lt("RT-0004")], homes=listed)


def small() -> Graduation:
    waves = [f"{name} {wave} {500_000 + wave * 90_000} 2500000" for name in "ABCDEF" for wave in range(3)]
    return assess(survey("id wave belanja pendapatan_rt\n" + "\n".join(waves)))


def baseline_only() -> Graduation:
    surveyed, listed = large_panel()
    return assess(surveyed[surveyed["gelombang"] == 0], homes=listed)


def hostile() -> Graduation:
    asked = criteria().assign(nama=[IMAGE, FORMULA, BRACES, BRACES])
    surveyed, listed = large_panel()
    return assess(surveyed, homes=listed, criteria=asked)


def truncated() -> Graduation:
    """Nobody was asked about what `stabil` asks for, `menengah` has no obligatory criterion."""
    path = PATH.replace("pendapatan_rt", "tabungan     ").replace("menengah  ya", "menengah  tidak")
    surveyed, listed = large_panel()
    return assess(surveyed, homes=listed, criteria=criteria(path))


def nothing() -> Graduation:
    return assess(survey("id wave belanja\nA 0 1"), criteria=empty("kriteria_graduasi"))


MADE: dict[str, Callable[[], Graduation]] = {
    "large": large,
    "a third wave begun": begun,
    "small": small,
    "baseline only": baseline_only,
    "hostile names": hostile,
    "a shorter path": truncated,
    "nothing": nothing,
}


def _show(make: Callable[[], Graduation], audience: str) -> Shown:
    return shown(make(), audience)


CASES: dict[str, Callable[[], Shown]] = {
    f"{name}, {audience}": partial(_show, make, audience)
    for name, make in MADE.items()
    for audience in ("public", "internal")
}
