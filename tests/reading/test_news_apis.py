"""Answers of newspapers' APIs, in their documented shapes and in broken ones."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from divergence.reading import read
from divergence.reading.archives import news_apis
from divergence.reading.draft import Unreadable
from divergence.types import Corpus

TEXT = "The ferry was late on Monday, the harbor master said. Nobody at the port knew why."


def answered(folder: Path, answer: Any) -> Corpus:
    path = folder / "answer.json"
    path.write_text(json.dumps(answer), encoding="utf-8")
    return read(path)


def test_article_search(tmp_path: Path) -> None:
    doc = {
        "_id": "nyt://article/1", "web_url": "https://times.example/1", "abstract": "A ferry.",
        "lead_paragraph": TEXT, "source": "The New York Times",
        "headline": {"main": "Ferry late again", "kicker": None},
        "byline": {"original": "By Ada Lin", "person": []}, "pub_date": "2023-03-13T10:00:03+0000",
        "section_name": "World", "multimedia": [], "keywords": [{"name": "glocations"}],
    }  # fmt: skip
    corpus = answered(
        tmp_path, {"status": "OK", "copyright": "c", "response": {"docs": [doc], "meta": {}}}
    )
    (article,) = corpus.articles
    assert (article.id, article.source, article.title, article.date, article.url) == (
        "nyt://article/1", "The New York Times", "Ferry late again", date(2023, 3, 13),
        "https://times.example/1",
    )  # fmt: skip
    assert article.text == TEXT
    assert article.metadata == {
        "section": "World", "author": "Ada Lin", "extent": "lead paragraph only",
    }  # fmt: skip


@pytest.mark.parametrize("single", [False, True])
@pytest.mark.parametrize(
    "fields",
    [
        {"bodyText": TEXT, "byline": "Ada Lin", "publication": "The Observer"},
        {"body": f"<p>{TEXT}</p><figure></figure>", "byline": "Ada Lin",
         "publication": "The Observer"},
    ],
)  # fmt: skip
def test_open_platform(tmp_path: Path, fields: dict[str, str], single: bool) -> None:
    item = {
        "id": "world/2023/mar/13/ferry", "type": "article", "sectionId": "world",
        "sectionName": "World news", "webPublicationDate": "2023-03-13T12:00:00Z",
        "webTitle": "Ferry late again", "webUrl": "https://guardian.example/1", "fields": fields,
    }  # fmt: skip
    held = {"content": item} if single else {"total": 1, "results": [item]}
    (article,) = answered(tmp_path, {"response": {"status": "ok", **held}}).articles
    assert (article.source, article.title, article.date, article.text) == (
        "The Observer", "Ferry late again", date(2023, 3, 13), TEXT,
    )  # fmt: skip
    assert article.metadata == {"section": "World news", "author": "Ada Lin", "type": "article"}


def test_open_platform_without_the_text(tmp_path: Path) -> None:
    item = {"id": "world/1", "webTitle": "Ferry late", "fields": {"byline": "Ada Lin"}}
    (rejection,) = answered(tmp_path, {"response": {"results": [item]}}).rejections
    assert rejection.reason == (
        "no field holds the text (fields found: id, webTitle, fields.byline)"
    )
    assert "show-fields=bodyText" in rejection.remedy


def test_news_api(tmp_path: Path) -> None:
    def item(**changed: Any) -> dict[str, Any]:
        return {
            "source": {"id": None, "name": "Strait Post"}, "author": None, "title": "Ferry late",
            "description": "d", "url": "https://post.example", "urlToImage": None,
            "publishedAt": "2023-03-13T10:00:00Z", "content": TEXT, **changed,
        }  # fmt: skip

    corpus = answered(
        tmp_path,
        {
            "status": "ok",
            "totalResults": 5,
            "articles": [
                item(content="The ferry was late on Monday, the har… [+1,310 chars]"),
                item(content=None),
                item(),
                item(),
                None,
                item(source=None, content="Rain fell on the strait all day.", author="Jo Berg"),
            ],
        },
    )
    assert corpus.n_in == 6
    cut, whole, sourceless = corpus.articles
    assert (cut.source, cut.title, cut.date) == ("Strait Post", "Ferry late", date(2023, 3, 13))
    assert cut.text == "The ferry was late on Monday, the har"
    assert cut.metadata["extent"] == "cut by the API, 1,310 characters are missing"
    assert whole.text == TEXT
    assert "extent" not in whole.metadata
    assert (sourceless.source, sourceless.metadata["author"]) == ("answer", "Jo Berg")
    assert [(each.path, each.reason.split(" (")[0]) for each in corpus.rejections] == [
        ("answer.json:2", "no field holds the text"),
        ("answer.json:4", "same text as answer.json:3, from the same source"),
        ("answer.json:5", "not a JSON object"),
    ]


@pytest.mark.parametrize(
    "answer",
    [
        {"totalArticles": 1, "articles": [{"title": "Ferry late", "content": TEXT,
         "publishedAt": "2023-03-13T10:00:00Z", "source": {"name": "Strait Post", "url": "u"}}]},
        {"status": "success", "results": [{"title": "Ferry late", "content": TEXT, "source_id":
         "Strait Post", "creator": ["Ada Lin"], "pubDate": "2023-03-13 10:00:00",
         "category": ["world"]}]},
        {"articles": {"results": [{"title": "Ferry late", "body": TEXT, "lang": "eng", "date":
         "2023-03-13", "source": {"uri": "post.example", "title": "Strait Post"}}], "pages": 1}},
        [{"title": "Ferry late", "content": TEXT, "publishedAt": "2023-03-13",
          "source": {"name": "Strait Post"}}],
    ],
)  # fmt: skip
def test_answers_of_similar_services(tmp_path: Path, answer: Any) -> None:
    (article,) = answered(tmp_path, answer).articles
    assert (article.source, article.title, article.date, article.text) == (
        "Strait Post", "Ferry late", date(2023, 3, 13), TEXT,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ({"fault": {"faultstring": "Invalid ApiKey", "detail": {}}}, "Invalid ApiKey"),
        ({"status": "error", "code": "apiKeyInvalid", "message": "Your key is wrong."},
         "an error: Your key is wrong."),
        ({"response": {"status": "error", "message": "not found"}}, "an error: not found"),
        ({"message": "Unauthorized"}, "an error: Unauthorized"),
        ({"errors": ["You did not give a key"]}, "You did not give a key"),
        ({"status": "ok", "totalResults": 0, "articles": []}, "holds no articles"),
        ({"status": "OK", "response": {"docs": [], "meta": {"hits": 0}}}, "holds no articles"),
        ({"status": "ok"}, "no field holds the text"),
    ],
)  # fmt: skip
def test_errors_and_empty_answers(tmp_path: Path, answer: Any, reason: str) -> None:
    corpus = answered(tmp_path, answer)
    assert corpus.articles == ()
    assert reason in corpus.rejections[0].reason
    assert corpus.rejections[0].remedy


def test_missing_fields_are_named(tmp_path: Path) -> None:
    docs = [{"webTitle": "Ferry late", "fields": None}, {"headline": {"main": None}, "pub_date": 3}]
    corpus = answered(tmp_path, {"response": {"status": "ok", "results": docs}})
    assert corpus.articles == ()
    assert [each.path for each in corpus.rejections] == ["answer.json:1", "answer.json:2"]
    assert all("no field holds the text" in each.reason for each in corpus.rejections)


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["response", "docs", "articles", "status", "headline", "fields", "body",
                             "source", "content", "webTitle", "pub_date", "publishedAt", "fault",
                             "category", "creator", "text", "byline", "message"]),
            inner, max_size=4,
        ),
    ),
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(["response", "articles", "status", "fault"]), JSON))
def test_no_answer_is_too_odd(answer: dict[str, Any]) -> None:
    try:
        rows = news_apis.articles_of(answer)
    except Unreadable:
        return
    for row in rows or ():
        if isinstance(row, dict):
            assert news_apis.project_fields(row) is not None
