"""Sentences on the trend, the level before and after, and the season of the main series."""

from __future__ import annotations

from pasar_nb.analysis.trend.described import Trend
from pasar_nb.analysis.trend.results import LevelChange, Monthly, Season, SeriesTrend, Slope
from pasar_nb.analysis.trend.slope import LEAST_SEASON
from pasar_nb.disclosure import Released
from pasar_nb.findings import Interval, NotEstimable
from pasar_nb.language import (
    InSentence,
    Message,
    Month,
    Number,
    Share,
    Value,
    _,
    listing,
    paragraph,
    verbatim,
)
from pasar_nb.prose.trend.amounts import amount, plain_interval, rise
from pasar_nb.vocabulary import CALENDAR_MONTHS, SMALL_SAMPLE, readable


def trend(shown: Released[Trend]) -> Message | NotEstimable:
    """Say the change per year of the main series, in real rupiah where there are such, and in nominal."""
    main = shown.result.main
    if isinstance(main, NotEstimable):
        return main
    if isinstance(main.slope, NotEstimable):
        return NotEstimable(paragraph(_about(main.series), main.slope.reason))
    return paragraph(headline(main, main.slope), *_nominal(main), *_reach(main), *_short(main.slope))


def headline(main: SeriesTrend, slope: Slope) -> Message:
    """Say the change per year in one sentence."""
    values: dict[str, Value] = {
        "series": named(main.series),
        "interval": plain_interval(slope.interval),
        "months": slope.n,
        "first": Month(slope.first),
        "last": Month(slope.last),
    }
    if slope.clear:
        return _(
            "{series} {change} per tahun (selang 95%: {interval}; n = {months} bulan, {first} sampai "
            "{last}).",
            change=rise(slope.per_year),
            **values,
        )
    return _(
        "Tidak terlihat tren yang jelas pada {series}: {change} per tahun (selang 95%: {interval}; "
        "n = {months} bulan, {first} sampai {last}).",
        change=Share(slope.per_year, 1),
        **values | {"series": InSentence(named(main.series))},
    )


def level(shown: Released[Trend]) -> Message | NotEstimable:
    """Say the level before and since the beginning of the intervention, without a claim on why."""
    main, found = shown.result.main, shown.result.level
    if isinstance(found, NotEstimable):
        return found
    if isinstance(main, NotEstimable):
        return main
    return paragraph(_levels(main.series, found), _compared(found), _not_why())


def season(shown: Released[Trend]) -> Message | NotEstimable:
    """Say in which month the main series is highest and lowest, and whether that is more than chance."""
    main, found = shown.result.main, shown.result.season
    if isinstance(found, NotEstimable):
        return found
    if isinstance(main, NotEstimable):
        return main
    return paragraph(cycle(main.series, found), strength(found)) if found.clear else strength(found)


def strength(found: Season) -> Message:
    """Set the strength of the cycle beside what chance alone reaches."""
    values: dict[str, Value] = {
        "strength": Number(found.strength, 2),
        "by_chance": Number(found.by_chance, 2),
        "months": found.n,
    }
    if found.clear:
        return _(
            "Kekuatan musim {strength} dari 1 (n = {months} bulan); tanpa musim, hanya satu dari dua puluh "
            "deret sepanjang ini mencapai {by_chance}.",
            **values,
        )
    return _(
        "Tidak terlihat pola musim yang melebihi kebetulan: kekuatannya {strength} dari 1 (n = {months} "
        "bulan), dan tanpa musim pun satu dari dua puluh deret sepanjang ini mencapai {by_chance}.",
        **values,
    )


def others(shown: Released[Trend]) -> Message | NotEstimable:
    """List the trends of the other series, which are exploratory."""
    known = [(one.series, one.slope) for one in shown.result.others if isinstance(one.slope, Slope)]
    if not known:
        if isinstance(shown.result.main, NotEstimable):
            return shown.result.main
        return NotEstimable(_("Tidak ada deret lain yang trennya dapat dihitung."))
    each = listing(
        _(
            "{series} {change} ({interval}; n = {months})",
            series=InSentence(named(series)),
            change=Share(slope.per_year, 1),
            interval=plain_interval(slope.interval),
            months=slope.n,
        )
        for series, slope in known
    )
    return _(
        "Deret lain, sebagai penjelajahan (perubahan per tahun, selang 95%, n bulan): {each}.", each=each
    )


def named(series: Monthly) -> Message:
    """Name a series and say of which month its rupiah are, or that they are nominal."""
    name = readable(series.name)
    if not series.money:
        return verbatim(name)
    if series.real_base is None:
        return _("{series} (rupiah nominal)", series=name)
    return _("{series} (rupiah {month})", series=name, month=Month(series.real_base))


def _about(series: Monthly) -> Message:
    return _("{series}:", series=readable(series.name))


def _nominal(main: SeriesTrend) -> list[Message]:
    if isinstance(main.slope, NotEstimable) or not isinstance(main.nominal, Slope):
        return []
    return [
        _(
            "Dalam rupiah nominal: {change} per tahun (selang 95%: {interval}; n = {months} bulan).",
            change=Share(main.nominal.per_year, 1),
            interval=plain_interval(main.nominal.interval),
            months=main.nominal.n,
        )
    ]


def _reach(main: SeriesTrend) -> list[Message]:
    """Say where the price index ends before the series does, or why there is none."""
    if main.series.unreal is not None:
        return [main.series.unreal.reason]
    if isinstance(main.slope, NotEstimable) or main.slope.n == main.series.n:
        return []
    return [
        _(
            "Indeks harga hanya mencakup {covered} dari {months} bulan deret ini.",
            covered=main.slope.n,
            months=main.series.n,
        )
    ]


def _short(slope: Slope) -> list[Message]:
    said = []
    if slope.n < SMALL_SAMPLE:
        said += [_("Sampel kecil: kurang dari {limit} bulan.", limit=SMALL_SAMPLE)]
    if slope.n < LEAST_SEASON:
        said += [_("Deret kurang dari dua tahun: naik-turun musiman dapat terbaca sebagai tren.")]
    return said


def _levels(series: Monthly, found: LevelChange) -> Message:
    return _(
        "Sebelum {start}, bulan kegiatan dimulai, rata-rata {series} {before} (n = {n_before} bulan); "
        "sejak itu {after} (n = {n_after} bulan).",
        start=Month(found.start),
        series=InSentence(named(series)),
        before=amount(found.before, series),
        n_before=found.n_before,
        after=amount(found.after, series),
        n_after=found.n_after,
    )


def _compared(found: LevelChange) -> Message:
    values: dict[str, Value] = {
        "change": rise(found.change),
        "interval": plain_interval(found.interval),
    }
    if not found.clear:
        return _("Tingkatnya tidak jelas berubah: {change} (selang 95%: {interval}).", **values)
    if found.seasonal:
        return _("Setelah musim diperhitungkan, tingkatnya {change} (selang 95%: {interval}).", **values)
    return _("Tingkatnya {change} (selang 95%: {interval}).", **values)


def _not_why() -> Message:
    return _(
        "Ini hanya membandingkan dua masa: keadaan pasar, cuaca, dan tren yang sudah berjalan sebelumnya "
        "termasuk di dalamnya."
    )


def cycle(series: Monthly, found: Season) -> Message:
    """Say the months in which a series is usually highest and lowest, with intervals."""
    return _(
        "{series} biasanya paling tinggi sekitar bulan {peak}, {peak_effect} di atas tingkat setahun (selang "
        "95%: {peak_interval}), dan paling rendah sekitar bulan {low}, {low_effect} di bawahnya (selang 95%: "
        "{low_interval}).",
        series=readable(series.name),
        peak=CALENDAR_MONTHS[found.peak - 1],
        peak_effect=Share(found.peak_effect, 1),
        peak_interval=plain_interval(found.peak_interval),
        low=CALENDAR_MONTHS[found.low - 1],
        low_effect=Share(-found.low_effect, 1),
        low_interval=plain_interval(_below(found.low_interval)),
    )


def _below(interval: Interval) -> Interval:
    """Turn an interval of how much less into one of how far below."""
    return Interval(-interval.high, -interval.low, interval.level)
