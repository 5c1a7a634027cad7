"""Selections worked out by hand, each with one thing that people must be told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pandas as pd
from commodity_cases import criteria, scores, table
from exhibit_reading import shown

from pasar_nb.analysis import commodity
from pasar_nb.analysis.commodity import CommoditySelection
from pasar_nb.disclosure import Released

Shown = Released[CommoditySelection]

# utility of harga, a cost, is mirrored (6 - score); weights are 5/8 and 3/8
AGREED = "kriteria bobot arah\njangkauan 5 manfaat\nharga 3 biaya"
# jahe (5*5 + 3*4)/8 = 4.625, kopi (5*4 + 3*5)/8 = 4.375, nanas (5*4 + 3*3)/8 = 3.625
GIVEN = "komoditas jangkauan harga\njahe 5 2\nkopi 4 1\nnanas 4 3"
EVEN = "kriteria bobot\na 3\nb 3"
# jahe (5 + 1)/2 = 3, kopi_robusta (1 + 5)/2 = 3, nanas (2 + 2)/2 = 2
TIED = "komoditas a b\njahe 5 1\nkopi_robusta 1 5\nnanas 2 2"
LIMITED = "kriteria bobot arah ambang_veto\njangkauan 5 manfaat 2\nharga 3 biaya 4"
# rumput_laut (5*5 + 3*1)/8 = 3.5 breaks the highest harga; tuna (5*1 + 3*5)/8 = 2.5 the least jangkauan
BREAKING = "komoditas jangkauan harga\njahe 3 2\nkopi 2 2\nrumput_laut 5 5\ntuna 1 1"
THREE = "kriteria bobot\na 3\nb 3\nc 3"
FOR_THREE = "komoditas a b c\njahe 5 1 1\nkopi 1 3 3"
COMPARED = "penilai kriteria_a kriteria_b nilai\np1 a b 2\np1 b c 3\np1 a c 6"
CIRCLE = "penilai kriteria_a kriteria_b nilai\np1 a b 5\np1 b c 5\np1 c a 5"

IMAGE = "<img src=x onerror=alert(1)>"
FORMULA = "=cmd|'/C calc'!A0"
BRACES = "kopi {luwak} {0} {"
COMMA = "nanas, segar"
LONG = "gula_" + "kelapa_organik_" * 12
HOSTILE = (IMAGE, FORMULA, BRACES, COMMA, LONG)
REASON = "sebab {alasan} <script>alert(2)</script>"
RATERS = ("<i>Bu {Sri}</i>", "=HYPERLINK(A1)", "{penilai}")
# Codes that are also names of our own columns, and names that are the same for two criteria.
CODES = ("nama", "komoditas", "index")
NAMES = ("Harga {jual} <b>naik</b>", "=1+1", "=1+1")


def select(agreed: str, *given: str, draws: int = 2000, **tables: Any) -> Shown:
    """One text table of scores per rater."""
    raters = [scores(each, f"r{place}") for place, each in enumerate(given, start=1)]
    rated = pd.concat(raters, ignore_index=True)
    return shown(commodity.select(criteria(agreed), rated, draws=draws, **tables))


def decided(name: str, reason: str | None = "potensi pasar.", day: str = "2024-06-01") -> pd.DataFrame:
    return pd.DataFrame({"komoditas": [name], "alasan": [reason], "tanggal": [pd.Timestamp(day)]})


@cache
def sole() -> Shown:
    return select(AGREED, GIVEN, GIVEN, decision=decided("jahe"))


@cache
def tied() -> Shown:
    return select(EVEN, TIED, TIED, decision=decided("nanas"))


@cache
def vetoed() -> Shown:
    return select(LIMITED, BREAKING, BREAKING, decision=decided("rumput_laut"))


@cache
def incomplete() -> Shown:
    return select(AGREED, GIVEN + "\nkakao 5 -", decision=decided("kakao"))


@cache
def single() -> Shown:
    return select(AGREED, GIVEN)


@cache
def compared() -> Shown:
    return select(THREE, FOR_THREE, FOR_THREE, comparisons=table(COMPARED))


@cache
def contradictory() -> Shown:
    return select(THREE, FOR_THREE, comparisons=table(CIRCLE))


@cache
def unscored() -> Shown:
    return select(AGREED, "komoditas jangkauan harga", decision=decided("jahe"))


@cache
def alone() -> Shown:
    return select(AGREED, "komoditas jangkauan harga\njahe 5 2", decision=decided("kopi_robusta"))


@cache
def all_vetoed() -> Shown:
    return select("kriteria bobot ambang_veto\na 3 5\nb 3 NaN", TIED.replace("jahe 5", "jahe 4"))


@cache
def unweighted() -> Shown:
    return select("kriteria bobot\na 3\nb NaN", TIED)


@cache
def hostile() -> Shown:
    """Names that are markup, formulas, templates, codes of ours, or very long; the long one comes first."""
    agreed = pd.DataFrame(
        {
            "kriteria": CODES,
            "nama": NAMES,
            "dimensi": "lainnya",
            "arah": ["biaya", "manfaat", "manfaat"],
            "bobot": [3, 4, 4],
            "ambang_veto": [4.0, None, None],
        }
    )
    rows = [
        (rater, name, code, 1 + (at + place + own) % 4)
        for own, rater in enumerate(RATERS)
        for at, name in enumerate(HOSTILE)
        for place, code in enumerate(CODES)
    ]
    rated = pd.DataFrame(rows, columns=["penilai", "komoditas", "kriteria", "skor"])
    rated = rated.assign(nilai_data=1.0, sumber="=1+1", tahun=2022)
    pairs = [
        (rater, *pair, 2.0) for rater in RATERS for pair in zip(CODES, CODES[1:] + CODES[:1], strict=True)
    ]
    comparisons = pd.DataFrame(pairs, columns=["penilai", "kriteria_a", "kriteria_b", "nilai"])
    decision = decided(BRACES, REASON)
    return shown(commodity.select(agreed, rated, comparisons=comparisons, decision=decision, draws=500))


CASES: dict[str, Callable[[], Shown]] = {
    "sole winner": sole,
    "exact tie": tied,
    "vetoed": vetoed,
    "incomplete": incomplete,
    "single rater": single,
    "consistent comparisons": compared,
    "contradictory comparisons": contradictory,
    "no scores": unscored,
    "one commodity": alone,
    "all vetoed": all_vetoed,
    "no weight": unweighted,
    "hostile names": hostile,
}


def every(module: Any, case: Shown) -> Iterator[tuple[str, Any]]:
    """Call everything that a module offers for a selection."""
    for name in module.__all__:
        if name != "reranking":  # is about other weights, not about a selection
            yield name, getattr(module, name)(case)
