"""Validation: how well each instrument agrees with people, one task a file."""
