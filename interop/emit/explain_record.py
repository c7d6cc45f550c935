"""What was decided for each record and its fields, and why it is pinned or copied: part of ``interop explain``."""

from __future__ import annotations

from interop.emit.writer import Writer
from interop.model.expr import to_c
from interop.plan.fields import (
    Bits,
    FieldPlan,
    FixedArray,
    FixedText,
    Flexible,
    Functions,
    Inline,
    Live,
    Pointed,
    RecordPlan,
    Switched,
)
from interop.plan.readers import ReadArray, ReadRecord, ReadText, ReadTexts


def explain_record(plan: RecordPlan) -> str:
    """One class of the module."""
    w = Writer("  ")
    record = plan.record
    w.line(f"class {record.py_name}")
    with w.indented():
        w.line(f"C: {record.spelling} at {record.origin}")
        if plan.is_blittable:
            w.line("blittable: an object holds the native value, which is pinned when it is passed by address")
        else:
            w.line("not blittable, so it is copied field by field when it crosses:")
            with w.indented():
                w.lines(*(f"'{name}': {reason}" for name, reason in _obstacles(plan)))
        for field in plan.fields:
            _field(w, field)
    return w.text()


def _obstacles(plan: RecordPlan) -> list[tuple[str, str]]:
    return [(field.field.name, field.reason) for field in plan.fields if field.reason]


def _field(w: Writer, field: FieldPlan) -> None:
    w.line(f"{field.field.py_name}")
    rows = [
        ("C type", field.field.type.spell() + (f" : {field.field.bits}" if field.field.bits is not None else "")),
        ("Python", "no attribute: filled from what it counts" if field.is_hidden else field.annotation),
        ("stands", _stands(field)),
    ]
    if field.marshaller is not None:
        each = "each element through " if field.marshaller.each else ""
        rows.append(("through", f"{each}{field.marshaller.path}, when it is read and when it is assigned"))
    freed = _freed(field)
    if freed:
        rows.append(("freed by", freed))
    if field.live is not None:
        rows.append(("live", _when(field.live)))
    with w.indented():
        for name, text in rows:
            w.line(f"{name + ':':10}{text}")


def _stands(field: FieldPlan) -> str:
    match field.shape:
        case Inline() | FixedArray() if field.held is not None:
            return "inside the record; Python holds it apart, since it is not blittable"
        case Inline() | Bits():
            return "inside the record"
        case FixedArray(counts=counts):
            return f"inside the record, {' by '.join(map(str, counts))} elements"
        case FixedText(text=text, count=count):
            return f"inside the record, {text.codec} text of at most {count - 1} units"
        case Pointed(alloc=alloc):
            made = f", made with {alloc} where C may free it" if alloc else ""
            return f"behind a pointer, in memory of its own{made}"
        case Functions(counts=counts, forever=forever):
            many = f", {' by '.join(map(str, counts))} of them" if counts else ""
            until = "from then on" if forever else "as long as the record or a copy is there"
            return f"inside the record{many}; C may call a callable {until}"
        case Flexible():
            return "behind the record's fixed part"
        case Switched(members=members):
            return f"inside the record; one of {', '.join(member.field.name for member in members)}"


def _freed(field: FieldPlan) -> str:
    if not isinstance(field.shape, Pointed):
        return ""
    match field.shape.reader:
        case ReadTexts(free=free, element_free=element_free) if element_free is not None:
            block = f", the array with {free.function}" if free else ""
            return f"the stub: each text with {element_free.function}{block}"
        case ReadText(free=free) | ReadArray(free=free) | ReadTexts(free=free) | ReadRecord(free=free):
            return f"the stub, with {free.function}" if free else "nobody: it is borrowed"


def _when(live: Live) -> str:
    values = ", ".join(map(str, live.values))
    return f"while {to_c(live.tag)} is {'none of ' if live.is_default else ''}{values}"
