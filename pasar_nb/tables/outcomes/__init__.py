"""All outcomes in tables."""

from pasar_nb.tables.outcomes.changes import changes, checks
from pasar_nb.tables.outcomes.compared import differences
from pasar_nb.tables.outcomes.findings import findings, verdicts
from pasar_nb.tables.outcomes.themes import categories, coverage

__all__ = ["categories", "changes", "checks", "coverage", "differences", "findings", "verdicts"]
