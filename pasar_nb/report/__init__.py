"""From an executed notebook to what a district publishes: page, workbook and provenance record, as bytes."""

from pasar_nb.report.fields import Rendered, RenderOptions, RunFields
from pasar_nb.report.rendering import render

__all__ = ["RenderOptions", "Rendered", "RunFields", "render"]
