"""The problem trees of the seven districts as indented text.

A line is a problem and stands below the one that it brings about. ``*`` marks a root cause. After ``|`` comes
the layer of the market map (``rantai``, ``pendukung``, ``lingkungan``), after ``>`` the interventions that
answer it, after ``@`` a potential partner.
"""

from __future__ import annotations

from collections.abc import Mapping

TREES: Mapping[str, str] = {
    "1107": """
Pendapatan perajin eceng gondok rendah walaupun jam kerjanya panjang | rantai
  Harga anyaman di tingkat perajin rendah | rantai
    Perajin hanya mengenal satu pengepul di desanya | rantai
      * Tidak ada tempat mempertemukan perajin dengan rumah ekspor | pendukung > I1 @ Rumah ekspor kerajinan
    Banyak anyaman ditolak karena ukuran tidak seragam | rantai
      * Koperasi belum memiliki juru periksa mutu | rantai > I2 @ Koperasi perajin
  Pesanan datang tidak tetap | rantai
    * Motif tidak berganti sehingga pembeli beralih | pendukung > I2 @ Perancang produk
    * Belum ada perjanjian pasokan tahunan | rantai > I1 @ Rumah ekspor kerajinan
  Bahan baku kering sukar pada musim hujan | pendukung
    * Tidak ada rumah jemur bersama | pendukung > I3 @ Pemerintah gampong
    * Aturan gampong tentang pengambilan eceng gondok belum jelas | lingkungan @ Pemerintah gampong
""",
    "3503": """
Pendapatan rumah tangga petani jahe merah rendah dan tidak pasti | rantai
  Harga di tingkat petani rendah | rantai
    Jahe dijual segar dan tidak disortir kepada pengepul desa | rantai
      * Belum ada pembeli tetap yang membayar menurut mutu | rantai > I1 @ Pabrik jamu
      * BUMDesma belum mampu mengolah sesuai mutu pabrik | pendukung > I1;I2 @ BUMDesma
    Petani terikat utang musiman kepada pengepul | pendukung
      * Bank tidak mengenal petani tanpa agunan | pendukung > I3 @ Bank penyalur KUR
  Hasil per rumpun rendah | rantai
    * Bibit bermutu sukar diperoleh | pendukung > I2 @ Kios saprodi
    * Penyuluhan biofarmaka jarang | pendukung > I2 @ Penyuluh pertanian
  BUMDesma kekurangan modal kerja | pendukung
    * Peraturan desa belum memungkinkan penyertaan modal bersama | lingkungan @ Pemerintah desa
""",
    "7303": """
Petani kopi Tompobulu menerima bagian kecil dari harga ekspor | rantai
  Sebagian besar kopi dijual sebagai gelondong asalan | rantai
    * Pengepul membayar sama untuk petik merah dan petik campur | rantai > I1 @ Koperasi pengepul kopi
    * Petani tidak mengetahui harga menurut mutu | pendukung > I2 @ Eksportir kopi
  Hasil per hektare di bawah rata-rata provinsi | rantai
    * Pohon tua belum diremajakan | rantai > I2 @ Penyuluh perkebunan
    Pemupukan tidak sesuai anjuran | rantai
      * Pupuk organik tidak tersedia di dekat kebun | pendukung > I3 @ Kios pupuk
  Pengepul tidak berani membeli menurut mutu | rantai
    * Modal kerja pengepul kecil dan bunganya tinggi | pendukung > I3 @ Lembaga keuangan mikro
    * Sertifikat asal kopi belum diakui eksportir | lingkungan > I1 @ Dinas pertanian
""",
    "5208": """
Uang wisatawan sedikit yang tinggal di rumah tangga desa wisata | rantai
  Tamu datang melalui calo yang memungut potongan besar | rantai
    * Desa wisata tidak terdaftar pada layanan pemesanan | pendukung > I1 @ Layanan pemesanan
    * BUMDes belum mengelola jadwal tamu bersama | rantai > I1;I2 @ BUMDes pengelola
  Tamu hanya menginap satu malam | rantai
    * Tidak ada paket kegiatan budaya dan kebun | rantai > I2 @ Biro perjalanan lokal
    Mutu kamar dan makanan tidak seragam | rantai
      * Pelatihan pelayanan belum menjangkau rumah tangga miskin | pendukung > I2 @ Sekolah pariwisata
  Kunjungan turun pada musim hujan | rantai
    * Tidak ada promosi bersama di luar musim | lingkungan > I3 @ Dinas pariwisata
    * Aturan adat tentang hari kunjungan belum disampaikan kepada agen | lingkungan @ Lembaga adat
""",
    "3327": """
Pendapatan petani nanas madu tidak naik walaupun permintaan tumbuh | rantai
  Harga jatuh pada panen raya | rantai
    * Petani panen serentak tanpa jadwal | rantai > I2 @ BUMDes kawasan nanas
    * Tidak ada gudang berpendingin | pendukung @ Investor daerah
    Buah kecil dan cacat tidak laku | rantai
      * Belum ada usaha pengolahan di kawasan | pendukung > I3 @ Kelompok wanita tani
  Petani menjual tebasan sebelum panen | rantai
    * Petani membutuhkan uang tunai sebelum panen | pendukung > I3 @ Koperasi simpan pinjam
    * Penebas menetapkan harga tanpa penimbangan | rantai > I1 @ Toko buah modern
  Toko modern menolak pasokan petani | rantai
    * Mutu dan ukuran buah tidak seragam | rantai > I2 @ Penyuluh pertanian
    * Syarat pembayaran toko modern terlalu lama bagi petani | lingkungan > I1 @ Toko buah modern
""",
    "3326": """
Pendapatan penderes gula aren rendah dan pekerjaannya berbahaya | rantai
  Gula cetak dijual campuran dengan harga murah | rantai
    * Pembeli gula semut organik belum mengenal penderes | rantai > I1 @ Pabrik pangan organik
    * Koperasi belum memiliki dapur bersama yang bersih | pendukung > I2 @ Koperasi penderes
  Hasil nira berkurang | rantai
    * Pohon aren tidak ditanam kembali | rantai > I3 @ Pengelola hutan negara
    Penderes muda beralih pekerjaan | rantai
      * Tidak ada alat panjat yang aman | pendukung > I2 @ Bengkel desa
  Biaya memasak nira tinggi | rantai
    * Tungku boros kayu bakar | pendukung > I2 @ Dinas perindustrian
    * Izin sadap di kawasan hutan belum jelas | lingkungan > I3 @ Pengelola hutan negara
""",
    "3501": """
Pendapatan petani janggelan di lahan kering rendah | rantai
  Janggelan kering dijual dengan kadar air tinggi | rantai
    * Petani menjemur di tanah tanpa alas | rantai > I2 @ BUMDesma
    * Pengepul tidak membedakan harga menurut kadar air | rantai > I1 @ Eksportir
  Petani tidak mengetahui kebutuhan eksportir | pendukung
    * Tidak ada informasi harga dan mutu di desa | pendukung > I1 @ BUMDesma
  Panen hanya sekali setahun | rantai
    * Stek bibit unggul tidak tersedia | pendukung > I3 @ Penangkar bibit
    * Tanaman sela di bawah tegakan hutan belum berizin | lingkungan > I3 @ Pengelola hutan negara
""",
}

TREE_ELSEWHERE = """
Pendapatan produsen {product} rendah dan tidak pasti | rantai
  Harga di tingkat produsen rendah | rantai
    * Belum ada pembeli tetap yang membayar menurut mutu | rantai > I1 @ {private}
    * {local} belum menjalankan sortasi | rantai > I2 @ {local}
  Hasil produksi rendah | rantai
    * Pelatihan jarang menjangkau rumah tangga miskin | pendukung > I2 @ Penyuluh lapangan
    * Bahan produksi bermutu sukar diperoleh | pendukung > I3 @ {supplier}
  Modal kerja terbatas | pendukung
    * Peraturan desa belum mendukung usaha bersama | lingkungan @ Pemerintah desa
"""
