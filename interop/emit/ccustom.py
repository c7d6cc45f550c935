"""Custom marshallers in a stub: the Python half of a value's way, around the ordinary marshalling of its C type."""

from __future__ import annotations

from interop.emit import cread, names
from interop.emit.cframe import Frame
from interop.plan.calls import ArgPlan, Marshaller, NoneRule
from interop.plan.fields import FieldShape, FixedArray, Flexible, Inline, Pointed
from interop.plan.items import Item, ItemClass
from interop.plan.readers import ReadArray, ReadRecord
from interop.plan.strategies import ArrayIn, ArrayInOut, Direct, PointerSlot, RecordSlot, Strategy, TextsRoom

_NONE = {
    NoneRule.REFUSED: (),
    NoneRule.PASSED: ("INTEROP_PASSES_NONE",),
    NoneRule.MARSHALLED: ("INTEROP_ASKS_NONE",),
}


def flags_of_marshaller(marshaller: Marshaller) -> str:
    each = ("INTEROP_EACH",) if marshaller.each else ()
    in_place = ("INTEROP_IN_PLACE",) if marshaller.in_place else ()
    return " | ".join((*_NONE[marshaller.none], *each, *in_place)) or "0"


def native_record(by: Strategy | FieldShape) -> Item | None:
    """The record that a marshaller must give in C's place: it may be spelled as its fields, or as its bytes."""
    match by:
        case Direct(item=item) | RecordSlot(item=item) | ArrayIn(item=item) | ArrayInOut(item=item) | Inline(item=item):
            found = item
        case FixedArray(item=item) | Flexible(item=item):
            found = item
        case PointerSlot(reader=reader) | Pointed(reader=reader) if isinstance(reader, ReadRecord | ReadArray):
            found = reader.item
        case _:
            return None
    return found if found.klass is ItemClass.RECORD else None


def _own(frame: Frame) -> list[tuple[ArgPlan | None, Marshaller]]:
    """Everything in the call that has a marshaller; None stands for the C result."""
    found: list[tuple[ArgPlan | None, Marshaller]] = [(a, a.marshaller) for a in frame.call.args if a.marshaller]
    if frame.call.result.marshaller is not None:
        found.append((None, frame.call.result.marshaller))
    return found


def _local(arg: ArgPlan | None) -> str:
    return names.MARSHALLED if arg is None else f"_m_{arg.parameter.name}"


def _updates(arg: ArgPlan | None) -> bool:
    """Whether C's values come back in what it was given, a list or buffer that nobody but the stub has."""
    in_place = (ArrayInOut, TextsRoom, RecordSlot)
    return arg is not None and isinstance(arg.strategy, in_place) and arg.argument is not None


def declare(frame: Frame) -> None:
    frame.w.lines(*(f"interop_marshalled {_local(arg)};" for arg, _ in _own(frame)))


def initialise(frame: Frame) -> None:
    for arg, marshaller in _own(frame):
        which = names.marshaller(frame.marshallers[marshaller.path])
        frame.w.line(f"interop_marshalled_init(&{_local(arg)}, &{which}, {flags_of_marshaller(marshaller)});")


def begin(frame: Frame) -> None:
    """Those that only serve the way back are made before the call, too."""
    for arg, marshaller in _own(frame):
        if not marshaller.to_c:
            frame.attempt(f"interop_marshalled_begin(&{_local(arg)}, {frame.at(arg)})")


def take(frame: Frame, arg: ArgPlan) -> None:
    """The caller's value into what the ordinary marshalling takes in its place."""
    frame.attempt(f"interop_marshalled_in(&{_local(arg)}, {frame.given(arg)}, {frame.at(arg)})")
    inner = native_record(arg.strategy)
    if inner is not None:
        frame.attempt(f"interop_native_records(&{_local(arg)}, &{names.record(inner.suffix)}, {frame.at(arg)})")


def taken(frame: Frame, arg: ArgPlan) -> None:
    """The ordinary marshalling of it is done."""
    frame.w.line(f"{_local(arg)}.converting = 0;")


def called(frame: Frame) -> None:
    """C was called, and did not fail (R12.6, R12.8)."""
    for arg, marshaller in _own(frame):
        if marshaller.to_c:
            frame.attempt(f"interop_marshalled_called(&{_local(arg)}, {frame.at(arg)})")


def capture(frame: Frame) -> None:
    """What C gave reaches every marshaller before any value is made for Python, so that none goes lost (R12.9)."""
    for arg, marshaller in _own(frame):
        if not marshaller.from_c:
            continue
        local, at = _local(arg), frame.at(arg)
        if arg is None:
            value = names.VALUE
            assert frame.call.result.reader is not None
            cread.read(frame, frame.call.result.reader, names.RESULT, value, at)
        else:
            cread.unmarshal(frame, arg)
            value = cread.value_of(frame, frame.call.args.index(arg))
        if _updates(arg):
            assert arg is not None
            cread.commit(frame, arg)
            frame.attempt(f"interop_marshalled_updated(&{local}, {at})")
        else:
            frame.attempt(f"interop_marshalled_capture(&{local}, &{value}, {at})")
        if not marshaller.to_c:
            frame.attempt(f"interop_marshalled_called(&{local}, {at})")


def give_back(frame: Frame) -> None:
    """The values that Python gets."""
    for arg, marshaller in _own(frame):
        if not marshaller.from_c:
            continue
        local, at = _local(arg), frame.at(arg)
        # An array that was updated may be valid in part only.
        count = f"_n_{arg.parameter.name}" if arg is not None and marshaller.in_place else "-1"
        if marshaller.in_place:
            assert arg is not None
            frame.attempt(f"interop_marshalled_prepare(&{local}, {frame.given(arg)}, {count}, {at})")
            continue
        value = cread.value_of(frame, -1 if arg is None else frame.call.args.index(arg))
        frame.w.line(f"{value} = interop_marshalled_out(&{local}, {count}, {at});")
        frame.leave_if(f"{value} == NULL")


def store(frame: Frame, arg: ArgPlan) -> None:
    """Into the caller's own list, when nothing else can fail."""
    if arg.marshaller is not None and arg.marshaller.in_place:
        failed = f"interop_marshalled_store(&{_local(arg)}, {frame.given(arg)}) < 0"
        frame.when(failed, "Py_XDECREF(_returned);", "_returned = NULL;", frame.fail)


def release(frame: Frame) -> None:
    for arg, _ in reversed(_own(frame)):
        frame.w.line(f"interop_marshalled_release(&{_local(arg)});")
