"""Python runs out of memory at the k-th allocation of a call: an exception, nothing leaked, nothing half written."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Binding
from tests.support.build import Bindings
from tests.support.families import FAMILIES
from tests.support.families import FEATURES as FEATURES
from tests.support.leaks import balanced

testcapi = pytest.importorskip("_testcapi", reason="this Python was installed without its test extensions")

pytestmark = pytest.mark.alone

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


FIRST_FAILURE = """
import os
import _testcapi
STEPS = int(sys.argv[1])
def fail(status):
    try:
        t.fail_with_reason(status)
    except (MemoryError, t.ReasonError) as error:
        return error
fail(1)  # what its class is, is known from now on
for k in range(STEPS):
    if (child := os.fork()) == 0:
        _testcapi.set_nomemory(k, k + 1)
        fail(1)
        _testcapi.remove_mem_hooks()
        error = fail(2)
        os._exit((error.function, error.status) != ("fail_with_reason", 2))
    assert os.waitpid(child, 0)[1] == 0, k
"""


FIRST_ARRAY = """
import array, os, _testcapi
for k in range(int(sys.argv[1])):
    if (child := os.fork()) == 0:
        _testcapi.set_nomemory(k, k + 1)
        try:
            t.fill_double(1.0, n=3)
        except MemoryError:
            pass
        _testcapi.remove_mem_hooks()
        came = t.fill_double(1.0, n=3)
        came.append(4.0)
        os._exit(came != array.array("d", [1, 2, 3, 4]))
    assert os.waitpid(child, 0)[1] == 0, k
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each step needs a process in which nothing has failed yet")
@pytest.mark.parametrize(("feature", "script"), [("errors", FIRST_FAILURE), ("arrays", FIRST_ARRAY)])
def test_calls_work_after_memory_ran_out_in_the_first(binding: Binding, feature: str, script: str) -> None:
    t = binding(feature)
    assert t.__file__ is not None
    folder = Path(t.__file__).parents[1]
    start = f"import sys; sys.path.insert(0, {str(folder.parent)!r}); import {folder.name}.t_{feature} as t\n"
    command = [sys.executable, "-c", start + script, str(STEPS)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
