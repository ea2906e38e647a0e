"""How sources label the same actor: "mercenary group" here, "private army" there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from divergence.comparing.words.word_results import Naming
from divergence.digesting.digest import Digest
from divergence.digesting.quotable import SentenceRef

MOST_ACTORS = 40
MOST_SENTENCES = 3


def namings(digests: Sequence[Digest]) -> tuple[Naming, ...]:
    """Put the labels of actors that several sources name side by side.

    A single word joins the one longer name that begins or ends with it ("Orvan", "Orvan Group");
    two people of one family name are not told apart. A label that only one source uses may be
    accident where it is used once.
    """
    full_name = joined_names(name for digest in digests for name, _ in digest.labels.names)
    mentions: dict[str, Counter[str]] = defaultdict(Counter)
    used: dict[str, dict[tuple[str, str], list[SentenceRef]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for digest in digests:
        source = digest.tally.article.source
        for name, count in digest.labels.names:
            mentions[full_name[name]][source] += count
        for label in digest.labels.labels:
            at = digest.sentences[label.sentence].ref
            used[full_name[label.actor]][source, label.label].append(at)
    rows_of: dict[str, list[Naming]] = {}
    for actor, labels in sorted(used.items()):
        if len(mentions[actor]) < 2:
            continue
        users = Counter(label for _, label in labels)
        rows = [
            Naming(
                actor=actor,
                source=source,
                label=label,
                count=len(refs),
                n_articles=len({ref.article for ref in refs}),
                n_mentions=mentions[actor][source],
                only_here=users[label] == 1,
                sentences=tuple(refs[:MOST_SENTENCES]),
            )
            for (source, label), refs in labels.items()
        ]
        rows_of[actor] = sorted(rows, key=lambda row: (row.source, -row.count, row.label))
    ranked = sorted(
        rows_of,
        key=lambda actor: (
            -len({row.source for row in rows_of[actor] if row.only_here}),
            -sum(row.only_here for row in rows_of[actor]),
            -mentions[actor].total(),
            actor,
        ),
    )
    return tuple(row for actor in ranked[:MOST_ACTORS] for row in rows_of[actor])


def joined_names(names: Iterable[str]) -> Mapping[str, str]:
    """Say under which name each name goes."""
    different = sorted(set(names))
    longer: dict[str, set[str]] = defaultdict(set)
    for name in different:
        words = name.split()
        if len(words) > 1:
            longer[words[0]].add(name)
            longer[words[-1]].add(name)
    return {
        name: next(iter(longer[name])) if len(longer.get(name, ())) == 1 else name
        for name in different
    }
