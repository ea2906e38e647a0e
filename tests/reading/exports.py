"""Files in the shapes that news archives deliver, with invented texts."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

COVER = """User Name: = Ada Lin
Date and Time: = Tuesday, March 14, 2023 10:00:00 AM CET
Job Number: = 192837465

Documents (2)
1. Ferry late again
Client/Matter: -None-
Search Terms: ferry
Search Type: Natural Language
Narrowed by:
Content Type
Narrowed by
News
-None-
2. Bridge closed for the summer
Client/Matter: -None-
Search Terms: ferry
Narrowed by:
Content Type
Narrowed by
News
-None-
""".split("\n")

FERRY = """Ferry late again
Oslund Times (Norland)
March 13, 2023 Monday
Late Edition - Final

Copyright 2023 The Oslund Times Company All Rights Reserved

Section: Section A; Column 0; Pg. 1
Length: 876 words
Byline: By ADA LIN and JO BERG
Dateline: PORT SUD

Body


The ferry was late on Monday, the harbor master said.
It had been late on every day of the week, and nobody at the port knew why.

Link to PDF


Graphic

PHOTO: The port at night. (PHOTOGRAPH BY JO BERG)


Load-Date: March 14, 2023


End of Document
""".split("\n")

BRIDGE = """Bridge closed for the summer
Strait Post
13 March 2023 10:15 PM GMT

Copyright 2023 Strait Post Ltd. All Rights Reserved

Length: 120 words

Body

The bridge is closed, the mayor said, and it will not open again before the summer.

Classification

Language: ENGLISH
Publication-Type: Newspaper
Load-Date: March 13, 2023

End of Document
""".split("\n")

OLD = """1 of 2 DOCUMENTS
Oslund Times
March 13, 2023 Monday
Late Edition - Final
Ferry late again
BYLINE: By ADA LIN
SECTION: Section A; Pg. 1
LENGTH: 876 words
DATELINE: PORT SUD, March 12
The ferry was late on Monday, the harbor master said.
NOTE: this line is a line of the text, whatever it looks like.
It had been late on every day of the week, and nobody at the port knew why.
GRAPHIC: PHOTO: The port at night.
LOAD-DATE: March 13, 2023
LANGUAGE: ENGLISH
PUBLICATION-TYPE: Newspaper
Copyright 2023 The Oslund Times Company
2 of 2 DOCUMENTS
Strait Post
March 14, 2023 Tuesday
Bridge closed for the summer
LENGTH: 20 words
The bridge is closed, the mayor said, and it will not open again before the summer.
LOAD-DATE: March 13, 2023""".split("\n")

FIELDS = (
    ("SE", ("World",)),
    ("HD", ("Ferry late again",)),
    ("BY", ("By Ada Lin",)),
    ("WC", ("123 words",)),
    ("PD", ("13 March 2023",)),
    ("SN", ("Oslund Times",)),
    ("SC", ("OSLT",)),
    ("LA", ("English",)),
    ("CY", ("Copyright 2023. The Oslund Times.",)),
    ("LP", ("The ferry was late on Monday, the harbor master said.",)),
    ("TD", ("It had been late on every day of the week.", "Nobody at the port knew why.")),
    ("NS", ("gtrans : Transport",)),
    ("AN", ("Document OSLT000020230313ej3d0001v",)),
)

OTHER = (
    ("HD", ("Bridge closed for the summer",)),
    ("WC", ("77 words",)),
    ("PD", ("14 March 2023",)),
    ("SN", ("Strait Post",)),
    ("LP", ("The bridge is closed, the mayor said, and it will not open again this year.",)),
    ("AN", ("Document STPO000020230314ej3e0002w",)),
)

LABELLESS = """Ferry late again
Ada Lin in Port Sud
877 words
13 March 2023
10:15
Oslund Times
OSLT
English
Copyright 2023 The Oslund Times Company. All Rights Reserved.

The ferry was late on Monday, the harbor master said.

It had been late on every day of the week, and nobody at the port knew why.

Document OSLT000020230313ej3d0001v

World
Bridge closed for the summer
By Jo Berg
77 words
14 March 2023
Strait Post
STPO
English
(c) 2023 Strait Post.

The bridge is closed, the mayor said, and it will not open again this year.

Document STPO000020230314ej3e0002w

Search Summary
Text
ferry
""".split("\n")


def docx(path: Path, lines: Sequence[str]) -> Path:
    """A Word document with a paragraph for every line."""
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in lines
    )
    return docx_of(path, paragraphs)


def docx_of(path: Path, body: str) -> Path:
    """A Word document with a body of one's own."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml",
            '<?xml version="1.0" encoding="UTF-8"?>'
            f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
        )
    return path


def rtf(path: Path, lines: Sequence[str]) -> Path:
    """Rich text with a paragraph for every line."""
    path.write_bytes(b"{\\rtf1\\ansi\\ansicpg1252\n" + "\\par\n".join(lines).encode() + b"}")
    return path


def coded_rtf(path: Path) -> Path:
    """A delivery of Factiva with field codes, as tables."""
    rows = "".join(
        f"\\trowd\\cellx1\\cellx2 {code}\\cell " + "\\par ".join(values) + "\\cell\\row\n"
        for fields in (FIELDS, OTHER)
        for code, values in fields
    )
    path.write_text("{\\rtf1\\ansi\n" + rows + "Search Summary\\par Text\\par ferry\\par}")
    return path


def coded_docx(path: Path) -> Path:
    """The same, with every cell a paragraph."""
    both = (*FIELDS, *OTHER)
    return docx(path, [line for code, values in both for line in (code, *values)])


def coded_html(path: Path) -> Path:
    """The same, as a page."""

    def row(code: str, values: Sequence[str]) -> str:
        if code in ("LP", "TD"):
            values = [f'<p class="articleParagraph enarticleParagraph">{v}</p>' for v in values]
        return f"<tr><td><b>{code}</b>&nbsp;</td><td>{''.join(values)}</td></tr>"

    tables = "".join(
        f'<div class="article enArticle"><table>{"".join(row(*each) for each in f)}</table></div>'
        for f in (FIELDS, OTHER)
    )
    path.write_text(f"<html><body><h1>Dow Jones Factiva</h1>{tables}</body></html>")
    return path


def running_html(path: Path) -> Path:
    """A delivery of Factiva without field codes, under an interface in German."""

    def article(title: str, number: str, text: str) -> str:
        return f"""<div id="article-{number}" class="article"><div class="article enArticle"><p></p>
<div>Foreign Desk; 1</div><div id="hd"><span class="enHeadline">{title}  </span></div>
<div class="author">By ADA LIN  </div><div>Special to the Times</div><div>877 Wörter</div>
<div>13 March 2023</div><div>Oslund Times</div><div>OSLT</div><div>Late Edition - Final</div>
<div>1</div><div>Englisch</div><div>Copyright 2023 The Company. All Rights Reserved.</div><p></p>
<p class="articleParagraph enarticleParagraph">{text}</p>
<p class="articleParagraph enarticleParagraph">Nobody at the port <b>knew</b> why.</p>
<p>Oslund Digital (Full Text)</p><p>Dokument {number}</p></div></div><br>"""

    first = article(
        "Ferry late again", "OSLT000020230313ej3d0001v", "The ferry was late on Monday."
    )
    other = article("Bridge closed", "OSLT000020230313ej3d0002w", "The bridge is closed for now.")
    page = f"<html><body><h1>Dow Jones Factiva</h1><b>Dow Jones</b>{first}{other}</body></html>"
    path.write_text(page, encoding="utf-8")
    return path
