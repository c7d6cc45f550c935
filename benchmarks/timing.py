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


class Timer:
    """The loops of one row, whose rounds are best spread over the whole run: what disturbs a machine lasts a while."""

    def __init__(self, row: Row, peers: Sequence[Peer]) -> None:
        self._loops = {peer.key: loop(row, peer) for peer in peers if peer.key not in row.blank}
        self._loops[""] = empty_loop()
        self._counts = dict.fromkeys(self._loops, 0)
        self._least = dict.fromkeys(self._loops, float("inf"))

    def run(self, rounds: int) -> None:
        """Takes the time of each peer's loop in turn, as often as ``rounds`` says."""
        for key, one in self._loops.items():
            self._counts[key] = max(self._counts[key], _calibrate(one))
        for _ in range(rounds):
            for key, one in self._loops.items():
                self._least[key] = min(self._least[key], _run(one, self._counts[key]) / self._counts[key])

    @property
    def figures(self) -> Mapping[str, float]:
        """The least time of one call so far, without the loop around it, for each peer by its key."""
        empty = self._least[""]
        return {key: max(time - empty, 0.1) for key, time in self._least.items() if key}


def _run(one: Loop, count: int) -> int:
    start = perf_counter_ns()
    one(count)
    return perf_counter_ns() - start


def _calibrate(one: Loop) -> int:
    """How many calls fill a slice. Runs often enough for CPython to have specialised the loop.

    Of several runs the fastest counts: one that was interrupted would make slices of next to no calls.
    """
    one(100)
    count = 1
    while (time := min(_run(one, count) for _ in range(5))) < SLICE / 8 and count < 1_000_000:
        count *= 4
    return max(1, int(count * SLICE / max(time, 1)))
