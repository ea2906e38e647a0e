"""Small worked examples, one or a few for each inner function."""

from __future__ import annotations

from divergence.lists.chosen_features import own_lists, select
from divergence.lists.corpus_counts import reach
from divergence.lists.coverage import coverage
from divergence.lists.entry_rows import Note, first_of, fold, key_of
from divergence.lists.lexicon import Lexicon
from divergence.lists.list_features import feature
from divergence.lists.liwc_files import parse_dic
from divergence.lists.pinned_versions import versions
from divergence.lists.plain_files import parse_plain, parse_table
from divergence.lists.term_matching import units


def test_chosen_features_select_and_own_lists() -> None:
    flood = Lexicon.from_words("flood", ["flood*"])
    chosen = select(["hedging", flood])
    assert [feature.name for feature in chosen] == ["flood", "hedging"]
    assert own_lists(chosen) == (flood,)


def test_entry_rows_fold() -> None:
    assert fold("DON’T") == fold("don't")


def test_entry_rows_key_of() -> None:
    assert key_of("Fear / anxiety") == "fear_anxiety"
    assert key_of("2020 terms") == "list_2020_terms"
    assert key_of("!") == ""


def test_entry_rows_first_of() -> None:
    assert (
        first_of([Note(3, "problem", "a term is missing."), Note(4, "problem", "likewise.")])
        == "line 3: a term is missing. (1 more)"
    )


def test_list_features_feature() -> None:
    mood = Lexicon.from_words("mood", {"grim": -2, "calm": 1})
    assert [measure.name for measure in feature(mood).measures] == ["mood.rate", "mood.mean"]


def test_liwc_files_parse_dic() -> None:
    parsed = parse_dic("%\n1\tdread (Dread and alarm)\n%\npanic*\t1")
    assert [(row.line, row.term, row.category) for row in parsed.rows] == [(4, "panic*", "dread")]
    assert parsed.labels == (("dread", "Dread and alarm"),)


def test_pinned_versions_versions() -> None:
    assert versions()[0][0] == "actors"


def test_plain_files_parse_plain() -> None:
    assert [row.term for row in parse_plain("# alarm\npanic*  # any form\n\nred alert").rows] == [
        "panic*",
        "red alert",
    ]


def test_plain_files_parse_table() -> None:
    assert (
        repr(parse_table("term,weight\ncalm,1\ngrim,-2").rows[1])
        == "Row(line=3, term='grim', category='', weight=-2.0)"
    )


def test_reach_reach() -> None:
    from divergence.text.annotate import annotate

    flood = Lexicon.from_words("flood", ["flood*", "high water"])
    found = reach(flood, [annotate("Floods hit the town.")])
    assert found.whole.words == 0.25
    assert found.never == ("high water",)


def test_term_matching_units() -> None:
    assert repr(units("state of emergenc*")[-1]) == "Unit(text='emergenc', open=True)"


def test_coverage_coverage() -> None:
    from divergence.lexicons.packaged import load

    assert repr(coverage(load("hedges"), []).tokens) == "nan"
