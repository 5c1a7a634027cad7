"""The records of origin that reports leave beside their pages: what a comparison of districts is made of."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pasar_nb.language import SOURCE_LANGUAGE, Language

RUN = "run"
"""Key of what differs between two equal runs: times and attempts."""
_FOLDER = re.compile(r"(\d{4})-[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Record:
    """A district's record of one report; one that it has not got, or that is damaged, has no content.

    Attributes
    ----------
    code
        BPS code of the district.
    path
        Path relative to the folder of reports, with forward slashes.
    content
        What the record says, without its run.
    digest
        SHA-256 of that content, so that a report made again from the same data has the same; of a damaged
        record, that of its bytes.
    size
        Size of the file in bytes.
    damaged
        Whether the file is there but cannot be read, or is no record.
    """

    code: str
    path: str
    content: Mapping[str, Any]
    digest: str = ""
    size: int = 0
    damaged: bool = False


def language_suffix(language: Language) -> str:
    """Give what stands before the ending of a report's file name in a language."""
    return "" if language == SOURCE_LANGUAGE else f".{language}"


def find_records(reports: Path, notebook: str, language: Language) -> tuple[Record, ...]:
    """Read a notebook's record of every district that has a folder of reports, in the order of the codes.

    Parameters
    ----------
    reports
        The folder of reports.
    notebook
        Name of the notebook.
    language
        Language of the reports.
    """
    if not reports.is_dir():
        return ()
    folders = sorted(path for path in reports.iterdir() if path.is_dir() and _FOLDER.fullmatch(path.name))
    return tuple(_read(folder / f"{notebook}{language_suffix(language)}.json") for folder in folders)


def _read(path: Path) -> Record:
    code, name = path.parent.name[:4], f"{path.parent.name}/{path.name}"
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Record(code, name, {})
    except OSError:
        raw = b""
    content = _content(raw)
    if content is None:
        return Record(code, name, {}, hashlib.sha256(raw).hexdigest(), len(raw), damaged=True)
    told = {key: value for key, value in content.items() if key != RUN}
    canonical = json.dumps(told, sort_keys=True, ensure_ascii=False).encode()
    return Record(code, name, told, hashlib.sha256(canonical).hexdigest(), len(raw))


def _content(raw: bytes) -> dict[str, Any] | None:
    """Read what a record says; None where it is no record."""
    try:
        content = json.loads(raw)
    except ValueError:
        return None
    is_record = isinstance(content, dict) and isinstance(content.get("results", {}), dict)
    return content if is_record else None
