"""Graduation, drawn."""

from pasar_nb.figures.graduation.levels import levels_by_wave
from pasar_nb.figures.graduation.matrix import transitions
from pasar_nb.figures.graduation.shares import no_longer_poor, unmet_criteria
from pasar_nb.figures.graduation.steps import follow_up_steps

__all__ = ["follow_up_steps", "levels_by_wave", "no_longer_poor", "transitions", "unmet_criteria"]
