"""Numbers of another magnitude than the others of their kind are doubted, named and kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from clean_district import CLEAN, checked, neighbours, told

from pasar_nb.contract import Checked

W = "warning"


def with_rows(parent: Path, table: str, rows: list[str]) -> Checked:
    """Check the clean district with other rows in one table."""
    header = CLEAN[table].splitlines()[0]
    tables = {name: CLEAN[name] for name in neighbours([table])}
    return checked(parent, {**tables, table: "\n".join([header, *rows]) + "\n"})


def made(parent: Path, name: str) -> Path:
    (parent / name).mkdir()
    return parent / name


def series(*values: float, name: str = "harga_jahe") -> list[str]:
    return [f"{name},2024-{at:02d},{value},Rp/kg,Pantauan" for at, value in enumerate(values, start=1)]


@pytest.mark.parametrize(
    ("values", "row", "code"),
    [
        ((24700, 24500000, 24600, 24900, 25100), 3, "value_thousandfold"),
        ((24700, 24600, 24.5, 24900, 25100), 4, "value_thousandth"),
        # 300 times the middle of the four others, 100, is far; a little less is not.
        ((100, 100, 100, 100, 30000), 6, "value_thousandfold"),
        ((30000, 30000, 30000, 30000, 100), 6, "value_thousandth"),
    ],
)
def test_a_month_of_another_magnitude_is_doubted_in_either_direction(
    tmp_path: Path, values: tuple[float, ...], row: int, code: str
) -> None:
    result = with_rows(tmp_path, "deret", series(*values))
    assert told(result) == {("deret", row, "nilai", W, code)}
    assert result.tables["deret"]["nilai"].tolist() == list(values)


@pytest.mark.parametrize(
    "values",
    [
        (100, 100, 100, 100, 29999),
        (30001, 30001, 30001, 30001, 100.5),
        (24700, 24500000, 24600, 24900),  # four values: nobody knows which one is wrong
        (0, 24700, 24600, 24900, 25100),  # nought is no magnitude
    ],
)
def test_what_is_not_so_far_or_has_too_few_beside_it_is_let_be(
    tmp_path: Path, values: tuple[float, ...]
) -> None:
    assert told(with_rows(tmp_path, "deret", series(*values))) == set()


def test_each_series_has_its_own_magnitude(tmp_path: Path) -> None:
    rows = series(24700, 24600, 24500, 24900, 25100) + series(17, 18, 19, 20, 21, name="produksi")
    assert told(with_rows(tmp_path, "deret", rows)) == set()


def test_the_message_names_the_group_and_its_middle(tmp_path: Path) -> None:
    (problem,) = with_rows(tmp_path, "deret", series(24700, 24500000, 24600, 24900, 25100)).problems
    # The middle of 24600, 24700, 24900 and 25100.
    assert "300 kali atau lebih dari nilai tengah yang lain pada harga_jahe, yaitu 24.800." in (
        problem.message.text("id")
    )
    assert (problem.value, problem.remedy.text("id")) == (
        "24500000",
        "Periksa apakah angkanya terketik dengan tiga nol terlalu banyak atau satuannya berbeda.",
    )


def test_measured_values_are_set_against_those_of_their_indicator(tmp_path: Path) -> None:
    values = (9500, 9800, 9800000, 9900, 10100)
    rows = [f"n1,2024-{at:02d},{value}," for at, value in enumerate(values, start=1)]
    assert told(with_rows(tmp_path, "capaian", rows)) == {("capaian", 4, "nilai", W, "value_thousandfold")}


def test_prices_are_compared_within_a_kind_of_flow_and_a_unit(tmp_path: Path) -> None:
    rows = [f"jahe,p1,p2,produk,{volume},kg,{price}" for volume, price in enumerate([9000] * 5, start=1)]
    dear = "jahe,p1,p2,produk,9,kg,9000000"
    other = "jahe,p2,p1,jasa,1,kunjungan,9000000"
    assert told(with_rows(tmp_path, "aliran", [*rows, other])) == set()
    assert told(with_rows(made(tmp_path, "again"), "aliran", [*rows, dear])) == {
        ("aliran", 7, "harga", W, "value_thousandfold")
    }


def budget(*amounts: int) -> list[str]:
    return [f"Kegiatan {at},intervensi,APBD,2026,{amount},0," for at, amount in enumerate(amounts)]


def test_a_plan_that_spans_a_thousandfold_is_judged_by_its_own_spread(tmp_path: Path) -> None:
    spread = (2_000_000, 15_000_000, 90_000_000, 600_000_000, 4_000_000_000)
    assert told(with_rows(tmp_path, "pembiayaan", budget(*spread))) == set()
    alike = (50_000_000, 55_000_000, 60_000_000, 65_000_000, 60_000)
    assert told(with_rows(made(tmp_path, "again"), "pembiayaan", budget(*alike))) == {
        ("pembiayaan", 6, "anggaran", W, "value_thousandth")
    }


def test_many_slips_are_told_in_one_message(tmp_path: Path) -> None:
    values = [24_000 + at for at in range(60)] + [24_000_000 + at for at in range(12)]
    rows = [
        f"harga_jahe,{2015 + at // 12}-{at % 12 + 1:02d},{value},Rp/kg,Pantauan"
        for at, value in enumerate(values)
    ]
    (problem,) = with_rows(tmp_path, "deret", rows).problems
    assert (problem.code, problem.row) == ("value_thousandfold", 62)
    assert "11 baris lain" in problem.message.text("id")


# Codes for no answer where every number is possible.


def produced(parent: Path, *amounts: str) -> Checked:
    homes = "id_rt\n" + "".join(f"RT-{who}\n" for who in range(len(amounts)))
    survey = "id_rt,gelombang,tanggal,produksi,satuan_produksi\n" + "".join(
        f"RT-{who},0,2024-01-1{who},{amount},kg\n" for who, amount in enumerate(amounts)
    )
    profile = CLEAN["profil"].replace("pendapatan_rt", "produksi")
    return checked(parent, {"profil": profile, "rumah_tangga": homes, "survei": survey})


@pytest.mark.parametrize(
    ("amounts", "row"),
    [
        (("30", "41.5", "44", "999"), 5),  # beyond all others
        (("300", "99", "44", "120", "99"), 3),  # repeated more than any other
    ],
)
def test_a_number_that_may_be_a_code_is_asked_after_and_kept(
    tmp_path: Path, amounts: tuple[str, ...], row: int
) -> None:
    result = produced(tmp_path, *amounts)
    assert told(result) == {("survei", row, "produksi", W, "value_may_be_code")}
    assert result.tables["survei"]["produksi"].tolist() == [float(one) for one in amounts]


def test_a_number_like_a_code_among_others_of_its_size_is_a_number(tmp_path: Path) -> None:
    assert told(produced(tmp_path, "300", "99", "44", "120", "98")) == set()
