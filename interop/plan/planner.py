"""The plan of a function and of a module: selection, sources, dependency order, and what Python passes and gets."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field, replace

from interop.diag.report import Diagnostic, Report
from interop.model.contract import Direction, Force, ScopeKind
from interop.model.ctype import VOID, Pointer, is_hresult, strip
from interop.model.expr import Expr, bare_name, names
from interop.model.library import Constant, Enum, Function, Handle, Library, Parameter, Record, Role
from interop.plan import faults, marshal
from interop.plan.callbacks import callback_roles, complete, plan_callbacks, used_callbacks
from interop.plan.calls import (
    Again,
    ArgPlan,
    Awaited,
    CallPlan,
    Completion,
    Marshaller,
    Raise,
    ResultPlan,
    ResultRole,
    Source,
)
from interop.plan.items import Count, Given, Item, ItemClass, Transfer
from interop.plan.library import HandlePlan, LibraryPlan
from interop.plan.order import order_steps
from interop.plan.pointers import Context, is_null, level
from interop.plan.readers import ReadArray, Reader, ReadItem, ReadLent
from interop.plan.records import RecordPlanner, flexible_records, record_items, ungivable_records
from interop.plan.rest import plan_rest, plan_shape_format
from interop.plan.select import Selected, is_status, lent, select, select_result, tie_of
from interop.plan.shapes import Types, handle_item
from interop.plan.shared import (
    constants_of,
    error_classes,
    extents,
    function_items,
    items,
    needed_functions,
    record_parts,
    records_used,
    uses_errno,
)
from interop.plan.signature import Signature, build_signature
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

DEFAULT_ROOM = 256
"""Where growing starts when nothing says otherwise, in elements."""
DEFAULT_LIMIT = 1 << 30
"""Where growing ends when nothing says otherwise, in elements."""
INTEGERS = (ItemClass.SIGNED, ItemClass.UNSIGNED)


@dataclass(slots=True)
class _Draft:
    """A parameter while its function is being planned."""

    selected: Selected
    source: Source
    measures: list[int] = field(default_factory=list)
    is_result: bool = False
    marshaller: Marshaller | None = None


def plan_library(
    library: Library, force: Force | None = None, look_up: marshal.LookUp = marshal.unknown
) -> tuple[LibraryPlan, Report]:
    """The plans of all public functions. Same library, same plan; the report says what cannot be planned.

    ``look_up`` tells what custom marshallers can do, as far as that is known now."""
    report = Report()
    calls = []
    taken = _public_names(library)
    items_of_records = record_items(library)
    callback_items: dict[str, Item] = {}
    types = Types(items_of_records, library, callback_items)
    ungivable = ungivable_records(library, items_of_records)
    completions: dict[str, Completion] = {}
    flexible = flexible_records(library, items_of_records)
    context = Context(library, force, types, flexible, ungivable, look_up, completions)
    callbacks = plan_callbacks(context, callback_items, enum_names(library), plan_function, report)
    completions.update((c.callback.name, c.completion) for c in callbacks if c.completion is not None)
    records = RecordPlanner(context, report, enum_names(library)).plan()
    for function in library.functions:
        if not function.private:
            call = plan_function(function, context, report)
            if call is not None:
                calls.append(call)
                if call.result_type in taken:
                    report.add(faults.name_taken(function, call.result_type or ""))
    callbacks = used_callbacks(callbacks, calls, function_items(records))
    for callback in callbacks:
        # In the directions of Python's callables, and of C's functions, as far as there are any.
        ways = [True] * callback.from_python + [False] * callback.from_c
        for is_inward in ways:
            inner = callback.call
            for fault in marshal.judge_call(inner.function, inner.args, inner.result, look_up, is_inward):
                report.add(fault)
        outcome = callback.completion.result_type if callback.completion is not None and callback.is_awaited else None
        if outcome in taken | {call.result_type for call in calls if call.result_type is not None}:
            report.add(faults.name_taken(callback.callback.function, outcome or ""))
    found: dict[str, Item] = {}
    through = [item for callback in callbacks for item in items(callback.call)]
    for item in (*record_parts(records), *(item for call in calls for item in items(call)), *through):
        found.setdefault(item.suffix, item)
    values, errors = tuple(found.values()), error_classes(calls, library)
    used = marshal.uses(calls, records, callbacks)
    handles = tuple(_plan_handle(handle, calls, context) for handle in library.handles)
    taking = (arg for call in (*calls, *(callback.call for callback in callbacks)) for arg in call.args)
    later = (
        any(record.keeps for record in records)
        or any(callback.lends for callback in callbacks)
        or any(
            arg.keeper is not None or arg.strategy.scope.kind is not ScopeKind.CALL
            for arg in taking
            if isinstance(arg.strategy, CallbackIn)
        )
    )
    return LibraryPlan(library, tuple(calls), handles, records, values, errors, force, used, callbacks, later), report


def _keeper(function: Function, parameter: Parameter, strategy: Strategy, library: Library) -> int | None:
    """The handle or callback that keeps what is passed in; what comes out depends on its own (``Tie``)."""
    name, scope = parameter.contract.retained, parameter.contract.scope
    if name is None and scope is not None and scope.kind is ScopeKind.SLOT:
        return next((i for i, p in enumerate(function.parameters) if library.handle_of(p.type) is not None), None)
    if name is None or isinstance(strategy, HandleOut) or parameter.contract.direction is Direction.OUT:
        return None
    return _index(function, name)


def _index(function: Function, name: str | None) -> int | None:
    return next((i for i, other in enumerate(function.parameters) if other.name == name), None)


def _with_function(selected: Selected, parameter: Parameter, function: Function, library: Library) -> Selected:
    """What a handle's strategy takes from the function around it."""
    strategy = selected.strategy
    match strategy:
        case HandleOut() | HandleInOut():
            return replace(selected, strategy=replace(strategy, tie=tie_of(parameter.contract, function)))
        case HandleIn() if any(handle.close == function.name for handle in library.handles):
            return Selected(replace(strategy, consumes=True, closes=True), "C closes it")
        case PointerSlot(reader=ReadArray() as reader, direction=Direction.OUT):
            pointer = strip(parameter.type)
            assert isinstance(pointer, Pointer)
            seen = lent(reader, pointer.target, parameter.contract, function)
            assert isinstance(seen, ReadArray | ReadLent)
            return replace(selected, strategy=replace(strategy, reader=seen))
        case _:
            return selected


def _plan_handle(handle: Handle, calls: list[CallPlan], context: Context) -> HandlePlan:
    closer = context.library.function(handle.close) if handle.close is not None else None
    close = next((call for call in calls if call.function == closer), None)
    if close is None and closer is not None:
        # A private one; what is wrong with it is reported where it is declared.
        close = plan_function(closer, context, Report())
    found = [(c.function.member, c) for c in calls if c.function.member is not None]
    # By name, a property's getter first, wherever the functions are declared.
    mine = sorted((m.name, m.role is Role.SETTER, n) for n, (m, _) in enumerate(found) if m.handle == handle.name)
    return HandlePlan(handle, handle_item(handle), close, tuple(found[n][1] for _, _, n in mine))


def plan_function(function: Function, context: Context, report: Report) -> CallPlan | None:
    """One function's plan, or None after saying why not."""
    library = context.library
    roles = callback_roles(function, context)
    drafts: list[_Draft] = []
    found: list[Diagnostic] = []
    for parameter in function.parameters:
        index = len(drafts) + len(found)
        answer = Selected(roles[index], "what the callback needs") if index in roles else select(parameter, context)
        if isinstance(answer, Diagnostic):
            found.append(answer)
        elif isinstance(answer.strategy, CallbackIn):
            callback = complete(answer.strategy, index, function, roles)
            drafts.append(_draft(parameter, replace(answer, strategy=callback)))
        else:
            drafts.append(_draft(parameter, _with_function(answer, parameter, function, library)))
    reader = select_result(function, context)
    if isinstance(reader, Diagnostic):
        found.append(reader)
        reader = None
    if found:
        for diagnostic in found:
            report.add(diagnostic)
        return None
    before = len(report.diagnostics)
    _check_defaults(function, drafts, report)
    _measure(function, drafts, report)
    result = _result(function, drafts, reader)
    _choose_results(function, drafts)
    result = _complete_marshallers(drafts, result, context.look_up)
    again = _again(function, drafts, report)
    awaited = _awaited(function, drafts, result, context)
    args = tuple(
        ArgPlan(
            parameter=parameter,
            strategy=draft.selected.strategy,
            source=draft.source,
            argument=None,
            measures=tuple(draft.measures),
            default=None if _is_null_pointer(parameter, draft) else parameter.contract.default,
            optional=parameter.contract.optional or _is_null_pointer(parameter, draft),
            is_result=draft.is_result,
            keeper=_keeper(function, parameter, draft.selected.strategy, library),
            place=_index(function, parameter.contract.retained_at),
            reason=draft.selected.reason,
            marshaller=draft.marshaller,
            awaits=awaited is not None and awaited.index == index,
        )
        for index, (parameter, draft) in enumerate(zip(function.parameters, drafts, strict=True))
    )
    if not context.is_callback:
        for fault in marshal.judge_call(function, args, result, context.look_up, is_inward=False):
            report.add(fault)
    steps = order_steps(function, args, again, report)
    if len(report.diagnostics) > before:
        return None
    signature: Signature = build_signature(function, args, result, again, constants_of(library), enum_names(library))
    rest = plan_rest(function, context, signature.arguments)
    if isinstance(rest, Diagnostic):
        report.add(rest)
        return None
    policy = function.policy
    return CallPlan(
        function=function,
        args=signature.args,
        arguments=signature.arguments,
        rest=rest,
        shape_format=plan_shape_format(function, signature.args),
        result=result,
        returned=signature.returned,
        result_type=f"{function.py_name}_result" if len(signature.returned) > 1 else None,
        steps=steps,
        again=again,
        raises=_raise(function, reader, library) if policy.success else None,
        needs=needed_functions(function, args, library, records_used(result.reader, args, library)),
        saves_errno=policy.errno or policy.save_errno or uses_errno(function),
        awaited=awaited,
    )


def _draft(parameter: Parameter, selected: Selected) -> _Draft:
    marshaller = marshal.choose(parameter.type, parameter.contract, selected.strategy)
    if marshaller is not None and marshaller.each:
        selected = Selected(marshal.of_lists(selected.strategy), selected.reason)
    return _Draft(selected, _first_source(selected.strategy, parameter.contract.fixed), marshaller=marshaller)


def _complete_marshallers(drafts: list[_Draft], result: ResultPlan, look_up: marshal.LookUp) -> ResultPlan:
    """Settles which directions each marshaller serves."""
    for draft in drafts:
        if draft.marshaller is not None:
            to_c, facts = draft.source is Source.ARGUMENT, look_up(draft.marshaller.path)
            draft.marshaller = marshal.completed(draft.marshaller, to_c, draft.is_result, facts)
    if result.marshaller is None:
        return result
    is_value, facts = result.role is ResultRole.VALUE, look_up(result.marshaller.path)
    return dataclasses.replace(result, marshaller=marshal.completed(result.marshaller, False, is_value, facts))


def _public_names(library: Library) -> set[str | None]:
    named = (Function, Constant, Enum, Record)
    taken: set[str | None] = {d.py_name for d in library.declarations if isinstance(d, named)}
    taken.update(m.py_name for e in library.enums if not e.name for m in e.members)
    return taken


def enum_names(library: Library) -> dict[str, str]:
    """The Python class of every named enumeration, by its name in the model."""
    return {enum.name: enum.py_name for enum in library.enums if enum.name and not enum.private}


def _raise(function: Function, reader: Reader | None, library: Library) -> Raise:
    """What a failed call raises."""
    policy = function.policy
    of_class = [enum for enum in library.enums if enum.raises is not None and enum.raises.name == policy.raises]
    has_statuses = any(member.raises is not None for enum in of_class for member in enum.members)
    is_number = _is_number(reader)
    is_meaning = is_hresult(function.result) and policy.raises is None and not policy.errno
    usual = next((enum.raises.code for enum in of_class if enum.raises is not None), None) if is_number else None
    return Raise(policy.raises, policy.errno, is_number, policy.code or usual, is_meaning, has_statuses)


def _is_number(reader: Reader | None) -> bool:
    """Whether a failed call's result says something as a status; a pointer or a floating-point number does not."""
    return isinstance(reader, ReadItem) and reader.item.klass in (*INTEGERS, ItemClass.ENUM, ItemClass.BOOLEAN)


def _is_null_pointer(parameter: Parameter, draft: _Draft) -> bool:
    """``defaultvalue(NULL)`` on what is marshalled: the same as ``optional``."""
    return is_null(parameter.contract.default) and not isinstance(draft.selected.strategy, Direct | Slot)


def _check_defaults(function: Function, drafts: list[_Draft], report: Report) -> None:
    """Only values and text that C may not write can be given by an expression of C."""
    for parameter, draft in zip(function.parameters, drafts, strict=True):
        default = parameter.contract.default
        match draft.selected.strategy:
            case Direct() | Slot() | TextIn(counted=False):
                continue
            case _ if default is not None and not is_null(default):
                report.add(faults.no_such_default(parameter, default.span))


# --- Sources: where each value on the way in comes from ------------------------------------------------------------


def _first_source(strategy: Strategy, fixed: Expr | None) -> Source:
    if fixed is not None:
        return Source.FIXED
    match strategy:
        case Slot(direction=Direction.OUT) | PointerSlot(direction=Direction.OUT) | TextRoom(direction=Direction.OUT):
            return Source.NOTHING
        case ArrayOut() | TextsRoom(direction=Direction.OUT) | RecordSlot(direction=Direction.OUT):
            return Source.NOTHING
        case HandleOut() | UserData() | Destroyer():
            return Source.NOTHING
        case _:
            return Source.ARGUMENT


def _is_measure(draft: _Draft) -> bool:
    """Whether a parameter can be filled with a number of elements: what a marshaller makes is no number to Python."""
    strategy = draft.selected.strategy
    return isinstance(strategy, Direct | Slot) and strategy.item.klass in INTEGERS and draft.marshaller is None


def _measure(function: Function, drafts: list[_Draft], report: Report) -> None:
    """Settles which parameters give the size of which arrays, and so are filled from them or ask for capacity."""
    index_of = {parameter.name: index for index, parameter in enumerate(function.parameters)}
    for index, (parameter, draft) in enumerate(zip(function.parameters, drafts, strict=True)):
        # What stands behind a replaceable pointer is measured by the second level.
        count = level(parameter.contract.size, 1 if isinstance(draft.selected.strategy, PointerSlot) else 0)
        name = bare_name(count.expr) if count else None
        measure = index_of.get(name) if name is not None else None
        if measure is None or not _is_measure(drafts[measure]):
            continue
        target = drafts[measure]
        slot = target.selected.strategy
        match draft.selected.strategy:
            case PointerSlot(direction=Direction.OUT):
                continue
            case ArrayIn() | ArrayInOut() | TextsIn() | TextIn() | PointerSlot() | TextsRoom(direction=Direction.INOUT):
                if isinstance(slot, Slot) and slot.direction is Direction.OUT:
                    report.add(faults.out_measures_in(function.parameters[measure], parameter))
                elif target.source is not Source.FIXED:
                    target.source = Source.COUNT
                    target.measures.append(index)
            case ArrayOut() | TextRoom() | TextsRoom():
                if target.source is not Source.FIXED:
                    if target.source is not Source.COUNT:
                        target.source = Source.CAPACITY
                    target.measures.append(index)
            case _:
                continue
        if isinstance(slot, Slot) and slot.nullable:
            report.add(faults.size_through_null(parameter, function.parameters[measure]))


def _choose_results(function: Function, drafts: list[_Draft]) -> None:
    """Marks what comes back: every out part that does not merely measure another and is not updated in place."""
    measuring = {name.name for expr in extents(function) for name in names(expr)}
    for parameter, draft in zip(function.parameters, drafts, strict=True):
        match draft.selected.strategy:
            case Slot(direction=direction) if direction.writes_back:
                draft.is_result = parameter.contract.retval or parameter.name not in measuring
            case TextRoom() | ArrayOut() | PointerSlot(direction=Direction.OUT | Direction.INOUT):
                draft.is_result = True
            case HandleOut() | HandleInOut():
                draft.is_result = True
            case TextsRoom(direction=Direction.OUT) | RecordSlot(direction=Direction.OUT):
                draft.is_result = True
            case strategy:
                draft.is_result = marshal.is_returned(draft.marshaller, strategy)


def _result(function: Function, drafts: list[_Draft], reader: Reader | None) -> ResultPlan:
    if reader is None:
        return ResultPlan(VOID, ResultRole.VOID, None)
    kept = function.result_contract.retval
    if not kept and any(name.name == "result" for expr in extents(function) for name in names(expr)):
        return ResultPlan(function.result, ResultRole.MEASURE, reader)
    marshaller = marshal.choose(function.result, function.result_contract, reader)
    if not kept and function.policy.success is not None and is_status(reader) and marshaller is None:
        return ResultPlan(function.result, ResultRole.STATUS, reader)
    if marshaller is not None and marshaller.each:
        reader = marshal.reader_of_lists(reader)
    return ResultPlan(function.result, ResultRole.VALUE, reader, marshaller)


# --- Awaiting ------------------------------------------------------------------------------------------------------


def _awaited(function: Function, drafts: list[_Draft], result: ResultPlan, context: Context) -> Awaited | None:
    """A call that only begins something is awaited through the one callback by which C says that it is done."""
    if result.role not in (ResultRole.VOID, ResultRole.STATUS) or any(draft.is_result for draft in drafts):
        return None
    found = [
        (index, draft.selected.strategy)
        for index, draft in enumerate(drafts)
        if isinstance(draft.selected.strategy, CallbackIn) and draft.selected.strategy.scope.kind is ScopeKind.ASYNC
    ]
    if len(found) != 1:
        return None
    index, strategy = found[0]
    contract = function.parameters[index].contract
    completion = context.completions.get(strategy.item.callback or "")
    # What may be left out anyway, or never is an argument, is NULL or what was declared.
    if completion is None or contract.optional or contract.default is not None or contract.fixed is not None:
        return None
    match completion.returned:
        case ():
            types = ("None", "None")
        case (only,):
            types = (only.annotation, only.typing)
        case several:
            types = (f"({', '.join(f'{r.name}: {r.annotation}' for r in several)})", completion.result_type or "")
    return Awaited(index, strategy.nullable, completion, *types)


# --- Calling again -------------------------------------------------------------------------------------------------


def _is_copied_in(strategy: Strategy) -> bool:
    """Whether C gets a copy because it did not promise to leave it alone."""
    match strategy:
        case ArrayIn(transfer=Transfer.COPY) | TextIn(copy=True) | TextsIn(copy=True):
            return True
        case _:
            return False


def _is_consumed(parameter: Parameter, strategy: Strategy) -> bool:
    """Whether a first call may leave something that a second one must not find."""
    match strategy:
        case ArrayInOut() | PointerSlot() | TextsRoom() | TextIn(given=Given()) | ArrayIn(given=Given()):
            return True
        case HandleOut() | HandleInOut() | CallbackIn():
            return True
        case HandleIn(consumes=consumes):
            return consumes
        case RecordSlot(direction=direction, item=item):
            pointer = strip(parameter.type)
            is_promised = isinstance(pointer, Pointer) and pointer.const
            return direction is not Direction.IN or (item.is_deep and not is_promised)
        case _:
            return False


def _is_local(strategy: Strategy) -> bool:
    """Whether what C points at is a value in the stub, which is set anew for a further call."""
    return isinstance(strategy, Slot) or (
        isinstance(strategy, RecordSlot) and strategy.direction is Direction.IN and strategy.transfer is Transfer.COPY
    )


def _again(function: Function, drafts: list[_Draft], report: Report) -> Again | None:
    for index, (parameter, draft) in enumerate(zip(function.parameters, drafts, strict=True)):
        contract = parameter.contract
        if not (contract.grow or contract.query):
            continue
        word = "grow" if contract.grow else "query"
        strategy = draft.selected.strategy
        size = next((i for i, other in enumerate(drafts) if index in other.measures), None)
        if not isinstance(strategy, TextRoom | ArrayOut) or size is None or drafts[size].source is not Source.CAPACITY:
            report.add(faults.grow_without_size(parameter, word))
            return None
        if function.result_contract.owned is not None:
            report.add(faults.owned_result_again(function, parameter, word))
        for other, other_draft in zip(function.parameters, drafts, strict=True):
            if _is_consumed(other, other_draft.selected.strategy):
                report.add(faults.again_with(parameter, other, word))
        needed = None
        if contract.query:
            needed = Count(contract.query.needed) if contract.query.needed else None
            slot = drafts[size].selected.strategy
            if needed is None and not (isinstance(slot, Slot) and slot.direction.writes_back):
                needed = level(contract.length, 0)
                if needed is None:
                    report.add(faults.query_without_answer(parameter))
                    return None
        return Again(
            room=index,
            size=size,
            condition=contract.grow.condition if contract.grow else None,
            start=0 if contract.query else DEFAULT_ROOM,
            limit=contract.grow.limit if contract.grow and contract.grow.limit else DEFAULT_LIMIT,
            query=contract.query is not None,
            needed=needed,
            plus_terminator=isinstance(strategy, TextRoom)
            and bool(contract.query and not contract.query.needed and needed),
            remarshalled=tuple(i for i, d in enumerate(drafts) if _is_copied_in(d.selected.strategy)),
            restored=tuple(i for i, d in enumerate(drafts) if _is_local(d.selected.strategy) and i != size),
        )
    return None
