"""What the scores rest on: figures, sources and the age of the data."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.commodity.results import Criteria, Evidence
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _

STALE_AFTER = 5  # years; within one term of the district's medium-term plan (RPJMD)
_COLUMNS = ["kriteria", "skor", "nilai_data", "sumber", "tahun"]


def examine_evidence(criteria: Criteria, scores: pd.DataFrame, *, reference_year: int | None) -> Evidence:
    """Count the scores that have data, a source and a year, and tell how old the data are.

    Parameters
    ----------
    criteria
        In whose order the result is.
    scores
        Table `skor` of the contract; rows without a score are not counted.
    reference_year
        Year against which the data are old; None where it is not known.
    """
    given = scores.reindex(columns=_COLUMNS).dropna(subset=["skor"])
    years = given["tahun"].astype("Int64")
    return Evidence(
        n_scores=len(given),
        with_data=int(given["nilai_data"].notna().sum()),
        with_source=int(given["sumber"].fillna("").astype("str").str.strip().ne("").sum()),
        with_year=int(years.notna().sum()),
        oldest_year=None if years.isna().all() else int(years.min()),
        newest_year=None if years.isna().all() else int(years.max()),
        reference_year=reference_year,
        stale=_stale(years, reference_year),
        table=_by_criterion(criteria, given.assign(tahun=years)),
    )


def _stale(years: pd.Series[int], reference_year: int | None) -> int | NotEstimable:
    if reference_year is None:
        return NotEstimable(_("Tahun acuan tidak diketahui, sehingga umur data tidak dapat dinilai."))
    return int((reference_year - years > STALE_AFTER).sum())


def _by_criterion(criteria: Criteria, given: pd.DataFrame) -> pd.DataFrame:
    groups = given.groupby("kriteria")
    counted = pd.DataFrame(
        {
            "n_scores": groups.size(),
            "with_data": groups["nilai_data"].count(),
            "oldest_year": groups["tahun"].min(),
            "newest_year": groups["tahun"].max(),
        }
    ).reindex(criteria.table["kriteria"])
    counts = counted[["n_scores", "with_data"]].fillna(0).astype("int64")
    return counted.assign(**counts).rename_axis("kriteria").reset_index()
