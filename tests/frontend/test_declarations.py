"""Declarations become the model: names, enums, records, constants, functions with their contracts."""

from __future__ import annotations

import pytest

from interop.model.contract import Direction, Encoding, Force
from interop.model.expr import to_c
from interop.model.library import Binding, Global, Record, Typedef
from tests.frontend.conftest import Declare, Findings


def test_module(declare: Declare) -> None:
    library = declare(
        "",
        '[library("z", "libz.so.1"), header("zlib.h")] [include("a.h"), pkg_config("zlib"), prefix("Z_", "z")]'
        '[encoding("latin-1", "replace"), arrays("numpy"), helpstring("words")]',
    )
    assert library.binding == Binding(("z", "libz.so.1"), ("zlib.h",), (), ("a.h",), ("zlib",))
    assert library.prefixes == ("Z_", "z")
    assert library.encoding == Encoding("latin-1", "replace")
    assert (library.arrays, library.helpstring) == ("numpy", "words")
    assert not library.binding.is_lazy


def test_repeated_lists_join(declare: Declare) -> None:
    assert declare("", '[library("a"), library("b")]').binding.libraries == ("a", "b")


def test_prefix_is_dropped_from_every_kind_of_name(declare: Declare) -> None:
    library = declare(
        "enum X_mode { X_READ, Y_WRITE };\n#define X_LIMIT 3\n#define X_3D 1\nint X_open(void); int X_class(void);",
        '[library("x"), prefix("X_")]',
    )
    (enum,) = library.enums
    assert enum.py_name == "mode"
    assert [member.py_name for member in enum.members] == ["READ", "Y_WRITE"]
    assert [constant.py_name for constant in library.constants] == ["LIMIT", "X_3D"]
    assert [function.py_name for function in library.functions] == ["open", "class_"]


def test_keywords_get_an_underscore(declare: Declare) -> None:
    (function,) = declare("int f(int in, int from, [name(to)] int with, int match);").functions
    assert [parameter.py_name for parameter in function.parameters] == ["in_", "from_", "to", "match"]


def test_unnamed_parameters_get_names_that_are_free(declare: Declare) -> None:
    (function,) = declare("int f(int, int arg2, int);").functions
    assert [parameter.name for parameter in function.parameters] == ["arg0", "arg2", "arg2_"]


def test_enum_values(declare: Declare) -> None:
    (enum,) = declare("enum e { A, B = 5, C, D = -1, E, F = B | 8, };").enums
    assert [member.value for member in enum.members] == [0, 5, 6, -1, 0, 13]
    assert enum.underlying.name == "int"


@pytest.mark.parametrize(
    ("declaration", "name", "spelling", "underlying"),
    [
        ("enum color { A };", "color", "enum color", "unsigned int"),
        ("typedef enum { A } color;", "color", "color", "unsigned int"),
        ("typedef enum tag { A = -1 } color;", "color", "enum tag", "int"),
        ("enum { A };", "", "", "unsigned int"),
        ("enum color : int { A };", "color", "int", "int"),
        ("typedef enum : unsigned char { A } color;", "color", "unsigned char", "unsigned char"),
        ("enum big { A = 4294967296 };", "big", "enum big", "unsigned long"),
        ("enum wide { A = -1, B = 2147483648 };", "wide", "enum wide", "long"),
    ],
)
def test_enum_names(declare: Declare, declaration: str, name: str, spelling: str, underlying: str) -> None:
    (enum,) = declare(declaration).enums
    assert (enum.name, enum.spelling, enum.underlying.name) == (name, spelling, underlying)


def test_enum_attributes(declare: Declare) -> None:
    library = declare(
        '[flags, helpstring("how")] typedef enum { R = 1, [name(w)] W = 2 } mode; typedef [private] enum { X } p;'
    )
    first, second = library.enums
    assert first.flags
    assert first.helpstring == "how"
    assert [member.py_name for member in first.members] == ["R", "w"]
    assert second.private


def test_enum_used_by_its_typedef_and_its_tag(declare: Declare) -> None:
    (function,) = declare("typedef enum tag { A } color; void f(color x, enum tag y);").functions
    assert [parameter.type.spell() for parameter in function.parameters] == ["color", "enum tag"]


def test_records(declare: Declare) -> None:
    library = declare(
        "struct node { struct node *next; unsigned a : 3, : 2; char name[16]; };"
        "typedef struct { double x, y; } point; union u { int i; float f; }; struct opaque;"
    )
    records = [declaration for declaration in library.declarations if isinstance(declaration, Record)]
    assert [record.spelling for record in records] == ["struct node", "point", "union u", "struct opaque"]
    assert [record.is_union for record in records] == [False, False, True, False]
    assert [(field.name, field.type.spell(), field.bits) for field in records[0].fields or ()] == [
        ("next", "struct node *", None),
        ("a", "unsigned int", 3),
        ("", "unsigned int", 2),
        ("name", "char [16]", None),
    ]
    assert records[3].fields is None


def test_inner_records_are_declared_first(declare: Declare) -> None:
    library = declare("struct outer { struct inner { int x; } a; };")
    assert [d.spelling for d in library.declarations if isinstance(d, Record)] == ["struct inner", "struct outer"]


def test_typedefs(declare: Declare) -> None:
    library = declare("typedef struct node node; [boolean] typedef int BOOL; typedef BOOL truth;")
    typedefs = [declaration for declaration in library.declarations if isinstance(declaration, Typedef)]
    assert [(t.name, t.target.spell(), t.boolean) for t in typedefs] == [
        ("node", "struct node", False),
        ("BOOL", "int", True),
        ("truth", "BOOL", False),
    ]


def test_globals(declare: Declare) -> None:
    library = declare("extern int counter; extern const char *const names[]; extern const double pi;")
    found = [d for d in library.declarations if isinstance(d, Global)]
    assert [(g.name, g.type.spell(), g.const) for g in found] == [
        ("counter", "int", False),
        ("names", "const char *[]", True),
        ("pi", "double", True),
    ]


def test_known_types_may_be_declared_again(declare: Declare) -> None:
    library = declare(
        "typedef unsigned int uint32_t; typedef unsigned long size_t; typedef int wchar_t; typedef _Bool bool;"
        "typedef signed char int8_t; typedef struct _IO_FILE FILE; size_t f(uint32_t x);"
    )
    assert not [declaration for declaration in library.declarations if isinstance(declaration, Typedef)]


def test_the_same_declaration_may_stand_twice(declare: Declare) -> None:
    library = declare(
        "int f(int x); int f(int x); typedef int t; typedef int t; struct s; struct s;\n#define A 1\n#define A 1"
    )
    assert len(library.declarations) == 4


def test_one_symbol_may_have_several_names(declare: Declare) -> None:
    library = declare('[entry("f")] int f_int(int x); [entry("f")] int f_double(double x);')
    assert [(function.name, function.symbol) for function in library.functions] == [("f_int", "f"), ("f_double", "f")]


def test_function_attributes(declare: Declare) -> None:
    (function,) = declare(
        '[entry("open64"), name(open), success(result >= 0 || errno == EINTR), errno, raises(OpenError)]'
        '[message("cannot"), requires(flags != 3), hold_gil, callconv(ms_abi), deprecated, helpstring("opens")]'
        "int x_open([in, string] const char *path, int flags);"
    ).functions
    policy = function.policy
    assert (function.name, function.symbol, function.py_name) == ("x_open", "open64", "open")
    assert policy.success is not None
    assert policy.requires is not None
    assert to_c(policy.success) == "(result >= 0) || (errno == EINTR)"
    assert (policy.errno, policy.save_errno, policy.raises) == (True, False, "OpenError")
    assert function.hold_gil
    assert (function.callconv, function.deprecated, function.helpstring) == ("ms_abi", "", "opens")


def test_attributes_before_a_function_speak_of_the_result_or_of_the_function(declare: Declare) -> None:
    (function,) = declare('[string, owned(free), encoding("latin-1"), unique, private] char *f(void);').functions
    assert function.private
    assert function.result_contract.string
    assert function.result_contract.nullable is True
    assert function.result_contract.encoding == Encoding("latin-1")
    assert function.result_contract.owned is not None


def test_contract(declare: Declare) -> None:
    (function,) = declare(
        "void g(void *p); void *h(int n);"
        "void f([in, out, size_is(n), length_is(*m), copy, always] int *x, int n, [in, out] int *m,"
        "  [in, string, unique, defaultvalue(NULL)] const char *text, [fixed(3)] int version,"
        "  [out, size_is(, *m), element(owned(g, h, deep))] char ***names, [optional] int last);",
        '[library("x"), header("x.h")]',
    ).functions[2:]
    x, _, m, text, version, names, last = (parameter.contract for parameter in function.parameters)
    assert (x.direction, x.force, x.always) == (Direction.INOUT, Force.COPY, True)
    assert x.size is not None
    assert x.length is not None
    assert [to_c(level) for level in (*x.size.levels, *x.length.levels) if level is not None] == ["n", "*m"]
    assert m.direction is Direction.INOUT
    assert text.nullable is True
    assert text.default is not None
    assert version.fixed is not None
    assert names.size is not None
    assert [level is None for level in names.size.levels] == [True, False]
    assert names.element is not None
    assert names.element.owned is not None
    assert (names.element.owned.free, names.element.owned.alloc, names.element.owned.deep) == ("g", "h", True)
    assert last.optional


def test_any_size(declare: Declare) -> None:
    (function,) = declare("void f([in, size_is(*)] const int *x);").functions
    size = function.parameters[0].contract.size
    assert size is not None
    assert size.any_size


@pytest.mark.parametrize(
    ("declaration", "expected"),
    [
        ("[out] double x[3]", "3"),
        ("[in] const double x[2 + 2]", "4"),
        ("[in, out] float x[4][4]", "4"),
        ("[out, string] char x[16]", "16"),
        ("[out, size_is(n)] double x[3]", "n"),
        ("[in, string] const char x[16]", None),
        ("[in, null_terminated] const int x[8]", None),
        ("[out] double x[n]", "n"),
        ("[in] const double x[n][3]", "n"),
        ("double x[n]", None),
        ("double x[3]", None),
        ("[out] double x[]", None),
    ],
)
def test_declared_length_is_the_size(declare: Declare, declaration: str, expected: str | None) -> None:
    (function,) = declare(f"void f({declaration}, int n);").functions
    size = function.parameters[0].contract.size
    found = None if size is None or size.levels[0] is None else to_c(size.levels[0])
    assert found == expected


def test_declaration_reaches_from_the_bracket_to_the_semicolon(declare: Declare) -> None:
    (function,) = declare("/* before */ [hold_gil] int f(int x); /* after */").functions
    assert function.declaration.text == "[hold_gil] int f(int x);"
    assert function.origin.text == "f"


def test_attributes_change_nothing_elsewhere(declare: Declare) -> None:
    plain, annotated = declare("int f(int x); [hold_gil] int g(int x);").functions
    assert plain.parameters == annotated.parameters


@pytest.mark.parametrize("name", ["in", "out", "string", "copy", "name", "module", "import", "interface", "success"])
def test_words_of_the_language_are_names_of_c(declare: Declare, name: str) -> None:
    (function,) = declare(f"int {name}(int {name});").functions
    assert function.parameters[0].name == name


def test_one_fault_does_not_hide_the_others(findings: Findings) -> None:
    assert findings("int f(int; foo g(void); void h([out] int x); int sound(void);") == ["E0108", "E0301", "E0201"]


def test_what_a_fault_hides_is_not_reported_as_unknown(findings: Findings) -> None:
    assert findings("typedef int; number f(void);")[0] == "E0121"
    assert findings("struct number { int x; } [ ; typedef struct number number_t; number_t *f(void);") == ["E0107"]
    assert findings("#define LIMIT @ 3 +\nint f([out, size_is(LIMIT)] int *x);") == ["E0103", "E0107"]
