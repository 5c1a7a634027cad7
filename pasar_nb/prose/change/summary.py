"""What an official may quote from the change of households, and what it cannot tell."""

from __future__ import annotations

from pasar_nb.analysis.change.paired import ONLY_BASELINE
from pasar_nb.analysis.change.results import Comparison, HouseholdChange, Outcome, PairedChange
from pasar_nb.analysis.outcomes.primary import judge
from pasar_nb.analysis.outcomes.results import PrimaryTest
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Day, Message, Value, _, paragraph
from pasar_nb.prose.change.checks import assumption, not_firm
from pasar_nb.prose.change.comparison import comparison_in_short, far_apart
from pasar_nb.prose.change.paired import detectable, paired_in_short, small
from pasar_nb.prose.change.people import attendance, attrition, attrition_flags, levels
from pasar_nb.prose.change.words import in_sentence, when
from pasar_nb.prose.waves import unfinished

_AFTER_HOLM = _("Setelah koreksi untuk dua uji atas hasil utama (Holm), hasil ini belum jelas.")


def summary(shown: Released[HouseholdChange]) -> tuple[Message | NotEstimable, ...]:
    """Say the findings in two or three sentences that stand alone.

    Returns
    -------
    tuple of Message or NotEstimable
        The main finding; the other reading of it; who was not seen again. Poverty, support and series have
        sentences of their own.
    """
    result, outcome = shown.result, shown.result.outcome
    if isinstance(outcome, NotEstimable):
        return (outcome, attendance(shown))
    if not outcome.has_endline:
        return (NotEstimable(ONLY_BASELINE), levels(shown), attendance(shown))
    return (*_findings(result), attrition(shown))


def limits(shown: Released[HouseholdChange]) -> tuple[Message, ...]:
    """Say what the change cannot tell, from what is and is not in this district's data."""
    result, outcome = shown.result, shown.result.outcome
    if isinstance(outcome, NotEstimable):
        return (outcome.reason, *_unfinished(result))
    return (
        *_unfinished(result),
        *_followed_until(result, outcome),
        *_never_before(result, outcome),
        *_attribution(result, outcome),
        _(
            "Hasil utama ialah {label}, yang ditetapkan dalam profil kabupaten; ukuran lain hanya dijajaki "
            "dan tidak menggantikannya, apa pun yang terlihat padanya.",
            label=in_sentence(outcome),
        ),
        _(
            "Angka berasal dari jawaban rumah tangga dalam wawancara dan tidak diperiksa terhadap catatan "
            "lain."
        ),
        *([outcome.nominal_reason] if outcome.nominal_reason else []),
        *_season(outcome),
        *([] if isinstance(result.attrition, NotEstimable) else attrition_flags(result.attrition)),
        *_sample(result),
        *_groups(result),
    )


def _findings(result: HouseholdChange) -> tuple[Message | NotEstimable, ...]:
    paired, compared = result.paired, result.comparison
    first = result.design != "did"  # of the two readings the first one names the unit
    own = (
        paired
        if isinstance(paired, NotEstimable)
        else _with_power(paired_in_short(paired, unit=first), paired)
    )
    weakened = _weakened(result)
    if isinstance(own, Message):
        own = paragraph(own, *([_AFTER_HOLM] if "paired" in weakened else []), *_since_first(result))
    if isinstance(compared, NotEstimable):
        return (own, compared)
    other = paragraph(
        comparison_in_short(compared),
        *([_AFTER_HOLM] if "did" in weakened else []),
        *(not_firm(compared) if compared.estimate.significant else []),
    )
    return (own, other) if first else (_with_power(other, compared), own)


def _weakened(result: HouseholdChange) -> list[PrimaryTest]:
    """Name the readings that are clear by themselves, but not once both are counted."""
    judged = judge(result)
    return [] if isinstance(judged, NotEstimable) else [one.what for one in judged.tests if one.weakened]


def _with_power(said: Message, found: PairedChange | Comparison) -> Message:
    """Set beside a change how large an unclear one would have had to be, and what makes it doubtful."""
    nominal = _in_nominal_rupiah(found.outcome) if isinstance(found, PairedChange) else []
    return paragraph(said, *detectable(found.estimate, found.outcome), *nominal, *small(found.small))


def _in_nominal_rupiah(outcome: Outcome) -> list[Message]:
    """Say that a change over the years holds the rise of prices."""
    if outcome.kind != "money" or outcome.real_base is not None:
        return []
    return [
        _(
            "Angka itu rupiah nominal: kenaikan harga di antara kedua survei termasuk di dalamnya, sehingga "
            "daya beli belum tentu berubah sebesar itu."
        )
    ]


def _attribution(result: HouseholdChange, outcome: Outcome) -> list[Message]:
    if not outcome.has_endline:
        return [ONLY_BASELINE]
    if isinstance(result.comparison, Comparison) and result.comparison.claim != "none":
        return [
            assumption(result.comparison),
            *far_apart(result.comparison),
            *not_firm(result.comparison),
        ]
    return [
        _(
            "Laporan ini hanya dapat mengatakan apakah sesuatu berubah, bukan apa penyebabnya: di antara "
            "kedua survei, harga, cuaca, dan program lain juga berubah."
        )
    ]


def _since_first(result: HouseholdChange) -> list[Message]:
    """Say of a change since the baseline that it is none since before the programme."""
    if not result.underway:
        return []
    return [
        _(
            "Perubahan ini dihitung sejak survei awal, ketika program sudah berjalan, bukan sejak sebelum "
            "program."
        )
    ]


def _never_before(result: HouseholdChange, outcome: Outcome) -> list[Message]:
    """Say that nothing was measured before the programme, and what therefore is not known."""
    if not result.underway or result.start is None:
        return []
    values: dict[str, Value] = {"start": Day(result.start), "first": when(*outcome.months[:2])}
    return [
        _(
            "Tidak ada survei sebelum program: program mulai {start}, sedangkan survei awal berlangsung pada "
            "{first}, seluruhnya atau sebagian besar ketika program sudah berjalan. Perubahan hanya dapat "
            "diukur sejak survei itu; apa yang berubah sebelumnya tidak diketahui.",
            **values,
        )
    ]


def _unfinished(result: HouseholdChange) -> list[Message]:
    attended = result.attendance
    return [] if isinstance(attended, NotEstimable) else unfinished(attended.unfinished, attended.last)


def _followed_until(result: HouseholdChange, outcome: Outcome) -> list[Message]:
    """Say that the last wave that is used tells other outcomes, but not this one."""
    attended = result.attendance
    if isinstance(attended, NotEstimable) or not outcome.has_endline or outcome.last >= attended.last:
        return []
    return [
        _(
            "Hasil utama hanya diikuti sampai gelombang {last}: pada gelombang sesudahnya tidak ditanyakan, "
            "atau terlalu sedikit peserta yang menjawabnya.",
            last=outcome.last,
        )
    ]


def _season(outcome: Outcome) -> list[Message]:
    if not outcome.other_season:
        return []
    return [
        _(
            "Kedua survei berlangsung pada bulan yang berbeda dalam setahun, sehingga perubahan dapat memuat "
            "perbedaan musim."
        )
    ]


def _sample(result: HouseholdChange) -> list[Message]:
    """Say where few households, or a few of them, carry the main finding."""
    main = result.main
    return [] if isinstance(main, NotEstimable) else [*small(main.small), *_fragile(main)]


def _fragile(main: PairedChange | Comparison) -> list[Message]:
    if not main.outliers or main.same_without_outliers:
        return []
    return [
        _(
            "Kesimpulan tentang hasil utama bergantung pada sedikit rumah tangga dengan perubahan yang "
            "sangat jauh dari yang lain."
        )
    ]


def _groups(result: HouseholdChange) -> list[Message]:
    main = result.main
    if isinstance(main, NotEstimable) or main.estimate.clusters is None:
        return []
    if main.estimate.method == "independent":
        return [
            _(
                "Rumah tangga berasal dari kurang dari lima kelompok; selang hanya berbicara tentang "
                "kelompok itu, bukan tentang kelompok lain di kabupaten ini."
            )
        ]
    return []
