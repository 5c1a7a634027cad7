"""How comprehensive an empowerment programme is: which of ten stages it covers."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pasar_nb.findings import Open, published
from pasar_nb.language import Message, _

STAGES = (
    "perencanaan",
    "data_sekunder",
    "data_primer",
    "persiapan",
    "akses",
    "keterampilan",
    "pendampingan",
    "monev_digital",
    "monev_manual",
    "strategi_keluar",
)
CLASS_LABELS: dict[str, Message] = {
    "kurang": _("kurang komprehensif"),
    "cukup": _("cukup komprehensif"),
    "sangat": _("sangat komprehensif"),
}
_UPPER_BOUNDS = (0, 5, 7, len(STAGES))  # Kajian Bappenas 2024, section 2.2: 1-5, 6-7, 8-10


@dataclass(frozen=True, slots=True)
class Comprehensiveness:
    """The class of each programme.

    Attributes
    ----------
    table
        The programmes with ``jumlah``, the number of stages (0-10), and ``kelas`` (kurang, cukup, sangat; see
        `CLASS_LABELS`). A programme without any stage has no class: the study's begin at one.
    """

    table: pd.DataFrame = published(Open("programmes, from a published study"))


def classify(programmes: pd.DataFrame) -> Comprehensiveness:
    """Class programmes by the number of stages they cover.

    Parameters
    ----------
    programmes
        A row per programme, with a column per stage of `STAGES` (true or false) and any others.

    Notes
    -----
    Bappenas 2024 (Kajian), section 2.2; the classes published there agree for all 15 programmes.
    """
    total = programmes[list(STAGES)].astype("bool").sum(axis=1).astype("int64")
    classes = pd.cut(total, bins=list(_UPPER_BOUNDS), labels=list(CLASS_LABELS)).astype("str")
    return Comprehensiveness(table=programmes.assign(jumlah=total, kelas=classes.where(total > 0)))
