"""Shared fixtures: the network is closed, and real material outside the project is optional."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

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
