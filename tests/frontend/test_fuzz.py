"""No text, however broken, makes the front end raise: it reports, and every report can be shown.

``INTEROP_FUZZ=50000`` tries that many inputs of each kind; the default keeps the suite short.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interop.diag.codes import CATALOGUE
from interop.diag.render import render
from interop.frontend.annotations import ANNOTATIONS
from interop.frontend.load import load
from interop.model.manifest import digest, to_text

ROOT = Path(__file__).parents[2]
INPUTS = int(os.environ.get("INTEROP_FUZZ", "700"))

FUZZ = settings(max_examples=INPUTS, deadline=None, suppress_health_check=list(HealthCheck), database=None)

SEEDS = [
    *(path.read_bytes().decode("utf-8", "replace") for path in sorted((ROOT / "cdefs").rglob("*.cdef"))),
    *(path.read_bytes().decode("utf-8", "replace") for path in sorted((ROOT / "tests/ui").rglob("*.cdef"))),
    *(entry.example for entry in CATALOGUE.values() if entry.example),
]
"""Real files, every faulty one of the suite, and every example of the catalogue."""

TEXT = r"""
void char short int long float double signed unsigned bool _Bool const volatile struct union enum typedef extern static
inline restrict __attribute__ sizeof module import interface size_t uint8_t wchar_t FILE result errno NULL free malloc
x y n dst f g T S E A B ( ) [ ] { } [ ] ( ) , ; , ; : * * & && | || ! == != < << <= ? + ++ - -> . ... / % ^ ~ = += ^
0 1 -1 3.5 0x1F 1e3 'a' '\n' "z" "utf-8" "x.cdef" "\0" 0b1 077 1u 2ull /* */ // " ' \ @ \\ [out] [in,size_is(n)]
"""
WORDS = [
    *ANNOTATIONS,
    *TEXT.split(),
    *("#define X ", "#define F(x) ", "#ifdef A\n", "#include <x.h>\n", "#pragma once\n", "\\\n", "\n", "\n\n", "\t"),
    *("\0", "\u00e9", "\u65e5\u672c", "[[interop::out]]", "\r\n", "1" * 200),
    *('[library("z")] module m {', "int f(void);", "typedef struct S S;", "};"),
    *("struct S {", "union {", "} u;", "}; ...; }", "int x : 3;", ": 0;", "x[];", "_Alignas(8)"),
    *("[switch_is(x)] union {", "[case(1)] int i;", "[default]", "[pack(1)] struct S {", "__attribute__((packed))"),
]

ATTRIBUTES = [
    *ANNOTATIONS,
    *(annotation.usage for annotation in ANNOTATIONS.values()),
    *("size_is(n)", "size_is(*)", "size_is(, n)", "size_is(*n)", "length_is(result)", "owned(free, malloc, deep)"),
    *("element(string)", "element(owned(free))", "grow(result == 1, 9)", "defaultvalue(n)", 'encoding("a", "b")'),
    *("switch_is(n)", "case(1, 2)", "default", "pack(2)", 'marshal_with("m:C")'),
    *("success(x)", "name(y)", "raises(E)", 'library("a", "b")', "callconv(cdecl)", "varargs(int x, [in] char *y)"),
]


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A seed with up to five pieces removed, doubled, replaced, or moved."""
    text = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 40)))
        piece = text[start:end]
        match draw(st.sampled_from(("remove", "double", "replace", "move", "cut", "many", "attribute"))):
            case "remove":
                text = text[:start] + text[end:]
            case "double":
                text = text[:end] + piece + text[end:]
            case "replace":
                text = text[:start] + draw(st.sampled_from(WORDS)) + text[end:]
            case "move":
                rest = text[:start] + text[end:]
                at = draw(st.integers(0, len(rest)))
                text = rest[:at] + piece + rest[at:]
            case "cut":
                text = text[:end]
            case "many":
                text = text[:start] + draw(st.sampled_from(WORDS)) * draw(st.integers(1, 300)) + text[start:]
            case "attribute":
                bracket = text.find("[", start) + 1
                text = f"{text[:bracket]}{draw(st.sampled_from(ATTRIBUTES))}, {text[bracket:]}"
    return text


def read_and_show(path: Path, text: str) -> None:
    """What must hold for any text."""
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    library, report = load(str(path))
    assert (library is None) == report.has_errors
    shown = render(report)
    assert (shown == "") == (not report.diagnostics)
    for diagnostic in report.diagnostics:
        for label in (diagnostic.primary, *diagnostic.secondary):
            assert 0 <= label.span.start <= label.span.end <= len(label.span.file.text)
    if library is not None:
        assert digest(library) == digest(library)
        assert to_text(library).isprintable() is False


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz") / "x.cdef"


@FUZZ
@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_words_in_any_order(scratch: Path, words: list[str]) -> None:
    read_and_show(scratch, " ".join(words))


@FUZZ
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_words_in_a_module(scratch: Path, words: list[str]) -> None:
    read_and_show(scratch, f'[library("z")] module m {{ {" ".join(words)} }}')


@FUZZ
@given(mutated())
def test_mutated_files(scratch: Path, text: str) -> None:
    read_and_show(scratch, text)


@FUZZ
@given(st.text(max_size=80))
def test_any_text(scratch: Path, text: str) -> None:
    read_and_show(scratch, text.encode("utf-8", "replace").decode())


@FUZZ
@given(st.binary(max_size=60))
def test_any_bytes(scratch: Path, data: bytes) -> None:
    scratch.write_bytes(data)
    _, report = load(str(scratch))
    render(report)


NESTED = {
    "parentheses": "#define X " + "(" * 5000 + "1" + ")" * 5000,
    "brackets": "void f(" + "[" * 5000,
    "braces": "struct s " + "{ struct s " * 5000,
    "records": "".join(f"struct s{i} {{ " for i in range(3000)),
    "pointers": "int " + "*" * 5000 + "f(void);",
    "declarators": "int " + "(*" * 3000 + "f" + ")" * 3000 + "(void);",
    "arrays": "struct s { int x" + "[1]" * 5000 + "; };",
    "functions": "int f" + "(int (*)" * 3000 + ")" * 3000 + ";",
    "terms": "#define X " + " + ".join(["1"] * 5000),
    "prefixes": "#define X " + "-" * 1 + " -" * 5000 + " 1",
    "conditions": "#define X " + "1 ? 1 : " * 5000 + "1",
    "sizes": "int f(int x" + "[sizeof(int" * 2000 + "[1]" + ")]" * 2000 + ");",
    "casts": "#define X " + "(int)" * 5000 + "1",
    "calls": "[success(" + "f(" * 3000 + "1" + ")" * 3000 + ")] int f(int x);",
    "indexes": "[success(result" + "[0]" * 5000 + ")] int *f(int x);",
    "elements": "void f([" + "element(" * 3000 + ")" * 3000 + "] int *x);",
    "typedefs": "typedef int t0;" + "".join(f"typedef t{i} t{i + 1};" for i in range(3000)),
    "pointer typedefs": "typedef int t0;" + "".join(f"typedef t{i} *t{i + 1};" for i in range(3000)),
    "linkage": 'extern "C" { ' * 3000,
    "strings": "#define X " + '"a" ' * 5000,
    "digits": "#define X " + "9" * 100_000,
    "exponent": "#define X 1e999999999",
    "shift": "#define X 1 << 999999999",
    "power": "#define A0 9\n" + "".join(f"#define A{i + 1} A{i} * A{i}\n" for i in range(60)),
    "faults": "@ int f(; " * 3000,
    "comments": "/* " * 5000,
}


@pytest.mark.parametrize("kind", NESTED)
def test_no_nesting_is_too_deep_to_report(tmp_path: Path, kind: str) -> None:
    read_and_show(tmp_path / "x.cdef", f'[library("z")] module m {{\n{NESTED[kind]}\n}}\n')
