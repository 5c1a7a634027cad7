"""The 26 tables of the Dokumen Kendali, as data: the one source for checks, template and dictionary."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pasar_nb.contract.spec import Table
from pasar_nb.contract.tables.business import BUSINESS
from pasar_nb.contract.tables.households import DERIVED_MEASURES, HOUSEHOLDS
from pasar_nb.contract.tables.market import MARKET
from pasar_nb.contract.tables.monitoring import MONITORING
from pasar_nb.contract.tables.profile import PROFILE
from pasar_nb.contract.tables.selection import SELECTION
from pasar_nb.contract.tables.surveys import SURVEYS

TABLES: Mapping[str, Table] = MappingProxyType(
    {
        table.name: table
        for table in (*PROFILE, *SELECTION, *MARKET, *BUSINESS, *MONITORING, *HOUSEHOLDS, *SURVEYS)
    }
)

__all__ = ["DERIVED_MEASURES", "TABLES"]
