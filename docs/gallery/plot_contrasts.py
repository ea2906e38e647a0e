"""
The largest differences
=======================

Measures of different units on one axis: each difference is divided by the half width of its 95%
interval. Beyond 1 the interval leaves zero out, and the mark is filled. The largest of many
differences were picked, so some would stand out by chance alone.
"""

from event import comparison

from divergence.displays import ContrastsDisplay

display = ContrastsDisplay.from_comparison(comparison)

# %%
# Columns of your own choice, of one source, in the reporter's voice:
chosen = ContrastsDisplay.from_comparison(
    comparison,
    columns=["hedging.rate", "labels.rate", "passives.share", "quotation.share"],
    source="Moscow Lantern",
    voice="reporter",
)
