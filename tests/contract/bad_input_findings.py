"""What reports say where the data are right but too few, or too alike, to say more."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

sys.path.append(str(Path(__file__).parents[1] / "analysis"))

from change_cases import assess, two_arms

from pasar_nb.contract.across import HouseholdsMet
from pasar_nb.disclosure import release
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message
from pasar_nb.prose import change as prose
from pasar_nb.tables import change as tables
from pasar_nb.tables.rendering import to_text


@dataclass(frozen=True)
class Seen:
    """What somebody sees.

    `effect` is ``error`` where a column is named that stops a finding, else ``suppressed``, or the severity
    of a problem. `mended` is what is seen once somebody has followed the advice; a problem says its remedy.
    """

    effect: str
    text: str
    mended: str = ""
    code: str = ""
    remedy: str = ""


@cache
def _arms() -> tuple[pd.DataFrame, pd.DataFrame]:
    homes, survey = two_arms(100, 10)
    return homes.assign(jenis_kelamin_kk=["P", "L"] * (len(homes) // 2)), survey


def _shown(homes: pd.DataFrame, survey: pd.DataFrame | None = None) -> Any:
    seen = _arms()[1] if survey is None else survey
    return release(assess(homes, seen), audience="public", language="id")


def _refused(said: Any, mended: Any) -> Seen:
    """Tell what is said in place of a comparison, and what once the advice is followed."""
    assert isinstance(said, NotEstimable)
    assert not isinstance(mended, NotEstimable)
    named = re.search(r"\(kolom \w+\)", _text(said))
    return Seen("error" if named else "suppressed", _text(said), _text(mended))


def _women(count: int) -> str:
    """Give the table that the public sees of participants among whom so many are women."""
    homes = _arms()[0].assign(jenis_kelamin_kk="L")
    homes.loc[homes.index[:count], "jenis_kelamin_kk"] = "P"
    return to_text(tables.levels(_shown(homes)), "id")


def _few_women(count: int) -> Seen:
    text = _women(count)
    numbers = [re.findall(r"\d", line) for line in text.splitlines() if "Kepala rumah tangga" in line]
    assert numbers == [[], []]  # neither the women nor the men from whom they could be computed
    return Seen("suppressed", text, _women(15))


def group_of_one() -> Seen:
    return _few_women(1)


def group_of_nine() -> Seen:
    return _few_women(9)


def whole_subgroup_missing() -> Seen:
    homes = _arms()[0]
    without = _text(prose.splits(_shown(homes.drop(columns="jenis_kelamin_kk"))))
    return Seen("suppressed", without, _text(prose.splits(_shown(homes))))


def subgroup_gone() -> Seen:
    """All women of the baseline are absent at the endline."""
    homes, survey = _arms()
    women = homes.loc[homes["jenis_kelamin_kk"] == "P", "id_rt"]
    stayed = survey[(survey["gelombang"] == 0) | ~survey["id_rt"].isin(women)]
    return Seen("suppressed", _text(prose.splits(_shown(homes, stayed))), _text(prose.splits(_shown(homes))))


def everyone_in_one_arm() -> Seen:
    homes = _arms()[0]
    return _refused(prose.comparison(_shown(homes.assign(studi="peserta"))), prose.comparison(_shown(homes)))


def one_cluster() -> Seen:
    homes = _arms()[0]
    alone, several = (
        _shown(homes.assign(id_kelompok=groups))
        for groups in ("G1", [f"G{at % 8}" for at in range(len(homes))])
    )
    assert (alone.result.paired.estimate.method, alone.result.paired.estimate.clusters) == ("independent", 1)
    assert several.result.paired.estimate.method != "independent"
    text, mended = ("\n".join(map(_text, prose.limits(shown))) for shown in (alone, several))
    return Seen("suppressed", text, mended)


def perfect_collinearity() -> Seen:
    homes = _arms()[0]
    women = homes["studi"].map({"peserta": "P", "pembanding": "L"})
    alike = prose.comparison(_shown(homes))
    return _refused(prose.comparison(_shown(homes.assign(jenis_kelamin_kk=women))), alike)


def household_in_two_districts() -> Seen:
    return _shared("RT-da53cddfde")


def running_numbers_in_two_districts() -> Seen:
    return _shared("RT-001")


def _shared(household: str) -> Seen:
    met = HouseholdsMet()
    met.meet("1107-aceh-barat", [household, "RT-aaaaaaaaaa"])
    (problem,) = met.meet("3503-trenggalek", [household, "RT-bbbbbbbbbb"])
    message, remedy = problem.message.text("id"), problem.remedy.text("id")
    return Seen(problem.severity, message, code=problem.code, remedy=remedy)


def _text(said: Any) -> str:
    return (said if isinstance(said, Message) else said.reason).text("id")
