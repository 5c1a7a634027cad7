"""Which of the guide's business models the recorded exchanges are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from pasar_nb.analysis.business.model_results import ModelKind, Recognised, Recognition
from pasar_nb.analysis.business.results import Exchanges
from pasar_nb.findings import NotEstimable
from pasar_nb.vocabulary import CONDITION_LABELS, FEATURE_LABELS

SERVICES = ("jasa_melekat", "pembiayaan")  # "uang, investasi, jasa melekat" of figures 2 and 3
ADVICE = ("jasa_melekat", "jasa", "informasi")
REACHED = ("pokmas", "mitra_lokal")  # inputs, advice and services may reach producers through their partner
CHAIN = ("pokmas", "mitra_lokal", "mitra_swasta")
TRADED = ("produk", "uang")

Ends = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
EXCHANGED: Mapping[str, Ends] = {
    "product_to_local": (("pokmas",), ("mitra_lokal",), ("produk",)),
    "money_from_local": (("mitra_lokal",), ("pokmas",), ("uang",)),
    "services_from_local": (("mitra_lokal",), ("pokmas",), SERVICES),
    "product_to_private": (("mitra_lokal",), ("mitra_swasta",), ("produk",)),
    "money_from_private": (("mitra_swasta",), ("mitra_lokal",), ("uang",)),
    "services_from_private": (("mitra_swasta",), REACHED, SERVICES),
    "loan": (("lembaga_keuangan",), ("pokmas",), ("pembiayaan",)),
    "repayment_by_local": (("mitra_lokal",), ("lembaga_keuangan",), ("uang",)),
    "referral": (("mitra_lokal",), ("lembaga_keuangan",), ("informasi",)),
    "monitoring_fee": (("lembaga_keuangan",), ("mitra_lokal",), ("uang",)),
    "inputs": (("penyedia_input",), REACHED, ("produk",)),
    "extension": (("penyedia_input",), REACHED, ADVICE),
    "input_payment": (REACHED, ("penyedia_input",), ("uang",)),
}
"""Givers, takers and kinds of exchange of which one is enough for a feature."""
SALE = ("product_to_local", "money_from_local")
A = (*SALE, "services_from_local", "product_to_private", "money_from_private", "services_from_private")
LENDER = ("loan", "repayment_by_local")
INPUT = ("inputs", "extension")
PARTS: Mapping[str, tuple[str, ...]] = {
    "A": A,
    "lender": (*LENDER, "referral", "monitoring_fee"),
    "input": (*INPUT, "input_payment"),
    "conventional": ("beyond_trade",),
}
NEEDED = frozenset({*A, *LENDER, *INPUT})
NOT_CONVENTIONAL = ("beyond_trade", "repayment_by_local", "referral", "monitoring_fee", "extension")
"""What a conventional model has none of: there the parties "interact only in exchanging money and goods"."""


def recognise(exchanges: Exchanges | NotEstimable) -> Recognition | NotEstimable:
    """Recognise the model of each condition by its features; nothing is guessed from names or remarks.

    Parameters
    ----------
    exchanges
        Of the plan.

    Returns
    -------
    Recognition or NotEstimable
        The latter where no exchange is recorded.

    Notes
    -----
    Panduan Replikasi, 1.3, figures 1 to 3. Conventional: producers sell to a local buyer, perhaps also to
    another one, and only goods and money change hands. A: producers, local and private partner, with
    products one way, and money with embedded services or investment the other, on both links. B: A and a
    lender whose loan is repaid by the local partner out of sales, or a supplier of inputs with extension, or
    both. That inputs come in large volumes at a better price is part of B, too, but no exchange shows it.
    """
    if isinstance(exchanges, NotEstimable):
        return exchanges
    present = {one: features_of(exchanges.of(one)) for one in exchanges.conditions}
    table = pd.DataFrame(
        [
            {"ciri": feature, "part": part, "needed": feature in NEEDED, **_marks(feature, present)}
            for part, features in PARTS.items()
            for feature in features
        ]
    )
    return Recognition(found=tuple(_recognised(one, has) for one, has in present.items()), table=table)


def features_of(rows: pd.DataFrame) -> frozenset[str]:
    """Find the features that the exchanges of one condition show."""
    flows = list(zip(rows["dari"], rows["ke"], rows["jenis"], strict=True))
    found = {
        feature
        for feature, (givers, takers, kinds) in EXCHANGED.items()
        if any(giver in givers and taker in takers and kind in kinds for giver, taker, kind in flows)
    }
    if any(giver in CHAIN and taker in CHAIN and kind not in TRADED for giver, taker, kind in flows):
        found.add("beyond_trade")
    return frozenset(found)


def _recognised(condition: str, has: frozenset[str]) -> Recognised:
    against = tuple(one for one in NOT_CONVENTIONAL if one in has)
    model = _model(has, against)
    return Recognised(
        condition=condition,
        model=model,
        missing=() if model == "conventional" else _in_order(_missing(has, model)),
        against=() if model == "conventional" else against,
    )


def _model(has: frozenset[str], against: tuple[str, ...]) -> ModelKind:
    if has.issuperset(A):
        return "B" if has.issuperset(LENDER) or has.issuperset(INPUT) else "A"
    return "conventional" if has.issuperset(SALE) and not against else "unrecognised"


def _missing(has: frozenset[str], model: ModelKind) -> set[str]:
    """Name what the next model lacks: all of A, or of a model B the parts that were begun."""
    if model == "unrecognised":
        return set(A) - has
    begun = [part for part in (LENDER, INPUT) if model == "B" or has.intersection(part)]
    return {feature for part in begun for feature in part} - has


def _marks(feature: str, present: Mapping[str, frozenset[str]]) -> dict[str, bool | None]:
    return {one: feature in present[one] if one in present else None for one in CONDITION_LABELS}


def _in_order(features: Iterable[str]) -> tuple[str, ...]:
    found = set(features)
    return tuple(one for one in FEATURE_LABELS if one in found)
