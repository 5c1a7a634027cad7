"""Functions of a market system: those the guide names, and who on the map fills them.

What an actor does is written in the district's own words, so a function is recognised by the stems of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import pandas as pd

from pasar_nb.analysis.market.results import Gaps
from pasar_nb.vocabulary import LAYER_LABELS

_PREFIX = r"\b(?:pe[mnr]?|pen[gy]|ke|ber|me[mn]?|meng)?"
"""Prefixes of verbs and of what is made of them; a stem anywhere would find "perda" in "perdagangan"."""

# Juknis APP Jawa Timur, Langkah 2 (pemetaan pasar): the chain from production to consumption, what supports
# its transactions, and the policy, rules and custom around it.
_STEMS: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        (
            "rantai_nilai",
            "produksi",
        ): r"produksi|produsen|budi ?daya|[tn]anam|tani|kebun|nelayan|ternak|rajin",
        ("rantai_nilai", "konsumsi"): r"konsum|pakai|makai|pembeli akhir|wisatawan",
        ("pendukung", "pembiayaan"): r"biaya|uang|kredit|modal|[pm]injam|bank\b|bankan|tabung",
        ("pendukung", "sarana_produksi"): r"input|sapro|sarana produksi|bibit|benih|pupuk|bahan baku",
        ("pendukung", "pelatihan"): r"latih|s?uluh|damping|bimbing|didik",
        ("pendukung", "logistik"): r"logistik|angkut|transpor|gudang|k?irim",
        ("pendukung", "informasi"): r"informasi|data pasar",
        ("lingkungan_bisnis", "kebijakan"): r"bijak|rencana",
        ("lingkungan_bisnis", "peraturan"): r"atur|izin|perda\b|perdes\b|regulasi|standar|sertifik",
        ("lingkungan_bisnis", "kebiasaan"): r"adat\b|biasaan|budaya|norma|tradisi",
    }
)
FLOW_OF_FUNCTION: Mapping[str, str] = MappingProxyType({"pembiayaan": "pembiayaan", "informasi": "informasi"})
"""Functions that an actor may fill in passing, by a flow of that kind, as a trader who lends does."""


def fills(function: str, key: str) -> bool:
    """Tell whether an actor's function, in the district's words, is the one of the guide."""
    if key == "produksi" and fills(function, "sarana_produksi"):
        return False  # who provides inputs produces nothing of the commodity
    stems = next(stems for (_layer, name), stems in _STEMS.items() if name == key)
    return re.search(f"{_PREFIX}(?:{stems})", function.casefold()) is not None


def doing(actors: pd.DataFrame, key: str) -> pd.Series[bool]:
    """Mark the actors whose function is the one of the guide."""
    marks = [fills(str(function), key) for function in actors["fungsi"]]
    return pd.Series(marks, index=actors.index, dtype=bool)


def find_gaps(actors: pd.DataFrame, flows: pd.DataFrame) -> Gaps:
    """Tell which functions of the guide are filled, and by whom.

    Parameters
    ----------
    actors, flows
        Tables of `Actors` and `Flows`.

    Returns
    -------
    Gaps
        A group whose recorded number is nought fills nothing.
    """
    present = actors[actors["jumlah"].fillna(1) > 0]
    rows = [_row(layer, key, present, flows) for layer, key in _STEMS]
    columns = ["lapisan", "function", "state", "filled_by", "inside"]
    layers = set(present["lapisan"])
    return Gaps(
        deserted=tuple(_deserted(actors, present)),
        empty_layers=tuple(layer for layer in LAYER_LABELS if layer not in layers),
        table=pd.DataFrame(rows, columns=columns),
    )


def _row(layer: str, key: str, present: pd.DataFrame, flows: pd.DataFrame) -> tuple[str, str, str, str, bool]:
    # Who advises producers is none.
    able = present[present["lapisan"] == layer] if layer == "rantai_nilai" else present
    filling = able[doing(able, key)]
    state = "filled"
    if filling.empty:
        givers = flows.loc[flows["jenis"] == FLOW_OF_FUNCTION.get(key), "dari"]
        filling = present[present["pelaku"].isin(givers)]
        state = "empty" if filling.empty else "embedded"
    return layer, key, state, "; ".join(filling["nama"]), bool((filling["lokasi"] == "dalam").any())


def _deserted(actors: pd.DataFrame, present: pd.DataFrame) -> Iterator[str]:
    kept = set(present["fungsi"])
    yield from (name for name in dict.fromkeys(actors["fungsi"]) if name not in kept)
