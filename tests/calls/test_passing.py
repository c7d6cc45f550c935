"""A module whose callables are C's during one call only: no other function has to be known to them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from types import ModuleType

import pytest

from tests.conftest import Binding

FEATURES = ("passing",)


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("passing")


@pytest.fixture(params=["poke", "poke_held"])
def poke(t: ModuleType, request: pytest.FixtureRequest) -> Callable[[int], int]:
    found: Callable[[int], int] = getattr(t, request.param)
    return found


def test_nobody_is_called_outside(t: ModuleType, poke: Callable[[int], int]) -> None:
    assert poke(5) == -3
    assert t.pass_(lambda value: value + 1, 5) == 6
    assert poke(5) == -3


def test_c_may_call_it_from_another_function(t: ModuleType, poke: Callable[[int], int]) -> None:
    def visit(value: int) -> int:
        return poke(value - 1) + 1 if value else 0

    assert t.pass_(visit, 5) == 5


def test_what_it_raises_there_comes_out_of_the_call_that_it_was_passed_to(
    t: ModuleType, poke: Callable[[int], int]
) -> None:
    answers = []

    def visit(value: int) -> int:
        if value == 0:
            raise KeyError("inside")
        answers.append(poke(value - 1))
        return value

    with pytest.raises(KeyError, match="inside"):
        t.pass_(visit, 1)
    # C was told by the declared value.
    assert answers == [-1]


def test_what_it_raises_in_another_thread_comes_out_there_too(t: ModuleType, poke: Callable[[int], int]) -> None:
    answers = []

    def visit(value: int) -> int:
        if value == 0:
            raise KeyError("elsewhere")
        thread = threading.Thread(target=lambda: answers.append(poke(0)))
        thread.start()
        thread.join()
        return value

    with pytest.raises(KeyError, match="elsewhere"):
        t.pass_(visit, 1)
    assert answers == [-1]


def test_the_innermost_of_nested_calls_raises(t: ModuleType, poke: Callable[[int], int]) -> None:
    def inner(value: int) -> int:
        raise KeyError("inner")

    def outer(value: int) -> int:
        with pytest.raises(KeyError, match="inner"):
            t.pass_(inner, value)
        return 7

    assert t.pass_(outer, 1) == 7
