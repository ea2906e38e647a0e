"""Attributions: which words the text gives to somebody else, by which cue, in which form.

Found in the parse: a cue verb with its clause ("she said that ..."), a cue verb set beside what it
reports ("..., she said"), "according to", cue nouns and adjectives with a clause ("the claim
that", "confident that"), and quotation marks next to any of them. A quotation that no cue explains
continues the attribution before it in its paragraph, or else has an unknown speaker.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from divergence.lexicons.cues import Cues, cues
from divergence.text.clauses import PASSIVE_MARKS
from divergence.text.tree import SUBJECTS, Tree
from divergence.types import AttributionKind, CueClass, Quotation, Span

_CLAUSES = frozenset({"ccomp", "xcomp"})
_NOT_A_CUE = frozenset({"aux", "aux:pass", "cop", "case", "fixed", "mark", "compound", "amod"})
_VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_NOUNS = frozenset({"NN", "NNS"})
_OBJECT_VERBS = frozenset(
    "announce report confirm deny estimate allege reject condemn dispute predict describe "
    "reveal acknowledge denounce blame praise criticize criticise accuse call forecast cite".split()
)
_ASPECTUAL = frozenset("begin continue go help keep start stop try use".split())
_SHORTEST_SPEECH = 2


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution before its speaker has a name: token sets of one sentence or more."""

    sentence: int
    speaker_head: int | None
    cue: Span | None
    cue_lemma: str
    cue_class: CueClass
    content: tuple[Span, ...]
    kind: AttributionKind


def find_drafts(
    tree: Tree, quotations: Sequence[Quotation], paragraph_of: Sequence[int]
) -> tuple[Draft, ...]:
    """Find attributions, in text order, with the head token of each speaker's phrase.

    Parameters
    ----------
    tree : Tree
        Syntax of the text.
    quotations : sequence of Quotation
        Quotations of the text.
    paragraph_of : sequence of int
        Paragraph of every sentence.

    Returns
    -------
    tuple of Draft
        ``speaker_head`` is None where the text names no speaker.

    Notes
    -----
    Statements and beliefs by lexicon and parse; a cue outside the lexicon is found only next to
    quotation marks. Reference: Pareti 2015, A System for Attribution (PhD, Edinburgh).
    """
    drafts: list[Draft] = []
    for number, span in enumerate(tree.syntax.sentences):
        drafts.extend(_in_sentence(tree, number, span))
    speech = [quotation for quotation in spoken(quotations, drafts) if quotation.speech]
    quoted = {token for quotation in speech for token in range(*quotation.tokens)}
    claimed = {token for draft in drafts for part in draft.content for token in range(*part)}
    loose = [
        quotation
        for quotation in speech
        if not any(token in claimed for token in range(*quotation.tokens))
    ]
    drafts = _with_quotations(tree, drafts, loose, paragraph_of)
    whole = [_completed(tree, draft, speech, quoted) for draft in drafts]
    return tuple(sorted(whole, key=lambda draft: (draft.sentence, draft.cue or (0, 0))))


def _in_sentence(tree: Tree, number: int, span: Span) -> Iterable[Draft]:
    known = cues()
    syntax = tree.syntax
    for token in range(span.start, span.end):
        tag, lemma = syntax.tags[token], syntax.lemmas[token].lower()
        draft = None
        if tag in _VERBAL and lemma in known.verbs:
            if syntax.relations[token] not in _NOT_A_CUE:
                draft = _verb(tree, number, span, token, known)
            elif lemma == "accord":
                draft = _according_to(tree, number, span, token)
        elif lemma in ("according", "accord"):
            draft = _according_to(tree, number, span, token)
        elif tag in _NOUNS and lemma in known.nouns:
            draft = _noun(tree, number, token, known)
        elif tag.startswith("JJ") and lemma in known.adjectives:
            draft = _adjective(tree, number, token, known)
        if draft is not None:
            yield draft


def _draft(
    tree: Tree, number: int, speaker: int | None, cue: Span, cue_class: CueClass, content: set[int]
) -> Draft | None:
    spans = tree.spans(content - set(range(*cue)))
    if not spans:
        return None
    lemma = " ".join(tree.syntax.lemmas[token].lower() for token in range(*cue))
    return Draft(number, speaker, cue, lemma, cue_class, spans, "indirect")


def _verb(tree: Tree, number: int, span: Span, token: int, known: Cues) -> Draft | None:
    syntax = tree.syntax
    if token > span.start and syntax.words[token - 1] == "-":
        return None
    lemma = syntax.lemmas[token].lower()
    passive = tree.child(token, *PASSIVE_MARKS) is not None
    speaker = tree.child(token, "obl:agent") if passive else tree.subject(token)
    if syntax.tags[token] == "VBG" and tree.child(token, "nsubj") is None:
        speaker = _noun_before(tree, span.start, token) or speaker
    if speaker is None and not passive and syntax.tags[token] in _FINITE:
        speaker = _leading_noun(tree, Span(span.start, token))
    clause = tree.child(token, *_CLAUSES)
    if clause is not None and syntax.relations[clause] == "xcomp" and lemma in _ASPECTUAL:
        return None
    content: set[int] = set()
    if clause is not None:
        between = [c for c in tree.children[token] if token < c < clause]
        content = tree.subtree(clause).union(*map(tree.subtree, _said_of(tree, clause, between)))
    elif syntax.relations[token] == "parataxis" and speaker is not None:
        content = tree.subtree(syntax.heads[token], without=[token])
    elif (beside := tree.child(token, "parataxis")) is not None and beside > token:
        content = tree.subtree(beside)
    elif (
        lemma in _OBJECT_VERBS
        and speaker is not None
        and (thing := tree.child(token, "obj")) is not None
        and syntax.tags[thing] not in {"NNP", "NNPS"}
    ):
        content = tree.subtree(thing)
    if not content:
        return None
    cue = _verb_group(tree, token)
    return _draft(
        tree,
        number,
        speaker,
        cue,
        known.verbs[lemma],
        content - _subject_phrase(tree, speaker, content),
    )


def _said_of(tree: Tree, clause: int, between: Sequence[int]) -> Sequence[int]:
    """What a bare predicate is said of: "estimated 300 men killed", "called the town a ruin"."""
    bare = tree.syntax.relations[clause] == "xcomp" and tree.child(clause, "mark") is None
    return between if bare else ()


def _noun_before(tree: Tree, start: int, participle: int) -> int | None:
    """Head of the noun phrase that ends right before a participle ("officials warning that")."""
    token = participle - 1
    if token < start or not tree.syntax.tags[token].startswith("NN"):
        return None
    while (
        tree.syntax.relations[token] in {"flat", "compound"} and tree.syntax.heads[token] >= start
    ):
        token = tree.syntax.heads[token]
    return token if token < participle else None


def _leading_noun(tree: Tree, before: Span) -> int | None:
    """Noun that heads the words before a finite cue whose subject the parse has missed."""
    relations, tags = tree.syntax.relations, tree.syntax.tags
    nouns = [n for n in range(*before) if tags[n].startswith("NN")]
    heads = (n for n in nouns if relations[n] in SUBJECTS or relations[n] in {"root", "dislocated"})
    return next(heads, None)


def _subject_phrase(tree: Tree, speaker: int | None, content: set[int]) -> set[int]:
    """The speaker's phrase, where a loose parse has hung it inside the content."""
    if speaker is None or speaker not in content or tree.syntax.heads[speaker] in content:
        return set()
    return tree.subtree(speaker)


def _verb_group(tree: Tree, token: int) -> Span:
    """The cue verb with the auxiliaries and negations directly before it."""
    start = token
    while start > 0 and (
        tree.syntax.heads[start - 1] == token
        and tree.syntax.relations[start - 1] in {"aux", "aux:pass", "advmod"}
    ):
        start -= 1
    return Span(start, token + 1)


def _according_to(tree: Tree, number: int, sentence: Span, token: int) -> Draft | None:
    """Source after "according to"; its content is the rest of the sentence, or the clause before.

    The order of words decides and not the parse, which often hangs a leading source too low.
    """
    syntax = tree.syntax
    after = token + 1
    if after >= sentence.end or syntax.words[after].lower() != "to":
        return None
    commas = (n for n in range(after + 1, sentence.end) if syntax.tags[n] in {",", ".", ":"})
    phrase = Span(after + 1, next(commas, sentence.end))
    if phrase.end == phrase.start:
        return None
    name = tree.head_of(phrase)
    leads = all(not syntax.words[n][:1].isalnum() for n in range(sentence.start, token))
    if leads:
        content = set(range(phrase.end, sentence.end))
    else:
        governor = syntax.heads[name]
        content = tree.subtree(governor) if sentence.start <= governor < token else set()
        content = {n for n in content or range(*sentence) if n < token}
    return _draft(tree, number, name, Span(token, after + 1), "according_to", content)


def _noun(tree: Tree, number: int, token: int, known: Cues) -> Draft | None:
    syntax = tree.syntax
    clause = tree.child(token, "acl", "ccomp")
    if clause is None or clause < token:
        return None
    marked = any(
        syntax.relations[c] == "mark" and syntax.lemmas[c].lower() in {"that", "to", "whether"}
        for c in tree.children[clause]
    )
    if not marked:
        return None
    speaker = tree.child(token, "nmod:poss")
    if speaker is None:
        speaker = next(
            (
                c
                for c in tree.children[token]
                if syntax.relations[c] == "nmod"
                and tree.child(c, "case") is not None
                and syntax.lemmas[tree.child(c, "case") or c].lower() in {"of", "by", "from"}
            ),
            None,
        )
    lemma = syntax.lemmas[token].lower()
    return _draft(
        tree, number, speaker, Span(token, token + 1), known.nouns[lemma], tree.subtree(clause)
    )


def _adjective(tree: Tree, number: int, token: int, known: Cues) -> Draft | None:
    if tree.child(token, "cop") is None:
        return None
    clause = tree.child(token, "ccomp", "advcl")
    if clause is None or clause < token:
        return None
    marked = tree.child(clause, "mark")
    if marked is None or tree.syntax.lemmas[marked].lower() != "that":
        return None
    lemma = tree.syntax.lemmas[token].lower()
    return _draft(
        tree,
        number,
        tree.subject(token),
        Span(token, token + 1),
        known.adjectives[lemma],
        tree.subtree(clause),
    )


def spoken(quotations: Sequence[Quotation], drafts: Sequence[Draft]) -> tuple[Quotation, ...]:
    """Count a short quotation as speech where it lies inside what somebody is reported to say."""
    reported = [
        (part, draft.cue) for draft in drafts if draft.cue is not None for part in draft.content
    ]
    return tuple(
        quotation
        if quotation.speech or quotation.tokens.end - quotation.tokens.start < _SHORTEST_SPEECH
        else replace(
            quotation,
            speech=any(
                part.start <= quotation.tokens.start and quotation.tokens.end <= part.end
                for part, _ in reported
            ),
        )
        for quotation in quotations
    )


def _with_quotations(
    tree: Tree, drafts: list[Draft], loose: list[Quotation], paragraph_of: Sequence[int]
) -> list[Draft]:
    """Give quotations that no cue explains to a cue beside them or to the speaker before them."""
    known = cues()
    sentence_of = [n for n, span in enumerate(tree.syntax.sentences) for _ in range(*span)]
    for quotation in loose:
        number = sentence_of[quotation.tokens.start]
        beside = _cue_beside(tree, quotation.tokens, known)
        same = next(
            (n for n, d in enumerate(drafts) if beside and d.cue and d.cue.end == beside + 1), None
        )
        if same is not None:
            drafts[same] = replace(drafts[same], content=(*drafts[same].content, quotation.tokens))
            continue
        if beside is not None:
            lemma = tree.syntax.lemmas[beside].lower()
            drafts.append(
                Draft(
                    number,
                    tree.subject(beside),
                    _verb_group(tree, beside),
                    lemma,
                    known.verbs.get(lemma, "neutral"),
                    (quotation.tokens,),
                    "direct",
                )
            )
            continue
        before = [
            (at, draft)
            for at, draft in enumerate(drafts)
            if draft.sentence <= number
            and paragraph_of[draft.sentence] == paragraph_of[number]
            and number - draft.sentence <= 2
            and not _inside_quotation(draft, quotation.tokens)
        ]
        if before:
            at, draft = max(before, key=lambda pair: pair[1].sentence)
            drafts[at] = replace(draft, content=(*draft.content, quotation.tokens))
        else:
            drafts.append(Draft(number, None, None, "", "neutral", (quotation.tokens,), "direct"))
    return drafts


def _inside_quotation(draft: Draft, tokens: Span) -> bool:
    return draft.cue is not None and tokens.start <= draft.cue.start < tokens.end


def _cue_beside(tree: Tree, quoted: Span, known: Cues) -> int | None:
    """Nearest verb with a subject outside the quotation, in a sentence it touches."""
    syntax = tree.syntax
    touching = [
        span for span in syntax.sentences if span.start < quoted.end and quoted.start < span.end
    ]
    verbs = [
        token
        for span in touching
        for token in range(*span)
        if not quoted.start <= token < quoted.end
        and syntax.tags[token] in _VERBAL
        and syntax.relations[token] not in _NOT_A_CUE
        and tree.subject(token) is not None
    ]
    if not verbs:
        return None

    def order(token: int) -> tuple[bool, int]:
        distance = min(abs(token - quoted.start), abs(token - quoted.end))
        return syntax.lemmas[token].lower() not in known.verbs, distance

    return min(verbs, key=order)


def _completed(tree: Tree, draft: Draft, speech: Sequence[Quotation], quoted: set[int]) -> Draft:
    """Stretch content to the quotations it touches and tell direct, mixed and indirect apart."""
    content = {token for part in draft.content for token in range(*part)}
    cue = set(range(*draft.cue)) if draft.cue else set()
    for quotation in speech:
        tokens = set(range(*quotation.tokens))
        if tokens & content and not tokens & cue:
            content |= tokens
    words = {token for token in content if tree.syntax.words[token][:1].isalnum()}
    inside = len(words & quoted)
    kind: AttributionKind = "indirect"
    if inside == len(words):
        kind = "direct"
    elif inside:
        kind = "mixed"
    return replace(draft, content=tree.spans(content), kind=kind)
