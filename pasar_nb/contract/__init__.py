"""The Dokumen Kendali: specifications, reading and checking of its tables."""

from pasar_nb.contract.cases import Case
from pasar_nb.contract.checking import Checked, check
from pasar_nb.contract.presentation import problem_table
from pasar_nb.contract.problems import Problem, Severity, tables_stopped
from pasar_nb.contract.raw import RawTable, Reading, SourceFile
from pasar_nb.contract.reading import read_folder
from pasar_nb.contract.spec import Column, Table
from pasar_nb.contract.tables import TABLES

__all__ = [
    "TABLES",
    "Case",
    "Checked",
    "Column",
    "Problem",
    "RawTable",
    "Reading",
    "Severity",
    "SourceFile",
    "Table",
    "check",
    "problem_table",
    "read_folder",
    "tables_stopped",
]
