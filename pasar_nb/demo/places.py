"""The seven districts of the KOMPAK programme: where, who, which market, which programme.

Districts, sub-districts, villages and commodities are those of the guides (Panduan Replikasi Keperantaraan
Pasar, KOMPAK); every number is invented, in the order of magnitude of official statistics.
"""

from __future__ import annotations

from pasar_nb.demo.choices import CHOICES
from pasar_nb.demo.story import Economy, People, Product, Programme, Story
from pasar_nb.demo.ventures import VENTURES

ACEH_BARAT = Story(
    code="1107",
    name="Aceh Barat",
    kind="kabupaten",
    products=(
        Product("Anyaman eceng gondok", "buah", 46_000, 0.035, 0.05, 12),
        Product("Nilam", "kg", 520_000, 0.04, 0.08, 3),
    ),
    selection=CHOICES["1107"],
    people=People(
        areas={
            "Arongan Lambalek": (
                "Gunong Pulo", "Seuneubok Teungoh", "Arongan", "Drien Rampak", "Suak Bidok", "Panton Makmur",
            ),
            "Samatiga": ("Cot Seulamat", "Suak Timah", "Kuala Bubon"),
        },
        households=180, comparison=0.4, women=0.35,
    ),
    programme=Programme(
        "Keperantaraan Pasar Anyaman Eceng Gondok", "2024-02-01", ("2023-11", "2024-11", "2025-11"),
        income=1_900_000, effects=(0, 0.14, 0.24), attrition=0.10, price_shift=0.16,
        attendance=0.45, attrition_compared=0.10,
    ),
    economy=Economy(poverty_line=600_000, minimum_wage=3_413_000),
    venture=VENTURES["1107"],
)  # fmt: skip

TRENGGALEK = Story(
    code="3503",
    name="Trenggalek",
    kind="kabupaten",
    products=(
        Product("Jahe merah", "kg", 21_000, 0.05, 0.14, 1),
        Product("Kunyit", "kg", 6_500, 0.03, 0.12, 2),
        Product("Cengkih", "kg", 112_000, 0.02, 0.10, 4),
    ),
    selection=CHOICES["3503"],
    people=People(
        areas={
            "Pule": ("Pakel", "Pule", "Jombok", "Joho", "Kembangan", "Puyung"),
            "Dongko": ("Pandean", "Salamwates", "Watuagung", "Sumberbening"),
        },
        households=240, comparison=0.45, women=0.21,
    ),
    programme=Programme(
        "Keperantaraan Pasar Biofarmaka Jahe Merah", "2023-10-02", ("2023-08", "2024-08", "2025-08"),
        income=1_850_000, effects=(0, 0.07, 0.12), attrition=0.12, price_shift=0.14, attendance=0.35,
    ),
    economy=Economy(poverty_line=415_000, minimum_wage=2_139_000),
    venture=VENTURES["3503"],
    unaffected="Kunyit",
)  # fmt: skip

BANTAENG = Story(
    code="7303",
    name="Bantaeng",
    kind="kabupaten",
    products=(
        Product("Kopi", "kg", 29_000, 0.13, 0.07, 2),
        Product("Rumput laut", "kg", 24_000, -0.06, 0.10, 9),
    ),
    selection=CHOICES["7303"],
    people=People(
        areas={
            "Tompobulu": ("Labbo", "Pattaneteang", "Balumbung", "Bonto-Bontoa", "Ereng-Ereng", "Campaga"),
            "Uluere": ("Bonto Marannu", "Bonto Lojong", "Bonto Daeng"),
        },
        households=210, comparison=0.4, women=0.2,
    ),
    programme=Programme(
        "Keperantaraan Pasar Kopi Tompobulu", "2024-03-04", ("2023-09", "2024-09", "2025-09"),
        income=2_050_000, effects=(0, 0.05, 0.09), attrition=0.09, price_shift=0.12,
        attendance=0.2, attrition_compared=0.09,
    ),
    economy=Economy(poverty_line=405_000, minimum_wage=3_385_000),
    venture=VENTURES["7303"],
)  # fmt: skip

LOMBOK_UTARA = Story(
    code="5208",
    name="Lombok Utara",
    kind="kabupaten",
    products=(
        Product("Desa wisata", "malam", 165_000, 0.04, 0.10, 8),
        Product("Kakao", "kg", 33_000, 0.18, 0.06, 3),
    ),
    selection=CHOICES["5208"],
    people=People(
        areas={
            "Bayan": ("Senaru", "Karang Bajo", "Sukadana", "Loloan", "Sambik Elen"),
            "Gangga": ("Genggelang", "Bentek", "Rempek"),
            "Kayangan": ("Gumantar", "Santong", "Sesait"),
        },
        households=170, comparison=0.4, women=0.24, custom="Sasak Bayan", custom_share=0.45,
    ),
    programme=Programme(
        "Keperantaraan Pasar Desa Wisata", "2024-05-06", ("2024-03", "2025-09"),
        income=1_950_000, effects=(0, 0.15), attrition=0.19, price_shift=0.10,
        attendance=0.0, attrition_compared=0.34,
    ),
    economy=Economy(poverty_line=485_000, minimum_wage=2_371_000),
    venture=VENTURES["5208"],
)  # fmt: skip

PEMALANG = Story(
    code="3327",
    name="Pemalang",
    kind="kabupaten",
    products=(
        Product("Nanas madu", "kg", 5_200, 0.04, 0.12, 5),
        Product("Sapu glagah", "buah", 11_500, 0.03, 0.03, 6),
    ),
    selection=CHOICES["3327"],
    people=People(
        areas={
            "Belik": ("Sikasur", "Bulakan", "Mendelem", "Beluk", "Badak", "Gombong"),
            "Pulosari": ("Gunungsari", "Cikendung", "Penakir"),
        },
        households=260, comparison=0.45, women=0.2,
    ),
    programme=Programme(
        "Keperantaraan Pasar Nanas Madu", "2024-01-15", ("2023-10", "2024-10", "2025-10"),
        income=1_800_000, effects=(0, 0, 0), attrition=0.11, price_shift=0.0, attendance=0.4,
    ),
    economy=Economy(poverty_line=440_000, minimum_wage=2_082_000),
    venture=VENTURES["3327"],
)  # fmt: skip

PEKALONGAN = Story(
    code="3326",
    name="Pekalongan",
    kind="kabupaten",
    products=(
        Product("Gula aren", "kg", 21_500, 0.05, 0.05, 4),
        Product("Kopi robusta", "kg", 30_000, 0.15, 0.06, 2),
    ),
    selection=CHOICES["3326"],
    people=People(
        areas={
            "Petungkriyono": ("Tlogopakis", "Yosorejo", "Kayupuring", "Curugmuncar", "Simego"),
            "Lebakbarang": ("Mendolo", "Pamutuh", "Timbangsari"),
            "Paninggaran": ("Werdi", "Tenogo", "Lumeneng"),
        },
        households=200, comparison=0.4, women=0.22,
    ),
    programme=Programme(
        "Keperantaraan Pasar Gula Aren", "2026-07-06", ("2026-05",),
        income=1_950_000, effects=(0,), attrition=0.0, price_shift=0.0,
    ),
    economy=Economy(poverty_line=470_000, minimum_wage=2_247_000),
    venture=VENTURES["3326"],
    series_from="2025-09",
)  # fmt: skip

PACITAN = Story(
    code="3501",
    name="Pacitan",
    kind="kabupaten",
    products=(
        Product("Janggelan", "kg", 24_000, 0.06, 0.09, 2),
        Product("Gula kelapa", "kg", 15_500, 0.04, 0.05, 4),
    ),
    selection=CHOICES["3501"],
    people=People(
        areas={"Bandar": ("Bandar", "Jeruk", "Kledung", "Petungsinarang", "Tumpuk", "Watupatok", "Ngunut")},
        households=130, comparison=0.0, women=0.26,
    ),
    programme=Programme(
        "Keperantaraan Pasar Janggelan", "2024-06-03", ("2024-04", "2026-04"),
        income=1_600_000, effects=(0, 0.11), attrition=0.13, price_shift=0.11, attendance=0.3,
    ),
    economy=Economy(poverty_line=380_000, minimum_wage=2_157_000),
    venture=VENTURES["3501"],
    layout="xlsx",
)  # fmt: skip

STORIES = (ACEH_BARAT, TRENGGALEK, BANTAENG, LOMBOK_UTARA, PEMALANG, PEKALONGAN, PACITAN)
