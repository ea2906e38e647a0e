"""Lists are complete, clean and say where they come from; bad lists are refused with a reason."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from divergence.errors import InputError, UsageError
from divergence.lexicons import packaged
from divergence.lexicons.packaged import load, names, read
from divergence.lexicons.word_list import Entry, WordList

DATA = Path(packaged.__file__).parent / "data"
HEAD = "# version: 1\n# date: 2026-01-02\n# licence: MIT\n# source: made up for a test\n"
EXPECTED = {
    "hedges": {"adjective", "adverb", "approximator", "modal_verb", "noun", "verb"},
    "boosters": {"adjective", "adverb", "amplifier", "modal_verb", "noun", "verb"},
    "attribution_cues": {"belief", "distancing", "endorsing", "neutral"},
    "actors": {"group", "institution", "person"},
    "labels": {
        "contested_label",
        "emotive_verb",
        "evaluative_adjective",
        "evaluative_noun",
        "scare_marker",
    },
    "frames": {"conflict", "economic", "human_interest", "morality", "resolution"},
}


def _write(folder: Path, text: str) -> Path:
    path = folder / "mine.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_names_are_the_lists_of_terms_and_no_other_tables() -> None:
    assert set(EXPECTED) <= set(names())
    assert "places" not in names()
    for name in names():
        assert load(name).entries


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_list_is_clean(name: str) -> None:
    lexicon = load(name)
    assert set(lexicon.categories) == EXPECTED[name]
    assert re.search(r"\d{4}", lexicon.source), "cite the literature"
    assert lexicon.licence.startswith("MIT")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", lexicon.date)
    for entry in lexicon.entries:
        assert entry.term == entry.term.lower().strip()
        assert "  " not in entry.term
        assert not set(entry.term) & set(';:"*?()')
    keys = [(entry.term, entry.pos) for entry in lexicon.entries]
    assert len(keys) == len(set(keys))


def test_contested_labels_name_their_set_and_others_do_not() -> None:
    for entry in load("labels").entries:
        assert bool(entry.group) == (entry.category == "contested_label"), entry


@pytest.mark.parametrize(
    ("term", "pos", "category"),
    [
        ("say", "verb", "neutral"),
        ("claim", "verb", "distancing"),
        ("confirm", "verb", "endorsing"),
        ("believe", "verb", "belief"),
        ("claim", "noun", "distancing"),
        ("confident", "adjective", "belief"),
        ("according to", "phrase", "neutral"),
    ],
)
def test_attribution_cue_classes(term: str, pos: str, category: str) -> None:
    found = [e for e in load("attribution_cues").entries if (e.term, e.pos) == (term, pos)]
    assert [entry.category for entry in found] == [category]


def test_hash_does_not_depend_on_line_endings_and_tells_lists_apart() -> None:
    assert re.fullmatch("[0-9a-f]{64}", load("hedges").digest)
    assert load("hedges").digest != load("boosters").digest


def test_unknown_list_is_named_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean 'hedges'"):
        load("hedge")
    with pytest.raises(UsageError):
        load("places")


def test_reads_every_column(tmp_path: Path) -> None:
    path = _write(
        tmp_path,
        f"{HEAD}# title: Mine\nterm,kind,pos,group,weight\n"
        "Red  Tape,bad,noun,office,0.5\nswift,good,,,\n",
    )
    assert replace(read(path), digest="") == WordList(
        name="mine",
        title="Mine",
        version="1",
        date="2026-01-02",
        licence="MIT",
        source="made up for a test",
        entries=(Entry("red tape", "bad", "noun", "office", 0.5), Entry("swift", "good")),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("term,kind\na,b\n", "does not say its version"),
        (HEAD.replace("# licence: MIT\n", "") + "term,kind\na,b\n", "does not say its licence"),
        (HEAD, "no rows"),
        (f"{HEAD}word,kind\na,b\n", "line 5: columns must be"),
        (f"{HEAD}term,kind,colour\na,b,c\n", "line 5: columns must be"),
        (f"{HEAD}term,kind\na,b\nc\n", "line 7: expected term,kind"),
        (f"{HEAD}term,kind\na,\n", "line 6: expected term,kind"),
        (f"{HEAD}term,kind\na,b\nA,c\n", "line 7: 'a' is listed twice"),
        (f"{HEAD}term,kind,pos\na,b,vreb\n", "line 6: .*did you mean 'verb'"),
        (f"{HEAD}term,kind,weight\na,b,heavy\n", "line 6: weight must be a number"),
    ],
)
def test_bad_list_is_refused_with_line_and_reason(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(_write(tmp_path, text))


def test_unreadable_list_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="UTF-8"):
        read(tmp_path / "absent.csv")
    path = tmp_path / "latin.csv"
    path.write_bytes(b"# version: 1\nterm,kind\ncaf\xe9,b\n")
    with pytest.raises(InputError, match="UTF-8"):
        read(path)


def test_line_endings_do_not_change_what_a_report_pins(
    tmp_path: Path,
) -> None:
    (tmp_path / "hedges.csv").write_bytes(
        (DATA / "hedges.csv").read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    )
    assert read(tmp_path / "hedges.csv").digest == load("hedges").digest
