"""Learn which lemma a word with a tag has, and which endings give it away."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from divergence.text.lemmas import LONGEST_ENDING, LemmaTable, find_lemma
from divergence.text.normalize import clean_marks, word_form
from divergence.text.word_classes import PROPER_TAGS
from divergence.validation.conllu import GoldSentence

MIN_WORDS_BEHIND_RULE = 2

# Words of the news that the treebanks have seldom or never, and whose endings mislead.
NEWS_BASES = frozenset(
    "axe bomb bus casualty cripple encircle eye interfere lambast loot militia opine oust probe "
    "provoke raze retreat shell smell topple tout troop virus wipe shoot crisis".split()
)
_REGULAR_NEWS = {"probed": "probe", "interfered": "interfere"}
NEWS_WORDS = {
    "VBD": {
        "fled": "flee",
        "shot": "shoot",
        "underwent": "undergo",
        "withdrew": "withdraw",
        **_REGULAR_NEWS,
    },
    "VBN": {
        "fled": "flee",
        "shot": "shoot",
        "undergone": "undergo",
        "withdrawn": "withdraw",
        **_REGULAR_NEWS,
    },
    "NNS": {
        "series": "series",
        "species": "species",
        "bases": "base",
        "people": "people",
        "troops": "troop",
    },
}

Change = tuple[int, str]


def learn_lemmas(sentences: Iterable[GoldSentence]) -> LemmaTable:
    """Learn endings from every word, and keep whole words where the endings go wrong."""
    words: dict[str, dict[str, str]] = {}
    endings: dict[str, dict[str, Change]] = {}
    usual = _usual_lemmas(sentences)
    bases = NEWS_BASES | {
        lemma
        for tag, lemmas in usual.items()
        if tag.startswith("VB") or tag in ("NN", "NNS")
        for lemma in lemmas.values()
        if lemma.isalpha() and len(lemma) > 1
    }
    for tag, seen in sorted(usual.items()):
        lemmas = {**seen, **NEWS_WORDS.get(tag, {})}
        endings[tag] = _endings(lemmas)
        rules = LemmaTable({}, {tag: endings[tag]}, bases)
        words[tag] = {
            word: lemma for word, lemma in lemmas.items() if find_lemma(rules, word, tag) != lemma
        }
    return LemmaTable(words, endings, bases)


def write_lemmas(table: LemmaTable, path: Path) -> None:
    """Write a table as JSON that :mod:`divergence.text.lemmas` reads."""
    stored = {**table._asdict(), "bases": sorted(table.bases)}
    text = json.dumps(stored, ensure_ascii=False, sort_keys=True, indent=0)
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
    normal = word_form(clean_marks(form))
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
