"""Sentences on candidate partners and the state of agreements."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.business.model_results import Partners
from pasar_nb.analysis.business.results import BusinessModel
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Day, InSentence, Listing, Message, _, _n, listing, paragraph
from pasar_nb.prose.business.amounts import Row
from pasar_nb.vocabulary import PARTNER_KIND_LABELS, PARTNER_STATUS_LABELS, RATING_LABELS

ROLE_OF_KIND = {"lokal": "mitra_lokal", "swasta": "mitra_swasta"}


def candidates(shown: Released[BusinessModel]) -> tuple[Message | NotEstimable, ...]:
    """Say how far each kind of partner is agreed, and which choices deserve another look."""
    result = shown.result.partners
    if isinstance(result, NotEstimable):
        return (result,)
    states = paragraph(*(_state(result, kind) for kind in PARTNER_KIND_LABELS))
    looks, unrated = _looks(result), _unrated(result)
    return (states, *_without_agreement(shown.result, result), *looks, *_left_out(result), *unrated)


def agreements_in_short(result: Partners) -> Message:
    """Say how many candidates of each kind agreed."""
    each = listing(
        _(
            "{kind} {agreed} dari {count}",
            kind=InSentence(label),
            agreed=len(result.agreed(kind)),
            count=int(result.table["jenis"].eq(kind).sum()),
        )
        for kind, label in PARTNER_KIND_LABELS.items()
    )
    return _("Calon mitra yang sudah sepakat: {each}.", each=each)


def _state(result: Partners, kind: str) -> Message:
    rows = as_rows(result.table[result.table["jenis"].eq(kind)])
    agreed = [row for row in rows if row["status"] == "sepakat"]
    label = PARTNER_KIND_LABELS[kind]
    if not rows:
        return _("{kind}: belum ada calon yang dicatat.", kind=label)
    if agreed:
        return _(
            "{kind}: {agreed} dari {count} calon sepakat, yaitu {each}.",
            kind=label,
            agreed=len(agreed),
            count=len(rows),
            each=listing(_dated(result, row) for row in agreed),
        )
    return _(
        "{kind}: belum ada dari {count} calon yang sepakat ({statuses}).",
        kind=label,
        count=len(rows),
        statuses=_statuses(rows),
    )


def _dated(result: Partners, row: Row) -> Message:
    if row["tanggal"] != row["tanggal"]:  # no date
        return _("{name} (tanggalnya tidak dicatat)", name=result.labels()[row["calon"]])
    return _(
        "{name} ({day})", name=result.labels()[row["calon"]], day=Day(pd.Timestamp(row["tanggal"]).date())
    )


def _statuses(rows: list[dict[str, object]]) -> Listing:
    found = [row["status"] for row in rows]
    each = [
        _("{count} {status}", count=found.count(status), status=label)
        for status, label in PARTNER_STATUS_LABELS.items()
        if status in found
    ]
    return listing(each)


def _without_agreement(model: BusinessModel, result: Partners) -> list[Message]:
    """Say where the model counts on a kind of partner that nobody has agreed to be."""
    if isinstance(model.exchanges, NotEstimable):
        return []
    after = model.exchanges.of("sesudah")
    counted = {*after["dari"], *after["ke"]}
    kinds = [kind for kind, role in ROLE_OF_KIND.items() if role in counted and result.agreed(kind).empty]
    if not kinds:
        return []
    return [
        _(
            "Model sesudah memuat {kinds}, tetapi belum ada calon yang sepakat untuk peran itu.",
            kinds=listing(InSentence(PARTNER_KIND_LABELS[kind]) for kind in kinds),
        )
    ]


def _looks(result: Partners) -> list[Message]:
    """Name agreed candidates whom another one dominates, and withdrawn ones who lead their kind."""
    rows = as_rows(result.table)
    by_number = {row["calon"]: row for row in rows}
    beaten = [
        _(
            "{name} sepakat, padahal {others} setidaknya sama pada {ratings}, serta lebih tinggi pada "
            "salah satunya.",
            name=result.labels()[row["calon"]],
            ratings=listing(InSentence(RATING_LABELS[one]) for one in str(row["compared_on"]).split(",")),
            others=listing(
                _rival(result, by_number[number]) for number in str(row["dominated_by"]).split(",")
            ),
        )
        for row in rows
        if row["status"] == "sepakat" and row["dominated_by"]
    ]
    gone = [
        _(
            "{name} batal, padahal mengungguli calon sejenis dan tidak diungguli oleh satu pun.",
            name=result.labels()[row["calon"]],
        )
        for row in rows
        if row["status"] == "batal" and row["leads"]
    ]
    return [*beaten, *gone]


def _rival(result: Partners, row: Row) -> Message:
    return _(
        "{name} ({status})", name=result.labels()[row["calon"]], status=PARTNER_STATUS_LABELS[row["status"]]
    )


def _left_out(result: Partners) -> list[Message]:
    """Say which rating no candidate of a kind has, so that it does not count in their comparison."""
    by_kind = result.table.drop_duplicates("jenis").set_index("jenis")["compared_on"]
    missing = {
        kind: [one for one in RATING_LABELS if one not in used.split(",")] for kind, used in by_kind.items()
    }
    return [
        _(
            "{kind}: nilai {ratings} tidak diisi untuk satu calon pun, sehingga tidak ikut dibandingkan.",
            kind=PARTNER_KIND_LABELS[str(kind)],
            ratings=listing(InSentence(RATING_LABELS[one]) for one in ratings),
        )
        for kind, ratings in missing.items()
        if ratings
    ]


def _unrated(result: Partners) -> list[Message]:
    missing = int((~result.table["comparable"].astype(bool)).sum())
    if not missing:
        return []
    return [_n("{count} calon belum lengkap nilainya, sehingga tidak dibandingkan.", missing)]
