"""Answers that are missing, by question and wave."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.measures import Measure, measures_of
from pasar_nb.analysis.survey.results import MissingValues
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import CATEGORY_LABELS, MEASURES, SUPPRESS_BELOW

_MEMBERS = "jumlah_anggota"  # a question of every survey that belongs to no theme


def missing_values(survey: pd.DataFrame, variables: pd.DataFrame) -> MissingValues | NotEstimable:
    """Count the answers that are missing.

    Parameters
    ----------
    survey
        Table `survei` as it was written, not empty.
    variables
        Table `variabel`.

    Returns
    -------
    MissingValues or NotEstimable
        The latter where nobody answered anything.
    """
    questions = (*_members(survey), *measures_of(survey, variables))
    if not questions:
        return NotEstimable(_("Tabel survei tidak memuat satu jawaban pun."))
    once = survey.drop_duplicates(["id_rt", "gelombang"])
    waves, gaps = once["gelombang"].astype("int64"), once[[question.name for question in questions]].isna()
    asked, lacking = waves.value_counts().sort_index(), gaps.groupby(waves).sum()
    was_asked = lacking.lt(asked, axis="index")  # a question that nobody answered was not asked
    partly = [question.label for question in questions if not was_asked[question.name].all()]
    return MissingValues(
        questions=questions,
        never=_never(survey, variables),
        not_every_wave=tuple(partly),
        table=_by_question(lacking.where(was_asked), asked),
        by_wave=_by_wave(gaps, waves, was_asked, asked),
    )


def _by_question(lacking: pd.DataFrame, asked: pd.Series[int]) -> pd.DataFrame:
    """List the questions with a missing answer, the worst first, each with all its waves."""
    long = lacking.reset_index(names="wave").melt("wave", var_name="variable", value_name="missing")
    long = long.dropna(subset=["missing"]).assign(asked=lambda rows: rows["wave"].map(asked))
    long = long.assign(share=long["missing"] / long["asked"])
    worst = long.groupby("variable")["share"].transform("max")
    ordered = long.assign(worst=worst)[worst > 0].sort_values(
        ["worst", "variable", "wave"], ascending=[False, True, True], ignore_index=True
    )
    kinds = {"variable": "str", "wave": "str", "asked": "int64", "missing": "int64", "share": "float64"}
    return ordered[list(kinds)].astype(kinds)


def _by_wave(
    gaps: pd.DataFrame, waves: pd.Series[int], was_asked: pd.DataFrame, asked: pd.Series[int]
) -> pd.DataFrame:
    """Count the households without any missing answer, and the share of all answers that are missing."""
    counted = gaps.to_numpy() & was_asked.reindex(waves).to_numpy()
    complete = pd.Series(~counted.any(axis=1)).groupby(waves.to_numpy()).sum()
    lacking = pd.Series(counted.sum(axis=1)).groupby(waves.to_numpy()).sum()
    answers = (asked * was_asked.sum(axis="columns")).astype("float64")
    table = pd.DataFrame({"asked": asked, "complete": complete, "share_missing": lacking / answers})
    table = table.rename_axis("wave").reset_index()
    lacking_any = table["asked"] - table["complete"]
    return table.assign(
        share_complete=table["complete"] / table["asked"], exposing=lacking_any < SUPPRESS_BELOW
    )


def _never(survey: pd.DataFrame, variables: pd.DataFrame) -> tuple[Message, ...]:
    """Name the questions of the contract that nobody answered."""
    own = set(variables["variabel"].dropna()) if "variabel" in variables else set()
    labels = {name: label for name, (label, _unit, _kind) in MEASURES.items()} | CATEGORY_LABELS
    empty = [name for name in survey.columns if name not in own and survey[name].isna().all()]
    return tuple(labels[name] for name in empty if name in labels)


def _members(survey: pd.DataFrame) -> tuple[Measure, ...]:
    if _MEMBERS not in survey or survey[_MEMBERS].isna().all():
        return ()
    label, unit, _kind = MEASURES[_MEMBERS]
    return (Measure(_MEMBERS, label, unit, "number", None),)
