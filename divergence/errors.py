"""Errors that a person can act on: each says what was wrong, where, and what to do.

Every error carries the exit code of the command line: 1 for bad input, 2 for bad usage.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable

__all__ = [
    "ConfigError",
    "DivergenceError",
    "InputError",
    "LabelsError",
    "LanguageWarning",
    "OutputError",
    "UsageError",
    "must_be_one_of",
]


class DivergenceError(Exception):
    """Base of every error that is the input's fault and not the program's."""

    exit_code = 1


class InputError(DivergenceError):
    """A file, folder or text cannot be used."""


class ConfigError(DivergenceError):
    """A setting in config.toml is wrong."""


class OutputError(DivergenceError):
    """A result cannot be written where it should go."""


class LabelsError(DivergenceError):
    """A file of labelled rows does not have the documented shape."""


class UsageError(DivergenceError):
    """The call itself is wrong: an unknown name or an impossible combination."""

    exit_code = 2


class LanguageWarning(UserWarning):
    """Texts seem to be in another language, and were measured as if they were English."""


def must_be_one_of(what: str, given: str, allowed: Iterable[str]) -> str:
    """Phrase "unknown X" with the allowed names and the nearest one.

    Parameters
    ----------
    what : str
        The kind of thing that was named, for example ``"feature"``.
    given : str
        The name that is not known.
    allowed : iterable of str
        The names that are known.

    Returns
    -------
    str
        One sentence, or two when a name is close to the given one.

    Examples
    --------
    >>> must_be_one_of("feature", "hedgin", ["agency", "hedging"])
    "unknown feature 'hedgin'; did you mean 'hedging'? Known: agency, hedging."
    """
    names = sorted(allowed)
    close = difflib.get_close_matches(given, names, n=1)
    hint = f"; did you mean '{close[0]}'?" if close else "."
    return f"unknown {what} '{given}'{hint} Known: {', '.join(names)}."
