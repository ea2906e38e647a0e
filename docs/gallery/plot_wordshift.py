"""
What makes two vocabularies differ
==================================

The Jensen-Shannon divergence of two vocabularies, word by word. Below the title stands the
divergence beside its noise floor.
"""

from event import comparison

from divergence.displays import WordShiftDisplay

display = WordShiftDisplay.from_comparison(comparison)
