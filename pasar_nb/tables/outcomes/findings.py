"""The findings that are read first: the primary outcome alone, then the largest clear changes."""

from __future__ import annotations

from pasar_nb.analysis.outcomes.results import Difference, Explored, Outcomes, Primary, Tested
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _, paragraph
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.tables.outcomes.gathered import gathered
from pasar_nb.tables.outcomes.values import (
    CHANGE_WORDS,
    EFFECT_WORDS,
    frame_of,
    name_of,
    not_clear,
    prices_note,
    primary_name,
    theme_of,
    untold_shares,
    verdict_of,
    with_interval,
)

MOST_ROWS = 12  # on a page that is read first
_PRIMARY = _("Hasil utama")


def findings(shown: Released[Outcomes]) -> DisplayTable | NotEstimable:
    """Show the verdict on the primary outcome, then on the others by theme, on one page.

    Where not all have room, the largest clear changes of every theme stand here; `verdicts` has the others.
    """
    result = shown.result
    first, told = _primary_rows(result.primary), _judged(result)
    if not first and not told:
        return result.primary if isinstance(result.primary, NotEstimable) else _nothing(result.primary)
    untold = untold_shares(result)
    kept = _with_room(result)
    columns = (
        DisplayColumn("label", _("Ukuran")),
        DisplayColumn("verdict", _("Kesimpulan")),
        DisplayColumn("change", _("Perubahan rata-rata")),
        DisplayColumn("interval", _("Selang 95%")),
        DisplayColumn("n", _("n rumah tangga"), "integer"),
        DisplayColumn("theme", _("Tema"), workbook_only=True),
    )
    return DisplayTable(
        name="temuan",
        title=_("Temuan: hasil utama, lalu ukuran lain menurut tema"),
        columns=columns,
        frame=frame_of([*first, *(_row(one, untold) for one in kept)], columns),
        note=_note(result, gathers=len(told) > len(kept)),
        highlight=tuple(range(len(first))),
    )


def verdicts(shown: Released[Outcomes]) -> tuple[DisplayTable, ...]:
    """Give every outcome without a row among the findings its verdict, gathered by what is said of them."""
    result = shown.result
    names = {one.measure.name for one in _with_room(result)}
    left = [one for one in result.explored if one.measure.name not in names]
    rows = gathered(left, result.categories) if result.no_endline is None else []
    if not rows:
        return ()
    columns = (DisplayColumn("verdict", _("Kesimpulan")), DisplayColumn("label", _("Ukuran")))
    table = DisplayTable(
        name="temuan_lain",
        title=_("Kesimpulan tentang ukuran lain"),
        columns=columns,
        frame=frame_of(rows, columns),
        note=_(
            "Ukuran dikumpulkan menurut kesimpulannya; angkanya ada dalam tabel lengkap. Mulai: "
            "perubahan terkecil yang ditemukan dengan peluang 80%. Sumber: tabel survei."
        ),
    )
    return (table,)


def _judged(result: Outcomes) -> list[Explored]:
    return [one for one in result.explored if one.verdict != "unknown"]


def _with_room(result: Outcomes) -> list[Explored]:
    """Choose what fits beside the primary outcome: all, or theme by theme the largest clear changes."""
    told, room = _judged(result), MOST_ROWS - len(_primary_rows(result.primary))
    if len(told) <= room:
        return told
    clear = sorted((one for one in told if one.verdict in ("rose", "fell")), key=_size, reverse=True)
    places: dict[str | None, int] = {}
    turns = []
    for one in clear:
        places[one.measure.theme] = places.get(one.measure.theme, 0) + 1
        turns.append((places[one.measure.theme], one.measure.name))
    chosen = {name for _turn, name in sorted(turns)[:room]}
    return [one for one in told if one.measure.name in chosen]


def _size(one: Explored) -> float:
    return 0.0 if one.standardised is None else abs(one.standardised[0])


def _nothing(primary: Primary) -> NotEstimable:
    return NotEstimable(primary.reason or _("Belum ada hasil yang dapat dinilai."))


def _primary_rows(primary: Primary | NotEstimable) -> list[dict[str, object]]:
    if isinstance(primary, NotEstimable):
        return []
    return [_primary_row(primary, one) for one in primary.tests]


def _primary_row(primary: Primary, one: Tested) -> dict[str, object]:
    outcome, found = primary.outcome, one.estimate
    if one.what == "did":
        label = _(
            "{label}: selisih dengan pembanding (n pembanding: {n})",
            label=primary_name(outcome),
            n=one.n_compared if isinstance(one.n_compared, int) else str(one.n_compared),
        )
        verdict = EFFECT_WORDS[primary.effect]
        blurred = primary.effect == "unclear"
        if not primary.firm and primary.effect in ("more", "less"):
            verdict = _("{verdict}, tetapi belum kokoh", verdict=verdict)
    else:
        label, verdict = primary_name(outcome), CHANGE_WORDS[primary.verdict]
        blurred = primary.verdict == "unclear"
    if blurred:
        verdict = not_clear(verdict, outcome, found)
    return {
        "theme": _PRIMARY,
        "label": label,
        "verdict": verdict,
        **with_interval(outcome, found),
        "n": one.n,
    }


def _row(one: Explored, untold: frozenset[str]) -> dict[str, object]:
    if isinstance(one.estimate, NotEstimable) or one.outcome is None:
        return {"theme": theme_of(one.measure), "label": name_of(one.measure), "n": one.n}
    row: dict[str, object] = {
        "theme": theme_of(one.measure),
        "label": name_of(one.measure),
        "verdict": _with_comparison(one),
        "n": one.n,
    }
    if one.measure.name in untold:
        return row
    return row | {
        **with_interval(one.outcome, one.estimate),
    }


def _with_comparison(one: Explored) -> Message:
    """Add to a clear verdict that the participants changed more or less than the comparison group."""
    said = verdict_of(one)
    found = one.difference
    if one.verdict == "unclear" or not isinstance(found, Difference) or found.verdict not in ("more", "less"):
        return said
    return _("{verdict}; {compared}", verdict=said, compared=EFFECT_WORDS[found.verdict])


def _note(result: Outcomes, *, gathers: bool) -> Message:
    primary = [] if isinstance(result.primary, NotEstimable) else [result.primary.outcome]
    told = [one.outcome for one in result.explored if one.outcome is not None and one.outcome.kind == "money"]
    said = [
        _(
            "Perubahan peserta antara survei awal dan survei terakhir. Hasil utama ialah yang ditulis dalam "
            "profil (koreksi Holm); ukuran lain penjajakan (koreksi Benjamini-Hochberg). Selang tiap ukuran "
            "belum dikoreksi."
        ),
        prices_note([*(one for one in primary if one.kind == "money"), *told]),
    ]
    if gathers:
        said.append(
            _(
                "Di sini hanya yang jelas dan terbesar menurut tema; kesimpulan tentang ukuran lain ada "
                "dalam tabel di bawahnya."
            )
        )
    return paragraph(*said, _("Sumber: tabel survei."))
