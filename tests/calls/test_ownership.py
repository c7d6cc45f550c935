"""Memory that both sides allocate: pointers that C replaces, and arrays of text that C fills."""

from __future__ import annotations

import array
from collections.abc import Iterator
from types import ModuleType

import pytest

import interop
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
        t.fail_at(0)
        t.let_go()


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


def test_inout_text_in_other_encodings(t: ModuleType) -> None:
    assert t.replace_16("é\U0001f600", KEEP) == "é\U0001f600"
    assert t.replace_16("text", REPLACE) == "another \U0001f600"
    assert t.replace_16(None, REPLACE) == "another \U0001f600"
    assert t.replace_16("text", DROP) is None
    assert t.replace_latin("é", KEEP) == "é"
    with refused(ValueError, "replace_latin()", "text"):
        t.replace_latin("€", KEEP)


# Pointers that C may replace, of which nothing comes back


@pytest.mark.rules("R3.21")
@pytest.mark.parametrize("how", [KEEP, UPPER, DROP])
@pytest.mark.parametrize("text", ["", "text", "x" * 1000])
def test_what_c_makes_of_an_in_pointer_is_of_no_consequence(t: ModuleType, text: str, how: int) -> None:
    before = t.allocated()
    for call in (t.peek, t.peek_or_null):
        assert call(text, how) == len(text)
    assert t.peek_const(text) == len(text)
    assert t.allocated() == before
    assert text in ("", "text", "x" * 1000)


@pytest.mark.rules("R3.21", "R6.1")
def test_an_in_pointer_to_text_that_is_null(t: ModuleType) -> None:
    assert t.peek_or_null(None, KEEP) == 0
    with refused(TypeError, "peek()", "text", "None"):
        t.peek(None, KEEP)
    assert t.peek_16("é€\U0001f600") == 4


@pytest.mark.rules("R3.21")
@pytest.mark.parametrize("how", [KEEP, DROP])
def test_an_array_behind_an_in_pointer_is_a_copy(t: ModuleType, how: int) -> None:
    values = array.array("i", range(300))
    assert t.sum_behind(values, how) == sum(range(300))
    assert list(values) == list(range(300))
    assert t.sum_behind([], how) == 0
    with refused(TypeError, "sum_behind()", "values", "1"):
        t.sum_behind([1, "x"], how)


# What C takes over


@pytest.mark.rules("R5.1", "R5.7")
def test_what_c_takes_over_is_allocated_for_it_and_not_freed(t: ModuleType) -> None:
    live = t.live()
    t.keep("text", 4)
    t.keep_16("é€")
    t.keep_array([1, 2, 3], 0)
    t.keep_array([], 0)
    t.keep_ended([1, 2, 3])
    t.keep_counted("a\0b")
    assert t.live() == live + 6
    assert t.let_go() == 6
    t.keep(None, 0)
    assert t.let_go() == 0


@pytest.mark.rules("R3.46", "R5.1")
def test_what_c_has_taken_over_stays_its_own_when_it_fails(t: ModuleType) -> None:
    with refused(interop.CallError, "keep()"):
        t.keep("text", -1)
    with refused(interop.CallError, "keep_array()"):
        t.keep_array([1], 1)
    assert t.let_go() == 2


@pytest.mark.rules("R3.42")
def test_what_c_never_got_is_freed(t: ModuleType) -> None:
    entered, allocated = t.entered(), t.allocated()
    for wrong in ("x", None):
        with pytest.raises(TypeError):
            t.keep("text", wrong)
        with pytest.raises(TypeError):
            t.keep_array([1, 2], wrong)
    assert t.allocated() == allocated + 4
    t.fail_at(1)
    with pytest.raises(MemoryError):
        t.keep("text", 1)
    t.fail_at(1)
    with pytest.raises(MemoryError):
        t.keep_array([1], 0)
    assert (t.entered(), t.let_go()) == (entered, 0)


# Arrays of text that C replaces


@pytest.mark.rules("R3.22", "R3.23", "R5.14")
def test_a_list_of_text_that_c_replaces_is_returned(t: ModuleType) -> None:
    names = ["one", "grün"]
    assert t.append_text(names, "new", KEEP) == ["one", "grün"]
    assert t.append_text(names, "new", REPLACE) == ["one", "grün", "new"]
    assert t.append_text(tuple(names), "new", UPPER) == ["grün", "new"]
    assert t.append_text([], "new", REPLACE) == ["new"]
    assert t.append_text([], "new", KEEP) == []
    assert names == ["one", "grün"]


@pytest.mark.rules("R3.24")
def test_a_list_of_text_that_c_drops(t: ModuleType) -> None:
    assert t.append_unique(["one", None], "new", DROP) is None
    assert t.append_unique(["one", None], "new", REPLACE) == ["one", None, "new"]
    assert t.append_unique(None, "new", REPLACE) == ["new"]
    assert t.append_unique(None, "new", KEEP) is None
    with refused(ValueError, "append_text()", "names", "NULL"):
        t.append_text(["one"], "new", DROP)


@pytest.mark.rules("R3.46", "R3.49")
def test_a_list_that_c_replaced_before_it_failed_is_freed(t: ModuleType) -> None:
    with refused(interop.CallError, "append_text()"):
        t.append_text(["one", "two"], "new", 4)


@pytest.mark.rules("R3.48")
@pytest.mark.parametrize("k", range(1, 6))
def test_the_allocator_fails_while_such_a_list_is_made(t: ModuleType, k: int) -> None:
    entered = t.entered()
    t.fail_at(k)
    with pytest.raises(MemoryError):
        t.append_text(["a", "b", "c", "d"], "new", KEEP)
    t.fail_at(0)
    assert t.entered() == entered


def test_a_list_ended_by_null_that_c_may_replace(t: ModuleType) -> None:
    assert t.sort_ended(["c", "a", "b"]) == ["a", "b", "c"]
    assert t.sort_ended([]) == []
    assert t.words("one two three") == ["one", "two", "three"]
    assert t.words("") == []


# Arrays of text that C fills


@pytest.mark.rules("R6.23")
def test_an_out_list_of_utf16_text(t: ModuleType) -> None:
    assert t.list_16(n=4) == ["null", "éins", "\U0001f600", "null"]


def test_an_out_list_ends_before_its_null(t: ModuleType) -> None:
    assert t.list_ended(2, n=5) == ["name 0", "name 1"]
    assert t.list_ended(0, n=5) == []
    assert t.list_ended(9, n=3) == ["name 0", "name 1", "name 2"]


def test_an_inout_list_ends_before_its_null(t: ModuleType) -> None:
    names = ["prog", "-v", "file", "-v"]
    assert t.remove(names, "-v") is None
    assert names == ["prog", "file"]
    t.remove(names, "nothing")
    assert names == ["prog", "file"]
    t.remove(names, "prog")
    t.remove(names, "file")
    assert names == []
    t.remove(names, "more")
    assert names == []


@pytest.mark.rules("R3.24")
def test_each_text_of_an_inout_list_may_be_dropped(t: ModuleType) -> None:
    names = ["ab", None, "cd"]
    t.shout_unique(names, UPPER)
    assert names == ["AB", None, "CD"]
    t.shout_unique(names, DROP)
    assert names == [None, None, None]
    with refused(ValueError, "shout_all()", "names", "0", "NULL"):
        t.shout_all(texts := ["ab"], DROP)
    assert texts == ["ab"]


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
