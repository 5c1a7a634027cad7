"""What the reconciliation of the parties' budgets returns."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pasar_nb.findings import Open, published


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Whether what one party sells after is what the other says it buys.

    Attributes
    ----------
    table
        A row per sale of products: ``dari, ke`` (sellers and buyers, each a tuple of roles), ``satuan``
        (kg for all units of mass), ``sold, bought`` (per year, all units of each party), ``sold_price,
        bought_price`` (Rp per satuan, weighted by volume), ``without_buyer`` and ``without_seller`` (shares
        of what is sold, and of what is bought, that the other side does not have; nought where the volumes
        agree), ``price_gap`` (bought to sold price, less 1), ``conflict`` (whether that is more than
        rounding), ``at_stake`` (Rp per unit of the seller and year: what it earns less if the share without
        a buyer is sold at the price before; missing where that price is not known) and ``reason`` (code, see
        `reconciliation.REASONS`; empty where both sides are known).
    """

    table: pd.DataFrame = published(Open("budgets and exchanges per role as agreed in the plan"))

    @property
    def conflicts(self) -> pd.DataFrame:
        """The sales of which both parties have another price."""
        return self.table[self.table["conflict"].astype(bool)]

    def uncovered(self, seller: str) -> pd.DataFrame:
        """Give the sales of one party for part of which the model names no buyer."""
        own = self.of(seller)
        return own[own["without_buyer"].gt(0)]

    def of(self, seller: str) -> pd.DataFrame:
        """Give the sales of one party alone."""
        return self.table[[sellers == (seller,) for sellers in self.table["dari"]]]
