"""Settings: sides, own frames and word lists, seed and rounds, from defaults, file and flags.

The first file that exists is used and no other: the one given, ``config.toml`` in the folder of the
articles, ``config.toml`` in the current directory. An unknown key is an error, because a misspelt
one would otherwise be a setting that silently does nothing.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from divergence.errors import ConfigError, InputError, UsageError, must_be_one_of
from divergence.instruments.semantic_settings import SemanticConfig
from divergence.lexicons.packaged import load as load_list
from divergence.lists.lexicon import Lexicon
from divergence.lists.settings_tables import read_lexicons
from divergence.reading.boilerplate_rules import NAMES as RULES
from divergence.reading.draft import Unreadable
from divergence.reading.formats.encoding import load
from divergence.text.entities.side_checks import check_sides
from divergence.toml_tables import Table, kind
from divergence.types import Side

__all__ = ["Config", "load_config"]


FILE_NAME = "config.toml"
MAX_ROUNDS = 100_000
# Columns are named ``measure[Side]|voice``.
_OF_COLUMNS = re.compile(r"[\[\]|]")
_TABLES = ("sides", "frames", "lexicons", "reading", "report", "compare", "semantic")


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that can be set.

    Attributes
    ----------
    sides : tuple of Side
        Parties to the event; empty means: to be proposed from the texts.
    frames : mapping of str to tuple of str
        The user's own frames and their words.
    title : str
        Title of the report; empty means the event's.
    seed : int
        Seed of every random draw, 0 or more.
    rounds : int
        Rounds of resampling, 1 to 100,000.
    by : str
        Whom to compare: "source" or a key of the articles' metadata.
    within : str
        What differences are taken within: "event", "none" or a key of the metadata.
    reference : str
        The group that all others are held against; empty means: each against all the others.
    path : str
        The file that was used; empty where there was none.
    semantic : SemanticConfig or None
        The encoder for sentiment and alignment; None means the built-in instruments.
    boilerplate : tuple of str
        The rules by which boilerplate is taken out of the texts.
    lexicons : tuple of Lexicon
        The user's own word lists, sorted by name.
    """

    sides: tuple[Side, ...] = ()
    frames: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    title: str = ""
    seed: int = 0
    rounds: int = 1000
    by: str = "source"
    within: str = "event"
    reference: str = ""
    path: str = ""
    semantic: SemanticConfig | None = None
    boilerplate: tuple[str, ...] = RULES
    lexicons: tuple[Lexicon, ...] = ()


def load_config(explicit: Path | None, folder: Path, cwd: Path) -> Config:
    """Find and read the configuration.

    Parameters
    ----------
    explicit : pathlib.Path or None
        The file that was asked for by name.
    folder : pathlib.Path
        The articles: a folder, or a file, whose folder is then meant.
    cwd : pathlib.Path
        The current directory.

    Returns
    -------
    Config
        The defaults where no file is found. ``path`` says which file was used.

    Raises
    ------
    divergence.errors.InputError
        The explicit file does not exist.
    divergence.errors.ConfigError
        The file that was found is not valid; the message names file, key and remedy.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as name:
    ...     folder = Path(name)
    ...     _ = (folder / "config.toml").write_text('[sides.Norland]\\naliases = ["Norland"]')
    ...     load_config(None, folder, folder).sides
    (Side(name='Norland', aliases=('Norland',)),)
    """
    if explicit is not None:
        if not explicit.is_file():
            raise InputError(f"{explicit}: no such configuration file. Check --config.")
        return read_config(explicit)
    beside = folder if folder.is_dir() else folder.parent
    for candidate in (beside / FILE_NAME, cwd / FILE_NAME):
        if candidate.is_file():
            return read_config(candidate)
    return Config()


def with_flags(
    config: Config,
    *,
    seed: int | None = None,
    rounds: int | None = None,
    by: str | None = None,
    within: str | None = None,
    reference: str | None = None,
) -> Config:
    """Lay what the command line says over a configuration."""
    return replace(
        config,
        seed=config.seed if seed is None else _seed("--seed", seed),
        rounds=config.rounds if rounds is None else _rounds("--rounds", rounds),
        by=config.by if by is None else by,
        within=config.within if within is None else within,
        reference=config.reference if reference is None else reference,
    )


def read_config(path: Path) -> Config:
    """Read one configuration file."""
    try:
        document = tomllib.loads(load(path))
    except Unreadable as error:
        raise ConfigError(f"{path}: {error.reason}. {error.remedy}") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ConfigError(
            f"{path}: cannot be opened: {reason}. Check that you may read it."
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(
            f"{path}: not valid TOML: {error}. Check quotation marks and brackets there."
        ) from None
    file = Table(path, "", document).only(*_TABLES)
    report = file.table("report").only("title")
    compare = file.table("compare").only("seed", "rounds", "by", "within", "reference")
    default = Config()
    return Config(
        sides=_sides(file.table("sides")),
        frames=_frames(file.table("frames")),
        title=report.string("title"),
        seed=_seed(f"{path} in [compare]", compare.held.get("seed", default.seed)),
        rounds=_rounds(f"{path} in [compare]", compare.held.get("rounds", default.rounds)),
        by=compare.string("by", default.by),
        within=compare.string("within", default.within),
        reference=compare.string("reference", default.reference),
        path=str(path),
        semantic=_semantic(file.table("semantic")) if "semantic" in file else None,
        boilerplate=_boilerplate(file.table("reading").only("boilerplate", "skip")),
        lexicons=read_lexicons(file.table("lexicons")),
    )


def _boilerplate(reading: Table) -> tuple[str, ...]:
    """The rules that are left when ``skip`` is taken away; none where ``boilerplate`` is false."""
    wanted, skip = reading.held.get("boilerplate", True), reading.held.get("skip", [])
    if not isinstance(wanted, bool):
        raise reading.error(
            f"reading.boilerplate must be true or false, not {kind(wanted)}. "
            'To leave single rules out, write skip = ["captions"].'
        )
    if not isinstance(skip, list) or not all(isinstance(name, str) for name in skip):
        raise reading.error(
            'reading.skip must be a list of names of rules. Write skip = ["captions"].'
        )
    for name in skip:
        if name not in RULES:
            raise ConfigError(f"{reading.path} in [reading]: {must_be_one_of('rule', name, RULES)}")
    return tuple(name for name in RULES if wanted and name not in skip)


def _semantic(table: Table) -> SemanticConfig:
    model, heads = (table.only("model", "heads").string(key).strip() for key in ("model", "heads"))
    if not model:
        raise table.error(
            "[semantic] names no model. "
            'Add model = "all-MiniLM-L6-v2", or the folder that holds it.'
        )
    there = table.beside(model)
    is_folder = model.startswith((".", "~")) or Path(model).is_absolute() or there.is_dir()
    return SemanticConfig(
        str(there) if is_folder else model, str(table.beside(heads)) if heads else ""
    )


def _sides(tables: Table) -> tuple[Side, ...]:
    example = 'aliases = ["Norland", "Norlandic"]'
    sides = []
    for name, table in tables.tables(example):
        if not name.strip():
            raise table.error("a side has no name. Write [sides.Norland], for example.")
        reserved = _OF_COLUMNS.search(name)
        if reserved:
            raise table.error(
                f"the name of side {name!r} holds '{reserved[0]}', which column names use. "
                "Take it out; aliases may keep it."
            )
        sides.append(Side(name, table.only("aliases").strings("aliases", example)))
    try:
        return check_sides(sides)
    except UsageError as error:
        raise tables.error(str(error)) from None


def _frames(tables: Table) -> dict[str, tuple[str, ...]]:
    example = 'words = ["ceasefire", "talks"]'
    frames = {}
    for name, table in tables.tables(example):
        built_in = re.sub(r"[\s_-]+", "_", name.strip().casefold())
        if built_in in load_list("frames").categories:
            raise table.error(
                f"frames.{name} has the name of the built-in frame '{built_in}'. "
                "Choose another name."
            )
        frames[name] = table.only("words").strings("words", example)
    return frames


def _seed(where: str, value: object) -> int:
    return _number(where, "seed", value, 0, 2**32 - 1)


def _rounds(where: str, value: object) -> int:
    return _number(where, "rounds", value, 1, MAX_ROUNDS)


def _number(where: str, name: str, value: object, low: int, high: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        shown = repr(value) if isinstance(value, int | float | str) else kind(value)
        raise ConfigError(
            f"{where}: {name} must be a whole number from {low} to {high:,}, not {shown}."
        )
    return value
