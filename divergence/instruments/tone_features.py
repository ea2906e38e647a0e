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


def bags(document: Document, seen: Passage) -> Bags:
    """Find the features of a passage."""
    found = Bags({group: {} for group in GROUPS}, [])
    _sequence(found, seen)
    around = _Around(_reach(document, seen), _clause(document, seen), _owned(seen))
    _tree(found, document, seen, around.reached)
    _owners(found, document, seen, around)
    _party(found, document, seen)
    _valences(found, seen, around)
    return found


def _sequence(found: Bags, seen: Passage) -> None:
    words, lemmas, tokens, place = seen.words, seen.lemmas, seen.tokens, seen.place
    word, pair, pairs = found.words["word"], found.words["pair"], found.words["lemmas"]
    close, around = found.words["close"], found.words["around"]
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


def _reach(document: Document, seen: Passage) -> dict[int, _Reach]:
    """Walk from the party up to three edges, and down from each stop."""
    syntax, children = document.syntax, document.children
    chain = [seen.head]
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
                party = seen.party.start <= child < seen.party.end
                if party or child in above or syntax.relations[child] == "punct":
                    continue
                step = path + "/" + _edge(syntax.relations[child])
                waiting.append((child, step, length + 1))
    return reached


def _edge(relation: str) -> str:
    return "passive" if relation == "nsubj:pass" else relation.partition(":")[0]


def _tree(found: Bags, document: Document, seen: Passage, reached: dict[int, _Reach]) -> None:
    path, near = found.words["path"], found.words["near"]
    for number, token in enumerate(seen.tokens):
        reach = reached.get(token)
        if reach is None or seen.words[number] == TARGET:
            continue
        lemma = seen.lemmas[number]
        near[f"{min(reach.length, 3)}{lemma}"] = (token, token)
        if reach.length <= _LONGEST:
            negated = any(document.lowered[c] in _NEGATIONS for c in document.children[token])
            path[f"{reach.path} {lemma}{'!' if negated else ''}"] = (token, token)


def _owners(found: Bags, document: Document, seen: Passage, around: _Around) -> None:
    """Give every word of content to the party or to whatever other name stands nearer."""
    tags = document.syntax.tags
    owner, clauses = found.words["owner"], found.words["clause"]
    for number, token in enumerate(seen.tokens):
        lemma = seen.lemmas[number]
        if lemma in MASKS or tags[token] in _NO_CONTENT:
            continue
        owner[around.owner[number] + lemma] = (token, token)
        clauses[("+" if token in around.clause else "-") + lemma] = (token, token)


def _owned(seen: Passage) -> tuple[str, ...]:
    others = [number for number, word in enumerate(seen.words) if word == OTHER]
    if not others:
        return ("+",) * len(seen.words)
    return tuple(
        "+" if abs(number - seen.place) < min(abs(number - other) for other in others) else "-"
        for number in range(len(seen.words))
    )


def _clause(document: Document, seen: Passage) -> set[int]:
    """Tokens of the clause in which the party stands, without its subordinate clauses."""
    syntax, children = document.syntax, document.children
    verb = seen.head
    for _ in range(_CLIMB):
        above = syntax.heads[verb]
        if above == verb or (verb != seen.head and syntax.tags[verb].startswith("VB")):
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


def _party(found: Bags, document: Document, seen: Passage) -> None:
    syntax = document.syntax
    head, words = seen.head, seen.words
    above = syntax.heads[head]
    word = document.lowered[head]
    root = above == head
    facts = [
        "is " + (word if word in _PRONOUNS else "name"),
        "as " + syntax.relations[head],
        "under " + ("" if root else _lemma_of(seen, document, above)),
        "quoted" if _quoted(seen) else "unquoted",
        "quotes" if '"' in words else "no quotes",
        "first" if seen.place == 0 else "later",
        "last" if seen.place >= len(words) - 2 else "earlier",
        f"length {min(len(words) // 8, 6)}",
        f"others {min(words.count(OTHER), 5)}",
    ]
    cue = cues().verbs.get(syntax.lemmas[above].lower())
    if syntax.relations[head] == "nsubj" and cue:
        facts += ["speaks", f"speaks {cue}"]
    facts += [f"has {mark}" for mark in ("?", "!", ":", "0") if mark in words]
    found.words["party"].update((fact, (head, head)) for fact in facts)


def _lemma_of(seen: Passage, document: Document, token: int) -> str:
    """Lemma of a token as the passage masks it; "" for one that lies outside the passage."""
    for number, other in enumerate(seen.tokens):
        if other == token:
            return seen.lemmas[number]
    return ""


def _quoted(seen: Passage) -> bool:
    return seen.words[: seen.place].count('"') % 2 == 1


def _valences(found: Bags, seen: Passage, around: _Around) -> None:
    """Valence of each word in VADER's list, turned by a negation, filed by where it stands."""
    known = valences()
    words, lemmas = seen.words, seen.lemmas
    charged = [
        (number, known.get(words[number], known.get(lemmas[number], 0.0)))
        for number in range(len(words))
        if words[number] not in MASKS and (words[number] in known or lemmas[number] in known)
    ]
    if not charged:
        return
    quoted = _quoted(seen)
    for number, valence in charged:
        if any(word in _NEGATIONS for word in words[max(0, number - 3) : number]):
            valence *= _TURNED
        token = seen.tokens[number]
        sign = "+" if valence > 0 else "-"
        amount = abs(valence) / _UNIT
        distance = number - seen.place
        where = "<" if distance < 0 else ">"
        same = (words[:number].count('"') % 2 == 1) == quoted
        names = [
            "all",
            where,
            "own " + around.owner[number],
            "clause" if token in around.clause else "outside",
            "same voice" if same else "other voice",
        ]
        if abs(distance) <= 5:
            names.append("close " + where)
        reach = around.reached.get(token)
        if reach is not None:
            names.append(f"steps {min(reach.length, 4)}")
            names.append("path " + reach.path)
        found.valences.extend((sign + name, token, amount) for name in names)


@cache
def valences() -> dict[str, float]:
    """VADER's list without its intensifiers and emoticons."""
    from vaderSentiment import vaderSentiment

    lexicon = vaderSentiment.SentimentIntensityAnalyzer().lexicon
    boosters = vaderSentiment.BOOSTER_DICT
    return {w: float(v) for w, v in lexicon.items() if w.isalpha() and w not in boosters}
