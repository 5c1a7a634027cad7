"""The models of the replication guide (Replikasi 1.3, figures 1 to 3), recognised by their exchanges."""

from __future__ import annotations

import pytest
from business_cases import relations

from pasar_nb.analysis.business import Recognised, Recognition
from pasar_nb.analysis.business.exchanges import compare_exchanges
from pasar_nb.analysis.business.recognition import EXCHANGED, recognise
from pasar_nb.analysis.business.recognition import A as NEEDED_OF_A
from pasar_nb.findings import NotEstimable

# Figure 1: producers sell to a local and now and then to an alternative buyer, against money.
CONVENTIONAL = """
sesudah pokmas mitra_lokal produk
sesudah mitra_lokal pokmas uang
sesudah pokmas mitra_swasta produk
sesudah mitra_swasta pokmas uang
"""
# Figure 2: products to the private partner; money, investment and embedded services back, link by link.
MODEL_A = """
sesudah pokmas mitra_lokal produk
sesudah mitra_lokal pokmas uang
sesudah mitra_lokal pokmas pembiayaan
sesudah mitra_lokal pokmas jasa_melekat
sesudah mitra_lokal mitra_swasta produk
sesudah mitra_swasta mitra_lokal uang
sesudah mitra_swasta mitra_lokal pembiayaan
sesudah mitra_swasta mitra_lokal jasa_melekat
"""
# Figure 3: figure 2 with a lender (referral, fee, repayment) and a supplier of inputs (extension, payment).
LENDER = """
sesudah lembaga_keuangan pokmas pembiayaan
sesudah mitra_lokal lembaga_keuangan informasi Referensi debitur
sesudah mitra_lokal lembaga_keuangan uang Pembayaran kembali
sesudah lembaga_keuangan mitra_lokal uang Biaya monitoring
"""
SUPPLIER = """
sesudah penyedia_input pokmas produk
sesudah penyedia_input pokmas jasa_melekat Penyuluhan
sesudah mitra_lokal penyedia_input uang
"""
MODEL_B = MODEL_A + LENDER.strip() + SUPPLIER


def recognition(text: str) -> Recognition:
    result = recognise(compare_exchanges(relations(text)))
    assert isinstance(result, Recognition)
    return result


def recognised(text: str) -> Recognised:
    """What the exchanges of the one condition are."""
    (found,) = recognition(text).found
    return found


def without(text: str, *ends: str) -> str:
    """Drop the lines between two parties of some kinds."""
    giver, taker, *kinds = ends
    dropped = {(giver, taker, kind) for kind in kinds}
    return "\n".join(line for line in text.strip().splitlines() if tuple(line.split()[1:4]) not in dropped)


@pytest.mark.parametrize(
    ("drawn", "model"),
    [(CONVENTIONAL, "conventional"), (MODEL_A, "A"), (MODEL_B, "B")],
    ids=["figure 1", "figure 2", "figure 3"],
)
def test_each_figure_of_the_guide_is_recognised_with_nothing_missing(drawn: str, model: str) -> None:
    found = recognised(drawn)
    assert (found.model, found.missing) == (model, ())


def test_before_and_after_are_recognised_each_by_itself() -> None:
    both = CONVENTIONAL.replace("sesudah", "sebelum") + MODEL_B
    result = recognition(both)
    assert [(one.condition, one.model) for one in result.found] == [
        ("sebelum", "conventional"),
        ("sesudah", "B"),
    ]
    assert result.of("sebelum").model == "conventional"


def test_a_condition_that_is_not_recorded_is_not_recognised() -> None:
    result = recognition(MODEL_A)
    assert result.of("sebelum") is None
    assert result.table["sebelum"].isna().all()


def test_the_order_of_rows_does_not_matter() -> None:
    turned = "\n".join(reversed(MODEL_B.strip().splitlines()))
    assert recognised(turned).model == "B"


@pytest.mark.parametrize("feature", NEEDED_OF_A)
def test_a_model_that_lacks_one_feature_of_a_is_said_to_be_nearly_a(feature: str) -> None:
    givers, takers, kinds = EXCHANGED[feature]
    partly = MODEL_A
    for giver in givers:
        for taker in takers:
            partly = without(partly, giver, taker, *kinds)
    found = recognised(partly)
    assert (found.model, found.missing) == ("unrecognised", (feature,))


def test_information_alone_is_no_embedded_service_and_yet_more_than_conventional() -> None:
    told = CONVENTIONAL + "sesudah mitra_lokal pokmas informasi\n"
    found = recognised(told)
    assert found.model == "unrecognised"
    assert found.against == ("beyond_trade",)
    assert "services_from_local" in found.missing


@pytest.mark.parametrize("kind", ["jasa", "jasa_melekat", "informasi", "pembiayaan"])
@pytest.mark.parametrize("ends", ["mitra_lokal pokmas", "mitra_swasta mitra_lokal", "mitra_swasta pokmas"])
def test_only_goods_and_money_are_exchanged_in_a_conventional_model(ends: str, kind: str) -> None:
    assert recognised(CONVENTIONAL + f"sesudah {ends} {kind}\n").model == "unrecognised"


def test_products_without_recorded_money_are_not_called_conventional() -> None:
    found = recognised("sesudah pokmas mitra_lokal produk\n")
    assert (found.model, found.against) == ("unrecognised", ())
    assert "money_from_local" in found.missing


def test_an_ordinary_loan_and_retail_inputs_leave_a_conventional_model_conventional() -> None:
    around = """
sesudah lembaga_keuangan pokmas pembiayaan
sesudah pokmas lembaga_keuangan uang
sesudah penyedia_input pokmas produk
sesudah pokmas penyedia_input uang
sesudah pemerintah pokmas jasa
"""
    assert recognised(CONVENTIONAL + around.strip()).model == "conventional"


def test_one_half_of_b_is_b_with_the_other_half_named_as_missing() -> None:
    assert recognised(MODEL_A + LENDER.strip()).missing == ("inputs", "extension")
    assert recognised(MODEL_A + LENDER.strip()).model == "B"
    assert recognised(MODEL_A + SUPPLIER.strip()).missing == ("loan", "repayment_by_local")
    assert recognised(MODEL_A + SUPPLIER.strip()).model == "B"


def test_a_loan_that_producers_repay_themselves_is_only_begun_b() -> None:
    direct = MODEL_A + "sesudah lembaga_keuangan pokmas pembiayaan\nsesudah pokmas lembaga_keuangan uang\n"
    found = recognised(direct)
    assert (found.model, found.missing) == ("A", ("repayment_by_local",))


def test_a_lender_and_a_supplier_without_the_two_partners_are_no_b() -> None:
    assert recognised(LENDER.strip() + SUPPLIER).model == "unrecognised"


def test_an_offtaker_may_serve_the_producers_directly() -> None:
    moved = MODEL_A.replace("mitra_swasta mitra_lokal jasa_melekat", "mitra_swasta pokmas jasa_melekat")
    assert recognised(without(moved, "mitra_swasta", "mitra_lokal", "pembiayaan")).model == "A"


def test_without_exchanges_nothing_is_recognised() -> None:
    assert isinstance(recognise(compare_exchanges(relations(CONVENTIONAL).iloc[:0])), NotEstimable)


def test_the_table_says_of_every_feature_whether_it_is_recorded() -> None:
    table = recognition(MODEL_A + SUPPLIER.strip()).table.set_index("ciri")
    assert table.loc[list(NEEDED_OF_A), "sesudah"].all()
    assert table.loc[["inputs", "extension", "input_payment"], "sesudah"].all()
    assert not table.loc[["loan", "repayment_by_local", "referral", "monitoring_fee"], "sesudah"].any()
