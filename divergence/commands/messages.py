"""What several commands say in the terminal: what was read, with which settings, how far it is."""

from __future__ import annotations

import shlex
import sys
import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from divergence.types import Rejection, Side

if TYPE_CHECKING:
    from divergence.lists.lexicon import Lexicon

T = TypeVar("T")
_SHOWN_REJECTIONS = 20
_LONGEST_NAME = 60


def bar(items: Iterable[T], what: str, total: int | None) -> Iterable[T]:
    """A progress bar after a second, on a terminal only."""
    from tqdm import tqdm

    bar: Iterable[T] = tqdm(
        items, desc=what, total=total, delay=1, disable=not sys.stderr.isatty(), leave=False
    )
    return bar


def step(name: str) -> None:
    """Name what is being written, in one line of a terminal that goes again."""
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{f'Writing {name}' if name else ''}", nl=False, err=True)


def say_config(path: str) -> None:
    """Name the settings that are used."""
    click.echo(f"Settings: {path}" if path else "Settings: defaults (no config.toml found)")


def say_lists(lexicons: Sequence[Lexicon]) -> None:
    """Say which word lists have entries that are left out."""
    for lexicon in lexicons:
        if n := lexicon.n_left_out:
            check = f"`divergence lexicon check {typed(Path(lexicon.path))}`"
            them = "it" if n == 1 else "them"
            click.echo(
                f"List {lexicon.name}: {number_of(n, 'entry')} left out; {check} lists {them}."
            )


def say_sides(sides: Sequence[Side], *, proposed: bool) -> None:
    """Name the sides and their aliases."""
    how = " (proposed from the text; check them)" if proposed else ""
    if not sides:
        click.echo(
            "Sides: none were found in the text; measures per side are left out. "
            "Name them in config.toml: [sides.NAME] and aliases = [...]."
        )
    for side in sides:
        click.echo(f"Side{how}: {side.name} = {listed(side.aliases)}")


def say_rejections(rejections: Sequence[Rejection], n_in: int, *, err: bool = False) -> None:
    """List what was not used, and why."""
    if not rejections:
        return
    click.echo(f"Not used, {len(rejections)} of {number_of(n_in, 'input')}:", err=err)
    for rejection in rejections[:_SHOWN_REJECTIONS]:
        remedy = f" {rejection.remedy}" if rejection.remedy else ""
        click.echo(f"  {rejection.path}: {rejection.reason}.{remedy}".replace("..", "."), err=err)
    if len(rejections) > _SHOWN_REJECTIONS:
        rest = len(rejections) - _SHOWN_REJECTIONS
        click.echo(f"  and {rest:,} more; `report` lists all of them in report.json", err=err)


def say_removed(n_removed: int, path: Path) -> None:
    """Say how many lines were taken for boilerplate."""
    if n_removed:
        lines = number_of(n_removed, "line")
        click.echo(f"Removed {lines} of boilerplate; `divergence clean {typed(path)}` lists them.")


def say_notices(notices: Sequence[str]) -> None:
    """Say what reading left open."""
    for notice in notices:
        click.echo(f"Note: {notice}")


def typed(path: Path) -> str:
    """A path as it can be typed into a shell."""
    return shlex.quote(str(path))


def number_of(n: int, what: str) -> str:
    """A number of things: "1 entry", "2 entries"."""
    several = f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"
    return f"{n:,} {what if n == 1 else several}"


def listed(names: Sequence[str], most: int = 8) -> str:
    """The first of several names, and how many more there are."""
    shown = ", ".join(one_line(name) for name in names[:most])
    return shown if len(names) <= most else f"{shown} and {len(names) - most} more"


def one_line(name: str) -> str:
    """A name as one printable stretch of a line."""
    printable = "".join(c if c.isprintable() else " " for c in name)
    return textwrap.shorten(printable, _LONGEST_NAME, placeholder="…") or printable[:_LONGEST_NAME]
