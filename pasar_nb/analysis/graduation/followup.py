"""What comes next for every participant: steps of the follow-up, read off surveys and contacts."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pasar_nb.analysis.graduation.levels import Panel
from pasar_nb.analysis.graduation.obstacles import lacking
from pasar_nb.analysis.graduation.plan import list_households
from pasar_nb.analysis.graduation.results import FollowUp
from pasar_nb.analysis.households import arms_of
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import FOLLOW_UP_LABELS, PARTICIPANT

INTENSIVE = "intensif"


@dataclass(frozen=True, slots=True)
class _State:
    """A household at one interview: its place on the path and how many obligatory criteria it lacks."""

    wave: int
    day: pd.Timestamp
    level: float
    lacks: int

    def better_than(self, before: _State) -> bool:
        """Tell whether anything has improved."""
        return self.level > before.level or self.lacks < before.lacks


def plan_follow_up(panel: Panel, contacts: pd.DataFrame, pass_level: str) -> FollowUp | NotEstimable:
    """Find the next step of every participant.

    Parameters
    ----------
    panel
        Interviews with their levels.
    contacts
        Table `pendampingan` of the contract.
    pass_level
        The level of graduation.

    Returns
    -------
    FollowUp or NotEstimable
        The latter where nobody's level, or the level of graduation, can be told.

    Notes
    -----
    Kajian Bappenas 2024, 3.3.7. Passed: tell the household and keep watching; refer it to a higher programme,
    here once it has been at the level in two surveys in a row. Not passed: evaluate the causes, mentor
    intensively, evaluate again, and where there is still no significant change consider ending support. An
    evaluation is seen in the data only as a survey after attended intensive mentoring; no change means that
    neither did the level rise nor the number of unmet criteria fall since before that mentoring.
    """
    if panel.last is None or pass_level not in panel.criteria.path:
        return NotEstimable(_("Tingkat kelulusan tidak dapat dinilai dari data kabupaten ini."))
    goal = panel.criteria.levels.index(pass_level)
    mentored, states = _intensive_days(contacts), _states(panel, pass_level)
    there = set(panel.of(PARTICIPANT, panel.last)["id_rt"])
    participants = _participants(panel)
    steps = [
        _step(states.get(name, []), mentored.get(name, []), goal, panel.last) if name in there else "temui"
        for name in participants["id_rt"].astype("str")
    ]
    return FollowUp(
        wave=panel.last,
        mentoring_recorded=bool(mentored),
        steps=_count(steps),
        plan=list_households(panel, participants.assign(step=steps), pass_level),
    )


def _intensive_days(contacts: pd.DataFrame) -> dict[str, list[pd.Timestamp]]:
    """Collect the days of the intensive mentoring that each household attended."""
    came = contacts["hadir"].astype("boolean").fillna(value=False).astype("bool")
    attended = contacts[contacts["jenis"].eq(INTENSIVE) & came]
    return {str(name): sorted(pd.to_datetime(days)) for name, days in attended.groupby("id_rt")["tanggal"]}


def _participants(panel: Panel) -> pd.DataFrame:
    """List every participant, interviewed or not, by group and code."""
    homes = panel.homes.drop_duplicates("id_rt")
    listed = homes[arms_of(homes) == PARTICIPANT]
    unlisted = sorted(set(panel.of(PARTICIPANT)["id_rt"]) - set(homes["id_rt"]))
    every = listed if not unlisted else pd.concat([listed, pd.DataFrame({"id_rt": unlisted})])
    return every.sort_values(["id_kelompok", "id_rt"], kind="stable").reset_index(drop=True)


def _states(panel: Panel, pass_level: str) -> dict[str, list[_State]]:
    """Give for each participant the interviews with a known level, in order."""
    known = panel.of(PARTICIPANT)
    known = known[known["level"].notna()].sort_values("gelombang", kind="stable")
    states: dict[str, list[_State]] = {}
    columns = (known[name] for name in ("id_rt", "gelombang", "tanggal", "level"))
    unmet = lacking(panel, known.index, pass_level)
    for name, wave, day, level, codes in zip(*columns, unmet, strict=True):
        states.setdefault(str(name), []).append(_State(int(wave), day, float(level), len(codes)))
    return states


def _step(states: list[_State], mentored: list[pd.Timestamp], goal: int, last: int) -> str:
    """Choose the step of a household that was interviewed in the last wave."""
    if not states or states[-1].wave != last:
        return "lengkapi"
    *earlier, now = states
    if now.level >= goal:
        return "rujuk" if earlier and earlier[-1].level >= goal else "beri_tahu"
    if not mentored:
        return "evaluasi"
    if mentored[-1] > now.day:
        return "evaluasi_ulang"
    before = [state for state in earlier if state.day < mentored[0]]
    # Without a survey from before the mentoring nobody can say that nothing has changed.
    return "pertimbangkan" if before and not now.better_than(before[-1]) else "intensif"


def _count(steps: list[str]) -> pd.DataFrame:
    total = len(steps)
    return pd.DataFrame(
        [
            {
                "step": step,
                "households": steps.count(step),
                "base": total,
                "share": steps.count(step) / total if total else float("nan"),
            }
            for step in FOLLOW_UP_LABELS
        ]
    )
