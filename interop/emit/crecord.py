"""The fields of records as C text: getters and setters, and what expressions over fields mean."""

from __future__ import annotations

from interop.emit import names
from interop.emit.ccustom import flags_of_marshaller, native_record
from interop.emit.cexpr import INTEGERS, Expressions
from interop.emit.cframe import MAKE, Codecs
from interop.emit.writer import Writer
from interop.plan.calls import Marshaller
from interop.plan.fields import (
    Bits,
    FieldPlan,
    FieldShape,
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
from interop.plan.items import Item, ItemClass, Made
from interop.plan.library import LibraryPlan
from interop.plan.readers import ReadArray, ReadRecord, ReadText, ReadTexts


def c_type(item: Item) -> str:
    """A type that a local of such a value may have; pointers are all alike here."""
    return "void *" if item.klass is ItemClass.POINTER else item.spelling


def total(counts: tuple[int, ...]) -> int:
    """How many elements a fixed array has, all dimensions together."""
    product = 1
    for count in counts:
        product *= count
    return product


class RecordFrame(Expressions):
    """One record being printed. Expressions mean its fields, of the value that ``_native`` points at."""

    def __init__(self, record: RecordPlan, plan: LibraryPlan, codecs: Codecs) -> None:
        self.record = record
        self.plan = plan
        self.codecs = codecs
        self.marshallers = {use.path: number for number, use in enumerate(plan.marshallers)}
        self.w = Writer()
        self.suffix = record.item.suffix
        self.spelling = record.item.spelling
        self.public = tuple(field for field in record.fields if not field.is_hidden)
        self.places = (*self.public, *(field for field in record.fields if field.is_hidden))
        """The order of the names that messages use."""
        held = [field for field in record.fields if field.held is not None]
        tails = [field for field in held if self.is_tail(field)]
        self.tail = tails[-1] if tails else None
        """The field by which such records are a list, which is followed without recursion."""

    def is_tail(self, field: FieldPlan) -> bool:
        reader = field.shape.reader if isinstance(field.shape, Pointed) else None
        return (
            isinstance(reader, ReadRecord)
            and reader.item.suffix == self.suffix
            and field.live is None
            and not self.record.is_flexible
        )

    def rename(self, name: str) -> str:
        for field in self.record.fields:
            if field.field.name == name:
                return f"_native->{field.path}"
        return self.callee(name)

    def is_number(self, name: str) -> bool:
        for field in self.record.fields:
            if field.field.name == name:
                return isinstance(field.shape, Inline | Bits) and field.shape.item.klass in INTEGERS
        return False

    def number(self, field: FieldPlan) -> int:
        """Where its name stands, of which its functions are named too."""
        return self.places.index(field)

    def enter(self, doing: str, failed: str) -> None:
        """Records inside records are converted as deep as Python's own recursion may go."""
        if self.record.nests:
            self.w.lines(f'if (Py_EnterRecursiveCall(" while {doing} a record"))', f"    return {failed};")

    def leave(self) -> None:
        if self.record.nests:
            self.w.line("Py_LeaveRecursiveCall();")

    def at(self, field: FieldPlan) -> str:
        return f"INTEROP_FIELD({self.suffix}, {self.number(field)})"

    def live(self, live: Live) -> str:
        """The condition under which a member is the live one."""
        tag = self.c(live.tag)
        among = " || ".join(f"({tag}) == {value}" for value in live.values) or "0"
        return f"!({among})" if live.is_default else among

    def is_flexible(self, item: Item) -> bool:
        return any(other.item.suffix == item.suffix and other.is_flexible for other in self.plan.records)

    def keeps(self, item: Item) -> bool:
        """Whether function pointers stand in such a value, whose callables a copy of it keeps."""
        return any(other.item.suffix == item.suffix and other.keeps for other in self.plan.records)

    def codec(self, text: ReadText | ReadTexts | FixedText) -> str:
        return f"&{self.codecs.name(text.text)}"


# --- Fields ----------------------------------------------------------------------------------------------------------


def getter(frame: RecordFrame, field: FieldPlan) -> None:
    w, number = frame.w, frame.number(field)
    w.lines("static PyObject *", f"interop_read_{number}_{frame.suffix}(PyObject *_self, void *_unused)")
    with w.indented("{", "}"):
        _native(frame, field)
        w.line("(void)_unused;")
        if field.live is not None:
            w.line(f"if (!({frame.live(field.live)}))")
            w.line("    Py_RETURN_NONE;")
        if isinstance(field.shape, Switched):
            for member in field.shape.members:
                assert member.live is not None
                w.line(f"if ({frame.live(member.live)})")
                read = f"interop_held(_self, {field.held})" if field.held is not None else _read(frame, member, number)
                w.line(f"    return {read};")
            w.line("Py_RETURN_NONE;")
        elif isinstance(field.shape, Flexible):
            kind = f"&interop_type_{field.shape.item.suffix}"
            make = _flexible_make(field.shape)
            w.line(f"return interop_held_elements(_self, {field.held}, {kind}, {make}, {frame.at(field)});")
        elif field.held is not None:
            w.line(f"return interop_held(_self, {field.held});")
        elif isinstance(field.shape, Bits):
            with w.indented("{", "}"):
                w.lines(f"{field.shape.item.spelling} _bits;", f"{frame.spelling} _whole;", "")
                w.line("memcpy(&_whole, INTEROP_DATA(_self), sizeof _whole);")
                w.line(f"_bits = _whole.{field.path};")
                w.line(f"return interop_from_{field.shape.item.suffix}(_bits);")
        else:
            w.line(f"return {_read(frame, field, number)};")
    w.line()


def _native(frame: RecordFrame, field: FieldPlan) -> None:
    """What the conditions of live members look at."""
    if field.live is not None or isinstance(field.shape, Switched):
        w = frame.w
        w.lines(f"const {frame.spelling} *_native = INTEROP_DATA(_self);", "")


def functions_of(frame: RecordFrame, field: FieldPlan) -> str:
    """What reads and assigns it for Python."""
    number, suffix = frame.number(field), frame.suffix
    if field.marshaller is not None:
        return f"interop_show_{number}_{suffix}, interop_take_{number}_{suffix}"
    return f"interop_read_{number}_{suffix}, interop_write_{number}_{suffix}"


def marshalled(frame: RecordFrame, field: FieldPlan, marshaller: Marshaller) -> None:
    """Around the ordinary getter and setter, those of a field with a custom marshaller."""
    w, number, at, suffix = frame.w, frame.number(field), frame.at(field), frame.suffix
    by = f"&{names.marshaller(frame.marshallers[marshaller.path])}, {flags_of_marshaller(marshaller)}"
    w.lines("static PyObject *", f"interop_show_{number}_{suffix}(PyObject *_self, void *_unused)")
    with w.indented("{", "}"):
        w.line(f"return interop_field_shown({by}, interop_read_{number}_{suffix}(_self, _unused), {at});")
    w.line()
    w.lines("static int", f"interop_take_{number}_{suffix}(PyObject *_self, PyObject *_value, void *_unused)")
    inner = native_record(field.shape)
    kind = f"&{names.record(inner.suffix)}" if inner is not None else "NULL"
    with w.indented("{", "}"):
        w.line("(void)_unused;")
        w.line(f"return interop_field_taken({by}, {kind}, _self, _value, interop_write_{number}_{suffix}, {at});")
    w.line()


def _address(frame: RecordFrame, field: FieldPlan) -> str:
    return f"INTEROP_INSIDE(_self, {frame.spelling}, {field.path})"


def _read(frame: RecordFrame, field: FieldPlan, number: int) -> str:
    """A field that lives in the native value, as a Python object."""
    place = _address(frame, field)
    at = f"INTEROP_FIELD({frame.suffix}, {number})"
    match field.shape:
        case Inline(item=item) if item.klass is ItemClass.RECORD:
            return f"interop_record_inside(&{names.record(item.suffix)}, {place}, interop_owner(_self))"
        case Inline(item=item):
            return f"interop_get_{item.suffix}({place}, {at})"
        case FixedArray(item=item, counts=counts) if item.klass is ItemClass.CHAR:
            return f"PyBytes_FromStringAndSize({place}, {total(counts)})"
        case FixedArray(item=item, counts=counts):
            shape = f"&interop_type_{item.suffix}, interop_counts_{number}_{frame.suffix}, {len(counts)}"
            return f"(PyObject *)interop_view_new({shape}, {place}, interop_owner(_self), {at})"
        case FixedText(count=count) as text:
            return f"interop_fixed_text_read({place}, {count}, {frame.codec(text)}, {at})"
        case Functions(item=item, counts=()):
            return f"interop_function_read({place}, &{names.callback(item)})"
        case Functions(item=item, counts=counts):
            return f"interop_functions_read({place}, {total(counts)}, &{names.callback(item)})"
        case _:
            raise AssertionError("this lives beside the native value")


def setter(frame: RecordFrame, field: FieldPlan) -> None:
    w, number, at = frame.w, frame.number(field), frame.at(field)
    w.lines("static int", f"interop_write_{number}_{frame.suffix}(PyObject *_self, PyObject *_value, void *_unused)")
    with w.indented("{", "}"):
        _native(frame, field)
        w.line("(void)_unused;")
        w.line("if (INTEROP_UNLIKELY(_value == NULL))")
        w.line(f"    return interop_undeletable({at});")
        if frame.record.is_blittable:
            w.line("if (INTEROP_IS_COPIED(_self))")
            w.line(f"    return interop_not_changed({at});")
        if field.live is not None:
            w.line(f"if (!({frame.live(field.live)}))")
            w.line(f"    return _value == Py_None ? 0 : interop_not_live({at});")
        if isinstance(field.shape, Switched):
            for member in field.shape.members:
                assert member.live is not None
                w.line(f"if ({frame.live(member.live)})")
                if field.held is not None:
                    held = held_value(frame, member.shape, at)
                    w.line(f"    return interop_hold(_self, {field.held}, {held});")
                else:
                    w.line(f"    return {_write(frame, member, number)};")
            w.line(f"return _value == Py_None ? 0 : interop_not_live({at});")
        elif field.held is not None:
            w.line(f"return interop_hold(_self, {field.held}, {held_value(frame, field.shape, at)});")
        elif isinstance(field.shape, Bits):
            with w.indented("{", "}"):
                w.lines(f"{field.shape.item.spelling} _bits;", f"{frame.spelling} _whole;", "")
                w.line(f"if (interop_to_{field.shape.item.suffix}(_value, &_bits, {at}) < 0)")
                w.line("    return -1;")
                w.line("memcpy(&_whole, INTEROP_DATA(_self), sizeof _whole);")
                w.line(f"_whole.{field.path} = _bits;")
                w.line(f"if (_whole.{field.path} != _bits)")
                w.line(f"    return interop_too_wide(_value, {field.shape.width}, {at});")
                w.line("memcpy(INTEROP_DATA(_self), &_whole, sizeof _whole);")
                w.line("return 0;")
        else:
            w.line(f"return {_write(frame, field, number)};")
    w.line()


def _write(frame: RecordFrame, field: FieldPlan, number: int) -> str:
    """A Python object into a field that lives in the native value."""
    place = _address(frame, field)
    at = f"INTEROP_FIELD({frame.suffix}, {number})"
    match field.shape:
        case Inline(item=item):
            stored = f"interop_set_{item.suffix}(_value, {place}, {at})"
            return _kept(stored, item, place, 1) if frame.keeps(item) else stored
        case FixedArray(item=item, counts=counts):
            if item.klass is ItemClass.CHAR:
                return f"interop_chars_set(_value, &interop_type_{item.suffix}, {total(counts)}, {place}, {at})"
            shape = f"interop_counts_{number}_{frame.suffix}, {len(counts)}"
            stored = f"interop_elements_set(_value, &interop_type_{item.suffix}, {shape}, {place}, {at})"
            return _kept(stored, item, place, total(counts)) if frame.keeps(item) else stored
        case Functions(item=item, counts=counts) as functions:
            flags = {"INTEROP_NULLABLE": functions.nullable, "INTEROP_FOREVER": functions.forever}
            said = " | ".join(flag for flag, is_set in flags.items() if is_set) or "0"
            kind = f"&{names.callback(item)}, {said}, {at}"
            if not counts:
                return f"interop_function_write(_self, _value, {place}, {kind})"
            return f"interop_functions_write(_self, _value, {place}, {total(counts)}, {kind})"
        case FixedText(count=count) as text:
            return f"interop_fixed_text_in(_value, {place}, {count}, {frame.codec(text)}, {at})"
        case _:
            raise AssertionError("this lives beside the native value")


def _kept(stored: str, item: Item, place: str, count: int) -> str:
    """After records were copied into this one: it keeps what they held."""
    return f"{stored} < 0 ? -1 : interop_keep(interop_owner(_self), &{names.record(item.suffix)}, {place}, {count}, 0)"


def _flexible_make(shape: Flexible) -> str:
    """Characters are bytes, records that are not blittable a list; all else is a view."""
    if shape.item.klass is ItemClass.CHAR:
        return MAKE[Made.BYTES]
    return MAKE[Made.LIST] if shape.item.is_deep else "INTEROP_MAKE_VIEW"


def held_value(frame: RecordFrame, shape: FieldShape, at: str) -> str:
    """What is held for ``_value`` until it crosses: checked, and the record's own."""
    match shape:
        case Pointed(reader=ReadText() as reader):
            flags = flags_of(reader.nullable, counted=reader.length is not None)
            return f"interop_text_held(_value, {frame.codec(reader)}, {flags}, {at})"
        case Pointed(reader=ReadArray(item=item) as reader) if item.is_deep:
            record = names.record(item.suffix)
            return f"interop_records_held(_value, &{record}, {flags_of(reader.nullable)}, -1, 0, {at})"
        case Pointed(reader=ReadArray(item=item, made=made) as reader):
            flags = flags_of(reader.nullable, terminated=reader.count is None)
            return f"interop_array_held(_value, &interop_type_{item.suffix}, {flags}, {MAKE[made]}, {at})"
        case Pointed(reader=ReadTexts() as reader):
            flags = flags_of(reader.nullable, element_nullable=reader.element_nullable)
            return f"interop_texts_held(_value, {frame.codec(reader)}, {flags}, {at})"
        case Pointed(reader=ReadRecord(item=item) as reader):
            record = names.record(item.suffix)
            return f"interop_record_held(_value, &{record}, {flags_of(reader.nullable)}, {at})"
        case Flexible(item=item) if item.is_deep:
            return f"interop_records_held(_value, &{names.record(item.suffix)}, 0, -1, 1, {at})"
        case Flexible(item=item):
            return f"interop_elements_held(_value, &interop_type_{item.suffix}, {_flexible_make(shape)}, {at})"
        case FixedArray(item=item, counts=counts) if item.is_deep:
            return f"interop_records_held(_value, &{names.record(item.suffix)}, 0, {total(counts)}, 1, {at})"
        case Inline(item=item) if item.is_deep:
            return f"interop_inner_held(_value, &{names.record(item.suffix)}, {at})"
        case Inline(item=item):
            return f"interop_item_held(_value, &interop_type_{item.suffix}, {at})"
        case FixedArray(item=item, counts=counts):
            return f"interop_fixed_held(_value, &interop_type_{item.suffix}, {total(counts)}, {at})"
        case FixedText(count=count) as text:
            return f"interop_fixed_text_held(_value, {count}, {frame.codec(text)}, {at})"
        case _:
            raise AssertionError("bit-fields and unions are no members of a tagged union")


def flags_of(
    nullable: bool = False,
    counted: bool = False,
    terminated: bool = False,
    element_nullable: bool = False,
    copy: bool = False,
) -> str:
    flags = {
        "INTEROP_NULLABLE": nullable,
        "INTEROP_COUNTED": counted,
        "INTEROP_TERMINATED": terminated,
        "INTEROP_ELEMENT_NULLABLE": element_nullable,
        "INTEROP_COPY": copy,
    }
    return " | ".join(flag for flag, is_set in flags.items() if is_set) or "0"
