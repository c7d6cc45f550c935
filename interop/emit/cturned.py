"""Custom marshallers where C calls Python: from C before the callable is run, to C of what it gives (R12.2, R12.24).

``_m_x`` is the value that C passed, ``_v_x`` the one that it gets. What C passes stays C's, and what it gets is its
own from then on: a marshaller that is made once frees what never reached C, and what C got something else for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from interop.emit import names
from interop.emit.ccustom import flags_of_marshaller
from interop.emit.cframe import Frame
from interop.plan.calls import Marshaller
from interop.plan.inward import Answer, CallbackPlan, GiveArray, GiveBlock, GiveItem, Received
from interop.plan.items import Item, ItemClass
from interop.plan.readers import ReadArray, ReadRecord
from interop.plan.strategies import Slot


def _name(frame: Frame, value: Received | Answer) -> str:
    return "result" if value.index < 0 else frame.call.args[value.index].parameter.name


def _own(frame: Frame, callback: CallbackPlan) -> Iterator[tuple[str, Marshaller]]:
    """Every value of the callback that has a marshaller, by its local."""
    for received in callback.received:
        if received.marshaller is not None:
            yield f"_m_{_name(frame, received)}", received.marshaller
    for answer in callback.answers:
        if answer.marshaller is not None:
            yield f"_v_{_name(frame, answer)}", answer.marshaller


def declare(frame: Frame, callback: CallbackPlan) -> None:
    frame.w.lines(*(f"interop_marshalled {local};" for local, _ in _own(frame, callback)))


def initialise(frame: Frame, callback: CallbackPlan) -> None:
    for local, marshaller in _own(frame, callback):
        which = names.marshaller(frame.marshallers[marshaller.path])
        frame.w.line(f"interop_marshalled_init(&{local}, &{which}, {flags_of_marshaller(marshaller)});")


def begin(frame: Frame, name: str, at: str) -> None:
    """One that is made for each call is made before C's value is looked at."""
    frame.attempt(f"interop_marshalled_begin(&_m_{name}, {at})")


def capture(frame: Frame, name: str, at: str) -> None:
    """What the ordinary marshalling made of C's value, to the marshaller; the value itself stays C's."""
    frame.attempt(f"interop_marshalled_capture(&_m_{name}, &_p_{name}, {at})")
    frame.w.line(f"_m_{name}.due = 0;")


def give(frame: Frame, name: str, at: str) -> None:
    """What the callable gets."""
    frame.w.line(f"_p_{name} = interop_marshalled_out(&_m_{name}, -1, {at});")
    frame.leave_if(f"_p_{name} == NULL")


def called(frame: Frame, received: Iterable[Received], asked: Callable[[Received], tuple[str, str]]) -> None:
    """The callable was called, and did not raise."""
    for each in received:
        if each.marshaller is not None:
            name, at = asked(each)
            frame.attempt(f"interop_marshalled_called(&_m_{name}, {at})")


def _record(answer: Answer) -> Item | None:
    """The record that a marshaller must give in C's place: it may be spelled as its fields, or as its bytes."""
    match answer.give:
        case (
            GiveItem(item=item) | GiveArray(item=item) | GiveBlock(reader=ReadArray(item=item) | ReadRecord(item=item))
        ):
            return item if item.klass is ItemClass.RECORD else None
        case _:
            return None


def take(frame: Frame, name: str, answer: Answer, value: str, is_inout: bool, at: str) -> str:
    """Python's value into what the ordinary marshalling takes, whose local is returned."""
    local = f"_v_{name}"
    if is_inout:
        # One instance serves both ways (R12.8).
        frame.w.lines(f"{local}.self = _m_{name}.self;", f"_m_{name}.self = NULL;")
    frame.attempt(f"interop_marshalled_in(&{local}, {value}, {at})")
    record = _record(answer)
    if record is not None:
        frame.attempt(f"interop_native_records(&{local}, &{names.record(record.suffix)}, {at})")
    return f"{local}.native"


def taken(frame: Frame, name: str) -> None:
    """The ordinary marshalling of it is done."""
    frame.w.line(f"_v_{name}.converting = 0;")


def failed(frame: Frame, answers: Iterable[Answer]) -> None:
    """Says of an exception that the value was a marshaller's, before it goes on its way."""
    for answer in answers:
        if answer.marshaller is not None:
            frame.w.line(f"interop_marshalled_explain(&_v_{_name(frame, answer)});")


def stored(frame: Frame, callback: CallbackPlan) -> None:
    """C has what it gets, in the place of what it passed."""
    back = {received.index for received in callback.received if received.marshaller is not None}
    for answer in callback.answers:
        if answer.marshaller is None:
            continue
        name = _name(frame, answer)
        gone = [f"_v_{name}.due = 0; /* C's own now */"]
        if answer.index in back:
            gone.append(f"_m_{name}.due = !_m_{name}.skipped;")
        strategy = frame.call.args[answer.index].strategy if answer.index >= 0 else None
        if isinstance(strategy, Slot) and strategy.nullable:
            frame.when(f"_a_{name} != NULL", *gone)
        else:
            frame.w.lines(*gone)


def release(frame: Frame, callback: CallbackPlan) -> None:
    for local, _ in reversed(list(_own(frame, callback))):
        frame.w.line(f"interop_marshalled_release(&{local});")
