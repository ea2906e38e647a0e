"""Drawing in a second process: the same files, and none lost where the process dies."""

from __future__ import annotations

import os
from concurrent.futures import Executor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import partial

import pytest

from divergence.reporting.second_process import run_steps, second_process


def _named(name: str) -> dict[str, bytes]:
    return {name: name.encode(), f"{name}.pid": str(os.getpid()).encode()}


HERE = {"a": partial(_named, "a")}
BESIDE = {name: partial(_named, name) for name in ("b", "c")}


def _said(executor: Executor | None) -> tuple[dict[str, bytes], list[str]]:
    steps: list[str] = []
    return run_steps(HERE, BESIDE, executor, steps.append), steps


def test_alone_everything_is_drawn_here_in_order() -> None:
    made, steps = _said(None)
    assert list(made) == ["a", "a.pid", "b", "b.pid", "c", "c.pid"]
    assert steps == ["a", "b", "c"]
    assert {made[f"{name}.pid"] for name in "abc"} == {str(os.getpid()).encode()}


def test_a_second_process_draws_what_stands_beside() -> None:
    with second_process() as second:
        if second is None:
            pytest.skip("one core, or no further process on this system")
        made, _ = _said(second)
    here = str(os.getpid()).encode()
    assert list(made) == ["a", "a.pid", "b", "b.pid", "c", "c.pid"]
    assert made["a.pid"] == here
    assert made["b.pid"] == made["c.pid"] != here


@pytest.mark.parametrize("stopped", [False, True])
def test_the_process_ends_with_the_block(stopped: bool) -> None:
    with suppress(KeyboardInterrupt), second_process() as second:
        if second is None:
            pytest.skip("one core, or no further process on this system")
        process = second.submit(os.getpid).result()
        if stopped:
            raise KeyboardInterrupt
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_what_a_killed_process_left_is_drawn_here() -> None:
    class Killed(ThreadPoolExecutor):
        def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
            def die() -> None:
                raise BrokenProcessPool("killed")

            return super().submit(die)

    with Killed() as executor:
        made, _ = _said(executor)
    assert made["c.pid"] == str(os.getpid()).encode()


def test_an_error_in_the_other_process_is_not_swallowed() -> None:
    def wrong() -> dict[str, bytes]:
        raise ValueError("no such chart")

    with ThreadPoolExecutor() as executor, pytest.raises(ValueError, match="no such chart"):
        run_steps(HERE, {"b": wrong}, executor, lambda step: None)


def test_nothing_to_draw_gives_nothing() -> None:
    assert run_steps({}, {}, None, lambda step: None) == {}
