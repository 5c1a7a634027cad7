"""Problems as plain text for the command line: by table, in columns as wide as the terminal allows."""

from __future__ import annotations

import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pasar_nb.contract.problems import Problem, Severity
from pasar_nb.language import Language, Message, _, _n

NARROWEST = 40  # characters; below this lines are not wrapped any shorter
MOST_ALIKE = 10  # problems of one kind in one column that are written out; the others are counted
MARGIN = "  "
UNPRINTABLE = "\ufffd"  # the sign of Unicode for what cannot be shown

SEVERITY_LABELS: Mapping[Severity, Message] = {"error": _("GALAT"), "warning": _("PERINGATAN")}
_NO_PROBLEM = _("Tidak ada masalah.")
_WHOLE = _("Berkas dan lembar")
_ROW = _("baris {row}")
_COLUMN = _("kolom {column}")


def problem_table(problems: Sequence[Problem], language: Language, width: int) -> str:
    """Write problems for a terminal.

    Parameters
    ----------
    problems
        In the order of `checking.arrange`.
    language
        Language of the reader.
    width
        Characters in a line, e.g. ``shutil.get_terminal_size().columns``.

    Returns
    -------
    str
        A block per table with its counts, a problem with its remedy under it, and the counts of all.
    """
    if not problems:
        return _NO_PROBLEM.text(language)
    by_table: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_table[problem.table].append(problem)
    blocks = ["\n".join(_block(table, found, language, width)) for table, found in by_table.items()]
    return "\n\n".join([*blocks, count_line(problems).text(language)])


def count_line(problems: Sequence[Problem]) -> Message:
    """Count errors and warnings."""
    counts = Counter(problem.severity for problem in problems)
    return _(
        "{errors}, {warnings}.",
        errors=_n("{count} galat", counts["error"]),
        warnings=_n("{count} peringatan", counts["warning"]),
    )


def _block(table: str, problems: Sequence[Problem], language: Language, width: int) -> Iterator[str]:
    name = table or _WHOLE.text(language)
    yield f"{name}: {count_line(problems).text(language)}"
    labels = [SEVERITY_LABELS[problem.severity].text(language) for problem in problems]
    indent = MARGIN + " " * (max(len(label) for label in labels) + len(MARGIN))
    told: Counter[tuple[str, str]] = Counter()
    for problem, label in zip(problems, labels, strict=True):
        told[problem.code, problem.column] += 1
        if told[problem.code, problem.column] <= MOST_ALIKE:
            yield from _entry(problem, label, indent, language, max(width, NARROWEST))
    yield from _left_out(told, indent, language)


def _entry(problem: Problem, label: str, indent: str, language: Language, width: int) -> Iterator[str]:
    place = _place(problem, language)
    sentence = problem.message.text(language)
    head = f"{MARGIN}{label}".ljust(len(indent))
    yield from _wrapped(f"{place}: {sentence}" if place else sentence, head, indent, width)
    yield from _wrapped(problem.remedy.text(language), f"{indent}→ ", f"{indent}  ", width)


def _wrapped(text: str, first: str, further: str, width: int) -> list[str]:
    # A value may hold anything, also signs that would command the terminal.
    harmless = "".join(sign if sign.isprintable() or sign.isspace() else UNPRINTABLE for sign in text)
    return textwrap.wrap(
        harmless, width, initial_indent=first, subsequent_indent=further, break_on_hyphens=False
    )


def _place(problem: Problem, language: Language) -> str:
    row = _ROW.template if problem.row is not None else ""
    parts = [
        problem.file,
        problem.sheet,
        Message(row, {"row": str(problem.row)}).text(language) if row else "",
        Message(_COLUMN.template, {"column": problem.column}).text(language) if problem.column else "",
    ]
    return ", ".join(part for part in parts if part)


def _left_out(told: Counter[tuple[str, str]], indent: str, language: Language) -> Iterator[str]:
    for (_code, column), count in told.items():
        if count > MOST_ALIKE:
            more = _n(
                "… dan {count} masalah serupa lagi di kolom {column}.",
                count - MOST_ALIKE,
                column=column or "-",
            )
            yield indent + more.text(language)
