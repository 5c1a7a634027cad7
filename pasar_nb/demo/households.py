"""The households of a district: groups in villages, their heads, and the social register's decile."""

from __future__ import annotations

import hashlib

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pasar_nb.demo.setting import Drawn, Setting
from pasar_nb.demo.story import People

GROUP_SIZE = 17  # a POKMAS has 10-25 members
GROUP_JITTER = 6
LEAST_PER_ARM = 5  # groups: with fewer, arms cannot be told from their groups
EDUCATION = ("tidak sekolah", "SD", "SMP", "SMA", "perguruan tinggi")
EDUCATION_SHARES = (0.09, 0.44, 0.26, 0.18, 0.03)  # heads of poor rural households
DECILES = (1, 2, 3, 4)
DECILE_SHARES = (0.10, 0.44, 0.34, 0.12)  # decile 2 first, then 3: Juknis APP Jawa Timur
DISABLED = 0.04
AGE_MEAN, AGE_SPREAD, AGE_LOW, AGE_HIGH = 44, 11, 21, 75
UNKNOWN = 0.01  # share of heads whose education nobody wrote down
REGISTER, REGISTER_PERIOD = "DTSEN", "2025-07"
ENTRY_DAYS = 45  # participants join in the weeks before the programme starts


def households(setting: Setting) -> Drawn:
    """Draw the table of households."""
    people, n = setting.story.people, setting.households
    groups = _groups(people, n, setting.stream("kelompok"))
    frame = groups.assign(id_rt=_pseudonyms(setting)).join(_heads(people, n, setting.stream("kepala")))
    frame["tanggal_masuk"] = _entry(setting, frame["studi"])
    truth = {
        "jumlah": n,
        "kelompok": int(groups["id_kelompok"].nunique()),
        "peserta": int((frame["studi"] == "peserta").sum()),
        "pembanding": int((frame["studi"] == "pembanding").sum()),
    }
    return Drawn({"rumah_tangga": frame}, {"rumah_tangga": truth})


def _groups(people: People, n: int, rng: np.random.Generator) -> pd.DataFrame:
    """Give every household its group, village and study arm; whole groups take part or do not."""
    sizes = _sizes(n, rng)
    compared = _compared(len(sizes), people.comparison)
    takes_part = np.arange(len(sizes)) < len(sizes) - compared
    homes = [_home(people, bool(part), rng) for part in takes_part]
    names = [
        f"POKMAS-{k + 1:02d}" if part else f"PEMBANDING-{k + 1:02d}" for k, part in enumerate(takes_part)
    ]
    group = np.repeat(np.arange(len(sizes)), sizes)
    return pd.DataFrame(
        {
            "id_kelompok": np.array(names)[group],
            "kecamatan": np.array([area for area, _ in homes])[group],
            "desa": np.array([village for _, village in homes])[group],
            "studi": np.where(takes_part, "peserta", "pembanding")[group],
        }
    )


def _compared(groups: int, share: float) -> int:
    """Count the groups that do not take part: their share, but five in each arm where there are ten."""
    wanted = round(groups * share)
    if not wanted or groups < 2 * LEAST_PER_ARM:
        return wanted
    return min(max(wanted, LEAST_PER_ARM), groups - LEAST_PER_ARM)


def _sizes(n: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """Split n households into groups of about `GROUP_SIZE`, each given as much as its neighbour loses."""
    groups = max(2, round(n / GROUP_SIZE)) if n > 1 else 1
    sizes = np.full(groups, n // groups)
    sizes[: n % groups] += 1
    reach = min(GROUP_JITTER, max(n // groups - 1, 0))
    half = groups // 2
    moved = rng.integers(-reach, reach + 1, half)
    sizes[:half] += moved
    sizes[half : 2 * half] -= moved
    return sizes


def _home(people: People, takes_part: bool, rng: np.random.Generator) -> tuple[str, str]:
    areas = list(people.areas)
    candidates = areas[:1] if takes_part or len(areas) == 1 else areas[1:]
    area = str(rng.choice(candidates))
    return area, str(rng.choice(people.areas[area]))


def _pseudonyms(setting: Setting) -> list[str]:
    """Make pseudonyms as the pseudonymisation of real ids does: a hash, here of seed, district and number.

    The first of the twelve signs is a letter, so that no pseudonym can look like a telephone number; and
    there are enough of them that 514 districts do not share one by chance.
    """
    names = []
    for number in range(setting.households):
        text = f"{setting.seed}/{setting.story.code}/{number}"
        digest = hashlib.sha256(text.encode()).hexdigest()
        letter = "abcdef"[int(digest[0], 16) % 6]
        names.append(f"RT-{letter}{digest[1:12]}")
    return names


def _heads(people: People, n: int, rng: np.random.Generator) -> pd.DataFrame:
    """Draw what is known of the heads of households."""
    education = rng.choice(EDUCATION, n, p=EDUCATION_SHARES).astype(object)
    education[rng.random(n) < UNKNOWN] = ""
    age = np.clip(rng.normal(AGE_MEAN, AGE_SPREAD, n).round(), AGE_LOW, AGE_HIGH).astype(int)
    return pd.DataFrame(
        {
            "jenis_kelamin_kk": np.where(rng.random(n) < people.women, "P", "L"),
            "usia_kk": age,
            "pendidikan_kk": education,
            "disabilitas": rng.random(n) < DISABLED,
            "kelompok_adat": np.where(rng.random(n) < people.custom_share, people.custom, ""),
            "desil": rng.choice(DECILES, n, p=DECILE_SHARES),
            "register": REGISTER,
            "periode_register": REGISTER_PERIOD,
        }
    )


def _entry(setting: Setting, arm: pd.Series[str]) -> pd.Series[pd.Timestamp]:
    days = setting.stream("tanggal_masuk").integers(1, ENTRY_DAYS + 1, len(arm))
    joined = pd.Timestamp(setting.story.programme.start) - pd.to_timedelta(days, unit="D")
    return pd.Series(joined, index=arm.index).where(arm == "peserta")
