"""What people said and what facilitators saw: remarks of each district in the order of time, nobody named."""

from __future__ import annotations

from collections.abc import Mapping

from pasar_nb.demo.venture import Voice

COMMON = (
    Voice("fgd", "harga", "Dulu kami tidak tahu harga di kabupaten, sekarang diumumkan di balai desa."),
    Voice("wawancara", "pelatihan", "Pelatihan sebaiknya sore hari, pagi kami masih bekerja."),
    Voice("wawancara", "pelatihan", "Cara menyortir sudah dipraktikkan di rumah, anak-anak ikut membantu."),
    Voice("observasi", "mutu", "Sebagian hasil masih tercampur; wadah terpisah belum tersedia."),
    Voice("wawancara", "pembayaran", "Pembayaran kadang terlambat dua minggu, padahal kami perlu belanja."),
    Voice(
        "fgd", "perempuan", "Ibu-ibu ikut memutuskan kapan menjual, tetapi uangnya masih dipegang suami.", "P"
    ),
    Voice("laporan", "kehadiran", "Kehadiran turun pada musim panen dan hajatan."),
    Voice("wawancara", "disabilitas", "Tempat pertemuan ada tangganya, kursi roda tidak dapat masuk."),
    Voice("wawancara", "", "Kami tidak sempat mencatat, hitungannya di kepala saja."),
    Voice("observasi", "kelembagaan", "Buku kas kelompok terisi rapi pada dua dari tiga kelompok."),
)
"""Remarks that are heard everywhere; they show that not all is well."""

VOICES: Mapping[str, tuple[Voice, ...]] = {
    "1107": (
        Voice("fgd", "pesanan",
            "Pesanan dari rumah ekspor datang setiap bulan, dulu hanya menjelang Lebaran."),
        Voice("wawancara", "mutu", "Ukuran tas harus sama, yang miring dikembalikan; kami jadi hati-hati."),
        Voice("wawancara", "perempuan",
            "Anyaman dikerjakan malam setelah anak tidur, sekarang dihargai.", "P"),
        Voice("observasi", "bahan baku",
            "Eceng gondok di rawa menipis dekat desa; perajin mengambil lebih jauh."),
        Voice("laporan", "peniruan", "Dua pengepul di luar program ikut membeli menurut ukuran."),
    ),
    "3503": (
        Voice("fgd", "harga", "Jahe bersih dan tua dihargai lebih, yang muda dipisah."),
        Voice("wawancara", "pengolahan", "Mesin pengering penuh pada Agustus, antre tiga hari."),
        Voice("wawancara", "pembiayaan", "Angsuran dipotong dari timbangan, tidak terasa berat."),
        Voice("laporan", "peniruan", "Pengepul di Dongko mulai menyortir karena petani membandingkan harga."),
        Voice("observasi", "bibit", "Bibit dari penangkar desa tumbuh seragam di tiga demplot."),
    ),
    "7303": (
        Voice("wawancara", "pengepul", "Imbalan per kilogram tidak menutup ongkos angkut dari kebun atas."),
        Voice("fgd", "pengepul", "Kalau begini terus, kami lebih untung membeli asalan seperti dulu."),
        Voice("fgd", "harga", "Petik merah dihargai lebih, petani mau menunggu matang."),
        Voice("laporan", "pengepul", "Dua dari enam pengepul berhenti menyetor sejak musim kedua."),
        Voice("observasi", "mutu", "Gelondong merah dijemur di atas para-para di empat dari lima dusun."),
    ),
    "5208": (
        Voice("wawancara", "tamu", "Tamu datang bergilir menurut daftar, tidak berebut di jalan."),
        Voice("fgd", "musim", "Setelah September sepi; yang bekerja ke luar daerah bertambah."),
        Voice("laporan", "perpindahan",
            "Banyak rumah tangga tidak ditemui pada survei akhir karena merantau."),
        Voice("fgd", "adat", "Agen perlu tahu hari pantang sebelum menjual paket."),
        Voice("wawancara", "pelayanan", "Menyapa dengan bahasa asing masih malu, tetapi sudah berani."),
    ),
    "3327": (
        Voice("fgd", "harga", "Harga di BUMDes sama saja dengan penebas, hanya timbangannya jelas."),
        Voice("laporan", "mitra",
            "Jaringan toko buah modern menghentikan perjanjian setelah dua pengiriman."),
        Voice("wawancara", "mutu", "Yang diterima toko hanya ukuran besar, sisanya kami jual ke tepi jalan."),
        Voice("wawancara", "harapan", "Kami sudah ikut semua pelatihan, tetapi uangnya belum bertambah."),
        Voice("observasi", "penyimpanan",
            "Buah menumpuk di gudang BUMDes pada panen raya karena tidak ada pendingin."),
    ),
    "3326": (
        Voice("fgd", "harapan", "Kalau ada pembeli gula semut, kami mau memasak lebih bersih."),
        Voice("wawancara", "keselamatan", "Suami pernah jatuh dari pohon, alat panjatnya dari bambu.", "P"),
        Voice("observasi", "energi", "Tungku hemat baru terpasang di enam rumah."),
    ),
    "3501": (
        Voice("wawancara", "mutu", "Kadar air diukur di depan kami, jadi tidak ada tawar-menawar."),
        Voice("fgd", "harga", "Harga mingguan ditempel di pos ronda."),
        Voice("observasi", "pengeringan", "Para-para dipakai, tetapi roboh di dua dusun setelah angin."),
        Voice("laporan", "bibit", "Stek dari kebun bibit habis sebelum musim hujan."),
        Voice("wawancara", "hutan", "Izin tanam di bawah jati belum turun, kami menanam di pekarangan saja."),
    ),
}  # fmt: skip
