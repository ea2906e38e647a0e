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
from typing import Any

from divergence.errors import ConfigError, DivergenceError, InputError, UsageError, must_be_one_of
from divergence.lexicons.lexicon import Lexicon
from divergence.reading.draft import Unreadable
from divergence.reading.encoding import load
from divergence.reading.rules import NAMES as RULES
from divergence.text.sides import check_sides
from divergence.types import Side

FILE_NAME = "config.toml"
MAX_ROUNDS = 100_000
# Columns are named ``measure[Side]|voice``.
_OF_COLUMNS = re.compile(r"[\[\]|]")
_TABLES = ("sides", "frames", "lexicons", "reading", "report", "compare", "semantic")
_LEXICON = ("file", "words", "weights", "title", "family", "match")
_COMPARE = ("seed", "rounds", "by", "within", "reference")
_BUILT_IN_FRAMES = ("conflict", "resolution", "human_interest", "morality", "economic")


@dataclass(frozen=True, slots=True)
class SemanticConfig:
    """The encoder of the ``semantic`` extra: a name on the model hub, or a folder.

    ``heads`` is a folder with heads of your own for it; empty means those of the package. Folders
    count from the folder of the configuration file.
    """

    model: str
    heads: str = ""


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
    """Lay what the command line says over a configuration.

    Parameters
    ----------
    config : Config
        From :func:`load_config`.
    seed, rounds : int or None
        None leaves the configuration's value.
    by, within, reference : str or None
        None leaves the configuration's value.

    Returns
    -------
    Config
        A new configuration.

    Raises
    ------
    divergence.errors.ConfigError
        A value is out of its range.

    Examples
    --------
    >>> with_flags(Config(), seed=7).seed
    7
    """
    return replace(
        config,
        seed=config.seed if seed is None else _number("--seed", "seed", seed),
        rounds=config.rounds if rounds is None else _number("--rounds", "rounds", rounds),
        by=config.by if by is None else by,
        within=config.within if within is None else within,
        reference=config.reference if reference is None else reference,
    )


def read_config(path: Path) -> Config:
    """Read one configuration file.

    Parameters
    ----------
    path : pathlib.Path
        A TOML file with the tables ``sides``, ``frames``, ``lexicons``, ``reading``, ``report``,
        ``compare`` and ``semantic``.

    Returns
    -------
    Config
        What it says, over the defaults.

    Raises
    ------
    divergence.errors.ConfigError
        It is not TOML, has an unknown key or a wrong value.
    """
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
    where = str(path)
    _known(document, where, "", _TABLES)
    report = _section(document, where, "report", ("title",))
    compare = _section(document, where, "compare", _COMPARE)
    default = Config()
    return Config(
        sides=_sides(document, where),
        frames=_frames(document, where),
        title=_string(report, where, "report.title", ""),
        seed=_number(where, "seed", compare.get("seed", default.seed)),
        rounds=_number(where, "rounds", compare.get("rounds", default.rounds)),
        by=_string(compare, where, "compare.by", default.by),
        within=_string(compare, where, "compare.within", default.within),
        reference=_string(compare, where, "compare.reference", default.reference),
        path=where,
        semantic=_semantic(document, path),
        boilerplate=_boilerplate(document, where),
        lexicons=_lexicons(document, path),
    )


def _boilerplate(document: Mapping[str, object], where: str) -> tuple[str, ...]:
    """The rules that are left when ``skip`` is taken away; none where ``boilerplate`` is false."""
    section = _section(document, where, "reading", ("boilerplate", "skip"))
    wanted, skip = section.get("boilerplate", True), section.get("skip", [])
    if not isinstance(wanted, bool):
        raise ConfigError(
            f"{where}: reading.boilerplate must be true or false, not {_kind(wanted)}. "
            'To leave single rules out, write skip = ["captions"].'
        )
    if not isinstance(skip, list) or not all(isinstance(name, str) for name in skip):
        raise ConfigError(
            f'{where}: reading.skip must be a list of names of rules. Write skip = ["captions"].'
        )
    for name in skip:
        if name not in RULES:
            raise ConfigError(f"{where} in [reading]: {must_be_one_of('rule', name, RULES)}")
    return tuple(name for name in RULES if wanted and name not in skip)


def _semantic(document: Mapping[str, object], path: Path) -> SemanticConfig | None:
    if "semantic" not in document:
        return None
    where = str(path)
    section = _section(document, where, "semantic", ("model", "heads"))
    model = _string(section, where, "semantic.model", "").strip()
    if not model:
        raise ConfigError(
            f"{where}: [semantic] names no model. "
            'Add model = "all-MiniLM-L6-v2", or the folder that holds it.'
        )
    heads = _string(section, where, "semantic.heads", "").strip()
    there = _beside(path, model)
    is_folder = model.startswith((".", "~")) or Path(model).is_absolute() or there.is_dir()
    return SemanticConfig(
        str(there) if is_folder else model, str(_beside(path, heads)) if heads else ""
    )


def _beside(path: Path, given: str) -> Path:
    return (path.parent / Path(given).expanduser()).absolute()


def _sides(document: Mapping[str, object], where: str) -> tuple[Side, ...]:
    sides = []
    for name, table in _table(document, where, "sides").items():
        if not name.strip():
            raise ConfigError(f"{where}: a side has no name. Write [sides.Norland], for example.")
        found = _OF_COLUMNS.search(name)
        if found:
            raise ConfigError(
                f"{where}: the name of side {name!r} holds '{found[0]}', which column names use. "
                "Take it out; aliases may keep it."
            )
        key = f"sides.{name}"
        aliases = _words(table, where, key, "aliases", 'aliases = ["Norland", "Norlandic"]')
        sides.append(Side(name, aliases))
    try:
        return check_sides(sides)
    except UsageError as error:
        raise ConfigError(f"{where}: {error}") from None


def _frames(document: Mapping[str, object], where: str) -> dict[str, tuple[str, ...]]:
    frames = {}
    for name, table in _table(document, where, "frames").items():
        built_in = re.sub(r"[\s_-]+", "_", name.strip().casefold())
        if built_in in _BUILT_IN_FRAMES:
            raise ConfigError(
                f"{where}: frames.{name} has the name of the built-in frame '{built_in}'. "
                "Choose another name."
            )
        example = 'words = ["ceasefire", "talks"]'
        frames[name] = _words(table, where, f"frames.{name}", "words", example)
    return frames


def _lexicons(document: Mapping[str, object], path: Path) -> tuple[Lexicon, ...]:
    where = str(path)
    lexicons: dict[str, Lexicon] = {}
    for name, table in _table(document, where, "lexicons").items():
        lexicon = _lexicon(name, table, path)
        if lexicons.setdefault(lexicon.name, lexicon) is not lexicon:
            raise ConfigError(
                f"{where}: lexicons.{name}: another list is called '{lexicon.name}' too. "
                "Choose another name."
            )
    return tuple(lexicons[name] for name in sorted(lexicons))


def _lexicon(name: str, table: object, path: Path) -> Lexicon:
    where, key = str(path), f"lexicons.{name}"
    if not isinstance(table, dict):
        raise ConfigError(f'{where}: {key} must be a table. Write [{key}] and file = "words.txt".')
    _known(table, where, key, _LEXICON)
    given = [field for field in ("file", "words", "weights") if field in table]
    if len(given) != 1:
        told = f"has {' and '.join(given)}" if given else "names no words"
        raise ConfigError(
            f"{where}: {key} {told}. Give one of file, words (a list) and weights (a table)."
        )
    texts = {each: table.get(each, "") for each in ("file", "title", "family", "match")}
    for each, text in texts.items():
        if not isinstance(text, str) or (each in table and not text.strip()):
            kind = _kind(text) if not isinstance(text, str) else "empty"
            raise ConfigError(f"{where}: {key}.{each} must be a string, not {kind}.")
    if isinstance(table.get("weights", {}), dict):
        words = table.get("weights", {})
    else:
        kind = _kind(table["weights"])
        raise ConfigError(
            f"{where}: {key}.weights must be a table, not {kind}. "
            "Write weights = { calm = 1, grim = -2 }."
        )
    if "words" in table:
        words = _listed(table, where, key, "words", 'words = ["flood*", "high water"]')
    chosen: dict[str, Any] = {
        "title": texts["title"],
        "family": texts["family"] or "lists",
        "match": texts["match"] or None,
    }
    try:
        if "file" in table:
            return Lexicon.from_file(_beside(path, texts["file"]), name=name, **chosen)
        return Lexicon.from_words(name, words, **{**chosen, "match": chosen["match"] or "lemma"})
    except DivergenceError as error:
        raise ConfigError(f"{where}: {key}: {error}") from None


def _words(table: object, where: str, key: str, field: str, example: str) -> tuple[str, ...]:
    if not isinstance(table, dict):
        raise ConfigError(f"{where}: {key} must be a table. Write [{key}] and {example}.")
    _known(table, where, key, (field,))
    return _listed(table, where, key, field, example)


def _listed(
    table: Mapping[str, object], where: str, key: str, field: str, example: str
) -> tuple[str, ...]:
    words = table.get(field)
    if words is None or words == []:
        raise ConfigError(f"{where}: {key} has no {field}. Add {example} below [{key}].")
    if not isinstance(words, list):
        raise ConfigError(
            f"{where}: {key}.{field} must be a list of strings, not {_kind(words)}. "
            f"Write {example}."
        )
    for word in words:
        if not isinstance(word, str):
            raise ConfigError(
                f"{where}: {key}.{field} holds {_kind(word)} ({word}). "
                "Put every one between quotation marks."
            )
        if not re.search(r"\w", word):
            raise ConfigError(f"{where}: {key}.{field} holds an empty string. Take it out.")
    return tuple(dict.fromkeys(" ".join(word.split()) for word in words))


def _section(
    document: Mapping[str, object], where: str, name: str, keys: tuple[str, ...]
) -> Mapping[str, object]:
    section = _table(document, where, name)
    _known(section, where, name, keys)
    return section


def _table(document: Mapping[str, object], where: str, name: str) -> Mapping[str, object]:
    table = document.get(name, {})
    if not isinstance(table, dict):
        raise ConfigError(f"{where}: {name} must be a table, not {_kind(table)}. Write [{name}].")
    return table


def _known(table: Mapping[str, object], where: str, key: str, allowed: tuple[str, ...]) -> None:
    for name in table:
        if name not in allowed:
            place = f" in [{key}]" if key else ""
            raise ConfigError(f"{where}{place}: {must_be_one_of('key', name, allowed)}")


def _string(section: Mapping[str, object], where: str, key: str, default: str) -> str:
    value = section.get(key.partition(".")[2], default)
    if not isinstance(value, str):
        raise ConfigError(f"{where}: {key} must be a string, not {_kind(value)}.")
    return value


def _number(where: str, name: str, value: object) -> int:
    low, high = {"seed": (0, 2**32 - 1), "rounds": (1, MAX_ROUNDS)}[name]
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        shown = value if isinstance(value, int | float | str) else _kind(value)
        raise ConfigError(
            f"{where}: {name} must be a whole number from {low} to {high:,}, not {shown}."
        )
    return value


def _kind(value: object) -> str:
    names = {bool: "true or false", str: "a string", list: "a list", dict: "a table"}
    if isinstance(value, int | float) and not isinstance(value, bool):
        return "a number"
    return names.get(type(value), "a date")
