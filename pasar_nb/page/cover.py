"""The cover: whose data, of what time, for whom; and, for JupyterLab, the style of everything below."""

from __future__ import annotations

import html
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pasar_nb.language import Day, Language, Message, _
from pasar_nb.page.bundles import HTML, TEXT, Bundle
from pasar_nb.vocabulary import ALL_DISTRICTS, COVER_TYPE, Audience

if TYPE_CHECKING:
    from pasar_nb.district import District

_SYNTHETIC = _("DATA CONTOH (sintetis)")
_INTERNAL = _("UNTUK PEMILIK DATA — TIDAK UNTUK DISEBARKAN")
_STYLE = Path(__file__).with_name("notebook.css")


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose report it is: a district, or all of them when `code` is empty.

    Attributes
    ----------
    code, district, kind, province
        BPS code, name, ``kabupaten`` or ``kota``, province.
    program, period
        As the profile and the tables say; may be empty.
    synthetic
        Whether the data are for demonstration.
    data_date
        ISO date of the data, or empty.
    """

    code: str = ""
    district: str = ""
    kind: str = ""
    province: str = ""
    program: str = ""
    period: str = ""
    synthetic: bool = False
    data_date: str = ""


def subject_of(district: District) -> Subject:
    """Take from a district what its covers say."""
    return Subject(
        code=district.code,
        district=district.name,
        kind=district.kind,
        province=district.province,
        program=district.program,
        period=district.period,
        synthetic=district.synthetic,
        data_date=district.data_date,
    )


def cover_bundle(
    notebook: str, title: Message, subject: Subject, language: Language, audience: Audience
) -> Bundle:
    """Make the cover's output.

    Parameters
    ----------
    notebook, title
        Name of the notebook and its title for people.
    subject
        Whose report it is.
    language, audience
        How and for whom it is made.
    """
    content = {"notebook": notebook, "title": title.text(language), **asdict(subject)}
    content |= {"audience": audience, "language": language}
    lines = [line.text(language) for line in _lines(subject)]
    marks = [mark.text(language) for mark in _marks(subject, audience)]
    text = "\n".join((*marks, content["title"], *lines))
    return Bundle({HTML: _markup(content["title"], lines, marks), COVER_TYPE: content, TEXT: text})


def _lines(subject: Subject) -> list[Message]:
    lines = [_place(subject)]
    if subject.program:
        lines.append(_("Program: {program}", program=subject.program))
    if subject.period:
        lines.append(_("Periode: {period}", period=subject.period))
    if subject.data_date:
        lines.append(_("Tanggal data: {day}", day=Day(date.fromisoformat(subject.data_date))))
    return lines


def _place(subject: Subject) -> Message:
    if not subject.code:
        return ALL_DISTRICTS
    name, code, province = subject.district, subject.code, subject.province
    place = _("Kota {name}", name=name) if subject.kind == "kota" else _("Kabupaten {name}", name=name)
    return _("{place} ({code}), Provinsi {province}", place=place, code=code, province=province)


def _marks(subject: Subject, audience: Audience) -> list[Message]:
    synthetic = [_SYNTHETIC] if subject.synthetic else []
    return synthetic + ([_INTERNAL] if audience == "internal" else [])


def _markup(title: str, lines: list[str], marks: list[str]) -> str:
    banners = "".join(f'<p class="pasar-mark">{html.escape(mark)}</p>' for mark in marks)
    facts = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    heading = f'<p class="pasar-cover-title">{html.escape(title)}</p>'
    return f'<style>{_style()}</style><div class="pasar-cover">{banners}{heading}{facts}</div>'


@cache
def _style() -> str:
    return _STYLE.read_text(encoding="utf-8")
