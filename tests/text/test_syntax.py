"""Syntax of raw text: columns that fit together, relations that matter, hostile input."""

from __future__ import annotations

import subprocess
import sys

import pytest

from divergence.text.lemmas import lemma_of
from divergence.text.syntax import MODEL, parse, parse_many
from divergence.types import Span, Syntax


def _check(text: str, syntax: Syntax) -> None:
    n = len(syntax.words)
    columns = (syntax.lemmas, syntax.tags, syntax.relations, syntax.heads, syntax.starts)
    assert all(len(column) == n for column in (*columns, syntax.ends))
    assert [span.start for span in syntax.sentences] == [
        0 if not number else syntax.sentences[number - 1].end
        for number in range(len(syntax.sentences))
    ]
    assert (syntax.sentences[-1].end if syntax.sentences else 0) == n
    assert len(syntax.paragraph_of) == len(syntax.sentences)
    for span in syntax.sentences:
        assert span.end > span.start
        heads = syntax.heads[span.start : span.end]
        assert all(span.start <= head < span.end for head in heads)
        roots = {token for token, head in enumerate(heads, start=span.start) if token == head}
        assert roots == {at for at in range(*span) if syntax.relations[at] == "root"}
        assert roots
    assert all(
        start < end <= len(text) for start, end in zip(syntax.starts, syntax.ends, strict=True)
    )
    assert all(word and not word.isspace() for word in syntax.words)


def _relations(syntax: Syntax) -> set[tuple[str, str, str]]:
    return {
        (syntax.lemmas[head], syntax.words[token], relation)
        for token, (head, relation) in enumerate(zip(syntax.heads, syntax.relations, strict=True))
    }


def test_subject_and_object() -> None:
    assert {("capture", "soldiers", "nsubj"), ("capture", "bridge", "obj")} <= _relations(
        parse("The soldiers captured the bridge.")
    )


def test_passive_and_its_agent() -> None:
    found = _relations(parse("The bridge was destroyed by the army."))
    assert {("destroy", "bridge", "nsubj:pass"), ("destroy", "army", "obl:agent")} <= found
    assert ("destroy", "was", "aux:pass") in found


def test_marks_are_one_and_offsets_are_original() -> None:
    texts = ["“We held,” Hale said.", '"We held," Hale said.', "``We held,'' Hale said."]
    parsed = list(parse_many(texts))
    assert len({syntax.words for syntax in parsed}) == 1
    assert len({(syntax.tags, syntax.heads, syntax.relations) for syntax in parsed}) == 1
    for text, syntax in zip(texts, parsed, strict=True):
        assert text[syntax.starts[4] : syntax.ends[4]] in ("”", '"', "''")
        assert text[syntax.starts[5] : syntax.ends[5]] == "Hale"


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [
        ("Said", "VBD", "say"),
        ("says", "VBZ", "say"),
        ("claiming", "VBG", "claim"),
        ("killed", "VBN", "kill"),
        ("was", "VBD", "be"),
        ("'s", "VBZ", "be"),
        ("'s", "POS", "'s"),
        ("n't", "RB", "not"),
        ("Forces", "NNS", "force"),
        ("soldiers", "NNS", "soldier"),
        ("Russians", "NNPS", "Russian"),
        ("Bakhmut", "NNP", "Bakhmut"),
        ("shelled", "VBD", "shell"),
        ("Officials", "NNS", "official"),
        ("told", "VBD", "tell"),
        ("women", "NNS", "woman"),
        ("worse", "JJR", "bad"),
    ],
)
def test_lemmas(word: str, tag: str, lemma: str) -> None:
    assert lemma_of(word, tag) == lemma


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        ".",
        "…!?\"'—",
        "👩‍👩‍👧 says 😀",
        "שלום עולם. قال الرئيس",
        "a\x00b\x1f\ud800\u2028c\r\nd",
        '"' * 50,
        "'’‘\"“``''" * 40,
        "- " * 300,
        "x" * 30_000,
        "one two three, " * 300,
        "U.S. " * 100,
    ],
)
def test_hostile_text(text: str) -> None:
    syntax = parse(text)
    _check(text, syntax)
    assert bool(syntax.words) == bool(text.strip())


def test_no_sentence_is_longer_than_the_parser_should_see() -> None:
    syntax = parse("one two three four, " * 500)
    assert len(syntax.words) == 2500
    assert max(span.end - span.start for span in syntax.sentences) <= 200


def test_many_texts_are_as_each_alone_and_in_order() -> None:
    texts = ["The army left.", "", "It rained. “Go,” she said.\n\nHe stayed."] * 30
    assert list(parse_many(texts))[-3:] == [parse(text) for text in texts[:3]]


def test_texts_are_read_as_they_are_needed() -> None:
    def endless() -> object:
        while True:
            yield "It rained."

    parsed = parse_many(endless())  # type: ignore[arg-type]
    assert next(parsed).words == ("It", "rained", ".")


def test_paragraphs_are_numbered() -> None:
    syntax = parse("It rained. It stopped.\n\nThe army left.")
    assert syntax.paragraph_of == (0, 0, 1)
    assert syntax.sentences == (Span(0, 3), Span(3, 6), Span(6, 10))


@pytest.mark.parametrize(
    "sentence",
    [
        "In March last year Orrin Rail and the Guild signed a contract on night trains.",
        "ELMSTAD (Orr Wire) — The mayor of Elmstad was charged on Tuesday.",
        "Sudmarkian Prime Minister Inge Orvan, speaking in parliament, vowed to answer.",
    ],
)
def test_where_a_text_has_lines_only_a_mark_ends_a_sentence(sentence: str) -> None:
    assert len(parse(f"{sentence}\n\nIt rained.").sentences) == 2


@pytest.mark.parametrize("name", ["Ms Petersen", "Captain Bo Lind", "fire chief Bo Lind"])
def test_no_sentence_ends_between_a_title_and_a_name(name: str) -> None:
    assert len(parse(f"{name} knows this. She was in the room.").sentences) == 2


def test_weights_are_small_and_hold_no_code() -> None:
    files = [path for path in MODEL.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 12 * 2**20
    assert not any(path.suffix in (".pkl", ".pickle", ".joblib", ".py") for path in files)
    # Pickles of protocol 2 and later begin so; msgpack never does for a map.
    assert not any(path.read_bytes()[:1] == b"\x80" and path.name != "model" for path in files)


def test_importing_the_room_loads_no_engine() -> None:
    code = (
        "import sys, divergence.text.syntax, divergence.validation.syntax\n"
        "heavy = {'spacy', 'thinc', 'nltk', 'numpy'} & set(sys.modules)\n"
        "sys.exit(', '.join(sorted(heavy)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
