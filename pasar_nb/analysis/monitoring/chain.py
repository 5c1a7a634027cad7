"""The results chain with the state of every box."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.monitoring.results import Chain, Indicators
from pasar_nb.vocabulary import LEVEL_LABELS, STATE_LABELS, IndicatorState

SEPARATOR = ";"  # of several boxes that one leads to, as the contract has it
LAGGING: tuple[IndicatorState, ...] = ("behind", "overdue", "regressed")
"""States that a review meeting asks about first, from the mildest to the worst."""

ON_THE_WAY: tuple[IndicatorState, ...] = ("reached", "on_track")
UNKNOWN: tuple[IndicatorState, ...] = ("unmeasured", "unclear", "no_indicator")

_FROM_BEST_TO_WORST = tuple(STATE_LABELS)


def worst(states: pd.Series[str]) -> IndicatorState:
    """Give the worst of several states, in the order of `STATE_LABELS`; no state is ``no_indicator``."""
    found = [state for state in _FROM_BEST_TO_WORST if state in set(states)]
    return found[-1] if found else "no_indicator"


def assess_chain(boxes: pd.DataFrame, indicators: Indicators) -> Chain:
    """Give every box the state of its worst indicator.

    Parameters
    ----------
    boxes
        Table `rantai` of the contract.
    indicators
        The indicators against their plan.
    """
    of_box = {box: one["state"] for box, one in indicators.table.groupby("rantai")}
    none = pd.Series(dtype="str")
    ranks = {level: place for place, level in enumerate(LEVEL_LABELS)}
    order = boxes["tingkat"].map(ranks).sort_values(kind="stable").index
    ordered = boxes.loc[order].reset_index(drop=True)
    assumptions = ordered["asumsi"].astype(object)
    return Chain(
        boxes=ordered[["rantai", "tingkat", "pernyataan"]].assign(
            asumsi=assumptions.where(assumptions.notna(), ""),
            state=pd.Series([worst(of_box.get(box, none)) for box in ordered["rantai"]], dtype=object),
            n_indicators=pd.Series([len(of_box.get(box, none)) for box in ordered["rantai"]], dtype="int64"),
        ),
        arrows=_arrows(ordered),
    )


def boxes_before(chain: Chain, box: str) -> tuple[str, ...]:
    """Name the boxes from which an arrow leads to a box."""
    return tuple(chain.arrows.loc[chain.arrows["target"] == box, "source"])


def _arrows(boxes: pd.DataFrame) -> pd.DataFrame:
    ends = boxes.assign(target=boxes["menyebabkan"].astype("str").str.split(SEPARATOR))[["rantai", "target"]]
    ends = ends[boxes["menyebabkan"].notna()].explode("target")
    ends = ends.assign(target=ends["target"].astype("str").str.strip()).rename(columns={"rantai": "source"})
    known = ends[ends["target"].isin(set(boxes["rantai"])) & (ends["target"] != ends["source"])]
    return known.drop_duplicates().reset_index(drop=True)
