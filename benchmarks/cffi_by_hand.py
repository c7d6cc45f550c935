"""The functions through cffi in API mode, wrapped in Python as one does by hand. cffi always releases the GIL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cffi import FFI


class BenchError(Exception):
    """A call that failed."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


def builder(module: str, header: str, folder: str, sources: Sequence[str]) -> FFI:
    """What compiles the module that ``Wrappers`` calls into; ``header`` is the text of bench.h in ``folder``."""
    ffi = FFI()
    ffi.cdef("\n".join(line for line in header.splitlines() if not line.startswith("#")))
    options = {"sources": list(sources), "include_dirs": [folder], "extra_compile_args": ["-O2"]}
    ffi.set_source(module, '#include "bench.h"', **options)
    return ffi


class Wrappers:
    """The functions under the names that the other peers use, too."""

    def __init__(self, module: Any) -> None:
        ffi, lib = module.ffi, module.lib

        def add_named(a: int, b: int) -> Any:
            return lib.b_add(a, b)

        def scaled(value: int, factor: int = 2) -> Any:
            return lib.b_scaled(value, factor)

        def divmod(a: int, b: int) -> tuple[Any, Any]:
            quotient = ffi.new("int *")
            remainder = ffi.new("int *")
            lib.b_divmod(a, b, quotient, remainder)
            return quotient[0], remainder[0]

        def str_len(text: str) -> Any:
            return lib.b_str_len(text.encode())

        def greet(which: int) -> Any:
            return ffi.string(lib.b_greet(which)).decode()

        def fill_text(which: int, size: int = 64) -> Any:
            buffer = ffi.new("char[]", size)
            lib.b_fill_text(buffer, size, which)
            return ffi.string(buffer).decode()

        def total_length(texts: Sequence[str]) -> Any:
            held = [ffi.new("char[]", text.encode()) for text in texts]
            return lib.b_total_length(held, len(held))

        def doubles(values: Any) -> Any:
            return ffi.new("double[]", values) if isinstance(values, list) else ffi.from_buffer("double[]", values)

        def sum(values: Any) -> Any:
            array = doubles(values)
            return lib.b_sum(array, len(array))

        def sum_int64(values: Any) -> Any:
            array = ffi.from_buffer("int64_t[]", values)
            return lib.b_sum_int64(array, len(array))

        def checksum(data: Any) -> Any:
            return lib.b_checksum(ffi.from_buffer(data), len(data))

        def scale(values: Any, factor: float) -> None:
            array = doubles(values)
            lib.b_scale(array, len(array), factor)
            if isinstance(values, list):
                values[:] = ffi.unpack(array, len(array))

        def fill(start: float, n: int | None = None, values: Any = None) -> Any:
            if values is None:
                array = ffi.new("double[]", n)
                lib.b_fill(array, n, start)
                return ffi.unpack(array, n)
            array = ffi.from_buffer("double[]", values, require_writable=True)
            lib.b_fill(array, len(array), start)
            return len(array)

        def check(status: int) -> None:
            result = lib.b_check(status)
            if result != 0:
                raise BenchError(ffi.string(lib.b_reason(result)).decode(), result)

        def point(x: float = 0.0, y: float = 0.0) -> Any:
            made = ffi.new("b_point *")
            made.x = x
            made.y = y
            return made

        def turned(p: Any) -> Any:
            return lib.b_turned(p[0])

        self.point = point
        self.norm = lib.b_norm
        self.move = lib.b_move
        self.turned = turned
        self.noop = self.noop_released = lib.b_noop
        self.add = self.add_released = lib.b_add
        self.hypot2 = lib.b_hypot2
        self.add_named = add_named
        self.scaled = scaled
        self.divmod = self.divmod_named = divmod
        self.str_len = self.str_len_released = str_len
        self.greet = greet
        self.fill_text = fill_text
        self.total_length = total_length
        self.sum = self.sum_released = sum
        self.sum_int64 = sum_int64
        self.checksum = checksum
        self.scale = scale
        self.fill = fill
        self.check = check
