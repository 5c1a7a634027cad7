"""What reports say where the data are right but too few, or too alike, to say more."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

sys.path.append(str(Path(__file__).parents[1] / "analysis"))

from change_cases import assess, two_arms

from pasar_nb.contract.across import HouseholdsMet
from pasar_nb.disclosure import release
from pasar_nb.language import Message
from pasar_nb.prose import change as prose


@cache
def _arms() -> tuple[pd.DataFrame, pd.DataFrame]:
    homes, survey = two_arms(100, 10)
    return homes.assign(jenis_kelamin_kk=["P", "L"] * (len(homes) // 2)), survey


def _shown(homes: pd.DataFrame) -> Any:
    return release(assess(homes, _arms()[1]), audience="public", language="id")


def _women(count: int) -> str:
    """Give what a public report shows of participants among whom few are women."""
    homes = _arms()[0].assign(jenis_kelamin_kk="L")
    homes.loc[homes.index[:count], "jenis_kelamin_kk"] = "P"
    table = _shown(homes).result.levels.table
    counts = table.set_index("group")["n"]
    assert pd.isna(table.set_index("group").loc["P", "mean_before"])
    return f"L: {counts['L']}, P: {counts['P']}"


def group_of_one() -> str:
    return _women(1)


def group_of_nine() -> str:
    return _women(9)


def whole_subgroup_missing() -> str:
    return _text(prose.splits(_shown(_arms()[0].drop(columns="jenis_kelamin_kk"))))


def everyone_in_one_arm() -> str:
    return _text(prose.comparison(_shown(_arms()[0].assign(studi="peserta"))))


def one_cluster() -> str:
    return "\n".join(map(_text, prose.limits(_shown(_arms()[0].assign(id_kelompok="G1")))))


def perfect_collinearity() -> str:
    homes = _arms()[0]
    women = homes["studi"].map({"peserta": "P", "pembanding": "L"})
    return _text(prose.comparison(_shown(homes.assign(jenis_kelamin_kk=women))))


def household_in_two_districts() -> str:
    return _shared("RT-da53cddfde")


def running_numbers_in_two_districts() -> str:
    return _shared("RT-001")


def _shared(household: str) -> str:
    met = HouseholdsMet()
    met.meet("1107-aceh-barat", [household, "RT-aaaaaaaaaa"])
    (problem,) = met.meet("3503-trenggalek", [household, "RT-bbbbbbbbbb"])
    return f"{problem.severity} {problem.code}\n{problem.message.text('id')}\n{problem.remedy.text('id')}"


def _text(said: Any) -> str:
    return (said if isinstance(said, Message) else said.reason).text("id")
