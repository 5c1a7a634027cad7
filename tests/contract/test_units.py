"""Units mixed in one column: what is converted, by which factor, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from clean_district import checked, damaged, told
from hypothesis import given
from hypothesis import strategies as st

from pasar_nb.contract.units import factors_of
from pasar_nb.vocabulary import MASSES


def factors(*units: str) -> list[float] | None:
    found = factors_of(pd.Series(units, dtype="str"))
    return None if found is None else found.tolist()


@pytest.mark.parametrize(
    ("units", "kilograms"),
    [
        (("kg", "ton"), [1, 1000]),
        (("Kuintal", " KW "), [100, 100]),
        (("ons", "gram"), [0.1, 0.001]),
        (("kg", "ikat (2,5 kg)"), [1, 2.5]),
        (("ton", "ton (1000 kg)", "ons (0,1 kg)"), [1000, 1000, 0.1]),
        (("ikat", "ikat = 2.5 kg"), [2.5, 2.5]),
        (("kg", "karung besar (1 kuintal)"), [1, 100]),
        # Two sizes of bundle, each declared in its own row, but none for a bundle without a word.
        (("ikat (2 kg)", "ikat (3 kg)"), [2, 3]),
    ],
)
def test_a_unit_has_the_factor_of_its_mass_or_the_one_declared(
    units: tuple[str, ...], kilograms: list
) -> None:
    assert factors(*units) == kilograms


@pytest.mark.parametrize(
    "units",
    [
        ("kg", "ikat"),
        ("kg", ""),
        ("kg", "liter"),
        ("ikat (2 kg)", "ikat (3 kg)", "ikat"),
        ("kg", "ikat (1.250 kg)"),  # one and a quarter, or 1250?
        ("kg", "ikat (5 sisir)"),
        ("ton (900 kg)", "ton"),
        ("kg", "ton (900 kg)"),
        ("kg", "ons = 28 gram"),
    ],
)
def test_a_unit_without_a_factor_is_not_converted(units: tuple[str, ...]) -> None:
    assert factors(*units) is None


def test_amounts_grow_and_prices_shrink_so_that_the_value_stays(tmp_path: Path) -> None:
    result = checked(tmp_path, damaged(("mitra_survei", "14000,9000,kg", "1400000,90,kuintal")))
    assert told(result) == {("mitra_survei", 3, "satuan", "warning", "units_converted")}
    partner = result.tables["mitra_survei"].loc[3]
    assert (partner["volume_beli"], partner["harga_beli"], partner["satuan"]) == (9000, 14000, "kg")
    (problem,) = result.problems
    assert "1 kuintal = 100 kg" in problem.message.text("id")
    assert "volume_beli" in problem.message.text("id")


def test_an_amount_without_a_unit_among_several_units_is_refused(tmp_path: Path) -> None:
    result = checked(tmp_path, damaged(("survei", "44,kg", "4,kuintal"), ("survei", "39,kg", "39,")))
    assert told(result) == {("survei", 5, "satuan_produksi", "error", "units_mixed")}
    assert "survei" not in result.tables


def test_one_unit_throughout_is_left_alone(tmp_path: Path) -> None:
    tables = damaged(("survei", "30,kg", "30,ikat"))
    tables["survei"] = tables["survei"].replace(",kg,", ",ikat,")
    result = checked(tmp_path, tables)
    assert told(result) == set()
    assert set(result.tables["survei"]["satuan_produksi"].dropna()) == {"ikat"}


FLOW = "jahe,p1,p2,produk,120000,kg,9000\n"


@pytest.mark.parametrize("between", ["p1,p2", "p2,p1"])
def test_flows_of_one_product_in_kilograms_and_tons_are_compared_by_the_kilogram(
    tmp_path: Path, between: str
) -> None:
    result = checked(tmp_path, damaged(("aliran", FLOW, f"{FLOW}jahe,{between},produk,12,ton,9000000\n")))
    assert told(result) == {("aliran", 3, "satuan", "warning", "units_converted")}
    flow = result.tables["aliran"].loc[3]
    assert (flow["volume"], flow["harga"], flow["satuan"]) == (12_000, 9000, "kg")
    assert result.problems[0].value == "ton"


def test_a_kilogram_is_converted_beside_the_bottles_that_others_sell(tmp_path: Path) -> None:
    others = "jahe,p2,p1,produk,0.5,kuintal,900000\njahe,p2,p1,jasa,40,botol,12000\n"
    result = checked(tmp_path, damaged(("aliran", FLOW, FLOW + others)))
    assert told(result) == {("aliran", 3, "satuan", "warning", "units_converted")}
    assert result.tables["aliran"]["satuan"].tolist()[:3] == ["kg", "kg", "botol"]


def test_bottles_that_one_actor_sells_and_kilograms_that_another_sells_are_no_mixture(tmp_path: Path) -> None:
    result = checked(tmp_path, damaged(("aliran", FLOW, f"{FLOW}jahe,p2,p1,produk,40,botol,12000\n")))
    assert told(result) == set()


@given(st.lists(st.sampled_from(sorted(MASSES)), min_size=1))
def test_every_unit_of_mass_converts_whatever_stands_beside_it(units: list[str]) -> None:
    assert factors(*units) == [MASSES[unit] for unit in units]
