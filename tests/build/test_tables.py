"""The [tool.interop] table: what it may say, and one sentence for everything that it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from interop.build.tables import Module, TableError, read_modules


def read(tmp_path: Path, text: str) -> tuple[Module, ...]:
    (tmp_path / "foo.cdef").touch()
    (tmp_path / "pyproject.toml").write_text(text)
    return read_modules(str(tmp_path))


@pytest.mark.parametrize("text", ["", "[project]\nname = 'x'", "[tool.other]\nmodules = 1"])
def test_project_that_asks_for_nothing(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == ()


def test_folder_without_a_project_file(tmp_path: Path) -> None:
    assert read_modules(str(tmp_path)) == ()


def test_modules_are_read_in_order(tmp_path: Path) -> None:
    (tmp_path / "bar.cdef").touch()
    text = """[tool.interop]
strict = true
modules = [{cdef = "foo.cdef", package = "mypkg"}, {cdef = "bar.cdef", package = "a.b", strict = false}]"""
    assert read(tmp_path, text) == (Module("foo.cdef", "mypkg", True), Module("bar.cdef", "a.b", False))


def test_options_are_said_for_all_modules_or_for_one(tmp_path: Path) -> None:
    text = """[tool.interop]
checked = true
modules = [{cdef = "foo.cdef", package = "p", abi3 = false}, {cdef = "foo.cdef", package = "q", checked = false}]"""
    assert read(tmp_path, text) == (
        Module("foo.cdef", "p", strict=False, checked=True, abi3=False),
        Module("foo.cdef", "q", strict=False, checked=False, abi3=True),
    )


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ("", r"[tool.interop] needs a list of modules, such as modules = "),
        ("modules = 1", r"[tool.interop] needs a list of modules, such as modules = "),
        ("module = []", r"[tool.interop] has an unknown key 'module'; did you mean 'modules'?"),
        ("modules = ['foo.cdef']", r"[tool.interop] modules[0] is not a table with cdef and package"),
        ("modules = [{cdef = 'foo.cdef'}]", r"modules[0] lacks 'package', the package that the module goes into"),
        ("modules = [{package = 'p'}]", r"modules[0] lacks 'cdef', the path of a .cdef file"),
        (
            "modules = [{cdeff = 'foo.cdef', package = 'p'}]",
            r"modules[0] has an unknown key 'cdeff'; did you mean 'cdef'?",
        ),
        (
            "modules = [{cdef = 'foo.cdef', package = 'p', q = 1}]",
            r"unknown key 'q'; known are cdef, package, strict, checked, abi3",
        ),
        ("modules = [{cdef = 1, package = 'p'}]", r"modules[0]: 'cdef' is not a text"),
        ("modules = [{cdef = 'no.cdef', package = 'p'}]", r"modules[0]: there is no file 'no.cdef' in "),
        ("modules = [{cdef = 'foo.cdef', package = 'my-pkg'}]", r"package 'my-pkg' is not a dotted package name"),
        ("strict = 1\nmodules = []", r"[tool.interop]: 'strict' is not true or false"),
    ],
)
def test_faults_of_a_table(tmp_path: Path, table: str, sentence: str) -> None:
    with pytest.raises(TableError) as caught:
        read(tmp_path, f"[tool.interop]\n{table}")
    assert sentence in str(caught.value)
    assert str(caught.value).startswith("pyproject.toml: ")


def test_table_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"\[tool\.interop\] is not a table"):
        read(tmp_path, "[tool]\ninterop = 1")


def test_file_that_is_not_toml(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"^pyproject\.toml: "):
        read(tmp_path, "[tool.interop")
