"""Tables of households: who takes part, what contact they had, and when they count as graduated."""

from __future__ import annotations

from collections.abc import Mapping

from pasar_nb.contract.spec import Column, Table
from pasar_nb.contract.tables.profile import EARLIEST_YEAR
from pasar_nb.language import Message, _

YOUNGEST_HEAD, OLDEST_HEAD = 10, 120  # years; Susenas counts household members from ten years as able to work
YOUNGEST_USUAL_HEAD, OLDEST_USUAL_HEAD = 17, 95
DECILES = 10
HOURS_OF_DAY = 24

DERIVED_MEASURES: Mapping[str, Message] = {
    "belanja_total": _("Belanja rumah tangga seluruhnya, Rp/bulan"),
    "belanja_per_kapita": _("Belanja per anggota rumah tangga, Rp/orang/bulan"),
    "pendapatan_per_kapita": _("Pendapatan per anggota rumah tangga, Rp/orang/bulan"),
    "aset_total": _("Aset produksi dan aset lain, Rp"),
}
"""Measures that the analyses compute from `survei`; criteria and the primary outcome may name them."""

RUMAH_TANGGA = Table(
    "rumah_tangga",
    _("Rumah tangga"),
    _("Satu baris untuk satu rumah tangga."),
    (
        Column(
            "id_rt",
            "id",
            _("Kode rumah tangga"),
            _("Kode samaran rumah tangga; jangan memakai NIK atau nomor KK."),
            required=True,
            synonyms=("id_rumah_tangga", "id_ruta", "kode_rt"),
            person=True,
        ),
        Column(
            "id_kelompok",
            "id",
            _("Kode kelompok"),
            _("Kode POKMAS tempat rumah tangga bergabung."),
            synonyms=("kelompok", "pokmas", "id_pokmas"),
        ),
        Column("kecamatan", "text", _("Kecamatan"), _("Nama kecamatan.")),
        Column(
            "desa",
            "text",
            _("Desa"),
            _("Nama desa atau kelurahan."),
            synonyms=("kelurahan", "desa_kelurahan"),
        ),
        Column(
            "jenis_kelamin_kk",
            "choice",
            _("Jenis kelamin kepala rumah tangga"),
            _("L untuk laki-laki, P untuk perempuan."),
            choices=("L", "P"),
            synonyms=("jenis_kelamin", "jk", "jk_kk"),
        ),
        Column(
            "usia_kk",
            "integer",
            _("Usia kepala rumah tangga"),
            _("Usia dalam tahun penuh."),
            low=YOUNGEST_HEAD,
            high=OLDEST_HEAD,
            usual_low=YOUNGEST_USUAL_HEAD,
            usual_high=OLDEST_USUAL_HEAD,
            unit="tahun",
            synonyms=("usia", "umur", "umur_kk"),
        ),
        Column(
            "pendidikan_kk",
            "text",
            _("Pendidikan kepala rumah tangga"),
            _("Ijazah tertinggi."),
            synonyms=("pendidikan",),
        ),
        Column("disabilitas", "yes_no", _("Disabilitas"), _("ya bila ada anggota penyandang disabilitas.")),
        Column("kelompok_adat", "text", _("Kelompok adat"), _("Kelompok adat atau etnis, bila relevan.")),
        Column(
            "desil",
            "integer",
            _("Desil"),
            _("Desil kesejahteraan menurut register sosial, 1 (termiskin) sampai 10."),
            low=1,
            high=DECILES,
        ),
        Column("register", "text", _("Register sosial"), _("Asal desil: DTSEN, Regsosek, P3KE, atau DTKS.")),
        Column("periode_register", "text", _("Periode register"), _("Periode pemutakhiran register itu.")),
        Column(
            "studi",
            "choice",
            _("Kelompok studi"),
            _("peserta atau pembanding; kosong berarti peserta."),
            choices=("peserta", "pembanding"),
        ),
        Column(
            "tanggal_masuk", "date", _("Tanggal masuk"), _("Tanggal mulai ikut program."), low=EARLIEST_YEAR
        ),
    ),
    key=("id_rt",),
)

KRITERIA_GRADUASI = Table(
    "kriteria_graduasi",
    _("Kriteria graduasi"),
    _("Satu baris untuk satu kriteria pada satu tingkat."),
    (
        Column("kriteria", "id", _("Kode kriteria"), _("Kode singkat kriteria graduasi."), required=True),
        Column("nama", "text", _("Nama kriteria"), _("Nama untuk pembaca laporan."), required=True),
        Column(
            "variabel",
            "id",
            _("Variabel"),
            _("Kolom survei atau ukuran turunan yang dinilai."),
            required=True,
        ),
        Column(
            "operator",
            "choice",
            _("Operator"),
            _("Cara membandingkan dengan ambang; ya untuk kolom ya/tidak."),
            required=True,
            choices=(">=", "<=", "=", "ya"),
        ),
        Column("ambang", "number", _("Ambang"), _("Nilai pembanding; 1 bila operatornya ya."), required=True),
        Column(
            "acuan",
            "choice",
            _("Acuan"),
            _("Satuan ambang: kelipatan garis kemiskinan, kelipatan UMK, atau nilai."),
            choices=("kali_garis_kemiskinan", "kali_umk", "nilai"),
        ),
        Column(
            "tingkat",
            "choice",
            _("Tingkat"),
            _("Tingkat kesejahteraan yang dicapai bila dipenuhi."),
            required=True,
            choices=("rentan", "menengah", "stabil"),
        ),
        Column("wajib", "yes_no", _("Wajib"), _("ya bila harus dipenuhi."), required=True),
    ),
    key=("kriteria", "tingkat"),
)

PENDAMPINGAN = Table(
    "pendampingan",
    _("Pendampingan"),
    _("Satu baris untuk satu pertemuan dengan satu rumah tangga."),
    (
        Column(
            "id_rt",
            "id",
            _("Kode rumah tangga"),
            _("Kode dari tabel rumah_tangga."),
            required=True,
            refers_to="rumah_tangga.id_rt",
            person=True,
        ),
        Column("tanggal", "date", _("Tanggal"), _("Tanggal pertemuan."), required=True, low=EARLIEST_YEAR),
        Column(
            "jenis",
            "choice",
            _("Jenis"),
            _("Jenis pendampingan."),
            required=True,
            choices=("teknis", "sosial", "manajerial", "intensif", "pelatihan"),
        ),
        Column("jam", "number", _("Lama"), _("Lama pertemuan."), low=0, high=HOURS_OF_DAY, unit="jam"),
        Column("hadir", "yes_no", _("Hadir"), _("ya bila rumah tangga hadir."), required=True),
    ),
)

HOUSEHOLDS = (RUMAH_TANGGA, KRITERIA_GRADUASI, PENDAMPINGAN)
