"""Remarks of producers, partners and facilitators over the course of the programme."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pasar_nb.demo.prices import LAST_MONTH
from pasar_nb.demo.setting import Drawn, Setting
from pasar_nb.demo.voices import COMMON

SETTLING = 45  # days from the start until the first remark
SPOKEN = ("fgd", "wawancara")  # in the words of one person
TWICE_CODED = 0.6  # share of districts in which a second person grouped the remarks as well
AGREED = 0.75  # share of remarks in which the second saw the same theme
PER_MONTH = 1.5  # remarks; a programme that has just begun has heard little


def remarks(setting: Setting) -> Drawn:
    """Draw the table of remarks, the district's own among those heard everywhere, in the order of time."""
    rng, own = setting.stream("umpan balik"), setting.story.venture.voices
    first = pd.Timestamp(setting.story.programme.start) + pd.Timedelta(days=SETTLING)
    last = pd.Period(LAST_MONTH, "M").to_timestamp(how="end").normalize()
    room = max(int((last - first).days / 30 * PER_MONTH), len(own) + 1)
    common = sorted(rng.permutation(len(COMMON))[: max(room - len(own), 1)])
    voices = [*own, *(COMMON[place] for place in common)]
    moment = np.concatenate([np.sort(rng.random(len(group))) for group in (own, common)])
    heard = [voices[place] for place in np.argsort(moment)]
    days = np.sort(rng.integers(0, max((last - first).days, 1), len(heard)))
    frame = pd.DataFrame(
        {
            "sumber": [voice.source for voice in heard],
            "tanggal": first + pd.to_timedelta(days, unit="D"),
            "teks": [voice.text for voice in heard],
            "tema": [voice.theme for voice in heard],
        }
    )
    return _with_people(setting, frame, [voice.sex for voice in heard])


def _with_people(setting: Setting, frame: pd.DataFrame, told: list[str]) -> Drawn:
    """Add who spoke, and in some districts what a second person took for the theme.

    They have a stream of their own, so that the remarks stay as they are.
    """
    rng = setting.stream("umpan balik: penutur dan tema kedua")
    drawn = rng.choice(["L", "P"], len(frame))
    sex = np.where(np.array(told) != "", told, drawn)
    spoken = frame["sumber"].isin(SPOKEN).to_numpy()
    themes = frame["tema"].to_numpy(dtype=object)
    agreed = rng.random(len(frame)) < AGREED
    other = rng.permutation(themes)
    twice = (themes != "") & (rng.random() < TWICE_CODED)
    second = np.where(twice, np.where(agreed | (other == ""), themes, other), "")
    frame = frame.assign(jenis_kelamin=np.where(spoken, sex, ""), tema_kedua=second)
    return Drawn({"umpan_balik": frame}, {"umpan_balik": _truth(frame)})


def _truth(frame: pd.DataFrame) -> dict[str, object]:
    """Count what was said, by whom, and how often the second person agreed."""
    twice = frame[frame["tema_kedua"] != ""]
    sexes = frame.loc[frame["jenis_kelamin"] != "", "jenis_kelamin"]
    return {
        "tema": frame.loc[frame["tema"] != "", "tema"].value_counts().to_dict(),
        "jenis_kelamin": sexes.value_counts().to_dict(),
        "tema_kedua": {"n": len(twice), "sama": int((twice["tema"] == twice["tema_kedua"]).sum())},
    }
