"""Who is in the data, and what people said, as sentences, tables and a drawing."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import pytest
from change_cases import assess, no_variables
from exhibit_reading import cells, drawing, every, only, said, shown

from pasar_nb.analysis import remarks, survey
from pasar_nb.figures import survey as figures
from pasar_nb.figures.frame import ReportFigure
from pasar_nb.findings import NotEstimable
from pasar_nb.prose import change as change_prose
from pasar_nb.prose import remarks as remarks_prose
from pasar_nb.prose import survey as prose
from pasar_nb.tables import change as change_tables
from pasar_nb.tables import remarks as remarks_tables
from pasar_nb.tables import survey as tables
from pasar_nb.tables.display import DisplayTable
from pasar_nb.tables.rendering import to_html, to_json, to_text

HOSTILE = "<img src=x onerror=alert(1)> {nilai} {0} {"
CAUSAL = (
    *("menyebabkan", "disebabkan", "karena", "berkat", "dampak", "akibat", "berpengaruh"),
    *("impact", "effect", "because of", "due to", "caused", "thanks to"),
)
LANGUAGES = ("id", "en")


def households(n: int, *, listed: int, left: int, village: str = "Atas") -> tuple[pd.DataFrame, pd.DataFrame]:
    """Two waves of n households of a list, of whom the first are not seen again; some answers are missing."""
    place = np.arange(listed)
    homes = pd.DataFrame(
        {
            "id_rt": [f"RT-{one:04d}" for one in place],
            "studi": "peserta",
            "desa": np.where(place % 2 == 0, village, "Bawah"),
            "id_kelompok": [f"K{one % 6}" for one in place],
            "jenis_kelamin_kk": np.where(place % 3 == 0, "P", "L"),
            "usia_kk": 30 + place % 40,
        }
    )
    asked = homes["id_rt"].to_numpy()[:n]
    waves = [
        pd.DataFrame({"id_rt": ids, "gelombang": wave, "tanggal": pd.Timestamp(f"{2024 + wave}-01-10")})
        for wave, ids in ((0, asked), (1, asked[left:]))
    ]
    answers = pd.concat(waves, ignore_index=True)
    number = answers.index.to_numpy()
    return homes, answers.assign(
        pendapatan_rt=1_000.0 + number * 3,
        tabungan=np.where(number % 5 == 0, np.nan, 500.0 + number),
        migrasi_keluar=np.where(number == 1, 1.0, 0.0),
        jam_kerja=np.where(number % 50 == 0, np.nan, 8.0 + number % 3),
    )


@cache
def large() -> Any:
    return households(100, listed=110, left=24)


@cache
def short() -> Any:
    return households(40, listed=400, left=3)


@cache
def tiny() -> Any:
    return households(6, listed=6, left=1)


@cache
def silent() -> Any:
    """Three questions left out often enough to be drawn."""
    homes, answers = households(100, listed=110, left=24)
    return homes, answers.assign(harga_jual=answers["tabungan"], bansos=answers["tabungan"])


@cache
def one_wave() -> Any:
    homes, answers = households(60, listed=60, left=0)
    return homes, answers[answers["gelombang"] == 0]


@cache
def complete() -> Any:
    homes, answers = households(60, listed=60, left=0)
    return homes, answers.drop(columns=["tabungan", "jam_kerja"])


@cache
def hostile() -> Any:
    return households(80, listed=90, left=30, village=HOSTILE)


@cache
def empty() -> Any:
    homes, answers = households(20, listed=20, left=0)
    return homes, answers.iloc[:0]


MAKERS = (large, silent, short, tiny, one_wave, complete, hostile, empty)
every_case = pytest.mark.parametrize("make", MAKERS, ids=lambda one: one.__name__)
every_audience = pytest.mark.parametrize("audience", ["public", "internal"])
every_language = pytest.mark.parametrize("language", LANGUAGES)


def examined(make: Callable[[], Any], audience: str = "internal", language: str = "id") -> Any:
    return shown(results(make)[0], audience, language)


def changed(make: Callable[[], Any], audience: str = "internal", language: str = "id") -> Any:
    return shown(results(make)[1], audience, language)


@cache
def results(make: Callable[[], Any]) -> Any:
    homes, answers = make()
    return survey.examine(homes, answers, variables=no_variables()), assess(homes, answers, draws=99)


def all_of(make: Callable[[], Any], audience: str, language: str) -> list[tuple[str, Any]]:
    given, change = examined(make, audience, language), changed(make, audience, language)
    found = [one for module in (prose, tables, figures) for one in every(module, given)]
    return [
        *found,
        ("leavers", change_prose.leavers(change)),
        ("leavers_profile", change_tables.leavers_profile(change)),
        ("leavers_by_place", change_tables.leavers_by_place(change)),
        ("attrition", change_tables.attrition(change)),
    ]


@every_case
@every_audience
@every_language
def test_everything_can_be_shown_and_names_no_cause(make: Any, audience: str, language: str) -> None:
    for name, answer in all_of(make, audience, language):
        if isinstance(answer, DisplayTable):
            texts = [answer.title.text(language), answer.note.text(language)]  # type: ignore[union-attr, arg-type]
            assert "nan" not in to_text(answer, language).split()  # type: ignore[arg-type]
            assert "<img" not in to_html(answer, language)  # type: ignore[arg-type]
            assert to_json(answer, language)["rows"]  # type: ignore[arg-type]
        elif isinstance(answer, ReportFigure):
            assert drawing(answer)["data"]
            texts = [answer.title.text(language), answer.note.text(language)]  # type: ignore[arg-type]
        else:
            texts = said(answer, language)
            assert all(one.endswith(".") for one in texts), (name, texts)
        for one in texts:
            plain = one.replace(HOSTILE, "")
            assert not {"nan", "None", "NaN", "<NA>", "inf", "True", "False"} & set(plain.split()), one
            assert not [word for word in CAUSAL if word in plain.lower()], one


def test_a_short_sample_is_called_short_and_a_census_a_census() -> None:
    # 400 / (1 + 400 * 0.0025) = 200
    assert "meminta 200; 40 diwawancarai" in only(prose.plan(examined(short)))
    assert any("lebih kecil daripada rencana" in one for one in said(prose.limits(examined(short))))
    census = only(prose.plan(examined(one_wave)))
    assert "sensus atas daftar itu" in census
    assert "tidak membatasi" not in census  # the report tells elsewhere how small a change it can find
    assert "Slovin" not in census


def test_missing_answers_are_told_by_question_the_worst_first() -> None:
    table = tables.missing(examined(large))
    assert cells(table, "label") == ["Tabungan", "Jam kerja"]
    text = only(prose.missing(examined(large)))
    assert "Paling sering kosong: tabungan" in text
    assert "Tidak ada jawaban yang kosong" in only(prose.missing(examined(complete)))


def test_what_was_never_asked_is_named_in_one_sentence() -> None:
    homes, answers = large()
    given = survey.examine(homes, answers.assign(bansos=np.nan), variables=no_variables())
    assert "Tidak diajukan pada gelombang mana pun" in only(prose.missing(shown(given, "internal")))
    assert "bantuan sosial" in only(prose.missing(shown(given, "internal")))


def test_the_drawing_shows_the_questions_worth_it() -> None:
    assert isinstance(figures.missing(examined(large)), NotEstimable)  # one question is told in a sentence
    figure = figures.missing(examined(silent))
    assert isinstance(figure, ReportFigure)
    drawn = {label for trace in drawing(figure)["data"] for label in trace["y"]}
    assert drawn == {"Tabungan", "Harga jual", "Bantuan sosial"}
    assert isinstance(figures.missing(examined(complete)), NotEstimable)


def test_measures_are_read_as_bps_reads_their_error() -> None:
    table = tables.precision(examined(large))
    reading = dict(zip(cells(table, "label"), cells(table, "reading"), strict=True))
    assert reading["Pendapatan rumah tangga"] == "layak dipakai"
    internal = only(prose.precision(examined(large)))
    assert "layak dipakai (sampai 25%)" in internal


def test_the_public_reads_neither_rare_answers_nor_small_losses() -> None:
    table = tables.precision(examined(large, "public"))
    rse = dict(zip(cells(table, "label"), cells(table, "rse"), strict=True))
    assert rse["Anggota yang merantau"] is None
    assert "tidak ditampilkan" in only(prose.matching(examined(short, "public")))
    assert isinstance(tables.matching(examined(short, "public")), NotEstimable)
    assert "matched" not in {column.name for column in tables.plan(examined(short, "public")).columns}
    assert isinstance(change_tables.leavers_by_place(changed(short, "public")), NotEstimable)


def test_means_of_those_who_left_are_for_the_owner() -> None:
    inside, outside = (change_tables.leavers_profile(changed(large, one)) for one in ("internal", "public"))
    assert isinstance(inside, DisplayTable)
    assert isinstance(outside, DisplayTable)
    assert {"mean_left", "mean_stayed"} <= {column.name for column in inside.columns}
    assert not {"mean_left", "mean_stayed"} & {column.name for column in outside.columns}


def test_those_who_left_are_said_to_differ_by_how_much() -> None:
    text = only(change_prose.leavers(changed(large)))
    assert "pendapatan rumah tangga (" in text
    assert "lebih rendah)" in text
    assert "kurang dari 10 rumah tangga" in only(change_prose.leavers(changed(short)))


# Remarks


def told(*rows: tuple[str, str, str, str], times: int = 1) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows) * times, columns=["tema", "teks", "jenis_kelamin", "tema_kedua"])
    sources = np.resize(["fgd", "wawancara"], len(frame))
    return frame.assign(sumber=sources, tanggal=pd.Timestamp("2025-01-01"))


ROWS = (
    ("harga", "Harga di BUMDes sama saja dengan penebas.", "P", "harga"),
    ("mutu", "Sebagian hasil masih tercampur di gudang.", "L", "harga"),
    ("harga", "Sulastri belum setor hasil panen ke kelompok.", "P", "mutu"),
)
TALKS = {
    "many": told(*ROWS, times=12),
    "few": told(*ROWS, times=2),
    "none": told(),
    "hostile": told((HOSTILE, HOSTILE, "", HOSTILE), ("b", HOSTILE, "L", "b"), times=12),
}
every_talk = pytest.mark.parametrize("talk", TALKS.values(), ids=TALKS.keys())


@every_talk
@every_audience
@every_language
def test_remarks_can_be_shown_in_every_way(talk: Any, audience: str, language: str) -> None:
    given = shown(remarks.examine(talk), audience, language)
    for module in (remarks_prose, remarks_tables):
        for name, answer in every(module, given):
            if isinstance(answer, DisplayTable):
                assert "<img" not in to_html(answer, language)  # type: ignore[arg-type]
                assert "nan" not in to_text(answer, language).split()  # type: ignore[arg-type]
            else:
                assert all(one.endswith(".") for one in said(answer, language)), name


@every_talk
@every_language
def test_no_name_in_a_remark_reaches_the_public(talk: Any, language: str) -> None:
    given = shown(remarks.examine(talk), "public", language)
    for module in (remarks_prose, remarks_tables):
        for _name, answer in every(module, given):
            text = (
                to_text(answer, language)  # type: ignore[arg-type]
                if isinstance(answer, DisplayTable)
                else " ".join(said(answer, language))
            )
            assert "sulastri" not in text.lower()


def test_few_remarks_are_neither_counted_nor_quoted_for_the_public() -> None:
    given = shown(remarks.examine(TALKS["few"]), "public")
    assert isinstance(remarks_tables.themes_by_source(given), NotEstimable)
    assert isinstance(remarks_tables.quotations(given), NotEstimable)
    assert isinstance(remarks_tables.words(given), NotEstimable)


def test_themes_and_agreement_are_said_with_their_numbers() -> None:
    given = shown(remarks.examine(TALKS["many"]), "internal")
    assert "harga (24 ungkapan) dan mutu (12 ungkapan)" in only(remarks_prose.themes(given))
    assert "tema yang sama pada 33% ungkapan" in only(remarks_prose.agreement(given))
    assert cells(remarks_tables.themes_by_sex(given), "P") == [24, 0]
    assert cells(remarks_tables.quotations(given), "teks") == [ROWS[0][1], ROWS[1][1]]
