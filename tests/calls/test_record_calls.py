"""Records that cross: by value, by address in every direction, in arrays, behind pointers, with memory of their own."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from types import ModuleType

import numpy as np
import pytest

from tests.conftest import Binding
from tests.support.leaks import balanced
from tests.support.refusals import refused

FEATURES = ("records",)

KEEP, CHANGE, REPLACE, FREE, FAIL = range(5)


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("records")


@pytest.fixture(autouse=True)
def nothing_is_leaked(t: ModuleType) -> Iterator[None]:
    with balanced(t):
        yield


# By value


@pytest.mark.rules("R4.13", "R8.7")
def test_a_record_is_passed_by_value(t: ModuleType) -> None:
    assert t.norm(t.point(3, 4)) == 5.0


@pytest.mark.rules("R2.10")
def test_a_record_is_returned_by_value(t: ModuleType) -> None:
    assert t.make(1, 2) == t.point(1, 2)


@pytest.mark.rules("R8.10", "R8.24")
def test_nested_records_and_arrays_cross_by_value(t: ModuleType) -> None:
    line = t.line(t.point(1, 2), t.point(3, 4), [5, 6, 7], t.color.GREEN)
    back = t.reversed(line)
    assert (back.from_, back.to) == (t.point(3, 4), t.point(1, 2))
    assert list(back.width) == [7, 6, 5]
    assert back.color is t.color.GREEN
    assert list(line.width) == [5, 6, 7]


@pytest.mark.rules("R8.3")
def test_a_union_crosses_by_value(t: ModuleType) -> None:
    assert t.whole(t.word(real=1.0)) == 0x3F800000


def test_another_object_is_refused(t: ModuleType) -> None:
    with refused(TypeError, "norm()", "p", "point", "tuple"):
        t.norm((3, 4))
    with refused(TypeError, "length()", "line", "line", "point"):
        t.length(t.point())
    with refused(TypeError, "norm()", "p", "point", "None"):
        t.norm(None)


# By address, blittable


@pytest.mark.rules("R4.3")
def test_an_in_record_is_read_where_it_is(t: ModuleType, mode: str) -> None:
    p = t.point(1, 2)
    assert t.swapped(p) == t.point(2, 1)
    if mode != "copy":
        first = t.address_of(p)
        assert t.address_of(p) == first


def test_an_in_record_may_be_cdata(t: ModuleType) -> None:
    p = t.ffi.new("t_point *", {"x": 1, "y": 2})
    assert t.swapped(p) == t.point(2, 1)
    assert t.swapped(p[0]) == t.point(2, 1)


def test_an_in_record_may_be_one_item_of_a_structured_array(t: ModuleType) -> None:
    points = np.array([(1, 2), (3, 4)], dtype=[("x", "f8"), ("y", "f8")])
    assert t.swapped(points[1]) == t.point(4, 3)


@pytest.mark.ordinary("C writes what it may only read, which is reported")
@pytest.mark.rules("R3.12", "R8.8")
def test_c_cannot_change_an_in_record_for_which_it_does_not_promise_const(t: ModuleType) -> None:
    p = t.point(1, 2)
    assert t.scribble(p) == 1.0
    assert p == t.point(1, 2)


def test_what_is_no_record_is_said_once(t: ModuleType) -> None:
    for call in (lambda: t.norm(None), lambda: t.check(None), lambda: t.check(t.point()), lambda: t.ages([None])):
        with pytest.raises(TypeError) as caught:
            call()
        assert str(caught.value).count("expected") == str(caught.value).count("argument") == 1


def test_unique_takes_none_and_ref_refuses_it(t: ModuleType) -> None:
    assert t.swapped_or(None) == t.point(-1, -1)
    with refused(TypeError, "swapped()", "p", "point", "None"):
        t.swapped(None)


def test_an_out_record_is_new_and_starts_zeroed(t: ModuleType) -> None:
    assert t.fill(1, 2) == t.point(1, 2)
    with pytest.raises(Exception, match="fill"):
        t.fill(-1, 2)


@pytest.mark.rules("R8.9")
def test_an_inout_record_is_updated_in_place(t: ModuleType) -> None:
    p = t.point(1, 2)
    assert t.move(p, 1, 1) is None
    assert p == t.point(2, 3)
    line = t.line(p, p)
    t.move(line.to, 10, 10)
    assert line.to == t.point(12, 13)
    assert line.from_ == t.point(2, 3)


@pytest.mark.rules("R1.34")
def test_a_copied_inout_record_is_whole_after_a_failure(t: ModuleType) -> None:
    p = t.point(1, 2)
    with pytest.raises(Exception, match="move_copy"):
        t.move_copy(p, -1, 0)
    assert p == t.point(1, 2)
    t.move_copy(p, 1, 0)
    assert p == t.point(2, 2)
    with pytest.raises(Exception, match="move_always"):
        t.move_always(p, -1, 0)
    assert p == t.point(1, 2)


def test_an_inout_record_may_be_none_where_unique(t: ModuleType) -> None:
    assert t.move_or(None, 1, 1) is None
    p = t.point()
    t.move_or(p, 1, 1)
    assert p == t.point(1, 1)


@pytest.mark.rules("R8.16")
def test_every_kind_of_field_crosses(t: ModuleType) -> None:
    m = t.mixed(b"a", -1, True, 2, 3, 4, 1.5, None, b"ABCD", "name", [[1, 2, 3], [4, 5, 6]], 7, -16)
    before = ord("a") - 1 + 1 + 2 + 3 + 4 + 1 + ord("D") + 4 + 6 + 7 - 16
    assert t.mix(m) == before
    assert (m.tag, m.tiny, m.on, m.small, m.number, m.big, m.ratio) == (b"b", -2, False, 3, 4, 5, 3.0)
    assert (m.code, m.name, m.grid[1][2], m.low) == (b"wxyz", "changed", 7, 0)


# In arrays


@pytest.mark.rules("R7.1", "R7.14")
def test_an_array_of_records_goes_in(t: ModuleType) -> None:
    assert t.total([t.point(1, 2), t.point(3, 4)]) == 10.0
    assert t.total([]) == 0.0
    with refused(TypeError, "total()", "points", "[1]", "point"):
        t.total([t.point(), 3])


@pytest.mark.rules("R7.14")
def test_a_structured_array_is_pinned(t: ModuleType, mode: str) -> None:
    points = np.zeros(1000, dtype=[("x", "f8"), ("y", "f8")])
    points["x"] = 1
    assert t.total(points) == 1000.0
    address = int(t.ffi.cast("uintptr_t", t.address(points)))
    assert (address == points.ctypes.data) is (mode != "copy")


def test_a_million_records_cross_without_a_copy(t: ModuleType, mode: str) -> None:
    points = np.zeros(10**6, dtype=[("x", "f8"), ("y", "f8")])
    if mode != "copy":
        assert int(t.ffi.cast("uintptr_t", t.address(points))) == points.ctypes.data
    t.shift(points, 1.5)
    assert points["x"].min() == points["x"].max() == 1.5
    assert not points["y"].any()


@pytest.mark.parametrize(
    "dtype",
    [
        [("x", "f8"), ("y", "f4")],
        [("x", "f8"), ("y", "i8")],
        [("y", "f8"), ("x", "f8")],
        [("x", "f8")],
        [("x", ">f8"), ("y", ">f8")],
        "f8",
    ],
    ids=str,
)
def test_a_structured_array_of_another_layout_is_refused(t: ModuleType, dtype: object) -> None:
    with refused(TypeError, "total()", "points", "point"):
        t.total(np.zeros(4, dtype=dtype))


def test_an_inout_list_updates_the_same_objects(t: ModuleType) -> None:
    first, second = t.point(1, 2), t.point(3, 4)
    points = [first, second]
    t.shift(points, 1)
    assert points[0] is first
    assert (first, second) == (t.point(2, 2), t.point(4, 4))


def test_an_array_of_the_class_is_shared_memory(t: ModuleType) -> None:
    points = t.point.array(3)
    t.shift(points, 2)
    assert [p.x for p in points] == [2.0, 2.0, 2.0]


def test_an_out_array_of_records_is_a_list_of_the_valid_ones(t: ModuleType) -> None:
    assert t.row(2, n=5) == [t.point(0, 0), t.point(1, 1)]
    room = np.zeros(4, dtype=[("x", "f8"), ("y", "f8")])
    assert t.row(3, points=room) == 3
    assert room["y"].tolist() == [0, 1, 4, 0]


def test_an_owned_array_of_records_is_read_and_freed(t: ModuleType) -> None:
    assert t.ring(2) == [t.point(0, 1), t.point(1, 1)]


# Behind pointers


@pytest.mark.rules("R5.3", "R8.15")
def test_a_const_pointer_result_is_copied_into_a_new_record(t: ModuleType) -> None:
    first, second = t.origin(), t.origin()
    assert first == second == t.point()
    assert first is not second
    assert t.nowhere() is None
    with refused(ValueError, "nowhere_at_all()", "NULL"):
        t.nowhere_at_all()


def test_an_out_pointer_to_a_record_is_read_and_freed(t: ModuleType) -> None:
    assert t.corner(1) == t.point(3, 4)
    assert t.corner(0) is None


# With memory of their own


def somebody(t: ModuleType) -> object:
    return t.person("Ada", "Countess", 36, [1, 2, 3], t.point(5, 6))


@pytest.mark.rules("R5.10")
def test_a_deep_record_by_value_is_a_private_copy(t: ModuleType) -> None:
    p = somebody(t)
    assert t.introduce(p) == "Ada (Countess), 36, 3:3"
    assert p == somebody(t)
    assert t.introduce(t.person("x")) == "x (-), 0, 0:-1"


@pytest.mark.rules("R4.12")
def test_a_deep_record_goes_in_by_address(t: ModuleType) -> None:
    assert t.check(somebody(t)) == 36 + 3 + 8 + 6 + 5
    assert t.check(t.person()) == 0


@pytest.mark.rules("R5.9", "R3.47")
def test_a_deep_inout_record_may_be_kept_changed_or_replaced(t: ModuleType) -> None:
    p = somebody(t)
    home = p.home
    t.birthday(p, KEEP)
    assert p == somebody(t)
    t.birthday(p, CHANGE)
    assert (p.name, p.nick, p.age, list(p.scores), p.home) == ("Xda", "Countess", 37, [1, 2, 3], t.point(6, 6))
    assert home.x in (5.0, 6.0)
    t.birthday(p, REPLACE)
    assert (p.name, list(p.scores)) == ("a name that is longer than what it replaces", [1, 2, 3, 99])
    t.birthday(p, FREE)
    assert (p.name, p.scores) == (None, None)


@pytest.mark.rules("R3.49")
def test_a_deep_inout_record_is_whole_after_a_failure(t: ModuleType) -> None:
    p = somebody(t)
    with pytest.raises(Exception, match="birthday"):
        t.birthday(p, FAIL)
    assert p == somebody(t)


@pytest.mark.rules("R6.22", "R8.13")
def test_a_deep_out_record_is_read_and_freed(t: ModuleType) -> None:
    p = t.hire("Grace", 2, 0)
    assert (p.name, p.nick, p.age, list(p.scores), p.home) == ("Grace", "static", 2, [0, 1], t.point(2, -2))
    with refused(ValueError, "hire()", "p"):
        t.hire("Grace", 2, 1)
    with pytest.raises(Exception, match="hire"):
        t.hire("Grace", -1, 0)


@pytest.mark.rules("R2.10")
def test_a_deep_record_is_returned_by_value_and_behind_a_pointer(t: ModuleType) -> None:
    clone = t.clone(somebody(t))
    assert (clone.name, clone.age, list(clone.scores)) == ("Ada", 36, [0, 1])
    made = t.allocate("Bob")
    assert (made.name, list(made.scores)) == ("Bob", [0, 1, 2])
    with refused(ValueError, "allocate()", "name"):
        t.allocate("?")


def test_records_inside_deep_records(t: ModuleType) -> None:
    team = t.team(somebody(t), [somebody(t), t.person("second")], 1)
    lead = team.lead
    t.promote(team, REPLACE)
    assert team.rank == 2
    assert lead.age == 37
    assert [list(m.scores) for m in team.members] == [[1, 2, 3, 99], [99]]
    before = copy.deepcopy(team)
    with pytest.raises(Exception, match="promote"):
        t.promote(team, FAIL)
    assert team == before


@pytest.mark.rules("R8.5")
def test_arrays_of_deep_records(t: ModuleType) -> None:
    people = [somebody(t), t.person("x")]
    first = people[0]
    assert t.ages(people) == 58 + 1
    t.everybody(people, REPLACE)
    assert people[0] is first
    assert first.age == 37
    t.everybody(people, FREE)
    assert [p.name for p in people] == [None, None]
    assert [p.name for p in t.staff(-1, n=3)] == ["person 0", "person 1", "person 2"]
    for bad in range(3):
        with refused(ValueError, "staff()", "people", f"[{bad}]"):
            t.staff(bad, n=3)


@pytest.mark.rules("R3.28", "R8.6")
def test_a_pointer_to_a_deep_record_may_be_replaced(t: ModuleType) -> None:
    p = somebody(t)
    assert t.swap(p, KEEP) == p
    assert t.swap(p, CHANGE).age == 37
    assert t.swap(p, REPLACE).name == "another"
    assert t.swap(p, FREE) is None
    assert t.swap(None, KEEP) is None
    assert t.swap(None, REPLACE).name == "another"
    with pytest.raises(Exception, match="swap"):
        t.swap(p, FAIL)
    assert p == somebody(t)


# Lists


def chain(t: ModuleType, values: list[int]) -> object:
    node = None
    for value in reversed(values):
        node = t.node(value, node)
    return node


def values_of(node: object) -> list[int]:
    values = []
    while node is not None:
        values.append(node.value)  # type: ignore[attr-defined]
        node = node.next  # type: ignore[attr-defined]
    return values


def test_a_list_is_built_and_read(t: ModuleType) -> None:
    assert t.sum_list(chain(t, [1, 2, 3])) == 6
    assert t.sum_list(None) == 0
    assert values_of(t.count_to(4)) == [1, 2, 3, 4]
    assert t.count_to(0) is None
    assert values_of(t.build_list(3)) == [1, 2, 3]


def test_long_lists_do_not_exhaust_the_stack(t: ModuleType) -> None:
    count = 100_000
    node = t.build_list(count)
    assert t.sum_list(node) == count * (count + 1) // 2
    while node is not None:  # one at a time, as any long chain of Python objects
        node = node.next


def test_a_deep_copy_shares_nothing(t: ModuleType) -> None:
    team = t.team(somebody(t), [somebody(t), t.person("second")], 1)
    again = copy.deepcopy(team)
    assert again == team
    again.lead.scores[0] = 99
    again.members[1].name = "changed"
    again.lead.home.x = -1
    assert team == t.team(somebody(t), [somebody(t), t.person("second")], 1)
    node = t.node(1)
    node.next = node
    circle = copy.deepcopy(node)
    assert circle is not node
    assert circle.next is circle


def test_circles_are_refused(t: ModuleType) -> None:
    with refused(ValueError, "circle()"):
        t.circle()
    node = t.node(1)
    node.next = node
    with refused(ValueError, "sum_list()", "list"):
        t.sum_list(node)


# Flexible array members, tagged unions


@pytest.mark.rules("R8.20")
def test_a_flexible_array_member_fills_its_count(t: ModuleType) -> None:
    bag = t.bag([1, 2, 3])
    assert t.sum_bag(bag) == 6
    t.double_bag(bag)
    assert list(bag.items) == [2, 4, 6]
    assert t.sum_bag(t.bag()) == 0


def test_the_tag_says_which_member_is_live(t: ModuleType) -> None:
    v = t.variant(1, 7)
    assert t.value_of(v) == 7.0
    t.set_variant(v, 3)
    assert (v.kind, v.u) == (3, "made by C")
    assert t.value_of(v) == 9.0
    t.set_variant(v, 2)
    assert (v.kind, v.u) == (2, 2.5)
    t.set_variant(v, 9)
    assert (v.kind, v.u) == (9, None)
    assert t.value_of(t.variant(3, "four")) == 4.0
