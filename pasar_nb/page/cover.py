"""The cover: whose data, of what time, for whom; and, for JupyterLab, the style of everything below."""

from __future__ import annotations

import html
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pasar_nb.language import Day, Language, Message, _
from pasar_nb.page.bundles import COVER, HTML, TEXT, Bundle
from pasar_nb.vocabulary import Audience

if TYPE_CHECKING:
    from pasar_nb.district import District

_SYNTHETIC = _("DATA CONTOH (sintetis)")
_INTERNAL = _("UNTUK PEMILIK DATA — TIDAK UNTUK DISEBARKAN")
_STYLE = Path(__file__).with_name("notebook.css")


def cover_bundle(
    notebook: str, title: Message, district: District, language: Language, audience: Audience
) -> Bundle:
    """Make the cover's output.

    Parameters
    ----------
    notebook, title
        Name of the notebook and its title for people.
    district
        Whose report it is.
    language, audience
        How and for whom it is made.
    """
    content = {"notebook": notebook, "title": title.text(language)}
    content |= _facts(district) | {"audience": audience, "language": language}
    lines = [line.text(language) for line in _lines(district, content["data_date"])]
    marks = [mark.text(language) for mark in _marks(district, audience)]
    text = "\n".join((*marks, content["title"], *lines))
    return Bundle({HTML: _markup(content["title"], lines, marks), COVER: content, TEXT: text})


def _facts(district: District) -> dict[str, Any]:
    return {
        "code": district.code,
        "district": district.name,
        "kind": district.kind,
        "province": district.province,
        "program": district.program,
        "period": district.period,
        "synthetic": district.synthetic,
        "data_date": district.data_date,
    }


def _lines(district: District, measured: str) -> list[Message]:
    name, code, province = district.name, district.code, district.province
    place = _("Kota {name}", name=name) if district.kind == "kota" else _("Kabupaten {name}", name=name)
    lines = [_("{place} ({code}), Provinsi {province}", place=place, code=code, province=province)]
    if district.program:
        lines.append(_("Program: {program}", program=district.program))
    if district.period:
        lines.append(_("Periode: {period}", period=district.period))
    if measured:
        lines.append(_("Tanggal data: {day}", day=Day(date.fromisoformat(measured))))
    return lines


def _marks(district: District, audience: Audience) -> list[Message]:
    synthetic = [_SYNTHETIC] if district.synthetic else []
    return synthetic + ([_INTERNAL] if audience == "internal" else [])


def _markup(title: str, lines: list[str], marks: list[str]) -> str:
    banners = "".join(f'<p class="pasar-mark">{html.escape(mark)}</p>' for mark in marks)
    facts = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    heading = f'<p class="pasar-cover-title">{html.escape(title)}</p>'
    return f'<style>{_style()}</style><div class="pasar-cover">{banners}{heading}{facts}</div>'


@cache
def _style() -> str:
    return _STYLE.read_text(encoding="utf-8")
