"""What people are told and shown about the answers of the survey."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from exhibit_reading import cells, drawing, numbers, said, shown, strings

sys.path.append(str(Path(__file__).parents[1] / "analysis"))

from description_cases import PRICES, described, households, mixed, sample, waves

from pasar_nb.analysis.description import Description
from pasar_nb.disclosure.rounding import rounded
from pasar_nb.figures import description as figures
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message
from pasar_nb.page.bundles import bundles_of
from pasar_nb.prose import description as prose
from pasar_nb.tables import description as tables
from pasar_nb.tables.display import DisplayTable
from pasar_nb.tables.rendering import to_html, to_json, to_text

HOSTILE = "<img src=x onerror=alert(1)> {nilai} {0} {"
CAUSAL = {
    "id": ("menyebabkan", "disebabkan", "karena", "berkat", "dampak", "akibat", "pengaruh"),
    "en": ("impact", "effect", "because of", "due to", "caused", "thanks to"),
}


@cache
def two_arms() -> Description:
    return described(*mixed(n=90), outcome="pendapatan_rt", prices=PRICES)


@cache
def nominal() -> Description:
    return described(*mixed(n=90), outcome="pendapatan_rt")


@cache
def trenggalek() -> Description:
    return sample("3503")[0]


@cache
def baseline_only() -> Description:
    survey, homes = mixed(n=60)
    return described(survey[survey["gelombang"] == 0], homes, outcome="pendapatan_rt")


@cache
def later_only() -> Description:
    survey, homes = mixed(n=60)
    return described(survey[survey["gelombang"] == 1], homes)


@cache
def yes_or_no() -> Description:
    return described(*mixed(n=90), outcome="produk_keuangan")


@cache
def tiny() -> Description:
    return described(*mixed(n=8), outcome="pendapatan_rt")


@cache
def empty() -> Description:
    return described(waves({"jam_kerja": [1.0]}).iloc[:0], households(0))


@cache
def hostile() -> Description:
    survey, homes = mixed(n=60)
    survey = survey.rename(columns={"jam_kerja": "panen", "pasar_utama": "jalan"})
    survey["jalan"] = np.where(survey["jalan"] == "desa", HOSTILE, "=1+1")
    declared = pd.DataFrame(
        [("panen", HOSTILE, HOSTILE, "angka", None, None), ("jalan", HOSTILE, None, "kategori", None, None)],
        columns=["variabel", "nama", "satuan", "jenis", "arah", "tema"],
    )
    return described(survey, homes.assign(desa=HOSTILE), outcome="panen", variables=declared)


CASES = (two_arms, nominal, trenggalek, baseline_only, later_only, yes_or_no, tiny, empty, hostile)
every_case = pytest.mark.parametrize("make", CASES, ids=[one.__name__ for one in CASES])
audiences = pytest.mark.parametrize("audience", ["public", "internal"])


@cache
def seen(make: Callable, audience: str = "public", language: str = "id") -> Any:
    return shown(make(), audience, language)


def every(module: Any, case: Any) -> list[Any]:
    answers = [getattr(module, name)(case) for name in module.__all__]
    return [one for answer in answers for one in (answer if isinstance(answer, tuple) else (answer,))]


# Sentences


@every_case
@audiences
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_sentence_is_whole_and_names_no_cause(make: Callable, audience: str, language: str) -> None:
    for answer in every(prose, seen(make, audience, language)):
        (text,) = said(answer, language)
        plain = text.replace(HOSTILE, "X").replace(HOSTILE.lower(), "X")
        assert plain.endswith("."), text
        assert "  " not in plain
        assert not {"nan", "NaN", "None", "<NA>", "inf", "True", "False"} & set(plain.split()), text
        assert not [word for word in CAUSAL[language] if word in plain.lower()], text


@every_case
def test_both_languages_tell_the_same_numbers(make: Callable) -> None:
    both = every(prose, seen(make)), every(prose, seen(make, "public", "en"))
    for indonesian, english in zip(*both, strict=True):
        (one,), (other,) = said(indonesian), said(english, "en")
        digits = [sum(letter.isdigit() for letter in text) for text in (one, other)]
        assert digits[0] == digits[1], (one, other)


def test_levels_are_told_with_their_n_and_as_of_whoever_answered() -> None:
    (text,) = said(prose.levels(seen(trenggalek)))
    assert "pendapatan rumah tangga Rp1.890.000 pada survei awal (n = 125), lalu Rp2.230.000" in text
    assert "belum tentu rumah tangga yang sama" in text
    assert text.count("n = ") == 10


def test_the_owner_reads_exact_numbers() -> None:
    (text,) = said(prose.levels(seen(trenggalek, "internal")))
    assert "Rp1.890.797 pada survei awal (n = 126)" in text


def test_real_and_nominal_rupiah_are_called_so() -> None:
    assert "Nilai rupiah adalah rupiah Januari 2025." in said(prose.overview(seen(two_arms)))[0]
    (text,) = said(prose.overview(seen(nominal)))
    assert "nominal" in text
    assert "Tabel ihk belum ada" in text


def test_themes_without_an_answer_are_named() -> None:
    (text,) = said(prose.overview(seen(two_arms)))
    assert "5 di antara enam tema" in text
    assert "Belum ada jawaban tentang peluang ekonomi." in text
    assert "keenam tema" in said(prose.overview(seen(trenggalek)))[0]


def test_baseline_alone_is_not_compared_with_anything() -> None:
    for answer in every(prose, seen(baseline_only)):
        assert "lalu" not in said(answer)[0].split()


def test_few_households_are_a_reason_without_their_number() -> None:
    for answer in (prose.levels(seen(tiny)), prose.spending(seen(tiny))):
        assert isinstance(answer, NotEstimable)
        assert "8" not in said(answer)[0]


def test_a_small_sample_is_called_small() -> None:
    homes = households(20)
    found = described(waves({"jam_kerja": np.arange(20.0)}), homes)
    assert "n = 20, sampel kecil" in said(prose.levels(shown(found)))[0]


def test_hidden_splits_are_named_with_the_reason() -> None:
    (text,) = said(prose.hidden_splits(seen(trenggalek)))
    assert "kelompok adat" in text
    assert "POKMAS hanya ada pada laporan bagi pemilik data" in text
    assert "disabilitas tidak ditampilkan" in text


# Tables


@every_case
@audiences
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_table_can_be_shown_in_every_form(make: Callable, audience: str, language: str) -> None:
    names = set()
    for table in every(tables, seen(make, audience, language)):
        if isinstance(table, NotEstimable):
            assert said(table, language)[0].endswith(".")
            continue
        assert isinstance(table, DisplayTable)
        assert table.name not in names
        names.add(table.name)
        assert len(table.columns) <= (14 if audience == "internal" else 12)
        assert to_text(table, language)  # type: ignore[arg-type]
        if make in (two_arms, hostile):
            assert "<img" not in to_html(table, language)  # type: ignore[arg-type]
        json.dumps(to_json(table, language), allow_nan=False)  # type: ignore[arg-type]


@every_case
def test_tables_of_the_public_hold_no_extremes_and_three_digits(make: Callable) -> None:
    for table in (tables.amounts(seen(make)), tables.numbers(seen(make))):
        if isinstance(table, NotEstimable):
            continue
        assert not {"least", "most"} & {one.name for one in table.columns}
        for name in ("mean", "median", "deviation", "mean_other"):
            for value in cells(table, name) if name in table.frame and name in _shown(table) else ():
                assert value is None or value == pytest.approx(rounded(float(value)), rel=1e-12)


def _shown(table: DisplayTable) -> set[str]:
    return {one.name for one in table.columns}


def test_the_owner_of_the_data_sees_the_range() -> None:
    table = tables.amounts(seen(two_arms, "internal"))
    assert isinstance(table, DisplayTable)
    assert all(cells(table, "least")[at] <= cells(table, "most")[at] for at in range(len(table.frame)))


def test_the_comparison_group_stands_beside_the_participants() -> None:
    exact = two_arms().statistics.query("measure == 'jam_kerja' and wave == '1'").set_index("arm")
    table = tables.numbers(seen(two_arms, "internal"))
    assert isinstance(table, DisplayTable)
    (at,) = np.flatnonzero((table.frame["measure"] == "jam_kerja") & (table.frame["wave"] == "1"))
    assert cells(table, "mean")[at] == exact.at["peserta", "mean"]
    assert cells(table, "mean_other")[at] == exact.at["pembanding", "mean"]
    assert cells(table, "n_other")[at] == exact.at["pembanding", "n"]


def test_a_split_stands_with_the_first_and_the_last_wave_side_by_side() -> None:
    first, *_others = tables.splits(seen(two_arms, "internal"))
    sex = next(split.table for split in two_arms().splits if split.kind == "sex")
    own = sex[(sex["measure"] == "pendapatan_rt") & (sex["group"] == "P")].set_index("wave")["mean"]
    at = cells(first, "group_name").index("Kepala rumah tangga perempuan")
    assert (cells(first, "mean_before")[at], cells(first, "mean_after")[at]) == (own["0"], own["1"])


def test_measures_of_a_later_wave_alone_are_split_all_the_same() -> None:
    first, *_others = tables.splits(seen(later_only, "internal"))
    assert all(cell is None for cell in cells(first, "mean_before"))
    assert all(cell is not None for cell in cells(first, "mean_after"))


# Figures


@every_case
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_figure_can_be_drawn_and_read(make: Callable, language: str) -> None:
    for figure in every(figures, seen(make, "public", language)):
        if isinstance(figure, NotEstimable):
            assert said(figure, language)[0].endswith(".")
            continue
        drawing(figure)
        assert figure.title.text(language).endswith(".")
        assert "n" in figure.note.text(language)
        assert not [word for word in CAUSAL[language] if word in figure.title.text(language).lower()]
        for bundle in bundles_of(figure, language):  # type: ignore[arg-type]
            read_as_markup = {form: one for form, one in bundle.data.items() if form != "text/plain"}
            assert "<img" not in json.dumps(read_as_markup, allow_nan=False)


def test_bars_of_a_wave_add_up_to_about_everybody_and_show_no_household() -> None:
    figure = drawing(figures.main_distribution(seen(trenggalek)))
    assert len(figure["data"]) == 2
    for bars in figure["data"]:
        assert sum(numbers_of(bars)) == pytest.approx(100, abs=12)  # shares of counts rounded to five
    assert not [text for text in strings(figure) if text.startswith("RT-")]


def numbers_of(bars: dict[str, Any]) -> list[float]:
    return (
        [float(value) for value in numbers(bars["x"])]
        if isinstance(bars["x"], list)
        else list(_decoded(bars["x"]))
    )


def _decoded(array: dict[str, str]) -> np.ndarray:
    import base64

    return np.frombuffer(base64.b64decode(array["bdata"]), dtype=array["dtype"])


@pytest.mark.parametrize(("audience", "warned"), [("public", True), ("internal", False)])
def test_shares_of_rounded_counts_are_said_not_to_add_up(audience: str, warned: bool) -> None:
    note = figures.main_distribution(seen(two_arms, audience)).note.text("id")
    assert ("tidak selalu berjumlah 100%" in note) is warned


def test_the_title_of_a_distribution_is_what_the_bars_say() -> None:
    found = figures.main_distribution(seen(trenggalek))
    assert not isinstance(found, NotEstimable)
    title = found.title.text("id")
    one = seen(trenggalek).result.distributions[0]
    highest = one.table.groupby("wave")["share"].last()
    assert f"{round(highest['0'] * 100)}% peserta pada survei awal" in title
    assert f"{round(highest['2'] * 100)}% pada survei terakhir" in title
    assert isinstance(found.title, Message)


def test_every_part_of_spending_is_drawn_for_both_arms_before_and_after() -> None:
    figure = drawing(figures.spending(seen(trenggalek)))
    assert len(figure["data"]) == 6
    assert len({bars["marker"]["color"] for bars in figure["data"]}) == 6
    parts = np.array([numbers_of(bars) for bars in figure["data"]])
    assert parts.shape == (6, 4)
    np.testing.assert_allclose(parts.sum(axis=0), 100, atol=0.2)


def test_a_tiny_district_draws_nothing() -> None:
    for figure in every(figures, seen(tiny)):
        assert isinstance(figure, NotEstimable)
