"""Whole districts of which every truth is known, drawn anew for each test of calibration.

A household of k members in group g has in wave t the real income

    INCOME * k**(1 - CROWDING) * growth_t * exp(group_g + household_i + shock_gt + shock_it),

all parts normal and independent, in rupiah of prices 1. What it spends per head is a share of that, with an
error of its own. Whole groups take part or not and the arms come from one distribution, so the mean of the
households surveyed is not the truth: the truths below are those of the population that groups are drawn from,
in closed form. Growth is common to both arms; the programme multiplies the last wave of the participants.
Some of the households are not found again, whoever they are.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import norm

from pasar_nb.analysis.households import SPENDING

BEGINNING = pd.Timestamp("2023-01-16")
PROFILE = {
    "kode_kabupaten": "3503",
    "nama_kabupaten": "Trenggalek",
    "program": "Keperantaraan Pasar",
    "mulai_intervensi": BEGINNING,
    "hasil_utama": "pendapatan_rt",
}
WAVES = (("2022-09", "2022-10", "2022-11"), ("2024-09", "2024-10", "2024-11"))
PIECES = ((2018, "2019-01", "2022-12"), (2022, "2023-01", "2025-06"))  # base year, first and last month

INCOME = 700_000  # Rp per month
MEMBERS, OFTEN = np.array([1, 2, 3, 4, 5, 6]), np.array([0.05, 0.15, 0.25, 0.30, 0.15, 0.10])
CROWDING = 0.3  # the more members, the less there is per head
SPENT, SPENDING_SPREAD = 0.8, 0.25
SHARES = (0.55, 0.08, 0.1, 0.17, 0.04, 0.06)  # of the six kinds of spending
GROUP, HOUSEHOLD, GROUP_SHOCK, SHOCK = 0.15, 0.35, 0.15, 0.27  # standard deviations of logarithms
SPREAD = float(np.sqrt(GROUP**2 + HOUSEHOLD**2 + GROUP_SHOCK**2 + SHOCK**2))  # 0.5: a Gini of 0.28
LOST = 0.1  # share of the households that are not found again

LENGTHS = ((24, 24), (36, 24), (30, 18), (16, 14))  # months before and from the beginning
NOISE = 0.05  # standard deviation of the logarithm of a price around its line and season


@dataclass(frozen=True, slots=True)
class Story:
    """What happens in a district.

    `effect` and `growth` are shares of income, `jump` and `bend` changes of the logarithm of a price at the
    beginning, at once and per year.
    """

    compared: bool
    effect: float = 0.0
    growth: float = 0.0
    jump: float = 0.0
    bend: float = 0.0


@dataclass(frozen=True, slots=True)
class Truth:
    """What an interval should hold.

    Money is in real rupiah of the last month of interviews; `poor_before` and `poor_after` are the shares of
    persons below the line in the population of the participants; level and slope are shares.
    """

    paired: float
    difference: float
    poor_before: float
    poor_after: float
    level: float
    slope: float


@dataclass(frozen=True, slots=True)
class SyntheticDistrict:
    """Tables of the contract by name, and the truth."""

    tables: dict[str, pd.DataFrame]
    truth: Truth


def draw(story: Story, seed: int) -> SyntheticDistrict:
    """Draw a district."""
    place, people, answers, market = (np.random.default_rng([seed, part]) for part in range(4))
    inflation, poor = place.uniform(0.02, 0.08), place.uniform(0.1, 0.4)
    price, lines = prices(inflation), _lines(poor, inflation)
    homes, income, members = _households(story, people)
    survey = _survey(homes, income, members, price, answers)
    tables = {
        "profil": pd.DataFrame([PROFILE]),
        "rumah_tangga": homes,
        "survei": survey,
        "ihk": price_index(price),
        "acuan": lines.rename("garis_kemiskinan").rename_axis("tahun").reset_index().assign(sumber="BPS"),
        "deret": _series(story, price, market),
    }
    before = expected_income() * price[survey["tanggal"].max().strftime("%Y-%m")]
    rise = (1 + story.growth) * (1 + story.effect)
    return SyntheticDistrict(
        tables,
        Truth(
            paired=before * (rise - 1),
            difference=before * (1 + story.growth) * story.effect,
            poor_before=share_poor(lines, price, 0, 1.0),
            poor_after=share_poor(lines, price, 1, rise),
            level=float(np.expm1(story.jump)),
            slope=float(np.expm1(story.bend)),
        ),
    )


def expected_income() -> float:
    """Mean income of a household in the population, where nothing has grown yet; prices 1."""
    return float(INCOME * np.average(MEMBERS ** (1 - CROWDING), weights=OFTEN) * np.exp(SPREAD**2 / 2))


def share_poor(lines: pd.Series, price: pd.Series, wave: int, grown: float) -> float:
    """Share of the persons of the population below the line in a wave; each month of it is as likely."""
    spread = np.hypot(SPREAD, SPENDING_SPREAD)
    typical = np.log(SPENT * INCOME * grown) - CROWDING * np.log(MEMBERS)
    below = [norm.cdf((np.log(lines[int(m[:4])] / price[m]) - typical) / spread) for m in WAVES[wave]]
    return float(np.average(np.mean(below, axis=0), weights=OFTEN * MEMBERS))


def prices(inflation: float) -> pd.Series:
    """Price level by month, with the same months dear every year; 1 is that of January 2022."""
    months = pd.period_range(PIECES[0][1], PIECES[-1][2], freq="M")
    years = (months.asi8 - pd.Period("2022-01", freq="M").ordinal) / 12
    level = (1 + inflation) ** years * np.exp(0.01 * np.sin(2 * np.pi * years))
    return pd.Series(level, index=months.astype("str"))


def price_index(price: pd.Series) -> pd.DataFrame:
    """Table `ihk`: two pieces without a common month, joined by the base year of the newer."""
    year = price.index.str[:4].astype(int)
    first = price[year == int(PIECES[0][1][:4])].mean()  # what the older base means makes no difference
    scales = {PIECES[0][0]: first, PIECES[1][0]: price[year == PIECES[1][0]].mean()}
    return pd.concat(
        [
            pd.DataFrame(
                {"bulan": part.index, "ihk": 100 * part.to_numpy() / scales[base], "tahun_dasar": base}
            )
            for base, part in ((base, price[start:end]) for base, start, end in PIECES)
        ],
        ignore_index=True,
    )


def _lines(poor: float, inflation: float) -> pd.Series:
    """Poverty line of each year, which rises with prices; about this share is below it."""
    spread = np.hypot(SPREAD, SPENDING_SPREAD)
    line = SPENT * INCOME * 4**-CROWDING * np.exp(spread * norm.ppf(poor))
    years = np.arange(2021, 2026)
    return pd.Series(line * (1 + inflation) ** (years - 2022.0), index=years)


def _households(story: Story, random: np.random.Generator) -> tuple[pd.DataFrame, np.ndarray, np.ndarray]:
    """Draw households; real income has shape (households, waves)."""
    arms = ("peserta", "pembanding") if story.compared else ("peserta",)
    counts = [int(random.integers(8, 31)) for _arm in arms]
    sizes = random.integers(4, 19, sum(counts))
    group = np.repeat(np.arange(len(sizes)), sizes)
    arm = np.repeat(np.array(arms), counts)[group]
    lasting = random.normal(0, HOUSEHOLD, len(group))
    logs = random.normal(0, GROUP, len(sizes))[group, np.newaxis] + lasting[:, np.newaxis]
    logs = (
        logs
        + random.normal(0, GROUP_SHOCK, (len(sizes), 2))[group]
        + random.normal(0, SHOCK, (len(group), 2))
    )
    members = random.choice(MEMBERS, len(group), p=OFTEN)
    rise = np.ones((len(group), 2))
    rise[:, 1] = (1 + story.growth) * np.where(arm == "peserta", 1 + story.effect, 1.0)
    homes = pd.DataFrame(
        {
            "id_rt": [f"RT-{place:05d}" for place in range(len(group))],
            "id_kelompok": [f"K{number:02d}" for number in group],
            "studi": arm,
            "jenis_kelamin_kk": np.where(random.random(len(group)) < 0.15, "P", "L"),
            "usia_kk": random.integers(22, 75, len(group)),
            "desil": 1 + np.digitize(lasting + random.normal(0, HOUSEHOLD, len(group)), [-0.4, 0.0, 0.4]),
        }
    )
    return homes, INCOME * members[:, np.newaxis] ** (1 - CROWDING) * rise * np.exp(logs), members


def _survey(
    homes: pd.DataFrame,
    income: np.ndarray,
    members: np.ndarray,
    price: pd.Series,
    random: np.random.Generator,
) -> pd.DataFrame:
    """Ask every household in a month of its group what it earns and spends in the rupiah of that month."""
    codes, names = pd.factorize(homes["id_kelompok"])
    found = random.random(len(homes)) >= LOST
    waves = []
    for wave, months in enumerate(WAVES):
        month = random.choice(np.array(months), len(names))[codes]
        earned = income[:, wave] * price[month].to_numpy()
        spent = SPENT * earned * np.exp(random.normal(0, SPENDING_SPREAD, len(homes)))
        days = random.integers(1, 28, len(homes))
        table = {
            "id_rt": homes["id_rt"],
            "gelombang": wave,
            "tanggal": pd.to_datetime([f"{one}-{day:02d}" for one, day in zip(month, days, strict=True)]),
            "jumlah_anggota": members,
            "pendapatan_rt": earned.round(),
        } | {name: (part * spent).round() for name, part in zip(SPENDING, SHARES, strict=True)}
        waves.append(pd.DataFrame(table)[found | (wave == 0)])
    return pd.concat(waves, ignore_index=True)


def _series(story: Story, price: pd.Series, random: np.random.Generator) -> pd.DataFrame:
    """Draw the price of the commodity: line, season, months that persist, and what the story says."""
    before, after = LENGTHS[int(random.integers(len(LENGTHS)))]
    months = pd.period_range(BEGINNING.to_period("M") - before, periods=before + after, freq="M").astype(
        "str"
    )
    line = (np.arange(before + after) - before) / 12
    turns = 2 * np.pi * (line[:, np.newaxis] * [1, 2] + random.random(2))
    season = np.cos(turns) @ random.uniform(0, [0.2, 0.08])
    noise = _persistent(len(months), random.uniform(0, 0.6), random)
    logs = random.uniform(-0.05, 0.1) * line + season + noise
    logs = logs + np.where(line >= 0, story.jump + story.bend * line, 0.0)
    return pd.DataFrame(
        {
            "seri": "harga_jahe",
            "bulan": months,
            "nilai": 20_000 * np.exp(logs) * price[months].to_numpy(),
            "satuan": "Rp/kg",
            "sumber": "Pantauan",
        }
    )


def _persistent(count: int, persistence: float, random: np.random.Generator) -> np.ndarray:
    noise = [random.standard_normal()]
    for _month in range(count - 1):
        noise.append(persistence * noise[-1] + np.sqrt(1 - persistence**2) * random.standard_normal())
    return NOISE * np.array(noise)
