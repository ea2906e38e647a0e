"""``divergence clean``: the rules of boilerplate, and every line that they take."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from divergence import strict_json
from divergence.commands.messages import number_of, say_config
from divergence.commands.shared_options import PATH, config_option

if TYPE_CHECKING:
    from divergence.types import Corpus


@click.command()
@click.argument("path", type=PATH)
@config_option
@click.option("--json", "as_json", is_flag=True, help="Rules and lines as JSON, for scripts.")
def clean(path: Path, config_file: Path | None, as_json: bool) -> None:
    """List the rules that take boilerplate out of the articles under PATH, and what each took.

    No file is changed. Rules are switched off under [reading] in config.toml.
    """
    from divergence.run_inputs import configure, read_usable

    config = configure(path, config_file)
    corpus = read_usable(path, config)
    if as_json:
        click.echo(strict_json.dumps(_as_dict(corpus, config.boilerplate), indent=2))
        return
    say_config(config.path)
    _list(corpus, config.boilerplate)


def _as_dict(corpus: Corpus, on: tuple[str, ...]) -> dict[str, object]:
    from divergence.reading.boilerplate_rules import RULES

    taken = [line.rule for line in corpus.removed]
    return {
        "rules": [
            {
                "name": rule.name,
                "takes": rule.takes,
                "removes": rule.removes,
                "keeps": rule.keeps,
                "on": rule.name in on,
                "n_removed": taken.count(rule.name),
            }
            for rule in RULES
        ],
        "removed": [asdict(line) for line in corpus.removed],
        "n_articles": len(corpus.articles),
        "n_removed": len(corpus.removed),
    }


def _list(corpus: Corpus, on: tuple[str, ...]) -> None:
    from divergence.reading.boilerplate_rules import RULES

    for rule in RULES:
        lines = [line for line in corpus.removed if line.rule == rule.name]
        state = number_of(len(lines), "line") if rule.name in on else "switched off"
        click.secho(f"{rule.name}: {state}", bold=True)
        click.echo(f"  {rule.takes[:1].upper()}{rule.takes[1:]}.")
        click.echo(f"  Takes: {rule.removes}")
        click.echo(f"  Keeps: {rule.keeps}")
        for line in lines:
            of = "" if line.in_file else " of the text"
            click.echo(f"    {line.path}, line {line.line:,}{of}: {line.text}")
    articles = number_of(len(corpus.articles), "article")
    click.echo(f"Removed {number_of(len(corpus.removed), 'line')} from {articles}.")
