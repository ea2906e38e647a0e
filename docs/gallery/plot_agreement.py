"""
Who tells what
==============

Statements that two sources or more carry. A filled dot: the source tells it; a hollow one: it does
not. Each statement goes by its shortest sentence.
"""

from event import comparison

from divergence.displays import AgreementDisplay

display = AgreementDisplay.from_comparison(comparison, most=10)
