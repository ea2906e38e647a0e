"""
How far apart, family by family
===============================

Each family's divergence in multiples of its noise floor, which is what the same sentences differ
by when they are dealt at random. Near 1 the family tells the sources no further apart than chance
would.
"""

from event import comparison

from divergence.displays import ProfileDisplay

display = ProfileDisplay.from_comparison(comparison)
