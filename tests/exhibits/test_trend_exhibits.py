"""What is said, drawn and tabulated of a monthly series: true to the numbers, never a cause."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import pytest
from exhibit_reading import drawing, strings
from trend_cases import growing, persistent, price_index, series

from pasar_nb.analysis import trend
from pasar_nb.analysis.trend import Trend
from pasar_nb.analysis.trend.forecast_results import Forecast
from pasar_nb.disclosure import Released, release
from pasar_nb.figures import trend as figures
from pasar_nb.figures.frame import ReportFigure
from pasar_nb.findings import NotEstimable
from pasar_nb.identifiers import find_identifiers
from pasar_nb.language import Message
from pasar_nb.prose import trend as prose
from pasar_nb.tables import trend as tables
from pasar_nb.tables.display import DisplayTable
from pasar_nb.vocabulary import CALENDAR_MONTHS, readable

Shown = Released[Trend]
CAUSES = re.compile(
    r"\b(dampak\w*|karena|berkat|akibat\w*|\w*sebabkan|pengaruh\w*|efek\w*|impact\w*|due to|caused)\b",
    re.I,
)
HOSTILE = "harga_<script>alert(1)</script>_{0}_=cmd"
START = pd.Timestamp("2023-07-15")


def _noisy(count: int, per_year: float, seed: int = 1, season: float = 0.0) -> np.ndarray:
    noise = persistent(np.random.default_rng(seed), count, 0.5, 0.03)
    cycle = season * np.cos(2 * np.pi * np.arange(count) / 12)
    return growing(count, per_year, 20_000.0) * np.exp(noise + cycle)


def _shown(table: pd.DataFrame, language: str = "id", **options: Any) -> Shown:
    result = trend.describe(table, **options)
    return release(result, audience="public", language=language)  # type: ignore[arg-type]


@cache
def full() -> Shown:
    """Four years of a price with a season and a gap, a volume beside it, prices and a beginning."""
    price = _noisy(48, 0.15, season=0.15)
    price[30] = np.nan
    table = pd.concat([series(price), series(_noisy(48, -0.2, 3), name="volume_jahe", unit="kg")])
    return _shown(table, price_index=price_index(48, 0.04), start=START, commodity="Jahe")


@cache
def short() -> Shown:
    return _shown(series(_noisy(9, 0.0)), start=START)


@cache
def refused() -> Shown:
    return _shown(series(_noisy(5, 0.1)))


@cache
def absent() -> Shown:
    return _shown(series([]))


@cache
def half_real() -> Shown:
    return _shown(series(_noisy(40, 0.1)), price_index=price_index(20, 0.05))


def _stepped(count: int, at: int, jump: float, seed: int = 1, spread: float = 0.01) -> np.ndarray:
    noise = persistent(np.random.default_rng(seed), count, 0.3, spread)
    return growing(count, 0.05, 20_000.0) * np.where(np.arange(count) >= at, 1 + jump, 1.0) * np.exp(noise)


@cache
def broken() -> Shown:
    """Five years of a price that jumps at the beginning, beside one that the activities do not reach."""
    table = pd.concat(
        [series(_stepped(60, 30, 0.25)), series(_stepped(60, 30, 0.0, seed=2), name="harga_provinsi")]
    )
    table["pembanding"] = table["seri"].map({"harga_jahe": "harga_provinsi"})
    return _shown(table, start=pd.Timestamp("2024-07-01"), commodity="Jahe")


@cache
def calm() -> Shown:
    """The same without a jump, whose comparison went its own way before."""
    drifting = _stepped(60, 0, 0.0, seed=2) * growing(60, 0.5, 1.0)
    table = pd.concat([series(_stepped(60, 0, 0.0)), series(drifting, name="harga_provinsi")])
    table["pembanding"] = table["seri"].map({"harga_jahe": "harga_provinsi"})
    return _shown(table, start=pd.Timestamp("2024-07-01"), commodity="Jahe")


@cache
def hostile() -> Shown:
    table = pd.concat(
        [series(_noisy(30, 0.1), name=HOSTILE, unit="Rp/{kg}<i>"), series(_noisy(30, 0.0, 4), name="b")]
    )
    return _shown(table.assign(sumber="<b>{Dinas}</b>"), start=START)


CASES = {one.__name__: one for one in (full, short, refused, absent, half_real, broken, calm, hostile)}
EVERY_CASE = pytest.mark.parametrize("make", CASES.values(), ids=CASES.keys())


def exhibits(case: Shown) -> list[Any]:
    return [
        *(prose.summary_sentence(case), prose.trend(case), prose.level(case), prose.season(case)),
        *(prose.interruption(case), prose.against(case), prose.shifts(case), prose.outlook(case)),
        *(prose.others(case), *prose.limits(case)),
        *(figures.main_series(case), figures.all_series(case), figures.season_by_month(case)),
        *(figures.broken_line(case), figures.months_to_come(case)),
        *(tables.series_trends(case), tables.series_overview(case)),
    ]


def sentences(case: Shown, language: str = "id") -> list[str]:
    said: list[Message] = []
    for one in exhibits(case):
        if isinstance(one, Message):
            said.append(one)
        elif isinstance(one, NotEstimable):
            said.append(one.reason)
        elif isinstance(one, ReportFigure):
            said += [one.title, one.alternative, one.note]
    return [one.text(language) for one in said]  # type: ignore[arg-type]


def text(said: Message | NotEstimable) -> str:
    assert isinstance(said, Message)
    return said.text("id")


@EVERY_CASE
def test_no_sentence_names_a_cause_and_each_is_whole(make) -> None:
    for sentence in sentences(make()):
        assert not CAUSES.search(sentence), sentence
        assert sentence.endswith("."), sentence
        assert not {"nan", "None", "inf"} & set(re.findall(r"\w+", sentence)), sentence


@EVERY_CASE
def test_the_english_reader_gets_every_exhibit_too(make) -> None:
    for english, indonesian in zip(sentences(make(), "en"), sentences(make(), "id"), strict=True):
        assert english
        assert english != indonesian


def test_the_sentence_for_the_summary_has_number_interval_months_and_rupiah() -> None:
    said = text(prose.summary_sentence(full()))
    slope = full().result.main.slope  # type: ignore[union-attr]
    assert said.startswith("Harga jahe (rupiah Desember 2025) naik ")
    assert f"{slope.per_year * 100:.1f}".replace(".", ",") + "% per tahun" in said
    assert re.search(
        r"selang 95%: \d+,\d% sampai \d+,\d%; n = 47 bulan, Januari 2022 sampai Desember 2025", said
    )


def test_an_unclear_trend_is_not_called_a_rise_or_a_fall() -> None:
    said = text(prose.trend(short()))
    assert "Tidak terlihat tren yang jelas" in said
    assert not re.search(r"\b(naik|turun) \d", said)
    assert "Sampel kecil" in said
    assert "naik-turun musiman dapat terbaca sebagai tren" in said


def test_real_and_nominal_stand_side_by_side_and_say_which_they_are() -> None:
    said = text(prose.trend(half_real()))
    assert "(rupiah Agustus 2023)" in said
    assert "Dalam rupiah nominal" in said
    assert "Indeks harga hanya mencakup 20 dari 40 bulan" in said
    assert "rupiah nominal" in text(prose.trend(short()))


def test_the_level_before_and_after_is_told_without_a_claim_on_why() -> None:
    said = text(prose.level(full()))
    level = full().result.level
    assert not isinstance(level, NotEstimable)
    assert "Sebelum Juli 2023" in said
    assert f"(n = {level.n_before} bulan)" in said
    assert f"(n = {level.n_after} bulan)" in said
    assert "Rp" in said
    assert "Ini hanya membandingkan dua masa" in said


def test_a_jump_at_the_beginning_is_told_as_simultaneous_with_its_checks() -> None:
    said = text(prose.interruption(broken()))
    assert "Pada Juli 2024" in said
    assert "bergeser pada saat yang sama: naik 2" in said
    assert "n = 30 bulan sebelum dan 30 bulan sejak itu" in said
    assert "tanggal semu" in said
    assert re.search(r"Dari \d+ bulan semu sebelum kegiatan, tidak satu pun bergeser", said)
    assert said.endswith("Terjadi bersamaan belum berarti yang satu membawa yang lain.")


def test_no_jump_is_told_as_none_with_its_interval() -> None:
    said = text(prose.interruption(calm()))
    assert "tidak terlihat pergeseran tingkat yang jelas" in said
    assert "selang 95%" in said
    assert not re.search(r"bergeser pada saat yang sama", said)


def test_a_comparison_that_passes_is_told_with_care_and_one_that_fails_is_not_relied_upon() -> None:
    passed, failed = text(prose.against(broken())), text(prose.against(calm()))
    assert "Harga jahe dibanding harga provinsi, yang tidak terjangkau kegiatan, naik 2" in passed
    assert "tetap mungkin" in passed
    assert "tidak dapat dipegang" in failed
    assert "kolom pembanding" in str(prose.against(full()).reason)  # type: ignore[union-attr]


def test_a_shift_found_unasked_is_set_beside_the_beginning() -> None:
    said = text(prose.shifts(broken()))
    assert "naik mulai Juli 2024" in said
    assert "kedua cara menunjuk waktu yang sama" in said
    assert "tidak menemukan pergeseran" in text(prose.shifts(calm()))
    assert "hanya 9 bulan" in str(prose.shifts(short()).reason)  # type: ignore[union-attr]


def test_a_forecast_is_told_with_interval_horizon_and_how_it_did() -> None:
    said = text(prose.outlook(calm()))
    assert said.startswith("12 bulan ke depan, pada Desember 2027, harga jahe (rupiah nominal) diperkirakan")
    assert re.search(r"selang 95%: Rp[\d.]+ per kg sampai Rp[\d.]+ per kg; n = 60 bulan", said)
    assert re.search(r"diuji mundur dari 25 bulan: galatnya \(MASE \d,\d\d\)", said)
    assert re.search(r"memuat \d+% dari 300 angka", said)


def test_every_series_that_passed_the_test_has_its_months_to_come_in_a_table() -> None:
    (table,) = tables.forecasts(calm())
    told = {readable(one.series.name): one.forecast for one in calm().result.studies}
    kept = {name: one for name, one in told.items() if isinstance(one, Forecast)}
    assert "Harga jahe" in kept
    assert table.frame["deret"].drop_duplicates().tolist() == list(kept)
    for name, forecast in kept.items():
        own = table.frame[table.frame["deret"] == name].reset_index(drop=True)
        assert own[["bulan", "value", "low", "high"]].equals(forecast.table)
    assert tables.forecasts(short()) == tables.forecasts(absent()) == ()


def test_the_overview_has_a_row_per_series_with_a_reason_for_every_gap() -> None:
    table = tables.series_overview(full())
    assert isinstance(table, DisplayTable)
    price, volume = table.frame.to_dict("records")
    assert price["deret"] == "Harga jahe"
    assert price["kosong"].text("id") == "Juli 2024"
    assert price["tren"].text("id").endswith("*")
    assert volume["kosong"] is None
    assert len(table.columns) <= 10
    scanty = tables.series_overview(short())
    assert isinstance(scanty, DisplayTable)
    assert scanty.frame["musim"].tolist() == [None]
    for said in ("Musim tidak dihitung", "Pergeseran tidak dicari", "Perkiraan tidak dibuat"):
        assert f"Harga jahe: {said}" in text(scanty.note)


def test_the_line_of_before_is_drawn_on_from_the_beginning() -> None:
    content = drawing(figures.broken_line(broken()))
    dashed = next(trace for trace in content["data"] if trace["line"].get("dash") == "dash")
    assert (dashed["x"][0], len(dashed["x"])) == ("2024-07-01", 30)
    model = content["data"][1]
    assert model["y"][30] is None  # the break
    assert content["layout"]["shapes"][0]["x0"] == "2024-07-01"


def test_the_fan_is_as_long_as_the_horizon_and_holds_its_line() -> None:
    _recorded, fan, middle = drawing(figures.months_to_come(calm()))["data"]
    assert len(middle["y"]) == 12
    assert all(
        low < value < high
        for value, high, low in zip(middle["y"], fan["y"][:12], fan["y"][12:][::-1], strict=True)
    )


def test_the_season_is_told_with_its_months_and_what_chance_reaches() -> None:
    said = text(prose.season(full()))
    found = full().result.season
    assert not isinstance(found, NotEstimable)
    assert f"paling tinggi sekitar bulan {CALENDAR_MONTHS[found.peak - 1]}," in said
    assert f"paling rendah sekitar bulan {CALENDAR_MONTHS[found.low - 1]}," in said
    assert "satu dari dua puluh" in said


def test_a_season_that_is_none_is_not_told_by_month() -> None:
    said = text(prose.season(_shown(series(_noisy(30, 0.0)))))
    assert "Tidak terlihat pola musim" in said
    assert "sekitar bulan" not in said


def test_what_is_refused_gives_its_reason() -> None:
    assert "hanya 5 bulan" in str(prose.summary_sentence(refused()).reason)  # type: ignore[union-attr]
    assert isinstance(figures.main_series(refused()), ReportFigure)  # the months that there are can be seen
    for one in exhibits(absent()):
        reason = one.reason if isinstance(one, NotEstimable) else one
        assert "deret" in str(reason)


def test_the_line_breaks_where_a_month_has_no_figure_and_the_beginning_is_marked() -> None:
    content = drawing(figures.main_series(full()))
    real = next(trace for trace in content["data"] if trace["name"] == "Rupiah riil")
    assert len(real["x"]) == 48
    assert real["x"][30] == "2024-07-01"
    assert [place for place, value in enumerate(real["y"]) if value is None] == [30]
    assert real["connectgaps"] is False
    assert content["layout"]["shapes"][0]["x0"] == "2023-07-01"


def test_the_means_before_and_after_are_drawn_where_they_hold() -> None:
    level = full().result.level
    assert not isinstance(level, NotEstimable)
    means = drawing(figures.main_series(full()))["data"][-1]
    assert means["y"] == [*[round(level.before, 2)] * 2, None, *[round(level.after, 2)] * 2]
    assert means["x"] == ["2022-01-01", "2023-06-01", None, "2023-07-01", "2025-12-01"]


def test_every_series_has_its_panel_with_its_own_numbers() -> None:
    content = drawing(figures.all_series(full()))
    headings = [one["text"] for one in content["layout"]["annotations"]]
    assert [heading.split("</b>")[0] for heading in headings] == ["<b>Harga jahe", "<b>Volume jahe"]
    assert all("per tahun" in heading for heading in headings)
    assert {trace["yaxis"] for trace in content["data"]} == {"y", "y2"}


def test_one_series_alone_has_no_panels() -> None:
    assert isinstance(figures.all_series(short()), NotEstimable)


def test_bars_of_the_season_are_the_effects_with_their_bounds() -> None:
    found = full().result.season
    assert not isinstance(found, NotEstimable)
    (bars,) = drawing(figures.season_by_month(full()))["data"]
    assert bars["y"] == (found.table["effect"] * 100).round(2).tolist()
    upper = ((found.table["high"] - found.table["effect"]) * 100).round(2).tolist()
    assert bars["error_y"]["array"] == upper
    assert bars["x"][0] == "Jan"


def test_the_table_has_a_row_per_series_the_main_one_in_bold() -> None:
    table = tables.series_trends(full())
    assert isinstance(table, DisplayTable)
    assert list(table.frame["nama"]) == ["Harga jahe", "Volume jahe"]
    assert table.highlight == (table.frame.index[0],)
    assert [None if one is None else one.text("id") for one in table.frame["rupiah"]] == [
        "nilai Desember 2025",
        None,
    ]


def test_hostile_names_are_text_in_sentences_and_escaped_in_drawings() -> None:
    assert "<script>alert(1)</script>" in text(prose.summary_sentence(hostile()))
    for drawn in (figures.main_series(hostile()), figures.all_series(hostile())):
        assert not any("<script>" in one or "<i>" in one for one in strings(drawing(drawn)))
    assert any("&lt;script&gt;" in one for one in strings(drawing(figures.all_series(hostile()))))


@EVERY_CASE
def test_no_number_in_a_drawing_looks_like_an_identifier(make) -> None:
    # a mean with ten decimals once did, and the release gate stopped the whole report
    for one in exhibits(make()):
        if isinstance(one, ReportFigure):
            assert not find_identifiers(one.drawing.to_json())
            numbers = re.findall(r"\d\.(\d+)", json.dumps(json.loads(one.drawing.to_json())["data"]))
            assert all(len(decimals) <= 4 for decimals in numbers)
