"""The full tables of all explored outcomes: their changes, and how firm each is."""

from __future__ import annotations

import math

import pandas as pd

from pasar_nb.analysis.change.described import Outcome
from pasar_nb.analysis.change.estimation import Estimate
from pasar_nb.analysis.outcomes.results import Explored, Outcomes
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released, is_hidden
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _, paragraph, side_by_side
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.tables.outcomes.values import (
    change_of,
    frame_of,
    level_of,
    name_of,
    prices_note,
    theme_of,
    untold_shares,
    verdict_of,
    with_interval,
)

_SOURCE = _("Sumber: tabel survei.")


def changes(shown: Released[Outcomes]) -> DisplayTable | NotEstimable:
    """Show every explored outcome before and after, its change with interval and n, and the verdict."""
    result = shown.result
    refused = _refused(result)
    if refused is not None:
        return refused
    means, untold = _means(result), untold_shares(result)
    columns = (
        DisplayColumn("theme", _("Tema")),
        DisplayColumn("label", _("Ukuran")),
        DisplayColumn("n", _("n rumah tangga"), "integer"),
        DisplayColumn("levels", _("Awal dan akhir")),
        DisplayColumn("change", _("Perubahan")),
        DisplayColumn("interval", _("Selang 95%")),
        DisplayColumn("p", _("p terkoreksi"), "probability"),
        DisplayColumn("verdict", _("Kesimpulan")),
    )
    return DisplayTable(
        name="hasil_lain",
        screen_only=True,
        title=_("Semua ukuran di luar hasil utama: perubahan peserta"),
        columns=columns,
        frame=frame_of(
            [_change(one, means.get(one.measure.name), untold) for one in result.explored], columns
        ),
        note=paragraph(
            _(
                "Awal dan akhir: rata-rata, atau bagian yang menjawab ya, dari rumah tangga peserta yang "
                "sama. p terkoreksi menurut Benjamini-Hochberg atas {tested} uji; jelas bila paling banyak "
                "0,05. Selang belum dikoreksi.",
                tested=result.tested,
            ),
            prices_note([one.outcome for one in result.explored if _is_money(one) and one.outcome]),
            *_rounded(shown),
            _SOURCE,
        ),
    )


def checks(shown: Released[Outcomes]) -> DisplayTable | NotEstimable:
    """Show of every estimated outcome the other readings of its change, which tell how firm it is."""
    result = shown.result
    told = [one for one in result.explored if not isinstance(one.estimate, NotEstimable)]
    if not told:
        return NotEstimable(_("Tidak ada ukuran lain yang perubahannya dapat dihitung."))
    moved = {str(row["name"]): row for row in as_rows(result.movements)}
    columns = (
        DisplayColumn("label", _("Ukuran")),
        DisplayColumn("standardised", _("Simpangan baku"), "number", 2),
        *_movement_columns(result.movements),
        DisplayColumn("p_signs", _("p Wilcoxon atau McNemar"), "probability"),
        DisplayColumn("nominal", _("Perubahan nominal")),
        DisplayColumn("outliers", _("Tanpa yang ekstrem")),
        DisplayColumn("least", _("Terlihat mulai")),
    )
    return DisplayTable(
        name="hasil_lain_pemeriksaan",
        workbook_only=True,
        title=_("Ukuran lain: besar perubahan, pemeriksaan, dan yang baru dapat terlihat"),
        columns=columns,
        frame=frame_of([_check(one, moved.get(one.measure.name, {})) for one in told], columns),
        note=paragraph(
            _(
                "Simpangan baku: perubahan dibagi sebaran antarrumah tangga pada survei awal. Wilcoxon "
                "(angka) atau McNemar (ya/tidak) menguji apakah yang naik dan yang turun seimbang. Terlihat "
                "mulai: perubahan terkecil yang ditemukan dengan peluang 80%."
            ),
            _SOURCE,
        ),
    )


def _refused(result: Outcomes) -> NotEstimable | None:
    """Say why there is nothing to show; reasons that differ stand in the rows."""
    if result.no_endline is not None:
        return result.no_endline
    reasons = {one.estimate for one in result.explored if isinstance(one.estimate, NotEstimable)}
    if not result.explored:
        return NotEstimable(_("Tidak ada ukuran lain."))
    nothing = all(isinstance(one.estimate, NotEstimable) for one in result.explored)
    return reasons.pop() if nothing and len(reasons) == 1 else None


def _means(result: Outcomes) -> dict[str, tuple[float, float]]:
    numbers = {
        str(row["name"]): (row["mean_before"], row["mean_after"])
        for row in as_rows(result.levels)
        if not is_hidden(row["n"])
    }
    shares = {
        str(row["name"]): (row["share_before"], row["share_after"])
        for row in as_rows(result.answers)
        if not is_hidden(row["n"])
    }
    return numbers | shares


def _change(one: Explored, means: tuple[float, float] | None, untold: frozenset[str]) -> dict[str, object]:
    row: dict[str, object] = {
        "theme": theme_of(one.measure),
        "label": name_of(one.measure),
        "n": one.n,
        "verdict": verdict_of(one),
    }
    if isinstance(one.estimate, NotEstimable) or one.outcome is None:
        return row
    row["p"] = one.p_corrected
    if one.measure.name in untold:
        return row
    before, after = means or (math.nan, math.nan)
    return row | {
        "levels": None if pd.isna(before) or pd.isna(after) else _levels(one.outcome, before, after),
        **with_interval(one.outcome, one.estimate),
    }


def _levels(outcome: Outcome, before: float, after: float) -> Message:
    if outcome.kind in ("share", "money"):
        return _("{before} menjadi {after}", before=level_of(outcome, before), after=level_of(outcome, after))
    first, last = side_by_side(before, after)
    return _("{before} menjadi {after}", before=first, after=last)


def _check(one: Explored, moved: dict[str, object]) -> dict[str, object]:
    found = one.standardised
    nominal, outcome = one.nominal, one.outcome
    known = isinstance(one.estimate, Estimate) and outcome is not None
    return {
        "label": name_of(one.measure),
        "standardised": None if found is None else found[0],
        "rose": moved.get("share_rose"),
        "fell": moved.get("share_fell"),
        "p_signs": None if isinstance(one.p_signs, NotEstimable) else one.p_signs,
        "nominal": change_of(outcome, nominal.value) if isinstance(nominal, Estimate) and outcome else None,
        "outliers": _without_outliers(one),
        "least": change_of(outcome, one.estimate.detectable) if known else None,  # type: ignore[union-attr,arg-type]
    }


def _without_outliers(one: Explored) -> Message:
    if not one.outliers:
        return _("tidak ada")
    return _("kesimpulan sama") if one.same_without_outliers else _("kesimpulan berbeda")


def _movement_columns(movements: pd.DataFrame) -> tuple[DisplayColumn, ...]:
    """Choose the columns; shares of small parts are for the owner of the data."""
    if "share_rose" not in movements:
        return ()
    return (
        DisplayColumn("rose", _("Bagian yang naik"), "share"),
        DisplayColumn("fell", _("Bagian yang turun"), "share"),
    )


def _is_money(one: Explored) -> bool:
    return one.outcome is not None and one.outcome.kind == "money"


def _rounded(shown: Released[Outcomes]) -> list[Message]:
    if shown.audience == "internal":
        return []
    return [
        _(
            "Bagian yang menjawab ya dihitung dari jumlah yang dibulatkan; tanda – berarti tidak ditampilkan "
            "demi kerahasiaan."
        )
    ]
