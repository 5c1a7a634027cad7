"""``pasar check``: every problem of the data at once, for people, for machines, or marked in a workbook."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pasar_nb.cli import choices
from pasar_nb.cli.speaking import SpeakingCommand, option, say, spoken
from pasar_nb.cli.writing import new_workbook
from pasar_nb.errors import ExitCode, UsageError
from pasar_nb.language import Message, _, _n, listing

if TYPE_CHECKING:
    from pasar_nb.batch.examining import Examined


@click.command(
    cls=SpeakingCommand,
    message=_(
        "Periksa data dan tampilkan semua masalahnya sekaligus, dengan tempat dan cara memperbaikinya. "
        "Kode keluar 1 bila ada kesalahan yang menghentikan laporan, yaitu pada profil atau pada tabel "
        "yang dipakai sebuah notebook, atau bila satu rumah tangga ada di dua kabupaten yang diperiksa; "
        "kesalahan lain ditampilkan, tetapi pasar run tetap menerbitkan."
    ),
)
@choices.data
@choices.districts
@option(
    "--excel",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    metavar="FILE",
    message=_(
        "Tulis juga buku kerja baru untuk satu kabupaten: sel bermasalah ditandai, dengan daftar "
        "perbaikannya. Berkas asli tidak diubah."
    ),
)
@option("--json", "as_json", is_flag=True, message=_("Tampilkan hasilnya sebagai JSON untuk program lain."))
@choices.language
def check(data: Path, districts: tuple[str, ...], excel: Path | None, as_json: bool) -> None:
    """Show every problem of the data."""
    from pasar_nb.batch.examining import examine_all
    from pasar_nb.batch.request import no_districts
    from pasar_nb.district import find_districts

    folders = find_districts(data.resolve(), districts)
    if not folders:
        raise no_districts(data)
    if excel:
        _write_marked(excel, folders, data)
    stopping = shared = 0
    told = []
    for examined in examine_all(folders, _tables_of_reports()):
        stopping += examined.stopping
        shared += examined.shared
        if as_json:
            told.append(_plain(examined))
        else:
            _show(examined)
    if as_json:
        click.echo(json.dumps(_document(told), indent=2))
    else:
        if stopping or not shared:
            say(_verdict(stopping))
        if shared:
            say(_("Ada rumah tangga yang tercatat di dua kabupaten; perbaiki sebelum keduanya dibandingkan."))
    click.get_current_context().exit(ExitCode.FAILED if stopping or shared else ExitCode.OK)


def _tables_of_reports() -> frozenset[str]:
    """Name the tables that some report needs or uses; all of them where the notebooks cannot be read."""
    from pasar_nb.batch.catalogue import default_folder, find_notebooks
    from pasar_nb.contract.tables import TABLES

    try:
        notebooks = find_notebooks(default_folder())
    except UsageError:
        return frozenset(TABLES)
    return frozenset(table for one in notebooks for table in (*one.needs, *one.uses))


def _show(examined: Examined) -> None:
    from pasar_nb.contract.presentation import problem_table

    say(_("{code} {name}", code=examined.place.code, name=examined.place.name))
    click.echo(problem_table(examined.problems, spoken(), shutil.get_terminal_size().columns))
    if examined.corrections:
        say(_n("{count} koreksi diterapkan pada data sebelum diperiksa.", examined.corrections))
    click.echo()


def _verdict(stopping: int) -> Message:
    if stopping:
        return _n("{count} kesalahan menghentikan laporan.", stopping)
    return _("Semua data yang diperlukan laporan dapat dipakai.")


def _plain(examined: Examined) -> dict[str, Any]:
    from pasar_nb.contract.for_machines import plain_counts, plain_problem

    return {
        "code": examined.place.code,
        "name": examined.place.name,
        "folder": examined.place.folder.name,
        "counts": {**plain_counts(examined.problems), "stopping": examined.stopping},
        "corrections": examined.corrections,
        "problems": [plain_problem(one, spoken()) for one in examined.problems],
    }


def _document(districts: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    from pasar_nb.contract.for_machines import FORMAT_VERSION

    counts = [one["counts"] for one in districts]
    total = {name: sum(one[name] for one in counts) for name in ("errors", "warnings", "stopping")}
    return {"version": FORMAT_VERSION, "language": spoken(), "districts": districts, "counts": total}


def _write_marked(target: Path, folders: Sequence[Path], data: Path) -> None:
    """Write the marked copy of a single district, anywhere but among the data."""
    from pasar_nb.batch.opening import place_by_name
    from pasar_nb.contract import check as check_tables
    from pasar_nb.contract import read_folder
    from pasar_nb.control_document import write_marked

    if len(folders) > 1:
        raise UsageError(
            _(
                "--excel menulis buku kerja untuk satu kabupaten, sedangkan ada {count}; pilih satu dengan "
                "--district: {codes}.",
                count=len(folders),
                codes=listing(folder.name[:4] for folder in folders[:20]),
            )
        )
    if target.resolve().is_relative_to(data.resolve()):
        raise UsageError(
            _(
                "{file} ada di dalam folder data; pilih tempat lain, agar tidak terbaca sebagai data.",
                file=str(target),
            )
        )
    place, today = place_by_name(folders[0]), date.today()
    try:
        reading = read_folder(folders[0])
        problems = check_tables(reading, today=today).problems
    except Exception:  # its name and place are told by the check that follows
        say(_("Buku kerja tidak ditulis karena pemeriksaan terhenti; sebabnya ada di bawah."), error=True)
        return
    name, language = f"{place.code} {place.name}", spoken()
    new_workbook(target, lambda: write_marked(reading, problems, name, language, today), private=True)
    say(
        _("Buku kerja yang ditandai ditulis di {file}; berkas asli tidak diubah.", file=str(target)),
        error=True,
    )
