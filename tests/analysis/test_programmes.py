import pandas as pd
from commodity_cases import reference

from pasar_nb.analysis.programmes import STAGES, classify


def _matrix(published: list[dict]) -> pd.DataFrame:
    rows = [[one["program"], *(mark == "1" for mark in one["stages"])] for one in published]
    return pd.DataFrame(rows, columns=["program", *STAGES])


def test_the_classes_of_the_fifteen_programmes_are_those_of_bappenas_2024():
    published = reference("programmes_bappenas_2024")["programmes"]
    table = classify(_matrix(published)).table
    assert len(table) == 15
    assert list(table["jumlah"]) == [one["sum"] for one in published]
    assert list(table["kelas"]) == [one["class"] for one in published]


def test_the_classes_change_at_six_and_at_eight_stages():
    stages = ["1111100000", "1111110000", "1111111000", "1111111100", "1111111111"]
    table = classify(_matrix([{"program": mark, "stages": mark} for mark in stages])).table
    assert list(table["kelas"]) == ["kurang", "cukup", "cukup", "sangat", "sangat"]


def test_a_programme_without_any_stage_has_no_class():
    table = classify(_matrix([{"program": "kosong", "stages": "0" * 10}])).table
    assert table["jumlah"].item() == 0
    assert table["kelas"].isna().all()
