"""Remarks: themes, words, what may be quoted, and how far two codings agree."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from pasar_nb.analysis import remarks
from pasar_nb.analysis.remarks.agreement import agreement_of
from pasar_nb.analysis.remarks.plain_words import is_plain
from pasar_nb.disclosure import release
from pasar_nb.findings import NotEstimable

NASTY = (
    # names, as people write them
    "Sulastri belum menyetor hasil panen ke kelompok",
    "sulastri belum menyetor hasil panen ke kelompok",
    "SULASTRI BELUM MENYETOR HASIL PANEN KE KELOMPOK",
    "Panen tahun ini bagus. Slamet sudah menjual semuanya.",
    "Panen tahun ini bagus; slamet sudah menjual semuanya",
    "Harga jahe turun terus (kata Wagiyem) sejak panen raya",
    "Harga turun terus menurut wagiyem dari kelompok kami",
    "Harga turun kata W. dari kelompok kami yang lama",
    "Harga turun kata mbak yang jual pupuk di toko",
    "kata pak budi harga di pasar turun lagi tahun ini",
    "Pak Budi santoso belum menyetor hasil panen ke kelompok",
    "Pak Budi dan Bu Ani belum menyetor hasil panen ke kelompok",
    "Kata pak Budi dan bu Siti harga di pasar turun lagi",
    "Kata H. Mahmud sama Hj. Rohani harga di pasar turun",
    "Menurut Daeng Nai dan Puang Rala harga turun terus",
    "Untung belum setor ke kelompok sejak panen yang lalu",
    "Bulan tidak pernah hadir dalam rapat kelompok kami",
    "Adil dan Nira mencatat buku kas kelompok dengan rapi",
    "S u l a s t r i belum setor hasil panen ke kelompok",
    "Sulastri_jahe belum setor hasil panen ke kelompok",
    "Ѕulаstri belum setor hasil panen ke kelompok kami",  # with Cyrillic letters
    "Su\u200blastri belum setor hasil panen ke kelompok kami",
    # places
    "Pengepul di Dongko mulai membeli menurut ukuran",
    "pengepul di dongko mulai membeli menurut ukuran",
    "Rumah di sebelah masjid Al-Ikhlas belum dapat bibit",
    # numbers that lead to somebody
    "Hubungi kami di 0812-3456-7890 untuk membeli jahe kering",
    "Hubungi kami di kosong delapan satu dua untuk membeli jahe",
    "Anggota nomor 17 belum membayar angsuran bank tahun ini",
    "NIK saya 3503014107800001 belum masuk daftar peserta",
    "Rumahnya di -8.0512, 111.7093 dekat kebun jahe kelompok",
    "Hubungi kami di ０８１２３４５６７８９ untuk membeli jahe",
    "Petani di gang IV belum dapat bibit dari program",
    "Rapat di RT 03 RW 05 tidak pernah dihadiri petani",
    "Kami rugi lima juta rupiah karena banjir di sawah",
    "Pinjaman bank Rp5.000.000 belum kami bayar tahun ini",
    # handles, addresses, markup
    "Pesan lewat @tani_jahe saja kalau perlu bibit unggul",
    "Tulis ke tani@contoh.id kalau perlu bibit jahe unggul",
    "Lihat https://contoh.id/jahe untuk harga pasar hari ini",
    "<b>Harga</b> di pasar turun lagi sejak panen raya",
    "=HYPERLINK(harga) di pasar turun lagi sejak panen",
    "Ibu [disamarkan] belum menerima pembayaran dari toko",
    # families, offices, illness: one person, though not named
    "Suami saya jatuh dari pohon waktu panen tahun lalu",
    "Janda di ujung dusun tidak pernah diundang rapat",
    "Anak saya yang sakit tidak dapat ikut pelatihan lagi",
    "Ketua kelompok tidak membagi hasil panen dengan adil",
    "Kepala desa meminta bagian dari hasil panen kelompok",
    "Penyuluh itu jarang datang dan mabuk waktu rapat",
    "Mertua melarang saya ikut pelatihan sore hari",
    # too short to say anything, too long not to tell a story
    "Harga turun.",
    "Harga di pasar turun lagi. " * 12,
    "",
)
PLAIN = (
    "Pelatihan sebaiknya sore hari, pagi kami masih bekerja.",
    "Cara menyortir sudah dipraktikkan di rumah, anak-anak ikut membantu.",
    "Harga di BUMDes sama saja dengan penebas, hanya timbangannya jelas.",
    "Mesin pengering penuh pada Agustus, antre tiga hari.",
)
_GIVEN = """
adi agus ahmad aisyah amir ana andi ani anisa anton ari arif asep asih ayu bagus bambang bayu bejo
budi bunga cahya cahyo candra cici dani darmi darto dedi dewi dian didik dina dwi eka eko endang
erna fajar farida fitri galih gita gunawan hadi haji hana hasan hendra heri ida iin ika ilham imam
indah indra ira irma iwan jaya joko juminten kartini kasih ketut komang kurnia lestari lina lilis
made mahmud maman mawar maya mega melati mina minah mulyono mulia nani nina ningsih nira niki nur
nurul nyoman paijo painem parjo putra putri putu rahayu rahmat ratna ratih reni rini rizki rohani
rosa rudi sahnim saiful santi saodah sari sarinah seruni siti slamet sri subur sulastri sumarni
surya susi tini titik tono tri tuti udin ujang umar untung wagiyem wahyu wati wayan widodo wulan
yanti yanto yati yayan yono yuli yusuf zainal zubaidah
"""
GIVEN_NAMES = _GIVEN.split()


@pytest.mark.parametrize("text", NASTY)
def test_what_may_point_at_somebody_is_not_quoted(text: str) -> None:
    assert remarks.quotation(text) is None


@pytest.mark.parametrize("text", PLAIN)
def test_everyday_words_are_quoted_as_they_stand(text: str) -> None:
    assert remarks.quotation(text) == text


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Kata Pak Budi harga di pasar turun lagi.", "Kata [nama] harga di pasar turun lagi."),
        ("Kata Bu Siti Aminah harga di pasar turun lagi.", "Kata [nama] harga di pasar turun lagi."),
        ("Inaq Sahnim belum dapat bibit jahe.", "[nama] belum dapat bibit jahe."),
        ("Menurut H. Mahmud harga di pasar turun lagi.", "Menurut [nama] harga di pasar turun lagi."),
        ("Harga jahe naik, kata Daeng Nai.", "Harga jahe naik, kata [nama]"),
    ],
)
def test_a_title_with_a_name_is_taken_out(text: str, quoted: str) -> None:
    assert remarks.quotation(text) == quoted


def test_no_common_name_is_an_everyday_word() -> None:
    assert [name for name in GIVEN_NAMES if is_plain(name) and name != "bagus"] == []


@given(name=st.sampled_from(GIVEN_NAMES), place=st.integers(0, 6), form=st.sampled_from("lut"))
def test_a_name_anywhere_in_a_plain_remark_keeps_it_from_being_quoted(
    name: str, place: int, form: str
) -> None:
    written = {"l": name, "u": name.upper(), "t": name.title()}[form]
    words = ["harga", "jahe", "di", "pasar", "turun", "lagi"]
    said = " ".join([*words[:place], written, *words[place:]])
    if name in ("bagus", "haji"):  # a word of its own; a title, which hides what follows
        return
    quoted = remarks.quotation(said)
    assert quoted is None or name not in quoted.lower()


def table(*rows: tuple[Any, ...]) -> pd.DataFrame:
    """Remarks as (theme, text, sex, second theme); the rest is the same throughout."""
    filled = [(*row, *("",) * (4 - len(row))) for row in rows]
    frame = pd.DataFrame(filled, columns=["tema", "teks", "jenis_kelamin", "tema_kedua"])
    return frame.assign(sumber="fgd", tanggal=pd.Timestamp("2025-01-01"))


def themes(frame: pd.DataFrame) -> remarks.Themes:
    found = remarks.examine(frame).themes
    assert isinstance(found, remarks.Themes)
    return found


def test_themes_are_counted_by_source_and_sex() -> None:
    frame = table(("harga", "a", "P"), ("harga", "b", "L"), ("mutu", "c", "P"), ("", "d"))
    frame = frame.assign(sumber=["fgd", "laporan", "fgd", "observasi"])
    found = themes(frame)
    by_source, by_sex = found.by_source.set_index("tema"), found.by_sex.set_index("tema")
    assert list(by_source.index) == ["harga", "", "mutu"]
    assert by_source.loc["harga", ["fgd", "wawancara", "observasi", "laporan", "n"]].tolist() == [
        *(1, 0, 0, 1),
        2,
    ]
    assert by_sex.loc["harga", ["L", "P", "unrecorded"]].tolist() == [1, 1, 0]
    assert by_sex.loc["", ["L", "P", "unrecorded"]].tolist() == [0, 0, 1]


def test_without_the_columns_of_later_the_rest_is_told() -> None:
    frame = table(("harga", "a"), ("mutu", "b")).drop(columns=["jenis_kelamin", "tema_kedua"])
    found = remarks.examine(frame)
    assert isinstance(found.themes, remarks.Themes)
    assert not found.themes.sexes
    assert isinstance(found.agreement, NotEstimable)


def test_no_remarks_have_a_reason_for_everything() -> None:
    found = remarks.examine(table())
    assert all(isinstance(one, NotEstimable) for one in (found.themes, found.words, found.quotations))


def counted(*texts: str) -> dict[str, int]:
    found = remarks.examine(table(*(("", text) for text in texts))).words
    assert isinstance(found, remarks.Words)
    return dict(zip(found.table["word"], found.table["n"], strict=True))


def test_a_word_counts_once_per_remark() -> None:
    assert counted("Harga, harga, dan harga!", "harga naik", "mutu naik") == {"harga": 2, "naik": 2}


def test_forms_of_a_word_are_counted_together_where_it_occurs_by_itself() -> None:
    assert counted("anak-anak membantu", "anak membantu", "harganya turun", "harga turun") == {
        "anak": 2,
        "harga": 2,
        "membantu": 2,
        "turun": 2,
    }
    assert counted("uangnya habis", "uangnya habis") == {"habis": 2, "uangnya": 2}


def test_stop_words_numbers_handles_and_names_are_no_frequent_words() -> None:
    assert counted(*["yang dengan tdk ora teu 2024 @jahe di Dongko kata Sulastri harga"] * 3) == {"harga": 3}


def test_the_public_reads_words_of_ten_remarks_and_no_name_among_them() -> None:
    frame = table(*[("", "harga turun kata sulastri")] * 12, *[("", "gudang penuh")] * 9)
    safe = release(remarks.examine(frame), audience="public", language="id").result.words
    assert isinstance(safe, remarks.Words)
    assert safe.table.empty
    assert dict(zip(safe.common["word"], safe.common["n"], strict=True)) == {"harga": 10, "turun": 10}


def test_the_public_reads_a_quotation_only_of_a_theme_of_ten() -> None:
    plenty, few = ("harga", PLAIN[2]), ("pelatihan", PLAIN[0])
    safe = release(
        remarks.examine(table(*[plenty] * 10, *[few] * 9)), audience="public", language="id"
    ).result
    assert isinstance(safe.quotations, remarks.Quotations)
    assert PLAIN[0] not in safe.quotations.table.to_string()
    assert isinstance(safe.themes, remarks.Themes)
    assert "pelatihan" not in safe.themes.by_source.to_string()


def test_each_theme_is_quoted_once_and_the_latest_comes_first() -> None:
    frame = table(("mutu", PLAIN[1]), ("mutu", PLAIN[3]), ("harga", NASTY[0]), ("", PLAIN[0]))
    frame = frame.assign(tanggal=pd.to_datetime(["2025-03-01", "2025-02-01", "2025-01-01", "2025-01-01"]))
    found = remarks.examine(frame).quotations
    assert isinstance(found, remarks.Quotations)
    assert found.table.to_dict("list") == {"tema": ["mutu"], "n": [2], "teks": [PLAIN[1]]}


# Agreement


def coded(both_a: int, a_b: int, b_a: int, both_b: int) -> Any:
    pairs = [("a", "a")] * both_a + [("a", "b")] * a_b + [("b", "a")] * b_a + [("b", "b")] * both_b
    return remarks.examine(table(*((one, "x", "", other) for one, other in pairs))).agreement


def test_kappa_of_the_textbook() -> None:
    # 50 grants: both yes 20, both no 15, 5 and 10 apart: agreement 0.7, by chance 0.5, kappa 0.4
    found = coded(20, 5, 10, 15)
    assert isinstance(found, remarks.Agreement)
    assert found.share == pytest.approx(0.7)
    assert found.kappa == pytest.approx((0.7 - 0.5) / (1 - 0.5))
    assert found.kappa_interval is not None
    assert found.kappa_interval.low < 0.4 < found.kappa_interval.high
    assert found.n == 50


def test_nine_doubly_coded_remarks_are_too_few_and_ten_are_not() -> None:
    assert "Kurang dari 10" in str(coded(5, 0, 1, 3).reason)
    assert isinstance(coded(5, 1, 1, 3), remarks.Agreement)


def test_one_theme_throughout_leaves_kappa_undefined() -> None:
    assert "satu tema saja" in str(coded(20, 0, 0, 0).reason)


def test_full_agreement_has_no_interval_of_kappa_but_one_of_the_share() -> None:
    found = coded(8, 0, 0, 8)
    assert (found.kappa, found.share, found.kappa_interval) == (1, 1, None)
    assert found.share_interval.low == pytest.approx(0.025 ** (1 / 16))  # Clopper and Pearson


def test_capitals_and_spaces_are_no_disagreement() -> None:
    pairs = [("Harga ", "harga"), ("mutu", "MUTU")] * 6
    found = remarks.examine(table(*((one, "x", "", other) for one, other in pairs))).agreement
    assert isinstance(found, remarks.Agreement)
    assert found.share == 1


def test_remarks_that_one_of_them_left_out_do_not_count() -> None:
    rows = [("a", "x", "", "a")] * 6 + [("b", "x", "", "b")] * 6 + [("a", "x", "", "")] * 9
    found = remarks.examine(table(*rows)).agreement
    assert isinstance(found, remarks.Agreement)
    assert found.n == 12


def test_the_interval_of_kappa_covers_the_truth() -> None:
    """Themes a and b equally often, the second person right in 8 of 10: kappa is 0.6."""
    random, covered, draws = np.random.default_rng(4), 0, 60
    for _draw in range(draws):
        first = random.random(80) < 0.5
        second = first ^ (random.random(80) < 0.2)
        found = agreement_of(*(pd.Series(np.where(one, "a", "b")) for one in (first, second)))
        assert isinstance(found, remarks.Agreement)
        assert found.kappa_interval is not None
        covered += found.kappa_interval.low <= 0.6 <= found.kappa_interval.high
    assert covered >= binom.ppf(0.001, draws, 0.95)  # fewer happen once in a thousand
