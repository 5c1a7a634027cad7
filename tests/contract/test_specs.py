"""The specifications agree with the contract, written down here once more, and with themselves."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from pasar_nb.contract.headers import folded, known_headers
from pasar_nb.contract.identity import IDENTIFIER_HEADERS, REMARKS
from pasar_nb.contract.relations import RULES
from pasar_nb.contract.rules.loops import DIRECTIONS, ENDS
from pasar_nb.contract.rules.order import LOW_TO_HIGH, WAVES
from pasar_nb.contract.spec import Column, Table
from pasar_nb.contract.tables import DERIVED_MEASURES, TABLES
from pasar_nb.contract.units import MEASURED
from pasar_nb.vocabulary import DIMENSION_LABELS, DIRECTION_LABELS

# The tables of the data contract, version 1, in its order; * is obligatory. Two changes were made to it:
# `profil` has `sintetis`, which marks demonstration data, and `satuan` of `variabel` is obligatory for
# numbers only, as a yes or no has none.
CONTRACT = """
profil: kode_kabupaten* nama_kabupaten* program* komoditas_terpilih mulai_intervensi hasil_utama catatan
 sintetis
acuan: tahun* garis_kemiskinan umk sumber*
ihk: bulan* ihk* tahun_dasar*
kriteria: kriteria* nama* dimensi* bobot* arah* ambang_veto
skor: komoditas* kriteria* penilai* skor* nilai_data satuan sumber* tahun*
perbandingan: penilai* kriteria_a* kriteria_b* nilai*
keputusan: komoditas* alasan* tanggal*
pelaku: pelaku* nama* komoditas* lapisan* fungsi* urutan lokasi* jumlah persen_perempuan biaya_per_satuan
aliran: komoditas* dari* ke* jenis* volume satuan harga
masalah: masalah* induk pernyataan* area* akar* intervensi mitra_potensial
intervensi: intervensi* komoditas* pernyataan* perubahan_sistem_pasar* perbaikan_akses_pertumbuhan*
 pengurangan_kemiskinan*
model_bisnis: kondisi* peran* jumlah_unit* komponen* jenis* volume* satuan* harga* frekuensi_per_tahun*
 harga_rendah harga_tinggi volume_rendah volume_tinggi
relasi_bisnis: kondisi* dari* ke* jenis* keterangan
pembiayaan: kegiatan* kelompok* sumber* tahun* anggaran* realisasi kode_apbd
mitra: mitra* jenis* insentif* kontribusi* kapasitas status* tanggal
rantai: rantai* tingkat* pernyataan* menyebabkan asumsi
indikator: indikator* rantai* nama* satuan* tema* apkm arah* nilai_awal target* tenggat* metode*
 sumber_verifikasi* penanggung_jawab* frekuensi*
capaian: indikator* bulan* nilai* catatan
rumah_tangga: id_rt* id_kelompok kecamatan desa jenis_kelamin_kk usia_kk pendidikan_kk disabilitas
 kelompok_adat desil register periode_register studi tanggal_masuk
survei: id_rt* gelombang* tanggal* jumlah_anggota pendapatan_usaha pendapatan_rt belanja_makanan
 belanja_pendidikan_kesehatan belanja_transport_komunikasi belanja_rumah belanja_transfer belanja_lain
 jam_kerja jumlah_pekerja produksi satuan_produksi volume_jual nilai_jual harga_jual jumlah_pesanan
 pembelian_berulang pasar_utama aset_produksi aset_lain migrasi_masuk migrasi_keluar jumlah_pelatihan
 telepon_usaha produk_keuangan tabungan bansos persepsi_pendapatan persepsi_pengetahuan persepsi_kemampuan
mitra_survei: mitra* jenis* gelombang* tanggal* pemasok_l pemasok_p pemasok_disabilitas harga_beli volume_beli
 satuan keuntungan investasi layanan_keuangan telepon_usaha
deret: seri* bulan* nilai* satuan* sumber* pembanding
kriteria_graduasi: kriteria* nama* variabel* operator* ambang* acuan tingkat* wajib*
pendampingan: id_rt* tanggal* jenis* jam hadir*
umpan_balik: sumber* tanggal* teks* tema jenis_kelamin tema_kedua
variabel: variabel* nama* satuan jenis* arah tema
"""

LAYERS = "rantai_nilai pendukung lingkungan_bisnis"
FLOWS = "produk uang jasa jasa_melekat informasi pembiayaan"
ROLES = "pokmas mitra_lokal mitra_swasta penyedia_input lembaga_keuangan pemerintah"
CLOSED_LISTS = {
    "kriteria.dimensi": "jangkauan_miskin peningkatan_pendapatan perubahan_sistemik lainnya",
    "kriteria.arah": "manfaat biaya",
    "pelaku.lapisan": LAYERS,
    "pelaku.lokasi": "dalam luar",
    "aliran.jenis": FLOWS,
    "masalah.area": LAYERS,
    "model_bisnis.kondisi": "sebelum sesudah",
    "model_bisnis.peran": ROLES,
    "model_bisnis.jenis": "pendapatan biaya_variabel biaya_tetap investasi",
    "relasi_bisnis.kondisi": "sebelum sesudah",
    "relasi_bisnis.dari": ROLES,
    "relasi_bisnis.ke": ROLES,
    "relasi_bisnis.jenis": FLOWS,
    "pembiayaan.kelompok": "kelembagaan intervensi pengukuran_hasil",
    "pembiayaan.sumber": "APBN APBD DAK APBDes CSR mitra_swasta mitra_lokal pokmas lembaga_keuangan donor",
    "mitra.jenis": "lokal swasta",
    "mitra.status": "identifikasi negosiasi sepakat batal",
    "rantai.tingkat": "kegiatan keluaran_mitra hasil_mitra hasil_pokmas dampak_sektor dampak_pokmas"
    " dampak_kemiskinan",
    "indikator.tema": "tenaga_kerja kinerja_usaha pendapatan_konsumsi peluang_ekonomi akses_partisipasi"
    " persepsi",
    "indikator.apkm": "akses partisipasi kontrol manfaat",
    "indikator.arah": "naik turun",
    "rumah_tangga.jenis_kelamin_kk": "L P",
    "rumah_tangga.studi": "peserta pembanding",
    "mitra_survei.jenis": "bumdes koperasi offtaker",
    "kriteria_graduasi.operator": ">= <= = ya",
    "kriteria_graduasi.acuan": "kali_garis_kemiskinan kali_umk nilai",
    "kriteria_graduasi.tingkat": "rentan menengah stabil",
    "pendampingan.jenis": "teknis sosial manajerial intensif pelatihan",
    "umpan_balik.sumber": "fgd wawancara observasi laporan",
    "umpan_balik.jenis_kelamin": "L P",
    "variabel.jenis": "angka ya_tidak kategori skala",
    "variabel.arah": "naik turun",
    "variabel.tema": "tenaga_kerja kinerja_usaha pendapatan_konsumsi peluang_ekonomi akses_partisipasi"
    " persepsi",
}
RANGES = {
    "kriteria.bobot": (1, 5),
    "kriteria.ambang_veto": (1, 5),
    "skor.skor": (1, 5),
    "mitra.insentif": (1, 5),
    "mitra.kontribusi": (1, 5),
    "mitra.kapasitas": (1, 5),
    "survei.persepsi_pendapatan": (1, 5),
    "survei.persepsi_pengetahuan": (1, 5),
    "survei.persepsi_kemampuan": (1, 5),
    "perbandingan.nilai": (0.11, 9),
    "pelaku.persen_perempuan": (0, 100),
    "rumah_tangga.desil": (1, 10),
    "survei.jam_kerja": (0, 24),
}
REFERENCES = """
skor.kriteria -> kriteria.kriteria
perbandingan.kriteria_a -> kriteria.kriteria
perbandingan.kriteria_b -> kriteria.kriteria
keputusan.komoditas -> skor.komoditas
pelaku.komoditas -> skor.komoditas
aliran.komoditas -> skor.komoditas
aliran.dari -> pelaku.pelaku
aliran.ke -> pelaku.pelaku
masalah.induk -> masalah.masalah
masalah.intervensi -> intervensi.intervensi ;
intervensi.komoditas -> skor.komoditas
rantai.menyebabkan -> rantai.rantai ;
indikator.rantai -> rantai.rantai
capaian.indikator -> indikator.indikator
deret.pembanding -> deret.seri
survei.id_rt -> rumah_tangga.id_rt
pendampingan.id_rt -> rumah_tangga.id_rt
mitra_survei.mitra -> mitra.mitra
"""

COLUMNS = [
    pytest.param(table, column, id=f"{table.name}.{column.name}")
    for table in TABLES.values()
    for column in table.columns
]
BY_PLACE = {f"{table.name}.{column.name}": column for table in TABLES.values() for column in table.columns}


def contract_tables() -> dict[str, list[str]]:
    lines = CONTRACT.replace("\n ", " ").strip().splitlines()
    return {name: columns.split() for name, columns in (line.split(":") for line in lines)}


def test_the_contract_has_26_tables() -> None:
    assert list(contract_tables()) == [name for name in contract_tables() if name in TABLES]
    assert set(TABLES) == set(contract_tables())
    assert len(TABLES) == 26


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_table_has_the_columns_of_the_contract_in_its_order(table: Table) -> None:
    written = [column.name + "*" * column.required for column in table.columns]
    assert written == contract_tables()[table.name]


def test_closed_lists_are_those_of_the_contract() -> None:
    lists = {place: " ".join(column.choices) for place, column in BY_PLACE.items() if column.choices}
    assert lists == CLOSED_LISTS


def test_ranges_are_those_of_the_contract() -> None:
    assert {place: (BY_PLACE[place].low, BY_PLACE[place].high) for place in RANGES} == RANGES


def test_references_are_those_of_the_contract() -> None:
    lines = [
        f"{place} -> {column.refers_to} {column.separator}".strip()
        for place, column in BY_PLACE.items()
        if column.refers_to
    ]
    assert sorted(lines) == sorted(REFERENCES.strip().splitlines())


KINDS = {
    "month": "ihk.bulan capaian.bulan deret.bulan",
    "date": "profil.mulai_intervensi keputusan.tanggal mitra.tanggal indikator.tenggat survei.tanggal"
    " rumah_tangga.tanggal_masuk mitra_survei.tanggal pendampingan.tanggal umpan_balik.tanggal",
    "year": "acuan.tahun ihk.tahun_dasar skor.tahun pembiayaan.tahun",
    "yes_no": "masalah.akar kriteria_graduasi.wajib pendampingan.hadir survei.bansos",
    "id": "profil.kode_kabupaten rumah_tangga.id_rt survei.id_rt skor.komoditas kriteria.kriteria",
    "money": "acuan.garis_kemiskinan acuan.umk survei.pendapatan_rt survei.tabungan model_bisnis.harga",
}


@pytest.mark.parametrize(("kind", "names"), KINDS.items(), ids=KINDS)
def test_codes_money_and_times_have_their_kinds(kind: str, names: str) -> None:
    assert {BY_PLACE[name].kind for name in names.split()} == {kind}


# The specifications agree with themselves.


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_limits_are_in_order_and_lists_belong_to_choices(table: Table, column: Column) -> None:
    limits = [column.low, column.usual_low, column.usual_high, column.high]
    given = [limit for limit in limits if limit is not None]
    assert given == sorted(given)
    assert (column.kind == "choice") == bool(column.choices)
    assert len(set(column.choices)) == len(column.choices)
    assert not column.separator or column.refers_to
    if column.kind == "money":
        assert column.unit.startswith("Rp")
    if column.kind in {"text", "id", "yes_no", "choice"}:
        assert given == []


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_reference_names_a_column_that_keeps_the_codes(table: Table, column: Column) -> None:
    if column.refers_to:
        target, name = column.refers_to.split(".")
        assert TABLES[target].column(name).kind == column.kind == "id"
        assert TABLES[target].column(name).required
        assert TABLES[target].column(name).person == column.person


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_key_is_of_obligatory_columns(table: Table) -> None:
    assert set(table.key) <= set(table.required)
    assert len(set(table.key)) == len(table.key)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_header_names_one_column_only(table: Table) -> None:
    headers = Counter(folded(one) for column in table.columns for one in (column.name, *column.synonyms))
    assert [header for header, count in headers.items() if count > 1] == []
    # A title may say the same as a synonym of its own column, but never as another column.
    known = known_headers(table)
    assert {column.name: known[folded(column.title.template)] for column in table.columns} == {
        column.name: column.name for column in table.columns
    }


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_names_are_those_that_a_file_can_have(table: Table, column: Column) -> None:
    assert re.fullmatch(r"[a-z]+(?:_[a-z]+)*", table.name)
    assert column.name == folded(column.name)
    assert all(folded(one) == one for one in column.synonyms)
    # `nama` names criteria, actors and the like; in any other table it is a person's.
    assert IDENTIFIER_HEADERS.fullmatch(column.name) is None or column.name == "nama"
    assert not any(IDENTIFIER_HEADERS.fullmatch(one) for one in column.synonyms)


def test_only_the_survey_takes_further_columns() -> None:
    assert [table.name for table in TABLES.values() if table.extra_columns] == ["survei"]


def test_households_raters_and_remarks_are_masked() -> None:
    assert {place for place, column in BY_PLACE.items() if column.person} == {
        "rumah_tangga.id_rt",
        "survei.id_rt",
        "pendampingan.id_rt",
        "skor.penilai",
        "perbandingan.penilai",
        "indikator.penanggung_jawab",
        "umpan_balik.teks",
    }


def test_plans_may_lie_in_the_future_and_nothing_else() -> None:
    assert {place for place, column in BY_PLACE.items() if column.planned} == {
        "acuan.tahun",
        "indikator.tenggat",
        "pembiayaan.tahun",
    }


def test_rules_speak_of_tables_and_columns_that_exist() -> None:
    named = [*REMARKS]
    for table, *columns in (*ENDS, *DIRECTIONS, *WAVES):
        named += [(table, column) for column in columns if column]
    named += [(table, column) for table, columns in LOW_TO_HIGH for column in columns]
    for one in MEASURED:
        named += [(one.table, name) for name in (*one.columns, *one.amounts, *one.prices)]
    assert {f"{table}.{column}" for table, column in named} <= set(BY_PLACE)
    assert len(RULES) == len(set(RULES))


def test_a_derived_measure_is_no_column() -> None:
    assert not set(DERIVED_MEASURES) & {column.name for column in TABLES["survei"].columns}


# Words for people.


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_table_and_column_says_what_it_is(table: Table) -> None:
    assert table.title.text("id")
    assert table.row_is.text("id").startswith("Satu baris untuk ")
    for column in table.columns:
        assert column.title.text("id")[0].isupper() or column.title.text("id")[0].isdigit()
        assert column.meaning.text("id").endswith(".")


def test_every_table_and_column_says_it_in_english_too() -> None:
    sentences = [table.row_is for table in TABLES.values()]
    sentences += [column.meaning for column in BY_PLACE.values()]
    assert [one.template for one in sentences if one.text("en") == one.text("id")] == []


def test_codes_that_reports_show_have_a_label() -> None:
    assert set(DIMENSION_LABELS) == set(BY_PLACE["kriteria.dimensi"].choices)
    assert set(DIRECTION_LABELS) == set(BY_PLACE["kriteria.arah"].choices)
