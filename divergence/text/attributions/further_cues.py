"""Cues that the tagger passed over: words of the lexicon that govern something said.

Verbs with a clause, an object or a quotation beside them, nouns of saying with an owner or a clause
of their own, adverbs and adjectives of hearsay ("allegedly", "an alleged attack"), "per". Most are
none; :mod:`divergence.text.attributions.judge` decides.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from divergence.lexicons.attribution_cues import cues
from divergence.lexicons.speech_acts import speech_acts
from divergence.text.attributions.content_beside_cue import content_after_colon
from divergence.text.attributions.content_repair import content_by_parse
from divergence.text.attributions.cue_words import is_hearsay
from divergence.text.attributions.linking import LinkedParts
from divergence.text.attributions.token_ranges import speech_tokens
from divergence.text.dependency_tree import Tree
from divergence.text.word_classes import VERB_TAGS
from divergence.types import Quotation, Span

_NO_CUE = frozenset("aux aux:pass cop case fixed mark compound amod".split())
_OWNERS = ("nmod:poss", "nmod", "acl", "acl:relcl", "ccomp", "xcomp")
_GIVEN = frozenset("obj ccomp xcomp obl advcl".split())
_GIVING = frozenset("say tell write believe show ask characterize".split())
_STOPS = frozenset(',;.?!—–"')


def further_cues(
    tree: Tree, taken: Collection[int], quotations: Sequence[Quotation]
) -> Iterator[LinkedParts]:
    """Find cues outside quotations that stand in none of the cues taken already."""
    quoted = speech_tokens(quotations)
    for token, lemma in enumerate(tree.syntax.lemmas):
        if token in taken or token in quoted:
            continue
        content = _content(tree, token, lemma.lower(), quotations)
        if content:
            yield LinkedParts(None, Span(token, token + 1), content)


def _content(
    tree: Tree, token: int, lemma: str, quotations: Sequence[Quotation]
) -> tuple[Span, ...]:
    syntax = tree.syntax
    tag, relation, head = syntax.tags[token], syntax.relations[token], syntax.heads[token]
    if is_hearsay(tree, token) and head != token:
        return tree.spans(t for t in tree.subtree(head, without=[token]) if t > token)
    if lemma == "per" and relation == "case" and syntax.tags[head].startswith("NNP"):
        return tree.spans(range(_sentence(tree, token).start, token))
    if tag.startswith("JJ") and lemma in cues().adjectives:
        clause = tree.child(token, "ccomp") if tree.child(token, "cop") is not None else None
        return () if clause is None else tree.spans(tree.subtree(clause))
    if relation in _NO_CUE and not _is_finite_modifier(tree, token):
        return ()
    if tag in VERB_TAGS and (lemma in speech_acts() or lemma in cues().verbs):
        return (
            content_after_colon(tree, Span(token, token + 1), quotations)
            or content_by_parse(tree, Span(token, token + 1), ())
            or _given(tree, token)
            or _beside(tree, token, lemma)
        )
    if tag.startswith("NN") and lemma in cues().nouns:
        return _of_noun(tree, token)
    return ()


def _is_finite_modifier(tree: Tree, token: int) -> bool:
    """Whether a verb behind a name was parsed as a modifier: "Mayor Lin rejected plans"."""
    syntax = tree.syntax
    return (
        syntax.relations[token] == "amod"
        and token > 0
        and syntax.tags[token] in {"VBD", "VBN"}
        and syntax.tags[token - 1] in {"NNP", "NNPS", "NNS", "PRP"}
    )


def _sentence(tree: Tree, token: int) -> Span:
    return tree.syntax.sentences[tree.sentence_at(token)]


def _given(tree: Tree, verb: int) -> tuple[Span, ...]:
    below = [c for c in tree.children[verb] if tree.syntax.relations[c] in _GIVEN]
    return tree.spans(token for child in below for token in tree.subtree(child))


def _beside(tree: Tree, verb: int, lemma: str) -> tuple[Span, ...]:
    """What follows a verb of saying or thinking to the next comma, or a quotation after a colon.

    In "what he believed was a shot" the parse has no clause below the verb.
    """
    if _GIVING.isdisjoint(speech_acts().get(lemma, ())):
        return ()
    words, end = tree.syntax.words, _sentence(tree, verb).end
    start = verb + 1
    if words[start : start + 1] and words[start] in {":", ","}:
        start += 1
        return tree.spans(range(start, end)) if words[start : start + 1] == ('"',) else ()
    stop = next((t for t in range(start, end) if words[t] in _STOPS), end)
    return tree.spans(range(start, stop)) or _clause_before(tree, verb)


def _clause_before(tree: Tree, verb: int) -> tuple[Span, ...]:
    """The clause that a verb stands behind: "The road is closed, residents told the paper"."""
    subject, first = tree.subject(verb), _sentence(tree, verb).start
    if subject is None or subject > verb:
        return ()
    edge = min(tree.subtree(subject)) - 1
    if edge <= first or tree.syntax.words[edge] not in {",", '"'}:
        return ()
    return tree.spans(range(first, edge))


def _of_noun(tree: Tree, noun: int) -> tuple[Span, ...]:
    """The clause or complement of a noun: "claims that", "reports by witnesses that"."""
    below = [
        child
        for child in tree.children[noun]
        if child > noun and tree.syntax.relations[child] in _OWNERS
    ]
    words, end = tree.syntax.words, _sentence(tree, noun).end
    stop = next((t for t in range(noun + 1, end) if words[t] in _STOPS), end)
    that = next((t for t in range(noun + 1, stop) if words[t].lower() == "that"), None)
    if that is not None:
        return tree.spans(range(that + 1, stop))
    if not below and tree.child(noun, "nmod:poss") is None:
        return ()
    return tree.spans(token for child in below for token in tree.subtree(child))
