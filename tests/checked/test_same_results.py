"""The behavioural suite comes out the same on checked builds."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.support.build import ROOT

SUITE = ("tests/calls", "tests/failures", "tests/guarantees", "tests/memory/test_lifetimes.py")


@pytest.mark.slow
@pytest.mark.parametrize("pages", ["0", "1"], ids=["canaries", "guard_pages"])
def test_the_suite_gives_the_same_results(pages: str) -> None:
    # A folder of its own, for two of these run at a time. The types are those of any build.
    command = [sys.executable, "-m", "pytest", "-q", "--tb=short", "-m", "not slow", "-o", "addopts="]
    command += ["-o", f"cache_dir={ROOT / '.pytest_cache' / 'checked'}", "--modes", "checked", *SUITE]
    command += ["--ignore=tests/calls/test_typing.py"]
    environment = {**os.environ, "INTEROP_GUARD_PAGES": pages}
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout[-5000:] + run.stderr[-2000:]
