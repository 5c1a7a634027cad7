"""At which level each household is, and how many are at each level in every wave."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pasar_nb.analysis.graduation.criteria import required
from pasar_nb.analysis.graduation.precision import clusters_of, spread
from pasar_nb.analysis.graduation.results import Criteria, Levels, Wave
from pasar_nb.analysis.households import with_traits
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import ARM_LABELS, BASELINE, PARTICIPANT, UNKNOWN_LEVEL


@dataclass(frozen=True, slots=True)
class Panel:
    """Every interview with its level; it stays inside the analysis.

    Attributes
    ----------
    criteria
        The criteria.
    interviews
        A row per household and wave: ``id_rt, gelombang, tanggal``, the traits of `with_traits`, ``level``
        (place in ``criteria.levels``, missing where it is not known) and ``month`` (YYYY-MM).
    met
        Interviews by criteria, from `criteria.judge`.
    homes
        Table `rumah_tangga` of the contract.
    last
        The last wave in which the level of a participant is known; None where there is none.
    """

    criteria: Criteria
    interviews: pd.DataFrame
    met: pd.DataFrame
    homes: pd.DataFrame
    last: int | None

    def of(self, arm: str, wave: int | None = None) -> pd.DataFrame:
        """Give the interviews of an arm, in one wave or in all."""
        kept = self.interviews[self.interviews["studi"] == arm]
        return kept if wave is None else kept[kept["gelombang"] == wave]

    @property
    def waves(self) -> list[int]:
        """Numbers of the waves, in order."""
        return sorted(int(wave) for wave in self.interviews["gelombang"].unique())


def place(criteria: Criteria, met: pd.DataFrame) -> pd.Series[float]:
    """Place every interview on the path.

    Parameters
    ----------
    criteria
        The criteria; only obligatory ones decide, as the contract says of ``wajib``.
    met
        From `criteria.judge`.

    Returns
    -------
    Series
        Place in ``criteria.levels``: the highest level of which all obligatory criteria, and all those of the
        levels below it, are met.

    Notes
    -----
    Kajian Bappenas 2024, 3.3.7: a clear matrix of indicators from poor to stable. A household whose value
    for any obligatory criterion is not known has no level, even where another value already decides it:
    otherwise those who fail would be known more often than those who pass, and the shares would be too low.
    """
    reached = pd.Series(0.0, index=met.index)
    holds = pd.Series(data=True, index=met.index)
    for step, level in enumerate(criteria.path, start=1):
        holds = holds & met[required(criteria.table, [level])].eq(1).all(axis="columns")
        reached = reached.mask(holds, float(step))
    known = met[required(criteria.table, criteria.path)].notna().all(axis="columns")
    return reached.where(known)


def arrange(criteria: Criteria, survey: pd.DataFrame, met: pd.DataFrame, homes: pd.DataFrame) -> Panel:
    """Bring interviews, levels and households together.

    Parameters
    ----------
    criteria, met
        Earlier results.
    survey, homes
        Tables `survei` and `rumah_tangga` of the contract.
    """
    traits = with_traits(survey[["id_rt", "gelombang", "tanggal"]], homes)
    days = pd.to_datetime(traits["tanggal"])
    interviews = traits.assign(
        gelombang=traits["gelombang"].astype("int64"),
        tanggal=days,
        month=days.dt.strftime("%Y-%m"),
        level=place(criteria, met),
    ).drop_duplicates(["id_rt", "gelombang"])
    known = interviews[interviews["level"].notna() & (interviews["studi"] == PARTICIPANT)]
    last = None if known.empty else int(known["gelombang"].max())
    return Panel(criteria, interviews, met.loc[interviews.index], homes, last)


def count_levels(panel: Panel) -> Levels | NotEstimable:
    """Count the households of each arm at each level in every wave."""
    if panel.last is None:
        return NotEstimable(
            _(
                "Tidak ada rumah tangga peserta yang nilainya lengkap untuk semua kriteria wajib, sehingga "
                "tingkat kesejahteraan tidak dapat ditentukan."
            )
        )
    rows = [
        row
        for arm in ARM_LABELS
        for wave in panel.waves
        if len(there := panel.of(arm, wave))
        for row in _counts(panel.criteria, there, arm, wave)
    ]
    return Levels(
        waves=tuple(_wave(panel, wave) for wave in panel.waves), last=panel.last, table=pd.DataFrame(rows)
    )


def _wave(panel: Panel, wave: int) -> Wave:
    months = panel.interviews.loc[panel.interviews["gelombang"] == wave, "month"].dropna()
    return Wave(wave, str(months.min()), str(months.max()))


def _counts(criteria: Criteria, there: pd.DataFrame, arm: str, wave: int) -> list[dict[str, object]]:
    known = there[there["level"].notna()]
    named = [(level, known, known["level"] == step) for step, level in enumerate(criteria.levels)]
    named += [(UNKNOWN_LEVEL, there, there["level"].isna())]
    return [
        {
            "group": arm,
            "wave": wave,
            "level": level,
            "households": int(hits.sum()),
            "base": len(base),
            "share": hits.mean() if len(base) else float("nan"),
            **spread(hits, clusters_of(base)),
        }
        for level, base, hits in named
    ]


def levels_over_time(panel: Panel, arm: str) -> pd.DataFrame:
    """Lay out the levels of an arm: households by all waves, missing where not interviewed or not known."""
    levels = panel.of(arm).pivot(index="id_rt", columns="gelombang", values="level")
    return levels.reindex(columns=panel.waves).sort_index()


def has_baseline(panel: Panel) -> bool:
    """Tell whether there is a baseline and a later wave in which levels are known."""
    return panel.last is not None and panel.last > BASELINE and BASELINE in panel.waves
