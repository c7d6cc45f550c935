"""Records become the model: untagged ones in place, what was said of each field, what C says of their layout."""

from __future__ import annotations

import pytest

from interop.emit.ctext import cffi_declarations, headers
from interop.model.contract import Contract, Encoding
from interop.model.ctype import Array, Pointer, RecordRef
from interop.model.library import Field, Library, Record
from interop.model.manifest import digest
from tests.frontend.conftest import Declare, Findings


def record(library: Library, spelling: str) -> Record:
    (found,) = (r for r in library.records if r.spelling == spelling)
    return found


def field(library: Library, spelling: str, name: str) -> Field:
    (found,) = (f for f in record(library, spelling).fields or () if f.name == name)
    return found


def test_an_untagged_record_gets_a_name_of_its_place(declare: Declare) -> None:
    library = declare("struct outer { struct { int x; union { int i; } u; } items[3], *more; struct { int y; }; };")
    assert [(r.spelling, r.is_nested) for r in library.records] == [
        ("interop_u_outer_items_u", True),
        ("interop_u_outer_items", True),
        ("interop_u_outer_1", True),
        ("struct outer", False),
    ]
    items, more, anonymous = record(library, "struct outer").fields or ()
    inner = RecordRef("interop_u_outer_items", is_opaque=False)
    assert (items.type, more.type) == (Array(inner, 3), Pointer(inner))
    assert (anonymous.name, anonymous.py_name) == ("", "")
    assert [f.name for f in library.flat_fields(record(library, "struct outer"))] == ["items", "more", "y"]


def test_two_places_never_share_a_name(declare: Declare) -> None:
    library = declare("struct a_b { struct { int x; } c; }; struct a { struct { int y; } b_c; };")
    spellings = [r.spelling for r in library.records if r.is_nested]
    assert spellings == ["interop_u_a_b_c", "interop_u_a_b_c_2"]


def test_the_typedef_names_the_record_wherever_it_stands(declare: Declare) -> None:
    library = declare(
        "typedef struct x_a { int i; } x_first, x_second; typedef struct x_b x_named; struct x_b { int i; };"
        "struct x_c { int i; }; [name(Chosen)] struct x_d { int i; };",
        '[library("x"), prefix("x_")]',
    )
    assert [r.py_name for r in library.records] == ["first", "named", "c", "Chosen"]


def test_attributes_of_fields_are_contracts(declare: Declare) -> None:
    library = declare(
        'struct s { int n; [size_is(n), unique] double *values; [string, encoding("latin-1")] char text[8];'
        " [raw] void *user; [name(class_)] int type; const int fixed; char *const pointer; int from; };"
    )
    contract = field(library, "struct s", "values").contract
    assert contract.size is not None
    assert contract.nullable is True
    assert field(library, "struct s", "text").contract == Contract(string=True, encoding=Encoding("latin-1"))
    assert field(library, "struct s", "user").contract == Contract(raw=True)
    names = [f.py_name for f in record(library, "struct s").fields or ()]
    assert names == ["n", "values", "text", "user", "class_", "fixed", "pointer", "from_"]
    assert [f.name for f in record(library, "struct s").fields or () if f.const] == ["fixed", "pointer"]


def test_expressions_of_anonymous_members_are_over_the_record_around_them(findings: Findings) -> None:
    anonymous = "struct s { int n; [switch_is(n)] union { [case(1), size_is(n)] int *p; [default] int q; }; };"
    assert findings(anonymous) == []
    assert findings("struct s { int n; struct { [size_is(n)] int *p; } named; };") == ["E0304"]


def test_what_c_says_of_a_layout_is_kept(declare: Declare) -> None:
    library = declare(
        "struct __attribute__((packed)) s { char c; _Alignas(8) int x, y __attribute__((aligned(16))); }"
        " __attribute__((aligned(32))); struct plain { int x; } __attribute__((deprecated));"
    )
    assert record(library, "struct s").layout == "__attribute__((packed)) __attribute__((aligned(32)))"
    assert [f.layout for f in record(library, "struct s").fields or ()] == [
        "",
        "_Alignas(8)",
        "_Alignas(8) __attribute__((aligned(16)))",
    ]
    assert record(library, "struct plain").layout == ""


def test_pack_reaches_the_untagged_records_inside(declare: Declare) -> None:
    library = declare("[pack(2)] struct s { struct { char c; int x; } inner; struct t { int y; } tagged; };")
    assert [(r.spelling, r.pack) for r in library.records] == [
        ("interop_u_s_inner", 2),
        ("struct t", None),
        ("struct s", 2),
    ]


def test_a_partial_record_needs_a_header(declare: Declare, findings: Findings) -> None:
    library = declare("struct s { int x; ...; };", '[header("x.h")]')
    assert record(library, "struct s").is_partial
    assert findings("struct s { int x; ...; };") == ["E0254"]


def test_an_untagged_enum_is_the_integer_behind_it(declare: Declare) -> None:
    library = declare("struct s { enum { LOW = -1, HIGH } level; };")
    assert field(library, "struct s", "level").type.spell() == "int"
    assert [m.name for m in library.enums[0].members] == ["LOW", "HIGH"]


def test_volatile_belongs_to_what_a_pointer_points_at(declare: Declare) -> None:
    library = declare("struct s { volatile int *p; void volatile **q; int *volatile r; volatile int v; };")
    spelled = [f.type.spell() for f in record(library, "struct s").fields or ()]
    assert spelled == ["volatile int *", "volatile void **", "int *", "int"]


def test_c_says_untagged_records_where_they_stand(declare: Declare) -> None:
    library = declare("struct s { struct { int x; } a, *b; char *const names[2]; const char text[4]; };")
    text = headers(library)
    assert "struct s { struct { int x; } a, *b; char *const names[2]; const char text[4]; };" in text
    assert "typedef __typeof__(((struct s *)0)->a) interop_u_s_a;" in text


def test_a_const_untagged_record_is_named_without_its_const(declare: Declare) -> None:
    text = headers(declare("struct s { const struct { int x; } a[2]; struct { int y; } (*f)(int); };"))
    assert "typedef __typeof__(((void)0, ((struct s *)0)->a[0])) interop_u_s_a;" in text
    assert "typedef __typeof__((((struct s *)0)->f)(*(int *)0)) interop_u_s_f;" in text


def test_a_record_of_the_system_is_our_own_where_no_header_declares_it(declare: Declare) -> None:
    timespec = "struct timespec { long tv_sec, tv_nsec; };"
    assert "#define timespec interop_h_timespec" in headers(declare(timespec))
    assert "#define" not in headers(declare(timespec, '[library("c"), header("time.h")]'))


def test_cffi_lays_out_what_has_bit_fields_and_asks_for_everything_else(declare: Declare) -> None:
    library = declare("[pack(1)] struct b { int x : 3; char c; }; struct s { int x; char c; };")
    assert cffi_declarations(library) == (
        ("struct b { int x : 3; char c; };\n", 1),
        ("struct s { int x; char c; ...; };\n", None),
    )


@pytest.mark.parametrize(
    "other",
    [
        "[pack(1)] struct s { int n; [size_is(n)] int *p; };",
        "[private] struct s { int n; [size_is(n)] int *p; };",
        "[name(t)] struct s { int n; [size_is(n)] int *p; };",
        '[helpstring("x")] struct s { int n; [size_is(n)] int *p; };',
        "struct s { int n; [size_is(n), unique] int *p; };",
        "struct s { int n; [size_is(n)] const int *p; };",
        "struct s { int n; [size_is(n)] int *const p; };",
        "struct s { int n; [size_is(n)] volatile int *p; };",
        "struct s { const int n; [size_is(n)] int *p; };",
        "struct s { [name(m)] int n; [size_is(n)] int *p; };",
        "struct s { _Alignas(16) int n; [size_is(n)] int *p; };",
        "struct s { int n; [size_is(n)] int *p; } __attribute__((packed));",
        "struct s { int n : 32; [size_is(n)] int *p; };",
        "struct s { struct { int n; }; [size_is(n)] int *p; };",
    ],
)
def test_the_digest_moves_with_everything_that_is_said(declare: Declare, other: str) -> None:
    assert digest(declare(other)) != digest(declare("struct s { int n; [size_is(n)] int *p; };"))


@pytest.mark.parametrize("attribute", ["case(2)", "case(1, 2)", "default"])
def test_the_digest_moves_with_cases(declare: Declare, attribute: str) -> None:
    text = "struct s { int t; [switch_is(t)] union { [case(1)] int i; } u; };"
    assert digest(declare(text)) != digest(declare(text.replace("case(1)", attribute)))
    assert digest(declare(text)) != digest(declare(text.replace("switch_is(t)", "switch_is(t + 1)")))
