"""The element and scalar types of the test library, with what Python needs to know to make values of them."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class IntegerType:
    """An integer type by the suffix of its functions."""

    name: str
    ctype: type[ctypes._SimpleCData[int]]

    @property
    def size(self) -> int:
        return ctypes.sizeof(self.ctype)

    @property
    def signed(self) -> bool:
        return self.ctype(-1).value < 0

    @property
    def low(self) -> int:
        return -(1 << (8 * self.size - 1)) if self.signed else 0

    @property
    def high(self) -> int:
        return (1 << (8 * self.size - (1 if self.signed else 0))) - 1

    def __str__(self) -> str:
        return self.name


INTEGERS: tuple[IntegerType, ...] = tuple(
    IntegerType(name, ctype)
    for name, ctype in (
        ("schar", ctypes.c_byte),
        ("uchar", ctypes.c_ubyte),
        ("short", ctypes.c_short),
        ("ushort", ctypes.c_ushort),
        ("int", ctypes.c_int),
        ("uint", ctypes.c_uint),
        ("long", ctypes.c_long),
        ("ulong", ctypes.c_ulong),
        ("llong", ctypes.c_longlong),
        ("ullong", ctypes.c_ulonglong),
        ("int8", ctypes.c_int8),
        ("uint8", ctypes.c_uint8),
        ("int16", ctypes.c_int16),
        ("uint16", ctypes.c_uint16),
        ("int32", ctypes.c_int32),
        ("uint32", ctypes.c_uint32),
        ("int64", ctypes.c_int64),
        ("uint64", ctypes.c_uint64),
        ("size", ctypes.c_size_t),
        ("ssize", ctypes.c_ssize_t),
        ("ptrdiff", ctypes.c_ssize_t),
        ("intptr", ctypes.c_ssize_t),
        ("uintptr", ctypes.c_size_t),
        ("intmax", ctypes.c_longlong),
        ("uintmax", ctypes.c_ulonglong),
    )
)


@dataclass(frozen=True, slots=True)
class NumberArray:
    """A number type that arrays are made of: its ``array.array`` code and its ctypes twin."""

    name: str
    code: Any
    ctype: type[ctypes._SimpleCData[int]] | type[ctypes._SimpleCData[float]]
    numpy: str

    @property
    def is_float(self) -> bool:
        return self.code in "fd"

    def __str__(self) -> str:
        return self.name


NUMBERS: tuple[NumberArray, ...] = (
    NumberArray("double", "d", ctypes.c_double, "float64"),
    NumberArray("float", "f", ctypes.c_float, "float32"),
    NumberArray("int8", "b", ctypes.c_int8, "int8"),
    NumberArray("uint8", "B", ctypes.c_uint8, "uint8"),
    NumberArray("int16", "h", ctypes.c_int16, "int16"),
    NumberArray("uint16", "H", ctypes.c_uint16, "uint16"),
    NumberArray("int32", "i", ctypes.c_int32, "int32"),
    NumberArray("uint32", "I", ctypes.c_uint32, "uint32"),
    NumberArray("int64", "q", ctypes.c_int64, "int64"),
    NumberArray("uint64", "Q", ctypes.c_uint64, "uint64"),
    NumberArray("long", "l", ctypes.c_long, "long"),
)
