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
from pasar_nb.language import Message, verbatim
from pasar_nb.prose import association as prose
from pasar_nb.report.exhibits import shown_as
from pasar_nb.tables import association as tables
from pasar_nb.tables.display import DisplayTable
from pasar_nb.tables.rendering import to_json
from pasar_nb.vocabulary import TABLE_TYPE

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


@cache
def related(audience: str = "public", language: str = "id") -> Any:
    """63 households in which schooling goes with income, and sales are volume times price."""
    contacts, change = varied(63)
    homes, survey, given = district(contacts, change, groups=in_groups(63, 21))
    random = np.random.default_rng(6)
    steps = random.integers(0, 4, 63)
    names = np.array(["tidak sekolah", "SD", "SMP", "SMA"])[steps]
    both = np.concatenate([steps, steps])
    volume = random.gamma(2, 10, 126)
    survey = survey.assign(
        pendapatan_rt=survey["pendapatan_rt"] + 120 * both,
        jam_kerja=random.integers(4, 10, 126),
        volume_jual=volume,
        nilai_jual=volume * random.gamma(9, 10, 126),
        produk_keuangan=random.random(126) < 0.5,
        pasar_utama=random.choice(["desa", "kota"], 126),
    )
    homes = homes.assign(pendidikan_kk=names, disabilitas=False)
    variables = pd.DataFrame(columns=["variabel", "nama", "satuan", "jenis", "arah", "tema"], dtype="str")
    outcome = association.correlate(homes, survey, given, outcome="pendapatan_rt", price_index=FLAT)
    assert outcome.outcome == "pendapatan_rt"
    unknown = NotEstimable(verbatim("Belum ditetapkan."))
    found = association.relate(homes, survey, given, variables=variables, outcome=unknown, price_index=FLAT)
    return release(found, audience=audience, language=language)  # type: ignore[arg-type]


def pair_sentences(case: Any) -> list[str]:
    said = (prose.pairs(case), prose.schooling(case), prose.changes_together(case))
    drawn = figures.matrix(case)
    assert isinstance(drawn, ReportFigure)
    shown = (tables.strongest(case), tables.strongest_changes(case), tables.all_pairs(case))
    notes = [one.note for one in shown if isinstance(one, DisplayTable)]
    texts = [*said, *notes, drawn.title, drawn.note, drawn.alternative]
    return [
        (one.reason if isinstance(one, NotEstimable) else one).text(case.language)
        for one in texts
        if one is not None
    ]


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_sentence_on_pairs_names_a_cause_and_none_tells_an_exact_count(language: str) -> None:
    for sentence in pair_sentences(related(language=language)):
        assert not CAUSES.search(sentence), sentence
        assert sentence.endswith(".")
        assert "63" not in sentence
    assert any("n = 65" in one for one in pair_sentences(related(language=language)))


def test_schooling_and_income_are_asked_by_name_with_the_direction() -> None:
    said = text(prose.schooling(related()))
    assert "berpendidikan lebih tinggi cenderung mempunyai pendapatan rumah tangga lebih tinggi" in said
    assert re.search(r"Spearman 0,\d\d; selang 95%: 0,\d\d sampai 0,\d\d; n = 65 rumah tangga", said)
    assert said.endswith("Kaitan ini tidak menunjukkan sebab.")


def test_what_is_left_out_of_the_matrix_is_named_in_the_sentence() -> None:
    assert "anggota penyandang disabilitas (hampir semua rumah tangga sama)" in text(prose.pairs(related()))


def test_the_matrix_draws_a_number_in_clear_cells_only_and_tells_n_of_each() -> None:
    case = related()
    drawn = figures.matrix(case)
    assert isinstance(drawn, ReportFigure)
    content = json.loads(drawn.drawing.to_json())
    matrix = case.result.levels
    drawn_pairs = matrix.table[
        matrix.table["one"].isin(matrix.drawn) & matrix.table["other"].isin(matrix.drawn)
    ]
    cells = [one for one in content["layout"]["shapes"] if one["type"] == "rect"]
    assert len(cells) == len(drawn_pairs)
    texts = [one["text"] for one in content["layout"]["annotations"]]
    numbers = [one for one in texts if re.fullmatch(r"−?\d,\d\d", one)]
    clear = (drawn_pairs["p_bh"] < 0.05) & (drawn_pairs["arithmetic"] == "")
    assert len(numbers) == int(clear.sum()) > 0
    assert texts.count("=") == int((drawn_pairs["arithmetic"] != "").sum()) > 0
    assert all(re.search(r"n = \d+$", one) for one in content["data"][0]["text"])


def test_on_a_telephone_the_matrix_becomes_a_list_of_pairs_with_intervals() -> None:
    drawn = figures.matrix(related())
    assert isinstance(drawn, ReportFigure)
    layout = json.loads(drawn.drawing.to_json())["layout"]
    narrow = layout["meta"]["narrow"]
    assert narrow["y"] == [[]]
    assert all("<br>" in one["text"] or len(one["text"]) <= 40 for one in narrow["annotations"])
    assert all(0 <= shape["x0"] <= shape["x1"] <= 1.02 for shape in narrow["shapes"])
    assert narrow["yaxis.range"][0] == narrow["height"] - 16


def test_all_pairs_go_to_the_workbook_and_stay_off_the_page() -> None:
    table = tables.all_pairs(related())
    assert isinstance(table, DisplayTable)
    assert len(table.frame) == len(related().result.levels.table)
    assert to_json(table, "id")["workbook_only"]
    output = {"data": {TABLE_TYPE: to_json(table, "id")}}
    assert shown_as(output) is None
    shorter = {"data": {TABLE_TYPE: to_json(tables.strongest(related()), "id")}}  # type: ignore[arg-type]
    assert shown_as(shorter) == TABLE_TYPE


def test_the_change_by_dose_is_drawn_and_told_with_interval_and_rounded_n() -> None:
    case = rising()
    said = text(prose.by_dose(case))
    doses = case.result.doses
    assert not isinstance(doses, NotEstimable)
    assert said.count("selang 95%") == len(doses.table)
    drawn = figures.change_by_dose(case)
    assert isinstance(drawn, ReportFigure)
    points = json.loads(drawn.drawing.to_json())["data"][1]
    assert points["x"] == pytest.approx(doses.table["mean"].tolist(), rel=1e-3)
    assert all(n % 5 == 0 for n in doses.table["n"])
    assert not CAUSES.search(drawn.title.text("id") + said)


def test_what_is_unclear_is_neither_drawn_as_clear_nor_told_as_none() -> None:
    for case, said in ((rising(), False), (unclear(), True)):
        drawn = figures.change_by_dose(case)
        assert isinstance(drawn, ReportFigure)
        assert ("tidak jelas berkaitan" in drawn.title.text("id")) is said
    assert "berkaitan jelas dengan perubahan itu" in text(prose.kinds(unclear()))


def test_the_family_says_how_many_tests_it_holds_and_shows_the_partial_beside_the_plain() -> None:
    case = not_after_holm()
    said = text(prose.outcomes_asked(case))
    family = case.result.family
    assert not isinstance(family, NotEstimable)
    assert f"Seluruhnya {len(family.table)} uji" in said
    assert "disetarakan" in said
    assert not CAUSES.search(said)
    shown = tables.by_outcome(case)
    assert isinstance(shown, DisplayTable)
    assert {"spearman", "partial"} <= {column.name for column in shown.columns}


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
    named = pd.DataFrame({"variabel": [name], "nama": [None], "satuan": ["kg"], "jenis": ["angka"]})
    survey = survey.rename(columns={"pendapatan_rt": name})
    case = _shown((homes, survey, given), outcome=name, variables=named)
    assert "<b>untung</b> {bersih}" in text(prose.relation(case))
    drawn = figures.correlation_forest(case)
    assert isinstance(drawn, ReportFigure)
    # the title is escaped where it becomes HTML; the drawing itself has no name of the data in it
    assert "untung" not in html.unescape(drawn.drawing.to_json())
