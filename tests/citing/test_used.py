"""A report cites what it took, and nothing that it did not take."""

from __future__ import annotations

from typing import Any

import pytest

from divergence.citing.used_works import used

CONTRAST = {"low": -1.0, "p": 0.2, "q": 0.4}


def _used(kind: str, *settings: list[str], **comparison: list[dict[str, Any]]) -> set[str]:
    report = {"run": {"features": [], "settings": list(settings)}, "comparison": comparison}
    return {each.name for each in used(report) if each.kind == kind}


@pytest.mark.parametrize(
    ("n_events", "pooled", "drawn"), [(1, False, False), (2, True, False), (10, True, True)]
)
def test_events_are_cited_from_the_number_on_that_they_count(
    n_events: int, pooled: bool, drawn: bool
) -> None:
    alone = _used("statistic", contrasts=[CONTRAST | {"n_events": 1}])
    found = _used("statistic", contrasts=[CONTRAST | {"n_events": n_events}])
    more = found - alone
    assert len(more) == pooled + drawn


def test_the_encoder_takes_the_place_of_the_built_in_likeness() -> None:
    statements = [{"event": "flood"}]
    built_in = _used("model", statements=statements)
    replaced = _used("model", ["semantic model", "made-up"], statements=statements)
    assert len(built_in - replaced) == len(replaced - built_in) == 1
    assert not (built_in - _used("model")) & replaced
