"""Tables of the path over the waves, and of how many rose and fell."""

from __future__ import annotations

from pasar_nb.analysis.change.results import HouseholdChange
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.tables.change.people import unit_note, value_kind
from pasar_nb.tables.columns import labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import ARM_LABELS

_DIRECTIONS: dict[str, Message] = {"rose": _("Naik"), "fell": _("Turun"), "same": _("Tetap")}


def directions(shown: Released[HouseholdChange]) -> DisplayTable | NotEstimable:
    """Show how many households of the participants rose, fell and stayed the same."""
    found = shown.result.paired
    if isinstance(found, NotEstimable):
        return found
    table = found.directions
    return DisplayTable(
        name="naik_turun_tetap",
        workbook_only=True,
        title=_("{label}: rumah tangga yang naik, turun, dan tetap", label=found.outcome.label),
        columns=(
            DisplayColumn("label", _("Arah")),
            DisplayColumn("households", _("Rumah tangga"), "integer"),
            DisplayColumn("n", _("n rumah tangga"), "integer"),
            DisplayColumn("share", _("Bagian"), "share"),
        ),
        frame=table.assign(label=labelled(table["direction"], _DIRECTIONS)),
        note=_(
            "{unit} Peserta yang sama pada kedua survei, apa pun besar perubahannya. Sumber: tabel survei.",
            unit=unit_note(found.outcome),
        ),
    )


def path(shown: Released[HouseholdChange]) -> DisplayTable | NotEstimable:
    """Show the mean of every wave and the change since the baseline, of the same households throughout."""
    result = shown.result.path
    if isinstance(result, NotEstimable):
        return result
    kind, decimals = value_kind(result.outcome)
    return DisplayTable(
        name="jalan_antargelombang",
        screen_only=True,
        title=_("{label} pada setiap gelombang", label=result.outcome.label),
        columns=(
            *_keys(),
            DisplayColumn("month", _("Bulan wawancara"), "month"),
            DisplayColumn("n", _("n rumah tangga"), "integer"),
            DisplayColumn("mean", _("Rata-rata"), kind, decimals),
            DisplayColumn("low", _("Batas bawah 95%"), kind, decimals),
            DisplayColumn("high", _("Batas atas 95%"), kind, decimals, interval=_("Selang 95%")),
            DisplayColumn("change", _("Perubahan sejak survei awal"), kind, decimals),
            DisplayColumn("change_low", _("Batas bawah 95%"), kind, decimals),
            DisplayColumn("change_high", _("Batas atas 95%"), kind, decimals, interval=_("Selang 95%")),
        ),
        frame=result.table.assign(arm=labelled(result.table["arm"], ARM_LABELS)),
        note=_(
            "{unit} Rumah tangga yang menjawab pada semua gelombang. Sumber: tabel survei.",
            unit=unit_note(result.outcome),
        ),
    )


def all_pairs(shown: Released[HouseholdChange]) -> tuple[DisplayTable, ...]:
    """Show the change since the baseline of all that answered both waves; nothing if they are no more."""
    result = shown.result.path
    if isinstance(result, NotEstimable) or result.all_pairs["low"].isna().all():
        return ()
    seen = result.all_pairs[result.all_pairs["low"].notna()]
    kind, decimals = value_kind(result.outcome)
    table = DisplayTable(
        name="semua_pasangan",
        workbook_only=True,
        title=_("{label}: perubahan sejak survei awal, semua pasangan", label=result.outcome.label),
        columns=(
            *_keys(),
            DisplayColumn("n", _("n rumah tangga"), "integer"),
            DisplayColumn("change", _("Perubahan sejak survei awal"), kind, decimals),
            DisplayColumn("low", _("Batas bawah 95%"), kind, decimals),
            DisplayColumn("high", _("Batas atas 95%"), kind, decimals, interval=_("Selang 95%")),
        ),
        frame=seen.assign(arm=labelled(seen["arm"], ARM_LABELS)),
        note=_(
            "{unit} Setiap rumah tangga dengan jawaban pada survei awal dan gelombang itu, juga yang tidak "
            "menjawab pada gelombang lain. Sumber: tabel survei.",
            unit=unit_note(result.outcome),
        ),
    )
    return (table,)


def _keys() -> tuple[DisplayColumn, ...]:
    return DisplayColumn("arm", _("Kelompok")), DisplayColumn("wave", _("Gelombang"), "integer")
