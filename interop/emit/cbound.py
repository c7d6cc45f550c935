"""Callables that a call passes to C: bound before the call, and kept or let go after it."""

from __future__ import annotations

from interop.emit import names
from interop.emit.cframe import Frame
from interop.emit.writer import c_string
from interop.model.contract import ScopeKind
from interop.plan.calls import ArgPlan
from interop.plan.library import CallsBack, LibraryPlan
from interop.plan.strategies import CallbackIn

_SCOPES = {
    ScopeKind.CALL: "INTEROP_SCOPE_CALL",
    ScopeKind.ASYNC: "INTEROP_SCOPE_ASYNC",
    ScopeKind.FOREVER: "INTEROP_SCOPE_FOREVER",
    ScopeKind.SLOT: "INTEROP_SCOPE_OWNED",
}
SUCCEEDED = "_succeeded"
CALL = "_call"
CALLS_BACK = "_calls_back"
"""Whether the call is known to callbacks, where that depends."""
COMPLETION = "_completion"
"""What C calls, where the call is awaited."""
FUTURE = "_future"
"""What is awaited then, until the call has succeeded."""


def lends(plan: LibraryPlan) -> bool:
    """Whether something is left with C that must be there until the call has ended: by a callback, or in a list."""
    return any(record.keeps for record in plan.records) or any(callback.lends for callback in plan.callbacks)


def takes_callbacks(frame: Frame) -> bool:
    return any(isinstance(arg.strategy, CallbackIn) for arg in frame.call.args)


def declare_call(frame: Frame) -> None:
    """What callbacks know of the call."""
    match frame.calls_back:
        case CallsBack.NEVER:
            pass
        case CallsBack.IF_BOUND:
            frame.w.lines(f"interop_call {CALL};", f"int {CALLS_BACK} = 0;")
        case CallsBack.ALWAYS:
            frame.w.line(f"interop_call {CALL};")


def initialise_call(frame: Frame) -> None:
    if frame.calls_back is CallsBack.ALWAYS:
        frame.w.line(f"interop_call_init(&{CALL});")


def begin_call(frame: Frame) -> None:
    """Right before C is called."""
    begin = [f"interop_call_begin(&{CALL});"]
    if frame.call.function.hold_gil:
        begin.append("interop_holder_begin();")
    match frame.calls_back:
        case CallsBack.NEVER:
            pass
        case CallsBack.IF_BOUND:
            frame.w.line(f"{CALLS_BACK} = interop_bindings > 0;")
            frame.when(f"INTEROP_UNLIKELY({CALLS_BACK})", f"interop_call_init(&{CALL});", *begin)
        case CallsBack.ALWAYS:
            frame.w.lines(*begin)


def end_call(frame: Frame) -> None:
    end = [f"interop_call_end(&{CALL});"]
    if frame.call.function.hold_gil:
        end.insert(0, "interop_holder_end();")
    match frame.calls_back:
        case CallsBack.NEVER:
            pass
        case CallsBack.IF_BOUND:
            frame.when(f"INTEROP_UNLIKELY({CALLS_BACK})", *end)
        case CallsBack.ALWAYS:
            frame.w.lines(*end)


def has_raised(frame: Frame) -> str:
    """Whether a callback has raised, in a stub that may call back."""
    raised = f"{CALL}.raised != NULL"
    return f"{CALLS_BACK} && {raised}" if frame.calls_back is CallsBack.IF_BOUND else raised


def release_call(frame: Frame) -> None:
    if frame.calls_back is not CallsBack.NEVER and lends(frame.plan):
        released = f"Py_XDECREF({CALL}.lent);"
        if frame.calls_back is CallsBack.IF_BOUND:
            frame.when(CALLS_BACK, released)
        else:
            frame.w.line(released)


def _scope(arg: ArgPlan, strategy: CallbackIn) -> str:
    return "INTEROP_SCOPE_OWNED" if arg.keeper is not None else _SCOPES[strategy.scope.kind]


def declare(frame: Frame, arg: ArgPlan) -> None:
    p = arg.parameter
    if isinstance(arg.strategy, CallbackIn):
        frame.w.line(f"interop_bound _f_{p.name};")
    frame.w.line(f"{p.type.spell(f'_a_{p.name}')} = NULL;")


def initialise(frame: Frame, arg: ArgPlan) -> None:
    if isinstance(arg.strategy, CallbackIn):
        frame.w.line(f"interop_bound_init(&_f_{arg.parameter.name});")


def await_completion(frame: Frame, arg: ArgPlan, strategy: CallbackIn) -> None:
    """No callable was passed: C gets one that completes a future."""
    name = c_string(frame.call.function.py_name)
    frame.attempt(f"interop_completion_new({name}, &{COMPLETION}, &{FUTURE})")
    convert(frame, arg, strategy, COMPLETION)
    frame.w.line(f"_f_{arg.parameter.name}.entry->awaiting = &{names.signature(frame.name)};")


def convert(frame: Frame, arg: ArgPlan, strategy: CallbackIn, given: str) -> None:
    """A callable into a function pointer, with the user data by which C's calls are told apart."""
    w, p, item = frame.w, arg.parameter, strategy.item
    bound = f"_f_{p.name}"
    slot = names.slot(strategy.scope.slot) if strategy.scope.slot is not None else "NULL"
    with w.indented("{", "}"):
        w.line("void *_pointer = NULL;")
        frame.attempt(
            f"interop_bind_callable({given}, &{names.callback(item)}, {_scope(arg, strategy)}, "
            f"{int(strategy.data is not None)}, {int(strategy.nullable)}, {slot}, &{bound}, &_pointer, "
            f"&{CALL}, {frame.at(arg)})"
        )
        w.line(f"_a_{p.name} = ({p.type.spell()})(uintptr_t)_pointer;")
        with w.indented(f"if ({bound}.entry != NULL) {{", "}"):
            if strategy.data is None:
                w.line(f"_a_{p.name} = ({p.type.spell()})(uintptr_t){bound}.entry->function;")
            else:
                data = frame.call.args[strategy.data].parameter
                w.line(f"_a_{p.name} = {names.trampoline(item)};")
                w.line(f"_a_{data.name} = ({data.type.spell()}){bound}.number;")
            if strategy.destroy is not None:
                destroy = frame.call.args[strategy.destroy].parameter
                w.line(f"_a_{destroy.name} = ({destroy.type.spell()})(uintptr_t)&interop_destroyed;")


def keep(frame: Frame, arg: ArgPlan) -> None:
    """Before the call, since C may call at once: what a handle or a slot keeps."""
    if isinstance(arg.strategy, CallbackIn) and _scope(arg, arg.strategy) == "INTEROP_SCOPE_OWNED":
        frame.attempt(f"interop_keep_bound(&_f_{arg.parameter.name}, {_list(frame, arg)})")


def _list(frame: Frame, arg: ArgPlan) -> str:
    if arg.keeper is None:
        return "&interop_slots_taken"
    handle = frame.keeper(arg.keeper)
    return f"{handle} != NULL ? &{handle}->kept : &interop_slots_taken"


def release(frame: Frame, arg: ArgPlan) -> None:
    strategy, name = arg.strategy, arg.parameter.name
    if not isinstance(strategy, CallbackIn):
        return
    if strategy.scope.slot is not None:
        settled = f"{names.slot(strategy.scope.slot)}, _f_{name}.owner, {SUCCEEDED}"
        # A call that failed before it began has put nothing there.
        frame.w.line(f"interop_settle_slot(*({_list(frame, arg)}), {settled});")
    frame.w.line(f"interop_unbind(&_f_{name}, {_scope(arg, strategy)}, {SUCCEEDED});")
