"""``pasar lab``: working copies for a district, and the command that opens JupyterLab on them."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import nbformat
import pytest
from small_project import SmallProject

from pasar_nb.batch import laboratory
from pasar_nb.batch.catalogue import find_notebooks
from pasar_nb.batch.laboratory import Laboratory
from pasar_nb.errors import UsageError


def opened(project: SmallProject, *names: str) -> Laboratory:
    notebooks = find_notebooks(project.root / "notebooks", names)
    return laboratory.open_district(project.data, project.layout, "1107", notebooks)


def parameters_of(notebook: Path) -> dict[str, object]:
    cells = nbformat.read(notebook, as_version=4).cells
    (injected,) = [one for one in cells if "injected-parameters" in one.metadata.get("tags", [])]
    values: dict[str, object] = {}
    exec(injected.source, values)
    return values


def test_a_working_copy_holds_the_district_and_exact_figures(again: SmallProject) -> None:
    found = opened(again)
    copy = again.reports / "_internal" / "1107-aceh-barat" / "lab" / "01_satu.ipynb"
    values = parameters_of(copy)
    assert (values["district"], values["audience"]) == ("1107", "internal")
    assert values["data"] == str(again.data)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert "interaktif" in copy.read_text()  # sliders belong into JupyterLab
    assert found.root == copy.parent
    assert found.kept == ()


def test_an_analyst_s_work_is_not_overwritten(again: SmallProject) -> None:
    copy = opened(again).root / "01_satu.ipynb"
    copy.write_text("pekerjaan analis")
    assert opened(again).kept == (copy, copy.with_name("02_dua.ipynb"))
    assert copy.read_text() == "pekerjaan analis"


def test_the_project_s_notebooks_stay_as_they_are(again: SmallProject) -> None:
    before = {path: path.read_bytes() for path in (again.root / "notebooks").iterdir()}
    opened(again)
    assert {path: path.read_bytes() for path in (again.root / "notebooks").iterdir()} == before


def test_the_command_opens_one_notebook_by_its_whole_path(again: SmallProject) -> None:
    found = opened(again, "satu")
    command = found.command(["--no-browser"])
    assert command[:3] == (sys.executable, "-m", "jupyterlab")
    assert f"--ServerApp.root_dir={found.root}" in command
    assert command[-2:] == ("--no-browser", str(found.root / "01_satu.ipynb"))
    assert Path(command[-1]).is_file()


def test_several_notebooks_open_as_a_folder(again: SmallProject) -> None:
    assert opened(again).notebook == ""
    everything = laboratory.open_notebooks(again.root / "notebooks")
    command = everything.command()
    assert command[:4] == (
        *(sys.executable, "-m", "jupyterlab"),
        f"--ServerApp.root_dir={again.root / 'notebooks'}",
    )
    assert all(option.startswith("--") for option in command[4:])


def test_jupyterlab_neither_fetches_news_nor_looks_for_releases(again: SmallProject) -> None:
    from jupyterlab.handlers.announcements import NeverCheckForUpdate
    from jupyterlab.labapp import LabApp

    options = [option for option in opened(again, "satu").command() if option.startswith("--LabApp")]
    started = LabApp()
    started.parse_command_line(options)
    assert started.news_url is None
    assert started.check_for_updates_class is NeverCheckForUpdate


def test_a_copy_leaves_reports_up_to_date(again: SmallProject) -> None:
    opened(again)
    assert "tidak berubah: 4" in again.run().output


def test_a_district_that_is_not_there_is_refused(again: SmallProject) -> None:
    notebooks = find_notebooks(again.root / "notebooks")
    with pytest.raises(UsageError, match="9999"):
        laboratory.open_district(again.data, again.layout, "9999", notebooks)
