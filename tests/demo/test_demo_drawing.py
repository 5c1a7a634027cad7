"""Drawing: the same seed gives the same districts, each of them for itself, in the contract's form."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from pasar_nb import demo
from pasar_nb.contract.tables import TABLES
from pasar_nb.demo.drawing import GROUPS, profile
from pasar_nb.demo.households import households
from pasar_nb.demo.places import PACITAN, PEMALANG, STORIES
from pasar_nb.demo.prices import index, series
from pasar_nb.demo.survey import survey
from pasar_nb.errors import UsageError
from pasar_nb.identifiers import find_identifiers

TODAY = date(2026, 11, 20)
SEVEN = ("1107", "3503", "7303", "5208", "3327", "3326", "3501")


@pytest.fixture(scope="module")
def seven() -> tuple[demo.DemoDistrict, ...]:
    return demo.draw()


def assert_same(one: demo.DemoDistrict, other: demo.DemoDistrict) -> None:
    assert one.code == other.code
    assert dict(one.truth) == dict(other.truth)
    assert set(one.tables) == set(other.tables)
    for name, table in one.tables.items():
        assert_frame_equal(table, other.tables[name])


def test_without_a_number_the_seven_districts_of_the_programme_are_drawn(seven: tuple) -> None:
    assert tuple(district.code for district in seven) == SEVEN
    assert seven[0].folder_name == "1107-aceh-barat"
    assert [district.code for district in seven if district.layout == "xlsx"] == ["3501"]


def test_the_same_seed_draws_the_same_district(seven: tuple) -> None:
    for one, other in zip(seven, demo.draw(seed=demo.DEFAULT_SEED), strict=True):
        assert_same(one, other)


def test_another_seed_draws_another_district() -> None:
    one, other = (demo.draw_district(PACITAN, seed=seed).tables["survei"] for seed in (1, 2))
    assert not one["pendapatan_rt"].head(50).equals(other["pendapatan_rt"].head(50))
    assert not set(one["id_rt"]) & set(other["id_rt"])


def test_a_district_does_not_depend_on_how_many_are_drawn() -> None:
    few, many = demo.draw(districts=9, households=12, seed=5), demo.draw(districts=12, households=12, seed=5)
    for one, other in zip(few, many, strict=False):
        assert_same(one, other)
    assert [district.code for district in many[:7]] == list(SEVEN)
    assert len({district.code for district in many}) == 12


def test_a_part_is_drawn_as_it_is_in_the_whole(seven: tuple) -> None:
    for some in (GROUPS[:2], (profile, index, series, households, survey)):
        part = demo.draw_district(PACITAN, groups=some)
        (whole,) = (district for district in seven if district.code == PACITAN.code)
        assert part.tables
        for name, table in part.tables.items():
            assert_frame_equal(table, whole.tables[name])
        assert part.truth.items() <= whole.truth.items()


def test_the_number_of_households_is_what_was_asked_for() -> None:
    for asked in (1, 2, 9, 10, 137):
        homes = demo.draw_district(PEMALANG, households=asked).tables["rumah_tangga"]
        assert len(homes) == asked
        assert homes["id_rt"].is_unique


def test_without_a_number_households_are_between_120_and_300(seven: tuple) -> None:
    assert all(120 <= len(district.tables["rumah_tangga"]) <= 300 for district in seven)


@pytest.mark.parametrize(
    ("districts", "households"), [(0, None), (515, None), (-3, 10), (None, 0), (1, 20_001)]
)
def test_impossible_numbers_are_refused_with_the_possible_ones(districts: int, households: int) -> None:
    with pytest.raises(UsageError, match="antara 1 dan"):
        demo.draw(districts=districts, households=households)


def test_tables_have_the_contract_s_columns_keys_and_choices(seven: tuple) -> None:
    for district in seven:
        for name, table in district.tables.items():
            spec = TABLES[name]
            order = [column.name for column in spec.columns if column.name in table]
            further = list(district.tables["variabel"]["variabel"]) if spec.extra_columns else []
            assert list(table) == order + further
            assert not table[list(spec.required)].isna().any(axis=None), (district.code, name)
            assert not spec.key or not table.duplicated(list(spec.key)).any(), (district.code, name)
            for column in spec.columns:
                if column.choices and column.name in table:
                    assert set(table[column.name].dropna()) <= {*column.choices, ""}


def test_nothing_lies_in_the_future(seven: tuple) -> None:
    for district in seven:
        for table_name, table in district.tables.items():
            planned = {column.name for column in TABLES[table_name].columns if column.planned}
            for name in set(table.select_dtypes("datetime")) - planned:
                assert table[name].dropna().le(pd.Timestamp(TODAY)).all(), (district.code, table_name, name)
            if "bulan" in table:
                assert table["bulan"].max() <= f"{TODAY:%Y-%m}"


def test_baseline_is_before_the_programme_and_every_later_wave_after_its_start(seven: tuple) -> None:
    for district in seven:
        start = district.tables["profil"]["mulai_intervensi"].iloc[0]
        survey = district.tables["survei"]
        assert survey.loc[survey["gelombang"] == 0, "tanggal"].max() < start
        assert (survey.loc[survey["gelombang"] > 0, "tanggal"] > start).all()
        assert district.tables["keputusan"]["tanggal"].iloc[0] < start


def test_no_cell_looks_like_an_identifier_of_a_person(seven: tuple) -> None:
    for district in seven:
        for table in district.tables.values():
            assert find_identifiers(table.to_csv()) == []


def test_raters_are_roles_and_never_persons() -> None:
    roles = ("Bappeda", "Dinas", "Tokoh", "Pendamping", "Pelaku", "Perwakilan", "Penyuluh", "BUMDes")
    assert all(rater.startswith(roles) for story in STORIES for rater in story.selection.raters)


def test_every_district_says_that_it_is_synthetic(seven: tuple) -> None:
    for district in seven:
        profile = district.tables["profil"].iloc[0]
        assert profile["sintetis"]
        assert "sintetis" in profile["catatan"]
