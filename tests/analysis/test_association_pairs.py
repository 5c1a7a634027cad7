"""All pairs of a district: the proper measure of each, what is left out, and what is never a finding."""

import numpy as np
import pandas as pd
import pytest
from association_cases import district, in_groups, level_prices
from scipy import stats

from pasar_nb.analysis import association
from pasar_nb.analysis.association import prepared
from pasar_nb.analysis.association.ordering import in_order
from pasar_nb.analysis.association.schooling import steps_of
from pasar_nb.findings import NotEstimable
from pasar_nb.language import verbatim

COUNT = 80
NO_VARIABLES = pd.DataFrame(columns=["variabel", "nama", "satuan", "jenis", "arah", "tema"], dtype="str")
FLAT = level_prices("2024-01", "2025-01")
UNKNOWN = NotEstimable(verbatim("Belum ditetapkan."))


def village(**columns):
    """Tables of a district with answers that are set by hand; numbers of both waves one after the other."""
    random = np.random.default_rng(3)
    homes, survey, given = district(
        random.integers(0, 12, COUNT), random.normal(0, 50, COUNT), groups=in_groups(COUNT, 16)
    )
    homes = homes.assign(
        usia_kk=random.integers(20, 70, COUNT),
        pendidikan_kk=random.choice(["tidak sekolah", "SD", "SMP/MTs", "SMA"], COUNT),
        jenis_kelamin_kk=random.choice(["L", "P"], COUNT),
        disabilitas=False,
    )
    answers = {
        "produksi": random.normal(size=2 * COUNT),
        "bansos": random.random(2 * COUNT) < 0.5,
        "telepon_usaha": random.random(2 * COUNT) < 0.5,
        "persepsi_kemampuan": random.integers(1, 6, 2 * COUNT),
        "persepsi_pengetahuan": random.integers(1, 6, 2 * COUNT),
        "pasar_utama": random.choice(["desa", "kota", "pasar"], 2 * COUNT),
    }
    return homes, survey.assign(**answers | columns), given


def relate(tables, **options):
    settings = {"variables": NO_VARIABLES, "outcome": UNKNOWN, "price_index": FLAT}
    return association.relate(*tables, **settings | options)


def row_of(matrix, one, other):
    chosen = matrix.table[matrix.table["one"].isin([one, other]) & matrix.table["other"].isin([one, other])]
    return chosen.iloc[0]


@pytest.mark.parametrize(
    ("one", "other", "measure"),
    [
        ("produksi", "usia_kk", "spearman"),
        ("produksi", "persepsi_kemampuan", "spearman"),
        ("pendidikan_kk", "pendapatan_rt", "spearman"),
        ("persepsi_kemampuan", "persepsi_pengetahuan", "tau_b"),
        ("bansos", "produksi", "rank_biserial"),
        ("bansos", "pendidikan_kk", "rank_biserial"),
        ("bansos", "telepon_usaha", "phi"),
        ("pasar_utama", "bansos", "cramers_v"),
        ("pasar_utama", "produksi", "eta"),
    ],
)
def test_each_pair_has_its_proper_measure_with_an_interval(one, other, measure):
    row = row_of(relate(village()).levels, one, other)
    assert row["measure"] == measure
    assert row["low"] <= row["value"] <= row["high"]
    assert row["n"] == COUNT
    assert 0 <= row["p_value"] <= row["p_bh"] <= 1


def test_a_pair_is_correlated_over_the_households_that_answered_both():
    tables = village()
    tables[1].loc[tables[1].index[-30:], "produksi"] = np.nan
    last = tables[1][tables[1]["gelombang"] == 1].reset_index(drop=True)
    row = row_of(relate(tables).levels, "produksi", "pendapatan_rt")
    known = last["produksi"].notna()
    assert row["n"] == known.sum() == COUNT - 30
    expected = stats.spearmanr(last["produksi"][known], last["pendapatan_rt"][known]).statistic
    assert row["value"] == pytest.approx(expected)


def test_constants_sums_and_copies_are_named_with_their_reason():
    random = np.random.default_rng(1)
    spent = {
        name: random.gamma(2, 100, 2 * COUNT)
        for name in (
            *("belanja_makanan", "belanja_pendidikan_kesehatan", "belanja_transport_komunikasi"),
            *("belanja_rumah", "belanja_transfer", "belanja_lain"),
        )
    }
    production = random.normal(size=2 * COUNT)
    own = pd.DataFrame(
        {"variabel": ["salinan"], "nama": ["Salinan"], "satuan": ["kg"], "jenis": ["angka"], "arah": [None]}
    ).assign(tema=None)
    tables = village(**spent, produksi=production, salinan=2 * production + 5, jam_kerja=8.0)
    reasons = {one.name: str(one.reason) for one in relate(tables, variables=own).levels.left_out}
    assert "belanja makanan" in reasons["belanja_total"]
    assert reasons["salinan"] == "sama dengan produksi"
    assert reasons["jam_kerja"] == "hampir semua rumah tangga sama"
    assert reasons["disabilitas"] == "hampir semua rumah tangga sama"


def test_what_is_reckoned_into_the_other_is_never_tested():
    random = np.random.default_rng(5)
    volume, price = random.gamma(2, 10, 2 * COUNT), random.gamma(9, 10, 2 * COUNT)
    matrix = relate(village(volume_jual=volume, harga_jual=price, nilai_jual=volume * price)).levels
    row = row_of(matrix, "volume_jual", "nilai_jual")
    assert row["arithmetic"] == "ya"
    assert np.isnan(row["p_bh"])
    assert matrix.tests == matrix.table["p_bh"].notna().sum()


def test_probabilities_are_corrected_for_all_pairs_by_benjamini_and_hochberg():
    table = relate(village()).levels.table.dropna(subset=["p_bh"])
    assert table["p_bh"].to_numpy() == pytest.approx(stats.false_discovery_control(table["p_value"]))


def test_changes_are_correlated_plainly_and_with_both_baselines_held_equal():
    tables = village()
    first, last = (tables[1][tables[1]["gelombang"] == wave].reset_index(drop=True) for wave in (0, 1))
    tables[1].loc[tables[1]["gelombang"] == 0, "pendapatan_rt"] = np.random.default_rng(2).normal(
        900, 90, COUNT
    )
    first = tables[1][tables[1]["gelombang"] == 0].reset_index(drop=True)
    row = row_of(relate(tables).changes, "produksi", "pendapatan_rt")
    changes = [last[name] - first[name] for name in ("produksi", "pendapatan_rt")]
    assert row["value"] == pytest.approx(stats.spearmanr(*changes).statistic)
    levels = np.column_stack(
        [np.ones(COUNT), *(stats.rankdata(first[name]) for name in ("produksi", "pendapatan_rt"))]
    )
    ranked = [stats.rankdata(change) for change in changes]
    left = [one - levels @ np.linalg.lstsq(levels, one, rcond=None)[0] for one in ranked]
    assert row["partial"] == pytest.approx(stats.pearsonr(*left).statistic)
    assert row["partial_low"] < row["partial"] < row["partial_high"]


def test_with_very_many_households_the_errors_come_from_a_sample_of_groups(monkeypatch):
    whole = relate(village()).levels
    monkeypatch.setattr(prepared, "MOST_FOR_ERRORS", 50)
    sampled = relate(village()).levels
    assert sampled.sampled
    assert not whole.sampled
    known = whole.table["measure"].isin(["spearman", "pearson", "phi", "tau_b", "rank_biserial"])
    assert sampled.table["value"][known].to_numpy() == pytest.approx(whole.table["value"][known].to_numpy())
    widths = [(one.table["high"] - one.table["low"])[known].median() for one in (sampled, whole)]
    assert widths[0] == pytest.approx(widths[1], rel=0.2)


def test_with_very_many_households_so_does_the_error_given_the_baseline(monkeypatch):
    whole = relate(village()).changes.table
    monkeypatch.setattr(prepared, "MOST_FOR_ERRORS", 50)
    sampled = relate(village()).changes.table
    known = whole["partial"].notna()
    assert known.any()
    assert sampled["partial"][known].to_numpy() == pytest.approx(whole["partial"][known].to_numpy())
    widths = [(one["partial_high"] - one["partial_low"])[known].median() for one in (sampled, whole)]
    assert widths[0] == pytest.approx(widths[1], rel=0.2)


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda homes, survey, given: (homes, survey.iloc[:0], given), "Tabel survei belum ada"),
        (lambda homes, survey, given: (homes.assign(studi="pembanding"), survey, given), "Belum ada peserta"),
        (lambda homes, survey, given: (homes.head(9), survey, given), "Kurang dari 10"),
        (
            lambda homes, survey, given: (homes.assign(id_kelompok="satu"), survey, given),
            "kurang dari 5 kelompok",
        ),
    ],
    ids=["no survey", "nobody", "nine", "one group"],
)
def test_what_cannot_be_correlated_is_refused_with_its_reason(damage, reason):
    assert reason in str(relate(damage(*village())).levels.reason)


def test_a_single_wave_has_levels_but_no_changes():
    homes, survey, given = village()
    result = relate((homes, survey[survey["gelombang"] == 0], given))
    assert len(result.levels.table)
    assert "survei awal" in str(result.changes.reason)


def test_the_tables_given_are_not_changed():
    tables = village()
    before = [one.copy(deep=True) for one in tables]
    relate(tables)
    for one, was in zip(tables, before, strict=True):
        pd.testing.assert_frame_equal(one, was)


def test_variables_that_go_together_stand_together():
    values = {
        ("a", "c"): 0.9,
        ("b", "d"): -0.9,
        ("a", "b"): 0.1,
        ("a", "d"): 0,
        ("c", "b"): 0.1,
        ("c", "d"): 0,
    }
    table = pd.DataFrame(
        [{"one": one, "other": other, "value": value} for (one, other), value in values.items()]
    )
    order = "".join(in_order(table, ["a", "b", "c", "d"]))
    assert any(pair in order for pair in ("ac", "ca"))
    assert any(pair in order for pair in ("bd", "db"))


def test_at_most_sixteen_variables_are_drawn():
    columns = {f"v{at}": np.random.default_rng(at).normal(size=2 * COUNT) for at in range(20)}
    own = pd.DataFrame({"variabel": list(columns), "jenis": "angka"}).assign(
        nama=None, satuan="kg", arah=None, tema=None
    )
    matrix = relate(village(**columns), variables=own).levels
    assert len(matrix.drawn) == 16
    assert "pendidikan_kk" in matrix.drawn


def test_certificates_are_put_in_order_however_they_are_written():
    written = pd.Series(["Tidak tamat SD", "Tamat SD", "SMP/MTs", "SLTA sederajat", "Sarjana (S1)", None])
    assert steps_of(written).tolist()[:5] == [0, 1, 2, 3, 4]
    assert steps_of(pd.Series(["petani", "nelayan"])) is None
