"""Tables of the estimated changes, and of how alike the arms were at baseline."""

from __future__ import annotations

import math

import pandas as pd

from pasar_nb.analysis.change.estimation import Estimate
from pasar_nb.analysis.change.results import Comparison, HouseholdChange, PairedChange
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.tables.change.people import unit_note, value_kind
from pasar_nb.tables.columns import column_of, labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import RELIABILITY_LABELS, TRAIT_LABELS, reliability

VERDICTS: dict[str, Message] = {
    "fine": _("hampir sama (sampai 0,05)"),
    "adjusted": _("perlu disesuaikan (sampai 0,25)"),
    "none": _("berbeda jauh (di atas 0,25)"),
}
_OWN, _DIFFERENCE = _("Perubahan peserta"), _("Selisih perubahan peserta dan pembanding")


def estimates(shown: Released[HouseholdChange]) -> DisplayTable | NotEstimable:
    """Show every reading of the change in the unit of the outcome, each with its interval and n."""
    found = _found(shown.result)
    if isinstance(found, NotEstimable):
        return found
    outcome = found[0].outcome
    kind, decimals = value_kind(outcome)
    rows = [row for one in found for row in _readings(one)]
    return DisplayTable(
        name="perubahan",
        title=_("{label}: perubahan dengan selang 95%", label=outcome.label),
        columns=(
            DisplayColumn("reading", _("Yang dihitung")),
            DisplayColumn("n", _("n rumah tangga"), "integer"),
            DisplayColumn("value", _("Perubahan"), kind, decimals),
            DisplayColumn("low", _("Batas bawah 95%"), kind, decimals),
            DisplayColumn("high", _("Batas atas 95%"), kind, decimals, interval=_("Selang 95%")),
            DisplayColumn("detectable", _("Perubahan terkecil yang dapat ditemukan"), kind, decimals),
            DisplayColumn("reliability", _("Keandalan")),
        ),
        frame=pd.DataFrame(rows),
        note=_(
            "{unit} Perubahan terkecil yang dapat ditemukan: dengan peluang 80% pada taraf 5%. Keandalan "
            "menurut galat baku relatif: sampai 25% layak dipakai, sampai 50% dengan hati-hati.",
            unit=unit_note(outcome),
        ),
    )


def relative(shown: Released[HouseholdChange]) -> DisplayTable | NotEstimable:
    """Show the changes as shares, which can be compared between districts."""
    found = _found(shown.result)
    if isinstance(found, NotEstimable):
        return found
    rows = [_share_row(one) for one in found if not isinstance(one.relative, NotEstimable)]
    if not rows:
        reason = found[0].relative
        return reason if isinstance(reason, NotEstimable) else NotEstimable(_("Perubahan relatif tidak ada."))
    return DisplayTable(
        name="perubahan_relatif",
        workbook_only=True,
        title=_("{label}: perubahan relatif", label=found[0].outcome.label),
        columns=(
            DisplayColumn("reading", _("Yang dihitung")),
            DisplayColumn("n", _("n rumah tangga"), "integer"),
            DisplayColumn("value", _("Perubahan relatif"), "share", 1),
            DisplayColumn("low", _("Batas bawah 95%"), "share", 1),
            DisplayColumn("high", _("Batas atas 95%"), "share", 1, interval=_("Selang 95%")),
        ),
        frame=pd.DataFrame(rows),
        note=_(
            "Rata-rata geometrik: dihitung dari logaritma hasil tiap rumah tangga, sehingga dapat "
            "dibandingkan antarkabupaten. Sumber: tabel survei."
        ),
    )


def balance(shown: Released[HouseholdChange]) -> DisplayTable | NotEstimable:
    """Show how far the arms differed at baseline."""
    found = shown.result.comparison
    if isinstance(found, NotEstimable):
        return found
    table = found.balance
    verdicts = [
        None if math.isnan(gap) else VERDICTS[verdict]
        for gap, verdict in zip(table["difference"], table["verdict"], strict=True)
    ]
    return DisplayTable(
        name="kesetaraan_awal",
        screen_only=True,
        title=_("Peserta dan pembanding pada survei awal"),
        columns=_balance_columns(table),
        frame=table.assign(
            label=labelled(table["trait"], TRAIT_LABELS), reading=column_of(verdicts, table.index)
        ),
        note=_(
            "Batas 0,05 dan 0,25 simpangan baku mengikuti What Works Clearinghouse. Sumber: tabel survei dan "
            "rumah_tangga."
        ),
    )


def _balance_columns(table: pd.DataFrame) -> tuple[DisplayColumn, ...]:
    """Choose the columns; the means are for the owner of the data."""
    means = (
        DisplayColumn("mean", _("Rata-rata peserta"), "quantity"),
        DisplayColumn("mean_compared", _("Rata-rata pembanding"), "quantity"),
    )
    return (
        DisplayColumn("label", _("Ciri pada survei awal")),
        DisplayColumn("n", _("n peserta"), "integer"),
        DisplayColumn("n_compared", _("n pembanding"), "integer"),
        *(means if "mean" in table else ()),
        DisplayColumn("difference", _("Selisih (simpangan baku)"), "number", 2),
        DisplayColumn("reading", _("Penilaian")),
    )


def _found(result: HouseholdChange) -> list[PairedChange | Comparison] | NotEstimable:
    """Collect what was estimated, the change of the participants first."""
    both = (result.paired, result.comparison)
    found = [one for one in both if not isinstance(one, NotEstimable)]
    if found:
        return found
    return (
        result.paired if isinstance(result.paired, NotEstimable) else NotEstimable(_("Belum ada perubahan."))
    )


def _readings(found: PairedChange | Comparison) -> list[dict[str, object]]:
    compared = isinstance(found, Comparison)
    main = _DIFFERENCE if compared else _OWN
    rows = [_row(main, found.estimate, found.n)]
    if isinstance(found, Comparison) and found.adjusted_for:
        rows.append(_row(_("{what}, tanpa penyesuaian", what=main), found.unadjusted, found.n))
    if isinstance(found.nominal, Estimate):
        rows.append(_row(_("{what}, rupiah nominal", what=main), found.nominal, found.n))
    return [*rows, *([] if isinstance(found, Comparison) else _without_outliers(found))]


def _without_outliers(found: PairedChange) -> list[dict[str, object]]:
    """Set the change without outliers below the one with them, where it may be seen."""
    seen = found.without_outliers[found.without_outliers["low"].notna()]
    return [
        row
        | {
            "reading": _(
                "{what}, tanpa {left_out} perubahan yang sangat jauh",
                what=_OWN,
                left_out=int(row["left_out"]),
            ),
            "reliability": RELIABILITY_LABELS[reliability(row["rse"])],
        }
        for row in as_rows(seen)
    ]


def _row(reading: Message, estimate: Estimate, n: object) -> dict[str, object]:
    return {
        "reading": reading,
        "n": n,
        "value": estimate.value,
        "low": estimate.low,
        "high": estimate.high,
        "detectable": estimate.detectable,
        "reliability": RELIABILITY_LABELS[reliability(estimate.relative_standard_error)],
    }


def _share_row(found: PairedChange | Comparison) -> dict[str, object]:
    logged = found.relative
    bounds = (math.nan,) * 3 if isinstance(logged, NotEstimable) else (logged.value, logged.low, logged.high)
    value, low, high = (math.expm1(bound) for bound in bounds)
    reading = _DIFFERENCE if isinstance(found, Comparison) else _OWN
    return {"reading": reading, "n": found.n, "value": value, "low": low, "high": high}
