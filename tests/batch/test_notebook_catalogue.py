"""Which notebooks the batch accepts, and what it reads of them without running anything."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from small_project import SmallProject

from pasar_nb.batch.catalogue import find_notebooks, read_notebook
from pasar_nb.batch.parameters import Parameter, ParameterError, convert, declared
from pasar_nb.batch.plan import make_plan
from pasar_nb.batch.request import Request
from pasar_nb.errors import UsageError


def test_a_notebook_tells_what_it_is(fresh: SmallProject) -> None:
    code = "from pasar_nb import open_page\nimport pandas\nfrom pasar_nb.tables import data_at_hand"
    notebook = read_notebook(fresh.write_notebook("satu", code))
    assert (notebook.name, notebook.title("id")) == ("satu", "Judul satu")
    assert (notebook.needs, notebook.uses) == (("kriteria", "skor"), ("keputusan",))
    assert [parameter.name for parameter in notebook.parameters][:4] == [
        *("district", "data", "language", "audience"),
    ]
    assert "pasar_nb.tables.data_at_hand" in notebook.modules
    assert "pandas" not in notebook.modules


def test_a_table_that_suffices_is_also_used(fresh: SmallProject) -> None:
    notebook = read_notebook(fresh.write_notebook("satu", suffices=["deret"]))
    assert (notebook.uses, notebook.suffices) == (("keputusan", "deret"), ("deret",))


def rename(path: Path) -> None:
    path.rename(path.with_name("01_lain.ipynb"))


def no_metadata(path: Path) -> None:
    document = json.loads(path.read_text())
    del document["metadata"]["pasar"]
    path.write_text(json.dumps(document))


def no_json(path: Path) -> None:
    path.write_text("bukan notebook")


def a_list(path: Path) -> None:
    path.write_text("[]")


def no_parameters(path: Path) -> None:
    path.write_text(path.read_text().replace('"parameters"', '"lain"'))


def a_parameter_without_type(path: Path) -> None:
    path.write_text(path.read_text().replace("draws: int = 100", "draws = 100"))


def a_parameter_that_is_computed(path: Path) -> None:
    path.write_text(path.read_text().replace("draws: int = 100", "draws: int = len(data)"))


def a_missing_parameter(path: Path) -> None:
    path.write_text(path.read_text().replace("audience: str", "siapa: str"))


def the_same_name_twice(path: Path) -> None:
    path.with_name("09_satu.ipynb").write_bytes(path.read_bytes())


@pytest.mark.parametrize(
    "damage",
    [
        rename,
        no_metadata,
        no_json,
        a_list,
        no_parameters,
        a_parameter_without_type,
        a_parameter_that_is_computed,
        a_missing_parameter,
        the_same_name_twice,
    ],
    ids=lambda damage: damage.__name__,
)
def test_a_notebook_that_is_not_as_agreed_is_refused(fresh: SmallProject, damage: object) -> None:
    path = fresh.write_notebook("satu")
    assert len(find_notebooks(path.parent)) == 1
    damage(path)
    with pytest.raises(UsageError, match=r"\.ipynb"):
        find_notebooks(path.parent)


@pytest.mark.parametrize("name", ["Satu", "satu.en", "satu-dua", "satu dua"])
def test_a_name_that_cannot_name_a_page_is_refused(fresh: SmallProject, name: str) -> None:
    with pytest.raises(UsageError, match="huruf kecil"):
        read_notebook(fresh.write_notebook(name))


def test_a_table_that_the_contract_does_not_have_is_refused_before_any_data_are_read(
    fresh: SmallProject,
) -> None:
    fresh.write_notebook("satu", needs=["kriterium"])
    with pytest.raises(UsageError, match="kriterium"):
        make_plan(Request(data=fresh.data, notebook_folder=fresh.root / "notebooks"))


CHOICE = declared(
    "cara: Literal['a', 'b'] = 'a'  # Cara\nbatas: float | None = None\nya: bool = True\nn: int = 1"
)


def test_parameters_are_read_with_type_and_default() -> None:
    assert CHOICE[0] == Parameter("cara", "choice", "a", ("a", "b"))
    assert CHOICE[1] == Parameter("batas", "float", None, optional=True)


@pytest.mark.parametrize(
    ("place", "text", "value"),
    [
        (0, "b", "b"),
        (1, "0.5", 0.5),
        (1, "none", None),
        (2, "tidak", False),
        (2, "TRUE", True),
        (3, "-3", -3),
    ],
)
def test_what_is_typed_becomes_the_parameter_s_type(place: int, text: str, value: object) -> None:
    assert convert(CHOICE[place], text) == value


@pytest.mark.parametrize(
    ("place", "text"), [(0, "c"), (1, "nan"), (1, "inf"), (1, "0,5"), (2, "mungkin"), (3, "1.5")]
)
def test_what_is_not_of_the_type_is_refused(place: int, text: str) -> None:
    with pytest.raises(UsageError, match=CHOICE[place].name):
        convert(CHOICE[place], text)


def test_bounds_in_the_metadata_are_kept_before_anything_runs(fresh: SmallProject) -> None:
    fresh.write_notebook("satu", limits={"draws": [1, 1000], "seed": [0, None]})
    for text, told in (
        ("draws=0", "paling kecil 1."),
        ("draws=1001", "paling besar 1000."),
        ("seed=-1", "0."),
    ):
        result = fresh.run("-p", text)
        assert result.exit_code == 2
        assert told in result.output
    assert not fresh.reports.exists()
    draws = next(one for one in find_notebooks(fresh.root / "notebooks")[0].parameters if one.name == "draws")
    assert [convert(draws, text) for text in ("1", "1000")] == [1, 1000]


@pytest.mark.parametrize("limits", [{"drawz": [1, 2]}, {"draws": 1}, {"draws": [1]}, ["draws"]])
def test_bounds_of_nothing_or_of_another_form_are_refused(fresh: SmallProject, limits: object) -> None:
    with pytest.raises(UsageError, match=r"\.ipynb"):
        read_notebook(fresh.write_notebook("satu", limits=limits))


@pytest.mark.parametrize("source", ["x = 1", "print(1)", "x: list = []", "x: int = 1 + y"])
def test_only_declarations_make_a_parameters_cell(source: str) -> None:
    with pytest.raises(ParameterError):
        declared(source)
