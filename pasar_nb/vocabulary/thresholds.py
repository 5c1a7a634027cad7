"""Limits below which nothing is published or inferred, with their source."""

from __future__ import annotations

SUPPRESS_BELOW = 10  # households; rule of the UK LLC and of ACRO for safe statistics
DOMINANCE_LIMIT = 0.9  # share of a total that two units hold; rule of ACRO, after Hundepool et al. 2012
ROUND_COUNTS_TO = 5  # the same sources: counts are rounded so that two tables cannot be subtracted
LEAST_FOR_INFERENCE = 10  # below this no interval is shown at all
SMALL_SAMPLE = 30  # below this the text says "small sample"
MOST_RATE = 1.0  # internal rate per year; past it the gain is hardly that of the investment
MOST_DECIMALS = 6  # past which two numbers count as equal
RELIABLE_TO, CAREFUL_TO = 0.25, 0.50  # relative standard error as BPS reads it
CONFIDENCE = 0.95  # of every interval that is shown
CHANCE_LIMIT = 0.05  # usual level; above it chance is not ruled out
LEAST_P = 0.001  # the smallest probability of a test that is written out
