"""Everyday words of the programme: a remark is quoted only if it is made of these and nothing else.

The list is our own. It holds no name and no word that people are called by (Untung, Bulan, Adil), no office
that one person of a village holds, no illness, debt or family matter, and no word for a sum of money: what is
not in it is a reason to leave a remark unquoted, as a name in small letters cannot be told from a word. Roots
stand for the forms that prefixes and suffixes make of them.
"""

from __future__ import annotations

import re

from pasar_nb.analysis.remarks.stop_words import INDONESIAN

_TRADE = """
harga jual beli pasar pembeli penjual pengepul pedagang tengkulak penebas toko gudang kios warung ekspor
pesanan pesan antar kirim angkut ongkos muat timbang timbangan kilogram kuintal ton ukuran mutu kualitas
sortir pilah pisah campur kemas kemasan label izin edar merek bayar tunai tempo transfer potong potongan
angsuran cicil modal usaha pinjam bank koperasi tabung simpan pinjaman bunganya biaya laba pendapatan
penghasilan hasil setor tawar kontrak perjanjian janji sepakat mitra dagang pelanggan langganan tamu
wisata paket daftar catat catatan buku kas hitung hitungan rugi mahal murah naik turun stabil tetap laku
sepi ramai
"""
_FARM = """
panen tanam tanaman bibit benih stek pupuk kompos pestisida lahan kebun sawah ladang pekarangan hutan
pohon buah daun akar biji rimpang jahe kopi nanas gula semut aren rumput laut eceng gondok rawa anyaman
tas tikar jemur kering pengering lembap hujan kemarau musim angin banjir air irigasi sungai jalan rusak
becek hama penyakit tikus mesin alat wadah karung para-para terpal oven parang tungku hemat olah giling
kupas cuci bersih matang tua muda petik merah hijau gelondong asalan unggul seragam tumbuh tinggi rendah
besar kecil berat ringan panjang pendek baik buruk bagus jelek kotor basah demplot penangkar ternak pakan
kandang
"""
_PEOPLE = """
kelompok anggota petani nelayan perajin produsen pendamping fasilitator pelatih peserta warga masyarakat
perempuan laki-laki ibu-ibu bapak-bapak anak-anak orang desa dusun kampung balai kecamatan kabupaten dinas
program kegiatan rapat pertemuan musyawarah pelatihan latih ajar belajar praktik latihan contoh hadir
datang undang ikut kerja bekerja kumpul gotong royong bantu dampingi kunjung tanya jawab usul saran pilih
putus tentukan bagi peran giliran jadwal sore pagi siang malam minggu tahun lama cepat lambat terlambat
tepat sempat mulai selesai lanjut henti tunggu antre buka tutup dekat jauh luar daerah rumah dapur listrik
telepon sinyal gambar video
"""
_MIND = """
tahu paham mengerti ingat lupa senang susah mudah sulit berani malu takut semangat malas rajin percaya
yakin ragu harap ingin perlu butuh minta terima beri dapat ada jadi ubah berubah tambah kurang cukup penuh
kosong habis sisa bahan baku baru lama bermanfaat manfaat guna pakai sedia siap rencana target laporan
lapor umum terbuka jelas sama beda sendiri bersama masalah kendala cara aturan kebijakan informasi kabar
pengumuman umumkan ditempel tempel kerap jarang rutin tertib rapi teratur kreatif kemampuan mampu
pengetahuan pengalaman
"""
_WORDS = frozenset(f"{_TRADE} {_FARM} {_PEOPLE} {_MIND}".split()) | INDONESIAN
_PREFIXES = (
    *("memper", "diper", "menge", "meng", "meny", "mem", "men", "peng", "peny", "pem", "pen", "per"),
    *("ber", "ter", "se", "me", "pe", "di", "ke"),
)
_SUFFIXES = ("kannya", "annya", "inya", "kan", "lah", "nya", "kah", "an", "i")
_LOST = {"mem": "p", "men": "t", "meng": "k", "meny": "s", "pem": "p", "pen": "t", "peng": "k", "peny": "s"}
"""First letter of a root that a prefix takes the place of: *menyortir* of *sortir*, *memilih* of *pilih*."""
LEAST_ROOT = 4  # letters: of shorter ones too many words could be made
_DOUBLED = re.compile(r"(?P<word>\w+)-(?P=word)")


def is_plain(word: str) -> bool:
    """Tell whether a word in small letters is an everyday one, as it stands or as a form of one."""
    twice = _DOUBLED.fullmatch(word)
    return bool(_roots(word) & _WORDS) or (twice is not None and bool(_roots(twice["word"]) & _WORDS))


def _roots(word: str) -> set[str]:
    """List what a word may be a form of; nothing is claimed about which it is."""
    bases = {word} | {word.removesuffix(one) for one in _SUFFIXES if word.endswith(one)}
    found = set(bases)
    for base in bases:
        for prefix in _PREFIXES:
            if base.startswith(prefix):
                rest = base.removeprefix(prefix)
                found |= {rest, _LOST.get(prefix, "") + rest}
    return {one for one in found if len(one) >= LEAST_ROOT} | {word}
