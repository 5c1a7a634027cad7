"""What a monthly series tells of: price, supply or demand, judged by the words of its name and its unit.

A word decides only where it stands alone: two kinds in one name, or a unit that contradicts the word, leave
the series among the others, as a wrong label would mislead.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from pasar_nb.analysis.market.profile_results import Decided, Kind
from pasar_nb.analysis.trend.series import PRICE, RUPIAH, words_of

WORDS: Mapping[Kind, frozenset[str]] = {
    "price": frozenset({PRICE}),
    "supply": frozenset({"produksi", "panen", "hasil", "pasokan", "penawaran", "stok", "persediaan"}),
    "demand": frozenset(
        {"permintaan", "penjualan", "jual", "terjual", "pesanan", "pembelian", "konsumsi", "ekspor"}
    ),
}
INPUTS = frozenset(
    {"biaya", "upah", "ongkos", "sewa", "pupuk", "bibit", "benih", "pestisida", "pakan", "bahan"}
)
RATE = re.compile(r"/|\bper\b", re.IGNORECASE)


def kind_of(name: str, unit: str, sources: tuple[str, ...], commodity: str) -> tuple[Kind, Decided]:
    """Judge what a series of a commodity tells of.

    Parameters
    ----------
    name, unit, sources
        As the series gives them.
    commodity
        Its words say nothing here: sea products (*hasil laut*) are no harvest.

    Returns
    -------
    kind, decided
        ``harga_jual_kopi`` in Rp/kg is a price although the word *jual* belongs to demand: a price is told
        by its word and a unit of rupiah for something together.
    """
    own = set(words_of(commodity))
    words = set(words_of(name)) - own
    if words & INPUTS:
        return "other", "input"
    rate = RUPIAH.match(unit) is not None and RATE.search(unit) is not None
    if words & WORDS["price"]:
        return ("price", "name") if rate else ("other", "unit")
    found = _kinds(words)
    if found:
        return _judged(found, "name", rate=rate)
    told = {word for source in sources for word in words_of(source)} - own
    if rate:
        return ("price", "source") if told & WORDS["price"] else ("other", "nothing")
    found = _kinds(told) - {"price"}
    return _judged(found, "source", rate=rate) if found else ("other", "nothing")


def _kinds(words: set[str]) -> set[Kind]:
    return {kind for kind, known in WORDS.items() if words & known}


def _judged(found: set[Kind], by: Decided, *, rate: bool) -> tuple[Kind, Decided]:
    if len(found) > 1:
        return "other", "several"
    return ("other", "unit") if rate else (next(iter(found)), by)
