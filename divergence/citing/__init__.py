"""Citing: which works a report rests on, as BibTeX or as a list to read."""
