"""Registers of households: who is in two districts, told without a pseudonym."""

from __future__ import annotations

from pathlib import Path

from pasar_nb.batch.registers import shared_households, write_register


def registered(folder: Path, **households: list[str]) -> list[tuple[str, Path]]:
    """Write a register for each district, whose code stands before the underline."""
    found = []
    for name, codes in households.items():
        write_register(folder / f"{name}.json", codes, name[1:5])
        found.append((name, folder / f"{name}.json"))
    return found


def test_every_pair_of_districts_with_a_household_in_both_is_named_once(tmp_path: Path) -> None:
    registers = registered(
        tmp_path,
        d1107_a=["RT-da53cddfde", "RT-aaaaaaaaaa"],
        d3503_b=["RT-da53cddfde", "RT-aaaaaaaaaa", "RT-bbbbbbbbbb"],
        d7303_c=["RT-bbbbbbbbbb", "RT-da53cddfde"],
    )
    assert shared_households(registers) == (
        ("d1107_a", "d3503_b"),
        ("d1107_a", "d7303_c"),
        ("d3503_b", "d7303_c"),
    )


def test_running_numbers_prove_nothing_but_those_with_the_district_s_code_do(tmp_path: Path) -> None:
    registers = registered(tmp_path, d1107_a=["RT-001", "350301"], d3503_b=["RT-001"], d3504_c=["350301"])
    assert shared_households(registers) == ()
    registers = registered(tmp_path, d1107_a=["350301"], d3503_b=["350301"])
    assert shared_households(registers) == (("d1107_a", "d3503_b"),)


def test_a_register_that_is_not_there_or_damaged_tells_nothing(tmp_path: Path) -> None:
    registers = registered(tmp_path, d1107_a=["RT-da53cddfde"])
    (tmp_path / "x.json").write_text('["RT"')
    (tmp_path / "y.json").write_text("[1, 2]")
    others = [("d3503_b", tmp_path / "x.json"), ("d3504_c", tmp_path / "y.json"), ("d7303_d", tmp_path / "z")]
    assert shared_households([*registers, *others]) == ()
