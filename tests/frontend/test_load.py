"""Files: what can be read, what imports do, and that nothing ever raises."""

from __future__ import annotations

from pathlib import Path

import pytest

from interop.diag.render import render
from interop.frontend.load import load
from interop.model.library import Enum, Record, Typedef

MODULE = '[library("x")] module x { int f(void); }\n'


def codes(path: Path) -> list[str]:
    library, report = load(str(path))
    assert (library is None) == report.has_errors
    render(report)
    return [diagnostic.code for diagnostic in report.sorted()]


def test_good_file(tmp_path: Path) -> None:
    path = tmp_path / "x.cdef"
    path.write_text(MODULE)
    library, report = load(str(path))
    assert report.diagnostics == []
    assert library is not None
    assert (library.name, library.path) == ("x", str(path))


@pytest.mark.parametrize("name", ["missing.cdef", "", ".", "missing/x.cdef", "a\0b", "x" * 5000])
def test_file_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    library, report = load(str(tmp_path) + "/" + name)
    assert library is None
    assert [diagnostic.code for diagnostic in report.diagnostics] == ["E0101"]
    assert "E0101" in render(report)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ["E0115"]),
        (b"\xef\xbb\xbf" + MODULE.encode(), []),
        (MODULE.replace(" ", "\r\n").encode(), []),
        (MODULE.replace(" ", "\t\f\v").encode(), []),
        (MODULE.replace("int", "/* \u65e5 */ int").encode(), []),
        (b"\xff\xfe" + MODULE.encode("utf-16-le"), ["E0102"]),
        (MODULE.encode().replace(b"int", b"int\0"), ["E0103"]),
        (MODULE.encode().replace(b"int", b"/* \xe9 */ int"), ["E0102"]),
    ],
)
def test_bytes(tmp_path: Path, data: bytes, expected: list[str]) -> None:
    path = tmp_path / "x.cdef"
    path.write_bytes(data)
    assert codes(path) == expected


def test_place_of_the_first_bad_byte(tmp_path: Path) -> None:
    path = tmp_path / "x.cdef"
    path.write_bytes(b"int f(void);\n/* \xc3\xa9 \xe9 */")
    _, report = load(str(path))
    assert str(report.diagnostics[0].primary.span) == f"{path}:2:6"


def test_imported_types_join_and_functions_do_not(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared/types.cdef").write_text(
        "typedef unsigned int id; struct s { id i; }; enum X_e { X_A };\n#define X_N 3\n"
        "int not_mine(id i); extern int nor_this;"
    )
    path = tmp_path / "x.cdef"
    path.write_text(
        'import "shared/types.cdef";\n[library("x"), prefix("X_")] module x {\nint f(id i, struct s *s);\n'
        "[success(result == (id)X_N)] int g(void); }"
    )
    library, report = load(str(path))
    assert library is not None, render(report)
    assert [type(declaration) for declaration in library.declarations[:3]] == [Typedef, Record, Enum]
    imported = [getattr(declaration, "imported", None) for declaration in library.declarations]
    assert imported == [True, True, True, True, None, None]
    assert [function.name for function in library.functions] == ["f", "g"]
    assert library.enums[0].members[0].py_name == "A"


def test_file_imported_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.cdef").write_text("typedef int a;")
    (tmp_path / "b.cdef").write_text('import "a.cdef"; typedef a b;')
    path = tmp_path / "x.cdef"
    path.write_text('import "a.cdef"; import "b.cdef"; import "./a.cdef"; [library("x")] module x { b f(a x); }')
    library, report = load(str(path))
    assert library is not None, render(report)
    assert len(library.declarations) == 3


def test_module_may_be_imported_with_its_own_prefix(tmp_path: Path) -> None:
    (tmp_path / "a.cdef").write_text('[library("a"), prefix("A_")] module a { enum A_e { A_X }; int A_f(void); }')
    path = tmp_path / "x.cdef"
    path.write_text('[library("x"), prefix("X_")] module x { import "a.cdef"; int f(enum A_e e); }')
    library, report = load(str(path))
    assert library is not None, render(report)
    assert library.enums[0].py_name == "e"


def test_imported_typedef_is_known_in_casts(tmp_path: Path) -> None:
    (tmp_path / "a.cdef").write_text("typedef unsigned char byte;")
    path = tmp_path / "x.cdef"
    path.write_text('import "a.cdef"; [library("x")] module x {\n#define X (byte)-1\n}')
    library, report = load(str(path))
    assert library is not None, render(report)
    assert library.constants[0].value == 255


def test_import_cycle(tmp_path: Path) -> None:
    (tmp_path / "a.cdef").write_text('import "b.cdef";')
    (tmp_path / "b.cdef").write_text('import "a.cdef";')
    path = tmp_path / "x.cdef"
    path.write_text('import "a.cdef";' + MODULE)
    assert codes(path) == ["E0118"]


def test_chain_of_imports_is_limited(tmp_path: Path) -> None:
    for i in range(100):
        (tmp_path / f"{i}.cdef").write_text(f'import "{i + 1}.cdef";')
    path = tmp_path / "x.cdef"
    path.write_text('import "0.cdef";' + MODULE)
    assert codes(path) == ["E0109"]


def test_import_in_a_comment_imports_nothing(tmp_path: Path) -> None:
    path = tmp_path / "x.cdef"
    path.write_text('/* import "missing.cdef"; */ // import "missing.cdef";\n' + MODULE)
    assert codes(path) == []


def test_fault_in_an_imported_file_is_shown_there(tmp_path: Path) -> None:
    (tmp_path / "a.cdef").write_text("typedef strange a;")
    path = tmp_path / "x.cdef"
    path.write_text('import "a.cdef"; [library("x")] module x { a f(void); }')
    _, report = load(str(path))
    assert [str(diagnostic.primary.span) for diagnostic in report.diagnostics] == [f"{tmp_path / 'a.cdef'}:1:9"]
