"""Seconds and memory of the analyses of 04_impact, in a process of their own.

`python impact_seconds.py 300 4` prints as JSON what each analysis of 300 households in 4 waves costs, what
the peer costs, both in seconds of CPU, and the largest memory of the process. Other districts come first:
imports, and what the analyses keep between districts, are there as in the batch, but nothing of this one.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable
from time import process_time
from typing import Any

import numpy as np
import pandas as pd
import statsmodels.api as sm
from impact_tables import Tables, district_of

from pasar_nb.analysis import association, change, description, outcomes, poverty, remarks, survey, trend

KIBIBYTE = 1024
Seconds = dict[str, float]


def analyse(tables: Tables) -> Seconds:
    """Run the analyses as the notebook does and time each."""
    profile, homes, interviews = tables["profil"], tables["rumah_tangga"], tables["survei"]
    variables, prices, contacts = tables["variabel"], tables["ihk"], tables["pendampingan"]
    taken: Seconds = {}

    def timed(name: str, work: Callable[[], Any]) -> Any:
        start = process_time()
        found = work()
        taken[name] = process_time() - start
        return found

    given = {"prices": prices, "variables": variables}
    changed = timed("change", lambda: change.assess(profile, homes, interviews, **given))
    support = {"outcome": changed.outcome, "variables": variables, "price_index": prices}
    works: dict[str, Callable[[], object]] = {
        "outcomes": lambda: outcomes.explore(profile, homes, interviews, **given, changed=changed),
        "poverty": lambda: poverty.assess(homes=homes, survey=interviews, acuan=tables["acuan"]),
        "correlate": lambda: association.correlate(homes, interviews, contacts, **support),
        "relate": lambda: association.relate(homes, interviews, contacts, **support),
        "survey": lambda: survey.examine(homes, interviews, variables=variables, outcome=changed.outcome),
        "description": lambda: description.describe(
            homes=homes, survey=interviews, **given, outcome=changed.outcome
        ),
        "trend": lambda: trend.describe(
            tables["deret"], price_index=prices, start=changed.start, commodity=changed.commodity
        ),
        "remarks": lambda: remarks.examine(tables["umpan_balik"]),
    }
    for name, work in works.items():
        timed(name, work)
    return taken


def peer(tables: Tables) -> int:
    """Regress every answer of every wave on the arm with clustered errors; count the regressions."""
    rows = tables["survei"].merge(tables["rumah_tangga"], on="id_rt")
    answers = [name for name in tables["survei"].columns[3:] if not pd.api.types.is_string_dtype(rows[name])]
    waves = [rows[rows["gelombang"] == wave] for wave in rows["gelombang"].unique()]
    for wave in waves:
        for name in answers:
            told = wave[wave[name].notna()]
            arm = np.column_stack([np.ones(len(told)), told["studi"] == "peserta"])
            model = sm.OLS(told[name].to_numpy(dtype="float64"), arm)
            groups = {"groups": pd.factorize(told["id_kelompok"])[0]}
            model.fit(cov_type="cluster", cov_kwds=groups).conf_int()
    return len(answers) * len(waves)


def main(households: int, waves: int) -> None:
    for earlier in (2, waves):
        tables = district_of(200, earlier, seed=1)
        analyse(tables)
    assert peer(tables)
    tables = district_of(households, waves, seed=2)
    start = process_time()
    peer(tables)
    alone = process_time() - start
    taken = analyse(tables)
    memory = KIBIBYTE * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"analyses": taken, "peer": alone, "memory": memory}))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
