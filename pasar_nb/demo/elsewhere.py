"""Stories for districts outside the seven, drawn from a catalogue; their villages carry invented names."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from pasar_nb.demo.selection import weighted_qualities
from pasar_nb.demo.story import Economy, Judgement, People, Product, Programme, Selection, Story
from pasar_nb.demo.streams import stream
from pasar_nb.demo.venture import BusinessModel, Deal, Venture
from pasar_nb.demo.ventures import venture_elsewhere

RURAL = (
    Product("Kopi robusta", "kg", 28_000, 0.12, 0.06, 2),
    Product("Kakao", "kg", 34_000, 0.14, 0.06, 3),
    Product("Gula aren", "kg", 21_000, 0.05, 0.05, 4),
    Product("Madu hutan", "botol", 95_000, 0.04, 0.08, 3),
    Product("Jagung", "kg", 4_600, 0.03, 0.10, 10),
    Product("Kacang tanah", "kg", 19_000, 0.04, 0.07, 1),
    Product("Cabai rawit", "kg", 31_000, 0.04, 0.25, 2),
    Product("Telur itik", "butir", 2_600, 0.04, 0.04, 6),
    Product("Ikan asap", "kg", 48_000, 0.05, 0.08, 1),
    Product("Anyaman bambu", "buah", 32_000, 0.03, 0.03, 12),
)
URBAN = (
    Product("Batik", "lembar", 165_000, 0.04, 0.05, 6),
    Product("Kue kering", "stoples", 42_000, 0.05, 0.10, 4),
    Product("Konveksi", "potong", 38_000, 0.03, 0.06, 6),
    Product("Kerajinan daur ulang", "buah", 27_000, 0.03, 0.03, 12),
    Product("Abon ikan", "kg", 145_000, 0.04, 0.05, 4),
    Product("Tempe", "papan", 6_500, 0.05, 0.03, 1),
)
CANDIDATES = 4
RATERS = (
    "Bappeda", "Dinas Koperasi dan UKM", "Dinas Sosial", "Tokoh perempuan", "Pendamping desa", "Pelaku usaha",
    "Dinas Pertanian", "Perwakilan POKMAS",
)  # fmt: skip
CRITERIA_CHOSEN = ("jangkauan", "pendapatan", "permintaan", "kemitraan", "perempuan", "modal")
WEIGHTS = (3, 6)  # 3, 4 or 5
QUALITY = (1.6, 4.7)
JUDGEMENTS: tuple[Judgement, ...] = ("none", "consistent", "contradictory")
JUDGEMENT_SHARES = (0.5, 0.4, 0.1)
TASTE = (0.1, 0.6)
REASON = "Nilai tertinggi menurut musyawarah dan sejalan dengan rencana pembangunan daerah."
SCHEDULES: tuple[tuple[str, str, tuple[str, ...]], ...] = (  # decision, start, waves
    ("2023-07-12", "2023-11-01", ("2023-09", "2024-09", "2025-09")),
    ("2023-10-11", "2024-02-05", ("2023-12", "2024-12", "2025-12")),
    ("2024-03-13", "2024-07-01", ("2024-05", "2025-05", "2026-05")),
    ("2024-08-14", "2025-01-13", ("2024-10", "2025-10")),
)
NO_EFFECT = 0.2  # share of programmes that change nothing
EFFECT = (0.03, 0.25)  # of the others, on income at the last wave
HOUSEHOLDS = (120, 301)
INCOME, LINE, WAGE = (1_300_000, 2_700_000), (380_000, 650_000), (2_150_000, 3_800_000)  # Rp
ATTRITION, PRICE_SHIFT = (0.08, 0.15), (0.05, 0.18)
WOMEN, COMPARISON = (0.15, 0.35), (0.35, 0.45)
PRODUCERS, PRODUCING_WOMEN = (300, 3_000), (20, 80)  # number, per cent
ATTENDANCE = (0.0, 0.5)  # correlation with the change of income
PROMISED = (0.05, 0.18)  # rise of the price that the model counts on where none comes


def story_of(code: str, name: str, kind: str, seed: int) -> Story:
    """Draw the story of any district.

    Parameters
    ----------
    code, name, kind
        BPS code, name, and ``kabupaten`` or ``kota``, from the national list.
    seed
        Seed of the whole drawing.
    """
    rng = stream(seed, code, "cerita")
    catalogue = URBAN if kind == "kota" else RURAL
    products = [catalogue[k] for k in rng.permutation(len(catalogue))[:CANDIDATES]]
    decided, start, waves = SCHEDULES[rng.integers(len(SCHEDULES))]
    selection = _selection([product.name for product in products], decided, rng)
    best = max(selection.qualities, key=weighted_qualities(selection).__getitem__)
    products.sort(key=lambda product: product.name != best)
    programme = _programme(best, start, waves, rng)
    market = stream(seed, code, "cerita pasar")
    return Story(
        code=code,
        name=name,
        kind=kind,
        products=tuple(products[:2]),
        selection=selection,
        people=_people(rng),
        programme=replace(programme, attendance=round(float(market.uniform(*ATTENDANCE)), 2)),
        economy=Economy(_thousands(rng, LINE), _thousands(rng, WAGE)),
        venture=_venture(best, programme.price_shift, market),
    )


def _selection(candidates: list[str], decided: str, rng: np.random.Generator) -> Selection:
    weights = {code: int(rng.integers(*WEIGHTS)) for code in CRITERIA_CHOSEN}
    raters = rng.permutation(RATERS)[: rng.integers(5, len(RATERS) + 1)]
    return Selection(
        weights=weights,
        qualities={
            name: tuple(float(q) for q in rng.uniform(*QUALITY, len(weights)).round(1)) for name in candidates
        },
        raters=tuple(str(rater) for rater in raters),
        decided=decided,
        reason=REASON,
        taste=round(float(rng.uniform(*TASTE)), 2),
        judgement=JUDGEMENTS[rng.choice(len(JUDGEMENTS), p=JUDGEMENT_SHARES)],
    )


def _venture(product: str, price_shift: float, rng: np.random.Generator) -> Venture:
    number, women = (int(rng.integers(*bounds)) for bounds in (PRODUCERS, PRODUCING_WOMEN))
    promised = round(float(rng.uniform(*PROMISED)), 2)
    model: BusinessModel = "B" if rng.random() < 0.5 else "A"
    deal = Deal(model, premium=round(price_shift, 2) or promised)
    return venture_elsewhere(product, number, women, deal)


def _people(rng: np.random.Generator) -> People:
    return People(
        areas={
            "Kecamatan Contoh A": ("Contoh Satu", "Contoh Dua", "Contoh Tiga", "Contoh Empat"),
            "Kecamatan Contoh B": ("Contoh Lima", "Contoh Enam"),
        },
        households=int(rng.integers(*HOUSEHOLDS)),
        comparison=float(rng.uniform(*COMPARISON)),
        women=float(rng.uniform(*WOMEN)),
    )


def _programme(commodity: str, start: str, waves: tuple[str, ...], rng: np.random.Generator) -> Programme:
    last = 0.0 if rng.random() < NO_EFFECT else round(float(rng.uniform(*EFFECT)), 3)
    effects = tuple(round(last * wave / (len(waves) - 1), 4) for wave in range(len(waves)))
    return Programme(
        name=f"Keperantaraan Pasar {commodity}",
        start=start,
        waves=waves,
        income=_thousands(rng, INCOME),
        effects=effects,
        attrition=round(float(rng.uniform(*ATTRITION)), 3),
        price_shift=round(float(rng.uniform(*PRICE_SHIFT)), 3) if last else 0.0,
    )


def _thousands(rng: np.random.Generator, bounds: tuple[float, float]) -> float:
    return float(np.round(rng.uniform(*bounds), -3))
