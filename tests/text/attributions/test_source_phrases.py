"""Who never speaks: datelines, days, photo credits, headlines, teasers and notes to the reader."""

from __future__ import annotations

import pytest

from divergence.text.annotate import annotate
from divergence.text.attributions.extraction import find_attribution_drafts
from divergence.text.attributions.page_furniture import furniture_tokens
from divergence.text.attributions.quotations import find_quotations
from divergence.text.attributions.source_phrases import is_no_speaker, without_asides
from divergence.text.dependency_tree import Tree
from divergence.text.syntax import parse
from divergence.types import Span


def tree_of(text: str) -> Tree:
    return Tree.of(text, parse(text))


def source_of(text: str) -> str:
    tree = tree_of(text)
    (draft,) = find_attribution_drafts(tree, find_quotations(text, tree.syntax), notion="reported")
    if draft.source is not None:
        return tree.text_of(draft.source)
    return "" if draft.speaker_head is None else tree.syntax.words[draft.speaker_head]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("MARTEN — The mayor vowed to close the harbor.", "The mayor"),
        ("MARTEN, Norland (Wire) - The guild said on Monday that it would strike.", "The guild"),
        ("Divers on Friday identified the boat as the Heron.", "Divers"),
        (
            "A spokesperson for the harbor said the gates were open.",
            "A spokesperson for the harbor",
        ),
    ],
)
def test_a_source_is_who_speaks_and_no_more(text: str, source: str) -> None:
    assert source_of(text) == source


@pytest.mark.parametrize(
    ("phrase", "left"),
    [
        ("Divers on late Friday", "Divers"),
        ("The guild on May 3", "The guild"),
        ("Otto Brandt/AFP/Getty Images The mayor", "The mayor"),
        ("Friday", ""),
        ("The crew of the Heron", "The crew of the Heron"),
    ],
)
def test_asides_are_cut_off(phrase: str, left: str) -> None:
    tree = tree_of(f"{phrase} said so.")
    span = without_asides(tree, Span(0, tree.syntax.words.index("said")))
    assert ("" if span is None else tree.text_of(span)) == left


def test_a_day_is_no_speaker() -> None:
    tree = tree_of("Friday said it all.")
    assert is_no_speaker(tree, 0)
    assert not is_no_speaker(tree, 1)


@pytest.mark.parametrize(
    "text",
    [
        "MAYOR SAYS THE DAM IS SAFE",
        "Read more: Mayor says the dam is safe",
        "(Editor's note: The story says what the mayor said of the dam.)",
        "Related: Guild claims the dam was never built",
    ],
)
def test_headlines_and_teasers_give_nobody_words(text: str) -> None:
    assert annotate(f"{text}\n\nThe dam was built in a year.").attributions == ()


def test_a_name_in_capitals_is_no_headline() -> None:
    text = "The NLU and the OKT said that the dam is safe."
    assert furniture_tokens(text, parse(text)) == set()


def test_a_quotation_after_a_colon_is_given_by_the_cue_before_it() -> None:
    text = 'Greta Holm wrote on her page:\n\n"The mill is cold. We lost two winters."'
    (attribution,) = annotate(text).attributions
    assert (attribution.speaker.name, attribution.cue_lemma) == ("Greta Holm", "write")
