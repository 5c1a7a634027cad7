"""The Dokumen Kendali as workbooks that we write: the template, and a copy with its problems marked."""

from pasar_nb.control_document.guidance import ReportNeeds
from pasar_nb.control_document.marking import write_marked
from pasar_nb.control_document.template import FILE_NAME, write_template

__all__ = ["FILE_NAME", "ReportNeeds", "write_marked", "write_template"]
