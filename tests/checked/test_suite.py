"""A checked build minds no real library, and costs an ordinary build nothing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from interop.build.analysis import analyse
from interop.build.driver import build
from interop.diag.render import render
from interop.emit.generate import generate
from tests.examples.test_examples import SMALLER
from tests.support.build import CDEFS, ROOT

EXAMPLES = ROOT / "examples"


@pytest.mark.parametrize("feature", ["arrays", "calls", "errors", "lazy", "scalars", "sizes", "strings"])
def test_an_ordinary_build_has_nothing_of_it(feature: str) -> None:
    plan = analyse(str(CDEFS / f"{feature}.cdef")).plan
    assert plan is not None
    made = generate(plan)
    assert not re.search(r"checked\.h|interop_(guard|watch|fence)|_broken", made.preamble + made.stubs)
    headers = ROOT / "native" / "include" / "interop"
    including = [path.name for path in headers.glob("*.h") if "guard_faults.h" in path.read_text()]
    assert including == ["checked.h"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bindings of the examples, checked."""
    folder = tmp_path_factory.mktemp("checked")
    with (EXAMPLES / "pyproject.toml").open("rb") as file:
        table = tomllib.load(file)["tool"]["interop"]
    for module in table["modules"]:
        package = folder / module["package"]
        package.mkdir(exist_ok=True)
        (package / "__init__.py").touch()
        path = os.path.relpath(EXAMPLES / module["cdef"])
        result = build(path, str(package), checked=True, warnings_as_errors=True)
        assert result.ok, render(result.report)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("pages", ["1"], ids=["guard_pages"])
@pytest.mark.parametrize("program", sorted(path.name for path in [*EXAMPLES.glob("[0-9]*.py"), EXAMPLES / "demo.py"]))
def test_real_libraries_raise_no_alarm(site: Path, tmp_path: Path, program: str, pages: str) -> None:
    path = os.pathsep.join(map(str, (site, EXAMPLES, ROOT)))
    done = subprocess.run(
        [sys.executable, "-P", "-W", "error", str(EXAMPLES / program), *SMALLER.get(program, "").split()],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1", "INTEROP_GUARD_PAGES": pages},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "interop: " not in done.stderr
