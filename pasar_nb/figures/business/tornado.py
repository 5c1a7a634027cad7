"""What each price and volume does to every party's gain, drawn as a tornado on a scale of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pasar_nb.analysis.business.results import BusinessModel
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import LINE_HEIGHT, TEXT_SIZE, ReportFigure, canvas, plain, wrapped
from pasar_nb.findings import NotEstimable
from pasar_nb.language import (
    InSentence,
    Language,
    Listing,
    Message,
    Money,
    Share,
    _,
    _n,
    listing,
    paragraph,
    render,
)
from pasar_nb.vocabulary import (
    BLUE,
    GRID,
    INK,
    MOST_DRIVERS,
    ORANGE,
    ROLE_LABELS,
    driver_label,
    roles,
)

NAME, LABEL, BAR, GAP = 30, 22, 30, 8  # px: heading of a party; words, bar and space of what varies
VALUES = 118  # px at the right for the two amounts
AMOUNT = TEXT_SIZE - 2  # two lines of it beside a bar
ENDS = (("gain_low", "↓", ORANGE), ("gain_high", "↑", BLUE))
LEAST_DRAWN = 0.1  # of the largest swing of the party; less is a line and not a bar on a telephone
LABEL_WIDTH = 46  # characters of what varies on a telephone
ASSUMED = "/"  # pattern of a bar whose range is assumed


def tornado(shown: Released[BusinessModel]) -> ReportFigure | NotEstimable:
    """Show every party's gain with one thing low and high, the largest swing first."""
    risk = shown.result.risk
    if isinstance(risk, NotEstimable):
        return risk
    result = risk.sensitivity
    moving: pd.DataFrame = result.table[result.table["swing"] > 0]
    if moving.empty:
        return NotEstimable(_("Tidak ada harga atau volume yang berkisar, sehingga kepekaan tidak dihitung."))
    largest = moving.groupby("peran")["swing"].transform("max")
    drawn = moving[moving["swing"] >= LEAST_DRAWN * largest].groupby("peran", sort=False).head(MOST_DRIVERS)
    return ReportFigure(
        name="kepekaan",
        title=_title(moving),
        drawing=_drawing(drawn, result.spread, shown.language),
        alternative=_("Batang dari nilai rendah sampai nilai tinggi. {each}.", each=_each(drawn)),
        note=paragraph(
            _(
                "Rp setahun per unit; setiap pihak memakai skalanya sendiri, selisih terbesar di atas. ↓ "
                "(jingga): keuntungan bila hal itu rendah, ↑ (biru): bila tinggi. Garis hitam adalah nol: "
                "di kirinya pihak itu tidak memperoleh lebih. Batang bergaris dan tanda *: kisarannya "
                "anggapan ±{spread}. Volume usaha: penjualan dan biaya variabel bersama-sama.",
                spread=Share(result.spread),
            ),
            *_rest(len(moving) - len(drawn)),
            _("n = {parties} pihak. Sumber: tabel model bisnis.", parties=drawn["peran"].nunique()),
        ),
    )


def _title(table: pd.DataFrame) -> Message:
    turned = tuple(dict.fromkeys(table.loc[table["turns"].astype(bool), "peran"]))
    if turned:
        return _("Satu harga atau volume saja sudah dapat membalik hasil {parties}.", parties=roles(turned))
    without = tuple(dict.fromkeys(table.loc[table["gain"] <= 0, "peran"]))
    if without:
        return _(
            "{parties} tidak memperoleh lebih, harga atau volume mana pun yang berubah sendirian.",
            parties=roles(without),
        )
    return _("Tidak ada satu harga atau volume yang sendirian membalik hasil suatu pihak.")


def _rest(count: int) -> list[Message]:
    return [_n("{count} hal lain dengan selisih lebih kecil tidak digambar.", count)] if count else []


def _each(table: pd.DataFrame) -> Listing:
    return listing(
        _(
            "{party}, {what}: {low} bila rendah, {high} bila tinggi",
            party=ROLE_LABELS[row["peran"]],
            what=InSentence(driver_label(row["what"], row["komponen"])),
            low=Money(row["gain_low"]),
            high=Money(row["gain_high"]),
        )
        for row in table.to_dict("records")
    )


def _drawing(table: pd.DataFrame, spread: float, language: Language) -> go.Figure:
    labels = {row: _label(own, spread, language) for row, own in zip(table.index, _rows(table), strict=True)}
    heights = {row: label.count("<br>") * LINE_HEIGHT + LABEL + BAR + GAP for row, label in labels.items()}
    whole = table["peran"].nunique() * NAME + sum(heights.values())
    figure = canvas(language, height=whole + 16)
    figure.update_layout(margin={"l": 8, "r": VALUES}, showlegend=False, bargap=0, barmode="overlay")
    top, least = 0, 0.0
    for party, own in table.groupby("peran", sort=False):
        scale = float(own[["gain", "gain_low", "gain_high"]].abs().to_numpy().max())
        least = min(least, float(own[["gain_low", "gain_high"]].to_numpy().min()) / scale)
        name = f"<b>{plain(render(ROLE_LABELS[str(party)], language))}</b>"
        figure.add_annotation(_words(name, top + NAME / 2, TEXT_SIZE, "middle"))
        top += NAME
        for at, row in zip(own.index, _rows(own), strict=True):
            bar = top + heights[at] - GAP - BAR / 2
            figure.add_annotation(_words(labels[at], top, TEXT_SIZE - 1, "top"))
            for line in _lines(row["gain"] / scale, bar):
                figure.add_shape(line)
            figure.add_traces(_bars(row, scale, bar, language))
            figure.add_annotation(_amounts(row, bar, language))
            top += heights[at]
    figure.update_xaxes(range=[least - 0.03, 1.03], visible=False)
    return figure.update_yaxes(range=[whole, 0], visible=False)


def _rows(table: pd.DataFrame) -> list[dict[Any, Any]]:
    return list(table.to_dict("records"))


def _label(row: Mapping[Any, Any], spread: float, language: Language) -> str:
    """Name what varies and by how much, an assumed range with a star."""
    what = render(driver_label(row["what"], row["komponen"]), language)
    down, up = (render(Share(row[end], signed=True), language) for end in ("down", "up"))
    if row["basis"] == "default":
        how = f"±{render(Share(spread), language)}*"
    else:
        how = f"±{up.lstrip('+')}" if down.lstrip("−") == up.lstrip("+") else f"{down}…{up}"
    return wrapped(f"{what} ({how})", LABEL_WIDTH)


def _lines(gain: float, y: float) -> list[dict[str, object]]:
    """Draw nought and the planned gain beside one bar; longer lines would cross the words."""
    return [
        {
            **{"type": "line", "x0": at, "x1": at, "y0": y - BAR / 2, "y1": y + BAR / 2, "layer": "below"},
            "line": {"color": colour, "width": width},
        }
        for at, colour, width in ((gain, GRID, 2), (0, INK, 1.5))
    ]


def _bars(row: Mapping[Any, Any], scale: float, y: float, language: Language) -> list[go.Bar]:
    base = row["gain"] / scale
    return [
        go.Bar(
            orientation="h",
            base=[round(base, 4)],
            x=[round(row[name] / scale - base, 4)],
            y=[y],
            width=BAR - 12,
            marker={"color": colour, "pattern": {"shape": ASSUMED if row["basis"] == "default" else ""}},
            hovertext=[f"{sign} {render(Money(row[name]), language)}"],
            hoverinfo="text",
        )
        for name, sign, colour in ENDS
    ]


def _words(text: str, y: float, size: int, anchor: str) -> dict[str, object]:
    return {
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": y,
        "yref": "y",
        "yanchor": anchor,
        "align": "left",
        "text": text,
        "font": {"size": size},
        "showarrow": False,
    }


def _amounts(row: Mapping[Any, Any], y: float, language: Language) -> dict[str, object]:
    lines = [f"{sign} {render(Money(row[name]), language)}" for name, sign, _colour in ENDS]
    return {**_words("<br>".join(lines), y, AMOUNT, "middle"), "x": 1, "xshift": 6}
