"""The nouns of the project: what is read, what is annotated, what is found.

All are frozen. Character offsets always point into ``Article.text``; token indices always point
into the token columns of one :class:`Document`. Spans are half open.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence, Sized
from dataclasses import dataclass, field, fields
from datetime import date as Date
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = [
    "Article",
    "Attribution",
    "Clause",
    "Corpus",
    "Document",
    "Entity",
    "EntityMention",
    "Evidence",
    "Figure",
    "Mention",
    "Quotation",
    "Rejection",
    "Removed",
    "Side",
    "Span",
    "Speaker",
    "Syntax",
    "Unverified",
]


Voice = Literal["reporter", "quoted"]
VoiceChoice = Literal["reporter", "quoted", "all"]
CueClass = Literal["neutral", "distancing", "endorsing", "belief", "according_to"]
AttributionKind = Literal["direct", "mixed", "indirect"]
EntityType = Literal["person", "organization", "place", "time", "event", "object", "abstract"]
MentionForm = Literal["name", "noun", "pronoun"]
GrammaticalNumber = Literal["singular", "plural", ""]
Gender = Literal["she", "he", ""]
SpeakerKind = Literal["named", "role", "unknown"]
FigureBound = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "range"]

VOICES: tuple[Voice, Voice] = ("reporter", "quoted")


class Span(NamedTuple):
    """A half-open range, of characters or of tokens as the context says.

    Attributes
    ----------
    start, end : int
        The first that is in it, and the first that is not any more.
    """

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article, as it was read from a file or made from a row of one's own.

    Attributes
    ----------
    id : str
        Its own among all that are compared.
    source : str
        The newsroom, or whom else it is compared as.
    text : str
        The body, without header lines.
    title : str
        The headline, or "".
    date : datetime.date or None
        When it was published.
    event : str
        The event that it tells, or "".
    url, credit, path : str
        Where it was found, who is named as its author or agency, and the file, or "".
    metadata : mapping of str to str
        Further fields; any of them can be compared by.

    Examples
    --------
    >>> article = Article("p1", "Post", "The bridge may close.", metadata={"leaning": "left"})
    >>> article.source, article.title
    ('Post', '')
    """

    id: str
    source: str
    text: str
    title: str = ""
    date: Date | None = None
    event: str = ""
    url: str = ""
    credit: str = ""
    path: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rejection:
    """An input that was not used: where it was, why not, and what to do about it.

    Attributes
    ----------
    path : str
        The file, and the row of a file that holds several articles.
    reason : str
        Why it was not used.
    remedy : str
        What to do, or "".
    """

    path: str
    reason: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Removed:
    """A line that was taken out of an article as boilerplate.

    ``line`` is its number (from 1): in the file itself with ``in_file``, else in the article's
    text as the file gives it. ``rule`` names the rule of
    :data:`divergence.reading.boilerplate_rules.RULES` that took it.
    """

    article: str
    path: str
    line: int
    rule: str
    text: str
    in_file: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Corpus:
    """Everything a path held: ``n_in == len(articles) + len(rejections)``, always.

    Attributes
    ----------
    articles : tuple of Article
        What can be used, in reading order.
    rejections : tuple of Rejection
        What was not used, each with its reason.
    removed : tuple of Removed
        The lines that were taken out of the articles, in reading order.
    paths : tuple of str
        Names of the file or folder that was read.
    spellings : tuple of (str, str)
        Names of sources that differed from another's in capitals only, each with the spelling that
        its articles have now.
    """

    articles: tuple[Article, ...]
    rejections: tuple[Rejection, ...]
    removed: tuple[Removed, ...] = ()
    paths: tuple[str, ...] = ()
    spellings: tuple[tuple[str, str], ...] = ()

    def __repr__(self) -> str:
        # The articles themselves are as long as what was read.
        return f"<Corpus: {_counts(article=self.articles, rejection=self.rejections)}>"

    @property
    def n_in(self) -> int:
        """Number of inputs seen: files, or rows of files that hold several articles."""
        return len(self.articles) + len(self.rejections)


@dataclass(frozen=True, slots=True)
class Side:
    """A party to the event and the names it goes by (people, capitals, demonyms, metonyms).

    Attributes
    ----------
    name : str
        How tables and reports call it.
    aliases : tuple of str
        Every name of it in the texts. Its ``name`` is looked for only if it is one of them.

    Examples
    --------
    >>> Side("North", ("North", "Northern", "Northerners")).name
    'North'
    """

    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Syntax:
    """Words, sentences and dependency syntax of one text, as parallel columns.

    ``words`` are normalised (every quotation mark that opens or closes direct speech is ``"``);
    ``starts`` and ``ends`` point into the original text. ``tags`` are Penn Treebank tags,
    ``relations`` Universal Dependencies labels, ``heads`` token indices (a root is its own head).
    ``sentences`` are token ranges that cover every token, in order. ``paragraph_of`` gives for
    every sentence the number of its paragraph.
    """

    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    relations: tuple[str, ...]
    heads: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[Span, ...]
    paragraph_of: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Text between quotation marks (token span without the marks).

    ``speech`` is False for scare quotes, nicknames and titles of works: a few words in marks that
    nobody is quoted as saying.
    """

    tokens: Span
    speech: bool


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is given the words: the phrase in the text and whom it stands for.

    ``kind`` says how the text knows who it is, wherever it does: a pronoun that is traced to a name
    is named. ``name`` is "" where it is not known.
    """

    tokens: Span | None
    name: str
    kind: SpeakerKind
    side: str | None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Content that the text puts into somebody's mouth or mind.

    ``cue`` is None where only quotation marks show that somebody speaks.
    """

    speaker: Speaker
    cue: Span | None
    cue_lemma: str
    cue_class: CueClass
    content: tuple[Span, ...]
    kind: AttributionKind
    sentence: int


@dataclass(frozen=True, slots=True)
class Unverified:
    """Content that the outlet itself says it could not check: "the Herald could not verify it".

    ``cue`` is the verb of checking. Nobody is given the content: no attribution stands for it.
    """

    cue: Span
    content: tuple[Span, ...]
    sentence: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the text names a side.

    ``tokens`` is the alias itself, ``head`` the token that stands for the side in the sentence's
    syntax ("Russian forces" -> "forces"). ``actor`` is False where the alias only describes
    something that is not a party ("the Russian language", "the eastern Ukrainian city").
    """

    tokens: Span
    head: int
    side: str
    actor: bool


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A noun phrase or pronoun that stands for an entity.

    ``tokens`` is the phrase without clauses and asides that hang on it, ``head`` its topmost word.
    """

    tokens: Span
    head: int
    form: MentionForm


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what a text talks about: every mention of it, in text order, under one name.

    Attributes
    ----------
    name : str
        The fullest name that the text gives, or else the words of the first mention that is no
        pronoun.
    type : str
        Person, organization, place, time, event, object or abstract.
    mentions : tuple of EntityMention
        Where it is mentioned; at least one.
    number, gender : str
        "singular" or "plural", and "she" or "he", or "" where the text does not show it.
    titles, roles : tuple of str
        Words before its name ("Sen.", "Mr.") and what it is called besides ("the mayor").
    party : str
        A party tag in its own words ("D-N.Y."), or "".
    age : float
        In years; nan where the text gives none, or two that differ.
    """

    name: str
    type: EntityType
    mentions: tuple[EntityMention, ...]
    number: GrammaticalNumber = ""
    gender: Gender = ""
    titles: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    party: str = ""
    age: float = math.nan


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with those who act and those who are acted upon, as head tokens of their phrases."""

    verb: int
    agents: tuple[int, ...]
    patients: tuple[int, ...]
    passive: bool


@dataclass(frozen=True, eq=False, repr=False)
class Document:
    """An article with everything that one document alone can tell about its language.

    Two documents are the same only if they are one object, so that what several features read off
    a document can be remembered for it.

    Attributes
    ----------
    article : Article
        What was annotated.
    syntax : Syntax
        Words, lemmas, tags, dependencies and sentences, as parallel columns.
    sides : tuple of Side
        The sides that were looked for.
    quotations : tuple of Quotation
        What stands between quotation marks, as token spans.
    attributions : tuple of Attribution
        Who is given which words, and by which cue.
    mentions : tuple of Mention
        Where the text names a side.
    voices : tuple of {"reporter", "quoted"}
        Whose word each token is.
    clauses : tuple of Clause
        Verbs with those who act and those who are acted upon.
    entities : tuple of Entity
        Who and what the text talks about.
    unverified : tuple of Unverified
        What the outlet itself says it could not check.
    """

    article: Article
    syntax: Syntax
    sides: tuple[Side, ...]
    quotations: tuple[Quotation, ...]
    attributions: tuple[Attribution, ...]
    mentions: tuple[Mention, ...]
    voices: tuple[Voice, ...]
    clauses: tuple[Clause, ...] = ()
    entities: tuple[Entity, ...] = ()
    unverified: tuple[Unverified, ...] = ()

    def __repr__(self) -> str:
        # Every token has half a dozen annotations.
        counts = _counts(sentence=self.syntax.sentences, token=self.syntax.words)
        return f"<Document {self.article.id!r}: {counts}>"

    def __getstate__(self) -> dict[str, object]:
        """Leave out what is remembered, so that a Doc does not travel between processes."""
        return {part.name: getattr(self, part.name) for part in fields(self)}

    @property
    def text(self) -> str:
        """The article's text, which every character offset points into."""
        return self.article.text

    @cached_property
    def lowered(self) -> tuple[str, ...]:
        """Lower-cased words, one per token."""
        return tuple(word.lower() for word in self.syntax.words)

    @cached_property
    def is_word(self) -> tuple[bool, ...]:
        """Whether each token is a word: it holds a letter or a digit."""
        return tuple(word.isalnum() or any(map(str.isalnum, word)) for word in self.syntax.words)

    @cached_property
    def tokens_of_form(self) -> Mapping[str, Sequence[int]]:
        """Tokens by lower-cased word and by lemma."""
        tokens: dict[str, list[int]] = {}
        for token, (word, lemma) in enumerate(zip(self.lowered, self.syntax.lemmas, strict=True)):
            tokens.setdefault(word, []).append(token)
            if lemma != word:
                tokens.setdefault(lemma, []).append(token)
        return tokens

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """Index of the sentence of every token."""
        return tuple(
            number
            for number, span in enumerate(self.syntax.sentences)
            for _ in range(span.start, span.end)
        )

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """Dependents of every token, in text order."""
        below: list[list[int]] = [[] for _ in self.syntax.words]
        for token, head in enumerate(self.syntax.heads):
            if head != token:
                below[head].append(token)
        return tuple(tuple(tokens) for tokens in below)

    @cached_property
    def entity_of(self) -> Mapping[int, Entity]:
        """Entity of every token that is the head of a mention."""
        return {mention.head: entity for entity in self.entities for mention in entity.mentions}

    @cached_property
    def doc(self) -> Doc:
        """The same words, tags and dependencies as a spaCy ``Doc``; spaCy is imported only here.

        ``doc.text`` is the text (a lone surrogate in it becomes U+FFFC), ``token.norm_`` our
        normalised word, ``token.pos_`` made from tag and relation, and ``doc.spans`` holds
        ``quotations`` (labelled ``speech`` or ``marks``), ``sides`` (by name) and ``cues`` (by
        class). White space that is not a single blank is a token, as in spaCy's own pipelines, so
        token numbers may differ from ours; character offsets do not.

        Examples
        --------
        >>> from divergence.text.annotate import annotate
        >>> doc = annotate('"We are ready," Ada Lin said.').doc
        >>> [token.text for token in doc if token.dep_ == "nsubj"], doc.spans["quotations"][0].text
        (['We', 'Ada'], 'We are ready,')
        """
        from divergence.text.spacy_docs import to_doc

        return to_doc(self)

    def characters(self, tokens: Span) -> Span:
        """Character span of a non-empty token span.

        Parameters
        ----------
        tokens : Span
            From the first token to the one after the last.

        Returns
        -------
        Span
            Offsets into ``text``.

        Examples
        --------
        >>> from divergence.text.annotate import annotate
        >>> annotate("It may rain.").characters(Span(1, 3))
        Span(start=3, end=11)
        """
        return Span(self.syntax.starts[tokens.start], self.syntax.ends[tokens.end - 1])

    def words_of(self, tokens: Span) -> str:
        """Original text of a non-empty token span, with white space folded.

        Parameters
        ----------
        tokens : Span
            From the first token to the one after the last.

        Returns
        -------
        str
            The words as the article has them.

        Examples
        --------
        >>> from divergence.text.annotate import annotate
        >>> annotate("It may  rain.").words_of(Span(1, 3))
        'may rain'
        """
        start, end = self.characters(tokens)
        return " ".join(self.text[start:end].split())


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place in the text that a feature counts.

    Attributes
    ----------
    feature, category : str
        Which feature found it, and as what.
    start, end : int
        Character offsets into the text.
    sentence : int
        Number of its sentence, from 0.
    voice : {"reporter", "quoted"}
        Whose words they are.
    side : str or None
        The side that it is about, where the feature tells sides apart.
    weight : float
        What the place adds to the count: 1 unless the feature says otherwise.
    """

    feature: str
    category: str
    start: int
    end: int
    sentence: int
    voice: Voice
    side: str | None = None
    weight: float = 1.0


# The claimant of a figure whose sentence says only that somebody says so.
UNNAMED_SPEAKER = "an unnamed speaker"


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity the text reports: what is counted, how it came about, when, where, who says so.

    ``low`` and ``high`` are equal unless the text gives a range. ``event`` is the class of what
    happened ("killed", "injured", "killed or injured", "attack", ...) or "" where no event governs
    the figure. ``subject`` is what is counted as a short noun phrase in the text's words ("men
    arrested at the bridge"), or "". ``window`` and ``place`` are the text's own words, or "".
    ``claimant`` is "" where the reporter gives the figure in the outlet's own name.
    ``compared_with`` is where the text has the number that this one is set against: the one before
    or after a change ("rose from 12 to 15"), the other side of a vote; or None.
    """

    start: int
    end: int
    sentence: int
    low: float
    high: float
    bound: FigureBound
    unit: str
    event: str
    affected_side: str | None
    window: str
    place: str
    claimant: str
    claimant_side: str | None
    voice: Voice
    subject: str = ""
    compared_with: Span | None = None


def _counts(**members: Sized) -> str:
    pairs = ((len(group), name) for name, group in members.items())
    return ", ".join(f"{n:,} {name}{'' if n == 1 else 's'}" for n, name in pairs)
