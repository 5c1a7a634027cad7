"""Sentences on what the scores rest on and on the recorded decision."""

from __future__ import annotations

from pasar_nb.analysis.commodity.results import CommoditySelection, Decision, Evidence, Ranking
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Day, Message, Number, Share, _, paragraph
from pasar_nb.vocabulary import first_place, readable, readable_all, year_span


def evidence(shown: Released[CommoditySelection]) -> Message:
    """Say how many scores have a figure, a source and a year, and how old the data are."""
    result = shown.result.evidence
    if not result.n_scores:
        return _("Belum ada skor.")
    return paragraph(_basis(result), *_age(result))


def _basis(result: Evidence) -> Message:
    scores = result.n_scores
    if scores == result.with_data == result.with_source == result.with_year:
        return _("Semua {scores} skor disertai angka, sumber, dan tahun data.", scores=scores)
    return _(
        "Dari {scores} skor, {with_data} ({data_share}) disertai angka, {with_source} ({source_share}) "
        "menyebut sumber, dan {with_year} ({year_share}) menyebut tahun data.",
        scores=scores,
        with_data=result.with_data,
        data_share=Share(result.with_data / scores),
        with_source=result.with_source,
        source_share=Share(result.with_source / scores),
        with_year=result.with_year,
        year_share=Share(result.with_year / scores),
    )


def decision(shown: Released[CommoditySelection]) -> Message | NotEstimable:
    """Set the recorded decision against the ranking, with its reason in the district's own words."""
    result = shown.result.decision
    if isinstance(result, NotEstimable):
        return result
    written = result.reason.strip().rstrip(".")
    reason = (
        _("Alasan yang dicatat: “{reason}”.", reason=written) if written else _("Alasannya tidak dicatat.")
    )
    return paragraph(*_verdict(result, shown.result.ranking), reason)


def decision_in_short(shown: Released[CommoditySelection]) -> Message | NotEstimable:
    """Set the recorded decision against the ranking, without its reason."""
    result = shown.result.decision
    return result if isinstance(result, NotEstimable) else paragraph(*_verdict(result, shown.result.ranking))


def _age(result: Evidence) -> list[Message]:
    if result.oldest_year is None or result.newest_year is None:
        return []
    years = year_span(result.oldest_year, result.newest_year)
    sentences = [_("Datanya berasal dari {years}.", years=years)]
    if isinstance(result.stale, NotEstimable):
        return [*sentences, result.stale.reason]
    if result.stale:
        sentences += [
            _(
                "Pada tahun {reference}, {stale} skor bersandar pada data yang berumur lebih dari lima "
                "tahun.",
                reference=str(result.reference_year),
                stale=result.stale,
            )
        ]
    return sentences


def _verdict(result: Decision, ranking: Ranking | NotEstimable) -> list[Message]:
    day, commodity = Day(result.decided_on), readable(result.commodity)
    recorded = _("Keputusan tanggal {day} menetapkan {commodity}.", day=day, commodity=commodity)
    if isinstance(ranking, NotEstimable):
        return [recorded, _("Keputusan itu tidak dapat dibandingkan dengan peringkat.")]
    return [recorded, _against_ranking(result, ranking)]


def _against_ranking(result: Decision, ranking: Ranking) -> Message:
    commodity, first = readable(result.commodity), first_place(ranking.winners)
    if result.agrees and len(ranking.winners) > 1:
        return _(
            "Komoditas itu termasuk yang sama kuat (seri) di peringkat pertama: {first}.",
            first=readable_all(ranking.winners),
        )
    if result.agrees:
        return _("Keputusan itu sama dengan peringkat pertama.")
    if result.vetoed:
        return _(
            "Keputusan itu berbeda dari peringkat pertama ({first}); {commodity} melanggar ambang veto.",
            first=first,
            commodity=commodity,
        )
    if result.rank is None or result.index is None:
        return _(
            "Keputusan itu berbeda dari peringkat pertama ({first}); {commodity} tidak termasuk yang "
            "diperingkat.",
            first=first,
            commodity=commodity,
        )
    return _(
        "Keputusan itu berbeda dari peringkat pertama ({first}); {commodity} berada di peringkat {rank} "
        "dengan indeks {index}.",
        first=first,
        commodity=commodity,
        rank=result.rank,
        index=Number(result.index, 2),
    )
