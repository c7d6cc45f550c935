"""The cells of the table of guarantees: kinds of data, directions, what the callee does, what fails; as plain data.

A kind is one entry of ``KINDS``. From the entries come the declarations and the C functions that are built
(``guarantee_source.py``), the cells of calls out, which are here, and those of calls in (``guarantees_in.py``).
``guarantee_runs.py`` and ``guarantee_runs_in.py`` make the calls.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import product
from types import ModuleType
from typing import Any

COUNT = 3
"""How many items an array has: a first, a middle and a last one."""


class Direction(Enum):
    """The directional attributes."""

    IN = "in"
    OUT = "out"
    INOUT = "in-out"
    RESULT = "result"
    """What the function returns; in calls in only."""


OUTWARD = (Direction.IN, Direction.OUT, Direction.INOUT)
"""The directions in calls out."""


class Action(Enum):
    """What the callee does; the values are those of ``guarantees.h``."""

    LEAVES = 0
    CHANGES = 1
    REPLACES = 2
    FREES = 3
    NULLS = 4


class Fault(Enum):
    """What goes wrong in a call, besides its status."""

    NONE = "nothing"
    IN_FIRST = "the first item cannot be converted to C"
    IN_MIDDLE = "the middle item cannot be converted to C"
    IN_LAST = "the last item cannot be converted to C"
    OUT_FIRST = "the first item cannot be converted to Python"
    OUT_MIDDLE = "the middle item cannot be converted to Python"
    OUT_LAST = "the last item cannot be converted to Python"
    C_MEMORY = "the k-th allocation of C fails, for every k"
    PYTHON_MEMORY = "the k-th allocation of Python fails, for every k"


WAY_IN = {Fault.IN_FIRST: 0, Fault.IN_MIDDLE: COUNT // 2, Fault.IN_LAST: COUNT - 1}
WAY_OUT = {Fault.OUT_FIRST: 0, Fault.OUT_MIDDLE: COUNT // 2, Fault.OUT_LAST: COUNT - 1}


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One kind of item: its C type in ``guarantees.h``, and how Python sees it before and after."""

    ctype: str
    before: Callable[[ModuleType, int], Any]
    changed: Callable[[ModuleType, int], Any]
    made: Callable[[ModuleType, int], Any]
    bad: Callable[[ModuleType], Any]
    """An object that cannot be converted to C."""
    nothing: Callable[[ModuleType], Any]
    """What an out item is that the callee left alone."""
    owns: bool
    """The item owns memory, which a callee can replace, free or take."""
    can_be_bad: bool
    """C can make of the item what Python cannot read."""
    is_record: bool = False
    """An object that can be changed."""
    is_handle: bool = False
    """An object that is closed when a callable that got it has returned."""
    emptied: Callable[[ModuleType, int], Any] = field(default=lambda module, i: None)
    """What is there after the callee has set what the item owns to NULL."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How the items of one direction are declared, and where C finds them."""

    parameters: str
    """The parameters, as annotated declarations; the first is called ``v``."""
    items: str = ""
    """The address of the first item, as a C expression."""
    count: str = "1"
    home: str = ""
    """Where the address of the block stands that the callee may replace, if there is one."""
    capacity: bool = False
    """The caller says how many items there will be, in a keyword called ``n``."""
    in_place: bool = False
    """The argument itself is updated."""
    pinned: bool = False
    """C writes into the argument's own memory, where it stays although the call fails; not where copies are forced."""


@dataclass(frozen=True, slots=True)
class Result:
    """How the result of a callback is declared."""

    attributes: str
    ctype: str
    is_lent: bool = False
    """C only looks at it."""


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """One row of the table."""

    name: str
    item: Item
    shapes: dict[Direction, Shape]
    single: bool = False
    """One item, not a list of them."""
    elsewhere: dict[Direction, str] = field(default_factory=dict)
    """Why a direction has no shape."""
    result: Result | None = None
    """What a callback returns."""
    inward: dict[Direction, Shape] = field(default_factory=dict)
    """The shapes that are in calls in alone."""
    not_in: dict[Direction, str] = field(default_factory=dict)
    """Why a direction is refused in callbacks."""

    @property
    def identifier(self) -> str:
        return self.name.replace(" ", "_")


BIG = 1 << 40
MADE = 0x7000000000

NUMBER = Item(
    "number",
    before=lambda module, i: BIG + i,
    changed=lambda module, i: -(BIG + i),
    made=lambda module, i: MADE + i,
    bad=lambda module: "no number",
    nothing=lambda module: 0,
    owns=False,
    can_be_bad=False,
)

TEXT = Item(
    "text",
    before=lambda module, i: f"text {i} é",
    changed=lambda module, i: f"TEXT {i} é",
    made=lambda module, i: f"made {i}",
    bad=lambda module: "a\0b",
    nothing=lambda module: None,
    owns=True,
    can_be_bad=True,
)

BSTR = Item(
    "bstr",
    before=TEXT.before,
    changed=TEXT.changed,
    made=TEXT.made,
    bad=lambda module: 7,
    nothing=TEXT.nothing,
    owns=True,
    can_be_bad=True,
)

ROOM = Item(
    "room",
    before=TEXT.before,
    changed=TEXT.changed,
    made=TEXT.made,
    bad=TEXT.bad,
    nothing=lambda module: "",
    owns=False,
    can_be_bad=True,
)

POINT = Item(
    "point",
    before=lambda module, i: module.point(BIG + i, i + 0.5),
    changed=lambda module, i: module.point(-(BIG + i), -(i + 0.5)),
    made=lambda module, i: module.point(MADE + i, i),
    bad=lambda module: "no point",
    nothing=lambda module: module.point(),
    owns=False,
    can_be_bad=False,
    is_record=True,
)

NAMED = Item(
    "named",
    before=lambda module, i: module.named(BIG + i, f"text {i} é", marks=[BIG, BIG + 1, BIG + 2]),
    changed=lambda module, i: module.named(-(BIG + i), f"TEXT {i} é", marks=[-BIG, -(BIG + 1), -(BIG + 2)]),
    made=lambda module, i: module.named(MADE + i, f"made {i}", marks=[MADE + i, MADE + i + 1]),
    bad=lambda module: "no record",
    nothing=lambda module: module.named(),
    owns=True,
    can_be_bad=True,
    is_record=True,
    emptied=lambda module, i: module.named(BIG + i),
)


def _nested(of: Callable[[ModuleType, int], Any], number: Callable[[int], int]) -> Callable[[ModuleType, int], Any]:
    return lambda module, i: module.nested(of(module, i), number(i), [of(module, i + 1), of(module, i + 2)])


def _spoilt(module: ModuleType) -> Any:
    """A record whose last inner record is none: everything before it is converted first."""
    record = NESTED.before(module, 0)
    record.more[1] = "no record"
    return record


NESTED = Item(
    "nested",
    before=_nested(NAMED.before, lambda i: BIG + i),
    changed=_nested(NAMED.changed, lambda i: -(BIG + i)),
    made=_nested(NAMED.made, lambda i: MADE + i),
    bad=_spoilt,
    nothing=lambda module: module.nested(),
    owns=True,
    can_be_bad=True,
    is_record=True,
    emptied=_nested(NAMED.emptied, lambda i: BIG + i),
)

HANDLE = Item(
    "thing",
    before=lambda module, i: module.thing(i),
    changed=lambda module, i: module.thing(i),
    made=lambda module, i: module.thing(i),
    bad=lambda module: "no handle",
    nothing=lambda module: None,
    owns=True,
    can_be_bad=False,
    is_handle=True,
)

_NOT_HANDED_OVER = "refused in callbacks: blocks that C takes over, other than text"
_NOT_MADE = "refused in callbacks: arrays whose elements own memory"
_IN_AND_OUT = (Direction.OUT, Direction.INOUT)

_OWNED_TEXT = "element(string, unique, owned(t_free, t_malloc))"


def _records() -> Iterator[Kind]:
    """Each kind of record alone, behind a pointer that C may replace, and in arrays."""
    for name, item in (("record", POINT), ("record with text", NAMED), ("nested record", NESTED)):
        ctype, alone = f"g_{item.ctype}", not item.owns
        yield Kind(
            name,
            item,
            {
                Direction.IN: Shape(f"[in] {ctype} *v", "v"),
                Direction.OUT: Shape(f"[out] {ctype} *v", "v"),
                Direction.INOUT: Shape(f"[in, out] {ctype} *v", "v", in_place=True, pinned=alone),
            },
            single=True,
        )
        yield Kind(
            f"{name} by value",
            item,
            {Direction.IN: Shape(f"{ctype} v", "&v")},
            single=True,
            elsewhere={Direction.OUT: "a value is only in", Direction.INOUT: "a value is only in"},
            result=Result("", ctype),
        )
        yield Kind(
            f"{name} by pointer",
            item,
            {
                Direction.OUT: Shape(f"[out, unique, owned(t_free)] {ctype} **v", home="v", count="&one"),
                Direction.INOUT: Shape(
                    f"[in, out, unique, owned(t_free, t_malloc)] {ctype} **v", home="v", count="&one"
                ),
            },
            single=True,
            elsewhere={Direction.IN: "a pointer that C may replace comes back, so it is not only in"},
            not_in=dict.fromkeys(_IN_AND_OUT, _NOT_HANDED_OVER),
        )
        yield Kind(
            f"array of {name}s".replace("record with texts", "records with text"),
            item,
            {
                Direction.IN: Shape(f"[in, size_is(n)] {ctype} *v, size_t n", "v", "n"),
                Direction.OUT: Shape(f"[out, size_is(n)] {ctype} *v, size_t n", "v", "n", capacity=True),
                Direction.INOUT: Shape(f"[in, out, size_is(n)] {ctype} *v, size_t n", "v", "n", in_place=True),
            },
            not_in=dict.fromkeys(_IN_AND_OUT, _NOT_MADE) if item.owns else {},
        )


KINDS = (
    Kind(
        "scalar",
        NUMBER,
        {
            Direction.IN: Shape("[in] int64_t *v", "v"),
            Direction.OUT: Shape("[out] int64_t *v", "v"),
            Direction.INOUT: Shape("[in, out] int64_t *v", "v"),
        },
        single=True,
        result=Result("", "int64_t"),
    ),
    Kind(
        "text",
        TEXT,
        {
            Direction.IN: Shape("[in, string, unique] char *v", "&v"),
            Direction.OUT: Shape("[out, string, unique, owned(t_free)] char **v", "v"),
            Direction.INOUT: Shape("[in, out, string, unique, owned(t_free, t_malloc)] char **v", "v"),
        },
        single=True,
        result=Result("[string, unique, owned(t_free, t_malloc)]", "char *"),
    ),
    Kind(
        "text that is lent",
        TEXT,
        {},
        single=True,
        elsewhere=dict.fromkeys(OUTWARD, "what is lent through a parameter is text that is only in"),
        result=Result("[string, unique]", "const char *", is_lent=True),
    ),
    Kind(
        "text by pointer",
        TEXT,
        {Direction.IN: Shape("[in, string, unique] char **v", "v")},
        single=True,
        elsewhere={
            Direction.OUT: "text that is out is by pointer",
            Direction.INOUT: "text that is in-out is by pointer",
        },
        not_in={Direction.IN: "refused in callbacks: the address of a pointer to text that is only in"},
    ),
    Kind(
        "BSTR",
        BSTR,
        {
            Direction.IN: Shape("[unique] BSTR v", "&v"),
            Direction.OUT: Shape("[out, unique] BSTR *v", "v"),
            Direction.INOUT: Shape("[in, out, unique] BSTR *v", "v"),
        },
        single=True,
        result=Result("[unique]", "BSTR"),
    ),
    Kind(
        "text in a buffer",
        ROOM,
        {
            Direction.OUT: Shape("[out, string, size_is(32)] char *v", "(room *)v"),
            Direction.INOUT: Shape("[in, out, string, size_is(32)] char *v", "(room *)v"),
        },
        single=True,
        elsewhere={Direction.IN: "a buffer that is only in is text"},
    ),
    Kind(
        "array",
        NUMBER,
        {
            Direction.IN: Shape("[in, size_is(n)] int64_t *v, size_t n", "v", "n"),
            Direction.OUT: Shape("[out, size_is(n)] int64_t *v, size_t n", "v", "n", capacity=True),
            Direction.INOUT: Shape("[in, out, size_is(n)] int64_t *v, size_t n", "v", "n", in_place=True),
        },
    ),
    Kind(
        "array by pointer",
        NUMBER,
        {
            Direction.OUT: Shape(
                "[out, size_is(, *n), unique, owned(t_free)] int64_t **v, [out] size_t *n", home="v", count="n"
            ),
            Direction.INOUT: Shape(
                "[in, out, size_is(, *n), unique, owned(t_free, t_malloc)] int64_t **v, [in, out] size_t *n",
                home="v",
                count="n",
            ),
        },
        elsewhere={Direction.IN: "a pointer that C may replace comes back, so it is not only in"},
        not_in=dict.fromkeys(_IN_AND_OUT, _NOT_HANDED_OVER),
    ),
    Kind(
        "array of text",
        TEXT,
        {
            Direction.IN: Shape("[in, size_is(n), element(string, unique)] char **v, size_t n", "v", "n"),
            Direction.OUT: Shape(f"[out, size_is(n), {_OWNED_TEXT}] char **v, size_t n", "v", "n", capacity=True),
            Direction.INOUT: Shape(f"[in, out, size_is(n), {_OWNED_TEXT}] char **v, size_t n", "v", "n", in_place=True),
        },
        not_in=dict.fromkeys(_IN_AND_OUT, _NOT_MADE),
    ),
    Kind(
        "array of text by pointer",
        TEXT,
        {
            Direction.OUT: Shape(
                "[out, size_is(, *n), unique, owned(t_free), element(string, unique, owned(t_free))] char ***v, "
                "[out] size_t *n",
                home="v",
                count="n",
            ),
            Direction.INOUT: Shape(
                f"[in, out, size_is(, *n), unique, owned(t_free, t_malloc), {_OWNED_TEXT}] char ***v, "
                "[in, out] size_t *n",
                home="v",
                count="n",
            ),
        },
        elsewhere={Direction.IN: "a pointer that C may replace comes back, so it is not only in"},
        not_in=dict.fromkeys(_IN_AND_OUT, _NOT_HANDED_OVER),
    ),
    Kind(
        "array of BSTR",
        BSTR,
        {
            Direction.IN: Shape("[in, size_is(n), element(unique)] BSTR *v, size_t n", "v", "n"),
            Direction.OUT: Shape("[out, size_is(n), element(unique)] BSTR *v, size_t n", "v", "n", capacity=True),
            Direction.INOUT: Shape("[in, out, size_is(n), element(unique)] BSTR *v, size_t n", "v", "n", in_place=True),
        },
        not_in=dict.fromkeys(_IN_AND_OUT, _NOT_MADE),
    ),
    Kind(
        "array of BSTR by pointer",
        BSTR,
        {
            Direction.OUT: Shape(
                "[out, size_is(, *n), unique, owned(t_free), element(unique)] BSTR **v, [out] size_t *n",
                home="v",
                count="n",
            ),
            Direction.INOUT: Shape(
                "[in, out, size_is(, *n), unique, owned(t_free, t_malloc), element(unique)] BSTR **v, "
                "[in, out] size_t *n",
                home="v",
                count="n",
            ),
        },
        elsewhere={Direction.IN: "a pointer that C may replace comes back, so it is not only in"},
        not_in=dict.fromkeys(_IN_AND_OUT, _NOT_HANDED_OVER),
    ),
    *_records(),
    Kind(
        "handle",
        HANDLE,
        {},
        single=True,
        elsewhere=dict.fromkeys(OUTWARD, "handles go out and come back in tests of their own: test_handles.py"),
        inward={
            Direction.IN: Shape("g_thing *v", "&v"),
            Direction.OUT: Shape("[out] g_thing **v", "v"),
            Direction.INOUT: Shape("[in, out] g_thing **v", "v"),
        },
        result=Result("", "g_thing *"),
    ),
)


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """One cell: a call, or one call for every k."""

    kind: Kind
    direction: Direction
    action: Action
    fails: bool
    """The callee does what it does, and then returns a status that means failure."""
    fault: Fault

    def __str__(self) -> str:
        status = " and fails" if self.fails else ""
        return f"{self.kind.name}, {self.direction.value}: C {self.action.name.lower()}{status}; {self.fault.value}"

    @property
    def shape(self) -> Shape:
        return self.kind.shapes[self.direction]

    @property
    def function(self) -> str:
        return f"{self.kind.identifier}_{self.direction.name.lower()}"


def cells(kinds: tuple[Kind, ...] = KINDS) -> Iterator[Cell]:
    """All cells, those that cannot exist included."""
    for kind, direction, action, fails, fault in product(kinds, OUTWARD, Action, (False, True), Fault):
        yield Cell(kind, direction, action, fails, fault)


def impossible(cell: Cell) -> str | None:
    """Why a cell cannot exist; None if it can."""
    item, direction, action, fault = cell.kind.item, cell.direction, cell.action, cell.fault
    if direction not in cell.kind.shapes:
        return cell.kind.elsewhere[direction]
    replaceable = item.owns or bool(cell.shape.home)
    if action in (Action.FREES, Action.NULLS) and not replaceable:
        return f"a {item.ctype} owns nothing that C could free or take"
    if direction is Direction.OUT and action is Action.CHANGES:
        return "nothing is there yet that could be changed"
    if direction is Direction.OUT and action in (Action.FREES, Action.NULLS):
        return "an out pointer is NULL already"
    if direction is Direction.IN and action is Action.FREES:
        return "what is only in is not C's to free"
    if direction is not Direction.OUT and action is Action.REPLACES and not replaceable:
        return f"replacing a {item.ctype} is changing it"
    if fault in WAY_IN and direction is Direction.OUT:
        return "nothing is converted to C"
    if fault in WAY_OUT and direction is Direction.IN:
        return "nothing is converted to Python"
    if fault in WAY_OUT and not item.can_be_bad:
        return f"every {item.ctype} of C is one of Python"
    if fault in WAY_OUT and action not in (Action.CHANGES, Action.REPLACES):
        return "C writes nothing that could be bad"
    if fault in (*WAY_IN, *WAY_OUT) and cell.kind.single and fault not in (Fault.IN_FIRST, Fault.OUT_FIRST):
        return "there is one item"
    return None
