"""Table of everything that is said of each series, with the reason where nothing is."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from pasar_nb.analysis.trend.break_results import Shift, Shifts
from pasar_nb.analysis.trend.described import Study, Trend
from pasar_nb.analysis.trend.forecast_results import Forecast
from pasar_nb.analysis.trend.interruption_results import Change, Interruption
from pasar_nb.analysis.trend.results import Season, Slope
from pasar_nb.disclosure import Released
from pasar_nb.findings import Interval, NotEstimable
from pasar_nb.language import Message, Month, Number, Share, Value, _, listing, paragraph
from pasar_nb.tables.columns import column_of
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import CALENDAR_MONTHS, readable


def series_overview(shown: Released[Trend]) -> DisplayTable | NotEstimable:
    """Show for every series what is said of it, and why the rest is not."""
    result = shown.result
    if isinstance(result.main, NotEstimable):
        return result.main
    studies = result.studies
    cells: dict[str, Sequence[object]] = {
        "deret": [readable(one.series.name) for one in studies],
        "n": [one.series.n for one in studies],
        "tren": [_trend(one.slope) for one in studies],
        "musim": [_season(one.season) for one in studies],
        "tingkat": [_at_start(one.interruption, "level") for one in studies],
        "laju": [_at_start(one.interruption, "slope") for one in studies],
        "pergeseran": [_shifts(one.shifts) for one in studies],
        "mase": [_error(one) for one in studies],
        "kosong": [_gaps(one) for one in studies],
    }
    index = pd.RangeIndex(len(studies))
    return DisplayTable(
        name="ikhtisar_deret",
        screen_only=True,
        title=_("Semua yang dapat dikatakan tentang setiap deret"),
        columns=(
            DisplayColumn("deret", _("Deret")),
            DisplayColumn("n", _("Bulan berisi angka"), "integer"),
            DisplayColumn("kosong", _("Bulan kosong")),
            DisplayColumn("tren", _("Tren per tahun")),
            DisplayColumn("musim", _("Musim: puncak")),
            DisplayColumn("tingkat", _("Tingkat pada saat mulai")),
            DisplayColumn("laju", _("Laju per tahun sejak mulai")),
            DisplayColumn("pergeseran", _("Pergeseran yang ditemukan sendiri")),
            DisplayColumn("mase", _("Galat perkiraan (MASE)")),
        ),
        frame=pd.DataFrame({name: column_of(cells[name], index) for name in cells}, index=index),
        note=paragraph(_about(), *_reasons(studies)),
        highlight=(0,),
    )


def _trend(found: Slope | NotEstimable) -> Message | None:
    if isinstance(found, NotEstimable):
        return None
    return _measured(found.per_year, found.interval)


def _season(found: Season | NotEstimable) -> Message | None:
    if isinstance(found, NotEstimable):
        return None
    if not found.clear:
        return _("tidak melebihi kebetulan")
    return _(
        "{month}: {effect} ({low} sampai {high}) *",
        month=CALENDAR_MONTHS[found.peak - 1],
        effect=Share(found.peak_effect, 1),
        low=Share(found.peak_interval.low, 1),
        high=Share(found.peak_interval.high, 1),
    )


def _at_start(found: Interruption | NotEstimable, which: str) -> Message | None:
    if isinstance(found, NotEstimable):
        return None
    change: Change = found.level if which == "level" else found.slope
    return _measured(change.size, change.interval)


def _measured(size: float, interval: Interval) -> Message:
    values = {"size": Share(size, 1), "low": Share(interval.low, 1), "high": Share(interval.high, 1)}
    if interval.clear:
        return _("{size} ({low} sampai {high}) *", **values)
    return _("{size} ({low} sampai {high})", **values)


def _shifts(found: Shifts | NotEstimable) -> Message | None:
    if isinstance(found, NotEstimable):
        return None
    if not found.found:
        return _("tidak ada")
    each = [_shift(one) for one in found.found]
    return Message("{each}", {"each": listing(each)})


def _shift(found: Shift) -> Message:
    if found.rose:
        return _("naik mulai {month}", month=Month(found.month))
    return _("turun mulai {month}", month=Month(found.month))


def _error(study: Study) -> Message | None:
    found = study.forecast
    if isinstance(found, NotEstimable):
        return None
    tested = found.backtest
    values: dict[str, Value] = {
        "mase": Number(tested.mase, 2),
        "naive": Number(tested.naive_mase, 2),
        "origins": tested.origins,
    }
    if isinstance(found, Forecast):
        return _("{mase} (naif {naive}; {origins} titik uji)", **values)
    return _("{mase} (naif {naive}; {origins} titik uji): tidak ditampilkan", **values)


def _about() -> Message:
    return _(
        "Perubahan dengan selang 95%; bintang menandai yang jelas. MASE: galat uji mundur perkiraan "
        "terhadap galat memakai bulan yang sama setahun sebelumnya; perkiraan hanya ditampilkan bila lebih "
        "kecil. Deret utama dicetak tebal; deret lain penjelajahan. Sumber: tabel deret dan ihk."
    )


def _reasons(studies: tuple[Study, ...]) -> list[Message]:
    """Say of each empty cell why it is so, once for all the series that share the reason."""
    reasons: dict[str, Message] = {}
    sharing: dict[str, list[str]] = {}
    for one in studies:
        for part in (one.slope, one.season, one.interruption, one.shifts, one.forecast):
            if isinstance(part, NotEstimable):
                said = part.reason.text("id")
                reasons[said] = part.reason
                sharing.setdefault(said, []).append(readable(one.series.name))
    return [
        _("{series}: {reason}", series=listing(sharing[said]), reason=reason)
        for said, reason in reasons.items()
    ]


def _gaps(study: Study) -> Message | None:
    gaps = study.series.gaps
    if not gaps:
        return None
    return Message("{months}", {"months": listing(Month(month) for month in gaps)})
