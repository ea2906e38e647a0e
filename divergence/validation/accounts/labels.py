"""One labelled event: its articles, its sides, and what readers found in it.

The form is described in ``docs/validation.md``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from divergence.errors import LabelsError, UsageError
from divergence.text.entities.side_checks import check_sides
from divergence.types import Article, Side
from divergence.validation.accounts.entries import Entries, EntryReader
from divergence.validation.accounts.label_fields import Fields, read_object


@dataclass(frozen=True, slots=True)
class LabelledEvent:
    """An event as readers labelled it; ``cautions`` say what of the file was not used and why."""

    path: Path
    name: str
    articles: tuple[Article, ...]
    sides: tuple[Side, ...]
    entries: Entries
    cautions: tuple[str, ...] = ()


def read_events(paths: Sequence[Path]) -> tuple[LabelledEvent, ...]:
    """Read a file each; an event may stand in one of them only."""
    events = tuple(map(read_event, paths))
    first: dict[str, Path] = {}
    for event in events:
        other = first.setdefault(event.name, event.path)
        if other is not event.path or paths.count(event.path) > 1:
            raise LabelsError(
                f"{event.path}: field 'event' is {event.name!r}, as in {other}; "
                "give each event once."
            )
    return events


def read_event(path: Path) -> LabelledEvent:
    """Read a file of labels."""
    fields = read_object(path)
    name = fields.text("event")
    cautions: list[str] = []
    articles = tuple(_articles(fields, name, cautions))
    reader = EntryReader({article.id: article.text for article in articles}, cautions=cautions)
    entries = reader.read(fields)
    return LabelledEvent(path, name, articles, _sides(fields), entries, tuple(cautions))


def _articles(fields: Fields, event: str, cautions: list[str]) -> Iterator[Article]:
    given = list(fields.objects("articles"))
    if not given:
        raise fields.error("articles", "is empty; expected an object for each article")
    ids = [article.text("id") for article in given]
    sources = Counter(article.text("source") for article in given)
    for article, name in zip(given, ids, strict=True):
        if ids.count(name) > 1:
            raise article.error("id", f"is {name!r}, as of another article; give each its own")
        source = article.text("source")
        if sources[source] > 1:
            # What several articles tell is compared by source, and each of these is one account.
            source = f"{source} ({name})"
        yield Article(name, source, article.text("text"), event=event)
    for source, n in sources.items():
        if n > 1:
            cautions.append(
                f"{fields.path}: {n} articles have the source {source!r}; each is taken for a "
                "source of its own"
            )
    if len(given) == 1:
        cautions.append(
            f"{fields.path}: has one article; what several articles tell cannot be scored in it"
        )


def _sides(fields: Fields) -> tuple[Side, ...]:
    named = fields.texts_by_name("sides")
    try:
        return check_sides([Side(name, (name, *aliases)) for name, aliases in named.items()])
    except UsageError as error:
        raise fields.error("sides", f"cannot be used: {error}".rstrip(".")) from error
