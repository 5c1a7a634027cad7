"""Whether we are on the way we planned, drawn."""

from pasar_nb.figures.monitoring.chain import results_chain
from pasar_nb.figures.monitoring.progress import progress
from pasar_nb.figures.monitoring.trajectories import trajectories

__all__ = ["progress", "results_chain", "trajectories"]
