"""The interpreter ends while handles are open, in whatever order it takes objects apart: no crash, and no misuse."""

from __future__ import annotations

import itertools
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import Binding

FEATURES = ("handles",)


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("handles")


def ends(t: ModuleType, script: str) -> None:
    """Run a script in an interpreter of its own, up to its end; C says afterwards what was misused."""
    assert t.__file__ is not None
    folder = Path(t.__file__).parents[1]
    start = f"import sys; sys.path.insert(0, {str(folder.parent)!r}); import {folder.name}.t_handles as t\n"
    command = [sys.executable, "-X", "faulthandler", "-W", "ignore", "-c", f"{start}t.report_at_exit()\n{script}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "misused 0\n", "")


NAMES = ("db", "row", "front", "again", "view")
"""A parent, a child that is retained, two that are borrowed, one from the other, and a view of the parent's memory."""


@pytest.mark.parametrize("order", list(itertools.permutations(NAMES))[::10], ids=",".join)
def test_globals_in_any_order(t: ModuleType, order: tuple[str, ...]) -> None:
    # The module's names are taken apart in the order in which they were made.
    empty = "; ".join(f"{name} = None" for name in order)
    ends(t, f"{empty}\ndb = t.db('a'); row = db.first(); front = db.front(); again = front.db; view = db.table()")


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("import builtins; builtins.db = t.db('a'); builtins.row = builtins.db.first()", id="builtins"),
        pytest.param("import sys; sys.db = t.db('a'); sys.row = sys.db.first(); del sys.modules[t.__name__]", id="sys"),
        pytest.param("class A: pass\na = A(); a.a = a; a.row = t.db('a').first(); a.db = a.row.db", id="circle"),
        pytest.param("class A:\n def __del__(self): self.db.close()\na = A(); a.db = t.db('a')", id="del"),
        pytest.param("import atexit; db = t.db('a'); atexit.register(db.close); row = db.first()", id="atexit"),
        pytest.param("import weakref; db = t.db('a'); weakref.finalize(db, print, end=''); db.first()", id="finalize"),
        pytest.param("db = t.swap(t.db('a'), t.how.REPLACE); row = t.swap_row(db.first(), 1)", id="swapped"),
        pytest.param("import array; db = t.db('a'); db.watch(array.array('i', [1])); db.label('x' * 5)", id="kept"),
    ],
)
def test_objects_in_odd_places(t: ModuleType, script: str) -> None:
    ends(t, script)


def test_a_daemon_thread_in_a_call(t: ModuleType) -> None:
    ends(
        t,
        "import threading, time\n"
        "db = t.db('a'); row = db.first()\n"
        "for use in (db, row):\n"
        "    threading.Thread(target=use.wait, args=(60_000,), daemon=True).start()\n"
        "time.sleep(0.2); db.close()",
    )
