"""The tables of a district tell one story: commodity, prices, households and partners agree."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from pasar_nb import demo
from pasar_nb.demo.households import households
from pasar_nb.demo.measurements import SURVEYED
from pasar_nb.demo.places import BANTAENG, PACITAN, PEKALONGAN, PEMALANG, STORIES
from pasar_nb.demo.setting import Setting
from pasar_nb.demo.story import Story

EVERY_STORY = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.slug)


@pytest.fixture(scope="module")
def drawn() -> dict[str, demo.DemoDistrict]:
    return {district.code: district for district in demo.draw()}


def line(model: pd.DataFrame, condition: str, role: str, name: str) -> pd.Series:
    rows = model[(model["kondisi"] == condition) & (model["peran"] == role)]
    return rows[rows["komponen"].str.startswith(name)].iloc[0]


def net(model: pd.DataFrame) -> pd.Series:
    """Net income without investment in Rp per unit and year, by role and condition."""
    signs = {"pendapatan": 1, "biaya_variabel": -1, "biaya_tetap": -1, "investasi": 0}
    amounts = model["volume"] * model["harga"] * model["frekuensi_per_tahun"] * model["jenis"].map(signs)
    return amounts.groupby([model["peran"], model["kondisi"]]).sum()


def participants(tables: dict) -> pd.DataFrame:
    homes = tables["rumah_tangga"]
    return homes[homes["studi"] == "peserta"]


@EVERY_STORY
def test_the_commodity_chosen_is_the_one_mapped_modelled_and_sold(story: Story, drawn: dict) -> None:
    tables, name = drawn[story.code].tables, story.commodity.name
    assert tables["profil"]["komoditas_terpilih"].tolist() == [name]
    assert tables["keputusan"]["komoditas"].tolist() == [name]
    for table in ("pelaku", "aliran", "intervensi"):
        assert set(tables[table]["komoditas"]) == {name}
    sold = line(tables["model_bisnis"], "sebelum", "pokmas", "Penjualan")
    assert name.lower() in sold["komponen"]
    assert sold["satuan"] == story.commodity.unit
    assert set(tables["survei"]["satuan_produksi"]) == {story.commodity.unit}
    assert set(tables["mitra_survei"]["satuan"]) == {story.commodity.unit}


@pytest.mark.parametrize("homes", [150, 170, 180, 300])
def test_each_arm_has_five_groups_wherever_there_are_ten(homes: int) -> None:
    """With fewer an arm cannot be told from its groups, and there would be no comparison to show."""
    for seed in range(5):
        table = households(Setting(BANTAENG, homes, seed)).tables["rumah_tangga"]
        counts = table.groupby("studi")["id_kelompok"].nunique()
        assert (counts.min() >= 5) == (counts.sum() >= 10)
        assert (homes < 170) == (counts.sum() < 10)


@EVERY_STORY
def test_the_old_price_is_the_same_in_map_model_and_series(story: Story, drawn: dict) -> None:
    tables = drawn[story.code].tables
    flows = tables["aliran"].set_index(["dari", "ke", "jenis"])
    old = flows.loc[("PRD", "PGP", "produk"), "harga"]
    assert line(tables["model_bisnis"], "sebelum", "pokmas", "Penjualan")["harga"] == old
    assert line(tables["model_bisnis"], "sebelum", "mitra_lokal", "Pembelian")["harga"] == old
    series = tables["deret"]
    series = series[series["seri"] == f"harga_{story.commodity.name.lower().replace(' ', '_')}"]
    before = series[series["bulan"] < story.programme.start[:7]].tail(12)["nilai"].mean()
    assert old == pytest.approx(before, rel=0.01)
    survey = tables["survei"]
    asked = survey.loc[survey["gelombang"] == 0, "harga_jual"].median()
    # A survey falls in one month, the model's price is that of a year: the season lies between them.
    assert asked == pytest.approx(old, rel=story.commodity.swing + 0.06)


@EVERY_STORY
def test_the_new_price_is_the_one_promised_and_both_sides_name_it(story: Story, drawn: dict) -> None:
    model = drawn[story.code].tables["model_bisnis"]
    old = line(model, "sebelum", "pokmas", "Penjualan")["harga"]
    new = line(model, "sesudah", "pokmas", "Penjualan")["harga"]
    assert new / old - 1 == pytest.approx(story.venture.deal.premium, abs=0.01)
    assert line(model, "sesudah", "mitra_lokal", "Pembelian")["harga"] == new
    bought = line(model, "sesudah", "mitra_swasta", "Pembelian")["harga"]
    assert line(model, "sesudah", "mitra_lokal", "Penjualan")["harga"] == bought


@EVERY_STORY
def test_the_model_rests_on_what_the_survey_found(story: Story, drawn: dict) -> None:
    tables = drawn[story.code].tables
    model, survey = tables["model_bisnis"], tables["survei"]
    ours = survey[survey["id_rt"].isin(participants(tables)["id_rt"]) & (survey["gelombang"] == 0)]
    producers = model[model["peran"] == "pokmas"]
    assert set(producers["jumlah_unit"]) == {len(participants(tables))}
    yearly = net(model)["pokmas", "sebelum"]
    assert yearly / 12 == pytest.approx(ours["pendapatan_usaha"].mean(), rel=0.12)


@EVERY_STORY
def test_flows_keep_their_mass_and_money_runs_against_them(story: Story, drawn: dict) -> None:
    flows = drawn[story.code].tables["aliran"]
    products = flows[(flows["jenis"] == "produk") & (flows["dari"] != "INP")]
    into, out = products.groupby("ke")["volume"].sum(), products.groupby("dari")["volume"].sum()
    for actor in into.index.intersection(out.index):
        assert out[actor] <= into[actor] * 1.001, actor
    money = flows[flows["jenis"] == "uang"].set_index(["ke", "dari"])["volume"]
    paid = flows[flows["jenis"] == "produk"].set_index(["dari", "ke"]).eval("volume * harga")
    assert np.allclose(money.sort_index(), paid.sort_index())
    assert set(flows["dari"]) | set(flows["ke"]) <= set(drawn[story.code].tables["pelaku"]["pelaku"])


@EVERY_STORY
def test_prices_rise_along_the_chain_and_pay_for_each_step(story: Story, drawn: dict) -> None:
    tables = drawn[story.code].tables
    flows = tables["aliran"].set_index(["dari", "ke", "jenis"])["harga"]
    way = ["PRD", "PGP", "PBS", "MSW", "ECR", "KON"]
    prices = [flows[start, end, "produk"] for start, end in pairwise(way)]
    assert prices == sorted(prices)
    cost = tables["pelaku"].set_index("pelaku")["biaya_per_satuan"]
    for actor, bought, sold in zip(way[1:-1], prices, prices[1:], strict=False):
        assert 0 < cost[actor] < sold - bought, actor


@EVERY_STORY
def test_an_actor_that_nobody_is_gives_and_takes_nothing(story: Story, drawn: dict) -> None:
    tables = drawn[story.code].tables
    nobody = tables["pelaku"][tables["pelaku"]["jumlah"] == 0]
    assert len(nobody) >= 1
    ends = set(tables["aliran"]["dari"]) | set(tables["aliran"]["ke"])
    assert not set(nobody["pelaku"]) & ends
    assert list(nobody["fungsi"]) == drawn[story.code].truth["peta_pasar"]["fungsi_kosong"]


@EVERY_STORY
def test_problems_form_one_tree_and_roots_are_answered_or_told(story: Story, drawn: dict) -> None:
    district = drawn[story.code]
    tree = district.tables["masalah"]
    edges = tree[tree["induk"] != ""][["induk", "masalah"]]
    graph = nx.DiGraph(list(edges.itertuples(index=False, name=None)))
    assert nx.is_arborescence(graph)
    assert set(graph.nodes) == set(tree["masalah"])
    leaves = {node for node in graph.nodes if graph.out_degree(node) == 0}
    assert leaves == set(tree.loc[tree["akar"], "masalah"])
    codes = set(tree["intervensi"].str.split(";").explode()) - {""}
    assert codes == set(district.tables["intervensi"]["intervensi"])
    unanswered = tree[tree["akar"] & (tree["intervensi"] == "")]
    assert list(unanswered["masalah"]) == district.truth["peta_pasar"]["akar_tanpa_intervensi"]


@EVERY_STORY
def test_contacts_are_with_participants_while_the_programme_runs(story: Story, drawn: dict) -> None:
    tables = drawn[story.code].tables
    contacts = tables["pendampingan"]
    assert set(contacts["id_rt"]) <= set(participants(tables)["id_rt"])
    assert contacts["tanggal"].min() >= pd.Timestamp(story.programme.start)
    assert (contacts["jam"].notna() == contacts["hadir"]).all()
    if len(story.programme.waves) > 1:
        assert contacts["tanggal"].max() < pd.Timestamp(story.programme.waves[-1])


@EVERY_STORY
def test_intensive_mentoring_is_for_households_below_the_line(story: Story, drawn: dict) -> None:
    tables = drawn[story.code].tables
    line_of = tables["acuan"].set_index("tahun")["garis_kemiskinan"]
    survey = tables["survei"]
    spent = survey.filter(like="belanja_").sum(axis=1, skipna=False) / survey["jumlah_anggota"]
    poor = survey.assign(poor=spent < survey["tanggal"].dt.year.map(line_of))[spent.notna()]
    contacts = tables["pendampingan"].sort_values("tanggal")
    # Visits of the month of a survey are planned from the survey before it.
    held = contacts.assign(at=contacts["tanggal"].dt.to_period("M").dt.to_timestamp())
    latest = pd.merge_asof(
        held.sort_values("at"), poor[["id_rt", "tanggal", "poor"]].sort_values("tanggal"),
        left_on="at", right_on="tanggal", by="id_rt", allow_exact_matches=False,
    )  # fmt: skip
    intensive = latest[latest["jenis"] == "intensif"].dropna(subset=["poor"])
    # Where an answer is missing, the survey before it is found here and not by the generator.
    assert len(intensive) == 0 or intensive["poor"].astype(bool).mean() > 0.85


@EVERY_STORY
def test_the_local_partner_of_map_candidates_and_survey_is_one(story: Story, drawn: dict) -> None:
    tables = drawn[story.code].tables
    agreed = tables["mitra"].query("status == 'sepakat' and jenis == 'lokal'")["mitra"].tolist()
    actor = tables["pelaku"].set_index("pelaku")["nama"]
    assert agreed == [actor["MTL"]]
    private = tables["mitra"].query("jenis == 'swasta'")["mitra"]
    assert private.str.startswith(actor["MSW"]).all()
    told = tables["mitra_survei"]
    assert set(told["mitra"]) <= set(tables["mitra"]["mitra"])
    local = told[told["mitra"] == agreed[0]]
    assert local["gelombang"].tolist() == list(range(len(story.programme.waves)))


@EVERY_STORY
def test_the_local_partner_pays_the_price_of_the_series_to_the_suppliers_of_the_survey(
    story: Story, drawn: dict
) -> None:
    tables = drawn[story.code].tables
    series = tables["deret"].set_index(["seri", "bulan"])["nilai"]
    prices = series.xs(f"harga_{story.commodity.name.lower().replace(' ', '_')}")
    volumes = series.xs(f"volume_{story.commodity.name.lower().replace(' ', '_')}")
    local = tables["mitra_survei"].query("jenis != 'offtaker'")
    months = local["tanggal"].dt.strftime("%Y-%m")
    assert local["harga_beli"].tolist() == [prices[month] for month in months]
    assert (local["volume_beli"].to_numpy() < [volumes[month] for month in months]).all()
    survey = tables["survei"][tables["survei"]["id_rt"].isin(participants(tables)["id_rt"])]
    sells = survey[survey["pasar_utama"] == "Mitra lokal"].groupby("gelombang").size()
    suppliers = local.set_index("gelombang").eval("pemasok_l + pemasok_p")
    # The partner knows all its suppliers, the survey lacks a few answers.
    assert (suppliers >= sells.reindex(suppliers.index, fill_value=0)).all()
    assert (suppliers <= sells.reindex(suppliers.index, fill_value=0) * 1.1 + 3).all()
    assert (local["pemasok_disabilitas"] <= local.eval("pemasok_l + pemasok_p")).all()


@EVERY_STORY
def test_every_box_but_one_has_an_indicator_and_all_lead_to_poverty(story: Story, drawn: dict) -> None:
    tables = drawn[story.code].tables
    boxes, indicators = tables["rantai"], tables["indikator"]
    assert set(boxes["rantai"]) - set(indicators["rantai"]) == {"K2"}
    edges = boxes.assign(next=boxes["menyebabkan"].str.split(";")).explode("next")
    graph = nx.DiGraph(
        list(edges[edges["next"] != ""][["rantai", "next"]].itertuples(index=False, name=None))
    )
    assert nx.is_directed_acyclic_graph(graph)
    assert nx.ancestors(graph, "T1") | {"T1"} == set(boxes["rantai"])
    assert set(indicators["tema"]) == {
        *("tenaga_kerja", "kinerja_usaha", "pendapatan_konsumsi"),
        *("peluang_ekonomi", "akses_partisipasi", "persepsi"),
    }


@EVERY_STORY
def test_no_target_lies_on_the_wrong_side_of_its_baseline(story: Story, drawn: dict) -> None:
    plan = drawn[story.code].tables["indikator"]
    plan = plan[plan["nilai_awal"].notna() & (plan["nilai_awal"] != 0)]
    rises = plan["arah"] == "naik"
    assert (plan["target"] > plan["nilai_awal"])[rises].all()
    assert (plan["target"] < plan["nilai_awal"])[~rises].all()


@EVERY_STORY
def test_measured_incomes_and_sales_are_those_of_the_survey(story: Story, drawn: dict) -> None:
    tables = drawn[story.code].tables
    survey = tables["survei"][tables["survei"]["id_rt"].isin(participants(tables)["id_rt"])]
    wave_of = {month: wave for wave, month in enumerate(story.programme.waves)}
    start = tables["indikator"].set_index("indikator")["nilai_awal"]
    measured = tables["capaian"].set_index(["indikator", "bulan"])["nilai"]
    for code, column in (("N11", "pendapatan_usaha"), ("N13", "pendapatan_rt")):
        means = survey.groupby("gelombang")[column].mean()
        assert start[code] == pytest.approx(means[0], abs=1_000)
        for month, wave in wave_of.items():
            assert ((code, month) in measured.index) == (wave > 0)
            if wave:
                assert measured[code, month] == pytest.approx(means[wave], abs=1_000)
    trainings = tables["pendampingan"].query("jenis == 'pelatihan'")
    group = tables["rumah_tangga"].set_index("id_rt")["id_kelompok"]
    held = pd.DataFrame({"group": trainings["id_rt"].map(group), "day": trainings["tanggal"]})
    last = tables["capaian"].query("indikator == 'N01'")["nilai"].iloc[-1]
    assert last == len(held.drop_duplicates())


def test_pekalongan_has_its_baseline_alone_and_a_short_series(drawn: dict) -> None:
    tables = drawn[PEKALONGAN.code].tables
    assert set(tables["survei"]["gelombang"]) == {0}
    assert tables["profil"]["mulai_intervensi"].iloc[0] > tables["survei"]["tanggal"].max()
    months = tables["deret"].groupby("seri").size()
    assert (months < 24).all()  # too few for a season
    assert not set(tables["capaian"]["indikator"]) & set(SURVEYED)
    others = [
        one.tables["deret"].groupby("seri").size().min()
        for code, one in drawn.items()
        if code != PEKALONGAN.code
    ]
    assert min(others) >= 48


def test_pacitan_alone_has_no_comparison_group(drawn: dict) -> None:
    without = [
        code for code, district in drawn.items()
        if set(district.tables["rumah_tangga"]["studi"]) == {"peserta"}
    ]  # fmt: skip
    assert without == [PACITAN.code]


def test_in_bantaeng_the_village_traders_lose_in_model_records_and_words(drawn: dict) -> None:
    tables = drawn[BANTAENG.code].tables
    yearly = net(tables["model_bisnis"])
    assert yearly["mitra_lokal", "sesudah"] < yearly["mitra_lokal", "sebelum"]
    local = tables["mitra_survei"].query("jenis != 'offtaker'").sort_values("gelombang")
    assert (local["keuntungan"].iloc[1:] < local["keuntungan"].iloc[0]).all()
    candidate = tables["mitra"].set_index("mitra").loc[local["mitra"].iloc[0]]
    assert candidate["insentif"] <= 2
    assert (tables["umpan_balik"]["tema"] == "pengepul").sum() >= 3


def test_in_pemalang_the_private_partner_withdraws_and_no_higher_price_comes(drawn: dict) -> None:
    district = drawn[PEMALANG.code]
    best = district.tables["mitra"].query("jenis == 'swasta'").iloc[0]
    assert best["status"] == "batal"
    assert best["tanggal"] > pd.Timestamp(PEMALANG.programme.start)
    truth = district.truth["model_bisnis"]
    assert truth["kenaikan_harga_dijanjikan"] > 0.05
    assert truth["kenaikan_harga_terjadi"] == 0
    agreements = district.tables["capaian"].query("indikator == 'N04'")
    assert agreements["nilai"].iloc[0] == 1
    assert agreements["nilai"].iloc[-1] == 0
    assert "menghentikan" in agreements["catatan"].str.cat()


@EVERY_STORY
def test_further_questions_are_declared_and_answered(story: Story, drawn: dict) -> None:
    tables = drawn[story.code].tables
    declared = tables["variabel"].set_index("variabel")
    assert len(declared) >= 1
    for name, row in declared.iterrows():
        answers = tables["survei"][name]
        assert answers.nunique() >= 2
        assert 0.005 < answers.isna().mean() < 0.08
        assert row["jenis"] != "angka" or row["satuan"]


@EVERY_STORY
def test_costs_have_every_group_and_are_settled_up_to_last_year(story: Story, drawn: dict) -> None:
    costs = drawn[story.code].tables["pembiayaan"]
    assert set(costs["kelompok"]) == {"kelembagaan", "intervensi", "pengukuran_hasil"}
    assert costs.loc[costs["tahun"] <= 2025, "realisasi"].notna().all()
    assert costs.loc[costs["tahun"] >= 2027, "realisasi"].isna().all()
    assert (costs["realisasi"].dropna() <= costs["anggaran"][costs["realisasi"].notna()]).all()
    assert ((costs["kode_apbd"] != "") == (costs["sumber"] == "APBD")).all()


@EVERY_STORY
def test_remarks_come_from_the_programme_s_time_and_name_nobody(story: Story, drawn: dict) -> None:
    remarks = drawn[story.code].tables["umpan_balik"]
    assert len(remarks) >= 4
    assert remarks["tanggal"].min() > pd.Timestamp(story.programme.start)
    assert remarks["teks"].is_unique
    assert not remarks["teks"].str.contains(r"\b(?:Pak|Bu|Bapak|Ibu) [A-Z]", regex=True).any()


@EVERY_STORY
def test_who_spoke_and_the_second_coding_are_those_of_the_truth(story: Story, drawn: dict) -> None:
    remarks, truth = drawn[story.code].tables["umpan_balik"], drawn[story.code].truth["umpan_balik"]
    spoken = remarks["sumber"].isin(["fgd", "wawancara"])
    assert (remarks.loc[spoken, "jenis_kelamin"].isin(["L", "P"])).all()
    assert (remarks.loc[~spoken, "jenis_kelamin"] == "").all()
    of_a_wife = remarks["teks"].str.contains("suami", case=False)
    assert (remarks.loc[of_a_wife, "jenis_kelamin"] == "P").all()
    twice = remarks[remarks["tema_kedua"] != ""]
    assert (twice["tema"] != "").all()
    told = {"n": len(twice), "sama": int((twice["tema"] == twice["tema_kedua"]).sum())}
    assert truth["tema_kedua"] == told


def test_remarks_are_coded_twice_in_some_districts_and_once_in_others(drawn: dict) -> None:
    coded = {bool((one.tables["umpan_balik"]["tema_kedua"] != "").any()) for one in drawn.values()}
    assert coded == {True, False}
