"""What a record class is to Python: how it is made, shown, compared, copied, pickled and taken apart."""

from __future__ import annotations

import copy
import gc
import inspect
import pickle
import sys
import tracemalloc
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import Binding
from tests.support.build import Bindings
from tests.support.keywords import keeps_what_was_given
from tests.support.refusals import refused

FEATURES = ("records", "layouts")


@pytest.fixture(scope="module")
def r(binding: Binding) -> ModuleType:
    return binding("records")


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("layouts")


def person(r: ModuleType) -> Any:
    return r.person("ann", "nick", 3, [1, 2, 3], r.point(1, 2))


# Construction


def test_fields_are_given_by_position_or_by_name_and_zero_otherwise(r: ModuleType) -> None:
    assert r.point(1, 2) == r.point(y=2, x=1) == r.point(1, y=2)
    assert (r.point().x, r.point(5).y) == (0.0, 0.0)
    empty = r.person()
    assert (empty.name, empty.nick, empty.age, empty.scores, empty.home) == (None, None, 0, None, r.point())


@pytest.mark.parametrize("keywords", [{}, {"x": 1.0}])
def test_too_many_unknown_and_double_fields_are_refused(r: ModuleType, keywords: dict[str, float]) -> None:
    with pytest.raises(TypeError, match=r"point\(\) takes 2 positional arguments but 3 were given"):
        r.point(1, 2, 3)
    with pytest.raises(TypeError, match=r"point\(\) has no field 'z'"):
        r.point(z=1, **keywords)
    with pytest.raises(TypeError, match=r"point\(\) got multiple values for field 'x'"):
        r.point(1, x=1)


def test_values_given_by_name_outlive_the_callers_dictionary(r: ModuleType) -> None:
    assert keeps_what_was_given(r.point, "x", "y")
    assert keeps_what_was_given(r.point().__replace__, "x", "y")


def test_a_record_with_many_fields_is_made_by_name(t: ModuleType) -> None:
    made = t.all(u64=1 << 63, kind=t.kind.TEXT, c=b"x")
    assert (made.u64, made.kind, made.c, made.i8) == (1 << 63, t.kind.TEXT, b"x", 0)


def test_r8_3_a_union_takes_one_of_its_members(r: ModuleType) -> None:
    assert r.word(whole=0x01020304).bytes == [4, 3, 2, 1] or sys.byteorder == "big"
    assert r.word(real=1.0).whole == 0x3F800000
    assert r.word(7) == r.word(whole=7)
    with pytest.raises(TypeError, match="share their bytes"):
        r.word(1, real=2.0)


def test_a_record_that_cannot_be_made_leaves_nothing(r: ModuleType) -> None:
    with refused(TypeError, "person.name", "expected str, got int"):
        r.person(name=1)
    with refused(ValueError, "line.width", "expected 3 elements, got 2"):
        r.line(width=[1, 2])


# Showing


def test_repr_is_how_it_would_be_made(r: ModuleType) -> None:
    assert repr(r.point(1, 2.5)) == "point(x=1.0, y=2.5)"
    scope = {"point": r.point, "line": r.line, "color": r.color}
    assert eval(repr(r.line(r.point(1, 2), color=0)), scope) == r.line(r.point(1, 2))


def test_repr_of_a_record_inside_itself_ends(r: ModuleType) -> None:
    ring = r.node(1)
    ring.next = r.node(2, ring)
    assert repr(ring) == "node(value=1, next=node(value=2, next=node(...)))"


def test_signature_and_documentation(r: ModuleType) -> None:
    assert str(inspect.signature(r.point)) == "(x=0.0, y=0.0)"
    assert "person" in str(r.person.__name__)
    assert "copied when it crosses, because of 'name': it is text in memory of its own" in r.person.__doc__
    assert "holds the native value" in r.point.__doc__
    assert r.point.x.__doc__ == "float; C: double x"
    assert r.point.__module__ == r.__name__


# As a value


def test_equal_by_value_and_by_type(r: ModuleType) -> None:
    assert r.point(1, 2) == r.point(1, 2)
    assert r.point(1, 2) != r.point(1, 3)
    assert r.point(0, 0) != r.line()
    assert r.point(1, 2) != (1.0, 2.0)
    assert r.point(float("nan"), 0) != r.point(float("nan"), 0)
    assert person(r) == person(r)
    other = person(r)
    other.home.x = 9
    assert person(r) != other
    with pytest.raises(TypeError):
        sorted([r.point(), r.point()])


def test_a_mutable_value_has_no_hash(r: ModuleType) -> None:
    for each in (r.point(), r.person(), r.line().width):
        with pytest.raises(TypeError, match="unhashable"):
            hash(each)


def test_pattern_matching(r: ModuleType) -> None:
    match r.line(r.point(1, 2), color=r.color.RED):
        case r.line(r.point(x, y), _, [0, 0, 0], color=color):
            pytest.fail(f"a view is no sequence to match: {x} {y} {color}")
        case r.line(from_=r.point(x, y), color=color):
            assert (x, y, color) == (1, 2, r.color.RED)
    assert r.line.__match_args__ == ("from_", "to", "width", "color")
    assert r.bag.__match_args__ == ("items",)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickle(r: ModuleType, t: ModuleType, protocol: int) -> None:
    team = r.team(person(r), [person(r), r.person("bob")], 7)
    for each in (
        r.point(1, 2),
        r.line(r.point(1, 2), width=[1, 2, 3], color=r.color.RED),
        r.word(real=1.5),
        team,
        r.node(1, r.node(2)),
        r.bag([1, 2, 3]),
        r.variant(3, "text"),
        r.variant(1, 5),
        r.variant(9),
        t.mixed(1, word=2),
        t.flat(t.kind.PAIR, low=1, high=2),
        t.flat(t.kind.TEXT, text="x"),
    ):
        assert pickle.loads(pickle.dumps(each, protocol)) == each
    array = r.point.array([r.point(1, 2)])
    assert pickle.loads(pickle.dumps(array, protocol)) == array


def test_a_state_of_something_else_is_refused(r: ModuleType) -> None:
    for state in ((1.0,), b"12", None, (1.0, "x")):
        with pytest.raises((TypeError, ValueError)):
            r.point().__setstate__(state)


def test_copies(r: ModuleType) -> None:
    for each in (r.line(r.point(1, 2)), person(r), r.team(person(r))):
        for duplicate in (copy.copy(each), copy.deepcopy(each)):
            assert duplicate == each
            assert duplicate is not each
    team = r.team(person(r), [person(r)] * 2)
    shallow = copy.copy(team)
    shallow.lead.age = 50
    shallow.members[1].age = 60
    assert (team.lead.age, team.members[1].age) == (3, 3)
    assert r.point(1, 2).__replace__(y=5) == r.point(1, 5)
    with pytest.raises(AttributeError):
        r.point().__replace__(z=1)
    for call in (r.point, r.point().__replace__):
        with pytest.raises(TypeError, match="keywords must be strings"):
            call(**{1: 2})


def test_a_cycle_is_copied_and_pickled(r: ModuleType) -> None:
    ring = r.node(1)
    ring.next = r.node(2, ring)
    for duplicate in (copy.deepcopy(ring), pickle.loads(pickle.dumps(ring))):
        assert duplicate.next.value == 2
        assert duplicate.next.next is duplicate


def test_fields_cannot_be_deleted_nor_invented(r: ModuleType) -> None:
    with refused(TypeError, "point.x", "cannot be deleted"):
        del r.point().x
    with pytest.raises(AttributeError):
        r.point().z = 1
    with pytest.raises(TypeError):
        type("sub", (r.point,), {})


# Memory


def test_a_record_held_in_its_own_field_is_collected(r: ModuleType, bindings: Bindings) -> None:
    bindings.settle()  # a tuple that another thread is making may not be held by the list of all objects
    gc.collect()
    before = sum(type(each) is r.node for each in gc.get_objects())
    for _ in range(10):
        ring = r.node(1)
        ring.next = ring
    del ring
    gc.collect()
    assert sum(type(each) is r.node for each in gc.get_objects()) == before


def test_a_list_of_any_length_is_made_and_freed(r: ModuleType) -> None:
    head = None
    for value in range(200_000):
        head = r.node(value, head)
    assert r.sum_list(head) == sum(range(200_000))
    del head


def test_the_memory_of_large_records_is_given_back(r: ModuleType) -> None:
    assert r.bulk_first(r.bulk()) == 0
    tracemalloc.start()
    try:
        several = [r.bulk() for _ in range(6)]
        assert tracemalloc.get_traced_memory()[0] > 600_000
        del several
        assert tracemalloc.get_traced_memory()[0] < 100_000
    finally:
        tracemalloc.stop()
