import pytest

from divergence import phrases
from divergence.errors import UsageError
from divergence.phrases.catalogue import made
from divergence.phrases.plurals import category, parsed

EASTERN = {
    "plural": {
        "one": "n % 10 = 1 and n % 100 != 11",
        "few": "n % 10 = 2..4 and n % 100 != 12..14",
    },
    "number": {"thousands": "\u00a0"},
    "noun": {"boat": {"one": "{n} chovin", "few": "{n} chovny", "other": "{n} chovniv"}},
    "page": {
        "seen": "Na {place}: {boats:boat}",
        "went": {"one": "Pishov {n}", "few": "Pishly {n}", "other": "Pishlo {n}"},
        "head": ["De", "Koly"],
    },
    "declared": {"per 100 words": "na 100 sliv"},
}


def other_language():
    return phrases.speaking(made("xx", EASTERN))


def test_a_phrase_is_filled_and_numbers_are_counted_with_their_noun():
    with other_language():
        assert phrases.say("page.seen", place="Orm", boats=1) == "Na Orm: 1 chovin"
        assert phrases.say("page.seen", place="Orm", boats=23) == "Na Orm: 23 chovny"
        assert phrases.say("page.seen", place="Orm", boats=12_000) == "Na Orm: 12\u00a0000 chovniv"


def test_a_phrase_with_plural_forms_goes_by_n():
    with other_language():
        said = [phrases.say("page.went", n=n) for n in (1, 2, 5, 11, 21, 112)]
    assert said == ["Pishov 1", "Pishly 2", "Pishlo 5", "Pishlo 11", "Pishov 21", "Pishlo 112"]


def test_what_others_declare_is_said_by_its_english_text_or_stays():
    with other_language():
        assert phrases.declared("per 100 words") == "na 100 sliv"
        assert phrases.declared("share of clauses") == "share of clauses"
    assert phrases.declared("per 100 words") == "per 100 words"


def test_an_unknown_language_is_named_with_those_there_are():
    with pytest.raises(UsageError, match=r"unknown language '\.\./en'.*Known: en"):
        phrases.load("../en")


def test_another_language_ends_with_its_block():
    with other_language():
        assert phrases.row("page.head") == ("De", "Koly")
    with pytest.raises(KeyError):
        phrases.row("page.head")


def test_braces_in_what_an_article_says_are_only_text():
    said = phrases.say("list.quoted", text="{n} {text.__class__} {0}")
    assert said == "“{n} {text.__class__} {0}”"


@pytest.mark.parametrize(
    ("key", "fields", "error"),
    [
        ("claims.nothing_of_the_kind", {}, KeyError),
        ("list.quoted", {}, KeyError),
        ("noun.article", {"n": "3"}, TypeError),
        ("claims.alone_head", {}, TypeError),
    ],
)
def test_a_mistake_in_the_code_is_no_silence(key, fields, error):
    with pytest.raises(error):
        phrases.say(key, **fields)


def test_lists_are_joined_as_a_sentence_lists_them():
    assert phrases.listed([]) == ""
    assert phrases.listed(["A", "B"]) == "A and B"
    assert phrases.listed(["A", "B", "C"]) == "A, B and C"
    assert phrases.semicolons(["A", "B, C"]) == "A; B, C"


@pytest.mark.parametrize(
    ("rule", "n", "met"),
    [
        ("n = 0,1", 0, True),
        ("n = 0,1", 2, False),
        ("n % 100 = 3..4,9", 109, True),
        ("n != 1 and n % 10 = 0..1 or n % 100 = 12..14", 13, True),
        ("n != 1 and n % 10 = 0..1 or n % 100 = 12..14", 1, False),
    ],
)
def test_plural_rules_are_read_as_the_cldr_writes_them(rule, n, met):
    assert (category(n, parsed({"few": rule})) == "few") == met


@pytest.mark.parametrize("rule", ["n is 1", "n = one", "i = 1 and v = 0", "n = 1 or os.remove"])
def test_a_rule_that_cannot_be_read_shows_when_it_is_loaded(rule):
    with pytest.raises(ValueError, match="no plural rule"):
        parsed({"one": rule})
