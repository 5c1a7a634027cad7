"""What an official may quote from the main series, and what the series cannot tell."""

from __future__ import annotations

from pasar_nb.analysis.trend.described import Trend
from pasar_nb.analysis.trend.results import Choice, Monthly, Slope
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, _, _n, verbatim
from pasar_nb.prose.trend.series import headline
from pasar_nb.vocabulary import readable


def summary_sentence(shown: Released[Trend]) -> Message | NotEstimable:
    """Say the trend of the main series in one sentence with its interval and n."""
    main = shown.result.main
    if isinstance(main, NotEstimable):
        return main
    return headline(main, main.slope) if isinstance(main.slope, Slope) else main.slope


def limits(shown: Released[Trend]) -> tuple[Message, ...]:
    """Say what the series cannot tell, from what is and is not in this district's data."""
    main = shown.result.main
    if isinstance(main, NotEstimable):
        return (main.reason,)
    return (
        _(
            "Deret bulanan menggambarkan pasar, bukan rumah tangga peserta; perubahannya tidak menunjukkan "
            "apa yang terjadi pada pendapatan mereka."
        ),
        *_chosen(main.series, shown.result.chosen),
        *_gaps(main.series),
        *([main.series.unreal.reason] if main.series.unreal else []),
        *_several(len(shown.result.others)),
    )


def _chosen(series: Monthly, chosen: Choice | None) -> list[Message]:
    if chosen in ("commodity_price", "only"):
        return []
    name = InSentence(verbatim(readable(series.name)))
    if chosen == "commodity":
        return [_("Tidak ada deret harga komoditas terpilih; yang diuraikan ialah {series}.", series=name)]
    if chosen == "first_price":
        return [
            _(
                "Tidak ada deret tentang komoditas terpilih; yang diuraikan ialah {series}, deret harga "
                "pertama dalam tabel.",
                series=name,
            )
        ]
    return [
        _(
            "Tidak ada deret tentang komoditas terpilih; yang diuraikan ialah {series}, deret pertama dalam "
            "tabel.",
            series=name,
        )
    ]


def _gaps(series: Monthly) -> list[Message]:
    if not series.gaps:
        return []
    return [
        _n("{count} bulan di tengah deret tidak berisi angka dan tidak diisi perkiraan.", len(series.gaps))
    ]


def _several(others: int) -> list[Message]:
    if not others:
        return []
    return [
        _n(
            "{count} deret lain hanya dijelajahi: di antara banyak deret, satu dapat tampak berubah secara "
            "kebetulan.",
            others,
        )
    ]
