"""The command line: the group of commands, each in a file of :mod:`divergence.commands`.

Only these speak to the terminal. Heavy parts are imported inside the commands, so that
``divergence --help`` answers at once.
"""

from __future__ import annotations

from typing import Any

import click

from divergence.commands.cite import cite
from divergence.commands.clean import clean
from divergence.commands.explain import explain
from divergence.commands.features import features
from divergence.commands.init import init
from divergence.commands.lexicon import lexicon
from divergence.commands.measure import measure
from divergence.commands.messages import step
from divergence.commands.report import report
from divergence.commands.validate import validate
from divergence.errors import DivergenceError
from divergence.version import __version__


class _Friendly(click.Group):
    """Turns the project's errors into one line and an exit code, never a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except DivergenceError as error:
            step("")
            click.echo(f"Error: {error}", err=True)
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            step("")
            click.echo("Stopped; nothing was written.", err=True)
            ctx.exit(130)


@click.group(cls=_Friendly, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="divergence")
def main() -> None:
    """Show how several newsrooms tell one event differently.

    Every number leads back to the sentences behind it. The report describes texts; it does not
    rank outlets and does not say who is right.
    """


for command in (cite, clean, explain, features, init, lexicon, measure, report, validate):
    main.add_command(command)
