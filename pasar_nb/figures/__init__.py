"""Results that passed disclosure, drawn."""
