"""Real input for the examples, and a stopwatch."""

from __future__ import annotations

import sysconfig
from collections.abc import Callable
from pathlib import Path
from time import perf_counter_ns


def sources(limit: int = 8_000_000) -> bytes:
    """The source text of Python's standard library, several megabytes of it."""
    found = bytearray()
    for path in sorted(Path(sysconfig.get_path("stdlib")).rglob("*.py")):
        if len(found) >= limit:
            break
        if "site-packages" not in path.parts:
            found += path.read_bytes()
    return bytes(found[:limit])


def seconds(call: Callable[[], object], rounds: int = 3) -> float:
    """How long one call takes at best."""
    times = []
    for _ in range(rounds):
        start = perf_counter_ns()
        call()
        times.append(perf_counter_ns() - start)
    return min(times) / 1e9


def nanoseconds(call: Callable[[], object], loops: int = 20_000, rounds: int = 5) -> float:
    """How long one of many calls takes at best, without what the loop and the lambda take."""

    def loop(function: Callable[[], object]) -> int:
        start = perf_counter_ns()
        for _ in range(loops):
            function()
        return perf_counter_ns() - start

    empty = min(loop(lambda: None) for _ in range(rounds))
    return max(0, min(loop(call) for _ in range(rounds)) - empty) / loops
