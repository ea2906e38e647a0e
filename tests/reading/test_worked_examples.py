"""Small worked examples, one or a few for each inner function."""

from __future__ import annotations

from datetime import date as Date

from divergence.reading.archives.news_apis import articles_of, project_fields
from divergence.reading.boilerplate import line_key, remove_boilerplate
from divergence.reading.dates import is_ambiguous, leading_date, parse_date
from divergence.reading.draft import Draft, first_line, readable, too_long
from divergence.reading.fields import canonical_name
from divergence.reading.formats.encoding import decode
from divergence.reading.formats.frontmatter import split_front_matter
from divergence.reading.formats.html_lines import lines
from divergence.reading.formats.markdown import strip_markup
from divergence.reading.formats.rtf import to_text
from divergence.reading.formats.rtf_fonts import read_marks
from divergence.reading.headers import split_header
from divergence.reading.language import foreign_language, identify
from divergence.reading.notices import date_notice, event_notice, source_notice, unread_date
from divergence.reading.repeated_lines import find_repeated_lines
from divergence.types import Article


def test_news_apis_rows() -> None:
    assert articles_of({"response": {"status": "ok", "results": [{"webTitle": "Ferry late"}]}}) == [
        {"webTitle": "Ferry late"}
    ]
    assert articles_of({"text": "The ferry was late."}) is None


def test_news_apis_row() -> None:
    item = {
        "source": {"id": None, "name": "Strait Post"},
        "publishedAt": "2023-03-13",
        "title": "Ferry late",
        "content": "The ferry was late… [+310 chars]",
    }
    assert project_fields(item)["text"] == "The ferry was late"
    assert project_fields(item)["extent"] == "cut by the API, 310 characters are missing"


def test_boilerplate_clean() -> None:
    assert (
        repr(remove_boilerplate("The ferry was late.\n\nShare this article\n\nNobody knew why."))
        == "Cleaned(text='The ferry was late.\\n\\nNobody knew why.', "
        "removed=(Line(number=3, rule='share', text='Share this article'),))"
    )


def test_boilerplate_key() -> None:
    assert line_key("Strait Post live: all times local") == "strait post live all times local"
    assert line_key("The bridge was built in 1931.") == ""


def test_dates_leading_date() -> None:
    assert (
        repr(leading_date("March 13, 2023 Monday Late Edition - Final"))
        == "Dated(date=datetime.date(2023, 3, 13), rest='Late Edition - Final')"
    )
    assert leading_date("March came in like a lion") is None


def test_dates_parse_date() -> None:
    assert repr(parse_date("13/03/2023")) == "datetime.date(2023, 3, 13)"
    assert parse_date("03/04/2023") is None


def test_dates_two_ways() -> None:
    assert is_ambiguous("03/04/2023")
    assert not is_ambiguous("13/04/2023")
    assert not is_ambiguous("in spring")


def test_draft_readable() -> None:
    assert readable("caf\udce9.txt") == "caf�.txt"


def test_draft_first_line() -> None:
    assert first_line("Ferry Late\n\nIt was late.\n", "It was late.") == 3


def test_draft_too_long() -> None:
    assert (
        too_long(5_000_000)
        == "too long for one article: 5,000,000 characters, the limit is 1,000,000"
    )


def test_fields_canonical() -> None:
    assert canonical_name("PubDate") == "date"
    assert canonical_name("Published At") == "date"
    assert canonical_name("leaning") == "leaning"


def test_encoding_decode() -> None:
    assert decode(b"a caf\xe9 in \x93Bachmut\x94") == "a café in “Bachmut”"


def test_frontmatter_split_front_matter() -> None:
    assert (
        repr(split_front_matter("---\noutlet: 'Meridian Wire'\n---\nThe town held."))
        == "FrontMatter(fields={'source': 'Meridian Wire'}, body='The town held.')"
    )


def test_html_lines_lines() -> None:
    assert lines(
        "<table><tr><td><b>HD</b></td><td>Ferry  <i>late</i></td></tr></table><p>Rain.</p>"
    ) == ["HD\tFerry late", "Rain."]


def test_markdown_strip_markup() -> None:
    assert (
        strip_markup("**Kyiv** said [so](https://example.org), 5 * 3 times.")
        == "Kyiv said so, 5 * 3 times."
    )


def test_rtf_to_text() -> None:
    assert (
        to_text(rb"{\rtf1\ansi\ansicpg1252 A caf\'e9, \'93closed\'94, she said.}")
        == "A café, “closed”, she said."
    )
    assert (
        to_text(rb"{\rtf1\ansi\ansicpg1251 A caf\'c3\'a9, 5\u8211?6 in all.}")
        == "A café, 5–6 in all."
    )


def test_rtf_fonts_marks() -> None:
    found = read_marks(r"{\rtf1{\fonttbl{\f0\fcharset204 A;}}\f0 \'ca\'e8}")
    assert [(each.data, each.encoding) for each in found.stretches] == [(b"\xca\xe8", "cp1251")]
    assert not found.cut_off


def test_headers_split_header() -> None:
    assert split_header("date 2023-03-13 Town Holds Out Photo by AFP\n\nThe town held.").fields == {
        "date": "2023-03-13",
        "title": "Town Holds Out",
        "credit": "AFP",
    }
    assert split_header("Date palms line the road to the port.\n\nFew trucks pass.").fields == {}


def test_language_identify() -> None:
    assert identify("The council said on Monday that the bridge would stay closed.").code == "en"


def test_language_foreign() -> None:
    assert foreign_language("Le pont est fermé.") is None
    assert (
        foreign_language(
            "Le maire a dit lundi que le pont resterait fermé et que les habitants de la "
            "ville devraient attendre encore la fin des travaux prévus."
        ).code
        == "fr"
    )


def test_notices_unread_date() -> None:
    assert (
        unread_date(Article("1", "Post", "It rained.", metadata={"date": "last week"}))
        == "last week"
    )


def test_notices_of_dates() -> None:
    article = Article("a.md", "Post", "It rained.", metadata={"date": "3/4/2024"})
    assert date_notice([article]).startswith(
        "1 article has a date that was not read: a.md ('3/4/2024': two days are possible). Write"
    )


def test_notices_of_sources() -> None:
    article = Article("Post/rain.txt", "rain", "It rained.", path="Post/rain.txt")
    assert source_notice([article]).startswith(
        "1 article in a folder counts under its file's name, as it names no source: Post/rain.txt."
    )


def test_notices_of_events() -> None:
    days = Date(2024, 3, 1), Date(2024, 5, 2)
    articles = [Article(str(day), "Post", "It rained.", date=day) for day in days]
    assert event_notice(articles).startswith(
        "no article names its event, and their dates lie 62 days apart (2024-03-01 to 2024-05-02):"
    )


def test_repeated_lines_repeated() -> None:
    made = [Draft("", "post", f"Ferry {n} sank at sea.\n\nPost live coverage") for n in "abc"]
    assert repr(find_repeated_lines(made)) == "{'post': frozenset({'post live coverage'})}"
