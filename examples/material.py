"""Real input for the examples, and stopwatches."""

from __future__ import annotations

import re
import sysconfig
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter_ns, process_time_ns

Word = tuple[int, str, int, float, str, float | None, bytes]


def files() -> Iterator[tuple[str, bytes]]:
    """The sources of Python's standard library, in the order of their names."""
    stdlib = Path(sysconfig.get_path("stdlib"))
    for path in sorted(stdlib.rglob("*.py")):
        if "site-packages" not in path.parts:
            yield path.relative_to(stdlib).as_posix(), path.read_bytes()


def sources(limit: int = 8_000_000) -> bytes:
    """The text of these sources, several megabytes of it."""
    found = bytearray()
    for _, text in files():
        if len(found) >= limit:
            break
        found += text
    return bytes(found[:limit])


def words(count: int) -> list[Word]:
    """So many words of these sources: a number, file, line, place from 0 to 1 in the file, the word, its value if it is
    a number, and its bytes. If there are not enough, they begin again."""
    found: list[Word] = []
    while len(found) < count:
        found += islice(_words(len(found)), count - len(found))
    return found


def _words(first: int) -> Iterator[Word]:
    number = first
    for name, data in files():
        lines = data.decode(errors="replace").split("\n")
        for line, text in enumerate(lines, 1):
            for word in re.findall(r"\w+", text):
                value = float(word) if word.isascii() and word.isdigit() and len(word) < 300 else None
                yield number, name, line, line / len(lines), word, value, word.encode()[:8]
                number += 1


def mapped(library: str) -> list[str]:
    """The files of a shared library that this process has opened; none, where that cannot be seen."""
    maps = Path("/proc/self/maps")
    lines = maps.read_text().splitlines() if maps.exists() else []
    return sorted({line.split()[-1] for line in lines if library in line})


def compared(ours: Callable[[], object], others: Callable[[], object], rounds: int = 3) -> tuple[float, float]:
    """How many seconds of processor time each of two calls takes: the medians of several rounds, in which they take
    turns. Processor time, since other programs may keep the machine busy."""
    times: tuple[list[int], list[int]] = [], []
    for _ in range(rounds):
        for call, taken in zip((ours, others), times, strict=True):
            start = process_time_ns()
            call()
            taken.append(process_time_ns() - start)
    return median(times[0]) / 1e9, median(times[1]) / 1e9


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
