"""Sentences on what people said."""

from __future__ import annotations

from pasar_nb.analysis.remarks import TOO_FEW_REMARKS, Agreement, RemarksExamined
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released, is_hidden
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Number, Share, Value, _, listing, paragraph
from pasar_nb.prose.counts import count_of

__all__ = ["agreement", "limits", "themes"]

STRONG, MODERATE = 0.80, 0.60  # of kappa: McHugh 2012, Biochemia Medica 22(3)
_MOST_NAMED = 3


def themes(shown: Released[RemarksExamined]) -> Message | NotEstimable:
    """Say which themes were named most."""
    result, counted = shown.result.themes, shown.result.words
    if isinstance(result, NotEstimable):
        return result
    rows = [row for row in as_rows(result.by_source) if not is_hidden(row["n"]) and _is_theme(row["tema"])]
    if not rows:
        return TOO_FEW_REMARKS
    often = [row for row in rows if int(row["n"]) > 1]
    each = listing(
        _("{theme} ({n} ungkapan)", theme=str(row["tema"]), n=count_of(row["n"]))
        for row in often[:_MOST_NAMED]
    )
    said = [
        _("Tema yang paling sering: {each}.", each=each)
        if often
        else _("Tidak ada tema yang muncul lebih dari sekali.")
    ]
    if not isinstance(counted, NotEstimable) and not is_hidden(counted.n):
        said.insert(0, _("Ada {n} ungkapan umpan balik.", n=count_of(counted.n)))
    return paragraph(
        *said, _("Umpan balik tidak dipilih acak; banyaknya tidak menunjukkan pendapat seluruh peserta.")
    )


def agreement(shown: Released[RemarksExamined]) -> Message | NotEstimable:
    """Say how far two persons saw the same themes."""
    result = shown.result.agreement
    if isinstance(result, NotEstimable):
        return result
    return paragraph(_share(result), _kappa(result), *_small(result))


def limits(shown: Released[RemarksExamined]) -> tuple[Message, ...]:
    """Say what the remarks cannot tell."""
    result = shown.result.agreement
    if isinstance(shown.result.themes, NotEstimable):
        return (shown.result.themes.reason,)
    if isinstance(result, NotEstimable):
        return (_("Tema umpan balik dikelompokkan satu orang; kesepakatan antarorang tidak diketahui."),)
    if result.kappa < MODERATE:
        return (
            _(
                "Dua orang sering melihat tema yang berbeda dalam ungkapan yang sama; bacalah tema umpan "
                "balik dengan hati-hati."
            ),
        )
    return ()


def _is_theme(name: object) -> bool:
    """Tell whether a theme has a name that may be shown; a hidden one is missing."""
    return isinstance(name, str) and name != ""


def _share(result: Agreement) -> Message:
    return _(
        "Dua orang memberi tema yang sama pada {share} ungkapan (selang 95%: {low} sampai {high}; n = {n} "
        "ungkapan yang dikelompokkan keduanya).",
        share=Share(result.share),
        low=Share(result.share_interval.low),
        high=Share(result.share_interval.high),
        n=count_of(result.n),
    )


def _kappa(result: Agreement) -> Message:
    if result.kappa_interval is None:
        return _("Keduanya sepakat pada semua ungkapan itu, sehingga kappa Cohen bernilai 1 tanpa selang.")
    values: dict[str, Value] = {
        "kappa": Number(result.kappa, 2),
        "low": Number(result.kappa_interval.low, 2),
        "high": Number(result.kappa_interval.high, 2),
    }
    if result.kappa >= STRONG:
        return _(
            "Kappa Cohen, kesepakatan di luar kebetulan dengan nilai tertinggi 1, adalah {kappa} (selang "
            "95%: {low} sampai {high}): kuat.",
            **values,
        )
    if result.kappa >= MODERATE:
        return _(
            "Kappa Cohen, kesepakatan di luar kebetulan dengan nilai tertinggi 1, adalah {kappa} (selang "
            "95%: {low} sampai {high}): sedang.",
            **values,
        )
    return _(
        "Kappa Cohen, kesepakatan di luar kebetulan dengan nilai tertinggi 1, adalah {kappa} (selang 95%: "
        "{low} sampai {high}): lemah.",
        **values,
    )


def _small(result: Agreement) -> list[Message]:
    return [_("Sampel kecil: kurang dari 30 ungkapan.")] if result.small else []
