"""Walking a dependency tree: subtrees, subjects and phrases of one text's syntax."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from divergence.types import Span, Syntax

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass"})
_SHARED_SUBJECT = frozenset({"conj", "xcomp", "advcl"})
_CLIMB_LIMIT = 4


@dataclass(frozen=True, slots=True)
class Tree:
    """A text, its syntax and the dependents of each of its tokens."""

    text: str
    syntax: Syntax
    children: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, text: str, syntax: Syntax) -> Tree:
        """Build the tree of a text's syntax."""
        below: list[list[int]] = [[] for _ in syntax.words]
        for token, head in enumerate(syntax.heads):
            if head != token:
                below[head].append(token)
        return cls(text, syntax, tuple(tuple(tokens) for tokens in below))

    def child(self, token: int, *relations: str) -> int | None:
        """First dependent of ``token`` with one of the relations."""
        for child in self.children[token]:
            if self.syntax.relations[child] in relations:
                return child
        return None

    def sentence_at(self, token: int) -> int:
        """Number of the sentence of a token."""
        return bisect_right(self.syntax.sentences, token, key=lambda span: span.start) - 1

    def text_of(self, tokens: Span) -> str:
        """Original text of a non-empty token span, with white space folded."""
        start, end = self.syntax.starts[tokens.start], self.syntax.ends[tokens.end - 1]
        return " ".join(self.text[start:end].split())

    def head_of(self, tokens: Span) -> int:
        """Topmost token of a span; see :func:`head_of`."""
        return head_of(self.syntax.heads, tokens)

    def subtree(self, token: int, *, without: Iterable[int] = ()) -> set[int]:
        """Tokens at or below ``token``, cutting off the subtrees of ``without``."""
        cut = set(without)
        below: set[int] = set()
        waiting = [token]
        while waiting:
            current = waiting.pop()
            if current in cut or current in below:
                continue
            below.add(current)
            waiting.extend(self.children[current])
        return below

    def spans(self, tokens: Iterable[int]) -> tuple[Span, ...]:
        """Contiguous spans of a set of tokens, punctuation at their edges left out."""
        spans: list[Span] = []
        for token in sorted(tokens):
            if spans and spans[-1].end == token:
                spans[-1] = Span(spans[-1].start, token + 1)
            else:
                spans.append(Span(token, token + 1))
        return tuple(span for span in map(self._trimmed, spans) if span.end > span.start)

    def subject(self, verb: int) -> int | None:
        """Subject of a verb: its own, a shared one, or the noun that the verb modifies.

        A relative pronoun stands for the noun before it.
        """
        syntax = self.syntax
        current = verb
        for _ in range(_CLIMB_LIMIT):
            own = self._own_subject(current)
            relation = syntax.relations[current]
            if own is not None:
                relative = syntax.tags[own] in {"WP", "WDT"} and relation == "acl:relcl"
                return syntax.heads[current] if relative else own
            if relation in {"acl", "acl:relcl"}:
                return syntax.heads[current] if syntax.tags[current] != "VBN" else None
            if relation not in _SHARED_SUBJECT or syntax.heads[current] == current:
                return None
            current = syntax.heads[current]
        return None

    def _own_subject(self, verb: int) -> int | None:
        """The subject nearest before the verb, else the first after it."""
        subjects = [c for c in self.children[verb] if self.syntax.relations[c] in SUBJECTS]
        return max((c for c in subjects if c < verb), default=min(subjects, default=None))

    def _trimmed(self, span: Span) -> Span:
        start, end = span
        while start < end and not _is_wordlike(self.syntax.words[start]):
            start += 1
        while end > start and not _is_wordlike(self.syntax.words[end - 1]):
            end -= 1
        return Span(start, end)


def head_of(heads: Sequence[int], tokens: Span) -> int:
    """Topmost token of a non-empty span: the first whose head lies outside it."""
    for token in range(*tokens):
        if not tokens.start <= heads[token] < tokens.end or heads[token] == token:
            return token
    return tokens.end - 1


def _is_wordlike(word: str) -> bool:
    return any(character.isalnum() for character in word) or word in {"$", "%", "£", "€"}
