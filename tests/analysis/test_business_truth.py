"""The demonstration districts know what their business models hold; the analysis finds the same."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from pasar_nb.analysis import business
from pasar_nb.district import District
from pasar_nb.findings import NotEstimable

DATA = Path(__file__).parents[2] / "data"
TODAY = date(2026, 11, 20)
FOLDERS = sorted(path.parent for path in DATA.glob("*/kebenaran.json"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_incomes_losers_costs_model_and_agreements_are_those_written_by_the_generator(folder: Path) -> None:
    truth, district = json.loads((folder / "kebenaran.json").read_text()), District.open(folder, today=TODAY)
    names = ("model_bisnis", "relasi_bisnis", "pembiayaan")
    result = business.compare(
        *(district.table(name) for name in names),
        profile=district.table("profil"),
        reference=district.table("acuan"),
        candidates=district.table("mitra"),
    )
    assert not isinstance(result.gains, NotEstimable)
    known, found = truth["model_bisnis"], result.gains.table.set_index("peran")
    for party, amount in known["tambahan_per_unit"].items():
        assert found.loc[party, "before"] == pytest.approx(known["bersih_sebelum_per_unit"][party])
        assert found.loc[party, "change"] == pytest.approx(amount)
    assert list(result.gains.parties("loss")) == known["pihak_yang_rugi"]
    assert not isinstance(result.finance, NotEstimable)
    assert result.finance.budget == pytest.approx(truth["pembiayaan"]["anggaran"])
    assert result.finance.spent == pytest.approx(truth["pembiayaan"]["realisasi"])
    assert {one.condition: one.model for one in result.recognition.found} == {
        "sebelum": "conventional",
        "sesudah": known["model"],
    }
    changes = result.partial.table.set_index("peran")["net_change"].to_dict()
    assert changes == pytest.approx(known["tambahan_per_unit"])
    names = result.partners.names.set_index("calon")["nama"]
    agreed = [*result.partners.agreed("lokal")["calon"], *result.partners.agreed("swasta")["calon"]]
    assert [names[calon] for calon in agreed] == truth["mitra"]["sepakat"]
