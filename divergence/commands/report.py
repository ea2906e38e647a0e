"""``divergence report``: from articles to a report, its figures and its tables."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click

from divergence.commands.messages import (
    bar,
    listed,
    number_of,
    say_config,
    say_lists,
    say_notices,
    say_rejections,
    say_removed,
    say_sides,
    step,
)
from divergence.commands.shared_options import PATH, config_option
from divergence.errors import OutputError

_FOLDERS = ("figures", "tables")


class _Folder(click.Path):
    """A folder to write to. An empty name, as of a variable that is not set, is no folder."""

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        if value == "":
            raise OutputError("no folder was named to write to; give one with --out")
        return super().convert(value, param, ctx)


@click.command()
@click.argument("path", type=PATH)
@click.option(
    "--out",
    type=_Folder(path_type=Path),
    default=Path("reports"),
    show_default=True,
    help="Folder.",
)
@config_option
@click.option("--title", help="Title of the report; otherwise the event's or the first headline's.")
@click.option("--seed", type=int, help="Seed of every random draw.  [default: 0]")
@click.option("--rounds", type=int, help="Rounds of resampling.  [default: 1000]")
@click.option("--by", help="Whom to compare: source, or any field of the articles.")
@click.option("--within", help="Take differences within: event, none, or any field.")
@click.option("--reference", help="The group to hold all others against.")
@click.option(
    "--format",
    "formats",
    default="pdf,html,json,csv",
    show_default=True,
    help="What to write, in place of an earlier report in the folder.",
)
@click.option("--figures", default="png", show_default=True, help="Of png, svg, pdf; or none.")
@click.option("--dpi", type=int, default=200, show_default=True, help="Fineness of PNG figures.")
@click.option("--style", default="paper", show_default=True, help="paper, slides or screen.")
def report(
    path: Path, out: Path, config_file: Path | None, title: str | None, **flags: Any
) -> None:
    """Compare the articles under PATH and write a report, its figures and its tables."""
    from divergence import runs
    from divergence.config import with_flags
    from divergence.reporting.figure_files import FigureSettings
    from divergence.reporting.second_process import second_process
    from divergence.reporting.write import check_formats, check_output, write_report
    from divergence.run_inputs import configure

    check_output(out)
    formats = check_formats(_names(flags.pop("formats")))
    kinds = flags.pop("figures")
    drawn = FigureSettings(
        () if kinds == "none" else _names(kinds), flags.pop("dpi"), flags.pop("style")
    )
    config = configure(path, config_file, title=title)
    config = with_flags(config, **flags)
    say_config(config.path)
    say_lists(config.lexicons)
    drawings = len({"pdf", "html"}.intersection(formats)) + bool(drawn.kinds)
    beside = second_process() if drawings > 1 else nullcontext()
    second = click.get_current_context().with_resource(beside)
    run = runs.run(path, config, progress=bar)
    say_sides(run.info.sides, proposed=run.info.sides_proposed)
    sources = [profile.source for profile in run.comparison.sources]
    click.echo(
        f"Used {number_of(run.info.n_used, 'article')} from {number_of(len(sources), 'source')}: "
        f"{listed(sources)}"
    )
    say_rejections(run.info.rejections, run.info.n_in)
    say_removed(len(run.info.removed), path)
    excerpts = dict(run.info.settings).get("excerpts")
    if excerpts:
        click.echo(f"Excerpts: {excerpts}; the field 'extent' says which and how much.")
    say_notices(run.notices)
    for side in run.silent_sides:
        click.echo(f"Side {side} is never named in the articles; check its aliases.")
    if len(sources) == 1:
        click.echo("One source only: the report is a profile without comparison.")
    written = write_report(
        run.report, out, formats=formats, drawn=drawn, executor=second, progress=step
    )
    step("")
    whole = [str(path) for path in written if path.parent == out]
    figures, tables = (sum(path.parent == out / name for path in written) for name in _FOLDERS)
    whole += [number_of(n, what) for n, what in ((figures, "figure"), (tables, "table")) if n]
    click.echo(f"Wrote {listed(whole)}.")


def _names(listed: str) -> tuple[str, ...]:
    """Names as given with commas between them."""
    return tuple(dict.fromkeys(name.strip() for name in listed.split(",") if name.strip()))
