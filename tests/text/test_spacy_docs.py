"""spaCy's neighbor: nothing is lost on the way there and back, and other schemes are refused."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from divergence.counting.tally import tally, values
from divergence.errors import UsageError
from divergence.features.registry import all_features
from divergence.reading import read
from divergence.text.annotate import annotate, annotate_many
from divergence.text.word_classes import CLASSES, PENN, class_of
from divergence.types import Document, Side

SIDES = (Side("Norland", ("Norland", "Norlander")), Side("Sudmark", ("Sudmark", "Sudmarkian")))
VOCAB = spacy.blank("en").vocab
ODD = [
    "",
    " ",
    " \n\t ",
    "\u200b",
    "  Hello  there.\n\n\tWell\u200b, \u200b ``quoted'' text.",
    "so\u00adft \x00 end \ud800 of it",
    "He can't leave the 20,000-strong army. ''Go,'' he said.\r\nOh.",
    "Norland\u00a0may “have lost” it.\n\n\n‘We won,’ said Ada Lin, Sudmark's mayor.",
]


def same_numbers(document: Document, again: Document) -> None:
    one, two = tally(document, all_features()), tally(again, all_features())
    assert one.columns == two.columns
    assert repr(values(one).tolist()) == repr(values(two).tolist())
    assert one.evidence == two.evidence


def by_another(words: str, tags: str, relations: str, heads: list[int], **more: list[str]) -> Doc:
    """What another pipeline would hand over: words apart by one blank."""
    return Doc(
        VOCAB,
        words=words.split(),
        tags=tags.split() or None,
        deps=relations.split() or None,
        heads=heads or None,
        **more,
    )


def test_seeds_come_back_with_the_same_numbers() -> None:
    seeds = read(Path(__file__).parents[2] / "seeds").articles
    sides = (Side("Russia", ("Russia", "Russian")), Side("Ukraine", ("Ukraine", "Ukrainian")))
    for document in annotate_many(seeds, sides=sides):
        assert document.doc.text == document.text
        again = annotate(document.doc, sides=sides)
        assert again.syntax == document.syntax
        assert (again.attributions, again.mentions) == (document.attributions, document.mentions)
        same_numbers(document, again)


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_come_back(text: str) -> None:
    document = annotate(text, sides=SIDES)
    if "\ud800" not in text:
        assert document.doc.text == text
    again = annotate(document.doc, sides=SIDES)
    assert (again.syntax.words, again.syntax.starts) == (
        document.syntax.words,
        document.syntax.starts,
    )
    same_numbers(document, again)


@given(st.text(alphabet="Aab .,\"'“”‘’-–\n\t\r\u200b\u00ad\u2028é7", max_size=60))
def test_any_text_comes_back(text: str) -> None:
    document = annotate(text)
    assert document.doc.text == text
    assert annotate(document.doc).syntax == document.syntax


def test_a_doc_says_what_the_document_says() -> None:
    document = annotate('"We are ready," Ada Lin of Norland said. He left.', sides=SIDES)
    doc = document.doc
    assert doc is document.doc
    assert [sentence.text for sentence in doc.sents] == [
        '"We are ready," Ada Lin of Norland said.',
        "He left.",
    ]
    assert [(span.text, span.label_) for span in doc.spans["quotations"]] == [
        ("We are ready,", "speech")
    ]
    assert [(span.text, span.label_) for span in doc.spans["sides"]] == [("Norland", "Norland")]
    assert [(span.text, span.label_) for span in doc.spans["cues"]] == [("said", "neutral")]
    assert [token.lemma_ for token in doc if token.tag_ == "VBD"] == ["say", "leave"]
    assert doc[0].norm_ == '"'


def test_a_document_travels_without_its_doc() -> None:
    document = annotate("Norland may attack.", sides=SIDES)
    again = pickle.loads(pickle.dumps(document)) if document.doc else document
    assert "doc" not in vars(again)
    assert (again.syntax, again.mentions) == (document.syntax, document.mentions)
    assert copy.copy(document).doc.text == document.text


def test_every_tag_has_a_class() -> None:
    assert {class_of(tag, "obj") for tag in PENN} <= CLASSES


def test_a_parse_of_another_pipeline_is_read() -> None:
    doc = by_another(
        "Norland may attack Sudmark . Ada left .",
        "NNP MD VB NNP . NNP VBD .",
        "nsubj aux ROOT obj punct nsubj ROOT punct",
        [2, 2, 2, 2, 2, 6, 6, 6],
    )
    document = annotate(doc, sides=SIDES)
    assert document.syntax.relations[2] == "root"
    assert [tuple(span) for span in document.syntax.sentences] == [(0, 5), (5, 8)]
    assert document.syntax.lemmas[6] == "leave"
    assert [(mention.side, mention.head) for mention in document.mentions] == [
        ("Norland", 0),
        ("Sudmark", 3),
    ]
    same_numbers(document, annotate(document.doc, sides=SIDES))


def test_tags_are_made_from_word_classes_where_there_are_none() -> None:
    doc = by_another(
        "Two men were seen and they might leave Velm .",
        "",
        "nummod nsubj:pass aux:pass ROOT cc nsubj aux conj obj punct",
        [1, 3, 3, 3, 7, 7, 7, 3, 7, 3],
        pos="NUM NOUN AUX VERB CCONJ PRON AUX VERB PROPN PUNCT".split(),
        morphs=[
            "NumType=Card",
            "Number=Plur",
            "Mood=Ind|Tense=Past|VerbForm=Fin",
            "Tense=Past|VerbForm=Part",
            "",
            "Case=Nom|Number=Plur|Person=3|PronType=Prs",
            "VerbForm=Fin",
            "VerbForm=Inf",
            "Number=Sing",
            "",
        ],
    )
    assert annotate(doc).syntax.tags == tuple("CD NNS VBD VBN CC PRP MD VB NNP .".split())


@pytest.mark.parametrize(
    ("doc", "words"),
    [
        (by_another("It rained .", "PRP VBD .", "", []), "no dependency parse"),
        (
            by_another("He saw it .", "PRP VBD PRP .", "nsubj ROOT dobj punct", [1, 1, 1, 1]),
            r"dobj.*annotate\(doc\.text\)",
        ),
        (
            by_another("It rained .", "PPER VVFIN $.", "nsubj ROOT punct", [1, 1, 1]),
            r"tags \$\., PPER, VVFIN",
        ),
        (by_another("It rained .", "", "nsubj ROOT punct", [1, 1, 1]), "no tags for some words"),
        (by_another("It rained .", "PRP VBD .", "nsubj dep punct", [1, 0, 1]), "in a circle"),
    ],
)
def test_other_schemes_are_refused(doc: Doc, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        annotate(doc)


@pytest.mark.parametrize("thing", [5, None, b"text", ["text"], annotate("It rained.")])
def test_other_things_are_refused(thing: object) -> None:
    with pytest.raises(UsageError, match=r"takes a str, an Article or a spaCy Doc, not \w+"):
        annotate(thing)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sides", "words"),
    [
        (["Norland"], "side 1 is a str"),
        ("Norland", "sides is a str"),
        ({"Norland": ["Norland"]}, "sides is a dict"),
        ([Side("Norland", "Norland")], "not a tuple of names"),  # type: ignore[arg-type]
        ([SIDES[0], SIDES[0]], "two sides are called 'Norland'"),
        ([Side("Norland", ())], "side 'Norland' has no aliases"),
        ([Side("Norland", (" ",))], "side 'Norland' has no aliases"),
        ([SIDES[0], Side("M", ("M", " NORLAND"))], "given to both 'Norland' and 'M'"),
    ],
)
def test_sides_that_are_none_are_refused(sides: object, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        annotate("It rained.", sides=sides)  # type: ignore[arg-type]
