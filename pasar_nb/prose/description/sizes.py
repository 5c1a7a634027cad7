"""Numbers of households in sentences, with a word of caution where they are few."""

from __future__ import annotations

from pasar_nb.language import Value, _
from pasar_nb.prose.counts import count_of
from pasar_nb.vocabulary import SMALL_SAMPLE


def sized(n: object) -> Value:
    """Write a count as it was released, and that a sample is small."""
    count = count_of(n)
    if isinstance(count, int) and count < SMALL_SAMPLE:
        return _("{n}, sampel kecil", n=count)
    return count
