"""Memory that both sides allocate: pointers that C replaces, and arrays of text that C fills."""

from __future__ import annotations

import array
from collections.abc import Iterator
from types import ModuleType

import pytest

from tests.conftest import Binding
from tests.support.leaks import balanced
from tests.support.refusals import refused

FEATURES = ("ownership",)

KEEP, REPLACE, DROP, UPPER = range(4)


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("ownership")


@pytest.fixture(autouse=True)
def nothing_is_leaked(t: ModuleType) -> Iterator[None]:
    with balanced(t):
        yield


# Pointers that C may replace


@pytest.mark.rules("R3.22", "R3.23", "R3.27", "R3.48", "R4.11", "R5.5")
def test_inout_text_may_be_kept_replaced_or_changed_in_place(t: ModuleType) -> None:
    text = "abc"
    assert t.replace(text, KEEP) == "abc"
    assert t.replace(text, REPLACE) == "a replacement that is longer than what it replaces"
    assert t.replace(text, UPPER) == "ABC"
    assert text == "abc"


@pytest.mark.rules("R3.24")
def test_inout_text_may_be_dropped_where_unique(t: ModuleType) -> None:
    assert t.replace_or_drop("abc", DROP) is None
    assert t.replace_or_drop(None, KEEP) is None
    assert t.replace_or_drop(None, REPLACE) == "a replacement that is longer than what it replaces"


def test_inout_text_dropped_where_ref_is_an_error(t: ModuleType) -> None:
    with refused(ValueError, "replace()", "text", "NULL"):
        t.replace("abc", DROP)


@pytest.mark.rules("R7.6")
def test_an_inout_array_that_c_may_replace_is_returned(t: ModuleType) -> None:
    values = [1, 2]
    assert list(t.append(values, 3)) == [1, 2, 3]
    assert values == [1, 2]
    assert list(t.append([], 7)) == [7]
    assert list(t.append(array.array("i", [5]), 6)) == [5, 6]


# Arrays of text that C fills


@pytest.mark.rules("R6.23")
def test_an_out_list_of_owned_text(t: ModuleType) -> None:
    assert t.list(-1, n=3) == ["name 0", "name 1", "name 2"]
    assert t.list(-1, n=0) == []


def test_an_out_list_of_borrowed_text(t: ModuleType) -> None:
    assert t.list_borrowed(n=3) == ["zero", "one", "two"]


@pytest.mark.rules("R7.9")
def test_unfilled_elements_of_an_out_list_are_none(t: ModuleType) -> None:
    assert t.list_partly(1, n=3) == ["name 0", None, None]


@pytest.mark.rules("R5.14", "R7.13")
def test_an_inout_list_of_text_is_updated_in_place(t: ModuleType) -> None:
    names = ["ab", "cd"]
    same = names
    assert t.shout_all(names, UPPER) is None
    assert names is same
    assert names == ["AB", "CD"]
    t.shout_all(names, REPLACE)
    assert names == ["name 0", "name 1"]


def test_an_inout_tuple_of_text_is_refused(t: ModuleType) -> None:
    entered = t.entered()
    with refused(TypeError, "shout_all()", "names", "tuple"):
        t.shout_all(("ab", "cd"), UPPER)
    assert t.entered() == entered
