"""What an official may quote from the choice of a commodity, and what it cannot tell."""

from __future__ import annotations

from pasar_nb.analysis.commodity.results import Certainty, CommoditySelection, Ranking, Scores
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import DrawnShare, Message, Number, Value, _, _n, listing, paragraph
from pasar_nb.prose.commodity.certainty import agreement, tipping
from pasar_nb.prose.commodity.decision import decision_in_short, evidence
from pasar_nb.prose.commodity.ranking import methods
from pasar_nb.vocabulary import DIMENSION_LABELS, SCORE_HIGH, SCORE_LOW, readable_all

# Juknis APP Jawa Timur, Langkah 1: every selection looks at these three; others are the district's choice.
EXPECTED_DIMENSIONS = ("jangkauan_miskin", "peningkatan_pendapatan", "perubahan_sistemik")


def summary(shown: Released[CommoditySelection]) -> tuple[Message | NotEstimable, ...]:
    """Say the findings in three to five sentences that stand alone.

    Returns
    -------
    tuple of Message or NotEstimable
        Winner and certainty; methods; the weight that tips it; agreement of raters; evidence; decision.
    """
    result = shown.result
    if isinstance(result.ranking, NotEstimable):
        return (result.ranking, evidence(shown), decision_in_short(shown))
    return (
        _headline(result.ranking, result.certainty, result.scores.n_raters),
        _robustness(shown),
        agreement(shown),
        evidence(shown),
        decision_in_short(shown),
    )


def limits(shown: Released[CommoditySelection]) -> tuple[Message, ...]:
    """Say what the selection cannot tell, from what is and is not in this district's data."""
    result = shown.result
    always = _(
        "Skor adalah penilaian pada skala {low}–{high}; indeks hanya mengurutkan komoditas dan bukan "
        "ramalan pendapatan rumah tangga.",
        low=SCORE_LOW,
        high=SCORE_HIGH,
    )
    if not result.scores.n_raters:
        return (always, *_dimensions(result))
    candidates = _(
        "Hanya {candidates} komoditas yang dinilai; komoditas lain di kabupaten ini tidak dibandingkan.",
        candidates=result.candidates,
    )
    return (
        always,
        candidates,
        _voices(result.scores),
        *_dimensions(result),
        *_gaps(result.scores),
        *_data(result),
    )


def _headline(ranking: Ranking, certainty: Certainty | NotEstimable, raters: int) -> Message:
    values: dict[str, Value] = {
        "index": Number(float(ranking.table["index"].iloc[0]), 2),
        "highest": SCORE_HIGH,
        "raters": raters,
    }
    if len(ranking.winners) > 1:
        return _(
            "{winners} sama kuat (seri) di peringkat pertama dengan indeks {index} dari {highest} "
            "(n = {raters} penilai).",
            winners=readable_all(ranking.winners),
            **values,
        )
    if isinstance(certainty, NotEstimable):
        return _(
            "{winner} berada di peringkat pertama dengan indeks {index} dari {highest} "
            "(n = {raters} penilai).",
            winner=readable_all(ranking.winners),
            **values,
        )
    first = certainty.near.first.set_index("komoditas")["share"]
    return _(
        "{winner} berada di peringkat pertama dengan indeks {index} dari {highest} (n = {raters} penilai), "
        "dan menempatinya pada {share} dari {draws} simulasi di sekitar bobot yang disepakati.",
        winner=readable_all(ranking.winners),
        **values,
        share=DrawnShare(float(first[ranking.winners[0]])),
        draws=certainty.near.draws,
    )


def _robustness(shown: Released[CommoditySelection]) -> Message | NotEstimable:
    said = [one for one in (methods(shown), tipping(shown)) if isinstance(one, Message)]
    return paragraph(*said)


def _voices(scores: Scores) -> Message:
    if scores.n_raters == 1:
        return _(
            "Hanya ada satu penilai: perbedaan pendapat tidak dapat diperiksa, dan ukuran kepastian hanya "
            "menyangkut bobot."
        )
    return _(
        "Skor berasal dari {raters} penilai; pihak berkepentingan lain, termasuk rumah tangga miskin, belum "
        "tentu terwakili.",
        raters=scores.n_raters,
    )


def _dimensions(result: CommoditySelection) -> list[Message]:
    present = set(result.criteria.table["dimensi"])
    absent = [DIMENSION_LABELS[name] for name in EXPECTED_DIMENSIONS if name not in present]
    if not absent:
        return []
    return [
        _("Tidak ada kriteria untuk dimensi yang diminta pedoman: {dimensions}.", dimensions=listing(absent))
    ]


def _gaps(scores: Scores) -> list[Message]:
    said = []
    if scores.incomplete:
        said += [
            _(
                "Tidak diperingkat sebab ada kriteria yang belum dinilai seorang pun: {commodities}.",
                commodities=readable_all(scores.incomplete),
            )
        ]
    if scores.missing_ratings:
        said += [
            _n(
                "{count} skor tidak diberikan; rata-rata dihitung dari penilai yang memberi skor.",
                scores.missing_ratings,
            )
        ]
    return said


def _data(result: CommoditySelection) -> list[Message]:
    evidence_of, said = result.evidence, []
    without = evidence_of.n_scores - evidence_of.with_data
    if without:
        said += [
            _(
                "{without} dari {scores} skor tidak disertai angka yang dapat diperiksa.",
                without=without,
                scores=evidence_of.n_scores,
            )
        ]
    if isinstance(evidence_of.stale, int) and evidence_of.stale:
        said += [
            _n(
                "{count} skor bersandar pada data yang berumur lebih dari lima tahun; keadaan sekarang dapat "
                "berbeda.",
                evidence_of.stale,
            )
        ]
    return said
