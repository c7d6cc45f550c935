"""What a checked build says of a fault that no process survives: function and parameter, on stderr."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.build import ROOT, Bindings

FAULTS = {
    "t.read_far_past([1.0, 2.0])": "read_far_past(): argument 'values': C read 32768 bytes past its end",
    "t.write_far_past(n=3)": "write_far_past(): argument 'values': C wrote 16384 bytes past its end",
    "t.write_far_before(n=3)": "write_far_before(): argument 'values': C wrote 16396 bytes before its start",
    "t.write_anywhere(n=3)": "write_anywhere(): C used memory at address 0x10, which belongs to none of its parameters",
    "t.free_in('text')": "free_in(): C aborted the process",
}
EXACT = {
    "t.overrun([1.0, 2.0])": "overrun(): argument 'values': C wrote just past its end (it has 2 elements of 8 bytes)",
    "t.read_past([1.0])": "read_past(): argument 'values': C read just past its end (it has 1 element of 8 bytes)",
    "t.change_in([1.0, 2.0])": "change_in(): argument 'values': C wrote element 1, which it may only read",
    "t.change_text('text')": "change_text(): argument 'text': C wrote element 1, which it may only read",
    "t.overrun_slot()": "overrun_slot(): result 'value': C wrote just past its end (it has 1 element of 4 bytes)",
}


@pytest.fixture(scope="module")
def folder(bindings: Bindings) -> Path:
    module = bindings.get("faulty", "checked")
    assert module.__file__ is not None
    return Path(module.__file__).parents[2]


def run(folder: Path, call: str, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    code = f"import sys; sys.path.insert(0, {str(folder)!r}); from bindings_checked import t_faulty as t; {call}"
    return subprocess.run(
        [sys.executable, *options, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("call", FAULTS)
def test_a_fault_is_reported_before_the_process_ends(folder: Path, call: str) -> None:
    done = run(folder, call)
    assert f"interop: {FAULTS[call]}" in done.stderr
    assert done.stderr.count("interop:") == 1
    assert -done.returncode in (signal.SIGSEGV, signal.SIGBUS, signal.SIGABRT)


@pytest.mark.parametrize("call", EXACT)
def test_guard_pages_stop_at_the_instruction(folder: Path, call: str) -> None:
    done = run(folder, call, INTEROP_GUARD_PAGES="1")
    assert f"interop: {EXACT[call]}" in done.stderr
    assert -done.returncode in (signal.SIGSEGV, signal.SIGBUS)


def test_reading_past_the_end_needs_guard_pages(folder: Path) -> None:
    assert run(folder, "t.read_past([1.0, 2.0])").returncode == 0


def test_pythons_own_report_of_a_fault_follows(folder: Path) -> None:
    done = run(folder, "t.write_far_past(n=3)", "-X", "faulthandler")
    ours, theirs = done.stderr.find("interop: write_far_past()"), done.stderr.find("Fatal Python error")
    assert 0 <= ours < theirs
    assert -done.returncode == signal.SIGSEGV


def test_a_report_is_made_even_if_another_handler_is_asked_first(folder: Path) -> None:
    call = "t.read_only([1]); import faulthandler; faulthandler.enable(); t.write_far_past(n=3)"
    done = run(folder, call)
    assert "interop: write_far_past(): " in done.stderr
    assert -done.returncode == signal.SIGSEGV


def test_a_fault_of_somebody_else_is_left_alone(folder: Path) -> None:
    done = run(folder, "t.read_only([1]); import ctypes; ctypes.string_at(16)")
    assert "interop" not in done.stderr
    assert -done.returncode == signal.SIGSEGV
