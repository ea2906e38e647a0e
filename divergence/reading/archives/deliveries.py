"""Deliveries of news archives: one file, many articles, and a place for each in every message."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from divergence.reading.archives import factiva, nexis
from divergence.reading.archives.delivered_document import DeliveredDocument
from divergence.reading.draft import Draft, InputFile, Unreadable
from divergence.types import Rejection

_ARCHIVES = {"Nexis": nexis.split_documents, "Factiva": factiva.split_documents}
_REMEDY = (
    "Export it again in full; or save this article's text alone as a .txt file that names its "
    "source."
)
_LONGEST_TITLE = 80
# A copyright line, or a count of words in one of the languages archives speak: one an article.
_ONE_AN_ARTICLE = re.compile(
    r"(?:Copyright|©|\(c\)) ?(?:19|20)\d\d|(?:Length|L.nge|Longueur|Longitud|Lengte|Lunghezza|"
    r"LENGTH): ?\d|\d[\d.,]* (?:words|W.rter|mots|palabras|parole|woorden)$"
)


def drafts(lines: Sequence[str], file: InputFile) -> Iterator[Draft | Rejection] | None:
    """Split a delivery of Nexis or Factiva into its articles.

    Deliveries are recognized by their English labels ("Load-Date", "End of Document") and, for
    Factiva, by field codes and document numbers, whatever the language of the interface.
    """
    plain = [line.replace("\xad", "").replace("\xa0", " ").strip(" \r\n|") for line in lines]
    for archive, portions in _ARCHIVES.items():
        documents = portions(plain)
        if documents:
            return _numbered_drafts(documents, archive, file)
    return None


def refuse_unsplit(lines: Sequence[str]) -> None:
    """Make sure that a file that is no delivery is no delivery of another shape either."""
    if sum(1 for line in lines if _ONE_AN_ARTICLE.match(line.strip())) > 1:
        raise Unreadable(
            "it looks like several articles from a news archive, but where one ends cannot be told",
            "Export it from Nexis Uni or Factiva with the interface in English, one of .docx, .rtf "
            "or .html; or give one file per article.",
        )


def _numbered_drafts(
    documents: Sequence[DeliveredDocument], archive: str, file: InputFile
) -> Iterator[Draft | Rejection]:
    for number, portion in enumerate(documents, 1):
        place = f"{file.place}:{number}"
        problem = portion.problem or _missing(portion)
        if problem:
            title = portion.fields.get("title", "")[:_LONGEST_TITLE]
            named = f" ('{title}')" if title else ""
            which = f"document {number} of {len(documents)}{named}"
            yield Rejection(place, f"{which} {problem}", _REMEDY)
            continue
        fields = {name: value for name, value in portion.fields.items() if value}
        text = "\n\n".join(portion.paragraphs)
        yield Draft(place, file.stem, text, {**fields, "archive": archive})


def _missing(portion: DeliveredDocument) -> str:
    if not any(map(str.strip, portion.paragraphs)):
        return "has no text"
    return "" if portion.fields.get("source") else "names no source"
