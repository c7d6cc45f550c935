"""Variants: records that Python sees as the value of the live member of their union."""

from __future__ import annotations

import array
import inspect
from types import ModuleType

import pytest

from tests.conftest import Binding
from tests.support.refusals import refused

FEATURES = ("variants",)

VALUES = [None, -(2**60), 0.5, "te\0t", b"\0\xff", 5]


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("variants")


# Coming back


@pytest.mark.parametrize("kind", range(6))
def test_what_comes_back_is_the_value(t: ModuleType, kind: int) -> None:
    for value in (t.any_of(kind), t.any_at(kind), t.any_out(kind)):
        assert (value, type(value)) == (VALUES[kind], type(VALUES[kind]))


def test_an_array_is_a_list_of_values(t: ModuleType) -> None:
    assert t.any_fill(n=6) == VALUES
    assert t.any_fill(n=0) == []


def test_a_kind_that_is_no_case_is_none(t: ModuleType) -> None:
    assert t.any_of(99) is None


def test_no_record_at_all_is_none_where_that_is_allowed(t: ModuleType) -> None:
    assert t.any_at(-1) is None


def test_a_member_of_another_type_is_what_it_always_is(t: ModuleType) -> None:
    assert list(t.any_of(6)) == [97, 98, 99]


def test_values_that_cannot_be_read(t: ModuleType) -> None:
    with refused(ValueError, "any_of()", "result", "text", "utf-8"):
        t.any_of(7)
    with refused(ValueError, "any_of()", "result", "text", "NULL"):
        t.any_of(8)


# Going in


def test_values_go_in_as_what_they_are(t: ModuleType) -> None:
    given = [None, 12, 1.5, "na\u00efve", b"abc", bytearray(5), array.array("i", [1]), True, t.any(kind=5, small=3)]
    expected = "none 12 1.5 'na\u00efve' 3 bytes 5 bytes 4 bytes 1 kind 5 "
    assert t.any_describe(given) == t.any_describe(tuple(given)) == expected
    assert "".join(map(t.any_describe_one, given)) == expected
    assert "".join(map(t.any_describe_value, given)) == expected


def test_cdata_is_a_record_as_well(t: ModuleType) -> None:
    assert t.any_describe([t.ffi.new("t_any *", {"kind": 1, "number": 9})[0]]) == "9 "


def test_values_of_no_member_are_refused(t: ModuleType) -> None:
    for wrong in ([], 1j, object()):
        with refused(TypeError, "any_describe_value()", "'any'", "expected int, float, str, bytes", "or None, got"):
            t.any_describe_value(wrong)
        with refused(TypeError, "any_describe()", "'any' at [1]", "or None, got"):
            t.any_describe([None, wrong])
    with refused(OverflowError, "any_describe_one()", "'any'", "any.number", "out of range"):
        t.any_describe_one(2**64)
    with refused(ValueError, "any_describe_one()", "'any'", "any.text", "surrogates"):
        t.any_describe_one("\ud800")
    for wrong in (5, "text"):
        with refused(TypeError, "any_describe()", "'any'", "sequence"):
            t.any_describe(wrong)


def test_none_needs_a_tag(t: ModuleType) -> None:
    with refused(TypeError, "either_value()", "expected int, float or None"):
        t.either_value(None)


def test_a_union_with_a_name(t: ModuleType) -> None:
    assert (t.either_of(3), t.either_of(2.5)) == (3, 2.5)
    assert t.either_value(4) == 4.0
    assert t.either_value(t.either(is_real=1)) == 0.0


def test_a_tag_that_is_computed_is_for_records_only(t: ModuleType) -> None:
    assert (t.computed_of(4), t.computed_of(5)) == (7, 1.5)
    assert t.computed_value(t.computed(kind=3, real=0.5)) == 0.5
    with refused(TypeError, "computed_value()"):
        t.computed_value(1)


def test_the_signature_names_the_types(t: ModuleType) -> None:
    doc = inspect.getdoc(t.any_of) or ""
    assert doc.startswith("any_of(kind: int) -> int | float | str | bytes | object | None")
    assert "sequence of int | float | str | bytes" in (inspect.getdoc(t.any_describe) or "")
