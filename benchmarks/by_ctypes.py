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
        c_read_bytes = declare("read_bytes", c_size_t, ctypes.c_void_p, c_size_t, c_int)
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

        def sum(values: Any) -> Any:
            return c_sum(values.ctypes.data, len(values))

        def sum_list(values: list[float]) -> Any:
            return c_sum((c_double * len(values))(*values), len(values))

        def sum_int64(values: Any) -> Any:
            return c_sum_int64(values.ctypes.data, len(values))

        def checksum(data: bytes) -> Any:
            return c_checksum(data, len(data))

        def read_bytes(start: int, size: int) -> bytes:
            made = ctypes.create_string_buffer(size)
            count = c_read_bytes(made, size, start)
            return made.raw[:count]

        def scale(values: Any, factor: float) -> None:
            c_scale(values.ctypes.data, len(values), factor)

        def scale_list(values: list[float], factor: float) -> None:
            native = (c_double * len(values))(*values)
            c_scale(native, len(values), factor)
            values[:] = native

        def fill_into(start: float, values: Any) -> Any:
            c_fill(values.ctypes.data, len(values), start)
            return len(values)

        def fill_new(start: float, n: int) -> Any:
            made = array.array("d", bytes(8 * n))
            c_fill(made.buffer_info()[0], n, start)
            return made

        def check(status: int) -> None:
            result = c_check(status)
            if result != 0:
                raise BenchError(c_reason(result).decode(), result)

        class Point(ctypes.Structure):
            _fields_ = [("x", c_double), ("y", c_double)]

        class CLabel(ctypes.Structure):
            _fields_ = [("text", ctypes.c_char_p), ("length", c_int)]

        class Label:
            """A record with a text, which C gets as bytes that live as long as the call."""

            def __init__(self, text: str) -> None:
                self.text = text
                self.length = 0

        def relabel(label: Label) -> None:
            native = CLabel(label.text.encode(), label.length)
            c_relabel(byref(native))
            label.text = native.text.decode()
            label.length = native.length

        c_relabel = declare("relabel", None, ctypes.POINTER(CLabel))
        c_counter_open = declare("counter_open", ctypes.c_void_p, c_int)
        c_counter_close = declare("counter_close", None, ctypes.c_void_p)
        c_counter_get = declare("counter_get", c_int, ctypes.c_void_p)

        class Counter:
            """A handle, closed by hand or when the object goes."""

            _counter = None

            def __init__(self, start: int) -> None:
                self._counter = c_counter_open(start)
                if self._counter is None:
                    raise ValueError("C gave NULL")

            def close(self) -> None:
                if self._counter is not None:
                    c_counter_close(self._counter)
                    self._counter = None

            __del__ = close

            def get(self) -> Any:
                if self._counter is None:
                    raise ValueError("the counter is closed")
                return c_counter_get(self._counter)

            get_released = get

        Visitor = ctypes.CFUNCTYPE(c_int, ctypes.c_void_p, c_int)
        c_apply = declare("apply", c_int, Visitor, ctypes.c_void_p, c_int)

        def apply(function: Any, times: int) -> Any:
            errors: list[BaseException] = []

            def visit(data: int | None, value: int) -> Any:
                if errors:
                    return 0
                try:
                    return function(value)
                except BaseException as error:
                    errors.append(error)
                    return 0

            result = c_apply(Visitor(visit), None, times)
            if errors:
                raise errors[0]
            return result

        self.point = Point
        self.label = Label
        self.relabel = relabel
        self.counter = Counter
        self.apply = self.apply_released = apply
        self.read_bytes = read_bytes
        self.take1, self.take4, self.take16, self.take64 = (
            declare(f"take{count}", c_int, *[c_int] * count) for count in (1, 4, 16, 64)
        )
        self.work = declare("work", ctypes.c_uint32, ctypes.c_uint32)
        self.norm = self.norm_released = declare("norm", c_double, ctypes.POINTER(Point))
        self.move = declare("move", None, ctypes.POINTER(Point), c_double, c_double)
        self.turned = declare("turned", Point, Point)
        self.noop = self.noop_released = declare("noop", None)
        self.add = self.add_released = c_add
        self.hypot2 = declare("hypot2", c_double, c_double, c_double)
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
