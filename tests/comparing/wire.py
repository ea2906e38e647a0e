"""An invented wire story, other reports, and digests of them without an annotator."""

from __future__ import annotations

import re
from collections.abc import Sequence

from divergence.comparing.origins.shingles import stream_of_text
from divergence.digesting.digest import Digest, Sentence
from divergence.digesting.quotable import LedgerFigure, SentenceRef
from divergence.digesting.sourcing import Quote, Sourcing
from divergence.types import Span
from tests.comparing.conftest import made_column, made_tally

WIRE = (
    "A cargo train left the rails near the village of Elmsford on Tuesday night and spilled diesel "
    "into a creek. Fire crews from three counties worked until dawn to stop the leak. The railway "
    "said that a broken axle was the likely cause. Nobody was hurt, but forty families were told "
    "to leave their homes until the air had been tested. The county has asked for help from the "
    "state, whose engineers are expected to reach the site before noon. Schools along the creek "
    "will stay closed for the rest of the week. The line carries some thirty trains a day between "
    "the harbor and the mills further north. It was last inspected in the spring, when a worn "
    "switch was replaced."
)
OTHER = (
    "Diesel ran down the Elm creek yesterday after wagons of a freight train tipped over. "
    "Residents spoke of a bang that rattled windows. Several of them spent the night in the gym of "
    "the middle school, where volunteers handed out blankets and soup. A spokeswoman for the "
    "operator would not say how long repairs might take. Anglers worry about the trout that were "
    "put into the water only last month. An inquiry has been opened, and the first findings are "
    "not due before the autumn, according to people who know how such inquiries go."
)
FRAME = (
    "Rail safety is back on the agenda of the assembly. Members of both parties have long asked "
    "for stricter rules on heavy freight, and a bill that was shelved last winter may now get "
    "another reading. Lobbyists expect a fight over who will pay for new brakes. Meanwhile the "
    "owners of the line have seen their shares fall. Analysts doubt that the fall will last."
)


def sentences_of(text: str) -> list[str]:
    return [sentence for sentence in re.split(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])", text) if sentence]


def article(
    source: str,
    text: str,
    *,
    name: str = "",
    event: str = "train",
    figures: Sequence[LedgerFigure] = (),
    speakers: Sequence[str] = (),
    credits: Sequence[str] = (),
    named: Sequence[str] = (),
) -> Digest:
    """Quotation marks are quotations; their speakers are given in order."""
    name = name or source
    tally = made_tally(source, name, [[[[1, 9], [0, 0]]]], [made_column("hedges.rate")], event)
    refs, at = [], 0
    for number, sentence in enumerate(sentences_of(text)):
        refs.append(SentenceRef(name, source, number, at, at + len(sentence), sentence))
        at += len(sentence) + 1
    flags = stream_of_text(" ".join(ref.text for ref in refs)).quoted.tolist()
    starts = [n for n, flag in enumerate(flags) if flag and not (n and flags[n - 1])]
    ends = [n + 1 for n, flag in enumerate(flags) if flag and flags[n + 1 : n + 2] != [True]]
    names = [*speakers, *[""] * len(starts)]
    quotes = [
        Quote(Span(start, end), who, True)
        for start, end, who in zip(starts, ends, names, strict=False)
    ]
    return Digest(
        tally,
        tuple(Sentence(ref, tuple(ref.text.lower().split())) for ref in refs),
        tuple(figures),
        Sourcing(tuple(quotes), tuple(credits), tuple(named)),
    )


def figure(
    low: float, claimant: str = "", *, source: str = "A", event: str = "killed"
) -> LedgerFigure:
    at = SentenceRef(source, source, 0, 0, 10, "A sentence.")
    return LedgerFigure(
        at, f"{low:g}", low, low, "exact", "people", event, None, "", "", claimant, None, "reporter"
    )
