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
            replace(each, ref=replace(each.ref, source=source)) for each in digest.sentences
        ),
    )


def test_everything_is_there(digests, columns):
    found = compare(digests, sides=("North", "South"), rounds=50)
    assert [(each.source, each.n_articles) for each in found.sources] == [
        ("A", 3),
        ("B", 3),
        ("C", 3),
    ]
    assert found.events == ("e0", "e1", "e2")
    assert len(found.estimates) == 3 * 2 * 3
    assert len(found.contrasts) == 3 * 2 * 3
    assert len(found.shifts) == 3
    assert {each.family for each in found.distances} == {"certainty", "agency"}
    assert next(each.sources for each in found.statements if each.event == "e1") == ("A", "B")
    assert (found.sides, found.seed, found.rounds) == (("North", "South"), 0, 50)
    assert found.columns == tuple(columns)


def test_order_changes_nothing_to_the_byte(digests):
    shuffled = [digests[place] for place in np.random.default_rng(1).permutation(len(digests))]
    one, other = (compare(each, rounds=50) for each in (digests, shuffled))
    assert repr(astuple(one)) == repr(astuple(other))


def test_swapping_two_sources_flips_every_sign(digests):
    two = [each for each in digests if each.tally.article.source != "C"]
    forth = compare(two, rounds=100)
    back = compare([renamed(each, {"A": "B", "B": "A"}) for each in two], rounds=100)
    for one, other in zip(forth.contrasts, back.contrasts, strict=True):
        assert one.difference == -other.difference or math.isnan(one.difference)
        assert (one.low, one.high) == (-other.high, -other.low) or math.isnan(one.low)
        assert repr(one.q) == repr(other.q)
    assert [(each.term, each.z) for each in forth.keyness] == [
        (each.term, -each.z) for each in back.keyness[::-1]
    ]
    assert forth.shifts[0].floor == back.shifts[0].floor
    assert forth.shifts[0].divergence == back.shifts[0].divergence
    assert [each.values for each in forth.distances] == [
        tuple(row[::-1] for row in each.values[::-1]) for each in back.distances
    ]


def test_what_else_is_measured_moves_no_interval(digests, columns):
    def first_only(one):
        counts, spans = one.tally.counts[:, :1], one.tally.n_evidence[:1]
        alone = replace(one.tally, columns=tuple(columns[:1]), counts=counts, n_evidence=spans)
        return replace(one, tally=alone)

    name = columns[0].name
    found, alone = compare(digests, rounds=50), compare([*map(first_only, digests)], rounds=50)
    assert [one for one in found.estimates if one.column == name] == list(alone.estimates)
    for one, other in zip(
        [one for one in found.contrasts if one.column == name], alone.contrasts, strict=True
    ):
        assert (one.low, one.high, one.p) == (other.low, other.high, other.p)


def test_one_source_is_a_profile(digests):
    found = compare(digests[:3], rounds=20)
    assert found.contrasts == found.keyness == found.shifts == found.distances == ()
    assert found.cautions[0] == because("one_source", source="A")
    assert all(each.value >= 0 for each in found.estimates if each.column == "f.rate")


def test_single_articles_are_cautioned(digests):
    found = compare([digests[0], digests[3]], rounds=20)
    assert because("one_article_each", sources=("A", "B")) in found.cautions
    assert all(math.isnan(each.q) for each in found.contrasts)


def test_without_events_a_few_articles_are_one_event(digests):
    bare = [
        replace(e, tally=replace(e.tally, article=replace(e.tally.article, event="")))
        for e in digests
    ]
    found = compare(bare, rounds=20)
    assert because("one_event") in found.cautions
    assert found.events == ()
    assert len(found.statements[0].sources) > 1
    many = compare([*bare, *(renamed(each, {"A": "D", "B": "E"}) for each in bare)], rounds=20)
    assert many.events
    assert all(event.partition(": ")[0].isdigit() for event in many.events)
    assert any(len(each.sources) > 1 for each in many.statements)
    assert because("events_found", n=len(many.events)) in many.cautions


def test_articles_without_an_event_among_others_are_counted(digests):
    first = digests[0]
    bare = replace(
        first, tally=replace(first.tally, article=replace(first.tally.article, event=""))
    )
    found = compare([bare, *digests[1:]], rounds=20)
    assert because("without_event", n=1) in found.cautions


def test_nothing_in_common_is_said(digests, one_digest):
    apart = [one_digest(digests[0].tally, LINES["A"]), one_digest(digests[8].tally, LINES["C"])]
    found = compare(apart, rounds=20)
    assert because("nothing_in_common") in found.cautions


def test_a_source_that_gives_the_figure_is_not_missing(digests, one_digest):
    from divergence.digesting.quotable import LedgerFigure

    def told(digest, text):
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

    first = told(digests[0], "The storm left 310 hurt.")
    second = told(digests[3], "Doctors in the valley treated 310 of their neighbors overnight.")
    found = compare([first, second], rounds=20)
    assert [entry.verdict for entry in found.ledger] == ["agree"]
    assert [each.missing for each in found.statements] == [(), ()]


def test_sources_without_words_or_with_one_sentence(one_tally, one_digest, columns):
    empty = one_digest(one_tally("A", "x", [], columns))
    short = one_digest(
        one_tally("B", "y", [[[[1, 4], [0, 0]], [[0, 0], [0, 0]]]], columns), ["Go on now."]
    )
    found = compare([empty, short], rounds=20)
    assert because("no_words_to_measure", sources=("A",)) in found.cautions
    assert all(math.isnan(each.value) for each in found.estimates if each.source == "A")
    assert all(math.isnan(each.difference) for each in found.contrasts)
    assert all(each.cautions for each in found.contrasts)
    assert math.isnan(found.shifts[0].divergence)
    assert compare([empty], rounds=20).contrasts == ()


def test_sources_that_differ_in_capitals_only_are_pointed_out(digests):
    found = compare([*digests[:3], *(renamed(e, {"B": "a"}) for e in digests[3:])], rounds=20)
    assert "alike_but_for_capitals" in {each.kind for each in found.cautions}


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
    found = compare(made, rounds=20)
    assert len(found.contrasts) == 120 * 6
    assert {each.reference for each in found.contrasts} == {"the others"}


def with_metadata(digest, **metadata):
    article = replace(digest.tally.article, metadata=metadata)
    return replace(digest, tally=replace(digest.tally, article=article))


def test_any_metadata_can_be_compared(digests):
    leaning = {"A": "left", "B": "right", "C": "right"}
    told = [with_metadata(e, leaning=leaning[e.tally.article.source]) for e in digests]
    found = compare(told, by="leaning", rounds=20)
    assert [each.source for each in found.sources] == ["left", "right"]
    assert {(each.source, each.reference) for each in found.contrasts} == {("left", "right")}
    assert {ref.source for each in found.statements for ref in each.sentences} == {"left", "right"}


def test_articles_without_the_field_are_left_out_and_counted(digests):
    told = [with_metadata(e, leaning="left") for e in digests[:4]] + digests[4:]
    found = compare(told, by="leaning", rounds=20)
    assert found.sources[0].n_articles == 4
    assert because("without_field", n=5, field="leaning") in found.cautions
    with pytest.raises(UsageError, match=r"no article has a field.*Known fields: source, event"):
        compare(digests, by="leaning")


def test_a_field_without_values_is_not_called_known(digests):
    blank = [with_metadata(each, leaning=" ") for each in digests]
    with pytest.raises(UsageError, match=r"no article has a value in its field 'leaning'"):
        compare(blank, by="leaning")
    nameless = [
        replace(each, tally=replace(each.tally, article=replace(each.tally.article, event="")))
        for each in blank
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
    found = compare(digests, reference="B", rounds=20)
    expected = {("A", "B"), ("C", "B")}
    assert {(each.source, each.reference) for each in found.contrasts} == expected
    assert {(each.source, each.reference) for each in found.shifts} == expected
    assert {(each.source, each.reference) for each in found.profile} == expected
    with pytest.raises(UsageError, match="reference"):
        compare(digests, reference="Z")


def test_a_table_of_counts_is_compared_without_text(digests, columns):
    table = FeatureTable(tuple(columns), tuple(each.tally for each in digests))
    found = compare(table, rounds=20)
    assert found.contrasts == compare(digests, rounds=20).contrasts
    assert found.statements == ()


def test_profile_ends_in_an_overall_ratio_that_is_the_mean_of_its_parts(digests):
    found = [each for each in compare(digests, rounds=20).profile if each.source == "A"]
    assert found[-1].family == "overall"
    ratios = [each.ratio for each in found[:-1] if each.ratio > 0]
    assert found[-1].n_columns == len(ratios)
    assert found[-1].ratio == pytest.approx(float(np.prod(ratios)) ** (1 / len(ratios)))


@pytest.mark.parametrize(
    "given", [{"rounds": 10.5}, {"rounds": "10"}, {"seed": None}, {"seed": "1"}]
)
def test_what_is_drawn_by_is_a_whole_number(digests, given):
    (name,) = given
    with pytest.raises(UsageError, match=f"{name}=.*: give a whole number"):
        compare(digests, **given)
    found = compare(digests[:2], rounds=np.int64(10), seed=np.int64(1))
    assert (type(found.rounds), type(found.seed)) == (int, int)
