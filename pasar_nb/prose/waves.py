"""What is said of the waves of a survey, in every report on households alike."""

from __future__ import annotations

from collections.abc import Sequence

from pasar_nb.language import Message, _, listing


def unfinished(waves: Sequence[int], last: int) -> list[Message]:
    """Name the last waves that are not used; how few were asked in them is not said.

    Parameters
    ----------
    waves
        As `analysis.households.finished` left them out.
    last
        The last wave that is used.
    """
    if not waves:
        return []
    return [
        _(
            "Gelombang {waves} dianggap belum selesai dan tidak dipakai dalam laporan ini, sebab terlalu "
            "sedikit peserta survei awal yang diwawancarai di dalamnya; survei terakhir di sini ialah "
            "gelombang {last}.",
            waves=listing(str(wave) for wave in waves),
            last=last,
        )
    ]
