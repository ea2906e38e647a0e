"""
Who tells what
==============

Statements that two sources or more carry. A filled dot: the source tells it; a hollow one: it has
another sentence like it, or its figure; a dash: nothing like it was found. Each statement goes by
its shortest sentence.
"""

from event import comparison

from divergence.displays import AgreementDisplay

display = AgreementDisplay.from_comparison(comparison, most=10)
