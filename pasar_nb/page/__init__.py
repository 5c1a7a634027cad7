"""What a notebook calls: open a district's page, release results, show exhibits, record their origin."""

from pasar_nb.page.opening import NOTEBOOKS, open_page
from pasar_nb.page.page import Page

__all__ = ["NOTEBOOKS", "Page", "open_page"]
