"""A last wave that has only begun, or that only the comparison group was asked for, changes no finding."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from change_cases import assess, no_variables, panel, price_index, profile

from pasar_nb.analysis import association, change, description, households, outcomes, poverty, survey
from pasar_nb.analysis.change import Attrition, Comparison, Outcome
from pasar_nb.analysis.change.leavers import why_not_compared
from pasar_nb.analysis.poverty import Poverty
from pasar_nb.disclosure import release
from pasar_nb.findings import NotEstimable
from pasar_nb.prose import change as sentences

LATER = pd.Timestamp("2026-01-10")
OWN, COUNT = 24, 40  # participants, and all households
LINES = pd.DataFrame(
    {"tahun": [2024, 2025, 2026], "garis_kemiskinan": 500.0, "umk": 1_000.0, "sumber": "BPS"}
)


# The rule


@pytest.mark.parametrize(
    ("matched", "last"),
    [
        ({0: 50, 1: 30, 2: 10}, 2),
        ({0: 50, 1: 30, 2: 9}, 1),
        ({0: 50, 1: 30, 2: 9, 3: 0}, 1),
        ({0: 50, 1: 9, 2: 30, 3: 4}, 2),
        ({0: 50, 1: 9, 2: 4}, 2),  # none has ten: the very last, which is refused as too few
        ({0: 50}, 0),
        ({}, None),
    ],
)
def test_the_last_wave_with_ten_matched_participants_is_compared(
    matched: dict[int, int], last: int | None
) -> None:
    assert households.last_compared(matched, matched.__getitem__) == last


def test_only_participants_of_the_baseline_finish_a_wave() -> None:
    homes, interviews = district()
    strangers = begun(interviews, slice(0, 12)).assign(id_rt=[f"NEW-{place:02d}" for place in range(12)])
    assert households.finished(pd.concat([interviews, strangers]), homes)[1] == (2,)
    assert households.finished(pd.concat([interviews, begun(interviews, slice(0, 10))]), homes)[1] == ()
    kept, left_out = households.finished(interviews, homes)
    assert kept is interviews
    assert left_out == ()


def test_a_question_that_nine_participants_answered_is_compared_a_wave_before() -> None:
    homes, interviews = district()
    again = begun(interviews, slice(0, COUNT))
    again.loc[again.index[9:OWN], "tabungan"] = np.nan  # the comparison group answers all of it
    both = pd.concat([interviews, again], ignore_index=True)
    assert households.last_wave(both, homes, "tabungan") == 1
    assert households.last_wave(both, homes, "pendapatan_rt") == 2
    found = look(both, homes)
    (saved,) = (one.outcome for one in found["outcomes"].explored if one.measure.name == "tabungan")
    assert saved is not None
    assert saved.last == 1
    precise = found["survey"].precision.table.set_index("variable")["wave"]
    assert (precise["tabungan"], precise["pendapatan_rt"]) == ("1", "2")


def test_an_outcome_that_stops_earlier_says_so() -> None:
    homes, interviews = district()
    again = begun(interviews, slice(0, COUNT)).assign(pendapatan_rt=np.nan)
    found = assess(homes, pd.concat([interviews, again], ignore_index=True), draws=99)
    told = sentences.limits(release(found, audience="internal", language="id"))
    assert any("hanya diikuti sampai gelombang 1" in str(one) for one in told)


def test_answers_that_are_names_and_poverty_follow_the_rule_question_by_question() -> None:
    homes, interviews = district()
    again = begun(interviews, slice(0, COUNT)).assign(pasar_utama="kota")
    again.loc[again.index[9:OWN], ["pasar_utama", "pendapatan_rt"]] = np.nan
    both = pd.concat([interviews, again], ignore_index=True)
    found, before = look(both, homes), look(interviews, homes)
    same(found["outcomes"].categories, before["outcomes"].categories)
    assert isinstance(found["poverty"].income, Poverty)
    assert found["poverty"].income.last == 1


# Every analysis


def district() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Tables `rumah_tangga` and `survei`: 24 participants and 16 others in two waves, in ten groups."""
    random = np.random.default_rng(7)
    arms = ["peserta"] * OWN + ["pembanding"] * (COUNT - OWN)
    groups = [f"K{place % 5}{arm}" for place, arm in enumerate(arms)]
    before = random.normal(1_000, 100, COUNT).round()
    homes, interviews = panel(before, before + random.normal(60, 40, COUNT).round(), arms=arms, groups=groups)
    homes = homes.assign(jenis_kelamin_kk=np.where(np.arange(COUNT) % 2, "P", "L"))
    return homes, interviews.assign(
        jumlah_anggota=2,
        tabungan=random.normal(50, 9, len(interviews)).round(),
        jam_kerja=random.normal(6, 1, len(interviews)).round(1),
        pasar_utama=random.choice(["desa", "kota"], len(interviews)),
    )


def begun(interviews: pd.DataFrame, which: slice) -> pd.DataFrame:
    """Interview some households again, later, with other answers and a question less."""
    again = interviews[interviews["gelombang"] == 1].iloc[which]
    told = {"pendapatan_rt": again["pendapatan_rt"] * 3, "tabungan": 1.0, "jam_kerja": np.nan}
    return again.assign(gelombang=2, tanggal=LATER, **told)


def look(interviews: pd.DataFrame, homes: pd.DataFrame) -> dict[str, Any]:
    """Give what all analyses of the households find."""
    measured: dict[str, Any] = {"prices": price_index(), "variables": no_variables()}
    changed = change.assess(profile(), homes, interviews, **measured, draws=99)
    support = pd.DataFrame(
        {
            "id_rt": homes["id_rt"].iloc[np.arange(60) * 7 % OWN].to_numpy(),
            "tanggal": pd.Timestamp("2024-06-15"),
            "jenis": "teknis",
            "jam": 2.0,
            "hadir": True,
        }
    )
    tables = (homes, interviews, support)
    variables = no_variables()
    return {
        "change": changed,
        "outcomes": outcomes.explore(profile(), homes, interviews, **measured, changed=changed, draws=99),
        "poverty": poverty.assess(interviews, homes, LINES),
        "support": association.correlate(*tables, outcome=changed.outcome, variables=variables, draws=100),
        "by name": association.correlate(*tables, outcome="pendapatan_rt", variables=variables, draws=100),
        "relations": association.relate(*tables, outcome=changed.outcome, variables=variables),
        "survey": survey.examine(homes, interviews, variables=variables, outcome=changed.outcome),
        "description": description.describe(interviews, homes, **measured, outcome=changed.outcome),
    }


def same(found: Any, other: Any) -> None:
    """Check that two findings are the same throughout."""
    assert type(found) is type(other)
    if isinstance(found, pd.DataFrame):
        pd.testing.assert_frame_equal(found, other)
    elif isinstance(found, np.ndarray):
        np.testing.assert_array_equal(found, other)
    elif is_dataclass(found):
        for one in fields(found):
            same(getattr(found, one.name), getattr(other, one.name))
    elif isinstance(found, dict):
        assert list(found) == list(other)
        for key, value in found.items():
            same(value, other[key])
    elif isinstance(found, (tuple, list)):
        assert len(found) == len(other)
        for one, another in zip(found, other, strict=True):
            same(one, another)
    else:
        assert found == other or (found != found and other != other)


@pytest.mark.parametrize("which", [slice(0, 9), slice(OWN, COUNT)], ids=["a fragment", "only comparison"])
def test_an_unfinished_wave_changes_nothing_but_who_was_interviewed(which: slice) -> None:
    homes, interviews = district()
    later = begun(interviews, which)
    found = look(pd.concat([interviews, later], ignore_index=True), homes)
    before = look(interviews, homes)
    attended = found["change"].attendance
    assert (attended.unfinished, attended.last) == ((2,), 1)
    assert int(attended.begun["n"].sum()) == len(later)
    assert isinstance(found["change"].comparison, Comparison)
    found["change"] = replace(found["change"], attendance=before["change"].attendance)
    same(found, before)


def test_the_public_reads_that_a_wave_is_unfinished_but_not_how_few_were_asked() -> None:
    homes, interviews = district()
    found = assess(homes, pd.concat([interviews, begun(interviews, slice(0, 4))]), draws=99)
    shown = release(found, audience="public", language="id")
    assert not isinstance(shown.result.attendance, NotEstimable)
    assert list(shown.result.attendance.begun["n"]) == ["<10"]
    told = str(sentences.attendance(shown))
    assert "Gelombang 2 dianggap belum selesai" in told
    assert "Pada gelombang 1 (Januari 2025) diwawancarai 25 rumah tangga peserta" in told
    assert "Gelombang 2 dianggap belum selesai" in "".join(str(one) for one in sentences.limits(shown))


# Where no wave is finished, the reasons are true ones


def test_a_comparison_group_that_was_not_asked_again_is_not_called_absent() -> None:
    homes, interviews = district()
    own = homes.loc[homes["studi"] == "peserta", "id_rt"]
    found = assess(
        homes, interviews[(interviews["gelombang"] == 0) | interviews["id_rt"].isin(own)], draws=99
    )
    assert isinstance(found.comparison, NotEstimable)
    assert "Kurang dari 10 rumah tangga pembanding" in str(found.comparison.reason)


def test_a_later_wave_without_participants_leaves_their_poverty_at_baseline() -> None:
    homes, interviews = district()
    others = homes.loc[homes["studi"] == "pembanding", "id_rt"]
    kept = interviews[(interviews["gelombang"] == 0) | interviews["id_rt"].isin(others)]
    found = poverty.assess(kept, homes, LINES).income
    assert isinstance(found, Poverty)
    assert found.last == 0
    assert set(found.classes["group"]) == {"peserta", "pembanding"}


@pytest.mark.parametrize("seen", [9, 10])
def test_those_who_were_not_asked_yet_are_not_called_lost(seen: int) -> None:
    homes, interviews = district()
    again = interviews[interviews["gelombang"] == 1].iloc[:seen]
    found = assess(homes, pd.concat([interviews[interviews["gelombang"] == 0], again]), draws=99).attrition
    assert isinstance(found, NotEstimable) == (seen < 10)
    if isinstance(found, NotEstimable):
        assert "belum dapat dibedakan dari yang belum diwawancarai" in str(found.reason)


@pytest.mark.parametrize(
    ("left", "own", "said"),
    [
        (range(9), 9, "Yang tidak ditemui lagi kurang dari 10"),
        (range(31), 9, "Yang tetap ditemui kurang dari 10"),
        (range(20), COUNT, "Tidak ada ciri survei awal"),
    ],
)
def test_it_is_said_which_of_the_two_are_too_few(left: range, own: int, said: str) -> None:
    """With ten participants or more, nobody is called lost before ten of them were seen again."""
    arms = ["peserta"] * own + ["pembanding"] * (COUNT - own)
    before, after = np.full(COUNT, 500.0), np.full(COUNT, 500.0)
    after[list(left)] = np.nan
    found = assess(*panel(before, after, arms=arms), draws=99).attrition
    assert isinstance(found, Attrition)
    assert isinstance(found.outcome, Outcome)
    assert found.profile.empty
    assert said in str(why_not_compared(found))
    public = release(found, audience="public", language="id").result
    hidden = "atau yang tetap ditemui kurang dari 10" in str(why_not_compared(public))
    assert hidden == (len(left) != 20)
