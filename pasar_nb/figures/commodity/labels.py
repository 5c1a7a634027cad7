"""What the figures of commodity selection share: labels and the basis of their notes."""

from __future__ import annotations

from collections.abc import Sequence

from pasar_nb.analysis.commodity.results import CommoditySelection
from pasar_nb.figures.frame import distinct, wrapped
from pasar_nb.language import Language, Message, _, paragraph, render
from pasar_nb.vocabulary import SCORE_HIGH, SCORE_LOW, readable, year_span

HEADING_WIDTH = 9  # characters of a commodity's name above a column, of which six stand side by side


def commodity_label(result: CommoditySelection, commodity: str, language: Language, *, width: int) -> str:
    """Write a commodity on an axis, marked where it is vetoed."""
    if commodity not in result.veto.commodities:
        return wrapped(readable(commodity), width)
    return wrapped(readable(commodity), width) + "<br>" + render(_("(veto)"), language)


def commodity_labels(
    result: CommoditySelection, commodities: Sequence[str], language: Language, *, width: int
) -> list[str]:
    """Write several commodities on an axis."""
    return distinct([commodity_label(result, one, language, width=width) for one in commodities])


def basis(result: CommoditySelection) -> Message:
    """Say on which scale, how many raters and which years the scores stand."""
    scale = _(
        "Skor dan bobot berskala {low}–{high}; n = {raters} penilai.",
        low=SCORE_LOW,
        high=SCORE_HIGH,
        raters=result.scores.n_raters,
    )
    oldest, newest = result.evidence.oldest_year, result.evidence.newest_year
    if oldest is None or newest is None:
        return paragraph(scale, _("Sumber: tabel kriteria dan skor; tahun data tidak dicatat."))
    return paragraph(
        scale, _("Sumber: tabel kriteria dan skor; data {years}.", years=year_span(oldest, newest))
    )
