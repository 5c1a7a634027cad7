"""Support received and change: which contacts count, what is refused, and the numbers by hand."""

import numpy as np
import pandas as pd
import pytest
from association_cases import (
    BASELINE,
    ENDLINE,
    MIDWAY,
    district,
    in_groups,
    level_prices,
    support,
    varied,
)
from scipy import stats

from pasar_nb.analysis import association
from pasar_nb.errors import UsageError
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _

FLAT = level_prices("2024-01", "2025-01")
DAY = pd.Timedelta(days=1)


def _correlate(tables, outcome="pendapatan_rt", price_index=FLAT, **options):
    return association.correlate(
        *tables, outcome=outcome, price_index=price_index, **{"draws": 200, **options}
    )


def _row(result, measure="kontak"):
    return result.correlations.table.set_index("measure").loc[measure]


def _reason(result, measure):
    return next(str(one.reason) for one in result.correlations.untested if one.measure == measure)


def test_the_coefficients_are_those_of_scipy_on_the_matched_households():
    contacts, change = varied(40)
    row = _row(_correlate(district(contacts, change)))
    assert row["n"] == 40
    assert row["spearman"] == pytest.approx(stats.spearmanr(contacts, change).statistic)
    assert row["pearson"] == pytest.approx(stats.pearsonr(contacts, change).statistic)
    assert row["low"] < row["spearman"] < row["high"]
    assert row["pearson_low"] < row["pearson"] < row["pearson_high"]


def test_a_perfect_order_is_a_correlation_of_one_and_a_reversed_one_of_minus_one():
    contacts = np.arange(30)
    rising, falling = (
        _row(_correlate(district(contacts, sign * contacts.astype(float) ** 3))) for sign in (1, -1)
    )
    assert rising["spearman"] == pytest.approx(1)
    assert falling["spearman"] == pytest.approx(-1)
    assert 0.9 < rising["pearson"] < 1


def test_only_contacts_after_the_baseline_and_up_to_the_last_interview_are_counted():
    homes, survey, _none = district([0] * 12, range(12))
    days = [BASELINE - DAY, BASELINE, BASELINE + DAY, ENDLINE, ENDLINE + DAY]
    contacts = support([("RT-0000", day, "teknis", 1.0, True) for day in days])
    result = _correlate((homes, survey, contacts))
    assert (result.window.inside, result.window.outside) == (2, 3)
    assert result.received.set_index("measure").loc["kontak", "mean"] == pytest.approx(2 / 12)


def test_each_measure_by_hand():
    homes, survey, _none = district([0] * 12, range(12))
    contacts = support(
        [
            ("RT-0000", MIDWAY, "teknis", 3.0, True),
            ("RT-0000", MIDWAY, "pelatihan", 5.0, True),
            ("RT-0000", MIDWAY, "teknis", 9.0, False),
            ("RT-0001", MIDWAY, "sosial", 2.0, False),
        ]
    )
    received = _correlate((homes, survey, contacts)).received.set_index("measure")
    assert received["n"].to_dict() == dict.fromkeys(received.index, 12) | {"bagian_hadir": 2}
    expected = {"kontak": 2 / 12, "jam": 8 / 12, "teknis": 1 / 12, "sosial": 0, "pelatihan": 1 / 12}
    assert received["mean"].to_dict() == pytest.approx(
        expected | {"manajerial": 0, "intensif": 0, "bagian_hadir": (2 / 3 + 0) / 2}
    )


def test_a_household_without_any_record_had_no_contact_but_no_share_attended_either():
    contacts, change = varied(30)
    contacts[:6] = 0
    result = _correlate(district(contacts, change))
    received = result.received.set_index("measure")["n"]
    assert received["kontak"] == 30
    assert received["bagian_hadir"] == int((contacts > 0).sum())


def test_hours_not_recorded_count_as_the_mean_of_their_kind_and_are_told():
    homes, survey, _none = district([0] * 12, range(12))
    hours = [2.0, 4.0, np.nan, 10.0, 10.0, 10.0, 10.0]
    kinds = ["teknis"] * 3 + ["sosial"] * 4
    contacts = support(
        [("RT-0000", MIDWAY, kind, hour, True) for kind, hour in zip(kinds, hours, strict=True)]
    )
    result = _correlate((homes, survey, contacts))
    assert result.window.without_hours == pytest.approx(1 / 7)
    assert result.received.set_index("measure").loc["jam", "mean"] == pytest.approx((2 + 4 + 3 + 40) / 12)


def test_hours_are_left_out_where_too_many_are_not_recorded():
    contacts, change = varied(40)
    homes, survey, given = district(contacts, change)
    given.loc[given.index % 3 == 0, "jam"] = np.nan
    assert "Jam tidak dicatat pada 33%" in _reason(_correlate((homes, survey, given)), "jam")
    never = _correlate((homes, survey, given.assign(jam=np.nan)))
    assert "Jam tidak dicatat pada 100%" in _reason(never, "jam")
    received = never.received.set_index("measure").loc["jam"]
    assert received["n"] == 0  # and not no hours for everybody
    assert np.isnan(received["mean"])


def test_the_comparison_group_takes_no_part():
    contacts, change = varied(40)
    homes, survey, given = district(contacts, change)
    homes.loc[25:, "studi"] = "pembanding"
    homes.loc[:3, "studi"] = np.nan  # whoever is not said to be compared takes part
    result = _correlate((homes, survey, given))
    assert result.n == 25
    assert _row(result)["spearman"] == pytest.approx(stats.spearmanr(contacts[:25], change[:25]).statistic)


def test_households_that_were_not_seen_again_take_no_part():
    contacts, change = varied(40)
    homes, survey, given = district(contacts, change)
    survey = survey[~((survey["gelombang"] == 1) & survey["id_rt"].isin(["RT-0000", "RT-0001"]))]
    assert _correlate((homes, survey, given)).n == 38


def test_the_last_of_several_waves_is_compared_with_the_baseline():
    contacts, change = varied(40)
    homes, survey, given = district(contacts, change)
    between = survey[survey["gelombang"] == 1].assign(pendapatan_rt=5.0, tanggal=pd.Timestamp("2024-07-01"))
    waves = pd.concat([survey.replace({"gelombang": {1: 2}}), between], ignore_index=True)
    result = _correlate((homes, waves, given))
    assert result.waves == (0, 2)
    assert _row(result)["spearman"] == pytest.approx(stats.spearmanr(contacts, change).statistic)


def test_amounts_change_in_real_rupiah():
    # prices double: an income of 1,000 that stays 1,000 has halved, so all lose the same 1,000 of the endline
    random = np.random.default_rng(1)
    before, contacts = random.uniform(500, 1500, 40), random.integers(0, 9, 40)
    doubled = level_prices("2024-01", "2025-01", level=(100.0, 200.0))
    tables = district(contacts, np.zeros(40), before=before)
    result = _correlate(tables, price_index=doubled)
    assert result.real_base == "2025-01"
    assert _row(result)["spearman"] == pytest.approx(stats.spearmanr(contacts, -before).statistic)
    nominal = _correlate(tables, price_index=None)
    assert "berubah sama besar" in str(nominal.correlations.reason)
    assert "ihk belum ada" in str(nominal.unreal.reason)


def test_what_is_no_amount_is_not_deflated():
    contacts, change = varied(40)
    homes, survey, given = district(contacts, change)
    survey = survey.rename(columns={"pendapatan_rt": "jam_kerja"})
    result = _correlate((homes, survey, given), outcome="jam_kerja", price_index=None)
    assert result.real_base is None
    assert result.unreal is None
    assert str(result.label) == "Jam kerja"


def test_a_derived_measure_can_be_the_outcome():
    contacts, change = varied(40)
    homes, survey, given = district(contacts, change)
    result = _correlate((homes, survey.assign(jumlah_anggota=4), given), outcome="pendapatan_per_kapita")
    assert _row(result)["pearson"] == pytest.approx(stats.pearsonr(contacts, change / 4).statistic)


def test_holm_multiplies_the_smallest_probability_by_the_number_of_tests():
    contacts, change = varied(60)
    homes, survey, given = district(contacts, change)
    random = np.random.default_rng(3)
    given["jenis"] = random.choice(["teknis", "sosial", "pelatihan"], len(given))
    given["hadir"] = pd.array(random.random(len(given)) < 0.8, dtype="boolean")
    given["jam"] = random.uniform(1, 5, len(given))
    table = _correlate((homes, survey, given)).correlations.table.sort_values("p_value")
    assert len(table) == 6
    assert table["p_holm"].iloc[0] == pytest.approx(min(1, 6 * table["p_value"].iloc[0]))
    by_hand = np.minimum(1, np.maximum.accumulate(table["p_value"].to_numpy() * np.arange(6, 0, -1)))
    assert table["p_holm"].to_numpy() == pytest.approx(by_hand)


def test_a_measure_that_orders_the_households_like_the_contacts_is_not_tested_again():
    result = _correlate(district(*varied(40)))
    assert list(result.correlations.table["measure"]) == ["kontak"]
    for measure in ("jam", "teknis"):
        assert "persis seperti" in _reason(result, measure)
    assert "sama banyak" in _reason(result, "sosial")


def test_those_who_came_more_often_are_compared_with_the_others_at_baseline():
    contacts, change = varied(40)
    before = 1000.0 + 30 * contacts
    (row,) = _correlate(district(contacts, change, before=before)).correlations.at_baseline.to_dict("records")
    assert row["spearman"] == pytest.approx(1)


def _without_support():
    homes, survey, given = district(*varied(40))
    return homes, survey, given.iloc[:0]


def _with_one_wave():
    homes, survey, given = district(*varied(40))
    return homes, survey[survey["gelombang"] == 0], given


def _with_early_contacts():
    homes, survey, given = district(*varied(40))
    return homes, survey, given.assign(tanggal=BASELINE - DAY)


@pytest.mark.parametrize(
    ("tables", "reason"),
    [
        (_without_support(), "pendampingan belum ada"),
        (_with_one_wave(), "belum ada pada dua gelombang"),
        (district(*varied(9)), "Kurang dari 10"),
        (_with_early_contacts(), "Tidak ada pertemuan yang tercatat di antara"),
        (district(varied(40)[0], [5.0] * 40), "berubah sama besar"),
        (district(*varied(40), groups=in_groups(40, 4)), "kurang dari 5 kelompok"),
    ],
    ids=["no support", "one wave", "nine households", "too early", "same change", "four groups"],
)
def test_what_cannot_be_correlated_is_refused_with_its_reason(tables, reason):
    result = _correlate(tables)
    assert reason in str(result.correlations.reason)
    assert all(isinstance(value, NotEstimable) for value in association.key_figures(result).values())


def test_ten_households_and_five_groups_are_enough():
    result = _correlate(district(range(10), np.sqrt(range(10)), groups=in_groups(10, 5)))
    assert result.correlations.clusters == 5
    assert _row(result)["n"] == 10


def test_an_outcome_that_is_not_known_passes_its_reason_on():
    reason = NotEstimable(_("Profil belum menetapkan hasil utama."))
    result = _correlate(district(*varied(40)), outcome=reason)
    assert result.correlations == reason
    assert result.n == 0


def test_too_few_draws_are_refused():
    with pytest.raises(UsageError, match="paling sedikit 100"):
        _correlate(district(*varied(40)), draws=99)


def test_the_tables_given_are_not_changed():
    tables = district(*varied(40), groups=in_groups(40, 8))
    before = [one.copy(deep=True) for one in tables]
    _correlate(tables)
    for one, was in zip(tables, before, strict=True):
        pd.testing.assert_frame_equal(one, was)


def test_key_figures_are_those_of_the_contacts():
    figures = association.key_figures(_correlate(district(*varied(40))))
    assert figures["support_n"] == 40
    assert figures["support_low"] < figures["support_spearman"] < figures["support_high"]


def _with_knowledge(contacts, change, **options):
    homes, survey, given = district(contacts, change, **options)
    random = np.random.default_rng(8)
    knowledge = np.concatenate([np.full(len(contacts), 2.0), 2 + (np.asarray(contacts) > 5)])
    return homes, survey.assign(persepsi_pengetahuan=knowledge + random.integers(0, 2, len(survey))), given


def test_income_knowledge_and_ability_are_asked_by_name_and_what_was_not_measured_is_named():
    contacts, change = varied(60)
    result = _correlate(_with_knowledge(contacts, change), outcome="jam_kerja")
    assert set(result.family.table["outcome"]) == {"pendapatan_rt", "persepsi_pengetahuan"}
    assert ["Persepsi kemampuan" in str(one.reason) for one in result.family.untested] == [True]
    row = result.family.table.set_index(["outcome", "measure"]).loc[("pendapatan_rt", "kontak")]
    assert row["spearman"] == pytest.approx(stats.spearmanr(contacts, change).statistic)
    corrected = stats.false_discovery_control(result.family.table["p_value"])
    assert result.family.table["p_bh"].to_numpy() == pytest.approx(corrected)


def test_the_partial_correlation_is_that_of_the_residuals_of_ranks():
    random = np.random.default_rng(4)
    contacts, before = random.integers(0, 30, 50), random.normal(1000, 200, 50)
    change = 5 * contacts - 0.5 * before + random.normal(0, 40, 50)
    row = _correlate(district(contacts, change, before=before)).family.table.iloc[0]
    ranked = [stats.rankdata(values) for values in (contacts, before + change - before, before)]
    level = np.column_stack([np.ones(50), ranked[2]])
    left = [one - level @ np.linalg.lstsq(level, one, rcond=None)[0] for one in ranked[:2]]
    assert row["partial"] == pytest.approx(stats.pearsonr(*left).statistic)
    assert row["partial_low"] < row["partial"] < row["partial_high"]


def test_each_level_of_a_dose_has_the_mean_change_of_its_households():
    contacts = np.repeat([0, 3, 4, 9], [12, 6, 6, 12])
    doses = _correlate(district(contacts, 100.0 * contacts + np.tile([-3.0, 3.0], 18))).doses
    assert [str(label) for label in doses.labels.values()] == [
        "2 pertemuan atau kurang",
        "3 sampai 8 pertemuan",
        "9 pertemuan atau lebih",
    ]
    assert doses.table["n"].tolist() == [12, 12, 12]
    assert doses.table["mean"].to_numpy() == pytest.approx([0, 350, 900])
    assert (doses.table["low"] < doses.table["mean"]).all()


def test_no_level_of_a_dose_has_fewer_than_ten_households():
    contacts = np.repeat([0, 1, 2, 7], [20, 5, 4, 9])
    doses = _correlate(district(contacts, np.random.default_rng(0).normal(size=38))).doses
    assert doses.table["n"].min() >= 10
    assert doses.table["n"].sum() == 38
