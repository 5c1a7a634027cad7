"""Tables of every question by wave: amounts, other numbers, and how often each answer is given."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from pasar_nb.analysis.description import Description
from pasar_nb.analysis.description.naming import answer_name, measure_name, prices_of, wave_name
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _, paragraph
from pasar_nb.tables.columns import column_of
from pasar_nb.tables.display import CellKind, DisplayColumn, DisplayTable
from pasar_nb.vocabulary import PARTICIPANT, THEME_LABELS

NOTHING = NotEstimable(_("Belum ada jawaban survei yang dapat digambarkan."))
_EVERYONE = _(
    "n adalah rumah tangga yang menjawab pada gelombang itu. Simpangan baku menunjukkan seberapa jauh "
    "jawaban menyebar dari rata-rata; seperempat jawaban di bawah kuartil 1, seperempat di atas kuartil 3. "
    "Modus adalah jawaban yang paling sering, disebut hanya bila diberikan sedikitnya 10 rumah tangga."
)
_SOURCE = _("Sumber: tabel survei.")
_ROUNDED = _("Angka dibulatkan ke tiga angka penting, atau dua bila rumah tangganya kurang dari 50.")


def amounts(shown: Released[Description]) -> DisplayTable | NotEstimable:
    """Show the statistics of every amount of rupiah."""
    found = shown.result
    names = {one.name for one in found.measures if one.money}
    return _numbers(
        shown,
        names,
        name="rupiah_per_gelombang",
        title=_("Jumlah rupiah pada tiap gelombang"),
        kind="integer",
        note=paragraph(prices_of(found), _EVERYONE, _("Modus adalah rupiah sebagaimana disebut.")),
    )


def numbers(shown: Released[Description]) -> DisplayTable | NotEstimable:
    """Show the statistics of every other number and of scales."""
    names = {one.name for one in shown.result.measures if not one.money}
    return _numbers(
        shown,
        names,
        name="angka_per_gelombang",
        title=_("Ukuran lain pada tiap gelombang"),
        kind="quantity",
        note=_EVERYONE,
    )


def answers(shown: Released[Description]) -> DisplayTable | NotEstimable:
    """Show how often each answer to a yes or no, a category or a scale is given."""
    found = shown.result
    if not (found.answers["arm"] == PARTICIPANT).any():
        return NOTHING
    keys = ["measure", "wave", "answer"]
    table = _beside(found.answers, keys, ("of", "share"), compared=found.compared)
    told = {one.name: one for one in found.measures}
    labels = [
        measure_name(told[name]) if told[name].form == "scale" else told[name].label
        for name in table["measure"]
    ]
    said = [
        answer_name(told[name], answer)
        for name, answer in zip(table["measure"], table["answer"], strict=True)
    ]
    other = (
        DisplayColumn("of_other", _("n pembanding"), "integer"),
        DisplayColumn("share_other", _("Bagian pembanding"), "share"),
    )
    return DisplayTable(
        name="jawaban_per_gelombang",
        screen_only=True,
        title=_("Seberapa sering tiap jawaban diberikan"),
        columns=(
            DisplayColumn("label", _("Pertanyaan")),
            DisplayColumn("wave_name", _("Gelombang")),
            DisplayColumn("said", _("Jawaban")),
            DisplayColumn("of", _("n peserta"), "integer"),
            DisplayColumn("count", _("Banyaknya"), "integer"),
            DisplayColumn("share", _("Bagian"), "share"),
            *(other if found.compared else ()),
        ),
        frame=_waves(table).assign(label=column_of(labels, table.index), said=column_of(said, table.index)),
        note=paragraph(_("n adalah rumah tangga yang menjawab pertanyaan itu pada gelombang itu."), _SOURCE),
    )


def _numbers(
    shown: Released[Description],
    names: Collection[str],
    *,
    name: str,
    title: Message,
    kind: CellKind,
    note: Message,
) -> DisplayTable | NotEstimable:
    found = shown.result
    every = found.statistics
    table = every[every["measure"].isin(names)] if len(every) else every
    if not (table["arm"] == PARTICIPANT).any():
        return NOTHING
    table = _beside(table, ["measure", "wave"], ("n", "mean"), compared=found.compared)
    told = {one.name: one for one in found.measures}
    labels = [measure_name(told[name]) for name in table["measure"]]
    themes = [THEME_LABELS.get(str(theme)) for theme in table["theme"]]
    exact = ("least", "most") if "least" in table else ()
    published = () if exact else (_ROUNDED,)
    return DisplayTable(
        name=name,
        screen_only=True,
        title=title,
        columns=(
            *_statistics(kind, exact),
            *_other_columns(kind, compared=found.compared),
        ),
        frame=_waves(table).assign(
            label=column_of(labels, table.index), theme_name=column_of(themes, table.index)
        ),
        note=paragraph(note, *published, _SOURCE),
    )


def _statistics(kind: CellKind, exact: tuple[str, ...]) -> tuple[DisplayColumn, ...]:
    """Give the columns of one arm's statistics; `exact` are those that only the owner sees."""
    return (
        DisplayColumn("theme_name", _("Tema"), workbook_only=True),
        DisplayColumn("label", _("Ukuran")),
        DisplayColumn("wave_name", _("Gelombang")),
        DisplayColumn("n", _("n peserta"), "integer"),
        *(
            DisplayColumn(one, _HEADINGS[one], kind, interval=_AS_ONE.get(one))
            for one in ("mean", "median", "deviation", "low_quartile", "high_quartile", *exact)
        ),
        DisplayColumn("mode", _HEADINGS["mode"], kind, workbook_only=True),
    )


_HEADINGS: dict[str, Message] = {
    "mean": _("Rata-rata"),
    "median": _("Median"),
    "mode": _("Modus"),
    "deviation": _("Simpangan baku"),
    "low_quartile": _("Kuartil 1"),
    "high_quartile": _("Kuartil 3"),
    "least": _("Terendah"),
    "most": _("Tertinggi"),
}
_AS_ONE: dict[str, Message] = {
    "high_quartile": _("Kuartil 1 sampai kuartil 3"),
    "most": _("Terendah sampai tertinggi"),
}


def _other_columns(kind: CellKind, *, compared: bool) -> tuple[DisplayColumn, ...]:
    if not compared:
        return ()
    return (
        DisplayColumn("n_other", _("n pembanding"), "integer"),
        DisplayColumn("mean_other", _("Rata-rata pembanding"), kind),
    )


def _beside(
    table: pd.DataFrame, keys: list[str], columns: tuple[str, ...], *, compared: bool
) -> pd.DataFrame:
    """Set what the comparison group has beside the rows of the participants; each may lack a row."""
    own = table[table["arm"] == PARTICIPANT]
    if not compared:
        return own.reset_index(drop=True)
    other = table[table["arm"] != PARTICIPANT]
    other = other.rename(columns={name: f"{name}_other" for name in columns})
    kept = [*keys, *(f"{name}_other" for name in columns)]
    joined = own.merge(other[kept], on=keys, how="left", sort=False)
    return joined.reset_index(drop=True)


def _waves(table: pd.DataFrame) -> pd.DataFrame:
    return table.assign(wave_name=column_of([wave_name(wave) for wave in table["wave"]], table.index))
