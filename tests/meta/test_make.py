"""Making the virtual environment: what is missing on a machine is said in one sentence that names the package."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

import interop

SCRIPT = Path(interop.__file__).parents[1] / "tools" / "venv.sh"

pytestmark = pytest.mark.skipif(os.name != "posix" or not SCRIPT.exists(), reason="a shell script of the repository")


def fake(folder: Path, name: str, fails_on: str) -> None:
    """A command that succeeds unless its arguments contain ``fails_on``; as a Python it is version 3.11."""
    script = f'#!/bin/sh\ncase "$*" in *"{fails_on}"*) exit 1;; *print*) echo 3.11;; esac\n'
    (folder / name).write_text(script)
    (folder / name).chmod(0o755)


def run(folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(folder), **variables}
    command = ["/bin/sh", str(SCRIPT), str(folder / "venv")]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("fails_on", "sentence"),
    [
        (
            "version_info <",
            "no Python 3.11 or newer is installed; install one ('apt-get install python3'), or set PYTHON",
        ),
        ("ensurepip", "this Python 3.11 lacks the venv module; install it with 'apt-get install python3.11-venv'"),
        ("Python.h", "Python.h of Python 3.11 is not installed; install it with 'apt-get install python3.11-dev'"),
        ("nothing", "no C compiler is installed; install one with 'apt-get install gcc', or set CC"),
    ],
)
def test_what_is_missing(tmp_path: Path, fails_on: str, sentence: str) -> None:
    fake(tmp_path, "python3.12", fails_on)
    done = run(tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"error: {sentence}\n")


def test_python_that_was_asked_for(tmp_path: Path) -> None:
    fake(tmp_path, "python3.12", "nothing")
    done = run(tmp_path, PYTHON="python2")
    assert done.stderr == "error: PYTHON=python2 is no CPython of version 3.11 or newer\n"


def test_all_is_there(tmp_path: Path) -> None:
    fake(tmp_path, "python3.12", "nothing")
    fake(tmp_path, "cc", "nothing")
    done = run(tmp_path)
    assert (done.returncode, done.stdout) == (0, f"making {tmp_path}/venv with Python 3.11\n")


def test_newest_python_is_taken_and_broken_shims_are_passed_over(tmp_path: Path) -> None:
    fake(tmp_path, "python3.13", "import")
    fake(tmp_path, "python3.12", "nothing")
    fake(tmp_path, "cc", "nothing")
    assert run(tmp_path).returncode == 0
