"""Checks across tables: each rule a small function, all of them in one tuple."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from pasar_nb.contract.facts import Facts
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.rules import households, loops, order, place, references, series

Rule: TypeAlias = Callable[[Facts], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    place.profile_has_one_row,
    place.code_belongs_to_name,
    place.folder_belongs_to_profile,
    references.references_resolve,
    references.chosen_commodity_has_scores,
    order.nothing_in_the_future,
    order.plans_within_reach,
    order.nothing_spent_in_the_future,
    order.waves_in_order,
    order.baseline_before_programme,
    order.low_to_high,
    order.series_keep_their_unit,
    series.series_have_one_comparison,
    order.volumes_keep_their_unit,
    order.figures_keep_their_unit,
    loops.ends_differ,
    loops.no_cycles,
    households.outcome_is_surveyed,
    households.graduation_measures_exist,
    households.numbers_have_units,
    households.variables_are_told_apart,
    households.declared_variables_exist,
    households.households_stay,
    households.households_are_surveyed,
)


def relation_problems(facts: Facts) -> list[Problem]:
    """Apply every rule to the tables of a district."""
    return [problem for rule in RULES for problem in rule(facts)]
