"""Which values a custom marshaller converts, whole or element by element, and which directions it must serve."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from interop.diag.report import Diagnostic
from interop.diag.span import Span
from interop.model.contract import Contract, Direction
from interop.model.ctype import Array, CType, Named, Pointer, strip
from interop.model.library import Field, Function
from interop.plan import faults
from interop.plan.calls import ArgPlan, CallPlan, Marshaller, MarshallerFacts, MarshallerUse, NoneRule, ResultPlan
from interop.plan.fields import FieldShape, FixedArray, Flexible, Pointed, RecordPlan
from interop.plan.inward import Answer, CallbackPlan, Received
from interop.plan.items import ItemClass, Made
from interop.plan.readers import ReadArray, Reader, ReadRecord, ReadText, ReadTexts
from interop.plan.strategies import (
    ArrayIn,
    ArrayInOut,
    ArrayOut,
    PointerSlot,
    RecordSlot,
    Slot,
    Strategy,
    TextIn,
    TextRoom,
    TextsIn,
    TextsRoom,
)

LookUp = Callable[[str], MarshallerFacts | None]
"""What is known of a marshaller by its path; None where its module cannot be imported now."""

ANY = "Any"
"""The Python type of values of which nobody said one."""


def unknown(path: str) -> MarshallerFacts | None:
    """The ``LookUp`` that knows nothing."""
    return None


def marshaller_of(ctype: CType) -> str | None:
    """The marshaller of a type: the one its outermost typedef with a marshaller names (R12.18)."""
    while isinstance(ctype, Named):
        if ctype.marshaller is not None:
            return ctype.marshaller
        ctype = ctype.target
    return None


def _target(ctype: CType) -> CType | None:
    match strip(ctype):
        case Pointer(target=target) | Array(element=target):
            return target
        case _:
            return None


def _of_target(ctype: CType, depth: int) -> str | None:
    """The marshaller of what stands behind so many pointers."""
    for _ in range(depth):
        inner = _target(ctype)
        if inner is None:
            return None
        ctype = inner
    return marshaller_of(ctype)


def _paths(ctype: CType, contract: Contract, by: Strategy | Reader | FieldShape) -> tuple[str | None, str | None]:
    """The marshallers of the whole value and of its elements. What the value itself says goes before its type."""
    whole = contract.marshaller or marshaller_of(ctype)
    element = contract.element.marshaller if contract.element is not None else None
    match by:
        case Slot() | RecordSlot() | ReadRecord() | PointerSlot(reader=ReadText() | ReadRecord()):
            return whole or _of_target(ctype, 1), element
        case Pointed(reader=reader):
            return _paths(ctype, contract, reader)
        case FixedArray(counts=counts):
            return whole, element or (None if whole else _of_target(ctype, len(counts)))
        case Flexible():
            return whole, element or (None if whole else _of_target(ctype, 1))
        case ArrayIn() | ArrayInOut() | ArrayOut() | TextsIn() | TextsRoom() | ReadArray() | ReadTexts():
            return whole, element or (None if whole else _of_target(ctype, 1))
        case PointerSlot():
            return whole or _of_target(ctype, 1), element or (None if whole else _of_target(ctype, 2))
        case _:
            return whole, element


def _none_rule(contract: Contract, by: Strategy | Reader | None) -> NoneRule:
    if contract.nullable is True:
        return NoneRule.MARSHALLED
    match by:
        case Slot(nullable=True) | TextIn(nullable=True) | TextRoom(nullable=True):
            return NoneRule.PASSED
        case ArrayIn(nullable=True) | ArrayInOut(nullable=True) | TextsIn(nullable=True) | RecordSlot(nullable=True):
            return NoneRule.PASSED
        case PointerSlot(reader=reader) if reader.nullable:
            return NoneRule.PASSED
        case _:
            return NoneRule.REFUSED


def _is_updated(by: Strategy | Reader) -> bool:
    """Whether the ordinary marshalling would update the caller's own object."""
    return isinstance(by, ArrayInOut) or (isinstance(by, TextsRoom | RecordSlot) and by.direction is Direction.INOUT)


def choose(ctype: CType, contract: Contract, by: Strategy | Reader) -> Marshaller | None:
    """The marshaller of one parameter or result; which directions it serves is settled by ``completed``."""
    whole, element = _paths(ctype, contract, by) if not contract.raw else (None, None)
    path = whole or element
    if path is None:
        return None
    each = whole is None
    none = _none_rule(contract.element or Contract(), None) if each else _none_rule(contract, by)
    for_all = each and _none_rule(contract, by) is not NoneRule.REFUSED
    return Marshaller(path, each, none, False, False, each and _is_updated(by), ANY, ANY, for_all)


def of_field(field: Field, shape: FieldShape, is_late: bool, look_up: LookUp) -> Marshaller | None:
    """The marshaller of a record's field, which is read and assigned. ``is_late``: None means that it is not live."""
    contract = field.contract
    whole, element = _paths(field.type, contract, shape) if not contract.raw else (None, None)
    path = whole or element
    if path is None:
        return None
    marked = contract if whole is not None else contract.element
    none = NoneRule.MARSHALLED if marked is not None and marked.nullable is True else NoneRule.REFUSED
    for_all = whole is None and (is_late or contract.nullable is True)
    none = NoneRule.PASSED if is_late else none
    marshaller = Marshaller(path, whole is None, none, False, False, False, ANY, ANY, for_all)
    return completed(marshaller, True, True, look_up(path))


def judge_field(
    marshaller: Marshaller, field: Field, shape: FieldShape, facts: MarshallerFacts | None
) -> Iterator[Diagnostic]:
    """What a marshaller cannot do for a field, which outlives every call."""
    match shape:
        case FixedArray(item=item) | Flexible(item=item) if marshaller.each and item.klass is ItemClass.CHAR:
            yield faults.not_marshalled(marshaller.path, "the characters of a fixed array", field.origin)
        case FixedArray(counts=counts) if marshaller.each and len(counts) > 1:
            yield faults.not_marshalled(marshaller.path, "the elements of several dimensions", field.origin)
        case Pointed(reader=ReadArray(item=item)) if marshaller.each and item.klass is ItemClass.BYTE:
            yield faults.not_marshalled(marshaller.path, "the elements of untyped memory", field.origin)
        case _:
            pass
    if facts is not None and facts.per_call:
        yield faults.marshaller_per_call(marshaller.path, field.origin)
    elif facts is not None:
        for method, is_there in (("to_c()", facts.to_c), ("from_c()", facts.from_c)):
            if not is_there:
                yield faults.marshaller_lacks(marshaller.path, method, field.origin)


def shape_of_lists(shape: FieldShape) -> FieldShape:
    """The shape of a field under a marshaller of its elements."""
    match shape:
        case Pointed(reader=ReadArray() as reader):
            return dataclasses.replace(shape, reader=dataclasses.replace(reader, made=Made.LIST))
        case _:
            return shape


def is_returned(marshaller: Marshaller | None, by: Strategy) -> bool:
    """Whether a parameter that is otherwise updated in place comes back as a new value: its argument is not C's."""
    return marshaller is not None and not marshaller.each and _is_updated(by)


def of_lists(by: Strategy) -> Strategy:
    """The strategy under a marshaller of elements, which are converted from and into lists."""
    match by:
        case ArrayOut():
            return dataclasses.replace(by, made=Made.LIST)
        case PointerSlot(reader=ReadArray() as reader):
            return dataclasses.replace(by, reader=dataclasses.replace(reader, made=Made.LIST))
        case _:
            return by


def reader_of_lists(by: Reader) -> Reader:
    """The same for a reader."""
    return dataclasses.replace(by, made=Made.LIST) if isinstance(by, ReadArray) else by


def completed(
    marshaller: Marshaller | None, to_c: bool, is_result: bool, facts: MarshallerFacts | None
) -> Marshaller | None:
    """With the directions it serves; None where the value neither comes from Python nor goes there."""
    if marshaller is None:
        return None
    from_c = is_result or marshaller.in_place
    if not (to_c or from_c):
        return None
    python = (facts.python if facts is not None else None) or ANY
    accepts = (facts.accepts if facts is not None else None) or ANY
    return dataclasses.replace(marshaller, to_c=to_c, from_c=from_c, python=python, accepts=accepts)


def judge(
    marshaller: Marshaller, contract: Contract, by: Strategy | Reader, facts: MarshallerFacts | None, span: Span
) -> Iterator[Diagnostic]:
    """What a marshaller cannot do here (R12.3, R12.4)."""
    element = contract.element.marshaller if contract.element is not None else None
    if not marshaller.each and element is not None:
        yield faults.marshalled_twice(marshaller.path, element, span)
    match by:
        case ArrayIn(item=item) | ArrayInOut(item=item) | ArrayOut(item=item) | ReadArray(item=item) if (
            marshaller.each and item.klass is ItemClass.BYTE
        ):
            yield faults.not_marshalled(marshaller.path, "the elements of untyped memory", span)
        case ArrayOut(size=None):
            yield faults.not_marshalled(marshaller.path, "an array whose room only the caller can provide", span)
        case ArrayInOut(always=True) | ArrayOut(always=True) | RecordSlot(always=True):
            yield faults.not_marshalled(marshaller.path, "what is written back even if the call failed", span)
        case _:
            pass
    if facts is None:
        return
    if marshaller.each and facts.per_call:
        yield faults.marshaller_per_call(marshaller.path, span)
    if marshaller.to_c and not facts.to_c:
        yield faults.marshaller_lacks(marshaller.path, "from_python() and to_c()" if facts.per_call else "to_c()", span)
    if marshaller.from_c and not facts.from_c:
        methods = "from_c() and to_python()" if facts.per_call else "from_c()"
        yield faults.marshaller_lacks(marshaller.path, methods, span)


def turned(marshaller: Marshaller) -> Marshaller:
    """The marshaller of the same value where C calls Python: what Python passes to a function of C's, C passes here."""
    return dataclasses.replace(marshaller, to_c=marshaller.from_c, from_c=marshaller.to_c, in_place=False)


def judge_call(
    function: Function, args: Iterable[ArgPlan], result: ResultPlan, look_up: LookUp, is_inward: bool
) -> Iterator[Diagnostic]:
    """What the marshallers of a call cannot do, in the directions in which they are asked."""
    for arg in args:
        if arg.marshaller is not None:
            asked, facts = turned(arg.marshaller) if is_inward else arg.marshaller, look_up(arg.marshaller.path)
            yield from judge(asked, arg.parameter.contract, arg.strategy, facts, arg.parameter.origin)
    if result.marshaller is not None and result.reader is not None:
        asked, facts = turned(result.marshaller) if is_inward else result.marshaller, look_up(result.marshaller.path)
        yield from judge(asked, function.result_contract, result.reader, facts, function.origin)


def _used(call: CallPlan) -> Iterator[tuple[Marshaller, str]]:
    """Those of one call, each with the place of its use in words."""
    if call.result.marshaller is not None:
        yield call.result.marshaller, f"{call.function.name}()"
    for arg in call.args:
        if arg.marshaller is not None:
            yield arg.marshaller, f"parameter '{arg.parameter.name}' of {call.function.name}()"


def _used_by(callback: CallbackPlan) -> Iterator[tuple[Marshaller, str]]:
    """Those of one callback, in the directions of the callable and, where C's functions reach Python, of those."""
    name = callback.callback.name
    values: tuple[Received | Answer, ...] = (*callback.received, *callback.answers) if callback.from_python else ()
    for value in values:
        if value.marshaller is not None:
            parameters = callback.call.function.parameters
            where = f"parameter '{parameters[value.index].name}'" if value.index >= 0 else "the result"
            yield value.marshaller, f"{where} of the callback '{name}'"
    if callback.from_c:
        yield from _used(callback.call)


def _used_in(record: RecordPlan) -> Iterator[tuple[Marshaller, str]]:
    for field in record.fields:
        if field.marshaller is not None:
            # A field outlives calls, as an element does.
            marshaller = dataclasses.replace(field.marshaller, each=True)
            yield marshaller, f"field '{field.field.name}' of {record.record.py_name}"


def uses(
    calls: Iterable[CallPlan], records: Iterable[RecordPlan], callbacks: Iterable[CallbackPlan]
) -> tuple[MarshallerUse, ...]:
    """What the functions, records and callbacks of a module ask of each marshaller."""
    found = (*chain.from_iterable(map(_used_in, records)), *chain.from_iterable(map(_used, calls)))
    needs: dict[str, dict[str, None]] = {}
    places: dict[str, str] = {}
    for marshaller, place in (*found, *chain.from_iterable(map(_used_by, callbacks))):
        places.setdefault(marshaller.path, place)
        asked = needs.setdefault(marshaller.path, {})
        words = (("to_c", marshaller.to_c), ("from_c", marshaller.from_c), ("elements", marshaller.each))
        asked.update((word, None) for word, is_asked in words if is_asked)
    order = ("to_c", "from_c", "elements")
    return tuple(
        MarshallerUse(path, tuple(word for word in order if word in asked), places[path])
        for path, asked in needs.items()
    )
