"""Sliders for the weights of the criteria: the order under any weights, beside the agreed one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pasar_nb.analysis.commodity import CommoditySelection, reweighted
from pasar_nb.disclosure import Released, release
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.tables.commodity import agreed_order, reranking
from pasar_nb.tables.rendering import to_html
from pasar_nb.vocabulary import SCORE_HIGH

if TYPE_CHECKING:
    import ipywidgets

STEP = 0.5  # of a weight on the 1-5 scale; nought leaves a criterion out


def weight_sliders(shown: Released[CommoditySelection]) -> ipywidgets.Widget:
    """Make sliders that rank the commodities anew, with the agreed order beside.

    Parameters
    ----------
    shown
        A released selection. Nothing is read or drawn at random again, so an answer takes milliseconds.

    Returns
    -------
    ipywidgets.Widget
        A slider per criterion, a button back to the agreed weights, and the two orders; the reason in words
        where the commodities cannot be ranked.
    """
    import ipywidgets

    agreed = agreed_order(shown)
    if isinstance(agreed, NotEstimable):
        return ipywidgets.Label(agreed.reason.text(shown.language))
    criteria = shown.result.criteria.table
    sliders = {
        row["kriteria"]: _slider(row["nama"], float(row["bobot"])) for row in criteria.to_dict("records")
    }
    answer = ipywidgets.HTML(layout={"min_width": "18em"})

    def answer_again(_change: object = None) -> None:
        answer.value = _order(shown, {name: slider.value for name, slider in sliders.items()})

    def return_to_agreed(_button: object) -> None:
        for row in criteria.to_dict("records"):
            sliders[row["kriteria"]].value = float(row["bobot"])

    for slider in sliders.values():
        slider.observe(answer_again, names="value")
    back = ipywidgets.Button(description=_("Kembali ke bobot yang disepakati").text(shown.language))
    back.layout.width, back.layout.align_self = "auto", "flex-start"
    back.on_click(return_to_agreed)
    answer_again()
    static = ipywidgets.HTML(to_html(agreed, shown.language), layout={"min_width": "18em"})
    orders = ipywidgets.HBox([static, answer], layout={"flex_flow": "row wrap", "grid_gap": "2em"})
    return ipywidgets.VBox([*sliders.values(), back, orders])


def _slider(name: str, weight: float) -> ipywidgets.FloatSlider:
    import ipywidgets

    return ipywidgets.FloatSlider(
        value=weight,
        min=0,
        max=max(SCORE_HIGH, weight),
        step=STEP,
        description=name,
        readout_format=".1f",
        style={"description_width": "22em"},
        layout={"width": "40em", "max_width": "100%"},
    )


def _order(shown: Released[CommoditySelection], weights: dict[str, float]) -> str:
    import html

    result = reweighted(shown.result, weights)
    if isinstance(result, NotEstimable):
        return f"<p>{html.escape(result.reason.text(shown.language))}</p>"
    table = reranking(release(result, audience=shown.audience, language=shown.language))
    return to_html(table, shown.language)
