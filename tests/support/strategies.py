"""Hypothesis strategies shared by the property tests: values of every family, and objects that hold arrays."""

from __future__ import annotations

import array
from collections.abc import Callable
from typing import Any

import numpy as np
from hypothesis import strategies as st

from tests.support.types import NUMBERS, IntegerType, NumberArray


def integers_of(integer: IntegerType) -> st.SearchStrategy[int]:
    """Every value of an integer type, its limits often."""
    return st.integers(integer.low, integer.high) | st.sampled_from([integer.low, integer.high])


def beyond(integer: IntegerType) -> st.SearchStrategy[int]:
    """Values that an integer type cannot hold."""
    return st.integers(min_value=integer.high + 1) | st.integers(max_value=integer.low - 1)


def elements_of(number: NumberArray) -> st.SearchStrategy[Any]:
    """Every value that an array of a number type may hold, NaN left out so that lists compare."""
    if number.is_float:
        return st.floats(width=32 if number.code == "f" else 64, allow_nan=False)
    bits = 8 * array.array(number.code).itemsize
    if number.code.isupper():
        return st.integers(0, (1 << bits) - 1)
    return st.integers(-(1 << (bits - 1)), (1 << (bits - 1)) - 1)


def number_lists(number: NumberArray, max_size: int = 50) -> st.SearchStrategy[list[Any]]:
    return st.lists(elements_of(number), max_size=max_size)


numbers = st.sampled_from(NUMBERS)
INT32 = next(number for number in NUMBERS if number.name == "int32")


def _strided(number: NumberArray, values: list[Any]) -> Any:
    whole = np.zeros(2 * len(values), dtype=number.numpy)
    whole[::2] = values
    return whole[::2]


HOLDERS: dict[str, Callable[[NumberArray, list[Any]], Any]] = {
    "list": lambda number, values: list(values),
    "array": lambda number, values: array.array(number.code, values),
    "memoryview": lambda number, values: memoryview(array.array(number.code, values)),
    "numpy": lambda number, values: np.array(values, dtype=number.numpy),
    "strided": _strided,
    "reversed": lambda number, values: np.array(values[::-1], dtype=number.numpy)[::-1],
}
"""Writable objects that hold an array: lists, buffers, and views that are not contiguous."""

holder_kinds = st.sampled_from(list(HOLDERS))


def holders(number: NumberArray, values: list[Any]) -> st.SearchStrategy[Any]:
    """A writable object that holds the values."""
    return holder_kinds.map(lambda kind: HOLDERS[kind](number, values))


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
"""Any text that UTF-8, UTF-16 and UTF-32 can carry to C."""


def text_of(codec: str) -> st.SearchStrategy[str]:
    """Text that a codec can encode, without NUL and without what Shift JIS encodes one way only."""
    return st.text(st.characters(codec=codec, exclude_characters="\0¥‾"), max_size=200)
