"""English passes, other languages are named, and too little is not judged."""

from __future__ import annotations

import pytest

from divergence.reading.language import foreign_language, identify

GERMAN = (
    "Der Bürgermeister sagte am Montag, dass die Brücke geschlossen bleibt und die Bewohner der "
    "Stadt noch einige Wochen warten müssen, bis die Arbeiten beendet sind."
)
DUTCH = (
    "De burgemeester zei maandag dat de brug gesloten blijft en dat de inwoners van de stad nog "
    "enkele weken moeten wachten. Het is of het een of het ander, zei hij, en wij hebben haast."
)
UKRAINIAN = (
    "Мер заявив у понеділок, що міст залишиться закритим і що мешканцям міста доведеться почекати "
    "ще кілька тижнів до завершення робіт на цій ділянці дороги."
)
NAMES = (
    "Ada Lin, Per Holm, Jonas Strand, Mikkel Aas, Ingrid Voll, Tor Berge, Sigrid Moe, Lars Eide, "
    "Kari Nes, Olav Lund and Nils Vik signed. Absent: Berit Dahl, Arne Foss, Liv Krogh."
)


@pytest.mark.parametrize(("text", "code"), [(GERMAN, "de"), (DUTCH, "nl"), (UKRAINIAN, "uk")])
def test_other_languages_are_named(text: str, code: str) -> None:
    found = foreign_language(text)
    assert found is not None
    assert found.code == code
    assert found.probability > 0.9


def test_english_full_of_foreign_names_is_kept() -> None:
    assert foreign_language(NAMES) is None


def test_english_below_a_foreign_opening_is_kept() -> None:
    english = "The mayor said on Monday that the bridge would stay closed for some weeks. " * 60
    assert foreign_language(f"{GERMAN * 7}\n\n{english}") is None


def test_short_latin_text_is_not_judged_and_short_cyrillic_is() -> None:
    assert foreign_language("Die Brücke ist zu.") is None
    cyrillic = foreign_language("Мост закрыт, сказал мэр.")
    assert cyrillic is not None


def test_probabilities_are_probabilities() -> None:
    found = identify(GERMAN)
    assert 0 <= found.english < 0.001 < found.probability <= 1


@pytest.mark.parametrize("text", ["", " ", "12 34 56", "🙂" * 50])
def test_texts_without_words(text: str) -> None:
    assert foreign_language(text) is None
