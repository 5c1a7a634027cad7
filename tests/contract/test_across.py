"""One household in two districts."""

from __future__ import annotations

import pytest

from pasar_nb.contract.across import HouseholdsMet


def test_a_household_in_two_districts_is_an_error_that_names_both_folders() -> None:
    met = HouseholdsMet()
    assert met.meet("1107-aceh-barat", ["RT-da53cddfde", "RT-d232daa504"]) == ()
    (problem,) = met.meet("3503-trenggalek", ["RT-d232daa504", "RT-c22f2ee46b"])
    assert (problem.code, problem.severity, problem.table) == ("households_shared", "error", "rumah_tangga")
    text = problem.message.text("id")
    assert "1 kode" in text
    assert "3503-trenggalek" in text
    assert "1107-aceh-barat" in text
    assert "d232daa504" not in text


def test_each_earlier_district_is_named_once_with_its_count() -> None:
    met = HouseholdsMet()
    met.meet("a", ["h-aaaaaaaa", "h-bbbbbbbb"])
    met.meet("b", ["h-cccccccc"])
    told = met.meet("c", ["h-aaaaaaaa", "h-bbbbbbbb", "h-bbbbbbbb", "h-cccccccc", "h-dddddddd"])
    assert [(one.message.values["other"], one.message.count) for one in told] == [("a", 2), ("b", 1)]


def test_running_numbers_that_every_district_has_are_only_doubted() -> None:
    met = HouseholdsMet()
    met.meet("a", ["RT-001", "RT-002", "17"])
    (problem,) = met.meet("b", ["RT-001", "17", "RT-003"])
    assert (problem.code, problem.severity, problem.message.count) == ("numbers_shared", "warning", 2)


@pytest.mark.parametrize("first", ["1107-aceh-barat", "3503-trenggalek"])
def test_a_number_that_begins_with_a_districts_own_code_is_no_running_number(first: str) -> None:
    met = HouseholdsMet()
    met.meet(first, ["350301", "3503", "110"])
    second = {"1107-aceh-barat": "3503-trenggalek"}.get(first, "1107-aceh-barat")
    told = met.meet(second, ["350301", "3503", "110"])
    assert [(one.code, one.severity, one.message.count) for one in told] == [
        ("households_shared", "error", 1),
        ("numbers_shared", "warning", 2),
    ]


def test_a_household_twice_in_its_own_district_is_not_told_here() -> None:
    assert HouseholdsMet().meet("a", ["h-aaaaaaaa", "h-aaaaaaaa"]) == ()
