"""The command line, run as users run it: what it prints where, its exit codes, and how long it takes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

import interop

ROOT = Path(interop.__file__).parents[1]

GOOD = """[source("add.c"), header("add.h")]
module add {
int add(int a, int b);
}
"""
UNANNOTATED = GOOD.replace("}", "void fill(int *values, int n);\n}")
FAULTY = GOOD.replace("(int a", "([out] int a").replace("int b", "[nosuch] int b")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in {
        "add.cdef": GOOD,
        "raw.cdef": UNANNOTATED,
        "faulty.cdef": FAULTY,
        "add.h": "int add(int a, int b);\nvoid fill(int *values, int n);\n",
        "add.c": "int add(int a, int b) { return a + b; }\nvoid fill(int *v, int n) { while (n) v[--n] = 0; }\n",
    }.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def run(project: Path, *arguments: str, python: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, *python, "-m", "interop", *arguments]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return done


def test_version(project: Path) -> None:
    assert run(project, "--version").stdout == f"interop {interop.__version__}\n"


def test_check_of_a_good_file_says_nothing(project: Path) -> None:
    done = run(project, "check", "add.cdef")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_check_reports_every_fault(project: Path) -> None:
    done = run(project, "check", "faulty.cdef")
    assert done.returncode == 1
    assert "faulty.cdef:3:" in done.stdout
    assert "^" in done.stdout
    assert len(re.findall(r"^error\[E\d{4}\]: ", done.stdout, re.MULTILINE)) == 2
    assert done.stdout.rstrip().endswith("2 errors")


def test_check_takes_several_files(project: Path) -> None:
    done = run(project, "check", "add.cdef", "raw.cdef", "faulty.cdef")
    assert done.returncode == 1
    assert "raw.cdef:4:" in done.stdout
    assert "faulty.cdef:3:" in done.stdout


def test_unannotated_pointers_are_listed_and_refused_only_if_strict(project: Path) -> None:
    done = run(project, "check", "raw.cdef")
    assert (done.returncode, "unannotated[N01" in done.stdout) == (0, True)
    strict = run(project, "check", "--strict", "raw.cdef")
    assert strict.returncode == 1
    assert strict.stdout.endswith("refused: --strict allows no unannotated pointer; annotate it or say [raw]\n")


def test_build_says_where_the_package_is(project: Path) -> None:
    done = run(project, "build", "add.cdef", "--out", "out")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"out/add built \(\d+\.\d s\)\n", done.stdout)
    assert "out/add is up to date" in run(project, "build", "add.cdef", "--out", "out").stdout


def test_build_takes_several_files_and_builds_what_it_can(project: Path) -> None:
    done = run(project, "build", "faulty.cdef", "add.cdef", "--out", "out")
    assert done.returncode == 1
    assert "out/add built" in done.stdout


@pytest.mark.slow
def test_build_for_this_python_alone(project: Path) -> None:
    assert run(project, "build", "add.cdef", "--out", "out", "--no-abi3").returncode == 0
    assert (project / "out" / "add" / f"_add{sysconfig.get_config_var('EXT_SUFFIX')}").is_file()


def test_checked_build(project: Path) -> None:
    (project / "over.h").write_text("static inline void over(int *v, int n) { v[n] = 1; }\n")
    (project / "over.cdef").write_text(
        '[header("over.h")] module over {\nvoid over([out, size_is(n)] int *v, int n);\n}\n'
    )
    assert run(project, "build", "over.cdef", "--out", "out", "--checked").returncode == 0
    code = "from out import over\ntry: over.over(n=3)\nexcept Exception as error: print(type(error).__name__)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=project,
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{project}"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "ContractViolation\n"


def test_strict_build_refuses(project: Path) -> None:
    assert run(project, "build", "raw.cdef", "--out", "out", "--strict").returncode == 1
    assert not (project / "out").exists()


@pytest.mark.slow
@pytest.mark.parametrize("force", ["copy", "pin"])
def test_build_with_a_forced_strategy(project: Path, force: str) -> None:
    assert run(project, "build", "add.cdef", "--out", "out", "--force", force, "--warnings-as-errors").returncode == 0


def test_explain_a_file(project: Path) -> None:
    done = run(project, "explain", "add.cdef", "add")
    assert done.returncode == 0
    for word in ("add(a: int, b: int) -> int", "direction:", "C type:", "Python:", "freed by:", "written back:"):
        assert word in done.stdout


def test_explain_a_class(project: Path) -> None:
    (project / "door.cdef").write_text(
        '[header("./door.h")] module door {\n'
        '[handle, close(door_close), methods("door_"), exclusive, name(Door)] typedef struct door door;\n'
        "[constructor, success(result == 0)] int door_open(const char *name, [out] door **d);\n"
        "void door_close(door *d);\n"
        "[property(width)] int door_width(door *d);\n"
        "[property(width)] void door_set_width(door *d, int width);\n"
        "[iterator(result < 0)] int door_next(door *d);\n"
        "void door_paint(door *d, [defaultvalue(3)] int color);\n"
        "[static_method(Door, count)] int door_count(void);\n"
        "}\n"
    )
    done = run(project, "explain", "door.cdef", "Door")
    assert done.stdout.splitlines() == [
        "class Door",
        "  C: door at door.cdef:2:90",
        "  closed by: door_close(), once: by close(), at the end of a with block, or when the object goes",
        "  one call at a time",
        "  constructor: Door(name: str); C: door_open()",
        "  iterator: __next__: int until result < 0; C: door_next()",
        "  static method: count() -> int; C: door_count()",
        "  method: paint(color: int = 3) -> None; C: door_paint()",
        "  property: width: int; C: door_width()",
        "  property setter: width: int; C: door_set_width()",
    ]
    assert run(project, "explain", "door.cdef", "door").stdout == done.stdout


def test_explain_suggests_a_function(project: Path) -> None:
    done = run(project, "explain", "add.cdef", "ad")
    assert (done.returncode, done.stdout) == (2, "")
    kinds = "function, callback, handle, struct or union"
    assert done.stderr == f"interop: add.cdef declares no {kinds} 'ad'; did you mean 'add'?\n"


def test_explain_of_a_faulty_file_reports(project: Path) -> None:
    done = run(project, "explain", "faulty.cdef")
    assert (done.returncode, "error[E" in done.stdout) == (1, True)


def test_explain_a_code(project: Path) -> None:
    done = run(project, "explain", "E0203")
    assert done.returncode == 0
    assert done.stdout.startswith("E0203: ")
    assert "For example" in done.stdout


def test_explain_an_unknown_code(project: Path) -> None:
    done = run(project, "explain", "E9999")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("interop: there is no code E9999")


def test_manifest(project: Path) -> None:
    done = run(project, "manifest", "add.cdef")
    assert (done.returncode, "add" in done.stdout) == (0, True)
    assert run(project, "manifest", "faulty.cdef").returncode == 1


@pytest.mark.parametrize("command", ["check", "build", "explain", "manifest"])
@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("nosuch.cdef", "interop: there is no file 'nosuch.cdef'\n"),
        (".", "interop: '.' is a folder; name the .cdef file in it\n"),
    ],
)
def test_file_that_is_none(project: Path, command: str, path: str, sentence: str) -> None:
    done = run(project, command, path, *(["--out", "out"] if command == "build" else []))
    assert (done.returncode, done.stdout, done.stderr) == (2, "", sentence)


@pytest.mark.parametrize("arguments", [(), ("build", "add.cdef"), ("nosuch",), ("check",), ("build", "--force", "x")])
def test_wrong_usage(project: Path, arguments: tuple[str, ...]) -> None:
    done = run(project, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage: interop")


def test_folder_that_cannot_be_written(project: Path) -> None:
    done = run(project, "build", "add.cdef", "--out", "add.h")
    assert done.returncode == 1
    assert "error[E0710]: cannot write 'add.h" in done.stdout


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is unreadable to root")
def test_unreadable_file(project: Path) -> None:
    (project / "add.cdef").chmod(0)
    assert run(project, "check", "add.cdef").returncode in (1, 2)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"\0", b"module", b"[" * 5000])
@pytest.mark.parametrize("command", ["check", "explain", "manifest"])
def test_no_content_gives_a_traceback(project: Path, command: str, content: bytes) -> None:
    (project / "odd.cdef").write_bytes(content)
    assert run(project, command, "odd.cdef").returncode == 1


def test_output_that_nobody_reads_any_more(project: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = f"{sys.executable} -m interop explain add.cdef | true"
    done = subprocess.run(
        command, shell=True, cwd=project, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""


def test_check_loads_neither_cffi_nor_what_builds(project: Path) -> None:
    done = run(project, "check", "add.cdef", python=("-X", "importtime"))
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "interop.plan.planner" in loaded
    assert loaded.isdisjoint({"cffi", "pycparser", "setuptools", "subprocess", "interop.build.driver", "interop.emit"})
