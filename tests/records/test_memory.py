"""Records with memory of their own: whatever fails, what was made is freed once and the caller's is whole."""

from __future__ import annotations

import copy
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

import interop
from tests.conftest import Binding
from tests.support.leaks import balanced

FEATURES = ("records", "layouts")


@pytest.fixture(scope="module")
def r(binding: Binding) -> ModuleType:
    return binding("records")


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("layouts")


def team(r: ModuleType) -> Any:
    people = [r.person(f"person {n}", "nick", n, range(n + 1), r.point(n, n)) for n in range(3)]
    return r.team(people[0], people[1:], 5)


CALLS: dict[str, tuple[Callable[[ModuleType], Any], Callable[[ModuleType, Any, Any], Any]]] = {
    "one": (lambda r: team(r).lead, lambda r, value, how: r.birthday(value, how)),
    "nested": (team, lambda r, value, how: r.promote(value, how)),
    "array": (lambda r: [team(r).lead, *team(r).members], lambda r, value, how: r.everybody(value, how)),
    "replaced": (lambda r: team(r).lead, lambda r, value, how: r.swap(value, how)),
}


@pytest.mark.rules("R8.11", "R8.12", "R8.13")
@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("how", ["KEEP", "CHANGE", "REPLACE", "FREE", "FAIL"])
def test_the_kth_allocation_of_c_fails(r: ModuleType, name: str, how: str) -> None:
    make, call = CALLS[name]
    finished = 0
    for k in range(1, 40):
        value = make(r)
        before = copy.deepcopy(value)
        with balanced(r):
            r.fail_at(k)
            try:
                call(r, value, r.how[how])
                finished += 1
            except (MemoryError, interop.CallError):
                assert value == before
            finally:
                r.fail_at(0)
    assert finished or how == "FAIL"


@pytest.mark.rules("R8.11")
@pytest.mark.parametrize("place", range(3))
def test_a_field_that_cannot_be_converted_frees_those_before_it(r: ModuleType, place: int) -> None:
    value = team(r)
    people = [value.lead, *value.members]
    people[place] = None
    with balanced(r):
        with pytest.raises(TypeError, match=rf"everybody\(\): argument 'people' at \[{place}\]"):
            r.everybody(people, r.how.KEEP)
        # A list of ours that was spoilt since it was checked.
        value.members[place % 2] = 5
        with pytest.raises(TypeError, match=r"team\.members"):
            r.promote(value, r.how.KEEP)


@pytest.mark.rules("R8.6")
def test_levels_of_indirection(r: ModuleType) -> None:
    person = team(r).lead
    with balanced(r):
        assert "person 0 (nick)" in str(r.introduce(person))
        assert r.check(person) == r.check(person)
        assert r.swap(person, r.how.KEEP) == person
        assert r.corner(1) is not None
        assert r.corner(0) is None


@pytest.mark.rules("R8.13", "R8.15")
def test_reading_leaves_what_c_keeps_alone(r: ModuleType, t: ModuleType) -> None:
    with balanced(r), balanced(t):
        assert [r.count_to(3), r.count_to(3)] == [r.count_to(3)] * 2
        assert t.tree_static() == t.tree_static()
        for _ in range(3):
            assert r.origin() == r.origin()
            r.allocate("x")
            r.build_list(5)
            t.shelf_make(3)


@pytest.mark.rules("R8.8")
def test_what_c_does_to_a_record_that_is_only_in_is_not_seen(r: ModuleType) -> None:
    point = r.point(1, 2)
    r.scribble(point)
    assert point == r.point(1, 2)
    line = r.line(point)
    r.reversed(line)
    assert line == r.line(point)


@pytest.mark.rules("R8.24", "R8.25")
def test_records_pass_by_value_as_the_compiler_passes_them(r: ModuleType, t: ModuleType) -> None:
    # In floating-point registers, in memory, in an integer register.
    assert r.norm(r.point(3, 4)) == 5
    assert r.make(1, 2) == r.point(1, 2)
    line = r.line(r.point(1, 2), r.point(3, 4), [1, 2, 3], r.color.RED)
    assert r.reversed(line) == r.line(r.point(3, 4), r.point(1, 2), [3, 2, 1], r.color.RED)
    assert r.whole(r.word(whole=0xDEADBEEF)) == 0xDEADBEEF
    assert t.packed_back(t.packed(b"x", 1)) == t.packed(b"x", 2, t.pair(b"\0", 1.0), [0, 1, 0])
