"""What is not a call: build time, size, import time, memory after many calls, calls on two threads.

Each is measured in processes of its own. Processor seconds instead of elapsed ones say what building costs on a busy
machine too.
"""

from __future__ import annotations

import contextlib
import os
import resource
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import perf_counter

from peers import BUILD, HERE, KINDS, Peer, build_peers

IMPORTS = 15
"""Fresh interpreters of which the fastest import counts."""
CALLS = 1_000_000
TURNS, CALLS_IN_A_TURN = 20, 20
ROUNDS = 700_000
"""Of ``b_work``: about a millisecond."""


@dataclass(frozen=True, slots=True)
class Cost:
    """A row of the second table: a figure for each peer that has one, by its key."""

    name: str
    unit: str
    figures: Mapping[str, float]


def measure(peers: Sequence[Peer]) -> list[Cost]:
    """Everything; a minute or two, mostly compilers."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        seconds = dict(zip([peer.key for peer in peers], pool.map(build_seconds, peers), strict=True))
    costs = [
        Cost("build, processor time", "s", seconds),
        Cost("shared object", "kB", {peer.key: os.path.getsize(peer.path) / 1000 for peer in peers}),
        Cost("import", "ms", {peer.key: import_seconds(_import(peer), BUILD) * 1e3 for peer in peers}),
        Cost("memory grown by 10**6 calls", "kB", {peer.key: memory_growth(peer) for peer in peers}),
    ]
    for count in (1, 2):
        costs.append(Cost(f"calls of a millisecond, threads: {count}", "/s", throughput(peers, count)))
    return costs


def _import(peer: Peer) -> str:
    return peer.kind.statement.format(path=peer.path)


def build_seconds(peer: Peer) -> float:
    """Processor seconds of generator, compiler and linker, from nothing."""
    with tempfile.TemporaryDirectory(prefix="interop-bench-") as folder:
        return processor_seconds([sys.executable, os.path.join(HERE, "costs.py"), "--build", peer.key, folder])


def processor_seconds(command: Sequence[str]) -> float:
    """What a command and the commands it starts take."""
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            output.seek(0)
            raise SystemExit(f"{' '.join(command)}\n{output.read()}")
    return usage.ru_utime + usage.ru_stime


def import_seconds(statement: str, folder: str) -> float:
    """The least of several fresh interpreters, where NumPy has been imported before: SWIG's typemaps need it."""
    script = f"import numpy, time; start = time.perf_counter(); {statement}; print(time.perf_counter() - start)"
    return min(float(_python(script, folder)) for _ in range(IMPORTS))


def import_memory(statement: str, folder: str) -> float:
    """kB that an import adds to the process."""
    script = f"import numpy, sys; sys.path.append({HERE!r}); from costs import resident; before = resident(); "
    return float(_python(f"{script}{statement}; print(resident() - before)", folder))


def _python(script: str, folder: str) -> str:
    environment = {**os.environ, "PYTHONPATH": folder}
    # Compiled once, as what is installed is.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", script]
    return subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout


def resident() -> float:
    """kB of memory that the process occupies; 0 where the system does not say."""
    try:
        with open("/proc/self/statm", encoding="ascii") as statm:
            return int(statm.read().split()[1]) * resource.getpagesize() / 1000
    except FileNotFoundError:
        return 0.0


def memory_growth(peer: Peer) -> float:
    """kB by which 10**6 calls of all kinds let a process grow."""
    command = [sys.executable, os.path.join(HERE, "costs.py"), "--memory", peer.key]
    return float(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout)


def _call_often(peer: Peer, calls: int) -> None:
    functions = peer.functions
    handle = peer.objects["handle"]
    for _ in range(calls // 8):
        functions.add(3, 4)
        functions.divmod(17, 5)
        functions.str_len("Grüße")
        functions.greet(0)
        functions.norm(functions.turned(functions.point(1.0, 2.0)))
        handle.get()
        functions.counter(5).close()
        with contextlib.suppress(Exception):
            functions.check(3)


def throughput(peers: Sequence[Peer], threads: int) -> Mapping[str, float]:
    """Calls a second of a function that takes a millisecond; the peers take turns, the best of each counts."""
    least = {peer.key: float("inf") for peer in peers}
    for _ in range(TURNS):
        for peer in peers:
            seconds = _seconds(lambda work=peer.functions.work: _on_threads(lambda: _repeat(work), threads))
            least[peer.key] = min(least[peer.key], seconds)
    return {key: threads * CALLS_IN_A_TURN / seconds for key, seconds in least.items()}


def _repeat(work: Callable[[int], object]) -> None:
    for _ in range(CALLS_IN_A_TURN):
        work(ROUNDS)


def _on_threads(function: Callable[[], None], count: int) -> None:
    threads = [threading.Thread(target=function) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _seconds(function: Callable[[], object]) -> float:
    start = perf_counter()
    function()
    return perf_counter() - start


def _child(arguments: Sequence[str]) -> None:
    """What the commands above run."""
    kind = next(kind for kind in KINDS if kind.key == arguments[1])
    if arguments[0] == "--build":
        kind.build(arguments[2])
        return
    peer = build_peers([kind.key])[kind.key]
    _call_often(peer, 10_000)
    before = resident()
    _call_often(peer, CALLS)
    print(resident() - before)


if __name__ == "__main__":
    _child(sys.argv[1:])
