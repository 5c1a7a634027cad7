"""Support that each household received between its baseline and its last interview."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
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
        recorded count as the mean of the others of its kind; where none has any, hours are missing.
    """
    people = pd.Index(ids)
    numbered = support.assign(at=people.get_indexer(pd.Index(support["id_rt"])))
    mine = numbered[numbered["at"] >= 0].dropna(subset=["tanggal", "hadir"])
    days, at = mine["tanggal"].to_numpy(), mine["at"].to_numpy()
    first, last = (_interviews(survey, wave, people)[at] for wave in waves)
    inside = mine[(days > first) & (days <= last)]
    attended = inside[inside["hadir"].astype(bool)]
    without_hours = float(attended["jam"].isna().mean()) if len(attended) else 0.0
    return Support(
        measures=_measures(inside, attended, len(people)),
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


def _interviews(survey: pd.DataFrame, wave: int, people: pd.Index) -> npt.NDArray[np.datetime64]:
    """Find the day of every household's interview in a wave."""
    of_wave = survey.loc[survey["gelombang"] == wave, ["id_rt", "tanggal"]]
    days = of_wave.drop_duplicates("id_rt").set_index("id_rt")["tanggal"].reindex(people)
    return pd.to_datetime(days).to_numpy()


def _measures(inside: pd.DataFrame, attended: pd.DataFrame, people: int) -> pd.DataFrame:
    of_its_kind = attended.groupby("jenis")["jam"].transform("mean")
    hours = attended["jam"].fillna(of_its_kind).fillna(attended["jam"].mean())
    known = len(attended) == 0 or bool(attended["jam"].notna().any())
    recorded, came = (np.bincount(one["at"], minlength=people) for one in (inside, attended))
    kinds = pd.Index(SUPPORT_KINDS).get_indexer(pd.Index(attended["jenis"]))
    of_kinds = [
        np.bincount(attended["at"][kinds == at], minlength=people) for at in range(len(SUPPORT_KINDS))
    ]
    return pd.DataFrame(
        {
            CONTACTS: came,
            HOURS: np.bincount(attended["at"], weights=hours, minlength=people) if known else np.nan,
            SHARE_ATTENDED: np.where(recorded > 0, came / np.maximum(recorded, 1), np.nan),
            **dict(zip(SUPPORT_KINDS, of_kinds, strict=True)),
        }
    ).astype("float64")


def _unusable(without_hours: float) -> dict[str, Message]:
    if without_hours <= MOST_WITHOUT_HOURS or not np.isfinite(without_hours):
        return {}
    return {
        HOURS: _("Jam tidak dicatat pada {share} dari pertemuan yang dihadiri.", share=Share(without_hours))
    }
