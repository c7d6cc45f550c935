"""Many calls of every family, half of them failing, leave memory as it was."""

from __future__ import annotations

import array
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import numpy as np
import pytest

from tests.conftest import Binding
from tests.support.leaks import balanced, growth

FEATURES = ("arrays", "calls", "errors", "lazy", "options", "ownership", "scalars", "strings")

QUICK = int(os.environ.get("INTEROP_LEAK_CALLS", "20000"))
SLOW = 1_000_000

Call = Callable[[], Any]


def families(binding: Binding) -> dict[str, tuple[Call, Call]]:
    """Per family: a call that succeeds, and one that fails half-way."""
    scalars, strings, arrays = binding("scalars"), binding("strings"), binding("arrays")
    errors, calls, options, lazy = binding("errors"), binding("calls"), binding("options"), binding("lazy")
    ownership = binding("ownership")
    doubles, strided = np.ones(8), np.ones(16)[::2]
    ints = array.array("i", range(8))
    names = ["one", "two", "drei" * 20]
    values: list[Any] = [1.0, 2.0, 3.0]
    box = calls.ffi.new("int *", 5)
    return {
        "integers": (lambda: scalars.add(1 << 20, 7), lambda: scalars.add(1 << 20, 1 << 40)),
        "wide integers": (lambda: scalars.echo_ullong(1 << 63), lambda: scalars.echo_ullong(-1)),
        "floats": (lambda: scalars.next_double(1.5), lambda: scalars.next_float(1e300)),
        "characters": (lambda: scalars.echo_char32("\U0001f600"), lambda: scalars.code32(0x110000)),
        "enums": (lambda: scalars.next_color(scalars.color.RED), lambda: scalars.echo_color("RED")),
        "unnamed enums": (lambda: scalars.color_of(1000), lambda: scalars.echo_color(1 << 40)),
        "several results": (lambda: scalars.divmod(1 << 20, 1000), lambda: scalars.divmod(1, None)),
        "text in": (lambda: strings.length("grün" * 100), lambda: strings.length("a\0b")),
        "wide text in": (lambda: strings.length_16("grün" * 100), lambda: strings.length_16("\ud800" * 100)),
        "text back": (lambda: strings.greeting(), lambda: strings.invalid_utf8()),
        "owned text": (lambda: strings.duplicate("grün" * 30), lambda: strings.invalid_owned()),
        "out buffers": (lambda: strings.put("é" * 20), lambda: strings.put("é", size=1)),
        "large out buffers": (lambda: strings.name(size=5000), lambda: strings.partial(-1, size=5000)),
        "in-out buffers": (lambda: strings.upper("abc"), lambda: strings.upper("x" * 100)),
        "growing": (lambda: strings.path(100), lambda: strings.path(2000)),
        "querying": (lambda: strings.render("ab", 30), lambda: strings.render("ab", "x")),
        "out text": (lambda: strings.make_two(0), lambda: strings.make_two(2)),
        "in-out text": (lambda: ownership.replace("abc", 1), lambda: ownership.replace("abc", 2)),
        "lists of text": (lambda: strings.total_length(names), lambda: strings.total_length([*names, None])),
        "out lists": (lambda: ownership.list(-1, n=5), lambda: ownership.list(4, n=5)),
        "made lists": (lambda: strings.make_list(5, -1), lambda: strings.make_list(5, 2)),
        "in-out lists of text": (lambda: ownership.shout_all(["a", "b"], 1), lambda: ownership.shout_all(("a",), 1)),
        "encodings": (lambda: strings.bytes_jis("日本"), lambda: strings.bytes_jis("\U0001f600")),
        "lists in": (lambda: arrays.sum_double(values), lambda: arrays.sum_double([*values, "x"])),
        "buffers in": (lambda: arrays.sum_double(doubles), lambda: arrays.sum_int32(doubles)),
        "strided buffers": (lambda: arrays.sum_double(strided), lambda: arrays.sum_float(strided)),
        "lists in-out": (lambda: arrays.scale_double(values, 1.0), lambda: arrays.scale_double((1.0,), 1.0)),
        "buffers in-out": (lambda: arrays.scale_int32(ints, 1), lambda: arrays.scale_int32(ints, "x")),
        "arrays out": (lambda: arrays.fill_double(1.0, n=100), lambda: arrays.report(101, n=100)),
        "bytes out": (lambda: arrays.pattern(size=300), lambda: arrays.read_some(-1, n=300)),
        "own buffers": (lambda: arrays.fill_int32(1, n=8, values=ints), lambda: arrays.fill_int32(1, n=9, values=ints)),
        "arrays without a code": (lambda: arrays.copy_bool([True, False]), lambda: arrays.wide_noise(0x110000, n=2)),
        "owned arrays": (lambda: arrays.make_array(5), lambda: arrays.make_array_badly(-1)),
        "replaced arrays": (lambda: ownership.append([1, 2], 3), lambda: ownership.append([1, "x"], 3)),
        "terminated arrays": (lambda: arrays.sum_terminated([1, 2]), lambda: arrays.sum_terminated([1, 0, 2])),
        "statuses": (lambda: errors.check(0), lambda: errors.check(5)),
        "messages": (lambda: errors.fail_with_reason(0), lambda: errors.fail_with_reason(2)),
        "errno": (lambda: errors.fail_errno(0), lambda: errors.fail_errno(2)),
        "noisy frees": (lambda: errors.noisy(2, 0), lambda: errors.lookup(0)),
        "requirements": (lambda: errors.inverse(2), lambda: errors.inverse(0)),
        "defaults": (lambda: calls.defaulted(2), lambda: calls.defaulted(2, "x")),
        "keywords": (lambda: calls.three(1, third=3, second=2), lambda: calls.three(1, 2, thrid=3)),
        "many parameters": (lambda: calls.sixty_four(*range(64)), lambda: calls.sixty_four(*range(63), "x")),
        "raw pointers": (lambda: calls.identity(box), lambda: calls.identity("x")),
        "numpy results": (lambda: options.fill(1.0, n=4), lambda: options.fill("x", n=4)),
        "lazy symbols": (lambda: lazy.sum([1.0, 2.0]), lambda: lazy.missing(1)),
    }


class _Anything:
    """Stands in for a module while the families are only listed."""

    def __getattr__(self, name: str) -> Any:
        return self

    def __call__(self, *arguments: object) -> Any:
        return self


NAMES = tuple(families(lambda feature: _Anything()))


@pytest.fixture(scope="module")
def all_families(binding: Binding) -> dict[str, tuple[Call, Call]]:
    return families(binding)


@pytest.fixture(autouse=True)
def nothing_is_leaked(binding: Binding) -> Iterator[None]:
    with ExitStack() as stack:
        for name in ("arrays", "errors", "ownership", "strings"):
            stack.enter_context(balanced(binding(name)))
        yield


def half_failing(good: Call, bad: Call) -> Call:
    def both() -> None:
        good()
        try:
            bad()
        except Exception:
            pass
        else:
            pytest.fail("the failing call did not fail")

    return both


def check_flat(call: Call, times: int) -> None:
    blocks, resident = growth(call, times)
    assert blocks < times // 100, f"{blocks} Python blocks more after {times} calls"
    assert resident < 4 * 1024 * 1024 + times, f"{resident} bytes more after {times} calls"


@pytest.mark.parametrize("name", NAMES)
def test_many_calls_leave_memory_flat(all_families: dict[str, tuple[Call, Call]], name: str) -> None:
    good, bad = all_families[name]
    check_flat(half_failing(good, bad), QUICK // 10)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_million_calls_leave_memory_flat(all_families: dict[str, tuple[Call, Call]], name: str) -> None:
    check_flat(all_families[name][0], SLOW)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_million_calls_half_of_them_failing_leave_memory_flat(
    all_families: dict[str, tuple[Call, Call]], name: str
) -> None:
    check_flat(half_failing(*all_families[name]), SLOW // 2)
