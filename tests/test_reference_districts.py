"""The official list of districts, and what a code says together with a name."""

from __future__ import annotations

import re

import pytest

from pasar_nb.reference import districts


def test_the_list_holds_every_district_once() -> None:
    entries = districts.entries()
    assert len(entries) == 514
    assert sum(one.kind == "kota" for one in entries.values()) == 98
    assert len({one.province for one in entries.values()}) == 38
    assert len({one.kemendagri for one in entries.values()}) == 514
    assert list(entries) == sorted(entries)


def test_codes_are_plausible() -> None:
    for one in districts.entries().values():
        assert re.fullmatch(r"[1-9][0-9]{3}", one.code)
        assert re.fullmatch(r"[1-9][0-9]\.[0-9]{2}", one.kemendagri)
        assert (one.code[2] == "7") == (one.kind == "kota")


@pytest.mark.parametrize(
    ("code", "with_bps", "with_the_ministry"),
    [
        ("1101", "Simeulue", "Aceh Selatan"),
        ("1107", "Aceh Barat", "Pidie"),
        ("1105", "Aceh Timur", "Aceh Barat"),
        ("3503", "Trenggalek", "Trenggalek"),
    ],
)
def test_a_code_names_a_district_of_each_scheme(code: str, with_bps: str, with_the_ministry: str) -> None:
    one, other = districts.find(code), districts.find_by_kemendagri(code)
    assert one is not None
    assert other is not None
    assert (one.name, other.name) == (with_bps, with_the_ministry)


def test_many_codes_name_another_district_in_the_other_scheme() -> None:
    pairs = [(one, districts.find_by_kemendagri(code)) for code, one in districts.entries().items()]
    others = [one for one, other in pairs if other and other != one]
    assert len(others) > 100  # so that a code alone does not tell which scheme is meant


VERDICTS = [
    # code, name, what they say together
    ("3503", "Trenggalek", "ok"),
    ("3503", "KABUPATEN TRENGGALEK", "ok"),
    ("3503", "Kab. Trenggalek", "ok"),
    ("3271", "Kota Bogor", "ok"),
    ("3271", "Bogor", "ok"),
    ("3271", "Kabupaten Bogor", "name_differs"),
    ("3201", "Kota Bogor", "name_differs"),
    ("1373", "Kota Sawahlunto", "ok"),
    ("1308", "Lima Puluh Kota", "ok"),
    ("6302", "Kotabaru", "ok"),
    ("6302", "Kabupaten Kota Baru", "ok"),
    ("7174", "Kotamobagu", "ok"),
    ("3173", "Kota Adm. Jakarta Pusat", "ok"),
    ("3503", "Pacitan", "name_differs"),
    # Aceh Selatan is 1103 with BPS and 11.01 with the Ministry.
    ("1101", "Aceh Selatan", "kemendagri"),
    ("11.01", "Aceh Selatan", "kemendagri"),
    ("1101", "Simeulue", "ok"),
    ("9999", "Trenggalek", "unknown"),
    ("", "", "unknown"),
    ("../3503", "Trenggalek", "unknown"),
]


@pytest.mark.parametrize(("code", "name", "verdict"), VERDICTS)
def test_code_and_name_together(code: str, name: str, verdict: str) -> None:
    assert districts.explain(code, name) == verdict


def test_every_district_is_itself() -> None:
    for code, one in districts.entries().items():
        assert districts.explain(code, one.name) == "ok"
        assert districts.find(code) == one
