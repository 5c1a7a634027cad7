"""Moments become the days of the district's own calendar."""

from __future__ import annotations

import time

import pytest
from survey_exports import MAP, NIK_ANI, NIK_BUDI, NIK_CITRA, Import, submission

from pasar_nb.kobo.moments import local_day
from pasar_nb.reference.districts import entries
from pasar_nb.reference.time_zones import ZONES, zone_of


@pytest.mark.parametrize(
    ("written", "zone", "universal", "day"),
    [
        ("2024-01-10T23:30:00.000Z", "Asia/Jakarta", False, "2024-01-11"),
        ("2024-01-10T23:30:00", "Asia/Jakarta", True, "2024-01-11"),
        ("2024-01-10T23:30:00", "Asia/Jakarta", False, "2024-01-10T23:30:00"),  # a clock on the wall
        ("2024-01-10T15:59:59+00:00", "Asia/Makassar", False, "2024-01-10"),
        ("2024-01-10T16:00:00+00:00", "Asia/Makassar", False, "2024-01-11"),
        ("2024-01-10T15:00:00Z", "Asia/Jayapura", False, "2024-01-11"),
        ("2024-01-11T00:30:00.123+09:00", "Asia/Jakarta", False, "2024-01-10"),
        ("2024-01-11T00:30:00.123+0700", "Asia/Jakarta", False, "2024-01-11"),
        ("2024-12-31T23:30:00Z", "Asia/Jakarta", False, "2025-01-01"),
        ("2024-01-10", "Asia/Jayapura", True, "2024-01-10"),
        ("10/01/2024", "Asia/Jayapura", True, "10/01/2024"),
        ("2024-13-40T99:99:00Z", "Asia/Jakarta", False, "2024-13-40T99:99:00Z"),
        ("9999-12-31T23:30:00Z", "Asia/Jakarta", False, "9999-12-31T23:30:00Z"),
        ("", "Asia/Jakarta", True, ""),
    ],
)
def test_a_moment_is_the_day_of_its_place(written: str, zone: str, universal: bool, day: str) -> None:
    assert local_day(written, ZONES[zone], universal=universal) == day


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this machine's clock cannot be moved elsewhere")
def test_the_clock_of_the_machine_that_imports_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    try:
        assert local_day("2024-01-10T16:30:00", ZONES["Asia/Jakarta"], universal=True) == "2024-01-10"
        assert local_day("2024-01-10T17:30:00", ZONES["Asia/Jakarta"], universal=True) == "2024-01-11"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_the_telephone_s_start_becomes_a_local_day_and_that_is_said(place: Import) -> None:
    starts = ["2024-01-10T23:30:00.000Z", "2024-01-11T00:10:00.000+07:00", "2024-01-11"]
    rows = [
        submission(nik=nik, start=start)
        for nik, start in zip((NIK_ANI, NIK_BUDI, NIK_CITRA), starts, strict=True)
    ]
    result = place.carry_out(place.export(*rows), the_map=MAP.replace('"tanggal"', '"start"'))
    assert result.exit_code == 0, result.output
    assert place.column("survei", "tanggal") == ["2024-01-11"] * 3
    assert "survei.tanggal: 2 waktu dijadikan tanggal menurut Asia/Jakarta." in result.output


def test_the_map_s_zone_stands_before_the_province_s(place: Import) -> None:
    the_map = MAP.replace('"tanggal"', '"_submission_time"')
    the_map = the_map.replace('code = "3503"', 'code = "3503"\nzone = "Asia/Jayapura"')
    result = place.carry_out(
        place.export(submission(_submission_time="2024-01-10T15:30:00")), the_map=the_map
    )
    assert result.exit_code == 0, result.output
    assert place.column("survei", "tanggal") == ["2024-01-11"]


def test_every_province_has_the_zone_that_it_keeps() -> None:
    zones = {entry.province: zone_of(entry.province) for entry in entries().values()}
    counts = {zone: sum(one == zone for one in zones.values()) for zone in ZONES}
    assert counts == {"Asia/Jakarta": 18, "Asia/Makassar": 12, "Asia/Jayapura": 8}
    assert zones["Kalimantan Tengah"] == "Asia/Jakarta"
    assert zones["Kalimantan Selatan"] == "Asia/Makassar"
    assert zones["Maluku Utara"] == "Asia/Jayapura"
