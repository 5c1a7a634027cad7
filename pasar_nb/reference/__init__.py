"""The project's own small reference tables."""
