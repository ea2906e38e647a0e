"""``divergence lexicon``: looking a word list of one's own over before it is used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from divergence import strict_json
from divergence.commands.messages import number_of
from divergence.commands.shared_options import PATH
from divergence.errors import InputError

if TYPE_CHECKING:
    from divergence.lists.checking import Check
    from divergence.lists.corpus_counts import CategoryReach, Reach
    from divergence.lists.entry_rows import Note

_MOST = 20
_HEADINGS = {
    "problem": "To be put right",
    "duplicate": "More than once",
    "left out": "Left out",
    "in part": "Used in part",
    "several categories": "In several categories",
    "conflict": "In conflict",
    "swallowed": "Found by other terms",
    "inside": "Inside other terms",
}


@click.group()
def lexicon() -> None:
    """Word lists of your own."""


@lexicon.command()
@click.argument("file", type=PATH)
@click.option("--corpus", type=PATH, help="Articles to look for the words in: a file or a folder.")
@click.option(
    "--match",
    type=click.Choice(["lemma", "word"]),
    help="Dictionary forms too, or words as written only.  [default: as the format means them]",
)
@click.option("--json", "as_json", is_flag=True, help="The same as JSON, for scripts.")
def check(
    file: Path, corpus: Path | None, match: Literal["lemma", "word"] | None, as_json: bool
) -> None:
    """Look over the word list in FILE: what is wrong with it, and what a corpus holds of it."""
    from divergence.lists.checking import check_file
    from divergence.reading import read
    from divergence.run_inputs import usable
    from divergence.text.annotate import annotate_many

    documents = None
    if corpus is not None:
        articles = usable(read(corpus, lists=[file]), corpus)
        documents = annotate_many(articles.articles)
        if n := len(articles.rejections):
            inputs = number_of(articles.n_in, "input")
            click.echo(f"Not used, {n:,} of {inputs} in {corpus}.", err=True)
    checked = check_file(file, documents, match=match)
    if as_json:
        click.echo(strict_json.dumps(asdict(checked), indent=2))
    else:
        _show(checked)
    if checked.problems:
        n = len(checked.problems)
        raise InputError(
            f"{file}: cannot be used, {n:,} line{'s' * (n > 1)} to be put right; "
            f"the first: {checked.problems[0]}"
        )


def _show(checked: Check) -> None:
    categories = [name for name in checked.categories if name != "term"]
    click.secho(checked.file, bold=True)
    click.echo(f"  {checked.format}, {checked.encoding}, sha256 {checked.digest[:12]}")
    click.echo(f"  {number_of(checked.n_terms, 'term')}, matched by {checked.match}")
    if categories:
        click.echo(f"  {number_of(len(categories), 'category')}: {_some(categories)}")
    ordered = sorted((*checked.problems, *checked.notes), key=lambda n: [*_HEADINGS].index(n.kind))
    for kind, notes in groupby(ordered, key=lambda note: note.kind):
        _list(_HEADINGS[kind], list(notes))
    if checked.reach is not None:
        _reach(checked.reach, categories)


def _list(heading: str, notes: Sequence[Note]) -> None:
    click.secho(f"{heading} ({len(notes):,})", bold=True)
    for note in notes[:_MOST]:
        click.echo(f"  {note}")
    if len(notes) > _MOST:
        click.echo(f"  and {len(notes) - _MOST:,} more; --json lists all")


def _reach(reach: Reach, categories: Sequence[str]) -> None:
    articles, words = number_of(reach.n_articles, "article"), number_of(reach.n_words, "word")
    click.secho(f"In {articles}, {words}", bold=True)
    _coverage("all terms", reach.whole)
    for category in reach.categories if categories else ():
        _coverage(category.category, category)
    if reach.whole.top:
        click.secho("Found most", bold=True)
        for term in reach.whole.top:
            times = number_of(term.n, "time")
            click.echo(f"  {term.term}: {times}, in {number_of(term.n_articles, 'article')}")
    if reach.never:
        click.secho(f"In no article ({len(reach.never):,})", bold=True)
        click.echo(f"  {_some(reach.never)}")


def _coverage(what: str, reach: CategoryReach) -> None:
    click.echo(
        f"  {what}: {reach.articles:.1%} of articles, {reach.words:.2%} of words, "
        f"{reach.n_found:,} of {number_of(reach.n_terms, 'term')} found"
    )


def _some(names: Sequence[str]) -> str:
    left = len(names) - _MOST
    return ", ".join(names[:_MOST]) + (f" and {left:,} more" if left > 0 else "")
