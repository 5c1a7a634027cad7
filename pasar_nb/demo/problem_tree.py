"""Read a problem tree written as indented text."""

from __future__ import annotations

import re

import pandas as pd

INDENT = 2  # spaces for each level
LAYERS = {"rantai": "rantai_nilai", "pendukung": "pendukung", "lingkungan": "lingkungan_bisnis"}
LINE = re.compile(
    r"(?P<indent> *)(?P<root>\* )?(?P<statement>[^|]+?) \| (?P<layer>\w+)"
    r"(?: > (?P<actions>[\w;]+))?(?: @ (?P<partner>.+))?"
)


def read(tree: str) -> pd.DataFrame:
    """Turn an indented problem tree into the contract's table `masalah`.

    Parameters
    ----------
    tree
        As in `trees.TREES`.

    Raises
    ------
    ValueError
        For a line that is not understood: a mistake of the generator, not of its user.
    """
    rows: list[dict[str, object]] = []
    path: list[str] = []
    for number, line in enumerate(tree.strip("\n").splitlines(), start=1):
        found = LINE.fullmatch(line)
        if found is None:
            raise ValueError(f"problem tree, line {number}: {line!r}")
        depth = len(found["indent"]) // INDENT
        name = f"M{number:02d}"
        path = [*path[:depth], name]
        rows.append(
            {
                "masalah": name,
                "induk": path[depth - 1] if depth else "",
                "pernyataan": found["statement"],
                "area": LAYERS[found["layer"]],
                "akar": bool(found["root"]),
                "intervensi": found["actions"] or "",
                "mitra_potensial": found["partner"] or "",
            }
        )
    return pd.DataFrame(rows)
