"""Results that passed disclosure, said in sentences."""
