"""Mending: contents that the tagger has missed, by word order and by the parse."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from divergence.text.attributions.tagging import Parts
from divergence.text.attributions.token_ranges import overlap
from divergence.text.datelines import after_dateline
from divergence.text.dependency_tree import SUBJECTS, Tree
from divergence.text.word_classes import FINITE_TAGS, PROPER_TAGS
from divergence.types import Span

_CLAUSES = ("ccomp", "xcomp")
_TELL = frozenset("advise assure inform notify persuade promise remind tell warn".split())
_HEARERS = ("iobj", "obj")
_ACCORDING = ("according", "to")
_GIVEN = frozenset({"ccomp", "xcomp", "obj"})


def split_at_according_to(tree: Tree, parts: Parts) -> Parts:
    """Split sentences at "according to" where the tagger found no source or no content beside it.

    The source ends at a comma, the content is the rest of the sentence, or all before it: word
    order is plain enough here to go before the tagger, which has seen few such sentences.
    """
    sources, cues, contents = set(parts.sources), set(parts.cues), set(parts.contents)
    words = tree.syntax.words
    if "according" not in words and "According" not in words:
        return parts
    for sentence in tree.syntax.sentences:
        split = _leading_according_to(tree, sentence) or _trailing_according_to(tree, sentence)
        if split is None or (
            any(_most_of(split.contents[0], span) for span in contents)
            and any(overlap(split.sources[0], span) for span in sources)
        ):
            continue
        crossing = [span for span in contents if overlap(sentence, span)]
        contents.difference_update(crossing)
        contents.update(Span(s.start, sentence.start) for s in crossing if s.start < sentence.start)
        contents.update(Span(sentence.end, s.end) for s in crossing if s.end > sentence.end)
        for spans in (sources, cues):
            spans.difference_update([span for span in spans if overlap(sentence, span)])
        sources.update(split.sources)
        cues.update(split.cues)
        contents.update(split.contents)
    return Parts(tuple(sorted(sources)), tuple(sorted(cues)), tuple(sorted(contents)))


def _most_of(whole: Span, span: Span) -> bool:
    """Whether a span has half of another or more, and not a clause that closes it alone."""
    return 2 * (min(span.end, whole.end) - max(span.start, whole.start)) >= whole.end - whole.start


def _leading_according_to(tree: Tree, sentence: Span) -> Parts | None:
    words = tree.syntax.words
    start = sentence.start + (words[sentence.start] == '"')
    after = start + len(_ACCORDING)
    if tuple(word.lower() for word in words[start:after]) != _ACCORDING:
        return None
    commas = [place for place in range(after, sentence.end) if words[place] == ","]
    if not commas:
        return None
    comma = max((c for c in commas if c + 1 in _subject_starts(tree, sentence)), default=0)
    comma = comma or commas[0]
    source, content = tree.spans(range(after, comma)), tree.spans(range(comma + 1, sentence.end))
    if len(source) != 1 or len(content) != 1:
        return None
    return Parts(source, (Span(start, after),), content)


def _trailing_according_to(tree: Tree, sentence: Span) -> Parts | None:
    words = tree.syntax.words
    for start in range(sentence.start + 2, sentence.end - 2):
        after = start + len(_ACCORDING)
        if words[start - 1] == "," and tuple(words[start:after]) == _ACCORDING:
            stops = [place for place in range(after, sentence.end) if words[place] in ",.;"]
            source = tree.spans(range(after, stops[0] if stops else sentence.end))
            content = tree.spans(range(sentence.start, start - 1))
            if len(source) == 1 and len(content) == 1:
                return Parts(source, (Span(start, after),), content)
    return None


def _subject_starts(tree: Tree, sentence: Span) -> set[int]:
    """Where the subject of the sentence's root begins, if it has one."""
    subject = tree.subject(tree.head_of(sentence))
    return set() if subject is None else {min(tree.subtree(subject))}


def content_by_parse(tree: Tree, cue: Span, taken: Collection[int]) -> tuple[Span, ...]:
    """What a cue gives by the parse: its clause, what stands beside it, or its object."""
    word = tree.head_of(cue)
    syntax = tree.syntax
    below: Iterable[int] = ()
    if (clause := tree.child(word, *_CLAUSES)) is not None:
        below = tree.subtree(clause)
    elif syntax.lemmas[word] in _TELL and (reported := _clause_after_hearer(tree, word)):
        below = reported
    elif syntax.relations[word] == "parataxis":
        below = tree.subtree(syntax.heads[word], without=[word])
    elif syntax.tags[word].startswith("NN"):
        clause = tree.child(word, "acl")
        below = tree.subtree(clause) if clause is not None else ()
    elif (object_head := tree.child(word, "obj")) is not None:
        below = tree.subtree(object_head)
    return tree.spans(set(below) - set(range(*cue)) - set(taken))


def _clause_after_hearer(tree: Tree, word: int) -> range:
    """All after "told reporters that": parsers take it for what the reporters are like."""
    syntax = tree.syntax
    hearer = tree.child(word, *_HEARERS)
    if hearer is None or hearer < word:
        return range(0)
    complementizer = hearer + 1
    end = syntax.sentences[tree.sentence_at(word)].end
    if complementizer >= end or syntax.words[complementizer].lower() != "that":
        return range(0)
    stops = (token for token in range(complementizer, end) if syntax.words[token] == ";")
    return range(complementizer, next(stops, end))


def clause_before_closing_cue(
    tree: Tree, cue: Span, source: Span | None, content: Sequence[Span], marked: Collection[int]
) -> tuple[Span, ...]:
    """All before the comma of "The road is closed, the mayor said on Monday", else what was found.

    Nothing that is said follows such a cue. Taggers take the day for it, or the clause's last verb.
    """
    syntax = tree.syntax
    word = tree.head_of(cue)
    number = tree.sentence_at(word)
    start, end = after_dateline(tree, number), syntax.sentences[number].end
    first = _first_of_closing(tree, word, cue, source)
    if first is None or first - 1 <= start or syntax.words[first - 1] != ",":
        return tuple(content)
    before = Span(start, first - 1)
    clause = tree.head_of(before)
    inside = {token for part in content for token in range(*part) if start <= token < end}
    if (
        not inside.isdisjoint(marked)
        or (clause in inside and max(inside) < first and min(inside) < clause)
        or FINITE_TAGS.isdisjoint(syntax.tags[before.start : before.end])
        or syntax.relations[clause] == "advcl"
        or syntax.tags[clause] in PROPER_TAGS
    ):
        return tuple(content)
    elsewhere = [part for part in content if part.end <= start or part.start >= end]
    return (*tree.spans(range(*before)), *elsewhere)


def _first_of_closing(tree: Tree, word: int, cue: Span, source: Span | None) -> int | None:
    """Where "the mayor said" or "said the mayor" begins, if nothing given follows."""
    syntax, children = tree.syntax, tree.children[word]
    given = _GIVEN - {"obj"} if syntax.lemmas[word].lower() in _TELL else _GIVEN
    after = range(word + 1, syntax.sentences[tree.sentence_at(word)].end)
    if (
        syntax.tags[word] not in FINITE_TAGS
        or syntax.relations[word] == "acl:relcl"
        or any(child > word and syntax.relations[child] in given for child in children)
        or not _beside(tree, word).issuperset(t for t in after if syntax.words[t][0].isalnum())
    ):
        return None
    subjects = [child for child in children if syntax.relations[child] in SUBJECTS]
    subject = max((s for s in subjects if s < word), default=None)
    if subject is None:
        return cue.start if subjects else None
    phrase = tree.subtree(subject) | ({source.start} if source else set())
    return min(token for token in phrase if syntax.words[token] != ",")


def _beside(tree: Tree, word: int) -> set[int]:
    """What belongs to a closing cue, with a clause that says when or why it is said."""
    heads, relations = tree.syntax.heads, tree.syntax.relations
    later = [c for c in tree.children[heads[word]] if c > word and relations[c] == "advcl"]
    return tree.subtree(word).union(*map(tree.subtree, later))
