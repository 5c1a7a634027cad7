"""Sentences on what goes with what among the participants; none names a cause."""

from __future__ import annotations

from typing import Any

from pasar_nb.analysis.association.columns import SCHOOLING
from pasar_nb.analysis.association.matrices import Matrix, Relations
from pasar_nb.analysis.association.naming import COEFFICIENT_LABELS, clear_pairs, pair
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, Number, Value, _, listing, paragraph, paragraphs
from pasar_nb.prose.association.relation import in_short
from pasar_nb.prose.counts import count_of
from pasar_nb.vocabulary import CHANCE_LIMIT

_MOST_NAMED = 3
_INCOME = "pendapatan_rt"


def pairs(shown: Released[Relations]) -> Message | NotEstimable:
    """Say how many pairs of measures go together in the last wave, and name the strongest."""
    matrix = shown.result.levels
    if isinstance(matrix, NotEstimable):
        return matrix
    clear = clear_pairs(matrix)
    left_out = paragraph(*_left_out(matrix))
    if clear.empty:
        return paragraphs(
            _(
                "Tidak satu pun dari {tests} pasangan ukuran pada survei terakhir berkaitan jelas setelah "
                "koreksi Benjamini-Hochberg, yaitu koreksi bila banyak pasangan diuji sekaligus.",
                tests=matrix.tests,
            ),
            left_out,
        )
    said = paragraph(
        _(
            "Dari {tests} pasangan ukuran pada survei terakhir, {clear} berkaitan jelas setelah koreksi "
            "Benjamini-Hochberg, yaitu koreksi bila banyak pasangan diuji sekaligus.",
            tests=matrix.tests,
            clear=len(clear),
        ),
        _strongest(matrix),
        in_short(),
    )
    return paragraphs(said, left_out)


def schooling(shown: Released[Relations]) -> Message | NotEstimable:
    """Say whether the schooling of the head goes with income, which the study asks by name."""
    matrix = shown.result.levels
    if isinstance(matrix, NotEstimable):
        return matrix
    absent = NotEstimable(_("Kaitan pendidikan dengan pendapatan tidak dapat dihitung dari data ini."))
    incomes = [name for name in (_INCOME, shown.result.primary) if name in matrix.labels]
    if not incomes or SCHOOLING not in matrix.labels:
        return absent
    table = matrix.table.dropna(subset=["value"])
    of_both = table["one"].isin([SCHOOLING, incomes[0]]) & table["other"].isin([SCHOOLING, incomes[0]])
    if not of_both.any():
        return absent
    row = as_rows(table[of_both])[0]
    values: dict[str, Value] = {
        "income": InSentence(matrix.labels[incomes[0]]),
        "evidence": _evidence(row),
    }
    told = _schooling(row, values)
    return paragraph(told, *_alone(matrix, row), in_short()) if row["p_value"] < CHANCE_LIMIT else told


def changes_together(shown: Released[Relations]) -> Message | NotEstimable:
    """Say what changed together, and what goes with a change."""
    matrix = shown.result.changes
    if isinstance(matrix, NotEstimable):
        return matrix
    clear = clear_pairs(matrix)
    if clear.empty:
        return _(
            "Tidak satu pun dari {tests} pasangan perubahan berkaitan jelas setelah koreksi "
            "Benjamini-Hochberg.",
            tests=matrix.tests,
        )
    return paragraph(
        _(
            "Dari {tests} pasangan perubahan sejak survei awal, {clear} berkaitan jelas setelah koreksi "
            "Benjamini-Hochberg.",
            tests=matrix.tests,
            clear=len(clear),
        ),
        _strongest(matrix),
        in_short(),
    )


def _evidence(row: dict[str, Any]) -> Message:
    """Write the coefficient of a pair with its measure, interval and n."""
    return _(
        "{measure} {value}; selang 95%: {low} sampai {high}; n = {n} rumah tangga",
        measure=COEFFICIENT_LABELS[str(row["measure"])],
        value=Number(row["value"], 2),
        low=Number(row["low"], 2),
        high=Number(row["high"], 2),
        n=count_of(row["n"]),
    )


def _schooling(row: dict[str, Any], values: dict[str, Value]) -> Message:
    """Judge the relation by its own test: it was asked before the data were seen."""
    if row["p_value"] >= CHANCE_LIMIT:
        return _(
            "Tidak terlihat kaitan yang jelas antara pendidikan kepala rumah tangga dan {income} "
            "({evidence}).",
            **values,
        )
    if row["measure"] == "eta":
        return _("Pendidikan kepala rumah tangga berkaitan dengan {income} ({evidence}).", **values)
    if row["value"] > 0:
        return _(
            "Rumah tangga yang kepalanya berpendidikan lebih tinggi cenderung mempunyai {income} lebih "
            "tinggi ({evidence}).",
            **values,
        )
    return _(
        "Rumah tangga yang kepalanya berpendidikan lebih tinggi cenderung mempunyai {income} lebih rendah "
        "({evidence}).",
        **values,
    )


def _alone(matrix: Matrix, row: dict[str, Any]) -> list[Message]:
    if row["p_value"] >= CHANCE_LIMIT or row["p_bh"] < CHANCE_LIMIT:
        return []
    return [
        _(
            "Kaitan ini ditanyakan sejak awal dan dinilai sendiri; sebagai satu dari {tests} pasangan yang "
            "diuji sekaligus, ia belum pasti.",
            tests=matrix.tests,
        )
    ]


def _strongest(matrix: Matrix) -> Message:
    rows = as_rows(clear_pairs(matrix).head(_MOST_NAMED))
    each = listing(_("{pair} ({evidence})", pair=pair(matrix, row), evidence=_evidence(row)) for row in rows)
    return _("Yang terkuat: {each}.", each=each)


def _left_out(matrix: Matrix) -> list[Message]:
    if not matrix.left_out:
        return []
    each = listing(
        _("{measure} ({reason})", measure=InSentence(one.label), reason=one.reason) for one in matrix.left_out
    )
    return [_("Tidak ikut dihitung: {each}.", each=each)]
