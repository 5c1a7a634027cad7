"""Who moved up, stayed or fell back between the baseline and the last wave, and who kept what was reached."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.graduation.levels import Panel, has_baseline, levels_over_time
from pasar_nb.analysis.graduation.precision import clusters_of, spread
from pasar_nb.analysis.graduation.results import Kept, Movement, Moves
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import ARM_LABELS, BASELINE, PARTICIPANT

_LEAST_WAVES = 3  # baseline, a wave in which a household graduates, and one to look again


def follow_movement(panel: Panel) -> Movement | NotEstimable:
    """Compare the levels of the same households in the baseline and in the last wave.

    Parameters
    ----------
    panel
        Interviews with their levels.

    Returns
    -------
    Movement or NotEstimable
        The latter without a baseline or a later wave.
    """
    if not has_baseline(panel) or panel.last is None:
        return NotEstimable(
            _(
                "Perpindahan tingkat memerlukan survei awal (gelombang 0) dan paling sedikit satu gelombang "
                "sesudahnya yang tingkatnya dapat dinilai."
            )
        )
    pairs = {arm: _matched(panel, arm, panel.last) for arm in ARM_LABELS}
    others = [arm for arm in ARM_LABELS if arm != PARTICIPANT and len(panel.of(arm, BASELINE))]
    return Movement(
        first=BASELINE,
        last=panel.last,
        participants=_moves(panel, PARTICIPANT, pairs[PARTICIPANT]),
        comparison=_moves(panel, others[0], pairs[others[0]]) if others else None,
        matrix=_matrix(panel, pairs[PARTICIPANT]),
    )


def watch_graduates(panel: Panel, pass_level: str) -> Kept | NotEstimable:
    """See whether participants who rose to the level of graduation are still there in the last wave.

    Parameters
    ----------
    panel
        Interviews with their levels.
    pass_level
        The level of graduation.

    Returns
    -------
    Kept or NotEstimable
        The latter with fewer than three waves, or where the level cannot be told.

    Notes
    -----
    Kajian Bappenas 2024, section 2.2: PENA has no rule to see whether the gain is kept after graduation. Here
    a household has graduated when it is at the level in a wave after having been below it, and before the
    last wave; those who were there from the first are not counted.
    """
    if panel.last is None or pass_level not in panel.criteria.path:
        return NotEstimable(_("Tingkat kelulusan tidak dapat dinilai dari data kabupaten ini."))
    if sum(wave <= panel.last for wave in panel.waves) < _LEAST_WAVES or not has_baseline(panel):
        return NotEstimable(
            _(
                "Bertahan tidaknya kelulusan baru dapat dilihat setelah ada tiga gelombang: survei awal, "
                "gelombang saat rumah tangga lulus, dan gelombang sesudahnya."
            )
        )
    graduates = graduated_before(panel, pass_level)
    there = panel.of(PARTICIPANT, panel.last)
    again = there[there["id_rt"].isin(graduates) & there["level"].notna()]
    stayed = again["level"] >= panel.criteria.levels.index(pass_level)
    seen, total = len(again), len(graduates)
    return Kept(
        last=panel.last,
        seen=pd.DataFrame([{"graduated": total, "seen": seen, "share": _ratio(seen, total)}]),
        table=pd.DataFrame(
            [
                {
                    "seen": seen,
                    "kept": int(stayed.sum()),
                    "share": _ratio(int(stayed.sum()), seen),
                    **spread(stayed, clusters_of(again)),
                }
            ]
        ),
    )


def graduated_before(panel: Panel, pass_level: str) -> list[str]:
    """Name the participants who rose to a level before the last wave."""
    goal = panel.criteria.levels.index(pass_level)
    levels = levels_over_time(panel, PARTICIPANT)
    earlier = levels[[wave for wave in panel.waves if panel.last is not None and wave < panel.last]]
    was_below = earlier.lt(goal).cummax(axis="columns")
    rose = earlier.ge(goal) & was_below
    return [str(name) for name in earlier.index[rose.any(axis="columns")]]


def _matched(panel: Panel, arm: str, last: int) -> pd.DataFrame:
    """Match the households whose level is known in both waves: ``start, end, id_rt, id_kelompok``."""
    first = panel.of(arm, BASELINE).set_index("id_rt")[["level", "id_kelompok"]]
    end = panel.of(arm, last).set_index("id_rt")["level"].rename("end")
    both = first.rename(columns={"level": "start"}).join(end, how="inner")
    return both.dropna(subset=["start", "end"]).reset_index()


def _matrix(panel: Panel, both: pd.DataFrame) -> pd.DataFrame:
    levels = panel.criteria.levels
    counts = both.groupby(["start", "end"]).size()
    starts = both["start"].value_counts()
    rows = []
    for start, start_name in enumerate(levels):
        base = int(starts.get(start, 0))
        for end, end_name in enumerate(levels):
            count = int(counts.get((start, end), 0))
            rows.append(
                {
                    "start": start_name,
                    "end": end_name,
                    "households": count,
                    "base": base,
                    "share": _ratio(count, base),
                }
            )
    return pd.DataFrame(rows)


def _moves(panel: Panel, arm: str, both: pd.DataFrame) -> Moves:
    baseline = len(panel.of(arm, BASELINE))
    covered = {"baseline": baseline, "matched": len(both), "share": _ratio(len(both), baseline)}
    return Moves(
        up=_moved(both, both["end"] > both["start"]),
        fell=_moved(both, both["end"] < both["start"]),
        coverage=pd.DataFrame([covered]),
    )


def _moved(both: pd.DataFrame, hits: pd.Series[bool]) -> pd.DataFrame:
    moved = int(hits.sum())
    counted = {"matched": len(both), "moved": moved, "share": _ratio(moved, len(both))}
    return pd.DataFrame([counted | spread(hits, clusters_of(both))])


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")
