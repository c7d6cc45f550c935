"""Python runs out of memory at the k-th allocation of a call: an exception, nothing leaked, nothing half written."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

import pytest

from tests.conftest import Binding
from tests.support.build import Bindings
from tests.support.families import FAMILIES
from tests.support.families import FEATURES as FEATURES
from tests.support.leaks import balanced

testcapi = pytest.importorskip("_testcapi", reason="this Python was installed without its test extensions")

STEPS = 40


@pytest.fixture(scope="module", autouse=True)
def nothing_is_built_meanwhile(bindings: Bindings) -> None:
    # Memory that runs out would run out for builds in the background too.
    bindings.settle()


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


# A marshaller whose own free() runs out of memory has that reported, since it cannot be raised.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
# Where a thread of C's first calls in, Python ends the process if it has no memory for what it must know of a thread.
@pytest.mark.parametrize("name", [name for name in FAMILIES if name != "callbacks_in_threads"])
def test_running_out_of_memory_leaks_nothing(binding: Binding, name: str) -> None:
    family = FAMILIES[name]
    module = binding(family.feature)
    family.good(module)
    with balanced(module) if hasattr(module, "live") else nullcontext():
        starve(lambda: family.good(module))
        family.good(module)


@pytest.mark.rules("R10.6")
def test_nothing_is_opened_for_an_object_that_cannot_be_made(binding: Binding) -> None:
    t = binding("handles")
    db = t.db("warm")
    failed = 0
    # Still there, so that no object comes from memory of one that has gone.
    closed = [db.first() for _ in range(20)]
    for each in closed:
        each.close()
    for k in range(STEPS):
        made = None
        opened = t.opened()
        testcapi.set_nomemory(k, k + 1)
        try:
            made = db.first()
        except MemoryError:
            failed += 1
        finally:
            testcapi.remove_mem_hooks()
        if made is None:
            assert t.opened() == opened
        else:
            made.close()
            closed.append(made)
    assert failed > 0
    db.close()
    assert (t.open_now(), t.misuses()) == (0, 0)


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
