"""The secret: made once and privately, never shown, never where it would be passed on; and pseudonyms."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from survey_exports import MAP, NIK_ANI, SECRET, Import, submission

from pasar_nb.cli import main
from pasar_nb.errors import DataError
from pasar_nb.identifiers import find_identifiers
from pasar_nb.kobo import pseudonyms
from pasar_nb.kobo.pseudonyms import Pseudonyms, normalised
from pasar_nb.kobo.secret import Secret, find_secret
from pasar_nb.language import verbatim

posix = pytest.mark.skipif(os.name == "nt", reason="files of Windows have no modes")


def everything_written(place: Import) -> bytes:
    return b"".join(path.read_bytes() for path in place.data.rglob("*") if path.is_file())


@posix
def test_a_secret_is_made_on_first_use_for_its_owner_only_and_never_shown(place: Import) -> None:
    old = os.umask(0)
    try:
        result = place.carry_out(place.export(submission()))
    finally:
        os.umask(old)
    assert result.exit_code == 0, result.output
    assert stat.S_IMODE(place.secret_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.secret_file.parent.stat().st_mode) == 0o700
    secret = place.secret_file.read_text().strip()
    assert re.fullmatch(r"[0-9a-f]{64}", secret)
    assert str(place.secret_file) in result.output
    assert "Rahasia itu baru dibuat" in result.output
    assert secret not in result.output
    assert secret.encode() not in everything_written(place)
    assert [path.name for path in place.secret_file.parent.iterdir()] == ["secret"]


def test_the_same_secret_gives_the_same_pseudonyms_and_another_one_others(place: Import) -> None:
    export = place.export(submission())
    seen = []
    for secret in (SECRET, SECRET, SECRET[::-1]):
        assert place.carry_out(export, environment={"PASAR_SECRET": secret}).exit_code == 0
        seen += place.column("survei", "id_rt")
        for file in place.folder.iterdir():
            file.unlink()
    assert seen[0] == seen[1] != seen[2]
    assert not place.secret_file.exists()


def test_the_secret_of_the_environment_is_not_shown(place: Import) -> None:
    result = place.carry_out(place.export(submission()), environment={"PASAR_SECRET": SECRET})
    assert result.exit_code == 0
    assert "PASAR_SECRET" in result.output
    assert SECRET not in result.output
    assert SECRET.encode() not in everything_written(place)
    shown = repr(find_secret({"PASAR_SECRET": SECRET}, place.secret_file, place.data))
    assert SECRET not in shown + repr(Pseudonyms(SECRET.encode())) + repr(Secret(b"rahasia", verbatim("x")))
    assert "rahasia" not in repr(Secret(b"rahasia", verbatim("x")))


def test_a_short_secret_is_refused_without_being_told(place: Import) -> None:
    result = place.carry_out(place.export(submission()), environment={"PASAR_SECRET": "pendek123"})
    assert result.exit_code == 2
    assert "terlalu pendek" in result.output
    assert "pendek123" not in result.output
    place.secret_file.parent.mkdir()
    place.secret_file.touch(0o600)
    assert place.carry_out(place.export(submission())).exit_code == 2
    assert not place.data.exists()


@posix
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o660])
def test_a_secret_that_others_may_read_is_refused(place: Import, mode: int) -> None:
    place.secret_file.parent.mkdir()
    place.secret_file.write_text(SECRET)
    place.secret_file.chmod(mode)
    result = place.carry_out(place.export(submission()))
    assert result.exit_code == 2
    assert "chmod 600" in result.output
    assert SECRET not in result.output
    assert not place.data.exists()


@pytest.mark.parametrize("git", ["folder", "file"])
def test_a_secret_never_lies_in_a_repository(place: Import, git: str) -> None:
    mark = place.root / ".git"
    if git == "folder":
        mark.mkdir()
    else:
        mark.write_text("gitdir: lain")
    result = place.carry_out(place.export(submission()))
    assert result.exit_code == 2
    assert "repositori git" in " ".join(result.output.split())
    assert not place.secret_file.exists()
    assert not place.data.exists()


@posix
def test_a_link_does_not_lead_a_secret_into_a_repository(place: Import) -> None:
    repository = place.root / "repositori"
    (repository / ".git").mkdir(parents=True)
    (repository / "secret").write_text(SECRET)
    (repository / "secret").chmod(0o600)
    place.secret_file.parent.mkdir()
    place.secret_file.symlink_to(repository / "secret")
    assert place.carry_out(place.export(submission())).exit_code == 2


def test_a_secret_never_lies_with_the_data(place: Import) -> None:
    (place.root / "peta.toml").write_text(MAP)
    arguments = ["import", "kobo", str(place.export(submission())), "--map", str(place.root / "peta.toml")]
    arguments += ["-o", str(place.data), "--secret-file", str(place.data / "3503-trenggalek" / "secret")]
    result = CliRunner().invoke(main, arguments, env={"PASAR_SECRET": None})
    assert result.exit_code == 2
    assert not place.data.exists()


def test_processes_that_start_at_once_agree_on_one_secret(place: Import) -> None:
    script = (
        "import sys, pathlib; from pasar_nb.kobo.secret import find_secret;"
        "file, out = map(pathlib.Path, sys.argv[1:]); print(find_secret({}, file, out).key.decode())"
    )
    command = [sys.executable, "-c", script, str(place.secret_file), str(place.data)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _each in range(6)]
    secrets = {process.communicate(timeout=120)[0].strip() for process in running}
    assert secrets == {place.secret_file.read_text().strip()}


numbers = st.integers(10**15, 10**16 - 1).map(str)


@given(st.one_of(numbers, st.text(min_size=1, max_size=20)))
def test_a_pseudonym_is_no_identifier_and_shows_nothing_of_one(answer: str) -> None:
    pseudonym = Pseudonyms(SECRET.encode()).of([normalised(answer)])
    assert re.fullmatch(r"R[A-Z2-7]{15}", pseudonym)
    assert not find_identifiers(pseudonym)
    assert not find_identifiers(f"x {pseudonym} 081")


@given(st.text(max_size=30))
def test_normalising_twice_changes_nothing_more(answer: str) -> None:
    assert normalised(normalised(answer)) == normalised(answer)


def test_parts_of_an_identity_do_not_run_into_each_other() -> None:
    made = Pseudonyms(SECRET.encode())
    assert made.of(["a", "bc"]) != made.of(["ab", "c"])


def test_two_households_with_one_pseudonym_stop_the_import(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pseudonyms, "LETTERS", 1)  # 32 pseudonyms for 33 households
    made = Pseudonyms(SECRET.encode())
    assert made.of([NIK_ANI]) == made.of([NIK_ANI])
    with pytest.raises(DataError, match="kode samaran yang sama"):
        for number in range(33):
            made.of([str(number)])


def test_the_default_place_is_the_user_s_own_settings(place: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(place.root / "rumah"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(place.root / "rumah" / ".config"))
    (place.root / "peta.toml").write_text(MAP)
    arguments = ["import", "kobo", str(place.export(submission())), "--map", str(place.root / "peta.toml")]
    result = CliRunner().invoke(main, [*arguments, "-o", str(place.data)], env={"PASAR_SECRET": None})
    assert result.exit_code == 0, result.output
    made = Path(click.get_app_dir("pasar_nb")) / "secret"
    assert made.is_relative_to(place.root) or os.name == "nt"
    assert made.is_file()
