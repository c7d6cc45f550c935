"""Python runs out of memory at the k-th allocation of a call: an exception, nothing leaked, nothing half written."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import Binding
from tests.support.leaks import balanced

FEATURES = ("arrays", "ownership", "strings", "scalars")

testcapi = pytest.importorskip("_testcapi", reason="this Python was installed without its test extensions")

STEPS = 40


def starve(call: Callable[[], Any]) -> int:
    """Call once per k, with only the k-th allocation failing; how many of the calls ran out of memory."""
    failed = 0
    for k in range(STEPS):
        outcome: Any = None
        testcapi.set_nomemory(k, k + 1)
        try:
            call()
        except MemoryError:
            outcome = MemoryError
        finally:
            testcapi.remove_mem_hooks()
        failed += outcome is MemoryError
    return failed


def families(binding: Binding) -> list[tuple[ModuleType, Callable[[], Any]]]:
    arrays, strings, scalars = binding("arrays"), binding("strings"), binding("scalars")
    ownership = binding("ownership")
    names, values = ["a", "b", "é" * 300], [1.0, 2.0, 3.0]
    return [
        (strings, lambda: strings.duplicate("grün" * 100)),
        (strings, lambda: strings.put("é" * 30)),
        (strings, lambda: strings.put_16("é" * 30)),
        (strings, lambda: strings.upper("text")),
        (ownership, lambda: ownership.replace("text", 1)),
        (strings, lambda: strings.total_length(names)),
        (ownership, lambda: ownership.list(-1, n=5)),
        (strings, lambda: strings.make_list(5, -1)),
        (strings, lambda: strings.split("one two three")),
        (ownership, lambda: ownership.shout_all(list(names), 1)),
        (strings, lambda: strings.path(100)),
        (arrays, lambda: arrays.sum_double(values)),
        (arrays, lambda: arrays.fill_double(1.0, n=100)),
        (arrays, lambda: arrays.scale_double(values, 1.0)),
        (ownership, lambda: ownership.append([1, 2], 3)),
        (arrays, lambda: arrays.make_array(5)),
        (arrays, lambda: arrays.copy_bool([True, False])),
        (arrays, lambda: arrays.copy_wchar("text")),
        (arrays, lambda: arrays.two_outs(n=4)),
        (arrays, lambda: scalars.divmod(1 << 20, 3)),
    ]


@pytest.mark.parametrize("index", range(20))
def test_running_out_of_memory_leaks_nothing(binding: Binding, index: int) -> None:
    module, call = families(binding)[index]
    call()
    with balanced(module):
        starve(call)
        call()


def test_a_list_is_whole_or_untouched_when_memory_runs_out(binding: Binding) -> None:
    arrays = binding("arrays")
    big = 1 << 40
    for k in range(STEPS):
        values = [big, big + 1, big + 2]
        testcapi.set_nomemory(k, k + 1)
        try:
            arrays.scale_int64(values, 2)
        except MemoryError:
            pass
        finally:
            testcapi.remove_mem_hooks()
        assert values in ([big, big + 1, big + 2], [2 * big, 2 * big + 2, 2 * big + 4])
