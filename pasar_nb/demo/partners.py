"""Candidate partners, and what the partners told in each wave.

The local partner's price is that of `deret`, its volume grows after the start, its suppliers are the
participants who say in `survei` that it is their main market, and its profit per unit is that of the model.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from pasar_nb.demo.budgets import Budget, budgets, prices
from pasar_nb.demo.business import MARKETS
from pasar_nb.demo.prices import received_price
from pasar_nb.demo.setting import Drawn, Setting
from pasar_nb.demo.yardsticks import LOCAL, RAMP, at, local_purchases, money

RATINGS = {  # incentive, contribution, capacity
    "local": ((5, 4, 4), (3, 3, 2), (2, 2, 3)),
    "losing": ((2, 4, 3), (3, 3, 2), (2, 2, 3)),
    "private": ((4, 5, 5), (3, 4, 4), (4, 2, 3)),
}
LOCAL_STATUSES = ("sepakat", "identifikasi", "batal")
REPORT_DAY = 26  # after the households of the month
TAKES = 0.9  # of the local partner's purchases that the private partner takes over
WITHDREW_AFTER = 8  # months from the start until a partner withdrew
NOISE = 0.05
INVESTS = 0.35  # of a month's purchases, once
AGREED_BEFORE = 45  # days before the start


def partners(setting: Setting) -> Drawn:
    """Draw the tables of candidate partners and of their surveys."""
    candidates = _candidates(setting)
    told = _told(setting, candidates)
    return Drawn({"mitra": candidates, "mitra_survei": told}, {"mitra": _truth(setting, candidates)})


def _candidates(setting: Setting) -> pd.DataFrame:
    venture, area = setting.story.venture, next(iter(setting.story.people.areas))
    local = (venture.market.local, f"Koperasi serba usaha {area}", f"{venture.market.trader} {area}")
    private = tuple(f"{venture.market.private} {letter}" for letter in "ABC")
    kind = "losing" if _loses(setting) else "local"
    rows = [(name, "lokal", *RATINGS[kind][place], LOCAL_STATUSES[place]) for place, name in enumerate(local)]
    rows += [
        (name, "swasta", *RATINGS["private"][place], venture.partners[place])
        for place, name in enumerate(private)
    ]
    frame = pd.DataFrame(rows, columns=["mitra", "jenis", "insentif", "kontribusi", "kapasitas", "status"])
    return frame.assign(tanggal=_dates(setting, frame))


def _loses(setting: Setting) -> bool:
    net = {budget.condition: budget.net for budget in budgets(setting) if budget.role == "mitra_lokal"}
    return net["sesudah"] < net["sebelum"]


def _dates(setting: Setting, frame: pd.DataFrame) -> list[pd.Timestamp]:
    """Date each status: candidates in the months before the start, a withdrawal of the best after it."""
    start = pd.Timestamp(setting.story.programme.start)
    days = setting.stream("mitra").integers(0, 30, len(frame))
    dates = [start - pd.Timedelta(days=AGREED_BEFORE + int(day)) for day in days]
    if setting.story.venture.partners[0] == "batal":
        dates[len(LOCAL_STATUSES)] = start + pd.DateOffset(months=WITHDREW_AFTER)
    return dates


def _told(setting: Setting, candidates: pd.DataFrame) -> pd.DataFrame:
    """Survey the local partner in every wave and the private one once it buys."""
    rows = [_local_row(setting, wave) for wave in range(len(setting.story.programme.waves))]
    if setting.story.venture.partners[0] == "sepakat":
        private = str(candidates.loc[candidates["jenis"] == "swasta", "mitra"].iloc[0])
        rows += [_private_row(setting, row, private) for row in rows]
    return pd.DataFrame(rows)


def _local_row(setting: Setting, wave: int) -> dict[str, object]:
    market, month = setting.story.venture.market, pd.Period(setting.story.programme.waves[wave], "M")
    volume = at(local_purchases(setting), month)
    price = at(received_price(setting.tables["deret"], setting.story.commodity), month)
    profit = (
        volume * profit_per_unit(setting, "mitra_lokal", wave > 0) * price / _model_price(setting, wave > 0)
    )
    noise = 1 + setting.stream(f"mitra gelombang {wave}").normal(0, NOISE)
    return {
        "mitra": market.local,
        "jenis": market.local_kind,
        "gelombang": wave,
        "tanggal": month.to_timestamp() + pd.Timedelta(days=REPORT_DAY - 1),
        **_suppliers(setting, wave),
        "harga_beli": price,
        "volume_beli": volume,
        "satuan": setting.story.commodity.unit,
        "keuntungan": money(profit * noise),
        "investasi": money(volume * prices(setting)[0] * INVESTS) if wave == 1 else 0.0,
        "layanan_keuangan": wave > 0,
        "telepon_usaha": True,
    }


def _private_row(setting: Setting, local: dict[str, object], name: str) -> dict[str, object]:
    """Tell what the private partner buys of the local one; before the programme it bought nothing there."""
    buys = int(str(local["gelombang"])) > 0
    volume = float(np.rint(float(str(local["volume_beli"])) * TAKES)) if buys else 0.0
    _old, new, _bought, sold = prices(setting)
    growth = float(str(local["harga_beli"])) / new
    women, men, disabled = (local[f"pemasok_{who}"] if buys else 0 for who in ("p", "l", "disabilitas"))
    return local | {
        "mitra": name,
        "jenis": "offtaker",
        "pemasok_l": men,
        "pemasok_p": women,
        "pemasok_disabilitas": disabled,
        "harga_beli": money(float(str(local["harga_beli"])) * sold / new) if buys else np.nan,
        "volume_beli": volume,
        "keuntungan": money(volume * profit_per_unit(setting, "mitra_swasta", True) * growth)
        if buys
        else np.nan,
        "investasi": 0.0,
        "layanan_keuangan": True,
    }


def _suppliers(setting: Setting, wave: int) -> dict[str, int]:
    """Count the participants, seen in the wave, whose main market is the local partner."""
    answers, homes = setting.behind["survei"], setting.tables["rumah_tangga"].set_index("id_rt")
    sells = answers["takes_part"] & answers["seen"] & (answers["pasar_utama"] == MARKETS[LOCAL])
    ids = answers.loc[sells & (answers["gelombang"] == wave), "id_rt"]
    women = homes.loc[ids, "jenis_kelamin_kk"] == "P"
    return {
        "pemasok_l": int((~women).sum()),
        "pemasok_p": int(women.sum()),
        "pemasok_disabilitas": int(homes.loc[ids, "disabilitas"].sum()),
    }


def _comes(setting: Setting) -> bool:
    """Tell whether the higher price that the model counts on comes at all."""
    return setting.story.programme.price_shift > 0


def _model_price(setting: Setting, running: bool) -> float:
    """Look up the producers' price on which the model rests; prices have risen since."""
    old, new, _bought, _sold = prices(setting)
    return new if running and _comes(setting) else old


def profit_per_unit(setting: Setting, role: str, running: bool) -> float:
    """Compute a party's profit on each unit that it buys, as the business model has it.

    Where the price that the model counts on does not come, the local partner earns as before.
    """
    condition = "sesudah" if running and _comes(setting) else "sebelum"
    return next(
        _profit(budget) for budget in budgets(setting) if (budget.role, budget.condition) == (role, condition)
    )


def _profit(budget: Budget) -> float:
    bought = next(line for line in budget.lines if line.name.startswith("Pembelian"))
    return budget.net / (bought.volume * bought.times)


def _truth(setting: Setting, candidates: pd.DataFrame) -> dict[str, object]:
    agreed = candidates[candidates["status"] == "sepakat"]
    return {
        "sepakat": list(agreed["mitra"]),
        "mitra_swasta_terbaik": setting.story.venture.partners[0],
        "bulan_sampai_pembelian_penuh": RAMP,
        "keuntungan_mitra_lokal_per_satuan": {
            "sebelum": round(profit_per_unit(setting, "mitra_lokal", False)),
            "sesudah": round(profit_per_unit(setting, "mitra_lokal", True)),
        },
    }
