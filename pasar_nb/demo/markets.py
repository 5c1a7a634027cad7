"""The markets of the seven commodities: actors by layer, as the guides describe them; numbers invented."""

from __future__ import annotations

from collections.abc import Mapping

from pasar_nb.demo.venture import Helper, Market

MARKETS: Mapping[str, Market] = {
    "1107": Market(
        "Perajin anyaman eceng gondok", 860, 92, "Pengepul anyaman desa", 11,
        "Koperasi perajin Arongan Lambalek", "koperasi", "Pedagang kerajinan Meulaboh", 6,
        "Rumah ekspor kerajinan", 3, "Toko perabot dan suvenir", "Pembeli kerajinan di dalam dan luar negeri",
        "Pengumpul eceng gondok kering", "Eceng gondok kering", "kg", 9_000,
        support=(
            Helper("Pelatih anyaman", "Pelatihan desain dan mutu", 4),
            Helper("Bank penyalur KUR", "Pembiayaan", 2),
            Helper("Jasa kirim barang", "Logistik", 5),
            Helper("Perancang produk", "Riset tren dan desain", 0),
        ),
        environment=(
            Helper("Dinas koperasi dan UKM", "Pembinaan dan perizinan usaha", 1),
            Helper("Pemerintah gampong", "Peraturan pengambilan eceng gondok di rawa", 19),
        ),
        markups=(1.20, 1.55, 3.2, 4.1), kept=0.99,
    ),
    "3503": Market(
        "Petani jahe merah", 1240, 46, "Pengepul desa", 18,
        "BUMDesma pengolah simplisia", "bumdes", "Pedagang besar kabupaten", 5,
        "Pabrik jamu", 3, "Pengecer dan apotek herbal", "Konsumen jamu",
        "Kios saprodi dan penangkar bibit", "Bibit rimpang", "kg", 16_000,
        support=(
            Helper("Penyuluh pertanian", "Pelatihan dan penyuluhan", 6),
            Helper("Bank penyalur KUR", "Pembiayaan", 2),
            Helper("Jasa angkutan", "Logistik", 9),
            Helper("Laboratorium uji mutu", "Pengujian mutu simplisia", 0),
        ),
        environment=(
            Helper("Dinas pertanian", "Kebijakan dan pendaftaran lahan", 1),
            Helper("Pemerintah desa", "Penyertaan modal BUMDesma", 10),
        ),
        markups=(1.14, 1.33, 2.6, 3.4),
    ),
    "7303": Market(
        "Petani kopi", 2150, 34, "Pengepul kopi perorangan", 24,
        "Koperasi pengepul kopi Tompobulu", "koperasi", "Pedagang besar kopi Bantaeng", 4,
        "Eksportir kopi", 2, "Penyangrai dan kedai kopi", "Peminum kopi",
        "Kios pupuk dan bibit", "Pupuk organik", "kg", 2_600,
        support=(
            Helper("Penyuluh perkebunan", "Pelatihan budidaya dan panen", 5),
            Helper("Lembaga keuangan mikro", "Pembiayaan", 3),
            Helper("Jasa giling dan jemur", "Pengolahan awal", 7),
            Helper("Pencicip mutu bersertifikat", "Penilaian cita rasa", 0),
        ),
        environment=(
            Helper("Dinas pertanian", "Kebijakan dan sertifikasi", 1),
            Helper("Kesatuan pengelolaan hutan", "Izin perhutanan sosial", 1),
        ),
        markups=(1.16, 1.30, 2.1, 3.6),
    ),
    "5208": Market(
        "Rumah tangga pengelola penginapan dan jasa wisata", 410, 48, "Pemandu dan calo tamu", 38,
        "BUMDes pengelola desa wisata", "bumdes", "Biro perjalanan lokal", 7,
        "Biro perjalanan dan layanan pemesanan", 5, "Agen perjalanan asal wisatawan", "Wisatawan",
        "Toko bahan pangan dan perlengkapan kamar", "Perlengkapan dan sarapan tamu", "paket", 24_000,
        support=(
            Helper("Sekolah menengah pariwisata", "Pelatihan pelayanan dan bahasa", 1),
            Helper("Bank penyalur KUR", "Pembiayaan", 2),
            Helper("Jasa angkutan wisata", "Transportasi", 14),
            Helper("Tim tanggap darurat pendakian", "Keselamatan wisata", 1),
            Helper("Pengelola data kunjungan", "Informasi pasar", 0),
        ),
        environment=(
            Helper("Dinas pariwisata", "Kebijakan dan promosi daerah", 1),
            Helper("Lembaga adat", "Aturan adat tentang kunjungan", 4),
        ),
        markups=(1.18, 1.35, 1.75, 2.1), kept=1.0,
        stall="Kios informasi wisata", nearby="Wisatawan dari dalam pulau",
    ),
    "3327": Market(
        "Petani nanas madu", 3400, 28, "Penebas dan pengepul desa", 46,
        "BUMDes kawasan nanas Belik", "bumdes", "Pedagang besar Pasar Belik", 12,
        "Jaringan toko buah modern", 4, "Toko buah dan pasar kota", "Konsumen buah",
        "Kios saprodi", "Pupuk", "kg", 3_100,
        support=(
            Helper("Penyuluh pertanian", "Pelatihan dan penyuluhan", 7),
            Helper("Koperasi simpan pinjam", "Pembiayaan", 4),
            Helper("Jasa angkutan bak terbuka", "Logistik", 31),
            Helper("Gudang berpendingin", "Penyimpanan", 0),
            Helper("Sentra pengolahan", "Pengolahan buah tidak lolos mutu", 0),
        ),
        environment=(
            Helper("Dinas pertanian", "Kebijakan dan benih", 1),
            Helper("Pemerintah desa", "Jalan usaha tani", 12),
        ),
        markups=(1.22, 1.45, 2.3, 3.0), kept=0.92,
    ),
    "3326": Market(
        "Penderes gula aren", 720, 51, "Pengepul gula desa", 13,
        "Koperasi penderes Petungkriyono", "koperasi", "Pedagang gula Kajen", 5,
        "Pabrik pangan organik", 2, "Toko bahan pangan", "Konsumen gula aren",
        "Penjual kayu bakar dan alat deres", "Kayu bakar", "ikat", 12_000,
        support=(
            Helper("Penyuluh kehutanan", "Pelatihan sadap lestari", 3),
            Helper("Koperasi simpan pinjam", "Pembiayaan", 2),
            Helper("Jasa ojek barang", "Logistik", 22),
            Helper("Lembaga sertifikasi organik", "Sertifikasi", 0),
        ),
        environment=(
            Helper("Dinas perindustrian", "Izin pangan industri rumah tangga", 1),
            Helper("Pengelola hutan negara", "Izin sadap di kawasan hutan", 1),
        ),
        markups=(1.13, 1.30, 2.0, 2.7),
    ),
    "3501": Market(
        "Petani janggelan", 980, 44, "Pengepul desa", 15,
        "BUMDesma Kecamatan Bandar", "bumdes", "Pedagang besar Pacitan", 4,
        "Eksportir dan pabrik cincau", 2, "Pedagang minuman dan pengecer", "Konsumen cincau",
        "Penangkar bibit janggelan", "Stek bibit", "ikat", 7_500,
        support=(
            Helper("Penyuluh pertanian", "Pelatihan panen dan jemur", 4),
            Helper("Bank penyalur KUR", "Pembiayaan", 2),
            Helper("Jasa angkutan", "Logistik", 8),
            Helper("Penyedia informasi harga", "Informasi pasar", 0),
        ),
        environment=(
            Helper("Dinas pertanian", "Kebijakan dan data tanam", 1),
            Helper("Pengelola hutan negara", "Izin tanam di bawah tegakan", 1),
        ),
        markups=(1.15, 1.36, 2.2, 3.0),
    ),
}  # fmt: skip


def market_elsewhere(product: str, number: int, women: int) -> Market:
    """Describe the market of any other commodity in general words."""
    name = product.lower()
    return Market(
        f"Produsen {name}", number, women, "Pengepul desa", max(number // 60, 3),
        "BUMDes bersama", "bumdes", "Pedagang besar kabupaten", 5,
        f"Pembeli besar {name}", 3, "Pengecer", "Konsumen akhir",
        "Penjual bahan dan alat", "Bahan produksi", "paket", 15_000,
        support=(
            Helper("Penyuluh lapangan", "Pelatihan dan penyuluhan", 5),
            Helper("Bank penyalur KUR", "Pembiayaan", 2),
            Helper("Jasa angkutan", "Logistik", 8),
            Helper("Laboratorium uji mutu", "Pengujian mutu", 0),
        ),
        environment=(
            Helper("Dinas teknis", "Kebijakan dan perizinan", 1),
            Helper("Pemerintah desa", "Peraturan desa", 6),
        ),
    )  # fmt: skip
