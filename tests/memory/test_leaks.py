"""Many calls of every family, half of them failing, leave memory as it was."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from typing import Any

import pytest

from tests.conftest import Binding
from tests.support.build import Bindings
from tests.support.families import FAMILIES
from tests.support.families import FEATURES as FEATURES
from tests.support.leaks import balanced, growth

pytestmark = pytest.mark.slow

QUICK = int(os.environ.get("INTEROP_LEAK_CALLS", "2000"))
MANY = {"scalars": 1_000_000, "strings": 200_000}
"""How many calls of a feature's families; of the others, which do more for each, a tenth of that."""
OTHERS = 50_000

Pair = tuple[Callable[[], Any], Callable[[], None], int]
"""A call that succeeds; one that is made twice, once succeeding and once failing; and how often to call."""


@pytest.fixture(scope="module", autouse=True)
def nothing_is_built_meanwhile(bindings: Bindings) -> None:
    bindings.settle()


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
        yield lambda: family.good(module), half_failing, MANY.get(family.feature, OTHERS)


ROUNDS = 3


def check_flat(call: Callable[[], Any], times: int) -> None:
    # A leak shows in every round. What an interpreter allocates once, such as a cache that grows, shows in one.
    for _ in range(ROUNDS):
        blocks, heap = growth(call, times)
        if blocks < times // 100 and heap < 4 * times:
            return
    pytest.fail(f"{blocks} Python blocks and {heap} bytes of C's heap more after each {times} calls")


@pytest.mark.parametrize(
    "leak",
    [
        pytest.param(lambda calls, kept: calls.box_new(1), id="block_of_c"),
        pytest.param(lambda calls, kept: kept.append(object()), id="object"),
    ],
)
def test_a_leak_would_be_found(binding: Binding, leak: Callable[[Any, list[object]], object]) -> None:
    calls, kept = binding("calls"), list[object]()
    with pytest.raises(pytest.fail.Exception, match="more after each"):
        check_flat(lambda: leak(calls, kept), QUICK)


def test_many_calls_leave_memory_flat(pair: Pair) -> None:
    check_flat(pair[1], QUICK)


def test_very_many_calls_leave_memory_flat(pair: Pair) -> None:
    check_flat(pair[0], pair[2])


def test_very_many_calls_half_of_them_failing_leave_memory_flat(pair: Pair) -> None:
    check_flat(pair[1], pair[2] // 2)
