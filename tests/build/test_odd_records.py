"""Records that are rare and sound: they build without a warning, and what they cannot hold is refused."""

from __future__ import annotations

import os

import pytest

from tests.build.test_odd_declarations import Make, make
from tests.support.refusals import refused

pytestmark = pytest.mark.skipif(os.name != "posix", reason="runs the Unix compiler driver")

__all__ = ["make"]


PACKED = """
typedef struct inner { int a; double b; } inner;
typedef union both { int i; double d; } both;
typedef struct __attribute__((packed)) outer { char c; inner in; inner ins[2]; both u; double d[2]; } outer;
"""


@pytest.mark.rules("R8.26")
def test_packed_records_with_records_inside(make: Make) -> None:
    odd = make(
        f"{PACKED}double total([in] const outer *o);",
        '#include "odd.h"\n',
        f"{PACKED}static inline double total(const outer *o) {{ return o->in.a + o->ins[1].b + o->u.i + o->d[1]; }}\n",
    )
    assert odd.total(odd.outer(b"x", odd.inner(1), [odd.inner(), odd.inner(0, 2)], odd.both(4), [0, 8])) == 15


def test_records_without_a_member_that_a_buffer_shows(make: Make) -> None:
    records = """
    typedef struct nothing {} nothing;
    typedef struct bits { unsigned a : 3; } bits;
    typedef struct first { unsigned a : 3; int b; } first;
    """
    odd = make(
        f"{records}int sum(nothing n, bits b, first f);",
        '#include "odd.h"\n',
        f"""{records}
    static inline int sum(nothing n, bits b, first f) {{ (void)n; return (int)b.a + (int)f.a + f.b; }}
    """,
    )
    assert odd.sum(odd.nothing(), odd.bits(1), odd.first(2, 4)) == 7


@pytest.mark.rules("R8.20")
def test_no_more_flexible_elements_are_read_than_there_is_room_for(make: Make) -> None:
    odd = make(
        "typedef struct packet { unsigned length; [size_is(length)] unsigned char payload[]; } packet;\n"
        "void answer([in, out] packet *p, unsigned length);",
        '#include "odd.h"\n',
        "typedef struct packet { unsigned length; unsigned char payload[]; } packet;\n"
        "static inline void answer(packet *p, unsigned length) { p->length = length; }\n",
    )
    packet = odd.packet(b"abc")
    for length in (4, 200, 1 << 30):
        with refused(ValueError, f"C reports {length} valid elements, but there is room for 3"):
            odd.answer(packet, length)
        assert bytes(packet.payload) == b"abc"
    odd.answer(packet, 2)
    assert bytes(packet.payload) == b"ab"


@pytest.mark.rules("R8.3")
def test_a_struct_in_a_tagged_union_must_be_there(make: Make) -> None:
    record = (
        "typedef struct tagged { int tag; %s union { %s struct { int x; %s char *s; } a; %s int z[3]; } u; } tagged;"
    )
    odd = make(
        record % ("[switch_is(tag)]", "[case(1)]", "[string]", "[default]") + "\nsize_t length([in] const tagged *t);",
        '#include "odd.h"\n',
        f"#include <string.h>\n{record % (('',) * 4)}\n"
        "static inline size_t length(const tagged *t) { return t->tag == 1 ? strlen(t->u.a.s) : 0; }\n",
    )
    with refused(TypeError, "length(): argument 't': tagged.u: expected ", ", got None"):
        odd.length(odd.tagged(1))
    assert odd.length(odd.tagged(2)) == 0
    inner = odd.tagged_u_a if hasattr(odd, "tagged_u_a") else None
    assert inner is None or odd.length(odd.tagged(1, inner(1, "abc"))) == 3
