"""Statistics of the public have three digits, wherever they stand; exact ones give households away."""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass
from typing import Any, ClassVar, get_args, get_type_hints

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasar_nb.analysis.association import Association, Relations
from pasar_nb.analysis.change import HouseholdChange
from pasar_nb.analysis.outcomes import Outcomes
from pasar_nb.analysis.poverty import LivingStandard
from pasar_nb.analysis.survey import SurveyExamined
from pasar_nb.disclosure import release
from pasar_nb.disclosure.rounding import rounded, rounded_down
from pasar_nb.findings import Count, GroupStatistics, Interval, OfHouseholds, published

SIZE = st.floats(min_value=1e-12, max_value=1e12)


@pytest.mark.parametrize(
    ("exact", "shown"),
    [
        (1_951_309.28, 1_950_000),
        (-290_955.4, -291_000),
        (2.8828, 2.88),
        (0.0, 0.0),
        (999.6, 1000.0),
        (0.046151, 0.0462),
        (np.float64(81_677.4), 81_700),
    ],
)
def test_a_statistic_has_rounded(exact: float, shown: float) -> None:
    assert rounded(exact) == shown


@given(SIZE, st.sampled_from([-1, 1]))
def test_rounding_keeps_the_sign_and_is_off_by_half_a_per_cent_at_most(size: float, sign: int) -> None:
    shown = rounded(sign * size)
    assert shown * sign > 0
    assert abs(shown - sign * size) <= 0.005000001 * size
    assert rounded(shown) == shown


@given(st.floats(min_value=0, max_value=1))
def test_a_p_value_stays_on_its_side_of_the_limit(p: float) -> None:
    shown = rounded_down(p)
    assert (shown < 0.05) == (p < 0.05)
    assert p * 0.99 <= shown <= p


@given(SIZE)
def test_a_mean_of_few_households_leaves_their_sum_open_by_about_one_of_them(mean: float) -> None:
    shown = rounded(mean, 49)
    assert float(f"{shown:.1e}") == shown == pytest.approx(mean, rel=0.0500001)
    assert rounded(mean, 50) == rounded(mean) == rounded(mean, math.nan)


def test_what_is_not_finite_stays() -> None:
    assert math.isnan(rounded(math.nan))
    assert rounded(math.inf) == math.inf


@dataclass(frozen=True)
class Told(OfHouseholds):
    P_VALUES: ClassVar[tuple[str, ...]] = ("p",)

    mean: float
    p: float
    several: tuple[float, ...]
    draws: int
    clear: bool


@dataclass(frozen=True)
class Prices:
    price: float


@dataclass(frozen=True)
class Checks:
    """Not of households itself; its number of households is that of the part it stands in."""

    told: Told


@dataclass(frozen=True)
class Small(OfHouseholds):
    mean: float
    checks: Checks
    n: int | str = published(Count())
    n_other: int | str | None = published(Count())


@dataclass(frozen=True)
class Both:
    told: Told
    prices: Prices
    groups: pd.DataFrame = published(
        GroupStatistics("n", values=("rata", "kata"), coarse=("beda",), tests=("p",), official=("garis",))
    )


GROUPS = pd.DataFrame(
    {
        "n": [105, 4, 12],
        "rata": [1_951_309.28, 5.0, 6.0],
        "beda": [300_695.5, 5.0, 6.0],
        "kata": ["naik", "turun", "naik"],
        "p": [0.049996, 0.5, 0.6],
        "garis": [2_139_000] * 3,
    }
)
BOTH = Both(Told(1_951_309.28, 0.049996, (1.2345,), 1999, clear=True), Prices(21_345.5), GROUPS)


def seen(audience: Any) -> Both:
    return release(BOTH, audience=audience, language="id").result


def test_the_public_reads_three_digits_in_tables_and_single_numbers_alike() -> None:
    shown = seen("public")
    assert shown.told == Told(1_950_000, 0.0499, (1.23,), 1999, clear=True)
    assert shown.groups["rata"].iloc[0] == shown.told.mean
    assert shown.groups["p"].iloc[0] == 0.0499
    assert shown.groups["beda"].iloc[0] == 300_000
    assert shown.groups["kata"].iloc[0] == "naik"


def test_prices_and_official_figures_are_never_rounded_but_hidden_with_their_row() -> None:
    shown = seen("public")
    assert shown.prices == BOTH.prices
    assert shown.groups["garis"].iloc[0] == 2_139_000
    assert shown.groups.drop(columns=["n"]).iloc[1:].isna().all(axis=None)


@pytest.mark.parametrize(("n", "other", "mean"), [(49, None, 2e6), (60, 30, 2e6), (60, 50, 1.95e6)])
def test_with_few_households_single_numbers_have_two_digits_at_every_depth(
    n: int, other: int | None, mean: float
) -> None:
    given = Small(mean=1_951_309.28, checks=Checks(BOTH.told), n=n, n_other=other)
    shown = release(given, audience="public", language="id").result
    assert shown.mean == shown.checks.told.mean == mean
    assert shown.checks.told.p == 0.0499


def test_the_owner_of_the_data_reads_exact_numbers() -> None:
    assert seen("internal").told == BOTH.told
    pd.testing.assert_frame_equal(seen("internal").groups, GROUPS)


def test_two_exact_means_tell_the_household_between_them_and_published_ones_do_not() -> None:
    incomes = np.random.default_rng(5).integers(10, 60, 105) * 50_000
    with_it, without = float(incomes.mean()), float(incomes[1:].mean())
    assert round(105 * with_it - 104 * without) == incomes[0]
    table = GROUPS.head(2).assign(rata=[with_it, without], n=[105, 104])
    told = release(dataclasses.replace(BOTH, groups=table), audience="public", language="id").result.groups
    assert told["n"].tolist() == [105, 105]
    # Even if the exact numbers were known from elsewhere: each mean is known to half a unit on either side.
    unit = 10 ** (math.floor(math.log10(with_it)) - 2)
    assert (told["rata"] % unit == 0).all()
    width = 105 * unit + 104 * unit
    assert width >= 20 * 50_000


# Numbers that are no statistic of households: of the plan, of what is drawn, of contacts, of coders.
NO_STATISTICS = {"SamplePlan", "Window", "Interval"}


def parts(kind: Any, known: set[type]) -> set[type]:
    """Collect all dataclasses that a result may be made of."""
    if dataclasses.is_dataclass(kind) and isinstance(kind, type) and kind not in known:
        known.add(kind)
        if not kind.__module__.startswith("pasar_nb.language"):
            for one in get_type_hints(kind).values():
                parts(one, known)
    for one in get_args(kind):
        parts(one, known)
    return known


def holds_a_float(kind: Any) -> bool:
    return kind is float or any(holds_a_float(one) for one in get_args(kind))


@pytest.mark.parametrize(
    "result", [HouseholdChange, Outcomes, LivingStandard, SurveyExamined, Association, Relations]
)
def test_every_number_about_households_is_declared(result: type) -> None:
    found = {
        kind.__name__
        for kind in parts(result, set())
        if any(holds_a_float(one) for one in get_type_hints(kind).values())
        and not issubclass(kind, OfHouseholds)
        and not kind.__module__.startswith("pasar_nb.language")
    }
    assert found <= NO_STATISTICS
    assert Interval.__name__ not in found
