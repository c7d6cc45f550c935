"""The behavioural suite once more, with generated stubs and test library under AddressSanitizer and UBSan."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.build import ROOT, compiler

pytestmark = pytest.mark.slow

FLAGS = "-fsanitize=address,undefined -fno-omit-frame-pointer -g"


def runtime_of(sanitizer: str) -> str:
    """The sanitizer's shared library, which must be loaded before anything else."""
    answer = subprocess.run([*compiler(), f"-print-file-name=lib{sanitizer}.so"], capture_output=True, text=True)
    path = answer.stdout.strip()
    if not os.path.isabs(path):
        pytest.skip(f"the C compiler has no lib{sanitizer}.so")
    return path


def test_the_suite_is_clean_under_sanitizers(mode: str, tmp_path: Path) -> None:
    logs = tmp_path / "logs"
    logs.mkdir()
    environment = {
        **os.environ,
        "CFLAGS": FLAGS,
        "LDFLAGS": FLAGS,
        "LD_PRELOAD": f"{runtime_of('asan')} {runtime_of('ubsan')}",
        # Python keeps memory until it exits; the counting allocator and the leak tests look for leaks.
        "ASAN_OPTIONS": f"detect_leaks=0:allocator_may_return_null=1:log_path={logs / 'asan'}",
        "UBSAN_OPTIONS": f"print_stacktrace=1:log_path={logs / 'ubsan'}",
        "PYTHONMALLOC": "malloc",
    }
    command = [sys.executable, "-m", "pytest", "-q", "--tb=short", "-m", "not slow", "-o", "addopts=", "--modes", mode]
    command += [
        "-o",
        f"cache_dir={tmp_path / 'cache'}",
        "tests/calls",
        "tests/failures",
        "tests/memory/test_lifetimes.py",
    ]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    reports = "\n".join(path.read_text() for path in sorted(logs.iterdir()))
    found = [line for line in reports.splitlines() if "ERROR: AddressSanitizer" in line or "runtime error" in line]
    assert not found, reports
    assert run.returncode == 0, run.stdout[-5000:] + run.stderr[-2000:]
