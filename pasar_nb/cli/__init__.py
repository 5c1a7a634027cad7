"""The command ``pasar``."""

from pasar_nb.cli.main import main

__all__ = ["main"]
