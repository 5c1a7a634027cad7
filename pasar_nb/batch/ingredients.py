"""What a report is made of, as digests: data, notebook, software and parameters."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from platform import python_version

from pasar_nb import errors
from pasar_nb.batch.parameters import SET_BY_THE_RUN, Value
from pasar_nb.records import Record

PACKAGE = Path(errors.__file__).parent
_CACHE = "__pycache__"
_REQUIREMENT = re.compile(r"[A-Za-z0-9._-]+")
_FOR_SOME = "extra =="  # marks a requirement of an optional part, e.g. of the tests


@dataclass(frozen=True, slots=True)
class Ingredients:
    """What decides how a report comes out; equal ingredients make equal reports.

    Attributes
    ----------
    data
        Digest of the district's data files.
    notebook
        Digest of the notebook.
    software
        Digest of this package and of the versions that it works with.
    parameters
        Digest of the notebook's own parameters.
    portable
        Whether the page carries its styles and scripts in itself.
    """

    data: str = ""
    notebook: str = ""
    software: str = ""
    parameters: str = ""
    portable: bool = False


def data_digest(folder: Path) -> str:
    """Digest all data of a district: the names and contents of its files, and what its databases answer.

    Nothing is read of a file that leads out of the folder or cannot be read; the checks tell about it.
    """
    from pasar_nb.contract.database.sources import has_sources, sources_digest
    from pasar_nb.contract.files import is_data_file

    total = hashlib.sha256()
    for path in sorted(filter(is_data_file, folder.iterdir())):
        total.update(path.name.encode("utf-8", "surrogatepass") + b"\0" + _content_digest(path, folder))
    if has_sources(folder):
        total.update(sources_digest(folder))
    return total.hexdigest()


def records_digest(records: Iterable[Record]) -> str:
    """Digest the records that a comparison of districts is made of."""
    total = hashlib.sha256()
    for record in records:
        total.update(f"{record.code}\0{record.digest}\0".encode())
    return total.hexdigest()


def parameters_digest(values: Mapping[str, Value]) -> str:
    """Digest the parameters that neither name the report nor its data, which stand for themselves."""
    own = {name: value for name, value in values.items() if name not in SET_BY_THE_RUN}
    return hashlib.sha256(json.dumps(own, sort_keys=True).encode()).hexdigest()


@cache
def software_digest() -> str:
    """Digest the files of this package, and the versions of Python and of what the package requires."""
    total = hashlib.sha256()
    for name, content in (*_own_files(), *_versions()):
        total.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    return total.hexdigest()


def _content_digest(path: Path, folder: Path) -> bytes:
    if not path.resolve().is_relative_to(folder.resolve()):
        return b"outside"
    try:
        return hashlib.sha256(path.read_bytes()).digest()
    except OSError:
        return b"unreadable"


def _own_files() -> Iterator[tuple[str, bytes]]:
    for path in sorted(PACKAGE.rglob("*")):
        if path.is_file() and path.parent.name != _CACHE:
            yield path.relative_to(PACKAGE).as_posix(), path.read_bytes()


def _versions() -> Iterator[tuple[str, bytes]]:
    yield "python", python_version().encode()
    for requirement in metadata.requires("pasar_nb") or ():
        name = _REQUIREMENT.match(requirement)
        if name and _FOR_SOME not in requirement:
            yield name.group(), metadata.version(name.group()).encode()
