"""Every example and the demonstration run on this machine, and say what they should."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.examples.conftest import EXAMPLES, missing
from tests.support.build import ROOT

pytestmark = pytest.mark.slow

PROGRAMS = sorted(path.name for path in EXAMPLES.glob("[0-9]*.py"))
SMALLER = {"09_sqlite.py": "20000", "13_expat.py": "0.5"}
"""What makes a program do less than it does for people: its argument."""


def run(program: str, site: Path, folder: Path) -> str:
    """What a program prints. The bindings come from ``site``, hence -P: not from the program's own folder."""
    path = os.pathsep.join(map(str, (site, EXAMPLES, ROOT)))
    done = subprocess.run(
        [sys.executable, "-P", "-W", "error", str(EXAMPLES / program), *SMALLER.get(program, "").split()],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("program", PROGRAMS)
def test_example_runs(program: str, site: Path, tmp_path: Path) -> None:
    if (why := missing(program.removesuffix(".py").partition("_")[2])) is not None:
        pytest.skip(why)
    assert len(run(program, site, tmp_path).splitlines()) >= 5


def test_demonstration_runs(site: Path, tmp_path: Path) -> None:
    for module in ("sqlite", "expat"):
        if (why := missing(module)) is not None:
            pytest.skip(why)
    output = run("demo.py", site, tmp_path)
    assert "all of it checked" in output
    assert max(map(len, output.splitlines())) < 160


def test_every_declaration_file_is_built_by_the_examples() -> None:
    table = (EXAMPLES / "pyproject.toml").read_text()
    for path in (ROOT / "cdefs").glob("*.cdef"):
        assert f"../cdefs/{path.name}" in table


def test_binding_named_like_a_module_of_the_standard_library_hides_nothing(site: Path, tmp_path: Path) -> None:
    """Python's ``lzma`` imports ``_lzma``, which is also the file name of the binding's extension."""
    program = tmp_path / "both.py"
    program.write_text(
        "from bindings import lzma as ours\n"
        "import lzma, sys\n"
        "assert lzma.decompress(ours.easy_buffer_encode(b'text')) == b'text'\n"
        "assert sys.modules['_lzma'].__name__ == '_lzma'\n"
    )
    assert run(str(program), site, tmp_path) == ""


def test_names_of_files_that_are_no_text_are_walked(site: Path, tmp_path: Path) -> None:
    (tmp_path / "walked").mkdir()
    name = os.fsencode(tmp_path / "walked") + b"/odd\xff"
    try:
        open(name, "wb").close()
    except OSError:
        pytest.skip("the file system takes only names that are UTF-8")
    program = tmp_path / "walk.py"
    program.write_text(
        "import os\n"
        "from bindings import libc_callbacks as libc\n"
        "found = []\n"
        "libc.nftw(os.getcwd() + '/walked', lambda path, status, kind, place: found.append(path))\n"
        "assert b'/odd\\xff' in os.fsencode(found[-1])\n"
        "assert libc.nftw(found[-1], lambda path, status, kind, place: 5) == 5\n"
    )
    assert run(str(program), site, tmp_path) == ""
