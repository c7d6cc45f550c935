"""Records that are rare and sound: they build without a warning, and what they cannot hold is refused."""

from __future__ import annotations

import copy
import os

import pytest

from tests.build.test_odd_declarations import Make, make
from tests.support.refusals import refused

pytestmark = [pytest.mark.skipif(os.name != "posix", reason="runs the Unix compiler driver"), pytest.mark.slow]

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


@pytest.mark.rules("R8.3")
def test_a_constructor_takes_one_of_the_members_that_share_bytes(make: Make) -> None:
    odd = make("typedef struct some { union { int i; float f; struct { short a, b; }; }; int last; } some;")
    assert odd.some(i=1, last=2) == odd.some(1, last=2)
    assert odd.some(a=1, b=2).a == 1
    for positional, named in (((1, 2.0), {}), ((1,), {"f": 2.0}), ((), {"i": 1, "f": 2.0})):
        with refused(TypeError, "some(): 'i' and 'f' share their bytes, so it takes one of them"):
            odd.some(*positional, **named)
    with refused(TypeError, "'i' and 'b' share"):
        odd.some(1, b=2)


def test_a_state_that_is_refused_changes_nothing(make: Make) -> None:
    odd = make(
        "typedef struct two { int a; double b; } two; typedef struct one { int n; [string] char *s; two t; } one;"
    )
    plain, deep = odd.two(1, 2), odd.one(1, "abc", odd.two(3, 4))
    before = repr(deep)
    with refused(TypeError, "two"):
        plain.__setstate__((9, None))
    with refused(TypeError, "one"):
        deep.__setstate__((9, "x", None))
    assert plain == odd.two(1, 2)
    assert repr(deep) == before
    inner = deep.t
    deep.__setstate__((9, "x", odd.two(5, 6)))
    assert repr(deep) == "one(n=9, s='x', t=two(a=5, b=6.0))"
    assert inner == odd.two(5, 6)


def test_bytes_that_are_no_text_are_shown(make: Make) -> None:
    odd = make("typedef union mixed { [string] char t[4]; unsigned n; } mixed;")
    assert repr(odd.mixed(n=0xFFFFFFFF)) == r"mixed(t=b'\xff\xff\xff\xff', n=4294967295)"


DEVICE = """
typedef struct pt { int x; int m[2]; } pt;
typedef struct dev { pt points[2]; } dev;
"""


def test_records_lent_by_a_handle_are_copies_that_refuse_to_be_changed(make: Make) -> None:
    odd = make(
        "typedef struct pt { int x; int m[2]; } pt;\n[handle, close(dev_close)] typedef struct dev dev;\n"
        "[constructor] dev *dev_open(void); void dev_close(dev *d); void shift([in, out] pt *p);\n"
        "[owned_by(d), size_is(2)] pt *dev_points(dev *d); [owned_by(d), size_is(2)] const pt *dev_fixed(dev *d);",
        '#include <stdlib.h>\n#include "odd.h"\n',
        f"#include <stdlib.h>\n{DEVICE}"
        "static inline dev *dev_open(void) { return calloc(1, sizeof(dev)); }\n"
        "static inline void dev_close(dev *d) { free(d); }\n"
        "static inline void shift(pt *p) { p->x++; }\n"
        "static inline pt *dev_points(dev *d) { return d->points; }\n"
        "static inline const pt *dev_fixed(dev *d) { return d->points; }\n",
    )
    with odd.dev() as d:
        points, fixed = odd.dev_points(d), odd.dev_fixed(d)
        for each in (points[0], fixed[0], next(iter(points))):
            with refused(TypeError, "pt.x", "this record is a copy"):
                each.x = 1
            with refused(TypeError, "only to be read"):
                each.m[0] = 1
            with refused(TypeError, "only to be read"):
                each.__setstate__((1, (2, 3)))
            with refused(TypeError, "shift", "this record is a copy"):
                odd.shift(each)
            with pytest.raises(TypeError):
                memoryview(each).cast("B")[0] = 1
        mine = copy.copy(points[0])
        mine.x = 4
        points[0] = mine
        assert fixed[0] == odd.pt(4)
