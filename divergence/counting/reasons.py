"""Why a number is not defined, in words."""

from __future__ import annotations

from divergence.counting.declaration import Per
from divergence.phrases import say
from divergence.types import VoiceChoice


def undefined(per: Per, voice: VoiceChoice = "all") -> str:
    """Say what is lacking below the line."""
    return say(f"lacking.{voice}", what=say(f"lacked.{per}"))
