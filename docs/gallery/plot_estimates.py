"""
One measure of every source
===========================

A mark for each source and voice with its 95% interval. With one article a source the interval says
how even that article is, and nothing about the source. Filled marks are the reporter's own words,
hollow ones quoted words.
"""

from event import comparison

from divergence.displays import EstimatesDisplay

display = EstimatesDisplay.from_comparison(comparison, "hedging.rate")
