"""What may become of the gains: sensitivity, simulation, and the price at which an incentive breaks."""

from __future__ import annotations

from pasar_nb.analysis.business.assumptions import Assumptions
from pasar_nb.analysis.business.drivers import find_drivers
from pasar_nb.analysis.business.incentives import find_price_falls
from pasar_nb.analysis.business.results import Budgets, Exchanges, Gains
from pasar_nb.analysis.business.risk_results import Risk
from pasar_nb.analysis.business.sensitivity import vary
from pasar_nb.analysis.business.simulation import simulate
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _


def assess_risk(
    budgets: Budgets, gains: Gains, exchanges: Exchanges | NotEstimable, assumptions: Assumptions
) -> Risk | NotEstimable:
    """Assess the risk of every party whose gain can be computed.

    Parameters
    ----------
    budgets, gains, exchanges
        Earlier results.
    assumptions
        Draws, correlation of prices, and the range of what has none.

    Returns
    -------
    Risk or NotEstimable
        The latter where no gain can be computed.
    """
    drivers = find_drivers(budgets, gains, exchanges, assumptions.spread)
    if not drivers.parties:
        return NotEstimable(
            _("Tidak ada pihak dengan anggaran yang lengkap, sehingga risikonya tidak dihitung.")
        )
    return Risk(
        sensitivity=vary(drivers, assumptions.spread),
        simulation=simulate(drivers, gains.parties("unknown"), assumptions),
        price_falls=find_price_falls(drivers),
    )
