"""The changes of the participants less those of the comparison group, of all explored outcomes."""

from __future__ import annotations

from pasar_nb.analysis.outcomes.results import Difference, Explored, Outcomes
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.tables.outcomes.values import (
    EFFECT_WORDS,
    UNCLEAR_AMONG_MANY,
    frame_of,
    name_of,
    with_interval,
)


def differences(shown: Released[Outcomes]) -> DisplayTable | NotEstimable:
    """Show how much more the participants changed, for every explored outcome that can be compared."""
    result = shown.result
    if result.uncompared is not None:
        return result.uncompared
    rows = [_row(one) for one in result.explored if one.difference is not None and one.outcome is not None]
    if not rows:
        return NotEstimable(_("Tidak ada ukuran lain yang dapat dibandingkan dengan pembanding."))
    columns = (
        DisplayColumn("label", _("Ukuran")),
        DisplayColumn("n", _("n peserta"), "integer"),
        DisplayColumn("n_compared", _("n pembanding"), "integer"),
        DisplayColumn("change", _("Selisih perubahan")),
        DisplayColumn("interval", _("Selang 95%")),
        DisplayColumn("p", _("p terkoreksi"), "probability"),
        DisplayColumn("verdict", _("Kesimpulan")),
    )
    return DisplayTable(
        name="hasil_lain_pembanding",
        screen_only=True,
        title=_("Ukuran lain: perubahan peserta dikurangi perubahan pembanding"),
        columns=columns,
        frame=frame_of(rows, columns),
        note=_(
            "Selisih perubahan dengan menyamakan ciri yang sama seperti pada hasil utama; p terkoreksi "
            "menurut Benjamini-Hochberg. Bacaannya bersandar pada anggapan yang sama seperti pada hasil "
            "utama. Sumber: tabel survei dan rumah_tangga."
        ),
    )


def _row(one: Explored) -> dict[str, object]:
    found = one.difference
    if not isinstance(found, Difference) or one.outcome is None:
        reason = found.reason if isinstance(found, NotEstimable) else None
        return {"label": name_of(one.measure), "verdict": reason}
    return {
        "label": name_of(one.measure),
        "n": found.n,
        "n_compared": found.n_compared,
        **with_interval(one.outcome, found.estimate),
        "p": found.p_corrected,
        "verdict": _verdict(found),
    }


def _verdict(found: Difference) -> Message:
    if found.verdict == "unclear" and found.estimate.significant:
        return UNCLEAR_AMONG_MANY
    return EFFECT_WORDS[found.verdict]
