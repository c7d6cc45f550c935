"""Declarations that are rare and sound: they build, import and work; or they are refused by name."""

from __future__ import annotations

import importlib
import math
import os
import platform
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from interop.build.analysis import analyse
from interop.build.driver import build
from interop.diag.render import render
from interop.runtime.loading import Loader
from tests.support.build import ROOT
from tests.support.refusals import refused

pytestmark = [pytest.mark.skipif(os.name != "posix", reason="runs the Unix compiler driver"), pytest.mark.slow]

Make = Callable[..., ModuleType]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    """``make(declarations, c, header)`` builds a module of these texts and imports it for the length of a test."""

    def make_module(declarations: str, c: str = "", header: str = "") -> ModuleType:
        result = build(str(write(tmp_path, "odd", declarations, c, header)), str(tmp_path), warnings_as_errors=True)
        assert result.ok, render(result.report)
        monkeypatch.syspath_prepend(tmp_path)
        return importlib.import_module("odd")

    yield make_module
    for loaded in list(sys.modules):
        if loaded.partition(".")[0] == "odd":
            del sys.modules[loaded]


def write(folder: Path, name: str, declarations: str, c: str = "", header: str = "") -> Path:
    """The files of a module that is bound to a C source, and to a header if one is given."""
    cdef = folder / f"{name}.cdef"
    headers = f', header("{name}.h")' if header else ""
    cdef.write_text(f'[source("{name}.c"){headers}]\nmodule {name} {{\n{declarations}\n}}\n')
    cdef.with_suffix(".c").write_text(c or "typedef int nothing;\n")
    if header:
        cdef.with_suffix(".h").write_text(header)
    return cdef


# Names


def test_a_parameter_called_result_stands_beside_the_c_result(make: Make) -> None:
    odd = make(
        "int f([out, name(res)] int *result);\n[string] const char *g([out, string, name(res)] const char **result);",
        'int f(int *result) { *result = 5; return 7; }\nconst char *g(const char **r) { *r = "b"; return "a"; }\n',
    )
    assert odd.f() == (7, 5)
    assert (odd.f().result, odd.f().res) == (7, 5)
    assert odd.g() == ("a", "b")


@pytest.mark.parametrize("binding", ['source("x.c")', 'library("c")'])
def test_no_name_of_the_user_hides_a_private_one(tmp_path: Path, binding: str) -> None:
    """Whatever a generated module calls its own: a declaration of that name would replace it."""
    declarations = (
        "enum e { A };\n[flags] enum g { B };\n[success(result == 0), raises(Failed)] int f(void);\n"
        "[success(result == 0)] int plain(void);\nextern int v;\nconst double d = 0.5;\n"
    )
    cdef = tmp_path / "private.cdef"
    cdef.write_text(f"[{binding}]\nmodule private {{\n{declarations}}}\n")
    (tmp_path / "x.c").write_text("int v;\nint f(void) { return 0; }\nint plain(void) { return 0; }\n")
    result = build(str(cdef), str(tmp_path / "out"), warnings_as_errors=True)
    assert result.ok, render(result.report)
    script = "import private; print(*(n for n in vars(private) if n.startswith('_') and not n.startswith('__')))"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(tmp_path / "out"), str(ROOT)))}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    private = done.stdout.split()
    assert len(private) > 1
    for name in private:
        if name != "_private":  # the extension's own, an attribute that only the import system sets
            cdef.write_text(f"[{binding}]\nmodule private {{\nint {name}(int x);\n}}\n")
            assert [d.code for d in analyse(str(cdef)).report.diagnostics] == ["E0306"], name


def test_the_prefix_of_generated_names_is_refused(tmp_path: Path) -> None:
    declarations = (
        "int interop_fail(int code);\n[name(fine)] int interop_count(void);\nint my_interop_fail(int code);\n"
    )
    report = analyse(str(write(tmp_path, "prefix", declarations))).report
    assert [(d.code, d.primary.span.line) for d in report.diagnostics] == [("E0306", 3), ("E0306", 4)]
    assert "interop_" in render(report)


def test_functions_that_are_macros_where_no_header_is_named(make: Make) -> None:
    """Python.h brings some of the C library's headers, whose macros must not meet the declarations."""
    odd = make("int isalpha(int c);\nint toupper(int c);\nint putchar(int c);\nint abs(int x);\ndouble fabs(double x);")
    assert odd.isalpha(ord("x")) != 0
    assert odd.isalpha(ord("1")) == 0
    assert chr(odd.toupper(ord("x"))) == "X"
    assert (odd.abs(-3), odd.fabs(-0.5)) == (3, 0.5)


def test_macros_of_a_header_do_not_reach_the_stubs(make: Make) -> None:
    odd = make(
        "int last([in, size_is(n)] const int *values, int n);\n"
        "void fills([out, string, size_is(n)] char *text, [defaultvalue(8)] int n);",
        "void fills(char *text, int n) { text[0] = n > 1 ? '0' : 0; text[1] = 0; }\n",
        "#include <stddef.h>\nstatic inline int last(const int *values, int n) { return values[n - 1]; }\n"
        "void fills(char *text, int n);\n"
        "#define count 5\n#define size 6\n#define items oops\n#define list(a, b) oops\n#define fill(a, b) oops\n"
        "#define data oops\n#define array oops\n#define at oops\n#define INT 3\n#define IN 4\n#define OUT oops\n",
    )
    assert odd.last([1, 2, 3]) == 3
    assert odd.fills() == "0"


@pytest.mark.parametrize("name", ["self", "args", "nargs", "kwnames"])
def test_a_constant_has_the_name_of_something_that_python_passes(make: Make, name: str) -> None:
    c = f"enum {{ {name} = 4 }};\nvoid fill(int *v, int x) {{ for (int i = 0; i < {name}; i++) v[i] = x; }}\n"
    odd = make(f"enum {{ {name} = 4 }};\nvoid fill([out, size_is({name})] int *v, int x);", c)
    assert list(odd.fill(7)) == [7] * 4


@pytest.mark.parametrize("name", ["nargs", "kwnames"])
def test_a_function_has_the_name_of_something_that_python_passes(make: Make, name: str) -> None:
    odd = make(f"int {name}(int {name});", f"int {name}(int x) {{ return x; }}\n")
    function = getattr(odd, name)
    assert (function(7), function(**{name: 7})) == (7, 7)


LENDING = """
typedef const char *lender(int x);
typedef int waiter(int x);
int serve(lender *lend, waiter *wait);
const char *ask(int done, int wait);
"""

LENDING_IN_C = """
#include <unistd.h>
typedef const char *lender(int x);
typedef int waiter(int x);
static lender *lent;
int serve(lender *lend, waiter *wait) { lent = lend; int result = wait(0); lent = 0; return result; }
const char *ask(int done, int wait)
{
    char byte = 0;
    const char *text = lent(1);
    return write(done, &byte, 1) == 1 && read(wait, &byte, 1) == 1 ? text : "";
}
"""


def test_text_is_lent_to_the_call_in_which_c_called(make: Make) -> None:
    """Although the callable was passed to another one, which ends first."""
    odd = make(LENDING, LENDING_IN_C)
    (done, tell), (wait, go_on) = os.pipe(), os.pipe()
    text = "lent" * 2000
    answers: list[str] = []
    thread = threading.Thread(target=lambda: answers.append(odd.ask(tell, wait)))

    def until_asked(_: int) -> int:
        thread.start()
        return len(os.read(done, 1))

    assert odd.serve(lambda x: text[:-1] + str(x), until_asked) == 1
    others = [b"?" * (len(text) + 4) for _ in range(100)]
    os.write(go_on, b"!")
    thread.join()
    assert answers == [text[:-1] + "1"]
    assert len(others) == 100
    for end in (done, tell, wait, go_on):
        os.close(end)


RICH = """
typedef struct vec { double x, y; } vec;
typedef struct person { [string, unique, owned(free)] char *nick; } person;
[handle, close(store_shut)] typedef struct store store;
[constructor] store *store_open(void);
void store_shut(store *s);
[property(level)] int store_level(store *s);
[property(level)] void store_set_level(store *s, int to);
void move_all([in, out, size_is(n)] vec *v, size_t n);
int rename_to([in, out] person *p);
[success(result == 0)] int answer(int given_x, [out] int *answered);
"""
RICH_HEADER = """
#include <stddef.h>
typedef struct vec { double x, y; } vec;
typedef struct person { char *nick; } person;
typedef struct store store;
store *store_open(void);
void store_shut(store *s);
int store_level(store *s);
void store_set_level(store *s, int to);
void move_all(vec *v, size_t n);
int rename_to(person *p);
int answer(int given_x, int *answered);
"""
RICH_C = """
struct store { int at_level; };
static struct store only;
store *store_open(void) { return &only; }
void store_shut(store *s) { s->at_level = 0; }
int store_level(store *s) { return s->at_level; }
void store_set_level(store *s, int to) { s->at_level = to; }
void move_all(vec *v, size_t n) { while (n > 0) v[--n].x++; }
int rename_to(person *p) { return p->nick != NULL; }
int answer(int given_x, int *answered) { *answered = given_x; return 0; }
"""
UNDEFINED = re.findall(r"#undef (\w+)", (ROOT / "native/include/interop/undef.h").read_text())


def test_macros_of_all_names_that_generated_text_uses(make: Make) -> None:
    header = RICH_HEADER + "".join(f"#define {name} 17\n" for name in UNDEFINED)
    c = '#include "odd.h"\n' + "".join(f"#undef {name}\n" for name in UNDEFINED) + RICH_C
    odd = make(RICH, c, header)
    with odd.store() as store:
        store.level = 5
        assert store.level == 5
    vectors = odd.vec.array(2)
    odd.move_all(vectors)
    assert vectors[1].x == 1.0
    odd.rename_to(odd.person(nick="a"))
    assert odd.answer(3) == 3


def test_every_name_that_generated_text_uses_is_freed_of_macros() -> None:
    """Names in the golden stubs that are not the declarations' own, and names in the runtime's macros."""
    used: set[str] = set()
    for folder in (ROOT / "tests" / "golden").iterdir():
        if (folder / "stubs.c").exists():
            own = {n for f in ("in.cdef", "module.py") for n in re.findall(r"\w+", (folder / f).read_text())}
            used |= _c_names(re.sub(r"(?m)^\s*#.*$", "", (folder / "stubs.c").read_text())) - own
    for header in (ROOT / "native" / "include" / "interop").glob("*.h"):
        text = header.read_text().replace("\\\n", " ")
        for given, body in re.findall(r"(?m)^ *#define \w+(\([^)]*\))?(.*)$", text):
            used |= _c_names(body) - _c_names(given)
    assert used - set(UNDEFINED) - C_NAMES == set()


C_NAMES = set(
    re.findall(
        r"\w+",
        """auto break case char const continue default do double else enum extern float for goto if inline int long
        register restrict return short signed sizeof static struct switch typedef union unsigned void volatile while
        size_t uintptr_t intptr_t int32_t int64_t uint8_t uint16_t uint32_t wchar_t char16_t char32_t
        errno free isinf malloc memcmp memcpy memset offsetof strlen""",
    )
)


def _c_names(text: str) -> set[str]:
    """The identifiers of C text that a macro of a header may have, but for those that are made of a type's name."""
    plain = re.sub(r"/\*.*?\*/|\"(\\.|[^\"\\\n])*\"|'(\\.|[^'\\\n])*'", " ", text, flags=re.DOTALL)
    words = re.findall(r"(?<!\w)[a-z]\w*", plain)
    return {word for word in words if not re.match(r"interop_|(enum|[rhft])_|\w+__|\w$", word)}


def test_a_macro_that_the_stubs_meet_is_named(tmp_path: Path) -> None:
    header = "int f(int x);\n#define interop_f_f 17\n"
    cdef = write(tmp_path, "odd", "int f(int x);", "int f(int x) { return x; }\n", header)
    report = build(str(cdef), str(tmp_path)).report
    assert [d.code for d in report.diagnostics] == ["E0709"]
    assert "help: odd.h:2 defines 'interop_f_f' as a macro" in render(report)


# Types and values


def test_arrays_of_pointers_are_lists_of_them(make: Make) -> None:
    odd = make(
        "uintptr_t total([in, size_is(n)] void *const *pointers, size_t n);\n"
        "void spread([out, size_is(n)] void **pointers, size_t n);\n"
        "void reverse([in, out, size_is(n)] void **pointers, size_t n);",
        "#include <stddef.h>\n#include <stdint.h>\nstatic char block[16];\n"
        "uintptr_t total(void *const *p, size_t n)\n"
        "{ uintptr_t t = 0; while (n > 0) t += (uintptr_t)p[--n]; return t; }\n"
        "void spread(void **p, size_t n) { for (size_t i = 0; i < n; i++) p[i] = i % 2 ? NULL : block + i; }\n"
        "void reverse(void **p, size_t n) { for (size_t i = 0; i < n / 2; i++)\n"
        "    { void *k = p[i]; p[i] = p[n - 1 - i]; p[n - 1 - i] = k; } }\n",
    )
    assert odd.total([4096, None, odd.ffi.cast("int *", 8)]) == 4104
    first, second, third = odd.spread(n=3)
    assert third - odd.ffi.cast("char *", first) == 2 if isinstance(third, int) else third != first
    assert second is None or second == odd.ffi.NULL
    pointers = [odd.ffi.cast("void *", 4096), 8192]
    odd.reverse(pointers)
    assert [int(odd.ffi.cast("uintptr_t", each)) for each in pointers] == [8192, 4096]
    with refused(TypeError, "total()", "pointers", "1"):
        odd.total([None, "x"])


@pytest.mark.rules("R1.27")
@pytest.mark.skipif(platform.machine() != "x86_64", reason="there is one convention on this machine")
@pytest.mark.parametrize("convention", ["cdecl", "sysv_abi", "ms_abi"])
def test_calling_conventions(make: Make, convention: str) -> None:
    attribute = "" if convention == "cdecl" else f"__attribute__(({convention}))"
    odd = make(
        f"[callconv({convention})] double mix(int a, double b, long c, float d, int e, double f, int g);",
        f"double {attribute} mix(int a, double b, long c, float d, int e, double f, int g)\n"
        "{ return a + 10 * b + 100 * c + 1000 * d + 10000 * e + 100000 * f + 1000000 * g; }\n",
    )
    assert odd.mix(1, 2, 3, 4, 5, 6, 7) == 7654321


@pytest.mark.parametrize(
    "header", ["", "#define MOST 1e999\n#define LEAST (-1e999)\n#define NEITHER (1e999 - 1e999)\n"]
)
def test_constants_may_be_infinite_and_no_numbers(make: Make, header: str) -> None:
    odd = make(
        "const double MOST = 1e999;\nconst double LEAST = -1e999;\nconst double NEITHER = 1e999 - 1e999;", "", header
    )
    assert math.isinf(odd.MOST)
    assert odd.MOST > 0 > odd.LEAST
    assert math.isinf(odd.LEAST)
    assert math.isnan(odd.NEITHER)


def test_a_replaceable_array_must_be_as_long_as_the_expression_says(make: Make) -> None:
    odd = make(
        "int sum_twice([in, out, size_is(, 2 * n), owned(free)] int **values, int n);",
        "int sum_twice(int **v, int n) { int s = 0; for (int i = 0; i < 2 * n; i++) s += (*v)[i]; return s; }\n",
    )
    total, values = odd.sum_twice([1, 2, 3, 4], 2)
    assert (total, list(values)) == (10, [1, 2, 3, 4])
    with refused(ValueError, "sum_twice()", "values", "200", "3"):
        odd.sum_twice([1, 1, 1], 100)


# Python's own trouble


def test_a_symbol_at_address_zero_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cdef = tmp_path / "zero.cdef"
    cdef.write_text('[library("libc.so.6", "c")]\nmodule zero {\nint abs(int x);\n}\n')
    result = build(str(cdef), str(tmp_path), warnings_as_errors=True)
    assert result.ok, render(result.report)
    monkeypatch.syspath_prepend(tmp_path)
    zero = importlib.import_module("zero")
    with monkeypatch.context() as patch, refused(ValueError, "'abs'", "address 0"):
        patch.setattr(Loader, "address", lambda self, symbol: 0)
        zero.abs(-3)
    assert zero.abs(-3) == 3


@pytest.mark.alone
def test_keywords_work_after_memory_ran_out_while_they_were_made(make: Make) -> None:
    testcapi = pytest.importorskip("_testcapi", reason="this Python was installed without its test extensions")
    names = [f"call_{k}" for k in range(12)]
    odd = make(
        "\n".join(f'[entry("sum")] int {name}(int first, int second, int third);' for name in names),
        "int sum(int first, int second, int third) { return first + 2 * second + 4 * third; }\n",
    )
    # A keyword cache is filled at the first call, so each function can fail in one way only.
    failed = 0
    for k, name in enumerate(names):
        function = getattr(odd, name)
        testcapi.set_nomemory(k, k + 1)
        try:
            function(third=1, second=1, first=1)
        except MemoryError:
            failed += 1
        finally:
            testcapi.remove_mem_hooks()
        assert function(third=1, second=1, first=1) == 7
    assert failed > 2


IN_ANOTHER = """
import gc
import sys
try:
    import _interpreters as interpreters
    legacy = "legacy"
    other = interpreters.create(legacy)
except ImportError:
    import _xxsubinterpreters as interpreters
    other = interpreters.create(isolated=False)
sys.path.insert(0, sys.argv[1])
import interop, alone

def fails():
    try:
        alone.add(1, None)
    except interop.InteropError:
        return True
    return False

def works():
    alone.keep(lambda x: x + 1)
    box = alone.box_new(4)
    return alone.add(1, 2) == 3 and fails() and alone.run(4) == 5 and box.get() == 4 and isinstance(box, alone.Box)

assert works()
script = f'''
import sys
sys.path[:] = {sys.path!r}
try:
    import alone
except ImportError as error:
    message = str(error)
else:
    raise AssertionError("imported twice")
assert message == (
    "alone: it is loaded in another interpreter of this process, and works in one only; "
    "use it from the interpreter that imported it first, or from another process"
), message
'''
done = interpreters.run_string(other, script)
assert done is None, done
interpreters.destroy(other)
gc.collect()
assert works()
print("done")
"""

ALONE = """
int add(int a, int b);
[handle, close(box_close), methods("box_"), name(Box)] typedef struct box box;
box *box_new(int value);
void box_close(box *b);
int box_get(box *b);
typedef int visitor(int x);
void keep([scope(slot(kept))] visitor *visit);
int run(int x);
"""

ALONE_IN_C = """
#include <stdlib.h>
typedef struct box { int value; } box;
typedef int visitor(int x);
static visitor *kept;
int add(int a, int b) { return a + b; }
box *box_new(int value) { box *b = malloc(sizeof *b); b->value = value; return b; }
void box_close(box *b) { free(b); }
int box_get(box *b) { return b->value; }
void keep(visitor *visit) { kept = visit; }
int run(int x) { return kept(x); }
"""


def test_a_module_stays_with_the_interpreter_that_loaded_it(tmp_path: Path) -> None:
    """What it has is not touched by the other's import, which fails."""
    cdef = write(tmp_path, "alone", ALONE, ALONE_IN_C)
    result = build(str(cdef), str(tmp_path), warnings_as_errors=True)
    assert result.ok, render(result.report)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", IN_ANOTHER, str(tmp_path)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("done\n", 0), done.stderr
