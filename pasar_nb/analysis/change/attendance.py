"""Who was interviewed when, and who of the baseline was not seen again."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pasar_nb.analysis.change.leavers import by_place, profile_of
from pasar_nb.analysis.change.results import Attendance, Attrition, Outcome
from pasar_nb.analysis.households import (
    NO_SURVEY,
    age_groups,
    decile_groups,
    disability_groups,
    months_of,
    values_of,
    with_traits,
)
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import (
    AGE_LABELS,
    ARM_LABELS,
    BASELINE,
    DECILE_LABELS,
    DISABILITY_LABELS,
    LEAST_FOR_INFERENCE,
    PARTICIPANT,
    SEX_LABELS,
)

HIGH, UNEVEN = 0.20, 0.05  # quality rule: flagged above 20 per cent or 5 points between the arms
EVERYBODY = "semua"


def attend(
    survey: pd.DataFrame, homes: pd.DataFrame, unfinished: tuple[int, ...] = ()
) -> Attendance | NotEstimable:
    """Count the interviews of every arm and wave.

    Parameters
    ----------
    survey, homes
        Tables `survei` and `rumah_tangga` of the contract.
    unfinished
        Waves that no analysis uses: `households.finished`.
    """
    if survey.empty:
        return NO_SURVEY
    known = with_traits(survey[["id_rt", "gelombang", "tanggal"]], homes)
    month = months_of(known["tanggal"])
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
    begun = ordered["wave"].isin(unfinished)
    return Attendance(
        compared="pembanding" in arms,
        table=ordered[~begun].reset_index(drop=True),
        begun=ordered[begun].reset_index(drop=True),
    )


def follow(
    survey: pd.DataFrame,
    homes: pd.DataFrame,
    pairs: pd.DataFrame | None = None,
    outcome: Outcome | None = None,
) -> Attrition | NotEstimable:
    """Follow the households of the baseline to the last wave.

    Parameters
    ----------
    survey, homes
        Tables of the contract.
    pairs
        From `outcome.matched`: the households that can be used; None where there is no outcome.
    outcome
        Tells the last wave; without one it is the last of the survey.
    """
    last = _last_wave(survey) if outcome is None else outcome.last
    if last is None:
        return NO_SURVEY
    if last <= BASELINE:
        return NotEstimable(_("Baru ada survei awal; belum ada yang dapat hilang dari pengamatan."))
    start = _baseline(survey, homes, last, pairs, outcome)
    if start.empty:
        return NotEstimable(_("Tidak ada wawancara pada survei awal (gelombang 0)."))
    if _hardly_asked_again(start):
        return NotEstimable(
            _(
                "Kurang dari {least} rumah tangga peserta survei awal diwawancarai lagi, sehingga yang tidak "
                "ditemui lagi belum dapat dibedakan dari yang belum diwawancarai.",
                least=LEAST_FOR_INFERENCE,
            )
        )
    table, profile = _by_group(start), profile_of(start, outcome)
    by_arm = table[(table["kind"] == "arm") & (table["baseline"] >= LEAST_FOR_INFERENCE)]
    shares = by_arm.set_index("group")["share_left"]
    apart = float(shares.max() - shares.min()) if len(shares) > 1 else 0.0
    return Attrition(
        outcome=outcome,
        high=bool(table["share_left"].iloc[0] > HIGH),
        uneven=apart > UNEVEN,
        more_in=str(shares.idxmax()) if len(shares) > 1 else None,
        table=table,
        profile=profile,
        places=by_place(start),
    )


def _last_wave(survey: pd.DataFrame) -> int | None:
    return None if survey.empty else int(survey["gelombang"].max())


def _hardly_asked_again(start: pd.DataFrame) -> bool:
    """Tell whether only a few participants were seen again, as when the interviews have just begun."""
    own = start.loc[start["studi"] == PARTICIPANT, "seen"]
    return len(own) >= LEAST_FOR_INFERENCE and int(own.sum()) < LEAST_FOR_INFERENCE


def _baseline(
    survey: pd.DataFrame,
    homes: pd.DataFrame,
    last: int,
    pairs: pd.DataFrame | None,
    outcome: Outcome | None,
) -> pd.DataFrame:
    """Give a row per household of the baseline, with what became of it."""
    asked = survey.filter(items=["id_rt", "jumlah_anggota"])
    asked = asked.assign(value=values_of(survey, outcome.name if outcome else ""))
    start = with_traits(asked[survey["gelombang"] == BASELINE].drop_duplicates("id_rt"), homes)
    village = homes.drop_duplicates("id_rt").set_index("id_rt").reindex(columns=["desa"])["desa"]
    seen = survey.loc[survey["gelombang"] == last, "id_rt"]
    used = pd.Series(dtype="object") if pairs is None else pairs["id_rt"]
    return start.assign(
        seen=start["id_rt"].isin(seen),
        used=start["id_rt"].isin(used),
        desa=start["id_rt"].map(village),
    )


def _by_group(start: pd.DataFrame) -> pd.DataFrame:
    """Count what became of the households of every group; groups with nobody have no row."""
    kinds: dict[str, tuple[pd.Series, tuple[str, ...]]] = {
        "all": (pd.Series(EVERYBODY, index=start.index), (EVERYBODY,)),
        "arm": (start["studi"], tuple(ARM_LABELS)),
        "sex": (start["jenis_kelamin_kk"], tuple(SEX_LABELS)),
        "disability": (disability_groups(start["disabilitas"]), tuple(DISABILITY_LABELS)),
        "age": (age_groups(start["usia_kk"]), tuple(AGE_LABELS)),
        "decile": (decile_groups(start["desil"]), tuple(DECILE_LABELS)),
    }
    counted = [_counted(start, kind, *told) for kind, told in kinds.items()]
    table = pd.concat(counted, ignore_index=True)
    table = table[table["baseline"] > 0].reset_index(drop=True)
    return table.assign(share_left=table["left"] / table["baseline"])


def _counted(start: pd.DataFrame, kind: str, group: pd.Series, names: tuple[str, ...]) -> pd.DataFrame:
    place = pd.Categorical(group, categories=list(names)).codes
    known = place >= 0
    seen, used = (start[name].to_numpy(dtype=bool) for name in ("seen", "used"))
    chosen = {"baseline": known, "seen": known & seen, "left": known & ~seen, "used": known & used}
    counts = {name: np.bincount(place[told], minlength=len(names)) for name, told in chosen.items()}
    return pd.DataFrame({"kind": kind, "group": names, **counts})
