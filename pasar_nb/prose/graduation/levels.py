"""Sentences on the levels: the rule, how many are where, whose level is not known, and the split by trait."""

from __future__ import annotations

from pasar_nb.analysis.graduation import (
    FEW_IN_GROUPS,
    NOT_RECORDED,
    Graduation,
    Levels,
    Proportion,
    Split,
    find_row,
    proportion,
    wave_name,
)
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, Share, _, listing, paragraph
from pasar_nb.prose.graduation.words import share_or_hidden, share_with_evidence
from pasar_nb.prose.waves import unfinished
from pasar_nb.vocabulary import (
    DISABILITY_LABELS,
    GRADUATION_LEVEL_LABELS,
    PARTICIPANT,
    SEX_LABELS,
    UNKNOWN_LEVEL,
)


def rule(shown: Released[Graduation]) -> Message | NotEstimable:
    """Say when a household is at a level, and at which it graduates."""
    criteria = shown.result.criteria
    if isinstance(criteria, NotEstimable):
        return criteria
    return paragraph(
        _(
            "Rumah tangga berada pada suatu tingkat bila memenuhi semua kriteria wajib tingkat itu dan semua "
            "tingkat di bawahnya; yang belum memenuhi tingkat pertama disebut miskin."
        ),
        _("Kriteria yang tidak wajib dilaporkan, tetapi tidak menentukan tingkat."),
        _(
            "Rumah tangga disebut lulus (graduasi) pada tingkat {level}.",
            level=InSentence(GRADUATION_LEVEL_LABELS[shown.result.pass_level]),
        ),
    )


def levels_now(shown: Released[Graduation]) -> Message | NotEstimable:
    """Say which share of the participants is at each level in the last wave, and which waves are not used."""
    levels, criteria = shown.result.levels, shown.result.criteria
    if isinstance(levels, NotEstimable):
        return levels
    if isinstance(criteria, NotEstimable):
        return criteria
    each = listing(
        _(
            "{level} {share}",
            level=InSentence(GRADUATION_LEVEL_LABELS[level]),
            share=share_or_hidden(level_share(levels, level)),
        )
        for level in criteria.levels
    )
    return paragraph(
        _(
            "Pada {wave}, rumah tangga peserta yang tingkatnya diketahui terbagi sebagai berikut: {each}.",
            wave=wave_name(levels, levels.last),
            each=each,
        ),
        *unfinished(shown.result.unfinished, levels.last),
    )


def unknown(shown: Released[Graduation]) -> Message | NotEstimable:
    """Say how many levels are not known in the last wave, and that those do not count as poor."""
    levels = shown.result.levels
    if isinstance(levels, NotEstimable):
        return levels
    found = level_share(levels, UNKNOWN_LEVEL)
    why = _(
        "Tingkat disebut tidak diketahui bila ada ukuran kriteria wajib yang tidak tercatat; rumah tangga "
        "itu tidak dihitung sebagai miskin."
    )
    if found is None:
        return paragraph(why, _("Banyaknya tidak ditampilkan untuk melindungi rumah tangga."))
    return paragraph(
        _(
            "Tingkat {count} dari {n} rumah tangga peserta yang diwawancarai pada {wave} tidak diketahui "
            "({share}).",
            count=found.part,
            n=found.whole,
            wave=wave_name(levels, levels.last),
            share=Share(found.share),
        ),
        why,
    )


def level_share(levels: Levels, level: str) -> Proportion | None:
    """Find the share of the participants at a level in the last wave; None where it is hidden."""
    row = find_row(levels.table, group=PARTICIPANT, wave=levels.last, level=level)
    return proportion(row, "households", "base")


def by_sex(shown: Released[Graduation]) -> Message | NotEstimable:
    """Say which share is no longer poor, by the sex of the head of the household."""
    return _by_trait(shown.result.by_sex, SEX_LABELS)


def by_disability(shown: Released[Graduation]) -> Message | NotEstimable:
    """Say which share is no longer poor, by disability in the household."""
    return _by_trait(shown.result.by_disability, DISABILITY_LABELS)


def _by_trait(split: Split | NotEstimable, labels: dict[str, Message]) -> Message | NotEstimable:
    if isinstance(split, NotEstimable):
        return split
    groups = [str(group) for group in split.reached["group"] if group != NOT_RECORDED]
    found = {group: proportion(find_row(split.reached, group=group), "reached", "known") for group in groups}
    if all(one is None for one in found.values()):
        return FEW_IN_GROUPS
    each = listing(_group(labels[group], one) for group, one in found.items())
    return _("Bagian yang tidak lagi miskin: {each}.", each=each)


def _group(label: Message, found: Proportion | None) -> Message:
    if found is None:
        return _("{group} tidak ditampilkan", group=InSentence(label))
    return _("{group} {share}", group=InSentence(label), share=share_with_evidence(found))
