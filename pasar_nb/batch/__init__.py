"""Many notebooks for many districts: plan, run, publish, record."""
