"""In means in: memory that is read-only, or that ends where nothing may be read, may be passed and lent safely."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import Binding
from tests.support.build import ROOT

FEATURES = ("guarantees",)

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="protects pages in the way of Linux"),
    pytest.mark.ordinary("C writes what it may only read, which is reported"),
]


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("guarantees")


def run(module: ModuleType, case: str) -> subprocess.CompletedProcess[str]:
    folder = Path(module.__file__ or "").parents[2]
    # Where a sanitizer would report the signal, it is left to end the process.
    options = os.environ.get("ASAN_OPTIONS", "") + ":handle_segv=0"
    path = os.pathsep.join([str(ROOT), str(folder)])
    environment = {**os.environ, "PYTHONPATH": path, "ASAN_OPTIONS": options}
    command = [sys.executable, "-m", "tests.guarantees.pages", case, module.__name__]
    return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True)


@pytest.mark.rules("R3.31")
@pytest.mark.parametrize("case", ["arrays", "records"])
def test_what_is_read_only_may_be_passed_in(t: ModuleType, case: str) -> None:
    done = run(t, case)
    assert done.returncode == 0, done.stderr


@pytest.mark.rules("R6.18")
def test_what_c_lends_is_neither_written_nor_read_beyond_its_end(t: ModuleType) -> None:
    done = run(t, "results")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("case", ["control", "beyond"])
def test_the_memory_is_really_protected(t: ModuleType, case: str) -> None:
    assert run(t, case).returncode == -signal.SIGSEGV
