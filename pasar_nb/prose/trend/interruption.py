"""Sentences on level and slope at the beginning, against another series, and on shifts found unasked."""

from __future__ import annotations

from pasar_nb.analysis.trend.break_results import Shift, Shifts
from pasar_nb.analysis.trend.breaks import NEAR
from pasar_nb.analysis.trend.described import Trend
from pasar_nb.analysis.trend.interruption_results import AgainstSeries, Change, Interruption, Placebo
from pasar_nb.analysis.trend.results import Monthly
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
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
from pasar_nb.prose.trend.amounts import plain_interval, rise
from pasar_nb.prose.trend.series import named
from pasar_nb.vocabulary import readable


def interruption(shown: Released[Trend]) -> Message | NotEstimable:
    """Say whether level and slope of the main series changed at the beginning, and how sure that is."""
    study = shown.result.main_study
    if study is None:
        return _no_series(shown)
    found = study.interruption
    if isinstance(found, NotEstimable):
        return found
    return paragraph(
        _level(study.series, found),
        _slope(found.slope),
        *_placebo(found.placebo),
        *_pattern(found),
        _("Terjadi bersamaan belum berarti yang satu membawa yang lain."),
    )


def against(shown: Released[Trend]) -> Message | NotEstimable:
    """Say the same relative to the comparison series, as far as the two went together before."""
    study = shown.result.main_study
    if study is None:
        return _no_series(shown)
    found = study.against
    if isinstance(found, NotEstimable):
        return found
    return paragraph(_relative(study.series, found), *_placebo(found.ratio.placebo), _trusted(found))


def shifts(shown: Released[Trend]) -> Message | NotEstimable:
    """Say in which months the main series shifted, found without being told when the activities began."""
    study = shown.result.main_study
    if study is None:
        return _no_series(shown)
    found = study.shifts
    if isinstance(found, NotEstimable):
        return found
    return paragraph(_found(study.series, found), *_near(found))


def _no_series(shown: Released[Trend]) -> NotEstimable:
    main = shown.result.main
    return main if isinstance(main, NotEstimable) else NotEstimable(_("Tidak ada deret."))


def _level(series: Monthly, found: Interruption) -> Message:
    values: dict[str, Value] = {
        "start": Month(found.start),
        "series": InSentence(named(series)),
        "interval": plain_interval(found.level.interval),
        "n_before": found.n_before,
        "n_after": found.n_after,
    }
    if not found.level.clear:
        return _(
            "Pada {start}, bulan kegiatan dimulai, tidak terlihat pergeseran tingkat yang jelas pada "
            "{series} dibanding garis sebelumnya yang diteruskan: {change} (selang 95%: {interval}; n = "
            "{n_before} bulan sebelum dan {n_after} bulan sejak itu).",
            change=Share(found.level.size, 1),
            **values,
        )
    return _(
        "Pada {start}, bulan kegiatan dimulai, tingkat {series} bergeser pada saat yang sama: {change} "
        "dibanding garis sebelumnya yang diteruskan (selang 95%: {interval}; n = {n_before} bulan sebelum "
        "dan {n_after} bulan sejak itu).",
        change=rise(found.level.size),
        **values,
    )


def _slope(change: Change) -> Message:
    interval = plain_interval(change.interval)
    if not change.clear:
        return _(
            "Lajunya per tahun tidak jelas berubah: {change} (selang 95%: {interval}).",
            change=Share(change.size, 1),
            interval=interval,
        )
    return _(
        "Lajunya per tahun {change} dibanding sebelumnya (selang 95%: {interval}).",
        change=rise(change.size),
        interval=interval,
    )


def _placebo(found: Placebo | NotEstimable) -> list[Message]:
    if isinstance(found, NotEstimable):
        return [found.reason]
    values: dict[str, Value] = {
        "month": Month(found.month),
        "change": Share(found.level.size, 1),
        "interval": plain_interval(found.level.interval),
    }
    said = (
        _(
            "Pada tanggal semu {month}, ketika belum ada kegiatan, model yang sama pun menunjukkan "
            "pergeseran: {change} (selang 95%: {interval}).",
            **values,
        )
        if found.level.clear
        else _(
            "Pada tanggal semu {month}, ketika belum ada kegiatan, model yang sama tidak menunjukkan "
            "pergeseran yang jelas: {change} (selang 95%: {interval}).",
            **values,
        )
    )
    return [said, _as_large(found.dates, found.as_large)]


def _as_large(dates: int, as_large: int) -> Message:
    if not as_large:
        return _(
            "Dari {dates} bulan semu sebelum kegiatan, tidak satu pun bergeser sebesar pada mulai kegiatan.",
            dates=dates,
        )
    return _(
        "Dari {dates} bulan semu sebelum kegiatan, {as_large} bergeser sebesar pada mulai kegiatan atau "
        "lebih.",
        dates=dates,
        as_large=as_large,
    )


def _pattern(found: Interruption) -> list[Message]:
    if not found.residuals.patterned:
        return []
    return [
        _(
            "Sisa model masih berpola (uji Ljung-Box atas {lags} bulan, p = {p}), sehingga selang ini "
            "mungkin terlalu sempit.",
            lags=found.residuals.lags,
            p=Number(found.residuals.pattern_p, 3),
        )
    ]


def _relative(series: Monthly, found: AgainstSeries) -> Message:
    level = found.ratio.level
    values: dict[str, Value] = {
        "series": verbatim(readable(series.name)),
        "other": InSentence(verbatim(readable(found.other))),
        "start": Month(found.ratio.start),
        "interval": plain_interval(level.interval),
        "n_before": found.ratio.n_before,
        "n_after": found.ratio.n_after,
    }
    if not level.clear:
        return _(
            "{series} dibanding {other}, yang tidak terjangkau kegiatan, tidak jelas bergeser pada {start}: "
            "{change} (selang 95%: {interval}; n = {n_before} dan {n_after} bulan).",
            change=Share(level.size, 1),
            **values,
        )
    return _(
        "{series} dibanding {other}, yang tidak terjangkau kegiatan, {change} pada {start} (selang 95%: "
        "{interval}; n = {n_before} dan {n_after} bulan).",
        change=rise(level.size),
        **values,
    )


def _trusted(found: AgainstSeries) -> Message:
    values: dict[str, Value] = {
        "change": Share(found.before.size, 1),
        "interval": plain_interval(found.before.interval),
    }
    if found.passes:
        return _(
            "Sebelum kegiatan tidak terlihat keduanya bergerak berbeda ({change} per tahun; selang 95%: "
            "{interval}), jadi selisih ini bukan sekadar gerak pasar yang dialami keduanya; hal lain yang "
            "hanya mengenai salah satunya tetap mungkin.",
            **values,
        )
    if found.before.clear:
        return _(
            "Sebelum kegiatan pun keduanya sudah bergerak berbeda ({change} per tahun; selang 95%: "
            "{interval}), jadi selisih ini tidak dapat dipegang.",
            **values,
        )
    return _(
        "Pembanding ini tidak lolos atau tidak dapat diuji dengan tanggal semu, jadi selisih ini hanya "
        "petunjuk."
    )


def _found(series: Monthly, found: Shifts) -> Message:
    name = InSentence(named(series))
    if not found.found:
        return _(
            "Tanpa diberi tahu tanggal kegiatan, pencarian otomatis tidak menemukan pergeseran tingkat pada "
            "{series} (n = {months} bulan; peluang alarm palsu 5%); dua pergeseran besar dapat saling "
            "menutupi.",
            series=name,
            months=found.n,
        )
    return _(
        "Tanpa diberi tahu tanggal kegiatan, pencarian otomatis menemukan pergeseran tingkat pada {series}: "
        "{each} (n = {months} bulan; peluang alarm palsu 5%).",
        series=name,
        each=listing(_one(one) for one in found.found),
        months=found.n,
    )


def _one(found: Shift) -> Message:
    if found.rose:
        return _("naik mulai {month}", month=Month(found.month))
    return _("turun mulai {month}", month=Month(found.month))


def _near(found: Shifts) -> list[Message]:
    if found.distance is None:
        return []
    if abs(found.distance) <= NEAR:
        return [
            _(
                "Itu paling jauh {limit} bulan dari bulan kegiatan dimulai, jadi kedua cara menunjuk waktu "
                "yang sama.",
                limit=NEAR,
            )
        ]
    return [
        _(
            "Yang terdekat berjarak {months} bulan dari bulan kegiatan dimulai, jadi pergeseran itu tidak "
            "bersamaan dengannya.",
            months=abs(found.distance),
        )
    ]
