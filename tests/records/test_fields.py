"""Fields of every kind: what they read as, what may be assigned, and what a refused value leaves behind."""

from __future__ import annotations

import ctypes
import sys
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Binding
from tests.support.leaks import balanced
from tests.support.refusals import refused

FEATURES = ("records", "layouts")

little = sys.byteorder == "little"


@pytest.fixture(scope="module")
def r(binding: Binding) -> ModuleType:
    return binding("records")


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("layouts")


INTEGERS = {f"{sign}{bits}": bits for bits in (8, 16, 32, 64) for sign in "iu"}


def bounds(name: str) -> tuple[int, int]:
    bits = INTEGERS[name]
    return (-(1 << bits - 1), (1 << bits - 1) - 1) if name[0] == "i" else (0, (1 << bits) - 1)


VALUES: dict[str, st.SearchStrategy[Any]] = {
    **{name: st.integers(*bounds(name)) for name in INTEGERS},
    "f32": st.floats(width=32, allow_nan=False),
    "f64": st.floats(allow_nan=False),
    "f128": st.floats(allow_nan=False),
    "flag": st.booleans(),
    "c": st.binary(min_size=1, max_size=1),
    "w": st.characters(codec="utf-8"),
    "c16": st.characters(max_codepoint=0xFFFF, codec="utf-8"),
    "c32": st.characters(codec="utf-8"),
    "kind": st.integers(0, 4),
}


@pytest.mark.rules("R8.16")
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_scalars_of_every_kind_come_back_as_they_went(t: ModuleType, data: st.DataObject) -> None:
    values = {name: data.draw(strategy, label=name) for name, strategy in VALUES.items()}
    record = t.all(**values)
    assert {name: getattr(record, name) for name in values} == values
    # What NumPy sees in the same bytes is the same.
    seen = np.asarray(record)
    for name in INTEGERS:
        assert seen[name] == values[name]
    assert seen["f64"] == values["f64"]
    assert seen["c"] in (values["c"], values["c"].rstrip(b"\0"))


@pytest.mark.rules("R8.16")
@pytest.mark.parametrize("name", INTEGERS)
def test_integers_out_of_range_are_refused(t: ModuleType, name: str) -> None:
    record, (least, most) = t.all(), bounds(name)
    for value in (least - 1, most + 1):
        with refused(OverflowError, f"all.{name}", "out of range"):
            setattr(record, name, value)
    assert getattr(record, name) == 0
    with refused(TypeError, f"all.{name}", "expected int, got str"):
        setattr(record, name, "1")


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("f64", "x", TypeError),
        ("f32", 1e300, OverflowError),
        ("flag", 2, OverflowError),
        ("c", b"ab", ValueError),
        ("w", "ab", ValueError),
        ("c16", "\U0001f600", ValueError),
        ("kind", "TEXT", TypeError),
        ("address", "x", TypeError),
    ],
)
def test_unfit_scalars_are_refused(t: ModuleType, name: str, value: object, kind: type[Exception]) -> None:
    record = t.all()
    before = getattr(record, name)
    with refused(kind, f"all.{name}"):
        setattr(record, name, value)
    assert getattr(record, name) == before


def test_c_sees_every_field_and_python_what_c_did(t: ModuleType) -> None:
    record = t.all(*range(1, 12), True, b"\5", "\6", "\7", "\10", 1, 9)
    # 1..11, true, and what follows
    assert t.all_sum(record) == sum(range(1, 12)) + 1 + 5 + 6 + 7 + 8 + 1 + 9
    t.all_next(record)
    assert (record.i8, record.f128, record.flag, record.c, record.w) == (2, 12.0, False, b"\6", "\7")
    assert record.address == t.ffi.cast("void *", 10)


# Packed and aligned


@pytest.mark.rules("R8.1", "R8.4")
def test_sizes_are_those_of_the_compiler(t: ModuleType) -> None:
    classes = (t.all, t.packed, t.wide, t.mixed, t.value)
    assert [memoryview(each()).nbytes for each in classes] == [t.size(n) for n in range(5)]


@pytest.mark.rules("R8.1", "R8.26")
def test_fields_that_are_not_aligned_are_read_and_written_all_the_same(t: ModuleType) -> None:
    record = t.packed(b"a", 1 << 20, t.pair(b"b", 2.5), [1, 2, 3])
    assert t.packed_check(record) == ord("a") + (1 << 20) + ord("b") + 2 + 6
    t.packed_next(record)
    assert record == t.packed(b"a", (1 << 20) + 1, t.pair(b"b", 3.5), [1, 3, 3])
    record.pair.value = 7.0
    record.small[0] = -1
    assert (record.pair.value, list(record.small)) == (7.0, [-1, 3, 3])
    assert t.packed_back(record).small == [-1, 4, 3]


@pytest.mark.rules("R8.1")
def test_a_record_is_aligned_as_c_demands(t: ModuleType) -> None:
    records = [t.wide(range(8), n) for n in range(8)]
    assert [t.misaligned(each) for each in records] == [0] * 8
    assert [t.wide_sum(each) for each in records] == [sum(range(n)) for n in range(8)]
    assert t.wide_total(records) == t.wide_total(t.wide.array(records)) == sum(sum(range(n)) for n in range(8))


# Bit-fields


@pytest.mark.rules("R8.23")
def test_bit_fields(r: ModuleType) -> None:
    record = r.mixed(low=7, high=-16)
    assert (record.low, record.high) == (7, -16)
    record.high = 15
    assert (record.low, record.high) == (7, 15)
    for name, value in (("low", 8), ("high", 16), ("high", -17)):
        with refused(OverflowError, f"mixed.{name}", f"{value} does not fit into"):
            setattr(record, name, value)
    with refused(OverflowError, "mixed.low", "out of range"):
        record.low = -1
    assert (record.low, record.high) == (7, 15)


# Text and characters


def test_fixed_text_of_every_width(t: ModuleType) -> None:
    record = t.texts("abcdefg", "äb", "\U0001f600ab", "zz", "é")
    assert (record.narrow, record.utf16, record.utf32) == ("abcdefg", "äb", "\U0001f600ab")
    assert (record.wide, record.latin) == ("zz", "é")
    assert t.texts_sum(record) == ord("a") + ord("ä") + 0x1F600 + ord("z") + 0xE9


@pytest.mark.rules("R1.23")
def test_an_encoding_of_a_field_wins_over_that_of_the_module(t: ModuleType) -> None:
    assert bytes(t.texts(latin="é"))[-1] is not None
    assert b"\xe9\0" in bytes(t.texts(latin="é"))
    with refused(ValueError, "texts.latin"):
        t.texts(latin="€")


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("narrow", "abcdefgh", ValueError),
        ("narrow", "äääää", ValueError),
        ("narrow", "a\0b", ValueError),
        ("utf16", "\U0001f600\U0001f600", ValueError),
        ("utf16", "\ud800", ValueError),
        ("latin", b"x", TypeError),
        ("raw", b"abcde", ValueError),
        ("letters", "ab", ValueError),
        ("letters", ["a", "bc", "d"], ValueError),
        ("flags", [True], ValueError),
        ("flags", [True, "x"], TypeError),
        ("cube", [[[1, 2], [3, 4]], [[5, 6], [7]]], ValueError),
        ("cube", [1, 2], TypeError),
        ("cube", np.zeros((2, 4), "f4"), ValueError),
        ("cube", np.zeros((2, 2, 2), "f8"), TypeError),
        ("pairs", [None, None], TypeError),
        ("kinds", 5, TypeError),
    ],
)
def test_refused_contents_leave_the_field_as_it_was(
    t: ModuleType, name: str, value: object, kind: type[Exception]
) -> None:
    record = t.texts("abc", raw=b"abcdef", letters="xyz", flags=[True, True], kinds=[1, 2])
    record.cube = np.arange(8, dtype="f4").reshape(2, 2, 2)
    before = bytes(record)
    with refused(kind, f"texts.{name}"):
        setattr(record, name, value)
    assert bytes(record) == before


# Arrays and records inside


def test_arrays_are_live_views(t: ModuleType) -> None:
    record = t.texts()
    cube = record.cube
    cube[1][0][1] = 5
    cube[0] = [[1, 2], [3, 4]]
    assert record.cube == [[[1, 2], [3, 4]], [[0, 5], [0, 0]]]
    assert np.shares_memory(np.asarray(cube), np.asarray(record.cube))
    assert np.asarray(cube).shape == (2, 2, 2)
    np.asarray(cube)[...] = 7
    assert cube.tolist() == [[[7.0, 7.0], [7.0, 7.0]], [[7.0, 7.0], [7.0, 7.0]]]
    assert (len(cube), len(cube[0]), cube[-1][-1][-1]) == (2, 2, 7.0)
    with refused(TypeError, "texts.cube at [1]"):
        cube[0][0][1] = "x"


def test_views_are_indexed_and_sliced_like_lists(r: ModuleType) -> None:
    width = r.line(width=[1, 2, 3]).width
    assert list(width) == [1, 2, 3]
    assert (width[1:], width[::-1], width[-1], 2 in width, 9 in width) == ([2, 3], [3, 2, 1], 3, True, False)
    width[1:] = [8, 9]
    assert width == [1, 8, 9]
    assert width != [1, 8]
    for index in (3, -4):
        with pytest.raises(IndexError):
            width[index]
        with pytest.raises(IndexError):
            width[index] = 1
    with refused(ValueError, "line.width", "expected 2 elements, got 3"):
        width[1:] = [1, 2, 3]
    with pytest.raises(ValueError, match="without a step"):
        width[::2] = [1, 2]
    with pytest.raises(TypeError, match="cannot be deleted"):
        del width[0]
    with pytest.raises(TypeError):
        width["a"]


def test_r8_10_nested_records_are_inline_and_nested_access_sticks(r: ModuleType) -> None:
    line = r.line()
    line.to.x = 5
    inner = line.from_
    inner.y = 6
    assert line == r.line(r.point(0, 6), r.point(5, 0))
    line.from_ = line.to
    assert (line.from_, inner) == (r.point(5, 0), r.point(5, 0))
    assert r.length(line) == 0
    with refused(TypeError, "line.to", "expected point, got line"):
        line.to = line


def test_a_view_keeps_its_owner_alive(r: ModuleType, t: ModuleType) -> None:
    for _ in range(100):
        views = [r.line(r.point(1, 2), width=[7, 8, 9]).width, t.texts(cube=np.full((2, 2, 2), 3, "f4")).cube[1][1]]
        assert (views[0], views[1]) == ([7, 8, 9], [3.0, 3.0])
        assert r.line(r.point(1, 2)).from_ == r.point(1, 2)
        assert r.point.array([r.point(3, 4)])[0] == r.point(3, 4)
        assert memoryview(r.point(5, 6)).tobytes() == bytes(r.point(5, 6))


# Unions


@pytest.mark.rules("R8.3")
def test_members_of_a_union_without_a_tag_are_views_on_the_same_bytes(r: ModuleType, t: ModuleType) -> None:
    word = r.word(whole=0)
    word.bytes[3 if little else 0] = 0x3F
    word.bytes[2 if little else 1] = 0x80
    assert (word.real, word.whole) == (1.0, 0x3F800000)
    mixed = t.mixed(1, word=0x01020304, left=5)
    mixed.octets[0 if little else 3] = 0xFF
    assert (mixed.word, mixed.left, mixed.before) == (0x010203FF, 5, 1)


@pytest.mark.rules("R8.3")
def test_a_tag_says_which_member_is_live(t: ModuleType, r: ModuleType) -> None:
    value = t.value(t.kind.INT, 5)
    assert (value.u, t.value_sum(value)) == (5, 5.0)
    with refused(TypeError, "value.u", "expected int"):
        value.u = 1.5
    value.kind = t.kind.PAIR
    value.u.value = 2.5
    assert t.value_sum(value) == 2.5 + value.u.tag[0]
    value.kind = t.kind.NONE
    assert value.u is None
    value.u = None
    with refused(ValueError, "value.u", "not the live one"):
        value.u = 5


@pytest.mark.rules("R8.3")
def test_members_of_an_anonymous_union_are_the_record_s_own(t: ModuleType) -> None:
    flat = t.flat(text="hello", after=1, kind=t.kind.TEXT)
    assert (flat.text, flat.number, flat.low, t.flat_sum(flat)) == ("hello", None, None, 6)
    with refused(ValueError, "flat.number", "not the live one"):
        flat.number = 5
    with balanced(t):
        for kind, fields in (
            (t.kind.INT, {"number": 7}),
            (t.kind.PAIR, {"low": 1, "high": 2}),
            (t.kind.TEXT, {"text": "set"}),
            (t.kind.NONE, {}),
        ):
            t.flat_set(flat, kind)
            assert flat == t.flat(kind, **fields)


# Memory of their own


@pytest.mark.rules("R8.5", "R8.20")
def test_what_counts_is_filled_from_what_it_counts(t: ModuleType) -> None:
    lists = t.lists(words=["a", "bb"], ended=["x", "yy"], zeroed=[1, 2], half=[0.5, 1.5])
    lists.width, lists.height, lists.pixels, lists.sized = 2, 2, b"\1\2\3\4", [1, 2]
    assert t.lists_sum(lists) == 3 + 300 + 30000 + 4 + 10 + 3
    assert not hasattr(lists, "count")
    filled = t.lists_fill()
    assert (filled.words, filled.ended, list(filled.zeroed), list(filled.half)) == (
        ["one", "two"],
        ["a", "b", "c"],
        [1, 2, 3],
        [0.5, 1.5],
    )
    assert (filled.width, filled.height, filled.pixels, list(filled.sized)) == (3, 2, b"\1\2\3\4\5\6", [-1, -2])
    assert t.lists_sum(filled) == 6 + 300 + 60000 + 4 + 21 - 3


def test_lengths_that_disagree_are_refused(t: ModuleType) -> None:
    with refused(ValueError, "lists_sum(): argument 'l'", "lists.half: 2 elements", "'count' counts 1"):
        t.lists_sum(t.lists(words=["a"], half=[1, 2]))
    with refused(ValueError, "lists.pixels: C uses 6 elements, but there are 5"):
        t.lists_sum(t.lists(width=3, height=2, pixels=b"12345"))
    with refused(OverflowError, "shelf.n", "8 elements are more than 3 bits can count"):
        t.shelf_sum(t.shelf(pairs=[t.pair()] * 8))
    with refused(OverflowError, "letter.text"):
        t.letter_sum(t.letter(b"x" * 65536))


def test_values_are_checked_when_they_are_assigned(t: ModuleType, r: ModuleType) -> None:
    record = t.lists()
    for name, value, kind in (
        ("words", ["a", 1], TypeError),
        ("words", ["a\0b"], ValueError),
        ("words", "ab", TypeError),
        ("zeroed", [1, 0], ValueError),
        ("half", ["x"], TypeError),
        ("pixels", [256], OverflowError),
    ):
        with refused(kind, f"lists.{name}"):
            setattr(record, name, value)
    assert record == t.lists()
    with refused(ValueError, "person.name", "NUL"):
        r.person("a\0b")
    with refused(TypeError, "node.next", "expected node, got int"):
        r.node(1, 2)
    with refused(ValueError, "team.members", "expected 2 elements, got 1"):
        r.team(members=[r.person()])
    with refused(TypeError, "team.members at [1]", "expected person"):
        r.team(members=[r.person(), None])


def test_what_a_list_became_since_is_checked_again(r: ModuleType, t: ModuleType) -> None:
    team = r.team()
    team.members.append(r.person())
    with refused(ValueError, "promote(): argument 'team'", "expected 2 elements, got 3"):
        r.promote(team, r.how.KEEP)
    lists = t.lists(words=["a"])
    lists.words.append(5)
    with refused(TypeError, "lists.words at [1]", "expected str, got int"):
        t.lists_sum(lists)


@pytest.mark.rules("R8.20")
def test_flexible_arrays(t: ModuleType, r: ModuleType) -> None:
    assert (t.letter().text, t.letter(b"abc").text, t.letter_sum(t.letter(b"abc"))) == (b"", b"abc", 294)
    assert t.letter_sum(t.letter()) == 0
    shelf = t.shelf("four", [t.pair(b"a", 1), t.pair(b"b", 2)])
    shelf.pairs[0].value = 9
    assert t.shelf_sum(shelf) == 4 + 11
    with balanced(t):
        assert t.shelf_make(2) == t.shelf("made", [t.pair(b"p", 0), t.pair(b"p", 1)])
    assert r.sum_bag(r.bag(np.arange(5, dtype="i4"))) == 10
    assert list(r.bag(range(3)).items) == [0, 1, 2]


def test_trees_and_their_cycles(t: ModuleType) -> None:
    tree = t.tree(1, t.tree(2), t.tree(3))
    assert (t.tree_sum(tree), t.tree_static(), t.tree_sum(None)) == (6, tree, 0)
    assert t.forest_sum(t.forest([tree, t.tree(4)])) == 10
    assert t.forest_sum(t.forest()) == 0
    tree.left.left = tree
    with pytest.raises(RecursionError):
        t.tree_sum(tree)
    tree.left.left = None
    tree.right.right = tree
    with refused(ValueError, "tree_sum(): argument 't'", "tree.right", "comes round"):
        t.tree_sum(tree)
    assert t.tree_sum(t.tree(5)) == 5


def test_lists_that_come_round_are_seen_on_both_ways(r: ModuleType) -> None:
    ring = r.node(1)
    ring.next = r.node(2, r.node(3, ring))
    with refused(ValueError, "sum_list(): argument 'list'", "node.next", "no end"):
        r.sum_list(ring)
    with refused(ValueError, "circle(): result", "node.next", "no end"):
        r.circle()


def test_a_view_that_is_stored_elsewhere_is_copied(r: ModuleType, t: ModuleType) -> None:
    team = r.team(r.person("ann"))
    team.members[0] = team.lead
    assert r.team(team.lead).lead is not team.lead
    forest = t.forest([t.tree(1)])
    assert forest.trees[0].value == 1


def test_r8_21_fields_that_are_read_back_are_new_objects(r: ModuleType) -> None:
    person = r.person("ann", None, 3, [1, 2])
    name, scores = person.name, person.scores
    r.birthday(person, r.how.CHANGE)
    assert (name, list(scores)) == ("ann", [1, 2])
    assert person.name != name
    assert person.scores is not scores


@pytest.mark.rules("R8.9")
def test_an_inout_record_and_the_records_inside_it_stay_the_same_objects(r: ModuleType) -> None:
    team = r.team(r.person("ann"))
    lead, home = team.lead, team.lead.home
    r.promote(team, r.how.CHANGE)
    assert team.lead is lead
    assert home.x == lead.home.x != 0


def test_ctypes_bytes_and_cdata_stand_for_a_record(r: ModuleType) -> None:
    class Point(ctypes.Structure):
        _fields_ = (("x", ctypes.c_double), ("y", ctypes.c_double))

    for each in (
        Point(1, 2),
        r.ffi.new("t_point *", [1, 2]),
        r.ffi.new("t_point *", [1, 2])[0],
        np.array([(1, 2)], [("x", "f8"), ("y", "f8")])[0],
    ):
        assert r.swapped(each) == r.point(2, 1)
        assert r.norm(each) == pytest.approx(5**0.5)
    with refused(TypeError, "swapped(): argument 'p'", "expected point, got None"):
        r.swapped(None)
    with refused(ValueError, "swapped(): argument 'p'", "NULL"):
        r.swapped(r.ffi.NULL)
    with refused(TypeError, "swapped(): argument 'p'"):
        r.swapped(bytes(16))
    with refused(TypeError, "swapped(): argument 'p'", "expected point"):
        r.swapped(r.ffi.new("t_node *"))
