"""HTML: the deliveries of news archives, and pages with an article, title, date, site, address."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from types import ModuleType

from divergence.reading.archives import deliveries
from divergence.reading.draft import Draft, InputFile, Unreadable
from divergence.reading.formats import html_lines
from divergence.reading.formats.encoding import load
from divergence.types import Rejection

MAX_PAGE_CHARACTERS = 20_000_000
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)=[\"']?([\w-]{1,40})", re.I)
_FIELDS = {
    "title": "title",
    "date": "date",
    "source": "sitename",
    "url": "url",
    "author": "author",
}
# What only the pages of news archives hold.
_DELIVERY = re.compile(
    r"article [a-z]{2}Article\b|>\s*HD\s*<|\d+ of \d+ DOCUMENTS|End of Document|"
    r">\s*Document [A-Za-z0-9]{16,34}\s*<"
)
_PASSWORD = re.compile(r"<input\b[^>]{0,300}\btype\s*=\s*[\"']?password", re.I)
_LOGIN = re.compile(r"\b(?:log|sign) ?[io]n\b", re.I)
_SHORT_WORDS = 120
_NO_TEXT = Unreadable(
    "no article text was found in the page", "Copy the article's text into a .txt file."
)


def drafts(file: InputFile) -> Iterator[Draft | Rejection]:
    """Read an ``.html`` file.

    Barbaresi, A. (2021). Trafilatura: a web scraping library and command-line tool for text
    discovery and extraction. ACL-IJCNLP.
    """
    with file.path.open("rb") as stream:
        charset = _CHARSET.search(stream.read(4096))
    declared = charset[1].decode("ascii", "ignore") if charset else ""
    page = load(file.path, max_characters=MAX_PAGE_CHARACTERS, declared=declared)
    if _DELIVERY.search(page):
        delivered = deliveries.drafts(html_lines.lines(page), file)
        if delivered is not None:
            yield from delivered
            return
    trafilatura = _trafilatura()
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    try:
        extracted = trafilatura.bare_extraction(
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
    values = (
        {}
        if extracted is None
        else extracted
        if isinstance(extracted, dict)
        else extracted.as_dict()
    )
    # Every line of the extracted text is a block of the page.
    lines = [line.strip().removeprefix("- ") for line in str(values.get("text") or "").split("\n")]
    text = "\n\n".join(line for line in lines if line)
    short = len(text.split()) < _SHORT_WORDS
    if short and _PASSWORD.search(page) and (not text or _LOGIN.search(page)):
        raise Unreadable(
            "the page asks for a login, and holds no article",
            "Log in with a browser, open the article there and save that page.",
        )
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
