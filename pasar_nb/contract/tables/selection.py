"""Tables of commodity selection: criteria, scores, pairwise judgements and the decision."""

from __future__ import annotations

from pasar_nb.contract.spec import Column, Table
from pasar_nb.contract.tables.profile import EARLIEST_YEAR
from pasar_nb.language import _
from pasar_nb.vocabulary import DIMENSION_LABELS, SCORE_HIGH, SCORE_LOW

SAATY_LOW, SAATY_HIGH = 0.11, 9  # Saaty 1980: 1/9 to 9; 1/9 is often typed as 0.11

KRITERIA = Table(
    "kriteria",
    _("Kriteria pemilihan komoditas"),
    _("Satu baris untuk satu kriteria."),
    (
        Column(
            "kriteria",
            "id",
            _("Kode kriteria"),
            _("Kode singkat yang dipakai pada tabel lain."),
            required=True,
            synonyms=("kode_kriteria", "id_kriteria"),
        ),
        Column(
            "nama",
            "text",
            _("Nama kriteria"),
            _("Nama kriteria untuk pembaca laporan."),
            required=True,
            synonyms=("nama_kriteria",),
        ),
        Column(
            "dimensi",
            "choice",
            _("Dimensi"),
            _("Kelompok kriteria menurut panduan."),
            required=True,
            choices=tuple(DIMENSION_LABELS),
        ),
        Column(
            "bobot",
            "number",
            _("Bobot"),
            _("Prioritas kriteria, 1 (rendah) sampai 5 (tinggi)."),
            required=True,
            low=SCORE_LOW,
            high=SCORE_HIGH,
            unit="1-5",
        ),
        Column(
            "arah",
            "choice",
            _("Arah"),
            _("manfaat bila skor tinggi baik, biaya bila skor tinggi buruk."),
            required=True,
            choices=("manfaat", "biaya"),
        ),
        Column(
            "ambang_veto",
            "number",
            _("Ambang veto"),
            _("Skor yang bila tidak dipenuhi menggugurkan komoditas."),
            low=SCORE_LOW,
            high=SCORE_HIGH,
            unit="1-5",
            synonyms=("veto",),
        ),
    ),
    key=("kriteria",),
)

SKOR = Table(
    "skor",
    _("Skor komoditas"),
    _("Satu baris untuk skor satu komoditas pada satu kriteria oleh satu penilai."),
    (
        Column("komoditas", "id", _("Komoditas"), _("Komoditas yang dinilai."), required=True),
        Column(
            "kriteria",
            "id",
            _("Kode kriteria"),
            _("Kode dari tabel kriteria."),
            required=True,
            refers_to="kriteria.kriteria",
        ),
        Column(
            "penilai",
            "id",
            _("Penilai"),
            _("Nama atau sebutan pihak yang memberi skor."),
            required=True,
            person=True,
        ),
        Column(
            "skor",
            "integer",
            _("Skor"),
            _("Bilangan bulat 1 sampai 5."),
            required=True,
            low=SCORE_LOW,
            high=SCORE_HIGH,
            unit="1-5",
            synonyms=("nilai_skor",),
        ),
        Column("nilai_data", "number", _("Nilai data"), _("Angka yang mendasari skor.")),
        Column("satuan", "text", _("Satuan"), _("Satuan nilai data.")),
        Column(
            "sumber",
            "text",
            _("Sumber"),
            _("Dokumen atau wawancara yang mendasari skor."),
            required=True,
            synonyms=("sumber_data",),
        ),
        Column(
            "tahun",
            "year",
            _("Tahun"),
            _("Tahun data yang mendasari skor."),
            required=True,
            low=EARLIEST_YEAR,
        ),
    ),
    key=("komoditas", "kriteria", "penilai"),
)

PERBANDINGAN = Table(
    "perbandingan",
    _("Perbandingan berpasangan (AHP)"),
    _("Satu baris untuk satu perbandingan dua kriteria oleh satu penilai."),
    (
        Column(
            "penilai",
            "id",
            _("Penilai"),
            _("Nama atau sebutan pihak yang membandingkan."),
            required=True,
            person=True,
        ),
        Column(
            "kriteria_a",
            "id",
            _("Kriteria A"),
            _("Kriteria pertama, kode dari tabel kriteria."),
            required=True,
            refers_to="kriteria.kriteria",
        ),
        Column(
            "kriteria_b",
            "id",
            _("Kriteria B"),
            _("Kriteria kedua, kode dari tabel kriteria."),
            required=True,
            refers_to="kriteria.kriteria",
        ),
        Column(
            "nilai",
            "number",
            _("Nilai perbandingan"),
            _("Berapa kali A lebih penting daripada B: 1/9 sampai 9."),
            required=True,
            low=SAATY_LOW,
            high=SAATY_HIGH,
            usual_low=SAATY_LOW,
            usual_high=SAATY_HIGH,
            fractions=True,
        ),
    ),
    key=("penilai", "kriteria_a", "kriteria_b"),
)

KEPUTUSAN = Table(
    "keputusan",
    _("Keputusan komoditas"),
    _("Satu baris untuk keputusan atas satu komoditas."),
    (
        Column(
            "komoditas",
            "id",
            _("Komoditas"),
            _("Komoditas yang dipilih, ditulis seperti pada tabel skor."),
            required=True,
            refers_to="skor.komoditas",
        ),
        Column(
            "alasan",
            "text",
            _("Alasan"),
            _("Alasan yang disepakati, terutama bila berbeda dari peringkat."),
            required=True,
        ),
        Column(
            "tanggal", "date", _("Tanggal"), _("Tanggal keputusan diambil."), required=True, low=EARLIEST_YEAR
        ),
    ),
    key=("komoditas", "tanggal"),
)

SELECTION = (KRITERIA, SKOR, PERBANDINGAN, KEPUTUSAN)
