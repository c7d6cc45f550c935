"""Machine instructions per call, counted by Callgrind: exact, and the same on a busy machine.

One process under Callgrind runs each loop twice, with different counts. Entering the C function behind ``mark`` makes
Callgrind write down what was counted since the last time, so the difference of two stretches is what the calls cost.
"""

from __future__ import annotations

import gc
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence

from loops import empty_loop, loop
from peers import Peer
from rows import Row

MARK = "hand_mark"
WARM_UP = 64
"""Calls before counting: CPython specialises the loop's code within them."""


def is_possible() -> bool:
    return shutil.which("valgrind") is not None


def _counts(row: Row | None) -> tuple[int, int]:
    return (100, 600) if row is None or row.elements < 100_000 else (1, 3)


def count_rows(rows: Sequence[Row], peers: Sequence[Peer], script: str) -> Mapping[tuple[str, str], float]:
    """Instructions by (row name, peer key). ``script`` runs ``replay`` with the same rows and peers."""
    with tempfile.TemporaryDirectory(prefix="interop-bench-") as folder:
        command = ["valgrind", "--tool=callgrind", f"--dump-before={MARK}", f"--callgrind-out-file={folder}/out"]
        command += [sys.executable, script, "--replay", *(f"--row={row.name}" for row in rows)]
        command += [f"--peer={peer.key}" for peer in peers]
        environment = {**os.environ, "PYTHONHASHSEED": "0"}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise SystemExit(f"valgrind failed:\n{done.stderr}")
        # The first stretch is what happened before the first mark.
        stretches = iter([_total(f"{folder}/out.{number}") for number in range(1, _dumps(folder) + 1)][1:])
        empty = _per_call(stretches, _counts(None))
        return {(row.name, peer.key): _per_call(stretches, _counts(row)) - empty for row, peer in pairs(rows, peers)}


def pairs(rows: Sequence[Row], peers: Sequence[Peer]) -> Iterator[tuple[Row, Peer]]:
    """What is counted, in its order."""
    return ((row, peer) for row in rows for peer in peers if peer.key not in row.blank)


def replay(rows: Sequence[Row], peers: Sequence[Peer], mark: Callable[[], object]) -> None:
    """What runs under Callgrind."""
    gc.disable()
    for row, one in [(None, empty_loop()), *((row, loop(row, peer)) for row, peer in pairs(rows, peers))]:
        few, many = _counts(row)
        one(WARM_UP if few > 1 else 1)
        mark()
        one(few)
        mark()
        one(many)
        mark()


def _dumps(folder: str) -> int:
    return max(int(name.removeprefix("out.")) for name in os.listdir(folder) if re.fullmatch(r"out\.\d+", name))


def _total(path: str) -> int:
    with open(path, encoding="utf-8") as dump:
        for line in dump:
            if line.startswith("summary:"):
                return int(line.split()[1])
    raise SystemExit(f"no summary in {path}")


def _per_call(stretches: Iterator[int], counts: tuple[int, int]) -> float:
    """Takes the stretches of one loop: few calls, many calls, and what lies between this loop and the next."""
    few, many = next(stretches), next(stretches)
    next(stretches, None)
    return (many - few) / (counts[1] - counts[0])
