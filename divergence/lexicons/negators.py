"""Negators: the words that deny, by what they are in grammar.

Each name is a part or a union of parts, so that a list says which words it leaves out. All words
are lower-case, and verbs are lemmas.
"""

from __future__ import annotations

# "n’t" stands here for tokens of another pipeline: our own write the apostrophe straight.
PARTICLES = frozenset({"not", "n't", "n’t"})
ADVERBS = frozenset({"never"})
CONJUNCTIONS = frozenset({"neither", "nor"})
DETERMINERS = frozenset({"no"})
PREPOSITIONS = frozenset({"without"})
PRONOUNS = frozenset({"nobody", "none", "noone", "nothing"})
# They deny nearly all of what they stand with, and not the whole.
NEARLY = frozenset({"barely", "hardly"})

# What denies a clause whose verb it hangs on.
CLAUSAL = PARTICLES | ADVERBS | CONJUNCTIONS
# What denies the word that it stands before or hangs on, whatever that word is.
OF_A_WORD = CLAUSAL | DETERMINERS | PREPOSITIONS
# What leaves a verb undone from anywhere among its dependents: "nobody could confirm".
BESIDE_A_VERB = CLAUSAL | DETERMINERS | PRONOUNS
NEGATORS = OF_A_WORD | PRONOUNS

# Verbs that deny what their object or clause says.
DENYING = frozenset({"deny", "disprove", "refute"})
