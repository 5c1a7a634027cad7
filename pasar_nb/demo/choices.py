"""How the seven districts chose their commodity: weights, candidates, raters, and the reason they wrote down.

The choices differ as real ones would: a clear winner (Aceh Barat), an orderly panel (Trenggalek), a winner
that fails a threshold (Bantaeng), raters who disagree (Lombok Utara), a race too close to call with cells
left empty (Pemalang), a decision against the ranking (Pekalongan), contradictory judgements (Pacitan).
"""

from __future__ import annotations

from collections.abc import Mapping

from pasar_nb.demo.story import Selection

CHOICES: Mapping[str, Selection] = {
    "1107": Selection(
        weights={"jangkauan": 5, "pendapatan": 4, "kemitraan": 5, "perempuan": 4, "lingkungan": 2},
        qualities={
            "Anyaman eceng gondok": (4.5, 3.6, 4.5, 4.8, 1.4),
            "Nilam": (3.0, 4.0, 2.8, 2.4, 3.4),
            "Ikan kayu": (2.6, 3.4, 2.6, 3.6, 2.4),
            "Kelapa dalam": (3.2, 2.6, 2.6, 2.2, 2.0),
        },
        raters=(
            "Bappeda", "Dinas Koperasi dan UKM", "Dinas Sosial", "Tokoh perempuan", "Pendamping desa",
            "Pelaku usaha", "Dinas Perkebunan",
        ),
        decided="2023-08-22",
        reason="Nilai tertinggi pada jangkauan rumah tangga miskin dan keterlibatan perempuan; bahan baku "
        "melimpah dan sudah ada pembeli yang bersedia bermitra.",
        judgement="consistent",
    ),
    "3503": Selection(
        weights={
            "jangkauan": 5, "pendapatan": 5, "permintaan": 3, "kemitraan": 4, "perempuan": 2, "modal": 2,
        },
        qualities={
            "Jahe merah": (4.2, 3.9, 4.2, 4.6, 3.5, 2.4),
            "Kunyit": (4.0, 2.6, 3.0, 3.8, 3.4, 1.8),
            "Cengkih": (2.8, 4.2, 3.4, 2.8, 2.2, 3.6),
            "Singkong mocaf": (4.4, 2.4, 2.8, 2.6, 3.2, 2.6),
        },
        raters=(
            "Bappeda", "Dinas Pertanian", "Dinas Koperasi dan Perdagangan", "Tokoh perempuan",
            "Pendamping desa", "BUMDesma", "Perwakilan POKMAS", "Penyuluh lapangan",
        ),
        decided="2023-06-14",
        reason="Peringkat pertama; BUMDesma siap mengolah menjadi simplisia dan memberi kepastian pasar bagi "
        "petani di Kecamatan Pule.",
        judgement="consistent",
    ),
    "7303": Selection(
        weights={"jangkauan": 4, "pendapatan": 5, "kemitraan": 4, "perempuan": 3, "lingkungan": 3},
        qualities={
            "Kopi": (4.2, 3.4, 3.8, 2.8, 2.4),
            "Rumput laut": (1.4, 4.9, 4.7, 4.5, 1.4),
            "Bawang merah": (3.2, 3.6, 3.0, 2.8, 4.2),
            "Kentang": (2.6, 3.4, 2.8, 2.6, 4.4),
        },
        raters=(
            "Bappeda", "Dinas Pertanian", "Dinas Perikanan", "Dinas Pemberdayaan Masyarakat dan Desa",
            "Tokoh perempuan", "Pendamping desa",
        ),
        decided="2023-07-19",
        reason="Rumput laut bernilai tinggi tetapi tidak memenuhi ambang jangkauan: hampir tidak ada rumah "
        "tangga miskin di kecamatan prioritas yang membudidayakannya. Kopi terbaik di antara yang memenuhi.",
        vetoes={"jangkauan": 2.0},
        judgement="consistent",
    ),
    "5208": Selection(
        weights={"jangkauan": 4, "pendapatan": 5, "kemitraan": 4, "perempuan": 3, "modal": 2},
        qualities={
            "Desa wisata": (3.7, 3.9, 3.8, 3.6, 3.0),
            "Kakao": (3.5, 3.6, 3.3, 2.8, 2.6),
            "Jambu mete": (3.6, 2.9, 2.8, 3.0, 2.0),
            "Madu trigona": (2.8, 3.6, 3.1, 3.4, 1.9),
        },
        raters=(
            "Bappeda", "Dinas Pariwisata", "Dinas Pertanian", "Tokoh adat", "Tokoh perempuan", "Pelaku usaha",
        ),
        decided="2023-11-08",
        reason="Nilai rata-rata tertinggi dan selaras dengan prioritas daerah, walaupun pendapat penilai "
        "terbelah; forum sepakat meninjau kembali setelah satu tahun.",
        taste=1.3,
        judgement="consistent",
    ),
    "3327": Selection(
        weights={
            "jangkauan": 5, "pendapatan": 5, "permintaan": 4, "perempuan": 3, "lingkungan": 2,
        },
        qualities={
            "Nanas madu": (3.5, 4.2, 4.4, 2.6, 2.8),
            "Sapu glagah": (4.3, 3.1, 3.0, 4.2, 1.5),
            "Cabai rawit": (3.0, 3.4, 2.8, 2.6, 3.6),
            "Kopi robusta": (2.8, 3.2, 2.8, 2.4, 2.0),
        },
        raters=(
            "Bappeda", "Dinas Pertanian", "Dinas Koperasi dan UKM", "Dinas Pariwisata", "Tokoh perempuan",
            "Pendamping desa", "Pelaku usaha",
        ),
        decided="2023-09-05",
        reason="Nilainya hampir sama dengan sapu glagah; dipilih karena sudah menjadi produk unggulan "
        "kawasan desa wisata dan permintaannya lebih pasti.",
        noise=0.4,
        blanks=(("Pelaku usaha", "Kopi robusta"),),
        judgement="consistent",
    ),
    "3326": Selection(
        weights={"jangkauan": 4, "pendapatan": 5, "kemitraan": 5, "perempuan": 4, "lingkungan": 2},
        qualities={
            "Gula aren": (4.4, 3.4, 3.6, 3.2, 1.4),
            "Batik cap": (3.2, 4.6, 4.6, 4.5, 4.6),
            "Kopi robusta": (3.4, 3.4, 3.2, 2.6, 1.8),
        },
        raters=(
            "Bappeda", "Dinas Pertanian", "Dinas Perindustrian", "Dinas Lingkungan Hidup", "Tokoh perempuan",
        ),
        decided="2025-10-15",
        reason="Batik cap bernilai tertinggi, tetapi limbah pewarnanya melampaui baku mutu sungai dan 84 "
        "persen perajinnya di luar kecamatan prioritas (kajian DLH 2024); forum sepakat memilih gula aren.",
        judgement="consistent",
    ),
    "3501": Selection(
        weights={"jangkauan": 5, "pendapatan": 4, "kemitraan": 4, "perempuan": 2, "lingkungan": 3},
        qualities={
            "Janggelan": (4.1, 3.8, 4.0, 3.2, 2.0),
            "Gula kelapa": (4.0, 2.8, 3.0, 3.6, 2.2),
            "Cengkih": (2.8, 3.9, 3.0, 2.2, 2.4),
            "Batik pace": (2.0, 3.4, 3.2, 4.6, 3.2),
        },
        raters=("Bappeda", "Dinas Pertanian", "Dinas Koperasi dan UKM", "Pendamping desa", "Tokoh perempuan"),
        decided="2024-02-21",
        reason="Peringkat pertama; tanaman sela di lahan kering yang dikelola sebagian besar rumah tangga "
        "miskin di Kecamatan Bandar, dengan eksportir yang bersedia membeli.",
        judgement="contradictory",
    ),
}  # fmt: skip
