"""Records that own memory: whatever a user does to them, only what was given is freed. Records that are not aligned."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from types import ModuleType

import numpy as np
import pytest

import interop
from tests.conftest import Binding
from tests.support.leaks import balanced
from tests.support.refusals import refused

FEATURES = ("owners",)


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("owners")


@pytest.fixture(autouse=True)
def nothing_is_leaked(t: ModuleType) -> Iterator[None]:
    with balanced(t):
        yield


@pytest.mark.rules("R8.12")
def test_another_member_s_bytes_are_never_freed(t: ModuleType) -> None:
    either = t.either(kind=1, number=0x4141414141)
    either.kind = 2
    with refused(TypeError, "touch()", "text", "str", "None"):
        t.touch(either)
    assert either.kind == 2


@pytest.mark.parametrize("wrong", [3, None, "named"])
def test_what_is_no_flexible_record_frees_nothing(t: ModuleType, wrong: object) -> None:
    with refused(TypeError, "stir()", "labelled"):
        t.stir(t.named() if wrong == "named" else wrong)


def test_a_flexible_record_that_owns_text_goes_there_and_back(t: ModuleType) -> None:
    labelled = t.labelled("name", [1, 2])
    t.stir(labelled)
    assert (labelled.label, list(labelled.items)) == ("name", [2, 4])


def test_the_memory_behind_cdata_is_not_freed(t: ModuleType) -> None:
    text = t.ffi.new("char[]", b"hello")
    named = t.ffi.new("t_named[1]")
    named[0].name = text
    with refused(TypeError, "rename()", "names", "cdata", "freed: pass a list"):
        t.rename(named)
    with refused(TypeError, "append()", "names", "cdata", "freed: pass a list"):
        t.append(named, "x")
    with refused(TypeError, "name()", "names", "cdata", "freed: leave it out"):
        t.name(names=named, n=1)
    assert t.ffi.string(named[0].name) == b"hello"
    assert t.lengths(named) == 5


def test_arrays_of_records_that_own_text(t: ModuleType) -> None:
    people = [t.named("ann"), t.named("bob")]
    t.rename(people)
    assert [each.name for each in people] == ["Xnn", "Xob"]
    assert [each.name for each in t.name(n=2)] == ["made", "made"]


def test_an_array_behind_a_pointer_may_be_replaced(t: ModuleType) -> None:
    people = [t.named("ann"), t.named("bob")]
    assert [each.name for each in t.append(people, "eve")] == ["ann", "bob", "eve"]
    assert [each.name for each in t.append([], "eve")] == ["eve"]
    assert t.lengths(people) == 6


def test_what_was_given_before_something_failed_is_freed(t: ModuleType) -> None:
    with refused(TypeError, "append()", "names", "int"):
        t.append([t.named("ann"), t.named("bob"), 3], "eve")
    with refused(TypeError, "append()", "name", "int"):
        t.append([t.named("ann"), t.named("bob")], 3)
    for k in range(1, 6):
        t.fail_at(k)
        with pytest.raises((MemoryError, interop.InteropError)):
            t.append([t.named("ann"), t.named("bob")], "eve")
    t.fail_at(0)


@pytest.mark.parametrize("wrong", [5, None, "x", "either"])
def test_a_list_of_inner_records_is_checked_when_it_is_copied(t: ModuleType, wrong: object) -> None:
    couple = t.couple()
    couple.two[0] = t.either() if wrong == "either" else wrong
    for how in (copy.copy, lambda each: each.__replace__(two=[t.named("a"), t.named("b")])):
        with refused(TypeError, "couple.two at [0]", "named"):
            how(couple)


@pytest.mark.rules("R8.12")
@pytest.mark.parametrize("how", [0, 1, 2])
def test_trees_of_any_depth_are_freed(t: ModuleType, how: int) -> None:
    if how == 1:
        depth, node = 0, t.grow(300_000, how)
        while node is not None:
            depth, node = depth + 1, node.right
        assert depth == 300_000
        return
    with pytest.raises(RecursionError):
        t.grow(300_000, how)
    node = t.grow(3, how)
    assert (node.left.value, node.left.left.left) == (1, None)


def test_an_array_of_large_records_ends_at_the_first_zero_one(t: ModuleType) -> None:
    assert len(t.spread(n=4, used=1)) == 1
    assert len(t.spread(n=4, used=0)) == 0
    assert len(t.spread(n=4, used=4)) == 4


def test_a_record_that_is_not_aligned_is_copied_for_c(t: ModuleType) -> None:
    crooked = t.crooked(b"c", t.vector(1, 2))
    assert t.across(crooked.vector) == 3
    assert t.drift(crooked.vector, 0.5) == 1
    assert (crooked.tag, crooked.vector) == (b"c", t.vector(1.5, 2.5))
    shifted = np.zeros(33, np.uint8)[1:].view([("x", "f8"), ("y", "f8")])
    assert t.drift(t.vector.array(shifted)[1], 2.0) == 1
    assert shifted.tolist() == [(0, 0), (2, 2)]


def test_replacing_fields_needs_no_order(t: ModuleType) -> None:
    either = t.either(kind=1, number=3)
    for changes in ({"kind": 2, "text": "a"}, {"text": "a", "kind": 2}):
        assert either.__replace__(**changes) == t.either(2, text="a")
    with pytest.raises(AttributeError, match="either has no field 'wrong'"):
        either.__replace__(wrong=1)
    assert either == t.either(kind=1, number=3)


# Records that a callback makes


@pytest.mark.parametrize(
    ("value", "kind", "total"),
    [(7, 1, 7), ("abc", 2, 294), ("", 2, 0), (b"\1\0\2", 3, 3), (bytearray(b"\5"), 3, 5), (None, 0, 0)],
)
def test_a_callback_gives_records_with_memory_that_c_frees(t: ModuleType, value: object, kind: int, total: int) -> None:
    assert t.made(lambda x: (value, t.named(name="é" * x)), 3) == (total, kind, "ééé")
    assert t.made(lambda x: (value, t.named()), 0) == (total, kind, "-")


def test_what_a_callback_made_before_something_failed_is_freed(t: ModuleType) -> None:
    with pytest.raises(TypeError, match=r"maker.*expected named"):
        t.made(lambda x: ("text", "no record"), 1)
    with pytest.raises(TypeError, match="expected int, str, bytes or None"):
        t.made(lambda x: ([1], t.named()), 1)
    for failing in (1, 2):
        t.fail_at(failing)
        with pytest.raises(MemoryError):
            t.made(lambda x: ("text", t.named(name="name")), 1)
    t.fail_at(0)
