"""Who fills which table, and when: the division of work of the programme's guide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pasar_nb.language import Message, _


@dataclass(frozen=True, slots=True)
class Filling:
    """How a table comes to be filled.

    Attributes
    ----------
    who
        Who fills it.
    when
        At which stage, and how often.
    """

    who: Message
    when: Message


_OPERATOR = _("Operator keperantaraan")
_JURY = _("POKJA bersama para penilai")
_RESEARCH = _("Fasilitator dan operator keperantaraan")
_PARTNERS = _("Operator keperantaraan bersama mitra")
_MONITORS = _("Staf pemantauan dan pengukuran hasil (SPPH)")
_INTERVIEWERS = _("SPPH bersama pendata")
_MENTORS = _("Pendamping POKMAS dan SPPH")

_CHOICE = _("Saat memilih komoditas")
_MAPPING = _("Setelah riset pasar; diperbarui bila pasarnya berubah")
_PLANNING = _("Saat menyusun model bisnis; diperbarui setiap tahun")
_CHAIN = _("Saat menyusun rencana pemantauan")
_MONTHLY = _("Setiap bulan")
_YEARLY = _("Setiap tahun")
_WAVES = _("Survei awal sebelum kegiatan pertama, lalu setiap gelombang")

FILLING: Mapping[str, Filling] = {
    "profil": Filling(_OPERATOR, _("Sekali di awal; hasil_utama sebelum survei akhir")),
    "acuan": Filling(_OPERATOR, _YEARLY),
    "ihk": Filling(_OPERATOR, _MONTHLY),
    "kriteria": Filling(_JURY, _CHOICE),
    "skor": Filling(_JURY, _CHOICE),
    "perbandingan": Filling(_JURY, _CHOICE),
    "keputusan": Filling(_JURY, _CHOICE),
    "pelaku": Filling(_RESEARCH, _MAPPING),
    "aliran": Filling(_RESEARCH, _MAPPING),
    "masalah": Filling(_RESEARCH, _MAPPING),
    "intervensi": Filling(_RESEARCH, _MAPPING),
    "model_bisnis": Filling(_PARTNERS, _PLANNING),
    "relasi_bisnis": Filling(_PARTNERS, _PLANNING),
    "pembiayaan": Filling(_OPERATOR, _YEARLY),
    "mitra": Filling(_OPERATOR, _("Sejak calon mitra dikenal; diperbarui pada setiap tahap")),
    "rantai": Filling(_MONITORS, _CHAIN),
    "indikator": Filling(_MONITORS, _CHAIN),
    "capaian": Filling(_MONITORS, _MONTHLY),
    "deret": Filling(_MONITORS, _MONTHLY),
    "umpan_balik": Filling(_MONITORS, _("Setiap kali ada ungkapan")),
    "rumah_tangga": Filling(_INTERVIEWERS, _("Sebelum survei awal; ditambah bila ada peserta baru")),
    "kriteria_graduasi": Filling(_JURY, _("Sebelum survei awal")),
    "pendampingan": Filling(_MENTORS, _("Setelah setiap pertemuan")),
    "survei": Filling(_INTERVIEWERS, _WAVES),
    "mitra_survei": Filling(_INTERVIEWERS, _WAVES),
    "variabel": Filling(_MONITORS, _("Sebelum survei awal, bila survei memuat kolom tambahan")),
}
