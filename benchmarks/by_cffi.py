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
    ffi.cdef('extern "Python" int visit(void *, int);')
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

        def sum(values: Any) -> Any:
            return lib.b_sum(ffi.from_buffer("double[]", values), len(values))

        def sum_list(values: list[float]) -> Any:
            return lib.b_sum(values, len(values))

        def sum_int64(values: Any) -> Any:
            array = ffi.from_buffer("int64_t[]", values)
            return lib.b_sum_int64(array, len(array))

        def checksum(data: Any) -> Any:
            return lib.b_checksum(ffi.from_buffer(data), len(data))

        def read_bytes(start: int, size: int) -> bytes:
            made = bytearray(size)
            count = lib.b_read_bytes(ffi.from_buffer(made), size, start)
            del made[count:]
            return bytes(made)

        def scale(values: Any, factor: float) -> None:
            lib.b_scale(ffi.from_buffer("double[]", values, require_writable=True), len(values), factor)

        def scale_list(values: list[float], factor: float) -> None:
            array = ffi.new("double[]", values)
            lib.b_scale(array, len(values), factor)
            values[:] = ffi.unpack(array, len(values))

        def fill_into(start: float, values: Any) -> Any:
            lib.b_fill(ffi.from_buffer("double[]", values, require_writable=True), len(values), start)
            return len(values)

        def fill_new(start: float, n: int) -> Any:
            array = ffi.new("double[]", n)
            lib.b_fill(array, n, start)
            return ffi.unpack(array, n)

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
            return ffi.new("b_point *", lib.b_turned(p[0]))

        class Label:
            """A record with a text, which C gets as bytes that live as long as the call."""

            def __init__(self, text: str) -> None:
                self.text = text
                self.length = 0

        def relabel(label: Label) -> None:
            held = ffi.new("char[]", label.text.encode())
            native = ffi.new("b_label *", {"text": held, "length": label.length})
            lib.b_relabel(native)
            label.text = ffi.string(native.text).decode()
            label.length = native.length

        class Counter:
            """A handle, closed by hand or by the destructor that cffi calls."""

            def __init__(self, start: int) -> None:
                counter = lib.b_counter_open(start)
                if not counter:
                    raise ValueError("C gave NULL")
                self._counter = ffi.gc(counter, lib.b_counter_close)

            def close(self) -> None:
                if self._counter is not None:
                    ffi.release(self._counter)
                    self._counter = None

            def get(self) -> Any:
                if self._counter is None:
                    raise ValueError("the counter is closed")
                return lib.b_counter_get(self._counter)

            get_released = get

        @ffi.def_extern()
        def visit(data: Any, value: int) -> Any:
            call = ffi.from_handle(data)
            if call[1] is not None:
                return 0
            try:
                return call[0](value)
            except BaseException as error:
                call[1] = error
                return 0

        def apply(function: Any, times: int) -> Any:
            call = [function, None]
            handle = ffi.new_handle(call)
            result = lib.b_apply(lib.visit, handle, times)
            if call[1] is not None:
                raise call[1]
            return result

        self.point = point
        self.label = Label
        self.relabel = relabel
        self.counter = Counter
        self.apply = self.apply_released = apply
        self.read_bytes = read_bytes
        self.take1, self.take4, self.take16, self.take64 = lib.b_take1, lib.b_take4, lib.b_take16, lib.b_take64
        self.work = lib.b_work
        self.norm = self.norm_released = lib.b_norm
        self.move = lib.b_move
        self.turned = turned
        self.noop = self.noop_released = lib.b_noop
        self.add = self.add_released = lib.b_add
        self.hypot2 = lib.b_hypot2
        self.add_named = add_named
        self.scaled = scaled
        self.divmod = self.divmod_released = divmod
        self.str_len = self.str_len_released = str_len
        self.greet = greet
        self.fill_text = fill_text
        self.total_length = total_length
        self.sum = self.sum_released = sum
        self.sum_list = sum_list
        self.sum_int64 = sum_int64
        self.checksum = checksum
        self.scale = scale
        self.scale_list = scale_list
        self.fill_into = fill_into
        self.fill_new = fill_new
        self.check = check
