"""Small worked examples, one or a few for each inner function."""

from __future__ import annotations

from divergence.instruments.background_counts import information
from divergence.instruments.certainty_score import certainty
from divergence.instruments.chosen_instruments import choose
from divergence.instruments.linear import logistic
from divergence.instruments.loaded_words import slant
from divergence.instruments.measured_scores import comparing, measured, of_feature
from divergence.instruments.name_masking import is_name
from divergence.instruments.sentence_similarity import similarity, words
from divergence.instruments.target_tone import tone
from divergence.instruments.uncertainty_cues import cue_probabilities, phrases


def test_background_counts_information() -> None:
    assert information(0) > information(1000) > 0


def test_certainty_score_certainty() -> None:
    from divergence.instruments.uncertainty_cues import cue_probabilities
    from divergence.text.annotate import annotate

    document = annotate("Tea may help.")
    verdict = certainty(document, range(4), cue_probabilities(document))
    assert min(verdict.contributions, key=verdict.contributions.get) == 1


def test_linear_logistic() -> None:
    assert logistic(0.0) == 0.5


def test_loaded_words_slant() -> None:
    from divergence.text.annotate import annotate

    found = slant(annotate("The shameless regime met on Monday."), range(7))
    assert max(found.words, key=found.words.get) == 1


def test_name_masking_is_name() -> None:
    from divergence.text.annotate import annotate

    document = annotate("Russian troops left, Ada said.")
    assert [word for n, word in enumerate(document.syntax.words) if is_name(document, n)] == [
        "Russian",
        "Ada",
    ]


def test_selection_choose() -> None:
    assert choose(None).named == ()


def test_sentence_similarity_similarity() -> None:
    same, other = similarity(
        [
            ("The mill burned down on Friday.", "On Friday the mill burned down."),
            ("The mill burned down on Friday.", "Taxes will rise next year."),
        ]
    )
    assert bool(same > 0.8)
    assert bool(other < 0.3)


def test_sentence_similarity_words() -> None:
    assert words("Oslo's four ferries carried 1,200.") == [
        "oslo",
        "4",
        "ferries",
        "carried",
        "1200",
    ]
    assert words("Twenty-three of two dozen, a hundred and 1.5 million") == [
        "23",
        "of",
        "24",
        "100",
        "and",
        "1500000",
    ]


def test_target_tone_tone() -> None:
    from divergence.text.annotate import annotate
    from divergence.text.party_passages import passage
    from divergence.types import Span

    document = annotate("Voters praised Lind for her brave and honest work.")
    assert tone(document, passage(document, Span(0, 10), Span(2, 3))).label == "positive"


def test_uncertainty_cues_cue_probabilities() -> None:
    from divergence.text.annotate import annotate

    found = cue_probabilities(annotate("The bridge may close in May."))
    assert [token for token, probability in found.items() if probability > 0.5] == [2]


def test_uncertainty_cues_phrases() -> None:
    assert repr(phrases([1, 2, 5])) == "[Span(start=1, end=3), Span(start=5, end=6)]"


def test_measured_scores_measured() -> None:
    assert {"agency", "alignment", "attribution"} <= {row.instrument for row in measured()}


def test_measured_scores_of_feature() -> None:
    assert [row.metric for row in of_feature("certainty")] == ["Pearson correlation with ratings"]


def test_measured_scores_comparing() -> None:
    assert sorted({row.instrument for row in comparing()}) == [
        "alignment",
        "conflicts and figures",
        "events",
    ]
