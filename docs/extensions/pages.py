"""Pages that are made from the code: one a feature, the measured scores, the works.

What a program knows stands in no page by hand: claims, units, examples, scores and references are
read from the registry, the tests' examples and the package's data whenever the site is built.
"""

from __future__ import annotations

import inspect
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from divergence import displays
from divergence.citing.bibtex import plain
from divergence.citing.works import Work, named_in, works
from divergence.counting.feature import Feature
from divergence.features.registry import all_features
from divergence.instruments import measured_scores
from tests.features.examples import EXAMPLES, Hit

LONGEST = 90
MADE = "generated"
SCORE_HEAD = ("instrument", "figure (95% interval)", "measured on", "how")


def write(folder: Path) -> None:
    """Write every made page below ``folder / "generated"``."""
    made = folder / MADE
    mistakes = tomllib.loads((folder / "features" / "mistakes.toml").read_text("utf-8"))
    typical = tomllib.loads((folder / "features" / "typical.toml").read_text("utf-8"))
    for feature in all_features():
        note = folder / "features" / "notes" / f"{feature.name}.md"
        own = note.read_text("utf-8").strip() if note.is_file() else ""
        notes = tuple(filter(None, (own, usual(feature, typical))))
        page = feature_page(feature, notes, mistakes.get(feature.name, ()))
        _put(made / "features" / f"{feature.name}.md", page)
    _put(made / "features.md", feature_table(all_features()))
    _put(made / "scores.md", score_table(measured_scores.measured()))
    _put(made / "works.md", work_list())
    _put(made / "features_reference.rst", feature_modules(all_features()))
    _put(made / "displays_reference.rst", display_modules())


def feature_page(feature: Feature, notes: Sequence[str], mistakes: Iterable[dict[str, str]]) -> str:
    """Return the page of one feature as Markdown; ``notes`` say how to read its numbers."""
    module = import_module(f"divergence.features.{feature.name}")
    parts = [
        f"(feature-{feature.name})=",
        f"# {feature.name}",
        f"*Family {feature.family}, version {feature.version}.* {feature.claim}",
        _opening(module.__doc__ or ""),
        "## Measures",
        *_measures(feature),
        "## What it finds",
        "All sentences on this page are invented, and a test runs the feature on each of them.",
        _hits(feature.name),
        "## What it leaves alone",
        _misses(feature.name),
        *(["## How to read the number", *notes] if notes else []),
        "## When not to trust it",
        _sentence(feature.misfires),
        *_mistakes(mistakes),
        "## How often it is right",
        _validity(feature.name),
        "## In Python",
        _calls(feature),
        "## References",
        "\n".join(f"- {_cited(work)}" for work in named_in(feature.reference)),
    ]
    return _page(*parts)


def _opening(docstring: str) -> str:
    """The description of the module's docstring, without its first line and its references."""
    paragraphs = inspect.cleandoc(docstring).split("\n\n")[1:]
    kept: list[str] = []
    for paragraph in paragraphs:
        if paragraph.startswith("References\n"):
            break
        kept.append(_markdown(paragraph))
    return "\n\n".join(kept)


def _markdown(text: str) -> str:
    return text.replace("``", "`").replace(":mod:`", "`").replace(":func:`", "`")


def _measures(feature: Feature) -> Iterator[str]:
    rows = [
        (
            f"`{measure.name}`",
            measure.title + (" (one number for each side)" if measure.per_side else ""),
            measure.unit,
            measure.direction.removeprefix("higher: "),
            measure.range,
        )
        for measure in feature.measures
    ]
    yield _table(("measure", "counts", "unit", "a higher number means", "range"), rows)
    whys = dict.fromkeys(measure.where_undefined for measure in feature.measures)
    yield f"A measure is not defined (`nan`) where {'; or where '.join(whys)}. It is never 0 then."


def usual(feature: Feature, typical: dict[str, Any]) -> str:
    """Say between which values most articles lie; "" where another version was measured."""
    own = typical.get(feature.name, {})
    if own.get("version") != feature.version:
        return ""
    rows = [
        (f"`{each.name}`", each.unit, *(f"{value:g}" for value in own[each.name]))
        for each in feature.measures
        if each.name in own
    ]
    said = (
        f"What is usual in {typical['articles']} articles, {typical['text']}. The middle half of"
        " them lies between the first and the last column. This is no norm for other text."
    )
    head = ("measure", "unit", "a quarter below", "half below", "a quarter above")
    return f"{said}\n\n{_table(head, rows)}"


def _hits(name: str) -> str:
    rows = [
        (_shown(each.text), f"`{each.category}`", f"“{each.words}”" if each.words else "")
        for each in EXAMPLES[name]
        if isinstance(each, Hit)
    ]
    return _table(("sentence", "counts as", "words"), rows)


def _misses(name: str) -> str:
    rows = [
        (_shown(each.text), f"`{each.category}`" if each.category else "anything")
        for each in EXAMPLES[name]
        if not isinstance(each, Hit)
    ]
    return _table(("sentence", "must not count as"), rows)


def _mistakes(mistakes: Iterable[dict[str, str]]) -> Iterator[str]:
    rows = [
        (
            _shown(each["text"]),
            f"counts as `{each['counts']}`"
            if "counts" in each
            else f"is not counted as `{each['overlooks']}`",
            each["why"],
        )
        for each in mistakes
    ]
    if rows:
        yield "Known mistakes, held by a test until they are mended:"
        yield _table(("sentence", "what happens", "why"), rows)


def _validity(name: str) -> str:
    rows = _score_rows(measured_scores.of_feature(name))
    if not rows:
        unmeasured = measured_scores.UNMEASURED
        return f"This feature was {unmeasured}: read its evidence before you use a number."
    return "\n\n".join(
        (
            _table(SCORE_HEAD, rows),
            "A figure says how often the instrument agrees with people on that kind of text."
            " On other text it is less certain: [check it](../../howto/labels.md).",
        )
    )


def _calls(feature: Feature) -> str:
    module = import_module(f"divergence.features.{feature.name}")
    names = [name for name in module.__all__ if name.islower()]
    listed = ", ".join(f"`{feature.name}.{name}`" for name in names)
    return (
        f"```python\nfrom divergence.features import {feature.name}\n```\n\n"
        f"{listed}: see [the reference](#divergence.features.{feature.name})."
    )


def feature_table(features: Sequence[Feature]) -> str:
    """Return the list of features with a line each, and the tree of their pages."""
    rows = [
        (f"[{each.name}](features/{each.name}.md)", each.family, each.claim) for each in features
    ]
    tree = "\n".join(f"features/{each.name}" for each in features)
    return _page(
        "# Features",
        "A feature reads one article, marks the places that count, and divides two sums. Every"
        " number leads back to its places in the text. Each page says what the feature claims,"
        " shows sentences that it finds and leaves alone, and says when not to trust it.",
        _table(("feature", "family", "what it claims"), rows),
        "```{toctree}\n:hidden:\n\n" + tree + "\n```",
    )


def feature_modules(features: Sequence[Feature]) -> str:
    """Return the reference of all feature modules."""
    return "Features\n========\n\n" + "\n".join(
        f".. automodule:: divergence.features.{feature.name}\n   :members:\n"
        for feature in features
    )


def display_modules() -> str:
    """Return the reference of all displays and of what they have in common."""
    homes = {getattr(displays, name).__module__ for name in displays.__all__}
    return "Displays\n========\n\n.. automodule:: divergence.displays\n\n" + "\n".join(
        f".. automodule:: {home}\n   :members:\n   :inherited-members: Generic\n"
        for home in sorted(homes)
    )


def score_table(figures: Iterable[measured_scores.InstrumentScore]) -> str:
    """Return every measured score as a table."""
    return _page(
        "(measured-scores)=",
        "# Measured scores",
        "How often each instrument agrees with people's labels. `divergence features` prints the"
        " same, and the model cards in `divergence/weights` say how each was taken.",
        _table(SCORE_HEAD, _score_rows(figures)),
    )


def _score_rows(figures: Iterable[measured_scores.InstrumentScore]) -> list[tuple[str, ...]]:
    return [
        (each.instrument, each.figure, f"{each.n:,} {each.items}, {each.text}", each.split)
        for each in figures
    ]


def work_list() -> str:
    """Return all works with an anchor each."""
    entries = "\n\n".join(
        f"(work-{key})=\n{_sentence(_linked(plain(work)))}" for key, work in works().items()
    )
    return (
        "# Works\n\nEvery work that a feature, a statistic, a model or a word list rests on."
        " `divergence cite` prints them as BibTeX.\n\n" + entries + "\n"
    )


def _linked(text: str) -> str:
    said, found, doi = text.partition("https://doi.org/")
    return _escaped(said) + (f"<{found}{doi}>" if found else "")


def _cited(work: Work) -> str:
    return f"[{work.short}](#work-{work.key}). {work.get('title')}" if work.authors else work.short


def _page(*parts: str) -> str:
    return "\n\n".join(filter(None, parts)) + "\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def _shown(text: str) -> str:
    short = text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " …"
    return _escaped(short)


def _escaped(text: str) -> str:
    return text.replace("*", "\\*").replace("_", "\\_").replace("<", "&lt;")


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _put(path: Path, text: str) -> None:
    """Write a page, unless it is as it was: Sphinx then need not read it again."""
    if path.is_file() and path.read_text("utf-8") == text:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def setup(app: Any) -> dict[str, Any]:
    """Make the pages before Sphinx looks for sources."""
    app.connect("config-inited", lambda app, config: write(Path(app.srcdir)))
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
