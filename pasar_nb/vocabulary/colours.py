"""Colours that colour-blind readers can tell apart."""

from __future__ import annotations

# Okabe and Ito 2008, without their black, which would be mistaken for text.
BLUE, ORANGE, GREEN, VERMILION = "#0072B2", "#E69F00", "#009E73", "#D55E00"
SKY, PURPLE, YELLOW = "#56B4E9", "#CC79A7", "#F0E442"
GREY = "#767676"  # our own, for what stands back: as light as a text on white may be (4.5:1, WCAG 2.1, 1.4.3)
INK, PAPER, GRID = "#1F2933", "#FFFFFF", "#D9DEE4"
CATEGORICAL = (BLUE, ORANGE, GREEN, VERMILION, SKY, PURPLE, YELLOW, GREY)
SEQUENTIAL_BLUE = ("#F1F6FA", "#C6DDEE", "#8DBEDD", "#4A97C7", "#0072B2", "#004B78")
BROWN = "#8A5A00"  # ORANGE, darkened until a thin arrow is seen on white paper
