"""The table of countries: complete, unambiguous, and as news writes them."""

from __future__ import annotations

from collections import Counter

from divergence.lexicons.countries import countries, country_of, place_signs


def test_no_form_belongs_to_two_countries() -> None:
    forms = Counter(form for country in countries() for form in set(country.forms))
    assert [form for form, count in forms.items() if count > 1] == []
    assert len(country_of()) == len(forms)


def test_every_country_once_in_order() -> None:
    names = [country.name for country in countries()]
    assert len(names) == len(set(names)) >= 195
    assert names == sorted(names)


def test_forms_are_clean() -> None:
    for form in country_of():
        assert form == form.strip()
        assert form[0].isupper()


def test_what_a_form_is_called_after() -> None:
    expected = {
        "Norway": "COUNTRY",
        "Norwegian": "DEMONYM",
        "Norwegians": "PEOPLE",
        "Oslo": "CAPITAL",
        "Kremlin": "SEAT",
        "Texas": "REGION",
        "Gambia": "COUNTRY",
    }
    assert {form: place_signs()[form] for form in expected} == expected


def test_forms_that_news_uses() -> None:
    expected = {
        "Kremlin": "Russia",
        "Ukrainians": "Ukraine",
        "U.S.": "United States",
        "White House": "United States",
        "Downing Street": "United Kingdom",
        "Beijing": "China",
        "Dutch": "Netherlands",
        "Pyongyang": "North Korea",
    }
    assert {form: country_of()[form].name for form in expected} == expected
