"""Who was interviewed when, and who of the baseline was not seen again."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.change.results import Attendance, Attrition, Outcome
from pasar_nb.analysis.households import values_of, with_traits
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import ARM_LABELS, LEAST_FOR_INFERENCE

HIGH, UNEVEN = 0.20, 0.05  # quality rule: flagged above 20 per cent or 5 points between the arms
EVERYBODY = "semua"


def attend(survey: pd.DataFrame, homes: pd.DataFrame) -> Attendance | NotEstimable:
    """Count the interviews of every arm and wave.

    Parameters
    ----------
    survey, homes
        Tables `survei` and `rumah_tangga` of the contract.
    """
    if survey.empty:
        return NotEstimable(_("Tabel survei belum ada."))
    known = with_traits(survey, homes)
    month = pd.to_datetime(known["tanggal"]).dt.strftime("%Y-%m")
    table = (
        known.assign(month=month)
        .groupby(["studi", "gelombang"])
        .agg(month_from=("month", "min"), month_to=("month", "max"), n=("id_rt", "nunique"))
        .reset_index()
        .rename(columns={"studi": "arm", "gelombang": "wave"})
    )
    table = table.astype({"wave": "int64", "arm": "str", "n": "int64"})
    arms = [arm for arm in ARM_LABELS if arm in set(table["arm"])]
    ordered = pd.concat([table[table["arm"] == arm] for arm in arms], ignore_index=True)
    return Attendance(compared="pembanding" in arms, table=ordered)


def follow(
    survey: pd.DataFrame, homes: pd.DataFrame, pairs: pd.DataFrame, outcome: Outcome
) -> Attrition | NotEstimable:
    """Follow the households of the baseline to the last wave.

    Parameters
    ----------
    survey, homes
        Tables of the contract.
    pairs
        From `outcome.matched`: the households that can be used.
    outcome
        Tells the last wave.
    """
    if not outcome.has_endline:
        return NotEstimable(_("Baru ada survei awal; belum ada yang dapat hilang dari pengamatan."))
    start = _baseline(survey, homes, pairs, outcome)
    rows = [_row("all", EVERYBODY, start)]
    rows += [_row("arm", arm, start[start["studi"] == arm]) for arm in ARM_LABELS]
    rows += [_row("sex", sex, start[start["jenis_kelamin_kk"] == sex]) for sex in ("L", "P")]
    with_one = start["disabilitas"].map({True: "ya", False: "tidak"})
    rows += [_row("disability", answer, start[with_one == answer]) for answer in ("ya", "tidak")]
    table = pd.DataFrame(rows)
    table = table[table["baseline"] > 0].reset_index(drop=True)
    table["share_left"] = table["left"] / table["baseline"]
    by_arm = table[(table["kind"] == "arm") & (table["baseline"] >= LEAST_FOR_INFERENCE)]
    shares = by_arm.set_index("group")["share_left"]
    apart = float(shares.max() - shares.min()) if len(shares) > 1 else 0.0
    return Attrition(
        outcome=outcome,
        high=bool(table["share_left"].iloc[0] > HIGH),
        uneven=apart > UNEVEN,
        more_in=str(shares.idxmax()) if len(shares) > 1 else None,
        gap=_gap(start),
        table=table,
    )


def _baseline(
    survey: pd.DataFrame, homes: pd.DataFrame, pairs: pd.DataFrame, outcome: Outcome
) -> pd.DataFrame:
    """Give a row per household of the baseline, with what became of it."""
    known = with_traits(survey.assign(value=values_of(survey, outcome.name)), homes)
    start = known[known["gelombang"] == outcome.first].drop_duplicates("id_rt")
    seen = known.loc[known["gelombang"] == outcome.last, "id_rt"]
    return start.assign(seen=start["id_rt"].isin(seen), used=start["id_rt"].isin(pairs["id_rt"]))


def _row(kind: str, group: str, start: pd.DataFrame) -> dict[str, object]:
    return {
        "kind": kind,
        "group": group,
        "baseline": len(start),
        "seen": int(start["seen"].sum()),
        "left": int((~start["seen"]).sum()),
        "share_left": 0.0,
        "used": int(start["used"].sum()),
    }


def _gap(start: pd.DataFrame) -> float | None:
    """Compare the baseline outcome of those who left with that of those who stayed."""
    told = start.dropna(subset=["value"])
    left, stayed = told.loc[~told["seen"], "value"], told.loc[told["seen"], "value"]
    spread = float(told["value"].std())
    if min(len(left), len(stayed)) < LEAST_FOR_INFERENCE or not spread > 0:
        return None
    return float(left.mean() - stayed.mean()) / spread
