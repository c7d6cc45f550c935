"""Calls with memory that must not be written, at the end of a page behind which nothing may be read; run by a test.

A stub that touched one byte too many would end this process, so it is one of its own.
"""

from __future__ import annotations

import ctypes
import importlib
import mmap
import sys
from types import ModuleType
from typing import Any

import numpy as np

PAGE = mmap.PAGESIZE
COUNT = 5

_libc = ctypes.CDLL(None, use_errno=True)
_libc.mmap.restype = ctypes.c_void_p
_libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, *[ctypes.c_int] * 3, ctypes.c_long]
_libc.mprotect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]


def protected(content: bytes) -> int:
    """The address of these bytes: the last ones of a read-only page, before a page that cannot even be read."""
    assert len(content) <= PAGE
    start = _libc.mmap(None, 2 * PAGE, mmap.PROT_READ | mmap.PROT_WRITE, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, -1, 0)
    assert start is not None
    address = int(start) + PAGE - len(content)
    ctypes.memmove(address, content, len(content))
    assert _libc.mprotect(start, PAGE, mmap.PROT_READ) == 0
    assert _libc.mprotect(start + PAGE, PAGE, 0) == 0
    return address


def view(content: bytes, code: str) -> memoryview:
    """A read-only view of such memory, as items of a format."""
    block = (ctypes.c_char * len(content)).from_address(protected(content))
    return memoryview(block).cast("B").toreadonly().cast(code)


def numbers() -> memoryview:
    return view(b"".join(i.to_bytes(8, sys.byteorder) for i in range(1, COUNT + 1)), "q")


def arrays(module: ModuleType) -> None:
    """Every way in which an in array can cross."""
    assert module.sum(numbers()) == 15
    assert module.sum(numbers()[::2]) == 9
    assert module.sum(numbers()[::-1]) == 15
    assert module.sum_of_bytes(numbers()) == 15
    assert module.sum_of_bytes(view(b"\1\2\3", "B")) == 6
    assert module.sum(numbers()[COUNT:]) == 0
    for action in range(3):
        given = numbers()
        module.array_in(given, action=action, bad=-1, status=0)
        assert list(given) == [1, 2, 3, 4, 5]


def records(module: ModuleType) -> None:
    """Records by address and in arrays, by every object that can stand for them."""
    dtype = np.dtype([("id", "i8"), ("weight", "f8")])
    content = np.array([(i, i + 0.5) for i in range(COUNT)], dtype=dtype).tobytes()
    points = np.frombuffer(view(content, "B"), dtype=dtype)
    assert module.weights(points) == module.weights(points[::-1]) == sum(range(COUNT)) + COUNT / 2
    last = protected(content[-dtype.itemsize :])
    assert module.weight(module.ffi.cast("g_point *", last)) == COUNT - 0.5
    assert module.weight(points[-1]) == COUNT - 0.5
    for action in range(2):
        module.array_of_records_in(points, action=action, bad=-1, status=0)
        module.record_in(module.ffi.cast("g_point *", last), action=action, bad=-1, status=0)
    assert points.tobytes() == content


def results(module: ModuleType) -> None:
    """What C lends is read up to its end and not written."""
    for text in ("", "a", "é€\U0001f600", "x" * 100):
        assert module.text_at(protected(text.encode() + b"\0")) == text
        assert module.text16_at(protected(text.encode("utf-16-le") + b"\0\0")) == text
        assert module.text32_at(protected(text.encode("utf-32-le") + b"\0" * 4)) == text
        assert module.bytes_at(protected(text.encode()), n=len(text.encode())) == text
    assert list(module.array_at(protected(bytes(numbers())), n=COUNT)) == [1, 2, 3, 4, 5]


def control(module: ModuleType) -> None:
    """Shows that the memory is really protected: C itself writes to it, as pin allows."""
    module.spoil_pinned(numbers())


def beyond(module: ModuleType) -> None:
    """Shows that nothing can be read behind it."""
    module.array_at(protected(bytes(numbers())), n=COUNT + 1)


CASES: dict[str, Any] = {case.__name__: case for case in (arrays, records, results, control, beyond)}


if __name__ == "__main__":
    CASES[sys.argv[1]](importlib.import_module(sys.argv[2]))
