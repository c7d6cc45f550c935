"""Strategies: how one parameter crosses."""

from __future__ import annotations

from dataclasses import dataclass

from interop.model.contract import Direction, Scope
from interop.plan.items import Count, Free, Given, Item, Made, Text, Transfer
from interop.plan.readers import Hold, ReadArray, ReadLent, ReadRecord, ReadText, ReadTexts, Tie


@dataclass(frozen=True, slots=True)
class Direct:
    """By value, Python to C."""

    item: Item


@dataclass(frozen=True, slots=True)
class Slot:
    """A pointer to one value that lives in the stub for the call."""

    item: Item
    direction: Direction
    nullable: bool


@dataclass(frozen=True, slots=True)
class TextIn:
    """A pointer to NUL-terminated (or counted) text that C may only read; ``copy``: C did not promise const."""

    text: Text
    nullable: bool
    copy: bool
    counted: bool
    minimum: Count | None
    given: Given | None = None
    """C takes it over."""


@dataclass(frozen=True, slots=True)
class TextRoom:
    """Room for text that C writes; with an in part it starts with the argument's text. ``size`` None: the room is just
    what the argument needs."""

    text: Text
    direction: Direction
    nullable: bool
    size: Count | None
    length: Count | None


@dataclass(frozen=True, slots=True)
class ArrayIn:
    """A pointer to elements C only reads. ``minimum``: the array must hold at least so many."""

    item: Item
    transfer: Transfer
    nullable: bool
    null_terminated: bool
    minimum: Count | None
    given: Given | None = None
    """C takes it over."""


@dataclass(frozen=True, slots=True)
class ArrayInOut:
    """A pointer to elements C reads and writes; the caller's own object is updated. ``null_terminated``: a zero element
    ends it, on the way in and back."""

    item: Item
    transfer: Transfer
    nullable: bool
    minimum: Count | None
    length: Count | None
    always: bool
    null_terminated: bool = False


@dataclass(frozen=True, slots=True)
class ArrayOut:
    """Room for elements C writes: a new object, or the caller's buffer given by keyword (``size`` None: only that).
    ``null_terminated``: what C writes ends before its first zero element."""

    item: Item
    transfer: Transfer
    made: Made
    size: Count | None
    length: Count | None
    always: bool
    null_terminated: bool = False

    @property
    def is_measured(self) -> bool:
        """Whether C says how much it has written, so that no other part of new bytes is ever seen: they need not start
        as zeros (R7.9)."""
        return self.length is not None and self.made is Made.BYTES


@dataclass(frozen=True, slots=True)
class TextsIn:
    """An array of text pointers C only reads, ended by NULL where ``null_terminated``."""

    text: Text
    nullable: bool
    null_terminated: bool
    copy: bool
    minimum: Count | None
    element_nullable: bool


@dataclass(frozen=True, slots=True)
class TextsRoom:
    """An array of text pointers that C fills, or reads and replaces; with an in part the texts stand in memory from
    ``alloc``, because C may free them (R3.22)."""

    text: Text
    direction: Direction
    size: Count | None
    """None: just what the caller's list holds."""
    length: Count | None
    element_nullable: bool
    element_free: Free | None
    alloc: str | None
    null_terminated: bool = False
    """A NULL behind the texts ends them, on the way in and back."""


@dataclass(frozen=True, slots=True)
class PointerSlot:
    """The address of a pointer that C reads, or sets to memory of its own.

    With an in and an out part it starts at a copy of the argument in memory from ``alloc``, which C may change, free or
    replace; what is there afterwards is read and freed (R3.22, R3.23). One that is only in points at memory of the
    stub's, and what C makes of the pointer is of no consequence (R3.21)."""

    reader: ReadText | ReadArray | ReadTexts | ReadRecord | ReadLent
    direction: Direction
    alloc: str | None
    minimum: Count | None
    """How many elements C will assume on the way in."""
    element_alloc: str | None = None
    """What makes each text of an array."""


@dataclass(frozen=True, slots=True)
class RecordSlot:
    """A pointer to one record. One that is pinned is the Python object's own memory; what is only out is a new object,
    and with an in part the caller's object is updated."""

    item: Item
    direction: Direction
    transfer: Transfer
    nullable: bool
    always: bool


@dataclass(frozen=True, slots=True)
class HandleIn:
    """A handle that cannot be closed while the call uses it (R10.2). ``consumes``: C takes it over, or ``closes`` it
    and so has no more use for what was retained for it."""

    item: Item
    nullable: bool
    consumes: bool
    closes: bool = False


@dataclass(frozen=True, slots=True)
class HandleOut:
    """The address of a handle that C sets. The object that will hold it is made before the call (R10.6)."""

    item: Item
    nullable: bool
    tie: Tie | None


@dataclass(frozen=True, slots=True)
class HandleInOut:
    """The address of a handle that C may replace (R10.11). The object for a new one is made before the call.

    The same value afterwards: the same object comes back. Another one: C has the old handle, whose object is then
    closed without C's being told, unless the handles belong to another one anyway (``tie``)."""

    item: Item
    nullable: bool
    tie: Tie | None

    @property
    def is_lent(self) -> bool:
        """Whether the handles belong to another one, so that C never takes one over."""
        return self.tie is not None and self.tie.hold is Hold.BORROWED


@dataclass(frozen=True, slots=True)
class CallbackIn:
    """A callable that C calls through a function pointer."""

    item: Item
    nullable: bool
    scope: Scope
    data: int | None
    """The C index of the user data by which the callable is known; None: it has a trampoline of its own."""
    destroy: int | None
    """The C index of the function pointer by which C says that it has no more use for it."""


@dataclass(frozen=True, slots=True)
class UserData:
    """What C hands back to a callback; ``of``: the callback's C index."""

    of: int


@dataclass(frozen=True, slots=True)
class Destroyer:
    """The function that C calls when it has no more use for a callback's user data; ``of``: the callback's C index."""

    of: int


Strategy = (
    Direct
    | Slot
    | TextIn
    | TextRoom
    | ArrayIn
    | ArrayInOut
    | ArrayOut
    | TextsIn
    | TextsRoom
    | PointerSlot
    | RecordSlot
    | HandleIn
    | HandleOut
    | HandleInOut
    | CallbackIn
    | UserData
    | Destroyer
)
