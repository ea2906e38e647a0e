import math
from dataclasses import astuple, replace

import numpy as np
import pytest

from divergence.comparing.cautions import because
from divergence.comparing.compare import compare
from divergence.errors import InputError, UsageError
from divergence.measuring.table import FeatureTable

LINES = {
    "A": [
        "A fire destroyed the old harbor warehouse in Malin on Monday night.",
        "Residents were furious, and the mayor was blamed at once.",
    ],
    "B": [
        "The old harbor warehouse in Malin was destroyed by a fire on Monday night.",
        "Insurers expect a loss of 3 million crowns.",
    ],
    "C": ["Nobody knows yet how the blaze in the warehouse began."],
}


@pytest.fixture
def columns(column):
    return [column("f.rate"), column("f.share", "evidence", family="agency")]


@pytest.fixture
def digests(chance_tally, one_digest, columns):
    random = np.random.default_rng(6)
    return [
        one_digest(
            chance_tally(
                source, f"{source}{number}", random, columns, rates=[3, 30], event=f"e{number}"
            ),
            LINES[source],
        )
        for source in "ABC"
        for number in range(3)
    ]


def renamed(digest, names):
    source = names.get(digest.tally.article.source, digest.tally.article.source)
    return replace(
        digest,
        tally=replace(digest.tally, article=replace(digest.tally.article, source=source)),
        sentences=tuple(
            replace(sentence, ref=replace(sentence.ref, source=source))
            for sentence in digest.sentences
        ),
    )


def test_everything_is_there(digests, columns):
    comparison = compare(digests, sides=("North", "South"), rounds=50)
    assert [(source.source, source.n_articles) for source in comparison.sources] == [
        ("A", 3),
        ("B", 3),
        ("C", 3),
    ]
    assert comparison.events == ("e0", "e1", "e2")
    assert len(comparison.estimates) == 3 * 2 * 3
    assert len(comparison.contrasts) == 3 * 2 * 3
    assert len(comparison.shifts) == 3
    assert {matrix.family for matrix in comparison.distances} == {"certainty", "agency"}
    assert next(
        statement.sources for statement in comparison.statements if statement.event == "e1"
    ) == ("A", "B")
    assert (comparison.sides, comparison.seed, comparison.rounds) == (("North", "South"), 0, 50)
    assert comparison.columns == tuple(columns)


def test_order_changes_nothing_to_the_byte(digests):
    shuffled = [digests[place] for place in np.random.default_rng(1).permutation(len(digests))]
    ordered, mixed = (compare(given, rounds=50) for given in (digests, shuffled))
    assert repr(astuple(ordered)) == repr(astuple(mixed))


def test_swapping_two_sources_flips_every_sign(digests):
    two = [digest for digest in digests if digest.tally.article.source != "C"]
    forth = compare(two, rounds=100)
    back = compare([renamed(digest, {"A": "B", "B": "A"}) for digest in two], rounds=100)
    for contrast, other in zip(forth.contrasts, back.contrasts, strict=True):
        assert contrast.difference == -other.difference or math.isnan(contrast.difference)
        assert (contrast.low, contrast.high) == (-other.high, -other.low) or math.isnan(
            contrast.low
        )
        assert repr(contrast.q) == repr(other.q)
    assert [(term.term, term.z) for term in forth.keyness] == [
        (term.term, -term.z) for term in back.keyness[::-1]
    ]
    assert forth.shifts[0].floor == back.shifts[0].floor
    assert forth.shifts[0].divergence == back.shifts[0].divergence
    assert [matrix.values for matrix in forth.distances] == [
        tuple(row[::-1] for row in matrix.values[::-1]) for matrix in back.distances
    ]


def test_what_else_is_measured_moves_no_interval(digests, columns):
    def first_only(digest):
        counts, spans = digest.tally.counts[:, :1], digest.tally.n_evidence[:1]
        alone = replace(digest.tally, columns=tuple(columns[:1]), counts=counts, n_evidence=spans)
        return replace(digest, tally=alone)

    name = columns[0].name
    comparison, alone = compare(digests, rounds=50), compare([*map(first_only, digests)], rounds=50)
    assert [estimate for estimate in comparison.estimates if estimate.column == name] == list(
        alone.estimates
    )
    for contrast, other in zip(
        [contrast for contrast in comparison.contrasts if contrast.column == name],
        alone.contrasts,
        strict=True,
    ):
        assert (contrast.low, contrast.high, contrast.p) == (other.low, other.high, other.p)


def test_one_source_is_a_profile(digests):
    comparison = compare(digests[:3], rounds=20)
    assert (
        comparison.contrasts
        == comparison.keyness
        == comparison.shifts
        == comparison.distances
        == ()
    )
    assert comparison.cautions[0] == because("one_source", source="A")
    assert all(
        estimate.value >= 0 for estimate in comparison.estimates if estimate.column == "f.rate"
    )


def test_single_articles_are_cautioned(digests):
    comparison = compare([digests[0], digests[3]], rounds=20)
    assert because("one_article_each", sources=("A", "B")) in comparison.cautions
    assert all(math.isnan(contrast.q) for contrast in comparison.contrasts)


def test_without_events_a_few_articles_are_one_event(digests):
    bare = [
        replace(e, tally=replace(e.tally, article=replace(e.tally.article, event="")))
        for e in digests
    ]
    comparison = compare(bare, rounds=20)
    assert because("one_event") in comparison.cautions
    assert comparison.events == ()
    assert len(comparison.statements[0].sources) > 1
    many = compare([*bare, *(renamed(digest, {"A": "D", "B": "E"}) for digest in bare)], rounds=20)
    assert many.events
    assert all(event.partition(": ")[0].isdigit() for event in many.events)
    assert any(len(statement.sources) > 1 for statement in many.statements)
    assert because("events_found", n=len(many.events)) in many.cautions


def test_articles_without_an_event_among_others_are_counted(digests):
    first = digests[0]
    bare = replace(
        first, tally=replace(first.tally, article=replace(first.tally.article, event=""))
    )
    comparison = compare([bare, *digests[1:]], rounds=20)
    assert because("without_event", n=1) in comparison.cautions


def test_nothing_in_common_is_said(digests, one_digest):
    apart = [one_digest(digests[0].tally, LINES["A"]), one_digest(digests[8].tally, LINES["C"])]
    comparison = compare(apart, rounds=20)
    assert because("nothing_in_common") in comparison.cautions


def test_a_source_that_gives_the_figure_is_not_missing(digests, one_digest):
    from divergence.digesting.quotable import LedgerFigure

    def with_text(digest, text):
        made = one_digest(digest.tally, [text])
        given = LedgerFigure(
            at=made.sentences[0].ref,
            text="310",
            low=310.0,
            high=310.0,
            bound="exact",
            unit="people",
            event="injured",
            affected_side=None,
            window="",
            place="",
            claimant="",
            claimant_side=None,
            voice="reporter",
        )
        return replace(made, figures=(given,))

    first = with_text(digests[0], "The storm left 310 hurt.")
    second = with_text(
        digests[3], "Doctors in the valley treated 310 of their neighbors overnight."
    )
    comparison = compare([first, second], rounds=20)
    assert [entry.verdict for entry in comparison.ledger] == ["agree"]
    assert [statement.missing for statement in comparison.statements] == [(), ()]


def test_sources_without_words_or_with_one_sentence(one_tally, one_digest, columns):
    empty = one_digest(one_tally("A", "x", [], columns))
    short = one_digest(
        one_tally("B", "y", [[[[1, 4], [0, 0]], [[0, 0], [0, 0]]]], columns), ["Go on now."]
    )
    comparison = compare([empty, short], rounds=20)
    assert because("no_words_to_measure", sources=("A",)) in comparison.cautions
    assert all(
        math.isnan(estimate.value) for estimate in comparison.estimates if estimate.source == "A"
    )
    assert all(math.isnan(contrast.difference) for contrast in comparison.contrasts)
    assert all(contrast.cautions for contrast in comparison.contrasts)
    assert math.isnan(comparison.shifts[0].divergence)
    assert compare([empty], rounds=20).contrasts == ()


def test_sources_that_differ_in_capitals_only_are_pointed_out(digests):
    comparison = compare([*digests[:3], *(renamed(e, {"B": "a"}) for e in digests[3:])], rounds=20)
    assert "alike_but_for_capitals" in {caution.kind for caution in comparison.cautions}


def test_wrong_input_is_said(digests, one_tally, one_digest, column):
    with pytest.raises(InputError, match="no article"):
        compare([])
    other = one_digest(one_tally("B", "y", [[[[1, 4], [0, 0]]]], [column("g.rate")]))
    with pytest.raises(UsageError, match="other features"):
        compare([digests[0], other])
    with pytest.raises(UsageError, match="at least one round"):
        compare(digests, rounds=0)


def test_frame_is_tidy(digests):
    frame = compare(digests, rounds=20).to_frame()
    assert len(frame) == 36
    assert set(frame["kind"]) == {"estimate", "contrast"}
    assert frame.loc[frame["kind"] == "estimate", "reference"].eq("").all()
    assert frame.loc[frame["kind"] == "estimate", "p"].isna().all()
    assert frame["unit"].notna().all()


def test_many_sources(one_tally, one_digest, columns):
    made = [
        one_digest(
            one_tally(
                f"s{number:03}",
                f"a{number}",
                [[[[number % 3, 20], [0, 0]], [[1, 2], [0, 0]]]] * 2,
                columns,
                event="e",
            ),
            [f"Town number {number} held a fair.", f"About {number} guests came."],
        )
        for number in range(120)
    ]
    comparison = compare(made, rounds=20)
    assert len(comparison.contrasts) == 120 * 6
    assert {contrast.reference for contrast in comparison.contrasts} == {"the others"}


def with_metadata(digest, **metadata):
    article = replace(digest.tally.article, metadata=metadata)
    return replace(digest, tally=replace(digest.tally, article=article))


def test_any_metadata_can_be_compared(digests):
    leaning = {"A": "left", "B": "right", "C": "right"}
    labelled = [with_metadata(e, leaning=leaning[e.tally.article.source]) for e in digests]
    comparison = compare(labelled, by="leaning", rounds=20)
    assert [source.source for source in comparison.sources] == ["left", "right"]
    assert {(contrast.source, contrast.reference) for contrast in comparison.contrasts} == {
        ("left", "right")
    }
    assert {ref.source for statement in comparison.statements for ref in statement.sentences} == {
        "left",
        "right",
    }


def test_articles_without_the_field_are_left_out_and_counted(digests):
    labelled = [with_metadata(e, leaning="left") for e in digests[:4]] + digests[4:]
    comparison = compare(labelled, by="leaning", rounds=20)
    assert comparison.sources[0].n_articles == 4
    assert because("without_field", n=5, field="leaning") in comparison.cautions
    with pytest.raises(UsageError, match=r"no article has a field.*Known fields: source, event"):
        compare(digests, by="leaning")


def test_a_field_without_values_is_not_called_known(digests):
    blank = [with_metadata(digest, leaning=" ") for digest in digests]
    with pytest.raises(UsageError, match=r"no article has a value in its field 'leaning'"):
        compare(blank, by="leaning")
    nameless = [
        replace(
            digest, tally=replace(digest.tally, article=replace(digest.tally.article, event=""))
        )
        for digest in blank
    ]
    with pytest.raises(UsageError, match=r"no article names its event.*Known fields: source\.$"):
        compare(nameless, by="event")


def test_differences_are_taken_within_any_field(digests):
    topics = [with_metadata(e, topic=f"t{number % 2}") for number, e in enumerate(digests)]
    assert {c.n_events for c in compare(topics, within="topic", rounds=20).contrasts} <= {1, 2}
    assert {c.n_events for c in compare(topics, within="none", rounds=20).contrasts} == {1}
    assert {c.n_events for c in compare(topics, rounds=20).contrasts} == {3}
    with pytest.raises(UsageError, match="within='mood'"):
        compare(topics, within="mood")


def test_a_chosen_reference_is_held_against_all_others(digests):
    comparison = compare(digests, reference="B", rounds=20)
    expected = {("A", "B"), ("C", "B")}
    assert {(contrast.source, contrast.reference) for contrast in comparison.contrasts} == expected
    assert {(shift.source, shift.reference) for shift in comparison.shifts} == expected
    assert {
        (divergence.source, divergence.reference) for divergence in comparison.profile
    } == expected
    with pytest.raises(UsageError, match="reference"):
        compare(digests, reference="Z")


def test_a_table_of_counts_is_compared_without_text(digests, columns):
    table = FeatureTable(tuple(columns), tuple(digest.tally for digest in digests))
    comparison = compare(table, rounds=20)
    assert comparison.contrasts == compare(digests, rounds=20).contrasts
    assert comparison.statements == ()


def test_profile_ends_in_an_overall_ratio_that_is_the_mean_of_its_parts(digests):
    comparison = [
        divergence for divergence in compare(digests, rounds=20).profile if divergence.source == "A"
    ]
    assert comparison[-1].family == "overall"
    ratios = [divergence.ratio for divergence in comparison[:-1] if divergence.ratio > 0]
    assert comparison[-1].n_columns == len(ratios)
    assert comparison[-1].ratio == pytest.approx(float(np.prod(ratios)) ** (1 / len(ratios)))


@pytest.mark.parametrize(
    "given", [{"rounds": 10.5}, {"rounds": "10"}, {"seed": None}, {"seed": "1"}]
)
def test_what_is_drawn_by_is_a_whole_number(digests, given):
    (name,) = given
    with pytest.raises(UsageError, match=f"{name}=.*: give a whole number"):
        compare(digests, **given)
    comparison = compare(digests[:2], rounds=np.int64(10), seed=np.int64(1))
    assert (type(comparison.rounds), type(comparison.seed)) == (int, int)
