"""A notebook's page: opened with remedies, showing released things only, with a record of their origin."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config

from pasar_nb import DataError, DisclosureError, Page, UsageError, open_page
from pasar_nb.disclosure import WITHHELD
from pasar_nb.figures.frame import ReportFigure
from pasar_nb.findings import GroupStatistics, NotEstimable, published
from pasar_nb.language import Number, _, paragraph, paragraphs
from pasar_nb.page import NOTEBOOKS
from pasar_nb.page.bundles import HTML, TEXT, bundles_of
from pasar_nb.page.source_names import SourceNames
from pasar_nb.page.tables_at_hand import tables_at_hand
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import COVER_TYPE, PLOTLY_TYPE, PROVENANCE_TYPE, TABLE_TYPE

PROFILE = "kode_kabupaten,nama_kabupaten,program,sintetis\n3503,Trenggalek,Program <b>Jahe</b>,ya\n"
HOUSEHOLDS = "id_rt,id_kelompok,desa,desil\n" + "".join(f"RT-{at:04d},K1,Pule,3\n" for at in range(1, 8))
CRITERIA = (
    "kriteria,nama,dimensi,bobot,arah\njangkauan,Jangkauan,jangkauan_miskin,5,manfaat\n"
    "pasar,Pasar,perubahan_sistemik,3,manfaat\n"
)
DECISION = "komoditas,alasan,tanggal\nJahe,Peringkat pertama,2025-06-14\n"
HOSTILE = "</p><script>alert(1)</script>"

Outputs = list[Any]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data" / "3503-trenggalek"
    folder.mkdir(parents=True)
    tables = {"profil": PROFILE, "rumah_tangga": HOUSEHOLDS, "kriteria": CRITERIA, "keputusan": DECISION}
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text)
    return folder.parent


@pytest.fixture(scope="module", autouse=True)
def shell(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let IPython display as in a notebook, without its history and without the user's own settings."""
    config = Config()
    config.HistoryAccessor.enabled = False
    config.HistoryManager.enabled = False
    InteractiveShell.instance(config=config, ipython_dir=str(tmp_path_factory.mktemp("ipython")))
    yield
    InteractiveShell.clear_instance()


def page_of(data: Path, **options: Any) -> Page:
    return open_page("commodity_selection", district="3503", data=data, **options)


def shown(act: Callable[[], None]) -> Outputs:
    with capture_output() as captured:
        act()
    return list(captured.outputs)


def text_of(outputs: Outputs) -> str:
    return "\n".join(output.data[TEXT] for output in outputs)


# Opening


def test_a_page_knows_its_district_and_notebook(data: Path) -> None:
    page = page_of(data, parameters={"draws": 10})
    assert (page.district.code, page.notebook, page.audience) == ("3503", "commodity_selection", "internal")
    assert page.title == NOTEBOOKS["commodity_selection"]
    assert dict(page.parameters) == {"draws": 10}


@pytest.mark.parametrize(
    ("wrong", "remedy"),
    [
        ({"notebook": "pemilihan"}, "commodity_selection"),
        ({"language": "jv"}, "id dan en"),
        ({"audience": "umum"}, "public dan internal"),
        ({"district": "9999"}, "3503-trenggalek"),
        ({"district": "../3503"}, "3503-trenggalek"),
        ({"data": "tidak-ada"}, "tidak-ada"),
    ],
)
def test_a_wrong_option_is_refused_with_the_right_ones(
    data: Path, wrong: dict[str, str], remedy: str
) -> None:
    options: dict[str, Any] = {"notebook": "commodity_selection", "district": "3503", "data": data}
    options |= wrong
    with pytest.raises(UsageError) as raised:
        open_page(options.pop("notebook"), **options)
    assert remedy in str(raised.value)


def test_a_district_whose_profile_is_wrong_is_not_opened_and_says_why(data: Path) -> None:
    (data / "3503-trenggalek" / "profil.csv").write_text(PROFILE.replace("Trenggalek", "Pacitan"))
    with pytest.raises(DataError, match="profil") as raised:
        page_of(data)
    assert any(getattr(one, "table", "") == "profil" and str(one.remedy) for one in raised.value.problems)


def test_an_absent_table_is_an_empty_frame_with_its_columns(data: Path) -> None:
    scores = page_of(data).table("skor")
    assert len(scores) == 0
    assert {"komoditas", "kriteria", "penilai", "skor", "sumber", "tahun"} <= set(scores.columns)


def test_a_stopped_table_raises_its_errors(data: Path) -> None:
    (data / "3503-trenggalek" / "kriteria.csv").write_text(CRITERIA.replace("manfaat", "untung"))
    with pytest.raises(DataError, match="kriteria"):
        page_of(data).table("kriteria")


# The cover


def test_the_cover_says_whose_data_these_are_in_every_form(data: Path) -> None:
    (output,) = shown(page_of(data, audience="public").cover)
    cover = output.data[COVER_TYPE]
    assert (cover["code"], cover["district"], cover["kind"]) == ("3503", "Trenggalek", "kabupaten")
    assert (cover["audience"], cover["language"], cover["synthetic"]) == ("public", "id", True)
    assert cover["data_date"] == "2025-06-14"
    assert "Kabupaten Trenggalek (3503), Provinsi Jawa Timur" in output.data[TEXT]
    assert "Tanggal data: 14 Juni 2025" in output.data[HTML]
    assert "DATA CONTOH" in output.data[HTML]


def test_text_of_the_data_is_escaped_on_the_cover(data: Path) -> None:
    (output,) = shown(page_of(data).cover)
    assert "Program &lt;b&gt;Jahe&lt;/b&gt;" in output.data[HTML]
    assert "<b>" not in output.data[HTML]


def test_only_the_owner_s_cover_is_marked_as_not_for_distribution(data: Path) -> None:
    for audience, marked in (("public", False), ("internal", True)):
        (output,) = shown(page_of(data, audience=audience).cover)
        assert ("TIDAK UNTUK DISEBARKAN" in output.data[HTML]) is marked


# Exhibits


def figure(title: str = "Jahe unggul") -> ReportFigure:
    drawing = go.Figure(go.Bar(x=[1, 2], y=["a", "b"]), layout={"title": {"text": "bukan judul"}})
    return ReportFigure("nilai", _(title), drawing, _("Diagram batang."), _("n = 6. Sumber: skor."))


def display_table() -> DisplayTable:
    return DisplayTable(
        "isi", _("Judul"), (DisplayColumn("a", _("A"), "integer"),), pd.DataFrame({"a": [1250]})
    )


def test_a_sentence_is_an_escaped_paragraph(data: Path) -> None:
    (output,) = shown(lambda: page_of(data).show(_("Nilai {it}.", it=HOSTILE)))
    assert output.data[TEXT] == f"Nilai {HOSTILE}."
    assert output.data[HTML] == (
        '<p class="pasar-sentence">Nilai &lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;.</p>'
    )
    assert output.metadata == {}


def test_paragraphs_are_set_one_below_the_other(data: Path) -> None:
    said = paragraphs(_("Satu."), paragraph(), paragraph(_("Dua."), _("Tiga.")))
    (output,) = shown(lambda: page_of(data).show(said))
    assert (
        output.data[HTML] == '<p class="pasar-sentence">Satu.</p>\n<p class="pasar-sentence">Dua. Tiga.</p>'
    )


def test_what_cannot_be_said_is_shown_with_its_reason(data: Path) -> None:
    (output,) = shown(lambda: page_of(data).show(NotEstimable(_("Hanya satu penilai."))))
    assert output.data[TEXT] == "Tidak dapat disimpulkan: Hanya satu penilai."
    assert output.data[HTML].startswith('<p class="pasar-not-estimable">')


def test_a_table_comes_as_markup_values_and_text() -> None:
    (bundle,) = bundles_of(display_table(), "id")
    assert set(bundle.data) == {HTML, TABLE_TYPE, TEXT}
    assert bundle.data[TABLE_TYPE]["rows"] == [[1250]]
    assert "1.250" in bundle.data[HTML]
    assert "1.250" in bundle.data[TEXT]


def test_a_figure_stands_between_its_title_and_its_note() -> None:
    title, drawing, note = bundles_of(figure(HOSTILE), "id")
    assert title.metadata == {"pasar": {"role": "figure-title"}}
    assert note.metadata == {"pasar": {"role": "figure-note"}}
    assert "<script>" not in title.data[HTML]
    assert set(drawing.data) == {PLOTLY_TYPE, TEXT}
    assert "title" not in drawing.data[PLOTLY_TYPE]["layout"]
    assert drawing.metadata["pasar"] == {
        "name": "nilai",
        "title": HOSTILE,
        "alternative": "Diagram batang.",
        "note": "n = 6. Sumber: skor.",
    }


def test_everything_on_show_can_be_kept_in_a_notebook_file(data: Path) -> None:
    page = page_of(data, parameters={"draws": np.int64(10)})

    def everything() -> None:
        page.cover()
        page.show(_("Kalimat."), NotEstimable(_("Alasan.")), display_table(), figure())
        page.data_at_hand("kriteria", "rumah_tangga", "skor")
        page.provenance({"nilai": np.float64(1.5)})

    outputs = shown(everything)
    kept = json.loads(json.dumps([output.data for output in outputs], allow_nan=False))
    assert kept == [output.data for output in outputs]


@pytest.mark.parametrize("thing", ["<b>teks</b>", pd.DataFrame({"a": [1]}), go.Figure(), 3.5, None])
def test_only_exhibits_are_shown(data: Path, thing: Any) -> None:
    page = page_of(data)
    with pytest.raises(TypeError, match="is no exhibit"):
        page.show(thing)


@dataclass(frozen=True)
class Groups:
    table: pd.DataFrame = published(GroupStatistics("n"))


def test_a_page_releases_for_its_own_audience(data: Path) -> None:
    groups = Groups(pd.DataFrame({"desa": ["A", "B", "C"], "n": [4, 30, 200]}))
    for audience, expected in (("public", [WITHHELD, WITHHELD, 200]), ("internal", [4, 30, 200])):
        released = page_of(data, audience=audience).release(groups)
        assert released.audience == audience
        assert released.result.table["n"].tolist() == expected


# Data at hand


def rows_at_hand(data: Path, *tables: str, audience: str = "public") -> tuple[list[list[Any]], str]:
    outputs = shown(lambda: page_of(data, audience=audience).data_at_hand(*tables))
    return outputs[0].data[TABLE_TYPE]["rows"], text_of(outputs[1:])


def test_the_public_does_not_learn_how_few_households_there_are(data: Path) -> None:
    (kriteria, households), remarks = rows_at_hand(data, "kriteria", "rumah_tangga")
    assert kriteria[1:4] == ["ada", 2, "kriteria.csv"]
    assert households[1:4] == ["ada", "<10", "rumah_tangga.csv"]
    assert "7" not in remarks
    (_kriteria, exact), _remarks = rows_at_hand(data, "kriteria", "rumah_tangga", audience="internal")
    assert exact[2] == 7


def test_remarks_of_persons_are_counted_like_persons(data: Path) -> None:
    remarks = "sumber,tanggal,teks\n" + "fgd,2025-01-02,Harga naik\n" * 3
    (data / "3503-trenggalek" / "umpan_balik.csv").write_text(remarks)
    (row,), _said = rows_at_hand(data, "umpan_balik")
    assert row[2] == "<10"


def test_an_absent_table_is_said_to_be_absent(data: Path) -> None:
    (row,), remarks = rows_at_hand(data, "skor")
    assert row[1:] == ["belum ada", None, None, None]
    assert remarks == "Tabel Skor komoditas (skor) belum ada."


def test_a_stopped_table_says_how_many_errors_stop_it(data: Path) -> None:
    (data / "3503-trenggalek" / "kriteria.csv").write_text(CRITERIA.replace("manfaat", "untung"))
    (row,), remarks = rows_at_hand(data, "kriteria")
    assert row[1] == "perlu diperbaiki"
    assert "2 kesalahan" in remarks


def test_a_table_lost_in_a_damaged_workbook_does_not_have_nought_errors(data: Path) -> None:
    (data / "3503-trenggalek" / "dokumen-kendali.xlsx").write_bytes(b"PK\x03\x04 cut off")
    district = page_of(data).district
    (at_hand,) = tables_at_hand(district, ["skor"], SourceNames(district.files, "public", "id"))
    assert (at_hand.state, at_hand.errors) == ("stopped", 1)


def test_a_table_that_the_contract_does_not_have_is_a_wrong_question(data: Path) -> None:
    with pytest.raises(UsageError, match="kriteria"):
        page_of(data).data_at_hand("kriterias")


# Provenance


def record_of(page: Page, figures: dict[str, object] | None = None) -> Any:
    (output,) = shown(lambda: page.provenance(figures))
    return output.data[PROVENANCE_TYPE]


def test_the_record_names_every_file_with_its_hash(data: Path) -> None:
    files = {file["path"]: file for file in record_of(page_of(data))["files"]}
    content = (data / "3503-trenggalek" / "profil.csv").read_bytes()
    assert set(files) == {"profil.csv", "rumah_tangga.csv", "kriteria.csv", "keputusan.csv"}
    assert files["profil.csv"] == {
        "path": "profil.csv",
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
    }


@pytest.fixture
def named_for_persons(data: Path) -> Path:
    """Give tables in files and sheets that are named for whom an official spoke with."""
    folder = data / "3503-trenggalek"
    with pd.ExcelWriter(folder / "Data Bu Siti Aminah.xlsx") as book:
        pd.read_csv(folder / "kriteria.csv").to_excel(book, sheet_name="kriteria", index=False)
    with pd.ExcelWriter(folder / "koreksi.xlsx") as book:
        correction = {"tabel": "kriteria", "baris": "kriteria=pasar", "kolom": "bobot", "nilai_salah": "3"}
        correction |= {
            "nilai_benar": "4,5",
            "alasan": "Salah salin",
            "oleh": "Bappeda",
            "tanggal": "2026-01-10",
        }
        pd.DataFrame([correction]).to_excel(book, sheet_name="Bu Siti Aminah", index=False)
    (folder / "keputusan.csv").rename(folder / "keputusan (Bu Siti Aminah).csv")
    (folder / "kriteria.csv").unlink()
    return data


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_public_reads_no_name_that_an_official_gave_a_file(
    named_for_persons: Path, language: str
) -> None:
    decision = named_for_persons / "3503-trenggalek" / "keputusan (Bu Siti Aminah).csv"
    decision.write_text(DECISION.replace("pertama", "pertama é"), "cp1252")
    page = page_of(named_for_persons, audience="public", language=language)
    assert [one.path for one in page.district.files if "Siti" in one.path]
    outputs = shown(lambda: (page.data_at_hand("kriteria", "keputusan"), page.provenance()))  # type: ignore[func-returns-value]
    said = json.dumps([output.data for output in outputs], ensure_ascii=False)
    assert "Siti" not in said
    assert "Aminah" not in said
    numbers = ["berkas ke-1", "berkas ke-2"] if language == "id" else ["file 1", "file 2"]
    assert said.count(numbers[0]) >= 3  # as the table's, in the record's text and in its data
    assert said.count(numbers[1]) >= 4  # also in what is doubtful
    assert "koreksi.xlsx" in said


def test_the_owner_of_the_data_reads_the_name_of_every_file(named_for_persons: Path) -> None:
    (kriteria, decision), said = rows_at_hand(named_for_persons, "kriteria", "keputusan", audience="internal")
    assert (kriteria[3], decision[3]) == ("Data Bu Siti Aminah.xlsx", "keputusan (Bu Siti Aminah).csv")
    assert "koreksi.xlsx (Bu Siti Aminah)" in said


def test_the_record_is_the_same_for_the_same_data(data: Path) -> None:
    figures = {
        "b": 2,
        "a": [1, np.float64(0.5)],
        "teks": "<10",
        "tak": NotEstimable(_("Alasan.")),
        "nan": np.nan,
    }
    record = record_of(page_of(data, parameters={"seed": 1, "draws": 5}), figures)
    assert record == record_of(page_of(data, parameters={"draws": 5, "seed": 1}), figures)
    assert record["results"] == {"a": [1, 0.5], "b": 2, "nan": None, "tak": None, "teks": "<10"}
    assert list(record["parameters"]) == ["draws", "seed"]
    assert record["audience"] == "internal"


@pytest.mark.parametrize(
    "figure",
    [
        pd.DataFrame({"n": [4]}),
        pd.Series([4]),
        np.array([4]),
        Groups(pd.DataFrame({"n": [4]})),
        Number(4),
        date(2025, 1, 1),
        {"a": 1},
        [1, pd.DataFrame()],
    ],
    ids=lambda one: type(one).__name__,
)
def test_the_record_refuses_what_is_no_figure(data: Path, figure: object) -> None:
    page = page_of(data)
    with pytest.raises(DisclosureError, match="'hasil'"):
        page.provenance({"hasil": figure})


def test_a_released_result_is_no_figure_either(data: Path) -> None:
    page = page_of(data, audience="public")
    groups = Groups(pd.DataFrame({"desa": ["A"], "n": [40]}))
    with pytest.raises(DisclosureError, match="Released"):
        page.provenance({"hasil": page.release(groups)})


def test_the_record_is_escaped(data: Path) -> None:
    page = page_of(data, parameters={"catatan": HOSTILE})
    (output,) = shown(page.provenance)
    assert "<script>" not in output.data[HTML]
    assert output.data[PROVENANCE_TYPE]["parameters"]["catatan"] == HOSTILE
