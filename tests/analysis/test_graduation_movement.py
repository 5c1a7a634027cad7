"""Who moved, who kept it, what holds back and what comes next: panels small enough to count by hand."""

from __future__ import annotations

import pandas as pd
import pytest
from graduation_cases import assess, contacts, criteria, homes, survey

from pasar_nb.findings import NotEstimable

# belanja and pendapatan_rt that put a household at a level in each of the years 2023 to 2025
POOR, FRAIL, MIDDLE, STABLE = "1 0", "500000 0", "900000 0", "900000 9000000"
UNKNOWN = "- 0"
AWAY = ""


def panel(**households: list[str]) -> pd.DataFrame:
    """A list of what each household had in the waves 0, 1, 2."""
    rows = [
        f"{name} {wave} {had}"
        for name, waves in households.items()
        for wave, had in enumerate(waves)
        if had != AWAY
    ]
    return survey("id wave belanja pendapatan_rt\n" + "\n".join(rows))


FOUR = {"A": [POOR, FRAIL], "B": [POOR, POOR], "C": [MIDDLE, FRAIL], "D": [FRAIL, STABLE]}


def test_the_matrix_and_the_moves_by_hand() -> None:
    movement = assess(panel(**FOUR)).movement
    table = movement.matrix.set_index(["start", "end"])
    moved = {pair for pair, count in table["households"].items() if count}
    assert moved == {
        ("miskin", "rentan"),
        ("miskin", "miskin"),
        ("menengah", "rentan"),
        ("rentan", "stabil"),
    }
    assert table.loc[("miskin", "rentan"), ["households", "base", "share"]].tolist() == [1, 2, 1 / 2]
    assert table.loc[("stabil", "stabil"), "base"] == 0
    assert pd.isna(table.loc[("stabil", "stabil"), "share"])
    up, fell = movement.participants.up.iloc[0], movement.participants.fell.iloc[0]
    assert (up["moved"], up["matched"]) == (2, 4)
    assert (fell["moved"], fell["matched"]) == (1, 4)


def test_a_wave_that_has_only_begun_changes_nothing() -> None:
    """Four of twelve were asked a third time: they are not the whole district, nor is who else left."""
    twelve = {f"{name}{at}": had for at in range(3) for name, had in FOUR.items()}
    whole = assess(panel(**twelve))
    begun = assess(panel(**{name: [*had, STABLE] if name[1] == "0" else had for name, had in twelve.items()}))
    assert (whole.unfinished, begun.unfinished) == ((), (2,))
    assert begun.levels.last == 1
    pd.testing.assert_frame_equal(begun.levels.table, whole.levels.table)
    pd.testing.assert_frame_equal(begun.movement.matrix, whole.movement.matrix)
    pd.testing.assert_frame_equal(begun.follow_up.plan, whole.follow_up.plan)


def test_only_households_known_in_both_waves_are_followed_and_the_others_counted() -> None:
    movement = assess(panel(**FOUR, E=[POOR, UNKNOWN], F=[POOR], G=[AWAY, POOR])).movement
    covered = movement.participants.coverage.iloc[0]
    assert (covered["baseline"], covered["matched"]) == (6, 4)
    assert movement.participants.up["matched"].item() == 4


def test_the_comparison_group_is_counted_apart() -> None:
    listed = homes(list("ABCD"), studi=["peserta", "peserta", "pembanding", "pembanding"])
    movement = assess(panel(**FOUR), homes=listed).movement
    assert (movement.participants.up["moved"].item(), movement.participants.fell["moved"].item()) == (1, 0)
    assert (movement.comparison.up["moved"].item(), movement.comparison.fell["moved"].item()) == (1, 1)
    assert movement.matrix["households"].sum() == 2


def test_without_a_comparison_group_there_is_none() -> None:
    assert assess(panel(**FOUR)).movement.comparison is None


def test_with_the_baseline_alone_nobody_has_moved() -> None:
    assert isinstance(assess(panel(A=[POOR], B=[FRAIL])).movement, NotEstimable)


def test_without_a_baseline_nobody_has_moved() -> None:
    assert isinstance(assess(panel(A=[AWAY, POOR, FRAIL])).movement, NotEstimable)


# Kept after graduation

KEPT = {
    "A": [POOR, STABLE, STABLE],  # graduated and kept it
    "B": [FRAIL, STABLE, MIDDLE],  # graduated and fell
    "C": [MIDDLE, STABLE, UNKNOWN],  # graduated, not known now
    "D": [MIDDLE, STABLE],  # graduated, not seen again
    "E": [STABLE, STABLE, STABLE],  # was there from the first
    "F": [UNKNOWN, STABLE, STABLE],  # nobody knows where it came from
    "G": [POOR, POOR, STABLE],  # graduates only now
}


def test_who_graduated_earlier_and_is_still_there() -> None:
    kept = assess(panel(**KEPT)).kept
    assert kept.seen.iloc[0][["graduated", "seen"]].tolist() == [4, 2]
    assert kept.table.iloc[0][["seen", "kept"]].tolist() == [2, 1]


def test_a_lower_level_of_graduation_counts_those_above_it_as_kept() -> None:
    kept = assess(panel(A=[POOR, FRAIL, STABLE], B=[POOR, MIDDLE, POOR]), pass_level="rentan").kept
    assert kept.table.iloc[0][["seen", "kept"]].tolist() == [2, 1]


def test_two_waves_cannot_tell_whether_it_is_kept() -> None:
    kept = assess(panel(A=[POOR, STABLE])).kept
    assert isinstance(kept, NotEstimable)
    assert "tiga gelombang" in str(kept.reason)


def test_nobody_graduated_is_a_zero_and_no_reason_so_that_it_looks_like_few() -> None:
    kept = assess(panel(A=[POOR, POOR, POOR])).kept
    assert kept.seen["graduated"].item() == 0


def test_a_wave_of_the_comparison_group_alone_is_no_wave_of_the_participants() -> None:
    listed = homes(["A", "C"], studi=["peserta", "pembanding"])
    kept = assess(panel(A=[POOR, AWAY, STABLE], C=[POOR, POOR, POOR]), homes=listed).kept
    assert kept.seen["graduated"].item() == 0


# What holds back


def test_who_fails_which_criterion() -> None:
    result = assess(panel(A=[POOR], B=[FRAIL], C=[MIDDLE], D=["1 9000000"], E=[STABLE], F=[UNKNOWN]))
    table = result.obstacles.table.set_index(["kriteria", "level"])
    # of five known: A and D fail the line, B too one and a half lines, A, B and C the wage
    assert table.loc[("belanja", "rentan"), ["judged", "failing"]].tolist() == [5, 2]
    assert table.loc[("belanja", "menengah"), ["judged", "failing"]].tolist() == [5, 3]
    assert table.loc[("pendapatan", "stabil"), ["judged", "failing"]].tolist() == [5, 3]
    # below stable are A, B, C and D, of whom three fail the wage
    assert table.loc[("pendapatan", "stabil"), ["below", "share_below"]].tolist() == [4, 3 / 4]


def test_who_lacks_only_one_criterion_counts_a_code_once_whatever_its_levels() -> None:
    result = assess(panel(A=[POOR], B=[FRAIL], C=[MIDDLE], D=["1 9000000"], E=[STABLE]))
    alone = result.obstacles.alone.set_index(["level", "kriteria"])
    # D lacks spending alone, at two levels; C the wage alone; A and B lack both
    assert alone.loc[("stabil", "belanja"), ["below", "alone"]].tolist() == [4, 1]
    assert alone.loc[("stabil", "pendapatan"), ["below", "alone"]].tolist() == [4, 1]
    assert set(alone.index.get_level_values("level")) == {"stabil"}  # the others ask for spending only


def test_what_is_not_obligatory_is_reported_but_never_lacking() -> None:
    surveyed = panel(A=[STABLE], B=[POOR]).assign(pembelian_berulang=pd.array([False, True], "boolean"))
    result = assess(surveyed)
    table = result.obstacles.table.set_index("kriteria")
    assert table.loc["pembeli", ["required", "judged", "failing"]].tolist() == ["tidak", 2, 1]
    assert "pembeli" not in set(result.obstacles.alone["kriteria"])


def test_the_same_threshold_at_two_levels_stands_once() -> None:
    again = """
    kriteria   variabel            operator ambang acuan                 tingkat  wajib
    belanja    belanja_per_kapita  >=       1      kali_garis_kemiskinan rentan   ya
    belanja    belanja_per_kapita  >=       1      kali_garis_kemiskinan menengah ya
    pendapatan pendapatan_rt       >=       1      kali_umk              menengah ya
    """
    result = assess(panel(A=[POOR], B=[FRAIL]), criteria=criteria(again))
    assert sorted(result.obstacles.table["level"]) == ["menengah", "rentan"]


# Women and people with disabilities


def test_levels_by_trait_keep_what_is_not_recorded_apart() -> None:
    listed = homes(list("ABCD"), jenis_kelamin_kk=["L", "P", "P", None], disabilitas=[None] * 4)
    result = assess(panel(A=[POOR], B=[FRAIL], C=[POOR], D=[STABLE]), homes=listed)
    reached = result.by_sex.reached.set_index("group")
    assert reached.loc["P", ["known", "reached"]].tolist() == [2, 1]
    assert reached.loc["L", ["known", "reached"]].tolist() == [1, 0]
    assert reached.loc["tidak_tercatat", ["known", "reached"]].tolist() == [1, 1]
    assert result.by_sex.table["households"].sum() == 4
    assert isinstance(result.by_disability, NotEstimable)


# What comes next

DAYS = {"before": "2023-01-01", "between": "2023-09-01", "later": "2024-09-01"}
STEPS = {
    "passed for the first time": ([POOR, STABLE], [], "beri_tahu"),
    "passed, and nothing known before": ([UNKNOWN, STABLE], [], "beri_tahu"),
    "passed twice in a row": ([STABLE, STABLE], [], "rujuk"),
    "passed again after a fall": ([STABLE, POOR, STABLE], [], "beri_tahu"),
    "not passed, not mentored": ([POOR, POOR], [], "evaluasi"),
    "fell back, not mentored": ([STABLE, MIDDLE], [], "evaluasi"),
    "mentored and risen": ([POOR, FRAIL], ["between"], "intensif"),
    "mentored, same level, one criterion less": (["1 0", "1 9000000"], ["between"], "intensif"),
    "mentored and nothing changed": ([POOR, POOR], ["between"], "pertimbangkan"),
    "mentored and fallen": ([FRAIL, POOR], ["between"], "pertimbangkan"),
    "mentored since before the first survey": ([POOR, POOR], ["before"], "intensif"),
    "mentored after the last survey only": ([POOR, POOR], ["later"], "evaluasi_ulang"),
    "mentored before and after it": ([POOR, POOR], ["between", "later"], "evaluasi_ulang"),
    "level before the mentoring not known": ([UNKNOWN, POOR], ["between"], "intensif"),
    "level now not known": ([POOR, UNKNOWN], ["between"], "lengkapi"),
    "not interviewed again": ([STABLE, AWAY], [], "temui"),
}


@pytest.mark.parametrize(("waves", "mentored", "step"), STEPS.values(), ids=STEPS.keys())
def test_the_next_step_of_a_household(waves: list[str], mentored: list[str], step: str) -> None:
    rows = "\n".join(f"A {DAYS[one]} ya" for one in mentored)
    last = len(waves) - 1
    other = [POOR] * (last + 1)  # somebody whose level is known in the last wave
    result = assess(panel(A=waves, Z=other), contacts=contacts(f"id_rt tanggal hadir\n{rows}"))
    assert result.follow_up.wave == last
    plan = result.follow_up.plan.set_index("id_rt")
    assert plan.loc["A", "step"] == step


def test_mentoring_that_was_not_attended_is_no_mentoring() -> None:
    came = contacts("id_rt tanggal hadir\nA 2023-09-01 tidak\nB 2023-09-01 -")
    result = assess(panel(A=[POOR, POOR], B=[POOR, POOR]), contacts=came)
    assert result.follow_up.plan["step"].tolist() == ["evaluasi", "evaluasi"]
    assert not result.follow_up.mentoring_recorded


def test_other_contacts_are_no_intensive_mentoring() -> None:
    came = contacts("id_rt tanggal hadir\nA 2023-09-01 ya").assign(jenis="teknis")
    assert assess(panel(A=[POOR, POOR]), contacts=came).follow_up.plan["step"].tolist() == ["evaluasi"]


def test_every_participant_is_on_the_list_even_if_never_interviewed() -> None:
    listed = homes(["A", "N", "C"], studi=["peserta", "peserta", "pembanding"])
    result = assess(panel(A=[POOR], C=[POOR]), homes=listed)
    assert result.follow_up.plan["id_rt"].tolist() == ["A", "N"]
    assert result.follow_up.plan["step"].tolist() == ["evaluasi", "temui"]
    steps = result.follow_up.steps
    assert steps["households"].sum() == 2
    assert set(steps["base"]) == {2}


def test_the_list_says_what_is_lacking_first_and_what_is_not_known() -> None:
    result = assess(panel(A=[POOR], B=["500000 9000000"], C=["900000 -"]))
    plan = result.follow_up.plan.set_index("id_rt")
    asked = result.criteria.table[["kriteria", "tingkat"]].apply(tuple, axis="columns")
    named = {name: [asked[place] for place in plan.loc[name, "lacking"]] for name in plan.index}
    # A lacks spending already at the first level, so that its higher threshold is not named as well
    assert named["A"] == [("belanja", "rentan"), ("pendapatan", "stabil")]
    assert named["B"] == [("belanja", "menengah")]
    assert [asked[place] for place in plan.loc["C", "missing"]] == [("pendapatan", "stabil")]
    assert plan.loc["A", ["first", "last"]].tolist() == ["miskin", "miskin"]
