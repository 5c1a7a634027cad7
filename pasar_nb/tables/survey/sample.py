"""Tables of households seen again, and of the sample against its plan."""

from __future__ import annotations

from pasar_nb.analysis.survey import SurveyExamined
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Share, _
from pasar_nb.tables.columns import column_of, labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import ARM_LABELS

_VERDICTS: dict[str, Message] = {
    "census": _("semua dalam daftar diwawancarai"),
    "enough": _("cukup"),
    "lost": _("cukup pada survei awal, kurang setelah kehilangan"),
    "short": _("kurang"),
}


def matching(shown: Released[SurveyExamined]) -> DisplayTable | NotEstimable:
    """Show for every arm and wave how many households were seen before."""
    result = shown.result.matching
    if isinstance(result, NotEstimable):
        return result
    if result.table.empty:
        return NotEstimable(_("Baru ada satu gelombang survei; belum ada rumah tangga yang berpasangan."))
    table = result.table
    if table["share"].isna().all():
        return NotEstimable(
            _(
                "Pasangan antargelombang tidak ditampilkan: yang tidak diwawancarai lagi kurang dari 10 "
                "rumah tangga, atau angkanya dilindungi."
            )
        )
    return DisplayTable(
        name="pasangan_antargelombang",
        workbook_only=True,
        title=_("Rumah tangga yang diwawancarai pada dua gelombang"),
        columns=(
            DisplayColumn("first", _("Gelombang")),
            DisplayColumn("last", _("dan gelombang")),
            DisplayColumn("arm", _("Kelompok")),
            DisplayColumn("before", _("Pada yang lebih dahulu"), "integer"),
            DisplayColumn("both", _("Pada keduanya"), "integer"),
            DisplayColumn("share", _("Bagian yang diwawancarai lagi"), "share", 1),
        ),
        frame=table.assign(arm=labelled(table["arm"], ARM_LABELS)),
        note=_("Satuan: rumah tangga. Gelombang 0: survei awal. Sumber: tabel survei dan rumah_tangga."),
    )


def plan(shown: Released[SurveyExamined]) -> DisplayTable | NotEstimable:
    """Show the sample of every arm against what Slovin's formula asks for."""
    result = shown.result.plan
    if isinstance(result, NotEstimable):
        return result
    table = result.table
    verdicts = [_VERDICTS.get(str(verdict)) for verdict in table["verdict"]]
    followed = [DisplayColumn("matched", _("Pada gelombang pertama dan terakhir"), "integer")]
    return DisplayTable(
        name="besar_sampel",
        title=_("Besar sampel menurut rencana dan kenyataan"),
        columns=(
            DisplayColumn("arm", _("Kelompok")),
            DisplayColumn("listed", _("Dalam daftar kabupaten (N)"), "integer"),
            DisplayColumn("needed", _("Diperlukan (Slovin)"), "integer"),
            DisplayColumn("interviewed", _("Diwawancarai, gelombang pertama"), "integer"),
            *(followed if "matched" in table and table["matched"].notna().any() else []),
            DisplayColumn("verdict", _("Keterangan")),
        ),
        frame=table.assign(arm=labelled(table["arm"], ARM_LABELS), verdict=column_of(verdicts, table.index)),
        note=_(
            "Slovin: n = N / (1 + N e²) dengan batas kesalahan e = {margin} (Kajian Bappenas 2024). N adalah "
            "rumah tangga dalam tabel rumah_tangga, bukan seluruh rumah tangga kabupaten. Sumber: tabel "
            "rumah_tangga dan survei.",
            margin=Share(result.margin),
        ),
    )
