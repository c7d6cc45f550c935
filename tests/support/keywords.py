"""Calls that C makes with a dictionary of its own."""

from __future__ import annotations

import ctypes
import weakref
from collections.abc import Callable
from typing import Any, NoReturn

import pytest

call_from_c = ctypes.PYFUNCTYPE(ctypes.py_object, ctypes.py_object, ctypes.py_object, ctypes.py_object)(
    ("PyObject_Call", ctypes.pythonapi)
)
"""PyObject_Call(): a class that is called gets the very dictionary, as from _thread.start_new_thread()."""


class Emptied(Exception):
    pass


def keeps_what_was_given(call: Callable[..., Any], first: str, second: str) -> bool:
    """Whether the second value is still there when the first one, asked for its number, has emptied the dictionary."""
    given: dict[str, object] = {}
    seen: list[bool] = []

    class First:
        def __index__(self) -> NoReturn:
            given.clear()
            seen.append(weak() is not None)
            raise Emptied

        __float__ = __index__

    class Second:
        def __index__(self) -> int:
            return 1

        def __float__(self) -> float:
            return 1.0

    value, rest = First(), Second()
    weak = weakref.ref(rest)
    given[first], given[second] = value, rest
    del rest
    with pytest.raises(Emptied):
        call_from_c(call, (), given)
    return seen == [True]
