"""Sentences on demand and supply as the commodity's monthly series show them."""

from __future__ import annotations

from pasar_nb.analysis.market.profile_results import CommodityProfile, PeriodChange, SeriesProfile
from pasar_nb.analysis.market.results import MarketMap
from pasar_nb.analysis.trend import Season
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, Month, Share, Value, _, _n, listing, paragraph
from pasar_nb.prose.trend.amounts import amount, plain_interval
from pasar_nb.prose.trend.series import cycle
from pasar_nb.vocabulary import SERIES_KIND_LABELS, readable, readable_all

MOST_SAID = 3  # series that are told one by one; the others stand in the table
LEAST_CHANGE = 0.0005  # as a share; smaller ones are written 0,0%


def demand_and_supply(shown: Released[MarketMap]) -> Message | NotEstimable:
    """Say level and change of the prices, of supply and of demand, and which of them no series tells."""
    profile = shown.result.profile
    if isinstance(profile, NotEstimable):
        return profile
    told = _told(profile)
    said = [_level(one) for one in told]
    left_out = len(profile.every) - len(told)
    if left_out:
        said.append(_n("{count} deret lain ada pada tabel.", left_out))
    return paragraph(*said)


def seasons(shown: Released[MarketMap]) -> Message | NotEstimable:
    """Say in which months the series are usually highest and lowest."""
    profile = shown.result.profile
    if isinstance(profile, NotEstimable):
        return profile
    told = _told(profile)
    known = [(one, one.season) for one in told if isinstance(one.season, Season)]
    if not known:
        reasons = [one.season for one in told if isinstance(one.season, NotEstimable)]
        return reasons[0]
    return paragraph(*(_season(one, found) for one, found in known))


def profile_in_short(shown: Released[MarketMap]) -> Message | NotEstimable:
    """Say in one or two sentences what the price and the volume did in the last year."""
    profile = shown.result.profile
    if isinstance(profile, NotEstimable):
        return profile
    first = profile.headline or profile.every[0]
    volumes = [one for one in profile.of_kind("demand", "supply") if one is not first]
    return paragraph(*(_level(one, short=True) for one in (first, *volumes[:1])))


def of_series(result: MarketMap) -> list[Message]:
    """Say what the series cannot tell."""
    profile = result.profile
    if isinstance(profile, NotEstimable):
        return []
    said = [
        _(
            "Deret bulanan menggambarkan yang dicatat sumbernya, belum tentu seluruh pasar; perubahan "
            "antara dua masa 12 bulan adalah selisih angka tercatat, tanpa selang."
        )
    ]
    absent = [label for kind, label in SERIES_KIND_LABELS.items() if _lacks(profile, kind)]
    if absent:
        said.append(_("Tidak ada deret untuk {kinds}.", kinds=listing(InSentence(one) for one in absent)))
    others = [one.series.name for one in profile.of_kind("other")]
    if others:
        said.append(
            _(
                "Golongan deret tidak dapat ditentukan dari nama, satuan, atau sumbernya: {names}.",
                names=readable_all(others),
            )
        )
    if profile.mixed:
        said.append(
            _(
                "Memakai lebih dari satu satuan, jadi tidak diuraikan: {names}.",
                names=readable_all(profile.mixed),
            )
        )
    if profile.unrelated:
        said.append(
            _(
                "Namanya tidak memuat komoditas ini, jadi tidak diuraikan: {names}.",
                names=readable_all(profile.unrelated),
            )
        )
    return said


def _lacks(profile: CommodityProfile, kind: str) -> bool:
    return kind != "other" and all(one.kind != kind for one in profile.every)


def _told(profile: CommodityProfile) -> tuple[SeriesProfile, ...]:
    """Take the main price first, then one series of each other kind, then the rest."""
    ordered = sorted(profile.every, key=lambda one: one is not profile.headline)
    first_of = {one.kind: one for one in reversed(ordered)}
    first = [one for one in ordered if first_of[one.kind] is one]
    return tuple([*first, *(one for one in ordered if one not in first)][:MOST_SAID])


def _level(one: SeriesProfile, *, short: bool = False) -> Message:
    of = one.series
    latest = _(
        "{series}: {value} pada {month}",
        series=readable(of.name),
        value=amount(one.latest, of),
        month=Month(of.last),
    )
    if isinstance(one.recent, NotEstimable):
        return paragraph(_("{latest}.", latest=latest), *([] if short else [one.recent.reason]))
    recent = _(
        "{latest}; rata-rata 12 bulan terakhir {change}{real}",
        latest=latest,
        change=_against(one.recent, _("12 bulan sebelumnya")),
        real=_real(one.recent_real),
    )
    if short or isinstance(one.since, NotEstimable):
        return _("{recent}.", recent=recent)
    since = _(
        "{recent}, dan {change}{real}",
        recent=recent,
        change=_against(one.since, _("12 bulan pertama deret")),
        real=_real(one.since_real),
    )
    return paragraph(_("{since}.", since=since), *_per_year(one))


def _against(found: PeriodChange, period: Message) -> Message:
    if abs(found.change) < LEAST_CHANGE:
        return _("sama dengan {period}", period=period)
    size = Share(abs(found.change), 1)
    if found.change > 0:
        return _("{size} lebih tinggi daripada {period}", size=size, period=period)
    return _("{size} lebih rendah daripada {period}", size=size, period=period)


def _real(found: PeriodChange | NotEstimable | None) -> Message | str:
    """Say the real change behind the nominal one, or that there is none."""
    if found is None:
        return ""
    if isinstance(found, NotEstimable):
        return _(" (nominal)")
    if abs(found.change) < LEAST_CHANGE:
        return _(" (riil sama)")
    size = Share(abs(found.change), 1)
    return (
        _(" (riil {size} lebih tinggi)", size=size)
        if found.change > 0
        else _(" (riil {size} lebih rendah)", size=size)
    )


def _per_year(one: SeriesProfile) -> list[Message]:
    if isinstance(one.slope, NotEstimable):
        return [one.slope.reason]
    facts: dict[str, Value] = {
        "change": Share(one.slope.per_year, 1),
        "interval": plain_interval(one.slope.interval),
        "months": one.slope.n,
    }
    said = [
        _("Trennya {change} per tahun, riil (selang 95%: {interval}; n = {months} bulan).", **facts)
        if one.series.real_base is not None
        else _("Trennya {change} per tahun (selang 95%: {interval}; n = {months} bulan).", **facts)
    ]
    if not one.slope.clear:
        said.append(_("Arah tren ini belum jelas."))
    return said


def _season(one: SeriesProfile, found: Season) -> Message:
    name = readable(one.series.name)
    if not found.clear:
        return _("{series} tidak menunjukkan pola musim yang melebihi kebetulan.", series=name)
    return cycle(one.series, found)
