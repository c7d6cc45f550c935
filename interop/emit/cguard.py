"""The checked build's part of a stub: C gets guarded copies of what was marshalled, looked at after the call."""

from __future__ import annotations

from interop.emit import names
from interop.emit.cexpr import counts_bytes
from interop.emit.cframe import Frame, target_of
from interop.model.contract import Direction
from interop.model.ctype import Pointer, strip
from interop.plan.calls import Access, Action, ArgPlan, Guard, ResultRole, Step
from interop.plan.items import Item, ItemClass
from interop.plan.strategies import (
    ArrayIn,
    ArrayInOut,
    ArrayOut,
    HandleInOut,
    HandleOut,
    PointerSlot,
    RecordSlot,
    Slot,
    TextIn,
    TextRoom,
    TextsIn,
    TextsRoom,
)

_ACCESS = {
    Access.READ: "INTEROP_GUARD_READ",
    Access.FILL: "INTEROP_GUARD_FILL",
    Access.UPDATE: "INTEROP_GUARD_UPDATE",
}


def _fences(frame: Frame) -> list[tuple[Guard, ArgPlan, int]]:
    """Each guard with its parameter and the number of its block; an array of text has a second block, for the texts."""
    found, number = [], 0
    for guard in frame.call.guards:
        arg = frame.call.args[guard.index]
        found.append((guard, arg, number))
        number += 2 if isinstance(arg.strategy, TextsIn) else 1
    return found


def declare(frame: Frame) -> None:
    if not frame.call.guards:
        return
    _, arg, last = _fences(frame)[-1]
    count = last + (2 if isinstance(arg.strategy, TextsIn) else 1)
    frame.w.lines(f"interop_fence _fences[{count}];", "interop_watch _watch;", "int _broken = 0;")


def initialise(frame: Frame) -> None:
    if frame.call.guards:
        count = "(int)(sizeof _fences / sizeof _fences[0])"
        frame.w.line(f"interop_watch_init(&_watch, &{names.signature(frame.name)}, _fences, {count});")


def passed(frame: Frame, arg: ArgPlan) -> str:
    """What C gets for a parameter."""
    for _, other, number in _fences(frame):
        if other is arg:
            return f"({arg.parameter.type.spell()})interop_guarded(&_fences[{number}], _a_{arg.parameter.name})"
    return f"_a_{arg.parameter.name}"


def begin(frame: Frame) -> None:
    """Copies what was marshalled between guards, as the last thing before the call."""
    if not frame.call.guards:
        return
    w = frame.w
    w.lines("", "/* guard */")
    w.line("interop_watch_release(&_watch);")
    for guard, arg, number in _fences(frame):
        at = frame.at(arg)
        match arg.strategy:
            case TextsIn(text=text):
                name = arg.parameter.name
                data = f"_l_{name}.data, _l_{name}.count, (int)sizeof({text.unit.spelling})"
                frame.attempt(f"interop_guard_texts(&_watch, {number}, {data}, {at})")
            case _:
                frame.attempt(f"interop_guard(&_watch, {number}, {_memory(frame, guard, arg)}, {at})")
    w.line("interop_watch_begin(&_watch);")


def _memory(frame: Frame, guard: Guard, arg: ArgPlan) -> str:
    """``address, elements, bytes in each, alignment, flags`` as interop_guard takes them."""
    name, access = arg.parameter.name, _ACCESS[guard.access]
    match arg.strategy:
        case Slot() | HandleOut() | HandleInOut():
            return f"_a_{name}, 1, sizeof _s_{name}, sizeof _s_{name}, {access} | INTEROP_GUARD_OWN"
        case TextIn(text=text):
            unit = f"sizeof({text.unit.spelling})"
            return f"_t_{name}.data, _t_{name}.units + 1, {unit}, {unit}, {access} | INTEROP_GUARD_TEXT"
        case TextRoom(text=text):
            unit = f"sizeof({text.unit.spelling})"
            return f"_r_{name}.data, _r_{name}.room, {unit}, {unit}, {access} | INTEROP_GUARD_TEXT | INTEROP_GUARD_OWN"
        case ArrayIn(item=item, null_terminated=terminated):
            assumed = Step(Action.CHECK, guard.index) in frame.call.steps
            count = f"_n_{name}" if assumed else f"_b_{name}.count{' + 1' if terminated else ''}"
            return _array(name, item.suffix, count, access)
        case ArrayInOut(item=item, null_terminated=terminated):
            return _array(name, item.suffix, f"_b_{name}.count{' + 1' if terminated else ''}", access)
        case ArrayOut(item=item, size=size):
            # The caller's own buffer is no fresh memory: what C leaves of it stays.
            given = f"_b_{name}.given ? INTEROP_GUARD_UPDATE : {access} | INTEROP_GUARD_OWN"
            if size is not None and counts_bytes(size, item):
                # The last element may be there in part only.
                count = f"(Py_ssize_t){frame.wide(size.expr)}"
                return f"_b_{name}.data, {count}, 1, interop_type_{item.suffix}.alignment, {given}"
            return _array(name, item.suffix, f"_n_{name}", given)
        case TextsRoom(null_terminated=terminated):
            count = f"_l_{name}.count{' + 1' if terminated else ''}"
            return f"_l_{name}.data, {count}, sizeof(void *), sizeof(void *), {access} | INTEROP_GUARD_OWN"
        case PointerSlot():
            return f"_a_{name}, 1, sizeof(void *), sizeof(void *), {access} | INTEROP_GUARD_OWN"
        case RecordSlot(item=item, direction=direction):
            # What C left in a record of its own must be freed; the caller's is whole after a broken call.
            own = " | INTEROP_GUARD_OWN" if item.is_deep or direction is Direction.OUT else ""
            return f"_a_{name}, 1, sizeof({item.spelling}), _Alignof({item.spelling}), {access}{own}"
        case _:
            raise AssertionError("only memory is guarded")


def _array(name: str, suffix: str, count: str, flags: str) -> str:
    kind = f"interop_type_{suffix}"
    return f"_b_{name}.data, {count}, (size_t){kind}.size, {kind}.alignment, {flags}"


def end(frame: Frame) -> None:
    """Right after the call: what C did to the memory, what it wrote to where it belongs, and pointers into it."""
    call, w = frame.call, frame.w
    if not call.guards:
        return
    w.line("_broken = interop_watch_end(&_watch);")
    if call.result.role is not ResultRole.VOID and isinstance(strip(call.result.ctype), Pointer):
        _translate(frame, names.RESULT, call.result.ctype.spell())
    for arg in call.args:
        strategy, name = arg.strategy, arg.parameter.name
        match strategy:
            case PointerSlot() | Slot(item=Item(klass=ItemClass.POINTER)):
                _translate(frame, f"_s_{name}", target_of(arg.parameter.type).spell())
            case _:
                continue


def _translate(frame: Frame, pointer: str, spelling: str) -> None:
    """A pointer into guarded memory is one into what was marshalled, which outlives the call."""
    frame.w.line(f"{pointer} = ({spelling})interop_unguarded(&_watch, (const void *){pointer});")


def leave(frame: Frame) -> None:
    """Raises what was found, once everything that C handed over is known and will be freed."""
    if frame.call.guards:
        frame.leave_if("_broken")


def check(frame: Frame) -> None:
    """After a call that succeeded: whether C wrote what it had to."""
    w = frame.w
    for guard, arg, number in _fences(frame):
        at, block = frame.at(arg), f"&_fences[{number}]"
        match arg.strategy:
            case TextRoom(length=None) if guard.access is Access.FILL:
                frame.attempt(f"interop_check_text({block}, {int(guard.filled)}, {at})")
            case ArrayOut(item=item, length=length) if length is not None and guard.access is Access.FILL:
                with w.indented("{", "}"):
                    room = f"_b_{arg.parameter.name}.count"
                    w.line(f"Py_ssize_t _valid = interop_valid({frame.count(length, item)}, {room}, {at});")
                    frame.leave_if("_valid < 0")
                    size = f"(size_t)interop_type_{item.suffix}.size"
                    frame.attempt(f"interop_check_elements({block}, _valid, {size}, {at})")
            case _ if guard.filled:
                frame.attempt(f"interop_check_filled({block}, {at})")


def release(frame: Frame) -> None:
    if frame.call.guards:
        frame.w.line("interop_watch_release(&_watch);")
