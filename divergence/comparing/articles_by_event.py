"""Articles arranged by the event they report: named by their files, or found from their text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from divergence.comparing.cautions import NOT_ALIGNED, Caution, because
from divergence.comparing.compared_fields import with_event
from divergence.comparing.event_detection import MOST_ARTICLES, find_events
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
    if len(digests) > ONE_EVENT and not any(digest.tally.article.event for digest in digests):
        if len(digests) > MOST_ARTICLES or not any(digest.sentences for digest in digests):
            return ByEvent(tuple(digests), {}, (NOT_ALIGNED,))
        digests = _with_detected_events(digests)
        n_events = len({digest.tally.article.event for digest in digests})
        cautions.append(because("events_found", n=n_events))
    members: dict[str, tuple[Digest, ...]] = {}
    for digest in digests:
        event = digest.tally.article.event
        members[event] = (*members.get(event, ()), digest)
    without = members.pop("", ())
    if without and not members:
        members = {"": without}
        if len(without) > 1:
            cautions.append(because("one_event"))
    elif without:
        cautions.append(because("without_event", n=len(without)))
    return ByEvent(tuple(digests), dict(sorted(members.items())), tuple(cautions))


def _with_detected_events(digests: Sequence[Digest]) -> list[Digest]:
    """Name every event that was found: a number, in the order of articles, and its first headline.

    A name is written in no language but the articles'.
    """
    # By id: what an event is called must not depend on who is compared with whom.
    ordered = sorted(
        digests, key=lambda digest: (digest.tally.article.id, digest.tally.article.source)
    )
    texts = ["\n".join(s.ref.text for s in digest.sentences) for digest in ordered]
    numbers = find_events(texts, dates=[digest.tally.article.date for digest in ordered])
    width = len(str(max(numbers) + 1))
    names: dict[int, str] = {}
    for number, digest in zip(numbers, ordered, strict=True):
        article = digest.tally.article
        names.setdefault(number, f"{number + 1:0{width}}: {article.title or article.id}")
    event_of = {id(digest): names[number] for number, digest in zip(numbers, ordered, strict=True)}
    return [with_event(digest, event_of[id(digest)]) for digest in digests]
