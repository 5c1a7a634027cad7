"""Odd and damaged districts: the report says what it can, and of the rest once why not."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import numpy as np
import pandas as pd
import pytest
from causal_words import QUOTED, claims
from exhibit_reading import numbers, strings
from impact_notebook import PROJECT, run_notebook

from pasar_nb.figures.frame import ReportFigure
from pasar_nb.findings import NotEstimable
from pasar_nb.language import verbatim
from pasar_nb.sections import Exhibit
from pasar_nb.sections.topic import topic
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.tables.rendering import to_text

SOURCE = PROJECT / "data" / "3503-trenggalek"
MOST_REASONS = 4  # of one section
NO_VALUE = re.compile(r"(?<![\w%.])(nan|NaN|inf|None(?! of)|NaT|<NA>|\{\w+\})(?!\w)")
NO_NUMBER = re.compile(r" [.,;:](\s|$)|\.\.(?!\.)|\( *\)|\bn = *([.,;)]|$)|Rp *([,.;)]|$)")
INTERVAL = re.compile(r"(selang 95%|95% interval): ")
HOUSEHOLDS = re.compile(r"n = |\bn\b")
Tables: TypeAlias = dict[str, pd.DataFrame]

_ARM = {"peserta": 22, "pembanding": 16}  # households that are kept of each
_COLUMNS = (
    *("id_rt", "gelombang", "tanggal", "jumlah_anggota", "pendapatan_usaha", "pendapatan_rt"),
    *("belanja_makanan", "belanja_pendidikan_kesehatan", "belanja_transport_komunikasi", "belanja_rumah"),
    *("belanja_transfer", "belanja_lain", "pembelian_berulang", "pasar_utama"),
)


def small() -> Tables:
    """Give a district of few households, questions and series."""
    names = ("profil", "rumah_tangga", "survei", "acuan", "ihk", "deret", "pendampingan", "umpan_balik")
    tables = {name: pd.read_csv(SOURCE / f"{name}.csv", dtype="str", keep_default_na=False) for name in names}
    homes, series = tables["rumah_tangga"], tables["deret"]
    kept = pd.concat([homes[homes["studi"] == arm].head(n) for arm, n in _ARM.items()])["id_rt"]
    tables["survei"] = tables["survei"][list(_COLUMNS)]
    one = series[series["seri"] == series["seri"].iloc[0]].head(34)  # what needs more is slow
    tables["deret"] = one.assign(pembanding="")  # the series beside which it stands is not there
    keep(tables, kept)
    return tables


def keep(tables: Tables, homes: pd.Series) -> None:
    for name in ("rumah_tangga", "survei", "pendampingan"):
        tables[name] = tables[name][tables[name]["id_rt"].isin(homes)].reset_index(drop=True)


def only_survey(tables: Tables) -> None:
    for name in ("acuan", "ihk", "deret", "pendampingan", "umpan_balik"):
        del tables[name]


def only_series(tables: Tables) -> None:
    for name in ("rumah_tangga", "survei", "acuan", "pendampingan", "umpan_balik"):
        del tables[name]


def only_baseline(tables: Tables) -> None:
    tables["survei"] = tables["survei"][tables["survei"]["gelombang"] == "0"]


def only_endline(tables: Tables) -> None:
    tables["survei"] = tables["survei"][tables["survei"]["gelombang"] == "2"]


def nine_households(tables: Tables) -> None:
    keep(tables, tables["rumah_tangga"]["id_rt"].head(9))


def one_group_each_all_men(tables: Tables) -> None:
    tables["rumah_tangga"]["id_kelompok"] = tables["rumah_tangga"]["studi"]
    tables["rumah_tangga"]["jenis_kelamin_kk"] = "L"


def nobody_takes_part(tables: Tables) -> None:
    tables["rumah_tangga"]["studi"] = "pembanding"
    del tables["pendampingan"]


def nobody_twice(tables: Tables) -> None:
    survey = tables["survei"]
    first = survey["id_rt"].isin(tables["rumah_tangga"]["id_rt"].iloc[::2])
    tables["survei"] = survey[first == (survey["gelombang"] == "0")]


def all_the_same(tables: Tables) -> None:
    for column in _COLUMNS[3:]:
        tables["survei"][column] = tables["survei"][column].iloc[0]


def losses_and_a_slip(tables: Tables) -> None:
    survey = tables["survei"]
    kinds = np.arange(len(survey)) % 3
    survey["pendapatan_rt"] = np.select([kinds == 0, kinds == 1], ["0", "-500000"], survey["pendapatan_rt"])
    survey.loc[5, "pendapatan_rt"] = "99999999999"


def odd_waves_names_like_code(tables: Tables) -> None:
    tables["survei"]["gelombang"] = tables["survei"]["gelombang"].map({"0": "0", "1": "3", "2": "7"})
    del tables["rumah_tangga"]["id_kelompok"], tables["pendampingan"]["jam"]
    own = {"a": "<script>alert(1)</script>", "b": "=1+1", "c": "x" * 120}
    tables["survei"] = tables["survei"].assign(**dict.fromkeys(own, "7"))
    tables["survei"]["a"] = [str(at % 17) for at in range(len(tables["survei"]))]
    tables["variabel"] = pd.DataFrame(
        [{"variabel": name, "nama": told, "satuan": "kg", "jenis": "angka"} for name, told in own.items()]
    )


def short_series_one_remark_no_beginning(tables: Tables) -> None:
    tables["deret"] = tables["deret"].head(7)
    tables["umpan_balik"] = tables["umpan_balik"].head(1)
    tables["profil"]["mulai_intervensi"] = ""
    del tables["ihk"]


def series_of_noughts_support_too_late(tables: Tables) -> None:
    tables["deret"]["nilai"] = "0"
    tables["pendampingan"]["tanggal"] = "2026-01-15"


def a_fragment_of_a_last_wave(tables: Tables) -> None:
    _begin_a_wave(tables, "peserta", 4)


def a_last_wave_of_comparison_households(tables: Tables) -> None:
    _begin_a_wave(tables, "pembanding", 16)


def _begin_a_wave(tables: Tables, arm: str, count: int) -> None:
    survey, homes = tables["survei"], tables["rumah_tangga"]
    of_arm = survey["id_rt"].isin(homes.loc[homes["studi"] == arm, "id_rt"])
    again = survey[of_arm & (survey["gelombang"] == "2")].head(count)
    tables["survei"] = pd.concat([survey, again.assign(gelombang="3", tanggal="2026-08-10")])


def only_income(tables: Tables) -> None:
    tables["survei"] = tables["survei"][["id_rt", "gelombang", "tanggal", "pendapatan_rt"]]
    tables["rumah_tangga"] = tables["rumah_tangga"][["id_rt"]]
    tables["acuan"]["tahun"] = [str(2010 + at) for at in range(len(tables["acuan"]))]


CASES: tuple[tuple[Callable[[Tables], None], str, str, str], ...] = (
    (only_survey, "internal", "id", "Tabel ihk belum ada"),
    (only_series, "public", "id", "Tabel survei belum ada atau kosong."),
    (only_baseline, "internal", "en", "change can be calculated after the next survey"),
    (only_endline, "internal", "id", "tidak tercatat pada survei awal (gelombang 0)"),
    (nine_households, "public", "id", "Kurang dari 10 rumah tangga peserta mempunyai hasil utama"),
    (one_group_each_all_men, "internal", "en", "fewer than five"),
    (nobody_takes_part, "internal", "en", ""),
    (nobody_twice, "internal", "id", "Kurang dari 10 rumah tangga peserta mempunyai hasil utama"),
    (all_the_same, "public", "id", "Kurang dari 10 rumah tangga mengubah jawabannya"),
    (losses_and_a_slip, "internal", "en", "Nearly all of that change happened in one or two households"),
    (odd_waves_names_like_code, "internal", "id", "gelombang 7"),
    (short_series_one_remark_no_beginning, "internal", "id", "paling sedikit 8"),
    (series_of_noughts_support_too_late, "internal", "en", ""),
    (a_fragment_of_a_last_wave, "public", "id", "Gelombang 3 dianggap belum selesai"),
    (a_last_wave_of_comparison_households, "internal", "en", "Taken as unfinished"),
    (only_income, "internal", "id", "kemiskinan tidak dapat dihitung"),
)


@pytest.mark.parametrize(
    ("damage", "audience", "language", "told"), CASES, ids=[case[0].__name__ for case in CASES]
)
def test_a_damaged_district_is_told_as_far_as_it_can_be(
    damage: Callable[[Tables], None], audience: str, language: str, told: str, tmp_path: Path
) -> None:
    tables = small()
    damage(tables)
    target = tmp_path / SOURCE.name
    target.mkdir()
    for name, table in tables.items():
        table.to_csv(target / f"{name}.csv", index=False)
    shown = run_notebook("3503", tmp_path, language, audience=audience)
    assert len(shown) > 20
    found = [text for _heading, exhibit in shown for text in texts(exhibit, language)]
    assert any(told in text for text in found)
    assert not [text for text in found if NO_VALUE.search(text) or claims(text, language, compared=True)]
    for _heading, exhibit in shown:
        is_whole(exhibit, language)
    for heading in {heading for heading, _exhibit in shown}:
        tells_reasons_once([exhibit for own, exhibit in shown if own == heading], language)


def texts(exhibit: Exhibit, language: str) -> Iterator[str]:
    if isinstance(exhibit, DisplayTable):
        said = [exhibit.title, *([exhibit.note] if exhibit.note else [])]
        if not exhibit.name.startswith(QUOTED):
            yield to_text(exhibit, language)  # type: ignore[arg-type]
    elif isinstance(exhibit, ReportFigure):
        said = [exhibit.title, exhibit.alternative, exhibit.note]
        yield from strings(exhibit.drawing.to_plotly_json()["layout"].get("annotations"))
    else:
        said = [exhibit.reason if isinstance(exhibit, NotEstimable) else exhibit]
    yield from (one.text(language) for one in said)  # type: ignore[arg-type]


def is_whole(exhibit: Exhibit, language: str) -> None:
    """Check that sentences end, tables have rows, figures have marks, and intervals stand on an n."""
    if isinstance(exhibit, DisplayTable):
        assert len(exhibit.frame), exhibit.name
    elif isinstance(exhibit, ReportFigure):
        drawn = list(numbers(exhibit.drawing.to_dict()["data"]))
        assert drawn and all(map(math.isfinite, drawn)), exhibit.name
        assert exhibit.title.text(language).endswith("."), exhibit.name  # type: ignore[arg-type]
    else:
        message = exhibit.reason if isinstance(exhibit, NotEstimable) else exhibit
        text = message.text(language)  # type: ignore[arg-type]
        assert text.endswith((".", "?", "”", ")")), text
        assert not NO_NUMBER.search(text), text
        assert not INTERVAL.search(text) or HOUSEHOLDS.search(text), text


def tells_reasons_once(exhibits: list[Exhibit], language: str) -> None:
    reasons = Counter(
        one.reason.text(language)  # type: ignore[arg-type]
        for one in exhibits
        if isinstance(one, NotEstimable)
    )
    assert len(reasons) <= MOST_REASONS, reasons
    assert max(reasons.values(), default=1) == 1, reasons


FIRST, SECOND = NotEstimable(verbatim("Satu.")), NotEstimable(verbatim("Dua."))


def table(values: list[object]) -> DisplayTable:
    columns = (
        DisplayColumn("n", verbatim("n"), "integer"),
        DisplayColumn("share", verbatim("Bagian"), "share"),
    )
    return DisplayTable("t", verbatim("T"), columns, pd.DataFrame({"n": 3, "share": values}))


def test_a_matter_gives_one_reason_and_no_table_without_a_value() -> None:
    assert topic(FIRST, SECOND, table([None, "<10"])) == (FIRST,)


def test_a_matter_keeps_no_table_of_rupiah_that_are_all_hidden() -> None:
    columns = (DisplayColumn("n", verbatim("n"), "integer"), DisplayColumn("mean", verbatim("Rp"), "integer"))
    hidden = DisplayTable(
        "t", verbatim("T"), columns, pd.DataFrame({"n": ["*", "<10"], "mean": [None, None]})
    )
    told = DisplayTable("t", verbatim("T"), columns, pd.DataFrame({"n": ["*", 12], "mean": [None, 500.0]}))
    assert topic(FIRST, hidden, told) == (FIRST, told)


def test_a_matter_keeps_what_can_be_shown_beside_its_reason() -> None:
    known, sentence = table([None, 0.5]), verbatim("Tiga.")
    assert topic(sentence, FIRST, known, SECOND) == (sentence, FIRST, known)


def test_a_matter_without_a_reason_is_left_alone() -> None:
    hidden = table([None, "<10"])
    assert topic(verbatim("Tiga."), hidden) == (verbatim("Tiga."), hidden)
