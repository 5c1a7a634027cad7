"""Workbench for market-linkage programmes: from a district's Dokumen Kendali to a public report."""
