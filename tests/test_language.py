"""Numbers, money, dates and lists as each language writes them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pasar_nb.language import (
    Day,
    DrawnShare,
    Language,
    Money,
    Month,
    Number,
    Quantity,
    Share,
    Value,
    _,
    listing,
    render,
    side_by_side,
)


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (1234567, "1.234.567", "1,234,567"),
        (Number(1234.5, 1), "1.234,5", "1,234.5"),
        (Number(-0.25, 2), "−0,25", "−0.25"),
        (Number(4.25, 1), "4,3", "4.3"),
        (Number(3.125, 2), "3,13", "3.13"),
        (Number(-4.25, 1), "−4,3", "−4.3"),
        (Number(-0.04, 1), "0,0", "0.0"),
        (Number(-0.05, 1), "−0,1", "−0.1"),
        (Share(0.285), "29%", "29%"),
        (Share(-0.0004, 1), "0,0%", "0.0%"),
        (Share(0.125, 1), "12,5%", "12.5%"),
        (Quantity(4600.0), "4.600", "4,600"),
        (Quantity(63.0), "63", "63"),
        (Quantity(63.42), "63,4", "63.4"),
        (Quantity(1.2), "1,2", "1.2"),
        (Quantity(-0.694), "−0,69", "−0.69"),
        (Quantity(0.0231), "0,023", "0.023"),
        (Quantity(0.0), "0", "0"),
        (DrawnShare(0.81), "81%", "81%"),
        (DrawnShare(0.995), "99,5%", "99.5%"),
        (DrawnShare(0.005), "0,5%", "0.5%"),
        (DrawnShare(1.0), ">\u00a099,9%", ">\u00a099.9%"),
        (DrawnShare(0.0), "<\u00a00,1%", "<\u00a00.1%"),
        (Money(1234567), "Rp1.234.567", "Rp1,234,567"),
        (Money(-20000), "−Rp20.000", "−Rp20,000"),
        (Money(-0.2), "Rp0", "Rp0"),
        (Money(-0.5), "−Rp1", "−Rp1"),
        (Day(date(2026, 11, 20)), "20 November 2026", "20 November 2026"),
        (Month("2026-05"), "Mei 2026", "May 2026"),
        (listing(["kopi", "jahe", "nanas"]), "kopi, jahe, dan nanas", "kopi, jahe and nanas"),
        ("teks <apa adanya>", "teks <apa adanya>", "teks <apa adanya>"),
    ],
)
def test_values_are_written_as_readers_expect(value: Value, indonesian: str, english: str) -> None:
    assert render(value, "id") == indonesian
    assert render(value, "en") == english


def test_a_bare_float_is_refused() -> None:
    with pytest.raises(TypeError, match="wrap it in Number"):
        render(0.5, "id")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ((1.41, 2.0), ("1,41", "2,00")),
        ((-12.0, 14.5), ("−12,0", "14,5")),
        ((0.009, 10.2), ("0,009", "10,2")),
        ((-3200.0, 730.0), ("−3.200", "730")),
        ((0.6, 0.18, 0.94), ("0,60", "0,18", "0,94")),
        ((6.0, 5.25, 11.0), ("6,00", "5,25", "11")),
    ],
)
def test_numbers_of_one_size_have_the_same_decimals(values: tuple[float, ...], told: tuple[str, ...]) -> None:
    assert tuple(one.text("id") for one in side_by_side(*values)) == told


@given(st.floats(0, 1), st.sampled_from(["id", "en"]))
def test_a_share_of_draws_never_looks_certain(value: float, language: Language) -> None:
    assert DrawnShare(value).text(language) not in {"0%", "100%", "0,0%", "100,0%", "0.0%", "100.0%"}


@given(st.floats(-1e12, 1e12), st.sampled_from(["id", "en"]))
def test_money_never_shows_a_signed_nought(value: float, language: Language) -> None:
    assert Money(value).text(language) != "−Rp0"


@given(st.text())
def test_a_value_with_braces_stays_text(value: str) -> None:
    assert _("{nama}", nama=value).text("id") == value
