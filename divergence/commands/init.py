"""``divergence init``: sides proposed from the articles, written to a config.toml."""

from __future__ import annotations

from pathlib import Path

import click

from divergence.commands.messages import say_notices, say_rejections, say_sides, typed
from divergence.commands.shared_options import PATH


@click.command()
@click.argument("folder", type=PATH)
@click.option("--force", is_flag=True, help="Replace an existing config.toml.")
def init(folder: Path, force: bool) -> None:
    """Propose two sides from the articles in FOLDER and write them as a commented config.toml."""
    from divergence import initializing

    proposal = initializing.write_config(folder, force=force)
    say_rejections(proposal.rejections, proposal.n_in)
    say_notices(proposal.notices)
    say_sides(proposal.sides, proposed=True)
    click.echo(
        f"Wrote {proposal.target}. Read it, correct the names, then run: "
        f"divergence report {typed(folder)}"
    )
