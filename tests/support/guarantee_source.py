"""The declarations and the C functions of the table of guarantees, written from its kinds."""

from __future__ import annotations

from pathlib import Path

from tests.support.guarantees import COUNT, KINDS, Direction, Item, Kind, Shape
from tests.support.guarantees_in import shape_in, why_not


def _prototype(kind: Kind, direction: Direction) -> str:
    name = f"g_{kind.identifier}_{direction.name.lower()}"
    return f"int {name}({kind.shapes[direction].parameters}, int action, int bad, int status)"


def _body(item: Item, shape: Shape, direction: Direction) -> str:
    word = direction.name.lower()
    if shape.home:
        wanted = 1 if shape.count == "&one" else COUNT
        call = f"act_{word}_block_{item.ctype}({shape.home}, {shape.count}, {wanted}, action, bad)"
    elif direction is Direction.IN:
        call = f"act_{word}_{item.ctype}({shape.items}, {shape.count}, action)"
    else:
        call = f"act_{word}_{item.ctype}({shape.items}, {shape.count}, action, bad)"
    return f"{{\n    size_t one = 1;\n    (void)bad, (void)one;\n    return {call} ? status : -1;\n}}\n"


def _without_attributes(parameters: str) -> str:
    """The parameters as plain C."""
    depth, plain = 0, ""
    for character in parameters:
        depth += character == "["
        plain += character if depth == 0 else ""
        depth -= character == "]"
    return ", ".join(part.strip() for part in plain.split(","))


_HEAD = """\
[source("guarantees.c"), header("guarantees.h"), prefix("g_", "t_"), helpstring("what C may do to what it is given")]
module t_guarantees {

long t_live(void);
long t_allocated(void);
long t_freed(void);
long t_faults(void);
void t_fail_at(long k);
[private, raw] void *t_malloc(size_t size);
[private] void t_free([raw] void *block);
void g_forget(void);
const char *g_reported(void);
long g_allocations(void);

typedef struct g_point { int64_t id; double weight; } g_point;

typedef struct g_named {
    int64_t id;
    [string, unique, owned(t_free, t_malloc)] char *name;
    size_t count;
    [size_is(count), unique, owned(t_free, t_malloc)] int64_t *marks;
} g_named;

typedef struct g_nested { g_named first; int64_t id; g_named more[2]; } g_nested;

[handle, close(g_thing_close), methods("g_thing_")] typedef struct g_thing g_thing;
[constructor] g_thing *g_thing_make(int64_t i);
[property] int64_t g_thing_id(g_thing *v);
[private] void g_thing_close(g_thing *v);

/* Memory that must not be written, or read beyond its end. */
int64_t g_sum([in, size_is(n)] const int64_t *v, size_t n);
uint64_t g_sum_of_bytes([in, byte_size_is(n)] const void *v, size_t n);
double g_weight([in] const g_point *v);
double g_weights([in, size_is(n)] const g_point *v, size_t n);
void g_spoil_pinned([in, size_is(n), pin] int64_t *v, size_t n);
const char *g_text_at(uintptr_t address);
[string] const char16_t *g_text16_at(uintptr_t address);
[string] const char32_t *g_text32_at(uintptr_t address);
[string, size_is(n), length_is(n)] const char *g_bytes_at(uintptr_t address, size_t n);
[size_is(n)] const int64_t *g_array_at(uintptr_t address, size_t n);

/* Several that are in and out; bad says which item of which of them C makes unreadable. */
[success(result == 0)]
int g_several([in, out, size_is(n)] int64_t *numbers,
              [in, out, size_is(n), element(string, unique, owned(t_free, t_malloc))] char **texts,
              [in, out, string, unique, owned(t_free, t_malloc)] char **text,
              [in, out, size_is(n), element(unique)] BSTR *bstrs, size_t n,
              int action, int which, int bad, int status);

"""


def _callback(kind: Kind, direction: Direction) -> tuple[str, str, str]:
    """A function-pointer type: the attributes of its result, its C result, and its parameters."""
    if direction is Direction.RESULT:
        assert kind.result is not None
        return kind.result.attributes, kind.result.ctype, "[closure] void *data"
    return "[on_error(-1)]", "int", f"[closure] void *data, {shape_in(kind, direction).parameters}"


def _typedef(kind: Kind, direction: Direction) -> str:
    attributes, ctype, parameters = _callback(kind, direction)
    return f"{attributes} typedef {ctype} (*g_asked_{kind.identifier}_{direction.name.lower()})({parameters})"


def _asking(kind: Kind, direction: Direction) -> str:
    name = f"{kind.identifier}_{direction.name.lower()}"
    return f"void g_ask_{name}([closure(data)] g_asked_{name} f, void *data, int bad, int protect, long fail_at)"


def _asking_body(kind: Kind, direction: Direction) -> str:
    """A caller of a callback: it makes items where the direction says so, calls, and looks at them again."""
    shape, ctype = shape_in(kind, direction), kind.item.ctype
    if shape.home:
        return _asking_for_a_block(shape, ctype, direction)
    count = 1 if kind.single else COUNT
    lines = [f"{ctype} *items = ask_begin({count} * sizeof *items, {str(direction is Direction.IN).lower()});"]
    if direction in (Direction.IN, Direction.INOUT):
        lines.append(f"ask_make_{ctype}(items, {count}, bad);")
    is_lent = kind.result is not None and kind.result.is_lent
    drops = direction is not Direction.IN and not is_lent
    lines.append("ask_call(protect, fail_at);")
    if direction is Direction.RESULT:
        assert kind.result is not None
        cast = f"({ctype})(uintptr_t)" if is_lent else ""
        lines += [f"items[0] = {cast}f(data);", "ask_returned();"]
    else:
        value = {"&v": "items[0]", "(room *)v": "items->text"}.get(shape.items, "items")
        measure = [str(count)] if shape.count == "n" else []
        lines += [f"int status = f({', '.join(('data', value, *measure))});", "ask_returned();", "ask_status(status);"]
    lines += [f"ask_look_{ctype}(items, {count}, bad, {str(drops).lower()});", "ask_end(items);"]
    return "{\n    (void)bad;\n" + "".join(f"    {line}\n" for line in lines) + "}\n"


def _asking_for_a_block(shape: Shape, ctype: str, direction: Direction) -> str:
    """The same, where what the callback gives is a block."""
    is_one = shape.count == "&one"
    count, given = 1 if is_one else COUNT, direction is Direction.INOUT
    lines = [f"{ctype} *items = ask_begin({count} * sizeof *items, false);"]
    if not is_one:
        lines.append(f"size_t n = {count};")
    if given:
        lines.append(f"ask_make_{ctype}(items, {count}, bad);")
    else:
        # What no callback may leave there.
        lines += ["t_free(items);", f"items = ({ctype} *)(uintptr_t)64;"]
    call = "f(data, &items)" if is_one else "f(data, &items, &n)"
    lines += ["ask_call(protect, fail_at);", f"int status = {call};", "ask_returned();", "ask_status(status);"]
    there = "items != NULL" if is_one else "n"
    lines += [f"ask_look_block_{ctype}(items, {there}, {count}, bad);", "ask_end(items);"]
    return "{\n    (void)bad;\n" + "".join(f"    {line}\n" for line in lines) + "}\n"


def write(folder: Path, native: Path) -> Path:
    """Write the declarations and the C of all kinds; the path of the declarations."""
    shapes = [(kind, direction) for kind in KINDS for direction in kind.shapes]
    asked = [(kind, direction) for kind in KINDS for direction in Direction if why_not(kind, direction) is None]
    declared = [f"[success(result == 0)]\n{_prototype(kind, direction)};" for kind, direction in shapes]
    declared += [f"{_typedef(kind, direction)};\n{_asking(kind, direction)};" for kind, direction in asked]
    defined = [
        f"{_without_attributes(_prototype(kind, direction))}\n{_body(kind.item, kind.shapes[direction], direction)}"
        for kind, direction in shapes
    ]
    defined += [f"{_without_attributes(_asking(*each))}\n{_asking_body(*each)}" for each in asked]
    cdef = folder / "guarantees.cdef"
    cdef.write_text(_HEAD + "\n".join(declared) + "\n\n}\n")
    vocabulary = native / "guarantees.h"
    prototypes = "".join(f"{_without_attributes(_prototype(*each))};\n" for each in shapes)
    for each in asked:
        prototypes += f"{_without_attributes(_typedef(*each))};\n{_without_attributes(_asking(*each))};\n"
    cdef.with_suffix(".h").write_text(f'#pragma once\n#include "{vocabulary.as_posix()}"\n\n{prototypes}')
    cdef.with_suffix(".c").write_text(
        "#define TESTLIB_ALLOC_IMPLEMENTATION\n#define TESTLIB_GUARANTEES_IMPLEMENTATION\n"
        '#include "guarantees.h"\n\n' + "\n".join(defined)
    )
    return cdef
