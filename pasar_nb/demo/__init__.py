"""Synthetic districts with a known truth, for demonstration, teaching and tests."""

from pasar_nb.demo.drawing import DEFAULT_SEED, DemoDistrict, draw, draw_district
from pasar_nb.demo.writing import write

__all__ = ["DEFAULT_SEED", "DemoDistrict", "draw", "draw_district", "write"]
