"""What was decided for each parameter, and why, for people: the text of ``interop explain``."""

from __future__ import annotations

from typing import assert_never

from interop.emit.docs import typed_signature
from interop.emit.explain_callback import explain_callback
from interop.emit.explain_handle import explain_handle
from interop.emit.explain_record import explain_record
from interop.emit.writer import Writer, flat
from interop.model.contract import Direction
from interop.model.expr import to_c
from interop.plan.calls import ArgPlan, CallPlan, Marshaller, Raise, Rest, ResultRole, Source
from interop.plan.items import Count, Given, Text, Transfer
from interop.plan.library import LibraryPlan
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


def explain(plan: LibraryPlan, name: str | None) -> str:
    """All records, handles, callbacks and public functions, or those named (as C or as Python calls them; the caller
    has checked that they exist)."""
    calls = [c for c in plan.calls if name in (None, c.function.name, c.function.py_name, c.function.symbol)]
    records = [r for r in plan.records if name in (None, r.record.py_name, r.record.spelling)]
    callbacks = [c for c in plan.callbacks if name in (None, c.callback.name, c.callback.function.py_name)]
    handles = [h for h in plan.handles if name in (None, h.handle.name, h.handle.py_name)]
    texts = [explain_record(record) for record in records]
    texts += [explain_handle(handle) for handle in handles]
    texts += [explain_callback(callback) for callback in callbacks]
    return "\n".join([*texts, *(_function(call, plan) for call in calls)]).rstrip("\n")


def _function(call: CallPlan, plan: LibraryPlan) -> str:
    w = Writer("  ")
    function = call.function
    w.line(typed_signature(call))
    with w.indented():
        w.line(f"C: {flat(function.declaration.text)}")
        w.line(f"   {function.declaration}")
        binding = plan.library.binding
        how = "bound by the first call" if binding.is_lazy else "linked"
        where = ", ".join(binding.libraries or binding.sources or binding.headers)
        w.line(f"symbol: {function.symbol}, {how} ({where})")
        awaited = f"; await {function.py_name}.aio(...) runs it on a worker thread"
        w.line("GIL: held during the call" if function.hold_gil else f"GIL: released during the call{awaited}")
        for index, arg in enumerate(call.args):
            _parameter(w, call, arg, is_variable=index >= len(function.prototype))
        if call.rest is not None:
            _rest(w, call, call.rest)
        _result(w, call)
        if call.raises is not None and function.policy.success is not None:
            also = " and OSError" if call.raises.with_errno else ""
            also = " and what fits the status" if call.raises.is_hresult else also
            error = call.raises.class_name or f"interop.{'HResult' if call.raises.is_hresult else 'Call'}Error{also}"
            w.line(f"fails unless {to_c(function.policy.success)}: raises {error}; nothing is written back")
            _statuses(w, call.raises, plan)
        _awaited(w, call)
        if call.again is not None:
            word = (
                "called first without room, to ask for the size"
                if call.again.query
                else "called again with twice the room"
            )
            w.line(f"more than one call: {word}")
    return w.text()


def _awaited(w: Writer, call: CallPlan) -> None:
    """How a call is awaited through its own callback; on a worker thread any can be."""
    if call.awaited is None:
        return
    callback = call.function.parameters[call.awaited.index].py_name
    out = "left out" if call.awaited.none_is_null else "left out or None"
    w.line(f"awaited: with {callback} {out}, gives a future of {call.awaited.annotation}")
    raises = call.awaited.completion.raises
    if raises is not None:
        error = raises.class_name or ("interop.CallError and OSError" if raises.with_errno else "interop.CallError")
        w.line(f"awaiting it raises {error} where what C tells is a failure")


def _statuses(w: Writer, raises: Raise, plan: LibraryPlan) -> None:
    """Which status raises which class."""
    error = next((error for error in plan.errors if error.name == raises.class_name), None)
    if error is None or not error.statuses:
        return
    with w.indented():
        by = "the result" if raises.code is None else to_c(raises.code)
        for status in error.statuses:
            bases = next(each.bases for each in plan.errors if each.name == status.class_name)
            w.line(f"{status.class_name}({', '.join(bases)}) where {by} is {status.value}, {status.name}")


def _parameter(w: Writer, call: CallPlan, arg: ArgPlan, is_variable: bool) -> None:
    p = arg.parameter
    w.line(f"{p.name}, through ..." if is_variable else p.name)
    rows = [
        ("direction", _direction(arg)),
        ("C type", p.type.spell()),
        ("Python", _python(call, arg)),
        ("crosses", f"{_crosses(arg)}; {arg.reason}"),
        ("allocated by", _allocates(arg)),
        ("freed by", _frees(arg)),
        ("written back", _written(arg)),
        ("because of", _facts(call, arg)),
    ]
    if arg.marshaller is not None:
        rows.insert(3, ("marshalled", _marshalled(arg.marshaller)))
    with w.indented():
        for name, text in rows:
            w.line(f"{name + ':':14}{text}")


def _marshalled(marshaller: Marshaller) -> str:
    ways = [way for way, is_served in (("to C", marshaller.to_c), ("from C", marshaller.from_c)) if is_served]
    what = "each element " if marshaller.each else ""
    return f"{what}by {marshaller.path}, {' and '.join(ways)}; None is {marshaller.none.value}"


def _rest(w: Writer, call: CallPlan, rest: Rest) -> None:
    """What goes through ``...``."""
    w.line("...")
    by_type = "int in a whole word, float as double, None as NULL, text copied, cdata by its own type"
    checked = "as the format says, which is checked before the call; text is only read"
    with w.indented():
        w.line(f"{'Python:':14}any number of further arguments, {rest.name}: {rest.annotation}")
        w.line(f"{'crosses:':14}{by_type if rest.format is None else checked}")
        format = None if rest.format is None else call.args[rest.format].parameter.annotations
        w.line(f"{'because of:':14}{'the caller' if format is None else f'{flat(format.text)} at {format}'}")


def _direction(arg: ArgPlan) -> str:
    match arg.strategy:
        case Slot(direction=direction) | TextRoom(direction=direction) | TextsRoom(direction=direction):
            return direction.value
        case PointerSlot(direction=direction) | RecordSlot(direction=direction):
            return direction.value
        case ArrayOut() | HandleOut():
            return Direction.OUT.value
        case ArrayInOut() | HandleInOut():
            return Direction.INOUT.value
        case Direct() | TextIn() | ArrayIn() | TextsIn() | HandleIn() | CallbackIn() | UserData() | Destroyer():
            return Direction.IN.value
        case _ as other:
            assert_never(other)


def _python(call: CallPlan, arg: ArgPlan) -> str:
    index = call.args.index(arg)
    parts = []
    if arg.argument is not None:
        argument = call.arguments[arg.argument]
        default = "" if argument.default is None else f" = {argument.default}"
        parts.append(f"argument {argument.name}: {argument.annotation}{default} ({argument.kind.value})")
    else:
        parts.append(
            f"not an argument: its value is {arg.source.value}"
            if arg.source is not Source.NOTHING
            else "not an argument"
        )
    parts.extend(f"comes back as {r.annotation}" for r in call.returned if r.index == index)
    return "; ".join(parts)


def _crosses(arg: ArgPlan) -> str:
    match arg.strategy:
        case Direct():
            return "by value"
        case Slot():
            return "by address"
        case TextIn(given=Given(), text=text):
            return f"{text.codec} text, copied"
        case ArrayIn(given=Given()):
            return "copied"
        case TextIn(text=Text(is_bstr=True)):
            return "a BSTR, copied"
        case TextsIn(text=Text(is_bstr=True)) | TextsRoom(text=Text(is_bstr=True)):
            return "an array of BSTRs"
        case TextIn(copy=copy, text=text):
            return f"{text.codec} text, {'copied' if copy or text.codec != 'utf-8' else 'the str object keeps it'}"
        case TextRoom(text=text):
            return f"{text.codec} text in private room"
        case ArrayIn(transfer=transfer) | ArrayInOut(transfer=transfer) | ArrayOut(transfer=transfer):
            return transfer.value
        case TextsIn(text=text) | TextsRoom(text=text):
            return f"an array of pointers to {text.codec} text"
        case PointerSlot():
            return "the address of a pointer"
        case RecordSlot(transfer=transfer):
            return f"by address, {transfer.value}"
        case HandleIn():
            return "the handle that the object holds"
        case HandleOut() | HandleInOut():
            return "the address of a handle"
        case CallbackIn(data=data, scope=scope):
            known = "a trampoline of its own" if data is None else "the user data tells C's calls apart"
            return f"a function pointer; {known}; scope {scope.kind.value}{f'({scope.slot})' if scope.slot else ''}"
        case UserData():
            return "a number that stands for the callable"
        case Destroyer():
            return "a function pointer"
        case _ as other:
            assert_never(other)


def _allocates(arg: ArgPlan) -> str:
    match arg.strategy:
        case PointerSlot(direction=Direction.IN):
            return "the stub, for the call"
        case TextIn(given=Given(alloc=alloc)) | ArrayIn(given=Given(alloc=alloc)):
            return f"the stub, with {alloc}"
        case PointerSlot(alloc=alloc):
            return f"the stub, with {alloc}, then C where it replaces it" if alloc else "C"
        case TextsRoom(alloc=alloc):
            texts = f"each text with {alloc}, then C where it replaces it" if alloc else "the texts by C"
            return f"the array by the stub, {texts}"
        case Direct() | HandleIn() | CallbackIn() | UserData() | Destroyer():
            return "nobody"
        case HandleOut() | HandleInOut():
            return "C"
        case Slot():
            return "the stub, on its stack"
        case TextRoom() | TextsIn():
            return "the stub, for the call"
        case TextIn(copy=copy, text=text):
            return "the stub, for the call" if copy or text.codec != "utf-8" else "nobody: the str object has it ready"
        case ArrayIn() | ArrayInOut():
            return "the caller if pinned, the stub (for the call) if copied"
        case ArrayOut():
            return "the caller if a buffer is given, else the stub: the object that is returned"
        case RecordSlot(direction=Direction.OUT):
            return "the stub: the object that is returned"
        case RecordSlot(transfer=Transfer.COPY):
            return "the stub, for the call"
        case RecordSlot():
            return "the caller: the record object itself"
        case _ as other:
            assert_never(other)


def _frees(arg: ArgPlan) -> str:
    match arg.strategy:
        case PointerSlot(direction=Direction.IN):
            return "whoever allocated it"
        case TextIn(given=Given(free=free)) | ArrayIn(given=Given(free=free)):
            return f"C, which takes it over; the stub, with {free}, if C is not called"
        case PointerSlot(reader=reader):
            return _reader_frees(reader)
        case TextsRoom(element_free=element_free):
            texts = f"each text with {element_free.function}" if element_free else "the texts are borrowed"
            return f"the stub: the array, {texts}"
        case Direct() | Slot():
            return "nobody"
        case HandleIn(consumes=consumes):
            return "C, which takes it over" if consumes else "nobody: the object keeps it"
        case HandleOut(tie=tie):
            return _handle_frees(tie)
        case HandleInOut(tie=tie):
            kept = "" if arg.strategy.is_lent else "; an old one that C replaces is C's"
            return f"{_handle_frees(tie)}{kept}"
        case _:
            return "whoever allocated it"


def _handle_frees(tie: Tie | None) -> str:
    if tie is not None and tie.hold is Hold.BORROWED:
        return "nobody: it belongs to another handle" if tie.parent is not None else "nobody: it stays C's"
    return "the new object, when it is closed or goes"


def _reader_frees(reader: Reader) -> str:
    match reader:
        case ReadHandle(tie=tie):
            return _handle_frees(tie)
        case ReadLent():
            return "nobody: it belongs to a handle, and is seen where it is while that is open"
        case ReadTexts(free=free, element_free=element_free):
            if element_free:
                block = f", the array with {free.function}" if free else ""
                return f"the stub: each text with {element_free.function}{block}"
            return f"the stub, with {free.function}" if free else "nobody: it is borrowed"
        case ReadText(free=free) | ReadArray(free=free) | ReadRecord(free=free):
            return f"the stub, with {free.function}" if free else "nobody: it is borrowed"
        case ReadIndex():
            return "nobody: it points into an array that was passed"
        case ReadItem():
            return "nobody"


def _written(arg: ArgPlan) -> str:
    if arg.marshaller is not None and arg.marshaller.from_c:
        return "into the same list, after a successful call" if arg.marshaller.in_place else "a new value comes back"
    match arg.strategy:
        case ArrayInOut(always=always):
            when = "after every call" if always else "after a successful call"
            return f"a list or a copied buffer {when}; a pinned buffer by C itself, also when the call fails"
        case RecordSlot(direction=Direction.OUT):
            return "into the new object"
        case RecordSlot(direction=Direction.INOUT, transfer=Transfer.COPY, always=always):
            return f"into the same object, after {'every' if always else 'a successful'} call"
        case RecordSlot(direction=Direction.INOUT):
            return "by C itself, also when the call fails"
        case ArrayOut():
            return "into the new object, or by C itself into the buffer that is given"
        case Slot(direction=direction) | TextRoom(direction=direction) if direction.writes_back:
            return (
                "never into the argument: a new value comes back" if arg.is_result else "no: it only measures another"
            )
        case TextsRoom(direction=Direction.INOUT):
            return "into the same list, after a successful call"
        case PointerSlot(direction=Direction.OUT | Direction.INOUT) | TextsRoom() | HandleOut():
            return "a new value comes back"
        case HandleInOut():
            return "the same object comes back, or a new one where C replaced the handle"
        case _:
            return "never"


def _count(count: Count | None) -> str:
    if count is None:
        return ""
    return f"{to_c(count.expr)}{' bytes' if count.in_bytes else ''}"


def _facts(call: CallPlan, arg: ArgPlan) -> str:
    written = arg.parameter.annotations
    facts = [f"{flat(written.text)} at {written}" if written is not None else "C's declaration alone"]
    if arg.measures:
        facts.append(f"size of {', '.join(call.args[i].parameter.name for i in arg.measures)}")
    match arg.strategy:
        case ArrayIn(minimum=size) | ArrayInOut(minimum=size) | ArrayOut(size=size) | TextRoom(size=size) if (
            size is not None
        ):
            facts.append(f"holds {_count(size)}")
        case _:
            pass
    return "; ".join(facts)


def _result(w: Writer, call: CallPlan) -> None:
    if call.result.role is ResultRole.VOID:
        return
    w.line("result")
    with w.indented():
        w.line(f"{'C type:':14}{call.result.ctype.spell()}")
        shown = [r.annotation for r in call.returned if r.index < 0]
        w.line(f"{'Python:':14}{shown[0] if shown else call.result.role.value}")
        if call.result.marshaller is not None:
            w.line(f"{'marshalled:':14}{_marshalled(call.result.marshaller)}")
        if call.result.reader is not None:
            w.line(f"{'freed by:':14}{_reader_frees(call.result.reader)}")
