"""Shared fixtures: the network is closed, and real material outside the project is optional."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import settings

from divergence.types import Article, Document, Mention, Side, Span, Syntax, Voice

# A busy machine is no fault of the code.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is downloaded at run time, ever."""

    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of labelled corpora and real articles beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip(f"LOUD SKIP: {SHARED.name}/ is not beside the checkout, real data not tested")
    return SHARED


@pytest.fixture(scope="session")
def make_document() -> Callable[..., Document]:
    """Build a document by hand: no model, every column under the test's control."""
    return _make_document


def _make_document(
    words: str,
    *,
    lemmas: str = "",
    tags: str = "",
    relations: str = "",
    heads: Sequence[int] = (),
    quoted: Sequence[int] = (),
    mentions: Sequence[tuple[int, str]] = (),
) -> Document:
    """Words apart by white space; columns left out are guessed; "." ends a sentence.

    ``quoted`` lists the tokens in quoted voice, ``mentions`` pairs of a token and a side's name.
    """
    tokens = words.split()
    starts = [sum(len(token) + 1 for token in tokens[:place]) for place in range(len(tokens))]
    sentences: list[Span] = []
    for place, token in enumerate(tokens):
        if token == "." or place == len(tokens) - 1:
            sentences.append(Span(sentences[-1].end if sentences else 0, place + 1))
    voices: tuple[Voice, ...] = tuple(
        "quoted" if place in set(quoted) else "reporter" for place in range(len(tokens))
    )
    syntax = Syntax(
        words=tuple(tokens),
        lemmas=tuple(lemmas.split() or [token.lower() for token in tokens]),
        tags=tuple(tags.split() or ["NN"] * len(tokens)),
        relations=tuple(relations.split() or ["dep"] * len(tokens)),
        heads=tuple(heads or range(len(tokens))),
        starts=tuple(starts),
        ends=tuple(start + len(token) for start, token in zip(starts, tokens, strict=True)),
        sentences=tuple(sentences),
        paragraph_of=(0,) * len(sentences),
    )
    return Document(
        article=Article("made", "made", " ".join(tokens)),
        syntax=syntax,
        sides=tuple(Side(name, (name,)) for name in sorted({side for _, side in mentions})),
        quotations=(),
        attributions=(),
        mentions=tuple(
            Mention(Span(token, token + 1), token, side, True) for token, side in mentions
        ),
        voices=voices,
    )
