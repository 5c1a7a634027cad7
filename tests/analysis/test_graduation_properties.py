"""What holds for every district, searched by hypothesis."""

from __future__ import annotations

import dataclasses

import pandas as pd
from graduation_cases import arranged, assess, homes
from hypothesis import given, settings
from hypothesis import strategies as st

from pasar_nb.analysis.graduation import Graduation
from pasar_nb.disclosure import release
from pasar_nb.findings import NotEstimable

CASES = settings(max_examples=20, deadline=None)
ORDER = ["miskin", "rentan", "menengah", "stabil"]
AMOUNTS = st.one_of(st.none(), st.integers(0, 4_000_000).map(float))
ANSWERS = st.tuples(AMOUNTS, AMOUNTS)


@st.composite
def panels(draw: st.DrawFn) -> tuple[pd.DataFrame, pd.DataFrame]:
    """One to eight households in up to three waves, some not interviewed, some not known, in groups."""
    names = [f"RT-{at}" for at in range(draw(st.integers(1, 8)))]
    rows = [
        (name, wave, *draw(ANSWERS))
        for name in names
        for wave in range(3)
        if draw(st.booleans()) or (wave == 0 and name == names[0])
    ]

    def each(*values: str | None) -> list[str | None]:
        return draw(st.lists(st.sampled_from(values), min_size=len(names), max_size=len(names)))

    listed = homes(
        names,
        studi=each("peserta", "pembanding", None),
        id_kelompok=each("K1", "K2", None),
        jenis_kelamin_kk=each("L", "P", None),
    )
    given = pd.DataFrame(rows, columns=["id", "wave", "belanja", "pendapatan_rt"])
    return arranged(given.astype({"belanja": "float64", "pendapatan_rt": "float64"})), listed


@st.composite
def levelled(draw: st.DrawFn) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Eight to forty-four households, in each level none or about ten, who change places in the next wave."""
    of_level = {"miskin": (3e5, 1e6), "rentan": (5e5, 1e6), "menengah": (8e5, 1e6), "stabil": (8e5, 3e6)}
    about_ten = st.sampled_from([0, 8, 9, 10, 11])
    levels = [level for level in ORDER for _household in range(draw(about_ten))] or ["miskin"] * 9
    names = [f"RT-{at}" for at in range(len(levels))]
    rows = [
        (name, wave, *of_level[level])
        for wave, order in enumerate((levels, draw(st.permutations(levels))))
        for name, level in zip(names, order, strict=True)
    ]
    given = pd.DataFrame(rows, columns=["id", "wave", "belanja", "pendapatan_rt"])
    return arranged(given), homes(names, studi=["peserta"] * len(names))


def levels_of(result: Graduation) -> dict[str, str]:
    if isinstance(result.follow_up, NotEstimable):
        return {}
    plan = result.follow_up.plan
    return dict(zip(plan["id_rt"], plan["last"], strict=True))


@CASES
@given(panels(), st.floats(0, 5_000_000))
def test_more_income_never_lowers_a_level(panel: tuple[pd.DataFrame, pd.DataFrame], more: float) -> None:
    surveyed, listed = panel
    richer = surveyed.assign(
        pendapatan_rt=surveyed["pendapatan_rt"] + more, belanja_makanan=surveyed["belanja_makanan"] + more
    )
    before, after = (levels_of(assess(one, homes=listed)) for one in (surveyed, richer))
    assert before.keys() == after.keys()
    for name, level in before.items():
        if level in ORDER:
            assert ORDER.index(after[name]) >= ORDER.index(level)
        else:
            assert after[name] == level  # what is not known stays so


@CASES
@given(panels())
def test_levels_and_the_unknown_are_all_that_were_interviewed(
    panel: tuple[pd.DataFrame, pd.DataFrame],
) -> None:
    surveyed, listed = panel
    result = assess(surveyed, homes=listed)
    if isinstance(result.levels, NotEstimable):
        return
    arms = listed.set_index("id_rt")["studi"].fillna("peserta")
    interviews = surveyed.groupby([surveyed["id_rt"].map(arms), "gelombang"]).size()
    counted = result.levels.table.groupby(["group", "wave"])["households"].sum()
    assert counted.to_dict() == interviews.to_dict()
    known = result.levels.table[result.levels.table["level"] != "tidak_diketahui"]
    sums = known.groupby(["group", "wave"])[["households", "base"]].agg(
        {"households": "sum", "base": "first"}
    )
    assert sums["households"].tolist() == sums["base"].tolist()


@CASES
@given(panels())
def test_the_margins_of_the_matrix_are_the_counts(panel: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    surveyed, listed = panel
    result = assess(surveyed, homes=listed)
    if isinstance(result.movement, NotEstimable):
        return
    matrix, moves = result.movement.matrix, result.movement.participants
    matched = moves.coverage["matched"].item()
    assert matrix["households"].sum() == matched
    by_start = matrix.groupby("start")["households"].sum()
    assert by_start.to_dict() == matrix.groupby("start")["base"].first().to_dict()
    place = {level: at for at, level in enumerate(ORDER)}
    risen = matrix[matrix["end"].map(place) > matrix["start"].map(place)]["households"].sum()
    fallen = matrix[matrix["end"].map(place) < matrix["start"].map(place)]["households"].sum()
    assert (moves.up["moved"].item(), moves.fell["moved"].item()) == (risen, fallen)
    if result.criteria.beyond:
        return  # a criterion that nobody was asked needs no answer
    seen = {
        name: set(rows["gelombang"])
        for name, rows in surveyed.dropna(subset=["pendapatan_rt", "belanja_makanan"]).groupby("id_rt")
    }
    arms = listed.set_index("id_rt")["studi"].fillna("peserta")
    both = [name for name in seen if arms[name] == "peserta" and {0, result.movement.last} <= seen[name]]
    assert matched == len(both)


@CASES
@given(panels())
def test_every_participant_has_one_step(panel: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    surveyed, listed = panel
    result = assess(surveyed, homes=listed)
    if isinstance(result.follow_up, NotEstimable):
        return
    participants = set(listed.loc[listed["studi"].fillna("peserta") == "peserta", "id_rt"])
    assert set(result.follow_up.plan["id_rt"]) == participants
    assert result.follow_up.steps["households"].sum() == len(participants)


@CASES
@given(panels(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing_and_no_input_is_changed(
    panel: tuple[pd.DataFrame, pd.DataFrame], random: object
) -> None:
    surveyed, listed = panel
    kept = surveyed.copy(deep=True), listed.copy(deep=True)
    order = list(range(len(surveyed)))
    random.shuffle(order)
    plain, shuffled = assess(surveyed, homes=listed), assess(surveyed.iloc[order], homes=listed[::-1])
    for one, other in zip(tables_of(plain), tables_of(shuffled), strict=True):
        pd.testing.assert_frame_equal(one, other)
    pd.testing.assert_frame_equal(surveyed, kept[0])
    pd.testing.assert_frame_equal(listed, kept[1])


@CASES
@given(panels())
def test_a_public_result_names_no_household_and_an_internal_one_only_in_the_list(
    panel: tuple[pd.DataFrame, pd.DataFrame],
) -> None:
    surveyed, listed = panel
    result = assess(surveyed, homes=listed)
    public = release(result, audience="public", language="id").result
    assert not [table for table in tables_of(public) if "RT-" in table.to_csv()]
    internal = release(result, audience="internal", language="id").result
    assert all("id_rt" in table for table in tables_of(internal) if "RT-" in table.to_csv())


def tables_of(value: object) -> list[pd.DataFrame]:
    """Every table of a result, however deep."""
    if isinstance(value, pd.DataFrame):
        return [value]
    if dataclasses.is_dataclass(value):
        return [table for one in dataclasses.fields(value) for table in tables_of(getattr(value, one.name))]
    return []


def test_no_published_count_is_below_ten() -> None:
    counts, published = [], []

    @CASES
    @given(levelled())
    def every_panel(panel: tuple[pd.DataFrame, pd.DataFrame]) -> None:
        surveyed, listed = panel
        result = assess(surveyed, homes=listed)
        public = release(result, audience="public", language="id").result
        if isinstance(result.levels, NotEstimable) or isinstance(public.levels, NotEstimable):
            return
        keys = ["group", "wave", "level"]
        both = result.levels.table.merge(public.levels.table, on=keys, suffixes=("", "_shown"))
        assert len(both) == len(result.levels.table)
        # Shown counts are rounded: nine would look like ten.
        hidden = both["households_shown"].map(lambda shown: isinstance(shown, str))
        counts.extend(both["households"])
        published.extend(both.loc[~hidden, "households"])

    every_panel()
    assert {8, 9, 10, 11} <= set(counts)
    assert min(published) == 10
