"""Rebuild the ranker of antecedents, in one command.

``python -m divergence.training.antecedents TEXTS.jsonl... [--accounts EVENT.json]... --out DIR``

The model is a conditional logit over the chains read before a pronoun and "none of them". What is
right is taken from marked chains, read with our own parse, and from the speakers that readers of
news named. Texts are read twice: once on by the labels, once on by what the first round learned, so
that the model meets its own mistakes. About five minutes on one core for 121 texts and 42 articles.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import click
import numpy as np

from divergence.counting.tally import Floats
from divergence.text.attributions.extraction import find_attribution_drafts, with_reported_speech
from divergence.text.attributions.quotations import find_quotations
from divergence.text.attributions.speaking_phrases import speaking_tokens
from divergence.text.dependency_tree import Tree
from divergence.text.entities.antecedents import (
    KINDS,
    WEIGHTS,
    Place,
    Ranks,
    Spoken,
    Weights,
    by_feature,
    describe,
    name_of,
    open_features,
    rank_candidates,
)
from divergence.text.entities.chains import Chain
from divergence.text.entities.coreference import PLAIN, canonical_name, read, reading_of
from divergence.text.entities.mentions import detect_mentions
from divergence.text.syntax import parse
from divergence.training.command_options import FILE, command, labelled_files, out_folder
from divergence.types import Span
from divergence.validation.accounts.entries import SpeechEntry
from divergence.validation.accounts.labels import read_event
from divergence.validation.accounts.matching import overlap
from divergence.validation.accounts.same_wording import same_speaker
from divergence.validation.entities.rows import GoldText, read_entities

# Speakers of news are what the ranker is for, and few of them are labelled.
NEWS_WEIGHT = 2.0
PENALTY = 3.0
FEWEST = 3
UNKNOWN = "unknown"

# Right answers for the pronoun at a token among chains; None where nothing is known of it.
Judge = Callable[[int, Sequence[Chain]], set[int] | None]


@dataclass(frozen=True, slots=True)
class Choice:
    """A pronoun: features of each chain and at last of none, and which of them are right."""

    options: tuple[tuple[str, ...], ...]
    right: frozenset[int]
    group: str
    weight: float = 1.0


def choices(
    text: str, judge_of: Callable[[Tree], Judge], group: str, weights: Weights | None = None
) -> list[Choice]:
    """Read a text, and give every pronoun that is judged with what it might stand for.

    With weights the text is read on by them, and not by the labels.
    """
    syntax = parse(text)
    tree = Tree.of(text, syntax)
    quotations = find_quotations(text, syntax)
    drafts = find_attribution_drafts(tree, quotations, notion="reported")
    quotations = with_reported_speech(quotations, drafts)
    reading = reading_of(tree, quotations)
    judge = judge_of(tree)
    made: list[Choice] = []

    def choose(pronoun: int, near: list[Chain], spoken: Spoken) -> tuple[Chain | None, float]:
        """Keep what the model would see, and read on."""
        right = judge(pronoun, near)
        if right is not None:
            ranks, place = Ranks.of(reading, near, spoken), Place.of(reading, pronoun)
            options = [tuple(map(name_of, describe(reading, place, c, ranks))) for c in near]
            options.append(tuple(map(name_of, open_features(reading, pronoun))))
            made.append(Choice(tuple(options), frozenset(right or {len(near)}), group))
        if weights is not None:
            chance, chain = rank_candidates(reading, pronoun, near, spoken, weights)[0]
            return (chain if chance >= PLAIN else None), chance
        if not right:
            return None, 0.0
        return max((near[n] for n in right), key=lambda c: c.read[-1].head), 1.0

    read(tree, detect_mentions(tree), reading, partial(speaking_tokens, tree, drafts), choose)
    return made


def marked_judge(gold: GoldText, tree: Tree) -> Judge:
    """Judge by chains that people marked: which chains hold mentions of the pronoun's own."""
    of_head: dict[int, int] = {}
    for mention in sorted(gold.mentions(tree.syntax), key=lambda m: m.tokens.start - m.tokens.end):
        of_head[tree.head_of(mention.tokens)] = mention.chain

    def judge(pronoun: int, near: Sequence[Chain]) -> set[int] | None:
        if pronoun not in of_head:
            return set()
        wanted = of_head[pronoun]
        return {n for n, chain in enumerate(near) if _is_of(chain, wanted, of_head)}

    return judge


def _is_of(chain: Chain, wanted: int, of_head: dict[int, int]) -> bool:
    """Whether a chain is mostly a marked one, and is so still."""
    marked = [of_head[m.head] for m in chain.read if m.head in of_head]
    lately = [of_head.get(m.head) for m in chain.read[-3:]]
    return bool(marked) and marked.count(wanted) * 2 >= len(marked) and wanted in lately


def speaker_judge(speech: Sequence[SpeechEntry], tree: Tree) -> Judge:
    """Judge by the speakers that readers named: which chains go by such a name."""
    syntax = tree.syntax
    quotations = find_quotations(tree.text, syntax)
    wanted: dict[int, str] = {}
    for draft in find_attribution_drafts(tree, quotations, notion="reported"):
        head = draft.speaker_head
        if head is None or draft.cue is None or syntax.words[head].lower() not in KINDS:
            continue
        cue = Span(syntax.starts[draft.cue.start], syntax.ends[draft.cue.end - 1])
        label = next((entry for entry in speech if entry.cue and overlap(entry.cue, cue)), None)
        if label is not None:
            wanted[head] = label.speaker

    def judge(pronoun: int, near: Sequence[Chain]) -> set[int] | None:
        if pronoun not in wanted:
            return None
        if wanted[pronoun] == UNKNOWN:
            return set()
        return {
            number
            for number, chain in enumerate(near)
            if same_speaker(wanted[pronoun], canonical_name(tree, chain))
        }

    return judge


def marked_choices(path: Path, weights: Weights | None = None) -> Iterator[Choice]:
    """Pronouns of a file of texts with marked chains."""
    for gold in read_entities(path):
        yield from choices(gold.text, partial(marked_judge, gold), f"{path}:{gold.line}", weights)


def news_choices(path: Path, weights: Weights | None = None) -> Iterator[Choice]:
    """Pronouns that speak in the articles of a labelled event."""
    event = read_event(path)
    for article in event.articles:
        speech = [entry for entry in event.entries.speech if entry.article == article.id]
        for choice in choices(article.text, partial(speaker_judge, speech), event.name, weights):
            yield replace(choice, weight=NEWS_WEIGHT)


def learn(texts: Sequence[Path], events: Sequence[Path]) -> dict[str, float]:
    """Fit the weights in two rounds."""

    def gather(weights: Weights | None) -> list[Choice]:
        """All pronouns, read on by labels or by weights."""
        marked = [choice for path in texts for choice in marked_choices(path, weights)]
        return marked + [choice for path in events for choice in news_choices(path, weights)]

    first = gather(None)
    return fit([*first, *gather(by_feature(fit(first)))])


def fit(given: Sequence[Choice], *, penalty: float = PENALTY) -> dict[str, float]:
    """Fit the weights: the likelihood of the right answers, with a quadratic penalty."""
    from scipy.optimize import minimize
    from scipy.sparse import csr_matrix

    counts = Counter(f for choice in given for option in choice.options for f in set(option))
    names = sorted(name for name, n in counts.items() if n >= FEWEST)
    place = {name: number for number, name in enumerate(names)}
    options = [option for choice in given for option in choice.options]
    pairs = [(row, place[f]) for row, option in enumerate(options) for f in option if f in place]
    rows, columns = (np.array(part) for part in zip(*pairs, strict=True))
    matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(options), len(names)))
    sizes = np.array([len(choice.options) for choice in given])
    firsts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    owner = np.repeat(np.arange(len(given)), sizes)
    right = np.array([n in c.right for c in given for n in range(len(c.options))])
    weight = np.array([choice.weight for choice in given])

    def loss(weights: Floats) -> tuple[float, Floats]:
        """Penalised negative log-likelihood and its gradient."""
        scores = matrix @ weights
        scores = scores - np.maximum.reduceat(scores, firsts)[owner]
        odds = np.exp(scores)
        total = np.add.reduceat(odds, firsts)
        good = np.add.reduceat(np.where(right, odds, 0.0), firsts)
        excess = odds / total[owner] - np.where(right, odds / good[owner], 0.0)
        value = float(((np.log(total) - np.log(good)) * weight).sum())
        gradient = matrix.T @ (excess * weight[owner]) + penalty * weights
        return value + 0.5 * penalty * float(weights @ weights), gradient

    solved = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    return {
        name: round(float(value), 3)
        for name, value in zip(names, solved.x, strict=True)
        if abs(value) >= 0.0005
    }


@command
@labelled_files
@click.option("--accounts", multiple=True, type=FILE, help="Labelled events.")
@out_folder
def main(files: tuple[Path, ...], accounts: tuple[Path, ...], out: Path) -> None:
    """Train on marked chains and labelled speakers, and write the weights to a folder."""
    weights = learn(files, accounts)
    out.mkdir(parents=True, exist_ok=True)
    target = out / WEIGHTS.name
    target.write_text(json.dumps(weights, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    click.echo(f"{len(weights)} weights in {target}")


if __name__ == "__main__":
    main()
