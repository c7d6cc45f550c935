"""What the stubs of one module share: items they convert, functions their expressions call, exceptions."""

from __future__ import annotations

from collections.abc import Iterator

from interop.model.ctype import Array, Pointer, RecordRef, holds_bstr, strip
from interop.model.expr import Expr, names
from interop.model.library import Constant, Enum, Function, Library, Record
from interop.plan.ops import (
    BSTR_ALLOC,
    BSTR_FREE,
    ArgPlan,
    ArrayIn,
    ArrayInOut,
    ArrayOut,
    Bits,
    CallbackIn,
    CallPlan,
    Destroyer,
    Direct,
    ErrorClass,
    FieldShape,
    FixedArray,
    FixedText,
    Flexible,
    HandleIn,
    HandleOut,
    Inline,
    Item,
    Pointed,
    PointerSlot,
    ReadArray,
    Reader,
    ReadHandle,
    ReadIndex,
    ReadItem,
    ReadLent,
    ReadRecord,
    ReadText,
    ReadTexts,
    RecordPlan,
    RecordSlot,
    Slot,
    Strategy,
    Switched,
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
    for expr in (policy.success, policy.message, policy.requires):
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
    given = [arg.strategy.item.handle for arg in args if isinstance(arg.strategy, HandleOut)]
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
    # What a call opens may have to be closed before anything else is called.
    used.update(dict.fromkeys(_closers(function, args, library)))
    return tuple(name for name in used if library.function(name) is not None and not function.parameter(name))


def uses_errno(function: Function) -> bool:
    """Whether some expression looks at errno."""
    policy = function.policy
    exprs: list[Expr] = [e for e in (policy.success, policy.message) if e is not None]
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


def _shape_items(shape: FieldShape) -> Iterator[Item]:
    match shape:
        case Inline(item=item) | Bits(item=item) | FixedArray(item=item) | Flexible(item=item):
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
        case HandleIn(item=item) | HandleOut(item=item) | CallbackIn(item=item):
            yield item
        case UserData() | Destroyer():
            pass
        case ArrayIn(item=item) | ArrayInOut(item=item) | ArrayOut(item=item):
            yield item
        case TextIn(text=text) | TextRoom(text=text) | TextsIn(text=text) | TextsRoom(text=text):
            yield text.unit
        case PointerSlot(reader=reader):
            yield from _reader_items(reader)


def error_classes(calls: list[CallPlan]) -> tuple[ErrorClass, ...]:
    """The exception classes that ``raises`` names, each once, with who raises it."""
    users: dict[str, list[CallPlan]] = {}
    for call in calls:
        if call.raises is not None and call.raises.class_name is not None:
            users.setdefault(call.raises.class_name, []).append(call)
    return tuple(
        ErrorClass(
            name, any(c.raises and c.raises.with_errno for c in raisers), tuple(c.function.py_name for c in raisers)
        )
        for name, raisers in users.items()
    )
