"""A second process that draws what this one does not: half the wait on a machine of two cores."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress

Step = Callable[[], Mapping[str, bytes]]
# New objects between two searches for garbage. Drawing makes so many that hold one another that
# searching as often as Python does by itself takes a seventh of the time.
SELDOM = 50_000


@contextmanager
def second_process() -> Iterator[Executor | None]:
    """Start a process that can draw, and let it load what drawing needs."""
    from joblib import cpu_count
    from joblib.externals.loky import ProcessPoolExecutor

    executor = None
    if cpu_count() > 1:
        # No semaphores, or no further processes, on this system.
        with suppress(OSError, ImportError):
            # Not joblib's shared one, whose processes end after minutes without work.
            executor = ProcessPoolExecutor(max_workers=1, timeout=None)
            executor.submit(_load)
    finished = False
    try:
        yield executor
        finished = True
    finally:
        if executor is not None:
            executor.shutdown(kill_workers=not finished)


def _load() -> None:
    import divergence.reporting.write  # noqa: F401


def run_steps(
    here: Mapping[str, Step],
    beside: Mapping[str, Step],
    executor: Executor | None,
    tell: Callable[[str], None],
) -> dict[str, bytes]:
    """Take some steps in this process and the others in a second one, at the same time."""
    sent = _submitted(beside, executor)
    made = _run_all(here, tell)
    if sent is None:
        return made | _run_all(beside, tell)
    for name in beside:
        tell(name)
    try:
        return made | sent.result()
    except BrokenProcessPool:  # Killed, for its memory as a rule: this process can still draw.
        return made | _run_all(beside)


def _submitted(
    steps: Mapping[str, Step], executor: Executor | None
) -> Future[dict[str, bytes]] | None:
    """Send all steps as one piece of work, after which the process may end."""
    if executor is None or not steps:
        return None
    try:
        return executor.submit(_run_all, steps)
    except (BrokenProcessPool, OSError):
        return None


def _run_all(
    steps: Mapping[str, Step], tell: Callable[[str], None] = lambda name: None
) -> dict[str, bytes]:
    made: dict[str, bytes] = {}
    usual = gc.get_threshold()
    gc.set_threshold(SELDOM, *usual[1:])
    try:
        for name, step in steps.items():
            tell(name)
            made |= step()
    finally:
        gc.set_threshold(*usual)
    return made
