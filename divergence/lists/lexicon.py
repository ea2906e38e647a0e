"""A word list of one's own, and what it can be asked.

See :meth:`Lexicon.from_file` for the forms in which lists come, and
:mod:`divergence.lexicons.packaged` for those of the package.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from divergence.errors import InputError
from divergence.lexicons.word_list import WordList
from divergence.lists import loading
from divergence.lists.entry_rows import Gathered, Note, first_of

if TYPE_CHECKING:
    from divergence.lists.checking import Check
    from divergence.types import Article, Document, Evidence, VoiceChoice

__all__ = ["Lexicon"]


@dataclass(frozen=True, slots=True, repr=False)
class Lexicon(WordList):
    """A list with what a reader needs in order to judge it.

    Attributes
    ----------
    name : str
        Small letters, digits and underscores; measures are named after it.
    title : str
        How charts call it.
    version, date, licence, source : str
        Where it comes from.
    entries : tuple of Entry
        What is looked for.
    match : {"lemma", "word", "tagged"}
        How: by words as written and their dictionary forms, by words as written only, or, for
        lists of the package, by both and by part of speech.
    family : str
        The family of its measures, which is the page of the report they stand on.
    labels : tuple of (str, str)
        How charts call its categories; a category that is not there goes by its name.
    digest : str
        SHA-256 of the file or the words that it was made from.
    path : str
        The file that it was read from.
    notes : tuple of Note
        What was merged or left out when it was read.
    """

    family: str = "lists"
    labels: tuple[tuple[str, str], ...] = ()
    path: str = field(default="", compare=False)
    notes: tuple[Note, ...] = field(default=(), compare=False)

    @classmethod
    def from_file(
        cls,
        path: str | Path,
        *,
        name: str = "",
        title: str = "",
        family: str = "lists",
        match: Literal["lemma", "word"] | None = None,
    ) -> Lexicon:
        """Read a list of one's own.

        Parameters
        ----------
        path : str or Path
            A plain list (a term a line, ``#`` begins a comment), a ``.csv`` or ``.tsv`` file with
            the columns ``term`` and, optionally, ``category`` and ``weight``, or a LIWC dictionary
            (``.dic`` with its header between ``%`` lines, or ``.dicx``).
        name : str, optional
            What measures are named after; by default the file.
        title : str, optional
            How charts call it; by default the name of the file.
        family : {"lists", "agency", "certainty", "frames", "sentiment", "wording"}, optional
            The page of the report that its measures stand on; by default one of their own.
        match : {"lemma", "word"}, optional
            Whether a term also stands for the words it is the dictionary form of ("attack" for
            "attacked"). By default "word" for LIWC dictionaries, "lemma" for all others.

        Returns
        -------
        Lexicon
            Its ``entries`` do not depend on the order of lines; ``notes`` says what was merged or
            left out.

        Raises
        ------
        InputError
            The file cannot be read or used; the message names file, line and remedy.
        UsageError
            The family or the way to match is not known, or a feature or a list of the package has
            the name.

        Notes
        -----
        Capitals do not matter. A word may end in ``*``, which stands for any ending. A phrase is
        found where its words stand side by side in one sentence. Going from left to right the
        longest match wins and its words are not counted again; among matches of one length a word
        as written goes before a dictionary form, and that before a wildcard.

        Examples
        --------
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     file = Path(folder) / "alarm.txt"
        ...     _ = file.write_text("panic*\\nstate of emergency\\n")
        ...     alarm = Lexicon.from_file(file)
        >>> alarm.rate("Panicked crowds left under a state of emergency.")
        25.0
        """
        file = Path(path)
        loading.check_choices(family, match)
        read = loading.read_list(file)
        if read.gathered.problems:
            raise InputError(f"{file}, {first_of(read.gathered.problems, str(file))}")
        return _lexicon(
            read.gathered,
            name or file.stem,
            title=title,
            family=family,
            match=read.matching(match),
            digest=read.digest,
            path=file,
        )

    @classmethod
    def from_words(
        cls,
        name: str,
        words: Iterable[str] | Mapping[str, float],
        *,
        title: str = "",
        family: str = "lists",
        match: Literal["lemma", "word"] = "lemma",
    ) -> Lexicon:
        """Make a list of words and phrases, or of weights by word.

        Parameters
        ----------
        name : str
            What measures are named after.
        words : iterable of str, or mapping of str to float
            Terms, written as in a file.
        title, family, match
            As in :meth:`from_file`.

        Returns
        -------
        Lexicon
            As :meth:`from_file` gives it.

        Raises
        ------
        InputError
            A term cannot be used, or there is none.
        UsageError
            The family or the way to match is not known, or a feature or a list of the package has
            the name.

        Examples
        --------
        >>> Lexicon.from_words("flood", ["flood*", "high water"]).terms
        ('flood*', 'high water')
        """
        loading.check_choices(family, match)
        gathered, digest = loading.read_words(name, words)
        return _lexicon(gathered, name, title=title, family=family, match=match, digest=digest)

    @property
    def n_left_out(self) -> int:
        """Entries of its file of which nothing could be used; ``notes`` names them."""
        return sum(1 for note in self.notes if note.kind == "left out" and note.line)

    def find(self, text: str | Article | Document) -> list[Evidence]:
        """Find every term in a text, in text order; a term of two categories is found for each.

        Parameters
        ----------
        text : str, Article or Document
            Where to look.

        Returns
        -------
        list of Evidence
            The category is the term's, the weight too.

        Examples
        --------
        >>> flood = Lexicon.from_words("flood", ["flood*", "high water"])
        >>> text = "High water flooded the town."
        >>> [text[e.start : e.end] for e in flood.find(text)]
        ['High water', 'flooded']
        """
        from divergence.lists.list_features import feature
        from divergence.text.annotate import as_document

        return feature(self).find(as_document(text))

    def rate(
        self, text: str | Article | Document, category: str = "", *, voice: VoiceChoice = "all"
    ) -> float:
        """Terms per 100 words, each counted by its weight.

        Parameters
        ----------
        text : str, Article or Document
            What to measure.
        category : str, optional
            Which category, needed where the list has several.
        voice : {"all", "reporter", "quoted"}
            Whose words to count.

        Returns
        -------
        float
            0 or more unless weights are negative; ``nan`` where the voice has no words.

        Raises
        ------
        UsageError
            The category or the voice is not known, or the list has several categories.

        Notes
        -----
        A word is counted in whatever sense it is used. A phrase counts once.

        Examples
        --------
        >>> Lexicon.from_words("flood", ["flood*"]).rate("Floods hit the town.")
        25.0
        """
        from divergence.lists.list_features import value

        return value(self, text, category, voice=voice)

    def mean(
        self, text: str | Article | Document, category: str = "", *, voice: VoiceChoice = "all"
    ) -> float:
        """Mean weight of the terms found.

        Parameters
        ----------
        text, category, voice
            As in :meth:`rate`.

        Returns
        -------
        float
            Between the lowest and the highest weight of the list; ``nan`` where nothing is found.

        Raises
        ------
        UsageError
            As :meth:`rate`, and where the list has no weights.

        Examples
        --------
        >>> Lexicon.from_words("mood", {"grim": -2, "calm": 1}).mean("A grim, calm night.")
        -0.5
        """
        from divergence.lists.list_features import value

        return value(self, text, category, voice=voice, mean=True)

    def check(self, texts: Iterable[str | Article | Document] | None = None) -> Check:
        """Look the list over, and see what it finds in a corpus.

        Parameters
        ----------
        texts : iterable of str, Article or Document, optional
            The corpus, read once.

        Returns
        -------
        Check
            Duplicates, terms inside other terms, and for a corpus its coverage.

        Examples
        --------
        >>> [note.kind for note in Lexicon.from_words("flood", ["flood*", "floods"]).check().notes]
        ['swallowed']
        """
        from divergence.lists.checking import check
        from divergence.lists.list_features import documents

        annotated = None if texts is None else documents(texts)
        return check(self, annotated, notes=self.notes)


def _lexicon(
    gathered: Gathered,
    name: str,
    *,
    title: str,
    family: str,
    match: Literal["lemma", "word"],
    digest: str,
    path: Path | None = None,
) -> Lexicon:
    key = loading.list_name(name)
    loading.check_name(key)
    return Lexicon(
        name=key,
        title=" ".join(title.split()) or loading.titled(name),
        version="",
        date="",
        licence="",
        source=path.name if path else "",
        path=str(path or ""),
        entries=gathered.entries,
        match=match,
        family=family,
        labels=gathered.labels,
        digest=digest,
        notes=gathered.notes,
    )
