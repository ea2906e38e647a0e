"""Small worked examples, one or a few for each inner function."""

from __future__ import annotations

from divergence.text.attributions.cue_stance import stance
from divergence.text.attributions.no_attribution import is_silence, is_spoken_of
from divergence.text.attributions.quotations import find_quotations
from divergence.text.clauses import find_clauses
from divergence.text.country_stand_ins import stand_ins
from divergence.text.dependency_tree import Tree
from divergence.text.entities.candidate_actors import find_actors
from divergence.text.entities.capitalized_words import (
    name_words,
    rough_sentences,
    without_possessive,
)
from divergence.text.entities.leaders import with_leaders
from divergence.text.entities.side_checks import check_sides
from divergence.text.figures.quantities import extract
from divergence.text.figures.wordings.number_expressions import find_numbers, number_at
from divergence.text.lemmas import lemma_of
from divergence.text.normalize import clean_marks, normal_forms, word_form
from divergence.text.party_passages import passage
from divergence.text.plain_words import n_words
from divergence.text.sentences import find_sentences
from divergence.text.syntax import parse, parse_many
from divergence.text.word_classes import class_of
from divergence.text.words import find_words
from divergence.types import Article, Side, Span


def test_cue_stance_stance() -> None:
    from divergence.text.syntax import parse_many

    text = "Police could not verify the claim."
    assert stance(Tree.of(text, next(iter(parse_many([text])))), 3, "endorsing") == "neutral"


def test_no_attribution_is_silence() -> None:
    from divergence.text.syntax import parse

    text = "The mayor did not answer calls."
    assert is_silence(Tree.of(text, parse(text)), 4)


def test_no_attribution_is_spoken_of() -> None:
    from divergence.text.syntax import parse

    text = "The mayor is alleged to have left."
    assert is_spoken_of(Tree.of(text, parse(text)), 3, Span(2, 4), Span(0, 2))


def test_quotations_find_quotations() -> None:
    from divergence.text.syntax import parse

    text = 'He called it a "sham" and said: "We will not recognise this vote."'
    assert [quotation.speech for quotation in find_quotations(text, parse(text))] == [False, True]


def test_clauses_find_clauses() -> None:
    from divergence.text.syntax import parse

    text = "Two ships were sunk by the navy."
    syntax = parse(text)
    clause = find_clauses(Tree.of(text, syntax))[0]
    assert syntax.words[clause.agents[0]] == "navy"
    assert syntax.words[clause.patients[0]] == "ships"
    assert clause.passive


def test_country_stand_ins_stand_ins() -> None:
    assert stand_ins(["Norwegian", "troops", "left", "KYIV"]) == [
        "French",
        "troops",
        "left",
        "PARIS",
    ]


def test_candidate_actors_find_actors() -> None:
    text = "Norwegian Prime Minister Ada Lin met Danes in Oslo. Later Lin left Norway."
    assert [(actor.name, actor.n_mentions) for actor in find_actors([Article("1", "x", text)])] == [
        ("Ada Lin", 2),
        ("Denmark", 1),
        ("Norway", 2),
    ]


def test_capitals_sentences_of() -> None:
    assert list(
        rough_sentences(Article("1", "x", "Gov. Lin left. Rain fell.", title="Lin Leaves"))
    ) == [["Lin", "Leaves"], ["Gov.", "Lin", "left"], ["Rain", "fell"], []]


def test_capitals_capitalised() -> None:
    assert sorted(name_words([[["Lin", "Leaves"], ["Then", "Lin", "left"]]])) == ["Lin"]


def test_capitals_bare() -> None:
    assert without_possessive("Norland's") == "Norland"
    assert without_possessive("Danes’") == "Danes"


def test_leaders_with_leaders() -> None:
    from divergence.text.entities.candidate_actors import find_actors

    text = "On Monday Tarn Rail's chief executive, Bo Rask, left. Later Rask came back."
    articles = [Article("1", "x", text)]
    (actor,) = with_leaders(find_actors(articles), articles)
    assert actor.name == "Tarn Rail"
    assert sorted(actor.aliases) == ["Bo Rask", "Rask", "Tarn Rail"]


def test_side_checks_check_sides() -> None:
    assert (
        repr(check_sides([Side("North", ("North", "Northern"))]))
        == "(Side(name='North', aliases=('North', 'Northern')),)"
    )


def test_number_expressions_find_numbers() -> None:
    words = "between 20,000 and 30,000 men , four of them and 1.5 million more".split()
    assert [(n.low, n.high, n.bound) for n in find_numbers(words, Span(0, len(words)))] == [
        (20000.0, 30000.0, "range"),
        (4.0, 4.0, "exact"),
        (1500000.0, 1500000.0, "exact"),
    ]


def test_number_expressions_number_at() -> None:
    assert [
        number_at(said.split(), 0, 2).low for said in ("two dozen", "a hundred", "1.5 million")
    ] == [24.0, 100.0, 1500000.0]


def test_quantities_extract() -> None:
    from divergence.text.annotate import annotate

    figure = extract(annotate("Officials said that at least 40 people were injured."))[0]
    assert figure.low == 40.0
    assert figure.bound == "at_least"
    assert figure.unit == "people"
    assert figure.event == "injured"
    assert figure.claimant == "Officials"


def test_lemmas_lemma_of() -> None:
    assert lemma_of("Said", "VBD") == "say"
    assert lemma_of("claims", "VBZ") == "claim"
    assert lemma_of("Ms.", "NNP") == "Ms."


def test_normalize_clean() -> None:
    assert clean_marks("He said: “It’s over.”") == 'He said: "It\'s over."'
    assert (
        clean_marks("'We hold the soldiers’ line,' he said")
        == "‘We hold the soldiers' line,’ he said"
    )


def test_normalize_word_form() -> None:
    assert word_form("Bakh\u00admut") == "Bakhmut"


def test_normalize_normal_forms() -> None:
    assert normal_forms("“Du", ["“", "de", "le"], [Span(0, 1), Span(1, 3), Span(1, 3)]) == [
        '"',
        "de",
        "le",
    ]


def test_party_passages_passage() -> None:
    from divergence.text.annotate import annotate

    seen = passage(annotate("Ana Lind blames Ben Roth."), Span(0, 6), Span(3, 5))
    assert seen.words == ("OTHER", "blames", "TARGET", ".")


def test_plain_words_n_words() -> None:
    assert n_words("It's 1,200 tons - at least.") == 5


def test_sentences_find_sentences() -> None:
    text = '"Go away!" he said. Mr. Hale left.'
    assert [text[found.span.start : found.span.end] for found in find_sentences(text)] == [
        '"Go away!" he said.',
        "Mr. Hale left.",
    ]


def test_syntax_parse() -> None:
    syntax = parse("“We held the bridge,” Hale said.")
    assert syntax.words == ('"', "We", "held", "the", "bridge", ",", '"', "Hale", "said", ".")
    assert syntax.lemmas[2] == "hold"
    assert syntax.tags[2] == "VBD"
    assert syntax.starts[2] == 4
    assert syntax.ends[2] == 8


def test_syntax_parse_many() -> None:
    assert [len(syntax.words) for syntax in parse_many(["It rained.", ""])] == [3, 0]


def test_word_classes_class_of() -> None:
    assert class_of("VBD", "root") == "VERB"
    assert class_of("VBD", "aux") == "AUX"
    assert class_of("IN", "mark") == "SCONJ"


def test_words_find_words() -> None:
    text = "He can't leave the 20,000-strong army."
    assert [text[word.start : word.end] for word in find_words(text, Span(0, len(text)))] == [
        "He",
        "ca",
        "n't",
        "leave",
        "the",
        "20,000",
        "-",
        "strong",
        "army",
        ".",
    ]
