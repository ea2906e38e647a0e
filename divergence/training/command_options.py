"""Arguments and options of the training commands, and how they print scores."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from divergence.errors import DivergenceError
from divergence.instruments.chosen_instruments import SHIPPED
from divergence.validation.scoring import Score


class TrainingCommand(click.Command):
    """A command that says in a line which label is wrong, instead of a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except DivergenceError as error:
            raise click.ClickException(str(error)) from error


FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)
EXISTING_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)

command = click.command(cls=TrainingCommand)
labelled_file = click.argument("file", type=FILE)
labelled_files = click.argument("files", nargs=-1, required=True, type=FILE)
out_folder = click.option("--out", required=True, type=FOLDER, help="Folder.")
heads_folder = click.option("--out", type=FOLDER, default=SHIPPED)
encoder_name = click.option(
    "--model", required=True, help="Encoder: a folder, or a name on the model hub."
)


def print_metrics(score: Score) -> None:
    """Print a line for each metric with its interval."""
    for name, number in score.metrics.items():
        low, high = score.intervals[name]
        click.echo(f"  {name} {number:.3f} [{low:.3f}, {high:.3f}]")
