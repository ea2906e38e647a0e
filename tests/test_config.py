"""The right file is used, and every slip in it is one line that says what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from divergence.config import Config, load_config, read_config, with_flags
from divergence.errors import ConfigError, InputError
from divergence.reading.boilerplate_rules import NAMES as RULES
from divergence.types import Side
from divergence.validation.frames import FRAMES

FULL = """
[sides.Norland]
aliases = ["Norland", "Ada  Lin", "Norland"]
[sides.Sudmark]
aliases = ["Sudmark"]
[frames.Ferry]
words = ["ferry", "harbor master"]
[report]
title = "The strait"
[compare]
seed = 7
rounds = 200
by = "leaning"
within = "topic"
reference = "left"
"""


def write(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_everything_that_can_be_set(tmp_path: Path) -> None:
    path = write(tmp_path, FULL)
    assert read_config(path) == Config(
        sides=(Side("Norland", ("Norland", "Ada Lin")), Side("Sudmark", ("Sudmark",))),
        frames={"Ferry": ("ferry", "harbor master")},
        title="The strait",
        seed=7,
        rounds=200,
        by="leaning",
        within="topic",
        reference="left",
        path=str(path),
    )


def test_which_file_is_used(tmp_path: Path) -> None:
    articles, here, named = tmp_path / "articles", tmp_path / "here", tmp_path / "named"
    for folder in (articles, here):
        folder.mkdir()
    assert load_config(None, articles, here) == Config()
    own = write(here, "[compare]\nseed = 3")
    assert load_config(None, articles, here).path == str(own)
    beside = write(articles, "[compare]\nseed = 2")
    assert load_config(None, articles, here).path == str(beside)
    assert load_config(None, articles / "one.txt", here).path == str(beside)
    explicit = write(named, "[compare]\nseed = 1")
    assert load_config(explicit, articles, here).seed == 1
    with pytest.raises(InputError, match="no such configuration file"):
        load_config(named / "other.toml", articles, here)


def test_flags_lie_over_the_file(tmp_path: Path) -> None:
    config = read_config(write(tmp_path, FULL))
    assert with_flags(config) == config
    assert with_flags(config, seed=0, rounds=50).rounds == 50
    assert with_flags(config, seed=0).seed == 0
    assert with_flags(config, by="source", reference="").by == "source"
    assert with_flags(config, by="source", reference="").reference == ""
    with pytest.raises(ConfigError, match="rounds must be a whole number from 1"):
        with_flags(config, rounds=0)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[side.A]\naliases = ['x']", "unknown key 'side'; did you mean 'sides'?"),
        ("[sides.A]\nalias = ['x']", "unknown key 'alias'; did you mean 'aliases'?"),
        ("[compare]\nby = 3", "compare.by must be a string, not a number"),
        ("[compare]\nround = 3", "unknown key 'round'; did you mean 'rounds'?"),
        ("[sides.A]", "sides.A has no aliases. Add aliases ="),
        ("[sides.A]\naliases = []", "sides.A has no aliases"),
        ("[sides.A]\naliases = ['']", "holds an empty string"),
        ("[sides.A]\naliases = 'x'", "must be a list of strings, not a string"),
        ("[sides.A]\naliases = ['x', 3]", "holds a number (3)"),
        ("[sides.A]\naliases = [['x']]", "holds a list"),
        ("[sides]\nA = ['x']", "sides.A must be a table. Write [sides.A]"),
        ("sides = 3", "sides must be a table, not a number"),
        ("[[sides]]\naliases = ['x']", "sides must be a table, not a list"),
        ('[sides." "]\naliases = ["x"]', "a side has no name"),
        ('[sides."A[1]"]\naliases = ["x"]', "the name of side 'A[1]' holds '['"),
        ('[sides."A]"]\naliases = ["x"]', "holds ']'"),
        ('[sides."A|B"]\naliases = ["x"]', "holds '|', which column names use. Take it out"),
        (
            "[sides.A]\naliases = ['x']\n[sides.B]\naliases = ['X']",
            "alias 'X' is given to both 'A' and 'B'",
        ),
        ("[frames.A]\nword = ['x']", "did you mean 'words'?"),
        ("[frames.A]", "frames.A has no words"),
        ("[frames.conflict]\nwords = ['x']", "built-in frame 'conflict'. Choose another name."),
        ('[frames."Human interest"]\nwords = ["x"]', "built-in frame 'human_interest'"),
        ("[report]\ntitle = ['x']", "report.title must be a string, not a list"),
        ("[compare]\nseed = true", "seed must be a whole number"),
        ("[compare]\nseed = 1.5", "not 1.5"),
        ("[compare]\nseed = -1", "from 0 to"),
        ("[compare]\nrounds = 'many'", "not 'many'"),
        ("[compare]\nseed = 2023-03-13", "not a date"),
        ("x = 1\n[sides.A\naliases = ['x']", "at line 2"),
        ("a = 1\na = 2", "not valid TOML"),
        ("\x00\x01", "not text"),
    ],
)
def test_a_slip_is_one_line_with_the_file_and_a_remedy(
    tmp_path: Path, text: str, message: str
) -> None:
    path = write(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        read_config(path)
    said = str(caught.value)
    assert message in said
    assert said.startswith(str(path))
    assert "\n" not in said
    assert caught.value.exit_code == 1


def test_a_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, FULL)

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ConfigError, match="permission denied"):
        read_config(path)


def test_a_file_from_windows(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes('\ufeff[sides.A]\r\naliases = ["Ö"]\r\n'.encode())
    assert read_config(path).sides == (Side("A", ("Ö",)),)


def test_no_built_in_frame_can_be_taken(tmp_path: Path) -> None:
    for name in FRAMES:
        path = write(tmp_path, f"[frames.{name}]\nwords = ['x']")
        with pytest.raises(ConfigError, match="Choose another name"):
            read_config(path)


@given(st.text(max_size=80))
def test_no_text_breaks_it(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("any") / "config.toml"
    path.write_bytes(text.encode("utf-8", "replace"))
    try:
        config = read_config(path)
    except ConfigError:
        return
    assert config.path == str(path)


def test_the_example_at_the_top_level_names_both_sides() -> None:
    root = Path(__file__).parents[1]
    config = load_config(None, root / "seeds", root)
    assert [side.name for side in config.sides] == ["Russia", "Ukraine"]
    assert config.path == str(root / "config.toml")
    for side, alias in zip(config.sides, ("Kremlin", "Kyiv"), strict=True):
        assert alias in side.aliases


@pytest.mark.parametrize(
    ("section", "left_out"),
    [
        ("", set()),
        ("boilerplate = true", set()),
        ('skip = ["captions", "repeated"]', {"captions", "repeated"}),
        ("boilerplate = false", set(RULES)),
    ],
)
def test_rules_of_boilerplate_are_switched_off(
    tmp_path: Path, section: str, left_out: set[str]
) -> None:
    config = read_config(write(tmp_path, f"[reading]\n{section}\n"))
    assert config.boilerplate == tuple(name for name in RULES if name not in left_out)


@pytest.mark.parametrize(
    ("section", "told"),
    [
        ('skip = ["caption"]', "unknown rule 'caption'; did you mean 'captions'? Known: ads"),
        ('skip = "captions"', "must be a list of names of rules"),
        ("skip = [1]", "must be a list of names of rules"),
        ('boilerplate = "no"', "must be true or false, not a string"),
        ("boilerplates = true", "unknown key 'boilerplates'"),
    ],
)
def test_slips_in_the_reading_section(tmp_path: Path, section: str, told: str) -> None:
    with pytest.raises(ConfigError, match=re.escape(told)):
        read_config(write(tmp_path, f"[reading]\n{section}\n"))


LISTS = """
[lexicons.Flood]
file = "lists/flood.txt"
[lexicons.mood]
weights = { calm = 1, grim = -2 }
title = "Mood of the day"
family = "sentiment"
match = "word"
[lexicons.alarm]
words = ["panic*", "red alert"]
"""


def test_word_lists_are_counted_from_the_file(tmp_path: Path) -> None:
    write(tmp_path / "lists", "")
    (tmp_path / "lists" / "flood.txt").write_text("flood*\n")
    alarm, flood, mood = read_config(write(tmp_path, LISTS)).lexicons
    assert (alarm.name, alarm.title, alarm.terms) == ("alarm", "Alarm", ("panic*", "red alert"))
    assert (flood.name, flood.title, flood.terms) == ("flood", "Flood", ("flood*",))
    assert (flood.source, flood.match, flood.family) == ("flood.txt", "lemma", "lists")
    assert (mood.title, mood.match, mood.family) == ("Mood of the day", "word", "sentiment")
    assert [entry.weight for entry in mood.entries] == [1.0, -2.0]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("lexicons = 3", "lexicons must be a table"),
        ("[lexicons]\nA = ['x']", "lexicons.A must be a table. Write [lexicons.A]"),
        ("[lexicons.A]", "lexicons.A names no words. Give one of file, words"),
        ("[lexicons.A]\nwords = ['x']\nfile = 'y'", "has file and words. Give one of"),
        ("[lexicons.A]\nword = ['x']", "unknown key 'word'; did you mean 'words'?"),
        ("[lexicons.A]\nwords = 'x'", "lexicons.A.words must be a list of strings"),
        ("[lexicons.A]\nwords = []", "lexicons.A has no words"),
        ("[lexicons.A]\nwords = ['x*y']", "lexicons.A: list 'A': 'x*y': '*' is understood only"),
        ("[lexicons.A]\nweights = ['x']", "lexicons.A.weights must be a table, not a list"),
        ("[lexicons.A]\nweights = { x = 'y' }", "the weight of 'x' must be a number"),
        ("[lexicons.A]\nweights = {}", "list 'A': the list holds no terms"),
        ("[lexicons.A]\nfile = 3", "lexicons.A.file must be a string, not a number"),
        ("[lexicons.A]\nfile = ''", "lexicons.A.file must be a string, not empty"),
        ("[lexicons.A]\nfile = 'absent.txt'", "absent.txt: cannot be opened: no such file"),
        ("[lexicons.A]\nwords = ['x']\ntitle = 3", "lexicons.A.title must be a string"),
        ("[lexicons.A]\nwords = ['x']\nfamily = 'frame'", "did you mean 'frames'?"),
        ("[lexicons.A]\nwords = ['x']\nmatch = 'lemmas'", "did you mean 'lemma'?"),
        ('[lexicons."!"]\nwords = ["x"]', "its name needs a letter or a digit"),
        ("[lexicons.A]\nwords = ['x']\n[lexicons.a]\nwords = ['y']", "called 'a' too"),
    ],
)
def test_a_slip_in_a_word_list_is_one_line_too(tmp_path: Path, text: str, message: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        read_config(path)
    said = str(caught.value)
    assert message in said
    assert said.startswith(str(path))
    assert "\n" not in said
