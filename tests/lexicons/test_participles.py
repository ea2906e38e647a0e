"""Past participles: irregular ones, and the spelling of all others."""

from __future__ import annotations

import pytest

from divergence.lexicons.participles import past_participle


@pytest.mark.parametrize(
    ("verb", "participle"),
    [
        ("wound", "wounded"),
        ("spend", "spent"),
        ("carry", "carried"),
        ("stop", "stopped"),
        ("fire", "fired"),
        ("delay", "delayed"),
        ("heat", "heated"),
        ("commit", "committed"),
        ("limit", "limited"),
        ("offer", "offered"),
        ("uphold", "upheld"),
        ("withdraw", "withdrawn"),
        ("rebuild", "rebuilt"),
        ("relay", "relayed"),
        ("report", "reported"),
        ("breed", "bred"),
    ],
)
def test_a_participle_is_spelled_as_dictionaries_spell_it(verb: str, participle: str) -> None:
    assert past_participle(verb) == participle
