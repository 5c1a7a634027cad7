"""Sentences on the outcomes beside the primary one: how many were tested, and which changed clearly."""

from __future__ import annotations

from collections.abc import Sequence

from pasar_nb.analysis.change.shifts import FEW_GROUPS
from pasar_nb.analysis.outcomes.results import Explored, Outcomes, Primary, PrimaryTest, Switched
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Listing, Message, Share, _, _n, listing, paragraph
from pasar_nb.prose.change.words import independent
from pasar_nb.vocabulary import CHANCE_LIMIT, LEAST_FOR_INFERENCE, SMALL_SAMPLE, probability

_TESTS: dict[PrimaryTest, Message] = {
    "paired": _("Perubahan peserta"),
    "did": _("Selisih dengan pembanding"),
}
MOST_NAMED = 4  # names of outcomes that a sentence can carry
_PARTS = {
    "belanja_total",
    "belanja_per_kapita",
    "aset_total",
    "pendapatan_per_kapita",
}  # made of other measures


def in_short(shown: Released[Outcomes]) -> Message | NotEstimable:
    """Say in one or two sentences how many outcomes beside the primary one changed clearly, and which way."""
    result = shown.result
    refused = _refused(result)
    if refused is not None:
        return refused
    if not result.clear:
        return _(
            "Di luar hasil utama, {tested} ukuran lain diuji sebagai penjajakan; setelah koreksi uji "
            "berganda tidak satu pun jelas berubah.",
            tested=result.tested,
        )
    return paragraph(
        _(
            "Di luar hasil utama, {tested} ukuran lain diuji sebagai penjajakan; setelah koreksi uji "
            "berganda {clear} di antaranya jelas berubah.",
            tested=result.tested,
            clear=_clear_count(result),
        ),
        *_directions(result.clear),
        *_switched(result),
    )


def primary(shown: Released[Outcomes]) -> Message | NotEstimable:
    """Say by how many tests the primary outcome was judged, and what they say together."""
    found = shown.result.primary
    if isinstance(found, NotEstimable):
        return found
    if found.reason is not None:
        return NotEstimable(found.reason)
    if len(found.tests) == 1:
        return _(
            "Hasil utama dinilai dengan satu uji, yaitu perubahan peserta, sehingga tidak perlu koreksi uji "
            "berganda ({p}).",
            p=probability(found.tests[0].p_corrected),
        )
    paired, compared = found.tests
    return paragraph(
        _(
            "Hasil utama dinilai dengan dua uji: perubahan peserta ({own}) dan selisihnya dengan perubahan "
            "pembanding ({other}). Peluang kebetulan itu sudah dibesarkan menurut Holm, sebab makin banyak "
            "uji, makin mudah sesuatu tampak jelas secara kebetulan.",
            own=probability(paired.p_corrected),
            other=probability(compared.p_corrected),
        ),
        *_weakened(found),
    )


def explored(shown: Released[Outcomes]) -> Message | NotEstimable:
    """Say how the other outcomes were tested, how many are clear or unknown, and how firm that is."""
    result = shown.result
    refused = _refused(result)
    if refused is not None:
        return refused
    unknown = sum(one.verdict == "unknown" for one in result.explored)
    return paragraph(
        _how_many(result.tested, _clear_count(result)),
        *([_unknown(unknown)] if unknown else []),
        *_fragile(result.clear),
        *_small(result),
        *_not_independent(result),
    )


def _how_many(tested: int, clear: int) -> Message:
    if not clear:
        return _(
            "Dari {tested} ukuran yang diuji, tidak satu pun jelas berubah sesudah peluang kebetulan tiap "
            "ukuran dibesarkan menurut Benjamini-Hochberg.",
            tested=tested,
        )
    return _(
        "Dari {tested} ukuran yang diuji, {clear} jelas berubah. Peluang kebetulan tiap ukuran "
        "dibesarkan menurut Benjamini-Hochberg, sehingga di antara yang disebut jelas, rata-rata paling "
        "banyak {limit} merupakan kebetulan.",
        tested=tested,
        clear=clear,
        limit=Share(CHANCE_LIMIT),
    )


def categories(shown: Released[Outcomes]) -> Message | NotEstimable:
    """Say which questions answered by names changed in their shares."""
    result = shown.result
    tested = [one for one in result.categories if isinstance(one, Switched)]
    if not tested:
        reasons = [one.reason for one in result.categories if not isinstance(one, Switched)]
        return (
            reasons[0]
            if reasons
            else NotEstimable(_("Tidak ada pertanyaan yang dijawab dengan pilihan nama."))
        )
    moved = [one for one in tested if one.verdict == "rose"]
    if not moved:
        told = _("Bagian tiap pilihan jawaban tidak jelas berubah pada {names}.", names=_names(tested))
    else:
        told = _("Bagian tiap pilihan jawaban jelas berubah pada {names}.", names=_names(moved))
    return paragraph(told, *_dependence(tested))


def _dependence(tested: Sequence[Switched]) -> list[Message]:
    """Say how the tests of names reckon with groups; questions that many left out can have fewer."""
    few = [one.clusters for one in tested if one.clusters is None or one.clusters < FEW_GROUPS]
    turned = _(
        "Uji itu memperhitungkan kelompok: peluang kebetulan dicari dengan membalik arah perpindahan jawaban "
        "semua rumah tangga sekelompok bersama-sama."
    )
    if not few:
        return [turned]
    if len(few) == len(tested):
        return [independent(few[0])]
    return [
        turned,
        _(
            "Pada pertanyaan lain, yang kelompoknya kurang dari lima atau tidak dicatat, rumah tangga "
            "dianggap saling bebas."
        ),
    ]


def _refused(result: Outcomes) -> NotEstimable | None:
    if result.no_endline is not None:
        return result.no_endline
    if not result.tested:
        return NotEstimable(
            _(
                "Di luar hasil utama tidak ada ukuran yang dijawab sedikitnya {least} rumah tangga peserta "
                "pada kedua survei dengan jawaban yang berbeda-beda.",
                least=LEAST_FOR_INFERENCE,
            )
        )
    return None


def _clear_count(result: Outcomes) -> int:
    moved = sum(isinstance(one, Switched) and one.verdict == "rose" for one in result.categories)
    return len(result.clear) + moved


def _switched(result: Outcomes) -> list[Message]:
    """Name the questions answered by names that count among the clear ones."""
    moved = [one for one in result.categories if isinstance(one, Switched) and one.verdict == "rose"]
    return [_("Pilihan jawaban bergeser pada {names}.", names=_names(moved))] if moved else []


def _directions(clear: Sequence[Explored]) -> list[Message]:
    rose = [one for one in clear if one.verdict == "rose"]
    fell = [one for one in clear if one.verdict == "fell"]
    if rose and fell:
        return [_("Yang naik {rose}; yang turun {fell}.", rose=_some(rose), fell=_some(fell))]
    if rose:
        return [_("Yang naik {rose}.", rose=_some(rose))]
    return [_("Yang turun {fell}.", fell=_some(fell))] if fell else []


def _some(found: Sequence[Explored]) -> Message:
    """Name the largest changes in standard deviations, and count the others."""
    ordered = sorted(found, key=_size, reverse=True)
    if len(ordered) <= MOST_NAMED:
        return _("adalah {names}", names=_names(ordered))
    return _(
        "antara lain {names} (seluruhnya {count})", names=_names(ordered[:MOST_NAMED]), count=len(ordered)
    )


def _size(one: Explored) -> float:
    found = one.standardised
    return 0.0 if found is None else abs(found[0])


def _names(found: Sequence[Explored | Switched]) -> Listing:
    return listing(InSentence(one.measure.label) for one in found)


def _weakened(found: Primary) -> list[Message]:
    """Say where a test that is clear by itself is not once both are counted."""
    weaker = [one for one in found.tests if one.weakened]
    return [
        _(
            "{which} jelas bila dilihat sendiri, tetapi tidak lagi setelah koreksi itu; bacalah dengan "
            "hati-hati.",
            which=_TESTS[one.what],
        )
        for one in weaker
    ]


def _unknown(count: int) -> Message:
    return _n(
        "{count} ukuran lain tidak dapat dinilai, misalnya sebab terlalu sedikit yang menjawab; alasannya "
        "ada dalam tabel.",
        count,
    )


def _fragile(clear: Sequence[Explored]) -> list[Message]:
    fragile = [one for one in clear if not one.same_without_outliers]
    if not fragile:
        return []
    return [
        _(
            "Pada {names}, kesimpulannya bergantung pada sedikit rumah tangga dengan perubahan yang sangat "
            "jauh dari yang lain.",
            names=_names(fragile),
        )
    ]


def _small(result: Outcomes) -> list[Message]:
    if not any(one.small and one.verdict != "unknown" for one in result.explored):
        return []
    return [_("Sampel kecil: sebagian ukuran dijawab kurang dari {limit} rumah tangga.", limit=SMALL_SAMPLE)]


def _not_independent(result: Outcomes) -> list[Message]:
    if not _PARTS & {one.measure.name for one in result.explored}:
        return []
    return [
        _(
            "Jumlah dan bagiannya (misalnya belanja rumah tangga dan belanja makanan) diuji masing-masing, "
            "padahal tidak saling bebas: perubahan yang sama dapat tampak beberapa kali."
        )
    ]
