"""What compilers and linkers say, as diagnostics at the declaration: each case runs the real compiler on wrong C."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from interop.build.compiler import Job, Outcome, Step, compile_job
from interop.build.faults import diagnose, messages
from interop.build.places import Places
from interop.build.toolchain import find_toolchain
from interop.frontend.load import load
from interop.model.library import Library

pytestmark = pytest.mark.skipif(os.name != "posix", reason="runs the Unix compiler driver")

CDEF = """[library("z"), header("zlib.h")]
module m {
/* nosuch and compress2 in a comment are not what is meant */
int compress2(int a);
int nosuch(int a);
enum { Z_OK = 0, Z_NOPE = 4 };
struct gz { int nofield; };
}
"""


@dataclass(frozen=True, slots=True)
class Found:
    """A diagnostic, in short."""

    code: str
    words: str
    line: int
    message: str
    notes: tuple[str, ...]


def library_of(tmp_path: Path, cdef: str) -> Library:
    path = tmp_path / "m.cdef"
    path.write_text(cdef)
    library, report = load(str(path))
    assert library is not None, report
    return library


def diagnose_c(
    tmp_path: Path,
    c: str,
    cdef: str = CDEF,
    libraries: tuple[tuple[str, ...], ...] = (),
    sources: dict[str, str] | None = None,
) -> list[Found]:
    """Compile ``c`` as if it were generated from ``cdef`` (``@CDEF`` is its path) and diagnose what comes of it."""
    library = library_of(tmp_path, cdef)
    generated = tmp_path / "_m.c"
    generated.write_text(c.replace("@CDEF", library.path))
    for name, text in (sources or {}).items():
        (tmp_path / name).write_text(text)
    job = Job(
        generated=str(generated),
        sources=tuple(str(tmp_path / name) for name in sources or {}),
        output=str(tmp_path / "_m.so"),
        scratch=str(tmp_path),
        includes=(str(tmp_path),),
        compile_flags=(),
        link_flags=(),
        library_choices=libraries,
    )
    outcomes = compile_job(find_toolchain(), job, lambda line: None)
    return [
        Found(d.code, d.primary.span.text, d.primary.span.line, d.message, d.notes)
        for d in diagnose(outcomes, Places.of(library))
    ]


def test_nothing_to_say_about_what_compiles(tmp_path: Path) -> None:
    assert (
        diagnose_c(
            tmp_path, "#include <zlib.h>\nunsigned long f(void) { return crc32(0, 0, 0); }", libraries=(("-lz",),)
        )
        == []
    )


def test_our_own_assertion_is_placed_where_it_says(tmp_path: Path) -> None:
    (found,) = diagnose_c(tmp_path, "_Static_assert(0, \"interop E0701 6:8 'Z_OK' is 1 in the header, 0 here\");")
    assert found == Found("E0701", "Z_OK", 6, "'Z_OK' is 1 in the header, 0 here", ())


def test_prototype_that_the_header_gives_otherwise(tmp_path: Path) -> None:
    (found,) = diagnose_c(tmp_path, '#include <zlib.h>\n#line 4 "@CDEF"\nint compress2(int a);\n')
    assert (found.code, found.words, found.line) == ("E0701", "compress2", 4)
    assert found.message == "the header declares 'compress2' otherwise"
    assert found.notes[0].startswith("note: zlib.h:")
    assert "Bytef *" in found.notes[0]


def test_names_that_the_header_does_not_know(tmp_path: Path) -> None:
    found = diagnose_c(tmp_path, "#include <zlib.h>\nint f(void) { return nosuch(3) + Z_NOPE; }")
    assert [(f.code, f.words, f.line, f.message) for f in found] == [
        ("E0702", "nosuch", 5, "'nosuch' is not declared in zlib.h"),
        ("E0702", "Z_NOPE", 6, "'Z_NOPE' is not declared in zlib.h"),
    ]


def test_compilers_suggestion_is_passed_on(tmp_path: Path) -> None:
    cdef = CDEF.replace("nosuch(int a)", "compressBounf(int a)")
    (found,) = diagnose_c(tmp_path, "#include <zlib.h>\nint f(void) { return compressBounf(3); }", cdef)
    assert (found.words, found.notes) == ("compressBounf", ("help: did you mean 'compressBound'?",))


def test_field_that_the_header_does_not_know(tmp_path: Path) -> None:
    (found,) = diagnose_c(tmp_path, "struct gz { int a; }; int f(struct gz *g) { return g->nofield; }")
    assert (found.code, found.words, found.line) == ("E0702", "nofield", 7)
    assert found.message == "in the header, 'struct gz' has no field 'nofield'"


def test_missing_header_is_marked_where_it_is_named(tmp_path: Path) -> None:
    (found,) = diagnose_c(tmp_path, '#include "nosuch.h"', CDEF.replace("zlib.h", "nosuch.h"))
    assert (found.code, found.words) == ("E0703", '"nosuch.h"')
    assert found.message == "the C compiler cannot find the header 'nosuch.h'"
    assert found.notes == (
        "help: install the package that provides nosuch.h (usually lib...-dev or ...-devel), or correct the path",
    )


@pytest.mark.parametrize(
    ("header", "package"),
    [("openssl/nosuch.h", "libssl-dev"), ("libxml/parser.h", "libxml2-dev"), ("git2.h", "libgit2-dev")],
)
def test_package_of_a_known_header_is_named(header: str, package: str, tmp_path: Path) -> None:
    library = library_of(tmp_path, CDEF.replace("zlib.h", header))
    output = f"_m.c:3:10: fatal error: {header}: No such file or directory\n"
    (found,) = diagnose([Outcome(Step.GENERATED, "_m.c", (), 1, output)], Places.of(library))
    assert f"'apt-get install {package}' (Debian)" in found.notes[0]


def test_missing_python_header(tmp_path: Path) -> None:
    output = "_m.c:3:10: fatal error: Python.h: No such file or directory\n"
    (found,) = diagnose([Outcome(Step.GENERATED, "_m.c", (), 1, output)], Places.of(library_of(tmp_path, CDEF)))
    assert (found.code, found.message) == ("E0706", "Python's own C header Python.h is not installed")
    assert "python3-dev" in found.notes[0]


def test_clangs_words_for_the_same_faults(tmp_path: Path) -> None:
    output = """
_m.c:3:10: fatal error: 'zlib.h' file not found
_m.c:4:1: error: call to undeclared function 'nosuch'; ISO C99 and later do not support implicit [-Wimplicit]
_m.c:5:1: error: use of undeclared identifier 'Z_NOPE'
_m.c:6:1: error: static assertion failed due to requirement '0': interop E0701 6:8 differs
"""
    found = diagnose([Outcome(Step.GENERATED, "_m.c", (), 1, output)], Places.of(library_of(tmp_path, CDEF)))
    assert [(d.code, d.primary.span.text) for d in found] == [
        ("E0703", '"zlib.h"'),
        ("E0702", "nosuch"),
        ("E0702", "Z_NOPE"),
        ("E0701", "Z_OK"),
    ]


def test_library_that_the_linker_cannot_find(tmp_path: Path) -> None:
    cdef = CDEF.replace('"z"', '"nosuchlib"').replace("zlib.h", "stdlib.h")
    (found,) = diagnose_c(tmp_path, "int f;", cdef, libraries=(("-lnosuchlib",), ("-l:libnosuch.so.1",)))
    assert (found.code, found.words) == ("E0704", '"nosuchlib"')
    assert found.message == "the linker cannot find the library 'nosuchlib'"
    assert found.notes == ("help: install its development package (usually libnosuchlib-dev)",)


def test_second_name_of_a_library_is_tried(tmp_path: Path) -> None:
    c = "#include <zlib.h>\nunsigned long f(void) { return crc32(0, 0, 0); }"
    assert diagnose_c(tmp_path, c, libraries=(("-lnosuchlib",), ("-lz",))) == []


@pytest.mark.skipif(os.uname().sysname != "Linux", reason="relies on an option of GNU ld")
def test_function_that_the_library_lacks(tmp_path: Path) -> None:
    c = "#include <zlib.h>\nint nosuch(int); unsigned long f(void) { return nosuch(3) + crc32(0, 0, 0); }"
    (found,) = diagnose_c(tmp_path, c, libraries=(("-lz",),))
    assert (found.code, found.words, found.line) == ("E0705", "nosuch", 5)
    assert found.message == "'nosuch' is declared, but not defined in 'z'"


@pytest.mark.skipif(os.uname().sysname != "Linux", reason="relies on an option of GNU ld")
def test_function_that_a_source_needs(tmp_path: Path) -> None:
    cdef = CDEF.replace('library("z")', 'source("x.c")')
    (found,) = diagnose_c(tmp_path, "", cdef, sources={"x.c": "int zork(void); int g(void) { return zork(); }"})
    assert (found.code, found.words) == ("E0705", "m")
    assert found.message == "the module needs 'zork', which is not defined in 'x.c'"


def test_source_that_does_not_compile(tmp_path: Path) -> None:
    cdef = CDEF.replace('library("z")', 'source("x.c")')
    (found,) = diagnose_c(tmp_path, "", cdef, sources={"x.c": "int g(void) { return oops; }"})
    assert (found.code, found.words) == ("E0708", '"x.c"')
    assert found.notes == ("note: x.c:1:22: error: 'oops' undeclared (first use in this function)",)


def test_anything_else_is_quoted_under_one_sentence(tmp_path: Path) -> None:
    (found,) = diagnose_c(tmp_path, "int f(void) { return 1 +; }")
    assert (found.code, found.words) == ("E0709", "m")
    assert found.message == "the C compiler refuses the code generated for module 'm'"
    assert found.notes[0].startswith("note: _m.c:1:25: error: expected expression")


def test_compiler_that_cannot_be_run(tmp_path: Path) -> None:
    outcome = Outcome(Step.GENERATED, "_m.c", ("nocc",), 127, "nocc: No such file or directory")
    (found,) = diagnose([outcome], Places.of(library_of(tmp_path, CDEF)))
    assert found.code == "E0706"
    assert "apt-get install gcc" in found.notes[0]


def test_notes_belong_to_the_error_before_them() -> None:
    output = "a.c:1:1: error: one\nb.h:2:1: note: here\n   2 | code\na.c:3:1: warning: no\na.c:4:1: error: two\n"
    first, second = messages(output)
    assert (first.text, first.notes) == ("one", (("b.h", 2, "here"),))
    assert (second.text, second.line, second.notes) == ("two", 4, ())
