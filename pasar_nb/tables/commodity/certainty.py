"""Tables on how sure the ranking is: first places over random draws, and the weights that tip it."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.commodity.results import CommoditySelection
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _, paragraph
from pasar_nb.tables.columns import column_of
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import SCORE_HIGH, SCORE_LOW, readable, readable_all


def first_places(shown: Released[CommoditySelection]) -> DisplayTable | NotEstimable:
    """Show how often each commodity comes first near the agreed weights, and under any weights."""
    result = shown.result.certainty
    if isinstance(result, NotEstimable):
        return result
    near, anywhere = result.near.first, result.any.first
    both = near.merge(anywhere, on="komoditas", suffixes=("_near", "_any"), validate="one_to_one")
    return DisplayTable(
        name="kepastian",
        title=_("Seberapa sering tiap komoditas berada di peringkat pertama"),
        columns=(
            DisplayColumn("nama", _("Komoditas")),
            DisplayColumn("share_near", _("Pertama, di sekitar bobot yang disepakati"), "drawn_share"),
            DisplayColumn("expected_rank_near", _("Rata-rata peringkat"), "number", 1),
            DisplayColumn("share_any", _("Pertama, bobot apa pun"), "drawn_share"),
            DisplayColumn("expected_rank_any", _("Rata-rata peringkat, bobot apa pun"), "number", 1),
        ),
        frame=both.assign(nama=[readable(name) for name in both["komoditas"]]),
        note=_drawn(shown, result.near.draws, result.near.raters_resampled),
    )


def tipping_points(shown: Released[CommoditySelection]) -> DisplayTable | NotEstimable:
    """Show for each criterion how far its weight must move before another commodity wins."""
    result = shown.result.tipping
    if isinstance(result, NotEstimable):
        return result
    table = result.table
    rivals = pd.Series(
        [readable_all(names) if names else _("tidak ada") for names in table["new_winner"]],
        table.index,
        dtype=object,
    )
    return DisplayTable(
        name="titik_balik",
        title=_("Perubahan terkecil satu bobot yang mengubah peringkat pertama"),
        columns=(
            DisplayColumn("nama", _("Kriteria")),
            DisplayColumn("bobot", _("Bobot sekarang"), "number", 1),
            DisplayColumn("tipping_bobot", _("Bobot pada titik balik"), "number", 2),
            DisplayColumn("rival", _("Yang menyamai")),
            DisplayColumn("reach", _("Dalam skala bobot")),
        ),
        frame=table.assign(
            nama=table["kriteria"].map(dict(shown.result.criteria.names)),
            rival=rivals,
            reach=_reach(table),
        ),
        note=_(
            "Satu bobot diubah, bobot lain tetap; arah yang terdekat. Skala bobot {low}–{high}; skor dari "
            "{raters} penilai. Sumber: tabel kriteria dan skor.",
            low=SCORE_LOW,
            high=SCORE_HIGH,
            raters=shown.result.scores.n_raters,
        ),
    )


def _reach(table: pd.DataFrame) -> pd.Series:
    within = table["within_scale"].astype(bool)
    said = [
        None if pd.isna(at) else (_("ya") if inside else _("tidak"))
        for at, inside in zip(table["tipping_bobot"], within, strict=True)
    ]
    return column_of(said, table.index)


def _drawn(shown: Released[CommoditySelection], draws: int, resampled: bool) -> Message:
    basis = _(
        "{draws} simulasi untuk tiap kolom. Di sekitar: tiap bobot bergeser paling jauh satu langkah; "
        "bobot apa pun: semua pembobotan sama mungkin.",
        draws=draws,
    )
    if resampled:
        return paragraph(
            basis,
            _(
                "Penilai diambil ulang pada tiap simulasi (n = {raters}).",
                raters=shown.result.scores.n_raters,
            ),
        )
    return paragraph(basis, _("Skor dianggap tetap: hanya ada satu penilai."))
