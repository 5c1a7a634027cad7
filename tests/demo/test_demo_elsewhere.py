"""Any district of the national list can be drawn, and its story holds together."""

from __future__ import annotations

import pytest

from pasar_nb import demo
from pasar_nb.demo.drawing import draw
from pasar_nb.demo.elsewhere import story_of
from pasar_nb.identifiers import find_identifiers
from pasar_nb.reference import districts as reference


@pytest.fixture(scope="module")
def sixty() -> tuple[demo.DemoDistrict, ...]:
    return draw(districts=60, households=30, seed=11)


def test_every_district_of_the_list_has_a_story_of_its_own() -> None:
    stories = [story_of(one.code, one.name, one.kind, seed=4) for one in reference.entries().values()]
    assert {(story.code, story.name) for story in stories} == {
        (one.code, one.name) for one in reference.entries().values()
    }
    assert all(story.slug and story.slug.replace("-", "").isalnum() for story in stories)
    assert all(
        story.programme.waves[0] < story.programme.start < story.programme.waves[1] for story in stories
    )


def test_code_and_name_are_those_of_the_list(sixty: tuple) -> None:
    for district in sixty:
        profile = district.tables["profil"].iloc[0]
        assert reference.explain(profile["kode_kabupaten"], profile["nama_kabupaten"]) == "ok"


def test_the_chosen_commodity_is_the_truly_best_one_everywhere(sixty: tuple) -> None:
    for district in sixty[7:]:
        truth, tables = district.truth["seleksi"], district.tables
        assert truth["terbaik"] == truth["terpilih"]
        assert tables["profil"]["komoditas_terpilih"].iloc[0] == truth["terpilih"]
        assert tables["keputusan"]["komoditas"].iloc[0] == truth["terpilih"]


def test_districts_differ(sixty: tuple) -> None:
    effects = {district.truth["survei"]["efek_persen"][-1] for district in sixty}
    assert 0 in effects
    assert len(effects) > 20
    assert len({district.truth["seleksi"]["terpilih"] for district in sixty}) > 8


def test_nothing_looks_like_an_identifier(sixty: tuple) -> None:
    for district in sixty:
        for table in district.tables.values():
            assert find_identifiers(table.to_csv()) == []
