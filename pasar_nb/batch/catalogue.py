"""The notebooks there are: their names, the tables they need and the parameters they declare."""

from __future__ import annotations

import ast
import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pasar_nb.batch.parameters import ACROSS_DISTRICTS, OF_A_DISTRICT, Parameter, ParameterError, declared
from pasar_nb.batch.preparation import INTERACTIVE_TAG
from pasar_nb.errors import UsageError
from pasar_nb.language import Language, Message, _, listing, translations

PARAMETERS_TAG = "parameters"
_NUMBER = re.compile(r"^\d+_")
_NAME = re.compile(r"[a-z][a-z0-9_]*")  # it names files that are published: no dot, no path


@dataclass(frozen=True, slots=True)
class Notebook:
    """A notebook that the batch can run.

    Attributes
    ----------
    name
        File name without number and ending.
    path
        The file.
    opening
        Source of the prose cell that holds the title.
    needs
        Tables without which there is no whole report.
    uses
        Further tables that the report uses where they exist.
    suffices
        Those of `uses` of which any one makes a part of the report where tables of `needs` are absent.
    reads
        For a notebook across districts, which runs once after the others: the notebook whose records it
        compares. Empty for a notebook of one district.
    parameters
        What its parameters cell declares.
    modules
        Modules of this package that its code imports.
    digest
        SHA-256 of the file.
    """

    name: str
    path: Path
    opening: str
    needs: tuple[str, ...]
    uses: tuple[str, ...]
    suffices: tuple[str, ...]
    reads: str
    parameters: tuple[Parameter, ...]
    modules: tuple[str, ...]
    digest: str

    def title(self, language: Language) -> str:
        """Give the title in a language; the name where the notebook has none."""
        translated = translations(language).gettext(self.opening) if self.opening else ""
        return _heading(translated) or self.name


def default_folder() -> Path:
    """Find the notebooks: those of the current folder, else the project's own."""
    here = Path("notebooks")
    return (here if here.is_dir() else Path(__file__).parents[2] / "notebooks").resolve()


def name_of(path: Path) -> str:
    """Give a notebook's name: its file name without number and ending."""
    return _NUMBER.sub("", path.stem)


def notebook_names(folder: Path) -> tuple[str, ...]:
    """Name the notebooks of a folder in their order, without reading them."""
    return tuple(name_of(path) for path in sorted(filter(_is_analysis, folder.glob("*.ipynb"))))


def find_notebooks(folder: Path, names: Sequence[str] = ()) -> tuple[Notebook, ...]:
    """Read all notebooks of a folder, or the named ones.

    Raises
    ------
    UsageError
        For a name that is not there, with those that are; and for a notebook that cannot be run.
    """
    paths = _by_name(folder)
    for name in names:
        if name not in paths:
            known = listing(paths) if paths else "-"
            raise UsageError(_("Notebook {name} tidak ada; yang ada: {known}.", name=name, known=known))
    if not paths:
        raise UsageError(_("Tidak ada notebook di folder {folder}.", folder=str(folder)))
    return tuple(read_notebook(path) for name, path in paths.items() if not names or name in names)


def read_notebook(path: Path) -> Notebook:
    """Read what the batch must know of a notebook, without running anything.

    Raises
    ------
    UsageError
        When it is no notebook, or its metadata or parameters cell are not as agreed.
    """
    content = path.read_bytes()
    try:
        document = json.loads(content)
        cells = document["cells"]
        about = document["metadata"]["pasar"]
        name, reads = about["name"], str(about.get("reads", ""))
        needs = tuple(about.get("needs", ()) if reads else about["needs"])
        suffices = tuple(about.get("suffices", ()))
        uses = tuple(dict.fromkeys((*about.get("uses", ()), *suffices)))
        opening, modules = _opening(cells), _modules(cells)
        limits = {str(key): (low, high) for key, (low, high) in about.get("limits", {}).items()}
    except (ValueError, KeyError, TypeError, AttributeError) as wrong:
        raise UsageError(
            _("{file} bukan notebook dengan metadata pasar (name, needs, uses).", file=path.name)
        ) from wrong
    if name != name_of(path) or not _NAME.fullmatch(name):
        raise UsageError(_misnamed(path, str(name)))
    return Notebook(
        name=name,
        path=path.resolve(),
        opening=opening,
        needs=needs,
        uses=uses,
        suffices=suffices,
        reads=reads,
        parameters=_within_limits(
            _parameters(cells, path, ACROSS_DISTRICTS if reads else OF_A_DISTRICT), limits, path
        ),
        modules=modules,
        digest=hashlib.sha256(content).hexdigest(),
    )


def _by_name(folder: Path) -> dict[str, Path]:
    paths: dict[str, Path] = {}
    for path in sorted(filter(_is_analysis, folder.glob("*.ipynb"))):
        name = name_of(path)
        if name in paths:
            first, second = paths[name].name, path.name
            raise UsageError(
                _("{first} dan {second} bernama sama. Ubah salah satu.", first=first, second=second)
            )
        paths[name] = path
    return paths


def _is_analysis(path: Path) -> bool:
    return not path.name.startswith((".", "00_"))


def _source(cell: Mapping[str, Any]) -> str:
    return "".join(cell["source"])


def _heading(text: str) -> str:
    return next((line[2:].strip() for line in text.splitlines() if line.startswith("# ")), "")


def _opening(cells: Sequence[Mapping[str, Any]]) -> str:
    prose = (_source(cell) for cell in cells if cell["cell_type"] == "markdown")
    return next((text for text in prose if _heading(text)), "")


def _modules(cells: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """Name what the code imports of this package; a cell that is not plain Python is passed over."""
    found: set[str] = set()
    for cell in cells:
        if cell["cell_type"] != "code" or INTERACTIVE_TAG in cell.get("metadata", {}).get("tags", ()):
            continue
        try:
            statements = ast.walk(ast.parse(_source(cell)))
        except SyntaxError:
            continue
        found |= {module for one in statements for module in _imported(one) if module.startswith("pasar_nb.")}
    return tuple(sorted(found))


def _imported(statement: ast.AST) -> Iterator[str]:
    """Name the modules of an import; a name that is taken from a module may be a module itself."""
    if isinstance(statement, ast.Import):
        yield from (alias.name for alias in statement.names)
    elif isinstance(statement, ast.ImportFrom) and statement.module:
        yield statement.module
        yield from (f"{statement.module}.{alias.name}" for alias in statement.names)


def _parameters(
    cells: Sequence[Mapping[str, Any]], path: Path, needed: Sequence[str]
) -> tuple[Parameter, ...]:
    tagged = [cell for cell in cells if PARAMETERS_TAG in cell.get("metadata", {}).get("tags", ())]
    if len(tagged) != 1:
        raise UsageError(_("{file} harus memiliki tepat satu sel bertanda parameters.", file=path.name))
    try:
        parameters = declared(_source(tagged[0]))
    except (ParameterError, SyntaxError) as wrong:
        raise UsageError(_unreadable(path, wrong)) from wrong
    missing = sorted(set(needed) - {parameter.name for parameter in parameters})
    if missing:
        raise UsageError(
            _("{file} tidak memiliki parameter {missing}.", file=path.name, missing=listing(missing))
        )
    return parameters


def _within_limits(
    parameters: Sequence[Parameter], limits: Mapping[str, tuple[float | None, float | None]], path: Path
) -> tuple[Parameter, ...]:
    """Give the parameters the bounds that the notebook's metadata name."""
    unknown = sorted(set(limits) - {parameter.name for parameter in parameters})
    if unknown:
        raise UsageError(
            _(
                "{file}: limits menyebut parameter yang tidak ada: {names}.",
                file=path.name,
                names=listing(unknown),
            )
        )
    bounds = {one.name: limits.get(one.name, (None, None)) for one in parameters}
    return tuple(replace(one, lowest=bounds[one.name][0], highest=bounds[one.name][1]) for one in parameters)


def _unreadable(path: Path, wrong: ParameterError | SyntaxError) -> Message:
    return _(
        "{file}, sel parameters, baris {line}: tulis setiap parameter sebagai nama: jenis = nilai.",
        file=path.name,
        line=(wrong.line if isinstance(wrong, ParameterError) else wrong.lineno) or 1,
    )


def _misnamed(path: Path, name: str) -> Message:
    return _(
        "{file}: nama '{name}' dalam metadata harus sama dengan nama berkas tanpa nomor dan akhiran, dan "
        "hanya terdiri dari huruf kecil, angka, dan garis bawah.",
        file=path.name,
        name=name,
    )
