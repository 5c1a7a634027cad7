"""What is decided of a district's market, business model and partners before its tables are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

BusinessModel: TypeAlias = Literal["A", "B"]
"""Model A: producers, local partner, private partner; model B adds finance and an input supplier."""

PartnerKind: TypeAlias = Literal["bumdes", "koperasi"]


@dataclass(frozen=True, slots=True)
class Helper:
    """An actor of the supporting functions or of the business environment.

    Attributes
    ----------
    name, function
        Who it is and what it does.
    number
        How many there are; 0 for a function that nobody fills.
    """

    name: str
    function: str
    number: int


@dataclass(frozen=True, slots=True)
class Market:
    """Who does what between producer and consumer, and at which price.

    Attributes
    ----------
    producers, number, women
        Producers of the commodity in the district, how many, and per cent of them women.
    trader, traders
        Who collects in the villages, and how many.
    local, local_kind
        The local partner that the programme works with.
    wholesaler, wholesalers
        Who buys from the collectors.
    private, privates
        Private buyers outside the district who process; one of them becomes the private partner.
    retailer, consumer
        The last two links.
    supplier, input_name, input_unit, input_price
        Who sells the main input, what it is, its unit and its price in Rp.
    support, environment
        Other actors of the supporting functions and of the business environment.
    markups
        Selling price over the producers' price of collector, wholesaler, private buyer and retailer.
    kept
        Share of the product that is left after each step, e.g. 0.97.
    stall, nearby
        Who sells in the sub-district, and to whom.
    """

    producers: str
    number: int
    women: int
    trader: str
    traders: int
    local: str
    local_kind: PartnerKind
    wholesaler: str
    wholesalers: int
    private: str
    privates: int
    retailer: str
    consumer: str
    supplier: str
    input_name: str
    input_unit: str
    input_price: float
    support: tuple[Helper, ...]
    environment: tuple[Helper, ...]
    markups: tuple[float, float, float, float] = (1.14, 1.33, 2.4, 3.1)
    kept: float = 0.97
    stall: str = "Pedagang pasar kecamatan"
    nearby: str = "Pembeli di dalam kabupaten"


@dataclass(frozen=True, slots=True)
class Deal:
    """What the new business model promises to each party.

    Attributes
    ----------
    model
        Model A or B of the guide.
    premium
        Rise of the producers' price that the model counts on, as a share.
    growth
        Rise of the volume that it counts on, as a share.
    local_margin
        What the local partner keeps between buying and selling, as a share of the old producers' price.
    local_before
        Share of the participants' product that the local partner bought before.
    local_units
        How many businesses the local partner is made of.
    doubt
        Half width of the range within which producers' prices and volumes may lie, as a share.
    resale_doubt
        Half width of the range of the other parties' selling prices, as a share.
    """

    model: BusinessModel = "A"
    premium: float = 0.12
    growth: float = 0.10
    local_margin: float = 0.11
    local_before: float = 0.06
    local_units: int = 1
    doubt: float = 0.10
    resale_doubt: float = 0.02


@dataclass(frozen=True, slots=True)
class Action:
    """An intervention and the three changes that it is to lead to.

    Attributes
    ----------
    statement
        What is done.
    market, access, poverty
        The change of the market system, of access and growth, and of poverty.
    """

    statement: str
    market: str
    access: str
    poverty: str


@dataclass(frozen=True, slots=True)
class Plight:
    """Why producers earn little, and what is done about it.

    Attributes
    ----------
    tree
        The problem tree as indented text; see `problem_tree.read`.
    actions
        Interventions by their code.
    """

    tree: str
    actions: dict[str, Action]


@dataclass(frozen=True, slots=True)
class Further:
    """A further column of the survey that the district asked for.

    Attributes
    ----------
    name, label, unit, kind, direction, theme
        As in the contract's table `variabel`.
    centre
        Median of a number, mean of a scale, or chance of yes or of the first category.
    gain
        What the programme adds to that for participants: a share of a number, else an amount.
    spread
        Standard deviation: on the log scale of a number, of a scale as it is.
    step
        A number is rounded to this.
    categories
        First and second category.
    """

    name: str
    label: str
    unit: str
    kind: Literal["angka", "ya_tidak", "kategori", "skala"]
    direction: str
    centre: float
    gain: float
    spread: float = 0.4
    step: float = 1.0
    categories: tuple[str, str] = ("", "")
    theme: str = "kinerja_usaha"


@dataclass(frozen=True, slots=True)
class Voice:
    """A remark about the programme, without anybody's name.

    Attributes
    ----------
    source
        ``fgd``, ``wawancara``, ``observasi`` or ``laporan``.
    theme
        Theme, or empty where nobody grouped it yet.
    text
        What was said or seen.
    sex
        ``L`` or ``P`` where the words tell who speaks; empty where either may have said it.
    """

    source: str
    theme: str
    text: str
    sex: str = ""


@dataclass(frozen=True, slots=True)
class Venture:
    """The market of the chosen commodity and what the programme does in it.

    Attributes
    ----------
    market, deal, plight
        The market as it was, the business model, the problems and interventions.
    further
        Further columns of the survey.
    voices
        Remarks that only this district heard, in the order of time.
    partners
        Status of the private candidates, the best first; ``batal`` for one who withdrew.
    diligence
        Realised share of the budget, by year of the programme.
    copied
        How many others were seen to copy the new way, every half year; empty where nobody looked.
    reports_until
        Last month of the monthly reports, where they stopped; else empty.
    """

    market: Market
    deal: Deal
    plight: Plight
    further: tuple[Further, ...] = ()
    voices: tuple[Voice, ...] = ()
    partners: tuple[str, str, str] = ("sepakat", "identifikasi", "batal")
    diligence: tuple[float, ...] = (0.9, 0.95, 0.85)
    copied: tuple[int, ...] = (0, 1, 1)
    reports_until: str = ""
