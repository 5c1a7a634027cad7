"""``pasar template``: the empty Dokumen Kendali of a district."""

from __future__ import annotations

import difflib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pasar_nb.cli import choices
from pasar_nb.cli.speaking import SpeakingCommand, option, say, spoken
from pasar_nb.cli.writing import new_workbook
from pasar_nb.errors import UsageError
from pasar_nb.language import Message, _, listing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pasar_nb.control_document import ReportNeeds
    from pasar_nb.language import Language
    from pasar_nb.reference.districts import DistrictEntry

_MOST_NEAR = 3  # districts that a message names


@click.command(
    cls=SpeakingCommand,
    message=_(
        "Buat Dokumen Kendali kosong untuk satu kabupaten, menurut kode BPS-nya: satu lembar per tabel, "
        "dengan pilihan, contoh, petunjuk, dan kamus data."
    ),
)
@click.argument("code", metavar="CODE")
@option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    metavar="FILE",
    message=_("Berkas tujuan. Tanpa ini: <kode>-<nama>/dokumen-kendali.xlsx."),
)
@choices.language
def template(code: str, output: Path | None) -> None:
    """Write the template."""
    from pasar_nb.control_document import FILE_NAME, write_template

    entry = _district(code)
    target = output or Path(entry.folder_name) / FILE_NAME
    new_workbook(target, lambda: write_template(entry, _reports(spoken()), spoken(), date.today()))
    say(
        _(
            "Dokumen Kendali kosong untuk {district}, {province} (kode BPS {code}) ditulis di {file}. Isi, "
            "lalu simpan di folder {folder} dan periksa dengan pasar check --district {code}.",
            district=entry.full_name,
            province=entry.province,
            code=entry.code,
            file=str(target),
            folder=f"data/{entry.folder_name}",
        )
    )


def _reports(language: Language) -> Sequence[ReportNeeds]:
    """Tell which tables each report is made from, as the notebooks' metadata have it."""
    from pasar_nb.batch.catalogue import default_folder, find_notebooks
    from pasar_nb.control_document import ReportNeeds

    notebooks = [one for one in find_notebooks(default_folder()) if not one.reads]
    return [ReportNeeds(one.title(language), one.needs, one.uses, one.suffices) for one in notebooks]


def _district(code: str) -> DistrictEntry:
    from pasar_nb.reference.districts import find

    entry = find(code)
    if entry is None:
        raise UsageError(
            _("Kode {code} bukan kode BPS kabupaten atau kota. {near}", code=code, near=_near(code))
        )
    return entry


def _near(written: str) -> Message:
    """Say which code may be meant: of the other scheme, of the name that was given, or a similar one."""
    from pasar_nb.reference.districts import entries, find_by_kemendagri

    other = find_by_kemendagri(written)
    if other:
        return _(
            "Menurut Kemendagri itu {district}; kode BPS-nya {code}.",
            district=other.full_name,
            code=other.code,
        )
    names = {entry.full_name.casefold(): entry for entry in entries().values()}
    folded = written.casefold()
    alike = [entry for name, entry in names.items() if folded and folded in name and not folded.isdecimal()]
    alike = alike or [names[name] for name in difflib.get_close_matches(folded, names, _MOST_NEAR)]
    alike = alike or [entries()[one] for one in difflib.get_close_matches(written, entries(), _MOST_NEAR)]
    if alike:
        shown = listing(f"{one.code} ({one.full_name})" for one in alike[:_MOST_NEAR])
        return _("Yang mirip: {districts}.", districts=shown)
    return _("Kode BPS terdiri dari empat angka, misalnya 3503 untuk Kabupaten Trenggalek.")
