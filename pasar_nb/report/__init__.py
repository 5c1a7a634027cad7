"""Executed notebooks as pages, workbooks and provenance."""
