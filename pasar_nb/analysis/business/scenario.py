"""Each party's gain under another price, volume and discount rate: what the sliders ask."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.business.drivers import FIXED, Drivers, find_drivers
from pasar_nb.analysis.business.investment_results import Investment
from pasar_nb.analysis.business.pairing import EARNED
from pasar_nb.analysis.business.rates_of_return import net_present_value
from pasar_nb.analysis.business.results import BusinessModel
from pasar_nb.findings import NotEstimable, Open, published


@dataclass(frozen=True, slots=True)
class Scenario:
    """The gains under another price and volume.

    Attributes
    ----------
    table
        A row per party: ``peran``; ``planned`` and ``gain`` (Rp per unit and year, as planned and here);
        ``npv`` (Rp per unit, of its extra investment; missing where it has none).
    """

    table: pd.DataFrame = published(Open("computed from budgets per role as agreed in the plan"))


@dataclass(frozen=True, slots=True)
class Sandbox:
    """A business model made ready to be asked again and again.

    Attributes
    ----------
    drivers
        Lines of all parties that can be computed, and which of them are one transaction.
    investment
        What is invested when, or why that is not known.
    """

    drivers: Drivers
    investment: Investment | NotEstimable

    @property
    def sellers(self) -> tuple[str, ...]:
        """Parties that sell after."""
        lines = self.drivers.lines
        selling = set(lines.loc[lines["kondisi"].eq("sesudah") & lines["jenis"].eq(EARNED), "peran"])
        return tuple(party for party in self.drivers.parties if party in selling)

    def ask(self, seller: str, *, price: float, volume: float, rate: float) -> Scenario:
        """Compute the gains anew.

        Parameters
        ----------
        seller
            Whose selling prices after change; whoever buys at them pays the changed price.
        price, volume
            Factors: 1 is as planned. The volume is that of all parties' sales and variable costs after.
        rate
            Discount rate per year.
        """
        drivers, lines = self.drivers, self.drivers.lines
        after = lines["kondisi"].eq("sesudah").to_numpy()
        own = after & lines["peran"].eq(seller).to_numpy() & lines["jenis"].eq(EARNED).to_numpy()
        repriced = np.isin(drivers.deal, drivers.deal[own])
        moving = after & lines["jenis"].ne(FIXED).to_numpy()
        gains = drivers.gains(
            drivers.price.base * np.where(repriced, price, 1.0),
            drivers.volume.base * np.where(moving, volume, 1.0),
        )
        planned = drivers.gains(drivers.price.base, drivers.volume.base)
        table = pd.DataFrame({"peran": list(drivers.parties), "planned": planned, "gain": gains})
        return Scenario(table.assign(npv=self._values(gains, rate)))

    def _values(self, gains: Floats, rate: float) -> list[float]:
        if isinstance(self.investment, NotEstimable):
            return [math.nan] * len(gains)
        spent = {str(party): own["invested"] for party, own in self.investment.flows.groupby("peran")}
        return [
            _value(spent[party].to_numpy(), float(gain), rate) if party in spent else math.nan
            for party, gain in zip(self.drivers.parties, gains, strict=True)
        ]


def sandbox(model: BusinessModel) -> Sandbox | NotEstimable:
    """Make a business model ready for the sliders.

    Returns
    -------
    Sandbox or NotEstimable
        The latter where no gain can be computed.
    """
    if isinstance(model.risk, NotEstimable):
        return model.risk
    if isinstance(model.budgets, NotEstimable):
        return model.budgets
    if isinstance(model.gains, NotEstimable):
        return model.gains
    drivers = find_drivers(model.budgets, model.gains, model.exchanges, model.risk.sensitivity.spread)
    return Sandbox(drivers, model.investment)


def _value(invested: Floats, gain: float, rate: float) -> float:
    flows = invested + np.concatenate([[0.0], np.full(len(invested) - 1, gain)])
    return net_present_value(flows.tolist(), rate)
