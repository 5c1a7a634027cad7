"""The seven ventures: market, business model, problems, further questions and voices, by district.

They differ as real ones would. In Bantaeng the village traders, organised as a cooperative, earn less than
before: the model pays them a fixed fee. In Pemalang the private partner withdraws after two deliveries, and
the price that the model counts on never comes. In Pekalongan the programme has just begun.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pasar_nb.demo.actions import ACTIONS, ACTIONS_ELSEWHERE
from pasar_nb.demo.markets import MARKETS, market_elsewhere
from pasar_nb.demo.trees import TREE_ELSEWHERE, TREES
from pasar_nb.demo.venture import Action, Deal, Further, Plight, Venture
from pasar_nb.demo.voices import VOICES

FURTHER: Mapping[str, tuple[Further, ...]] = {
    "1107": (
        Further("jumlah_motif", "Motif anyaman yang dikuasai", "motif", "angka", "naik", 3.0, 0.5, 0.3),
        Further("anyaman_ditolak", "Anyaman ditolak pembeli sebulan terakhir", "", "ya_tidak", "turun",
        0.45, -0.2),
    ),
    "3503": (
        Further("luas_lahan", "Luas lahan yang ditanami", "hektare", "angka", "", 0.3, 0.0, 0.5, 0.05),
        Further("jual_tersortir", "Menjual jahe tersortir", "", "ya_tidak", "naik", 0.2, 0.45),
    ),
    "7303": (Further("petik_merah", "Panen hanya buah merah", "", "ya_tidak", "naik", 0.25, 0.35),),
    "5208": (
        Further("kamar", "Kamar untuk tamu", "kamar", "angka", "", 1.6, 0.0, 0.3),
        Further("bahasa_asing", "Dapat melayani tamu dalam bahasa asing", "", "ya_tidak", "naik", 0.18, 0.2),
    ),
    "3327": (
        Further("susut_panen", "Hasil panen yang rusak", "persen", "angka", "turun", 14.0, -0.1, 0.4),
    ),
    "3326": (Further("jumlah_pohon", "Pohon aren yang disadap", "pohon", "angka", "naik", 8.0, 0.0, 0.4),),
    "3501": (
        Further(
            "bentuk_jual", "Bentuk janggelan yang dijual", "", "kategori", "",
            0.35, 0.35, categories=("kering", "basah"),
        ),
    ),
}  # fmt: skip

TRUST = Further(
    "kepercayaan_mitra", "Percaya kepada mitra lokal", "1-5", "skala", "naik", 3.0, 0.4, 0.9, theme="persepsi"
)

DEALS: Mapping[str, Deal] = {
    "1107": Deal(premium=0.16, growth=0.20, local_margin=0.18),
    "3503": Deal("B", premium=0.14, growth=0.10),
    "7303": Deal("B", premium=0.12, growth=0.05, local_margin=0.075, local_before=0.62, local_units=6),
    "5208": Deal(premium=0.10, growth=0.15, local_margin=0.12, doubt=0.15),
    "3327": Deal(premium=0.10, growth=0.10, local_margin=0.15, doubt=0.20),
    "3326": Deal("B", premium=0.09, growth=0.10, doubt=0.15, resale_doubt=0.1),
    "3501": Deal(premium=0.11, growth=0.10),
}


def _venture(code: str) -> Venture:
    plight = Plight(TREES[code], ACTIONS[code])
    return Venture(MARKETS[code], DEALS[code], plight, FURTHER[code], VOICES[code])


VENTURES: Mapping[str, Venture] = {
    "1107": replace(_venture("1107"), copied=(0, 1, 2, 3, 4)),
    "3503": replace(_venture("3503"), partners=("sepakat", "negosiasi", "batal"), copied=(0, 2, 3, 5, 6)),
    "7303": replace(_venture("7303"), reports_until="2026-03", copied=()),
    "5208": replace(_venture("5208"), diligence=(0.55, 0.7, 0.8), copied=(0, 0, 1)),
    "3327": replace(_venture("3327"), partners=("batal", "negosiasi", "identifikasi"), copied=(0, 0, 0, 0)),
    "3326": replace(
        _venture("3326"), partners=("negosiasi", "identifikasi", "identifikasi"), diligence=(0.4,), copied=()
    ),
    "3501": replace(_venture("3501"), diligence=(0.8, 0.92, 0.75), copied=(0, 1, 1, 2)),
}


def venture_elsewhere(product: str, number: int, women: int, deal: Deal) -> Venture:
    """Describe the venture of a district outside the seven in general words.

    Parameters
    ----------
    product
        Commodity as people write it.
    number, women
        Producers in the district, and per cent of them women.
    deal
        What the business model promises.
    """
    market = market_elsewhere(product, number, women)
    words = {
        "product": product.lower(),
        "local": market.local,
        "private": market.private,
        "supplier": market.supplier,
    }
    actions = {
        code: Action(*(text.format(**words) for text in texts)) for code, texts in ACTIONS_ELSEWHERE.items()
    }
    return Venture(market, deal, Plight(TREE_ELSEWHERE.format(**words), actions), (TRUST,))
