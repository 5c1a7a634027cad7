"""Candidate partners compared on what moves them, what they bring and what they can."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.business.model_results import Partners
from pasar_nb.analysis.rows import as_rows
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import PARTNER_KIND_LABELS, RATING_LABELS

RATINGS = list(RATING_LABELS)


def compare_partners(candidates: pd.DataFrame | None) -> Partners | NotEstimable:
    """Compare candidate partners within their kind.

    Parameters
    ----------
    candidates
        Table `mitra` of the contract; None where the district has none.

    Returns
    -------
    Partners or NotEstimable
        The latter where there is no candidate.

    Notes
    -----
    Ringkasan, 2.2: several candidates are compared on incentive and contribution; capacity is added where it
    is known. The ratings are ordered classes, so that a sum of them would weigh what nobody has weighed:
    candidates are compared by dominance (Pareto), on the ratings that anyone of their kind has; one that
    lacks a rating which others of its kind have is not compared at all.
    """
    if candidates is None or not candidates["jenis"].isin(list(PARTNER_KIND_LABELS)).any():
        return NotEstimable(_("Tabel mitra belum berisi, sehingga calon mitra tidak dibandingkan."))
    known = candidates[candidates["jenis"].isin(list(PARTNER_KIND_LABELS))]
    kinds = [known[known["jenis"].eq(kind)] for kind in PARTNER_KIND_LABELS]
    ordered = pd.concat(kinds, ignore_index=True)
    table = ordered[["jenis", "status", "tanggal"]].assign(
        calon=[str(place) for place in range(1, len(ordered) + 1)],
        nomor=(ordered.groupby("jenis").cumcount() + 1).astype("int64"),
        **{name: ordered[name].astype("float64") for name in RATINGS},
    )
    used = table[RATINGS].notna().groupby(table["jenis"]).transform("any")
    table = table.assign(
        compared_on=[",".join(name for name in RATINGS if row[name]) for row in as_rows(used)],
        comparable=(table[RATINGS].notna() | ~used).all(axis="columns") & used.any(axis="columns"),
    )
    beaten = [_beaten_by(row, table) for _place, row in table.iterrows()]
    beating = {number for numbers in beaten for number in numbers}
    leads = [
        bool(comparable and not numbers and number in beating)
        for comparable, numbers, number in zip(table["comparable"], beaten, table["calon"], strict=True)
    ]
    full = table.assign(dominated_by=[",".join(numbers) for numbers in beaten], leads=leads)
    names = pd.DataFrame({"calon": table["calon"], "nama": ordered["mitra"].astype("str")})
    return Partners(table=full[_COLUMNS], names=names)


_COLUMNS = ["calon", "nomor", "jenis", *RATINGS, "status", "tanggal", "compared_on"]
_COLUMNS += ["comparable", "dominated_by", "leads"]


def _beaten_by(row: pd.Series, table: pd.DataFrame) -> list[str]:
    """Find the candidates of its kind that are nowhere worse and somewhere better."""
    if not row["comparable"]:
        return []
    rivals = table[table["jenis"].eq(row["jenis"]) & table["comparable"]]
    names = str(row["compared_on"]).split(",")
    own = row[names].astype("float64")
    nowhere_worse = (rivals[names] >= own).all(axis="columns")
    better = (rivals[names] > own).any(axis="columns")
    return [str(number) for number in rivals.loc[nowhere_worse & better, "calon"]]
