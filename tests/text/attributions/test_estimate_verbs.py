"""Estimates: figures that somebody puts, places or pegs at a number."""

from __future__ import annotations

import pytest

from divergence.text.annotate import annotate
from divergence.text.attributions.estimate_verbs import with_estimates
from divergence.text.attributions.tagging import Parts
from divergence.text.dependency_tree import Tree
from divergence.text.figures.quantities import extract
from divergence.text.syntax import parse
from divergence.types import Span

NOTHING = Parts((), (), ())


def claims(text: str) -> dict[float, str]:
    """Claimant of each figure."""
    return {figure.low: figure.claimant for figure in extract(annotate(text))}


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("The ministry put deaths at 1,100.", {1100: "The ministry"}),
        ("The health ministry put the death toll at 40 on Friday.", {40: "The health ministry"}),
        ("Norland put its losses at 300 soldiers.", {300: "Norland"}),
        (
            "Aid groups placed the number of displaced at more than 20,000.",
            {20000: "Aid groups"},
        ),
        (
            "Lin put the cost at $4 million and the deaths at 12.",
            {4e6: "Lin", 12: "Lin"},
        ),
    ],
)
def test_whoever_puts_a_figure_claims_it(text: str, claimed: dict[float, str]) -> None:
    assert claims(text) == claimed


def test_a_figure_that_is_put_without_a_name_has_an_unnamed_claimant() -> None:
    tree = Tree.of(text := "The toll was put at 85 by the hospital.", parse(text))
    found = with_estimates(tree, NOTHING)
    assert [tree.text_of(span) for span in found.sources] == ["the hospital"]
    assert [tree.text_of(span) for span in found.contents] == ["The toll", "at 85"]
    (nameless,) = with_estimates(
        Tree.of(text := "The toll was put at 85.", parse(text)), NOTHING
    ).cues
    assert nameless == Span(3, 4)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry put guards at 12 gates.",
        "She put the cup at the end of the table.",
        "The ministry put two soldiers at each of 12 gates.",
        "Put at",
        "at 40",
    ],
)
def test_putting_things_somewhere_is_no_estimate(text: str) -> None:
    assert with_estimates(Tree.of(text, parse(text)), NOTHING) == NOTHING


def test_an_estimate_inside_what_another_says_stays_the_others() -> None:
    tree = Tree.of(text := "Berg said the ministry put deaths at 40.", parse(text))
    said = Parts((Span(0, 1),), (Span(1, 2),), (Span(2, 8),))
    assert with_estimates(tree, said) == said


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("The minister said 1,100 were killed and 1,500 were wounded.", "The minister"),
        (
            "According to the ministry, 1,100 soldiers were killed and 1,500 were wounded.",
            "the ministry",
        ),
        (
            "The army said it had killed 1,100 enemy soldiers and that 1,500 others were captured.",
            "The army",
        ),
        ("More than 1,100 were killed and 1,500 were wounded, the ministry said.", "the ministry"),
    ],
)
def test_a_second_figure_of_a_content_has_the_same_claimant(text: str, claimant: str) -> None:
    assert claims(text) == {1100: claimant, 1500: claimant}


@pytest.mark.parametrize(
    ("text", "unit", "event"),
    [
        ("The pilot, Ada Lin, put the number at 3,700.", "", ""),
        ("The mayor put the number of passengers at 3,700.", "people", ""),
        ("Police put the crowd at 3,700.", "people", ""),
        ("Police put the number of dead at 3,700.", "people", "killed"),
    ],
)
def test_what_is_put_at_a_number_is_a_figure(text: str, unit: str, event: str) -> None:
    (figure,) = extract(annotate(text))
    assert (figure.low, figure.unit, figure.event) == (3700, unit, event)
    assert figure.claimant


def test_two_things_are_put_at_two_numbers() -> None:
    cost, deaths = extract(annotate("Lin put the cost at $4 million and the deaths at 12."))
    assert (cost.unit, cost.event) == ("dollar", "")
    assert (deaths.unit, deaths.event) == ("people", "killed")
