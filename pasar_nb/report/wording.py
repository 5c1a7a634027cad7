"""Everything the page, the workbook and the index say themselves, as opposed to what a notebook says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from pasar_nb.language import LANGUAGES, Day, Language, Message, _
from pasar_nb.vocabulary import ALL_DISTRICTS

LANGUAGE_NAMES: Mapping[Language, str] = MappingProxyType({"id": "Bahasa Indonesia", "en": "English"})

MARKS: Mapping[str, Message] = {
    "sample_mark": _("DATA CONTOH"),
    "sample_text": _(
        "Angka di sini dibuat untuk peragaan dan tidak menggambarkan keadaan kabupaten yang sebenarnya."
    ),
    "internal_mark": _("INTERNAL"),
    "internal_text": _(
        "Hanya untuk pemilik data: memuat angka yang tidak dibulatkan. Jangan disebarluaskan."
    ),
    "skip": _("Langsung ke isi"),
}

PAGE: Mapping[str, Message] = {
    **MARKS,
    "contents": _("Daftar isi"),
    "code": _("Kode BPS"),
    "province": _("Provinsi"),
    "program": _("Program"),
    "period": _("Periode"),
    "data_date": _("Tanggal data"),
    "index": _("Semua laporan"),
    "take_tables": _("Unduh semua tabel (Excel)"),
    "take_record": _("Unduh catatan asal-usul (JSON)"),
    "figure": _("Gambar"),
    "table": _("Tabel"),
    "no_drawing": _("Grafik tidak dapat digambar di sini. Isinya:"),
    "empty_table": _("Tidak ada baris."),
    "all_rows": _("Tampilkan semua baris"),
    "sideways": _("Geser ke samping untuk kolom lain →"),
    "not_on_paper": _("(pada layar dan di buku kerja Excel)"),
    "details": _("Rincian berkas, parameter, dan versi"),
    "files": _("Berkas sumber"),
    "file": _("Berkas"),
    "bytes": _("Ukuran (bita)"),
    "digest": _("SHA-256 (awal)"),
    "checks": _("Pemeriksaan data"),
    "corrections": _("Koreksi atas data"),
    "corrected": _("Kolom yang dikoreksi"),
    "correction": _("Koreksi dan alasannya"),
    "warnings": _("Peringatan atas data"),
    "parameters": _("Parameter"),
    "versions": _("Versi perangkat lunak"),
    "run": _("Pembuatan laporan"),
    "finished": _("Selesai dibuat"),
    "seconds": _("Lama (detik)"),
    "command": _("Perintah untuk membuat kembali"),
    "checked_by": _("Diperiksa oleh"),
    "name_and_office": _("Nama dan jabatan"),
    "day": _("Tanggal"),
    "signature": _("Tanda tangan"),
    "no_code": _("Kode analisis tidak ditampilkan dalam laporan ini. Kode itu ada dalam notebook"),
}

BOOK: Mapping[str, Message] = {
    **MARKS,
    "about": _("Tentang"),
    "report": _("Laporan"),
    "district": _("Kabupaten/kota"),
    "code": PAGE["code"],
    "province": PAGE["province"],
    "program": PAGE["program"],
    "period": PAGE["period"],
    "data_date": PAGE["data_date"],
    "language": _("Bahasa"),
    "audience": _("Untuk"),
    "public": _("umum"),
    "internal": _("pemilik data"),
    "sheets": _("Daftar tabel"),
    "back": _("Kembali ke daftar tabel"),
    "no_tables": _("Laporan ini tidak memuat tabel."),
}

INDEX: Mapping[str, Message] = {
    **MARKS,
    "heading": _("Laporan kabupaten dan kota"),
    "districts": _("Kabupaten dan kota"),
    "lead": _("Hasil analisis dari Dokumen Kendali setiap kabupaten dan kota peserta program."),
    "search": _("Cari nama, kode, atau provinsi"),
    "province": _("Provinsi"),
    "all_provinces": _("Semua provinsi"),
    "status": _("Status"),
    "all_statuses": _("Semua status"),
    "out_of_date": _("laporan lama"),
    "out_of_date_text": _("Laporan yang tersedia berasal dari proses sebelumnya."),
    "nothing": _("Tidak ada kabupaten atau kota yang sesuai dengan pencarian."),
    "shown": _("Menampilkan"),
    "of": _("dari"),
    "place": _("Kabupaten/kota"),
    "data_date": _("Tanggal data"),
    "open": _("Baca laporan"),
    "tables": _("Tabel Excel"),
    "record": _("Asal-usul JSON"),
    "updated": _("dibuat"),
    "why": _("Lihat penyebab"),
    "to_mend": _("Perlu ditindaklanjuti"),
    "cell": _("Sel"),
    "message": _("Pesan"),
    "reopen": _("Buka di JupyterLab"),
    "generated": _("Halaman ini dibuat"),
    "missing": _("belum dijalankan"),
    "sample_short": _("data contoh"),
    "results": _("Daftar laporan"),
}


def texts(wording: Mapping[str, Message], language: Language) -> dict[str, str]:
    """Write all texts of a page in a language."""
    return {name: message.text(language) for name, message in wording.items()}


def moment(iso: str, language: Language) -> str:
    """Write an ISO moment with the month's name, its minutes and its offset; a day alone stays a day."""
    when = datetime.fromisoformat(iso)
    day = Day(when.date()).text(language)
    if len(iso) <= len("2026-11-20"):
        return day
    return f"{day}, {when:%H:%M} {when.tzname() or ''}".rstrip()


def place(name: str, kind: str) -> Message:
    """Write a district's name with its kind, once, whether or not the name already has it; or all of them."""
    if not name:
        return ALL_DISTRICTS
    bare = name.removeprefix("Kabupaten ").removeprefix("Kota ")
    return _("Kota {name}", name=bare) if kind == "kota" else _("Kabupaten {name}", name=bare)


def counterpart_link(href: str, language: Language) -> dict[str, str]:
    """Describe the link to the same page in the other language; without an address there is none."""
    other = next(one for one in LANGUAGES if one != language)
    return {"href": href, "language": other, "name": LANGUAGE_NAMES[other]} if href else {}
