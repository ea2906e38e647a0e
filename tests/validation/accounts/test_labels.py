"""Files of labels: what is read, what is refused, and what is left out with a caution."""

from __future__ import annotations

import gzip
import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from divergence.errors import LabelsError
from divergence.types import Span
from divergence.validation.accounts.labels import read_event, read_events
from tests.validation.accounts.ferry import HERALD, LABELS, POST, event, figure, labels, write


def changed(part: str, **fields: Any) -> dict[str, Any]:
    """The labels with fields of the first entry of a part changed; ... leaves one out."""
    parts = deepcopy(LABELS)
    entry = {**parts[part][0], **fields}
    parts[part][0] = {name: value for name, value in entry.items() if value is not ...}
    return parts


def refused(folder: Path, content: object) -> str:
    path = write(folder, content)
    with pytest.raises(LabelsError) as caught:
        read_event(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert message.endswith(".")
    return message.removeprefix(f"{path}: ")


def test_strings_become_spans(tmp_path: Path) -> None:
    read = event(tmp_path)
    assert read.cautions == ()
    first, second, third = read.entries.speech
    assert [POST[slice(*entry.cue)] for entry in (first, second) if entry.cue] == ["said", "said"]
    assert first.cue != second.cue
    assert [POST[slice(*span)] for span in second.content] == ["We are ready"]
    assert (third.speaker_kind, third.side) == ("body", "")
    assert HERALD[slice(*(read.entries.figures[2].span or ()))] == "At least 12 people"
    assert read.entries.figures[2].high is None
    assert [side.aliases for side in read.sides] == [
        ("Norport", "Lin"),
        ("The ferrymen", "ferrymen"),
    ]


def test_spans_go_before_strings(tmp_path: Path) -> None:
    parts = deepcopy(LABELS)
    parts["speech"][0] |= {"cue_span": [3, 8], "content_spans": [[0, 4], [9, 12]]}
    parts["figures"][0] |= {"span": [1, 3]}
    parts["matters"][0]["sentence_spans"] = {"p": [[0, 9]], "h": [[0, 8], [2, 4]]}
    parts["only"][0]["span"] = [4, 6]
    parts["conflicts"][0]["version_spans"] = {"p": [0, 5], "h": [1, 6]}
    read = event(tmp_path, **parts)
    assert read.entries.speech[0].cue == Span(3, 8)
    assert read.entries.speech[0].content == (Span(0, 4), Span(9, 12))
    assert read.entries.figures[0].span == Span(1, 3)
    assert read.entries.matters[0].told_in == {"p": (Span(0, 9),), "h": (Span(0, 8), Span(2, 4))}
    assert read.entries.only[0].at == ("p", Span(4, 6))
    assert read.entries.conflicts[0].versions == {"p": Span(0, 5), "h": Span(1, 6)}


def test_content_is_looked_for_near_its_cue(tmp_path: Path) -> None:
    text = "The gate is shut. " + "Rain fell. " * 70 + "Lin said: The gate is shut."
    row = {
        **LABELS["speech"][0],
        "article": "p",
        "content": "The gate is shut",
        "cue_at": "Lin said",
    }
    articles = [{"id": "p", "source": "Post", "text": text}]
    empty: dict[str, Any] = {part: [] for part in ("figures", "matters", "only", "conflicts")}
    read = event(tmp_path, articles=articles, speech=[row], **empty)
    assert read.entries.speech[0].content == (Span(len(text) - 17, len(text) - 1),)


@pytest.mark.parametrize("name", list(LABELS))
def test_a_missing_part_is_named(tmp_path: Path, name: str) -> None:
    assert f"field '{name}' is missing; expected" in refused(tmp_path, labels(**{name: None}))


@pytest.mark.parametrize("name", list(LABELS))
def test_a_part_of_another_kind_is_named(tmp_path: Path, name: str) -> None:
    assert f"field '{name}' is 7; expected" in refused(tmp_path, labels(**{name: 7}))


REQUIRED = [
    ("articles", "id source text"),
    ("speech", "article cue content speaker speaker_kind side form stance"),
    ("figures", "article text in low high bound unit subject time place claimant group"),
    ("matters", "told"),
    ("only", "article sentence weight"),
    ("conflicts", "versions weight"),
]


@pytest.mark.parametrize(
    ("part", "name"), [(part, name) for part, names in REQUIRED for name in names.split()]
)
def test_a_missing_field_is_named_with_its_entry(tmp_path: Path, part: str, name: str) -> None:
    message = refused(tmp_path, changed(part, **{name: ...}))
    assert f"field '{part}[0].{name}' is missing; expected" in message
    message = refused(tmp_path, changed(part, **{name: []}))
    assert f"field '{part}[0].{name}' is []; expected" in message


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (labels(articles=[]), "'articles' is empty"),
        (labels(speech=["said"]), "'speech[0]' is \"said\"; expected an object"),
        (changed("articles", text=" "), "'articles[0].text' is empty; expected a text"),
        (changed("articles", id="h"), "'articles[0].id' is 'h', as of another article"),
        (changed("speech", article="x"), "'speech[0].article' is 'x'; expected the id of one"),
        (changed("speech", cue_span=[4]), "'speech[0].cue_span' holds [4]; expected [start, end]"),
        (changed("speech", content_spans=[[4, 999]]), "does not lie inside the article's text"),
        (changed("speech", content_spans=[[4, True]]), "expected [start, end]"),
        (changed("figures", low=True), "'figures[0].low' is true; expected a number or null"),
        (changed("figures", span=[5, 2]), "expected 0 <= start < end <= "),
        (changed("only", weight="high"), "'only[0].weight' is \"high\"; expected a number"),
        (changed("matters", told={"p": "x"}), "'matters[0].told' has \"x\" for 'p'"),
        (changed("matters", sentence_spans={"p": 4}), "sentence_spans' has 4 for 'p'"),
        (changed("conflicts", versions={"p": 4}), "'conflicts[0].versions' has 4 for 'p'"),
        (labels(sides={"Norport": "Lin"}), "'sides' has \"Lin\" for 'Norport'; expected a list"),
        (labels(sides={"A": ["Lin"], "B": ["lin"]}), "alias 'lin' is given to both 'A' and 'B'"),
        ([LABELS], 'is [{"event"'),
    ],
)
def test_wrong_values_are_named(tmp_path: Path, content: object, said: str) -> None:
    assert said in refused(tmp_path, content)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "nothing found; expected one JSON object"),
        (b"{'event': 1}", "is not JSON ("),
        (b'{"event": "a"}\n{"event": "b"}\n', "is not JSON (Extra data: line 2"),
        (b'{"event": NaN}', "NaN is no JSON number"),
        (b"[" * 99999, "is not JSON ("),
        (b'{"event": "\\ud83d"}', "holds half of a character"),
        ('{"event": "é"}'.encode("latin-1"), "not UTF-8"),
        (json.dumps(LABELS).encode("utf-16"), "UTF-16"),
    ],
)
def test_files_that_are_no_labels(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "ferry.json"
    path.write_bytes(content)
    with pytest.raises(LabelsError) as caught:
        read_event(path)
    assert str(caught.value).startswith(str(path))
    assert said in str(caught.value)


def test_a_zipped_file_is_read_alike(tmp_path: Path) -> None:
    plain = event(tmp_path)
    zipped = tmp_path / "ferry.json.gz"
    zipped.write_bytes(gzip.compress((tmp_path / "ferry.json").read_bytes()))
    assert read_event(zipped).entries == plain.entries


@pytest.mark.parametrize(
    ("part", "fields", "said"),
    [
        ("speech", {"cue_at": "Lin sighed that"}, "'speech[0].cue_at'"),
        ("speech", {"cue": "sighed"}, "'speech[0].cue'"),
        ("speech", {"content": "13 people"}, "'speech[0].content'"),
        ("figures", {"in": "13 people"}, "'figures[0].in'"),
        ("figures", {"text": "13 people"}, "'figures[0].text'"),
        ("matters", {"told": {"p": ["No."], "h": [HERALD]}}, "'matters[0].told'"),
        ("only", {"sentence": "No."}, "'only[0].sentence'"),
        ("conflicts", {"versions": {"p": "No.", "h": "hurt"}}, "'conflicts[0].versions'"),
    ],
)
def test_what_is_not_in_the_text_is_left_out_with_a_caution(
    tmp_path: Path, part: str, fields: dict[str, Any], said: str
) -> None:
    (caution,) = read_event(write(tmp_path, changed(part, **fields))).cautions
    assert f"field {said} is not in the text of article 'p'; it was left out" in caution


def test_an_article_that_is_not_there_is_left_out_with_a_caution(tmp_path: Path) -> None:
    told = {"p": [POST], "x": ["No."]}
    read = read_event(write(tmp_path, changed("matters", told=told)))
    assert list(read.entries.matters[0].told_in) == ["p"]
    assert "'matters[0].told' names article 'x', which the file does not have" in read.cautions[0]


def test_equal_sources_are_told_apart_with_a_caution(tmp_path: Path) -> None:
    read = read_event(write(tmp_path, changed("articles", source="Herald")))
    assert [article.source for article in read.articles] == ["Herald (p)", "Herald (h)"]
    assert "2 articles have the source 'Herald'" in read.cautions[0]


def test_one_article_has_nothing_to_be_compared_with(tmp_path: Path) -> None:
    alone = event(
        tmp_path,
        articles=LABELS["articles"][:1],
        speech=[],
        figures=[figure("p", "12 people", "12 people", 12)],
        matters=[],
        only=[],
        conflicts=[],
    )
    assert "has one article; what several articles tell cannot be scored" in alone.cautions[0]


def test_an_event_stands_in_one_file(tmp_path: Path) -> None:
    first, second = (write(tmp_path, LABELS, name) for name in ("a.json", "b.json"))
    with pytest.raises(LabelsError, match=r"field 'event' is 'ferry', as in .*a\.json; give each"):
        read_events([first, second])
    with pytest.raises(LabelsError, match="give each event once"):
        read_events([first, first])
