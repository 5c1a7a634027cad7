"""Tables of surveys: households and partners in each wave, and the further variables of a district."""

from __future__ import annotations

from pasar_nb.contract.spec import Column, Table
from pasar_nb.contract.tables.households import HOURS_OF_DAY
from pasar_nb.contract.tables.market import LEAST_USUAL_PRICE, MOST_USUAL_PRICE
from pasar_nb.contract.tables.profile import EARLIEST_YEAR
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import LAST_WAVE, SCORE_HIGH, SCORE_LOW, THEME_LABELS

LEAST_USUAL_INCOME = (
    100  # rupiah; keeps incomes of the 1970s and doubts nothing, losses and slips of the unit
)
MOST_USUAL_INCOME = 500_000_000
MOST_MEMBERS, MOST_USUAL_MEMBERS = 40, 15
MOST_WORKERS = 99  # UU 20/2008 and BPS: a hundred workers make a large enterprise
MOST_TRAININGS = 365
_UNIT = _("Satuan semua volume; satuan setempat disertai beratnya, misalnya ikat (2,5 kg).")
_PER_MONTH = "Rp/bulan"


def _income(name: str, title: Message, meaning: Message, synonyms: tuple[str, ...] = ()) -> Column:
    """Describe an amount that may be a loss, which is doubted but not refused."""
    return Column(
        name,
        "money",
        title,
        meaning,
        usual_low=LEAST_USUAL_INCOME,
        usual_high=MOST_USUAL_INCOME,
        unit=_PER_MONTH,
        synonyms=synonyms,
    )


def _amount(name: str, title: Message, meaning: Message, unit: str) -> Column:
    """Describe an amount of rupiah that cannot be negative; nothing spent or owned is usual."""
    return Column(name, "money", title, meaning, low=0, unit=unit)


def _price(name: str, title: Message, meaning: Message) -> Column:
    return Column(
        name,
        "money",
        title,
        meaning,
        low=0,
        usual_low=LEAST_USUAL_PRICE,
        usual_high=MOST_USUAL_PRICE,
        unit="Rp/satuan",
    )


def _quantity(name: str, title: Message, meaning: Message) -> Column:
    return Column(name, "number", title, meaning, low=0)


def _count(name: str, title: Message, meaning: Message, unit: str, high: int | None = None) -> Column:
    return Column(name, "integer", title, meaning, low=0, high=high, unit=unit)


def _opinion(name: str, title: Message, meaning: Message) -> Column:
    return Column(name, "integer", title, meaning, low=SCORE_LOW, high=SCORE_HIGH, unit="1-5")


_WAVE = Column(
    "gelombang",
    "integer",
    _("Gelombang"),
    _("0 untuk survei awal, lalu 1, 2, dan seterusnya."),
    required=True,
    low=0,
    high=LAST_WAVE,
    synonyms=("wave", "putaran"),
)
_DATE = Column(
    "tanggal",
    "date",
    _("Tanggal"),
    _("Tanggal wawancara."),
    required=True,
    low=EARLIEST_YEAR,
    synonyms=("tanggal_wawancara", "tanggal_survei"),
)
_PHONE = Column(
    "telepon_usaha",
    "yes_no",
    _("Telepon untuk usaha"),
    _("ya bila telepon atau internet dipakai untuk usaha."),
)

SURVEI = Table(
    "survei",
    _("Survei rumah tangga"),
    _("Satu baris untuk satu rumah tangga pada satu gelombang."),
    (
        Column(
            "id_rt",
            "id",
            _("Kode rumah tangga"),
            _("Kode dari tabel rumah_tangga."),
            required=True,
            synonyms=("id_rumah_tangga", "id_ruta", "kode_rt"),
            refers_to="rumah_tangga.id_rt",
            person=True,
        ),
        _WAVE,
        _DATE,
        Column(
            "jumlah_anggota",
            "integer",
            _("Jumlah anggota"),
            _("Banyaknya anggota rumah tangga."),
            low=1,
            high=MOST_MEMBERS,
            usual_low=1,
            usual_high=MOST_USUAL_MEMBERS,
            unit="orang",
            synonyms=("jumlah_art", "jumlah_anggota_rt"),
        ),
        _income("pendapatan_usaha", _("Pendapatan usaha"), _("Pendapatan bersih dari usaha ini.")),
        _income(
            "pendapatan_rt",
            _("Pendapatan rumah tangga"),
            _("Pendapatan rumah tangga dari semua sumber."),
            synonyms=("pendapatan_rumah_tangga", "total_pendapatan"),
        ),
        _amount("belanja_makanan", _("Belanja makanan"), _("Belanja makanan sebulan."), _PER_MONTH),
        _amount(
            "belanja_pendidikan_kesehatan",
            _("Belanja pendidikan dan kesehatan"),
            _("Belanja pendidikan dan kesehatan sebulan."),
            _PER_MONTH,
        ),
        _amount(
            "belanja_transport_komunikasi",
            _("Belanja transportasi dan komunikasi"),
            _("Belanja transportasi dan komunikasi sebulan."),
            _PER_MONTH,
        ),
        _amount("belanja_rumah", _("Belanja rumah"), _("Belanja keperluan rumah sebulan."), _PER_MONTH),
        _amount(
            "belanja_transfer", _("Belanja transfer"), _("Kiriman kepada pihak lain sebulan."), _PER_MONTH
        ),
        _amount("belanja_lain", _("Belanja lain"), _("Belanja lainnya sebulan."), _PER_MONTH),
        Column(
            "jam_kerja",
            "number",
            _("Jam kerja"),
            _("Jam kerja sehari."),
            low=0,
            high=HOURS_OF_DAY,
            unit="jam/hari",
        ),
        _count("jumlah_pekerja", _("Jumlah pekerja"), _("Pekerja dalam usaha."), "orang", MOST_WORKERS),
        _quantity("produksi", _("Produksi"), _("Hasil produksi sebulan atau semusim.")),
        Column("satuan_produksi", "text", _("Satuan produksi"), _UNIT),
        _quantity("volume_jual", _("Volume jual"), _("Banyaknya yang dijual.")),
        _amount("nilai_jual", _("Nilai jual"), _("Nilai seluruh penjualan."), "Rp"),
        _price("harga_jual", _("Harga jual"), _("Harga jual per satuan.")),
        _count("jumlah_pesanan", _("Jumlah pesanan"), _("Pesanan sebulan terakhir."), "pesanan"),
        Column(
            "pembelian_berulang",
            "yes_no",
            _("Pembelian berulang"),
            _("ya bila ada pembeli yang membeli lagi."),
        ),
        Column("pasar_utama", "text", _("Pasar utama"), _("Tempat sebagian besar hasil dijual.")),
        _amount("aset_produksi", _("Aset produksi"), _("Nilai aset untuk usaha."), "Rp"),
        _amount("aset_lain", _("Aset lain"), _("Nilai aset di luar usaha."), "Rp"),
        _count(
            "migrasi_masuk", _("Migrasi masuk"), _("Anggota yang datang atau kembali."), "orang", MOST_MEMBERS
        ),
        _count(
            "migrasi_keluar", _("Migrasi keluar"), _("Anggota yang pergi merantau."), "orang", MOST_MEMBERS
        ),
        _count(
            "jumlah_pelatihan", _("Jumlah pelatihan"), _("Pelatihan yang diikuti."), "kali", MOST_TRAININGS
        ),
        _PHONE,
        Column(
            "produk_keuangan",
            "yes_no",
            _("Produk keuangan"),
            _("ya bila memiliki produk lembaga keuangan formal."),
        ),
        _amount("tabungan", _("Tabungan"), _("Nilai tabungan."), "Rp"),
        Column("bansos", "yes_no", _("Bantuan sosial"), _("ya bila menerima bantuan sosial.")),
        _opinion("persepsi_pendapatan", _("Persepsi pendapatan"), _("Pendapatan meningkat, 1-5.")),
        _opinion("persepsi_pengetahuan", _("Persepsi pengetahuan"), _("Pengetahuan meningkat, 1-5.")),
        _opinion("persepsi_kemampuan", _("Persepsi kemampuan"), _("Kemampuan meningkat, 1-5.")),
    ),
    key=("id_rt", "gelombang"),
    extra_columns=True,
)

MITRA_SURVEI = Table(
    "mitra_survei",
    _("Survei mitra"),
    _("Satu baris untuk satu mitra pada satu gelombang."),
    (
        Column(
            "mitra", "id", _("Mitra"), _("Mitra dari tabel mitra."), required=True, refers_to="mitra.mitra"
        ),
        Column(
            "jenis",
            "choice",
            _("Jenis"),
            _("Jenis mitra."),
            required=True,
            choices=("bumdes", "koperasi", "offtaker"),
        ),
        _WAVE,
        _DATE,
        _count("pemasok_l", _("Pemasok laki-laki"), _("Banyaknya pemasok laki-laki."), "orang"),
        _count("pemasok_p", _("Pemasok perempuan"), _("Banyaknya pemasok perempuan."), "orang"),
        _count(
            "pemasok_disabilitas", _("Pemasok penyandang disabilitas"), _("Di antara semua pemasok."), "orang"
        ),
        _price("harga_beli", _("Harga beli"), _("Harga beli per satuan.")),
        _quantity("volume_beli", _("Volume beli"), _("Banyaknya yang dibeli.")),
        Column("satuan", "text", _("Satuan"), _UNIT),
        _income("keuntungan", _("Keuntungan"), _("Keuntungan bersih.")),
        _amount("investasi", _("Investasi"), _("Investasi untuk keperantaraan."), "Rp"),
        Column(
            "layanan_keuangan",
            "yes_no",
            _("Layanan keuangan"),
            _("ya bila memakai layanan lembaga keuangan formal."),
        ),
        _PHONE,
    ),
    key=("mitra", "gelombang"),
)

VARIABEL = Table(
    "variabel",
    _("Variabel tambahan"),
    _("Satu baris untuk satu kolom tambahan pada survei."),
    (
        Column("variabel", "id", _("Variabel"), _("Nama kolom pada survei."), required=True),
        Column("nama", "text", _("Nama variabel"), _("Nama untuk pembaca laporan."), required=True),
        # Obligatory in version 1 of the contract; a yes or no has no unit, so only numbers must have one.
        Column("satuan", "text", _("Satuan"), _("Satuan; wajib untuk jenis angka.")),
        Column(
            "jenis",
            "choice",
            _("Jenis"),
            _("Cara membaca isinya."),
            required=True,
            choices=("angka", "ya_tidak", "kategori", "skala"),
        ),
        Column("arah", "choice", _("Arah"), _("Arah yang baik, bila ada."), choices=("naik", "turun")),
        Column("tema", "choice", _("Tema"), _("Tema indikator yang diukur."), choices=tuple(THEME_LABELS)),
    ),
    key=("variabel",),
)

SURVEYS = (SURVEI, MITRA_SURVEI, VARIABEL)
