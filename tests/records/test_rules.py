"""Rules of records: which are blittable, how they lie in memory, pass by value, and what goes in and comes back."""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from interop.build.analysis import analyse
from interop.build.driver import build
from interop.diag.render import render
from tests.conftest import Binding
from tests.support.refusals import refused

FEATURES = ("records",)

pytestmark = pytest.mark.skipif(os.name != "posix", reason="runs the Unix compiler driver")


@pytest.fixture(scope="module")
def t(binding: Binding) -> ModuleType:
    return binding("records")


BLITTABLE = {
    "int64_t a; double b; unsigned char c; void *d;": True,
    "int a[16];": True,
    "char code[4];": True,
    "enum color { RED } a; struct { int x; } b;": True,
    "union { int i; float f; } a;": True,
    "[string, unique, owned(free, malloc)] char *a;": False,
    "size_t n; [size_is(n), unique, owned(free, malloc)] int *a;": False,
    "const char *a;": False,
    "BSTR a;": False,
    "struct { const char *x; } a;": False,
}


@pytest.mark.rules("R2.7", "R2.8")
@pytest.mark.parametrize(("fields", "blittable"), BLITTABLE.items())
def test_which_records_are_blittable(tmp_path: Path, fields: str, blittable: bool) -> None:
    path = tmp_path / "example.cdef"
    record = f"typedef struct r {{ {fields} }} r;"
    path.write_text(f'[library("x")]\nmodule example {{\n{record}\nvoid f([in] const r *p);\n}}\n')
    plan = analyse(str(path)).plan
    assert plan is not None
    (record,) = (record for record in plan.records if record.record.py_name == "r")
    assert record.is_blittable is blittable


@pytest.mark.rules("R8.4", "R8.16")
@pytest.mark.parametrize("name", ["point", "line", "mixed"])
def test_a_record_lies_in_memory_as_c_says(t: ModuleType, name: str) -> None:
    ctype = t.ffi.typeof(f"t_{name}")
    assert len(memoryview(getattr(t, name)()).cast("B")) == t.ffi.sizeof(ctype)


@pytest.mark.rules("R7.19")
@pytest.mark.parametrize("width", [[], [1, 2], [1, 2, 3, 4]], ids=len)
def test_an_inline_array_of_another_length_is_refused(t: ModuleType, width: list[int]) -> None:
    with refused(ValueError, "width", "3", str(len(width))):
        t.line(width=width)


@pytest.mark.rules("R7.20")
def test_an_inline_array_of_char_takes_bytes(t: ModuleType) -> None:
    assert t.mixed(code=b"AB\0D").code == b"AB\0D"
    with refused(TypeError, "code", "bytes", "str"):
        t.mixed(code="ABCD")


@pytest.mark.rules("R8.21")
def test_fields_that_come_back_are_new_objects(t: ModuleType) -> None:
    person = t.person("Ada", scores=[1, 2])
    name, scores = person.name, person.scores
    t.birthday(person, t.how.REPLACE)
    assert (name, list(scores)) == ("Ada", [1, 2])
    assert (person.name, list(person.scores)) != ("Ada", [1, 2])


@pytest.mark.rules("R8.15", "R6.22")
def test_reading_a_record_leaves_the_memory_of_c_alone(t: ModuleType) -> None:
    freed = t.freed()
    assert [t.count_to(3).value for _ in range(3)] == [1, 1, 1]
    assert t.origin() == t.origin()
    assert t.freed() == freed


@pytest.mark.rules("R8.23")
def test_bit_fields_are_as_wide_as_c_says(t: ModuleType) -> None:
    assert (t.mixed(low=7).low, t.mixed(high=-16).high) == (7, -16)
    for wrong in ({"low": 8}, {"low": -1}, {"high": 16}, {"high": -17}):
        with refused(OverflowError, *wrong):
            t.mixed(**wrong)


DECLARED = """
typedef struct floats { float x, y; } floats;
typedef struct both { double x; int n; } both;
typedef struct three { int64_t a, b, c; } three;
typedef struct wrapped { double value; } wrapped;
[pack(1)] typedef struct packed { char tag; int number; double ratio; short last; } packed;
typedef struct texts {
    const char *plain;
    [encoding("utf-8")] const char *own;
} texts;
"""

C = """
#include <stdint.h>
#include <string.h>
typedef struct floats { float x, y; } floats;
typedef struct both { double x; int n; } both;
typedef struct three { int64_t a, b, c; } three;
typedef struct wrapped { double value; } wrapped;
#pragma pack(push, 1)
typedef struct packed { char tag; int number; double ratio; short last; } packed;
#pragma pack(pop)
typedef struct texts { const char *plain; const char *own; } texts;
floats swap_floats(floats v) { return (floats){v.y, v.x}; }
both next_both(both v, int by) { return (both){v.x + by, v.n - by}; }
three turn(int first, three v) { return (three){v.b + first, v.c, v.a}; }
wrapped half(wrapped v) { return (wrapped){v.value / 2}; }
double sum_packed(const packed *v) { return v->tag + v->number + v->ratio + v->last; }
void double_packed(packed *v) { v->number *= 2, v->ratio *= 2, v->last *= 2; }
unsigned bytes(const texts *v) { return (unsigned)(strlen(v->plain) * 10 + strlen(v->own)); }
"""

FUNCTIONS = """
floats swap_floats(floats v);
both next_both(both v, int by);
three turn(int first, three v);
wrapped half(wrapped v);
double sum_packed([in] const packed *v);
void double_packed([in, out] packed *v);
unsigned bytes([in] const texts *v);
"""


@pytest.fixture(scope="module")
def abi(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A module of records that the ABI of calls, packing or encodings treat in ways of their own."""
    folder = tmp_path_factory.mktemp("abi")
    (folder / "rule_abi.c").write_text(C)
    cdef = folder / "rule_abi.cdef"
    cdef.write_text(f'[source("rule_abi.c"), encoding("latin-1")]\nmodule rule_abi {{\n{DECLARED}{FUNCTIONS}\n}}\n')
    result = build(str(cdef), str(folder), warnings_as_errors=True)
    assert result.ok, render(result.report)
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    try:
        yield importlib.import_module("rule_abi")
    finally:
        sys.path.remove(str(folder))


@pytest.mark.slow
@pytest.mark.rules("R2.10", "R8.24")
def test_records_pass_by_value_as_the_abi_says(abi: Any) -> None:
    assert abi.swap_floats(abi.floats(1.5, 2.5)) == abi.floats(2.5, 1.5)
    assert abi.next_both(abi.both(1.5, 7), 2) == abi.both(3.5, 5)
    assert abi.turn(10, abi.three(1, 2, 3)) == abi.three(12, 3, 1)


@pytest.mark.slow
@pytest.mark.rules("R8.25")
def test_a_record_around_a_scalar_is_a_record(abi: Any) -> None:
    assert abi.half(abi.wrapped(3)) == abi.wrapped(1.5)
    with refused(TypeError, "half()", "v", "wrapped", "float"):
        abi.half(3.0)


@pytest.mark.rules("R8.1", "R8.26")
def test_packed_fields_are_read_and_written_where_they_are(abi: Any) -> None:
    record = abi.packed(b"a", 1 << 20, 0.5, -3)
    assert len(memoryview(record).cast("B")) == abi.ffi.sizeof("packed") == 15
    assert abi.sum_packed(record) == 97 + (1 << 20) + 0.5 - 3
    abi.double_packed(record)
    assert (record.tag, record.number, record.ratio, record.last) == (b"a", 1 << 21, 1.0, -6)


@pytest.mark.rules("R1.23")
def test_a_field_with_an_encoding_of_its_own_keeps_it(abi: Any) -> None:
    assert abi.bytes(abi.texts("é", "é")) == 12
    with refused(ValueError, "plain"):
        abi.bytes(abi.texts("€", ""))
