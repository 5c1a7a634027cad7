"""Criteria, scores, pairwise judgements and the decision of one district.

A score is the candidate's true quality, shifted by the rater's severity, the rater's liking for the
candidate and noise, rounded to 1-5. Liking and noise are centred over the raters, so that the panel as a
whole keeps the order that the story tells, for every seed.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pasar_nb.demo.criteria import CRITERIA, INTERVIEWS, Criterion
from pasar_nb.demo.setting import Drawn, Setting
from pasar_nb.demo.story import Selection
from pasar_nb.vocabulary import SCORE_HIGH, SCORE_LOW

SAATY_HIGH = 9  # Saaty 1980: judgements run from 1/9 to 9
JUDGES = 3  # raters who also compare criteria pairwise
JUDGEMENT_NOISE = 0.12  # on the log scale; keeps the consistency ratio well below 0.1
CIRCLE = (5.0, 5.0, 0.2)  # a over b, b over c, yet c over a: no weights can satisfy this
DATA_NOISE = 0.04  # of a measured value, as a share of the criterion's range


def selection(setting: Setting) -> Drawn:
    """Draw the tables of commodity selection."""
    choice = setting.story.selection
    tables = {
        "kriteria": _criteria(choice),
        "skor": _scores(setting),
        "keputusan": _decision(setting),
    }
    if choice.judgement != "none":
        tables["perbandingan"] = _judgements(choice, setting.stream("perbandingan"))
    return Drawn(tables, {"seleksi": _truth(setting)})


def weighted_qualities(choice: Selection) -> dict[str, float]:
    """Weighted mean of the true qualities of each candidate, cost criteria turned round (1-5)."""
    weights = np.array(list(choice.weights.values()), dtype=float)
    costs = np.array([CRITERIA[code].direction == "biaya" for code in choice.weights])
    totals = {}
    for commodity, row in choice.qualities.items():
        good = np.where(costs, SCORE_LOW + SCORE_HIGH - np.array(row), row)
        totals[commodity] = float(np.average(good, weights=weights))
    return totals


def vetoed(choice: Selection) -> list[str]:
    """Candidates whose true quality misses a threshold."""
    codes = list(choice.weights)
    return [
        commodity
        for commodity, row in choice.qualities.items()
        if any(row[codes.index(code)] < limit for code, limit in (choice.vetoes or {}).items())
    ]


def _criteria(choice: Selection) -> pd.DataFrame:
    rows = [
        (code, CRITERIA[code].name, CRITERIA[code].dimension, weight, CRITERIA[code].direction)
        for code, weight in choice.weights.items()
    ]
    frame = pd.DataFrame(rows, columns=["kriteria", "nama", "dimensi", "bobot", "arah"])
    vetoes = choice.vetoes or {}
    return frame.assign(ambang_veto=[vetoes.get(code, np.nan) for code in choice.weights])


def _scores(setting: Setting) -> pd.DataFrame:
    choice = setting.story.selection
    grid = pd.MultiIndex.from_product(
        [choice.qualities, choice.weights, choice.raters], names=["komoditas", "kriteria", "penilai"]
    )
    frame = grid.to_frame(index=False)
    frame["skor"] = _score_values(choice, setting.stream("skor")).reshape(-1)
    evidence = _evidence(setting)
    frame = frame.merge(evidence, on=["komoditas", "kriteria"], validate="many_to_one")
    blank = pd.MultiIndex.from_frame(frame[["penilai", "komoditas"]]).isin(choice.blanks)
    return frame[~blank].reset_index(drop=True)


def _score_values(choice: Selection, rng: np.random.Generator) -> NDArray[np.int64]:
    """Draw the scores, shape (candidates, criteria, raters)."""
    quality = np.array(list(choice.qualities.values()))[:, :, np.newaxis]
    candidates, criteria, raters = *quality.shape[:2], len(choice.raters)
    severity = rng.normal(0, choice.severity, (1, 1, raters))
    taste = _centred(rng.normal(0, choice.taste, (candidates, 1, raters)))
    noise = _centred(rng.normal(0, choice.noise, (candidates, criteria, raters)))
    # Somebody who likes a commodity also finds its costs and risks small.
    sign = np.array([-1 if CRITERIA[code].direction == "biaya" else 1 for code in choice.weights])
    latent = quality + severity + sign[np.newaxis, :, np.newaxis] * taste + noise
    return np.clip(np.rint(latent), SCORE_LOW, SCORE_HIGH).astype(np.int64)


def _centred(draws: NDArray[np.float64]) -> NDArray[np.float64]:
    centred: NDArray[np.float64] = draws - draws.mean(axis=-1, keepdims=True)
    return centred


def _evidence(setting: Setting) -> pd.DataFrame:
    """Draw the data behind the scores: one row per candidate and criterion, empty where there are none."""
    rng = setting.stream("nilai_data")
    district = f"{setting.story.kind.capitalize()} {setting.story.name}"
    decided = int(setting.story.selection.decided[:4])
    rows = []
    for commodity, qualities in setting.story.selection.qualities.items():
        for code, quality in zip(setting.story.selection.weights, qualities, strict=True):
            criterion = CRITERIA[code]
            value = _measured(criterion, quality, rng)
            documented = rng.random() < criterion.documented
            rows.append(
                (
                    commodity,
                    code,
                    value,
                    criterion.unit,
                    criterion.source.format(district=district),
                    criterion.year,
                )
                if documented
                else (commodity, code, np.nan, "", INTERVIEWS, decided)
            )
    columns = ["komoditas", "kriteria", "nilai_data", "satuan", "sumber", "tahun"]
    return pd.DataFrame(rows, columns=columns)


def _measured(criterion: Criterion, quality: float, rng: np.random.Generator) -> float:
    share = (quality - SCORE_LOW) / (SCORE_HIGH - SCORE_LOW) + rng.normal(0, DATA_NOISE)
    value = criterion.low + share * (criterion.high - criterion.low)
    floor = min(criterion.low, 0)  # a count or an amount is not negative, a growth rate may be
    return float(np.round(max(value, floor) / criterion.step) * criterion.step)


def _judgements(choice: Selection, rng: np.random.Generator) -> pd.DataFrame:
    """Draw pairwise judgements that follow the weights, or run in a circle where the story says so."""
    pairs = list(combinations(range(len(choice.weights)), 2))
    codes, weights = list(choice.weights), np.array(list(choice.weights.values()), dtype=float)
    circle = dict(zip([(0, 1), (1, 2), (0, 2)], CIRCLE, strict=True))
    rows = []
    for rater in choice.raters[:JUDGES]:
        for a, b in pairs:
            ratio = float(weights[a] / weights[b] * np.exp(rng.normal(0, JUDGEMENT_NOISE)))
            if choice.judgement == "contradictory":
                ratio = circle.get((a, b), ratio)
            rows.append((rater, codes[a], codes[b], _saaty(ratio)))
    return pd.DataFrame(rows, columns=["penilai", "kriteria_a", "kriteria_b", "nilai"])


def _saaty(ratio: float) -> float:
    """Round a ratio to Saaty's scale: a whole number, or one part of a whole number."""
    if ratio >= 1:
        return float(min(round(ratio), SAATY_HIGH))
    return round(1 / min(round(1 / ratio), SAATY_HIGH), 4)


def _decision(setting: Setting) -> pd.DataFrame:
    choice = setting.story.selection
    return pd.DataFrame(
        {
            "komoditas": [setting.story.commodity.name],
            "alasan": [choice.reason],
            "tanggal": pd.to_datetime([choice.decided]),
        }
    )


def _truth(setting: Setting) -> dict[str, object]:
    choice = setting.story.selection
    totals = weighted_qualities(choice)
    admitted = {name: total for name, total in totals.items() if name not in vetoed(choice)}
    return {
        "mutu": {name: dict(zip(choice.weights, row, strict=True)) for name, row in choice.qualities.items()},
        "nilai_tertimbang": {name: round(total, 4) for name, total in totals.items()},
        "terbaik": max(totals, key=totals.__getitem__),
        "terbaik_memenuhi_ambang": max(admitted, key=admitted.__getitem__),
        "terpilih": setting.story.commodity.name,
        "tidak_memenuhi_ambang": vetoed(choice),
        "simpangan_baku": {"butir": choice.noise, "ketegasan": choice.severity, "selera": choice.taste},
        "sel_kosong": [list(pair) for pair in choice.blanks],
        "perbandingan": choice.judgement,
    }
