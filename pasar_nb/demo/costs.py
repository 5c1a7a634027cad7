"""Who pays for what: yearly budgets by source of funds, and what was spent of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from pasar_nb.demo.setting import Drawn, Setting
from pasar_nb.demo.yardsticks import money

LAST_SETTLED = 2025  # the last year whose accounts are closed when the committed data are made
SPREAD = 0.12  # of an amount about its usual size, log scale
FEWEST_PAID_FOR = 20  # households; a programme has costs however small it is
APBD = "APBD"


@dataclass(frozen=True, slots=True)
class Cost:
    """A cost of the programme.

    Attributes
    ----------
    activity, group, source, code
        As in the contract's table `pembiayaan`; the code is that of an activity in the district's budget.
    per_household
        Rp per participant in each year of the programme; 0 where nothing is planned.
    model
        The business model it belongs to, or empty for both.
    """

    activity: str
    group: str
    source: str
    per_household: tuple[float, float, float]
    code: str = ""
    model: str = ""


COSTS = (
    Cost("Pendamping dan operator keperantaraan", "kelembagaan", APBD, (520e3, 480e3, 300e3), "5.01.03.2.02"),
    Cost("Rapat POKJA dan musyawarah", "kelembagaan", APBD, (110e3, 90e3, 70e3), "5.01.02.2.01"),
    Cost("Pendampingan dari pusat", "kelembagaan", "APBN", (160e3, 120e3, 0)),
    Cost("Pelatihan POKMAS", "intervensi", APBD, (380e3, 240e3, 120e3), "2.17.06.2.01"),
    Cost("Temu usaha dan promosi", "intervensi", "APBDes", (90e3, 70e3, 70e3)),
    Cost("Sarana produksi bersama", "intervensi", "DAK", (0, 450e3, 0)),
    Cost("Alat pengolahan", "intervensi", "mitra_lokal", (340e3, 60e3, 60e3)),
    Cost("Pendamping mutu", "intervensi", "mitra_swasta", (180e3, 220e3, 220e3)),
    Cost("Perlengkapan mutu rumah tangga", "intervensi", "pokmas", (250e3, 80e3, 80e3)),
    Cost("Bantuan alat uji mutu", "intervensi", "CSR", (0, 75e3, 0)),
    Cost("Pinjaman modal kerja", "intervensi", "lembaga_keuangan", (900e3, 1_400e3, 1_400e3), "", "B"),
    Cost("Survei awal dan berkala", "pengukuran_hasil", APBD, (150e3, 130e3, 130e3), "5.01.03.2.03"),
    Cost("Pemantauan dan Dokumen Kendali", "pengukuran_hasil", APBD, (60e3, 60e3, 60e3), "5.01.02.2.02"),
    Cost("Kajian hasil", "pengukuran_hasil", "donor", (0, 0, 90e3)),
)


def costs(setting: Setting) -> Drawn:
    """Draw the table of costs."""
    first = int(setting.story.programme.start[:4])
    rng, diligence = setting.stream("pembiayaan"), setting.story.venture.diligence
    rows = []
    for cost in COSTS:
        for year, usual in enumerate(cost.per_household):
            amount, share = usual * np.exp(rng.normal(0, SPREAD)), rng.normal(0, SPREAD)
            if usual and cost.model in ("", setting.story.venture.deal.model):
                budget = money(amount * max(setting.base.participants, FEWEST_PAID_FOR))
                spent = min(diligence[min(year, len(diligence) - 1)] * np.exp(share), 1.0) * budget
                known = first + year <= LAST_SETTLED or len(diligence) == 1 > year
                rows.append(_row(cost, first + year, budget, money(spent) if known else np.nan))
    frame = pd.DataFrame(rows)
    return Drawn({"pembiayaan": frame}, {"pembiayaan": _truth(frame)})


def _row(cost: Cost, year: int, budget: float, spent: float) -> dict[str, object]:
    return {
        "kegiatan": cost.activity,
        "kelompok": cost.group,
        "sumber": cost.source,
        "tahun": year,
        "anggaran": budget,
        "realisasi": spent,
        "kode_apbd": cost.code,
    }


def _truth(frame: pd.DataFrame) -> dict[str, object]:
    reported = frame[frame["realisasi"].notna()]
    return {
        "anggaran": round(float(frame["anggaran"].sum())),
        "anggaran_yang_dilaporkan": round(float(reported["anggaran"].sum())),
        "realisasi": round(float(reported["realisasi"].sum())),
    }
