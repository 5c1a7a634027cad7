"""Sentences on answers that are missing, and on how sure the numbers are."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.rows import as_rows
from pasar_nb.analysis.survey import MissingValues, Precision, SurveyExamined
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Listing, Message, Share, _, listing, paragraph
from pasar_nb.vocabulary import Audience, reliability

_MOST_NAMED = 6  # in one sentence
_WORST = 3


def missing(shown: Released[SurveyExamined]) -> Message | NotEstimable:
    """Say how many answers are missing, where most, and what was never asked."""
    result = shown.result.missing
    if isinstance(result, NotEstimable):
        return result
    if result.table.empty and shown.audience == "internal":
        return paragraph(
            _("Tidak ada jawaban yang kosong pada pertanyaan yang diajukan."), *_not_asked(result)
        )
    told = [row for row in as_rows(result.by_wave) if pd.notna(row["share_missing"])]
    if not told:
        return NotEstimable(
            _(
                "Banyaknya jawaban kosong tidak ditampilkan: kurang dari 10 rumah tangga meninggalkan "
                "pertanyaan tanpa jawaban, atau angkanya dilindungi."
            )
        )
    each = listing(
        _("{share} pada gelombang {wave}", share=Share(row["share_missing"], 1), wave=int(row["wave"]))
        for row in told
    )
    return paragraph(
        _("Dari semua jawaban yang diminta, yang kosong: {each}.", each=each),
        *_worst(result),
        *_not_asked(result),
    )


def precision(shown: Released[SurveyExamined]) -> Message | NotEstimable:
    """Say how many measures of the participants are sure enough to be used."""
    result = shown.result.precision
    if isinstance(result, NotEstimable):
        return result
    classes = _classes(result, shown.audience)
    known = sum(len(names) for names in classes.values())
    if not known:
        return NotEstimable(_("Kurang dari 10 peserta menjawab, sehingga ketelitiannya tidak dihitung."))
    said = [
        _(
            "Galat baku relatif membandingkan ketidakpastian suatu angka dengan besarnya. Dari {known} "
            "ukuran peserta yang dapat dinilai, {usable} layak dipakai (sampai 25%).",
            known=known,
            usable=len(classes["usable"]),
        )
    ]
    if classes["careful"]:
        said.append(_("Dipakai dengan hati-hati (25–50%): {names}.", names=_named(classes["careful"])))
    if classes["unusable"]:
        said.append(_("Belum layak dipakai (di atas 50%): {names}.", names=_named(classes["unusable"])))
    return paragraph(*said)


def unsure(shown: Released[SurveyExamined]) -> list[Message]:
    """Say which measures are too unsure to be used."""
    result = shown.result.precision
    names = [] if isinstance(result, NotEstimable) else _classes(result, shown.audience)["unusable"]
    if not names:
        return []
    return [
        _(
            "Galat baku relatif di atas 50%, sehingga tingkatnya tidak layak dipakai: {names}.",
            names=_named(names),
        )
    ]


def unasked(shown: Released[SurveyExamined]) -> list[Message]:
    """Say what nobody was asked."""
    result = shown.result.missing
    return [] if isinstance(result, NotEstimable) else _not_asked(result)[:1]


def _classes(result: Precision, audience: Audience) -> dict[str, list[Message]]:
    labels = {question.name: question.label for question in result.questions}
    errors = result.table["exact_rse" if audience == "internal" else "rse"]
    found: dict[str, list[Message]] = {"usable": [], "careful": [], "unusable": []}
    for name, rse in zip(result.table["variable"], errors, strict=True):
        if pd.notna(rse):
            found[reliability(float(rse))].append(labels[name])
    return found


def _worst(result: MissingValues) -> list[Message]:
    """Name the questions that most left without an answer, each with its worst wave."""
    table = result.table.dropna(subset=["share"])
    worst = table.sort_values("share", ascending=False, kind="stable").drop_duplicates("variable")
    labels = {question.name: question.label for question in result.questions}
    each = [
        _(
            "{label} ({share}, gelombang {wave})",
            label=InSentence(labels[str(row["variable"])]),
            share=Share(row["share"], 1),
            wave=str(row["wave"]),
        )
        for row in as_rows(worst.head(_WORST))
    ]
    return [_("Paling sering kosong: {each}.", each=listing(each))] if each else []


def _not_asked(result: MissingValues) -> list[Message]:
    said = []
    if result.never:
        said.append(
            _(
                "Tidak diajukan pada gelombang mana pun, sehingga bukan jawaban kosong: {names}.",
                names=_named(list(result.never)),
            )
        )
    if result.not_every_wave:
        said.append(
            _("Diajukan hanya pada sebagian gelombang: {names}.", names=_named(list(result.not_every_wave)))
        )
    return said


def _named(labels: list[Message]) -> Listing:
    """Name some measures, and count the rest."""
    shown = [InSentence(label) for label in labels[:_MOST_NAMED]]
    rest = len(labels) - _MOST_NAMED
    return listing([*shown, _("{count} lainnya", count=rest)] if rest > 0 else shown)
