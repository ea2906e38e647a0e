"""What an outlet says it could not check: "the BBC could not verify the report".

Nobody is given words by it. It is the outlet's own word on how much it knows, and a class of its
own: a reader asks ``Document.unverified`` for it. A witness or an office that could not confirm
something is not the outlet, and stands nowhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from divergence.lexicons.agencies import by_form
from divergence.lexicons.bodies import FAMILIES_OF_WORD, FAMILY_OF_NOUN
from divergence.lexicons.pronouns import FIRST_PERSON
from divergence.text.attributions.no_attribution import is_denial_of_knowledge, is_passive
from divergence.text.dependency_tree import Tree
from divergence.types import Attribution, Entity, Span, Unverified

_GIVEN = ("obj", "ccomp", "nsubj:pass", "csubj:pass")


def find_unverified(
    tree: Tree,
    outlet: str,
    attributions: Sequence[Attribution],
    entities: Sequence[Entity],
    quoted: Collection[int],
) -> tuple[Unverified, ...]:
    """Find what an article says its own outlet could not check, in text order."""
    given = {t for a in attributions for part in a.content for t in range(*part)}
    entity_of = {m.head: entity for entity in entities for m in entity.mentions}
    return tuple(
        denial
        for token in range(len(tree.syntax.words))
        if token not in quoted and token not in given and is_denial_of_knowledge(tree, token)
        for denial in _unverified(tree, token, outlet, entity_of)
    )


def _unverified(
    tree: Tree, verb: int, outlet: str, entity_of: Mapping[int, Entity]
) -> Iterator[Unverified]:
    """Give what a verb of checking denies, where the outlet itself is who could not check."""
    passive = is_passive(tree, verb)
    who = tree.child(verb, "obl:agent") if passive else tree.subject(verb)
    if who is None and not passive:
        return
    if who is not None and not _is_outlet(tree, who, outlet, entity_of.get(who)):
        return
    below = [c for c in tree.children[verb] if tree.syntax.relations[c] in _GIVEN]
    content = tree.spans(token for child in below for token in tree.subtree(child))
    if content:
        yield Unverified(Span(verb, verb + 1), content, tree.sentence_at(verb))


def _is_outlet(tree: Tree, who: int, outlet: str, entity: Entity | None) -> bool:
    """Whether a phrase is the outlet: by its own name, "we", or the name or noun of a paper."""
    word = tree.syntax.words[who]
    if word.lower() in FIRST_PERSON or FAMILY_OF_NOUN.get(word.lower()) == "press":
        return True
    names = {word, entity.name} if entity else {word}
    if any(name in by_form() or name.lower() == outlet.lower() for name in names):
        return True
    last = (name.split()[-1].lower() for name in names)
    return any("press" in FAMILIES_OF_WORD.get(part, ()) for part in last)
