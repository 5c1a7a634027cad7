"""What may be published: results pass here before any figure, table or sentence is made of them."""

from pasar_nb.disclosure.gate import Leak, find_leaks, refuse_leaks
from pasar_nb.disclosure.release import Released, release
from pasar_nb.disclosure.suppression import SMALL, WITHHELD, is_hidden

__all__ = [
    "SMALL",
    "WITHHELD",
    "Leak",
    "Released",
    "find_leaks",
    "is_hidden",
    "refuse_leaks",
    "release",
]
