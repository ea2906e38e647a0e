"""``divergence explain``: the evidence of a text, sentence by sentence."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from divergence import strict_json
from divergence.commands.messages import say_config, say_rejections, say_sides
from divergence.commands.shared_options import PATH, config_option
from divergence.types import Rejection, Side

if TYPE_CHECKING:
    from divergence.explaining import ExplainedNumber, ExplainedSentence, ExplainedSpan, Explanation

_MARKS = " .,;:!?\"'“”‘’"
_COLOURS = ("cyan", "yellow", "green", "magenta", "blue", "red")


@click.command()
@click.argument("file", type=PATH)
@click.option("--feature", "features", multiple=True, help="Only this feature; may be repeated.")
@config_option
@click.option("--json", "as_json", is_flag=True, help="Evidence as JSON, for scripts.")
def explain(file: Path, features: tuple[str, ...], config_file: Path | None, as_json: bool) -> None:
    """Show the evidence that the features find in FILE, sentence by sentence.

    FILE may also be a folder, whose articles are then shown one after the other.
    """
    from divergence import explaining
    from divergence.run_inputs import configure

    config = configure(file, config_file)
    rejections: list[Rejection] = []
    proposed: list[Side] = []
    explanations = explaining.explain_path(
        file,
        config,
        features or None,
        on_rejected=rejections.append,
        on_proposed=proposed.extend,
    )
    n_in = len(explanations) + len(rejections)
    if as_json:
        say_rejections(rejections, n_in, err=True)
        click.echo(strict_json.dumps([asdict(explained) for explained in explanations], indent=2))
        return
    say_config(config.path)
    say_rejections(rejections, n_in)
    if _lacks_sides(explanations, features):
        say_sides((), proposed=True)
    elif proposed and _has_sides(explanations):
        say_sides(proposed, proposed=True)
    for explanation in explanations:
        _show(explanation)


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


def _lacks_sides(explanations: Sequence[Explanation], names: Sequence[str]) -> bool:
    """Whether measures per side were asked for and, without sides, left out."""
    from divergence.features.registry import all_features

    asked = [feature for feature in all_features() if not names or feature.name in names]
    per_side = any(measure.per_side for feature in asked for measure in feature.measures)
    return per_side and not _has_sides(explanations)


def _has_sides(explanations: Sequence[Explanation]) -> bool:
    return any(
        "[" in number.column for explanation in explanations for number in explanation.numbers
    )


def _in_words(explained: ExplainedNumber) -> str:
    """The value in its unit and the two sums behind it: "40% of sentences (2 of 5)"."""
    from divergence.plots.number_format import is_share, number

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
