"""Units of mass, in kilograms."""

from __future__ import annotations

from collections.abc import Mapping

KILOGRAM = "kg"
MASSES: Mapping[str, float] = {
    **dict.fromkeys(("kg", "kilo", "kilogram"), 1),
    **dict.fromkeys(("g", "gr", "gram"), 0.001),
    "ons": 0.1,  # in Indonesia 100 grams
    **dict.fromkeys(("kw", "kuintal", "kwintal"), 100),
    "ton": 1_000,
}
"""Kilograms in each unit of mass, in small letters. Bundles, sacks and baskets have no factor."""
