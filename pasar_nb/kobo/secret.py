"""The secret behind the pseudonyms: from the environment or a private file, never shown."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pasar_nb.errors import UsageError
from pasar_nb.language import Message, _
from pasar_nb.whole_files import publish_new

VARIABLE = "PASAR_SECRET"
LEAST_LENGTH = 32  # characters; a random one of hexadecimal digits then holds 128 bits
_RANDOM_BYTES = 32
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_HAS_MODES = os.name != "nt"  # on Windows the folder of the user's settings is private by its own rules


@dataclass(frozen=True, slots=True)
class Secret:
    """A secret and where it comes from.

    Attributes
    ----------
    key
        The secret itself; not part of what is shown of the object.
    place
        Where it is kept, for people.
    new
        Whether it was made just now.
    """

    key: bytes = field(repr=False)
    place: Message
    new: bool = False


def find_secret(environment: Mapping[str, str], file: Path, kept_out: Path) -> Secret:
    """Find the secret, or make one where there is none yet.

    Parameters
    ----------
    environment
        Variables; ``PASAR_SECRET`` comes first.
    file
        The file that holds the secret otherwise.
    kept_out
        Folder of data in which the secret must not lie.

    Raises
    ------
    UsageError
        Where the secret is too short, readable by others, or in a place that may be passed on.
    """
    given = environment.get(VARIABLE, "").strip()
    if given:
        return Secret(_long_enough(given, VARIABLE), _("variabel lingkungan {name}", name=VARIABLE))
    file = file.expanduser().absolute()
    check_place(file, kept_out)
    new = not file.exists() and _make(file)
    return Secret(_read(file), _("berkas {path}", path=str(file)), new)


def check_place(file: Path, kept_out: Path) -> None:
    """Refuse a place from which a secret may be passed on: a repository or the folder of data.

    Raises
    ------
    UsageError
        With the place.
    """
    places = {file.absolute().parent, file.resolve().parent}
    for folder in {one for place in places for one in (place, *place.parents)}:
        if (folder / ".git").exists() or folder == kept_out.resolve():
            raise UsageError(
                _(
                    "Rahasia tidak boleh disimpan di {path} karena berada dalam {folder}, yaitu repositori "
                    "git atau folder data. Pilih tempat lain dengan --secret-file atau pakai {name}.",
                    path=str(file),
                    folder=str(folder),
                    name=VARIABLE,
                )
            )


def _make(file: Path) -> bool:
    """Write a new secret; tell whether it was this process that made it."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        publish_new(file, secrets.token_hex(_RANDOM_BYTES).encode() + b"\n", private=True)
    except FileExistsError:
        return False
    return True


def _read(file: Path) -> bytes:
    if _HAS_MODES and file.stat().st_mode & _OTHERS:
        raise UsageError(
            _(
                "Berkas rahasia {path} dapat dibaca orang lain. Jalankan: chmod 600 '{path}'. Bila mungkin "
                "sudah terbaca, buat rahasia baru dan impor semua ronde kembali.",
                path=str(file),
            )
        )
    try:
        return _long_enough(file.read_text(encoding="utf-8-sig").strip(), str(file))
    except UnicodeDecodeError:
        raise UsageError(_("Berkas rahasia {path} bukan teks.", path=str(file))) from None


def _long_enough(text: str, where: str) -> bytes:
    if len(text) < LEAST_LENGTH:
        raise UsageError(
            _(
                "Rahasia dari {where} terlalu pendek: sekurang-kurangnya {least} huruf acak. Hapus agar "
                "dibuat yang baru, atau isi dengan keluaran dari: {command}",
                where=where,
                least=LEAST_LENGTH,
                command='python -c "import secrets; print(secrets.token_hex(32))"',
            )
        )
    return text.encode()
