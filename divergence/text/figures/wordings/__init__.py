"""Wordings of quantities: digits, words, bounds, shares, tallies, ages; and what is no quantity."""
