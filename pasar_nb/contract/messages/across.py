"""The catalogue of what can be wrong between districts: one row per case."""

from __future__ import annotations

from pasar_nb.contract.cases import Case
from pasar_nb.language import _, _n

HOUSEHOLDS_SHARED = Case(
    "households_shared",
    "error",
    _n("{count} kode rumah tangga di folder {folder} ada juga di folder {other}.", 1),
    _("Satu rumah tangga hanya boleh ada di satu kabupaten: hapus dari folder yang keliru."),
)
NUMBERS_SHARED = Case(
    "numbers_shared",
    "warning",
    _n("{count} nomor rumah tangga di folder {folder} dipakai juga di folder {other}.", 1),
    _(
        "Nomor urut tidak membedakan rumah tangga antarkabupaten; awali dengan kode kabupaten atau pakai "
        "kode samaran."
    ),
)
