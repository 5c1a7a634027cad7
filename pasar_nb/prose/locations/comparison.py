"""Sentences on each district's change, on their mean and on how far they differ."""

from __future__ import annotations

from pasar_nb.analysis.locations.comparison import NO_CLAIM
from pasar_nb.analysis.locations.results import Comparison, Pool, Pooling
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, Share, Value, _, _n, listing, paragraph
from pasar_nb.vocabulary import CHANCE_LIMIT, outcome_label, probability

# Higgins et al. 2003 (BMJ 327): I squared of 25, 50 and 75 per cent as low, moderate and high.
MODERATE, HIGH = 0.5, 0.75


def pooled(shown: Released[Comparison]) -> tuple[Message | NotEstimable, ...]:
    """Say the mean of every outcome and design, with its interval and what a further district may expect."""
    if not shown.result.poolings:
        return (NotEstimable(_("Belum ada kabupaten dengan perubahan yang dapat dibandingkan.")),)
    return tuple(mean_in_short(one) for one in shown.result.poolings)


def mean_in_short(pooling: Pooling) -> Message | NotEstimable:
    """Say one mean, or why there is none."""
    pool, outcome = pooling.pool, InSentence(outcome_label(pooling.outcome))
    if isinstance(pool, NotEstimable):
        names = listing(pooling.table["district"])
        told = (
            _("Perubahan {outcome} dengan kelompok pembanding: {names}.", outcome=outcome, names=names)
            if pooling.design == "did"
            else _("Perubahan {outcome} tanpa kelompok pembanding: {names}.", outcome=outcome, names=names)
        )
        return paragraph(told, pool.reason)
    return paragraph(_mean(pooling, pool), _further(pool), _spread(pool))


def standing(shown: Released[Comparison]) -> Message | NotEstimable:
    """Say in which districts the interval lies above nought, below it, or on both sides."""
    table = shown.result.table.dropna(subset=["relative_low", "relative_high"])
    if table.empty:
        return NotEstimable(_("Belum ada kabupaten dengan perubahan yang dapat dibandingkan."))
    low, high = table["relative_low"].astype(float), table["relative_high"].astype(float)
    groups = (
        (_("Selang seluruhnya di atas nol"), table[low > 0]),
        (_("Selang seluruhnya di bawah nol"), table[high < 0]),
        (_("Arahnya belum jelas"), table[(low <= 0) & (high >= 0)]),
    )
    said = [
        _("{group}: {names}.", group=group, names=listing(rows["district"]))
        for group, rows in groups
        if len(rows)
    ]
    return paragraph(*said)


def absent(shown: Released[Comparison]) -> Message:
    """Say how many districts have no estimate, and which are shown but averaged with nothing."""
    result = shown.result
    count = len(result.absent)
    said = [
        _n("{count} kabupaten belum memiliki perkiraan perubahan; sebabnya ada dalam tabel.", count)
        if count
        else _("Semua kabupaten yang memiliki laporan mempunyai perkiraan perubahan.")
    ]
    unlike = result.table[result.table["design"].eq("did") & result.table["claim"].eq(NO_CLAIM)]
    if len(unlike):
        said += [
            _(
                "Tidak ikut dirata-ratakan sebab peserta dan pembandingnya terlalu berbeda sejak awal: "
                "{names}.",
                names=listing(unlike["district"]),
            )
        ]
    return paragraph(*said)


def copying(shown: Released[Comparison]) -> Message | NotEstimable:
    """Say what of this may be copied elsewhere, and how far."""
    pools = [one.pool for one in shown.result.poolings if isinstance(one.pool, Pool)]
    if not pools:
        return NotEstimable(
            _("Tanpa rata-rata antarkabupaten belum dapat dikatakan apa yang layak ditiru di tempat lain.")
        )
    pool = pools[0]
    if pool.prediction.low > 0:
        return _(
            "Kabupaten lain yang serupa diperkirakan juga mengalami kenaikan; cara kerja kabupaten dengan "
            "selang di atas nol layak dipelajari lebih dahulu."
        )
    return _(
        "Hasil di kabupaten lain belum dapat dipastikan arahnya: selang prediksi mencakup nol. Pelajari "
        "dahulu "
        "apa yang membedakan kabupaten dengan selang di atas nol sebelum meniru."
    )


def _mean(pooling: Pooling, pool: Pool) -> Message:
    values: dict[str, Value] = {
        "districts": pool.districts,
        "homes": pooling.households,
        "outcome": InSentence(outcome_label(pooling.outcome)),
        "mean": Share(pool.mean, 1, signed=True),
        "low": Share(pool.low, 1, signed=True),
        "high": Share(pool.high, 1, signed=True),
    }
    if pooling.design == "did":
        return _(
            "Di {districts} kabupaten dengan kelompok pembanding, perubahan {outcome} peserta rata-rata "
            "{mean} dibandingkan dengan pembanding (selang 95% {low} sampai {high}; n = {homes} rumah "
            "tangga).",
            **values,
        )
    return _(
        "Di {districts} kabupaten tanpa kelompok pembanding, {outcome} peserta berubah rata-rata {mean} "
        "(selang 95% {low} sampai {high}; n = {homes} rumah tangga); ini perubahan, bukan bukti bahwa "
        "program yang mengubahnya.",
        **values,
    )


def _further(pool: Pool) -> Message:
    return _(
        "Kabupaten lain yang serupa diperkirakan berada antara {low} dan {high} (selang prediksi 95%).",
        low=Share(pool.prediction.low, 0, signed=True),
        high=Share(pool.prediction.high, 0, signed=True),
    )


def _spread(pool: Pool) -> Message:
    share = Share(pool.heterogeneity)
    if pool.p_heterogeneity >= CHANCE_LIMIT and pool.heterogeneity < MODERATE:
        return _("Perbedaan antarkabupaten masih dapat terjadi secara kebetulan (I² = {share}).", share=share)
    degree = _("besar") if pool.heterogeneity >= HIGH else _("sedang")
    return _(
        "Perbedaan antarkabupaten tergolong {degree} (I² = {share}; {p}).",
        degree=degree,
        share=share,
        p=probability(pool.p_heterogeneity),
    )
