"""Small worked examples, one or a few for each inner function."""

from __future__ import annotations

from divergence.lexicons.agencies import by_form, upstreams
from divergence.lexicons.countries import countries, country_of
from divergence.lexicons.measurement_units import is_measure, measures, ratio


def test_agencies_upstreams() -> None:
    assert next(each.forms for each in upstreams() if each.name == "Kyodo") == (
        "Kyodo",
        "Kyodo News",
    )


def test_agencies_by_form() -> None:
    assert by_form("agency")["The Associated Press"] == "AP"


def test_countries_countries() -> None:
    assert next(country.capital for country in countries() if country.name == "Norway") == ("Oslo",)


def test_countries_country_of() -> None:
    assert country_of()["Norwegians"].name == "Norway"


def test_measurement_units_measures() -> None:
    assert repr(measures()["acre"]) == "UnitOfMeasurement(dimension='area', size=0.404686)"


def test_measurement_units_is_measure() -> None:
    assert is_measure("mile")
    assert not is_measure("soldier")


def test_measurement_units_ratio() -> None:
    assert round(ratio("mile", "kilometer"), 2) == 1.61
    assert ratio("dollar", "euro") is None
    assert ratio("mile", "acre") is None


def test_word_list_wordlist_of() -> None:
    from divergence.lexicons.packaged import load

    assert [entry.term for entry in load("hedges").of("modal_verb")][:2] == ["could", "may"]
