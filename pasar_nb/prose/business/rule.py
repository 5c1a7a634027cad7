"""Sentences on the rule that every party must gain; who loses comes first."""

from __future__ import annotations

from pasar_nb.analysis.business.gains import REASONS, WITHOUT_GAIN
from pasar_nb.analysis.business.results import BusinessModel, Gains, Verdict
from pasar_nb.analysis.business.risk_results import Risk
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import DrawnShare, Message, Money, _, listing, paragraph
from pasar_nb.prose.business.amounts import Row, alone_in_brackets, change_in_brackets, role, units
from pasar_nb.prose.business.traded import traded
from pasar_nb.vocabulary import PRODUCERS, UNIT_LABELS, roles


def rule(shown: Released[BusinessModel]) -> tuple[Message | NotEstimable, ...]:
    """Say who loses, who gains, for whom it is not sure, and what holds even in the worst combination."""
    gains = shown.result.gains
    if isinstance(gains, NotEstimable):
        return (gains,)
    return (headline(gains, shown.result.risk), *_traded(shown), *_details(gains), *_firmness(gains))


def _traded(shown: Released[BusinessModel]) -> list[Message]:
    """Say how the parties' budgets differ; the table says where that cannot be told."""
    said = traded(shown)
    return [] if isinstance(said, NotEstimable) else [said]


def headline(gains: Gains, risk: Risk | NotEstimable) -> Message:
    """Decide the rule in one or two sentences that name losers first.

    That each party gains within its own range is not yet that all gain in one market, so that a rule kept
    is said together with the probability of the latter.
    """
    if gains.rule == "broken":
        losing = [_loss(row) for row in _rows(gains) if row["verdict"] in WITHOUT_GAIN]
        broken = _(
            "{losing}: aturan bahwa setiap pihak memperoleh lebih tidak terpenuhi.", losing=listing(losing)
        )
        return paragraph(broken, *_tally(gains, "gain", "unsure", "unknown"))
    if gains.rule == "open":
        return paragraph(_undecided(gains), *_tally(gains, "unsure", "unknown", "gain"))
    return paragraph(_kept(gains, risk), *_losing_when_bad(gains))


def _undecided(gains: Gains) -> Message:
    if not gains.disputed:
        return _("Belum pasti bahwa setiap pihak memperoleh lebih.")
    each = [
        _("{sellers} kepada {buyers}", sellers=roles(sellers), buyers=roles(buyers))
        for sellers, buyers in gains.disputed
    ]
    return _(
        "Belum pasti bahwa setiap pihak memperoleh lebih, sebab penjual dan pembeli mencatat harga yang "
        "berbeda: {each}.",
        each=listing(each),
    )


def _kept(gains: Gains, risk: Risk | NotEstimable) -> Message:
    winners = gains.table[gains.table["verdict"].eq("gain")]
    parties = roles(winners["peran"])
    if isinstance(risk, NotEstimable) or len(winners) == 1:
        return _("Menurut kalkulasi bisnis, {parties} memperoleh lebih sesudahnya.", parties=parties)
    own = _("dengan kisarannya sendiri") if winners["ranged"].all() else _("sendiri-sendiri")
    return _(
        "Menurut kalkulasi bisnis, semua {count} pihak memperoleh lebih sesudahnya bila masing-masing "
        "dilihat {own}, dan bersama-sama pada {share} dari {draws} simulasi harga dan volume: {parties}.",
        count=len(winners),
        own=own,
        share=DrawnShare(risk.simulation.together),
        draws=risk.simulation.draws,
        parties=parties,
    )


def _losing_when_bad(gains: Gains) -> list[Message]:
    """Name who earns more than before, yet works at a loss when revenue is low and costs are high."""
    rows = gains.table[gains.table["verdict"].eq("gain") & gains.table["after_bad"].lt(0)]
    if rows.empty:
        return []
    each = listing(
        _("{party} {amount} setahun", party=role(row["peran"]), amount=Money(row["after_bad"]))
        for row in rows.to_dict("records")
    )
    return [_("Pada keadaan buruk sesudahnya, yang merugi: {each}.", each=each)]


def partners(shown: Released[BusinessModel]) -> Message | NotEstimable:
    """Say how the income of each partner changes, with its range and number of units."""
    gains = shown.result.gains
    if isinstance(gains, NotEstimable):
        return gains
    compared = [row for row in _rows(gains) if row["presence"] == "both" and row["change"] == row["change"]]
    others = [_change(row) for row in compared if row["peran"] != PRODUCERS]
    if not others:
        return NotEstimable(_("Tidak ada mitra dengan anggaran lengkap pada kedua kondisi."))
    return _("Pendapatan bersih setahun per unit mitra: {each}.", each=listing(others))


_TALLIES: dict[Verdict, Message] = {
    "gain": _("memperoleh lebih"),
    "unsure": _("bergantung pada harga dan volume"),
    "unknown": _("tidak dapat diperiksa"),
}


def _tally(gains: Gains, *verdicts: Verdict) -> list[Message]:
    """Count the parties by verdict, with their names."""
    checked = gains.table[gains.table["verdict"].ne("exempt")]
    each = [
        _("{count} {what} ({parties})", count=len(found), what=_TALLIES[verdict], parties=roles(found))
        for verdict in verdicts
        if (found := gains.parties(verdict))
    ]
    if not each:
        return []
    return [_("Dari {count} pihak: {each}.", count=len(checked), each=listing(each))]


def _rows(gains: Gains) -> list[Row]:
    return list(gains.table.to_dict("records"))


def _loss(row: Row) -> Message:
    party = role(row["peran"])
    if row["presence"] == "gone":
        return _(
            "{party} tidak ikut lagi dan kehilangan {amount} setahun yang diperolehnya dari rantai ini "
            "({brackets})",
            party=party,
            amount=Money(row["before"]),
            brackets=alone_in_brackets(row),
        )
    if row["presence"] == "new":
        return _(
            "{party}, pihak baru, merugi {amount} setahun ({brackets})",
            party=party,
            amount=Money(-row["after"]),
            brackets=alone_in_brackets(row),
        )
    if row["verdict"] == "less_loss":
        return _still_losing(row)
    if row["verdict"] == "same":
        return _(
            "{party} tidak memperoleh lebih, tetap {amount} setahun ({units})",
            party=party,
            amount=Money(row["after"]),
            units=units(row["peran"], row["unit_after"]),
        )
    return _(
        "{party} kehilangan {amount} setahun per {unit} ({brackets})",
        party=party,
        amount=Money(-row["change"]),
        unit=UNIT_LABELS[row["peran"]],
        brackets=change_in_brackets(row),
    )


def _still_losing(row: Row) -> Message:
    return _(
        "{party} masih belum untung, {after} setahun per {unit}, meskipun ruginya berkurang dari {before} "
        "({brackets})",
        party=role(row["peran"]),
        after=Money(row["after"]),
        unit=UNIT_LABELS[row["peran"]],
        before=Money(row["before"]),
        brackets=change_in_brackets(row),
    )


def _change(row: Row) -> Message:
    party, change, brackets = role(row["peran"]), row["change"], change_in_brackets(row)
    if change < 0:
        return _(
            "{party} berkurang {amount} ({brackets})", party=party, amount=Money(-change), brackets=brackets
        )
    return _("{party} bertambah {amount} ({brackets})", party=party, amount=Money(change), brackets=brackets)


def _details(gains: Gains) -> list[Message]:
    """Say the amounts behind the tally, and whom the rule is not about."""
    rows, said = _rows(gains), []
    gaining = [_gain(row) for row in rows if row["verdict"] == "gain"]
    unsure = [_unsure(row) for row in rows if row["verdict"] == "unsure"]
    unknown = [_unknown(row) for row in rows if row["verdict"] == "unknown"]
    if gaining:
        said += [_("Yang memperoleh lebih, per unit dan tahun: {each}.", each=listing(gaining))]
    if unsure:
        said += [_("Yang bergantung pada harga dan volume: {each}.", each=listing(unsure))]
    if unknown:
        said += [_("Yang tidak dapat diperiksa: {each}.", each=listing(unknown))]
    if gains.parties("exempt"):
        exempt = roles(gains.parties("exempt"))
        said += [_("{parties} tidak mencari laba dan tidak diperiksa.", parties=exempt)]
    return said


def _gain(row: Row) -> Message:
    if row["presence"] == "gone":
        return _("{party}, yang sebelumnya merugi dan tidak ikut lagi", party=role(row["peran"]))
    return _change(row) if row["presence"] == "both" else _newcomer(row)


def _newcomer(row: Row) -> Message:
    party, amount = role(row["peran"]), Money(row["after"])
    return _(
        "{party}, pihak baru, {amount} ({brackets})",
        party=party,
        amount=amount,
        brackets=alone_in_brackets(row),
    )


def _unsure(row: Row) -> Message:
    if row["presence"] != "gone":
        return _change(row) if row["presence"] == "both" else _newcomer(row)
    return _(
        "{party}, yang tidak ikut lagi, sebelumnya {amount} ({brackets})",
        party=role(row["peran"]),
        amount=Money(row["before"]),
        brackets=alone_in_brackets(row),
    )


def _unknown(row: Row) -> Message:
    return _("{party}, sebab {reason}", party=role(row["peran"]), reason=REASONS[row["reason"]])


def _firmness(gains: Gains) -> list[Message]:
    gained = gains.table["presence"].eq("both") & gains.table["verdict"].eq("gain")
    loose = gains.table[gained & gains.table["ranged"].astype(bool) & ~gains.table["firm"].astype(bool)]
    if loose.empty:
        return []
    worst = [
        _("{party} {amount}", party=role(row["peran"]), amount=Money(row["worst"]))
        for row in loose.to_dict("records")
    ]
    return [
        _(
            "Yang memperoleh lebih itu dibandingkan pada keadaan yang sama, sebelum dan sesudah. Bila "
            "sebelumnya serba baik dan sesudahnya serba buruk, perubahannya menjadi {worst}.",
            worst=listing(worst),
        )
    ]
