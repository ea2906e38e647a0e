"""Ages: a number beside a person, or said of a person, counts nobody.

"Ada Lin, 41, was hurt" has the shape of a count in a list. What stands before the number tells them
apart: a person, and no place ("in Tarn, 41, most of them miners"), group or total. The order of the
words decides, because parsers seldom know what an age hangs on.
"""

from __future__ import annotations

from divergence.lexicons.attribution_cues import actor_kinds
from divergence.lexicons.calendar import DATED, DEICTIC
from divergence.lexicons.locatives import OF_COUNTED
from divergence.lexicons.pronouns import SINGULAR
from divergence.text.figures.wordings.number_expressions import Number, number_at
from divergence.text.word_classes import PROPER_TAGS
from divergence.types import Document, Span

_OLDEST = 120
_LABELS = frozenset("age aged ages".split())
_JOINTS = frozenset({",", "and", "or", "&"})
_OPENERS = frozenset({",", "(", "[", "–", "—"})
_DASHES = frozenset({"–", "—"})
_CLOSERS = frozenset({",", ".", ";", ":", ")", "]", "–", "—", "!", "?", "…", '"', "”", "''", "’"})
_ADVERBS = frozenset("already barely just not now only recently still then".split())
# "41, most of them children": what follows takes a part of those counted.
_PART = frozenset(
    "all half including mainly many more mostly nearly almost several some excluding".split()
)
_PART_BEFORE_OF = frozenset({"most", "of", "among"})
_THEM = frozenset({"of", "them", "whom"})
_PERSONAL = SINGULAR - {"his"} | {"i", "me", "who"}
_COPULAS = frozenset("'m 's am became become been is turn turned turning turns was ’m ’s".split())
_AUXILIARIES = frozenset("'d 'll had has have just may would will".split())
_PLACING = OF_COUNTED | {"on"}
_ATTACHING = _PLACING | {"for", "of", "with"}
_PARTICLES = frozenset(
    "af al ap bin da de del della der di dos du e el ibn la le ten van von y zu".split()
)
_TOTALS = frozenset(
    "count death estimate figure half image injury loss maximum minimum most number photo quarter "
    "record remainder rest sum tally third toll total".split()
)
_NO_PERSON = DATED | DEICTIC
_DETERMINERS = frozenset("a an another her his my our their 's ’s".split())
_NAMED_TAGS = PROPER_TAGS | {"NN", "JJ", "UH", "FW"}
# A tagger may take any word for another ("Abu Said", "Ann Ode"), but for those of a closed class.
_CLOSED_TAGS = frozenset("CC CD DT EX IN MD PDT PRP PRP$ RB TO WDT WP WP$ WRB".split())
_PHRASE_TAGS = _NAMED_TAGS | {"NNS", "DT", "PRP$", "POS", "JJR", "JJS", "CD", "HYPH", "VBN"}
_COUNTED_TAGS = ("NN", "JJ", "CD", "VBN")


def is_age(document: Document, quantity: Number, sentence: Span) -> bool:
    """Whether a number is somebody's age.

    A place without a preposition before it ("Tarn, 41, Velm, 52") is taken for a name. "-year-old"
    is left to the rule of durations.
    """
    whole = quantity.low.is_integer() and quantity.high.is_integer()
    if not whole or not 0 <= quantity.low <= quantity.high <= _OLDEST:
        return False
    row = row_of(document, quantity.tokens, sentence)
    if _is_labeled(document, row, sentence) or _is_of_person(document, row, sentence):
        return True
    if _is_set_off(document, quantity, row, sentence):
        return True
    return not _counts_on(document, row.end, sentence) and (
        _is_predicate(document, row, quantity, sentence)
        or _is_at_death(document, row, sentence)
        or _is_limit(document, quantity, sentence)
    )


def row_of(document: Document, tokens: Span, sentence: Span) -> Span:
    """Return the row of numbers that a number belongs to: "7, 9 and 12"."""
    words, (start, end) = document.lowered, tokens

    def is_number(token: int) -> bool:
        return number_at(words, token, token + 1) is not None

    while start - 2 >= sentence.start and words[start - 1] in _JOINTS:
        last = start - 2 - (words[start - 2] == ",")
        if last < sentence.start or not is_number(last):
            break
        start = last
    while end + 1 < sentence.end and words[end] in _JOINTS:
        first = end + 1 + (words[end + 1] in _JOINTS)
        if first >= sentence.end or not is_number(first):
            break
        end = first + 1
    return Span(start, end)


def _is_labeled(document: Document, row: Span, sentence: Span) -> bool:
    """Whether the text says that it is an age: "aged 41", "at the age of 41", "older than 41"."""
    words, before = document.lowered, row.start - 1
    while before > sentence.start and words[before] in _ADVERBS | {"of", "between", "from"}:
        before -= 1
    if before < sentence.start:
        return False
    if words[before] in _LABELS:
        return True
    older = words[before] == "than" and words[before - 1] in {"older", "younger"}
    return older and before > sentence.start


def _is_set_off(document: Document, quantity: Number, row: Span, sentence: Span) -> bool:
    """Whether a number is set off behind a person: "Ada Lin, 41,", "the mayor (41)"."""
    words, opener = document.lowered, row.start - 1
    while opener > sentence.start and words[opener] in _ADVERBS:
        opener -= 1
    if opener <= sentence.start or words[opener] not in _OPENERS:
        return False
    if words[opener] in _DASHES and words[row.end : row.end + 1] != (words[opener],):
        return False
    ends = {quantity.tokens.end, row.end}
    if not any(_is_closed(document, end, sentence) for end in ends):
        return False
    several = row != quantity.tokens
    return _is_person(document, opener - 1, sentence, several=several)


def _is_closed(document: Document, end: int, sentence: Span) -> bool:
    """Whether nothing is counted behind a number, and no part taken of those it may count."""
    if end >= sentence.end:
        return True
    rest = document.lowered[end : min(end + 5, sentence.end)]
    if rest[0] == "when" or rest[:3] == ("at", "the", "time"):
        return True
    if rest[0] not in _CLOSERS:
        return False
    if len(rest) < 3:
        return True
    after, following = rest[1], rest[2]
    part = after in _PART or (after in _PART_BEFORE_OF and following in _THEM)
    numbered = number_at(rest, 1, len(rest))
    return not part and not (
        numbered is not None and rest[numbered.tokens.end : numbered.tokens.end + 1] == ("of",)
    )


def _counts_on(document: Document, end: int, sentence: Span) -> bool:
    """Whether a number may count what stands behind it: "was 41 points ahead", "41 of them"."""
    if end >= sentence.end:
        return False
    tag, word = document.syntax.tags[end], document.lowered[end]
    return tag.startswith(_COUNTED_TAGS) or word in {"of", "%", "-"}


def _is_predicate(document: Document, row: Span, quantity: Number, sentence: Span) -> bool:
    """Whether a number is said of a person: "she was 41", "who had just turned 41"."""
    words, verb = document.lowered, row.start - 1
    while verb > sentence.start and words[verb] in _ADVERBS:
        verb -= 1
    several = row != quantity.tokens
    if verb <= sentence.start or words[verb] not in _COPULAS | (
        {"are", "were"} if several else set()
    ):
        return False
    subject = verb - 1
    while subject > sentence.start and words[subject] in _ADVERBS | _AUXILIARIES:
        subject -= 1
    return _is_person(document, subject, sentence, several=several, free=True)


def _is_of_person(document: Document, row: Span, sentence: Span) -> bool:
    """Whether a number is the age of the noun before it: "a woman of 71"."""
    noun = row.start - 2
    if noun < sentence.start or document.lowered[noun + 1] != "of":
        return False
    return actor_kinds().get(document.syntax.lemmas[noun].lower()) == "person"


def _is_at_death(document: Document, row: Span, sentence: Span) -> bool:
    """Whether somebody died at an age: "Lin died at 41", but not "put the number killed at 41"."""
    words, at = document.lowered, row.start - 1
    if at <= sentence.start or words[at] != "at":
        return False
    verb, before = at - 1, at - 2
    if document.syntax.lemmas[verb].lower() == "die":
        return True
    if words[verb] not in {"dead", "killed"}:
        return False
    if before < sentence.start:
        return words[verb] == "dead"
    return words[before] in _COPULAS | {","} or _is_person(document, before, sentence, free=True)


def _is_limit(document: Document, quantity: Number, sentence: Span) -> bool:
    """Whether a number bounds the age of people: "children under 12", "those over 65"."""
    words, start = document.lowered, quantity.tokens.start
    if start <= sentence.start or words[start] not in {"above", "below", "over", "under"}:
        return False
    noun = start - 1
    kind = actor_kinds().get(words[noun]) or actor_kinds().get(document.syntax.lemmas[noun].lower())
    plural = document.syntax.tags[noun] == "NNS" and kind in {"person", "group"}
    return plural or words[noun] in {"anyone", "everyone", "those"}


def _is_person(
    document: Document,
    last: int,
    sentence: Span,
    *,
    several: bool = False,
    free: bool = False,
    known: bool = False,
) -> bool:
    """Whether the phrase that ends at a token is a person, or with ``several`` some.

    ``free``: no preposition may govern it; ``known``: by a list or a name of two words.
    """
    if last < sentence.start:
        return False
    if document.lowered[last] in _PERSONAL | ({"they", "we"} if several else set()):
        return True
    start = _phrase_start(document, last, sentence)
    before = start - 1
    if before > sentence.start and document.lowered[before] in _ATTACHING:
        noun = before - 1
        noun -= noun > sentence.start and document.lowered[noun] == ","
        if _is_person(document, noun, sentence, several=several, free=free, known=True):
            return True
        kind = actor_kinds().get(document.syntax.lemmas[noun].lower())
        if free or kind in {"group", "institution"}:
            return False
    elif free and before == sentence.start and document.lowered[before] in _ATTACHING:
        return False
    if _is_name(document, last):
        if known and last - _name_start(document, last, sentence) < 1:
            return False
        return not _is_placed(document, start, sentence)
    if not _is_personal_noun(document, start, last, several, known=known):
        return False
    return before < sentence.start or document.lowered[before] not in _PLACING


def _phrase_start(document: Document, last: int, sentence: Span) -> int:
    """First token of the noun phrase that ends at a token."""
    start = last
    while start > sentence.start and (
        document.syntax.tags[start - 1] in _PHRASE_TAGS or document.lowered[start - 1] in _PARTICLES
    ):
        start -= 1
    return start


def _name_start(document: Document, last: int, sentence: Span) -> int:
    """First token of the capitalized words that end at a token, with their particles."""
    start = last
    while start > sentence.start and (
        (
            document.syntax.words[start - 1][:1].isupper()
            and document.syntax.tags[start - 1] not in _CLOSED_TAGS
        )
        or document.lowered[start - 1] in _PARTICLES
    ):
        start -= 1
    return start


def _is_name(document: Document, token: int) -> bool:
    """Whether a word may end a person's name: no day, total, group or plural."""
    word, lemma = document.syntax.words[token], document.syntax.lemmas[token].lower()
    if not word[:1].isupper() or document.syntax.tags[token] in _CLOSED_TAGS:
        return False
    singular = {lemma, word.lower(), word.lower().removesuffix("s")}
    if word.lower() in _NO_PERSON or singular & _TOTALS:
        return False
    kinds = {actor_kinds().get(form) for form in singular}
    plural = "person" in kinds and actor_kinds().get(word.lower()) != "person"
    return not plural and not kinds & {"group", "institution"}


def _is_placed(document: Document, start: int, sentence: Span) -> bool:
    """Whether a name is a place, or in a row of places: "in Tarn (41) and Velm (52)"."""
    words, before = document.lowered, start - 1
    while True:
        cursor, numbered = before, False
        while cursor > sentence.start and (
            words[cursor] in _JOINTS | {";", "(", ")", "[", "]"} or words[cursor].isdigit()
        ):
            numbered |= words[cursor].isdigit() and words[cursor - 1] in _OPENERS
            cursor -= 1
        if not numbered or not _is_name(document, cursor):
            break
        before = _phrase_start(document, cursor, sentence) - 1
    if before < sentence.start:
        return False
    if words[before] == ":" and before > sentence.start:
        # "In three towns: Tarn (41), Velm (38)", but "the victims: Lin (41)".
        lemma = document.syntax.lemmas[before - 1].lower()
        plural = document.syntax.tags[before - 1] == "NNS"
        return plural and actor_kinds().get(lemma) not in {"person", "group"}
    return words[before] in _PLACING


def _is_personal_noun(
    document: Document, start: int, last: int, several: bool, *, known: bool
) -> bool:
    """Whether a common noun is one person, or with ``several`` people."""
    word, lemma = document.lowered[last], document.syntax.lemmas[last].lower()
    if not document.syntax.tags[last].startswith("NN"):
        return False
    kinds = {actor_kinds().get(form) for form in (word, lemma, word.removesuffix("s"))}
    if document.syntax.tags[last] in {"NNS", "NNPS"}:
        return several and bool(kinds & {"person", "group"})
    if {word, lemma} & (_TOTALS | _NO_PERSON) or kinds & {"group", "institution"}:
        return False
    if "person" in kinds:
        return True
    # "A cyclist", "her fiancé": no list has everything that a person can be.
    return not known and bool(_DETERMINERS & set(document.lowered[start:last]))
