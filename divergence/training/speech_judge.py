"""Rebuild the judge of attributions from labelled accounts, in one command.

``python -m divergence.training.speech_judge ACCOUNTS.json... --articles TRAIN.jsonl.gz --out DIR``

Learns from every candidate of the labelled accounts, and from cues of the articles that the tagger
was trained on which the judge was least sure of (``judged_cues.json``: line of the file, characters
of the cue, whether a reader who follows the guide of the accounts would label it). Prints what it
finds in each event when it has learned from the others, and writes ``judge.json``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import click
import numpy as np

from divergence.text.attributions.extraction import find_candidates
from divergence.text.attributions.judge import WEIGHTS, log_odds
from divergence.text.attributions.judge_features import Candidate, JudgedText, features
from divergence.text.attributions.quotations import find_quotations
from divergence.text.dependency_tree import Tree
from divergence.text.syntax import parse_many
from divergence.training.command_options import FILE, command, labelled_files, out_folder
from divergence.types import Span
from divergence.validation.accounts.entries import SpeechEntry
from divergence.validation.accounts.labels import read_event
from divergence.validation.accounts.matching import overlap
from divergence.validation.attribution_rows import read_attributions

JUDGED_CUES = WEIGHTS.with_name("judged_cues.json")
JUDGED_SENTENCES = WEIGHTS.with_name("judged_sentences.txt")
_MARKED = re.compile(r"\[([^]]+)\]([+-])")
# Inverse of the penalty, and what a further cue weighs beside a candidate of an account: these and
# the lift were compared in five runs on folds by event, and hardly differ (F1 0.877 to 0.884).
STRENGTH = 0.6
WEIGHT_OF_ARTICLES = 0.7
# Judged cues were picked among the doubtful ones, most of which are none: too strict by so much.
LIFT = 0.25
# A feature of one text alone may be that text's peculiarity.
FEWEST_TEXTS = 2


@dataclass(frozen=True, slots=True)
class Judged:
    """One candidate: the event and text it is of, what is known of it, and what a reader says."""

    event: str
    text: str
    features: Mapping[str, float]
    labelled: bool


def candidates_of(texts: Sequence[str]) -> Iterator[tuple[JudgedText, list[Candidate]]]:
    """Parse texts and find what may be an attribution in each."""
    for text, syntax in zip(texts, parse_many(texts), strict=True):
        yield find_candidates(Tree.of(text, syntax), find_quotations(text, syntax))


def read_accounts(paths: Iterable[Path]) -> Iterator[Judged]:
    """Read the candidates of labelled accounts; where a label has no cue, none is learned from."""
    for event in map(read_event, paths):
        read = candidates_of([article.text for article in event.articles])
        for article, (text, candidates) in zip(event.articles, read, strict=True):
            speech = [entry for entry in event.entries.speech if entry.article == article.id]
            yield from _judged(event.name, article.id, speech, text, candidates)


def _judged(
    event: str,
    article: str,
    speech: Sequence[SpeechEntry],
    text: JudgedText,
    candidates: Sequence[Candidate],
) -> Iterator[Judged]:
    characters = [_characters(text, candidate.cue) for candidate in candidates]
    right: set[int] = set()
    for cue in (entry.cue for entry in speech if entry.cue):
        shared = [(overlap(cue, span), -n) for n, span in enumerate(characters) if n not in right]
        most, place = max(shared, default=(0, 0))
        if most > 0:
            right.add(-place)
    without_cue = [part for entry in speech if not entry.cue for part in entry.content]
    for n, candidate in enumerate(candidates):
        parts = [_characters(text, part) for part in candidate.content]
        if n not in right and any(overlap(a, b) for a in without_cue for b in parts):
            continue
        yield Judged(event, article, dict(features(text, candidate)), n in right)


def _characters(text: JudgedText, tokens: Span) -> Span:
    syntax = text.tree.syntax
    return Span(syntax.starts[tokens.start], syntax.ends[tokens.end - 1])


def read_judged_cues(articles: Path, judged_cues: Path = JUDGED_CUES) -> Iterator[Judged]:
    """Read the cues of further articles that were judged one by one."""
    rows = json.loads(judged_cues.read_text(encoding="utf-8"))
    labels = {
        line: {(start, end): bool(label) for _, start, end, label in group}
        for line, group in groupby(rows, key=lambda row: row[0])
    }
    texts = {a.line: a.text for a in read_attributions(articles) if a.line in labels}
    for line, (text, candidates) in zip(texts, candidates_of([*texts.values()]), strict=True):
        for candidate in candidates:
            label = labels[line].get(_characters(text, candidate.cue))
            if label is not None:
                yield Judged("", str(line), dict(features(text, candidate)), label)


def read_judged_sentences(path: Path = JUDGED_SENTENCES) -> Iterator[Judged]:
    """Read invented sentences with marked cues; a cue that is no candidate is left out."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    texts = [_MARKED.sub(r"\1", line) for line in lines]
    for line, (text, candidates) in zip(lines, candidates_of(texts), strict=True):
        marks = {}
        for number, mark in enumerate(_MARKED.finditer(line)):
            start = mark.start() - 3 * number
            marks[Span(start, start + len(mark[1]))] = mark[2] == "+"
        for candidate in candidates:
            cue = _characters(text, candidate.cue)
            for marked, label in marks.items():
                if overlap(cue, marked):
                    yield Judged("", line, dict(features(text, candidate)), label)


def learn(rows: Sequence[Judged]) -> dict[str, float]:
    """Fit the model to judged candidates: features of two texts or more, and a bias."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    texts: dict[str, set[str]] = {}
    for row in rows:
        for name in row.features:
            texts.setdefault(name, set()).add(row.text)
    known = {name for name, where in texts.items() if len(where) >= FEWEST_TEXTS}
    vectorizer = DictVectorizer(sparse=False)
    inputs = vectorizer.fit_transform(
        [{name: value for name, value in row.features.items() if name in known} for row in rows]
    )
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=1000)
    shares = [1.0 if row.event else WEIGHT_OF_ARTICLES for row in rows]
    model.fit(inputs, [row.labelled for row in rows], sample_weight=shares)
    names = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    return {"bias": round(float(model.intercept_[0]) + LIFT, 3)} | {
        str(name): round(float(weight), 3) for name, weight in names if abs(weight) >= 0.0005
    }


def cross_validate(accounts: Sequence[Judged], further: Sequence[Judged]) -> tuple[int, int, int]:
    """Count candidates kept rightly, kept, and labelled, each event judged by the others."""
    kept_rightly = kept = 0
    for event in sorted({row.event for row in accounts}):
        weights = learn([row for row in accounts if row.event != event] + [*further])
        for row in accounts:
            if row.event == event:
                likely = log_odds(row.features.items(), weights) > 0
                kept += likely
                kept_rightly += likely and row.labelled
    return kept_rightly, kept, sum(row.labelled for row in accounts)


@command
@labelled_files
@out_folder
@click.option("--articles", type=FILE, required=True, help="Articles that the tagger learned from.")
@click.option("--check/--no-check", default=True, help="Cross-validate by event first.")
def main(files: tuple[Path, ...], out: Path, articles: Path, check: bool) -> None:
    """Learn from labelled accounts FILES and from judged cues of ARTICLES; write into DIR."""
    accounts = list(read_accounts(files))
    further = [*read_judged_cues(articles), *read_judged_sentences()]
    click.echo(f"{len(accounts)} candidates of accounts, {len(further)} judged cues")
    if check:
        rightly, kept, labelled = cross_validate(accounts, further)
        share = np.divide(rightly, kept)
        click.echo(f"precision {share:.3f}, recall among candidates {rightly / labelled:.3f}")
    out.mkdir(parents=True, exist_ok=True)
    weights = json.dumps(learn([*accounts, *further]), indent=0, sort_keys=True)
    (out / "judge.json").write_text(weights + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
