"""The provenance record of a report: what the notebook recorded, and the run that made it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from pasar_nb.report.fields import RunFields

SCHEMA_VERSION = 1


def write(recorded: Mapping[str, Any], run: RunFields) -> bytes:
    """Write the record as JSON with sorted keys; the run stands under the key ``run``.

    Raises
    ------
    ValueError
        For a number that JSON cannot hold: a result that cannot be told is null.
    """
    content = {**recorded, "schema_version": SCHEMA_VERSION, "run": asdict(run)}
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, indent=1, allow_nan=False)
    return (text + "\n").encode()
