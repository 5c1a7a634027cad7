"""Sentences on how many rose and fell, and on the change in standard deviations."""

from __future__ import annotations

from pasar_nb.analysis.change.results import HouseholdChange, PairedChange
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Number, Share, _, listing, paragraph
from pasar_nb.prose.change.words import count_of
from pasar_nb.vocabulary import CHANCE_LIMIT, SUPPRESS_BELOW, probability

_TESTS: dict[str, Message] = {
    "wilcoxon": _("uji peringkat bertanda Wilcoxon"),
    "mcnemar": _("uji McNemar eksak"),
}
_ROUNDING = 0.005  # half a per cent, as shares are written in whole ones


def shift(shown: Released[HouseholdChange]) -> Message | NotEstimable:
    """Say what share rose and fell, whether by chance, and how large the change is in standard deviations."""
    found = shown.result.paired
    if isinstance(found, NotEstimable):
        return found
    return paragraph(_shares(found), *_test(found), _in_spreads(found))


def _shares(found: PairedChange) -> Message:
    told = [row for row in as_rows(found.directions) if row["share"] == row["share"]]
    if not told:
        return _(
            "Bagian rumah tangga yang naik dan yang turun tidak ditampilkan, sebab salah satunya kurang dari "
            "{least} rumah tangga.",
            least=SUPPRESS_BELOW,
        )
    beyond = sum(float(row["share"]) for row in told) - 1
    if beyond > _ROUNDING or (len(told) == len(found.directions) and beyond < -_ROUNDING):
        largest = max(told, key=lambda row: float(row["share"]))
        return _(
            "Di antara rumah tangga peserta, {each} (n = {n}); bagian yang lain tidak disebut, sebab jumlah "
            "rumah tangga dibulatkan demi kerahasiaan.",
            each=_moved(str(largest["direction"]), Share(largest["share"])),
            n=count_of(found.n),
        )
    return _(
        "Di antara rumah tangga peserta, {each} (n = {n}).",
        each=listing(_moved(str(row["direction"]), Share(row["share"])) for row in told),
        n=count_of(found.n),
    )


def _moved(direction: str, share: Share) -> Message:
    if direction == "same":
        return _("yang tetap {share}", share=share)
    return (
        _("yang naik {share}", share=share) if direction == "rose" else _("yang turun {share}", share=share)
    )


def _test(found: PairedChange) -> list[Message]:
    """Say whether rises and falls balance, and where that and the mean disagree."""
    p = found.shift_p
    if isinstance(p, NotEstimable):
        return [p.reason]
    test, clear = _TESTS[found.shift_test], p < CHANCE_LIMIT
    if clear:
        said = _(
            "Naik dan turun itu lebih timpang daripada yang lazim terjadi secara kebetulan ({test}; {p}).",
            test=test,
            p=probability(p),
        )
    else:
        said = _(
            "Naik dan turun itu tidak jelas lebih timpang daripada yang lazim terjadi secara kebetulan "
            "({test}; {p}).",
            test=test,
            p=probability(p),
        )
    return [said] if clear == found.estimate.significant else [said, _disagreement()]


def _disagreement() -> Message:
    return _(
        "Uji ini dan selang rata-rata tidak sejalan, sehingga perubahannya belum pasti: rata-rata dapat "
        "bertumpu pada sebagian kecil rumah tangga, dan peringkat tidak memperhitungkan besarnya perubahan."
    )


def _in_spreads(found: PairedChange) -> Message:
    size = found.standardised
    if isinstance(size, NotEstimable):
        return size.reason
    return _(
        "Dalam simpangan baku antarrumah tangga pada survei awal, perubahan rata-ratanya {value} "
        "(selang 95%: {low} sampai {high}; n = {n}).",
        value=Number(size.value, 2),
        low=Number(size.low, 2),
        high=Number(size.high, 2),
        n=count_of(found.n),
    )
