"""Independent random streams, one for each district and subject.

A stream depends on the seed, the district's code and the subject's name alone. So a district looks the same
however many others are drawn, and a subject added later leaves the earlier ones as they were.
"""

from __future__ import annotations

from zlib import crc32

import numpy as np


def stream(seed: int, code: str, subject: str) -> np.random.Generator:
    """Open the random stream of a subject in a district.

    Parameters
    ----------
    seed
        Seed of the whole drawing.
    code
        BPS code of the district, or ``"0000"`` for what is the same in the whole country.
    subject
        Name of what is drawn, e.g. ``"survei"``.
    """
    sequence = np.random.SeedSequence(seed, spawn_key=(int(code), crc32(subject.encode())))
    return np.random.default_rng(sequence)
