"""Failing calls with memory that both sides allocate: every block is freed exactly once."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import Binding
from tests.support.leaks import balanced
from tests.support.refusals import refused

FEATURES = ("ownership",)

places = pytest.mark.parametrize("place", [0, 1, 4, 8], ids=["first", "second", "middle", "last"])


@pytest.fixture(scope="module")
def ownership(binding: Binding) -> ModuleType:
    return binding("ownership")


@pytest.fixture(autouse=True)
def nothing_is_leaked(ownership: ModuleType) -> Iterator[None]:
    with balanced(ownership):
        yield
        ownership.fail_at(0)


@pytest.mark.rules("R3.42", "R3.48")
@places
@pytest.mark.parametrize("bad", [7, None, "a\0b"], ids=repr)
def test_a_bad_element_of_an_inout_list_of_owned_text(ownership: ModuleType, place: int, bad: object) -> None:
    names: list[Any] = [f"name {i}" for i in range(9)]
    names[place] = bad
    kept = list(names)
    with refused(Exception, "shout_all()", "names", str(place)):
        ownership.shout_all(names, 3)
    assert names == kept


def test_a_bad_argument_after_owned_text_frees_it(ownership: ModuleType) -> None:
    with refused(TypeError, "replace()", "how"):
        ownership.replace("text", "x")
    with refused(TypeError, "shout_all()", "how"):
        ownership.shout_all(["a", "b"], "x")


@pytest.mark.parametrize("count", [1, 2, 3])
def test_the_allocator_of_owned_inout_text_fails(ownership: ModuleType, count: int) -> None:
    ownership.fail_at(count)
    try:
        with pytest.raises(MemoryError):
            ownership.shout_all(["a", "b", "c"], 3)
    finally:
        ownership.fail_at(0)


def test_the_allocator_of_owned_inout_values_fails(ownership: ModuleType) -> None:
    ownership.fail_at(1)
    with pytest.raises(MemoryError):
        ownership.replace("text", 0)
    ownership.fail_at(1)
    with pytest.raises(MemoryError):
        ownership.append([1, 2], 3)


@pytest.mark.rules("R3.47")
@pytest.mark.parametrize("invalid", [0, 1, 4, 8], ids=["first", "second", "middle", "last"])
def test_an_element_of_an_out_list_cannot_be_decoded(ownership: ModuleType, invalid: int) -> None:
    freed = ownership.freed()
    with refused(ValueError, "list()", "names", str(invalid)):
        ownership.list(invalid, n=9)
    assert ownership.freed() == freed + 9


@pytest.mark.rules("R3.47")
@pytest.mark.parametrize("k", [1, 2, 3])
def test_the_callee_cannot_allocate_an_element(ownership: ModuleType, k: int) -> None:
    ownership.fail_at(k)
    with refused(ValueError, "list()", "names", str(k - 1), "NULL"):
        ownership.list(-1, n=3)
