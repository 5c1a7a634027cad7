"""Monitoring of small districts, each with one thing that people must be told, ready to be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pandas as pd
from monitoring_cases import chain, indicator, indicators, measured, monitor, profile

from pasar_nb.analysis.monitoring import Monitoring
from pasar_nb.disclosure import Released

Shown = Released[Monitoring]

SCRIPT = "<script>alert(1)</script>"
FORMULA = '=HYPERLINK("http://x","y")'
BRACES = "Hasil {panen} {0} {"
LONG = "Simplisia" * 9
HOSTILE = (SCRIPT, FORMULA, BRACES, LONG)


@cache
def diamond() -> Monitoring:
    """A reached, B on track, C behind, D worse than before; the year is not over."""
    rows = indicators(
        indicator("a", "A", nama="Pelatihan", satuan="kali"),
        indicator("b", "B", nama="Pelatih", tema="tenaga_kerja", apkm="akses"),
        indicator("c", "C", nama="Volume", satuan="kg/bulan", frekuensi="setiap survei"),
        indicator("d", "D", nama="Susut", satuan="persen", arah="turun", nilai_awal=18, target=10),
    )
    values = measured(
        a={"2024-03": 4, "2024-06": 14},
        b={"2024-03": 1.5, "2024-07": 6},
        c={"2024-02": 0.5, "2024-07": 3},
        d={"2024-02": 18, "2024-07": 19.5},
    )
    return monitor(rows, values)


@cache
def ended() -> Monitoring:
    """The deadline is over: one was late, one lost its target, one lags, one was never measured."""
    rows = indicators(
        indicator("a", "A", nama="Pelatihan", satuan="kali"),
        indicator("b", "B", nama="Kontrak", satuan="kontrak"),
        indicator("c", "C", nama="Pendapatan", satuan="Rp/bulan", nilai_awal=900_000, target=1_300_000),
        indicator("d", "D", nama="Pembeli tetap", satuan="rumah tangga", target=100),
    )
    values = measured(
        a={"2024-12": 11, "2025-02": 12},
        b={"2024-06": 13, "2025-01": 9},
        c={"2024-06": 1_000_000, "2024-12": 1_180_000},
    )
    return monitor(rows, values)


@cache
def people() -> Monitoring:
    rows = indicators(
        indicator("few", "A", nama="Kelompok disabilitas", satuan="rumah tangga", target=40),
        indicator("many", "B", nama="Anggota", satuan="orang", target=100),
    )
    return monitor(rows, measured(few={"2024-06": 3, "2024-07": 7}, many={"2024-05": 21, "2024-07": 52}))


@cache
def without_baselines() -> Monitoring:
    rows = indicators(
        indicator("a", "A", nilai_awal=None),
        indicator("b", "B", nilai_awal=None),
        indicator("c", "C", nilai_awal=20),
    )
    return monitor(
        rows, measured(a={"2024-07": 12}, b={"2024-07": 3}, c={"2024-07": 15}), profile=profile(None)
    )


@cache
def nothing_planned() -> Monitoring:
    rows = indicators(
        indicator("a", "A", nilai_awal=7, target=7), indicator("b", "B", nilai_awal=7, target=7)
    )
    return monitor(rows, measured(a={"2024-05": 7, "2024-07": 8}, b={"2024-05": 6, "2024-07": 5}))


@cache
def unmeasured() -> Monitoring:
    return monitor(indicators(indicator("a", "A"), indicator("d", "D")), measured())


@cache
def no_indicator() -> Monitoring:
    return monitor(indicators(), measured())


@cache
def empty() -> Monitoring:
    return monitor(indicators(), measured(), chain=chain().iloc[:0])


@cache
def hostile() -> Monitoring:
    """Texts that are markup, formulas, templates or very long, wherever a district writes one."""
    boxes = chain().assign(pernyataan=list(HOSTILE), asumsi=list(HOSTILE[::-1]))
    boxes["rantai"] = ["<b>", "{0}", "=1+1", "D"]
    boxes["menyebabkan"] = ["{0};=1+1", "D", "D", None]
    rows = indicators(
        *(
            indicator(f"i{at}", box, nama=text, satuan=text, frekuensi=text)
            for at, (box, text) in enumerate(zip(boxes["rantai"], HOSTILE, strict=True))
        )
    )
    values = measured(**{f"i{at}": {"2024-03": 1, "2024-07": float(at)} for at in range(4)})
    remarks = pd.DataFrame(
        {
            "sumber": "fgd",
            "tanggal": pd.Timestamp("2024-06-01"),
            "teks": [*HOSTILE] * 4,
            "tema": SCRIPT,
        }
    )
    return monitor(rows, values, chain=boxes, remarks=remarks)


@cache
def large() -> Monitoring:
    """Thirty boxes, each leading to the next two, with an indicator each."""
    boxes = pd.DataFrame(
        {
            "rantai": [f"k{at:02d}" for at in range(30)],
            "tingkat": ["kegiatan"] * 10 + ["hasil_mitra"] * 10 + ["dampak_pokmas"] * 10,
            "pernyataan": [f"Perubahan nomor {at} pada rantai yang panjang sekali" for at in range(30)],
            "menyebabkan": [
                ";".join(f"k{to:02d}" for to in (at + 1, at + 2) if to < 30) or None for at in range(30)
            ],
            "asumsi": None,
        }
    )
    rows = indicators(*(indicator(f"i{at}", f"k{at:02d}") for at in range(30)))
    values = measured(**{f"i{at}": {"2024-03": 1, "2024-07": at / 2} for at in range(30)})
    return monitor(rows, values, chain=boxes)


CASES: dict[str, Callable[[], Monitoring]] = {
    "diamond": diamond,
    "ended": ended,
    "people": people,
    "without baselines": without_baselines,
    "nothing planned": nothing_planned,
    "unmeasured": unmeasured,
    "no indicator": no_indicator,
    "empty": empty,
    "hostile": hostile,
    "large": large,
}


def every(module: Any, case: Shown) -> Iterator[tuple[str, Any]]:
    """Call everything that a module offers; figures in parts come one by one."""
    for name in module.__all__:
        answer = getattr(module, name)(case)
        for one in answer if isinstance(answer, tuple) else (answer,):
            yield name, one
