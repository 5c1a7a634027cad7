"""Tables of the business model: each actor's budget, exchanges, finance and partners."""

from __future__ import annotations

from pasar_nb.contract.spec import Column, Table
from pasar_nb.contract.tables.market import FLOWS, LEAST_USUAL_PRICE, MOST_USUAL_PRICE
from pasar_nb.contract.tables.profile import EARLIEST_YEAR
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import SCORE_HIGH, SCORE_LOW

CONDITIONS = ("sebelum", "sesudah")
ROLES = ("pokmas", "mitra_lokal", "mitra_swasta", "penyedia_input", "lembaga_keuangan", "pemerintah")
SOURCES_OF_FUNDS = (
    *("APBN", "APBD", "DAK", "APBDes", "CSR"),
    *("mitra_swasta", "mitra_lokal", "pokmas", "lembaga_keuangan", "donor"),
)
DAYS_OF_YEAR = 366

_CONDITION = Column(
    "kondisi",
    "choice",
    _("Kondisi"),
    _("Sebelum atau sesudah model bisnis baru."),
    required=True,
    choices=CONDITIONS,
)

MODEL_BISNIS = Table(
    "model_bisnis",
    _("Model bisnis"),
    _("Satu baris untuk satu mata anggaran tahunan satu pihak."),
    (
        _CONDITION,
        Column("peran", "choice", _("Peran"), _("Pihak dalam model bisnis."), required=True, choices=ROLES),
        Column(
            "jumlah_unit",
            "number",
            _("Jumlah unit"),
            _("Banyaknya pihak itu."),
            required=True,
            low=0,
            unit="unit",
        ),
        Column("komponen", "text", _("Komponen"), _("Nama mata anggaran."), required=True),
        Column(
            "jenis",
            "choice",
            _("Jenis"),
            _("Pendapatan atau jenis biaya."),
            required=True,
            choices=("pendapatan", "biaya_variabel", "biaya_tetap", "investasi"),
        ),
        Column("volume", "number", _("Volume"), _("Banyaknya setiap kali."), required=True, low=0),
        Column("satuan", "text", _("Satuan"), _("Satuan volume."), required=True),
        Column(
            "harga",
            "money",
            _("Harga"),
            _("Harga per satuan."),
            required=True,
            low=0,
            usual_low=LEAST_USUAL_PRICE,
            usual_high=MOST_USUAL_PRICE,
            unit="Rp/satuan",
        ),
        Column(
            "frekuensi_per_tahun",
            "number",
            _("Frekuensi per tahun"),
            _("Berapa kali dalam setahun."),
            required=True,
            low=0,
            usual_low=0,
            usual_high=DAYS_OF_YEAR,
            unit="kali/tahun",
        ),
        *(
            Column(
                name,
                "money",
                title,
                meaning,
                low=0,
                usual_low=LEAST_USUAL_PRICE,
                usual_high=MOST_USUAL_PRICE,
                unit="Rp/satuan",
            )
            for name, title, meaning in (
                ("harga_rendah", _("Harga rendah"), _("Harga terendah yang masuk akal.")),
                ("harga_tinggi", _("Harga tinggi"), _("Harga tertinggi yang masuk akal.")),
            )
        ),
        Column("volume_rendah", "number", _("Volume rendah"), _("Volume terendah yang masuk akal."), low=0),
        Column("volume_tinggi", "number", _("Volume tinggi"), _("Volume tertinggi yang masuk akal."), low=0),
    ),
)

RELASI_BISNIS = Table(
    "relasi_bisnis",
    _("Relasi bisnis"),
    _("Satu baris untuk satu pertukaran antarpihak dalam model bisnis."),
    (
        _CONDITION,
        Column("dari", "choice", _("Dari"), _("Pihak asal."), required=True, choices=ROLES),
        Column("ke", "choice", _("Ke"), _("Pihak tujuan."), required=True, choices=ROLES),
        Column("jenis", "choice", _("Jenis"), _("Apa yang dipertukarkan."), required=True, choices=FLOWS),
        Column("keterangan", "text", _("Keterangan"), _("Penjelasan singkat.")),
    ),
)

PEMBIAYAAN = Table(
    "pembiayaan",
    _("Pembiayaan"),
    _("Satu baris untuk satu biaya dari satu sumber dana."),
    (
        Column("kegiatan", "text", _("Kegiatan"), _("Kegiatan yang dibiayai."), required=True),
        Column(
            "kelompok",
            "choice",
            _("Kelompok"),
            _("Kelompok biaya."),
            required=True,
            choices=("kelembagaan", "intervensi", "pengukuran_hasil"),
        ),
        Column(
            "sumber", "choice", _("Sumber dana"), _("Asal dana."), required=True, choices=SOURCES_OF_FUNDS
        ),
        Column(
            "tahun",
            "year",
            _("Tahun"),
            _("Tahun anggaran."),
            required=True,
            low=EARLIEST_YEAR,
            planned=True,
        ),
        Column(
            "anggaran", "money", _("Anggaran"), _("Dana yang direncanakan."), required=True, low=0, unit="Rp"
        ),
        Column("realisasi", "money", _("Realisasi"), _("Dana yang terpakai."), low=0, unit="Rp"),
        Column("kode_apbd", "id", _("Kode APBD"), _("Kode rekening pada APBD, bila ada.")),
    ),
)


def _rating(name: str, title: Message, meaning: Message, required: bool) -> Column:
    return Column(
        name, "integer", title, meaning, required=required, low=SCORE_LOW, high=SCORE_HIGH, unit="1-5"
    )


MITRA = Table(
    "mitra",
    _("Calon mitra"),
    _("Satu baris untuk satu calon mitra."),
    (
        Column("mitra", "id", _("Mitra"), _("Nama atau kode lembaga mitra."), required=True),
        Column(
            "jenis", "choice", _("Jenis"), _("Lokal atau swasta."), required=True, choices=("lokal", "swasta")
        ),
        _rating("insentif", _("Insentif"), _("Kuatnya insentif calon mitra, 1-5."), required=True),
        _rating("kontribusi", _("Kontribusi"), _("Besarnya kontribusi yang ditawarkan, 1-5."), required=True),
        _rating("kapasitas", _("Kapasitas"), _("Kapasitas usaha calon mitra, 1-5."), required=False),
        Column(
            "status",
            "choice",
            _("Status"),
            _("Tahap kerja sama."),
            required=True,
            choices=("identifikasi", "negosiasi", "sepakat", "batal"),
        ),
        Column("tanggal", "date", _("Tanggal"), _("Tanggal status itu dicapai."), low=EARLIEST_YEAR),
    ),
    key=("mitra",),
)

BUSINESS = (MODEL_BISNIS, RELASI_BISNIS, PEMBIAYAAN, MITRA)
