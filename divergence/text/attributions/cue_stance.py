"""The stance of a cue where it stands: what a list says of a verb holds for "confirmed", not for
"could not confirm".

A factive verb presupposes its content under negation as well ("did not know that the bridge was
open": it was). A verb of proof or confirmation only entails it, so that nothing of the content is
endorsed once the verb is denied, doubted or failed at: such a cue is neutral. "Is seen as" gives a
view, not a sight.

References
----------
Kiparsky, P., & Kiparsky, C. (1970). Fact. Karttunen, L. (1971). Implicative verbs. Language 47.
Hooper, J. (1975). On assertive predicates. Nairn, R., Condoravdi, C., & Karttunen, L. (2006).
Computing relative polarity for textual inference.
"""

from __future__ import annotations

from divergence.lexicons.auxiliaries import OPEN
from divergence.lexicons.negators import BESIDE_A_VERB
from divergence.lexicons.unrealized import UNREALIZED
from divergence.text.dependency_tree import Tree
from divergence.types import CueClass

# What is presupposed: factive and semifactive verbs, and verbs of admission.
_PRESUPPOSING = frozenset(
    """acknowledge admit appreciate betray comprehend concede confess disclose discover
    divulge expose forget grasp know lament learn mourn note
    notice perceive realise realize recognise recognize regret remember resent reveal rue see
    understand unearth uncover""".split()
)
_CLIMB_LIMIT = 3
_VIEWING = frozenset({"see", "perceive"})


def stance(tree: Tree, word: int, listed: CueClass) -> CueClass:
    """Say which stance a cue takes where it stands."""
    if listed != "endorsing":
        return listed
    lemma = tree.syntax.lemmas[word].lower()
    if lemma in _VIEWING and tree.child(word, "aux:pass") is not None:
        head = tree.syntax.heads[word]
        return "neutral" if tree.syntax.lemmas[head] == "remain" else "belief"
    if lemma in _PRESUPPOSING:
        return listed
    return "neutral" if _unsettled(tree, word) else listed


def _unsettled(tree: Tree, word: int) -> bool:
    """Whether the word is negated, under a modal of possibility, or only tried or refused."""
    current = word
    for _ in range(_CLIMB_LIMIT):
        below = {tree.syntax.lemmas[child].lower() for child in tree.children[current]}
        words = {tree.syntax.words[child].lower() for child in tree.children[current]}
        if not BESIDE_A_VERB.isdisjoint(below | words) or not OPEN.isdisjoint(below):
            return True
        head = tree.syntax.heads[current]
        if head == current or tree.syntax.relations[current] != "xcomp":
            return False
        if tree.syntax.lemmas[head].lower() in UNREALIZED:
            return True
        current = head
    return False
