"""Why a number is not defined, in words."""

from __future__ import annotations

from divergence.features.feature import Per
from divergence.types import VoiceChoice

UNDER: dict[Per, str] = {
    "words": "words",
    "sentences": "sentences",
    "evidence": "evidence",
    "side_evidence": "evidence of this side",
    "weight": "evidence",
}


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
    where = {"all": "", "reporter": " in the reporter's voice", "quoted": " in the quoted voice"}
    return f"nothing to divide by: no {UNDER[per]}{where[voice]}"
