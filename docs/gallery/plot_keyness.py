"""
Words that are one source's own
===============================

Log-odds with an informative Dirichlet prior, divided by their standard deviation. Words of the
named source run to the right. The value ranks words; it is no test.
"""

from event import comparison

from divergence.displays import KeynessDisplay

display = KeynessDisplay.from_comparison(comparison, source="Steppe Voices")
