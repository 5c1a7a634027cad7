"""The way out of the analysis: what is declared safe passes, everything else is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
import pytest

from pasar_nb.disclosure import SMALL, WITHHELD, Released, release
from pasar_nb.errors import DisclosureError, UsageError
from pasar_nb.findings import (
    Count,
    GroupStatistics,
    Interval,
    Microdata,
    Named,
    NotEstimable,
    Open,
    PublishedCount,
    published,
)
from pasar_nb.language import _
from pasar_nb.vocabulary import Audience

HOUSEHOLDS = pd.DataFrame({"id_rt": ["RT-0001", "RT-0002"], "pendapatan": [1_000_000, 2_000_000]})
GROUPS = pd.DataFrame({"desa": ["Pule", "Dongko", "Munjungan"], "n": [4, 31, 202], "rata": [1.5, 2.5, 3.5]})
BOTH: tuple[Audience, ...] = ("public", "internal")


@dataclass(frozen=True)
class Inner:
    groups: pd.DataFrame = published(GroupStatistics("n", values=("rata",)))


@dataclass(frozen=True)
class Outer:
    inner: Inner | NotEstimable
    followed: pd.DataFrame = published(Microdata())
    n: PublishedCount = published(Count())
    interval: Interval = field(default_factory=lambda: Interval(1.0, 2.0))
    by_wave: Mapping[int, Inner] = field(default_factory=dict)


@dataclass(frozen=True)
class Undeclared:
    table: pd.DataFrame


@dataclass(frozen=True)
class Anything:
    thing: Any


@dataclass(frozen=True)
class Several:
    counts: tuple[PublishedCount | None, ...] = published(Count())


@dataclass(frozen=True)
class OpenTable:
    table: pd.DataFrame = published(Open("prices"))


def outer(n: float = 237) -> Outer:
    return Outer(Inner(GROUPS), HOUSEHOLDS, n, by_wave={0: Inner(GROUPS)})  # type: ignore[arg-type]


def shown(result: Any, audience: Audience = "public") -> Any:
    return release(result, audience=audience, language="id").result


def test_the_public_sees_groups_protected_at_every_depth() -> None:
    result = shown(outer())
    for inner in (result.inner, result.by_wave[0]):
        assert inner.groups["n"].tolist() == [WITHHELD, WITHHELD, 200]
        assert inner.groups["rata"].isna().tolist() == [True, True, False]


def test_the_owner_of_the_data_sees_groups_exactly() -> None:
    pd.testing.assert_frame_equal(shown(outer(), "internal").inner.groups, GROUPS)


def test_households_are_never_released_to_the_public() -> None:
    followed = shown(outer()).followed
    assert list(followed.columns) == ["id_rt", "pendapatan"]
    assert len(followed) == 0
    assert shown(outer(), "internal").followed["id_rt"].tolist() == ["RT-0001", "RT-0002"]


def test_an_emptied_table_holds_no_id_in_its_index_or_categories() -> None:
    frame = HOUSEHOLDS.set_index("id_rt", drop=False).astype({"id_rt": "category"})
    frame.attrs["ids"] = ["RT-0001"]
    followed = shown(Outer(Inner(GROUPS), frame, 12)).followed
    assert "RT-0001" not in repr((followed.dtypes, followed.index, followed.attrs, followed.to_dict()))
    assert not isinstance(followed["id_rt"].dtype, pd.CategoricalDtype)


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (9, SMALL),
        (0, SMALL),
        (10, 10),
        (237, 235),
        (np.int64(7), SMALL),
        (7.0, SMALL),
        (np.float64(238), 240),
    ],
)
def test_a_single_count_is_rounded_whatever_its_type(count: float, expected: int | str) -> None:
    assert shown(outer(count)).n == expected
    assert shown(outer(count), "internal").n == count


def test_counts_in_a_collection_are_rounded_one_by_one() -> None:
    assert shown(Several((3, None, 41))).counts == (SMALL, None, 40)
    assert np.isnan(shown(Several((float("nan"),))).counts[0])  # type: ignore[arg-type]


def test_what_cannot_be_said_and_plain_values_pass() -> None:
    result = shown(Outer(NotEstimable(_("Kurang dari sepuluh.")), HOUSEHOLDS, 20))
    assert result.inner == NotEstimable(_("Kurang dari sepuluh."))
    assert result.interval == Interval(1.0, 2.0)


@pytest.mark.parametrize("audience", BOTH)
def test_a_table_that_declares_nothing_is_refused_for_everybody(audience: Audience) -> None:
    with pytest.raises(DisclosureError, match=r"Undeclared\.table"):
        shown(Undeclared(GROUPS), audience)


@pytest.mark.parametrize("audience", BOTH)
@pytest.mark.parametrize(
    "thing",
    [np.arange(3), pd.Series([1, 2]), b"RT-0001", object(), [{"a": np.arange(2)}], lambda: 1, Outer],
    ids=["array", "series", "bytes", "object", "array inside", "function", "class"],
)
def test_what_is_not_known_to_be_safe_is_refused_for_everybody(thing: object, audience: Audience) -> None:
    with pytest.raises(DisclosureError, match=r"Anything\.thing"):
        shown(Anything(thing), audience)


@pytest.mark.parametrize("audience", BOTH)
@pytest.mark.parametrize("frame", [HOUSEHOLDS, HOUSEHOLDS.set_index("id_rt")], ids=["column", "index"])
def test_household_ids_are_refused_in_a_table_that_is_declared_open(
    frame: pd.DataFrame, audience: Audience
) -> None:
    with pytest.raises(DisclosureError, match="id_rt"):
        shown(OpenTable(frame), audience)


def test_notes_that_travel_with_a_table_are_left_behind() -> None:
    frame = pd.DataFrame({"harga": [1.0]})
    frame.attrs["source"] = HOUSEHOLDS
    assert shown(OpenTable(frame)).table.attrs == {}
    assert frame.attrs != {}


def test_the_result_given_is_not_changed() -> None:
    given = outer()
    shown(given)
    pd.testing.assert_frame_equal(given.inner.groups, GROUPS)  # type: ignore[union-attr]
    assert len(given.followed) == 2
    assert given.n == 237


def test_a_released_result_says_for_whom() -> None:
    released = release(outer(), audience="public", language="id")
    assert isinstance(released, Released)
    assert (released.audience, released.language) == ("public", "id")


@pytest.mark.parametrize("wrong", [{"audience": "umum"}, {"language": "jv"}])
def test_unknown_audiences_and_languages_are_refused_with_the_known_ones(wrong: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match=r"public dan internal|id dan en"):
        release(outer(), **({"audience": "public", "language": "id"} | wrong))


@dataclass(frozen=True)
class Rated:
    named: pd.DataFrame = published(Named("penilai", _("Penilai")))
    table: pd.DataFrame = published(Open("weights"))


NAMED = pd.DataFrame({"penilai": ["Siti Aminah", "Budi"], "cr": [0.05, 0.2]})
UNNAMED = pd.DataFrame({"kriteria": ["jangkauan"], "bobot": [1.0]})


@pytest.mark.parametrize("audience", BOTH)
@pytest.mark.parametrize(
    "leaking",
    [
        pd.DataFrame({"penilai": ["Siti Aminah"], "bobot": [1.0]}),
        pd.DataFrame({"kriteria": ["jangkauan"], "Siti Aminah": [4], "Budi": [5]}),
        pd.DataFrame({"bobot": [1.0, 2.0]}, index=["Budi", "Siti Aminah"]),
        pd.DataFrame({"bobot": [1.0]}, index=pd.Index(["x"], name="penilai")),
    ],
    ids=["column", "columns' labels", "rows' labels", "index"],
)
def test_names_that_stay_in_another_table_of_the_result_are_refused(
    leaking: pd.DataFrame, audience: Audience
) -> None:
    with pytest.raises(DisclosureError, match=r"Rated\.table") as raised:
        shown(Rated(NAMED, leaking), audience)
    assert "Siti" not in str(raised.value)


def test_a_rater_called_one_is_not_named_by_the_first_row() -> None:
    result = shown(Rated(NAMED.assign(penilai=["0", "1"]), UNNAMED.rename(columns={"bobot": "1"})))
    assert result.table["1"].tolist() == [1.0]
