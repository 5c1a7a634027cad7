"""Workbooks of spreadsheets: their cells, and what they show beside them."""
