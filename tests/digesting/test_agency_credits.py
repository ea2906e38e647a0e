"""Credits stand where credits stand; a desk that is merely named is none."""

from __future__ import annotations

import pytest

from divergence.digesting.agency_credits import credits, named
from divergence.lexicons.agencies import by_form, upstreams

BODY = "The bridge was closed on Monday. Engineers will look at it. Nobody was hurt."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"KYIV, March 3 (AP) — {BODY}", ("AP",)),
        (f"BERLIN (dpa) – {BODY}", ("dpa",)),
        (f"(Reuters) - {BODY}", ("Reuters",)),
        (f"Reuters — {BODY}", ("Reuters",)),
        (f"By Associated Press\n\n{BODY}", ("AP",)),
        (f"By Ada Lin, Associated Press\n{BODY}", ("AP",)),
        (f"By ADA LIN, AFP\n\n{BODY}", ("AFP",)),
        (f"{BODY}\n\nThe Associated Press contributed to this report.", ("AP",)),
        (f"{BODY} Reuters contributed to this story.", ("Reuters",)),
        (f"{BODY} (AFP)", ("AFP",)),
        (f"{BODY} (with inputs from PTI)", ("PTI",)),
        (f"{BODY}\n— With AFP", ("AFP",)),
        (f"{BODY}\nSource: TASS", ("TASS",)),
        (f"{BODY}\n© 2031 The Canadian Press", ("Canadian Press",)),
        (f"PARIS (Agence France-Presse) - {BODY}\n\nInterfax contributed to this report.",
         ("AFP", "Interfax")),
    ],
)  # fmt: skip
def test_a_credit_is_found(text: str, expected: tuple[str, ...]) -> None:
    assert credits(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        BODY,
        f"The mayor told Reuters that trains stand still. {BODY}",
        f"{BODY} The driver, who spoke to the Associated Press, was not named. {BODY}",
        f"{BODY * 12}\n\nShe spoke to AFP (Reuters could not reach her) at noon.\n\n{BODY * 12}",
        f"AP classes were cancelled. {BODY}",
        f"{BODY} Bloomberg, the candidate, would not comment.",
    ],
)
def test_a_mention_is_no_credit(text: str) -> None:
    assert credits(text) == ()


def test_a_byline_field_counts() -> None:
    assert credits(BODY, byline="Ada Lin / Reuters") == ("Reuters",)
    assert credits(BODY, byline="Ada Lin") == ()


def test_desks_that_are_named() -> None:
    text = "She told Reuters. The Institute for the Study of War (ISW) agreed, the BBC said."
    assert named(text) == ("BBC", "Institute for the Study of War", "Reuters")
    assert named("an AP class, a map and a pit") == ()


def test_every_form_has_one_name() -> None:
    forms = [form for each in upstreams() for form in each.forms]
    assert len(forms) == len(set(forms)) == len(by_form())
    names = [each.name for each in upstreams()]
    assert len(names) == len(set(names))
    assert {each.kind for each in upstreams()} == {"agency", "outlet", "institute"}
