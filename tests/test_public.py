"""The page of public names: complete, light, typed, stable whatever is imported, and enough."""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import re
import subprocess
import sys
from dataclasses import astuple
from pathlib import Path

import pytest

import divergence
from divergence.errors import InputError, UsageError
from divergence.types import Article, Corpus, Side

SEEDS = Path(__file__).parents[1] / "seeds"
SIDES = [
    Side("Russia", ("Russia", "Russian", "Russians", "Moscow", "Kremlin", "Wagner")),
    Side("Ukraine", ("Ukraine", "Ukrainian", "Ukrainians", "Kyiv")),
]
HEAVY = {"spacy", "sklearn", "matplotlib", "pandas", "scipy", "nltk", "numpy", "click", "jinja2"}


def fresh(code: str) -> str:
    """What a new interpreter prints."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_importing_loads_nothing_heavy() -> None:
    code = (
        "import sys, divergence; dir(divergence);"
        f"print(sorted({HEAVY!r} & set(sys.modules)),"
        " sorted(name for name in sys.modules if name.startswith('divergence')))"
    )
    assert fresh(code) == "[] ['divergence', 'divergence.version']"


def test_names_are_sorted_and_all_there() -> None:
    assert list(divergence.__all__) == sorted(divergence.__all__)
    assert len(set(divergence.__all__)) == len(divergence.__all__)
    assert set(divergence.__all__) <= set(dir(divergence))
    for name in divergence.__all__:
        thing = getattr(divergence, name)
        assert inspect.getdoc(thing)


def test_public_modules_are_those_of_the_reference() -> None:
    pages = Path(__file__).parents[1].joinpath("docs", "api").glob("*.rst")
    listed = [
        name
        for page in pages
        for name in re.findall(r"automodule:: divergence\.(\S+)", page.read_text("utf-8"))
    ]
    assert sorted(listed) == sorted(divergence.PUBLIC_MODULES)


@pytest.mark.parametrize("name", divergence.PUBLIC_MODULES)
def test_a_public_module_says_what_it_offers(name: str) -> None:
    module = importlib.import_module(f"divergence.{name}")
    assert module.__all__
    assert list(module.__all__) == sorted(module.__all__, key=lambda n: (not n.isupper(), n))
    assert all(inspect.getdoc(getattr(module, offered)) for offered in module.__all__)


def test_every_feature_is_a_name() -> None:
    from divergence.features.registry import all_features

    for feature in all_features():
        module = getattr(divergence, feature.name)
        assert module.FEATURE is feature


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'mesure'"):
        _ = divergence.mesure  # type: ignore[attr-defined]
    with pytest.raises(ImportError):
        exec("from divergence import mesure")


def test_names_stay_what_they_are_after_every_module_is_imported() -> None:
    code = (
        "import importlib, pkgutil, divergence\n"
        "before = {n: id(getattr(divergence, n)) for n in divergence.__all__}\n"
        "for m in pkgutil.walk_packages(divergence.__path__, 'divergence.'):\n"
        "    if not m.name.startswith(('divergence.__main__', 'divergence.training')):\n"
        "        importlib.import_module(m.name)\n"
        "print([n for n in divergence.__all__ if id(getattr(divergence, n)) != before[n]])\n"
    )
    assert fresh(code) == "[]"


def test_no_module_takes_the_place_of_a_name() -> None:
    below = {module.name for module in pkgutil.iter_modules(divergence.__path__)}
    # The charts are a package of their own, and go by its name.
    assert below & set(divergence.__all__) == {"displays"}


def test_a_star_import_gives_the_page() -> None:
    code = (
        "from divergence import *\nimport divergence\nprint(set(divergence.__all__) <= set(dir()))"
    )
    assert fresh(code) == "True"


def test_a_name_is_imported_without_its_neighbors() -> None:
    assert (
        fresh(
            "import sys; from divergence import Article, Side, read;"
            "print(sorted({'spacy', 'sklearn', 'matplotlib', 'pandas'} & set(sys.modules)))"
        )
        == "[]"
    )


def test_a_feature_module_gives_numbers_and_evidence() -> None:
    assert divergence.hedging.rate("They met in May.") == 0.0
    (found,) = divergence.hedging.find("It may rain.")
    assert (found.category, found.start, found.end) == ("modal_verb", 3, 6)


@pytest.mark.slow
def test_a_folder_becomes_a_report_in_six_lines(tmp_path: Path) -> None:
    corpus = divergence.read(SEEDS)
    table = divergence.measure(corpus, sides=SIDES)
    comparison = divergence.compare(table, rounds=50)
    report = divergence.build_report(comparison, table)
    written = divergence.write_report(report, tmp_path, formats=["html", "json"])
    assert {"report.html", "report.json"} <= {path.name for path in written}

    told = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    from divergence.config import Config
    from divergence.runs import run

    same = run(SEEDS, Config(sides=tuple(SIDES), rounds=50))
    # nan is not equal to itself, its words are.
    assert repr(astuple(comparison)) == repr(astuple(same.comparison))
    assert report.notes == same.report.notes
    assert [page.name for page in report.pages] == [page.name for page in same.report.pages]
    assert report.info.coverage == same.info.coverage
    assert report.info.scores == same.info.scores
    assert told["title"] == report.title


ARTICLES = [
    Article("1", "Post", "Norland may close the bridge.", metadata={"leaning": "left"}),
    Article("2", "Times", "Norland closed the bridge.", metadata={"leaning": "right"}),
    Article("3", "Herald", "The bridge might be closed.", metadata={"leaning": "left"}),
]


def test_a_report_can_be_by_any_field() -> None:
    table = divergence.measure(ARTICLES, features=["hedging"])
    comparison = divergence.compare(table, by="leaning", rounds=10)
    report = divergence.build_report(comparison, table, by="leaning", title="The bridge")
    assert report.title == "The bridge"
    assert report.subtitle == "3 articles · 2 sources"
    assert {one.source for one in report.material} == {"left", "right"}
    unnamed = divergence.build_report(comparison, table, title="The bridge")
    assert unnamed.info == report.info
    with pytest.raises(UsageError, match="give the table that was compared"):
        divergence.build_report(comparison, table, by="source")
    with pytest.raises(UsageError, match="give the table that was compared"):
        divergence.build_report(comparison, divergence.measure(ARTICLES[:1], features=["hedging"]))


def test_a_report_without_the_table_holds_no_articles() -> None:
    comparison = divergence.compare(divergence.measure(ARTICLES, features=["hedging"]), rounds=10)
    report = divergence.build_report(comparison)
    assert report.material == ()
    assert report.info.n_used == 3


def test_wrong_turns_say_what_to_do() -> None:
    with pytest.raises(UsageError, match="compare takes what measure returns"):
        divergence.compare(ARTICLES)  # type: ignore[arg-type]
    numbers = divergence.measure(["It rained."], features=["hedging"])
    with pytest.raises(UsageError, match="the table holds numbers only"):
        divergence.compare(numbers)
    table = divergence.measure(ARTICLES, features=["hedging"])
    comparison = divergence.compare(table, rounds=10)
    with pytest.raises(UsageError, match="the table holds numbers only"):
        divergence.build_report(comparison, numbers)
    with pytest.raises(UsageError, match="made of another table"):
        divergence.build_report(comparison, divergence.measure(ARTICLES, features=["boosters"]))
    with pytest.raises(UsageError, match=r"build_report\(compare\(table\), table\)"):
        divergence.build_report(table)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match=r"build_report\(compare\(table\), table\)"):
        divergence.build_report(comparison, ARTICLES)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="two articles have the id '1'"):
        divergence.compare(divergence.measure([ARTICLES[0]] * 2, features=["hedging"]))
    with pytest.raises(InputError, match="no article to compare"):
        divergence.compare(divergence.measure([], features=["hedging"]))


def test_a_list_of_ones_own_goes_all_the_way() -> None:
    mine = divergence.Lexicon.from_words("passage", ["bridge", "ferry"])
    table = divergence.measure(ARTICLES, features=["hedging", mine])
    report = divergence.build_report(divergence.compare(table, rounds=10), table)
    assert "lists" in [page.name for page in report.pages]
    found = divergence.explain(ARTICLES[0], features=[mine]).to_frame()
    assert found["text"].tolist() == ["bridge"]


def test_a_missing_article_is_left_out_of_a_comparison() -> None:
    table = divergence.measure([ARTICLES[0], None, ARTICLES[1]], features=["hedging"])
    comparison = divergence.compare(table, rounds=10)
    assert [source.n_articles for source in comparison.sources] == [1, 1]


def test_a_text_is_explained_whatever_holds_it(tmp_path: Path) -> None:
    text = "It may rain in Norland."
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    given = [
        text,
        Article("1", "Post", text),
        divergence.annotate(text),
        tmp_path / "one.txt",
    ]
    for each in given:
        found = divergence.explain(each, features=["hedging"])
        assert [number.value for number in found.numbers] == [20.0]
        assert found.to_frame()["text"].tolist() == ["may"]
    nothing = divergence.explain("", features=["hedging"])
    assert nothing.numbers[0].value is None
    assert "no words" in nothing.numbers[0].reason
    assert len(nothing.to_frame()) == 0


def test_what_cannot_be_explained_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not int"):
        divergence.explain(5)  # type: ignore[arg-type]
    with pytest.raises(InputError, match="no such file"):
        divergence.explain(tmp_path / "none.txt")
    (tmp_path / "a.txt").write_text("It rained.", encoding="utf-8")
    with pytest.raises(UsageError, match="is a file; give a path"):
        divergence.explain(str(tmp_path / "a.txt"))
    for odd in ("\0", "a/" * 100, "..", "x" * 300):
        assert divergence.explain(odd, features=["hedging"]).numbers
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"It rained on {name}.", encoding="utf-8")
    with pytest.raises(InputError, match="holds 3 articles"):
        divergence.explain(tmp_path)


def test_sides_are_proposed_for_a_corpus() -> None:
    text = "Norland and Sudmark trade blame. Norland says Sudmark lied. Sudmark denies Norland did."
    corpus = Corpus((Article("1", "Post", text),), ())
    assert divergence.propose_sides(corpus) == divergence.propose_sides(corpus.articles) != ()


def test_public_modules_are_the_ones_in_the_package() -> None:
    for name in divergence.__all__:
        thing = getattr(divergence, name)
        if inspect.ismodule(thing):
            home = "divergence" if name == "displays" else "divergence.features"
            assert importlib.import_module(f"{home}.{name}") is thing
