"""One way from an executed notebook to the three files of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pasar_nb.errors import DisclosureError, PasarError
from pasar_nb.language import _
from pasar_nb.report import exhibits, provenance
from pasar_nb.report.fields import Rendered, RenderOptions, RunFields

if TYPE_CHECKING:
    from nbformat import NotebookNode


def render(executed: NotebookNode, run: RunFields, options: RenderOptions) -> Rendered:
    """Make page, workbook and provenance record; nothing is written to disk.

    Parameters
    ----------
    executed
        Notebook with its outputs; it is not changed.
    run
        When and how it ran.
    options
        Language, audience and links.

    Raises
    ------
    PasarError
        If a cell ended in an error, or cover or provenance are not shown.
    DisclosureError
        If the notebook was executed for another audience or language.
    """
    # nbconvert takes more than a second to import; the index and the assets do without it.
    from pasar_nb.report import page, workbook

    cover = exhibits.cover(executed)
    _check(executed, cover, options)
    record = provenance.write(exhibits.provenance(executed), run)
    xlsx = workbook.write(cover, exhibits.tables(executed), options)
    html = page.write(executed, cover, run, options, xlsx=xlsx, provenance=record)
    return Rendered(html=html, xlsx=xlsx, provenance=record)


def _check(executed: NotebookNode, cover: exhibits.Cover, options: RenderOptions) -> None:
    if (cover.audience, cover.language) != (options.audience, options.language):
        raise DisclosureError(
            _(
                "Notebook dijalankan untuk {made}, tetapi laporan diminta untuk {asked}.",
                made=f"{cover.audience}/{cover.language}",
                asked=f"{options.audience}/{options.language}",
            )
        )
    if any(output["output_type"] == "error" for output in exhibits.outputs(executed)):
        raise PasarError(_("Satu sel notebook berakhir dengan galat; laporan tidak dibuat."))
