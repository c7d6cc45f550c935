"""One binary for all: what this Python builds is imported and called by every other supported one that is installed."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from interop.build.toolchain import supports_abi3
from tests.support.build import CDEFS, ROOT, Bindings

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not supports_abi3(), reason="this Python builds for itself alone"),
]

OTHERS = [f"python3.{minor}" for minor in range(11, 16) if minor != sys.version_info.minor]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory, bindings: Bindings) -> Path:
    """A pytest cache folder in which the test library's bindings are already, as this Python built them."""
    features = [path.stem for path in sorted(CDEFS.glob("*.cdef"))]
    bindings.start((feature, "default") for feature in features)
    assert {f: bindings.pending[f, "default"].result() for f in features} == dict.fromkeys(features)
    cache = tmp_path_factory.mktemp("cache")
    shutil.copytree(bindings.folder / "bindings_default", cache / "d" / "bindings" / "bindings_default")
    return cache


def digests(cache: Path) -> dict[str, str]:
    """Every binary in the cache, by what is in it."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in cache.rglob("*.so")}


def find_python(name: str) -> str | None:
    """An interpreter that runs: from the path, or from the folder where pyenv keeps those that are not switched on."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    kept = sorted(pyenv.glob(f"versions/{name.removeprefix('python')}.*/bin/{name}"))
    for python in (name, *map(str, kept)):
        try:
            if subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode == 0:
                return python
        except FileNotFoundError:
            continue
    return None


@pytest.mark.parametrize("other", OTHERS)
def test_calls_work_with_the_binary_of_this_python(other: str, cache: Path, tmp_path: Path) -> None:
    """The whole suite of calls, run by another Python that must not build anything itself."""
    interpreter = find_python(other)
    if interpreter is None:
        pytest.skip(f"{other} is not installed")
    python = str(tmp_path / "venv" / "bin" / "python")
    needs = ["cffi>=2.0", "pytest", "hypothesis", "numpy", "mypy"]
    subprocess.run([interpreter, "-m", "venv", str(tmp_path / "venv")], check=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", *needs], check=True)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "CC": "no-compiler-is-needed-here"}
    # The stamps decide whether a binding is built anew; they name the Python that built it.
    script = "from tests.support.build import content_digest; print(content_digest(), end='')"
    command = [python, "-c", script]
    digest = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout
    for stamp in cache.rglob("*.stamp"):
        stamp.write_text(digest)
    before = digests(cache)
    command = [python, "-m", "pytest", "-q", "tests/calls", "--modes", "default", "-m", "not slow"]
    done = subprocess.run(
        [*command, "-o", f"cache_dir={cache}"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-5000:]
    assert digests(cache) == before
