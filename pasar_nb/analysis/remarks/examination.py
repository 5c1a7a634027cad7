"""What the remarks of people say, in one call."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.monitoring.feedback import texts_of
from pasar_nb.analysis.remarks.agreement import agreement_of
from pasar_nb.analysis.remarks.quoting import quotation
from pasar_nb.analysis.remarks.results import Quotations, RemarksExamined, Themes
from pasar_nb.analysis.remarks.words import frequent_words
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import REMARK_LABELS

QUOTED_PER_THEME, MOST_QUOTED = 1, 6


def examine(remarks: pd.DataFrame) -> RemarksExamined:
    """Count themes and words of remarks, choose a few to be quoted, and compare two codings.

    Parameters
    ----------
    remarks
        Table `umpan_balik` of the contract. It is not changed.

    Returns
    -------
    RemarksExamined
        What cannot be said is a `NotEstimable` with its reason.
    """
    if remarks.empty:
        nothing = NotEstimable(_("Belum ada umpan balik yang dicatat."))
        return RemarksExamined(themes=nothing, words=nothing, quotations=nothing, agreement=nothing)
    told = pd.DataFrame(
        {
            "tema": texts_of(remarks, "tema"),
            "kedua": texts_of(remarks, "tema_kedua"),
            "sex": texts_of(remarks, "jenis_kelamin").replace("", "unrecorded"),
            "sumber": remarks["sumber"],
            "tanggal": remarks["tanggal"],
            "teks": texts_of(remarks, "teks"),
        }
    )
    return RemarksExamined(
        themes=_themes(told),
        words=frequent_words(told["teks"]),
        quotations=_quotations(told),
        agreement=agreement_of(told["tema"], told["kedua"]),
    )


def _themes(told: pd.DataFrame) -> Themes:
    return Themes(
        sexes=bool((told["sex"] != "unrecorded").any()),
        by_source=_crossed(told, "sumber", tuple(REMARK_LABELS)),
        by_sex=_crossed(told, "sex", ("L", "P", "unrecorded")),
    )


def _crossed(told: pd.DataFrame, column: str, groups: tuple[str, ...]) -> pd.DataFrame:
    """Count the remarks of every theme by group, the most frequent theme first."""
    counts = pd.crosstab(told["tema"], told[column]).reindex(columns=list(groups), fill_value=0)
    counts = counts.assign(n=counts.sum(axis="columns")).reset_index()
    counts.columns.name = None
    return counts.sort_values(["n", "tema"], ascending=[False, True], ignore_index=True)


def _quotations(told: pd.DataFrame) -> Quotations | NotEstimable:
    """Choose the latest remark that may be quoted of each theme, themes that many named first."""
    sizes = told["tema"].value_counts()
    latest = told[told["tema"] != ""].sort_values("tanggal", ascending=False, kind="stable")
    may = latest.assign(teks=latest["teks"].map(quotation)).dropna(subset=["teks"])
    may = may.drop_duplicates("teks").groupby("tema", sort=False).head(QUOTED_PER_THEME)
    may = may.assign(n=may["tema"].map(sizes)).sort_values(
        ["n", "tema"], ascending=[False, True], kind="stable", ignore_index=True
    )
    if may.empty:
        return NotEstimable(
            _(
                "Tidak ada ungkapan yang dikutip: hanya ungkapan bertema yang seluruhnya terdiri atas kata "
                "sehari-hari, tanpa nama, tempat, angka, dan hal keluarga, yang boleh dikutip."
            )
        )
    return Quotations(table=may.head(MOST_QUOTED)[["tema", "n", "teks"]])
