"""One number for one text, whichever way it is asked for."""

from __future__ import annotations

import csv
import importlib
import inspect
import json
import math
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

import divergence
from divergence.features.registry import all_features
from divergence.types import Article, Document
from tests.features.examples import SIDES

TEXTS = {
    "war": (
        "Norland's army shelled the town of Velm on Monday, killing at least 12 people, officials"
        ' said. "The regime may have lost about 300 men," General Ada Lin of Sudmark told'
        ' reporters. "We have no doubt." Sudmark claimed that Norland was to blame for the'
        " terrible attack.\n\nThe town was struck again in May. Talks on a truce began, and bread"
        " prices rose by 5 percent. It was not clear who had won, according to two villagers."
    ),
    "council": (
        "The council will close the old bridge, which was built in 1911. “It might be unsafe,” the"
        " mayor warned. Two engineers denied that. Shopkeepers fear that nobody will come."
    ),
    "short": "It rained.",
}
NAMED = {
    "agency.agent_share": "agency.agent",
    "attribution.distancing_share": "attribution.distancing",
    "figures.claimed_share": "figures.claimed",
    "passives.agentless_share": "passives.agentless",
    "quotation.direct_share": "quotation.direct",
    "quotation.words_given": "quotation.given",
    "speakers.named_share": "speakers.named",
    "speakers.unknown_share": "speakers.unknown",
}
"""Functions whose measure goes by another name."""
FRAMES = ("conflict", "resolution", "human_interest", "morality", "economic")
VOICES = ("all", "reporter", "quoted")


def functions() -> Iterator[tuple[str, Callable[..., float]]]:
    for feature in all_features():
        module = importlib.import_module(f"divergence.features.{feature.name}")
        for name in module.__all__:
            function = getattr(module, name)
            if inspect.isfunction(function) and inspect.signature(function).return_annotation in (
                "float",
                float,
            ):
                yield f"{feature.name}.{name}", function


FUNCTIONS = dict(functions())


def calls(name: str) -> Iterator[tuple[str, dict[str, object]]]:
    """The columns that a function can be asked for, each with what it is asked with."""
    parameters = inspect.signature(FUNCTIONS[name]).parameters
    if "frame" in parameters:
        yield from ((f"frames.{frame}", {"frame": frame}) for frame in FRAMES)
    elif "side" in parameters:
        for side in SIDES:
            column = f"{NAMED.get(name, name)}[{side.name}]"
            yield column, {"side": side.name, "sides": SIDES}
    else:
        yield NAMED.get(name, name), {}


def header(column: str, voice: str) -> str:
    return column if voice == "all" else f"{column}|{voice}"


@pytest.fixture(scope="module")
def frame() -> pd.DataFrame:
    return divergence.measure(pd.Series(TEXTS), sides=SIDES).to_frame()


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return {name: divergence.annotate(text, sides=SIDES) for name, text in TEXTS.items()}


def test_every_measure_is_a_column(frame: pd.DataFrame) -> None:
    for feature in all_features():
        for measure in feature.measures:
            names = [f"{measure.name}[{s.name}]" for s in SIDES] if measure.per_side else None
            assert {*(names or [measure.name])} <= set(frame.columns)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_gives_the_number_of_the_table(
    name: str, frame: pd.DataFrame, documents: dict[str, Document]
) -> None:
    for column, asked in calls(name):
        for key, text in TEXTS.items():
            for voice in VOICES:
                expected = frame.loc[key, header(column, voice)]
                given = [documents[key]]
                if voice == "all":
                    given += [text, Article("x", "Post", text)]
                for each in given:
                    number = FUNCTIONS[name](each, voice=voice, **asked)
                    assert number == expected or (math.isnan(number) and math.isnan(expected))


def test_the_transformer_gives_the_numbers_of_the_table(frame: pd.DataFrame) -> None:
    made = divergence.TextFeatures(voice=VOICES, sides=SIDES)
    made.set_output(transform="pandas")
    found = made.fit_transform(pd.Series(TEXTS))
    assert set(found.columns) == set(frame.columns) - {"words"}
    pd.testing.assert_frame_equal(found, frame[found.columns], check_exact=True, check_flags=False)


def test_the_command_gives_the_numbers_of_the_table(frame: pd.DataFrame, tmp_path: Path) -> None:
    from divergence.cli import main

    given = [{"id": k, "source": k, "title": k, "text": text} for k, text in TEXTS.items()]
    folder = tmp_path / "articles"
    folder.mkdir()
    lines = "\n".join(json.dumps(row) for row in given)
    (folder / "all.jsonl").write_text(lines, encoding="utf-8")
    config = tmp_path / "config.toml"
    sides = (f"[sides.{s.name}]\naliases = {json.dumps(s.aliases)}\n" for s in SIDES)
    config.write_text("\n".join(sides), encoding="utf-8")
    out = tmp_path / "table.csv"
    done = CliRunner().invoke(
        main, ["measure", str(folder), "-o", str(out), "--config", str(config)]
    )
    assert done.exit_code == 0, done.output
    with out.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    found = pd.DataFrame(
        {name: [float(row[name] or "nan") for row in rows] for name in frame.columns},
        index=[row["source"] for row in rows],
    ).loc[list(TEXTS)]
    assert [a.text for a in divergence.read(folder).articles] == list(TEXTS.values())
    pd.testing.assert_frame_equal(
        found.astype({"words": "int64"}), frame, check_exact=True, check_flags=False
    )


def test_an_explanation_gives_the_numbers_of_the_table(
    frame: pd.DataFrame, documents: dict[str, Document]
) -> None:
    for key, document in documents.items():
        for number in divergence.explain(document).numbers:
            expected = frame.loc[key, number.column]
            assert (number.value is None) == math.isnan(expected)
            assert number.value is None or number.value == expected
            assert (number.reason == "") == (number.value is not None)
