"""What the stubs of one module share: items they convert, functions their expressions call, exceptions."""

from __future__ import annotations

from collections.abc import Iterator

from interop.model.expr import Expr, names
from interop.model.library import Function, Library
from interop.plan.ops import (
    ArgPlan,
    ArrayIn,
    ArrayInOut,
    ArrayOut,
    CallPlan,
    Direct,
    ErrorClass,
    Item,
    PointerSlot,
    ReadArray,
    Reader,
    ReadItem,
    ReadText,
    ReadTexts,
    Slot,
    TextIn,
    TextRoom,
    TextsIn,
    TextsRoom,
)


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


def needed_functions(function: Function, args: tuple[ArgPlan, ...], library: Library) -> tuple[str, ...]:
    """Functions of the module that expressions call and ownership names."""
    used = dict.fromkeys(name.name for expr in _expressions(function, args) for name in names(expr))
    used.update(dict.fromkeys(_frees(args, function)))
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
        case None:
            pass


def items(call: CallPlan) -> Iterator[Item]:
    """Every item one stub converts, repeats included."""
    for arg in call.args:
        match arg.strategy:
            case (
                Direct(item=item)
                | Slot(item=item)
                | ArrayIn(item=item)
                | ArrayInOut(item=item)
                | ArrayOut(item=item)
            ):
                yield item
            case TextIn(text=text) | TextRoom(text=text) | TextsIn(text=text) | TextsRoom(text=text):
                yield text.unit
            case PointerSlot(reader=reader):
                yield from _reader_items(reader)
    yield from _reader_items(call.result.reader)


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
