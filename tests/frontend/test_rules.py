"""What the original ignores, guesses, or finds out at the first call is said where it is declared."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from interop.build.analysis import Analysis, analyse
from interop.diag.render import render
from tests.support.build import ROOT

mark = pytest.mark


def analysed(folder: Path, declarations: str) -> Analysis:
    path = folder / "example.cdef"
    path.write_text(f'[library("x")]\nmodule example {{\n{declarations}\n}}\n')
    return analyse(str(path))


@pytest.mark.parametrize(
    ("declaration", "code"),
    [
        pytest.param("[exact_spelling] int f(void);", "E0401", marks=mark.rules("R1.8")),
        pytest.param("[set_last_error] int f(void);", "E0401", marks=mark.rules("R1.8")),
        pytest.param("[best_fit_mapping(0)] int f(const char *x);", "E0401", marks=mark.rules("R1.8")),
        pytest.param("[callconv(fastcall)] int f(int x);", "E0406", marks=mark.rules("R1.28")),
        pytest.param("[callconv(thiscall)] int f(void);", "E0406", marks=mark.rules("R1.28")),
        pytest.param("void f([in, string] int *x);", "E0204", marks=mark.rules("R1.38")),
        pytest.param("void f([size_is(3)] int x);", "E0208", marks=mark.rules("R1.38")),
        pytest.param("void f([in, string, pin] const char *x);", "E0221", marks=mark.rules("R4.4")),
        pytest.param("void f([in, size_is(n), pin] const bool *x, int n);", "E0221", marks=mark.rules("R4.4")),
        pytest.param("[in] const char *f(void);", "E0202", marks=mark.rules("R3.1")),
        pytest.param("[in, out, string] char *f(void);", "E0202", marks=mark.rules("R3.1")),
        pytest.param("void f([out] int x);", "E0201", marks=mark.rules("R3.5", "R3.9")),
        pytest.param("void f([in, out] double x);", "E0201", marks=mark.rules("R3.5", "R3.9")),
        pytest.param("enum e { A };\nvoid f([out] enum e x);", "E0201", marks=mark.rules("R3.5")),
        pytest.param("void f([out] const int *x);", "E0203", marks=mark.rules("R3.7", "R3.9")),
        pytest.param("void f([out, string, size_is(9)] const char *x);", "E0203", marks=mark.rules("R3.6", "R3.7")),
        pytest.param("void f([in, out, string] char *x);", "W0201", marks=mark.rules("R3.6")),
        pytest.param("void f([in] int x);", "W0101", marks=mark.rules("R3.9")),
        pytest.param("void f([in] int **x);", "W0202", marks=mark.rules("R3.21")),
        pytest.param("void f([in, size_is(m)] const int *x, int n);", "E0304", marks=mark.rules("R7.3")),
        pytest.param("void f([in, size_is(n)] const int *x, const char *n);", "E0209", marks=mark.rules("R7.3")),
        pytest.param("void f([in, size_is(n)] const int *x, double n);", "E0209", marks=mark.rules("R7.3")),
        pytest.param("void f([in, size_is(*n)] const int *x, [out] int *n);", "E0210", marks=mark.rules("R7.10")),
        pytest.param("void f(int **rows);", "N0101", marks=mark.rules("R2.11", "R7.5", "R7.18")),
        pytest.param("void f([in] int x[2][3]);", "E0509", marks=mark.rules("R2.11", "R7.18")),
        pytest.param("void f([in, size_is(2, 3)] const int *x);", "E0213", marks=mark.rules("R7.30")),
        pytest.param("void f([defaultvalue(b)] int a, [defaultvalue(a)] int b);", "E0505", marks=mark.rules("R7.30")),
        pytest.param(
            "union u { int i; [string] char *text; };\nvoid f([in] const union u *x);",
            "E0520",
            marks=mark.rules("R8.3"),
        ),
        pytest.param(
            "void f([out, size_is(*n)] int *x, [in, out, defaultvalue(k)] int *n, [fixed(*n)] int k);",
            "E0505",
            marks=mark.rules("R7.30"),
        ),
    ],
)
def test_a_declaration_that_cannot_mean_what_it_says(tmp_path: Path, declaration: str, code: str) -> None:
    report = analysed(tmp_path, declaration).report
    assert [diagnostic.code for diagnostic in report.diagnostics] == [code], render(report)
    assert report.diagnostics[0].primary.span.line >= 3


@pytest.mark.rules("R3.2", "R2.13", "R3.7")
@pytest.mark.parametrize(
    ("parameter", "strategy"),
    [
        ("int x", "Direct"),
        ("bool x", "Direct"),
        ("const int *x", "Slot"),
        ("const char *x", "TextIn"),
        ("int *x", "Direct"),
        ("char *x", "Direct"),
        ("void *x", "Direct"),
        ("const void *x", "Direct"),
        ("int **x", "Direct"),
        ("[out] int *x", "Slot"),
        ("[in, out] int *x", "Slot"),
        ("[out, size_is(3)] int *x", "ArrayOut"),
        ("[in, out, size_is(3)] int *x", "ArrayInOut"),
        ("[in, size_is(3)] int *x", "ArrayIn"),
    ],
)
def test_what_a_parameter_is_without_and_with_a_direction(tmp_path: Path, parameter: str, strategy: str) -> None:
    plan = analysed(tmp_path, f"void f({parameter});").plan
    assert plan is not None
    (argument,) = plan.calls[0].args
    assert type(argument.strategy).__name__ == strategy


STAGES = ("setup", "marshal", "pin", "invoke", "capture", "check", "unmarshal", "cleanup")

STUB = re.compile(r"^interop_f(o?)_(\w+)\(.*?^}", re.MULTILINE | re.DOTALL)
"""A stub; one that takes an object alone (``o``) stands behind a function that only sorts the arguments."""
STAGE = re.compile(rf"/\* ((?:{'|'.join(STAGES)})(?:, (?:{'|'.join(STAGES)}))*) \*/")


@pytest.mark.rules("R3.41", "R3.44")
@pytest.mark.parametrize("path", sorted(ROOT.glob("tests/golden/*/stubs.c")), ids=lambda path: path.parent.name)
def test_the_stages_stand_in_every_stub_in_order(path: Path) -> None:
    stubs = list(STUB.finditer(path.read_text()))
    assert stubs
    behind = {stub[2] for stub in stubs if stub[1]}
    for stub in stubs:
        if not stub[1] and stub[2] in behind:
            continue
        stages = [stage for named in STAGE.findall(stub.group()) for stage in named.split(", ")]
        # Where C is called again with more room, only the call and what it needs are repeated.
        places = [STAGES.index(stage) for stage in dict.fromkeys(stages)]
        assert places == sorted(places), (stub[2], stages)
        assert {"setup", "invoke"} <= set(stages), (stub[2], stages)
