"""What the model of tone looks at: named features of a passage, with the tokens behind each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from divergence.lexicons.attribution_cues import cues
from divergence.lexicons.negators import NEARLY, NEGATORS
from divergence.text.party_passages import MASKS, OTHER, TARGET, Passage
from divergence.types import Document

GROUPS = ("word", "pair", "lemmas", "close", "around", "path", "near", "owner", "clause", "party")
Entries = dict[str, tuple[int, int]]

# What the model was trained with: of the verbs, only these forms.
_NEGATIONS = NEGATORS | NEARLY | {"deny", "fail", "lack", "refuse"}
_PRONOUNS = frozenset(
    "he she him her his hers himself herself they them their i me my we us our it its you your "
    "who whom whose".split()
)
_NO_CONTENT = frozenset(
    "DT IN TO CC . , : `` '' -LRB- -RRB- PRP PRP$ CD HYPH EX MD RP POS WDT WP NFP SYM".split()
)
_CUT = frozenset({"conj", "parataxis", "advcl", "ccomp", "acl", "acl:relcl"})
_CLOSE, _AROUND, _HIGHEST, _LONGEST, _CLIMB = 3, 8, 3, 4, 6
_TURNED = -0.74
_UNIT = 6.0


@dataclass(frozen=True, slots=True)
class Bags:
    """Features by group, each with the first two tokens it stands on, and valences by token."""

    words: dict[str, Entries]
    valences: list[tuple[str, int, float]]


@dataclass(frozen=True, slots=True)
class _Reach:
    """How a token is reached from the party: edges on the way and their number."""

    path: str
    length: int


@dataclass(frozen=True, slots=True)
class _Around:
    """How tokens are reached, the party's clause, and whose each column is ("+": the party's)."""

    reached: dict[int, _Reach]
    clause: set[int]
    owner: tuple[str, ...]


def bags(document: Document, passage: Passage) -> Bags:
    """Find the features of a passage."""
    features = Bags({group: {} for group in GROUPS}, [])
    _sequence(features, passage)
    around = _Around(_reach(document, passage), _clause(document, passage), _owned(passage))
    _tree(features, document, passage, around.reached)
    _owners(features, document, passage, around)
    _party(features, document, passage)
    _valences(features, passage, around)
    return features


def _sequence(features: Bags, passage: Passage) -> None:
    words, lemmas, tokens, place = passage.words, passage.lemmas, passage.tokens, passage.place
    word, pair, pairs = features.words["word"], features.words["pair"], features.words["lemmas"]
    close, around = features.words["close"], features.words["around"]
    last = len(words) - 1
    for number, token in enumerate(tokens):
        word[words[number]] = (token, token)
        if number < last:
            both = (token, tokens[number + 1])
            pair[words[number] + " " + words[number + 1]] = both
            pairs[lemmas[number] + " " + lemmas[number + 1]] = both
        distance = number - place
        if distance and -_AROUND <= distance <= _AROUND:
            name = ("<" if distance < 0 else ">") + lemmas[number]
            around[name] = (token, token)
            if -_CLOSE <= distance <= _CLOSE:
                close[name] = (token, token)


def _reach(document: Document, passage: Passage) -> dict[int, _Reach]:
    """Walk from the party up to three edges, and down from each stop."""
    syntax, children = document.syntax, document.children
    chain = [passage.head]
    while syntax.heads[chain[-1]] != chain[-1]:
        chain.append(syntax.heads[chain[-1]])
    above = set(chain)
    reached: dict[int, _Reach] = {}
    up = ""
    for height, start in enumerate(chain[: _HIGHEST + 1]):
        if height:
            up += "^" + _edge(syntax.relations[chain[height - 1]])
        waiting = [(start, up, height)]
        while waiting:
            token, path, length = waiting.pop()
            if token in reached:
                continue
            reached[token] = _Reach(path, length)
            if length > _LONGEST:
                continue
            for child in children[token]:
                party = passage.party.start <= child < passage.party.end
                if party or child in above or syntax.relations[child] == "punct":
                    continue
                step = path + "/" + _edge(syntax.relations[child])
                waiting.append((child, step, length + 1))
    return reached


def _edge(relation: str) -> str:
    return "passive" if relation == "nsubj:pass" else relation.partition(":")[0]


def _tree(features: Bags, document: Document, passage: Passage, reached: dict[int, _Reach]) -> None:
    path, near = features.words["path"], features.words["near"]
    for number, token in enumerate(passage.tokens):
        reach = reached.get(token)
        if reach is None or passage.words[number] == TARGET:
            continue
        lemma = passage.lemmas[number]
        near[f"{min(reach.length, 3)}{lemma}"] = (token, token)
        if reach.length <= _LONGEST:
            negated = any(document.lowered[c] in _NEGATIONS for c in document.children[token])
            path[f"{reach.path} {lemma}{'!' if negated else ''}"] = (token, token)


def _owners(features: Bags, document: Document, passage: Passage, around: _Around) -> None:
    """Give every word of content to the party or to whatever other name stands nearer."""
    tags = document.syntax.tags
    owner, clauses = features.words["owner"], features.words["clause"]
    for number, token in enumerate(passage.tokens):
        lemma = passage.lemmas[number]
        if lemma in MASKS or tags[token] in _NO_CONTENT:
            continue
        owner[around.owner[number] + lemma] = (token, token)
        clauses[("+" if token in around.clause else "-") + lemma] = (token, token)


def _owned(passage: Passage) -> tuple[str, ...]:
    others = [number for number, word in enumerate(passage.words) if word == OTHER]
    if not others:
        return ("+",) * len(passage.words)
    return tuple(
        "+" if abs(number - passage.place) < min(abs(number - other) for other in others) else "-"
        for number in range(len(passage.words))
    )


def _clause(document: Document, passage: Passage) -> set[int]:
    """Tokens of the clause in which the party stands, without its subordinate clauses."""
    syntax, children = document.syntax, document.children
    verb = passage.head
    for _ in range(_CLIMB):
        above = syntax.heads[verb]
        if above == verb or (verb != passage.head and syntax.tags[verb].startswith("VB")):
            break
        verb = above
    inside: set[int] = set()
    waiting = [verb]
    while waiting:
        token = waiting.pop()
        inside.add(token)
        waiting += [
            child
            for child in children[token]
            if child not in inside and not (token == verb and syntax.relations[child] in _CUT)
        ]
    return inside


def _party(features: Bags, document: Document, passage: Passage) -> None:
    syntax = document.syntax
    head, words = passage.head, passage.words
    above = syntax.heads[head]
    word = document.lowered[head]
    root = above == head
    facts = [
        "is " + (word if word in _PRONOUNS else "name"),
        "as " + syntax.relations[head],
        "under " + ("" if root else _lemma_of(passage, document, above)),
        "quoted" if _quoted(passage, passage.place) else "unquoted",
        "quotes" if '"' in words else "no quotes",
        "first" if passage.place == 0 else "later",
        "last" if passage.place >= len(words) - 2 else "earlier",
        f"length {min(len(words) // 8, 6)}",
        f"others {min(words.count(OTHER), 5)}",
    ]
    cue = cues().verbs.get(syntax.lemmas[above].lower())
    if syntax.relations[head] == "nsubj" and cue:
        facts += ["speaks", f"speaks {cue}"]
    facts += [f"has {mark}" for mark in ("?", "!", ":", "0") if mark in words]
    features.words["party"].update((fact, (head, head)) for fact in facts)


def _lemma_of(passage: Passage, document: Document, token: int) -> str:
    """Lemma of a token as the passage masks it; "" for one that lies outside the passage."""
    pairs = zip(passage.tokens, passage.lemmas, strict=True)
    return next((lemma for other, lemma in pairs if other == token), "")


def _quoted(passage: Passage, place: int) -> bool:
    return passage.words[:place].count('"') % 2 == 1


def _valences(features: Bags, passage: Passage, around: _Around) -> None:
    """Valence of each word in VADER's list, turned by a negation, filed by where it stands."""
    known = valences()
    words, lemmas = passage.words, passage.lemmas
    charged = [
        (number, known.get(words[number], known.get(lemmas[number], 0.0)))
        for number in range(len(words))
        if words[number] not in MASKS and (words[number] in known or lemmas[number] in known)
    ]
    if not charged:
        return
    quoted = _quoted(passage, passage.place)
    for number, valence in charged:
        if any(word in _NEGATIONS for word in words[max(0, number - 3) : number]):
            valence *= _TURNED
        token = passage.tokens[number]
        sign = "+" if valence > 0 else "-"
        amount = abs(valence) / _UNIT
        distance = number - passage.place
        where = "<" if distance < 0 else ">"
        names = [
            "all",
            where,
            "own " + around.owner[number],
            "clause" if token in around.clause else "outside",
            "same voice" if _quoted(passage, number) == quoted else "other voice",
        ]
        if abs(distance) <= 5:
            names.append("close " + where)
        reach = around.reached.get(token)
        if reach is not None:
            names.append(f"steps {min(reach.length, 4)}")
            names.append("path " + reach.path)
        features.valences.extend((sign + name, token, amount) for name in names)


@cache
def valences() -> dict[str, float]:
    """VADER's list without its intensifiers and emoticons."""
    from vaderSentiment import vaderSentiment

    lexicon = vaderSentiment.SentimentIntensityAnalyzer().lexicon
    boosters = vaderSentiment.BOOSTER_DICT
    return {w: float(v) for w, v in lexicon.items() if w.isalpha() and w not in boosters}
