"""Arguments and options that several commands take."""

from __future__ import annotations

from pathlib import Path

import click

PATH = click.Path(path_type=Path)
config_option = click.option(
    "--config",
    "config_file",
    type=PATH,
    help="Settings to use instead of config.toml in the folder or the current directory.",
)
