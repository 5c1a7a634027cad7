"""What a notebook calls: open a district's page, release results, show exhibits, record their origin."""

from pasar_nb.page.locations import LocationsPage, open_locations
from pasar_nb.page.opening import NOTEBOOKS, open_page
from pasar_nb.page.page import Page
from pasar_nb.page.start import StartPage, open_start

__all__ = ["NOTEBOOKS", "LocationsPage", "Page", "StartPage", "open_locations", "open_page", "open_start"]
