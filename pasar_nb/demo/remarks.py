"""Remarks of producers, partners and facilitators over the course of the programme."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pasar_nb.demo.prices import LAST_MONTH
from pasar_nb.demo.setting import Drawn, Setting
from pasar_nb.demo.voices import COMMON

SETTLING = 45  # days from the start until the first remark
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
    themes = frame.loc[frame["tema"] != "", "tema"].value_counts()
    return Drawn({"umpan_balik": frame}, {"umpan_balik": {"tema": themes.to_dict()}})
