"""``divergence features``: what is measured, how to read it and how often it is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from divergence import strict_json
from divergence.commands.shared_options import config_option

if TYPE_CHECKING:
    from divergence.counting.declaration import Measure
    from divergence.counting.feature import Feature
    from divergence.instruments.measured_scores import InstrumentScore

_OF_A_FEATURE = ("name", "version", "family", "claim", "reference", "misfires")
_OF_A_MEASURE = ("name", "title", "unit", "direction", "per_side")


@click.command()
@config_option
@click.option("--json", "as_json", is_flag=True, help="The same as JSON, for scripts.")
def features(config_file: Path | None, as_json: bool) -> None:
    """List what is measured: name, unit, how to read it, how often it is right."""
    from divergence.config import load_config
    from divergence.instruments import measured_scores
    from divergence.instruments.chosen_instruments import Instruments, heads_of
    from divergence.run_inputs import selected_features

    config = load_config(config_file, Path.cwd(), Path.cwd())
    heads = heads_of(config.semantic)
    every = selected_features(config, Instruments())
    if as_json:
        listed = [
            {
                **_shown(feature, _OF_A_FEATURE),
                "measures": [_shown(measure, _OF_A_MEASURE) for measure in feature.measures],
                "scores": [
                    asdict(score) for score in measured_scores.of_feature(feature.name, heads)
                ],
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
        figures = measured_scores.of_feature(feature.name, heads)
        _say_scores(figures)
        if not figures:
            click.echo(f"  Measured: {measured_scores.UNMEASURED}")
        for measure in feature.measures:
            per_side = ", for each side" if measure.per_side else ""
            click.echo(f"    {measure.name}: {measure.title}, {measure.unit}{per_side}")
            click.echo(f"      {measure.direction}")
    click.secho("Comparing articles", bold=True)
    _say_scores(measured_scores.comparing(heads))


def _shown(declared: Feature | Measure, fields: Sequence[str]) -> dict[str, object]:
    return {field: getattr(declared, field) for field in fields}


def _say_scores(figures: Sequence[InstrumentScore]) -> None:
    for score in figures:
        click.echo(f"  Measured: {score.instrument}, {score.figure}")
        click.echo(f"    on {score.ground}")
