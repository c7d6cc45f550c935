"""The cells of the table of guarantees for calls in, where C calls Python; as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from itertools import product

from tests.support.guarantees import COUNT, KINDS, NESTED, NUMBER, ROOM, WAY_IN, WAY_OUT, Direction, Fault, Kind, Shape

ANSWERED = 4
"""What Python makes of item i is what C would make of item i + ANSWERED."""


class Deed(Enum):
    """What the callable does."""

    LEAVES = "leaves what it was given, and returns that"
    CHANGES = "changes what it was given"
    REPLACES = "returns something new, or puts it in the place of what it was given"
    NOTHING = "returns None"
    WRONG = "returns an object of no use"
    TOO_MUCH = "gives more than there is room for"
    RAISES = "raises"
    CHANGES_AND_RAISES = "changes what it was given, then raises"


@dataclass(frozen=True, slots=True, eq=False)
class CellIn:
    """One cell: a call by C, or one for every k."""

    kind: Kind
    direction: Direction
    deed: Deed
    fault: Fault

    def __str__(self) -> str:
        return f"{self.kind.name}, {self.direction.value}, called by C: Python {self.deed.value}; {self.fault.value}"

    @property
    def shape(self) -> Shape:
        return shape_in(self.kind, self.direction)

    @property
    def function(self) -> str:
        return f"ask_{self.kind.identifier}_{self.direction.name.lower()}"

    @property
    def is_mutable(self) -> bool:
        """The callable gets an object that it can change."""
        return not self.kind.single or self.kind.item.is_record

    @property
    def returns(self) -> bool:
        """The callable returns the value; otherwise it is left in what it was given, or nothing is."""
        return self.direction in (Direction.OUT, Direction.RESULT) or (
            self.direction is Direction.INOUT and not self.shape.in_place
        )

    @property
    def is_buffer(self) -> bool:
        """What is out is memory of C's, with room for so much."""
        return (not self.kind.single and not self.shape.home) or self.kind.item is ROOM


def shape_in(kind: Kind, direction: Direction) -> Shape:
    """How a direction is declared in a callback: as in a call, but what C frees must be allocated."""
    if direction is Direction.RESULT:
        return Shape("", "items")
    shape = kind.inward.get(direction) or kind.shapes[direction]
    return replace(shape, parameters=shape.parameters.replace("owned(t_free)", "owned(t_free, t_malloc)"))


def why_not(kind: Kind, direction: Direction) -> str | None:
    """Why no callback has a parameter of this kind in this direction; None if there is one."""
    if direction is Direction.RESULT:
        return None if kind.result is not None else "C returns no such thing"
    return None if direction in kind.inward or direction in kind.shapes else kind.elsewhere[direction]


def cells_in(kinds: tuple[Kind, ...] = KINDS) -> Iterator[CellIn]:
    """All cells, those that cannot exist included."""
    for kind, direction, deed, fault in product(kinds, Direction, Deed, Fault):
        yield CellIn(kind, direction, deed, fault)


def impossible_in(cell: CellIn) -> str | None:
    """Why a cell cannot exist; None if it can."""
    item, direction, deed, fault = cell.kind.item, cell.direction, cell.deed, cell.fault
    reason = why_not(cell.kind, direction)
    if reason is not None:
        return reason
    if direction in (Direction.OUT, Direction.RESULT) and deed in (Deed.LEAVES, Deed.CHANGES, Deed.CHANGES_AND_RAISES):
        return "the callable is given nothing"
    if deed in (Deed.CHANGES, Deed.CHANGES_AND_RAISES) and not cell.is_mutable:
        return f"a {item.ctype} cannot be changed in Python"
    if deed is Deed.REPLACES and direction is Direction.IN:
        return "what is only in is not returned"
    if deed is Deed.REPLACES and cell.shape.in_place and (cell.kind.single or item is NUMBER):
        return f"replacing a {item.ctype} in place is changing it"
    if deed is Deed.TOO_MUCH and not (cell.is_buffer and direction is not Direction.IN):
        return "there is no room that could be too small"
    if fault in WAY_OUT and direction in (Direction.OUT, Direction.RESULT):
        return "nothing is converted to Python"
    if fault in WAY_OUT and not item.can_be_bad:
        return f"every {item.ctype} of C is one of Python"
    if fault in WAY_OUT and deed is not Deed.LEAVES:
        return "the callable does not run"
    if fault in WAY_IN and direction is Direction.IN:
        return "nothing is converted to C"
    if fault in WAY_IN and deed not in (Deed.CHANGES, Deed.REPLACES):
        return "nothing is given that could be bad"
    is_assigned = cell.shape.in_place or (item.is_record and deed is Deed.CHANGES)
    if fault in WAY_IN and is_assigned and cell.kind.single and item is not NESTED:
        return "what a record holds is checked when it is assigned"
    if fault in WAY_IN and cell.shape.in_place and item is NUMBER:
        return "an array.array holds nothing but numbers"
    if fault in (*WAY_IN, *WAY_OUT) and cell.kind.single and fault not in (Fault.IN_FIRST, Fault.OUT_FIRST):
        return "there is one item"
    return None


def left(cell: CellIn, succeeded: bool) -> str:
    """What C finds after the call, in the words of ``guarantees.h``."""
    count = 1 if cell.kind.single else COUNT
    match cell.direction:
        case Direction.IN:
            word = "given"
        case Direction.INOUT:
            word = "answered" if succeeded and cell.deed in (Deed.CHANGES, Deed.REPLACES) else "given"
        case Direction.OUT if not succeeded and cell.is_buffer and not cell.kind.item.owns:
            # It keeps what it holds, unless C would free that.
            word = "unwritten"
        case _:
            word = "answered" if succeeded and cell.deed is Deed.REPLACES else "zero"
    status = [] if cell.direction is Direction.RESULT else ["0" if succeeded else "-1"]
    return " ".join((*status, *[word] * count))
