"""The whole way from a .cdef file to a package: what is written, when nothing is, and what stays as it was."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

import interop
from interop.build.driver import BuildResult, build
from interop.model.contract import Force

pytestmark = [pytest.mark.skipif(os.name != "posix", reason="runs the Unix compiler driver"), pytest.mark.slow]

ADD_CDEF = """[source("add.c"), header("add.h")]
module add {
int add(int a, int b);
}
"""
ADD_C = '#include "add.h"\nint add(int a, int b) { return a + b; }\n'
ADD_H = "int add(int a, int b);\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with a module that builds."""
    for name, text in (("add.cdef", ADD_CDEF), ("add.c", ADD_C), ("add.h", ADD_H)):
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[BuildResult], ModuleType]]:
    """Imports what a build made, for the length of a test."""
    names: list[str] = []

    def import_result(result: BuildResult) -> ModuleType:
        assert result.folder is not None, codes(result)
        folder, name = os.path.split(result.folder)
        monkeypatch.syspath_prepend(folder)
        names.append(name)
        return importlib.import_module(name)

    yield import_result
    for loaded in list(sys.modules):
        if loaded.partition(".")[0] in names:
            del sys.modules[loaded]


def codes(result: BuildResult) -> list[str]:
    return [f"{d.code} {d.message}" for d in result.report.diagnostics]


def build_add(project: Path, **options: object) -> BuildResult:
    return build(str(project / "add.cdef"), str(project / "out"), warnings_as_errors=True, **options)  # type: ignore[arg-type]


def listing(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def test_package_has_exactly_the_documented_files(project: Path, load: Callable[[BuildResult], ModuleType]) -> None:
    result = build_add(project)
    assert load(result).add(2, 3) == 5
    assert listing(project / "out") == ["add"]
    files = [name for name in listing(project / "out" / "add") if name != "__pycache__"]
    assert files == ["__init__.py", "__init__.pyi", "_add.abi3.so", "_build.json", "py.typed"]


def test_package_for_this_python_alone(project: Path, load: Callable[[BuildResult], ModuleType]) -> None:
    result = build_add(project, abi3=False)
    assert f"_add{sysconfig.get_config_var('EXT_SUFFIX')}" in listing(project / "out" / "add")
    assert load(result).add(2, 3) == 5


def test_second_build_does_nothing(project: Path) -> None:
    assert not build_add(project).up_to_date
    extension = project / "out" / "add" / "_add.abi3.so"
    before = extension.stat()
    assert build_add(project).up_to_date
    assert extension.stat().st_mtime_ns == before.st_mtime_ns


@pytest.mark.parametrize(
    "change",
    [
        lambda project: (project / "add.c").write_text(ADD_C.replace("a + b", "a - b")),
        lambda project: (project / "add.h").write_text(ADD_H + "extern int unused;\n"),
        lambda project: (project / "add.cdef").write_text(
            ADD_CDEF.replace("int add(int a", "[hold_gil] int add(int a")
        ),
        lambda project: (project / "out" / "add" / "__init__.pyi").unlink(),
        lambda project: (project / "out" / "add" / "_add.abi3.so").unlink(),
        lambda project: (project / "out" / "add" / "_build.json").write_text("{"),
        lambda project: (project / "out" / "add" / "_build.json").write_text("[]"),
    ],
    ids=["source", "header", "cdef", "pyi gone", "extension gone", "stamp broken", "stamp odd"],
)
def test_any_change_is_built_again(project: Path, change: Callable[[Path], object]) -> None:
    build_add(project)
    change(project)
    result = build_add(project)
    assert (result.ok, result.up_to_date) == (True, False)
    assert build_add(project).up_to_date


def test_change_of_an_included_file_is_seen(project: Path) -> None:
    (project / "add.c").write_text('#include "add.h"\n#include "sum.h"\nint add(int a, int b) { return SUM(a, b); }\n')
    (project / "sum.h").write_text("#define SUM(a, b) (a + b)\n")
    build_add(project)
    (project / "sum.h").write_text("#define SUM(a, b) (a - b)\n")
    assert not build_add(project).up_to_date


def test_forced_strategy_is_another_build(project: Path) -> None:
    cdef = "double sum([in, size_is(n)] const double *v, int n);\n"
    (project / "add.cdef").write_text(ADD_CDEF.replace("}", cdef + "}"))
    (project / "add.h").write_text(ADD_H + "double sum(const double *v, int n);\n")
    (project / "add.c").write_text(ADD_C + "double sum(const double *v, int n) { return n ? *v : 0; }\n")
    assert build_add(project).ok
    assert not build_add(project, force=Force.COPY).up_to_date
    assert not build_add(project).up_to_date


def test_failed_build_leaves_the_earlier_package_alone(project: Path) -> None:
    build_add(project)
    before = {name: (project / "out" / "add" / name).read_bytes() for name in listing(project / "out" / "add")}
    (project / "add.c").write_text("int add(int a, int b) { return oops; }\n")
    result = build_add(project)
    assert not result.ok
    assert codes(result) == ["E0708 the source 'add.c' does not compile"]
    assert {name: (project / "out" / "add" / name).read_bytes() for name in before} == before
    assert listing(project / "out") == ["add"]


def test_failed_build_writes_nothing(project: Path) -> None:
    (project / "add.cdef").write_text(ADD_CDEF.replace("int b", "int *[] b"))
    assert not build_add(project).ok
    assert not (project / "out").exists()


@pytest.mark.rules("R2.1")
@pytest.mark.parametrize(
    ("declaration", "expected"),
    [
        ("int add(int a, long b);", ("E0701", 3, "add")),
        ("int subtract(int a, int b);", ("E0702", 3, "subtract")),
        ("enum { TWELVE = 12 };", ("E0701", 3, "TWELVE")),
        ("enum { THIRTEEN = 13 };", ("E0702", 3, "THIRTEEN")),
        ("extern long counter;", ("E0701", 3, "counter")),
        ("typedef int wide_t;", ("E0701", 3, "wide_t")),
        ("#define LIMIT 5", ("E0701", 3, "LIMIT")),
        ("[success(result == ELEVEN)] int add(int a, int b);", ("E0702", 3, "ELEVEN")),
    ],
)
def test_declaration_that_the_header_contradicts(
    project: Path, declaration: str, expected: tuple[str, int, str]
) -> None:
    """Every claim that a declaration makes is checked by the C compiler, and is reported where it is made."""
    header = ADD_H + "enum { TWELVE = 11 };\nextern int counter;\ntypedef long wide_t;\n#define LIMIT 6\n"
    (project / "add.h").write_text(header)
    (project / "add.c").write_text(ADD_C + "int counter;\n")
    (project / "add.cdef").write_text(ADD_CDEF.replace("int add(int a, int b);", declaration))
    result = build_add(project)
    assert not result.ok
    diagnostic = result.report.sorted()[0]
    assert (diagnostic.code, diagnostic.primary.span.line, diagnostic.primary.span.text) == expected, codes(result)


@pytest.mark.parametrize(
    ("declaration", "note"),
    [
        ("int add(int a, long b);", "note: in the header its type is 'int(int, int)'"),
        ("extern long counter;", "note: in the header its type is 'int'"),
        ("enum { TWELVE = 12 };", "note: in the header its value is 11"),
        ("enum { NOTHING = 12 };", "note: in the header its value is 0"),
        ("#define LIMIT 5", "note: in the header its value is -6"),
    ],
)
def test_contradiction_says_what_the_header_says(project: Path, declaration: str, note: str) -> None:
    (project / "add.h").write_text(ADD_H + "enum { NOTHING, TWELVE = 11 };\nextern int counter;\n#define LIMIT (-6)\n")
    (project / "add.c").write_text(ADD_C + "int counter;\n")
    (project / "add.cdef").write_text(ADD_CDEF.replace("int add(int a, int b);", declaration))
    assert build_add(project).report.sorted()[0].notes == (note,)


def test_missing_source_is_marked_where_it_is_named(project: Path) -> None:
    (project / "add.c").unlink()
    result = build_add(project)
    assert codes(result) == ["E0708 there is no source file 'add.c'"]
    assert result.report.diagnostics[0].primary.span.text == '"add.c"'


def test_missing_compiler_is_one_sentence(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CC", "nosuchcc")
    (message,) = codes(build_add(project))
    assert message == "E0706 cannot build module 'add': the C compiler 'nosuchcc' that CC names is not installed"


def test_unknown_package_of_pkg_config(project: Path) -> None:
    (project / "add.cdef").write_text(ADD_CDEF.replace('source("add.c")', 'pkg_config("nosuch")'))
    result = build_add(project)
    assert codes(result) == ["E0707 pkg-config does not know the package 'nosuch'"]
    assert result.report.diagnostics[0].primary.span.text == '"nosuch"'


def test_package_that_pkg_config_knows(
    project: Path, monkeypatch: pytest.MonkeyPatch, load: Callable[[BuildResult], ModuleType]
) -> None:
    (project / "include").mkdir()
    (project / "add.h").rename(project / "include" / "add.h")
    lines = f"Name: add\nDescription: d\nVersion: 1\nCflags: -I{project}/include\nLibs: -lm\n"
    (project / "addition.pc").write_text(lines)
    monkeypatch.setenv("PKG_CONFIG_PATH", str(project))
    (project / "add.cdef").write_text(ADD_CDEF.replace('source("add.c")', 'source("add.c"), pkg_config("addition")'))
    assert load(build_add(project)).add(1, 1) == 2


def test_strict_refuses_pointers_without_annotations(project: Path) -> None:
    (project / "add.cdef").write_text(ADD_CDEF.replace("}", "int first(int *values);\n}"))
    (project / "add.h").write_text(ADD_H + "int first(int *values);\n")
    (project / "add.c").write_text(ADD_C + "int first(int *values) { return *values; }\n")
    result = build_add(project, strict=True)
    assert (result.ok, [d.code[:3] for d in result.report.diagnostics]) == (False, ["N01"])
    assert build_add(project).ok


@pytest.mark.parametrize("out", ["add.c", "add.c/deeper"])
def test_folder_that_cannot_be_written(project: Path, out: str) -> None:
    result = build(str(project / "add.cdef"), str(project / out))
    (message,) = codes(result)
    assert message.startswith(f"E0710 cannot write '{project}/add.c")


def test_somebody_elses_package_is_not_replaced(project: Path) -> None:
    (project / "out" / "add").mkdir(parents=True)
    (project / "out" / "add" / "__init__.py").write_text("mine = True\n")
    (message,) = codes(build_add(project))
    assert message == f"E0711 '{project}/out/add' holds Python code that interop did not generate"
    assert (project / "out" / "add" / "__init__.py").read_text() == "mine = True\n"


def test_progress_is_told_in_order(project: Path) -> None:
    lines: list[str] = []
    build_add(project, progress=lines.append)
    assert lines == [f"building add from {project}/add.cdef", f"{project}/out/add is ready"]
    lines.clear()
    build_add(project, progress=lines.append)
    assert lines[-1] == f"{project}/out/add is up to date"


def test_verbose_shows_the_commands(project: Path) -> None:
    lines: list[str] = []
    build_add(project, progress=lines.append, verbose=True)
    assert sum(" -c " in line for line in lines) == 2
    assert not any("undefined reference" in line for line in lines)


def test_cpp_source_is_compiled_as_cpp(project: Path, load: Callable[[BuildResult], ModuleType]) -> None:
    (project / "add.c").unlink()
    (project / "add.cpp").write_text(
        '#include <vector>\nextern "C" int add(int a, int b) { std::vector<int> v{a, b}; return v[0] + v[1]; }\n'
    )
    (project / "add.cdef").write_text(ADD_CDEF.replace("add.c", "add.cpp"))
    assert load(build_add(project)).add(1, 2) == 3


def test_library_beside_the_package_is_found_when_it_is_linked(
    project: Path, load: Callable[[BuildResult], ModuleType]
) -> None:
    """R1.16 holds for linked modules too: the module's own folder comes first."""
    library = project / "libplus.so"
    command = [*sysconfig.get_config_var("CC").split(), "-shared", "-fPIC", str(project / "add.c"), "-o", str(library)]
    subprocess.run(command, check=True)
    (project / "add.cdef").write_text(ADD_CDEF.replace('source("add.c")', 'library("plus")'))
    result = build_add(project)
    assert result.folder is not None
    library.rename(Path(result.folder, "libplus.so"))
    assert load(result).add(4, 5) == 9


@pytest.mark.parametrize("name", ["./libplus.so", "libplus.so", "plus"])
def test_names_of_a_linked_library(project: Path, name: str, load: Callable[[BuildResult], ModuleType]) -> None:
    library = project / "libplus.so"
    flags = ["-shared", "-fPIC", "-Wl,-soname,libplus.so"]
    subprocess.run(
        [*sysconfig.get_config_var("CC").split(), *flags, str(project / "add.c"), "-o", str(library)], check=True
    )
    (project / "add.cdef").write_text(ADD_CDEF.replace('source("add.c")', f'library("{name}")'))
    result = build_add(project)
    assert result.folder is not None, codes(result)
    if "/" not in name:
        library.rename(Path(result.folder, "libplus.so"))
    assert load(result).add(4, 5) == 9


def test_two_builds_at_once_do_not_disturb_each_other(project: Path) -> None:
    script = "import sys; from interop.build.driver import build; sys.exit(not build(sys.argv[1], sys.argv[2]).ok)"
    environment = {**os.environ, "PYTHONPATH": str(Path(interop.__file__).parents[1])}
    command = [sys.executable, "-c", script, str(project / "add.cdef"), str(project / "out")]
    builds = [subprocess.Popen(command, env=environment) for _ in range(4)]
    assert [process.wait() for process in builds] == [0, 0, 0, 0]
    assert listing(project / "out") == ["add"]
