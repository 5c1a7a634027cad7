"""Tables of commodity analysis: the market's actors and flows, root causes and interventions."""

from __future__ import annotations

from pasar_nb.contract.spec import Column, Table
from pasar_nb.language import _

LAYERS = ("rantai_nilai", "pendukung", "lingkungan_bisnis")
FLOWS = ("produk", "uang", "jasa", "jasa_melekat", "informasi", "pembiayaan")
LEAST_USUAL_PRICE = 50  # rupiah; a kilogram of rough rice in 1976, so that old series are not doubted
MOST_USUAL_PRICE = 100_000_000
MOST_LINKS = 30  # positions along a value chain

_COMMODITY = Column(
    "komoditas",
    "id",
    _("Komoditas"),
    _("Komoditas, ditulis seperti pada tabel skor."),
    required=True,
    refers_to="skor.komoditas",
)

PELAKU = Table(
    "pelaku",
    _("Pelaku pasar"),
    _("Satu baris untuk satu kelompok pelaku pasar."),
    (
        Column(
            "pelaku", "id", _("Kode pelaku"), _("Kode singkat yang dipakai pada tabel aliran."), required=True
        ),
        Column("nama", "text", _("Nama pelaku"), _("Nama kelompok, bukan nama orang."), required=True),
        _COMMODITY,
        Column(
            "lapisan",
            "choice",
            _("Lapisan"),
            _("Lapisan peta pasar tempat pelaku berada."),
            required=True,
            choices=LAYERS,
        ),
        Column("fungsi", "text", _("Fungsi"), _("Apa yang dikerjakan, misalnya pengumpul."), required=True),
        Column(
            "urutan",
            "integer",
            _("Urutan"),
            _("Letak dalam rantai nilai; 1 berarti paling hulu."),
            low=1,
            high=MOST_LINKS,
        ),
        Column(
            "lokasi",
            "choice",
            _("Lokasi"),
            _("Di dalam atau di luar kabupaten."),
            required=True,
            choices=("dalam", "luar"),
        ),
        Column("jumlah", "integer", _("Jumlah"), _("Perkiraan banyaknya pelaku."), low=0, unit="pelaku"),
        Column(
            "persen_perempuan",
            "number",
            _("Persentase perempuan"),
            _("Bagian perempuan di antara pelaku, 0 sampai 100."),
            low=0,
            high=100,
            usual_low=0,
            usual_high=100,
            unit="%",
        ),
        Column(
            "biaya_per_satuan",
            "money",
            _("Biaya per satuan"),
            _("Biaya pelaku untuk setiap satuan produk."),
            low=0,
            usual_low=LEAST_USUAL_PRICE,
            usual_high=MOST_USUAL_PRICE,
            unit="Rp/satuan",
        ),
    ),
    key=("pelaku",),
)

ALIRAN = Table(
    "aliran",
    _("Aliran antarpelaku"),
    _("Satu baris untuk satu aliran dari satu pelaku ke pelaku lain."),
    (
        _COMMODITY,
        Column("dari", "id", _("Dari"), _("Kode pelaku asal."), required=True, refers_to="pelaku.pelaku"),
        Column("ke", "id", _("Ke"), _("Kode pelaku tujuan."), required=True, refers_to="pelaku.pelaku"),
        Column("jenis", "choice", _("Jenis"), _("Apa yang mengalir."), required=True, choices=FLOWS),
        Column("volume", "number", _("Volume"), _("Banyaknya per tahun."), low=0),
        Column("satuan", "text", _("Satuan"), _("Satuan volume.")),
        Column(
            "harga",
            "money",
            _("Harga"),
            _("Harga per satuan."),
            low=0,
            usual_low=LEAST_USUAL_PRICE,
            usual_high=MOST_USUAL_PRICE,
            unit="Rp/satuan",
        ),
    ),
)

MASALAH = Table(
    "masalah",
    _("Pohon masalah"),
    _("Satu baris untuk satu masalah dalam pohon masalah."),
    (
        Column("masalah", "id", _("Kode masalah"), _("Kode singkat masalah."), required=True),
        Column(
            "induk",
            "id",
            _("Masalah induk"),
            _("Kode masalah yang disebabkan olehnya; kosong untuk puncak pohon."),
            refers_to="masalah.masalah",
        ),
        Column("pernyataan", "text", _("Pernyataan"), _("Masalahnya dalam satu kalimat."), required=True),
        Column(
            "area",
            "choice",
            _("Area"),
            _("Lapisan peta pasar tempat masalah berada."),
            required=True,
            choices=LAYERS,
        ),
        Column("akar", "yes_no", _("Akar masalah"), _("ya bila ini akar masalah."), required=True),
        Column(
            "intervensi",
            "id",
            _("Intervensi"),
            _("Kode intervensi yang menjawabnya; beberapa dipisah titik koma."),
            refers_to="intervensi.intervensi",
            separator=";",
        ),
        Column("mitra_potensial", "text", _("Mitra potensial"), _("Calon mitra yang dapat menjawabnya.")),
    ),
    key=("masalah",),
)

INTERVENSI = Table(
    "intervensi",
    _("Intervensi"),
    _("Satu baris untuk satu intervensi."),
    (
        Column("intervensi", "id", _("Kode intervensi"), _("Kode singkat intervensi."), required=True),
        _COMMODITY,
        Column("pernyataan", "text", _("Pernyataan"), _("Apa yang dilakukan."), required=True),
        Column(
            "perubahan_sistem_pasar",
            "text",
            _("Perubahan sistem pasar"),
            _("Perubahan yang diharapkan pada sistem pasar."),
            required=True,
        ),
        Column(
            "perbaikan_akses_pertumbuhan",
            "text",
            _("Perbaikan akses dan pertumbuhan"),
            _("Akses dan pertumbuhan yang diharapkan membaik."),
            required=True,
        ),
        Column(
            "pengurangan_kemiskinan",
            "text",
            _("Pengurangan kemiskinan"),
            _("Sumbangannya terhadap pengurangan kemiskinan."),
            required=True,
        ),
    ),
    key=("intervensi",),
)

MARKET = (PELAKU, ALIRAN, MASALAH, INTERVENSI)
