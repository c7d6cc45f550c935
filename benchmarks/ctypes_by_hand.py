"""The functions through ctypes, with argument types declared and results unpacked by hand. The GIL is released."""

from __future__ import annotations

import array
import ctypes
from collections.abc import Sequence
from typing import Any


class BenchError(Exception):
    """A call that failed."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


class Wrappers:
    """The functions under the names that the other peers use, too."""

    def __init__(self, path: str) -> None:
        library = ctypes.CDLL(path)
        byref, c_int, c_double, c_size_t = ctypes.byref, ctypes.c_int, ctypes.c_double, ctypes.c_size_t

        def declare(name: str, result: Any, *arguments: Any) -> Any:
            function = getattr(library, f"b_{name}")
            function.restype = result
            function.argtypes = arguments
            return function

        c_add = declare("add", c_int, c_int, c_int)
        c_scaled = declare("scaled", c_int, c_int, c_int)
        c_divmod = declare("divmod", None, c_int, c_int, ctypes.POINTER(c_int), ctypes.POINTER(c_int))
        c_str_len = declare("str_len", c_size_t, ctypes.c_char_p)
        c_greet = declare("greet", ctypes.c_char_p, c_int)
        c_fill_text = declare("fill_text", None, ctypes.c_char_p, c_size_t, c_int)
        c_total_length = declare("total_length", c_size_t, ctypes.POINTER(ctypes.c_char_p), c_size_t)
        c_sum = declare("sum", c_double, ctypes.c_void_p, c_size_t)
        c_sum_int64 = declare("sum_int64", ctypes.c_int64, ctypes.c_void_p, c_size_t)
        c_checksum = declare("checksum", ctypes.c_uint32, ctypes.c_char_p, c_size_t)
        c_scale = declare("scale", None, ctypes.c_void_p, c_size_t, c_double)
        c_fill = declare("fill", None, ctypes.c_void_p, c_size_t, c_double)
        c_check = declare("check", c_int, c_int)
        c_reason = declare("reason", ctypes.c_char_p, c_int)

        def add_named(a: int, b: int) -> Any:
            return c_add(a, b)

        def scaled(value: int, factor: int = 2) -> Any:
            return c_scaled(value, factor)

        def divmod(a: int, b: int) -> tuple[int, int]:
            quotient, remainder = c_int(), c_int()
            c_divmod(a, b, byref(quotient), byref(remainder))
            return quotient.value, remainder.value

        def str_len(text: str) -> Any:
            return c_str_len(text.encode())

        def greet(which: int) -> Any:
            return c_greet(which).decode()

        def fill_text(which: int, size: int = 64) -> str:
            buffer = ctypes.create_string_buffer(size)
            c_fill_text(buffer, size, which)
            return buffer.value.decode()

        def total_length(texts: Sequence[str]) -> Any:
            return c_total_length((ctypes.c_char_p * len(texts))(*[text.encode() for text in texts]), len(texts))

        def doubles(values: Any) -> Any:
            return (c_double * len(values))(*values) if isinstance(values, list) else values.ctypes.data

        def sum(values: Any) -> Any:
            return c_sum(doubles(values), len(values))

        def sum_int64(values: Any) -> Any:
            return c_sum_int64(values.ctypes.data, len(values))

        def checksum(data: bytes) -> Any:
            return c_checksum(data, len(data))

        def scale(values: Any, factor: float) -> None:
            native = doubles(values)
            c_scale(native, len(values), factor)
            if isinstance(values, list):
                values[:] = native

        def fill(start: float, n: int = 0, values: Any = None) -> Any:
            if values is None:
                made = array.array("d", bytes(8 * n))
                c_fill(made.buffer_info()[0], n, start)
                return made
            c_fill(values.ctypes.data, len(values), start)
            return len(values)

        def check(status: int) -> None:
            result = c_check(status)
            if result != 0:
                raise BenchError(c_reason(result).decode(), result)

        class Point(ctypes.Structure):
            _fields_ = [("x", c_double), ("y", c_double)]

        self.point = Point
        self.norm = declare("norm", c_double, ctypes.POINTER(Point))
        self.move = declare("move", None, ctypes.POINTER(Point), c_double, c_double)
        self.turned = declare("turned", Point, Point)
        self.noop = self.noop_released = declare("noop", None)
        self.add = self.add_released = c_add
        self.hypot2 = declare("hypot2", c_double, c_double, c_double)
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
