"""The catalogues of what can be wrong: one row per case, with its remedy."""
