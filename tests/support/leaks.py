"""Count what must stay level: blocks of the test library, Python blocks, references, resident memory."""

from __future__ import annotations

import gc
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


def resident_bytes() -> int:
    """The resident memory of this process."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096


def growth(call: Callable[[], object], times: int) -> tuple[int, int]:
    """How many Python blocks and resident bytes ``times`` calls leave behind, after as many calls to warm up as a
    twentieth of that."""
    for _ in range(max(200, times // 20)):
        call()
    gc.collect()
    blocks, resident = sys.getallocatedblocks(), resident_bytes()
    for _ in range(times):
        call()
    gc.collect()
    return sys.getallocatedblocks() - blocks, resident_bytes() - resident
