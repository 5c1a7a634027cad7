"""Tables about the district as a whole: its profile, yardsticks of income, and the price index."""

from __future__ import annotations

from pasar_nb.contract.spec import Column, Table
from pasar_nb.language import _

EARLIEST_YEAR = 1950  # older dates are what a spreadsheet shows for an empty or damaged one (1900, 1904)
DISTRICT_CODE = r"\d{4}"  # BPS code of a kabupaten or kota

PROFIL = Table(
    "profil",
    _("Profil kabupaten"),
    _("Satu baris untuk kabupaten ini."),
    (
        Column(
            "kode_kabupaten",
            "id",
            _("Kode kabupaten"),
            _("Kode BPS empat angka, misalnya 3503; bukan kode Kemendagri."),
            required=True,
            synonyms=("kode_bps", "kode_kab", "kode"),
            pattern=DISTRICT_CODE,
        ),
        Column(
            "nama_kabupaten",
            "text",
            _("Nama kabupaten"),
            _("Nama resmi kabupaten atau kota menurut BPS."),
            required=True,
            synonyms=("kabupaten", "nama_kab", "kabupaten_kota"),
        ),
        Column("program", "text", _("Program"), _("Nama program keperantaraan pasar."), required=True),
        Column(
            "komoditas_terpilih",
            "id",
            _("Komoditas terpilih"),
            _("Komoditas yang dijalankan, ditulis seperti pada tabel skor."),
            synonyms=("komoditas",),
        ),
        Column(
            "mulai_intervensi",
            "date",
            _("Mulai intervensi"),
            _("Tanggal kegiatan pertama dengan POKMAS; kosongkan bila belum dimulai."),
            low=EARLIEST_YEAR,
            synonyms=("tanggal_mulai", "mulai"),
        ),
        Column(
            "hasil_utama",
            "id",
            _("Hasil utama"),
            _("Satu kolom survei yang ditetapkan sebagai ukuran hasil sebelum survei akhir."),
        ),
        Column("catatan", "text", _("Catatan"), _("Hal yang perlu diketahui pembaca laporan.")),
        Column(
            "sintetis",
            "yes_no",
            _("Data contoh"),
            _("Isi ya bila angka-angkanya dibuat sebagai contoh dan bukan hasil pendataan."),
        ),
    ),
    key=("kode_kabupaten",),
)

ACUAN = Table(
    "acuan",
    _("Acuan pendapatan"),
    _("Satu baris untuk satu tahun."),
    (
        # Poverty lines and wages of a year are decided in the autumn before it.
        Column(
            "tahun",
            "year",
            _("Tahun"),
            _("Tahun berlakunya angka acuan."),
            required=True,
            low=EARLIEST_YEAR,
            planned=True,
        ),
        Column(
            "garis_kemiskinan",
            "money",
            _("Garis kemiskinan"),
            _("Garis kemiskinan kabupaten menurut BPS, per orang per bulan."),
            low=0,
            usual_low=1_000,
            usual_high=2_000_000,
            unit="Rp/orang/bulan",
            synonyms=("gk",),
        ),
        Column(
            "umk",
            "money",
            _("Upah minimum kabupaten"),
            _("Upah minimum kabupaten atau kota, per bulan."),
            low=0,
            usual_low=10_000,
            usual_high=10_000_000,
            unit="Rp/bulan",
            synonyms=("upah_minimum", "upah_minimum_kabupaten"),
        ),
        Column(
            "sumber",
            "text",
            _("Sumber"),
            _("Dokumen asal angka, misalnya Kabupaten Dalam Angka 2025."),
            required=True,
        ),
    ),
    key=("tahun",),
)

IHK = Table(
    "ihk",
    _("Indeks harga konsumen"),
    _("Satu baris untuk satu bulan dan satu tahun dasar."),
    (
        Column(
            "bulan",
            "month",
            _("Bulan"),
            _("Bulan indeks, ditulis TTTT-BB, misalnya 2026-03."),
            required=True,
            low=EARLIEST_YEAR,
        ),
        Column(
            "ihk",
            "number",
            _("Indeks harga konsumen"),
            _("Indeks dengan tahun dasar = 100."),
            required=True,
            low=0.01,
            usual_low=1,
            usual_high=1_000,
            unit="indeks",
            synonyms=("indeks", "indeks_harga_konsumen"),
        ),
        Column(
            "tahun_dasar",
            "year",
            _("Tahun dasar"),
            _("Tahun yang indeksnya 100; boleh berganti di tengah deret."),
            required=True,
            low=EARLIEST_YEAR,
        ),
    ),
    key=("bulan", "tahun_dasar"),
)

PROFILE = (PROFIL, ACUAN, IHK)
