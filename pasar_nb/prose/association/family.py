"""Sentences on attendance against income, knowledge and ability, and on the change by dose."""

from __future__ import annotations

from typing import Any

from pasar_nb.analysis.association.results import Association, Family
from pasar_nb.analysis.association.support import CONTACTS
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, Number, _, listing, paragraph, paragraphs
from pasar_nb.prose.association.relation import in_short
from pasar_nb.prose.counts import count_of
from pasar_nb.vocabulary import CHANCE_LIMIT, SUPPORT_LABELS


def outcomes_asked(shown: Released[Association]) -> Message | NotEstimable:
    """Say for income, knowledge and ability whether those who came more often changed more."""
    family = shown.result.family
    if isinstance(family, NotEstimable):
        return family
    rows = as_rows(family.table[family.table["measure"] == CONTACTS].dropna(subset=["spearman"]))
    if not rows:
        return NotEstimable(_("Kaitan banyaknya pertemuan dengan perubahan tidak dapat disebut."))
    each = listing(_told(family, row) for row in rows)
    how = _(
        "Seluruhnya {tests} uji, dengan koreksi Benjamini-Hochberg; kaitan yang disetarakan "
        "membandingkan rumah tangga dengan tingkat awal yang sama; yang mulai rendah lebih leluasa "
        "naik.",
        tests=len(family.table),
    )
    return paragraphs(
        _("Dengan banyaknya pertemuan yang dihadiri: {each}.", each=each),
        _kinds(family),
        paragraph(
            how,
            in_short(),
            *(_("Tidak diuji: {reason}", reason=one.reason) for one in family.untested),
        ),
    )


def by_dose(shown: Released[Association]) -> Message | NotEstimable:
    """Tell the mean change of those who came seldom and of those who came most often."""
    doses = shown.result.doses
    if isinstance(doses, NotEstimable):
        return doses
    rows = as_rows(doses.table.dropna(subset=["mean", "low", "high"]))
    if not rows:
        return NotEstimable(_("Perubahan menurut banyaknya pertemuan tidak dapat disebut."))
    return paragraph(
        _(
            "Rata-rata perubahan {outcome} menurut banyaknya pertemuan yang dihadiri: {each}.",
            outcome=InSentence(doses.outcome.label),
            each=listing(
                _(
                    "{mean} pada {dose} (selang 95%: {low} sampai {high}; n = {n})",
                    dose=InSentence(doses.labels[str(row["dose"])]),
                    mean=doses.outcome.amount(row["mean"]),
                    low=doses.outcome.amount(row["low"]),
                    high=doses.outcome.amount(row["high"]),
                    n=count_of(row["n"]),
                )
                for row in rows
            ),
        ),
        in_short(),
    )


def _told(family: Family, row: dict[str, Any]) -> Message:
    clear = row["p_bh"] < CHANCE_LIMIT
    verdict = _("berkaitan jelas") if clear else _("tidak berkaitan jelas")
    return _(
        "perubahan {outcome} {verdict} (Spearman {value}; selang 95%: {low} sampai {high}; n = {n}; "
        "disetarakan {partial})",
        outcome=InSentence(family.labels[str(row["outcome"])]),
        verdict=verdict,
        value=Number(row["spearman"], 2),
        low=Number(row["low"], 2),
        high=Number(row["high"], 2),
        n=count_of(row["n"]),
        partial=_partial(row),
    )


def _partial(row: dict[str, Any]) -> Message:
    if row["partial"] != row["partial"]:
        return _("tidak dapat dihitung")
    return _(
        "{value}; {low} sampai {high}",
        value=Number(row["partial"], 2),
        low=Number(row["partial_low"], 2),
        high=Number(row["partial_high"], 2),
    )


def _kinds(family: Family) -> Message:
    """Name the other measures of support that stand out, whatever the outcome."""
    clear = family.table[(family.table["p_bh"] < CHANCE_LIMIT) & (family.table["measure"] != CONTACTS)]
    if clear.empty:
        return _("Jam dan jenis pendampingan tidak ada yang berkaitan jelas.")
    each = listing(
        _(
            "{measure} dengan perubahan {outcome} ({value}; {low} sampai {high}; n = {n})",
            measure=InSentence(SUPPORT_LABELS[str(row["measure"])]),
            outcome=InSentence(family.labels[str(row["outcome"])]),
            value=Number(row["spearman"], 2),
            low=Number(row["low"], 2),
            high=Number(row["high"], 2),
            n=count_of(row["n"]),
        )
        for row in as_rows(clear)
    )
    return _("Berkaitan jelas pula: {each}.", each=each)
