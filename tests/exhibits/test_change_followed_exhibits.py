"""What people are told and shown of rises and falls, of subgroups, and of the path over the waves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd
import pytest
from causal_words import claims
from change_cases import assess, panel, price_index
from exhibit_reading import shown
from test_change_exhibits import answers, text

from pasar_nb.analysis.change import HouseholdChange
from pasar_nb.analysis.change.followed import OutcomePath
from pasar_nb.figures import change as figures
from pasar_nb.figures.frame import ReportFigure
from pasar_nb.language import Message
from pasar_nb.page.bundles import bundles_of
from pasar_nb.prose import change as prose
from pasar_nb.tables import change as tables
from pasar_nb.tables.display import DisplayTable
from pasar_nb.tables.rendering import to_html, to_text

PRICES = price_index(("2024-01", 100.0, 2022), ("2024-07", 102.0, 2022), ("2025-01", 104.0, 2022))
HOSTILE = "<img src=x onerror=alert(1)> {nilai} {0} {"


@cache
def several(apart: float = 0.0, missing: int = 0, extreme: int = 0) -> HouseholdChange:
    """Ninety participants in three waves and nine groups; women rise by `apart` more than men."""
    random, n = np.random.default_rng(3), 90
    sexes = np.resize(["L", "P", "L"], n)
    first = random.normal(1_000_000, 150_000, n)
    last = first + random.normal(80_000, 90_000, n) + apart * (sexes == "P")
    last[:extreme] += 5_000_000
    homes, survey = panel(first, last, groups=[f"K{place // 10}" for place in range(n)])
    survey.loc[survey["gelombang"] == 1, "gelombang"] = 2
    middle = pd.DataFrame(
        {
            "id_rt": homes["id_rt"].iloc[missing:],
            "gelombang": 1,
            "tanggal": pd.Timestamp("2024-07-10"),
            "pendapatan_rt": (first + random.normal(0, 90_000, n))[missing:],
        }
    )
    homes = homes.assign(
        jenis_kelamin_kk=sexes,
        usia_kk=np.resize([28, 40, 50, 66], n),
        desil=np.resize([1, 2, 3, 5], n),
        disabilitas=pd.array(np.arange(n) < 4, dtype="boolean"),
        desa=np.repeat(["Pule", HOSTILE, "Joho"], 30),
    )
    return assess(homes, pd.concat([survey, middle], ignore_index=True), prices=PRICES)


def women_rise_more() -> HouseholdChange:
    return several(apart=300_000.0)


def with_extremes() -> HouseholdChange:
    return several(extreme=12)


def missed_a_wave() -> HouseholdChange:
    return several(missing=15)


CASES = pytest.mark.parametrize("make", [several, women_rise_more, with_extremes, missed_a_wave])


@pytest.mark.parametrize(
    ("make", "audience"),
    [
        (several, "internal"),
        (women_rise_more, "public"),
        (with_extremes, "public"),
        (missed_a_wave, "public"),
    ],
)
def test_every_sentence_is_whole_and_names_no_cause(make: Callable, audience: str) -> None:
    for name, answer in answers(prose, shown(make(), audience)):
        said = text(answer).replace(HOSTILE, "")
        assert said.endswith("."), (name, said)
        assert not {"nan", "None", "NaN", "<NA>", "inf", "True", "False"} & set(said.split()), said
        assert not claims(said, "id"), said


@CASES
def test_no_english_sentence_names_a_cause(make: Callable) -> None:
    given = shown(make(), language="en")
    for one in (prose.paired, prose.shift, prose.splits, prose.path):
        english = text(one(given), "en").lower()
        assert not claims(english, "en"), english


@pytest.mark.parametrize(
    ("make", "language"), [(women_rise_more, "id"), (with_extremes, "en"), (missed_a_wave, "id")]
)
def test_every_figure_and_table_can_be_read(make: Callable, language: str) -> None:
    given = shown(make(), language=language)
    for name in ("subgroups", "path", "changes"):
        figure = getattr(figures, name)(given)
        assert isinstance(figure, ReportFigure), name
        assert figure.title.text(language).endswith(".")
        assert "n" in figure.note.text(language)
        for bundle in bundles_of(figure, language):
            assert "<img" not in str({form: one for form, one in bundle.data.items() if form != "text/plain"})
    for _name, table in answers(tables, given):
        if isinstance(table, DisplayTable):
            assert "<img" not in to_html(table, language)  # type: ignore[arg-type]
            assert len(table.columns) <= 10


def test_a_difference_between_subgroups_is_told_with_its_test() -> None:
    given = shown(women_rise_more())
    said = text(prose.splits(given))
    assert "berbeda menurut jenis kelamin kepala rumah tangga (p" in said
    assert "diuji bersama (nilai p setelah koreksi Holm)" in said
    title = figures.subgroups(given)
    assert isinstance(title, ReportFigure)
    assert "berbeda menurut jenis kelamin" in title.title.text("id")
    assert "Uji perbedaan" in title.note.text("id")


def test_a_village_of_few_groups_is_marked_wherever_its_interval_stands() -> None:
    """Each of the villages has three of the nine groups; men and women are of all nine."""
    given = shown(several())
    table, figure = tables.group_changes(given), figures.subgroups(given)
    assert isinstance(table, DisplayTable)
    assert isinstance(figure, ReportFigure)
    for told in (table.note, figure.note):
        assert told is not None
        assert "kurang dari lima POKMAS" in told.text("id")
    read = to_text(table, "id")  # type: ignore[arg-type]
    assert "Pule\u00a0*" in read
    assert "laki-laki\u00a0*" not in read
    assert "Pule\u00a0*" in figure.alternative.text("id")
    assert "kurang dari lima POKMAS" not in text(prose.splits(given))


def test_participants_of_four_groups_are_told_so_beside_their_subgroups() -> None:
    random = np.random.default_rng(4)
    homes, survey = panel(
        np.full(60, 1e6), 1e6 + random.normal(8e4, 5e4, 60), groups=[f"K{place % 4}" for place in range(60)]
    )
    given = shown(assess(homes.assign(jenis_kelamin_kk=np.resize(["L", "L", "P", "P", "P"], 60)), survey))
    said = text(prose.splits(given))
    assert "Di balik kepala rumah tangga laki-laki dan kepala rumah tangga perempuan ada kurang dari" in said


def test_no_difference_is_told_with_what_could_have_been_found() -> None:
    said = text(prose.splits(shown(several())))
    assert "Tidak terlihat perbedaan perubahan yang jelas menurut jenis kelamin kepala rumah tangga" in said
    assert "dapat ditemukan dengan peluang 80%" in said
    assert "belum berarti keduanya berbeda" in said


def test_rises_and_falls_are_told_with_n_and_test() -> None:
    said = text(prose.shift(shown(several())))
    assert "naik" in said
    assert "(n = 90)" in said
    assert "uji peringkat bertanda Wilcoxon; p" in said
    assert "Dalam simpangan baku antarrumah tangga pada survei awal" in said
    assert "selang 95%" in said


@pytest.mark.parametrize(
    ("rose", "fell", "public", "exact"),
    [
        (38, 18, "yang naik 73% (n = 55); bagian yang lain", "yang naik 68% dan yang turun 32% (n = 56)"),
        (66, 22, "yang naik 72% (n = 90); bagian yang lain", "yang naik 75% dan yang turun 25% (n = 88)"),
        (40, 20, "yang naik 67% dan yang turun 33% (n = 60)", "yang naik 67% dan yang turun 33% (n = 60)"),
    ],
    ids=["109 per cent", "94 per cent", "100 per cent"],
)
def test_shares_of_rounded_counts_are_told_together_only_where_they_make_everybody(
    rose: int, fell: int, public: str, exact: str
) -> None:
    n = rose + fell
    change = np.where(np.arange(n) < rose, 9e4, -6e4) + np.random.default_rng(8).normal(0, 1e4, n)
    found = assess(*panel(np.full(n, 1e6), 1e6 + change), prices=PRICES)
    assert public in text(prose.shift(shown(found, "public")))
    assert exact in text(prose.shift(shown(found, "internal")))


def test_both_readings_stand_side_by_side_where_ten_or_more_are_outliers() -> None:
    given = shown(with_extremes())
    assert "rumah tangga yang perubahannya lebih dari 3 jarak antarkuartil" in text(prose.paired(given))
    table = tables.estimates(given)
    assert isinstance(table, DisplayTable)
    assert "tanpa 10 perubahan yang sangat jauh" in to_text(table, "id")  # twelve, rounded


def test_a_wave_without_clear_change_says_what_could_have_been_found() -> None:
    said = text(prose.path(shown(several())))
    assert "pada gelombang 1 (Juli 2024) tidak jelas berubah" in said
    assert "baru Rp" in said
    assert "pada gelombang 2 (Januari 2025) naik Rp" in said
    assert "n = 90 rumah tangga yang menjawab pada semua gelombang" in said


def test_all_pairs_are_shown_where_they_are_others() -> None:
    assert tables.all_pairs(shown(several())) == ()
    (table,) = tables.all_pairs(shown(missed_a_wave()))
    assert isinstance(table, DisplayTable)
    assert "90" in to_text(table, "id")
    assert "semua pasangan" in text(prose.path(shown(missed_a_wave())))


def test_a_wave_that_all_pairs_read_otherwise_is_called_uncertain() -> None:
    whole = missed_a_wave()
    assert isinstance(whole.path, OutcomePath)
    pairs = whole.path.all_pairs.assign(low=-1.0, high=1.0)
    other = replace(whole, path=replace(whole.path, all_pairs=pairs))
    assert "bacaannya lain pada gelombang" in text(prose.path(shown(other)))
    assert "bacaannya lain" not in text(prose.path(shown(whole)))


def test_villages_are_named_as_such_in_the_figure() -> None:
    drawn = figures.subgroups(shown(several()))
    assert isinstance(drawn, ReportFigure)
    axis = " ".join(drawn.drawing.layout.yaxis.ticktext)
    assert "Desa: Pule" in axis
    assert "Dengan<br>anggota" not in axis  # four households
    assert isinstance(drawn.title, Message)
