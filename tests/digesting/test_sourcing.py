"""What a digest keeps of an article's sourcing, from real annotation of invented text."""

from __future__ import annotations

from divergence.comparing.origins.shingles import stream
from divergence.digesting.sourcing import sourcing
from divergence.text.annotate import annotate
from divergence.types import Article

TEXT = (
    "ELMSFORD (AP) — A train left the rails on Tuesday.  “We will stay until the creek is clean,” "
    "Mayor Ivo Lenz said. He told Reuters that 40 families had left."
)


def test_quotations_are_ranges_of_the_articles_words() -> None:
    document = annotate(Article("a", "A", TEXT))
    found = sourcing(document)
    (quote,) = found.quotes
    words = stream([document.words_of(span) for span in document.syntax.sentences])
    said = words.text_of(quote.words.start, quote.words.end)
    assert said == "We will stay until the creek is clean"
    assert "Lenz" in quote.speaker
    assert quote.speech


def test_credits_and_names() -> None:
    found = sourcing(annotate(Article("a", "A", TEXT, metadata={"author": "Ada Lin, dpa"})))
    assert found.credits == ("AP", "dpa")
    assert found.named == ("Reuters",)
    assert any("Lenz" in name for name in found.speakers)


def test_nothing_to_source() -> None:
    found = sourcing(annotate("Rain fell."))
    assert (found.quotes, found.credits, found.named) == ((), (), ())
