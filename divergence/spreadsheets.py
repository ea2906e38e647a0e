"""Text in files that spreadsheets open: none of it runs as a formula."""

from __future__ import annotations

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would run as a formula.

    Parameters
    ----------
    text : str
        A cell of a table. Numbers are not text: a negative one must stay a number.

    Returns
    -------
    str
        The text, with an apostrophe in front where it begins, white space aside, as a formula does.

    References
    ----------
    OWASP, "CSV Injection".

    Examples
    --------
    >>> harmless("=1+1"), harmless("about 5"), harmless(" -3")
    ("'=1+1", 'about 5', "' -3")
    """
    return f"'{text}" if text.startswith(_STARTS) or text.lstrip().startswith(_STARTS) else text
