"""Sentences on risk: what moves the gains, how likely they are, and whose incentive breaks first."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.business.results import BusinessModel
from pasar_nb.analysis.business.risk_results import PriceFalls, Sensitivity, Simulation
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import DrawnShare, InSentence, Message, Money, Share, Value, _, listing, paragraph
from pasar_nb.prose.business.amounts import Row, role
from pasar_nb.vocabulary import basis_label, driver_label, percentage_points, roles

_DISPUTED = _(
    "Peluang semua pihak memperoleh lebih belum dapat dikutip, sebab simulasinya memakai harga penjual dan "
    "pembeli yang bertentangan."
)


def sensitivity(shown: Released[BusinessModel]) -> Message | NotEstimable:
    """Say what moves each party's gain most, and which single thing can turn it."""
    risk = shown.result.risk
    if isinstance(risk, NotEstimable):
        return risk
    result = risk.sensitivity
    if result.table.empty:
        return NotEstimable(_("Tidak ada harga atau volume yang berkisar, sehingga kepekaan tidak dihitung."))
    largest = result.table.groupby("peran", sort=False).head(1).to_dict("records")
    each = listing(_("{party}: {what}", party=role(row["peran"]), what=_what(row)) for row in largest)
    return paragraph(
        _("Yang paling menggerakkan keuntungan setiap pihak: {each}.", each=each), *_turning(result)
    )


def probabilities(shown: Released[BusinessModel]) -> Message | NotEstimable:
    """Say how likely all parties gain together, and each alone."""
    risk = shown.result.risk
    if isinstance(risk, NotEstimable):
        return risk
    result = risk.simulation
    each = listing(
        _("{party} {share}", party=role(row["peran"]), share=DrawnShare(row["probability"]))
        for row in result.table.to_dict("records")
    )
    alone = [_("Masing-masing: {each}.", each=each)] if len(result.table) > 1 else []
    gains = shown.result.gains
    disputed = [] if isinstance(gains, NotEstimable) or not gains.disputed else [_DISPUTED]
    return paragraph(*disputed, together(result), *alone, *_drawn_once(result), *_missing(result))


def together(result: Simulation) -> Message:
    """Say how likely all computed parties gain in the same draw."""
    parties = tuple(result.table["peran"])
    if len(parties) == 1:
        return _(
            "Dalam {draws} simulasi harga dan volume, {party} memperoleh lebih pada {share} "
            "(galat baku {error} poin persen).",
            draws=result.draws,
            party=role(parties[0]),
            share=DrawnShare(result.together),
            error=percentage_points(result.together_error),
        )
    return _(
        "Dalam {draws} simulasi harga dan volume, {count} pihak bersama-sama memperoleh lebih pada {share} "
        "(galat baku {error} poin persen).",
        draws=result.draws,
        count=len(parties),
        share=DrawnShare(result.together),
        error=percentage_points(result.together_error),
    )


def _together_in_short(result: Simulation) -> Message:
    parties = tuple(result.table["peran"])
    values: dict[str, Value] = {"draws": result.draws, "share": DrawnShare(result.together)}
    if len(parties) == 1:
        return _(
            "Dalam {draws} simulasi harga dan volume, {party} memperoleh lebih pada {share}.",
            party=role(parties[0]),
            **values,
        )
    return _(
        "Dalam {draws} simulasi harga dan volume, {count} pihak bersama-sama memperoleh lebih pada {share}.",
        count=len(parties),
        **values,
    )


def price_falls(shown: Released[BusinessModel]) -> Message | NotEstimable:
    """Say whose incentive breaks first when selling prices fall, and the others' room."""
    risk = shown.result.risk
    if isinstance(risk, NotEstimable):
        return risk
    result = risk.price_falls
    if isinstance(result, NotEstimable):
        return result
    return paragraph(*_already(result), *_first(result), *_others(result))


def risk_in_short(shown: Released[BusinessModel]) -> list[Message]:
    """Say the probability that all gain, unless the headline has it, and who gains least likely."""
    risk, gains = shown.result.risk, shown.result.gains
    if isinstance(risk, NotEstimable) or isinstance(gains, NotEstimable):
        return []
    if gains.disputed:
        return [_DISPUTED]
    table = risk.simulation.table
    if len(table) == 1:
        return [_together_in_short(risk.simulation)]
    weakest = table.sort_values("probability", kind="stable").iloc[0]
    return [
        *([] if gains.rule == "kept" else [_together_in_short(risk.simulation)]),
        _(
            "Peluang memperoleh lebih paling kecil pada {party}: {share}.",
            party=role(str(weakest["peran"])),
            share=DrawnShare(float(weakest["probability"])),
        ),
    ]


def risk_limits(shown: Released[BusinessModel]) -> list[Message]:
    """Say what the probabilities rest on, and how they differ from the rule of bad, usual and good."""
    risk = shown.result.risk
    if isinstance(risk, NotEstimable):
        return []
    return [
        _(
            "Peluang bukan ramalan: {assumed} dari {varied} harga dan volume dianggap berkisar ±{spread} "
            "sebab kisarannya tidak dicatat, korelasi antarharga juga anggapan, dan gagal panen, utang, "
            "atau perjanjian yang dilanggar tidak termasuk.",
            assumed=risk.simulation.assumed,
            varied=risk.simulation.varied,
            spread=Share(risk.sensitivity.spread),
        ),
        _(
            "Aturan bahwa setiap pihak memperoleh lebih memakai kisaran yang dicatat bagi pihak itu "
            "sendiri. Simulasi juga menggerakkan harga belinya bersama harga jual pihak lain, sehingga "
            "peluangnya bisa jauh di bawah 100% meskipun aturan itu terpenuhi."
        ),
    ]


def _what(row: Row) -> InSentence:
    return InSentence(driver_label(row["what"], row["komponen"]))


def _turning(result: Sensitivity) -> list[Message]:
    turning: pd.DataFrame = result.table[result.table["turns"].astype(bool)]
    without = tuple(dict.fromkeys(result.table.loc[result.table["gain"] <= 0, "peran"]))
    if turning.empty and without:
        return [
            _(
                "{parties} tidak memperoleh lebih, harga atau volume mana pun yang berubah sendirian.",
                parties=roles(without),
            )
        ]
    if turning.empty:
        return [_("Tidak ada satu hal pun yang sendirian membalik hasil suatu pihak.")]
    each = [_turned(row, result) for row in turning.to_dict("records")]
    return [_("Satu hal saja sudah dapat membalik hasil: {each}.", each=listing(each))]


def _turned(row: Row, result: Sensitivity) -> Message:
    return _(
        "{party}, {what} ({down} sampai {up}, {basis}), dari {low} sampai {high}",
        party=role(row["peran"]),
        what=_what(row),
        down=Share(row["down"], signed=True),
        up=Share(row["up"], signed=True),
        basis=basis_label(row["basis"], result.spread),
        low=Money(min(row["gain_low"], row["gain_high"])),
        high=Money(max(row["gain_low"], row["gain_high"])),
    )


def _drawn_once(result: Simulation) -> list[Message]:
    if not result.shared:
        return []
    return [
        _(
            "Harga yang dijual satu pihak dan dibeli pihak lain ditarik sekali untuk keduanya (n = {count}).",
            count=result.shared,
        ),
        *_guessed(result),
    ]


def _guessed(result: Simulation) -> list[Message]:
    if not result.guessed:
        return []
    return [
        _(
            "Pasangan jual dan beli itu dikenali dari harga yang sama saja, sebab pertukarannya tidak "
            "dicatat pada relasi bisnis."
        )
    ]


def _missing(result: Simulation) -> list[Message]:
    if not result.missing:
        return []
    return [_("Tanpa {parties}, yang anggarannya tidak lengkap.", parties=roles(result.missing))]


def _already(result: PriceFalls) -> list[Message]:
    without = tuple(result.table.loc[result.table["fall"] <= 0, "peran"])
    if not without:
        return []
    return [_("{parties} sudah tidak memperoleh lebih pada harga yang dicatat.", parties=roles(without))]


def _first(result: PriceFalls) -> list[Message]:
    if result.first is None:
        return []
    row = result.table.set_index("peran").loc[result.first].to_dict()
    party, fall = role(result.first), Share(row["fall"], 1)
    if not isinstance(row["satuan"], str):
        return [
            _(
                "Bila harga jual sesudah turun, yang lebih dahulu kehilangan keuntungannya adalah {party}: "
                "pada penurunan lebih dari {fall}.",
                party=party,
                fall=fall,
            )
        ]
    return [
        _(
            "Bila harga jual sesudah turun, yang lebih dahulu kehilangan keuntungannya adalah {party}: pada "
            "penurunan lebih dari {fall}, yaitu di bawah {price} per {unit}.",
            party=party,
            fall=fall,
            price=Money(row["least_price"]),
            unit=row["satuan"],
        )
    ]


def _others(result: PriceFalls) -> list[Message]:
    rows = result.table[result.table["fall"].gt(0) & result.table["peran"].ne(result.first or "")]
    if rows.empty:
        return []
    each = [_room(row, final=row["peran"] == result.final) for row in rows.to_dict("records")]
    return [_("Batas bagi yang lain, masing-masing untuk harga jualnya sendiri: {each}.", each=listing(each))]


def _room(row: Row, *, final: bool) -> Message:
    party = _("{party} (harga akhir)", party=role(row["peran"])) if final else role(row["peran"])
    if row["fall"] > 1:
        return _("{party} tetap memperoleh lebih pada harga berapa pun", party=party)
    return _("{party} {fall}", party=party, fall=Share(row["fall"], 1))
