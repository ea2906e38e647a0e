"""Small worked examples, one or a few for each inner function."""

from __future__ import annotations

from divergence.config import Config, with_flags
from divergence.spreadsheets import harmless
from divergence.strict_json import dumps
from divergence.toml_tables import kind


def test_spreadsheets_harmless() -> None:
    assert harmless("=1+1") == "'=1+1"
    assert harmless("about 5") == "about 5"
    assert harmless(" -3") == "' -3"


def test_strict_json_dumps() -> None:
    assert (
        dumps({"share": float("nan"), "ends": (0.5, float("inf"))})
        == '{"share": null, "ends": [0.5, null]}'
    )


def test_toml_tables_kind() -> None:
    assert kind(3) == "a number"
    assert kind(True) == "true or false"
    assert kind([]) == "a list"


def test_config_with_flags() -> None:
    assert with_flags(Config(), seed=7).seed == 7
