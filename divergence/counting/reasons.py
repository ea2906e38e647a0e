"""Why a number is not defined, in words."""

from __future__ import annotations

from divergence.counting.feature import Per
from divergence.phrases import say
from divergence.types import VoiceChoice


def undefined(per: Per, voice: VoiceChoice = "all") -> str:
    """Say what is lacking below the line.

    Parameters
    ----------
    per : {"words", "sentences", "evidence", "side_evidence", "weight"}
        What the measure is divided by.
    voice : {"all", "reporter", "quoted"}, optional
        Whose words count.

    Returns
    -------
    str
        Words for people.

    Examples
    --------
    >>> undefined("words", "quoted")
    'nothing to divide by: no words in the quoted voice'
    """
    return say(f"lacking.{voice}", what=say(f"lacked.{per}"))
