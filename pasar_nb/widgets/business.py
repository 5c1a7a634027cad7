"""Sliders for price, volume and discount rate: each party's gain, computed anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pasar_nb.analysis.business import BusinessModel
from pasar_nb.analysis.business.scenario import Sandbox, sandbox
from pasar_nb.disclosure import Released, release
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.tables.business.scenario import scenario_gains
from pasar_nb.tables.rendering import to_html
from pasar_nb.vocabulary import PRODUCERS, ROLE_LABELS

if TYPE_CHECKING:
    import ipywidgets

REACH = 50  # per cent by which a price or volume can be moved to either side
HIGHEST_RATE = 50.0  # per cent per year
PER_CENT = 100


def gain_sliders(shown: Released[BusinessModel]) -> ipywidgets.Widget:
    """Make sliders that compute each party's gain anew.

    Parameters
    ----------
    shown
        A released business model. Nothing is read or drawn at random again, so an answer takes milliseconds.

    Returns
    -------
    ipywidgets.Widget
        Whose selling price; sliders for it, the volume and the discount rate; a button back to the plan; the
        gains. The reason in words where no gain can be computed or nobody sells.
    """
    import ipywidgets

    ready = sandbox(shown.result)
    if isinstance(ready, NotEstimable) or not ready.sellers:
        reason = (
            ready.reason if isinstance(ready, NotEstimable) else _("Tidak ada pihak yang menjual sesudahnya.")
        )
        return ipywidgets.Label(reason.text(shown.language))
    rate = 0.0 if isinstance(ready.investment, NotEstimable) else ready.investment.rate * PER_CENT
    seller = _sellers(ready, shown)
    price = _slider(_("Harga jualnya (%)"), 0, -REACH, REACH, 1, shown)
    volume = _slider(_("Volume semua pihak (%)"), 0, -REACH, REACH, 1, shown)
    discount = _slider(_("Tingkat diskonto (% setahun)"), rate, 0, HIGHEST_RATE, 0.5, shown)
    answer = ipywidgets.HTML()

    def answer_again(_change: object = None) -> None:
        found = ready.ask(
            seller.value,
            price=1 + price.value / PER_CENT,
            volume=1 + volume.value / PER_CENT,
            rate=discount.value / PER_CENT,
        )
        released = release(found, audience=shown.audience, language=shown.language)
        answer.value = to_html(scenario_gains(released), shown.language)

    def return_to_plan(_button: object) -> None:
        price.value, volume.value, discount.value = 0, 0, rate

    for moved in (seller, price, volume, discount):
        moved.observe(answer_again, names="value")
    back = ipywidgets.Button(description=_("Kembali ke kalkulasi").text(shown.language))
    back.layout.width, back.layout.align_self = "auto", "flex-start"
    back.on_click(return_to_plan)
    answer_again()
    return ipywidgets.VBox([seller, price, volume, discount, back, answer])


def _sellers(ready: Sandbox, shown: Released[BusinessModel]) -> ipywidgets.Dropdown:
    import ipywidgets

    return ipywidgets.Dropdown(
        options=[(ROLE_LABELS[party].text(shown.language), party) for party in ready.sellers],
        value=PRODUCERS if PRODUCERS in ready.sellers else ready.sellers[0],
        description=_("Harga jual siapa").text(shown.language),
        style={"description_width": "16em"},
        layout={"width": "40em", "max_width": "100%"},
    )


def _slider(
    name: Message, value: float, low: float, high: float, step: float, shown: Released[BusinessModel]
) -> ipywidgets.FloatSlider:
    import ipywidgets

    return ipywidgets.FloatSlider(
        value=value,
        min=low,
        max=max(high, value),
        step=step,
        description=name.text(shown.language),
        readout_format=".1f" if step < 1 else ".0f",
        style={"description_width": "16em"},
        layout={"width": "40em", "max_width": "100%"},
    )
