"""What holds for every business model, searched by hypothesis."""

from __future__ import annotations

import pandas as pd
import pytest
from business_cases import NO_COSTS, NO_RELATIONS, PROFILE, REFERENCE
from hypothesis import given, settings
from hypothesis import strategies as st

from pasar_nb.analysis import business
from pasar_nb.analysis.business import BusinessModel
from pasar_nb.analysis.business.gains import HALF_RUPIAH

CASES = settings(max_examples=15, deadline=None)
PARTIES = ("pokmas", "mitra_lokal", "mitra_swasta")
KINDS = ("pendapatan", "biaya_variabel", "biaya_tetap", "investasi")
MONEY = ["revenue", "variable", "fixed", "net", "net_bad", "net_good", "investment"]


@st.composite
def models(draw: st.DrawFn) -> pd.DataFrame:
    """Budgets of three parties under both conditions, each line with a range around it."""
    rows = []
    for party in PARTIES:
        for condition in ("sebelum", "sesudah"):
            for kind in KINDS:
                volume, price = draw(st.integers(1, 1000)), draw(st.integers(1, 1000))
                low, high = draw(st.floats(0.5, 1)), draw(st.floats(1, 2))
                rows.append(
                    {
                        **{"kondisi": condition, "peran": party, "jumlah_unit": 3.0, "komponen": kind},
                        **{
                            "jenis": kind,
                            "satuan": "kg",
                            "frekuensi_per_tahun": float(draw(st.integers(1, 12))),
                        },
                        **{"volume": float(volume), "harga": float(price)},
                        **{"volume_rendah": low * volume, "volume_tinggi": high * volume},
                        **{"harga_rendah": low * price, "harga_tinggi": high * price},
                    }
                )
    return pd.DataFrame(rows)


def compared(lines: pd.DataFrame) -> BusinessModel:
    few = business.Assumptions(draws=1)  # the simulation has properties of its own, elsewhere
    return business.compare(
        lines, NO_RELATIONS, NO_COSTS, profile=PROFILE, reference=REFERENCE, assumptions=few
    )


@CASES
@given(models())
def test_income_lies_within_its_range_and_change_within_the_extremes(lines: pd.DataFrame) -> None:
    result = compared(lines)
    table, gains = result.budgets.table, result.gains.table
    assert (table["net_bad"] <= table["net"]).all()
    assert (table["net"] <= table["net_good"]).all()
    ordered = gains[["worst", "change_low", "change", "change_high", "best"]].to_numpy()
    assert (ordered[:, :-1] <= ordered[:, 1:] + 1e-6).all()


@CASES
@given(models(), st.integers(2, 50))
def test_other_units_of_money_change_amounts_in_proportion_and_no_verdict(
    lines: pd.DataFrame, factor: int
) -> None:
    prices = ["harga", "harga_rendah", "harga_tinggi"]
    plain, scaled = compared(lines), compared(lines.assign(**{name: lines[name] * factor for name in prices}))
    assert scaled.budgets.table[MONEY].to_numpy() == pytest.approx(
        plain.budgets.table[MONEY].to_numpy() * factor
    )
    assert scaled.gains.table["verdict"].tolist() == plain.gains.table["verdict"].tolist()


@CASES
@given(models())
def test_swapping_the_conditions_turns_every_gain_into_a_loss(lines: pd.DataFrame) -> None:
    swapped = lines.replace({"kondisi": {"sebelum": "sesudah", "sesudah": "sebelum"}})
    forth, back = compared(lines).gains.table, compared(swapped).gains.table
    assert back["change"].to_numpy() == pytest.approx(-forth["change"].to_numpy())
    for then, now in zip(forth.to_dict("records"), back.to_dict("records"), strict=True):
        risen = "gain" if then["before"] > HALF_RUPIAH else "less_loss"  # the income after
        turned = {"gain": "loss", "less_loss": "loss", "loss": risen}
        assert now["verdict"] == turned.get(then["verdict"], then["verdict"])


@CASES
@given(models(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing_that_is_summed(lines: pd.DataFrame, random) -> None:
    order = list(range(len(lines)))
    random.shuffle(order)
    plain, shuffled = compared(lines), compared(lines.iloc[order])
    pd.testing.assert_frame_equal(plain.budgets.table, shuffled.budgets.table)
    pd.testing.assert_frame_equal(plain.gains.table, shuffled.gains.table)


@CASES
@given(models())
def test_at_the_break_even_price_and_volume_nothing_is_earned(lines: pd.DataFrame) -> None:
    result = compared(lines)
    rows = result.break_even.table.merge(result.budgets.table, on=["peran", "kondisi"])
    costs = rows["variable"] + rows["fixed"]
    assert (rows["break_even_price"] * rows["volume"]).to_numpy() == pytest.approx(costs.to_numpy())
    found = rows[rows["break_even_volume"].notna()]
    margin = (found["revenue"] - found["variable"]) / found["volume"]
    assert (found["break_even_volume"] * margin).to_numpy() == pytest.approx(found["fixed"].to_numpy())


@CASES
@given(models())
def test_investment_moves_no_income_and_no_verdict(lines: pd.DataFrame) -> None:
    without = compared(lines[lines["jenis"] != "investasi"])
    full = compared(lines)
    assert without.gains.table["verdict"].tolist() == full.gains.table["verdict"].tolist()
    assert without.budgets.table["net"].tolist() == full.budgets.table["net"].tolist()
