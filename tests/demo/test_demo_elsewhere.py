"""Any district of the national list can be drawn, and its story holds together."""

from __future__ import annotations

import pytest

from pasar_nb import demo
from pasar_nb.demo.drawing import GROUPS
from pasar_nb.demo.elsewhere import story_of
from pasar_nb.demo.story import Story
from pasar_nb.identifiers import find_identifiers
from pasar_nb.reference import districts as reference

SELECTED = GROUPS[:2]  # profile and selection, which rest on no other table
EVERY_FIFTH = 5  # 103 of the 514 districts


@pytest.fixture(scope="module")
def stories() -> list[Story]:
    """Stories for a fifth of the list, cities among them."""
    some = list(reference.entries().values())[::EVERY_FIFTH]
    assert {one.kind for one in some} == {"kabupaten", "kota"}
    return [story_of(one.code, one.name, one.kind, seed=11) for one in some]


@pytest.fixture(scope="module")
def selected(stories: list[Story]) -> list[demo.DemoDistrict]:
    """Profile and selection of the same districts."""
    return [demo.draw_district(story, seed=11, groups=SELECTED) for story in stories]


def test_every_district_of_the_list_has_a_story_of_its_own() -> None:
    stories = [story_of(one.code, one.name, one.kind, seed=4) for one in reference.entries().values()]
    assert {(story.code, story.name) for story in stories} == {
        (one.code, one.name) for one in reference.entries().values()
    }
    assert all(story.slug and story.slug.replace("-", "").isalnum() for story in stories)
    assert all(
        story.programme.waves[0] < story.programme.start < story.programme.waves[1] for story in stories
    )


def test_code_and_name_are_those_of_the_list(selected: list, twelve: tuple) -> None:
    for district in (*selected, *twelve):
        profile = district.tables["profil"].iloc[0]
        assert reference.explain(profile["kode_kabupaten"], profile["nama_kabupaten"]) == "ok"


def test_the_chosen_commodity_is_the_truly_best_one_everywhere(selected: list) -> None:
    for district in selected:
        truth, tables = district.truth["seleksi"], district.tables
        assert truth["terbaik"] == truth["terpilih"]
        assert tables["profil"]["komoditas_terpilih"].iloc[0] == truth["terpilih"]
        assert tables["keputusan"]["komoditas"].iloc[0] == truth["terpilih"]


def test_districts_differ(stories: list[Story]) -> None:
    effects = {story.programme.effects[-1] for story in stories}
    assert 0 in effects
    assert len(effects) > 40
    assert len({story.commodity.name for story in stories}) > 12


def test_the_recorded_effect_is_the_one_of_the_story(twelve: tuple) -> None:
    told = {one.code: one for one in reference.entries().values()}
    for district in twelve:
        one = told[district.code]
        effects = story_of(one.code, one.name, one.kind, seed=3).programme.effects
        assert district.truth["survei"]["efek_persen"] == pytest.approx([100 * effect for effect in effects])


def test_nothing_looks_like_an_identifier(twelve: tuple) -> None:
    for district in twelve:
        for table in district.tables.values():
            assert find_identifiers(table.to_csv()) == []
