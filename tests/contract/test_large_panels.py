"""Panels too large for a spreadsheet, as parquet: every cell comes through, none rounded or turned."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from clean_district import CLEAN, FOLDER, TODAY

from pasar_nb.contract import check, read_folder

HOUSEHOLDS, WAVES = 75_000, 4


@pytest.mark.slow
def test_a_panel_of_three_hundred_thousand_rows_is_read_whole_and_exactly(tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir()
    (folder / "profil.csv").write_text(CLEAN["profil"])
    draw = np.random.default_rng(7)
    ids = pd.Series([f"RT-{at:05d}" for at in range(HOUSEHOLDS)])
    pd.DataFrame({"id_rt": ids, "desa": "Pule"}).to_parquet(folder / "rumah_tangga.parquet")
    panel = pd.DataFrame(
        {
            "id_rt": np.tile(ids, WAVES),
            "gelombang": np.repeat(np.arange(WAVES), HOUSEHOLDS),
            "tanggal": np.repeat(pd.date_range("2021-12-10", periods=WAVES, freq="YS"), HOUSEHOLDS),
            "bansos": draw.random(HOUSEHOLDS * WAVES) < 0.4,
            "pendapatan_rt": draw.integers(900, 4000, HOUSEHOLDS * WAVES) * 1000.0,
            "produksi": np.round(draw.uniform(1, 60, HOUSEHOLDS * WAVES), 3),
        }
    )
    panel.loc[::7, "pendapatan_rt"] = np.nan
    panel.to_parquet(folder / "survei.parquet")
    checked = check(read_folder(folder), today=TODAY)
    assert [one.code for one in checked.problems if one.stops] == []
    read = checked.tables["survei"]
    assert len(read) == HOUSEHOLDS * WAVES
    assert read["id_rt"].tolist() == panel["id_rt"].tolist()
    for name in ("gelombang", "pendapatan_rt", "produksi"):
        expected = panel[name].to_numpy("float64")
        np.testing.assert_array_equal(read[name].to_numpy("float64", na_value=np.nan), expected)
    assert (read["tanggal"].to_numpy() == panel["tanggal"].to_numpy()).all()
    assert read["bansos"].astype(bool).tolist() == panel["bansos"].tolist()
