"""Tables of answers that are missing, and of how sure the numbers are."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from pasar_nb.analysis.measures import Measure
from pasar_nb.analysis.survey import MissingValues, SurveyExamined
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.tables.columns import column_of
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import RELIABILITY_LABELS, reliability

_MOST_WAVES = 6  # beside each other on a page of A4
HIDDEN = NotEstimable(
    _(
        "Jawaban kosong menurut pertanyaan tidak ditampilkan: pada setiap pertanyaan yang tidak menjawab "
        "kurang dari 10 rumah tangga."
    )
)


def missing(shown: Released[SurveyExamined]) -> DisplayTable | NotEstimable:
    """Show the share of households without an answer, by question and wave."""
    result = shown.result.missing
    if isinstance(result, NotEstimable):
        return result
    if shown.audience == "public" and result.table["share"].isna().all():
        return HIDDEN
    if result.table.empty:
        return NotEstimable(_("Tidak ada jawaban yang kosong pada pertanyaan yang diajukan."))
    waves = sorted({int(wave) for wave in result.table["wave"]})[-_MOST_WAVES:]
    wide = _wide(result, waves)
    return DisplayTable(
        name="jawaban_kosong",
        screen_only=True,
        title=_("Bagian rumah tangga tanpa jawaban, menurut pertanyaan dan gelombang"),
        columns=(
            DisplayColumn("label", _("Pertanyaan")),
            *(DisplayColumn(f"share_{wave}", _("Gelombang {wave}", wave=wave), "share", 1) for wave in waves),
            *(
                DisplayColumn(f"missing_{wave}", _("n kosong, gelombang {wave}", wave=wave), "integer")
                for wave in waves[-1:]
            ),
            DisplayColumn("asked", _("n ditanya, gelombang {wave}", wave=waves[-1]), "integer"),
        ),
        frame=wide.assign(label=column_of(_labels(wide["variable"], result.questions), wide.index)),
        note=_(
            "Pembagi: rumah tangga yang diwawancarai pada gelombang itu; pertanyaan yang tidak dijawab siapa "
            "pun pada suatu gelombang dianggap tidak diajukan. Sumber: tabel survei."
        ),
    )


def precision(shown: Released[SurveyExamined]) -> DisplayTable | NotEstimable:
    """Show the relative standard error of every measure of the participants."""
    result = shown.result.precision
    if isinstance(result, NotEstimable):
        return result
    table = result.table
    rse = table["exact_rse"] if shown.audience == "internal" else table["rse"]
    said = [None if pd.isna(one) else RELIABILITY_LABELS[reliability(float(one))] for one in rse]
    main = tuple(table.index[table["variable"] == result.main])
    return DisplayTable(
        name="ketelitian",
        screen_only=True,
        title=_("Galat baku relatif ukuran peserta"),
        columns=(
            DisplayColumn("label", _("Ukuran")),
            DisplayColumn("wave", _("Gelombang")),
            DisplayColumn("n", _("n rumah tangga"), "integer"),
            DisplayColumn("rse", _("Galat baku relatif"), "share", 1),
            DisplayColumn("reading", _("Keandalan")),
        ),
        frame=table.assign(
            rse=rse,
            label=column_of(_labels(table["variable"], result.questions), table.index),
            reading=column_of(said, table.index),
        ),
        note=_precision_note(result.groups),
        highlight=main,
    )


def _wide(result: MissingValues, waves: list[int]) -> pd.DataFrame:
    """Lay the waves beside each other, questions of which a share may be shown in the order of the table."""
    table = result.table
    told = table[table.groupby("variable")["share"].transform("count") > 0]
    order = list(dict.fromkeys(told["variable"]))
    wide = pd.DataFrame({"variable": order})
    for wave in waves:
        own = table[table["wave"] == str(wave)].set_index("variable").reindex(order)
        wide[f"share_{wave}"] = own["share"].to_numpy()
        wide[f"missing_{wave}"] = own["missing"].astype("object").to_numpy()
        wide["asked"] = own["asked"].astype("object").to_numpy()
    return wide


def _labels(names: Iterable[str], questions: tuple[Measure, ...]) -> list[Message]:
    labels = {question.name: question.label for question in questions}
    return [labels[name] for name in names]


def _precision_note(groups: int) -> Message:
    if groups:
        return _(
            "Galat baku rata-rata atau bagian dibagi nilainya, dengan {groups} kelompok sebagai gugus. "
            "Sampai 25% layak dipakai, sampai 50% dengan hati-hati, di atasnya belum layak (cara baca BPS). "
            "Huruf tebal: hasil utama. Sumber: tabel survei, peserta saja.",
            groups=groups,
        )
    return _(
        "Galat baku rata-rata atau bagian dibagi nilainya; rumah tangga dianggap saling bebas. Sampai 25% "
        "layak dipakai, sampai 50% dengan hati-hati, di atasnya belum layak (cara baca BPS). Huruf tebal: "
        "hasil utama. Sumber: tabel survei, peserta saja."
    )
