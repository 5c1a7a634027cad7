"""The page of a report: an nbconvert exporter with a template of our own."""

from __future__ import annotations

import base64
import json
from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, StrictUndefined
from nbconvert.exporters import TemplateExporter

from pasar_nb.language import LOCALES, SOURCE_LANGUAGE, Language, Number
from pasar_nb.report import exhibits
from pasar_nb.report.exhibits import Cover
from pasar_nb.report.fields import RenderOptions, RunFields
from pasar_nb.report.sanitising import exhibit, prose
from pasar_nb.report.sections import Exhibits, Sections
from pasar_nb.report.shell import TEMPLATES, css_string, shell
from pasar_nb.report.table_on_page import on_page
from pasar_nb.report.wording import PAGE, counterpart_link, moment, texts
from pasar_nb.tables.cells import cell_text
from pasar_nb.vocabulary import PLOTLY_TYPE, PROVENANCE_TYPE, TABLE_TYPE

if TYPE_CHECKING:
    from nbformat import NotebookNode

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MIME = {
    "figure": PLOTLY_TYPE,
    "table": TABLE_TYPE,
    "picture": exhibits.PNG,
    "record": PROVENANCE_TYPE,
}


class ReportExporter(TemplateExporter):
    """Export an executed notebook through ``templates/pasar``; code cells give their exhibits only."""

    file_extension = ".html"
    output_mimetype = "text/html"

    def __init__(self) -> None:
        super().__init__(  # type: ignore[no-untyped-call]  # nbconvert carries no types
            template_name="pasar",
            extra_template_basedirs=[str(TEMPLATES)],
            extra_template_paths=[str(TEMPLATES)],
            preprocessors=[Sections, Exhibits],
            exclude_input=True,
            exclude_raw=True,
        )

    def _create_environment(self) -> Environment:
        # nbconvert carries no types:
        environment: Environment = super()._create_environment()  # type: ignore[no-untyped-call]
        # nbconvert does not escape; here every value is text unless a filter has made it safe.
        environment.autoescape = True
        environment.undefined = StrictUndefined
        environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "separators": (",", ":")}
        environment.filters.update(
            prose=prose,
            exhibit=exhibit,
            read_table=exhibits.table,
            on_page=on_page,
            cell=cell_text,
            plain=_plain,
            number=_number,
        )
        return environment


def write(
    executed: NotebookNode,
    cover: Cover,
    run: RunFields,
    options: RenderOptions,
    *,
    xlsx: bytes,
    provenance: bytes,
) -> bytes:
    """Write the page.

    Parameters
    ----------
    executed
        Notebook with its outputs.
    cover
        Its cover.
    run, options
        As in `pasar_nb.report.render`.
    xlsx, provenance
        The other two files, which a portable page carries in itself.
    """
    language = options.language
    context = {
        "text": texts(PAGE, language),
        "mime": _MIME,
        "language": language,
        "cover": cover,
        "place": cover.place.text(language),
        "data_date": moment(cover.data_date, language) if cover.data_date else "",
        "run": run,
        "finished": moment(run.finished, language),
        "options": options,
        "running": _running_heads(cover, options),
        "counterpart": counterpart_link(options.counterpart, language),
        "downloads": _downloads(cover, options, xlsx, provenance),
        "calendar": _calendar(language),
        "shell": shell(
            ("pasar.css", "report.css"),
            ("plotly.min.js", "report.js"),
            portable=options.portable,
            address=options.assets,
        ),
    }
    html, _resources = _exporter().from_notebook_node(executed, resources=context)
    return f"{html.strip()}\n".encode()


@cache
def _exporter() -> ReportExporter:
    return ReportExporter()


def _running_heads(cover: Cover, options: RenderOptions) -> dict[str, str]:
    """Write what stands at the head of every printed page and of every wide table, as CSS strings."""
    marks = [
        *([PAGE["internal_mark"]] if options.audience == "internal" else []),
        *([PAGE["sample_mark"]] if cover.synthetic else []),
    ]
    place = f"{cover.place.text(options.language)} — {cover.title}"
    return {
        "place": css_string(place),
        "mark": css_string(" · ".join(mark.text(options.language) for mark in marks)),
        "sideways": css_string(PAGE["sideways"].text(options.language)),
    }


def _downloads(cover: Cover, options: RenderOptions, xlsx: bytes, provenance: bytes) -> list[dict[str, str]]:
    name = f"{cover.code}-{cover.notebook}".removeprefix("-")
    files = (
        ("take_tables", options.xlsx, f"{name}.xlsx", XLSX_TYPE, xlsx),
        ("take_record", options.provenance, f"{name}.json", "application/json", provenance),
    )
    return [
        {"text": text, "href": _data_address(kind, content) if options.portable else href, "name": file}
        for text, href, file, kind, content in files
        if options.portable or href
    ]


def _data_address(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def _calendar(language: Language) -> dict[str, Any]:
    """Name months and days for the drawing library, which only knows English ones."""
    from babel import Locale

    locale = Locale.parse(LOCALES[language])
    months, days = locale.months["format"], locale.days["format"]
    weekday = [6, 0, 1, 2, 3, 4, 5]  # Babel starts on Monday, the drawing library on Sunday
    return {
        "months": list(months["wide"].values()),
        "shortMonths": list(months["abbreviated"].values()),
        "days": [days["wide"][day] for day in weekday],
        "shortDays": [days["abbreviated"][day] for day in weekday],
        "decimal": "," if language == SOURCE_LANGUAGE else ".",
        "thousands": "." if language == SOURCE_LANGUAGE else ",",
    }


def _number(value: float, language: Language, decimals: int = 0) -> str:
    return Number(value, decimals).text(language)


def _plain(value: object) -> str:
    """Write a recorded value without the quotes of JSON around a text."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
