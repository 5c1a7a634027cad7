"""Where random numbers start."""

from __future__ import annotations

SEED = 20_240_513  # any fixed number: the same data give the same report
