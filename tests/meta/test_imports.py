"""What importing costs: a fresh process loads no compiler, and is fast."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import interop
from interop.build.driver import build

ROOT = Path(interop.__file__).parents[1]

HEAVY = (
    "asyncio",
    "cffi",
    "collections",
    "contextvars",
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


def fresh(script: str, **variables: str) -> str:
    """What a new interpreter prints that loads nothing by itself."""
    path = os.pathsep.join([str(ROOT), *(entry for entry in sys.path if entry.endswith("site-packages"))])
    environment = {**os.environ, "PYTHONPATH": path, **variables}
    command = [sys.executable, "-S", "-c", script]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize(
    "module",
    ["interop", "interop.runtime.library", "interop.runtime.loading", "interop.runtime.errors", "interop.runtime.aio"],
)
def test_runtime_loads_nothing_heavy(module: str) -> None:
    loaded = fresh(f"import sys; before = set(sys.modules); import {module}; print(*set(sys.modules) - before)").split()
    heavy = [name for name in loaded if name.partition(".")[0] in HEAVY]
    compiler = [name for name in loaded if name.startswith(tuple(f"interop.{part}" for part in COMPILER))]
    assert (heavy, compiler) == ([], [])


DECLARATIONS = """[library("nosuch")]
module lazy {
enum color { RED, GREEN };
#define LIMIT 5
[success(result == 0), raises(LazyError)] int f([in, string] const char *text, enum color hue);
int g(int a, int b);
}
"""


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the generated module ``lazy``, which has something of everything that Python defines for one."""
    folder = tmp_path_factory.mktemp("generated")
    (folder / "lazy.cdef").write_text(DECLARATIONS)
    assert build(str(folder / "lazy.cdef"), str(folder)).ok
    return folder


def test_generated_module_loads_no_compiler(generated: Path) -> None:
    script = f"import sys; sys.path.insert(0, {str(generated)!r}); import lazy; print(*sys.modules)"
    loaded = fresh(script).split()
    compiler = [name for name in loaded if name.startswith(tuple(f"interop.{part}" for part in COMPILER))]
    heavy = set(HEAVY) - {"collections", "enum"} | {"re"}
    assert (compiler, heavy & set(loaded)) == ([], set())
