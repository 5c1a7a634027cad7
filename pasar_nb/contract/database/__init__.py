"""Tables that come from a database: where it is, how it is asked, and that nothing is written to it."""
