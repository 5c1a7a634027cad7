"""Raters get running numbers that follow neither the alphabet nor the file."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasar_nb.disclosure import release
from pasar_nb.disclosure.pseudonyms import pseudonyms_of
from pasar_nb.errors import DisclosureError
from pasar_nb.findings import Named, published
from pasar_nb.language import _
from pasar_nb.vocabulary import Audience

NAMES = [f"Penilai bernama {letter}" for letter in "ABCDEFGHIJKL"]


@dataclass(frozen=True)
class Rated:
    scores: pd.DataFrame = published(Named("penilai", _("Penilai")))
    weights: pd.DataFrame = published(Named("nama", _("Penilai")))


@dataclass(frozen=True)
class Single:
    scores: pd.DataFrame = published(Named("penilai", _("Penilai")))


def rated(names: list[str], scores: list[float] | None = None) -> Rated:
    scores = scores or [float(len(name)) for name in names]
    return Rated(
        pd.DataFrame({"penilai": names, "skor": scores}), pd.DataFrame({"nama": names[::-1], "cr": 0.1})
    )


def numbers_of(result: Rated | Single) -> dict[str, str]:
    return dict(pseudonyms_of(result, "id").numbers["Penilai"])


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_no_audience_sees_a_name(audience: Audience) -> None:
    shown = release(rated(NAMES), audience=audience, language="id").result
    assert sorted(shown.scores["penilai"]) == sorted(f"Penilai {at}" for at in range(1, 13))
    assert "bernama" not in repr((shown.scores.to_dict(), shown.weights.to_dict()))


def test_a_person_has_the_same_number_in_all_tables_of_a_result() -> None:
    scores = [float(at) for at in range(12)]
    result = rated(NAMES, scores)
    shown = release(result, audience="public", language="id").result
    numbers = numbers_of(result)
    by_number = shown.scores.set_index("penilai")["skor"]
    assert [by_number[numbers[name]] for name in NAMES] == scores
    assert set(shown.weights["nama"]) == set(numbers.values())


def test_rows_come_in_the_order_of_the_numbers_ten_after_nine() -> None:
    shown = release(rated(NAMES), audience="public", language="id").result.scores
    assert shown["penilai"].tolist() == [f"Penilai {at}" for at in range(1, 13)]
    assert shown.index.tolist() == list(range(12))


def test_the_same_data_give_the_same_numbers_and_other_data_others() -> None:
    first = numbers_of(rated(NAMES, [float(at) for at in range(12)]))
    assert first == numbers_of(rated(NAMES, [float(at) for at in range(12)]))
    others = [numbers_of(rated(NAMES, [float(at + more) for at in range(12)])) for more in range(1, 6)]
    assert all(first != other for other in others)


def test_numbers_follow_neither_the_alphabet_nor_the_file() -> None:
    """Over many data sets the first in alphabet and file gets each number about equally often."""
    drawn = [numbers_of(rated(NAMES, [float(at + more) for at in range(12)])) for more in range(240)]
    of_first = [int(numbers[NAMES[0]].split()[1]) for numbers in drawn]
    times = np.bincount(of_first, minlength=13)[1:]
    # chi-squared with eleven degrees of freedom, 0.1 % point; the draw is fixed by the data
    assert ((times - 20) ** 2 / 20).sum() < 31.3


@given(st.lists(st.text(max_size=8), min_size=1, max_size=8, unique=True))
def test_every_name_gets_one_number_of_its_own(names: list[str]) -> None:
    numbers = numbers_of(Single(pd.DataFrame({"penilai": names})))
    assert sorted(numbers) == sorted(names)
    assert sorted(numbers.values()) == sorted(f"Penilai {at}" for at in range(1, len(names) + 1))


def test_a_rater_without_a_name_stays_without_a_number() -> None:
    frame = pd.DataFrame({"penilai": ["Siti", None, "Budi"], "skor": [1, 2, 3]})
    shown = release(Single(frame), audience="public", language="id").result.scores
    assert shown["penilai"].isna().sum() == 1
    assert set(shown["penilai"].dropna()) == {"Penilai 1", "Penilai 2"}
    assert shown.loc[shown["penilai"].isna(), "skor"].tolist() == [2]


def test_names_are_not_left_in_categories_or_the_index() -> None:
    frame = pd.DataFrame(
        {"penilai": pd.Categorical(["Siti", "Budi"]), "skor": [1, 2]}, index=["Siti", "Budi"]
    )
    shown = release(Single(frame), audience="public", language="id").result.scores
    assert "Siti" not in repr((shown.dtypes, shown.index, shown["penilai"].array, shown.attrs))


def test_a_declared_column_of_names_that_is_not_there_is_refused() -> None:
    with pytest.raises(DisclosureError, match="penilai"):
        release(Single(pd.DataFrame({"rater": ["Siti"]})), audience="public", language="id")


def test_the_table_given_keeps_its_names() -> None:
    result = rated(NAMES)
    release(result, audience="public", language="id")
    assert result.scores["penilai"].tolist() == NAMES
