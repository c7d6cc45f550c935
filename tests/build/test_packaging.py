"""The setuptools hook and our own packaging: wheels, editable installs, source distributions, as pip makes them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

import interop

ROOT = Path(interop.__file__).parents[1]

# Installations into environments of their own: CI runs them.
pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name != "posix", reason="runs the Unix compiler driver")]

PROJECT = {
    "pyproject.toml": """[build-system]
requires = ["setuptools", "cffi-interop"]
build-backend = "setuptools.build_meta"
[project]
name = "bound"
version = "1.2"
dependencies = ["cffi-interop"]
[tool.interop]
modules = [{cdef = "cdefs/foo.cdef", package = "bound"}]
""",
    "cdefs/foo.cdef": """[source("../csrc/foo.c"), header("../csrc/foo.h")]
module foo {
int add(int a, int b);
}
""",
    "csrc/foo.h": "int add(int a, int b);\n",
    "csrc/foo.c": '#include "foo.h"\n#include "zero.h"\nint add(int a, int b) { return a + b + ZERO; }\n',
    "csrc/zero.h": "#define ZERO 0\n",
}

FILES = ["__init__.py", "__init__.pyi", "_build.json", "_foo.abi3.so", "py.typed"]


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def run(*command: str, cwd: Path, fails: bool = False) -> str:
    """What a command prints. It must fail if ``fails``, else succeed."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        command, cwd=cwd, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    assert (done.returncode != 0) == fails, done.stdout
    return done.stdout


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our own wheel, made from a copy of the tree so that nothing is left in it."""
    return make_own(tmp_path_factory.mktemp("own"), "wheel")


def make_own(folder: Path, kind: str) -> Path:
    source = folder / "source"
    for name in ("interop", "native"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "setup.py", "MANIFEST.in", "LICENSE", "README.md", "CHANGELOG.md"):
        shutil.copy(ROOT / name, source)
    backend(sys.executable, f"build_{kind}", folder, cwd=source)
    (made,) = folder.glob("cffi?interop-*")
    return made


@pytest.fixture(scope="session")
def python(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> str:
    """The interpreter of a fresh virtual environment with our wheel; what we depend on comes from this environment.

    So no network is needed. A path file only adds a folder: editable installs of this environment stay out of it.
    """
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, with_pip=True, symlinks=True)
    python = str(folder / "bin" / "python")
    run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel), cwd=folder)
    run(python, "-m", "pip", "uninstall", "--quiet", "--yes", "setuptools", cwd=folder)
    site = Path(run(python, "-c", "import site; print(site.getsitepackages()[0])", cwd=folder).strip())
    (site / "dependencies.pth").write_text("\n".join(path for path in sys.path if path.endswith("site-packages")))
    return python


def backend(python: str, hook: str, target: Path, cwd: Path, fails: bool = False) -> str:
    """Call a build hook as pip does, without pip's own seconds."""
    script = f"from setuptools.build_meta import {hook}; {hook}({str(target)!r})"
    return run(python, "-W", "ignore", "-c", script, cwd=cwd, fails=fails)


def pip(python: str, *arguments: str, cwd: Path, fails: bool = False) -> str:
    return run(python, "-m", "pip", *arguments, cwd=cwd, fails=fails)


def make_wheel(python: str, project: Path) -> Path:
    """The wheel of a project that builds with what is installed."""
    (project / "dist").mkdir()
    backend(python, "build_wheel", project / "dist", cwd=project)
    (built,) = (project / "dist").glob("*.whl")
    return built


def add(python: str, cwd: Path) -> str:
    """Call the binding from outside of the project."""
    script = "from bound import foo; print(foo.add(2, 3), foo.__file__)"
    return run(python, "-c", script, cwd=cwd).strip()


def test_our_wheel_has_the_headers_and_the_types(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    headers = sorted(path.name for path in (ROOT / "native" / "include" / "interop").glob("*.h"))
    assert [n for n in sorted(names) if n.startswith("interop/native/")] == [
        f"interop/native/interop/{h}" for h in headers
    ]
    assert "interop/py.typed" in names
    assert not any(name.startswith(("tests/", "native/", "examples/")) for name in names)


def test_every_package_of_ours_is_in_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    sources = {f"interop/{path.relative_to(ROOT / 'interop').as_posix()}" for path in (ROOT / "interop").rglob("*.py")}
    assert sources <= names


def test_our_source_distribution_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    with tarfile.open(make_own(tmp_path, "sdist")) as archive:
        archive.extractall(tmp_path / "unpacked", filter="data")
    (source,) = (tmp_path / "unpacked").iterdir()
    backend(sys.executable, "build_wheel", tmp_path, cwd=source)
    (again,) = tmp_path.glob("*.whl")
    assert sorted(zipfile.ZipFile(again).namelist()) == sorted(zipfile.ZipFile(wheel).namelist())


def test_command_works_from_the_wheel(python: str, tmp_path: Path) -> None:
    write(tmp_path, PROJECT)
    run(str(Path(python).with_name("interop")), "build", "cdefs/foo.cdef", "--out", "out", cwd=tmp_path)
    assert run(python, "-c", "from out import foo; print(foo.add(1, 2))", cwd=tmp_path) == "3\n"


def test_compiler_works_from_a_zip_file(python: str, wheel: Path, tmp_path: Path) -> None:
    write(tmp_path, PROJECT)
    script = f"import sys; sys.path.insert(0, {str(wheel)!r}); import interop; assert '.whl' in interop.__file__; "
    script += "from interop.cli import main; sys.exit(main(['build', 'cdefs/foo.cdef', '--out', 'out']))"
    run(python, "-c", script, cwd=tmp_path)
    assert run(python, "-c", "from out import foo; print(foo.add(1, 2))", cwd=tmp_path) == "3\n"


@pytest.mark.parametrize("layout", ["flat", "src", "bindings only"])
def test_wheel_of_a_project(python: str, tmp_path: Path, layout: str) -> None:
    write(tmp_path, PROJECT)
    if layout != "bindings only":
        write(tmp_path, {f"{'src/' if layout == 'src' else ''}bound/__init__.py": "mine = 1\n"})
    built = make_wheel(python, tmp_path)
    assert "-cp311-abi3-" in built.name
    names = zipfile.ZipFile(built).namelist()
    assert sorted(name for name in names if name.startswith("bound/foo/")) == [f"bound/foo/{name}" for name in FILES]
    assert ("bound/__init__.py" in names) == (layout != "bindings only")
    assert not any(name.startswith(("cdefs", "csrc")) for name in names)


def test_installed_and_uninstalled(python: str, tmp_path: Path) -> None:
    write(tmp_path / "project", {**PROJECT, "bound/__init__.py": ""})
    pip(python, "install", "--quiet", "--no-build-isolation", "--no-deps", ".", cwd=tmp_path / "project")
    assert add(python, tmp_path).startswith("5 ")
    assert str(tmp_path) not in add(python, tmp_path)
    pip(python, "uninstall", "--quiet", "--yes", "bound", cwd=tmp_path)
    run(python, "-c", "import bound", cwd=tmp_path, fails=True)


@pytest.mark.parametrize(
    ("layout", "editable"),
    [
        ("flat", "lenient"),
        pytest.param("flat", "strict", marks=pytest.mark.slow),
        pytest.param("src", "lenient", marks=pytest.mark.slow),
        pytest.param("src", "strict", marks=pytest.mark.slow),
        pytest.param("bindings only", "lenient", marks=pytest.mark.slow),
        pytest.param("bindings only", "strict", marks=pytest.mark.slow),
    ],
)
def test_editable_install(python: str, tmp_path: Path, layout: str, editable: str) -> None:
    project = write(tmp_path / "project", PROJECT)
    if layout != "bindings only":
        write(project, {f"{'src/' if layout == 'src' else ''}bound/__init__.py": ""})
    options = ["--quiet", "--no-build-isolation", "--no-deps", "--config-settings", f"editable_mode={editable}"]
    pip(python, "install", *options, "-e", ".", cwd=project)
    try:
        assert add(python, tmp_path).startswith(f"5 {project}")
    finally:
        pip(python, "uninstall", "--quiet", "--yes", "bound", cwd=tmp_path)
    # What an editable install left in the source folder must not stand in the way of a wheel.
    make_wheel(python, project)


def test_source_distribution_has_all_that_a_build_needs(python: str, tmp_path: Path) -> None:
    project = write(tmp_path / "project", {**PROJECT, "bound/__init__.py": ""})
    backend(python, "build_sdist", tmp_path, cwd=project)
    (made,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(made) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"cdefs/foo.cdef", "csrc/foo.c", "csrc/foo.h", "csrc/zero.h"} <= names


def test_faulty_declaration_is_reported_without_a_traceback(python: str, tmp_path: Path) -> None:
    faulty = PROJECT["cdefs/foo.cdef"].replace("int a", "[nosuch] int a")
    write(tmp_path, {**PROJECT, "bound/__init__.py": "", "cdefs/foo.cdef": faulty})
    output = pip(python, "install", "--no-build-isolation", "--no-deps", ".", cwd=tmp_path, fails=True)
    assert "error[E0401]" in output
    assert "cdefs/foo.cdef:3:" in output
    assert "^^^^^^" in output
    assert "error: [tool.interop]: cdefs/foo.cdef was not built; its faults are reported above" in output
    assert "Traceback" not in output


def test_faulty_table_is_one_sentence(python: str, tmp_path: Path) -> None:
    table = PROJECT["pyproject.toml"].replace("cdef =", "cdeff =")
    write(tmp_path, {**PROJECT, "pyproject.toml": table})
    output = backend(python, "build_wheel", tmp_path, cwd=tmp_path, fails=True)
    assert "pyproject.toml: [tool.interop] modules[0] has an unknown key 'cdeff'; did you mean 'cdef'?" in output
    assert "Traceback" not in output


def test_strict_table(python: str, tmp_path: Path) -> None:
    table = PROJECT["pyproject.toml"].replace("[tool.interop]\n", "[tool.interop]\nstrict = true\n")
    raw = PROJECT["cdefs/foo.cdef"].replace("int b);", "int b); int sum(int *v);")
    write(tmp_path, {**PROJECT, "pyproject.toml": table, "cdefs/foo.cdef": raw})
    output = backend(python, "build_wheel", tmp_path, cwd=tmp_path, fails=True)
    assert "unannotated[N0101]" in output


def test_forgotten_dependency_is_pointed_out(python: str, tmp_path: Path) -> None:
    note = 'note: [tool.interop]: the modules need "cffi-interop" in the project\'s dependencies'
    write(tmp_path, PROJECT)
    assert note not in backend(python, "build_wheel", tmp_path, cwd=tmp_path)
    table = PROJECT["pyproject.toml"].replace('dependencies = ["cffi-interop"]\n', "")
    write(tmp_path, {"pyproject.toml": table})
    assert note in backend(python, "build_wheel", tmp_path, cwd=tmp_path)


def test_project_without_the_table_is_left_alone(python: str, tmp_path: Path) -> None:
    plain = PROJECT["pyproject.toml"].partition("[tool.interop]")[0]
    write(tmp_path, {"pyproject.toml": plain, "bound/__init__.py": ""})
    built = make_wheel(python, tmp_path)
    assert built.name == "bound-1.2-py3-none-any.whl"


@pytest.mark.slow
@pytest.mark.parametrize("setuptools", ["setuptools==65.0.0", "setuptools==68.2.2", "setuptools==75.8.0", "setuptools"])
def test_with_build_isolation_and_several_setuptools(python: str, wheel: Path, tmp_path: Path, setuptools: str) -> None:
    """Needs the package index."""
    table = PROJECT["pyproject.toml"].replace('"setuptools"', f'"{setuptools}", "wheel"')
    write(tmp_path, {**PROJECT, "pyproject.toml": table, "bound/__init__.py": ""})
    options = ["--quiet", "--no-deps", "--find-links", str(wheel.parent)]
    pip(python, "wheel", *options, "-w", "dist", ".", cwd=tmp_path)
    (built,) = (tmp_path / "dist").glob("*.whl")
    assert "-cp311-abi3-" in built.name
