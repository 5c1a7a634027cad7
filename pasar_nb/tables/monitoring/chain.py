"""Tables of the results chain: its boxes, and the questions for the review meeting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pasar_nb.analysis.monitoring import LAGGING, Monitoring
from pasar_nb.analysis.monitoring.wording import quoted, said_state
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Listing, Message, _, listing, paragraph
from pasar_nb.tables.columns import column_of, labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import LEVEL_LABELS

_BOXES = (
    DisplayColumn("rantai", _("Kode")),
    DisplayColumn("tingkat", _("Tingkat")),
    DisplayColumn("pernyataan", _("Kotak")),
    DisplayColumn("keadaan", _("Keadaan")),
    DisplayColumn("n_indicators", _("Indikator"), "integer"),
    DisplayColumn("menuju", _("Panah menuju")),
)
_QUESTIONS = (
    DisplayColumn("pernyataan", _("Kotak")),
    DisplayColumn("keadaan", _("Keadaan")),
    DisplayColumn("indikator", _("Indikator dengan keadaan itu")),
    DisplayColumn("asumsi", _("Asumsi yang perlu diperiksa")),
    DisplayColumn("pertanyaan", _("Pertanyaan")),
)
_ASKED: Mapping[str, Message] = {
    "starts_here": _("Apa yang menghambat, dan apa yang dapat diubah pada kegiatan, lokasi, atau mitra?"),
    "breaks_here": _(
        "Kotak tepat sebelumnya tidak menyimpang: apakah asumsinya masih berlaku, atau model bisnisnya "
        "perlu disesuaikan?"
    ),
    "unmeasured": _("Kapan indikatornya diukur, dan dengan sumber apa?"),
    "unclear": _("Target berlawanan dengan arah yang diharapkan: mana yang benar?"),
    "no_indicator": _("Dari mana kita mengetahui bahwa kotak ini tercapai?"),
}


def boxes(shown: Released[Monitoring]) -> DisplayTable | NotEstimable:
    """Show every box with its state, its indicators and where its arrows lead."""
    chain = shown.result.chain
    if chain.boxes.empty:
        return NotEstimable(_("Rantai hasil belum diisi."))
    led = [_led(box, chain.arrows) for box in chain.boxes["rantai"]]
    return DisplayTable(
        name="kotak_rantai_hasil",
        title=_("Kotak rantai hasil dan keadaannya"),
        columns=_BOXES,
        frame=chain.boxes.assign(
            tingkat=labelled(chain.boxes["tingkat"], LEVEL_LABELS),
            keadaan=column_of([said_state(state) for state in chain.boxes["state"]], chain.boxes.index),
            menuju=column_of(led, chain.boxes.index),
        ),
        note=_(
            "Keadaan kotak adalah keadaan indikatornya yang terburuk. Tebal: menyimpang dari rencana. "
            "n = {n} kotak. Sumber: tabel rantai, indikator, dan capaian.",
            n=len(chain.boxes),
        ),
        highlight=tuple(chain.boxes.index[chain.boxes["state"].isin(LAGGING)]),
    )


def questions(shown: Released[Monitoring]) -> DisplayTable | NotEstimable:
    """Show what the review meeting should ask about each box that lags or is not known."""
    table = shown.result.questions.table
    if table.empty:
        return NotEstimable(
            _("Tidak ada kotak yang menyimpang dari rencana atau tidak diketahui keadaannya.")
        )
    rows = table.to_dict("records")
    return DisplayTable(
        name="pertanyaan_tinjauan",
        title=_("Pertanyaan untuk pertemuan tinjauan"),
        columns=_QUESTIONS,
        frame=table.assign(
            keadaan=column_of([said_state(row["state"]) for row in rows], table.index),
            indikator=column_of([_named(row["indicators"]) for row in rows], table.index),
            asumsi=column_of([_assumed(row) for row in rows], table.index),
            pertanyaan=column_of([_asked(row) for row in rows], table.index),
        ),
        note=_(
            "Asumsi: dari kotak itu dan kotak tepat sebelumnya. n = {n} kotak. Sumber: tabel rantai, "
            "indikator, dan capaian.",
            n=len(table),
        ),
    )


def _named(names: tuple[str, ...]) -> Listing | None:
    return listing(names) if names else None


def _led(box: str, arrows: pd.DataFrame) -> Listing | None:
    led = arrows.loc[arrows["source"] == box, "target"]
    return None if led.empty else listing(led)


def _assumed(row: dict[Any, Any]) -> Message | Listing | None:
    if row["assumptions"]:
        return paragraph(*(_sentence(text) for text in row["assumptions"]))
    return _("Asumsi tidak dicatat.") if row["state"] in LAGGING else None


def _sentence(text: str) -> Message:
    return Message("{text}.", {"text": text.strip().rstrip(".")})


def _asked(row: dict[Any, Any]) -> Message:
    if row["before"]:
        return _("Kotak sebelumnya juga menyimpang; bahas itu dahulu: {boxes}.", boxes=quoted(row["before"]))
    return _ASKED[str(row["kind"])]
