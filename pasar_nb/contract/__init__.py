"""The Dokumen Kendali: specifications, reading and checking of its tables."""
