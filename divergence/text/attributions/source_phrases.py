"""The phrase of who speaks, without what only stands beside it: datelines, days, photo credits.

"WASHINGTON — The mayor said", "Police on Monday said", "Ada Lin/AFP/Getty Images The mayor said".
"""

from __future__ import annotations

from divergence.lexicons.calendar import DATED, DEICTIC, MONTHS, PARTS_OF_DAY
from divergence.lexicons.speech_acts import speech_acts
from divergence.text.datelines import after_dateline, is_dateline
from divergence.text.dependency_tree import SUBJECTS, Tree
from divergence.types import Span

_BEFORE_A_DAY = frozenset("on late early last this earlier in at".split())
_DAYS = DATED | DEICTIC | frozenset(PARTS_OF_DAY)
_ON_OCCASION = frozenset({"after", "amid", "before", "despite", "following", "since"})
_CREDITED = frozenset({"afp", "ap", "epa", "getty", "images", "photo", "pool", "reuters"})


def without_asides(tree: Tree, source: Span) -> Span | None:
    """Cut a dateline or a photo credit before a source, and a day after it; None if all goes."""
    words = [word.lower() for word in tree.syntax.words[source.start : source.end]]
    start = min(source.end, max(source.start, after_dateline(tree, tree.sentence_at(source.start))))
    end = source.end
    credits = [n for n, word in enumerate(words) if word in _CREDITED]
    if credits and any("/" in word for word in words[: credits[-1] + 1]):
        start = max(start, source.start + credits[-1] + 1)
    while end > start and _is_of_a_day(words, end - source.start - 1):
        end -= 1
    return next(iter(tree.spans(range(start, end))), None)


def _is_of_a_day(words: list[str], last: int) -> bool:
    word, before = words[last], words[last - 1] if last else ""
    following = words[last + 1] if last + 1 < len(words) else ""
    return (
        word in _DAYS
        or (word in _BEFORE_A_DAY and following in _DAYS | _BEFORE_A_DAY)
        or (word.isdigit() and before in MONTHS)
    )


def is_no_speaker(tree: Tree, head: int) -> bool:
    """Whether a word that the parse takes for a subject is a day or stands in a dateline."""
    return tree.syntax.words[head].lower() in DATED or is_dateline(tree, head)


def shown_in(tree: Tree, word: int) -> int | None:
    """What shows in "released a list of payments showing that": no person, but what is released."""
    syntax = tree.syntax
    acts = speech_acts().get(syntax.lemmas[word].lower(), ())
    if syntax.tags[word] != "VBG" or "show" not in acts:
        return None
    above = syntax.heads[word]
    if syntax.relations[word] == "acl" and syntax.tags[above].startswith("NN"):
        return above
    # Who "dismissed the plan, suggesting that" suggests it; none but a document shows.
    set_off = word > 0 and syntax.words[word - 1] == ","
    if syntax.relations[word] != "advcl" or "say" in acts or not set_off:
        return None
    return tree.child(above, "obj") if tree.child(word, *SUBJECTS) is None else None


def is_noun_aside(tree: Tree, word: int, cue: Span) -> bool:
    """Whether a cue's noun stands beside its verb: who "fled after a report" has not reported."""
    syntax = tree.syntax
    case = tree.child(word, "case")
    return (
        cue.end - cue.start > 1
        and syntax.tags[word].startswith("NN")
        and case is not None
        and syntax.words[case].lower() in _ON_OCCASION
    )


def is_absolute(tree: Tree, word: int) -> bool:
    """Whether a participle has a subject and a cue's meaning: "with a guard reporting 9 deaths"."""
    syntax = tree.syntax
    mark = tree.child(word, "mark", "case")
    return (
        syntax.tags[word] == "VBG"
        and mark is not None
        and syntax.words[mark].lower() == "with"
        and tree.child(word, *SUBJECTS) is not None
        and "say" in speech_acts().get(syntax.lemmas[word].lower(), ())
    )
