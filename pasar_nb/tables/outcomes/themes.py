"""Tables of the questions answered by names, and of what the data cover of each indicator theme."""

from __future__ import annotations

from pasar_nb.analysis.households import NO_SURVEY
from pasar_nb.analysis.outcomes.results import Outcomes, Switched, ThemeCoverage, Unswitched
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, _, listing
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.tables.outcomes.values import NO_THEME, frame_of
from pasar_nb.vocabulary import THEME_LABELS


def categories(shown: Released[Outcomes]) -> DisplayTable | NotEstimable:
    """Show of every question answered by names whether the shares of its answers changed."""
    found = shown.result.categories
    if not found:
        return NotEstimable(_("Tidak ada pertanyaan yang dijawab dengan pilihan nama."))
    columns = (
        DisplayColumn("label", _("Pertanyaan")),
        DisplayColumn("n", _("n rumah tangga"), "integer"),
        DisplayColumn("statistic", _("Khi-kuadrat"), "number", 1),
        DisplayColumn("freedom", _("Derajat bebas"), "integer"),
        DisplayColumn("p", _("p terkoreksi"), "probability"),
        DisplayColumn("verdict", _("Kesimpulan")),
    )
    return DisplayTable(
        name="hasil_lain_pilihan",
        workbook_only=True,
        title=_("Pertanyaan dengan pilihan nama: apakah bagian tiap pilihan berubah"),
        columns=columns,
        frame=frame_of([_category(one) for one in found], columns),
        note=_(
            "Uji Stuart-Maxwell: apakah bagian tiap pilihan jawaban sama pada survei awal dan survei "
            "terakhir. Peluang kebetulan dicari dengan membalik arah perpindahan jawaban semua rumah tangga "
            "sekelompok bersama-sama; tanpa kelompok, atau dengan kurang dari lima kelompok, rumah tangga "
            "dianggap saling bebas. Sumber: tabel survei."
        ),
    )


def coverage(shown: Released[Outcomes]) -> DisplayTable | NotEstimable:
    """Show which measures of every theme the first and the last wave recorded."""
    if not shown.result.coverage:
        return NO_SURVEY
    columns = (
        DisplayColumn("theme", _("Tema")),
        DisplayColumn("both", _("Pada survei awal dan terakhir")),
        DisplayColumn("only_first", _("Hanya pada survei awal")),
        DisplayColumn("only_last", _("Hanya pada survei terakhir")),
        DisplayColumn("absent", _("Tidak tercatat")),
    )
    frame = frame_of([_theme(one) for one in shown.result.coverage], columns)
    told = [one for one in columns if one.name in ("theme", "both") or frame[one.name].notna().any()]
    return DisplayTable(
        name="cakupan_tema",
        title=_("Apa yang dicakup data menurut tema indikator"),
        columns=tuple(told),
        frame=frame,
        note=_(
            "Ukuran bagi keenam tema menurut petunjuk teknis; ukuran kabupaten sendiri menurut tema yang "
            "ditulis dalam tabel variabel. Sumber: tabel survei dan variabel."
        ),
    )


def _category(one: Switched | Unswitched) -> dict[str, object]:
    if isinstance(one, Unswitched):
        return {"label": one.measure.label, "verdict": one.reason}
    return {
        "label": one.measure.label,
        "n": one.n,
        "statistic": one.statistic,
        "freedom": one.freedom,
        "p": one.p_corrected,
        "verdict": _("berubah") if one.verdict == "rose" else _("tidak terlihat perubahan"),
    }


def _theme(one: ThemeCoverage) -> dict[str, object]:
    return {
        "theme": NO_THEME if one.theme is None else THEME_LABELS[one.theme],
        "both": _joined(one.both),
        "only_first": _joined(one.only_first),
        "only_last": _joined(one.only_last),
        "absent": _joined(one.absent),
    }


def _joined(labels: tuple[Message, ...]) -> object:
    if not labels:
        return None
    first, *others = labels
    return listing([first, *map(InSentence, others)])
