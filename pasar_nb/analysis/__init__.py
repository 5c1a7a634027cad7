"""Pure analyses: DataFrames in, frozen results out."""
