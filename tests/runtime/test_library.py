"""The two halves of an extension: loading them, and one precise ImportError for every way in which they cannot be."""

from __future__ import annotations

import importlib
import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import interop
from interop.build.compiler import Step, run
from interop.build.toolchain import find_toolchain
from interop.runtime.library import ABI
from tests.runtime.handmade import make_package


@pytest.fixture(scope="session")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A good package, to be copied and spoiled."""
    return make_package(tmp_path_factory.mktemp("handmade"), abi=ABI)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An importable folder that leaves nothing behind in ``sys.modules``."""
    monkeypatch.syspath_prepend(str(tmp_path))
    before = set(sys.modules)
    yield tmp_path
    for name in set(sys.modules) - before:
        if name.partition(".")[0] in ("pair", "nested", "renamed"):
            del sys.modules[name]


def copy(pair: Path, target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(pair, target)
    return target


def test_both_halves_work(pair: Path, folder: Path) -> None:
    copy(pair, folder / "pair")
    module = importlib.import_module("pair")
    assert (module.twice(21), module.lib.twice(4)) == (42, 8)


def test_the_package_itself_stays_in_sys_modules(pair: Path, folder: Path) -> None:
    copy(pair, folder / "pair")
    module = importlib.import_module("pair")
    assert sys.modules["pair"] is module
    assert hasattr(module, "native")


def test_a_package_can_be_nested(pair: Path, folder: Path) -> None:
    copy(pair, folder / "nested" / "deep" / "pair")
    module = importlib.import_module("nested.deep.pair")
    assert module.twice(1) == 2
    assert module.twice.__module__ == "nested.deep.pair"
    assert pickle.loads(pickle.dumps(module.twice)) is module.twice


def test_a_package_can_be_renamed(pair: Path, folder: Path) -> None:
    copy(pair, folder / "renamed")
    assert importlib.import_module("renamed").twice(1) == 2


def test_a_package_can_be_imported_twice_under_two_names(pair: Path, folder: Path) -> None:
    copy(pair, folder / "pair")
    copy(pair, folder / "nested" / "pair")
    first, second = importlib.import_module("pair"), importlib.import_module("nested.pair")
    assert (first.twice(1), second.twice(2)) == (2, 4)


def test_a_package_can_be_reloaded(pair: Path, folder: Path) -> None:
    copy(pair, folder / "pair")
    module = importlib.reload(importlib.import_module("pair"))
    assert module.twice(3) == 6


def test_missing_extension_says_to_build(pair: Path, folder: Path) -> None:
    package = copy(pair, folder / "pair")
    for extension in package.glob("_pair.*"):
        extension.unlink()
    with pytest.raises(ImportError, match=r"^pair: no extension module _pair\S* in .*; build it with 'interop build'$"):
        importlib.import_module("pair")


def test_extension_for_another_python_is_named(pair: Path, folder: Path) -> None:
    package = copy(pair, folder / "pair")
    for extension in package.glob("_pair.*"):
        extension.rename(package / "_pair.cpython-27-sparc.so")
    with pytest.raises(ImportError, match=r"there is _pair\.cpython-27-sparc\.so, built for another Python"):
        importlib.import_module("pair")


def test_file_that_is_no_extension(pair: Path, folder: Path) -> None:
    package = copy(pair, folder / "pair")
    for extension in package.glob("_pair.*"):
        extension.write_text("no shared object")
    with pytest.raises(ImportError, match=r"^pair: cannot load .*; rebuild it with 'interop build'$"):
        importlib.import_module("pair")


def test_abi_of_another_version(folder: Path) -> None:
    make_package(folder, abi=ABI + 1)
    with pytest.raises(ImportError, match=rf"its ABI is {ABI + 1}, this one's is {ABI}\); rebuild it"):
        importlib.import_module("pair")


def test_halves_of_different_builds(folder: Path) -> None:
    make_package(folder, abi=ABI, digest="older")
    with pytest.raises(ImportError, match=r"__init__\.py and _pair\S* in .* come from different builds; rebuild"):
        importlib.import_module("pair")


def test_extension_of_another_module(folder: Path) -> None:
    make_package(folder, abi=ABI, init_of="other")
    with pytest.raises(ImportError, match=r"is not the extension of this module; rebuild it"):
        importlib.import_module("pair")


@pytest.mark.skipif(sys.platform != "linux", reason="says what the Linux loader says")
def test_library_that_the_extension_needs_is_missing(folder: Path) -> None:
    toolchain = find_toolchain()
    helper = folder / "libhelper.so"
    (folder / "helper.c").write_text("int helper(void) { return 1; }")
    command = (*toolchain.link_c, "-fPIC", str(folder / "helper.c"), "-Wl,-soname,libhelper.so.7", "-o", str(helper))
    assert not run(Step.LINK, "helper", command, lambda line: None).failed
    make_package(folder, abi=ABI, link_flags=("-Wl,--no-as-needed", str(helper)))
    with pytest.raises(ImportError, match=r"needs a library that is not installed: libhelper\.so\.7: .*; install it"):
        importlib.import_module("pair")


def test_missing_cffi_says_to_install_it(pair: Path, folder: Path) -> None:
    copy(pair, folder / "pair")
    script = "import sys; import interop; sys.modules['_cffi_backend'] = None; import pair"
    environment = {**os.environ, "PYTHONPATH": f"{Path(interop.__file__).parents[1]}{os.pathsep}{folder}"}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert "ImportError: pair: the package 'cffi' is not installed; install it with 'pip install cffi'" in done.stderr
