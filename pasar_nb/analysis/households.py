"""Households over the waves of a survey: derived measures, study arms, groups, and who is seen twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pandas as pd

from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import AGE_LABELS, BASELINE, DECILE_LABELS, LEAST_FOR_INFERENCE, PARTICIPANT

__all__ = [
    "NO_SURVEY",
    "SPENDING",
    "age_groups",
    "arms_of",
    "decile_groups",
    "disability_groups",
    "finished",
    "last_compared",
    "last_wave",
    "months_of",
    "pair_waves",
    "values_of",
    "with_measures",
    "with_traits",
]

NO_SURVEY = NotEstimable(_("Tabel survei belum ada atau kosong."))

SPENDING = (
    "belanja_makanan",
    "belanja_pendidikan_kesehatan",
    "belanja_transport_komunikasi",
    "belanja_rumah",
    "belanja_transfer",
    "belanja_lain",
)
_ASSETS = ("aset_produksi", "aset_lain")
_OF_HOUSEHOLD = ("studi", "id_kelompok", "jenis_kelamin_kk", "disabilitas", "usia_kk", "desil")


def with_measures(survey: pd.DataFrame) -> pd.DataFrame:
    """Add the measures that the contract derives from the survey.

    Parameters
    ----------
    survey
        Table `survei` of the contract. It is not changed.

    Returns
    -------
    DataFrame
        With ``belanja_total`` (Rp/month), ``belanja_per_kapita`` and ``pendapatan_per_kapita`` (Rp per member
        and month) and ``aset_total`` (Rp). A sum of which a part is missing is missing: a household that was
        not asked about its food has not spent nothing on it.
    """
    members = _numbers(survey, "jumlah_anggota")
    members = members.where(members > 0)
    spending = _sum(survey, SPENDING)
    return survey.assign(
        belanja_total=spending,
        belanja_per_kapita=spending / members,
        pendapatan_per_kapita=_numbers(survey, "pendapatan_rt") / members,
        aset_total=_sum(survey, _ASSETS),
    )


def with_traits(survey: pd.DataFrame, homes: pd.DataFrame) -> pd.DataFrame:
    """Add to every interview what is known of its household.

    Parameters
    ----------
    survey, homes
        Tables `survei` and `rumah_tangga` of the contract.

    Returns
    -------
    DataFrame
        The survey with ``studi`` (peserta where nothing else is said), ``id_kelompok``,
        ``jenis_kelamin_kk``, ``disabilitas``, ``usia_kk`` and ``desil``; missing where the district does not
        record them.
    """
    known = homes.drop_duplicates("id_rt").set_index("id_rt").reindex(columns=list(_OF_HOUSEHOLD))
    known = known.assign(studi=known["studi"].astype("str").fillna(PARTICIPANT))
    joined = survey.drop(columns=[name for name in _OF_HOUSEHOLD if name in survey]).join(known, on="id_rt")
    return joined.assign(studi=joined["studi"].fillna(PARTICIPANT))


def arms_of(homes: pd.DataFrame) -> pd.Series[str]:
    """Give the arm of every household: a participant where nothing else is said, or no arm is recorded."""
    return homes.reindex(columns=["studi"])["studi"].astype("object").fillna(PARTICIPANT).astype("str")


def age_groups(ages: pd.Series) -> pd.Series[str]:
    """Class the age of heads of households (years) as `vocabulary.AGE_LABELS` names it."""
    return _classed(ages, (0, 31, 45, 60), tuple(AGE_LABELS))


def decile_groups(deciles: pd.Series) -> pd.Series[str]:
    """Class deciles of welfare as `vocabulary.DECILE_LABELS` names them."""
    return _classed(deciles, (1, 2, 4), tuple(DECILE_LABELS))


def disability_groups(answers: pd.Series) -> pd.Series[str]:
    """Name the answer whether anybody has a disability as `vocabulary.DISABILITY_LABELS` does."""
    return answers.map({True: "ya", False: "tidak"})


def values_of(survey: pd.DataFrame, column: str) -> pd.Series[float]:
    """Read a column of the survey as numbers; yes and no become 1 and 0, an absent column is all missing."""
    return _numbers(survey, column)


def last_compared(waves: Iterable[int], matched: Callable[[int], int]) -> int | None:
    """Choose the wave that is compared with the baseline: the last for which ten participants can be matched.

    A wave of which the interviews have just begun, or for which only the comparison group was asked, tells
    nothing of the participants: the last before it is compared.

    Parameters
    ----------
    waves
        Those in which anybody answered.
    matched
        Counts the participants who answered both at baseline and in a later wave.

    Returns
    -------
    int or None
        The very last wave where none has ten, so that it is refused as too few; None without any wave.
    """
    told = sorted(waves, reverse=True)
    enough = (wave for wave in told if wave > BASELINE and matched(wave) >= LEAST_FOR_INFERENCE)
    return next(enough, told[0] if told else None)


def last_wave(survey: pd.DataFrame, homes: pd.DataFrame, column: str) -> int | None:
    """Find the wave in which a column is compared with the baseline; None where nobody answered in any.

    Parameters
    ----------
    survey, homes
        Tables `survei` (with derived measures where `column` is one) and `rumah_tangga`.
    column
        What was measured; the rule is that of `last_compared`.
    """
    return _last_of(survey.loc[_numbers(survey, column).notna(), ["id_rt", "gelombang"]], homes)


def finished(survey: pd.DataFrame, homes: pd.DataFrame) -> tuple[pd.DataFrame, tuple[int, ...]]:
    """Leave out the last waves as long as they are unfinished by the rule of `last_compared`.

    Every analysis of the households begins with this, so that all of them mean the same by the last wave.

    Parameters
    ----------
    survey, homes
        Tables `survei` and `rumah_tangga` of the contract. They are not changed.

    Returns
    -------
    DataFrame
        The survey up to the last wave that is compared; all of it where no wave has ten participants.
    tuple of int
        The waves that were left out.
    """
    last = _last_of(survey[["id_rt", "gelombang"]], homes)
    later = survey["gelombang"] > last if last is not None else pd.Series(False, index=survey.index)
    if not later.any():
        return survey, ()
    return survey[~later], tuple(sorted(int(wave) for wave in survey.loc[later, "gelombang"].unique()))


def _last_of(answered: pd.DataFrame, homes: pd.DataFrame) -> int | None:
    """Apply the rule of `last_compared` to whoever answered."""
    known = homes.drop_duplicates("id_rt")
    others = known.loc[arms_of(known) != PARTICIPANT, "id_rt"]

    mine = answered[~answered["id_rt"].isin(others)].drop_duplicates(["id_rt", "gelombang"])
    at_baseline = mine["id_rt"].isin(mine.loc[mine["gelombang"] == BASELINE, "id_rt"])
    matched = mine.loc[at_baseline, "gelombang"].value_counts()
    waves = (int(wave) for wave in answered["gelombang"].unique())
    return last_compared(waves, lambda wave: int(matched.get(wave, 0)))


def months_of(days: pd.Series) -> pd.Series[str]:
    """Give the month of every day as YYYY-MM; missing where the day is."""
    days = pd.to_datetime(days)
    different = pd.Series(days.dropna().unique())
    names = dict(zip(different, different.dt.strftime("%Y-%m"), strict=True))
    return days.map(names).astype("str")


def pair_waves(
    survey: pd.DataFrame, homes: pd.DataFrame, column: str, *, first: int = BASELINE, last: int
) -> pd.DataFrame:
    """Match the households that answered a question in two waves.

    Parameters
    ----------
    survey, homes
        Tables `survei` (with derived measures where `column` is one) and `rumah_tangga`.
    column
        What was measured.
    first, last
        The two waves.

    Returns
    -------
    DataFrame
        A row per household with both answers, sorted by ``id_rt``: ``id_rt``, ``before``, ``after``,
        ``month_before``, ``month_after`` (YYYY-MM) and the traits of `with_traits`.
    """
    told = survey[["id_rt", "gelombang", "tanggal"]].assign(_value=_numbers(survey, column))
    told = told[told["_value"].notna() & told["gelombang"].isin((first, last))]
    told = told.assign(_month=months_of(told["tanggal"])).drop_duplicates(["id_rt", "gelombang"])
    start = with_traits(told[told["gelombang"] == first], homes).set_index("id_rt")
    before = start[["_value", "_month", *_OF_HOUSEHOLD]]
    after = told[told["gelombang"] == last].set_index("id_rt")[["_value", "_month"]]
    before = before.rename(columns={"_value": "before", "_month": "month_before"})
    after = after.rename(columns={"_value": "after", "_month": "month_after"})
    return before.join(after, how="inner").sort_index().reset_index()


def _sum(survey: pd.DataFrame, names: tuple[str, ...]) -> pd.Series[float]:
    parts = pd.DataFrame({name: _numbers(survey, name) for name in names})
    return parts.sum(axis="columns", skipna=False)


def _classed(column: pd.Series, starts: tuple[int, ...], names: tuple[str, ...]) -> pd.Series[str]:
    """Name the class of every number by where it starts; missing where there is no number."""
    numbers = pd.to_numeric(column, errors="coerce").astype("float64")
    classes = pd.cut(numbers, [*starts, float("inf")], right=False, labels=list(names))
    return classes.astype("object")


def _numbers(survey: pd.DataFrame, column: str) -> pd.Series[float]:
    if column not in survey:
        return pd.Series(float("nan"), index=survey.index, dtype="float64")
    return pd.to_numeric(survey[column], errors="coerce").astype("float64")
