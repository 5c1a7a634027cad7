"""Districts side by side, drawn."""

from pasar_nb.figures.locations.forest import forests

__all__ = ["forests"]
