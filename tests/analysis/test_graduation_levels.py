"""At which level a household is: thresholds of the year, obligatory criteria, and what is not known."""

from __future__ import annotations

import pandas as pd
import pytest
from graduation_cases import PATH, REFERENCES, assess, counts, criteria, empty, level_of, survey, text_table

from pasar_nb.analysis.graduation import Criteria
from pasar_nb.errors import UsageError
from pasar_nb.findings import NotEstimable

# poverty line 400,000 and minimum wage 2,000,000 in 2023
BY_HAND = {
    "below the line": ("399999 2500000 ya", "miskin"),
    "at the line is not below it": ("400000 0 tidak", "rentan"),
    "just below one and a half": ("599999 2500000 ya", "rentan"),
    "one and a half lines": ("600000 1999999 tidak", "menengah"),
    "and the minimum wage": ("600000 2000000 tidak", "stabil"),
    "no answer to what is not obligatory": ("600000 2000000 -", "stabil"),
    "rich in income, poor in spending": ("100000 9000000 ya", "miskin"),
    "no income known": ("900000 - ya", "tidak_diketahui"),
    "no spending known": ("- 9000000 ya", "tidak_diketahui"),
    "no income known, though spending is low": ("100000 - ya", "tidak_diketahui"),
}


@pytest.mark.parametrize(("row", "level"), BY_HAND.values(), ids=BY_HAND.keys())
def test_the_level_of_a_household_by_hand(row: str, level: str) -> None:
    assert level_of(row) == level


def test_thresholds_are_those_of_the_year_of_the_interview() -> None:
    rows = "A 0 400000 0\nA 1 400000 0\nB 0 450000 0\nB 1 450000 0"
    result = assess(survey(f"id wave belanja pendapatan_rt\n{rows}"))
    # 400,000 is the line of 2023 and below that of 2024, 450,000
    assert counts(result, wave=0) == {"rentan": 2}
    assert counts(result, wave=1) == {"miskin": 1, "rentan": 1}


def test_a_wave_over_new_year_takes_each_household_by_its_own_day() -> None:
    text = "id wave day belanja pendapatan_rt\nA 0 2023-12-31 420000 0\nB 0 2024-01-01 420000 0"
    result = assess(survey(text))
    assert counts(result) == {"miskin": 1, "rentan": 1}
    assert (result.levels.waves[0].first, result.levels.waves[0].last) == ("2023-12", "2024-01")


def test_whoever_has_exactly_the_threshold_meets_it_whatever_binary_says() -> None:
    assert 1.1 * 460_000 > 506_000  # in floating point
    asked = criteria(PATH.replace(">=       1 ", ">=       1.1 "))
    lines = text_table(REFERENCES.replace("400000", "460000"))
    result = assess(
        survey("id wave belanja pendapatan_rt\nA 0 506000 0\nB 0 505999 0"), criteria=asked, acuan=lines
    )
    assert counts(result) == {"miskin": 1, "rentan": 1}


def test_the_line_is_per_member_for_an_amount_of_the_whole_household() -> None:
    path = """
    kriteria   variabel       operator ambang acuan                 tingkat wajib
    pendapatan pendapatan_rt  >=       1      kali_garis_kemiskinan rentan  ya
    """
    # two members need 2 x 400,000
    rows = "A 0 2 800000\nB 0 2 799999\nC 0 1 400000"
    result = assess(survey(f"id wave members pendapatan_rt\n{rows}"), criteria=criteria(path))
    assert counts(result) == {"miskin": 1, "rentan": 2}
    assert result.criteria.table["per_member"].tolist() == [True]


OPERATORS = {
    ">=": ([2, 3, 4], {"miskin": 1, "rentan": 2}),
    "<=": ([2, 3, 4], {"miskin": 1, "rentan": 2}),
    "=": ([2, 3, 4], {"miskin": 2, "rentan": 1}),
}


@pytest.mark.parametrize(("operator", "case"), OPERATORS.items(), ids=OPERATORS.keys())
def test_operators_compare_with_a_value(operator: str, case: tuple[list[int], dict[str, int]]) -> None:
    values, expected = case
    path = f"""
    kriteria variabel           operator   ambang acuan tingkat wajib
    sikap    persepsi_kemampuan {operator} 3      nilai rentan  ya
    """
    rows = "\n".join(f"{name} 0 {value}" for name, value in zip("ABC", values, strict=True))
    result = assess(survey(f"id wave persepsi_kemampuan\n{rows}"), criteria=criteria(path))
    assert counts(result) == expected


def test_a_criterion_without_a_reference_compares_with_the_value() -> None:
    path = """
    kriteria variabel operator ambang acuan tingkat wajib
    tabungan tabungan >=       500    -     rentan  ya
    """
    result = assess(survey("id wave tabungan\nA 0 500\nB 0 499"), criteria=criteria(path))
    assert counts(result) == {"miskin": 1, "rentan": 1}


def test_arms_are_counted_apart_and_shares_are_of_the_known() -> None:
    from graduation_cases import homes

    rows = "A 0 100000 0\nB 0 450000 0\nC 0 450000 -\nD 0 450000 0"
    result = assess(
        survey(f"id wave belanja pendapatan_rt\n{rows}"),
        homes=homes(list("ABCD"), studi=["peserta", None, "peserta", "pembanding"]),
    )
    assert counts(result) == {"miskin": 1, "rentan": 1, "tidak_diketahui": 1}
    assert counts(result, group="pembanding") == {"rentan": 1}
    table = result.levels.table[result.levels.table["group"] == "peserta"].set_index("level")
    assert table.loc["miskin", ["households", "base", "share"]].tolist() == [1, 2, 1 / 2]
    assert table.loc["tidak_diketahui", ["households", "base", "share"]].tolist() == [1, 3, 1 / 3]


# What cannot be judged


def _asked(text: str, rows: str = "A 0 450000 0\nB 0 450000 0", **tables: object) -> object:
    surveyed = survey(f"id wave belanja pendapatan_rt\n{rows}")
    return assess(surveyed, criteria=criteria(text), **tables)


def test_a_level_without_an_obligatory_criterion_is_left_out_and_named() -> None:
    result = _asked(PATH.replace("menengah  ya", "menengah  tidak"))
    assert result.criteria.path == ("rentan", "stabil")
    assert result.criteria.undefined == ("menengah",)
    assert counts(result) == {"rentan": 2}


def test_the_path_ends_before_an_obligatory_criterion_that_was_never_measured() -> None:
    result = _asked(PATH.replace("pendapatan_rt  ", "tabungan       "))
    assert (result.criteria.path, result.criteria.beyond) == (("rentan", "menengah"), ("stabil",))
    assert counts(result) == {"rentan": 2}
    (unjudged,) = (one for one in result.criteria.unjudged if one.required)
    assert "tabungan belum tercatat" in str(unjudged.reason)
    assert isinstance(result.follow_up, NotEstimable)
    assert isinstance(result.kept, NotEstimable)


NOTHING_TO_SAY = {
    "no criteria": ({"criteria": empty("kriteria_graduasi")}, "belum berisi kriteria"),
    "nothing obligatory": ({"criteria": criteria(PATH.replace(" ya\n", " tidak\n"))}, "yang wajib"),
    "no references": ({"acuan": empty("acuan")}, "belum tercatat untuk tahun survei"),
    "a measure nobody has": (
        {"criteria": criteria(PATH.replace("belanja_per_kapita", "kelebihan"))},
        "kelebihan belum tercatat",
    ),
    "a count against the minimum wage": (
        {
            "criteria": criteria(
                "kriteria variabel operator ambang acuan tingkat wajib\n"
                "anggota jumlah_anggota >= 1 kali_umk rentan ya"
            )
        },
        "bukan ukuran rupiah",
    ),
    "a number asked for yes or no": (
        {
            "criteria": criteria(
                "kriteria variabel operator ambang acuan tingkat wajib\n"
                "belanja belanja_per_kapita ya 1 nilai rentan ya"
            )
        },
        "bukan kolom ya/tidak",
    ),
}


@pytest.mark.parametrize(("tables", "reason"), NOTHING_TO_SAY.values(), ids=NOTHING_TO_SAY.keys())
def test_where_nothing_can_be_judged_every_finding_says_why(tables: dict[str, object], reason: str) -> None:
    result = assess(survey("id wave belanja pendapatan_rt\nA 0 450000 0\nB 0 450000 0"), **tables)
    for finding in (result.levels, result.movement, result.obstacles, result.by_sex, result.follow_up):
        assert isinstance(finding, NotEstimable)
        assert reason in str(finding.reason)


def test_without_interviews_every_finding_says_so() -> None:
    result = assess(empty("survei"))
    assert isinstance(result.levels, NotEstimable)
    assert "belum berisi wawancara" in str(result.levels.reason)


def test_nobody_known_is_said_and_not_counted_as_poor() -> None:
    # each lacks another of the obligatory measures, so that every criterion is judged for somebody
    result = assess(survey("id wave belanja pendapatan_rt\nA 0 450000 -\nB 0 - 3000000"))
    assert isinstance(result.levels, NotEstimable)
    assert "nilainya lengkap" in str(result.levels.reason)


def test_a_year_without_references_leaves_its_interviews_unknown_and_is_named() -> None:
    result = assess(
        survey("id wave belanja pendapatan_rt\nA 0 450000 0\nB 0 1 0\nA 1 450000 0\nB 1 1 0"),
        acuan=text_table(REFERENCES).query("tahun != 2024"),
    )
    assert counts(result, wave=0) == {"miskin": 1, "rentan": 1}
    assert counts(result, wave=1) == {"tidak_diketahui": 2}
    assert result.criteria.without_reference == (2024,)
    assert result.levels.last == 0
    assert isinstance(result.movement, NotEstimable)


def test_an_unknown_level_of_graduation_is_refused_with_the_right_ones() -> None:
    with pytest.raises(UsageError, match="rentan, menengah, dan stabil"):
        assess(survey("id wave belanja\nA 0 1"), pass_level="kaya")


# The criteria as they are told


def test_thresholds_are_told_in_rupiah_of_the_last_year() -> None:
    result = assess(survey("id wave belanja pendapatan_rt\nA 0 450000 0\nA 1 450000 0"))
    assert isinstance(result.criteria, Criteria)
    assert result.criteria.year == 2024
    shown = result.criteria.table.set_index(["kriteria", "tingkat"])["threshold"]
    assert shown["belanja", "rentan"] == 450_000
    assert shown["belanja", "menengah"] == 1.5 * 450_000
    assert shown["pendapatan", "stabil"] == 2_200_000
    assert pd.isna(shown["pembeli", "menengah"])


FIXED = """
kriteria variabel           operator ambang acuan tingkat wajib
tabungan tabungan           >=       500    nilai rentan  ya
sikap    persepsi_kemampuan >=       3      nilai rentan  tidak
"""


def test_prices_are_told_only_for_thresholds_in_rupiah_that_stay() -> None:
    index = pd.DataFrame({"bulan": ["2023-06", "2024-06"], "ihk": [100.0, 104.0], "tahun_dasar": 2022})
    surveyed = survey("id wave tabungan persepsi_kemampuan\nA 0 500 3\nA 1 500 3")
    fixed = assess(surveyed, criteria=criteria(FIXED), ihk=index).criteria
    assert fixed.fixed == ("tabungan",)
    assert fixed.inflation == pytest.approx(0.04)
    moving = assess(survey("id wave belanja pendapatan_rt\nA 0 1 0\nA 1 1 0"), ihk=index).criteria
    assert (moving.fixed, moving.inflation) == ((), None)
    assert isinstance(assess(surveyed, criteria=criteria(FIXED)).criteria.inflation, NotEstimable)
