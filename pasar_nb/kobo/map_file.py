"""Reading of a map: every key known, every table and column of the contract, all problems at once."""

from __future__ import annotations

import tomllib
from datetime import timezone
from pathlib import Path
from typing import cast, get_args

from pasar_nb.contract.problems import Problem
from pasar_nb.kobo import messages_map as messages
from pasar_nb.kobo.map_log import ONE_OF, MapLog, Toml
from pasar_nb.kobo.map_rounds import VARIABLES, read_round, read_values, variable_rows
from pasar_nb.kobo.mapping import APPROVED, Changes, Duplicates, ImportMap, Round, Rules, Take
from pasar_nb.language import Message, _, listing
from pasar_nb.reference.districts import DistrictEntry, find
from pasar_nb.reference.time_zones import ZONES, zone_of

PARTS = ("district", "rules", "round", "values", "variables")
DISTRICT_KEYS = ("code", "zone")
RULE_KEYS = ("take", "status", "approved", "duplicates", "changes")
LARGEST_MAP = 1024**2  # bytes; a map of every table takes some ten thousand


def read_map(path: Path) -> tuple[ImportMap | None, list[Problem]]:
    """Read a map.

    Parameters
    ----------
    path
        A TOML file.

    Returns
    -------
    tuple
        The map, None where it has no district or no round, and everything that is wrong with it. What is
        right can be compared with the export even so.
    """
    log = MapLog(path.name)
    whole = _toml(path, log)
    if whole is None:
        return None, log.problems
    log.only(whole, PARTS, "")
    rows = variable_rows(log.part(whole, "variables"), log)
    variables = tuple(row[VARIABLES] for row in rows)
    rounds = _rounds(whole, variables, log)
    values = read_values(log.part(whole, "values"), variables, log)
    rules = _rules(log.part(whole, "rules"), log)
    found = _district(log.part(whole, "district"), log)
    if found is None or not rounds:
        return None, log.problems
    district, zone = found
    return ImportMap(path.name, district, zone, rules, rounds, values, rows), log.problems


def _toml(path: Path, log: MapLog) -> Toml | None:
    data = path.read_bytes()
    if len(data) > LARGEST_MAP:
        log.note(messages.MAP_UNREADABLE, path.name, reason=f"> {LARGEST_MAP} B")
        return None
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # TOMLDecodeError and UnicodeDecodeError are ValueErrors
        log.note(messages.MAP_UNREADABLE, path.name, reason=str(error))
        return None


def _district(part: Toml, log: MapLog) -> tuple[DistrictEntry, timezone] | None:
    log.only(part, DISTRICT_KEYS, "district")
    code = log.text(part, "code", "district")
    if not code:
        if "code" not in part:
            log.note(messages.KEY_MISSING, "district.code", expected=_("kode BPS kabupaten atau kota"))
        return None
    entry = find(code)
    if entry is None:
        log.note(messages.DISTRICT_UNKNOWN, "district.code", code=code)
        return None
    zone = log.text(part, "zone", "district", zone_of(entry.province))
    if zone not in ZONES:
        log.wrong("district.zone", Message(ONE_OF.template, {"known": listing(ZONES)}))
        return None
    return entry, ZONES[zone]


def _rules(part: Toml, log: MapLog) -> Rules:
    log.only(part, RULE_KEYS, "rules")
    approved = log.texts(part, "approved", "rules")
    return Rules(
        take=cast("Take", log.choice(part, "take", "rules", get_args(Take))),
        status=log.text(part, "status", "rules"),
        approved=frozenset(one.casefold() for one in approved) or APPROVED,
        duplicates=cast("Duplicates", log.choice(part, "duplicates", "rules", get_args(Duplicates))),
        changes=cast("Changes", log.choice(part, "changes", "rules", get_args(Changes))),
    )


def _rounds(whole: Toml, variables: tuple[str, ...], log: MapLog) -> tuple[Round, ...]:
    parts = whole.get("round", [])
    if not isinstance(parts, list) or not all(isinstance(one, dict) for one in parts):
        log.wrong("round", _("bagian berkepala [[round]] (dengan dua kurung siku)"))
        return ()
    if not parts:
        log.note(messages.KEY_MISSING, "round", expected=_("sekurang-kurangnya satu bagian [[round]]"))
    return tuple(read_round(one, number, variables, log) for number, one in enumerate(parts, start=1))
