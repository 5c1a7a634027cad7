"""Sections of the notebooks that have too many exhibits to list them cell by cell.

A section answers one question: its sentences, figures and tables, in the order in which they are read.
"""

from pasar_nb.sections.exhibit import Exhibit

__all__ = ["Exhibit"]
