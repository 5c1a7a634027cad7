"""What an official may quote from the comparison of districts, and what it cannot tell."""

from __future__ import annotations

from pasar_nb.analysis.locations.results import Comparison
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _, _n, listing
from pasar_nb.prose.locations.comparison import copying, mean_in_short, standing
from pasar_nb.vocabulary import outcome_label

LARGE_ATTRITION = 0.2  # above it those who stayed may differ from those who left


def summary(shown: Released[Comparison]) -> tuple[Message | NotEstimable, ...]:
    """Say the findings in three to five sentences that stand alone."""
    result = shown.result
    if not result.poolings:
        return (
            _counted(result),
            NotEstimable(_("Belum ada perubahan yang dapat dibandingkan antarkabupaten.")),
        )
    return (_counted(result), mean_in_short(result.poolings[0]), standing(shown), copying(shown))


def limits(shown: Released[Comparison]) -> tuple[Message, ...]:
    """Say what the comparison cannot tell, from what is and is not in the districts' records."""
    result = shown.result
    said = [
        _(
            "Kabupaten tidak dipilih secara acak; rata-ratanya berlaku bagi kabupaten yang ikut "
            "dibandingkan, "
            "bukan bagi seluruh Indonesia."
        ),
        _("Mengapa hasilnya berbeda antarkabupaten tidak dapat dibaca dari angka ini saja."),
    ]
    outcomes = [outcome_label(name) for name in dict.fromkeys(result.table["outcome"])]
    if len(outcomes) > 1:
        said += [
            _(
                "Hasil utama berbeda antarkabupaten dan tidak dicampur: {outcomes}.",
                outcomes=listing(outcomes),
            )
        ]
    if result.table["design"].eq("paired").any():
        said += [_("Tanpa pembanding, perubahan dapat juga datang dari harga, musim, atau program lain.")]
    leaving = result.table["attrition_share"].astype("float64") > LARGE_ATTRITION
    if leaving.any():
        said += [
            _(
                "Lebih dari seperlima rumah tangga tidak ditemui lagi di {names}; yang tinggal dapat "
                "berbeda dari "
                "yang pergi.",
                names=listing(result.table.loc[leaving, "district"]),
            )
        ]
    return tuple(said)


def _counted(result: Comparison) -> Message:
    return _n(
        "{count} kabupaten mempunyai perkiraan perubahan dengan selang, dari {districts} yang memiliki "
        "laporan.",
        len(result.table),
        districts=result.districts,
    )
