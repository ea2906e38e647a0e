"""Small worked examples, one or a few for each inner function."""

from __future__ import annotations

from divergence.features.registry import select
from divergence.features.voice_parts import parts


def test_registry_select() -> None:
    assert [feature.name for feature in select(["hedging", "agency", "hedging"])] == [
        "agency",
        "hedging",
    ]


def test_voice_parts_parts() -> None:
    from divergence.text.annotate import annotate

    document = annotate('"We may leave now," Ada said.')
    assert [(part.voice, round(part.share, 2)) for part in parts(document)] == [
        ("reporter", 0.33),
        ("quoted", 0.67),
    ]
