"""Names of files: what anybody may read of them, and that no byte in them breaks anything."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from clean_district import CLEAN, TODAY

from pasar_nb.contract import check, read_folder
from pasar_nb.contract.plain_names import is_plain

PLAIN = ["skor.csv", "SKOR.CSV", "Rumah Tangga.xlsx", "koreksi.csv", "dokumen-kendali.xlsx", "sumber.toml"]
PLAIN += ["sumber.toml#skor"]
STRANGE = [
    "Wawancara Siti Aminah.csv",
    "skor (Bu Siti).csv",
    "skor-siti.csv",
    "skor.siti.csv",
    "siti/skor.csv",
]
STRANGE += ["sumber.toml#siti.csv", "siti.toml#skor", "dokumen-kendali-siti.xlsx", ""]


@pytest.mark.parametrize(
    ("name", "plain"), [*((one, True) for one in PLAIN), *((one, False) for one in STRANGE)]
)
def test_only_the_names_of_the_contract_say_nothing_of_anybody(name: str, plain: bool) -> None:
    assert is_plain(name) == plain


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep names as text")
def test_a_name_that_is_no_text_is_read_and_told_with_a_sign_for_each_stray_byte(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"3503-trenggal\xe9k")
    folder.mkdir()
    for name in ("profil", "acuan"):
        (folder / f"{name}.csv").write_text(CLEAN[name])
    (folder / os.fsdecode(b"sal\xffinan.csv")).touch()
    (folder / os.fsdecode(b"subfolder\x96")).mkdir()
    (folder / os.fsdecode(b"subfolder\x96") / "skor.csv").write_text(CLEAN["skor"])
    reading = read_folder(folder)
    checked = check(reading, today=TODAY)
    told = " ".join(one.file + one.message.text("id") + one.remedy.text("id") for one in checked.problems)
    assert {one.code for one in checked.problems} >= {"file_empty", "folder_name", "subfolder"}
    for name in ("3503-trenggal\ufffdk", "sal\ufffdinan.csv", "subfolder\ufffd"):
        assert name in told
    assert told.encode().decode() == told
    assert [one.path for one in reading.files if "inan" in one.path] == ["sal\ufffdinan.csv"]
