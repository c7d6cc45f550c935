"""Scalars by value and by address: ranges, floats, truth values, characters, enums, constants, several results."""

from __future__ import annotations

import copy
import enum
import fractions
import math
import pickle
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from tests.conftest import Binding
from tests.support.keywords import call_from_c
from tests.support.refusals import refused
from tests.support.types import INTEGERS, IntegerType

FEATURES = ("scalars",)

integers = pytest.mark.parametrize("integer", INTEGERS, ids=str)
floats = pytest.mark.parametrize("name", ["float", "double", "ldouble"])
truths = pytest.mark.parametrize("name", ["bool", "bool32", "bool8"])
characters = pytest.mark.parametrize("name", ["char", "wchar", "char16", "char32"])
ways = pytest.mark.parametrize("way", ["echo", "read", "write", "next"])


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("scalars")


def call(t: ModuleType, way: str, name: str, value: object) -> Any:
    return getattr(t, f"{way}_{name}")(value)


# Integers


@pytest.mark.rules("R2.12", "R3.4")
@integers
def test_every_integer_passes_by_value_and_by_address(t: ModuleType, integer: IntegerType) -> None:
    for value in (integer.low, 0, 1, 42, integer.high):
        assert call(t, "echo", integer.name, value) == value
        assert call(t, "read", integer.name, value) == value
        assert call(t, "write", integer.name, value) == value


@integers
def test_an_inout_integer_is_returned(t: ModuleType, integer: IntegerType) -> None:
    assert call(t, "next", integer.name, 41) == 42
    assert call(t, "next", integer.name, integer.high) == integer.low


@pytest.mark.rules("R2.1")
@integers
@ways
def test_an_integer_out_of_range_is_refused_and_never_cut(t: ModuleType, integer: IntegerType, way: str) -> None:
    for value in (integer.low - 1, integer.high + 1, 1 << 70, -(1 << 70)):
        with refused(OverflowError, f"{way}_{integer.name}", "value"):
            call(t, way, integer.name, value)


@integers
def test_integer_results_are_exact_ints(t: ModuleType, integer: IntegerType) -> None:
    assert type(call(t, "echo", integer.name, True)) is int
    assert type(call(t, "echo", integer.name, np.int8(3))) is int


class Indexed:
    def __index__(self) -> int:
        return 17


class BadIndex:
    def __index__(self) -> int:
        raise ZeroDivisionError


@integers
def test_an_object_with_index_is_an_integer(t: ModuleType, integer: IntegerType) -> None:
    assert call(t, "echo", integer.name, Indexed()) == 17
    assert call(t, "next", integer.name, Indexed()) == 18
    assert call(t, "read", integer.name, np.uint8(7)) == 7


@pytest.mark.rules("R4.15")
@integers
@ways
@pytest.mark.parametrize("value", [1.0, "1", b"1", None, [1], np.float32(1), fractions.Fraction(1), 1j], ids=repr)
def test_an_integer_is_never_made_from_something_else(
    t: ModuleType, integer: IntegerType, way: str, value: object
) -> None:
    with refused(TypeError, f"{way}_{integer.name}", "value"):
        call(t, way, integer.name, value)


def test_an_exception_of_index_comes_through(t: ModuleType) -> None:
    with pytest.raises(ZeroDivisionError):
        t.echo_int(BadIndex())
    with pytest.raises(ZeroDivisionError):
        t.echo_ullong(BadIndex())


def test_a_range_error_says_what_was_expected_and_what_came(t: ModuleType) -> None:
    with refused(OverflowError, "echo_int()", "value", "int", str(2**31)):
        t.echo_int(2**31)
    with refused(OverflowError, "echo_uint8()", "value", "uint8_t", "-1"):
        t.echo_uint8(-1)


def test_a_type_error_says_what_was_expected_and_what_came(t: ModuleType) -> None:
    with refused(TypeError, "echo_int()", "value", "int", "str"):
        t.echo_int("7")
    with refused(TypeError, "echo_double()", "value", "float", "str"):
        t.echo_double("7")


# Floating point


@floats
def test_every_float_passes_by_value_and_by_address(t: ModuleType, name: str) -> None:
    for value in (0.0, -0.0, 1.5, -2.25, 1e30, math.inf, -math.inf):
        for way in ("echo", "read", "write"):
            came = call(t, way, name, value)
            assert type(came) is float
            expected = float(np.float32(value)) if name == "float" else value
            assert (came, math.copysign(1, came)) == (expected, math.copysign(1, expected))
    assert math.isnan(call(t, "echo", name, math.nan))


@floats
def test_an_inout_float_is_returned(t: ModuleType, name: str) -> None:
    assert call(t, "next", name, 1.5) == 2.5


class Floating:
    def __float__(self) -> float:
        return 0.75


@floats
@ways
def test_numbers_are_accepted_as_floats(t: ModuleType, name: str, way: str) -> None:
    more = 1 if way == "next" else 0
    assert call(t, way, name, 3) == 3.0 + more
    assert call(t, way, name, Floating()) == 0.75 + more
    assert call(t, way, name, np.float64(0.5)) == 0.5 + more
    assert call(t, way, name, Indexed()) == 17.0 + more


@floats
@ways
@pytest.mark.parametrize("value", ["1.0", b"1", None, [1.0], 1j], ids=repr)
def test_a_float_is_never_made_from_something_else(t: ModuleType, name: str, way: str, value: object) -> None:
    with refused(TypeError, f"{way}_{name}", "value"):
        call(t, way, name, value)


@ways
@pytest.mark.parametrize("value", [1e39, -1e39, 1.7976931348623157e308])
def test_a_double_too_large_for_a_float_is_an_overflow_error(t: ModuleType, way: str, value: float) -> None:
    with refused(OverflowError, f"{way}_float", "value"):
        call(t, way, "float", value)


def test_a_double_that_rounds_to_a_float_passes(t: ModuleType) -> None:
    assert t.echo_float(0.1) == float(np.float32(0.1))
    assert t.echo_float(1e-60) == 0.0
    assert t.echo_float(3.4028234663852886e38) == 3.4028234663852886e38
    assert t.echo_float(math.inf) == math.inf
    assert math.isnan(t.echo_float(math.nan))


@floats
def test_an_int_too_large_for_a_float_is_an_overflow_error(t: ModuleType, name: str) -> None:
    with refused(OverflowError, f"echo_{name}", "value"):
        call(t, "echo", name, 10**400)


def test_a_long_double_result_is_a_float(t: ModuleType) -> None:
    assert t.third() == pytest.approx(1 / 3)
    assert type(t.third()) is float


# Truth values


@truths
@ways
def test_truth_values_are_bools(t: ModuleType, name: str, way: str) -> None:
    for value in (True, False):
        assert call(t, way, name, value) is (not value if way == "next" else value)


@truths
@pytest.mark.parametrize("value", ["yes", b"", None, [], 1.0], ids=repr)
def test_a_truth_value_is_never_made_from_something_else(t: ModuleType, name: str, value: object) -> None:
    with refused(TypeError, f"echo_{name}", "value"):
        call(t, "echo", name, value)


@pytest.mark.rules("R2.2")
@pytest.mark.parametrize("name", ["raw32", "raw8"])
def test_true_is_one_in_c(t: ModuleType, name: str) -> None:
    assert [getattr(t, name)(value) for value in (True, False, 1, np.True_)] == [1, 0, 1, 1]


@pytest.mark.rules("R2.3")
@pytest.mark.parametrize("raw", [1, 2, -1, 255, 1 << 30])
def test_any_non_zero_reads_as_true(t: ModuleType, raw: int) -> None:
    assert t.truth32(raw) is True
    assert t.truth_out(raw) is True


def test_zero_reads_as_false(t: ModuleType) -> None:
    assert t.truth32(0) is False
    assert t.truth8(0) is False
    assert t.truth8(2) is True
    assert t.truth_out(0) is False


# Characters


@pytest.mark.rules("R2.5")
def test_a_char_is_bytes_of_one(t: ModuleType) -> None:
    for value in (b"a", b"\0", b"\xff"):
        assert t.echo_char(value) == value
        assert t.write_char(value) == value


@pytest.mark.parametrize("name", ["wchar", "char16", "char32"])
def test_a_wide_character_is_a_str_of_one(t: ModuleType, name: str) -> None:
    for value in ("a", "\0", "é", "€"):
        assert call(t, "echo", name, value) == value
        assert call(t, "write", name, value) == value


def test_a_character_beyond_the_basic_plane_needs_four_bytes(t: ModuleType) -> None:
    assert t.echo_char32("\U0001f600") == "\U0001f600"
    assert t.echo_wchar("\U0001f600") == "\U0001f600"
    with refused(ValueError, "echo_char16", "value"):
        t.echo_char16("\U0001f600")


@pytest.mark.rules("R2.5")
@characters
def test_a_character_of_another_length_is_a_value_error(t: ModuleType, name: str) -> None:
    for text in ("", "ab"):
        with refused(ValueError, f"echo_{name}", "value"):
            call(t, "echo", name, text.encode() if name == "char" else text)


@characters
@pytest.mark.parametrize("value", [65, None, 1.0, ["a"]], ids=repr)
def test_a_character_is_never_made_from_something_else(t: ModuleType, name: str, value: object) -> None:
    with refused(TypeError, f"echo_{name}", "value"):
        call(t, "echo", name, value)


@pytest.mark.rules("R1.25")
@characters
def test_bytes_and_str_characters_are_not_mixed(t: ModuleType, name: str) -> None:
    with refused(TypeError, f"echo_{name}", "value"):
        call(t, "echo", name, "a" if name == "char" else b"a")


def test_signed_and_unsigned_char_are_integers(t: ModuleType) -> None:
    assert t.echo_schar(-1) == -1
    assert t.echo_uchar(255) == 255


def test_a_code_that_is_no_character_is_an_error_and_no_crash(t: ModuleType) -> None:
    for code in (0x110000, 0xFFFFFFFF):
        with refused(ValueError, "code32"):
            t.code32(code)
    assert t.code32(0x10FFFF) == "\U0010ffff"


# Enums


def test_an_enum_is_an_int_enum(t: ModuleType) -> None:
    assert issubclass(t.color, enum.IntEnum)
    assert [(member.name, member.value) for member in t.color] == [("RED", 1), ("GREEN", 2), ("BLUE", 40)]


def test_flags_are_an_int_flag(t: ModuleType) -> None:
    assert issubclass(t.perm, enum.IntFlag)
    assert t.perm.READ | t.perm.WRITE == 3


def test_an_enum_is_named_by_its_typedef(t: ModuleType) -> None:
    assert t.heat(-5) is t.heat.COLD
    assert t.heat.HOT == 7


@ways
def test_enum_members_and_their_numbers_are_accepted(t: ModuleType, way: str) -> None:
    more = 1 if way == "next" else 0
    assert call(t, way, "color", t.color.RED) == t.color.RED + more
    assert call(t, way, "color", 1) == 1 + more


def test_a_named_value_comes_back_as_the_member(t: ModuleType) -> None:
    assert t.echo_color(2) is t.color.GREEN
    assert t.write_color(40) is t.color.BLUE
    assert t.next_color(t.color.RED) is t.color.GREEN
    assert t.echo_heat(-5) is t.heat.COLD
    assert t.echo_small(200) is t.small.LITTLE


@pytest.mark.rules("R2.15")
def test_an_unnamed_value_comes_back_as_int(t: ModuleType) -> None:
    for value in (0, 99, 1 << 31):
        assert t.echo_color(value) == value
        assert type(t.echo_color(value)) is int
    for value in (0, 99):
        assert t.color_of(value) == value
        assert type(t.color_of(value)) is int
        assert t.color_out(value) == value
    assert t.echo_heat(-7) == -7
    assert t.echo_small(7) == 7


def test_combined_and_unknown_flags_survive(t: ModuleType) -> None:
    both = t.echo_perm(t.perm.READ | t.perm.EXEC)
    assert isinstance(both, t.perm)
    assert both == t.perm.READ | t.perm.EXEC
    assert t.perm_of(0) == 0
    assert t.perm_of(64 | 1) == 65


def test_an_unsigned_enum_keeps_its_largest_value(t: ModuleType) -> None:
    assert t.echo_mask(t.mask.ALL) is t.mask.ALL
    assert t.mask.ALL == 0xFFFFFFFF


@pytest.mark.parametrize(("name", "value"), [("color", 1 << 40), ("heat", 1 << 31), ("small", 256), ("mask", 1 << 32)])
def test_an_enum_value_out_of_range_is_an_overflow_error(t: ModuleType, name: str, value: int) -> None:
    with refused(OverflowError, f"echo_{name}", "value"):
        call(t, "echo", name, value)


@pytest.mark.parametrize("value", ["RED", 1.0, None], ids=repr)
def test_an_enum_is_never_made_from_something_else(t: ModuleType, value: object) -> None:
    with refused(TypeError, "echo_color", "value"):
        t.echo_color(value)


# Constants and globals


def test_anonymous_enums_are_module_constants(t: ModuleType) -> None:
    assert (t.FIRST, t.SECOND, t.SIXTH) == (10, 11, 15)


def test_defines_and_const_declarations_are_module_constants(t: ModuleType) -> None:
    assert (t.LIMIT, t.TWICE, t.MASK, t.ANSWER) == (100, 200, 0xF0, 42)
    assert t.RATIO == 0.5
    assert t.LABEL == "scalars"


def test_globals_are_read_and_written_through_lib(t: ModuleType) -> None:
    assert t.lib.t_counter == t.read_counter()
    t.lib.t_counter = 1234
    assert t.read_counter() == 1234
    t.lib.t_counter = 5
    assert t.lib.t_level == 0.25
    assert t.lib.t_constant == 77


# Results


def test_nothing_is_none(t: ModuleType) -> None:
    assert t.nothing() is None


def test_one_result_comes_bare(t: ModuleType) -> None:
    assert t.add(2, 3) == 5
    assert t.write_int(4) == 4


def test_several_results_are_a_named_struct_sequence(t: ModuleType) -> None:
    quotient, remainder = t.divmod(17, 5)
    assert (quotient, remainder) == (3, 2)
    both = t.divmod(17, 5)
    assert (both.result, both.remainder) == (3, 2)
    assert isinstance(both, tuple)
    assert "remainder=2" in repr(both)


def test_several_results_are_copied_and_pickled(t: ModuleType) -> None:
    both = t.divmod(17, 5)
    for again in (copy.copy(both), copy.deepcopy(both), both.__replace__(), type(both)(list(both))):
        assert (type(again), again) == (type(both), both)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert t.divmod(99, 7) == (14, 1)
        again = pickle.loads(pickle.dumps(both, protocol))
        assert (type(again), again) == (type(both), (3, 2))
    assert both.__replace__(remainder=9) == (3, 9)
    with pytest.raises(TypeError, match="no field 'rest'"):
        both.__replace__(rest=9)
    with pytest.raises(TypeError, match="keywords must be strings"):
        both.__replace__(**{(): 9})
    assert (both.n_fields, both.n_sequence_fields, both.n_unnamed_fields) == (2, 2, 0)


def test_results_are_replaced_by_all_that_was_given(t: ModuleType) -> None:
    emptied: dict[str, int] = {}

    class Name(str):
        __hash__ = str.__hash__

        def __eq__(self, other: object) -> bool:
            emptied.clear()
            return super().__eq__(other)

    emptied.update({Name("result"): 8, "remainder": 9})
    assert call_from_c(t.divmod(17, 5).__replace__, (), emptied) == (8, 9)


def test_results_of_one_function_never_become_those_of_another(t: ModuleType) -> None:
    both, others = t.divmod(17, 5), t.frexp_result
    with pytest.raises(AttributeError, match="__class__"):
        both.__class__ = others
    for make in (tuple.__new__, object.__new__):
        with pytest.raises(TypeError):
            make(others, (1, 2, 3))
    with pytest.raises(TypeError, match="takes an iterable of 2 values, not 3"):
        others((1, 2, 3))


def test_results_inside_results_go_without_an_end_to_the_stack(t: ModuleType) -> None:
    both = t.divmod(17, 5)
    for _ in range(300_000):
        both = type(both)((both, 0))
    del both
    assert t.divmod(17, 5) == (3, 2)


def test_outs_follow_the_result_in_c_order(t: ModuleType) -> None:
    assert tuple(t.frexp(8.0)) == (0.5, 4)
    assert t.frexp(8.0).exponent == 4
    assert tuple(t.split(2.75)) == (2.0, 0.75)
    assert (t.split(2.75).whole, t.split(2.75).fraction) == (2.0, 0.75)


def test_inout_scalars_are_arguments_and_results(t: ModuleType) -> None:
    assert tuple(t.swap(1, 2)) == (2, 1)
    assert tuple(t.swap_if(1, 2, False)) == (1, 2)
    assert t.swap_if(first=1, second=2, really=True).first == 2


@pytest.mark.rules("R3.20", "R3.25", "R3.26")
@pytest.mark.ordinary("out memory is poisoned")
def test_an_out_scalar_starts_as_zero(t: ModuleType) -> None:
    assert tuple(t.out_untouched()) == (0, 0)


def test_a_unique_scalar_may_be_none(t: ModuleType) -> None:
    assert t.value_or(None, 5) == 5
    assert t.value_or(3, 5) == 3
    assert t.bump_or_skip(None) is None
    assert t.bump_or_skip(7) == 8


def test_a_ref_scalar_may_not_be_none(t: ModuleType) -> None:
    with refused(TypeError, "read_int", "value", "None"):
        t.read_int(None)
    with refused(TypeError, "next_int", "value", "None"):
        t.next_int(None)
