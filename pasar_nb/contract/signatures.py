"""The place, the day and the names with which officials sign a table, below its last row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

MOST_FILLED = 2  # cells of such a row: two people sign side by side, and a comma parts the place from the day

_MONTH = (
    "januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember"
)
_SIGNED = re.compile(
    rf"[a-z][a-z .']+,\s*(?:tanggal\s*)?[\d.…_ ]{{0,8}}(?:{_MONTH})\s+\d{{4}}\.?"
    r"|(?:mengetahui|menyetujui|mengesahkan|disahkan|(?:dibuat|disusun|diperiksa) oleh|yang membuat)\b.*"
    r"|(?:a\.?n\.?|plt\.?|plh\.?)?\s*kepala (?:dinas|badan|bidang|bagian|bappe\w+|seksi|desa|upt\w*)\b.*"
    r"|nip\b\s*[.:].*",
    re.IGNORECASE | re.DOTALL,
)


def signature_rows(filled: Mapping[int, Sequence[str]]) -> list[int]:
    """Find the rows of a signature.

    Parameters
    ----------
    filled
        The rows below a header that are not blank, by row of the spreadsheet.

    Returns
    -------
    list of int
        The rows from the first that only a signature has, down to the last; none where longer rows follow.
    """
    below: list[int] = []
    begun = 0
    for at, row in reversed(list(filled.items())):
        cells = [cell.strip() for cell in row if cell.strip()]
        if len(cells) > MOST_FILLED:
            break
        below.append(at)
        if any(map(_SIGNED.fullmatch, (", ".join(cells), cells[0]))):
            begun = len(below)
    return sorted(below[:begun])
