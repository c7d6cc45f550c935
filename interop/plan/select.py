"""Which strategy a parameter or result crosses by.

Each selector answers "not mine" (None), "mine", or "mine, but wrong". The order of
``SELECTORS`` is the order of precedence; the last one always answers.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from interop.diag.report import Diagnostic
from interop.model.contract import Contract, Direction, Force, Scope, ScopeKind
from interop.model.ctype import CType, Pointer, Void, is_bstr, is_character, may_be_text, strip
from interop.model.library import Field, Function, Parameter
from interop.plan import faults
from interop.plan.items import BSTR_ALLOC, Item, ItemClass, Text, Transfer
from interop.plan.pointers import (
    Context,
    alloc_of,
    given_of,
    is_described,
    level,
    may_be_null,
    pointer_reader,
    raw_pointer,
    text_of,
    text_pointer,
)
from interop.plan.readers import (
    Hold,
    ReadArray,
    Reader,
    ReadHandle,
    ReadIndex,
    ReadItem,
    ReadLent,
    ReadRecord,
    ReadText,
    ReadTexts,
    Tie,
)
from interop.plan.shapes import BYTES, made_of
from interop.plan.strategies import (
    ArrayIn,
    ArrayInOut,
    ArrayOut,
    CallbackIn,
    Direct,
    HandleIn,
    HandleInOut,
    HandleOut,
    PointerSlot,
    RecordSlot,
    Slot,
    Strategy,
    TextIn,
    TextRoom,
    TextsIn,
    TextsRoom,
)


@dataclass(frozen=True, slots=True)
class Selected:
    """A strategy, and the clause that ``explain`` gives as its reason."""

    strategy: Strategy
    reason: str


Answer = Selected | Diagnostic | None

# --- Parameters --------------------------------------------------------------------------------------------------


def select_handle(parameter: Parameter, context: Context) -> Answer:
    """A handle, or the address of one that C sets."""
    contract = parameter.contract
    if contract.raw:
        return None
    item = context.types.handle(parameter.type)
    if item is not None:
        reason = "C takes it over" if contract.consumes else "it stays open until the call has ended"
        return Selected(HandleIn(item, may_be_null(contract), contract.consumes), reason)
    pointer = strip(parameter.type)
    made = context.types.handle(pointer.target) if isinstance(pointer, Pointer) else None
    if made is None or contract.direction is None or contract.size is not None:
        return None
    match contract.direction:
        case Direction.OUT:
            made_before = "the object that holds it is made before the call"
            return Selected(HandleOut(made, contract.nullable is True, None), made_before)
        case Direction.INOUT:
            same = "C may replace it: the same value is the same object, another one has a new object"
            return Selected(HandleInOut(made, may_be_null(contract), None), same)
        case Direction.IN:
            return faults.not_supported(parameter, parameter.origin, "the address of a handle that is [in]")


def select_callback(parameter: Parameter, context: Context) -> Answer:
    """A function pointer that Python may implement, or the address of one that C sets."""
    contract = parameter.contract
    item = context.types.callback(parameter.type, contract)
    if item is not None:
        scope = contract.scope or Scope(ScopeKind.FOREVER if contract.retained is not None else ScopeKind.CALL)
        reason = {
            ScopeKind.CALL: "C may call it until the call has ended",
            ScopeKind.ASYNC: "C may call it once",
            ScopeKind.FOREVER: "C may call it from now on",
            ScopeKind.SLOT: "C may call it until another one takes its slot",
        }[scope.kind]
        return Selected(CallbackIn(item, may_be_null(contract), scope, None, None), reason)
    pointer = strip(parameter.type)
    if not isinstance(pointer, Pointer) or contract.direction is not Direction.OUT or contract.size is not None:
        return None
    given = context.types.callback(pointer.target, Contract())
    return None if given is None else Selected(Slot(given, Direction.OUT, False), "C sets a function pointer")


def tie_of(contract: Contract, function: Function) -> Tie | None:
    """The handle on which what comes back depends."""
    if contract.borrowed:
        return Tie(None, Hold.BORROWED)
    name = contract.retained or contract.owned_by
    parent = next((i for i, other in enumerate(function.parameters) if other.name == name), None)
    if parent is None:
        return None
    return Tie(parent, Hold.RETAINED if contract.retained else Hold.BORROWED)


def select_value(parameter: Parameter, context: Context) -> Answer:
    if isinstance(strip(parameter.type), Pointer):
        return None
    item = context.types.item(parameter.type)
    assert item is not None, "the front end has seen that a value of this type can exist"
    if context.is_flexible(item):
        return faults.flexible(parameter.origin, f"'{parameter.type.spell()}' cannot be passed by value")
    return Selected(Direct(item), "passed by value")


def select_bstr(parameter: Parameter, context: Context) -> Answer:
    """A BSTR by value, which C may only read."""
    found = text_pointer(parameter.type, parameter.contract, context) if is_bstr(parameter.type) else None
    if found is None or parameter.contract.raw:
        return None
    reason = "encoded, with its length in front; C may only read it, since who passes a BSTR by value keeps it"
    return Selected(TextIn(found.text, found.nullable, copy=True, counted=True, minimum=None), reason)


def select_raw(parameter: Parameter, context: Context) -> Answer:
    contract = parameter.contract
    pointer = strip(parameter.type)
    assert isinstance(pointer, Pointer)
    target = strip(pointer.target)
    if contract.raw:
        return Selected(Direct(raw_pointer(parameter.type)), "raw was asked for: the pointer itself is passed")
    if is_described(contract):
        if isinstance(target, Void) and contract.direction in (None, Direction.IN) and not contract.size:
            return Selected(Direct(raw_pointer(parameter.type)), "an untyped pointer without a size is passed as it is")
        return None
    if (
        pointer.const
        and (is_character(pointer.target) or context.types.item(pointer.target))
        and (not isinstance(target, Pointer) or is_bstr(pointer.target))
    ):
        return None
    return Selected(Direct(raw_pointer(parameter.type)), "not annotated: the pointer itself is passed")


def _direction(parameter: Parameter, pointer: Pointer) -> Direction | Diagnostic:
    if parameter.contract.direction:
        return parameter.contract.direction
    if pointer.const or (isinstance(strip(pointer.target), Pointer) and _innermost_const(pointer)):
        return Direction.IN
    return faults.no_direction(parameter)


def _innermost_const(pointer: Pointer) -> bool:
    inner = strip(pointer.target)
    return isinstance(inner, Pointer) and inner.const


def _cannot_give(parameter: Parameter, field: Field) -> Diagnostic:
    """Why C cannot be given memory of its own for a field: nobody says where from, or it is not done yet."""
    if field.contract.owned is not None and alloc_of(field.contract) is None:
        return faults.no_field_allocator(parameter, field)
    return faults.cannot_give(parameter, field)


def _transfer(parameter: Parameter, context: Context, const: bool) -> tuple[Transfer, str]:
    force = parameter.contract.force
    if force is Force.PIN:
        return Transfer.PIN, "pin was asked for"
    if force is Force.COPY:
        return Transfer.COPY, "copy was asked for"
    if context.force is Force.COPY:
        return Transfer.COPY, "the whole module was built with forced copies"
    if const:
        return Transfer.PIN_OR_COPY, "C promises const"
    return Transfer.COPY, "C does not promise const, and in means in"


def _not_blittable(item: Item) -> str:
    return f"'{item.python}' is not blittable, so its fields are copied one by one"


def select_texts_room(parameter: Parameter, context: Context) -> Answer:
    """``char **`` coming back: an array of text pointers that C fills or replaces."""
    pointer = strip(parameter.type)
    assert isinstance(pointer, Pointer)
    contract = parameter.contract
    if contract.direction not in (Direction.OUT, Direction.INOUT):
        return None
    size = level(contract.size, 0)
    fills = contract.direction is Direction.OUT
    if size is None and (fills or not contract.null_terminated or contract.size is not None):
        return None
    each = text_pointer(pointer.target, contract.element or Contract(), context, contract)
    if each is None:
        return None
    if not fills and each.alloc is None:
        return faults.no_allocator(parameter)
    room = TextsRoom(
        each.text,
        contract.direction,
        size,
        level(contract.length, 0),
        each.nullable,
        each.free,
        None if fills else each.alloc,
        contract.null_terminated,
    )
    return Selected(room, "C fills an array of text pointers" if fills else "C may replace each text of the array")


def select_texts(parameter: Parameter, context: Context) -> Answer:
    """``char **`` going in: an array of text pointers."""
    pointer = strip(parameter.type)
    assert isinstance(pointer, Pointer)
    contract = parameter.contract
    if contract.direction not in (None, Direction.IN):
        return None
    size = level(contract.size, 0)
    each = text_pointer(pointer.target, contract.element or Contract(), context, contract)
    if each is None or not (contract.null_terminated or size or (contract.size and contract.size.any_size)):
        return None
    direction = _direction(parameter, pointer)
    if isinstance(direction, Diagnostic):
        return direction
    if contract.owned is not None or (contract.element is not None and contract.element.owned is not None):
        return faults.not_supported(parameter, parameter.origin, "an array of text that C takes over")
    copy = not each.const or context.force is Force.COPY
    return Selected(
        TextsIn(each.text, may_be_null(contract), contract.null_terminated, copy, size, each.nullable),
        "an array of pointers to encoded text is built for the call",
    )


def select_pointer_slot(parameter: Parameter, context: Context) -> Answer:
    """``T **`` going out: C stores a pointer to memory of its own."""
    pointer = strip(parameter.type)
    assert isinstance(pointer, Pointer)
    inner = strip(pointer.target)
    if not isinstance(inner, Pointer):
        return None
    contract = parameter.contract
    if not (contract.size and level(contract.size, 0)):
        reader = pointer_reader(pointer.target, contract, context, depth=1, says=contract.string)
        direction = contract.direction or (Direction.IN if pointer.const and is_bstr(pointer.target) else None)
        if reader is None or direction is None:
            return None
        size = level(contract.size, 1)
        if direction is Direction.OUT:
            reason = "C stores a pointer to memory of its own, which is read after the call"
            return Selected(PointerSlot(reader, direction, None, None), reason)
        if direction is Direction.IN:
            if not isinstance(reader, ReadText | ReadArray) or contract.owned is not None:
                return faults.not_supported(parameter, parameter.origin, f"[in] '{parameter.type.spell()}'")
            reason = "the address of a pointer to a copy, which the stub frees whatever C makes of the pointer"
            return Selected(PointerSlot(replace(reader, free=None), direction, None, size), reason)
        each = text_pointer(inner.target, contract.element or Contract(), context, contract)
        alloc = BSTR_ALLOC if is_bstr(pointer.target) else alloc_of(contract)
        element_alloc = each.alloc if isinstance(reader, ReadTexts) and each is not None else None
        if alloc is None or (isinstance(reader, ReadTexts) and element_alloc is None):
            return faults.no_allocator(parameter)
        if isinstance(reader, ReadRecord) and reader.item.suffix in context.ungivable:
            return _cannot_give(parameter, context.ungivable[reader.item.suffix])
        reason = (
            "C may free or replace it, so it stands in memory from its own allocator; what C leaves is read and freed"
        )
        return Selected(PointerSlot(reader, direction, alloc, size, element_alloc), reason)
    if contract.string or contract.element or contract.owned:
        said = contract.direction.value if contract.direction else "in"
        return faults.not_supported(
            parameter, parameter.origin, f"[{said}] '{parameter.type.spell()}' with these attributes"
        )
    return None


def select_text(parameter: Parameter, context: Context) -> Answer:
    pointer = strip(parameter.type)
    assert isinstance(pointer, Pointer)
    contract = parameter.contract
    if not (is_character(pointer.target) or (contract.string and may_be_text(pointer.target))):
        return None
    implied = pointer.const and not contract.size and contract.direction in (None, Direction.IN)
    if not (contract.string or (implied and not contract.null_terminated)):
        if not contract.size and not contract.null_terminated:
            return faults.text_or_bytes(parameter)
        return None
    direction = _direction(parameter, pointer)
    if isinstance(direction, Diagnostic):
        return direction
    text = text_of(pointer.target, contract, context)
    nullable = may_be_null(contract)
    if direction is Direction.IN:
        copy = not pointer.const or contract.force is Force.COPY or context.force is Force.COPY
        given = given_of(contract)
        if contract.owned is not None and given is None:
            return faults.no_allocator(parameter)
        if given is not None:
            reason = "encoded; C takes it over, so it gets memory from its own allocator"
            return Selected(TextIn(text, nullable, False, bool(contract.size), level(contract.size, 0), given), reason)
        reason = "encoded; " + (
            "C does not promise const, so it gets a copy"
            if not pointer.const
            else "C promises const"
            if not copy
            else "a copy was asked for"
        )
        return Selected(TextIn(text, nullable, copy, bool(contract.size), level(contract.size, 0)), reason)
    size = level(contract.size, 0)
    if size is None and direction is Direction.OUT:
        return faults.no_room(parameter)
    room = TextRoom(text, direction, nullable, size, level(contract.length, 0))
    return Selected(room, "C writes text into room that the stub provides")


def select_array(parameter: Parameter, context: Context) -> Answer:
    pointer = strip(parameter.type)
    assert isinstance(pointer, Pointer)
    contract = parameter.contract
    if not (contract.size or contract.null_terminated):
        return None
    item = context.types.element(pointer.target, contract.size)
    if item is None:
        return faults.not_supported(parameter, parameter.origin, f"an array of '{pointer.target.spell()}'")
    if item.klass is ItemClass.POINTER and level(contract.size, 1) is not None:
        return faults.not_supported(parameter, parameter.origin, f"an array of '{pointer.target.spell()}' with sizes")
    if context.is_flexible(item):
        return faults.flexible(parameter.origin, f"there is no array of '{pointer.target.spell()}'")
    if item.is_deep and contract.force is Force.PIN:
        return faults.cannot_pin(parameter, item)
    direction = _direction(parameter, pointer)
    if isinstance(direction, Diagnostic):
        return direction
    if direction is Direction.INOUT and item.suffix in context.ungivable:
        return _cannot_give(parameter, context.ungivable[item.suffix])
    nullable = may_be_null(contract)
    size, length = level(contract.size, 0), level(contract.length, 0)
    if direction is Direction.IN:
        transfer, reason = _transfer(parameter, context, pointer.const)
        if item.is_deep:
            transfer, reason = Transfer.COPY, _not_blittable(item)
        if contract.null_terminated:
            transfer, reason = Transfer.COPY, "a zero element is appended"
        given = given_of(contract)
        if contract.owned is not None and (given is None or item.is_deep):
            return faults.no_allocator(parameter)
        if given is not None:
            transfer, reason = Transfer.PIN_OR_COPY, "C takes it over, so it gets memory from its own allocator"
        return Selected(ArrayIn(item, transfer, nullable, contract.null_terminated, size, given), reason)
    ends = contract.null_terminated and length is None
    if ends and (size is None) is (direction is Direction.OUT):
        said = f"a null_terminated array that is [{direction.value}] {'without' if size is None else 'with'} a size"
        return faults.not_supported(parameter, parameter.origin, said)
    transfer, reason = _transfer(parameter, context, const=True)
    if item.is_deep:
        transfer, reason = Transfer.COPY, _not_blittable(item)
    if direction is Direction.INOUT and item.values:
        return faults.not_supported(parameter, parameter.origin, "an array of variants that goes both ways")
    if direction is Direction.INOUT:
        if ends:
            transfer, reason = Transfer.COPY, "a zero element is appended"
        elif transfer is Transfer.PIN_OR_COPY:
            reason = "a buffer is written by C itself, a list is copied in and written back"
        return Selected(ArrayInOut(item, transfer, nullable, size, length, contract.always, ends), reason)
    made = made_of(item, pointer.target, context.library.arrays)
    if transfer is Transfer.PIN_OR_COPY:
        reason = "C writes into the new object, or into the caller's buffer"
    return Selected(ArrayOut(item, transfer, made, size, length, contract.always, ends), reason)


def select_record(parameter: Parameter, context: Context) -> Answer:
    """A pointer to one record."""
    pointer = strip(parameter.type)
    assert isinstance(pointer, Pointer)
    item = context.types.item(pointer.target)
    if item is None or item.klass is not ItemClass.RECORD:
        return None
    direction = _direction(parameter, pointer)
    if isinstance(direction, Diagnostic):
        return direction
    contract = parameter.contract
    if item.values and direction is Direction.INOUT:
        return faults.not_supported(parameter, parameter.origin, "a variant that goes both ways")
    if item.is_deep:
        if contract.force is Force.PIN:
            return faults.cannot_pin(parameter, item)
        if direction is Direction.INOUT and item.suffix in context.ungivable:
            return _cannot_give(parameter, context.ungivable[item.suffix])
        if context.is_flexible(item) and direction is Direction.OUT:
            return faults.flexible(parameter.origin, f"nobody says how much room '{parameter.name}' needs")
        transfer, reason = Transfer.COPY, _not_blittable(item)
    elif direction is Direction.IN:
        transfer, reason = _transfer(parameter, context, pointer.const)
        if transfer is Transfer.PIN_OR_COPY:
            reason = "C promises const, and the object holds the native value"
    else:
        transfer, reason = _transfer(parameter, context, const=True)
        if transfer is Transfer.PIN_OR_COPY:
            transfer = Transfer.PIN
            made = "new object" if direction is Direction.OUT else "caller's object"
            reason = f"C writes into the {made}, which holds the native value"
    return Selected(RecordSlot(item, direction, transfer, may_be_null(contract), contract.always), reason)


def select_slot(parameter: Parameter, context: Context) -> Answer:
    pointer = strip(parameter.type)
    assert isinstance(pointer, Pointer)
    contract = parameter.contract
    target = strip(pointer.target)
    if isinstance(target, Void):
        return faults.void_without_size(parameter)
    item = context.types.item(pointer.target)
    if item is None:
        return faults.not_supported(parameter, parameter.origin, f"marshalling '{pointer.target.spell()}' by address")
    direction = _direction(parameter, pointer)
    if isinstance(direction, Diagnostic):
        return direction
    return Selected(Slot(item, direction, may_be_null(contract)), "one value, kept in the stub for the call")


SELECTORS = (
    select_callback,
    select_handle,
    select_value,
    select_bstr,
    select_raw,
    select_texts,
    select_texts_room,
    select_pointer_slot,
    select_text,
    select_array,
    select_record,
    select_slot,
)


def _is_const(parameter: Parameter) -> bool:
    pointer = strip(parameter.type)
    return isinstance(pointer, Pointer) and pointer.const


def _retained(answer: Selected | Diagnostic, parameter: Parameter) -> Selected | Diagnostic:
    """What C keeps must be the caller's own memory: a copy would be gone after the call."""
    if isinstance(answer, Diagnostic):
        return answer
    match answer.strategy:
        case HandleIn() | HandleOut() | HandleInOut() | CallbackIn():
            return answer
        case TextIn(text=Text(unit=Item(klass=ItemClass.CHAR))) as strategy if _is_const(parameter):
            return Selected(replace(strategy, copy=False), "C keeps the pointer")
        case ArrayIn(null_terminated=False) as strategy:
            return Selected(replace(strategy, transfer=Transfer.PIN), "C keeps the pointer")
        case ArrayInOut(item=item, null_terminated=False) as strategy if not item.is_deep:
            return Selected(replace(strategy, transfer=Transfer.PIN), "C keeps the pointer")
        case RecordSlot(item=item, direction=Direction.IN | Direction.INOUT) as strategy if not item.is_deep:
            return Selected(replace(strategy, transfer=Transfer.PIN), "C keeps the pointer")
        case _:
            return faults.cannot_retain(parameter)


def select(parameter: Parameter, context: Context) -> Selected | Diagnostic:
    """The strategy of one parameter, or what is wrong with it."""
    for selector in SELECTORS:
        answer = selector(parameter, context)
        if answer is not None:
            return _retained(answer, parameter) if parameter.contract.retained is not None else answer
    raise AssertionError("select_slot always answers")


# --- Results -----------------------------------------------------------------------------------------------------


def lent(reader: Reader, ctype: CType, contract: Contract, function: Function) -> Reader:
    """An array that belongs to a handle is not copied: Python sees the memory itself, as long as the handle is open."""
    parent = tie_of(contract, function)
    pointer = strip(ctype)
    if parent is None or parent.parent is None or parent.hold is not Hold.BORROWED:
        return reader
    if not isinstance(reader, ReadArray) or reader.count is None:
        return reader
    if reader.item.is_deep or not isinstance(pointer, Pointer):
        return reader
    item = BYTES if reader.item.klass in (ItemClass.BYTE, ItemClass.CHAR) else reader.item
    return ReadLent(item, reader.nullable, reader.count, pointer.const, parent.parent)


def select_result(function: Function, context: Context) -> Reader | Diagnostic | None:
    """How the C result is read; None for ``void``."""
    contract = function.result_contract
    base = strip(function.result)
    if isinstance(base, Void):
        return None
    handle = context.types.handle(function.result)
    if handle is not None and not contract.raw:
        return ReadHandle(handle, contract.nullable is True, tie_of(contract, function))
    function_pointer = context.types.callback(function.result, contract)
    if function_pointer is not None:
        return ReadItem(function_pointer)
    if isinstance(base, Pointer) and contract.index_of is not None:
        into = next(i for i, parameter in enumerate(function.parameters) if parameter.name == contract.index_of)
        element = "char" if isinstance(strip(base.target), Void) else base.target.spell()
        return ReadIndex(element, contract.nullable is True, into)
    if isinstance(base, Pointer) and not contract.raw:
        implied = base.const and is_character(base.target) and not contract.size and not contract.null_terminated
        reader = pointer_reader(function.result, contract, context, depth=0, says=contract.string or implied)
        said = base.const or contract.owned or contract.nullable is not None
        if reader is not None and (said or not isinstance(reader, ReadRecord)):
            return lent(reader, function.result, contract, function)
        if contract.owned:
            return faults.unknown_result_size(function, function.origin)
    if isinstance(base, Pointer):
        return ReadItem(raw_pointer(function.result))
    item = context.types.item(function.result)
    assert item is not None, "the front end has seen that a value of this type can exist"
    if context.is_flexible(item):
        return faults.flexible(function.origin, f"'{function.result.spell()}' cannot be returned by value")
    return ReadItem(item)


def is_status(reader: Reader | None) -> bool:
    """Whether a checked result is only a status (design section 8, "Results"): an integer, an enum or a raw pointer."""
    return isinstance(reader, ReadItem) and reader.item.klass in (
        ItemClass.SIGNED,
        ItemClass.UNSIGNED,
        ItemClass.ENUM,
        ItemClass.POINTER,
        ItemClass.BOOLEAN,
    )
