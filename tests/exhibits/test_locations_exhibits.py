"""Districts side by side, as people read them: sentences, forest plots and tables."""

from __future__ import annotations

import math
import re

import pandas as pd
import pytest
from exhibit_reading import drawing, strings

from pasar_nb.analysis import locations
from pasar_nb.disclosure import Released, release
from pasar_nb.figures import locations as figures
from pasar_nb.findings import NotEstimable
from pasar_nb.prose import locations as prose
from pasar_nb.tables import locations as tables
from pasar_nb.tables.rendering import to_html

HOSTILE = "<img src=x onerror=alert(1)>{0}{names}"
CAUSAL = re.compile(r"\b(menyebabkan|karena program|berkat|dampak)\b", re.IGNORECASE)


def row(code: str, change: float, *, error: float = 0.04, design: str = "did", **more: object) -> dict:
    shares = {
        "relative_change": math.expm1(change),
        "relative_low": math.expm1(change - 1.96 * error),
        "relative_high": math.expm1(change + 1.96 * error),
    }
    return {
        "code": code,
        "district": f"Kabupaten {code}",
        "province": "Jawa Timur",
        "outcome": "pendapatan_rt",
        "outcome_unit": "rupiah",
        "design": design,
        "estimate": 250_000.0,
        "low": 1.0,
        "high": 2.0,
        "n": 120,
        "attrition_share": 0.1,
        "log_change": change,
        "log_standard_error": error,
        "synthetic": True,
        **shares,
        **more,
    }


def shown(*rows: dict) -> Released[locations.Comparison]:
    return release(locations.compare(pd.DataFrame(list(rows))), audience="public", language="id")


@pytest.fixture
def four() -> Released[locations.Comparison]:
    nothing = {"code": "3326", "district": "Pekalongan", "reason": "Baru ada survei awal.", "synthetic": True}
    return shown(
        row("3501", 0.20), row("3503", 0.22), row("7303", 0.18), row("1107", 0.1, design="paired"), nothing
    )


def test_the_summary_quotes_the_mean_with_its_interval(four: Released[locations.Comparison]) -> None:
    text = " ".join(one.text("id") for one in prose.summary(four))
    pool = four.result.poolings[0].pool
    for value in (pool.mean, pool.low, pool.high):
        assert f"{value * 100:.1f}".replace(".", ",") in text
    assert "n = 360 rumah tangga" in text
    assert "4 kabupaten mempunyai perkiraan perubahan" in text
    assert "dari 5 yang memiliki laporan" in text
    assert not CAUSAL.search(text)


def test_districts_are_sorted_by_what_their_intervals_say() -> None:
    told = prose.standing(shown(row("3501", 0.3), row("3503", -0.3), row("7303", 0.01))).text("id")
    assert "di atas nol: Kabupaten 3501." in told
    assert "di bawah nol: Kabupaten 3503." in told
    assert "belum jelas: Kabupaten 7303." in told


def test_two_districts_are_shown_without_a_mean() -> None:
    two = shown(row("3501", 0.2), row("3503", 0.1))
    (said,) = prose.pooled(two)
    assert "paling sedikit 3 kabupaten" in said.text("id")
    (figure,) = figures.forests(two)
    assert "tanpa rata-rata" in figure.title.text("id")
    assert isinstance(tables.means(two), NotEstimable)


def test_a_forest_shows_every_district_and_the_mean(four: Released[locations.Comparison]) -> None:
    did, paired = figures.forests(four)
    drawn = drawing(did)
    points = drawn["data"][0]
    assert points["x"] == [24.61, 22.14, 19.72]
    assert [text.replace("<br>", " ") for text in drawn["layout"]["yaxis"]["ticktext"]] == [
        "Kabupaten 3503",
        "Kabupaten 3501",
        "Kabupaten 7303",
        "<b>Rata-rata</b>",
    ]
    pool = four.result.poolings[0].pool
    assert min(drawn["data"][-1]["x"]) == pytest.approx(pool.low * 100)
    assert max(drawn["data"][-1]["x"]) == pytest.approx(pool.high * 100)
    assert "n = 360 rumah tangga di 3 kabupaten" in did.note.text("id")
    assert len(drawing(paired)["data"]) == 1


def test_a_before_after_mean_is_never_called_an_effect() -> None:
    rows = [row(code, 0.2, design="paired") for code in ("3501", "3503", "7303")]
    (said,) = prose.pooled(shown(*rows))
    assert "bukan bukti bahwa program yang mengubahnya" in said.text("id")


def test_who_is_missing_is_named_with_the_reason(four: Released[locations.Comparison]) -> None:
    assert "Pekalongan" in to_html(tables.absent(four), "id")
    assert "Baru ada survei awal." in to_html(tables.absent(four), "id")
    assert "1 kabupaten belum memiliki perkiraan" in prose.absent(four).text("id")


def test_nothing_to_compare_says_so() -> None:
    empty = shown({"code": "3326", "district": "Pekalongan"})
    assert any(isinstance(one, NotEstimable) for one in prose.summary(empty))
    assert isinstance(figures.forests(empty)[0], NotEstimable)
    assert isinstance(tables.changes(empty), NotEstimable)
    assert isinstance(prose.standing(empty), NotEstimable)
    assert prose.limits(empty)


def test_names_of_the_data_come_out_as_text() -> None:
    rows = [row(code, 0.2, district=HOSTILE, outcome=HOSTILE) for code in ("3501", "3503", "7303")]
    hostile = shown(*rows, {"code": "3326", "district": HOSTILE, "reason": HOSTILE})
    for said in (*prose.summary(hostile), *prose.limits(hostile), *prose.pooled(hostile)):
        assert isinstance(said, NotEstimable) or said.text("id")
    assert "<img" not in to_html(tables.changes(hostile), "id") + to_html(tables.absent(hostile), "id")
    assert not any("<img" in text for text in strings(drawing(figures.forests(hostile)[0])))
