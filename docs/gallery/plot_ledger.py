"""
The same figure in several articles
===================================

Figures that were matched across sources, on a logarithmic axis: dots for numbers, bars for ranges,
with who is named for them. Entries that differ come first.
"""

from event import comparison

from divergence.displays import LedgerDisplay

display = LedgerDisplay.from_comparison(comparison, most=14)
