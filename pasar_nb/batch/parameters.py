"""The parameters of a notebook: read from its cell without running it, and settled before a kernel starts."""

from __future__ import annotations

import ast
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pasar_nb.errors import UsageError
from pasar_nb.language import Message, _, listing

Value: TypeAlias = int | float | str | bool | None
Kind: TypeAlias = Literal["int", "float", "str", "bool", "choice"]

OF_A_DISTRICT = ("district", "data", "language", "audience")
ACROSS_DISTRICTS = ("reports", "language", "audience")
"""What a notebook must declare, for one district or across them."""
SET_BY_THE_RUN = tuple(dict.fromkeys((*OF_A_DISTRICT, *ACROSS_DISTRICTS)))
"""Only the run's own options decide these."""

_PLAIN: dict[str, Kind] = {"int": "int", "float": "float", "str": "str", "bool": "bool"}
_YES, _NO = ("ya", "true", "1"), ("tidak", "false", "0")
_NONE = "none"
_KIND_LABELS: dict[Kind, Message] = {
    "int": _("bilangan bulat"),
    "float": _("bilangan, dengan titik sebagai tanda desimal"),
    "str": _("teks"),
    "bool": _("ya atau tidak"),
    "choice": _("salah satu pilihan"),
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter that a notebook declares.

    Attributes
    ----------
    name
        Name of the variable.
    kind
        Its annotation.
    default
        Value in the notebook.
    choices
        For ``choice``: the values of its ``Literal``.
    optional
        Whether it may be None.
    lowest, highest
        Bounds of a number, or None.
    """

    name: str
    kind: Kind
    default: Value
    choices: tuple[Value, ...] = ()
    optional: bool = False
    lowest: float | None = None
    highest: float | None = None


class ParameterError(ValueError):
    """A parameters cell that cannot be read; carries the line for the author of the notebook."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line} is not `name: type = value`")
        self.line = line


def declared(source: str) -> tuple[Parameter, ...]:
    """Read the parameters from the source of a cell.

    Parameters
    ----------
    source
        Lines such as ``draws: int = 10_000  # Jumlah pengambilan``; types are int, float, str, bool,
        ``Literal[...]``, or one of them ``| None``.

    Raises
    ------
    ParameterError
        For the first line that is anything else.
    """
    return tuple(
        _parameter(statement)
        for statement in ast.parse(source).body
        if not isinstance(statement, ast.Import | ast.ImportFrom)
    )


def convert(parameter: Parameter, text: str) -> Value:
    """Turn what was typed on the command line into the parameter's type.

    Raises
    ------
    UsageError
        When it is not a value of that type, or outside the parameter's bounds.
    """
    if parameter.optional and text.lower() == _NONE:
        return None
    try:
        value = _READERS[parameter.kind](parameter, text.strip())
    except ValueError as wrong:
        raise UsageError(_not_a_value(parameter, text)) from wrong
    if isinstance(value, int | float):
        _check_bounds(parameter, value)
    return value


def refuse_unknown(given: Iterable[str], known: Iterable[str]) -> None:
    """Refuse a parameter that no chosen notebook declares, or that the run itself decides.

    Raises
    ------
    UsageError
        With the names that can be given.
    """
    right = sorted(set(known) - set(SET_BY_THE_RUN))
    for name in given:
        if name in SET_BY_THE_RUN:
            raise UsageError(_("Parameter {name} diatur oleh opsi perintah, bukan oleh -p.", name=name))
        if name not in right:
            raise UsageError(
                _(
                    "Parameter {name} tidak dikenal; yang ada: {right}.",
                    name=name,
                    right=listing(right) if right else "-",
                )
            )


def settle(
    parameters: Iterable[Parameter], given: Mapping[str, str], by_run: Mapping[str, Value]
) -> dict[str, Value]:
    """Decide the value of every parameter of a notebook.

    Parameters
    ----------
    parameters
        What the notebook declares.
    given
        Text typed on the command line, by name; names of other notebooks are passed over.
    by_run
        Values for `SET_BY_THE_RUN`.
    """
    values: dict[str, Value] = {}
    for parameter in parameters:
        if parameter.name in by_run:
            values[parameter.name] = by_run[parameter.name]
        elif parameter.name in given:
            values[parameter.name] = convert(parameter, given[parameter.name])
        else:
            values[parameter.name] = parameter.default
    return values


def _parameter(statement: ast.stmt) -> Parameter:
    if not (isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)):
        raise ParameterError(statement.lineno)
    try:
        kind, choices, optional = _annotation(statement.annotation)
        default = ast.literal_eval(statement.value) if statement.value else None
    except ValueError as unreadable:
        raise ParameterError(statement.lineno) from unreadable
    return Parameter(statement.target.id, kind, default, choices, optional)


def _annotation(node: ast.expr) -> tuple[Kind, tuple[Value, ...], bool]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr) and ast.unparse(node.right) == "None":
        kind, choices, _optional = _annotation(node.left)
        return kind, choices, True
    if isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("Literal"):
        values = ast.literal_eval(node.slice)
        return "choice", values if isinstance(values, tuple) else (values,), False
    plain = _PLAIN.get(ast.unparse(node))
    if plain is None:
        raise ValueError(ast.unparse(node))
    return plain, (), False


def _not_a_value(parameter: Parameter, text: str) -> Message:
    if parameter.kind == "choice":
        return _(
            "Parameter {name} = '{text}' tidak dikenal; pilih salah satu dari: {choices}.",
            name=parameter.name,
            text=text,
            choices=listing([str(choice) for choice in parameter.choices]),
        )
    return _(
        "Parameter {name} = '{text}' bukan {kind}.",
        name=parameter.name,
        text=text,
        kind=_KIND_LABELS[parameter.kind],
    )


def _check_bounds(parameter: Parameter, value: float) -> None:
    if parameter.lowest is not None and value < parameter.lowest:
        lowest = _bound(parameter.lowest)
        raise UsageError(_("Parameter {name} paling kecil {lowest}.", name=parameter.name, lowest=lowest))
    if parameter.highest is not None and value > parameter.highest:
        highest = _bound(parameter.highest)
        raise UsageError(_("Parameter {name} paling besar {highest}.", name=parameter.name, highest=highest))


def _bound(value: float) -> str:
    """Write a bound as it must be typed: without separators of thousands."""
    return f"{value:g}" if value != int(value) else f"{int(value)}"


def _integer(_parameter: Parameter, text: str) -> int:
    return int(text)


def _number(_parameter: Parameter, text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(text)
    return value


def _text(_parameter: Parameter, text: str) -> str:
    return text


def _yes_no(_parameter: Parameter, text: str) -> bool:
    return (*_YES, *_NO).index(text.lower()) < len(_YES)


def _choice(parameter: Parameter, text: str) -> Value:
    return parameter.choices[[str(choice) for choice in parameter.choices].index(text)]


_READERS: dict[Kind, Callable[[Parameter, str], Value]] = {
    "int": _integer,
    "float": _number,
    "str": _text,
    "bool": _yes_no,
    "choice": _choice,
}
