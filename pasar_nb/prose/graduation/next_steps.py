"""Sentences on what holds the households back and on what comes next."""

from __future__ import annotations

from typing import Any

from pasar_nb.analysis.graduation import (
    FEW_AT_STEPS,
    FEW_TO_JUDGE,
    Criteria,
    Graduation,
    criterion_name,
    proportion,
    shown_count,
)
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, Share, _, listing, paragraph
from pasar_nb.prose.graduation.words import evidence
from pasar_nb.vocabulary import FOLLOW_UP_LABELS, GRADUATION_LEVEL_LABELS

FOREMOST = 2  # criteria and steps that are named in a sentence


def obstacles(shown: Released[Graduation]) -> Message | NotEstimable:
    """Name the obligatory criteria that most participants do not meet."""
    result, criteria = shown.result.obstacles, shown.result.criteria
    if isinstance(result, NotEstimable):
        return result
    if isinstance(criteria, NotEstimable):
        return criteria
    known = result.table[(result.table["required"] == "ya") & result.table["share"].notna()]
    if known.empty:
        return FEW_TO_JUDGE
    each = listing(_obstacle(row, criteria) for row in as_rows(known.head(FOREMOST)))
    return _("Kriteria wajib yang paling sering belum dipenuhi peserta: {each}.", each=each)


def alone(shown: Released[Graduation]) -> Message | NotEstimable:
    """Say how many lack a single criterion for a level, where that can be shown."""
    result, criteria = shown.result.obstacles, shown.result.criteria
    if isinstance(result, NotEstimable):
        return result
    if isinstance(criteria, NotEstimable):
        return criteria
    known = result.alone[result.alone["share"].notna() & result.alone["alone"].map(_is_some)]
    if known.empty:
        return _(
            "Rumah tangga yang hanya kurang satu kriteria untuk naik tingkat belum ada atau terlalu sedikit "
            "untuk ditampilkan."
        )
    each = listing(_lacks_one(row, criteria) for row in as_rows(known))
    return _("Yang hanya kurang satu kriteria: {each}.", each=each)


def next_steps(shown: Released[Graduation]) -> Message | NotEstimable:
    """Say how many participants are at the most frequent steps of the follow-up."""
    result = shown.result.follow_up
    if isinstance(result, NotEstimable):
        return result
    counted = result.steps[result.steps["share"].notna() & result.steps["households"].map(_is_some)]
    if counted.empty:
        return FEW_AT_STEPS
    most = counted.sort_values("share", ascending=False, kind="stable").head(FOREMOST + 1)
    each = listing(
        _(
            "{step} ({count} rumah tangga)",
            step=InSentence(FOLLOW_UP_LABELS[row["step"]]),
            count=int(row["households"]),
        )
        for row in as_rows(most)
    )
    return _(
        "Langkah berikut yang paling banyak bagi {base} rumah tangga peserta: {each}.",
        base=int(most["base"].iloc[0]),
        each=each,
    )


def follow_up(shown: Released[Graduation]) -> Message | NotEstimable:
    """Say the steps in numbers, and how they are read off the data."""
    result, said = shown.result.follow_up, next_steps(shown)
    if isinstance(result, NotEstimable) or isinstance(said, NotEstimable):
        return said
    caution = _(
        "“Tidak membaik” berarti: sesudah pendampingan intensif, tingkat tidak naik dan kriteria yang kurang "
        "tidak berkurang. Itu bahan pembicaraan dengan rumah tangga, bukan keputusan menghentikan bantuan."
    )
    if result.mentoring_recorded:
        return paragraph(said, caution)
    return paragraph(
        said,
        _(
            "Pendampingan intensif yang dihadiri belum tercatat, sehingga langkah sesudah pendampingan "
            "intensif belum dapat diketahui."
        ),
    )


def plan_access(shown: Released[Graduation]) -> Message | NotEstimable:
    """Say where the list of single households is."""
    result = shown.result.follow_up
    if isinstance(result, NotEstimable):
        return result
    if shown.audience == "internal":
        return _(
            "Daftar berikut memuat satu baris untuk satu rumah tangga. Simpan di tempat aman dan jangan "
            "disebarkan."
        )
    return _(
        "Daftar tindak lanjut per rumah tangga hanya untuk pemilik data. Daftar itu tersedia dengan membuka "
        "buku catatan ini di JupyterLab (pasar lab), atau dengan pasar run --notebook graduation --audience "
        "internal; hasilnya ada di reports/_internal."
    )


def _is_some(count: object) -> bool:
    return bool(shown_count(count))


def _obstacle(row: dict[str, Any], criteria: Criteria) -> Message:
    found = proportion(row, "failing", "judged")
    name = criterion_name(criteria, int(row["place"]))
    if found is None:
        return name
    return _(
        "{criterion} — {share} belum memenuhi ({evidence})",
        criterion=name,
        share=Share(found.share),
        evidence=evidence(found),
    )


def _lacks_one(row: dict[str, Any], criteria: Criteria) -> Message:
    return _(
        "{criterion} — {count} dari {below} rumah tangga di bawah tingkat {level}",
        criterion=criterion_name(criteria, int(row["place"])),
        count=int(row["alone"]),
        below=int(row["below"]),
        level=InSentence(GRADUATION_LEVEL_LABELS[row["level"]]),
    )
