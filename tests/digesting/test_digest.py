from divergence.counting.declaration import Measure
from divergence.counting.tally import tally
from divergence.digesting.digest import digest, from_parts
from divergence.types import Figure

RATE = Measure("made.rate", "Hedges", "per 100 words", "higher: more", "words", scale=100.0)


def figure(text, words, sentence):
    start = text.index(words)
    return Figure(
        start=start,
        end=start + len(words),
        sentence=sentence,
        low=40.0,
        high=40.0,
        bound="at_least",
        unit="people",
        event="injured",
        affected_side=None,
        window="on Monday",
        place="",
        claimant="Ada Lin",
        claimant_side=None,
        voice="reporter",
    )


def test_sentences_words_and_figures_can_be_quoted(document, feature, finder):
    made = document(["The dam broke .", "More than 40 people were hurt on Monday ."])
    counted = tally(made, [feature(finder(), RATE)])
    found = from_parts(made, counted, [figure(made.text, "More than 40", 1)])
    first, second = found.sentences
    assert first.words == ("the", "dam", "broke")
    assert "40" not in second.words
    for each in found.sentences:
        assert made.text[each.ref.start : each.ref.end] == each.ref.text
        assert (each.ref.article, each.ref.source) == ("a1", "Post")
    (given,) = found.figures
    assert given.text == "More than 40"
    assert given.at == second.ref
    assert (given.low, given.claimant, given.window) == (40.0, "Ada Lin", "on Monday")
    assert found.tally is counted


def test_digest_of_a_text_with_a_figure():
    from divergence.features.registry import select
    from divergence.text.annotate import annotate

    made = digest(annotate("Officials said that at least 40 people were injured."), select())
    (given,) = made.figures
    assert (given.low, given.event) == (40.0, "injured")
    assert given.text.endswith("40")


def test_empty_text_gives_an_empty_digest(document, feature, finder):
    made = document([])
    found = from_parts(made, tally(made, [feature(finder(), RATE)]), [])
    assert found.sentences == found.figures == ()
