"""Small worked examples, one or a few for each inner function."""

from __future__ import annotations

from divergence.citing.bibtex import bibtex, plain, software
from divergence.citing.works import key_of, named_in, works


def test_bibtex_software() -> None:
    assert software().kind == "software"
    assert software().get("version") != ""


def test_bibtex_plain() -> None:
    from divergence.citing.works import works

    assert plain(works()["fowler1991"]) == (
        "Fowler, R. (1991). Language in the News: Discourse and Ideology in the Press. Routledge."
    )


def test_works_works() -> None:
    assert works()["monroe2008"].short == "Monroe et al. 2008"


def test_works_key_of() -> None:
    assert key_of("van Leeuwen 1996") == "vanleeuwen1996"
    assert key_of("Hyland (1998b) Boosting") == "hyland1998b"
    assert key_of("Trew") == ""


def test_works_named_in() -> None:
    assert [work.key for work in named_in("Trew 1979; Sap and others 2017")] == [
        "trew1979",
        "sap2017",
    ]
    assert named_in("Ruiz 2031, Counting gates")[0].fields == (
        ("note", "Ruiz 2031, Counting gates"),
        ("year", "2031"),
    )


def test_bibtex_entry() -> None:
    (entry,) = bibtex([works()["fowler1991"]]).split("\n\n")
    assert entry.startswith("@book{fowler1991,\n  author = {Fowler, Roger},\n")
    assert "  publisher = {Routledge},\n}" in entry
