"""Without a comparison that allows it, the impact report says nowhere that anything is a cause.

The notebook itself is run, so that whatever it shows is read, by whomever it was added.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from causal_words import CAUTIONS, CONDITIONS, QUOTED, claims
from exhibit_reading import strings
from impact_notebook import PROJECT, run_notebook

from pasar_nb.page.bundles import TEXT, Bundle, Exhibit, bundles_of
from pasar_nb.tables.display import DisplayTable
from pasar_nb.vocabulary import PLOTLY_TYPE

LANGUAGES = ("id", "en")


@dataclass(frozen=True)
class Run:
    """What the notebook showed; its figures are drawn in one language, its messages can be read in both."""

    drawn_in: str
    exhibits: list[Exhibit]


def no_comparison(folder: Path) -> str:
    shutil.copytree(PROJECT / "data" / "3501-pacitan", folder / "3501-pacitan")
    return "3501"


def no_claim(folder: Path) -> str:
    """The comparison group had three times the income from the start."""
    target = folder / "3503-trenggalek"
    shutil.copytree(PROJECT / "data" / "3503-trenggalek", target)
    homes = pd.read_csv(target / "rumah_tangga.csv", dtype="str")
    others = homes.loc[homes["studi"] == "pembanding", "id_rt"]
    survey = pd.read_csv(target / "survei.csv", dtype="str")
    richer = survey["id_rt"].isin(others) & survey["pendapatan_rt"].notna()
    survey.loc[richer, "pendapatan_rt"] = [
        str(3 * int(float(value))) for value in survey.loc[richer, "pendapatan_rt"]
    ]
    survey.to_csv(target / "survei.csv", index=False)
    return "3503"


def baseline_only(folder: Path) -> str:
    shutil.copytree(PROJECT / "data" / "3326-pekalongan", folder / "3326-pekalongan")
    return "3326"


@pytest.fixture(
    scope="module",
    params=[(no_comparison, "id"), (no_claim, "en"), (baseline_only, "id")],
    ids=lambda case: case[0].__name__,
)
def run(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Run:
    make, drawn_in = request.param
    data = tmp_path_factory.mktemp("data")
    return Run(drawn_in, [one for _heading, one in run_notebook(make(data), data, drawn_in)])


def ours(exhibit: Exhibit) -> Exhibit:
    """Leave out what people said."""
    if isinstance(exhibit, DisplayTable) and exhibit.name.startswith(QUOTED):
        return replace(exhibit, frame=exhibit.frame.iloc[:0])
    return exhibit


def texts(bundle: Bundle) -> Iterator[str]:
    yield bundle.data[TEXT]
    yield from strings(dict(bundle.metadata))


def drawn(bundle: Bundle) -> Iterator[str]:
    drawing = bundle.data.get(PLOTLY_TYPE, {})
    yield from strings(drawing.get("data", []))
    layout = drawing.get("layout", {})
    yield from strings([layout.get(part) for part in ("annotations", "xaxis", "yaxis", "meta")])


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_shown_claims_a_cause(run: Run, language: Any) -> None:
    assert len(run.exhibits) > 20
    bundles = [bundle for one in map(ours, run.exhibits) for bundle in bundles_of(one, language)]
    found = [text for bundle in bundles for text in texts(bundle)]
    found += [text for bundle in bundles if language == run.drawn_in for text in drawn(bundle)]
    assert not [(said, text) for text in found if (said := claims(text, language))]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Pendapatan naik berkat pendampingan.", "id"),
        ("Program memengaruhi pendapatan.", "id"),
        ("Kenaikan ini disebabkan program.", "id"),
        ("Dampaknya besar.", "id"),
        ("Kenaikan itu hasil program.", "id"),
        ("Income rose because of the programme.", "en"),
        ("The programme's effects are large.", "en"),
        ("Mentoring led to higher income.", "en"),
        ("The rise was caused by training.", "en"),
    ],
)
def test_a_claim_is_recognised(text: str, language: str) -> None:
    assert claims(text, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_cautions_deny_a_cause_and_nothing_else_is_forgiven(language: str) -> None:
    for caution in CAUTIONS[language]:
        assert not claims(caution, language)
        assert claims(caution + " dampak, impact", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_condition_needs_a_comparison(language: str) -> None:
    for condition in CONDITIONS[language]:
        assert claims(condition, language)
        assert not claims(condition, language, compared=True)
