"""Atomic writing: at any moment a file is its whole old or its whole new version."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from pathlib import Path

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
OPEN_FILE = 0o666  # less the user's umask, as any program writes
LEFTOVER = ".pasar-*.tmp"
_CREATE = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)  # O_BINARY only on Windows


def make_private_folder(folder: Path) -> Path:
    """Make a folder that only its owner may enter, whatever the umask."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(PRIVATE_FOLDER)
    return folder


def write_whole(path: Path, content: bytes, *, private: bool = False) -> None:
    """Replace one file by its new version, or leave the old one untouched."""
    publish({path: content}, private=private)


def publish(files: Mapping[Path, bytes], *, private: bool = False) -> None:
    """Replace files one after the other, in their order, when all are safely on disk.

    Parameters
    ----------
    files
        New contents by path.
    private
        Whether only the owner may read them.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            if private:
                path.parent.chmod(PRIVATE_FOLDER)
            staged.append((stage(path, content, private=private), path))
        for temporary, path in staged:
            temporary.replace(path)
    finally:
        for temporary, _path in staged:
            temporary.unlink(missing_ok=True)
    for folder in {path.parent for path in files}:
        settle(folder)


def publish_new(path: Path, content: bytes, *, private: bool = False) -> None:
    """Write a file that is not there yet, whole or not at all, and never over one made meanwhile.

    Raises
    ------
    FileExistsError
        Where there is one.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    staged = stage(path, content, private=private)
    try:
        try:
            path.hardlink_to(staged)
        except FileExistsError:
            raise
        except OSError:  # memory sticks know no hard links
            path.touch(exist_ok=False)
            staged.replace(path)
    finally:
        staged.unlink(missing_ok=True)
    settle(path.parent)


def stage(path: Path, content: bytes, *, private: bool) -> Path:
    """Write a temporary file in the same folder, as only a rename inside one file system is atomic."""
    temporary = path.parent / f".pasar-{secrets.token_hex(8)}.tmp"
    try:
        opened = os.open(temporary, _CREATE, PRIVATE_FILE if private else OPEN_FILE)
        with os.fdopen(opened, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def settle(folder: Path) -> None:
    """Make the renames in a folder survive a power cut; Windows can and need not do so."""
    if os.name == "nt":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
