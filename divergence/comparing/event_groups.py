"""Articles arranged by the event they report: named by their files, or found from their text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from divergence.comparing.cautions import NOT_ALIGNED, Caution, because
from divergence.comparing.event_detection import MOST, find_events
from divergence.digesting.digest import Digest

# Up to this many articles without a named event are taken to be about one.
ONE_EVENT = 12


class ByEvent(NamedTuple):
    """Articles with their events, the same by event where they can be aligned, and cautions."""

    digests: tuple[Digest, ...]
    members: Mapping[str, tuple[Digest, ...]]
    cautions: tuple[Caution, ...]


def by_event(digests: Sequence[Digest]) -> ByEvent:
    """Arrange articles by event."""
    cautions: list[Caution] = []
    if len(digests) > ONE_EVENT and not any(each.tally.article.event for each in digests):
        if len(digests) > MOST or not any(each.sentences for each in digests):
            return ByEvent(tuple(digests), {}, (NOT_ALIGNED,))
        digests = _found(digests)
        n_events = len({each.tally.article.event for each in digests})
        cautions.append(because("events_found", n=n_events))
    members: dict[str, tuple[Digest, ...]] = {}
    for each in digests:
        event = each.tally.article.event
        members[event] = (*members.get(event, ()), each)
    without = members.pop("", ())
    if without and not members:
        members = {"": without}
        if len(without) > 1:
            cautions.append(because("one_event"))
    elif without:
        cautions.append(because("without_event", n=len(without)))
    return ByEvent(tuple(digests), dict(sorted(members.items())), tuple(cautions))


def _found(digests: Sequence[Digest]) -> list[Digest]:
    """Name every event that was found: a number, in the order of articles, and its first headline.

    A name is written in no language but the articles'.
    """
    # By id: what an event is called must not depend on who is compared with whom.
    ordered = sorted(digests, key=lambda each: (each.tally.article.id, each.tally.article.source))
    texts = ["\n".join(s.ref.text for s in each.sentences) for each in ordered]
    numbers = find_events(texts, dates=[each.tally.article.date for each in ordered])
    width = len(str(max(numbers) + 1))
    names: dict[int, str] = {}
    for number, each in zip(numbers, ordered, strict=True):
        article = each.tally.article
        names.setdefault(number, f"{number + 1:0{width}}: {article.title or article.id}")
    event_of = {id(each): names[number] for number, each in zip(numbers, ordered, strict=True)}
    return [
        replace(
            each,
            tally=replace(
                each.tally, article=replace(each.tally.article, event=event_of[id(each)])
            ),
        )
        for each in digests
    ]
