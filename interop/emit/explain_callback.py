"""What was decided for each callback: what a callable gets, what becomes of its answer: part of ``interop explain``."""

from __future__ import annotations

from typing import assert_never

from interop.emit.writer import Writer, flat
from interop.model.ctype import Void, strip
from interop.model.expr import to_c
from interop.plan.calls import Marshaller
from interop.plan.inward import (
    Answer,
    CallbackPlan,
    GiveArray,
    GiveBlock,
    GiveHandle,
    GiveItem,
    GiveRoom,
    GiveText,
    GiveTexts,
    Received,
)
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


def explain_callback(plan: CallbackPlan) -> str:
    """One function pointer that Python may implement."""
    w = Writer("  ")
    callback = plan.callback
    w.line(f"callback {callback.function.py_name}: {plan.item.python}")
    with w.indented():
        w.line(f"C: {flat(callback.function.declaration.text)}")
        w.line(f"   {callback.function.declaration}")
        if callback.on_error is not None:
            is_void = isinstance(strip(callback.function.result), Void)
            w.line(f"{'done' if is_void else 'C gets'} when Python raises: {to_c(callback.on_error)}")
        else:
            usual = "the HRESULT of the exception" if plan.gives_hresult else "zero"
            if isinstance(plan.call.result.reader, ReadHandle):
                usual = "what is no handle"
            w.line(f"C gets when Python raises: {usual}")
        if plan.may_have_gil:
            w.line("the GIL: taken, unless C runs it in a call that keeps the GIL, on that call's thread")
        if plan.has_data:
            w.line(f"user data: {callback.closure}, by which C's calls are told apart")
        if plan.has_pool:
            w.line("without user data, or in a record: a trampoline of its own for each callable")
        if plan.is_awaited and plan.completion is not None:
            told = ", ".join(r.name for r in plan.completion.returned) or "nothing"
            w.line(f"awaited: C tells {told}")
            success = callback.function.policy.success
            if success is not None:
                w.line(f"awaiting fails unless {to_c(success)}")
        for received in plan.received:
            how = _marshalled(received.marshaller, "made of it") if received.marshaller is not None else _read(received)
            _row(w, plan, received.index, "gets", received.annotation, how)
        for answer in plan.answers:
            how = _given(answer)
            if answer.marshaller is not None:
                how = f"{_marshalled(answer.marshaller, 'what C gets is made of it')}, {how}"
            _row(w, plan, answer.index, "changes" if answer.in_place else "gives", answer.annotation, how)
        for capacity in plan.capacities:
            _row(w, plan, capacity.index, "gets", capacity.annotation, "by keyword, if it has such a parameter")
        for derived in plan.derived:
            of = " and ".join(_name(plan, measured.index) for measured in derived.of)
            _row(w, plan, derived.index, "does not see", "", f"the length of {of}")
    return w.text()


def _name(plan: CallbackPlan, index: int) -> str:
    return "result" if index < 0 else plan.call.args[index].parameter.name


def _row(w: Writer, plan: CallbackPlan, index: int, verb: str, what: str, how: str) -> None:
    w.line(f"{_name(plan, index)}: Python {verb}{f' {what}' if what else ''}; {how}")


def _marshalled(marshaller: Marshaller, what: str) -> str:
    each = "each element " if marshaller.each else ""
    return f"{each}{what} by {marshaller.path}"


def _read(received: Received) -> str:
    reader: Reader = received.reader
    if received.in_place:
        return "a copy, of which what Python makes goes back"
    match reader:
        case ReadItem():
            return "by value"
        case ReadText(text=text):
            return f"decoded from {text.codec}"
        case ReadHandle():
            return f"afterwards {received.claim.value}"
        case ReadArray() | ReadTexts() | ReadRecord() | ReadLent() | ReadIndex():
            return "a copy: C's memory is never written"
        case _ as other:
            assert_never(other)


def _given(answer: Answer) -> str:
    match answer.give:
        case GiveItem(replaces=True):
            return "by value, with copies of all it owns, which C frees; what the record there owned is freed"
        case GiveItem(item=item) if item.is_deep:
            return "by value, with copies of all it owns, which C frees"
        case GiveItem(none_is_zero=none_is_zero):
            return "None is zero" if none_is_zero else "by value"
        case GiveRoom():
            return "encoded into C's room, which it must fit"
        case GiveText(given=given, replaces=replaces) if given is not None:
            replaced = "; what was there is freed" if replaces else ""
            return f"encoded into memory from {given.alloc}, which C frees{replaced}"
        case GiveText():
            return "lent to C until the call out has read its results"
        case GiveArray(size=size, is_partial=is_partial, item=item, replaces=replaces):
            room = "C has room for" if size is not None else "C has passed"
            owned = ", with copies of all they own, which C frees" if item.is_deep else ""
            owned += "; what those there owned is freed" if replaces else ""
            return f"{'up to as many' if is_partial else 'just as many'} elements as {room}{owned}"
        case GiveTexts(size=size, is_partial=is_partial, given=given, replaces=replaces):
            room = "C has room for" if size is not None else "C has passed"
            replaced = "; what was there is freed" if replaces else ""
            many = "up to as many" if is_partial else "just as many"
            return f"{many} texts as {room}, each encoded into memory from {given.alloc}, which C frees{replaced}"
        case GiveBlock(reader=reader, alloc=alloc, element_alloc=element_alloc, size=size, replaces=replaces):
            what = "one record" if isinstance(reader, ReadRecord) else "a copy"
            each = f", each text from {element_alloc}" if element_alloc is not None else ""
            many = f", {to_c(size.expr)}{' bytes' if size.in_bytes else ' elements'} of it" if size is not None else ""
            replaced = "; what was there is freed" if replaces else ""
            return f"{what} in memory from {alloc}{each}{many}, which C frees{replaced}"
        case GiveHandle(lends=True):
            return "lent to C until the call out has read its results"
        case GiveHandle(replaces=True):
            return "what C passed stays C's; another one is taken over by C, and what C passed is Python's"
        case GiveHandle():
            return "C takes it over"
        case _ as other:
            assert_never(other)
