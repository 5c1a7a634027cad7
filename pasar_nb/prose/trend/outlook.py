"""Sentences on the months to come, or on why none is forecast."""

from __future__ import annotations

from pasar_nb.analysis.trend.described import Trend
from pasar_nb.analysis.trend.forecast_results import Backtest, Forecast, NoForecast
from pasar_nb.analysis.trend.results import Monthly
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, Month, Number, Share, _, paragraph, verbatim
from pasar_nb.prose.trend.amounts import amount
from pasar_nb.vocabulary import readable

WORTH_SAYING = 1.05  # a factor below it would be written as 1.0


def outlook(shown: Released[Trend]) -> Message | NotEstimable:
    """Say where the main series may stand some months ahead, only where that beat a naive forecast."""
    study = shown.result.main_study
    if study is None:
        main = shown.result.main
        return main if isinstance(main, NotEstimable) else NotEstimable(_("Tidak ada deret."))
    found = study.forecast
    if isinstance(found, NotEstimable):
        return found
    if isinstance(found, NoForecast):
        return NotEstimable(found.reason)
    return paragraph(_ahead(study.series, found), _tested(found.backtest), _covered(found))


def _ahead(series: Monthly, found: Forecast) -> Message:
    last = found.table.iloc[-1]
    return _(
        "{horizon} bulan ke depan, pada {month}, {series} diperkirakan sekitar {value} (selang 95%: {low} "
        "sampai {high}; n = {months} bulan), bila keadaan tetap seperti selama ini.",
        horizon=found.backtest.horizon,
        month=Month(str(last["bulan"])),
        series=_recorded(series),
        value=amount(float(last["value"]), series),
        low=amount(float(last["low"]), series),
        high=amount(float(last["high"]), series),
        months=found.n,
    )


def _recorded(series: Monthly) -> InSentence:
    name = readable(series.name)
    return InSentence(_("{series} (rupiah nominal)", series=name) if series.money else verbatim(name))


def _tested(tested: Backtest) -> Message:
    return _(
        "Cara ini diuji mundur dari {origins} bulan: galatnya (MASE {mase}) lebih kecil daripada memakai "
        "angka bulan yang sama setahun sebelumnya (MASE {naive}), dan lebih baik dari {better} bulan di "
        "antaranya.",
        origins=tested.origins,
        mase=Number(tested.mase, 2),
        naive=Number(tested.naive_mase, 2),
        better=tested.better,
    )


def _covered(found: Forecast) -> Message:
    covered = Share(found.backtest.covered, 0)
    if found.widened < WORTH_SAYING:
        return _(
            "Selangnya memuat {covered} dari {tested} angka yang diuji.",
            covered=covered,
            tested=found.backtest.tested,
        )
    return _(
        "Selang aslinya memuat {covered} dari {tested} angka yang diuji, jadi diperlebar {factor} kali.",
        covered=covered,
        tested=found.backtest.tested,
        factor=Number(found.widened, 1),
    )
