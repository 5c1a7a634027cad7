"""Sentences on which model of the guide the exchanges are, and what is missing to the next one."""

from __future__ import annotations

from collections.abc import Iterable

from pasar_nb.analysis.business.model_results import Recognised
from pasar_nb.analysis.business.recognition import INPUT, LENDER, SALE, A
from pasar_nb.analysis.business.results import BusinessModel
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Listing, Message, _, listing, paragraph
from pasar_nb.vocabulary import FEATURE_LABELS, MODEL_LABELS


def models(shown: Released[BusinessModel]) -> Message | NotEstimable:
    """Say which model stands before and which after, and why, or what keeps it from being recognised."""
    result = shown.result.recognition
    if isinstance(result, NotEstimable):
        return result
    return paragraph(*(_explained(one) for one in result.found))


def models_in_short(shown: Released[BusinessModel]) -> Message | NotEstimable:
    """Say both models in one sentence."""
    result = shown.result.recognition
    if isinstance(result, NotEstimable):
        return result
    before, after = result.of("sebelum"), result.of("sesudah")
    if before is None or after is None:
        return _("Menurut pertukaran yang dicatat: {each}.", each=listing(one.named for one in result.found))
    if before.model == after.model:
        return _(
            "Menurut pertukaran yang dicatat, sebelum dan sesudah sama: {model}.",
            model=_with_distance(after),
        )
    return _(
        "Menurut pertukaran yang dicatat, {before} menjadi {after}.",
        before=_with_distance(before),
        after=_with_distance(after),
    )


def _with_distance(one: Recognised) -> Message:
    if one.model != "unrecognised":
        return MODEL_LABELS[one.model]
    return _(
        "model yang tidak dikenali ({count} dari {all} ciri model A)",
        count=len(A) - len(one.missing),
        all=len(A),
    )


def _explained(one: Recognised) -> Message:
    name = one.named
    if one.model == "conventional":
        return _(
            "{name}; POKMAS menjual kepada pembeli lokal, dan di antara pihak rantai hanya produk dan uang "
            "yang berpindah.",
            name=name,
        )
    if one.model == "unrecognised":
        return paragraph(_("{name}.", name=name), *_reasons(one))
    if one.model == "A":
        complete = _(
            "{name}; produk mengalir dari POKMAS melalui mitra lokal ke mitra swasta, uang dan jasa melekat "
            "sebaliknya.",
            name=name,
        )
        return paragraph(complete, *_begun(one))
    return paragraph(_("{name}; model A ditambah {parts}.", name=name, parts=_parts(one)), *_half(one))


def _reasons(one: Recognised) -> list[Message]:
    """Say why it is neither conventional nor A."""
    unsold = [feature for feature in SALE if feature in one.missing]
    said = []
    if one.against:
        said += [_("Bukan model konvensional, sebab ada {found}.", found=_features(one.against))]
    elif unsold:
        said += [
            _("Bukan model konvensional, sebab tidak tercatat bahwa {missing}.", missing=_features(unsold))
        ]
    return [
        *said,
        _(
            "{count} dari {all} ciri model A tercatat; yang tidak tercatat: {missing}.",
            count=len(A) - len(one.missing),
            all=len(A),
            missing=_features(one.missing),
        ),
    ]


def _begun(one: Recognised) -> list[Message]:
    if not one.missing:
        return []
    return [_("Model B belum lengkap; yang tidak tercatat: {missing}.", missing=_features(one.missing))]


def _parts(one: Recognised) -> Listing:
    complete = [
        label
        for part, label in (
            (LENDER, _("lembaga keuangan yang angsurannya diteruskan mitra lokal")),
            (INPUT, _("penyedia input yang memberi penyuluhan")),
        )
        if not set(part) & set(one.missing)
    ]
    return listing(complete)


def _half(one: Recognised) -> list[Message]:
    if not one.missing:
        return []
    return [
        _(
            "Dari model B pada panduan, yang tidak tercatat: {missing}.",
            missing=_features(one.missing),
        )
    ]


def _features(names: Iterable[str]) -> Listing:
    return listing(FEATURE_LABELS[name] for name in names)
