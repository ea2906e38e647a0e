"""HTML pages: the article's own text, title, date, site and address, without the page around it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from types import ModuleType

from divergence.reading.draft import Draft, InputFile, Unreadable
from divergence.reading.encoding import load

MAX_PAGE_CHARACTERS = 20_000_000
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)=[\"']?([\w-]{1,40})", re.I)
_FIELDS = {
    "title": "title",
    "date": "date",
    "source": "sitename",
    "url": "url",
    "author": "author",
}
_NO_TEXT = Unreadable(
    "no article text was found in the page", "Copy the article's text into a .txt file."
)


def drafts(file: InputFile) -> Iterator[Draft]:
    """Read an ``.html`` file.

    Parameters
    ----------
    file : InputFile
        The file.

    Yields
    ------
    Draft
        One.

    Raises
    ------
    Unreadable
        No article was found, or see :func:`divergence.reading.encoding.load`.

    References
    ----------
    Barbaresi, A. (2021). Trafilatura: a web scraping library and command-line tool for text
    discovery and extraction. ACL-IJCNLP.
    """
    trafilatura = _trafilatura()
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    with file.path.open("rb") as stream:
        charset = _CHARSET.search(stream.read(4096))
    declared = charset[1].decode("ascii", "ignore") if charset else ""
    page = load(file.path, max_characters=MAX_PAGE_CHARACTERS, declared=declared)
    try:
        found = trafilatura.bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception as error:
        # lxml and its users raise what they like on broken pages; none of it is ours to explain.
        raise Unreadable(
            f"the page could not be parsed ({type(error).__name__})", _NO_TEXT.remedy
        ) from None
    if found is None:
        raise _NO_TEXT
    values = found if isinstance(found, dict) else found.as_dict()
    # Every line of the extracted text is a block of the page.
    lines = [line.strip().removeprefix("- ") for line in str(values.get("text") or "").split("\n")]
    text = "\n\n".join(line for line in lines if line)
    if not text:
        raise _NO_TEXT
    kept = {name: str(values[key]).strip() for name, key in _FIELDS.items() if values.get(key)}
    yield Draft(file.place, file.stem, text, kept)


def _trafilatura() -> ModuleType:
    """Import it late: it is slow to load, and few folders hold pages."""
    try:
        import trafilatura
    except ImportError as error:
        # Older pip misses a part of lxml that trafilatura asks for under another spelling.
        raise Unreadable(
            f"pages cannot be read here: {' '.join(str(error).split())}",
            "Install it: pip install lxml_html_clean trafilatura.",
        ) from None
    return trafilatura
