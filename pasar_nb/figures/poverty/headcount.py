"""The share of persons below the poverty line, by arm and wave, drawn."""

from __future__ import annotations

import math
from typing import Any

from pasar_nb.analysis.poverty.reading import seen
from pasar_nb.analysis.poverty.results import LivingStandard
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import ReportFigure
from pasar_nb.figures.poverty.marks import Mark, draw_marks
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, Share, Value, _, listing, paragraph
from pasar_nb.vocabulary import ARM_LABELS
from pasar_nb.vocabulary.poverty import POOR_CLASS

_BASES: dict[str, Message] = {"belanja": _("belanja"), "pendapatan": _("pendapatan")}


def headcount(shown: Released[LivingStandard]) -> ReportFigure | NotEstimable:
    """Show the share of persons below the poverty line, with its interval, by arm and wave."""
    found = shown.result.main
    if isinstance(found, NotEstimable):
        return found
    rows = [row for arm in ARM_LABELS for row in seen(found, arm, POOR_CLASS) if not math.isnan(row["low"])]
    if not rows:
        return NotEstimable(
            _(
                "Angka kemiskinan tidak ditampilkan: kurang dari 10 rumah tangga berada di bawah atau di "
                "atas garis kemiskinan."
            )
        )
    basis = _BASES[found.basis]
    marks = [Mark(ARM_LABELS[str(row["group"])], row) for row in rows]
    return ReportFigure(
        name="di_bawah_garis_kemiskinan",
        title=_title(rows, basis),
        drawing=draw_marks(marks, _("Bagian anggota rumah tangga"), shown.language),
        alternative=_(
            "Titik bagian anggota rumah tangga di bawah garis kemiskinan dengan garis selang 95%: {each}.",
            each=listing(mark.whole for mark in marks),
        ),
        note=paragraph(
            _(
                "Bagian anggota rumah tangga dengan {basis} per orang di bawah garis kemiskinan kabupaten.",
                basis=basis,
            ),
            _(
                "Garis: selang 95%; n: rumah tangga. Hanya rumah tangga yang disurvei; bukan angka resmi dan "
                "tidak dapat disandingkan dengannya."
            ),
            _("Sumber: tabel survei dan acuan."),
        ),
    )


def _title(rows: list[dict[str, Any]], basis: Message) -> Message:
    group = str(rows[0]["group"])
    own = [row for row in rows if row["group"] == group]
    values: dict[str, Value] = {"group": InSentence(ARM_LABELS[group]), "basis": basis}
    if len(own) == 1:
        return _(
            "Menurut {basis}, {share} anggota rumah tangga {group} berada di bawah garis kemiskinan.",
            share=Share(own[0]["share"], 1),
            **values,
        )
    return _(
        "Di bawah garis kemiskinan menurut {basis}: {before} anggota rumah tangga {group} pada survei awal, "
        "{after} pada survei terakhir.",
        before=Share(own[0]["share"], 1),
        after=Share(own[-1]["share"], 1),
        **values,
    )
