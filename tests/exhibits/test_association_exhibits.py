"""What is said, drawn and tabulated of support and change: true to the numbers, never a cause."""

from __future__ import annotations

import html
import json
import re
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import pytest
from association_cases import district, in_groups, level_prices, varied

from pasar_nb.analysis import association
from pasar_nb.analysis.association import Association
from pasar_nb.disclosure import Released, release
from pasar_nb.figures import association as figures
from pasar_nb.figures.frame import ReportFigure
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message
from pasar_nb.prose import association as prose
from pasar_nb.tables import association as tables
from pasar_nb.tables.display import DisplayTable

Shown = Released[Association]
CAUSES = re.compile(
    r"\b(dampak\w*|karena|berkat|akibat\w*|\w*sebabkan|pengaruh\w*|efek\w*|impact\w*|due to|caused)\b",
    re.I,
)
FLAT = level_prices("2024-01", "2025-01")


def _shown(data: Any, audience: str = "public", outcome: str = "pendapatan_rt", **options: Any) -> Shown:
    result = association.correlate(*data, outcome=outcome, price_index=FLAT, draws=300, **options)
    return release(result, audience=audience, language="id")  # type: ignore[arg-type]


@cache
def rising() -> Shown:
    contacts, change = varied(63)
    return _shown(district(contacts, change, groups=in_groups(63, 9)))


@cache
def falling() -> Shown:
    contacts, change = varied(63)
    return _shown(district(contacts, -change))


@cache
def unclear() -> Shown:
    contacts, _change = varied(63)
    return _shown(district(contacts, np.random.default_rng(5).normal(size=63)))


@cache
def not_after_holm() -> Shown:
    """A relation of contacts that four tests at once make doubtful."""
    random = np.random.default_rng(10)
    contacts = random.integers(0, 12, 60)
    homes, survey, given = district(contacts, 0.28 * contacts / 3.4 + random.normal(size=60))
    given["jenis"] = random.choice(["teknis", "sosial", "pelatihan"], len(given))
    given["jam"] = random.uniform(1, 5, len(given))
    return _shown((homes, survey, given))


@cache
def small() -> Shown:
    contacts, change = varied(20)
    return _shown(district(contacts, change))


@cache
def refused() -> Shown:
    homes, survey, given = district(*varied(40))
    return _shown((homes, survey, given.iloc[:0]))


CASES = {one.__name__: one for one in (rising, falling, unclear, not_after_holm, small, refused)}
EVERY_CASE = pytest.mark.parametrize("make", CASES.values(), ids=CASES.keys())


def sentences(case: Shown) -> list[str]:
    said = (
        *(prose.relation(case), prose.kinds(case), prose.before(case)),
        *prose.limits(case),
    )
    return [(one.reason if isinstance(one, NotEstimable) else one).text("id") for one in said]


def text(said: Message | NotEstimable) -> str:
    assert isinstance(said, Message)
    return said.text("id")


@EVERY_CASE
def test_no_sentence_and_no_title_names_a_cause(make) -> None:
    case = make()
    drawn = figures.correlation_forest(case)
    titles = [drawn.title.text("id"), drawn.note.text("id")] if isinstance(drawn, ReportFigure) else []
    for sentence in (*sentences(case), *titles):
        assert not CAUSES.search(sentence), sentence
        assert sentence.endswith(".")
        assert "{" not in sentence


@pytest.mark.parametrize("make", [rising, falling, unclear, not_after_holm, small])
def test_the_relation_is_told_with_number_interval_n_and_the_caution(make) -> None:
    said = text(prose.relation(make()))
    assert re.search(
        r"korelasi Spearman −?\d,\d\d; selang 95%: −?\d,\d\d sampai −?\d,\d\d; n = \d+ rumah", said
    )
    assert said.endswith("Kaitan ini tidak menunjukkan sebab.")


def test_the_direction_and_the_numbers_are_those_of_the_result() -> None:
    row = rising().result.correlations.table.iloc[0]  # type: ignore[union-attr]
    number = f"{row['spearman']:.2f}".replace(".", ",")
    assert "lebih tinggi" in text(prose.relation(rising()))
    assert f"Spearman {number};" in text(prose.relation(rising()))
    assert "lebih rendah" in text(prose.relation(falling()))
    assert "Tidak terlihat kaitan yang jelas" in text(prose.relation(unclear()))


def test_a_relation_that_does_not_outlast_the_correction_is_not_called_one() -> None:
    said = text(prose.relation(not_after_holm()))
    assert "belum pasti" in said
    assert "ukuran diuji sekaligus" in said


def test_a_small_sample_is_called_one() -> None:
    assert "Sampel kecil" in text(prose.relation(small()))
    assert "Sampel kecil" not in text(prose.relation(rising()))


def test_the_caution_says_that_those_who_come_more_often_differ() -> None:
    assert "dapat berbeda dari yang lain sejak awal" in prose.limits(rising())[0].text("id")


def test_what_is_refused_is_refused_by_every_exhibit_with_the_same_reason() -> None:
    case = refused()
    for exhibit in (
        *(prose.relation(case), prose.kinds(case), prose.before(case)),
        figures.correlation_forest(case),
        *(tables.correlations(case), tables.received(case)),
    ):
        assert exhibit == case.result.correlations


def test_the_public_never_reads_an_exact_count_of_households() -> None:
    # 63 households are 65 in public; nothing else says 63
    everything = [*sentences(rising()), figures.correlation_forest(rising()).note.text("id")]  # type: ignore[union-attr]
    assert any("n = 65 rumah tangga" in one for one in everything)
    assert not any("63" in one for one in everything)
    assert rising().result.n == 65


def test_households_and_the_owner_s_numbers_stay_inside() -> None:
    contacts, change = varied(63)
    case = _shown(district(contacts, change), audience="internal")
    assert case.result.n == 63
    assert "n = 63 rumah tangga" in text(prose.relation(case))
    assert not any("RT-" in one for one in sentences(case))


def test_a_measure_of_fewer_than_ten_households_has_no_number() -> None:
    homes, survey, given = district(*varied(40))
    few = given[given["id_rt"].isin([f"RT-{place:04d}" for place in range(8)])]
    result = _shown((homes, survey, few)).result
    assert isinstance(result, Association)
    received = result.received.set_index("measure")
    assert received.loc["bagian_hadir", "n"] == "*" or received.loc["bagian_hadir", "n"] == "<10"
    assert pd.isna(received.loc["bagian_hadir", "mean"])


def test_the_forest_draws_each_coefficient_with_its_bounds() -> None:
    case = not_after_holm()
    drawn = figures.correlation_forest(case)
    assert isinstance(drawn, ReportFigure)
    table = case.result.correlations.table  # type: ignore[union-attr]
    content = json.loads(drawn.drawing.to_json())
    lines, points = content["data"]
    assert points["x"] == table["spearman"].round(4).tolist()
    bounds = [value for value in lines["x"] if value is not None]
    assert bounds == [round(value, 4) for row in table[["low", "high"]].to_numpy() for value in row]
    filled = [symbol == "circle" for symbol in points["marker"]["symbol"]]
    assert filled == (table["p_holm"] < 0.05).tolist()
    assert len(content["layout"]["yaxis"]["ticktext"]) == len(table)


def test_the_tables_show_every_tested_measure_and_every_kind_of_support() -> None:
    correlations, received = tables.correlations(not_after_holm()), tables.received(not_after_holm())
    assert isinstance(correlations, DisplayTable)
    assert isinstance(received, DisplayTable)
    assert len(correlations.frame) == len(not_after_holm().result.correlations.table)  # type: ignore[union-attr]
    assert len(received.frame) == 8


def test_an_outcome_with_a_hostile_name_stays_text() -> None:
    contacts, change = varied(40)
    homes, survey, given = district(contacts, change)
    name = "<b>untung</b>_{bersih}"
    case = _shown((homes, survey.rename(columns={"pendapatan_rt": name}), given), outcome=name)
    assert "<b>untung</b> {bersih}" in text(prose.relation(case))
    drawn = figures.correlation_forest(case)
    assert isinstance(drawn, ReportFigure)
    # the title is escaped where it becomes HTML; the drawing itself has no name of the data in it
    assert "untung" not in html.unescape(drawn.drawing.to_json())
