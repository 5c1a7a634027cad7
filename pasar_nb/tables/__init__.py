"""Results that passed disclosure, as tables on show."""
