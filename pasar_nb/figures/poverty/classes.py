"""The classes of expenditure of the participants, before and after, drawn."""

from __future__ import annotations

import math
from typing import Any

from pasar_nb.analysis.poverty.reading import seen
from pasar_nb.analysis.poverty.results import LivingStandard, Poverty
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import ReportFigure
from pasar_nb.figures.poverty.marks import Mark, draw_marks
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, Share, _, listing, paragraph
from pasar_nb.vocabulary import PARTICIPANT
from pasar_nb.vocabulary.poverty import MOMENT_LABELS, class_label, class_limits


def classes(shown: Released[LivingStandard]) -> ReportFigure | NotEstimable:
    """Show the share of the participants in every class, with its interval, before and after."""
    found = shown.result.main
    if isinstance(found, NotEstimable):
        return found
    codes = list(dict.fromkeys(found.classes["kelas"]))
    rows = [row for code in codes for row in _visible(found, code)]
    if not rows:
        return NotEstimable(_("Kelas tidak ditampilkan: tidak ada kelas dengan 10 rumah tangga atau lebih."))
    marks = [Mark(class_label(str(row["kelas"])), row) for row in rows]
    return ReportFigure(
        name="kelas_sebelum_sesudah",
        title=_title(rows),
        drawing=draw_marks(marks, _("Bagian anggota rumah tangga peserta"), shown.language),
        alternative=_(
            "Titik bagian anggota rumah tangga peserta dalam tiap kelas dengan garis selang 95%: {each}.",
            each=listing(mark.whole for mark in marks),
        ),
        note=paragraph(
            _note(found.basis),
            _("Batas: {limits} kali garis kemiskinan.", limits=_limits(codes)),
            _("Garis: selang 95%; n: rumah tangga peserta. Hanya rumah tangga yang disurvei."),
            _("Sumber: tabel survei dan acuan."),
        ),
    )


def _visible(found: Poverty, code: str) -> list[dict[str, Any]]:
    return [row for row in seen(found, PARTICIPANT, code) if not math.isnan(row["low"])]


def _title(rows: list[dict[str, Any]]) -> Message:
    """Name the class with the largest share of the last wave that is seen."""
    moment = rows[-1]["moment"]
    largest = max((row for row in rows if row["moment"] == moment), key=lambda row: float(row["share"]))
    return _(
        "Pada {moment}, kelas terbesar adalah {name}: {share} anggota rumah tangga peserta.",
        moment=InSentence(MOMENT_LABELS[str(moment)]),
        name=InSentence(class_label(str(largest["kelas"]))),
        share=Share(largest["share"], 1),
    )


def _note(basis: str) -> Message:
    if basis == "belanja":
        return _("Kelas menurut belanja per orang terhadap garis kemiskinan kabupaten (BPS dan Bank Dunia).")
    return _(
        "Kelas menurut pendapatan per orang terhadap garis kemiskinan kabupaten, bukan menurut pengeluaran."
    )


def _limits(codes: list[str]) -> Any:
    return listing(
        _("{name} {limits}", name=InSentence(class_label(code)), limits=class_limits(code)) for code in codes
    )
