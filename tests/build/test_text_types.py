"""Types of text that depend on the build: where BSTR and its functions come from, and how wide a wchar_t is."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

import interop
from interop.build.driver import build
from interop.diag.render import render
from tests.support.build import build_shared_library

pytestmark = [pytest.mark.skipif(os.name != "posix", reason="runs the Unix compiler driver"), pytest.mark.slow]

Make = Callable[..., ModuleType]

DECLARATIONS = """
unsigned length(BSTR text);
[unique] BSTR twice(BSTR text);
void change([in, out] BSTR *text);
"""
DEFINITIONS = """
unsigned length(BSTR text) { return SysStringLen(text); }
BSTR twice(BSTR text)
{
    unsigned n = SysStringLen(text);
    BSTR made = SysAllocStringLen(NULL, 2 * n);
    memcpy(made, text, 2 * n);
    memcpy(made + n, text, 2 * n);
    return made;
}
void change(BSTR *text) { SysReAllocString(text, u"changed"); }
"""
PROTOTYPES = "unsigned length(BSTR); BSTR twice(BSTR); void change(BSTR *);\n"
OWN = """
#include <stdlib.h>
#include <string.h>
typedef unsigned short *BSTR;
static int balance;
static BSTR own_alloc(const char *bytes, unsigned size)
{
    char *block = calloc(1, size + 6u);
    memcpy(block, &size, 4);
    if (bytes != NULL)
        memcpy(block + 4, bytes, size);
    balance++;
    return (BSTR)(void *)(block + 4);
}
BSTR SysAllocStringByteLen(const char *bytes, unsigned size) { return own_alloc(bytes, size); }
void SysFreeString(BSTR text)
{
    if (text != NULL) {
        balance--;
        free((char *)text - 4);
    }
}
static unsigned SysStringLen(BSTR text)
{
    unsigned size = 0;
    if (text != NULL)
        memcpy(&size, (char *)text - 4, 4);
    return size / 2;
}
static BSTR SysAllocStringLen(const unsigned short *text, unsigned n)
{
    return SysAllocStringByteLen((const char *)text, 2 * n);
}
static void SysReAllocString(BSTR *text, const void *from)
{
    SysFreeString(*text);
    *text = SysAllocStringLen(from, 7);
}
int live(void) { return balance; }
"""


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    """``make(attributes, declarations, files)`` builds a module and imports it for the length of a test."""

    def make_module(attributes: str, declarations: str, files: dict[str, str]) -> ModuleType:
        for name, text in files.items():
            (tmp_path / name).write_text(text)
        (tmp_path / "texts.cdef").write_text(f"[{attributes}]\nmodule texts {{\n{declarations}\n}}\n")
        result = build(str(tmp_path / "texts.cdef"), str(tmp_path), warnings_as_errors=True)
        assert result.ok, render(result.report)
        monkeypatch.syspath_prepend(tmp_path)
        return importlib.import_module("texts")

    yield make_module
    for loaded in list(sys.modules):
        if loaded.partition(".")[0] == "texts":
            del sys.modules[loaded]


def check(texts: ModuleType) -> None:
    assert texts.length("a\0b") == 3
    assert texts.twice("ab\0") == "ab\0ab\0"
    assert texts.change("") == "changed"
    assert texts.change("x" * 1000) == "changed"


def test_c_of_the_users_own_shares_the_allocator_through_its_header(make: Make) -> None:
    header = f'#include "interop/bstr.h"\n{PROTOTYPES}'
    source = f'#include "texts.h"\n{DEFINITIONS}'
    check(make('source("texts.c"), header("texts.h")', DECLARATIONS, {"texts.h": header, "texts.c": source}))


def test_sources_without_a_header_need_nothing_else(make: Make) -> None:
    check(make('source("texts.c")', DECLARATIONS, {"texts.c": f'#include "interop/bstr.h"\n{DEFINITIONS}'}))


def test_a_header_with_bstrs_of_its_own(make: Make) -> None:
    own = (
        "typedef unsigned short *BSTR; BSTR SysAllocStringByteLen(const char *, unsigned); void SysFreeString(BSTR);\n"
    )
    definitions = OWN.replace("typedef unsigned short *BSTR;", '#include "texts.h"') + DEFINITIONS
    texts = make(
        'source("texts.c"), header("texts.h")',
        f"{DECLARATIONS}int live(void);",
        {"texts.h": f"{own}{PROTOTYPES}int live(void);\n", "texts.c": definitions},
    )
    check(texts)
    assert texts.live() == 0


@pytest.mark.rules("R5.1")
def test_functions_that_the_module_declares_are_its_allocator(make: Make) -> None:
    declared = "[private, raw] BSTR SysAllocStringByteLen([raw] const char *bytes, unsigned size);\n"
    declared += "[private] void SysFreeString([raw] BSTR text);\nint live(void);\n"
    definitions = OWN.replace("unsigned short", "__CHAR16_TYPE__") + DEFINITIONS
    texts = make('source("texts.c")', declared + DECLARATIONS, {"texts.c": definitions})
    check(texts)
    assert texts.live() == 0


@pytest.mark.rules("R5.1")
def test_a_lazily_bound_library_with_its_own_allocator(make: Make, tmp_path: Path) -> None:
    (tmp_path / "own.c").write_text(OWN.replace("unsigned short", "__CHAR16_TYPE__") + DEFINITIONS)
    build_shared_library(tmp_path / "own.c", tmp_path / "libown.so")
    declared = "[private, raw] BSTR SysAllocStringByteLen([raw] const char *bytes, unsigned size);\n"
    declared += "[private] void SysFreeString([raw] BSTR text);\nint live(void);\n"
    texts = make('library("own")', declared + DECLARATIONS, {})
    interop.set_resolver(texts, lambda library, module: str(tmp_path / "libown.so"))
    check(texts)
    assert texts.live() == 0


def test_a_header_whose_bstr_has_other_units_is_refused(tmp_path: Path) -> None:
    (tmp_path / "texts.h").write_text("typedef unsigned *BSTR; static inline int f(BSTR x) { return x != 0; }\n")
    (tmp_path / "texts.cdef").write_text(
        '[source("texts.c"), header("texts.h")]\nmodule texts { int f([raw] BSTR x); }\n'
    )
    (tmp_path / "texts.c").write_text('#include "texts.h"\n')
    result = build(str(tmp_path / "texts.cdef"), str(tmp_path))
    assert not result.ok
    assert "not text of 16-bit units" in render(result.report)


def test_a_header_may_say_what_a_bstr_is_made_of(make: Make) -> None:
    header = f'#include "interop/bstr.h"\n{PROTOTYPES}'
    source = f'#include "texts.h"\n{DEFINITIONS}'
    for spelling in ("unsigned short", "char16_t", "wchar_t"):
        declarations = f"typedef {spelling} *BSTR;\n{DECLARATIONS}"
        check(make('source("texts.c"), header("texts.h")', declarations, {"texts.h": header, "texts.c": source}))


@pytest.mark.rules("R1.21")
def test_a_wchar_t_of_two_bytes_is_utf16(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CFLAGS", "-fshort-wchar")
    source = """
    #include <stddef.h>
    static size_t units(const wchar_t *text) { size_t n = 0; while (text[n] != 0) n++; return n; }
    size_t length([string] const wchar_t *text) { return units(text); }
    const wchar_t *same(const wchar_t *text) { return text; }
    void put(wchar_t *room, size_t size, const wchar_t *text)
    {
        for (size_t i = 0; i < size; i++) { room[i] = text[i]; if (text[i] == 0) break; }
    }
    size_t total(const wchar_t *const *texts, size_t n)
    {
        size_t all = 0;
        for (size_t i = 0; i < n; i++) all += units(texts[i]);
        return all;
    }
    """.replace("[string] ", "")
    texts = make(
        'source("texts.c")',
        """
        size_t length([string] const wchar_t *text);
        [string] const wchar_t *same([string] const wchar_t *text);
        void put([out, string, size_is(size)] wchar_t *room, size_t size, [string] const wchar_t *text);
        size_t total([in, size_is(n), element(string)] const wchar_t *const *texts, size_t n);
        """,
        {"texts.c": source},
    )
    assert texts.length("a\U0001f600") == 3
    assert texts.same("a\U0001f600é") == "a\U0001f600é"
    assert texts.put("a\U0001f600", size=4) == "a\U0001f600"
    assert texts.total(["\U0001f600", "", "ab"]) == 4
