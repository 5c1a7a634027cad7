"""What a test module computes, computed again in processes in which sets have other orders."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SEEDS = ("1", "2")


def said_in_fresh_processes(module: str, expression: str) -> set[str]:
    """Print an expression over a test module, called ``t``, in two processes; the order of a set differs.

    Parameters
    ----------
    module
        Path of the test module.
    expression
        Gives the text to be printed.
    """
    path = Path(module)
    script = f"import {path.stem} as t; print({expression})"
    return {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=path.parent,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in SEEDS
    }
