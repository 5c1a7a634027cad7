"""Sentences on the order of the commodities: who comes first, who is vetoed, what other methods say."""

from __future__ import annotations

from pasar_nb.analysis.commodity.results import AhpWeights, CommoditySelection, Ranking
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Number, _, listing, paragraph
from pasar_nb.vocabulary import (
    CONSISTENCY_LIMIT,
    METHOD_LABELS,
    SCORE_HIGH,
    beside,
    first_place,
    readable,
    readable_all,
)

LEAST_LEAD = 0.01  # a smaller lead would be written as nought with two decimals


def winner(shown: Released[CommoditySelection]) -> Message | NotEstimable:
    """Say which commodity comes first, by how much, and on how many criteria and raters that stands."""
    ranking = shown.result.ranking
    if isinstance(ranking, NotEstimable):
        return ranking
    return paragraph(_basis(shown.result, ranking), _place(ranking))


def vetoes(shown: Released[CommoditySelection]) -> Message:
    """Name every commodity that breaks an agreed threshold, with the score and the threshold."""
    names = shown.result.criteria.names
    if shown.result.criteria.table["ambang_veto"].isna().all():
        return _("Kabupaten tidak menetapkan ambang veto.")
    if not shown.result.scores.n_raters:
        return _("Belum ada skor.")
    broken = shown.result.veto.table
    if broken.empty:
        return _("Tidak ada komoditas yang melanggar ambang veto.")
    cases = [
        _(
            "{commodity} ({criterion}: skor rata-rata {mean}, {limit})",
            commodity=readable(row["komoditas"]),
            criterion=names[row["kriteria"]],
            mean=beside(row["mean"], row["ambang_veto"]),
            limit=_limit(row["mean"], row["ambang_veto"]),
        )
        for row in broken.to_dict("records")
    ]
    return _(
        "Melanggar ambang veto dan tidak diperingkat (n = {raters} penilai): {cases}.",
        raters=shown.result.scores.n_raters,
        cases=listing(cases),
    )


def methods(shown: Released[CommoditySelection]) -> Message | NotEstimable:
    """Say whether other methods put the same commodity first."""
    ranking = shown.result.ranking
    if isinstance(ranking, NotEstimable):
        return ranking
    winners = ranking.method_winners
    if ranking.methods_agree:
        return _(
            "{methods} menempatkan komoditas yang sama di peringkat pertama: {winners}.",
            methods=listing(METHOD_LABELS[method] for method in winners),
            winners=first_place(ranking.winners),
        )
    each = listing(
        _("{method} menempatkan {winners}", method=METHOD_LABELS[method], winners=first_place(first))
        for method, first in winners.items()
    )
    return _("Cara menghitung tidak sepakat tentang peringkat pertama: {each}.", each=each)


def ahp(shown: Released[CommoditySelection]) -> Message | NotEstimable:
    """Say what the pairwise comparisons give, and whether the raters' judgements are consistent."""
    result, ranking = shown.result.ahp, shown.result.ranking
    if isinstance(result, NotEstimable):
        return result
    if isinstance(ranking, NotEstimable):
        return ranking
    return paragraph(_ahp_winners(result, ranking), _consistency(result), *_left_out(result))


def lead_over_second(ranking: Ranking) -> tuple[str, Message | Number, float] | None:
    """Find who follows a sole winner: name, lead and index; None on a tie or where nobody follows."""
    ranked = ranking.table[ranking.table["rank"].notna()]
    followers = ranked[~ranked["komoditas"].isin(ranking.winners)]
    if len(ranking.winners) != 1 or followers.empty:
        return None
    second = followers.iloc[0]
    lead = float(ranked["index"].iloc[0] - second["index"])
    shown: Message | Number = Number(lead, 2)
    if lead < LEAST_LEAD:
        shown = _("kurang dari {least}", least=Number(LEAST_LEAD, 2))
    return readable(second["komoditas"]), shown, float(second["index"])


def _limit(mean: float, threshold: float) -> Message:
    """Say the broken threshold: a benefit's is the least mean, a cost's the highest."""
    shown = beside(threshold, mean)
    if mean < threshold:
        return _("ambang paling rendah {threshold}", threshold=shown)
    return _("ambang paling tinggi {threshold}", threshold=shown)


def _basis(result: CommoditySelection, ranking: Ranking) -> Message:
    return _(
        "Peringkat ini membandingkan {ranked} komoditas menurut {criteria} kriteria dan skor dari {raters} "
        "penilai.",
        ranked=int(ranking.table["rank"].notna().sum()),
        criteria=len(result.criteria.table),
        raters=result.scores.n_raters,
    )


def _place(ranking: Ranking) -> Message:
    index = Number(float(ranking.table["index"].iloc[0]), 2)
    if len(ranking.winners) > 1:
        return _(
            "{winners} sama kuat (seri) di peringkat pertama, masing-masing dengan indeks {index} dari "
            "{highest}.",
            winners=readable_all(ranking.winners),
            index=index,
            highest=SCORE_HIGH,
        )
    name, follower = readable(ranking.winners[0]), lead_over_second(ranking)
    if follower is None:
        return _(
            "{winner} adalah satu-satunya komoditas yang memenuhi semua ambang veto, dengan indeks {index} "
            "dari {highest}.",
            winner=name,
            index=index,
            highest=SCORE_HIGH,
        )
    second, lead, second_index = follower
    return _(
        "{winner} berada di peringkat pertama dengan indeks {index} dari {highest}, "
        "unggul {lead} atas {second} (indeks {second_index}).",
        winner=name,
        index=index,
        highest=SCORE_HIGH,
        lead=lead,
        second=second,
        second_index=Number(second_index, 2),
    )


def _ahp_winners(result: AhpWeights, ranking: Ranking) -> Message:
    if set(result.winners) == set(ranking.winners):
        return _(
            "Bobot dari perbandingan berpasangan {raters} penilai menempatkan {winners} di peringkat "
            "pertama, sama dengan bobot yang disepakati.",
            raters=result.n_raters,
            winners=first_place(result.winners),
        )
    return _(
        "Bobot dari perbandingan berpasangan {raters} penilai menempatkan {winners} di peringkat "
        "pertama, berbeda dari bobot yang disepakati ({agreed}).",
        raters=result.n_raters,
        winners=first_place(result.winners),
        agreed=first_place(ranking.winners),
    )


def _consistency(result: AhpWeights) -> Message:
    ratio = beside(result.cr_group, CONSISTENCY_LIMIT, decimals=2)
    limit = Number(CONSISTENCY_LIMIT, 1)
    inconsistent = int((~result.consistency["consistent"].astype(bool)).sum())
    group = (
        _("Rasio konsistensi kelompok {ratio} masih dalam batas {limit}.", ratio=ratio, limit=limit)
        if result.consistent_group
        else _(
            "Rasio konsistensi kelompok {ratio} melampaui batas {limit}: pertimbangannya saling "
            "bertentangan, dan bobot ini perlu dibaca dengan hati-hati.",
            ratio=ratio,
            limit=limit,
        )
    )
    if not inconsistent:
        return group
    single = _(
        "Pertimbangan {inconsistent} dari {raters} penilai tidak konsisten.",
        inconsistent=inconsistent,
        raters=result.n_raters,
    )
    return paragraph(group, single)


def _left_out(result: AhpWeights) -> list[Message]:
    if not result.raters_left_out:
        return []
    return [
        _(
            "{left} penilai tidak membandingkan semua pasangan kriteria, sehingga tidak ikut dihitung di "
            "sini.",
            left=result.raters_left_out,
        )
    ]
