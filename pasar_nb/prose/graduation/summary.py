"""What an official may quote on graduation, and what the report cannot tell."""

from __future__ import annotations

from pasar_nb.analysis.graduation import Criteria, Graduation, Levels, wave_name
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, Share, Value, _, listing, paragraph
from pasar_nb.prose.graduation.levels import level_share
from pasar_nb.prose.graduation.movement import kept, moved_up
from pasar_nb.prose.graduation.next_steps import next_steps, obstacles
from pasar_nb.prose.graduation.words import share_or_hidden
from pasar_nb.prose.waves import unfinished
from pasar_nb.vocabulary import GRADUATION_LEVEL_LABELS, POOR


def summary(shown: Released[Graduation]) -> tuple[Message | NotEstimable, ...]:
    """Say the findings in three to five sentences that stand alone.

    Returns
    -------
    tuple of Message or NotEstimable
        Levels in the last wave, and which waves are not used; who moved up; what holds back; what comes
        next; whether it is kept.
    """
    result = shown.result
    if isinstance(result.levels, NotEstimable):
        return (result.levels,)
    up = result.movement
    return (
        paragraph(_headline(shown, result.levels), *unfinished(result.unfinished, result.levels.last)),
        up if isinstance(up, NotEstimable) else moved_up(up.participants),
        obstacles(shown),
        next_steps(shown),
        kept(shown),
    )


def limits(shown: Released[Graduation]) -> tuple[Message, ...]:
    """Say what the report cannot tell, from what is and is not in this district's data."""
    result = shown.result
    official = _(
        "Tingkat di sini menurut kriteria kabupaten. “Miskin” bukan angka kemiskinan resmi: BPS mengukur "
        "kemiskinan penduduk dari pengeluaran dengan surveinya sendiri."
    )
    if isinstance(result.criteria, NotEstimable):
        return (official,)
    return (
        official,
        _(
            "Tingkat dihitung dari satu wawancara per gelombang. Pendapatan dan belanja biasa naik turun, "
            "sehingga sebagian perpindahan, naik maupun turun, bukan perubahan yang menetap."
        ),
        *_change_only(result),
        *_unseen(result.levels),
        *_criteria(result.criteria),
        *_prices(result.criteria),
    )


def _headline(shown: Released[Graduation], levels: Levels) -> Message:
    goal = shown.result.pass_level
    values: dict[str, Value] = {
        "wave": wave_name(levels, levels.last),
        "poor": share_or_hidden(level_share(levels, POOR)),
        "level": InSentence(GRADUATION_LEVEL_LABELS[goal]),
    }
    if isinstance(shown.result.criteria, Criteria) and goal not in shown.result.criteria.path:
        return _(
            "Pada {wave}, bagian rumah tangga peserta yang miskin: {poor}. Tingkat {level} belum dapat "
            "dinilai.",
            **values,
        )
    return _(
        "Pada {wave}, bagian rumah tangga peserta yang miskin: {poor}; yang sudah {level}: {passed}.",
        passed=share_or_hidden(level_share(levels, goal)),
        **values,
    )


def _change_only(result: Graduation) -> list[Message]:
    if isinstance(result.movement, NotEstimable):
        return []
    return [
        _(
            "Perpindahan tingkat adalah perubahan pada rumah tangga yang sama. Laporan ini tidak menguji "
            "apakah perubahan itu berasal dari program."
        )
    ]


def _unseen(levels: Levels | NotEstimable) -> list[Message]:
    if isinstance(levels, NotEstimable):
        return []
    return [
        _(
            "Rumah tangga yang tingkatnya tidak diketahui atau tidak diwawancarai lagi dapat berbeda dari "
            "yang lain; bagian-bagian di atas tidak berbicara tentang mereka."
        )
    ]


def _criteria(criteria: Criteria) -> list[Message]:
    said = [one.reason for one in criteria.unjudged]
    if criteria.beyond:
        said += [
            _(
                "Tingkat {levels} tidak dapat dinilai: ada kriteria wajib yang tidak dapat dinilai. Rumah "
                "tangga yang mungkin sudah mencapainya tercatat pada tingkat di bawahnya.",
                levels=_listed(criteria.beyond),
            )
        ]
    if criteria.undefined:
        said += [
            _(
                "Kabupaten tidak menetapkan kriteria wajib untuk tingkat {levels}, sehingga tidak ada rumah "
                "tangga yang ditempatkan di sana.",
                levels=_listed(criteria.undefined),
            )
        ]
    if criteria.without_reference:
        said += [
            _(
                "Garis kemiskinan atau UMK tahun {years} belum tercatat; kriteria yang memakainya tidak "
                "dapat dinilai untuk wawancara tahun itu.",
                years=listing(str(year) for year in criteria.without_reference),
            )
        ]
    return said


def _prices(criteria: Criteria) -> list[Message]:
    if criteria.inflation is None:
        return []
    names = listing(f"“{name}”" for name in criteria.fixed)
    if not isinstance(criteria.inflation, float):
        return [
            _(
                "Ambang {names} ditulis dalam rupiah tetap dan tidak mengikuti kenaikan harga; besar "
                "kenaikan itu tidak dapat dihitung dari data kabupaten.",
                names=names,
            )
        ]
    return [
        _(
            "Ambang {names} ditulis dalam rupiah tetap, sedangkan harga berubah {rise} selama masa survei; "
            "memenuhinya belakangan tidak sama dengan memenuhinya pada awal.",
            names=names,
            rise=Share(criteria.inflation, 1),
        )
    ]


def _listed(levels: tuple[str, ...]) -> Message:
    return _("{levels}", levels=listing(InSentence(GRADUATION_LEVEL_LABELS[level]) for level in levels))
