"""The change of every subgroup of the participants, drawn; whether they differ is said, not read off."""

from __future__ import annotations

from collections import Counter
from typing import Any

from pasar_nb.analysis.change.results import HouseholdChange, Subgroups
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.figures.change.forest import each_said, forest
from pasar_nb.figures.change.scale import prices_note, scale_of, visible_rows
from pasar_nb.figures.frame import ReportFigure
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, _, listing, paragraph
from pasar_nb.vocabulary import GROUP_LABELS, SPLIT_LABELS, group_label, probability
from pasar_nb.vocabulary.households import OF_FEW_GROUPS, starred

MOST_DRAWN = 6  # groups of a split; more stand in the table only
_AGES: dict[str, Message] = {
    "0-30": _("Usia sampai 30 tahun"),
    "31-44": _("Usia 31–44 tahun"),
    "45-59": _("Usia 45–59 tahun"),
    "60+": _("Usia 60 tahun atau lebih"),
}
"""Of the head of the household; on an axis there is no room for more words."""


def subgroups(shown: Released[HouseholdChange]) -> ReportFigure | NotEstimable:
    """Show the mean change of every subgroup with its interval, and what the tests of difference found."""
    result = shown.result.subgroups
    if isinstance(result, NotEstimable):
        return result
    every = visible_rows(result.table, "low")
    counts = Counter(row["kind"] for row in every)
    rows = [row | {"name": _name(row)} for row in every if counts[row["kind"]] <= MOST_DRAWN]
    if not rows:
        return NotEstimable(_("Tidak ada pilahan yang memuat 10 rumah tangga."))
    scale = scale_of(
        result.outcome, max(abs(row[end]) for row in rows for end in ("low", "high")), change=True
    )
    return ReportFigure(
        name="perubahan_menurut_kelompok",
        title=_title(result),
        drawing=forest(rows, scale, shown.language),
        alternative=_(
            "Titik perubahan rata-rata dengan garis selang 95%: {each}.", each=each_said(rows, result.outcome)
        ),
        note=paragraph(
            *_tests(result),
            _(
                "Titik: perubahan rata-rata; garis: selang 95%. Dua selang yang bertumpuk, atau satu yang "
                "memuat 0 dan lainnya tidak, belum menjawab apakah kelompoknya berbeda."
            ),
            *([OF_FEW_GROUPS] if any(row["basis"] == "few_groups" for row in rows) else ()),
            *_left_to_table(counts),
            prices_note(result.outcome),
            _(
                "Usia ialah usia kepala rumah tangga. n adalah peserta yang sama pada kedua survei. Sumber: "
                "tabel survei dan rumah_tangga."
            ),
        ),
    )


def _name(row: dict[str, Any]) -> Message:
    """Name a subgroup; one of few groups with its mark."""
    return starred(_plain_name(row)) if row["basis"] == "few_groups" else _plain_name(row)


def _plain_name(row: dict[str, Any]) -> Message:
    """Name a subgroup; one that has its own name with the kind of thing it is."""
    kind, name = str(row["kind"]), group_label(str(row["kind"]), str(row["group"]))
    if kind == "age":
        return _AGES[str(row["group"])]
    return name if kind in GROUP_LABELS else _("{split}: {name}", split=SPLIT_LABELS[kind], name=name)


def _title(result: Subgroups) -> Message:
    label = InSentence(result.outcome.label)
    if not result.family:
        return _("Apakah perubahan {label} berbeda antarkelompok peserta belum dapat diuji.", label=label)
    differ = [row["kind"] for row in as_rows(result.differences) if row["verdict"] == "differ"]
    if not differ:
        return _("Tidak terlihat perbedaan perubahan {label} yang jelas antarkelompok peserta.", label=label)
    return _(
        "Perubahan {label} peserta berbeda menurut {splits}.",
        label=label,
        splits=listing(InSentence(SPLIT_LABELS[str(kind)]) for kind in differ),
    )


def _tests(result: Subgroups) -> list[Message]:
    rows = as_rows(result.differences[result.differences["adjusted"].notna()])
    if not rows:
        return []
    each = listing(
        _("{split} {p}", split=InSentence(SPLIT_LABELS[str(row["kind"])]), p=probability(row["adjusted"]))
        for row in rows
    )
    return [
        _("Uji perbedaan (setelah koreksi Holm untuk {tests} uji): {each}.", tests=result.family, each=each)
    ]


def _left_to_table(counts: Counter[Any]) -> list[Message]:
    many = [str(kind) for kind, count in counts.items() if count > MOST_DRAWN]
    if not many:
        return []
    return [
        _(
            "Pilahan dengan lebih dari {most} kelompok ada pada tabel saja: {splits}.",
            most=MOST_DRAWN,
            splits=listing(InSentence(SPLIT_LABELS[kind]) for kind in many),
        )
    ]
