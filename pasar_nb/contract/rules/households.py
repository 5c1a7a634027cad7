"""Rules of households: who was surveyed when, and which variables their surveys have."""

from __future__ import annotations

from collections.abc import Iterator

from pasar_nb.contract.facts import Facts
from pasar_nb.contract.headers import folded
from pasar_nb.contract.messages import relations as messages
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.tables import DERIVED_MEASURES, TABLES
from pasar_nb.language import listing
from pasar_nb.vocabulary import BASELINE


def outcome_is_surveyed(facts: Facts) -> Iterator[Problem]:
    """Tell where the primary outcome is no column of the survey."""
    for row, outcome in facts.texts("profil", "hasil_utama").items():
        if outcome not in _measures(facts):
            yield facts.problem(messages.OUTCOME_UNKNOWN, "profil", row=row, column="hasil_utama")
        elif (
            outcome not in DERIVED_MEASURES and "survei" in facts.frames and not facts.has("survei", outcome)
        ):
            yield facts.problem(messages.OUTCOME_NOT_SURVEYED, "profil", row=row, column="hasil_utama")


def graduation_measures_exist(facts: Facts) -> Iterator[Problem]:
    """Tell where a graduation criterion judges what is neither a column of the survey nor derived from it."""
    known = _measures(facts)
    for row, measure in facts.texts("kriteria_graduasi", "variabel").items():
        if measure not in known:
            yield facts.problem(
                messages.MEASURE_UNKNOWN,
                "kriteria_graduasi",
                row=row,
                column="variabel",
                measures=listing(DERIVED_MEASURES),
            )


def _measures(facts: Facts) -> set[str]:
    own = {column.name for column in TABLES["survei"].columns}
    return (
        own | set(DERIVED_MEASURES) | {folded(name) for name in facts.texts("variabel", "variabel").values()}
    )


def numbers_have_units(facts: Facts) -> Iterator[Problem]:
    """Tell which further variables are numbers without a unit."""
    units = facts.texts("variabel", "satuan")
    for row, kind in facts.texts("variabel", "jenis").items():
        if kind == "angka" and row not in units:
            name = facts.texts("variabel", "variabel").get(row, "")
            yield facts.problem(
                messages.VARIABLE_WITHOUT_UNIT, "variabel", row=row, column="satuan", value=name
            )


def variables_are_told_apart(facts: Facts) -> Iterator[Problem]:
    """Tell which variables have a name that is another's when it is written as a column of the survey.

    The same name to the letter is a key that stands twice, which is told elsewhere.
    """
    firsts: dict[str, tuple[int, str]] = {}
    for row, name in facts.texts("variabel", "variabel").items():
        first, other = firsts.setdefault(folded(name), (row, name))
        if name != other:
            yield facts.problem(
                messages.VARIABLE_TWICE, "variabel", row=row, column="variabel", first=str(first), other=other
            )


def declared_variables_exist(facts: Facts) -> Iterator[Problem]:
    """Tell which variables the district declares but does not survey."""
    if "survei" not in facts.frames:
        return
    for row, name in facts.texts("variabel", "variabel").items():
        if not facts.has("survei", folded(name)):
            yield facts.problem(messages.VARIABLE_NOT_SURVEYED, "variabel", row=row, column="variabel")


def households_stay(facts: Facts) -> Iterator[Problem]:
    """Count the households of the baseline that the last wave lacks, and the other way round."""
    if not facts.has("survei", "id_rt", "gelombang") or "survei" in facts.incomplete:
        return
    survey = facts.frames["survei"][["id_rt", "gelombang"]].dropna()
    last = survey["gelombang"].max()
    first = set(survey.loc[survey["gelombang"] == BASELINE, "id_rt"])
    end = set(survey.loc[survey["gelombang"] == last, "id_rt"])
    if survey.empty or last == BASELINE or not first:
        return
    left, came = len(first - end), len(end - first)
    if left:
        yield facts.problem(
            messages.HOUSEHOLDS_LEFT, "survei", column="id_rt", count=left, total=len(first), wave=str(last)
        )
    if came:
        yield facts.problem(
            messages.HOUSEHOLDS_WITHOUT_BASELINE, "survei", column="id_rt", count=came, wave=str(last)
        )


def households_are_surveyed(facts: Facts) -> Iterator[Problem]:
    """Count the households of the list that were never surveyed, where there is a survey."""
    listed, surveyed = set(facts.cells("rumah_tangga", "id_rt")), set(facts.cells("survei", "id_rt"))
    never = len(listed - surveyed)
    if surveyed and never and "survei" not in facts.incomplete:
        yield facts.problem(
            messages.HOUSEHOLDS_NEVER_SURVEYED,
            "rumah_tangga",
            column="id_rt",
            count=never,
            total=len(listed),
        )
