"""The interventions of the seven districts, each with the three changes that it is to lead to."""

from __future__ import annotations

from collections.abc import Mapping

from pasar_nb.demo.venture import Action

ACTIONS: Mapping[str, dict[str, Action]] = {
    "1107": {
        "I1": Action(
            "Mempertemukan koperasi perajin dengan rumah ekspor dan menyusun perjanjian pasokan tahunan",
            "Koperasi membeli langsung dari perajin menurut mutu dan ukuran",
            "Perajin mempunyai pembeli tetap di luar pengepul desanya",
            "Upah anyam per jam rumah tangga perajin miskin naik",
        ),
        "I2": Action(
            "Melatih juru periksa mutu koperasi dan mengganti motif setiap musim bersama rumah ekspor",
            "Rumah ekspor menyertakan pelatihan desain dalam pembelian",
            "Lebih sedikit anyaman ditolak dan jenis produk bertambah",
            "Penghasilan perempuan perajin naik dan lebih teratur",
        ),
        "I3": Action(
            "Membangun rumah jemur bersama dengan dana gampong",
            "Koperasi menyediakan bahan kering sepanjang tahun",
            "Perajin tetap bekerja pada musim hujan",
            "Pendapatan tidak terputus pada bulan sepi",
        ),
    },
    "3503": {
        "I1": Action(
            "Mempertemukan BUMDesma dengan pabrik jamu dalam kontrak pembelian simplisia",
            "BUMDesma membeli langsung dari POKMAS menurut mutu",
            "Petani memperoleh pembeli tetap dan harga menurut mutu",
            "Pendapatan rumah tangga miskin di Kecamatan Pule naik",
        ),
        "I2": Action(
            "Pelatihan budidaya, sortasi, dan pengeringan oleh BUMDesma bersama penyuluh",
            "BUMDesma menyertakan pelatihan dan bibit dalam pembelian",
            "Hasil dan mutu panen naik",
            "Pendapatan dari usaha naik",
        ),
        "I3": Action(
            "Rujukan KUR melalui BUMDesma dengan potongan hasil penjualan",
            "Bank melayani petani melalui BUMDesma",
            "Petani memperoleh modal tanpa ikatan pengepul",
            "Beban bunga rumah tangga berkurang",
        ),
    },
    "7303": {
        "I1": Action(
            "Perjanjian pembelian petik merah antara koperasi pengepul dan eksportir dengan harga tercatat",
            "Pengepul membeli menurut mutu dengan imbalan tetap per kilogram",
            "Petani menerima tambahan harga untuk petik merah",
            "Pendapatan rumah tangga petani kopi naik",
        ),
        "I2": Action(
            "Sekolah lapang petik merah dan peremajaan pohon bersama penyuluh dan eksportir",
            "Eksportir membiayai pendamping mutu",
            "Mutu dan hasil per hektare naik",
            "Pendapatan dari kopi naik dalam dua musim",
        ),
        "I3": Action(
            "Pembiayaan modal kerja pengepul dan pupuk organik melalui lembaga keuangan mikro",
            "Lembaga keuangan mikro melayani pengepul dan petani dalam satu rantai",
            "Pengepul dapat membayar tunai dan petani dapat memupuk",
            "Ketergantungan pada ijon berkurang",
        ),
    },
    "5208": {
        "I1": Action(
            "Mendaftarkan desa wisata pada layanan pemesanan melalui BUMDes",
            "BUMDes membagi tamu secara bergilir dan tercatat",
            "Rumah tangga menerima tamu tanpa potongan calo",
            "Pendapatan rumah tangga pengelola penginapan naik",
        ),
        "I2": Action(
            "Menyusun paket budaya dan kebun serta melatih pelayanan rumah tangga",
            "Biro perjalanan menjual paket dua malam",
            "Tamu tinggal lebih lama",
            "Rumah tangga miskin ikut menjual makanan dan kerajinan",
        ),
        "I3": Action(
            "Promosi bersama di luar musim dengan dinas pariwisata",
            "Agen mengisi kamar pada musim sepi",
            "Kunjungan lebih merata sepanjang tahun",
            "Pendapatan lebih tetap",
        ),
    },
    "3327": {
        "I1": Action(
            "Perjanjian pasokan antara BUMDes kawasan nanas dan jaringan toko buah modern",
            "BUMDes menimbang dan membayar di tempat",
            "Petani memperoleh pembeli kedua selain penebas",
            "Pendapatan rumah tangga petani naik",
        ),
        "I2": Action(
            "Jadwal panen bergilir dan pelatihan penyeragaman mutu",
            "BUMDes mengatur pasokan mingguan",
            "Harga panen raya tidak jatuh",
            "Pendapatan lebih tetap",
        ),
        "I3": Action(
            "Usaha olahan nanas kelompok wanita tani dengan pinjaman koperasi",
            "Buah kecil mempunyai pembeli",
            "Susut hasil panen berkurang",
            "Perempuan memperoleh penghasilan tambahan",
        ),
    },
    "3326": {
        "I1": Action(
            "Mempertemukan koperasi penderes dengan pabrik pangan organik",
            "Koperasi membeli gula semut menurut kadar air",
            "Penderes memperoleh pembeli yang membayar menurut mutu",
            "Pendapatan rumah tangga penderes naik",
        ),
        "I2": Action(
            "Dapur bersama, tungku hemat, dan alat panjat aman dengan cicilan dari hasil penjualan",
            "Koperasi menyertakan alat dalam pembelian",
            "Biaya memasak turun dan kecelakaan berkurang",
            "Pendapatan bersih per hari kerja naik",
        ),
        "I3": Action(
            "Penanaman kembali aren dan kejelasan izin sadap",
            "Pengelola hutan mengakui kelompok penderes",
            "Hasil nira terjaga",
            "Mata pencaharian tetap ada bagi keluarga muda",
        ),
    },
    "3501": {
        "I1": Action(
            "Kesepakatan harga menurut kadar air antara BUMDesma dan eksportir",
            "BUMDesma mengumumkan harga mingguan di desa",
            "Petani mengetahui harga dan memilih pembeli",
            "Pendapatan rumah tangga lahan kering naik",
        ),
        "I2": Action(
            "Pelatihan panen dan para-para jemur yang dicicil dari penjualan",
            "BUMDesma menyertakan para-para dalam pembelian",
            "Kadar air turun dan harga naik",
            "Pendapatan dari janggelan naik",
        ),
        "I3": Action(
            "Kebun bibit desa dan izin tanam di bawah tegakan",
            "Penangkar menjual stek unggul di desa",
            "Panen dapat dua kali setahun",
            "Pendapatan lebih merata sepanjang tahun",
        ),
    },
}

ACTIONS_ELSEWHERE: Mapping[str, tuple[str, str, str, str]] = {
    "I1": (
        "Mempertemukan {local} dengan {private}",
        "{local} membeli langsung dari POKMAS menurut mutu",
        "Produsen memperoleh pembeli tetap",
        "Pendapatan rumah tangga miskin naik",
    ),
    "I2": (
        "Pelatihan mutu dan sortasi oleh {local} bersama penyuluh",
        "{local} menyertakan pelatihan dalam pembelian",
        "Mutu dan hasil naik",
        "Pendapatan dari usaha naik",
    ),
    "I3": (
        "Pembelian bahan produksi secara bersama",
        "{supplier} melayani POKMAS secara borongan",
        "Biaya produksi turun",
        "Pendapatan bersih naik",
    ),
}
