"""Tables of monitoring: results chain, indicators, measured values, monthly series and remarks."""

from __future__ import annotations

from pasar_nb.contract.spec import Column, Table
from pasar_nb.contract.tables.profile import EARLIEST_YEAR
from pasar_nb.language import _

LEVELS = (
    *("kegiatan", "keluaran_mitra", "hasil_mitra", "hasil_pokmas"),
    *("dampak_sektor", "dampak_pokmas", "dampak_kemiskinan"),
)
THEMES = (
    *("tenaga_kerja", "kinerja_usaha", "pendapatan_konsumsi"),
    *("peluang_ekonomi", "akses_partisipasi", "persepsi"),
)

_MONTH = Column(
    "bulan",
    "month",
    _("Bulan"),
    _("Bulan pengukuran, ditulis TTTT-BB, misalnya 2026-03."),
    required=True,
    low=EARLIEST_YEAR,
)

RANTAI = Table(
    "rantai",
    _("Rantai hasil"),
    _("Satu baris untuk satu kotak rantai hasil."),
    (
        Column("rantai", "id", _("Kode kotak"), _("Kode singkat kotak rantai hasil."), required=True),
        Column(
            "tingkat", "choice", _("Tingkat"), _("Tingkat dalam rantai hasil."), required=True, choices=LEVELS
        ),
        Column("pernyataan", "text", _("Pernyataan"), _("Perubahan yang terjadi."), required=True),
        Column(
            "menyebabkan",
            "id",
            _("Menyebabkan"),
            _("Kode kotak berikutnya; beberapa dipisah titik koma."),
            refers_to="rantai.rantai",
            separator=";",
        ),
        Column("asumsi", "text", _("Asumsi"), _("Syarat agar sebab itu berlaku.")),
    ),
    key=("rantai",),
)

INDIKATOR = Table(
    "indikator",
    _("Indikator"),
    _("Satu baris untuk satu indikator."),
    (
        Column("indikator", "id", _("Kode indikator"), _("Kode singkat indikator."), required=True),
        Column(
            "rantai",
            "id",
            _("Kotak rantai hasil"),
            _("Kode kotak yang diukur."),
            required=True,
            refers_to="rantai.rantai",
        ),
        Column("nama", "text", _("Nama indikator"), _("Apa yang diukur."), required=True),
        Column("satuan", "text", _("Satuan"), _("Satuan indikator."), required=True),
        Column("tema", "choice", _("Tema"), _("Tema pengukuran hasil."), required=True, choices=THEMES),
        Column(
            "apkm",
            "choice",
            _("APKM"),
            _("Akses, partisipasi, kontrol, atau manfaat."),
            choices=("akses", "partisipasi", "kontrol", "manfaat"),
        ),
        Column(
            "arah", "choice", _("Arah"), _("Arah yang diharapkan."), required=True, choices=("naik", "turun")
        ),
        Column("nilai_awal", "number", _("Nilai awal"), _("Nilai sebelum intervensi.")),
        Column("target", "number", _("Target"), _("Nilai yang hendak dicapai."), required=True),
        Column(
            "tenggat",
            "date",
            _("Tenggat"),
            _("Tanggal target harus tercapai."),
            required=True,
            low=EARLIEST_YEAR,
            planned=True,
        ),
        Column("metode", "text", _("Metode"), _("Cara mengukur."), required=True),
        Column(
            "sumber_verifikasi",
            "text",
            _("Sumber verifikasi"),
            _("Bukti yang dapat diperiksa."),
            required=True,
        ),
        Column(
            "penanggung_jawab",
            "text",
            _("Penanggung jawab"),
            _("Jabatan atau unit yang mengukur."),
            required=True,
            person=True,
        ),
        Column("frekuensi", "text", _("Frekuensi"), _("Seberapa sering diukur."), required=True),
    ),
    key=("indikator",),
)

CAPAIAN = Table(
    "capaian",
    _("Capaian indikator"),
    _("Satu baris untuk nilai satu indikator pada satu bulan."),
    (
        Column(
            "indikator",
            "id",
            _("Kode indikator"),
            _("Kode dari tabel indikator."),
            required=True,
            refers_to="indikator.indikator",
        ),
        _MONTH,
        Column("nilai", "number", _("Nilai"), _("Nilai yang terukur."), required=True),
        Column("catatan", "text", _("Catatan"), _("Penjelasan bila perlu.")),
    ),
    key=("indikator", "bulan"),
)

DERET = Table(
    "deret",
    _("Deret bulanan"),
    _("Satu baris untuk satu bulan dari satu deret."),
    (
        Column("seri", "id", _("Deret"), _("Kode deret, misalnya harga_kopi."), required=True),
        _MONTH,
        Column("nilai", "number", _("Nilai"), _("Nilai pada bulan itu."), required=True),
        Column("satuan", "text", _("Satuan"), _("Satuan nilai; sama di seluruh deret."), required=True),
        Column("sumber", "text", _("Sumber"), _("Asal angka."), required=True),
        Column(
            "pembanding",
            "id",
            _("Deret pembanding"),
            _(
                "Kode deret lain di tabel ini yang tidak terjangkau kegiatan; sama di seluruh deret. "
                "Kosong bila tidak ada."
            ),
            refers_to="deret.seri",
        ),
    ),
    key=("seri", "bulan"),
)

UMPAN_BALIK = Table(
    "umpan_balik",
    _("Umpan balik"),
    _("Satu baris untuk satu ungkapan."),
    (
        Column(
            "sumber",
            "choice",
            _("Sumber"),
            _("Cara ungkapan diperoleh."),
            required=True,
            choices=("fgd", "wawancara", "observasi", "laporan"),
        ),
        Column("tanggal", "date", _("Tanggal"), _("Tanggal diperoleh."), required=True, low=EARLIEST_YEAR),
        Column(
            "teks",
            "text",
            _("Ungkapan"),
            _("Isi ungkapan, tanpa nama, NIK, atau nomor telepon."),
            required=True,
            person=True,
        ),
        Column("tema", "text", _("Tema"), _("Tema ungkapan, bila sudah dikelompokkan.")),
        Column(
            "jenis_kelamin",
            "choice",
            _("Jenis kelamin penutur"),
            _("L untuk laki-laki, P untuk perempuan; kosong bila tidak ada satu penutur."),
            choices=("L", "P"),
        ),
        Column(
            "tema_kedua",
            "text",
            _("Tema menurut pengelompok kedua"),
            _("Tema menurut orang kedua yang tidak melihat pilihan orang pertama."),
        ),
    ),
)

MONITORING = (RANTAI, INDIKATOR, CAPAIAN, DERET, UMPAN_BALIK)
