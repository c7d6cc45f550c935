"""Many calls of every family, half of them failing, leave memory as it was."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from typing import Any

import pytest

from tests.conftest import Binding
from tests.support.families import FAMILIES
from tests.support.families import FEATURES as FEATURES
from tests.support.leaks import balanced, growth

QUICK = int(os.environ.get("INTEROP_LEAK_CALLS", "2000"))
SLOW = 1_000_000

Pair = tuple[Callable[[], Any], Callable[[], None]]
"""A call that succeeds, and one that is made twice: once succeeding and once failing."""


@pytest.fixture(params=list(FAMILIES))
def pair(request: pytest.FixtureRequest, binding: Binding) -> Iterator[Pair]:
    family = FAMILIES[request.param]
    module = binding(family.feature)

    def half_failing() -> None:
        family.good(module)
        try:
            family.bad(module)
        except Exception:
            return
        pytest.fail("the failing call did not fail")

    with balanced(module) if hasattr(module, "live") else nullcontext():
        yield lambda: family.good(module), half_failing


def check_flat(call: Callable[[], Any], times: int) -> None:
    blocks, heap = growth(call, times)
    assert blocks < times // 100, f"{blocks} Python blocks more after {times} calls"
    assert heap < 4 * times, f"{heap} bytes of C's heap more after {times} calls"


def test_a_leak_would_be_found(binding: Binding) -> None:
    calls, kept = binding("calls"), []
    with pytest.raises(AssertionError, match="C's heap"):
        check_flat(lambda: calls.box_new(1), QUICK)
    with pytest.raises(AssertionError, match="Python blocks"):
        check_flat(lambda: kept.append(object()), QUICK)


def test_many_calls_leave_memory_flat(pair: Pair) -> None:
    check_flat(pair[1], QUICK)


@pytest.mark.slow
def test_a_million_calls_leave_memory_flat(pair: Pair) -> None:
    check_flat(pair[0], SLOW)


@pytest.mark.slow
def test_a_million_calls_half_of_them_failing_leave_memory_flat(pair: Pair) -> None:
    check_flat(pair[1], SLOW // 2)
