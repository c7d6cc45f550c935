"""Count what must stay level: blocks of the test library, Python blocks, references, resident memory."""

from __future__ import annotations

import ctypes
import gc
import resource
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType


@contextmanager
def balanced(module: ModuleType) -> Iterator[None]:
    """Every block of the counting allocator that is allocated inside is freed inside, exactly once."""
    live, faults = module.live(), module.faults()
    yield
    assert module.live() == live, f"{module.live() - live} blocks were not freed"
    assert module.faults() == faults, "a block was freed twice, overrun, or written to after it was freed"


@contextmanager
def same_references(*objects: object) -> Iterator[None]:
    """The reference counts of the given objects are afterwards what they were."""
    before = [sys.getrefcount(each) for each in objects]
    yield
    assert [sys.getrefcount(each) for each in objects] == before


class _Mallinfo(ctypes.Structure):
    """glibc's ``struct mallinfo2``."""

    _fields_ = (
        ("before", ctypes.c_size_t * 4),
        ("mapped", ctypes.c_size_t),
        ("between", ctypes.c_size_t * 2),
        ("used", ctypes.c_size_t),
        ("after", ctypes.c_size_t * 2),
    )


def heap_bytes() -> int:
    """What C has allocated and not freed; where the C library cannot tell, the resident memory."""
    try:
        mallinfo = ctypes.CDLL(None).mallinfo2
    except AttributeError:
        return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()
    mallinfo.restype = _Mallinfo
    counted = mallinfo()
    return int(counted.used + counted.mapped)


def growth(call: Callable[[], object], times: int) -> tuple[int, int]:
    """How many Python blocks and bytes of C's heap ``times`` calls leave behind, after some calls to warm up."""
    for _ in range(max(600, times // 20)):
        call()
    gc.collect()
    blocks, heap = sys.getallocatedblocks(), heap_bytes()
    for _ in range(times):
        call()
    gc.collect()
    return sys.getallocatedblocks() - blocks, heap_bytes() - heap


def left_behind(call: Callable[[], object], times: int) -> tuple[float, float]:
    """How many Python blocks and bytes of C's heap each call leaves behind: of each the least of three rounds.

    A leak shows in all rounds, and is at least one block a call. What the interpreter allocates for itself shows in
    some, is a few blocks in all, and differs from Python to Python: ``pickle.dumps`` alone may add twenty in a round.
    So does what other threads do meanwhile.
    """
    blocks, heap = zip(*(growth(call, times) for _ in range(3)), strict=True)
    return min(blocks) / times, min(heap) / times
