"""The compiler and its flags: from this Python, unless the environment says otherwise."""

from __future__ import annotations

import os
import shlex
import sysconfig
import zipfile
from pathlib import Path

import pytest

from interop.build import headers
from interop.build.driver import build
from interop.build.headers import include_dir
from interop.build.pkgconfig import PackageFlags, PkgConfigError, package_flags
from interop.build.toolchain import CompilerMissing, extension_suffix, find_toolchain
from interop.diag.render import render
from tests.support.build import ROOT

pytestmark = pytest.mark.skipif(os.name != "posix", reason="about the Unix compiler driver")


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("CC", "CXX", "CFLAGS", "CXXFLAGS", "CPPFLAGS", "LDFLAGS", "PKG_CONFIG"):
        monkeypatch.delenv(variable, raising=False)


def test_limited_api_of_python_3_11() -> None:
    toolchain = find_toolchain()
    assert "-DPy_LIMITED_API=0x030b0000" in toolchain.compile_c
    assert toolchain.suffix == extension_suffix() == ".abi3.so"


def test_without_limited_api() -> None:
    toolchain = find_toolchain(abi3=False)
    assert not any("Py_LIMITED_API" in flag for flag in toolchain.compile_c)
    assert toolchain.suffix == sysconfig.get_config_var("EXT_SUFFIX")


@pytest.mark.parametrize("variable", ["Py_GIL_DISABLED", "Py_DEBUG"])
def test_special_builds_have_no_limited_api(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = sysconfig.get_config_var
    monkeypatch.setattr(sysconfig, "get_config_var", lambda name: 1 if name == variable else real(name))
    assert not find_toolchain().abi3


def test_environment_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    compiler = shlex.split(sysconfig.get_config_var("CC"))[0]
    monkeypatch.setenv("CC", f"{compiler} -pipe")
    monkeypatch.setenv("CFLAGS", "-O0 -g")
    monkeypatch.setenv("CPPFLAGS", "-DMINE='a b'")
    monkeypatch.setenv("LDFLAGS", "-L/mine")
    toolchain = find_toolchain()
    assert toolchain.compile_c[:2] == (compiler, "-pipe")
    assert toolchain.compile_c[-3:] == ("-DMINE=a b", "-O0", "-g")
    assert toolchain.link_c[:2] == (compiler, "-pipe")
    assert toolchain.link_libraries == ("-L/mine",)


def test_compiler_of_the_environment_must_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CC", "nosuchcc")
    with pytest.raises(CompilerMissing, match="the C compiler 'nosuchcc' that CC names is not installed"):
        find_toolchain()


def test_no_compiler_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(CompilerMissing, match=r"no C compiler is installed \(looked for .*gcc"):
        find_toolchain()


def test_headers_of_the_stub_runtime_are_found() -> None:
    assert Path(include_dir(), "interop").is_dir()


def test_headers_in_a_zip_file_are_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(tmp_path / "package.zip", "w") as archive:
        archive.writestr("interop/native/interop/one.h", "/* one */\n")
    monkeypatch.setattr(headers, "files", lambda package: zipfile.Path(tmp_path / "package.zip") / package)
    folder = headers._unpack()
    assert Path(folder, "interop", "one.h").read_text() == "/* one */\n"


def test_flags_of_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one", "two"):
        lines = f"Name: {name}\nDescription: d\nVersion: 1\nCflags: -I/{name}\nLibs: -L/{name} -l{name}\n"
        (tmp_path / f"{name}.pc").write_text(lines)
    monkeypatch.setenv("PKG_CONFIG_PATH", str(tmp_path))
    assert package_flags(("one", "two")) == PackageFlags(("-I/one", "-I/two"), ("-L/one", "-lone", "-L/two", "-ltwo"))
    assert package_flags(()) == PackageFlags()


def test_package_that_pkg_config_does_not_know() -> None:
    with pytest.raises(PkgConfigError, match="pkg-config does not know the package 'nosuch'") as caught:
        package_flags(("nosuch",))
    assert "libnosuch-dev" in caught.value.help


def test_pkg_config_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PKG_CONFIG", "no-pkg-config")
    with pytest.raises(
        PkgConfigError, match="'no-pkg-config', which finds the package 'zlib', is not installed"
    ) as caught:
        package_flags(("zlib",))
    assert "apt-get install pkg-config" in caught.value.help


@pytest.mark.slow
@pytest.mark.parametrize(("level", "abi3"), [("-O0", True), ("-O1", True), ("-O1", False), ("-O3", False)])
def test_generated_code_compiles_however_it_is_optimised(
    level: str, abi3: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is always put in line, and what may seem to be used before it is set, differs from level to level."""
    monkeypatch.setenv("CFLAGS", level)
    for feature in ("callbacks", "scalars"):
        path = str(ROOT / "cdefs" / "testlib" / f"{feature}.cdef")
        result = build(path, str(tmp_path), abi3=abi3, warnings_as_errors=True)
        assert result.ok, render(result.report)
