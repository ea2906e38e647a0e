"""Who speaks, as a token: the noun before "who said", the name that a long title leads up to.

The phrase that a tagger or the parse takes for a source begins with a dateline, stops at a comma or
has the wrong topmost word more often than it is another phrase altogether.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from divergence.lexicons.calendar import DATED, DEICTIC
from divergence.text.attributions.attribution_draft import AttributionDraft
from divergence.text.attributions.no_attribution import is_passive
from divergence.text.datelines import datelines
from divergence.text.dependency_tree import SUBJECTS, Tree
from divergence.text.entities.chains import KnownPhrase
from divergence.types import Span

_RELATIVE = frozenset({"WP", "WDT"})
_NO_NOUNS = frozenset({"EX", "CD", "DT", "VBD", "VBZ", "VBP"})
_PEOPLE = frozenset({"person", "organization"})
_NOBODY = DATED | DEICTIC
_LONGEST_ASIDE = 30
_CLIMB_LIMIT = 4


def _speaking_token(
    tree: Tree, draft: AttributionDraft, known: Mapping[int, KnownPhrase], nobody: set[int]
) -> int | None:
    """The noun or pronoun that says who speaks: itself, or what a relative pronoun stands for."""
    syntax = tree.syntax
    head, source = draft.speaker_head, draft.source
    if head is None:
        cue = draft.cue or Span(0, 0)
        named = (t for t in range(*cue) if t in known and known[t].mention.form == "name")
        return next(named, None) or _before_aside(tree, cue, known)
    relative = _relative(tree, head)
    if relative is not None:
        return _before_relative(tree, relative, known)
    unfit = syntax.tags[head] in _NO_NOUNS or head not in known or head in nobody
    if unfit:
        best = _instead(tree, source, known, nobody) if source else None
        if best is None:
            return None if head in nobody or syntax.tags[head] == "EX" else head
        head = best
    head = _subject_of_cue(tree, head, draft, known)
    head = _before_clause(tree, head, draft.cue)
    if syntax.words[head].lower() in _NOBODY:
        return None
    ahead = _name_ahead(tree, head, known)
    return head if ahead is None else ahead


def _instead(
    tree: Tree, source: Span, known: Mapping[int, KnownPhrase], nobody: set[int]
) -> int | None:
    """Who speaks in a source whose topmost word is nobody, as a dateline is."""
    start = source.start
    while start < source.end and start in nobody:
        start += 1
    if start > source.start and start < source.end:
        top = tree.head_of(Span(start, source.end))
        if top in known:
            return top
    inside = [t for t in range(start, source.end) if t in known]
    inside = [t for t in inside if tree.syntax.relations[t] != "nmod:poss"] or inside
    people = [t for t in inside if known[t].type == "person"]
    return next(iter(people or inside), None)


def _relative(tree: Tree, head: int) -> int | None:
    """The relative pronoun that speaks: "who said", "some of whom said"."""
    tags, words = tree.syntax.tags, tree.syntax.words
    if tags[head] in _RELATIVE:
        return head
    of_whom = words[head + 1 : head + 3]
    return head + 2 if len(of_whom) == 2 and of_whom[0] == "of" and of_whom[1] == "whom" else None


def _subject_of_cue(
    tree: Tree, head: int, draft: AttributionDraft, known: Mapping[int, KnownPhrase]
) -> int:
    """The person who is a cue's subject, where the source is none: "Lin, in her speech, said"."""
    if draft.cue is None or (head in known and known[head].type in _PEOPLE):
        return head
    verb = tree.head_of(draft.cue)
    # Of a participle the subject is only guessed: who "released records showing" is no record.
    own = None if tree.syntax.tags[verb] == "VBG" else tree.subject(verb)
    if own is None or own not in known or known[own].type != "person" or is_passive(tree, verb):
        return head
    given = any(part.start <= own < part.end for part in draft.content)
    return head if given else own


def _before_clause(tree: Tree, head: int, cue: Span | None) -> int:
    """The subject of a cue, for a noun in its relative clause: "people who oppose Lin said"."""
    syntax = tree.syntax
    token = head
    for _ in range(_CLIMB_LIMIT if cue else 0):
        above = syntax.heads[token]
        if syntax.relations[token].startswith("acl") and syntax.tags[above].startswith("NN"):
            speaks = cue is not None and cue.start <= syntax.heads[above] < cue.end
            return above if speaks and syntax.relations[above] in SUBJECTS else head
        token = above
    return head


def _before_aside(tree: Tree, cue: Span, known: Mapping[int, KnownPhrase]) -> int | None:
    """The noun before an aside that the parse has lost: "Lin, the mayor of Orm, said"."""
    syntax = tree.syntax
    end, verb = cue.start - 1, tree.head_of(cue)
    if end < 2 or not syntax.tags[verb].startswith("VB") or is_passive(tree, verb):
        return None
    mark = syntax.words[end]
    if mark not in {",", "—", "–", "-"}:
        return None
    first = next(s.start for s in reversed(syntax.sentences) if s.start <= end)
    for at in range(end - 1, max(first, end - _LONGEST_ASIDE), -1):
        if syntax.words[at] == mark:
            # "Officials in Orm, which is a town, said".
            for before in (at - 1, syntax.heads[at - 1]):
                if before in known and known[before].type in _PEOPLE:
                    return before
            holding = [
                token
                for token, phrase in known.items()
                if phrase.mention.tokens.end == at and phrase.type in _PEOPLE
            ]
            if holding:
                return min(holding)
    return None


def _name_ahead(tree: Tree, head: int, known: Mapping[int, KnownPhrase]) -> int | None:
    """The person that a phrase leads up to: "Norland Press Secretary Ada Lin" by "Norland"."""
    syntax = tree.syntax
    for token in range(head, min(head + 8, len(syntax.tags))):
        if not syntax.tags[token].startswith(("NN", "JJ", "POS")):
            return None
        phrase = known.get(token)
        if token > head and phrase and phrase.type == "person" and phrase.mention.form == "name":
            return token
    return None


def _before_relative(tree: Tree, pronoun: int, known: Mapping[int, KnownPhrase]) -> int | None:
    """The noun that a relative clause hangs on; where that is no person, who is none."""
    syntax = tree.syntax
    before = pronoun - 1
    while before > 0 and syntax.words[before] in {",", "of", "some", "many", "several", "—"}:
        before -= 1
    near = before if syntax.tags[before].startswith(("NN", "PRP")) else None
    token = pronoun
    for _ in range(6):
        above = syntax.heads[token]
        if syntax.relations[token] == "acl:relcl":
            phrase = known.get(above)
            person = syntax.words[pronoun].lower() in {"who", "whom"}
            if person and (phrase is None or phrase.type not in _PEOPLE):
                return _person_before(tree, pronoun, known) or near or above
            return above
        if above == token:
            break
        token = above
    # Where the parse has lost it, it is the noun right before.
    return near


def _person_before(tree: Tree, pronoun: int, known: Mapping[int, KnownPhrase]) -> int | None:
    """The nearest person or body before "who": "women who lived there at the time who say"."""
    first = tree.syntax.sentences[tree.sentence_at(pronoun)].start
    before = (t for t in range(pronoun - 1, first - 1, -1) if t in known)
    return next((t for t in before if known[t].type in _PEOPLE), None)


def speaking_tokens(
    tree: Tree, drafts: Sequence[AttributionDraft], known: Mapping[int, KnownPhrase]
) -> list[int | None]:
    """Find the token that says who speaks for every draft; None where there is none."""
    nobody = datelines(tree)
    return [_speaking_token(tree, draft, known, nobody) for draft in drafts]
