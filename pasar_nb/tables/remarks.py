"""Tables of what people said."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.remarks import TOO_FEW_REMARKS, RemarksExamined
from pasar_nb.disclosure import Released, is_hidden
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.tables.columns import column_of
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import REMARK_LABELS

__all__ = ["quotations", "themes_by_sex", "themes_by_source", "words"]

_UNRECORDED = _("tidak dicatat")
_SEXES: dict[str, Message] = {
    "L": _("Laki-laki"),
    "P": _("Perempuan"),
    "unrecorded": _("Tanpa satu penutur atau tidak dicatat"),
}
_SOURCE = _("Satuan: ungkapan. Sumber: tabel umpan_balik.")


def themes_by_source(shown: Released[RemarksExamined]) -> DisplayTable | NotEstimable:
    """Show how many remarks each theme has, by where they were heard."""
    result = shown.result.themes
    if isinstance(result, NotEstimable):
        return result
    return _counted(
        result.by_source,
        REMARK_LABELS,
        name="tema_menurut_sumber",
        title=_("Tema umpan balik menurut sumber"),
    )


def themes_by_sex(shown: Released[RemarksExamined]) -> DisplayTable | NotEstimable:
    """Show how many remarks of men and of women each theme has."""
    result = shown.result.themes
    if isinstance(result, NotEstimable):
        return result
    if not result.sexes:
        return NotEstimable(
            _(
                "Jenis kelamin penutur tidak dicatat, sehingga tema tidak dapat dipilah menurutnya. Isi "
                "kolom jenis_kelamin pada tabel umpan_balik."
            )
        )
    return _counted(
        result.by_sex,
        _SEXES,
        name="tema_menurut_penutur",
        title=_("Tema umpan balik menurut jenis kelamin penutur"),
    )


def words(shown: Released[RemarksExamined]) -> DisplayTable | NotEstimable:
    """Show the words that most remarks hold."""
    result = shown.result.words
    if isinstance(result, NotEstimable):
        return result
    table = result.table if shown.audience == "internal" else _visible(result.common)
    if table.empty:
        return TOO_FEW_REMARKS
    return DisplayTable(
        name="kata_yang_sering",
        title=_("Kata yang sering muncul dalam umpan balik"),
        columns=(
            DisplayColumn("word", _("Kata")),
            DisplayColumn("n", _("Ungkapan yang memuatnya"), "integer"),
        ),
        frame=table,
        note=_(
            "Satu ungkapan dihitung sekali. Kata umum seperti yang dan untuk, angka, serta kata yang ditulis "
            "seperti nama tidak dihitung. Sumber: tabel umpan_balik."
        ),
    )


def quotations(shown: Released[RemarksExamined]) -> DisplayTable | NotEstimable:
    """Show a few remarks as they were said."""
    result = shown.result.quotations
    if isinstance(result, NotEstimable):
        return result
    table = _visible(result.table)
    if table.empty:
        return TOO_FEW_REMARKS
    return DisplayTable(
        name="kutipan",
        title=_("Beberapa ungkapan"),
        columns=(
            DisplayColumn("tema", _("Tema")),
            DisplayColumn("n", _("Ungkapan bertema ini"), "integer"),
            DisplayColumn("teks", _("Ungkapan")),
        ),
        frame=table,
        note=_(
            "Kutipan memberi contoh dan tidak mewakili. Hanya ungkapan dari kata sehari-hari yang dikutip; "
            "nama diganti [nama], dan yang memuat tempat, angka, atau hal keluarga tidak dikutip. Sumber: "
            "tabel umpan_balik."
        ),
    )


def _visible(table: pd.DataFrame) -> pd.DataFrame:
    return table[~table["n"].map(is_hidden).astype(bool)].reset_index(drop=True)


def _counted(
    table: pd.DataFrame, labels: dict[str, Message], *, name: str, title: Message
) -> DisplayTable | NotEstimable:
    told = _visible(table)
    if told.empty:
        return TOO_FEW_REMARKS
    themes = [theme or _UNRECORDED for theme in told["tema"]]
    used = [group for group in labels if any(is_hidden(n) or n for n in told[group])]
    return DisplayTable(
        name=name,
        title=title,
        columns=(
            DisplayColumn("tema", _("Tema")),
            DisplayColumn("n", _("Ungkapan"), "integer"),
            *(DisplayColumn(group, labels[group], "integer") for group in used),
        ),
        frame=told.assign(tema=column_of(themes, told.index)),
        note=_SOURCE,
    )
