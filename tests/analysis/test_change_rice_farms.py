"""The growth panel of 171 rice farms: the within-farm regression, where the data are at hand.

The data may not be copied into the project, so the test looks for them beside it.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from pasar_nb.analysis.change import Design, Estimate, estimate

FARMS = Path(__file__).parents[3] / "shared" / "real" / "rice-farms-west-java.csv"
# log goutput on log seed, labour and land within farms: coefficient and homoskedastic within error
FIGURES = {"seed": (0.210, 0.032), "totlabor": (0.289, 0.035), "size": (0.502, 0.038)}
PRINTED = 0.0005  # half of the last printed digit


@pytest.fixture(scope="module")
def within() -> pd.DataFrame:
    if not FARMS.is_file():
        pytest.skip("the data of the rice farms are not beside the project")
    farms = pd.read_csv(FARMS)
    logs = np.log(farms[["goutput", *FIGURES]])
    return (logs - logs.groupby(farms["id"]).transform("mean")).assign(id=farms["id"])


@pytest.mark.parametrize("asked", FIGURES)
def test_the_within_farm_regression_gives_the_known_elasticities(within: pd.DataFrame, asked: str) -> None:
    others = within[[name for name in FIGURES if name != asked]].to_numpy()
    design = Design(within["goutput"].to_numpy(), within[asked].to_numpy(), others)
    found = estimate(design, pd.factorize(within["id"])[0], draws=99, seed=1)
    assert isinstance(found, Estimate)
    value, error = FIGURES[asked]
    assert found.value == pytest.approx(value, abs=PRINTED)

    # The published error takes all deviations to be alike and counts a mean per farm; ours does neither.
    left = design.outcome - design.matrix @ np.linalg.lstsq(design.matrix, design.outcome)[0]
    freedom = len(left) - within["id"].nunique() - len(FIGURES)
    covariance = np.linalg.inv(design.matrix.T @ design.matrix) * (left @ left) / freedom
    assert np.sqrt(covariance[-1, -1]) == pytest.approx(error, abs=PRINTED)
    assert found.method == "clustered"
    assert found.clusters == 171
