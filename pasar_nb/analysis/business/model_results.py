"""What the analysis returns of the kind of model, partial budgets, cost sharing and candidate partners."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import pandas as pd

from pasar_nb.findings import Microdata, NotEstimable, Open, published
from pasar_nb.language import Message, _, verbatim
from pasar_nb.vocabulary import CONDITION_LABELS, MODEL_LABELS

ModelKind: TypeAlias = Literal["conventional", "A", "B", "unrecognised"]
"""The models of the replication guide; ``unrecognised`` where the exchanges fit none of them."""

_OF_A_PLAN = "budgets and exchanges per role as agreed in the plan; no household or person was measured"
_OF_COSTS = "costs of the programme, by source of funds"


@dataclass(frozen=True, slots=True)
class Recognised:
    """Which model the exchanges of one condition are.

    Attributes
    ----------
    condition
        ``sebelum`` or ``sesudah``.
    model
        The model whose features are all there.
    missing
        Needed features that are not recorded: those of A where no model is recognised, those of a model B
        that was begun where it is A, and those of the other half of B where one half makes it B.
    against
        Exchanges that keep a model from being conventional, as features; empty where it is.
    """

    condition: str
    model: ModelKind
    missing: tuple[str, ...]
    against: tuple[str, ...]

    @property
    def named(self) -> Message:
        """Name the condition with its model, e.g. ``Sesudah: model B``."""
        condition, model = CONDITION_LABELS[self.condition], MODEL_LABELS[self.model]
        return _("{condition}: {model}", condition=condition, model=model)


@dataclass(frozen=True, slots=True)
class Recognition:
    """Which model of the guide stands before, and which after.

    Attributes
    ----------
    found
        One for each recorded condition.
    table
        A row per feature: ``ciri, part`` (``A``, ``lender``, ``input`` or ``conventional``), ``needed``
        (whether its model cannot be without it) and ``sebelum, sesudah``, true where it is recorded; missing
        where the condition is not.
    """

    found: tuple[Recognised, ...]
    table: pd.DataFrame = published(Open(_OF_A_PLAN))

    def of(self, condition: str) -> Recognised | None:
        """Give what was recognised in a condition; None where it is not recorded."""
        return next((one for one in self.found if one.condition == condition), None)


@dataclass(frozen=True, slots=True)
class PartialBudget:
    """What changes in each party's year, and what a rupiah of added cost returns.

    Attributes
    ----------
    table
        A row per party: ``peran, reason`` (code, see `partial.REASONS`; empty where all is known); in Rp per
        unit and year ``added_revenue, reduced_cost, added_cost, reduced_revenue``, ``net_change`` (the first
        two less the last two) and ``extra_cost`` (added less reduced cost); ``returned``, Rp of net change
        per rupiah of extra cost, missing where costs did not rise; ``unit_before, unit_after``;
        ``total_before, total_after``, net income of all units, and ``total_change``, missing where the number
        of units differs or is unknown (all Rp per year).
    lines
        A row per party and line: ``peran, jenis, komponen, before, after`` (Rp per unit and year, missing in
        the condition without the line), ``effect`` (see `EFFECT_LABELS`) and ``amount``, never negative.
    """

    table: pd.DataFrame = published(Open(_OF_A_PLAN))
    lines: pd.DataFrame = published(Open(_OF_A_PLAN))


@dataclass(frozen=True, slots=True)
class PerHousehold:
    """What the programme costs per household that the model is planned to reach.

    Attributes
    ----------
    households
        Producer units of the model after, as planned.
    budget, public
        Rp per household: all sources but lenders, whose money is paid back; the government alone.
    lent
        Rp per household from lenders.
    spent
        Rp per household without lenders, of the costs that report it; None where none does.
    covered
        Share of `budget` whose costs report what is spent; 0 where none does.
    """

    households: float
    budget: float
    public: float
    lent: float
    spent: float | None
    covered: float


@dataclass(frozen=True, slots=True)
class Realised:
    """Private rupiah spent per public rupiah spent, where both sides report nearly all of it.

    Attributes
    ----------
    ratio
        As `Leverage.all_private`, of what is spent.
    first, last
        The earliest and the latest of the years compared; years between them may be left out.
    covered
        Share of the whole budget of both sides that these years' reporting costs make up.
    """

    ratio: float
    first: int
    last: int
    covered: float


@dataclass(frozen=True, slots=True)
class Leverage:
    """Private rupiah per public rupiah.

    Attributes
    ----------
    all_private
        Budget of firms, producers and lenders per rupiah of the government's. Donors are neither.
    without_loans
        The same without lenders, whose money is paid back.
    realised
        The same of what is spent, or why that cannot be said.
    """

    all_private: float
    without_loans: float
    realised: Realised | NotEstimable

    @property
    def lent(self) -> bool:
        """Whether any of it is lent."""
        return self.without_loans < self.all_private


@dataclass(frozen=True, slots=True)
class CostSharing:
    """How government and partners share the costs.

    Attributes
    ----------
    table
        A row per class of funds (`FUND_CLASSES`): ``kelas, rows, budget, reported_rows, reported_budget,
        spent, share`` as in `Finance.by_source`.
    leverage, per_household
        Ratios, or why they cannot be said.
    """

    leverage: Leverage | NotEstimable
    per_household: PerHousehold | NotEstimable
    table: pd.DataFrame = published(Open(_OF_COSTS))


@dataclass(frozen=True, slots=True)
class FreeCapital:
    """Pointers to capital given for nothing, which the guide advises against; a pointer is no verdict.

    Attributes
    ----------
    exchanges
        ``kondisi, jenis, keterangan`` of money or finance from the government to the producers, in a
        condition where they give nothing back to it.
    costs
        A row per activity and source: ``kegiatan, sumber, rows, anggaran`` (Rp) and ``words``, those found in
        the name of the activity, empty where there is none.
    """

    exchanges: pd.DataFrame = published(Open(_OF_A_PLAN))
    costs: pd.DataFrame = published(Open(_OF_COSTS))

    @property
    def pointed(self) -> pd.DataFrame:
        """The costs with such words."""
        rows: pd.DataFrame = self.costs[self.costs["words"].ne("")]
        return rows


@dataclass(frozen=True, slots=True)
class Partners:
    """Candidate partners, compared within their kind, and the state of agreements.

    Attributes
    ----------
    table
        A row per candidate: ``calon`` (running number), ``nomor`` (the same within its kind), ``jenis,
        insentif, kontribusi, kapasitas`` (1-5), ``status, tanggal``, ``compared_on`` (ratings that anyone of
        its kind has, separated by a comma), ``comparable`` (all of these known), ``dominated_by`` (running
        numbers, separated by a comma: candidates of its kind at least as good on all and better on one) and
        ``leads`` (comparable, beats another one, and nobody dominates it).
    names
        ``calon, nama``, for the owner of the data alone: a trader may be a person, and the ratings are an
        assessment of single enterprises.
    """

    table: pd.DataFrame = published(
        Open("assessments of candidate enterprises under running numbers, without any name")
    )
    names: pd.DataFrame = published(Microdata())

    def agreed(self, kind: str) -> pd.DataFrame:
        """Give the candidates of a kind with an agreement."""
        rows: pd.DataFrame = self.table[self.table["jenis"].eq(kind) & self.table["status"].eq("sepakat")]
        return rows

    def labels(self) -> dict[str, Message]:
        """Name every candidate: by its name where that may be shown, else by its number within its kind."""
        named = dict(zip(self.names["calon"], self.names["nama"], strict=True))
        return {
            calon: verbatim(named[calon])
            if calon in named
            else _("{kind} {number}", kind=_NUMBERED[kind], number=str(number))
            for calon, kind, number in zip(
                self.table["calon"], self.table["jenis"], self.table["nomor"], strict=True
            )
        }


_NUMBERED = {"lokal": _("Calon mitra lokal"), "swasta": _("Calon mitra swasta")}
