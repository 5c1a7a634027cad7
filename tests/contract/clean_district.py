"""A small district in which every table is filled and right, and damages to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from textwrap import dedent

from pasar_nb.contract import TABLES, Checked, check, read_folder

TODAY = date(2026, 11, 20)
FOLDER = "3503-trenggalek"

Told = tuple[str, int | None, str, str, str]
"""Table, row, column, severity and code of a problem."""


def _tables(text: str) -> dict[str, str]:
    blocks = dedent(text).strip().split("\n\n")
    return {name: rows + "\n" for name, rows in (block.split("\n", 1) for block in blocks)}


CLEAN: Mapping[str, str] = _tables(
    """
    profil
    kode_kabupaten,nama_kabupaten,program,komoditas_terpilih,mulai_intervensi,hasil_utama,catatan,sintetis
    3503,Trenggalek,Keperantaraan Jahe,jahe,2024-02-01,pendapatan_rt,,ya

    acuan
    tahun,garis_kemiskinan,umk,sumber
    2024,436000,2257000,BPS
    2027,480000,2500000,Keputusan Gubernur

    ihk
    bulan,ihk,tahun_dasar
    2024-01,105.95,2022
    2024-02,106.18,2022

    kriteria
    kriteria,nama,dimensi,bobot,arah,ambang_veto
    k1,Jangkauan,jangkauan_miskin,5,manfaat,2
    k2,Risiko,lainnya,3,biaya,

    skor
    komoditas,kriteria,penilai,skor,nilai_data,satuan,sumber,tahun
    jahe,k1,Dinas Pertanian,4,120.5,rumah tangga,BPS,2023
    jahe,k2,Dinas Pertanian,2,,,Wawancara,2022
    kopi,k1,Dinas Pertanian,3,80.25,rumah tangga,BPS,2021

    perbandingan
    penilai,kriteria_a,kriteria_b,nilai
    Dinas Pertanian,k1,k2,1/3

    keputusan
    komoditas,alasan,tanggal
    jahe,Peringkat pertama,2023-11-20

    pelaku
    pelaku,nama,komoditas,lapisan,fungsi,urutan,lokasi,jumlah,persen_perempuan,biaya_per_satuan
    p1,Petani,jahe,rantai_nilai,produksi,1,dalam,240,40,4000
    p2,Pengepul,jahe,rantai_nilai,pengumpulan,2,luar,12,12.5,1500

    aliran
    komoditas,dari,ke,jenis,volume,satuan,harga
    jahe,p1,p2,produk,120000,kg,9000
    jahe,p2,p1,uang,,,

    masalah
    masalah,induk,pernyataan,area,akar,intervensi,mitra_potensial
    m1,,Harga jual rendah,rantai_nilai,tidak,,
    m2,m1,Belum ada pengolahan,pendukung,ya,i1; i2,Koperasi

    intervensi
    intervensi,komoditas,pernyataan,perubahan_sistem_pasar,perbaikan_akses_pertumbuhan,pengurangan_kemiskinan
    i1,jahe,Rumah pengering,Mitra mengolah,Pasar baru,Pendapatan naik
    i2,jahe,Kontrak jual,Harga disepakati,Pasar pasti,Pendapatan stabil

    model_bisnis
    kondisi,peran,jumlah_unit,komponen,jenis,volume,satuan,harga,frekuensi_per_tahun,harga_rendah,harga_tinggi,volume_rendah,volume_tinggi
    sebelum,pokmas,10,Jahe segar,pendapatan,300,kg,9000,2,7000,12000,250,350
    sesudah,pokmas,10,Simplisia,pendapatan,80,kg,60000,2,,65000,,

    relasi_bisnis
    kondisi,dari,ke,jenis,keterangan
    sesudah,pokmas,mitra_lokal,produk,

    pembiayaan
    kegiatan,kelompok,sumber,tahun,anggaran,realisasi,kode_apbd
    Pelatihan,intervensi,APBD,2027,50000000,0,5.1.02.01

    mitra
    mitra,jenis,insentif,kontribusi,kapasitas,status,tanggal
    CV Maju,swasta,4,3,,sepakat,2024-01-15

    rantai
    rantai,tingkat,pernyataan,menyebabkan,asumsi
    r1,kegiatan,Pelatihan,r2;r3,
    r2,keluaran_mitra,Mitra melatih,r3,
    r3,hasil_pokmas,Mutu naik,,Cuaca baik

    indikator
    indikator,rantai,nama,satuan,tema,apkm,arah,nilai_awal,target,tenggat,metode,sumber_verifikasi,penanggung_jawab,frekuensi
    n1,r3,Harga jual,Rp/kg,kinerja_usaha,manfaat,naik,9000.0,15000,2027-12-31,Catatan,Nota,Dinas,bulanan

    capaian
    indikator,bulan,nilai,catatan
    n1,2024-06,9500,
    n1,2024-07,9800,

    deret
    seri,bulan,nilai,satuan,sumber
    harga_jahe,2024-01,24700,Rp/kg,Pantauan
    harga_jahe,2024-02,24500,Rp/kg,Pantauan
    produksi,2024-01,17,ton,Dinas

    rumah_tangga
    id_rt,id_kelompok,kecamatan,desa,jenis_kelamin_kk,usia_kk,pendidikan_kk,disabilitas,kelompok_adat,desil,register,periode_register,studi,tanggal_masuk
    RT-a1,G1,Pule,Pule,P,41,SD,tidak,,2,DTSEN,2025-1,peserta,2024-02-01
    RT-b2,G1,Pule,Joho,L,38,SMP,ya,,3,DTSEN,2025-1,,2024-02-01
    RT-c3,G2,Pule,Joho,L,52,SD,tidak,,2,DTSEN,2025-1,pembanding,

    survei
    id_rt,gelombang,tanggal,jumlah_anggota,pendapatan_usaha,pendapatan_rt,belanja_makanan,produksi,satuan_produksi,bansos,persepsi_kemampuan,luas_lahan,atap
    RT-a1,0,2024-01-10,4,900000,1500000,700000,30,kg,ya,3,0.5,genteng
    RT-b2,0,2024-01-11,3,,2100000,0,41.5,kg,tidak,4,0.25,seng
    RT-c3,0,2024-01-12,5,400000,1250000,650000,,,ya,2,1.5,genteng
    RT-a1,1,2025-01-14,4,1200000,1900000,800000,44,kg,ya,4,0.5,genteng
    RT-b2,1,2025-01-15,3,700000,2200000,900000,39,kg,tidak,,0.25,seng
    RT-c3,1,2025-01-16,5,450000,1300000,640000,12,kg,ya,2,1.5,genteng

    mitra_survei
    mitra,jenis,gelombang,tanggal,pemasok_l,pemasok_p,pemasok_disabilitas,harga_beli,volume_beli,satuan,keuntungan,investasi,layanan_keuangan,telepon_usaha
    CV Maju,offtaker,0,2024-01-20,12,9,1,9000,4000,kg,25000000,0,ya,ya
    CV Maju,offtaker,1,2025-01-20,20,19,1,14000,9000,kg,32000000,5000000,ya,ya

    kriteria_graduasi
    kriteria,nama,variabel,operator,ambang,acuan,tingkat,wajib
    g1,Di atas garis kemiskinan,belanja_per_kapita,>=,1,kali_garis_kemiskinan,rentan,ya
    g2,Memiliki lahan,luas_lahan,>=,0.5,nilai,menengah,tidak

    pendampingan
    id_rt,tanggal,jenis,jam,hadir
    RT-a1,2024-03-01,teknis,2.5,ya
    RT-b2,2024-03-01,teknis,2.5,tidak

    umpan_balik
    sumber,tanggal,teks,tema
    fgd,2024-06-02,Harga sekarang lebih pasti,harga

    variabel
    variabel,nama,satuan,jenis,arah
    luas_lahan,Luas lahan,ha,angka,naik
    atap,Jenis atap,,kategori,
    """
)


Change = tuple[str, str, str]
"""A table, a text that stands once in it, and what is written in its place."""

BESIDE_REFERENCES = {
    ("survei", "variabel"),
    ("survei", "kriteria_graduasi"),
    ("variabel", "kriteria_graduasi"),
}
"""Tables that are checked together although neither refers to the other."""


def neighbours(names: Iterable[str]) -> frozenset[str]:
    """Add the tables that refer to those named, and all that these refer to; checking all 26 takes longer."""
    links = {
        (table.name, column.refers_to.split(".")[0])
        for table in TABLES.values()
        for column in table.columns
        if column.refers_to
    }
    links |= BESIDE_REFERENCES | {(other, one) for one, other in BESIDE_REFERENCES}
    found = {*names, *(table for table, target in links if target in names)}
    while more := {target for table, target in links if table in found} - found:
        found |= more
    return frozenset(found | {"profil"})


def damaged(*changes: Change) -> dict[str, str]:
    """Give the clean tables around those that are changed, with the changes made."""
    tables = {name: CLEAN[name] for name in neighbours([table for table, _old, _new in changes])}
    for table, old, new in changes:
        assert tables[table].count(old) == 1, (table, old)
        tables[table] = tables[table].replace(old, new)
    return tables


def checked(parent: Path, tables: Mapping[str, str], folder: str = FOLDER) -> Checked:
    """Write tables as a district's folder, read and check it."""
    place = parent / folder
    place.mkdir()
    for name, text in tables.items():
        (place / f"{name}.csv").write_text(text, encoding="utf-8")
    return check(read_folder(place), today=TODAY)


def told(result: Checked) -> set[Told]:
    """Give what is told of each problem, apart from its words."""
    return {(one.table, one.row, one.column, one.severity, one.code) for one in result.problems}
