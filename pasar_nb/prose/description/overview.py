"""Sentences on what was asked and answered, and on the level of the key measures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from pasar_nb.analysis.description import Description
from pasar_nb.analysis.description.groups import MOST_GROUPS
from pasar_nb.analysis.description.naming import KIND_LABELS, amount_of, prices_of, wave_names
from pasar_nb.analysis.measures import Measure
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released, is_hidden
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Listing, Message, Value, _, _n, listing, paragraph
from pasar_nb.prose.description.sizes import sized
from pasar_nb.vocabulary import PARTICIPANT, SUPPRESS_BELOW, THEME_LABELS

NOTHING = NotEstimable(_("Belum ada jawaban survei yang dapat digambarkan."))
MOST_NAMED = 5  # measures in one sentence; the tables have the rest


def overview(shown: Released[Description]) -> Message | NotEstimable:
    """Say how much was asked, of which themes, in whose rupiah, and what the levels are not."""
    found = shown.result
    if not found.measures:
        return NOTHING
    covered = {one.theme for one in found.measures}
    absent = [InSentence(label) for theme, label in THEME_LABELS.items() if theme not in covered]
    said = [_covered(len(found.measures), len(THEME_LABELS) - len(absent))]
    if absent:
        said.append(_("Belum ada jawaban tentang {themes}.", themes=listing(absent)))
    if any(one.money for one in found.measures):
        said.append(prices_of(found))
        said += [] if found.rupiah.reason is None else [found.rupiah.reason]
    return paragraph(*said)


def levels(shown: Released[Description]) -> Message | NotEstimable:
    """Say the level of the key measures of the participants at the start and in the last wave."""
    found = shown.result
    each = [level for one in found.key if (level := _level(shown, one)) is not None][:MOST_NAMED]
    if not each:
        return NotEstimable(
            _(
                "Rata-rata peserta tidak ditampilkan: kurang dari {least} rumah tangga menjawab, atau "
                "rata-rata itu membuka jawaban satu per satu.",
                least=SUPPRESS_BELOW,
            )
        )
    said = [_("Rata-rata peserta: {each}.", each=listing(each))]
    if len(found.months) > 1:
        said.append(
            _(
                "Yang menjawab pada tiap gelombang belum tentu rumah tangga yang sama; perubahan rumah "
                "tangga yang sama dihitung tersendiri."
            )
        )
    return paragraph(*said)


def hidden_splits(shown: Released[Description]) -> tuple[Message, ...]:
    """Say by what the answers could not be split, and which splits are hidden in full, if any."""
    found = shown.result
    said = []
    if found.unrecorded:
        said.append(
            _("Tidak dicatat, sehingga tidak dapat dipilah: {kinds}.", kinds=_kinds(found.unrecorded))
        )
    if found.crowded:
        said.append(
            _(
                "Pilahan menurut {kinds} tidak dibuat: kelompoknya lebih dari {most}.",
                kinds=_kinds(found.crowded),
                most=MOST_GROUPS,
            )
        )
    if found.withheld:
        said.append(
            _(
                "Pilahan menurut {kinds} hanya ada pada laporan bagi pemilik data, sebab bersama pilahan "
                "lain dapat membuka kelompok kecil.",
                kinds=_kinds(found.withheld),
            )
        )
    secret = [
        split.kind for split in found.splits if len(split.table) and split.table["n"].map(is_hidden).all()
    ]
    if secret:
        said.append(
            _(
                "Pilahan menurut {kinds} tidak ditampilkan: sedikitnya satu kelompoknya kurang dari "
                "{least} rumah tangga, sehingga angka kelompok lain akan membukanya.",
                kinds=_kinds(secret),
                least=SUPPRESS_BELOW,
            )
        )
    return (paragraph(*said),) if said else ()


def _covered(count: int, themes: int) -> Message:
    if themes == len(THEME_LABELS):
        return _n("Survei memuat jawaban atas {count} pertanyaan dari keenam tema indikator.", count)
    return _n(
        "Survei memuat jawaban atas {count} pertanyaan dari {themes} di antara enam tema indikator.",
        count,
        themes=themes,
    )


def _kinds(kinds: Iterable[str]) -> Listing:
    return listing(InSentence(KIND_LABELS[kind]) for kind in kinds)


def _level(shown: Released[Description], measure: Measure) -> Message | None:
    rows = _rows(shown.result, measure)
    told = [row for row in rows if pd.notna(row["level"]) and not is_hidden(row["count"])]
    if not told:
        return None
    first, last = told[0], told[-1]
    names = wave_names(shown.result)
    values: dict[str, Value] = {
        "label": InSentence(measure.label),
        "before": amount_of(measure, float(first["level"])),
        "first": InSentence(names[str(first["wave"])]),
        "n": sized(first["count"]),
    }
    if first is last:
        return _("{label} {before} pada {first} (n = {n})", **values)
    return _(
        "{label} {before} pada {first} (n = {n}), lalu {after} pada {last} (n = {n_last})",
        after=amount_of(measure, float(last["level"])),
        last=InSentence(names[str(last["wave"])]),
        n_last=sized(last["count"]),
        **values,
    )


def _rows(found: Description, measure: Measure) -> list[dict[str, Any]]:
    """Give the participants' rows of a measure by wave: the mean, or the share that says yes."""
    yes_no = measure.form == "yes_no"
    table = found.answers if yes_no else found.statistics
    if table.empty:
        return []
    own = table[(table["measure"] == measure.name) & (table["arm"] == PARTICIPANT)]
    names = {"share": "level", "of": "count"} if yes_no else {"mean": "level", "n": "count"}
    own = own.drop(columns=[name for name in names.values() if name in own]).rename(columns=names)
    return sorted(as_rows(own), key=lambda row: int(row["wave"]))
