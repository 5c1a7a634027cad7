"""Table of the intervention logic, and of how deep "why" was asked."""

from __future__ import annotations

from pasar_nb.analysis.market.logic import LEVELS
from pasar_nb.analysis.market.problems import LEAST_WHYS
from pasar_nb.analysis.market.results import MarketMap
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.tables.columns import column_of
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import LOGIC_LEVEL_LABELS


def intervention_logic(shown: Released[MarketMap]) -> DisplayTable | NotEstimable:
    """Show the four levels of each intervention beside the roots that it answers."""
    logic = shown.result.logic
    if isinstance(logic, NotEstimable):
        return logic
    table = logic.table
    texts = {
        name: column_of([text.replace("\n", "; ") or None for text in table[name]], table.index)
        for name in ("roots", *LEVELS)
    }
    return DisplayTable(
        name="logika_intervensi",
        title=_("Logika intervensi dalam empat tingkat"),
        columns=(
            DisplayColumn("intervensi", _("Kode")),
            *(DisplayColumn(name, LOGIC_LEVEL_LABELS[name]) for name in ("roots", *LEVELS)),
        ),
        frame=table.assign(**texts),
        note=_("Tanda – berarti belum diisi atau belum ada akar. Sumber: tabel intervensi dan masalah."),
    )


def why_chains(shown: Released[MarketMap]) -> DisplayTable | NotEstimable:
    """Show how often "why" was asked along each chain, and where on it a root was chosen."""
    tree = shown.result.tree
    if isinstance(tree, NotEstimable):
        return tree
    chains = tree.chains
    return DisplayTable(
        name="rantai_mengapa",
        title=_("Seberapa dalam “mengapa” ditanyakan"),
        columns=(
            DisplayColumn("leaf", _("Jawaban terakhir")),
            DisplayColumn("whys", _("Banyaknya “mengapa”"), "integer"),
            DisplayColumn("root_whys", _("“Mengapa” sampai akar terdalam"), "integer"),
            DisplayColumn("roots", _("Akar dipilih pada rantai ini"), "integer"),
            DisplayColumn("top", _("Masalah utama")),
        ),
        frame=chains,
        note=_(
            "Dicetak tebal: rantai tanpa akar, atau akarnya dicapai dengan kurang dari {least} “mengapa”. "
            "Tanda – berarti tidak ada akar yang dipilih. Sumber: tabel masalah.",
            least=LEAST_WHYS,
        ),
        highlight=tuple(chains.index[chains["root_whys"].fillna(0) < LEAST_WHYS]),
    )
