"""What the stubs of one module share: items they convert, functions their expressions call, exceptions."""

from __future__ import annotations

from collections.abc import Iterator

from interop.model.ctype import Array, Pointer, RecordRef, holds_bstr, strip
from interop.model.expr import Expr, names
from interop.model.library import Constant, Enum, Function, Library, Record, StatusClass
from interop.plan.calls import ArgPlan, CallPlan, Raise
from interop.plan.fields import (
    Bits,
    FieldShape,
    FixedArray,
    FixedText,
    Flexible,
    Functions,
    Inline,
    Pointed,
    RecordPlan,
    Switched,
)
from interop.plan.items import BSTR_ALLOC, BSTR_FREE, Item
from interop.plan.library import ErrorClass, Status
from interop.plan.readers import (
    ReadArray,
    Reader,
    ReadHandle,
    ReadIndex,
    ReadItem,
    ReadLent,
    ReadRecord,
    ReadText,
    ReadTexts,
)
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
    Strategy,
    TextIn,
    TextRoom,
    TextsIn,
    TextsRoom,
    UserData,
)


def constants_of(library: Library) -> dict[str, int | float | bytes]:
    """Every value the module knows by name, for defaults that are constant."""
    values: dict[str, int | float | bytes] = {}
    for declaration in library.declarations:
        if isinstance(declaration, Constant) and isinstance(declaration.value, int | float | bytes):
            values[declaration.name] = declaration.value
        elif isinstance(declaration, Enum):
            values.update((member.name, member.value) for member in declaration.members)
    return values


def extents(function: Function) -> Iterator[Expr]:
    for contract in (function.result_contract, *(parameter.contract for parameter in function.parameters)):
        for extent in (contract.size, contract.length):
            if extent is not None:
                yield from (expr for expr in extent.levels if expr is not None)


def _expressions(function: Function, args: tuple[ArgPlan, ...]) -> Iterator[Expr]:
    policy = function.policy
    for expr in (policy.success, policy.message, policy.code, policy.requires):
        if expr is not None:
            yield expr
    yield from extents(function)
    for arg in args:
        contract = arg.parameter.contract
        for expr in (
            contract.default,
            contract.fixed,
            contract.grow.condition if contract.grow else None,
            contract.grow.limit if contract.grow else None,
            contract.query.needed if contract.query else None,
        ):
            if expr is not None:
                yield expr


def _frees(args: tuple[ArgPlan, ...], function: Function) -> Iterator[str]:
    for contract in (function.result_contract, *(arg.parameter.contract for arg in args)):
        for each in (contract, contract.element):
            if each is not None and each.owned is not None:
                yield each.owned.free
                if each.owned.alloc is not None:
                    yield each.owned.alloc
    if any(holds_bstr(ctype) for ctype in (function.result, *(arg.parameter.type for arg in args))):
        yield from (BSTR_ALLOC, BSTR_FREE)


def _owners(record: Record, library: Library) -> Iterator[str]:
    """The functions that free, or make, what a record's fields own."""
    bodies = {other.spelling: other for other in library.records}
    for field in record.fields or ():
        for each in (field.contract, field.contract.element):
            if each is not None and each.owned is not None:
                yield each.owned.free
                if each.owned.alloc is not None:
                    yield each.owned.alloc
        if holds_bstr(field.type):
            yield from (BSTR_ALLOC, BSTR_FREE)
        inner = strip(field.type)
        while isinstance(inner, Array | Pointer):
            inner = strip(inner.element if isinstance(inner, Array) else inner.target)
        other = bodies.get(inner.spelling) if isinstance(inner, RecordRef) else None
        if other is not None and other is not record:
            yield from _owners(other, library)


def _closers(function: Function, args: tuple[ArgPlan, ...], library: Library) -> Iterator[str]:
    """The functions that close the handles which a call gives, and what says whether they succeeded."""
    given = [arg.strategy.item.handle for arg in args if isinstance(arg.strategy, HandleOut | HandleInOut)]
    result = library.handle_of(function.result)
    for handle in library.handles:
        if handle.close is not None and (handle is result or handle.name in given):
            yield handle.close
            closing = library.function(handle.close)
            if closing is not None:
                yield from (name.name for expr in _expressions(closing, ()) for name in names(expr))


def needed_functions(
    function: Function, args: tuple[ArgPlan, ...], library: Library, records: tuple[Record, ...]
) -> tuple[str, ...]:
    """Functions of the module that expressions call and ownership names."""
    used = dict.fromkeys(name.name for expr in _expressions(function, args) for name in names(expr))
    used.update(dict.fromkeys(_frees(args, function)))
    for record in records:
        used.update(dict.fromkeys(_owners(record, library)))
    for arg in args:
        if arg.awaits and isinstance(arg.strategy, CallbackIn):
            told = next(c.function for c in library.callbacks if c.name == arg.strategy.item.callback)
            judged = (e for e in (told.policy.success, told.policy.message) if e is not None)
            mentioned = (name.name for expr in judged for name in names(expr))
            used.update(dict.fromkeys(name for name in mentioned if told.parameter(name) is None))
    # What a call opens may have to be closed before anything else is called.
    used.update(dict.fromkeys(_closers(function, args, library)))
    return tuple(name for name in used if library.function(name) is not None and not function.parameter(name))


def uses_errno(function: Function) -> bool:
    """Whether some expression looks at errno."""
    policy = function.policy
    exprs: list[Expr] = [e for e in (policy.success, policy.message, policy.code) if e is not None]
    exprs.extend(p.contract.grow.condition for p in function.parameters if p.contract.grow)
    exprs.extend(extents(function))
    return any(name.name == "errno" for expr in exprs for name in names(expr))


def _reader_items(reader: Reader | None) -> Iterator[Item]:
    match reader:
        case ReadItem(item=item) | ReadArray(item=item):
            yield item
        case ReadText(text=text) | ReadTexts(text=text):
            yield text.unit
        case ReadRecord(item=item) | ReadHandle(item=item) | ReadLent(item=item):
            yield item
        case ReadIndex() | None:
            pass


def records_used(reader: Reader | None, args: tuple[ArgPlan, ...], library: Library) -> tuple[Record, ...]:
    """The records that a call converts."""
    used = (*_reader_items(reader), *(item for arg in args for item in _strategy_items(arg.strategy)))
    spellings = dict.fromkeys(item.record for item in used if item.record is not None)
    return tuple(record for record in library.records if record.spelling in spellings)


def record_parts(records: tuple[RecordPlan, ...]) -> Iterator[Item]:
    """Every item that some record converts, the record itself after its fields."""
    for plan in records:
        for field in plan.fields:
            yield from _shape_items(field.shape)
        yield plan.item


def function_items(records: tuple[RecordPlan, ...]) -> tuple[Item, ...]:
    """The callbacks that stand in records: any record may be made in Python, and come from C."""
    return tuple(item for item in record_parts(records) if item.callback is not None)


def _shape_items(shape: FieldShape) -> Iterator[Item]:
    match shape:
        case Inline(item=item) | Bits(item=item) | FixedArray(item=item) | Flexible(item=item):
            yield item
        case Functions(item=item):
            yield item
        case FixedText(text=text):
            yield text.unit
        case Pointed(reader=reader):
            yield from _reader_items(reader)
        case Switched(members=members):
            for member in members:
                yield from _shape_items(member.shape)


def items(call: CallPlan) -> Iterator[Item]:
    """Every item one stub converts, repeats included."""
    if call.rest is not None:
        yield call.rest.text.unit
    for arg in call.args:
        yield from _strategy_items(arg.strategy)
    yield from _reader_items(call.result.reader)


def _strategy_items(strategy: Strategy) -> Iterator[Item]:
    match strategy:
        case Direct(item=item) | Slot(item=item) | RecordSlot(item=item):
            yield item
        case HandleIn(item=item) | HandleOut(item=item) | HandleInOut(item=item) | CallbackIn(item=item):
            yield item
        case UserData() | Destroyer():
            pass
        case ArrayIn(item=item) | ArrayInOut(item=item) | ArrayOut(item=item):
            yield item
        case TextIn(text=text) | TextRoom(text=text) | TextsIn(text=text) | TextsRoom(text=text):
            yield text.unit
        case PointerSlot(reader=reader):
            yield from _reader_items(reader)


def error_classes(calls: list[CallPlan], library: Library) -> tuple[ErrorClass, ...]:
    """The exception classes of the module, each once: those that calls and what is awaited of them raise, and
    then those of single statuses."""
    raisers: dict[str, list[tuple[Raise, str]]] = {}
    raised = [(call.raises, call.function.py_name) for call in calls]
    raised += [(call.awaited.completion.raises, call.function.py_name) for call in calls if call.awaited is not None]
    for each, by in raised:
        if each is not None and each.class_name is not None:
            raisers.setdefault(each.class_name, []).append((each, by))
    statuses: dict[str, list[Status]] = {}
    types: dict[str, str] = {}
    of_status: dict[str, tuple[str, StatusClass]] = {}
    for enum in library.enums:
        if enum.raises is None or (enum.imported and enum.raises.name not in raisers):
            continue
        name = enum.raises.name
        raisers.setdefault(name, [])
        if enum.name and not enum.private:
            types.setdefault(name, enum.py_name)
        for member in enum.members:
            if member.raises is not None:
                statuses.setdefault(name, []).append(Status(member.name, member.value, member.raises.name))
                of_status.setdefault(member.raises.name, (name, member.raises))
    found = []
    # By name, wherever the functions are declared; a class stands behind what it derives from.
    for name in (*sorted(raisers.keys() - of_status.keys()), *of_status):
        mine = raisers.get(name, [])
        parent, status = of_status.get(name, ("CallError", None))
        bases = (parent, *(status.bases if status is not None else ()))
        if any(each.with_errno for each, _ in mine) and "OSError" not in bases:
            bases = (*bases, "OSError")
        own = tuple(s for s in statuses.get(parent, ()) if s.class_name == name)
        functions = tuple(sorted({by for _, by in mine}))
        found.append(ErrorClass(name, bases, functions, own, tuple(statuses.get(name, ())), types.get(name)))
    return tuple(found)
