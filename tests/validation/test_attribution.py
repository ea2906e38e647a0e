"""Scores of attributions against labels, on hand-made documents and counts made by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from divergence.errors import LabelsError
from divergence.types import Attribution, Document, Span, Speaker
from divergence.validation.attribution import TokenSets, count, dice, matched, score_attribution
from divergence.validation.attribution_rows import (
    GoldArticle,
    GoldAttribution,
    read_attributions,
)
from divergence.validation.ratio_metrics import Part, ratio_score

WORDS = "the mayor said that rain fell . snow fell , Ada added ."


def said(source: Span | None, cue: Span | None, *content: Span, kind: str = "role") -> Attribution:
    speaker = Speaker(source, "", kind, None)  # type: ignore[arg-type]
    return Attribution(speaker, cue, "", "neutral", content, "indirect", 0)


@pytest.fixture
def document(make_document: Callable[..., Document]) -> Document:
    tags = "DT NN VBD IN NN VBD . NN VBD , NNP VBD ."
    return make_document(WORDS, tags=tags)


def gold(document: Document, *labels: tuple[Span, Span, Span]) -> GoldArticle:
    """Labels given as token spans: source, cue, content; an empty span is none."""

    def characters(span: Span) -> tuple[Span, ...]:
        return (document.characters(span),) if span.end > span.start else ()

    found = [GoldAttribution(*(characters(part) for part in label)) for label in labels]
    return GoldArticle(document.text, tuple(found))


FIRST = (Span(0, 2), Span(2, 3), Span(3, 6))
SECOND = (Span(10, 11), Span(11, 12), Span(7, 9))


def test_perfect_agreement(document: Document) -> None:
    found = [said(source, cue, content) for source, cue, content in (FIRST, SECOND)]
    parts = count(gold(document, FIRST, SECOND), replace(document, attributions=tuple(found)))
    shares = {name: part.above / part.below for name, part in parts.items()}
    assert shares.pop("unknown_share") == 0
    assert set(shares.values()) == {1.0}


def test_counts_by_hand(document: Document) -> None:
    # Content of three tokens against two of them: Dice 0.8. The second one is missed, a third
    # with an unknown speaker is made up.
    found = (
        said(Span(1, 2), Span(2, 3), Span(4, 6)),
        said(None, None, Span(9, 10), kind="unknown"),
    )
    parts = count(gold(document, FIRST, SECOND), replace(document, attributions=found))
    assert parts["source_f1"] == Part(2 * 1, 3 + 1)
    assert parts["cue_f1"] == Part(2 * 1, 2 + 1)
    assert parts["content_f1"] == Part(2 * 2, 5 + 3)
    assert parts["detected_f1"] == Part(2 * 1, 2 + 2)
    assert parts["detected_precision"] == parts["detected_recall"] == Part(1, 2)
    assert parts["speaker_accuracy"] == Part(1, 1)
    assert parts["unknown_share"] == Part(1, 2)


def test_an_article_in_common_is_not_the_same_speaker(document: Document) -> None:
    found = (said(Span(0, 1), Span(2, 3), Span(3, 6)),)
    parts = count(gold(document, FIRST), replace(document, attributions=found))
    assert parts["speaker_accuracy"] == Part(0, 1)


def test_a_label_without_source_says_nothing_about_speakers(document: Document) -> None:
    found = (said(None, Span(2, 3), Span(3, 6), kind="unknown"),)
    label = (Span(0, 0), Span(2, 3), Span(3, 6))
    parts = count(gold(document, label), replace(document, attributions=found))
    assert parts["speaker_accuracy"] == Part(0, 0)
    assert parts["detected_f1"] == Part(2, 2)


def test_a_token_that_a_span_touches_is_in_it(document: Document) -> None:
    label = GoldAttribution((Span(5, 7),), (), ())  # "ay" of "mayor"
    found = (said(Span(1, 2), None, Span(3, 6)),)
    parts = count(GoldArticle(document.text, (label,)), replace(document, attributions=found))
    assert parts["source_f1"] == Part(2, 2)


def test_matching_is_one_to_one_and_takes_the_best_sum() -> None:
    def content(*tokens: int) -> TokenSets:
        return TokenSets(frozenset(), frozenset(), frozenset(tokens))

    labelled = [content(1, 2, 3, 4), content(5, 6)]
    found = [content(1, 2, 3, 4, 5, 6), content(1, 2, 3)]
    # The first found is nearer to the first label (0.8) than to the second (0.5), but giving it to
    # the second lets both be matched: 0.857 + 0.5 > 0.8.
    pairs = matched(labelled, found)
    assert pairs == [(labelled[0], found[1]), (labelled[1], found[0])]
    assert matched(labelled, []) == []
    assert matched([content(1, 2, 3, 4)], [content(1)]) == []


def test_dice_of_nothing_is_nothing() -> None:
    assert dice(frozenset(), frozenset()) == 0.0


def test_ratio_of_sums_and_its_interval() -> None:
    score = ratio_score([{"share": Part(0, 1)}] * 5 + [{"share": Part(3, 3)}] * 5)
    assert score.n == 10
    assert score.metrics["share"] == 15 / 20
    low, high = score.intervals["share"]
    assert 0.3 < low < 0.75 < high <= 1.0
    assert ratio_score([{"share": Part(0, 0)}]).metrics["share"] != 0  # nan, never 0
    assert ratio_score([]).metrics == {}


def written(path: Path, *rows: object) -> Path:
    target = path / "rows.jsonl"
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    target.write_text("\n".join(lines), encoding="utf-8")
    return target


GOOD = {
    "text": "Ada said no.",
    "attributions": [{"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 11]]}],
}


def label(**changes: object) -> dict[str, object]:
    return {"text": "Ada said no.", "attributions": [{**GOOD["attributions"][0], **changes}]}  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("row", "said_of_it"),
    [
        ("{", "not JSON"),
        ([1], "expected one JSON object a line"),
        ({"attributions": []}, "field 'text' is missing; expected a text"),
        ({"text": 3, "attributions": []}, "field 'text' is 3; expected a text"),
        ({"text": "a"}, "field 'attributions' is missing; expected a list"),
        (
            {"text": "a", "attributions": ["b"]},
            "'attributions[0]' is no object; expected an object",
        ),
        (label(cue=None), "field 'attributions[0].cue' is null; expected a list of [start, end]"),
        (label(source=[[0]]), "field 'attributions[0].source' holds [0]; expected [start, end]"),
        (label(source=[[0, 1.5]]), "two whole numbers"),
        (label(content=[[0, 99]]), "[0, 99], which does not lie inside the text"),
        (label(content=[[3, 3]]), "[3, 3], which does not lie inside the text"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, row: object, said_of_it: str) -> None:
    with pytest.raises(LabelsError) as error:
        list(read_attributions(written(tmp_path, GOOD, row)))
    assert "line 2" in str(error.value)
    assert said_of_it in str(error.value)


def test_a_file_without_rows_and_one_that_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(LabelsError, match="no row found"):
        list(read_attributions(written(tmp_path, "")))
    (tmp_path / "b.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LabelsError, match="UTF-16"):
        list(read_attributions(tmp_path / "b.jsonl"))


def test_from_raw_text(tmp_path: Path) -> None:
    text = "Minister Ada Lin said that the bridge was open."
    spans = {"source": [[0, 16]], "cue": [[17, 21]], "content": [[22, 46]]}
    score = score_attribution(written(tmp_path, {"text": text, "attributions": [spans]}))
    assert score.metrics["detected_f1"] == 1.0
    assert score.metrics["speaker_accuracy"] == 1.0
    assert set(score.intervals) == set(score.metrics)
