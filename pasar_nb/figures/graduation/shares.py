"""Criteria that are not met, and who is no longer poor by trait, drawn as shares with intervals."""

from __future__ import annotations

from collections.abc import Iterator

from pasar_nb.analysis.graduation import (
    FEW_IN_GROUPS,
    FEW_TO_JUDGE,
    NOT_RECORDED,
    Graduation,
    Proportion,
    criterion_name,
    find_row,
    level_name,
    proportion,
)
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import ReportFigure, plain, wrapped
from pasar_nb.figures.graduation.intervals import shares_with_intervals
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Listing, Message, Share, _, listing, paragraph, render
from pasar_nb.vocabulary import BLUE, DISABILITY_LABELS, SEX_LABELS, VERMILION

_SOURCE = _("Titik adalah bagiannya, garis selang 95%. Sumber: tabel survei dan kriteria_graduasi.")


def unmet_criteria(shown: Released[Graduation]) -> ReportFigure | NotEstimable:
    """Show for each criterion the share of the participants that does not meet it."""
    result, criteria = shown.result.obstacles, shown.result.criteria
    if isinstance(result, NotEstimable):
        return result
    if isinstance(criteria, NotEstimable):
        return criteria
    rows, names, found, colours = [], [], [], []
    for row in result.table.to_dict("records"):
        one = proportion({str(name): cell for name, cell in row.items()}, "failing", "judged")
        if one is not None and one.interval is not None:
            name = criterion_name(criteria, int(row["place"]))
            required = row["required"] == "ya"
            rows.append(_criterion_label(shown, name, str(row["level"]), required=required, n=one.whole))
            names.append(name)
            found.append(one)
            colours.append(VERMILION if required else BLUE)
    if not found:
        return FEW_TO_JUDGE
    return ReportFigure(
        name="kriteria_belum_dipenuhi",
        title=_(
            "Yang paling sering belum dipenuhi: {criterion}, oleh {share} rumah tangga peserta.",
            criterion=names[0],
            share=Share(found[0].share),
        ),
        drawing=shares_with_intervals(shown.language, found, rows, colours),
        alternative=_("Titik per kriteria. Bagian yang belum memenuhi: {each}.", each=_each(names, found)),
        note=paragraph(
            _("Satuan: rumah tangga peserta pada gelombang terakhir (n); jingga: wajib, biru: tidak wajib."),
            _SOURCE,
        ),
    )


def no_longer_poor(shown: Released[Graduation]) -> ReportFigure | NotEstimable:
    """Show the share that is no longer poor by sex of the head and by disability."""
    groups = list(_groups(shown.result))
    if not groups:
        split = shown.result.by_sex
        return split if isinstance(split, NotEstimable) else FEW_IN_GROUPS
    names, found = [name for name, _one in groups], [one for _name, one in groups]
    rows = [_group_label(shown, name, one.whole) for name, one in groups]
    return ReportFigure(
        name="tidak_lagi_miskin_per_kelompok",
        title=_("Rumah tangga peserta yang tidak lagi miskin: {each}.", each=_each(names, found)),
        drawing=shares_with_intervals(shown.language, found, rows, [BLUE] * len(rows)),
        alternative=_("Titik per kelompok. Tidak lagi miskin: {each}.", each=_each(names, found)),
        note=paragraph(
            _("Satuan: rumah tangga peserta yang tingkatnya diketahui pada gelombang terakhir (n)."), _SOURCE
        ),
    )


def _groups(result: Graduation) -> Iterator[tuple[Message, Proportion]]:
    for split, labels in ((result.by_sex, SEX_LABELS), (result.by_disability, DISABILITY_LABELS)):
        if isinstance(split, NotEstimable):
            continue
        for group in (str(one) for one in split.reached["group"] if one != NOT_RECORDED):
            found = proportion(find_row(split.reached, group=group), "reached", "known")
            if found is not None and found.interval is not None:
                yield labels[group], found


def _each(names: list[Message], found: list[Proportion]) -> Listing:
    return listing(
        _("{name} {share}", name=InSentence(name), share=Share(one.share))
        for name, one in zip(names, found, strict=True)
    )


def _criterion_label(
    shown: Released[Graduation], name: Message, level: str, *, required: bool, n: int
) -> str:
    kind = _("wajib") if required else _("tidak wajib")
    below = _("{level}, {kind}; n = {n}", level=InSentence(level_name(level)), kind=kind, n=n)
    return f"{wrapped(render(name, shown.language))}<br><i>{plain(render(below, shown.language))}</i>"


def _group_label(shown: Released[Graduation], name: Message, n: int) -> str:
    basis = plain(render(_("n = {n}", n=n), shown.language))
    return f"{wrapped(render(name, shown.language))}<br>{basis}"
