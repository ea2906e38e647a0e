"""What a report rests on can be cited, and nothing that it did not use is."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import divergence
from divergence.citing import bibtex
from divergence.citing.used_works import ASKED, BEHIND_ALL, STATISTICS, used, uses
from divergence.citing.works import Work, key_of, named_in, works
from divergence.cli import main
from divergence.counting.feature import Feature
from divergence.errors import UsageError
from divergence.features.registry import all_features
from divergence.lexicons.packaged import names
from divergence.types import Article

ROOT = Path(__file__).resolve().parents[2]
ENTRY = re.compile(r"@(\w+)\{([\w]+),\n(.*?)\n\}\n", re.DOTALL)
FIELD = re.compile(r"  (\w+) = \{(.*)\},")
# What BibTeX's standard styles ask of each kind of entry.
ASKED_FOR = {
    "article": {"author", "title", "journal", "year"},
    "book": {"author", "title", "publisher", "year"},
    "incollection": {"author", "title", "booktitle", "publisher", "year"},
    "inproceedings": {"author", "title", "booktitle", "year"},
    "manual": {"title"},
    "phdthesis": {"author", "title", "school", "year"},
    "techreport": {"author", "title", "institution", "year"},
}


def _parsed(text: str) -> dict[str, dict[str, str]]:
    """Entries of BibTeX as this package writes it; anything else in the text is a failure."""
    found = {}
    for _, key, body in ENTRY.findall(text):
        lines = body.split("\n")
        matches = [FIELD.fullmatch(line) for line in lines]
        assert all(matches), f"{key}: {lines}"
        found[key] = {match[1]: match[2] for match in matches if match}
        for value in found[key].values():
            assert value.count("{") == value.count("}")
            assert not re.search(r"(?<!\\)[&%#_]", value) or "doi" in found[key]
    rest = ENTRY.sub("", text)
    assert not [line for line in rest.splitlines() if line and not line.startswith("%")], rest
    return found


def _report(**comparison: list[dict[str, Any]]) -> dict[str, Any]:
    features = [
        {"name": each.name, "version": each.version, "reference": each.reference}
        for each in all_features()
        if each.name in {"hedging", "passives"}
    ]
    lexicons = [["hedges", "version 1, sha256 0123"], ["my_words", "version 2, sha256 4567"]]
    return {
        "run": {"features": features, "settings": [["seed", "0"]], "lexicons": lexicons},
        "comparison": comparison,
    }


def _cited(report: dict[str, Any]) -> set[str]:
    return {work.key for use in used(report) for work in use.works}


@pytest.mark.parametrize("feature", all_features(), ids=lambda feature: feature.name)
def test_every_work_that_a_feature_names_can_be_cited(feature: Feature) -> None:
    found = named_in(feature.reference)
    assert len(found) == len(feature.reference.split(";")), (
        f"{feature.name}: give every work of `reference` its year, and a semicolon between two"
    )
    for work in found:
        if work.key not in works():
            assert len(work.get("note").split()) > 4, (
                f"{work.key} is not in divergence/citing/references.toml: give its author, year "
                f"and title in `reference` of '{feature.name}', or add it there"
            )


def test_every_use_rests_on_known_works() -> None:
    for group in uses().values():
        for entry in group.values():
            assert entry["works"]
            assert set(entry["works"]) <= set(works())


def test_statistics_models_and_lists_are_the_ones_there_are() -> None:
    assert set(uses()["statistics"]) == set(STATISTICS)
    assert set(uses()["models"]) == {*BEHIND_ALL, *ASKED, "alignment", "semantic"}
    assert set(uses()["lexicons"]) == set(names())


@pytest.mark.parametrize("work", works().values(), ids=lambda work: work.key)
def test_works_are_complete_and_filed_under_author_and_year(work: Work) -> None:
    fields = dict(work.fields)
    assert ASKED_FOR[work.kind] <= set(fields)
    assert key_of(f"{work.authors[0].split(',')[0]} {work.year}") == work.key
    assert all(", " in author for author in work.authors)
    assert fields.get("doi", "10.").startswith("10.")
    assert _parsed(bibtex.bibtex([work])).keys() == {work.key}
    assert work.year in bibtex.plain(work)


def test_names_keep_their_capitals_where_a_style_lowers_a_title() -> None:
    fields = (("author", "LePage, Raoul"), ("title", 'The "Gordian" Knot of European Papers'))
    (made,) = _parsed(bibtex.bibtex([Work("lepage2031", "book", fields)])).values()
    assert made["title"] == "The ``{Gordian}'' Knot of {European} Papers"
    assert made["author"] == "LePage, Raoul"


def test_a_doi_with_angle_brackets_stays_one_link() -> None:
    doi = "10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I"
    work = works()["newcombe1998"]
    assert _parsed(bibtex.bibtex([work]))["newcombe1998"]["doi"] == doi
    assert not re.search(r"[<>]", bibtex.plain(work))


def test_a_report_cites_what_it_used_and_nothing_else() -> None:
    estimate = {"basis": "articles", "caution": ""}
    contrast = {"low": 0.0, "p": 0.2, "q": 0.4, "n_events": 1}
    cited = _cited(_report(estimates=[estimate], contrasts=[contrast]))
    assert {"hyland1998", "fowler1991", "silveira2014", "newell2018", "efron1993"} <= cited
    assert {"phipson2010", "benjamini1995", "zou2008"} <= cited
    assert not cited & {"monroe2008", "mantel1959", "lin1991", "politis1992", "spinde2021"}


@pytest.mark.parametrize("kind", ["wilson", "rule_of_three"])
def test_intervals_of_small_counts_are_cited_by_kind_in_every_language(kind: str) -> None:
    estimate = {"basis": "articles", "caution": "за Вілсоном", "caution_kinds": [kind]}
    cited = _cited(_report(estimates=[estimate]))
    assert {"wilson1927", "hanley1983"} <= cited
    assert not {"wilson1927"} & _cited(_report(estimates=[{**estimate, "caution_kinds": []}]))


def test_statistics_are_cited_where_a_comparison_shows_them() -> None:
    term = {"term": "air strike", "dispersion": None}
    pooled = {"low": 0.0, "p": None, "q": None, "n_events": 12}
    basis = {"prior": "80% word frequencies of 4,000 US news articles (Baly et al. 2020)"}
    cited = _cited(_report(keyness=[term], keyness_basis=[basis], contrasts=[pooled]))
    assert {"monroe2008", "dunning1993", "baly2020", "mantel1959", "field2007"} <= cited
    assert not cited & {"gries2008", "phipson2010", "zou2008", "broder1997"}


def test_own_lists_are_named_though_no_work_stands_behind_them(tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    file.write_text(json.dumps(_report()), encoding="utf-8")
    made = CliRunner().invoke(main, ["cite", str(file)])
    assert made.exit_code == 0
    assert made.output.startswith("% word list: my_words\n")
    assert {"divergence", "hyland1998", "kiss2006"} <= _parsed(made.output).keys()
    text = CliRunner().invoke(main, ["cite", str(file), "--style", "text"]).output
    assert "my_words: no work to cite" in text
    assert "Hyland, K. (1998). Hedging in Scientific Research Articles." in text


def test_a_feature_made_of_an_own_list_is_named_with_what_it_refers_to() -> None:
    report = _report()
    report["run"]["features"] = [
        {"name": "siege", "version": 1, "reference": "own list: words given, 5 terms, sha256 ab19"}
    ]
    (own, *_) = used(report)
    assert own.works == ()
    assert own.name == "siege, version 1 (own list: words given, 5 terms, sha256 ab19)"


def test_the_software_is_cited_as_the_citation_file_says() -> None:
    facts = dict(
        line.split(": ", 1)
        for line in (ROOT / "CITATION.cff").read_text(encoding="utf-8").splitlines()
        if ": " in line and not line.startswith(" ")
    )
    (found,) = _parsed(CliRunner().invoke(main, ["cite"]).output).values()
    assert found["version"] == facts["version"]
    assert found["title"] == facts["title"].strip('"')
    assert found["year"] == facts["date-released"][:4]


def test_a_work_that_nobody_recorded_is_cited_as_the_feature_names_it() -> None:
    (work,) = named_in("Ruiz 2031, Counting the gates & doors of a town")
    assert _parsed(bibtex.bibtex([work])) == {
        "ruiz2031": {"note": "Ruiz 2031, Counting the gates \\& doors of a town", "year": "2031"}
    }


@pytest.mark.parametrize("text", ["{", "[1]", "{}", '{"run": 1}'])
def test_what_is_no_report_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "other.json"
    file.write_text(text, encoding="utf-8")
    made = CliRunner().invoke(main, ["cite", str(file)])
    assert made.exit_code == 1
    assert "report.json" in made.output


def test_a_missing_report_is_named(tmp_path: Path) -> None:
    made = CliRunner().invoke(main, ["cite", str(tmp_path / "gone.json")])
    assert made.exit_code == 1
    assert "gone.json: no such file. Check the path." in made.output
    made = CliRunner().invoke(main, ["cite", str(tmp_path)])
    assert "is a folder; give the report.json in it." in made.output


def test_a_report_in_memory_is_cited_as_the_file_that_is_written_of_it(tmp_path: Path) -> None:
    table = divergence.measure(
        [Article(name, name, "The bridge may close. It may not.") for name in ("Post", "Echo")],
        features=["hedging", "passives"],
    )
    report = divergence.build_report(divergence.compare(table, rounds=10), table)
    divergence.write_report(report, tmp_path, formats=["json"], drawn=divergence.FigureSettings(()))
    path = tmp_path / "report.json"
    for style in ("bibtex", "text"):
        told = divergence.cite(report, style=style)
        assert told == divergence.cite(str(path), style=style)
        assert told == CliRunner().invoke(main, ["cite", str(path), "--style", style]).output
    assert "hedging" in divergence.cite(report, style="text")
    assert divergence.cite() == CliRunner().invoke(main, ["cite"]).output


@pytest.mark.parametrize(
    ("given", "style", "words"),
    [(3, "bibtex", "cite takes a report, .* not int"), (None, "apa", "unknown style 'apa'")],
)
def test_what_cannot_be_cited_is_refused(given: Any, style: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        divergence.cite(given, style=style)
