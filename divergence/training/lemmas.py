"""Learn which lemma a word with a tag has, and which endings give it away."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from divergence.text.lemmas import LONGEST_ENDING, PROPER_TAGS, LemmaTable, find_lemma
from divergence.text.normalize import clean, word_form
from divergence.validation.conllu import GoldSentence

MIN_WORDS_BEHIND_RULE = 2

Change = tuple[int, str]


def learn_lemmas(sentences: Iterable[GoldSentence]) -> LemmaTable:
    """Learn endings from every word, and keep whole words where the endings go wrong.

    Parameters
    ----------
    sentences : iterable of GoldSentence
        Treebank sentences with lemmas.

    Returns
    -------
    LemmaTable
        The most frequent lemma of every word seen is what the table gives back.
    """
    words: dict[str, dict[str, str]] = {}
    endings: dict[str, dict[str, Change]] = {}
    for tag, lemmas in sorted(_usual_lemmas(sentences).items()):
        endings[tag] = _endings(lemmas)
        rules = LemmaTable({}, {tag: endings[tag]})
        words[tag] = {
            word: lemma for word, lemma in lemmas.items() if find_lemma(rules, word, tag) != lemma
        }
    return LemmaTable(words, endings)


def write_lemmas(table: LemmaTable, path: Path) -> None:
    """Write a table as JSON that :mod:`divergence.text.lemmas` reads."""
    text = json.dumps(table._asdict(), ensure_ascii=False, sort_keys=True, indent=0)
    path.write_text(text + "\n", encoding="utf-8")


def _usual_lemmas(sentences: Iterable[GoldSentence]) -> dict[str, dict[str, str]]:
    counts: defaultdict[str, defaultdict[str, Counter[str]]]
    counts = defaultdict(lambda: defaultdict(Counter))
    for sentence in sentences:
        for form, lemma, tag in zip(sentence.forms, sentence.lemmas, sentence.tags, strict=True):
            if "_" not in (form, lemma) and tag != "GW":
                counts[tag][_key(form, tag)][_key(lemma, tag)] += 1
    return {
        tag: {
            word: max(sorted(lemmas), key=lemmas.__getitem__)
            for word, lemmas in sorted(of_tag.items())
        }
        for tag, of_tag in counts.items()
    }


def _key(form: str, tag: str) -> str:
    normal = word_form(clean(form))
    return normal if tag in PROPER_TAGS else normal.lower()


def _endings(lemmas: dict[str, str]) -> dict[str, Change]:
    seen: defaultdict[str, Counter[Change]] = defaultdict(Counter)
    for word, lemma in lemmas.items():
        same = 0
        while same < min(len(word), len(lemma)) and word[same] == lemma[same]:
            same += 1
        change = (len(word) - same, lemma[same:])
        for length in range(change[0], min(len(word) - 1, LONGEST_ENDING) + 1):
            seen[word[len(word) - length :]][change] += 1
    kept: dict[str, Change] = {}
    for ending in sorted(seen, key=lambda name: (len(name), name)):
        change = max(sorted(seen[ending]), key=seen[ending].__getitem__)
        enough = seen[ending][change] >= MIN_WORDS_BEHIND_RULE or not ending
        if enough and change != _inherited(kept, ending):
            kept[ending] = change
    return kept


def _inherited(kept: dict[str, Change], ending: str) -> Change | None:
    """What a shorter ending would already say."""
    shorter = (ending[start:] for start in range(1, len(ending) + 1))
    return next((kept[name] for name in shorter if name in kept), None)
