"""Draw whole districts: the groups of tables, one after the other, and the truth that goes with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from pasar_nb.demo.business_model import business_model
from pasar_nb.demo.columns import in_contract_form
from pasar_nb.demo.costs import costs
from pasar_nb.demo.elsewhere import story_of
from pasar_nb.demo.graduation import graduation
from pasar_nb.demo.households import households
from pasar_nb.demo.market_map import market_map
from pasar_nb.demo.mentoring import mentoring
from pasar_nb.demo.monitoring import monitoring
from pasar_nb.demo.partners import partners
from pasar_nb.demo.places import STORIES
from pasar_nb.demo.prices import NATIONAL, index, series
from pasar_nb.demo.profile import profile
from pasar_nb.demo.remarks import remarks
from pasar_nb.demo.selection import selection
from pasar_nb.demo.setting import Group, Setting, Truth
from pasar_nb.demo.story import Layout, Story
from pasar_nb.demo.streams import stream
from pasar_nb.demo.survey import survey
from pasar_nb.demo.yardsticks import yardsticks
from pasar_nb.errors import UsageError
from pasar_nb.language import _

# A group of tables is one function from the setting to tables and truth. It finds the tables of the groups
# before it in `setting.tables`, and draws from streams of its own, so that a new group changes no other.
GROUPS: tuple[Group, ...] = (
    profile,
    selection,
    index,
    series,
    households,
    survey,
    yardsticks,
    market_map,
    business_model,
    partners,
    mentoring,
    graduation,
    monitoring,
    costs,
    remarks,
)

DEFAULT_SEED = 2026  # the seed of the committed demonstration data
MOST_HOUSEHOLDS = 20_000
FEWEST_HOUSEHOLDS = 1


@dataclass(frozen=True, slots=True)
class DemoDistrict:
    """A synthetic district.

    Attributes
    ----------
    code
        BPS code of four digits.
    slug
        Name of the district as it stands in the folder's name.
    tables
        Tables of the contract by name, typed as the contract's checks return them.
    truth
        What is true of them, ready for JSON.
    layout
        Whether the folder holds CSV files or one workbook.
    """

    code: str
    slug: str
    tables: Mapping[str, pd.DataFrame]
    truth: Truth
    layout: Layout = "csv"

    @property
    def folder_name(self) -> str:
        """Name of the district's folder, ``<code>-<slug>``."""
        return f"{self.code}-{self.slug}"


def draw(
    districts: int | None = None, households: int | None = None, seed: int = DEFAULT_SEED
) -> tuple[DemoDistrict, ...]:
    """Draw synthetic districts with a known truth.

    Parameters
    ----------
    districts
        How many districts; the seven of the KOMPAK programme come first, then others of the national list in
        an order that the seed decides. None draws the seven.
    households
        Households per district; None leaves it to each district's story (120-300).
    seed
        The same seed gives the same districts, each of them whatever the number of the others.

    Raises
    ------
    UsageError
        For more districts than the country has, fewer than one, an unreasonable number of households, or a
        negative seed.
    """
    _check_households(households)
    if seed < 0:
        raise UsageError(_("Benih acak harus bilangan bulat mulai dari 0, bukan {seed}.", seed=seed))
    return tuple(draw_district(story, households, seed) for story in _stories(districts, seed))


def draw_district(
    story: Story,
    households: int | None = None,
    seed: int = DEFAULT_SEED,
    groups: Sequence[Group] = GROUPS,
) -> DemoDistrict:
    """Draw one district from its story.

    Parameters
    ----------
    story
        What is decided of the district.
    households
        How many; None leaves it to the story.
    seed
        The same seed gives the same district.
    groups
        Groups of tables to draw, in the order of `GROUPS`; with all that they rest on, they are drawn alike
        whatever others are left out.
    """
    setting = Setting(story, households or story.people.households, seed)
    truth: dict[str, object] = {"kode_kabupaten": story.code, "benih": seed}
    for group in groups:
        drawn = group(setting)
        variables = drawn.tables.get("variabel")
        formed = {name: in_contract_form(name, table, variables) for name, table in drawn.tables.items()}
        setting = setting.with_drawn(drawn, formed)
        truth |= drawn.truth
    return DemoDistrict(story.code, story.slug, setting.tables, truth, story.layout)


def _stories(districts: int | None, seed: int) -> tuple[Story, ...]:
    if districts is None:
        return STORIES
    from pasar_nb.reference import districts as reference

    told = {story.code for story in STORIES}
    others = [entry for code, entry in reference.entries().items() if code not in told]
    most = len(STORIES) + len(others)
    _check_districts(districts, most)
    order = stream(seed, NATIONAL, "urutan kabupaten").permutation(len(others))
    chosen = [others[k] for k in order[: max(districts - len(STORIES), 0)]]
    return STORIES[:districts] + tuple(story_of(one.code, one.name, one.kind, seed) for one in chosen)


def _check_districts(districts: int, most: int) -> None:
    if not 1 <= districts <= most:
        raise UsageError(
            _(
                "Jumlah kabupaten/kota harus antara 1 dan {most}, bukan {districts}.",
                most=most,
                districts=districts,
            )
        )


def _check_households(households: int | None) -> None:
    if households is not None and not FEWEST_HOUSEHOLDS <= households <= MOST_HOUSEHOLDS:
        raise UsageError(
            _(
                "Jumlah rumah tangga per kabupaten harus antara {fewest} dan {most}, bukan {households}.",
                fewest=FEWEST_HOUSEHOLDS,
                most=MOST_HOUSEHOLDS,
                households=households,
            )
        )
