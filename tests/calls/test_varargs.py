"""Variable arguments: chosen by the caller, described by a format, or declared as shapes."""

from __future__ import annotations

import errno
import inspect
import os
import threading
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import interop
from tests.conftest import Binding
from tests.support.refusals import refused

FEATURES = ("varargs", "lazy")


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("varargs")


def lines(text: str) -> list[str]:
    return text.split("\n")[:-1]


# What the caller chooses


def test_each_argument_goes_by_its_own_type(t: ModuleType) -> None:
    came = t.given("iiidsssn", 1, True, -3, 2.5, "é", b"abc", "", None)
    assert lines(came) == ["1", "1", "-3", "2.5", "é", "abc", "", "NULL"]


@pytest.mark.parametrize("value", [0, -1, 2**31 - 1, -(2**31), 2**31, 2**63 - 1, -(2**63)])
def test_an_int_fills_a_whole_word(t: ModuleType, value: int) -> None:
    for stuffed in ("", "llllllll"):  # in a register, and on the stack
        assert lines(t.given(stuffed + "l", *(5 for _ in stuffed), value))[-1] == str(value)


def test_a_large_int_is_unsigned(t: ModuleType) -> None:
    assert lines(t.given("z", 2**64 - 1)) == [str(2**64 - 1)]
    for value in (2**64, -(2**63) - 1):
        with refused(OverflowError, "given()", "'args' at [1]", "out of range"):
            t.given("iz", 1, value)


def test_cdata_goes_by_its_c_type(t: ModuleType) -> None:
    cast, new = t.ffi.cast, t.ffi.new
    text, numbers = new("char[]", b"text"), new("int[3]")
    came = t.given(
        "iiiudddsppp",
        *(cast("short", -5), cast("signed char", -6), cast("_Bool", 1), cast("unsigned", 2**32 - 1)),
        *(cast("float", 0.5), cast("double", 0.1), 4.0, text, numbers, cast("void *", 77), cast("int(*)(int)", 78)),
    )
    address = str(int(cast("uintptr_t", numbers)))
    numbers_shown = ["-5", "-6", "1", str(2**32 - 1), "0.5", "0.10000000000000001", "4"]
    assert lines(came) == [*numbers_shown, "text", address, "77", "78"]


class Indexed:
    def __index__(self) -> int:
        return 12


class Failing:
    def __index__(self) -> int:
        raise ZeroDivisionError


def test_whatever_is_an_index_is_an_int(t: ModuleType) -> None:
    import numpy as np

    assert lines(t.given("iid", Indexed(), np.int32(7), np.float64(0.5))) == ["12", "7", "0.5"]
    with pytest.raises(ZeroDivisionError):
        t.given("si", "text", Failing())


@pytest.mark.parametrize("unfit", [[], (1, 2), 1j, object(), bytearray(b"x"), memoryview(b"x")])
def test_other_objects_are_refused(t: ModuleType, unfit: Any) -> None:
    with refused(TypeError, "given()", "'args' at [1]", "expected int, float, str, bytes, None or cdata"):
        t.given("ii", 1, unfit)


def test_records_and_long_doubles_are_refused(t: ModuleType) -> None:
    with refused(TypeError, "'args' at [0]", "long double"):
        t.given("d", t.ffi.cast("long double", 1))
    with refused(TypeError, "'args' at [0]", "complex"):
        t.given("d", t.ffi.cast("double _Complex", 1))


def test_text_with_nul_is_refused(t: ModuleType) -> None:
    for text in ("a\0b", b"a\0b"):
        with refused(ValueError, "'args' at [0]", "NUL"):
            t.given("s", text)
    with refused(ValueError, "'args' at [0]", "surrogates"):
        t.given("s", "\ud800")


def test_c_gets_its_own_copy_of_text(t: ModuleType) -> None:
    # Made here, since an object that C changed would be changed wherever else it is used.
    text, data, letter = str(b"some text", "ascii"), bytes(bytearray(b"other text")), chr(ord("x"))
    assert t.shout(3, text, data, letter) == 18
    assert [ord(each) for each in text] == list(b"some text")
    assert list(data) == [ord(each) for each in "other text"]
    assert ord(letter) == 0x78


def test_pointers_let_c_write(t: ModuleType) -> None:
    cells = [t.ffi.new("int *") for _ in range(12)]
    t.store_any(5, len(cells), *cells)
    assert [cell[0] for cell in cells] == list(range(5, 17))


def test_as_many_as_there_may_be(t: ModuleType) -> None:
    assert t.sum(32, *(0.5 for _ in range(32))) == 16
    assert t.sum(0) == 0
    with refused(TypeError, "sum()", "33 arguments were given, of at most 32"):
        t.sum(33, *(0.5 for _ in range(33)))


def test_what_is_not_given_reads_as_zero(t: ModuleType) -> None:
    assert lines(t.given("innd")) == ["0", "NULL", "NULL", "0"]


INTS = st.integers(-(2**31), 2**31 - 1)
LONGS = st.integers(-(2**63), 2**63 - 1)
DOUBLES = st.floats(allow_nan=False)
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0\n"), max_size=30)
ONE = st.one_of(
    INTS.map(lambda value: ("i", value, str(value))),
    LONGS.map(lambda value: ("l", value, str(value))),
    DOUBLES.map(lambda value: ("d", value, f"{value:.17g}")),
    TEXTS.map(lambda value: ("s", value, value)),
    st.just(("n", None, "NULL")),
)


@pytest.mark.rules("R2.22")
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given=st.lists(ONE, max_size=32), name=st.sampled_from(["given", "echo_after_doubles", "echo_after_all"]))
def test_any_mixture_arrives_in_order(t: ModuleType, given: list[tuple[str, Any, str]], name: str) -> None:
    """Whatever stands in front: integers and doubles that take registers, or more than there are."""
    kinds = "".join(kind for kind, *_ in given)
    assert lines(getattr(t, name)(kinds, *(value for _, value, _ in given))) == [shown for *_, shown in given]


# What a format describes


@pytest.mark.parametrize(
    ("format", "arguments", "text"),
    [
        ("plain", (), "plain"),
        ("100%%", (), "100%"),
        ("%d %i", (-1, 2), "-1 2"),
        ("%u %o %x %X", (1, 8, 255, 255), "1 10 ff FF"),
        ("%hhd %hd", (-128, -32768), "-128 -32768"),
        ("%ld %lld", (-(2**63), 2**63 - 1), "-9223372036854775808 9223372036854775807"),
        ("%hhu %hu %lu %llu", (255, 65535, 2**64 - 1, 2**64 - 1), f"255 65535 {2**64 - 1} {2**64 - 1}"),
        ("%jd %zu %zd %td", (-1, 2, -3, 4), "-1 2 -3 4"),
        ("%f %.3e %G %a", (0.5, 1, 1e300, 1.0), "0.500000 1.000e+00 1E+300 0x1p+0"),
        ("%lf", (2,), "2.000000"),
        ("%s|%10s|%-6s|%.2s", ("é", "right", b"left", "cut"), "é|     right|left  |cu"),
        ("%c%c%c", ("a", b"b", 99), "abc"),
        ("%*d|%-*d|%.*f", (5, 42, 5, 42, 2, 3.14159), "   42|42   |3.14"),
        ("%+05d|% d|%#x", (42, 42, 255), "+0042| 42|0xff"),
        ("%ls|%5ls", ("wide", "x"), "wide|    x"),
        ("%p", (None,), "(nil)"),
        ("%p", (0x1234,), "0x1234"),
        (" ".join(["%d %g %s"] * 10), tuple(v for i in range(10) for v in (i, i / 2, f"t{i}")), None),
    ],
)
def test_a_format_is_carried_out(t: ModuleType, format: str, arguments: tuple[Any, ...], text: str | None) -> None:
    if text is None:
        text = " ".join(f"{i} {i / 2:g} t{i}" for i in range(10))
    assert t.format(format, *arguments) == text
    assert t.snprintf(format, *arguments) == text


def test_a_pointer_is_written_out(t: ModuleType) -> None:
    cell = t.ffi.new("int *")
    assert int(t.format("%p", cell), 16) == int(t.ffi.cast("uintptr_t", cell))


@pytest.mark.parametrize(
    ("format", "arguments", "kind", "words"),
    [
        ("%d", ("x",), TypeError, ("'args' at [0]", "expected int, got str")),
        ("%d", (1.5,), TypeError, ("'args' at [0]", "expected int, got float")),
        ("%d", (None,), TypeError, ("expected int, got None",)),
        ("%d", (2**31,), OverflowError, ("2147483648 is out of range for int",)),
        ("%hhd", (128,), OverflowError, ("signed char (-128 to 127)",)),
        ("%hx", (65536,), OverflowError, ("unsigned short (0 to 65535)",)),
        ("%u", (-1,), OverflowError, ("unsigned int (0 to 4294967295)",)),
        ("%zu", (2**64,), OverflowError, ("size_t",)),
        ("%g", ("1",), TypeError, ("'args' at [0]", "expected float, got str")),
        ("%s %s", ("a", 3), TypeError, ("'args' at [1]", "expected str or bytes, got int")),
        ("%s", (None,), TypeError, ("expected str or bytes, got None",)),
        ("%s", ("a\0b",), ValueError, ("NUL",)),
        ("%ls", (b"x",), TypeError, ("expected str, got bytes",)),
        ("%ls", ("a\0b",), ValueError, ("NUL",)),
        ("%c", ("ab",), ValueError, ("length 1",)),
        ("%c", ("é",), ValueError, ("U+e9",)),
        ("%c", (256,), OverflowError, ("char",)),
        ("%c", (1.0,), TypeError, ("bytes of length 1",)),
        ("%p", ("x",), TypeError, ("cdata, an address or None",)),
        ("%*d", ("x", 1), TypeError, ("'args' at [0]", "expected int")),
        ("%d", (), TypeError, ("'format'", "takes 1 argument, but 0 were given")),
        ("%d %d", (1,), TypeError, ("takes 2 arguments, but 1 was given",)),
        ("%d", (1, 2), TypeError, ("takes 1 argument, but 2 were given",)),
        ("no", (1,), TypeError, ("takes 0 arguments",)),
        ("%n", (1,), ValueError, ("'%n' at 0", "writes to memory")),
        ("ok %hhn", (1,), ValueError, ("'%hhn' at 3", "writes to memory")),
        ("%Lf", (1.0,), ValueError, ("'%Lf'", "long double")),
        ("50%", (), ValueError, ("'%' at 2", "'%%'")),
        ("%-", (), ValueError, ("no whole conversion",)),
        ("%1$d", (1,), ValueError, ("'%1$'", "no conversion that can be checked")),
        ("%hs", ("x",), ValueError, ("'%hs'",)),
        ("%k", (1,), ValueError, ("'%k'",)),
        ("%é", (1,), ValueError, ("no conversion",)),
        ("%C", ("x",), ValueError, ("no conversion",)),
        ("%5%", (), ValueError, ("no conversion",)),
        ("%9999999999d", (1,), ValueError, ("too wide",)),
        ("%.*", (1,), ValueError, ("no whole conversion",)),
        ("%d" * 33, tuple(range(33)), TypeError, ("33 arguments were given, of at most 32",)),
    ],
)
def test_what_a_format_cannot_mean_is_refused(
    t: ModuleType, format: str, arguments: tuple[Any, ...], kind: type[Exception], words: tuple[str, ...]
) -> None:
    with refused(kind, "format()", *words):
        t.format(format, *arguments)


PIECES = st.one_of(
    st.text("%-+ #0'*.123456789hljztLdiouxXeEfFgGaAcspn$m ", max_size=6).map(lambda rest: "%" + rest),
    st.text(max_size=5),
)
OBJECTS = st.one_of(st.none(), LONGS, DOUBLES, st.text(max_size=9), st.binary(max_size=9), st.booleans())


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, max_size=6), arguments=st.lists(OBJECTS, max_size=8))
def test_no_format_and_no_argument_is_a_crash(t: ModuleType, pieces: list[str], arguments: list[Any]) -> None:
    try:
        t.log("".join(pieces), *arguments)
    except (interop.InteropError, TypeError, ValueError):
        return


def test_the_encoding_is_that_of_the_format(t: ModuleType) -> None:
    assert t.format_latin("é %s", "ü") == "é ü"
    with refused(ValueError, "format_latin()", "'args' at [0]"):
        t.format_latin("%s", "€")


def test_a_format_may_have_a_default(t: ModuleType) -> None:
    t.log_quietly()
    assert t.logged() == "nothing"
    t.log_quietly("%s", "something")
    assert t.logged() == "something"


# Whatever the way: results, errors, the GIL, documentation


def test_results_and_void(t: ModuleType) -> None:
    assert t.log("%d", 12345) == 5
    assert t.logged() == "12345"
    assert t.log_quietly("x") is None


def test_a_failure_has_its_errno_class_and_message(t: ModuleType) -> None:
    assert t.check(0, "fine") is None
    with pytest.raises(t.FormatError, match="number 7 of x") as caught:
        t.check(errno.ENOENT, "number %d of %s", 7, "x")
    assert (caught.value.errno, caught.value.status) == (errno.ENOENT, errno.ENOENT)
    assert isinstance(caught.value, OSError)


def parallel_seconds(call: Any) -> float:
    threads = [threading.Thread(target=call, args=(2, 40, 60)) for _ in range(4)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - start


def test_the_gil_is_released_unless_it_is_held(t: ModuleType) -> None:
    assert parallel_seconds(t.sleep) < 0.3
    assert parallel_seconds(t.sleep_held) >= 0.39


def test_arguments_by_keyword_come_behind_the_further_ones(t: ModuleType) -> None:
    assert t.format("%s", "abc", size=10) == "abc"
    assert t.given("i", 5, size=100) == "5\n"
    with refused(TypeError, "sum()"):
        t.sum("x")
    with pytest.raises(TypeError, match="unexpected keyword argument 'width'"):
        t.format("%s", "abc", width=10)
    with pytest.raises(TypeError, match="multiple values for argument 'format'"):
        t.format("%s", format="abc")
    with pytest.raises(TypeError, match="missing required argument 'format'"):
        t.format()
    assert t.format(format="abc") == "abc"


def test_signatures_and_documentation(t: ModuleType) -> None:
    assert str(inspect.signature(t.format)) == "(format, *args, size=None)"
    assert str(inspect.signature(t.sum)) == "(count, *args)"
    assert str(inspect.signature(t.log_by)) == "(args, *args_)"
    assert str(inspect.signature(t.three)) == "(a, b, c, *, size=200)"
    assert "*args: what the format takes" in t.format.__doc__
    assert "checked against format" in t.format.__doc__
    assert "C: double va_sum(int count, ...);" in t.sum.__doc__


def test_deprecation_is_told(t: ModuleType) -> None:
    with pytest.warns(DeprecationWarning, match="log_by"):
        t.log_by("%d", 1)
    with pytest.warns(DeprecationWarning, match="log_by"), refused(TypeError, "log_by()", "argument 'args_' at [0]"):
        t.log_by("%d", "x")


# Shapes


def test_a_shape_is_a_function_of_its_own(t: ModuleType) -> None:
    assert lines(t.three(1, "é", 2.5)) == ["1", "é", "2.5"]
    assert lines(t.three(c=1, b="b", a=-1)) == ["-1", "b", "1"]
    assert t.nothing() == ""
    with refused(TypeError, "three()", "argument 'a'", "expected int"):
        t.three("x", "b", 1)
    with pytest.raises(TypeError, match="takes 3 positional arguments but 4 were given"):
        t.three(1, "b", 1, 2)


def test_c_promotes_what_a_shape_declares(t: ModuleType) -> None:
    assert lines(t.promoted(-3, 255, 0.5, True)) == ["-3", "255", "0.5", "1"]
    with refused(OverflowError, "promoted()", "argument 'a'", "short"):
        t.promoted(2**15, 0, 0, False)
    with refused(OverflowError, "promoted()", "argument 'c'", "float"):
        t.promoted(0, 0, 1e300, False)


def test_a_shape_has_outs(t: ModuleType) -> None:
    assert tuple(t.two(5)) == (5, 6)
    assert t.one(7, 9) == 7
    assert tuple(t.year_month("2024-05")) == (2024, 5)
    with refused(interop.CallError, "year_month()"):
        t.year_month("May")


def test_a_format_of_a_shape_reads_what_is_declared(t: ModuleType) -> None:
    assert t.format_five("%d %s %g %lld %c", 1, "é", 0.5, -(2**63), b"x") == "1 é 0.5 -9223372036854775808 x"
    assert t.format_five("%hhx|%-4s|%f|%jx|%d", -1, "b", 1, 255, b"A") == "ff|b   |1.000000|ff|65"
    assert t.format_five("%*s%.0f%lld%d", 3, "b", 2, 3, b"0") == "  b2348"
    assert t.format_three("%ls %Lg %p", "wide", 1.5, None) == "wide 1.5 (nil)"
    assert t.log_nothing("100%%") == 4


@pytest.mark.parametrize(
    ("format", "words"),
    [
        ("%s %s %g %lld %c", "argument 1"),
        ("%d %d %g %lld %c", "argument 2"),
        ("%d %s %d %lld %c", "argument 3"),
        ("%d %s %Lg %lld %c", "argument 3"),
        ("%d %s %g %d %c", "argument 4"),
        ("%ld %s %g %lld %c", "argument 1"),
        ("%d %ls %g %lld %c", "argument 2"),
        ("%d %s %g %lld %s", "argument 5"),
        ("%d %s %g %lld", "takes 4 arguments, but there are 5"),
        ("%d %s %g %lld %c %s", "takes 6 arguments, but there are 5"),
        ("%n %s %g %lld %c", "writes to memory"),
        ("%d %s %g %lld %", "no whole conversion"),
    ],
)
def test_a_format_that_reads_something_else_is_refused(t: ModuleType, format: str, words: str) -> None:
    with refused(ValueError, "format_five()", "argument 'format'", words):
        t.format_five(format, 1, "b", 1.0, 2, b"c")


def test_text_that_may_be_null_is_only_an_address(t: ModuleType) -> None:
    with refused(ValueError, "format_three()", "argument 3"):
        t.format_three("%ls %Lg %s", "w", 1, "x")
    with refused(ValueError, "log_nothing()", "takes 1 argument, but there are 0"):
        t.log_nothing("%s")


def test_two_shapes_of_open(t: ModuleType, tmp_path: Path) -> None:
    path = str(tmp_path / "new")
    with refused(OSError, "open()"):
        t.open(path, os.O_RDONLY)
    fd = t.create(path, os.O_CREAT | os.O_WRONLY, 0o640)
    try:
        assert os.stat(path).st_mode & 0o777 == 0o640 & ~current_umask()
        F_GETFL, F_SETFL = 3, 4
        assert not t.get_flag(fd, F_GETFL) & os.O_NONBLOCK
        t.set_flag(fd, F_SETFL, os.O_NONBLOCK)
        assert t.get_flag(fd, F_GETFL) & os.O_NONBLOCK
    finally:
        os.close(fd)
    other = t.open(path, os.O_RDONLY)
    os.close(other)
    with refused(OSError, "get_flag()") as caught:
        t.get_flag(other, 3)
    assert isinstance(caught.value, OSError)
    assert caught.value.errno == errno.EBADF


def current_umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_cffi_knows_the_true_prototype(t: ModuleType) -> None:
    assert t.ffi.typeof(t.lib.va_echo) is t.ffi.typeof("int(*)(char *, size_t, const char *, ...)")
    assert t.lib.va_sum(2, t.ffi.cast("double", 1), t.ffi.cast("double", 2)) == 3


# Bound at the first call


def test_lazily_bound(binding: Binding) -> None:
    lazy = binding("lazy")
    assert lazy.total(3, 1, 2, 3) == 6
    assert lazy.total_of_two(4, 5) == 9
    assert lazy.compose("%d %s %g", 1, "two", 3.5) == "1 two 3.5"
    with refused(TypeError, "compose()", "takes 1 argument"):
        lazy.compose("%d")
    with refused(AttributeError, "lazy_missing_log"):
        lazy.missing_log("%d", 1)
    assert lazy.lib.lazy_total(1, lazy.ffi.cast("int", 5)) == 5
