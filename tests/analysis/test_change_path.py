"""The path of the outcome over more than two waves."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from change_cases import assess, panel, price_index
from scipy import stats

from pasar_nb.analysis.change import HouseholdChange, OutcomePath, PairedChange
from pasar_nb.disclosure import release
from pasar_nb.findings import NotEstimable

MIDDLE = pd.Timestamp("2024-07-10")
PRICES = price_index(("2024-01", 100.0, 2022), ("2024-07", 102.0, 2022), ("2025-01", 104.0, 2022))


def three_waves(
    n: int = 30, *, missing: int = 0, column: str = "pendapatan_rt", seed: int = 1
) -> tuple[pd.DataFrame, pd.DataFrame, np.ndarray]:
    """Households in three waves, some of whom did not answer in the middle one."""
    random = np.random.default_rng(seed)
    values = np.column_stack([random.normal(1_000 + 50 * wave, 100, n) for wave in range(3)])
    if column == "produk_keuangan":
        values = (random.random((n, 3)) < [0.2, 0.5, 0.9]).astype(float)
    homes, survey = panel(values[:, 0], values[:, 2], column=column)
    survey.loc[survey["gelombang"] == 1, "gelombang"] = 2
    ids = homes["id_rt"].iloc[missing:]
    middle = pd.DataFrame({"id_rt": ids, "gelombang": 1, "tanggal": MIDDLE, column: values[missing:, 1]})
    return homes, pd.concat([survey, middle], ignore_index=True), values


def told(found: HouseholdChange) -> OutcomePath:
    assert isinstance(found.path, OutcomePath)
    return found.path


def test_every_wave_is_set_against_the_baseline_of_the_same_households() -> None:
    homes, survey, values = three_waves()
    table = told(assess(homes, survey)).table.set_index("wave")
    assert table["month"].tolist() == ["2024-01", "2024-07", "2025-01"]
    for wave in (1, 2):
        expected = stats.ttest_rel(values[:, wave], values[:, 0])
        bounds = expected.confidence_interval()
        row = table.loc[wave]
        assert row["mean"] == pytest.approx(values[:, wave].mean())
        assert row["change"] == pytest.approx((values[:, wave] - values[:, 0]).mean())
        assert (row["change_low"], row["change_high"]) == pytest.approx((bounds.low, bounds.high))
    assert pd.isna(table.loc[0, "change"])


def test_the_last_wave_of_the_path_is_the_change_itself() -> None:
    homes, survey, _values = three_waves()
    found = assess(homes, survey, prices=PRICES)
    assert isinstance(found.paired, PairedChange)
    last = told(found).table.set_index("wave").loc[2]
    assert last["change"] == pytest.approx(found.paired.estimate.value)
    assert last["change_high"] == pytest.approx(found.paired.estimate.high)


def test_all_waves_are_in_the_rupiah_of_the_last() -> None:
    homes, survey, values = three_waves()
    table = told(assess(homes, survey, prices=PRICES)).table.set_index("wave")
    assert table["mean"].tolist() == pytest.approx(
        [values[:, 0].mean() * 1.04, values[:, 1].mean() * 104 / 102, values[:, 2].mean()]
    )


def test_who_missed_a_wave_counts_among_all_pairs_only() -> None:
    homes, survey, values = three_waves(missing=12)
    found = told(assess(homes, survey))
    assert set(found.table["n"]) == {18}
    (row,) = found.all_pairs.to_dict("records")
    assert (row["wave"], row["n"], row["more"]) == (2, 30, 12)
    assert row["change"] == pytest.approx((values[:, 2] - values[:, 0]).mean())


def test_a_pair_of_tables_that_would_tell_a_few_households_is_hidden() -> None:
    for missing, hidden in ((3, True), (12, False)):
        homes, survey, _values = three_waves(missing=missing)
        shown = release(assess(homes, survey), audience="public", language="id").result
        assert bool(told(shown).all_pairs["change"].isna().all()) is hidden


def test_two_waves_are_no_path() -> None:
    before = np.linspace(900, 1_100, 20)
    found = assess(*panel(before, before + 50 + np.arange(20))).path
    assert isinstance(found, NotEstimable)
    assert "dua gelombang" in str(found.reason)


def test_a_month_without_a_price_index_is_the_reason() -> None:
    homes, survey, _values = three_waves()
    found = assess(homes, survey, prices=price_index(("2024-01", 100.0, 2022), ("2025-01", 104.0, 2022)))
    assert isinstance(found.path, NotEstimable)
    assert isinstance(found.paired, PairedChange)  # the change needs the two months only


def test_the_interval_of_a_share_stays_between_none_and_all() -> None:
    homes, survey, _values = three_waves(n=12, column="produk_keuangan", seed=4)
    table = told(assess(homes, survey, outcome="produk_keuangan")).table.dropna(subset=["low"])
    assert len(table)
    assert (table["low"] >= 0).all()
    assert (table["high"] <= 1).all()
