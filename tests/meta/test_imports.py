"""What importing costs: a fresh process loads no compiler, and is fast."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import interop

ROOT = Path(interop.__file__).parents[1]

HEAVY = (
    "cffi",
    "collections",
    "ctypes",
    "dataclasses",
    "distutils",
    "enum",
    "inspect",
    "pathlib",
    "pycparser",
    "re",
    "setuptools",
    "subprocess",
    "tempfile",
    "threading",
    "typing",
)
COMPILER = ("build", "cli", "diag", "emit", "frontend", "model", "plan")


def fresh(script: str) -> str:
    """What a new interpreter prints that loads nothing by itself."""
    path = os.pathsep.join([str(ROOT), *(entry for entry in sys.path if entry.endswith("site-packages"))])
    environment = {**os.environ, "PYTHONPATH": path}
    command = [sys.executable, "-S", "-c", script]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("module", ["interop", "interop.runtime.library", "interop.runtime.loading", "interop.runtime.errors"])
def test_runtime_loads_nothing_heavy(module: str) -> None:
    loaded = fresh(f"import sys; before = set(sys.modules); import {module}; print(*set(sys.modules) - before)").split()
    heavy = [name for name in loaded if name.partition(".")[0] in HEAVY]
    compiler = [name for name in loaded if name.startswith(tuple(f"interop.{part}" for part in COMPILER))]
    assert (heavy, compiler) == ([], [])


def test_import_takes_less_than_five_milliseconds() -> None:
    """Beyond ``_cffi_backend``; the best of some, since a machine may be busy."""
    script = (
        "import _cffi_backend, time; start = time.perf_counter(); import interop; print(time.perf_counter() - start)"
    )
    # Byte code must be there, as it is in any installation.
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(ROOT / "interop")], check=True)
    assert min(float(fresh(script)) for _ in range(10)) < 0.005
