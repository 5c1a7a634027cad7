"""The few figures of an association that are compared across districts."""

from __future__ import annotations

from pasar_nb.analysis.association.results import Association
from pasar_nb.analysis.association.support import CONTACTS
from pasar_nb.analysis.key_figures import KeyFigure
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _

NAMES = {
    "support_spearman": "spearman",
    "support_low": "low",
    "support_high": "high",
    "support_p_holm": "p_holm",
    "support_n": "n",
}


def key_figures(association: Association) -> dict[str, KeyFigure]:
    """Collect what another district's association can be compared with.

    Parameters
    ----------
    association
        A result that has passed disclosure control.

    Returns
    -------
    dict
        ``support_spearman`` between contacts attended and the change, ``support_low``, ``support_high``,
        ``support_p_holm`` and ``support_n``. What cannot be said is a `NotEstimable`.
    """
    found = association.correlations
    if isinstance(found, NotEstimable):
        return dict.fromkeys(NAMES, found)
    rows = found.table[found.table["measure"] == CONTACTS].dropna(subset=["spearman"])
    if rows.empty:
        absent = NotEstimable(_("Kaitan banyaknya pertemuan dengan perubahan tidak dapat disebut."))
        return dict.fromkeys(NAMES, absent)
    row = rows.iloc[0]
    return {name: row[column] if column == "n" else float(row[column]) for name, column in NAMES.items()}
