"""Nanoseconds per call: all peers in turn, many short rounds, the least of each."""

from __future__ import annotations

import contextlib
import gc
import os
from collections.abc import Iterator, Mapping, Sequence
from time import perf_counter_ns

from loops import Loop, empty_loop, loop
from peers import Peer
from rows import Row

SLICE = 1_000_000
"""Nanoseconds that one peer gets in one round: short, so that some slices go undisturbed on a busy machine."""


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """On one processor, if the system can pin, and without the garbage collector, as ``timeit`` measures."""
    allowed = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()
    if allowed:
        os.sched_setaffinity(0, sorted(allowed)[-1:])
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        if allowed:
            os.sched_setaffinity(0, allowed)


def time_row(row: Row, peers: Sequence[Peer], rounds: int) -> Mapping[str, float]:
    """The least time of one call, without the loop around it, for each peer by its key."""
    loops = {peer.key: loop(row, peer) for peer in peers if peer.key not in row.blank}
    loops[""] = empty_loop()
    counts = {key: _calibrate(one) for key, one in loops.items()}
    least = dict.fromkeys(loops, float("inf"))
    for _ in range(rounds):
        for key, one in loops.items():
            least[key] = min(least[key], _run(one, counts[key]) / counts[key])
    empty = least.pop("")
    return {key: max(time - empty, 0.1) for key, time in least.items()}


def _run(one: Loop, count: int) -> int:
    start = perf_counter_ns()
    one(count)
    return perf_counter_ns() - start


def _calibrate(one: Loop) -> int:
    """How many calls fill a slice. Runs often enough for CPython to have specialised the loop."""
    one(100)
    count = 1
    while (time := _run(one, count)) < SLICE / 4 and count < 1_000_000:
        count *= 4
    return max(1, int(count * SLICE / max(time, 1)))
