"""The command line: click options around :mod:`divergence.pipeline`.

Only this module speaks to the terminal. Heavy parts are imported inside the commands, so that
``divergence --help`` answers at once.
"""

from __future__ import annotations

import shlex
import sys
import textwrap
import zlib
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from divergence import __version__, strict_json
from divergence.commands.cite import cite
from divergence.commands.clean import clean
from divergence.commands.lexicon import lexicon
from divergence.errors import DivergenceError, OutputError
from divergence.types import Rejection, Side

if TYPE_CHECKING:
    from divergence.explaining import ExplainedNumber, ExplainedSentence, ExplainedSpan, Explanation
    from divergence.lexicons.lexicon import Lexicon
    from divergence.models.scores import Measured

T = TypeVar("T")
_PATH = click.Path(path_type=Path)
_SHOWN_REJECTIONS = 20
_FOLDERS = ("figures", "tables")
_LONGEST_NAME = 60
_MARKS = " .,;:!?\"'“”‘’"
_COLOURS = ("cyan", "yellow", "green", "magenta", "blue", "red")


class _Friendly(click.Group):
    """Turns the project's errors into one line and an exit code, never a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except DivergenceError as error:
            _step("")
            click.echo(f"Error: {error}", err=True)
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            _step("")
            click.echo("Stopped; nothing was written.", err=True)
            ctx.exit(130)


class _Folder(click.Path):
    """A folder to write to. An empty name, as of a variable that is not set, is no folder."""

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        if value == "":
            raise OutputError("no folder was named to write to; give one with --out")
        return super().convert(value, param, ctx)


_config_option = click.option(
    "--config",
    "config_file",
    type=_PATH,
    help="Settings to use instead of config.toml in the folder or the current directory.",
)


@click.group(cls=_Friendly, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="divergence")
def main() -> None:
    """Show how several newsrooms tell one event differently.

    Every number leads back to the sentences behind it. The report describes texts; it does not
    rank outlets and does not say who is right.
    """


main.add_command(cite)
main.add_command(clean)
main.add_command(lexicon)


@main.command()
@click.argument("path", type=_PATH)
@click.option(
    "--out",
    type=_Folder(path_type=Path),
    default=Path("reports"),
    show_default=True,
    help="Folder.",
)
@_config_option
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
    from divergence import pipeline
    from divergence.config import with_flags
    from divergence.preparing import configure
    from divergence.reporting.aside import second_process
    from divergence.reporting.figures import FigureSettings
    from divergence.reporting.write import check_formats, check_output, write_report

    check_output(out)
    formats = check_formats(_names(flags.pop("formats")))
    kinds = flags.pop("figures")
    drawn = FigureSettings(
        () if kinds == "none" else _names(kinds), flags.pop("dpi"), flags.pop("style")
    )
    config = configure(path, config_file, title=title)
    config = with_flags(config, **flags)
    _say_config(config.path)
    _say_lists(config.lexicons)
    drawings = len({"pdf", "html"}.intersection(formats)) + bool(drawn.kinds)
    beside = second_process() if drawings > 1 else nullcontext()
    second = click.get_current_context().with_resource(beside)
    run = pipeline.run(path, config, progress=_bar)
    _say_sides(run.info.sides, proposed=run.info.sides_proposed)
    sources = [profile.source for profile in run.comparison.sources]
    click.echo(
        f"Used {_count(run.info.n_used, 'article')} from {_count(len(sources), 'source')}: "
        f"{_listed(sources)}"
    )
    _say_rejections(run.info.rejections, run.info.n_in)
    _say_removed(len(run.info.removed), path)
    excerpts = dict(run.info.settings).get("excerpts")
    if excerpts:
        click.echo(f"Excerpts: {excerpts}; the field 'extent' says which and how much.")
    _say_notices(run.notices)
    for side in run.silent_sides:
        click.echo(f"Side {side} is never named in the articles; check its aliases.")
    if len(sources) == 1:
        click.echo("One source only: the report is a profile without comparison.")
    written = write_report(
        run.report, out, formats=formats, drawn=drawn, executor=second, progress=_step
    )
    _step("")
    whole = [str(path) for path in written if path.parent == out]
    figures, tables = (sum(path.parent == out / name for path in written) for name in _FOLDERS)
    whole += [_count(n, what) for n, what in ((figures, "figure"), (tables, "table")) if n]
    click.echo(f"Wrote {_listed(whole)}.")


@main.command()
@click.argument("path", type=_PATH)
@click.option("-o", "--output", type=_PATH, required=True, help="A .csv, .jsonl or .parquet file.")
@_config_option
def measure(path: Path, output: Path, config_file: Path | None) -> None:
    """Measure every article under PATH into a table, one row an article."""
    from divergence import pipeline
    from divergence.preparing import configure

    config = configure(path, config_file)
    _say_config(config.path)
    _say_lists(config.lexicons)
    if not config.sides:
        click.echo(
            "No sides are configured, so measures per side are left out; "
            f"`divergence init {_typed(path)}` proposes some."
        )
    measured = pipeline.measure(path, output, config, progress=_bar)
    n_in = measured.n_articles + len(measured.rejections)
    _say_rejections(measured.rejections, n_in)
    _say_removed(measured.n_removed, path)
    _say_notices(measured.notices)
    click.echo(f"Wrote {_count(measured.n_articles, 'article')} to {output}.")


@main.command()
@click.argument("file", type=_PATH)
@click.option("--feature", "features", multiple=True, help="Only this feature; may be repeated.")
@_config_option
@click.option("--json", "as_json", is_flag=True, help="Evidence as JSON, for scripts.")
def explain(file: Path, features: tuple[str, ...], config_file: Path | None, as_json: bool) -> None:
    """Show the evidence that the features find in FILE, sentence by sentence.

    FILE may also be a folder, whose articles are then shown one after the other.
    """
    from divergence import explaining
    from divergence.preparing import configure

    config = configure(file, config_file)
    rejections: list[Rejection] = []
    proposed: list[Side] = []
    found = explaining.explain_path(
        file,
        config,
        features or None,
        on_rejected=rejections.append,
        on_proposed=proposed.extend,
    )
    n_in = len(found) + len(rejections)
    if as_json:
        _say_rejections(rejections, n_in, err=True)
        click.echo(strict_json.dumps([asdict(each) for each in found], indent=2))
        return
    _say_config(config.path)
    _say_rejections(rejections, n_in)
    if _lacks_sides(found, features):
        _say_sides((), proposed=True)
    elif proposed and _has_sides(found):
        _say_sides(proposed, proposed=True)
    for explanation in found:
        _show(explanation)


@main.command()
@click.argument("folder", type=_PATH)
@click.option("--force", is_flag=True, help="Replace an existing config.toml.")
def init(folder: Path, force: bool) -> None:
    """Propose two sides from the articles in FOLDER and write them as a commented config.toml."""
    from divergence import initializing

    proposal = initializing.write_config(folder, force=force)
    _say_rejections(proposal.rejections, proposal.n_in)
    _say_notices(proposal.notices)
    _say_sides(proposal.sides, proposed=True)
    click.echo(
        f"Wrote {proposal.target}. Read it, correct the names, then run: "
        f"divergence report {_typed(folder)}"
    )


@main.command()
@_config_option
@click.option("--json", "as_json", is_flag=True, help="The same as JSON, for scripts.")
def features(config_file: Path | None, as_json: bool) -> None:
    """List what is measured: name, unit, how to read it, how often it is right."""
    from divergence.config import load_config
    from divergence.features.registry import all_features, of_lists
    from divergence.models import scores
    from divergence.models.instruments import heads_of

    config = load_config(config_file, Path.cwd(), Path.cwd())
    heads = heads_of(config.semantic)
    every = (*all_features(), *of_lists(config.lexicons))
    if as_json:
        listed = [
            {
                "name": feature.name,
                "version": feature.version,
                "family": feature.family,
                "claim": feature.claim,
                "reference": feature.reference,
                "misfires": feature.misfires,
                "measures": [
                    {
                        "name": measure.name,
                        "title": measure.title,
                        "unit": measure.unit,
                        "direction": measure.direction,
                        "per_side": measure.per_side,
                    }
                    for measure in feature.measures
                ],
                "scores": [asdict(each) for each in scores.of_feature(feature.name, heads)],
            }
            for feature in every
        ]
        click.echo(strict_json.dumps(listed, indent=2))
        return
    for feature in every:
        click.secho(f"{feature.name} (version {feature.version}, {feature.family})", bold=True)
        click.echo(f"  {feature.claim}")
        click.echo(f"  Reference: {feature.reference}")
        click.echo(f"  Known to go wrong: {feature.misfires}")
        figures = scores.of_feature(feature.name, heads)
        _say_scores(figures)
        if not figures:
            click.echo(f"  Measured: {scores.UNMEASURED}")
        for measure in feature.measures:
            per_side = ", for each side" if measure.per_side else ""
            click.echo(f"    {measure.name}: {measure.title}, {measure.unit}{per_side}")
            click.echo(f"      {measure.direction}")
    click.secho("Comparing articles", bold=True)
    _say_scores(scores.comparing(heads))


@main.command()
@click.argument("task")
@click.argument("data", type=_PATH)
@_config_option
@click.option("--raw", is_flag=True, help="syntax: score from raw text, with our own words.")
@click.option("--json", "as_json", is_flag=True, help="The scores as JSON, for scripts.")
@click.option("--predictions", type=_PATH, help="File for what was predicted, row by row.")
def validate(
    task: str,
    data: Path,
    config_file: Path | None,
    raw: bool,
    as_json: bool,
    predictions: Path | None,
) -> None:
    """Score an instrument on labelled DATA.

    TASK is syntax (DATA in CoNLL-U), or one of alignment, attribution, certainty, events, figures,
    frames, hedging, loaded, roles and sentiment (JSON Lines). With --predictions, every task writes
    what it predicted as JSON Lines; those of attribution can be scored as labels themselves.
    Sentiment and alignment are scored with the semantic extra where the settings name a model.
    """
    from divergence.config import load_config
    from divergence.validation import tasks

    semantic = load_config(config_file, Path.cwd(), Path.cwd()).semantic
    if predictions is not None:
        tasks.check_place(predictions)
    scored = tasks.score(task, data, raw=raw, semantic=semantic)
    if predictions is not None:
        tasks.write_predictions(scored, predictions)
    if as_json:
        shown = {
            "task": task,
            "n": scored.n,
            "metrics": scored.metrics,
            "intervals": scored.intervals,
            "reasons": scored.reasons,
        }
        click.echo(strict_json.dumps(shown, indent=2))
        return
    click.echo(f"{task} on {data.name}, n = {scored.n:,} {'words' if task == 'syntax' else 'rows'}")
    for name, number in scored.metrics.items():
        if name in scored.reasons:
            click.echo(f"  {name:<20} not defined ({scored.reasons[name]})")
            continue
        ends = scored.intervals.get(name)
        interval = f"  [{ends[0]:.4f}, {ends[1]:.4f}]" if ends else ""
        click.echo(f"  {name:<20} {number:.4f}{interval}")


def _say_scores(figures: Sequence[Measured]) -> None:
    for each in figures:
        click.echo(f"  Measured: {each.instrument}, {each.figure}")
        click.echo(f"    on {each.ground}")


def _show(explanation: Explanation) -> None:
    click.secho(f"\n{explanation.title or explanation.article} ({explanation.source})", bold=True)
    for number in explanation.numbers:
        click.echo(f"  {number.column}: {_in_words(number)}")
    for sentence in explanation.sentences:
        click.echo(f"\n[{sentence.number}] " + _marked(sentence))
        for _, spans in groupby(sentence.evidence, key=lambda span: (span.start, span.end)):
            alike = tuple(spans)
            whole = _bare(alike[0].text) == _bare(sentence.text)
            shown = "the whole sentence" if whole else alike[0].text
            labels = "; ".join(_label(span) for span in alike)
            click.echo(f"    {click.style(shown, fg=_colour(alike[0].feature))}  {labels}")


def _bare(text: str) -> str:
    """A stretch without the marks at its ends, which some evidence holds and some does not."""
    return text.strip(_MARKS)


def _label(span: ExplainedSpan) -> str:
    side = f", {span.side}" if span.side else ""
    weight = "" if span.weight == 1.0 else f", weight {span.weight:.3g}"
    return f"{span.feature}: {span.category}{side}, {span.voice} voice{weight}"


def _lacks_sides(found: Sequence[Explanation], names: Sequence[str]) -> bool:
    """Whether measures per side were asked for and, without sides, left out."""
    from divergence.features.registry import all_features

    asked = [feature for feature in all_features() if not names or feature.name in names]
    per_side = any(measure.per_side for feature in asked for measure in feature.measures)
    return per_side and not _has_sides(found)


def _has_sides(found: Sequence[Explanation]) -> bool:
    return any("[" in each.column for one in found for each in one.numbers)


def _in_words(explained: ExplainedNumber) -> str:
    """The value in its unit and the two sums behind it: "40% of sentences (2 of 5)"."""
    from divergence.plots.numerals import is_share, number

    if explained.value is None:
        return f"not defined ({explained.reason})"
    share = is_share(explained.unit)
    unit = explained.unit.removeprefix("share").strip() if share else explained.unit
    sums = f"{explained.counted:.4g} of {explained.out_of:.6g}"
    if not share:
        sums = sums.replace(" of ", " over ")
    return f"{number(explained.value, share=share)} {unit} ({sums})"


def _marked(sentence: ExplainedSentence) -> str:
    """The sentence with every stretch of evidence underlined."""
    marked = {place for span in sentence.evidence for place in range(span.start, span.end)}
    places = enumerate(sentence.text, start=sentence.start)
    runs = groupby(places, key=lambda place: place[0] in marked)
    return "".join(
        click.style("".join(character for _, character in run), underline=underlined)
        if underlined
        else "".join(character for _, character in run)
        for underlined, run in runs
    )


def _colour(feature: str) -> str:
    return _COLOURS[zlib.crc32(feature.encode()) % len(_COLOURS)]


def _bar(items: Iterable[T], what: str, total: int | None) -> Iterable[T]:
    """A progress bar after a second, on a terminal only."""
    from tqdm import tqdm

    bar: Iterable[T] = tqdm(
        items, desc=what, total=total, delay=1, disable=not sys.stderr.isatty(), leave=False
    )
    return bar


def _step(name: str) -> None:
    """Name what is being written, in one line of a terminal that goes again."""
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{f'Writing {name}' if name else ''}", nl=False, err=True)


def _say_config(path: str) -> None:
    click.echo(f"Settings: {path}" if path else "Settings: defaults (no config.toml found)")


def _say_lists(lexicons: Sequence[Lexicon]) -> None:
    for each in lexicons:
        if n := each.n_left_out:
            entries = f"{n:,} entry" if n == 1 else f"{n:,} entries"
            check = f"`divergence lexicon check {_typed(Path(each.path))}`"
            click.echo(
                f"List {each.name}: {entries} left out; {check} lists {'it' if n == 1 else 'them'}."
            )


def _say_sides(sides: Sequence[Side], *, proposed: bool) -> None:
    how = " (proposed from the text; check them)" if proposed else ""
    if not sides:
        click.echo(
            "Sides: none were found in the text; measures per side are left out. "
            "Name them in config.toml: [sides.NAME] and aliases = [...]."
        )
    for side in sides:
        click.echo(f"Side{how}: {side.name} = {_listed(side.aliases)}")


def _say_rejections(rejections: Sequence[Rejection], n_in: int, *, err: bool = False) -> None:
    if not rejections:
        return
    click.echo(f"Not used, {len(rejections)} of {_count(n_in, 'input')}:", err=err)
    for rejection in rejections[:_SHOWN_REJECTIONS]:
        remedy = f" {rejection.remedy}" if rejection.remedy else ""
        click.echo(f"  {rejection.path}: {rejection.reason}.{remedy}".replace("..", "."), err=err)
    if len(rejections) > _SHOWN_REJECTIONS:
        rest = len(rejections) - _SHOWN_REJECTIONS
        click.echo(f"  and {rest:,} more; `report` lists all of them in report.json", err=err)


def _say_removed(n_removed: int, path: Path) -> None:
    if n_removed:
        lines = _count(n_removed, "line")
        click.echo(f"Removed {lines} of boilerplate; `divergence clean {_typed(path)}` lists them.")


def _say_notices(notices: Sequence[str]) -> None:
    for notice in notices:
        click.echo(f"Note: {notice}")


def _typed(path: Path) -> str:
    """A path as it can be typed into a shell."""
    return shlex.quote(str(path))


def _one_line(name: str) -> str:
    """A name as one printable stretch of a line."""
    printable = "".join(c if c.isprintable() else " " for c in name)
    return textwrap.shorten(printable, _LONGEST_NAME, placeholder="…") or printable[:_LONGEST_NAME]


def _names(listed: str) -> tuple[str, ...]:
    """Names as given with commas between them."""
    return tuple(dict.fromkeys(name.strip() for name in listed.split(",") if name.strip()))


def _count(n: int, what: str) -> str:
    return f"{n:,} {what}" if n == 1 else f"{n:,} {what}s"


def _listed(names: Sequence[str], most: int = 8) -> str:
    shown = ", ".join(_one_line(name) for name in names[:most])
    return shown if len(names) <= most else f"{shown} and {len(names) - most} more"
