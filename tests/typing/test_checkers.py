"""mypy, in its strictest mode, on programs that use generated modules, and on the generated stubs themselves."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from interop.build.analysis import analyse
from interop.emit.generate import generate
from tests.support.build import ROOT, Bindings
from tests.test_golden import CASES, GOLDEN

HERE = Path(__file__).parent
FEATURES = sorted(path.stem for path in (ROOT / "cdefs" / "testlib").glob("*.cdef"))

pytest.importorskip("mypy")


def mypy(request: pytest.FixtureRequest, path: Path, *targets: str) -> str:
    """What mypy says about ``targets``, with the packages in the folder ``path`` at hand."""
    cache = request.config.cache.mkdir("mypy")
    # mypy is silent about what is inside of an installed package; the project itself may be a mere folder here.
    config = cache / "mypy.ini"
    config.write_text("[mypy]\n[mypy-_cffi_backend.*]\nignore_missing_imports = true\n")
    command = ["--strict", "--no-error-summary", "--hide-error-context", "--no-pretty", "--cache-dir", str(cache)]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *command, "--config-file", str(config), *targets],
        cwd=ROOT,
        env={**os.environ, "MYPYPATH": f"{path}:{ROOT}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.stdout


def test_program_has_the_types_it_asserts(request: pytest.FixtureRequest, stubs: Path) -> None:
    assert mypy(request, stubs, str(HERE / "program.py")) == ""


def test_misuse_is_refused(request: pytest.FixtureRequest, stubs: Path) -> None:
    path = HERE / "misuse.py"
    wanted = {
        (number, code)
        for number, line in enumerate(path.read_text().splitlines(), 1)
        for code in re.findall(r"# E: ([\w-]+)$", line)
    }
    output = mypy(request, stubs, str(path))
    found = {(int(line), code) for line, code in re.findall(r":(\d+): error: .*\[([\w-]+)\]$", output, re.MULTILINE)}
    assert found == wanted, output


def test_generated_stubs_are_clean(
    request: pytest.FixtureRequest, stubs: Path, bindings: Bindings, tmp_path: Path
) -> None:
    """Those of the goldens, of the test library and of the examples, whatever their functions are called."""
    for feature in FEATURES:
        bindings.get(feature, "default")
    made = {f"g_{case}": GOLDEN / case / "module.pyi" for case in CASES}
    library = bindings.folder / "bindings_default"
    made |= {f"t_{feature}": library / f"t_{feature}" / "__init__.pyi" for feature in FEATURES}
    made |= {path.parent.name: path for path in stubs.glob("bindings/*/__init__.pyi")}
    for name, path in made.items():
        (tmp_path / f"stub_{name}.pyi").write_text(path.read_text())
    assert mypy(request, tmp_path, *sorted(str(path) for path in tmp_path.glob("*.pyi"))) == ""


AWKWARD = """
[library("x")] module awkward {
typedef struct aio { int x; } aio;
[handle, close(h_close), methods("h_")] typedef struct h h;
[constructor] h *h_open(int cls);
void h_close(h *p);
int h_get(h *p, int self);
void fill(int _self, [out, size_is(n)] double *v, size_t n);
[deprecated("old")] aio old(int _self, [in] const aio *a);
}
"""


def test_parameters_may_have_any_name(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """Also those of what a method or a class of functions stands on."""
    cdef = tmp_path / "awkward.cdef"
    cdef.write_text(AWKWARD)
    plan = analyse(str(cdef)).plan
    assert plan is not None
    (tmp_path / "awkward.pyi").write_text(generate(plan).init_pyi)
    program = tmp_path / "program.py"
    program.write_text(
        "from typing import assert_type\n"
        "import awkward\n"
        "async def main() -> None:\n"
        "    h = awkward.h(cls=1)\n"
        "    assert_type(h.get(self=2), int)\n"
        "    assert_type(await h.aio.get(self=2), int)\n"
        "    assert_type(await awkward.h_get.aio(p=h, self=2), int)\n"
        "    assert_type(await awkward.fill.aio(_self=2, v=bytearray(8)), int)\n"
        "    assert_type(await awkward.old.aio(_self=2, a=awkward.aio(3)), awkward.aio)\n"
        "    assert_type(awkward.old.__name__ + awkward.h_get.__qualname__ + awkward.fill.__module__, str)\n"
    )
    assert mypy(request, tmp_path, str(program)) == ""
