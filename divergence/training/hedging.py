"""Train the model of cues of uncertainty on labelled sentences.

``python -m divergence.training.hedging FILE --out DIR`` reads JSON Lines with ``id`` (the document
before ``#``), ``text``, ``label`` and ``cues``, writes ``weights.json.gz`` and prints figures
cross-validated by document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np

from divergence.instruments.linear import Linear, Model, write
from divergence.instruments.uncertainty_cues import candidates
from divergence.lexicons.packaged import load as load_list
from divergence.training.command_options import command, labelled_file, out_folder, print_metrics
from divergence.training.linear_fits import Recipe, fit, folds, held_out
from divergence.types import Document, Span
from divergence.validation.hedging import LABELS, judge, score_judged
from divergence.validation.judged_sentences import JudgedSentence
from divergence.validation.labelled_rows import read_rows
from divergence.validation.parsed_rows import parsed
from divergence.validation.token_spans import token_set

# Words that are cues less often than this are not looked at, unless a list of ours has them.
SHARE = 0.02
# Below the best threshold of cross-validation (0.45), because news is more often uncertain than
# an encyclopedia and has cues that it lacks.
THRESHOLD = 0.3
CUE_THRESHOLD = 0.4
RECIPE = Recipe("logistic", strength=0.5, fewest=2)


@dataclass(frozen=True, slots=True)
class Labelled:
    """One sentence with its labelled cues, as written and as tokens."""

    document: Document
    spans: frozenset[Span]
    cues: frozenset[int]
    uncertain: bool


def labelled(path: Path) -> tuple[list[Labelled], list[str]]:
    """Read and annotate the rows of a file; the second list names each row's document."""
    rows = read_rows(path)
    documents = parsed([row.text for row in rows])
    examples = [
        Labelled(
            document,
            frozenset(row.spans("cues")),
            token_set(row.spans("cues"), document.syntax),
            row.label("label", LABELS) == "uncertain",
        )
        for row, document in zip(rows, documents, strict=True)
    ]
    return examples, [str(row.fields.get("id", row.line)).rsplit("#", 1)[0] for row in rows]


def train(examples: Sequence[Labelled]) -> Model:
    """Fit the model to sentences."""
    words = _words(examples)
    bags, labels = [], []
    for example in examples:
        for token, features in candidates(example.document, words):
            bags.append(dict.fromkeys(features, 1.0))
            labels.append(token in example.cues)
    part: Linear = fit(bags, np.array(labels, dtype=float), RECIPE)
    return Model({"cue": part}, {"sentence": THRESHOLD, "cue": CUE_THRESHOLD}, words)


def _words(examples: Sequence[Labelled]) -> Mapping[str, str]:
    """Lemmas worth a look: often cues in training, or on one of our lists."""
    seen: Counter[str] = Counter()
    cues: Counter[str] = Counter()
    tag: dict[str, str] = {}
    for example in examples:
        syntax = example.document.syntax
        seen.update(syntax.lemmas)
        for token in sorted(example.cues):
            cues[syntax.lemmas[token]] += 1
            tag.setdefault(syntax.lemmas[token], syntax.tags[token][:2])
    words = {w: tag[w] for w, n in cues.items() if n >= SHARE * seen[w] and w.isalpha()}
    for name, kinds in _LISTS.items():
        for entry in load_list(name).entries:
            if " " not in entry.term and entry.category in kinds:
                words[entry.term] = kinds[entry.category]
    return words


_LISTS = {
    "attribution_cues": {"belief": "belief", "distancing": "distance"},
    "hedges": {
        kind: "hedge:" + kind
        for kind in ("adjective", "adverb", "approximator", "modal_verb", "noun", "verb")
    },
}


def cross_validated(
    examples: Sequence[Labelled], groups: Sequence[str], *, seed: int = 0
) -> list[JudgedSentence]:
    """Judge every sentence with a model trained on other documents."""

    def judged(example: Labelled, model: Model) -> JudgedSentence:
        return judge(example.document, example.uncertain, example.spans, model)

    return held_out(examples, folds(groups, seed=seed), train, judged)


@command
@labelled_file
@out_folder
def main(file: Path, out: Path) -> None:
    """Fit the cues of uncertainty to FILE and write the weights into DIR."""
    examples, groups = labelled(file)
    target = write(train(examples), out)
    click.echo(f"{target}: {len(examples)} sentences, cross-validated by document:")
    print_metrics(score_judged(cross_validated(examples, groups)))


if __name__ == "__main__":
    main()
