"""What a checked build watches: which memory C gets through a function's pointers, and what C may do with it."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from interop.model.contract import Direction, Force
from interop.model.ctype import Pointer, strip
from interop.plan.calls import Access, ArgPlan, CallPlan, Guard, Source
from interop.plan.items import Given, Item, ItemClass, Text
from interop.plan.library import LibraryPlan
from interop.plan.strategies import (
    ArrayIn,
    ArrayInOut,
    ArrayOut,
    CallbackIn,
    Destroyer,
    Direct,
    HandleIn,
    HandleInOut,
    HandleOut,
    PointerSlot,
    RecordSlot,
    Slot,
    TextIn,
    TextRoom,
    TextsIn,
    TextsRoom,
    UserData,
)

_ACCESS = {Direction.IN: Access.READ, Direction.OUT: Access.FILL, Direction.INOUT: Access.UPDATE}


def guarded(plan: LibraryPlan) -> LibraryPlan:
    """The same plan for a checked build."""
    flexible = frozenset(record.item for record in plan.records if record.is_flexible)
    calls = tuple(replace(call, guards=_guards(call, flexible)) for call in plan.calls)
    return replace(plan, calls=calls, checked=True)


def _guards(call: CallPlan, flexible: frozenset[Item]) -> tuple[Guard, ...]:
    """The guards of one function, in C order."""
    found = []
    succeeds = call.function.policy.success is not None
    for index, arg in enumerate(call.args):
        access = _access(arg, flexible)
        # These say that C must get the caller's own memory, be it because it compares or keeps the address.
        contract = arg.parameter.contract
        own = contract.force is Force.PIN or contract.retained is not None
        if access is not None and not own:
            found.append(Guard(index, access, access is Access.FILL and succeeds))
    return tuple(found)


def _access(arg: ArgPlan, flexible: frozenset[Item]) -> Access | None:
    match arg.strategy:
        case Direct():
            return None
        case TextIn(text=Text(is_bstr=True)) | TextsIn(text=Text(is_bstr=True)):
            # Its length stands in front of it, where a guard would be.
            return None
        case TextIn(given=Given()) | ArrayIn(given=Given()):
            # C takes it over, and frees it.
            return None
        case RecordSlot(item=item) if item in flexible:
            # Only the object itself knows its size.
            return None
        case RecordSlot(direction=direction):
            # A record starts zeroed, as C may rely on.
            return Access.READ if direction is Direction.IN else Access.UPDATE
        case Slot(direction=Direction.IN) if arg.source is Source.FIXED and not _is_const(arg):
            # The way to say of what C reads and writes that Python has no use for it.
            return Access.UPDATE
        case Slot(item=item, direction=Direction.OUT) | ArrayOut(item=item) if _starts_zeroed(item):
            return Access.UPDATE
        case Slot(direction=direction) | TextRoom(direction=direction):
            return _ACCESS[direction]
        case TextIn() | ArrayIn() | TextsIn():
            return Access.READ
        case ArrayOut():
            return Access.FILL
        case HandleIn() | CallbackIn() | UserData() | Destroyer():
            return None
        case ArrayInOut() | TextsRoom() | PointerSlot() | HandleOut() | HandleInOut():
            # NULL stands where C has put no pointer yet, and nothing is freed there.
            return Access.UPDATE
        case _ as other:
            assert_never(other)


def _is_const(arg: ArgPlan) -> bool:
    pointer = strip(arg.parameter.type)
    return isinstance(pointer, Pointer) and pointer.const


def _starts_zeroed(item: Item) -> bool:
    """Whether the poison could be taken for a pointer to be freed, or is no value at all, not even an unused one."""
    return item.klass in (ItemClass.BOOLEAN, ItemClass.RECORD) or item.is_deep or item.is_owned
