"""Starting a project: sides proposed from the articles, written as a commented config.toml."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from divergence.errors import InputError, OutputError, UsageError
from divergence.types import Rejection, Side


class Proposal(NamedTuple):
    """The sides that were proposed, the file they were written to, and what was not used.

    ``n_in`` counts the inputs; ``notices`` are sentences on what reading left open.
    """

    sides: tuple[Side, ...]
    target: Path
    rejections: tuple[Rejection, ...] = ()
    n_in: int = 0
    notices: tuple[str, ...] = ()


def write_config(folder: Path, *, force: bool = False) -> Proposal:
    """Propose two sides from a folder's articles and write them to its ``config.toml``."""
    from divergence.config import FILE_NAME, Config
    from divergence.reading import notices
    from divergence.run_inputs import read_usable, settle_sides
    from divergence.text.entities.side_proposal import config_toml

    target = (folder if folder.is_dir() else folder.parent) / FILE_NAME
    if target.exists() and not force:
        raise UsageError(f"{target} exists already; edit it, or replace it with --force.")
    defaults = Config()
    corpus = read_usable(folder, defaults)
    articles = corpus.articles
    sides = settle_sides(defaults, articles)
    if not sides:
        raise InputError(
            f"{folder}: no two actors stand out in the text; write config.toml by hand, "
            'with a table such as [sides.North] and aliases = ["North", "Northern"] for each side.'
        )
    text = config_toml(sides, proposed_from=folder.name)
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(target)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        reason = error.strerror or "unknown reason"
        raise OutputError(f"{target} cannot be written ({reason}); check the folder.") from error
    sentences = tuple(
        filter(None, (notices.date_notice(articles), notices.source_notice(articles)))
    )
    return Proposal(sides, target, corpus.rejections, corpus.n_in, sentences)
