"""The two real articles beside the checkout, end to end up to the comparison."""

import pytest

from divergence.comparing.compare import compare
from divergence.types import Side

SIDES = (
    Side("Russia", ("Russia", "Russian", "Moscow", "the Kremlin", "Wagner Group")),
    Side("Ukraine", ("Ukraine", "Ukrainian", "Kyiv", "Zelensky")),
)


@pytest.fixture(scope="module")
def comparison(shared):
    from divergence.digesting.digest import digest
    from divergence.features.registry import select
    from divergence.reading import read
    from divergence.text.annotate import annotate_many

    articles = read(shared / "seeds").articles
    assert len(articles) == 2
    digests = [digest(document, select()) for document in annotate_many(articles, sides=SIDES)]
    return compare(digests, sides=[side.name for side in SIDES], rounds=200)


@pytest.mark.needs_data
@pytest.mark.parametrize(
    ("low", "high"),
    [(1100, 1100), (1500, 1500), (220, 220), (20000, 30000), (4, 4), (7, 7), (47, 47)],
)
def test_figures_of_both_articles_stand_side_by_side(comparison, low, high):
    entries = [
        entry
        for entry in comparison.ledger
        if (entry.figures[0].low, entry.figures[0].high) == (low, high) and not entry.missing
    ]
    assert [entry.verdict for entry in entries] == ["agree"]


@pytest.mark.needs_data
def test_another_time_window_shows_beside_the_same_number(comparison):
    (entry,) = (entry for entry in comparison.ledger if entry.figures[0].low == 1100)
    (window,) = (difference for difference in entry.differences if difference.respect == "window")
    assert "past few days" in str(window)
    assert "past week" in str(window)


@pytest.mark.needs_data
def test_what_one_article_has_is_only_there(comparison):
    (entry,) = (entry for entry in comparison.ledger if entry.figures[0].low == 70000)
    assert entry.verdict == "only"
    assert len(entry.missing) == 1
    alone = {
        ref.sentence
        for statement in comparison.statements
        if len(statement.sources) == 1 and statement.missing
        for ref in statement.sentences
        if ref.article == entry.figures[0].at.article
    }
    assert entry.figures[0].at.sentence in alone


@pytest.mark.needs_data
@pytest.mark.parametrize("name", ["Syrskyi", "Prigozhin", "1,100", "220", "seven residents"])
def test_sentences_find_their_counterpart(comparison, name):
    both = [
        [ref.text for ref in statement.sentences]
        for statement in comparison.statements
        if len(statement.sources) == 2
    ]
    assert any(all(name in text for text in texts) for texts in both)


@pytest.mark.needs_data
def test_the_two_share_an_account_and_not_a_text(comparison):
    (kin,) = comparison.kinships
    assert kin.kind == "shared account"
    assert comparison.origins == ()
    assert max(kin.account) > 0.5
    assert {"Volodymyr Zelensky", "Pavlo Kyrylenko"} <= set(kin.speakers)
    assert "Institute for the Study of War" in kin.named
    assert any(passage.quoted for passage in kin.passages)
    assert len(kin.shared_figures) >= 4
    assert all(len(p.a) and len(p.b) for p in kin.passages)
