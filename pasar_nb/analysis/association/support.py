"""Support that each household received between its baseline and its last interview."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from pasar_nb.analysis.association.results import Window
from pasar_nb.language import Message, Share, _
from pasar_nb.vocabulary import LEAST_FOR_INFERENCE, SUPPORT_KINDS

CONTACTS, HOURS, SHARE_ATTENDED = "kontak", "jam", "bagian_hadir"
MOST_WITHOUT_HOURS = 0.2  # share of attended contacts whose hours are not recorded


@dataclass(frozen=True, slots=True)
class Support:
    """What every household received, and which measures of it can be used.

    Attributes
    ----------
    measures
        A row per household, a column per measure; missing where the household has none.
    unusable
        Measures that must not be used, with the reason.
    window
        What was counted.
    """

    measures: pd.DataFrame
    unusable: Mapping[str, Message]
    window: Window


def receive(
    ids: pd.Series[str], waves: tuple[int, int], survey: pd.DataFrame, support: pd.DataFrame
) -> Support:
    """Count the contacts of matched households between their two interviews.

    Parameters
    ----------
    ids, waves
        The households, each once, and the waves between which contacts count.
    survey, support
        Tables `survei` and `pendampingan` of the contract.

    Returns
    -------
    Support
        Households in the order of `ids`. A household that the table of contacts does not name had none:
        nought contacts and hours, but no share attended. The hours of a contact attended without any
        recorded count as the mean of the others of its kind.
    """
    mine = support[support["id_rt"].isin(ids)].dropna(subset=["tanggal", "hadir"])
    first, last = (_interviews(survey, wave, mine["id_rt"]) for wave in waves)
    inside = mine[(mine["tanggal"] > first) & (mine["tanggal"] <= last)]
    attended = inside[inside["hadir"].astype(bool)]
    without_hours = float(attended["jam"].isna().mean()) if len(attended) else 0.0
    return Support(
        measures=_measures(inside, attended).reindex(ids).pipe(_none_is_nought).reset_index(drop=True),
        unusable=_unusable(without_hours),
        window=Window(inside=len(inside), outside=len(mine) - len(inside), without_hours=without_hours),
    )


def too_alike(values: pd.Series[float]) -> Message | None:
    """Say why a measure cannot tell households apart, or None where it can.

    Ten households, or half of fewer than twenty, must differ from the most common value.
    """
    if len(values) < LEAST_FOR_INFERENCE:
        return _("Kurang dari {least} rumah tangga mempunyai ukuran ini.", least=LEAST_FOR_INFERENCE)
    others = len(values) - int(values.value_counts().iloc[0])
    if others < min(LEAST_FOR_INFERENCE, len(values) / 2):
        return _("Hampir semua rumah tangga menerima sama banyak.")
    return None


def _interviews(survey: pd.DataFrame, wave: int, of: pd.Series[str]) -> pd.Series[pd.Timestamp]:
    """Find the day of the interview in a wave, for the household of every contact."""
    of_wave = survey[survey["gelombang"] == wave]
    days = pd.to_datetime(of_wave.drop_duplicates("id_rt").set_index("id_rt")["tanggal"])
    return days.reindex(of.to_numpy()).set_axis(of.index)


def _measures(inside: pd.DataFrame, attended: pd.DataFrame) -> pd.DataFrame:
    of_its_kind = attended.groupby("jenis")["jam"].transform("mean")
    hours = attended["jam"].fillna(of_its_kind).fillna(attended["jam"].mean())
    recorded = inside.groupby("id_rt").size()
    came = attended.groupby("id_rt").size()
    return pd.DataFrame(
        {
            CONTACTS: came.reindex(recorded.index, fill_value=0),
            HOURS: hours.groupby(attended["id_rt"]).sum().reindex(recorded.index, fill_value=0.0),
            SHARE_ATTENDED: came.reindex(recorded.index, fill_value=0) / recorded,
            **{kind: _of_kind(attended, kind, recorded.index) for kind in SUPPORT_KINDS},
        },
        index=recorded.index,
    ).astype("float64")


def _of_kind(attended: pd.DataFrame, kind: str, ids: pd.Index) -> pd.Series[int]:
    of_kind: pd.Series[int] = attended[attended["jenis"] == kind].groupby("id_rt").size()
    return of_kind.reindex(ids, fill_value=0)


def _none_is_nought(measures: pd.DataFrame) -> pd.DataFrame:
    counted = [name for name in measures.columns if name != SHARE_ATTENDED]
    return measures.assign(**{name: measures[name].fillna(0.0) for name in counted})


def _unusable(without_hours: float) -> dict[str, Message]:
    if without_hours <= MOST_WITHOUT_HOURS or not np.isfinite(without_hours):
        return {}
    return {
        HOURS: _("Jam tidak dicatat pada {share} dari pertemuan yang dihadiri.", share=Share(without_hours))
    }
