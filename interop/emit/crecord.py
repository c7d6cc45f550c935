"""The record types of a module as C text: their tables, and the getters and setters of their fields."""

from __future__ import annotations

from interop.emit import names
from interop.emit.ccustom import flags_of_marshaller, native_record
from interop.emit.cexpr import INTEGERS, Expressions
from interop.emit.cframe import MAKE, Codecs
from interop.emit.docs import record_doc
from interop.emit.writer import Writer, c_string
from interop.plan.ops import (
    Bits,
    FieldPlan,
    FieldShape,
    FixedArray,
    FixedText,
    Flexible,
    Inline,
    Item,
    ItemClass,
    LibraryPlan,
    Live,
    Made,
    Marshaller,
    Pointed,
    ReadArray,
    ReadRecord,
    ReadText,
    ReadTexts,
    RecordPlan,
    Switched,
)


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

    def at(self, field: FieldPlan) -> str:
        return f"INTEROP_FIELD({self.suffix}, {self.number(field)})"

    def live(self, live: Live) -> str:
        """The condition under which a member is the live one."""
        tag = self.c(live.tag)
        among = " || ".join(f"({tag}) == {value}" for value in live.values) or "0"
        return f"!({among})" if live.is_default else among

    def is_flexible(self, item: Item) -> bool:
        return any(other.item.suffix == item.suffix and other.is_flexible for other in self.plan.records)

    def codec(self, text: ReadText | ReadTexts | FixedText) -> str:
        return f"&{self.codecs.name(text.text)}"


def forward(records: tuple[RecordPlan, ...]) -> str:
    """What every record may be used by before it is defined."""
    w = Writer()
    for record in records:
        suffix, spelling = record.item.suffix, record.item.spelling
        static = "INTEROP_UNUSED static"
        w.line(f"static interop_record {names.record(suffix)};")
        w.line(f"static const interop_type interop_type_{suffix};")
        if record.is_blittable:
            w.line(f"INTEROP_BLITTABLE({suffix}, {spelling})")
            continue
        w.line(f"{static} PyObject *interop_from_{suffix}(const {spelling} *, interop_place);")
        if record.is_flexible:
            w.line(f"{static} {spelling} *interop_flexible_{suffix}(PyObject *, interop_arena *, interop_place);")
            w.line(f"INTEROP_FLEXIBLE({suffix}, {spelling})")
        else:
            w.line(f"{static} int interop_to_{suffix}(PyObject *, {spelling} *, interop_arena *, interop_place);")
            w.line(f"INTEROP_DEEP({suffix}, {spelling})")
        if record.item.is_owned:
            w.line(f"{static} void interop_free_{suffix}({spelling} *);")
    return w.text()


def tables(frame: RecordFrame) -> str:
    """Everything of one record but the conversions of those that are not blittable."""
    w, suffix, record = frame.w, frame.suffix, frame.record
    span = record.record.origin
    w.line(f"/* {span.file.path}:{span.line} {frame.spelling} */")
    listed = ", ".join(c_string(field.field.py_name) for field in frame.places) or "NULL"
    count = len(frame.public)
    name = c_string(record.record.py_name)
    w.line(f"static const char *const interop_names_{suffix}[] = {{{listed}}};")
    w.line(f"static PyObject *interop_keys_{suffix}[{max(count, 1)}];")
    w.line(f"static interop_signature interop_fields_{suffix} = {{")
    w.line(f"    {name}, interop_names_{suffix}, interop_keys_{suffix}, NULL, {count}, {count}}};")
    for field in frame.record.fields:
        if isinstance(field.shape, FixedArray | FixedText) and field.held is None:
            counts = field.shape.counts if isinstance(field.shape, FixedArray) else (field.shape.count,)
            listed = ", ".join(str(each) for each in counts)
            table = f"interop_counts_{frame.number(field)}_{suffix}"
            w.line(f"INTEROP_UNUSED static const Py_ssize_t {table}[] = {{{listed}}};")
    w.line()
    for field in frame.public:
        _getter(frame, field)
        _setter(frame, field)
        if field.marshaller is not None:
            _marshalled(frame, field, field.marshaller)
    _members(frame)
    _prepare(frame)
    _type(frame)
    return w.text()


# --- Fields ----------------------------------------------------------------------------------------------------------


def _getter(frame: RecordFrame, field: FieldPlan) -> None:
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


def _functions(frame: RecordFrame, field: FieldPlan) -> str:
    """What reads and assigns it for Python."""
    number, suffix = frame.number(field), frame.suffix
    if field.marshaller is not None:
        return f"interop_show_{number}_{suffix}, interop_take_{number}_{suffix}"
    return f"interop_read_{number}_{suffix}, interop_write_{number}_{suffix}"


def _marshalled(frame: RecordFrame, field: FieldPlan, marshaller: Marshaller) -> None:
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
        case _:
            raise AssertionError("this lives beside the native value")


def _setter(frame: RecordFrame, field: FieldPlan) -> None:
    w, number, at = frame.w, frame.number(field), frame.at(field)
    w.lines("static int", f"interop_write_{number}_{frame.suffix}(PyObject *_self, PyObject *_value, void *_unused)")
    with w.indented("{", "}"):
        _native(frame, field)
        w.line("(void)_unused;")
        w.line("if (INTEROP_UNLIKELY(_value == NULL))")
        w.line(f"    return interop_undeletable({at});")
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
            return f"interop_set_{item.suffix}(_value, {place}, {at})"
        case FixedArray(item=item, counts=counts):
            if item.klass is ItemClass.CHAR:
                return f"interop_chars_set(_value, &interop_type_{item.suffix}, {total(counts)}, {place}, {at})"
            shape = f"interop_counts_{number}_{frame.suffix}, {len(counts)}"
            return f"interop_elements_set(_value, &interop_type_{item.suffix}, {shape}, {place}, {at})"
        case FixedText(count=count) as text:
            return f"interop_fixed_text_in(_value, {place}, {count}, {frame.codec(text)}, {at})"
        case _:
            raise AssertionError("this lives beside the native value")


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


# --- Tables ----------------------------------------------------------------------------------------------------------


def _members(frame: RecordFrame) -> None:
    """What buffers of the record look like."""
    w, record = frame.w, frame.record
    if not record.is_blittable or record.record.is_union:
        return
    members = [field for field in record.fields if _is_member(field)]
    with w.indented(f"static const interop_part interop_members_{frame.suffix}[] = {{", "};"):
        for field in members:
            inside = f"offsetof({frame.spelling}, {field.path}), sizeof((({frame.spelling} *)0)->{field.path})"
            called = f"{c_string(field.field.py_name)}, {c_string(field.field.name)}"
            match field.shape:
                case Inline(item=item):
                    w.line(f"{{{called}, &interop_type_{item.suffix}, {inside}, NULL, 0}},")
                case FixedArray(item=item, counts=counts):
                    counted = f"interop_counts_{frame.number(field)}_{frame.suffix}, {len(counts)}"
                    w.line(f"{{{called}, &interop_type_{item.suffix}, {inside}, {counted}}},")
                case FixedText(text=text):
                    counted = f"interop_counts_{frame.number(field)}_{frame.suffix}, 1"
                    w.line(f"{{{called}, &interop_type_{text.unit.suffix}, {inside}, {counted}}},")
                case _:
                    w.line(f"{{{called}, NULL, {inside}, NULL, 0}},")
        w.line("{NULL, NULL, NULL, 0, 0, NULL, 0},")


def _is_member(field: FieldPlan) -> bool:
    """Whether a format can say where the field is, and only the field is."""
    return not isinstance(field.shape, Bits) and field.live is None and not field.overlays


def _prepare(frame: RecordFrame) -> None:
    """The inner records that are held, made with the outer one."""
    w, inner = frame.w, [field for field in frame.record.fields if _held_kind(field) != "INTEROP_HELD_VALUE"]
    if not inner:
        return
    w.lines("static int", f"interop_prepare_{frame.suffix}(interop_object *_self)")
    with w.indented("{", "}"):
        calls = []
        for field in inner:
            assert isinstance(field.shape, Inline | FixedArray)
            count = total(field.shape.counts) if isinstance(field.shape, FixedArray) else -1
            calls.append(f"interop_prepare(_self, {field.held}, &{names.record(field.shape.item.suffix)}, {count})")
        w.line(f"return {' < 0 || '.join(calls)} < 0 ? -1 : 0;")
    w.line()


def _held_kind(field: FieldPlan) -> str:
    match field.shape:
        case Inline() if field.held is not None:
            return "INTEROP_HELD_RECORD"
        case FixedArray() if field.held is not None:
            return "INTEROP_HELD_RECORDS"
        case _:
            return "INTEROP_HELD_VALUE"


def _type(frame: RecordFrame) -> None:
    w, record, suffix = frame.w, frame.record, frame.suffix
    mine = names.record(suffix)
    with w.indented(f"static const interop_field interop_table_{suffix}[] = {{", "};"):
        for field in frame.public:
            late = int(field.live is not None or isinstance(field.shape, Switched))
            functions = _functions(frame, field)
            optional = int(_may_be_none(field))
            w.line(f"{{{c_string(field.field.py_name)}, {functions}, {late}, {optional}}},")
        w.line("{NULL, NULL, NULL, 0, 0},")
    with w.indented(f"static PyGetSetDef interop_getset_{suffix}[] = {{", "};"):
        for field in frame.public:
            functions = _functions(frame, field)
            doc = c_string(f"{field.annotation}; C: {_declared(field)}")
            w.line(f"{{{c_string(field.field.py_name)}, {functions}, {doc}, NULL}},")
        w.line("{NULL, NULL, NULL, NULL, NULL},")
    if record.is_blittable:
        w.lines("static PyObject *", f"interop_array_of_{suffix}(PyObject *_class, PyObject *_value)")
        with w.indented("{", "}"):
            w.lines("(void)_class;", f"return interop_record_array(&{mine}, _value);")
    with w.indented(f"static PyMethodDef interop_methods_{suffix}[] = {{", "};"):
        if record.is_blittable:
            w.line("INTEROP_BLITTABLE_METHODS")
            w.line(f'{{"array", interop_array_of_{suffix}, METH_O | METH_CLASS, INTEROP_ARRAY_DOC}},')
        w.lines("INTEROP_RECORD_METHODS", "{NULL, NULL, 0, NULL},")
    w.lines("static PyObject *", f"interop_make_{suffix}(PyTypeObject *_class, PyObject *_args, PyObject *_keywords)")
    with w.indented("{", "}"):
        w.lines("(void)_class;", f"return interop_record_make(&{mine}, _args, _keywords);")
    w.line("#if INTEROP_DIRECT")
    w.lines(
        "static PyObject *", f"interop_quick_make_{suffix}(PyObject *_class, PyObject *const *_args, size_t _count,"
    )
    w.line("                     PyObject *_names)")
    with w.indented("{", "}"):
        w.lines("(void)_class;", f"return interop_record_vectorcall(&{mine}, _args, _count, _names);")
    w.line("#endif")
    text = [c_string(line) for line in record_doc(record).splitlines(keepends=True)]
    w.line(f"static const char interop_doc_{suffix}[] =")
    with w.indented():
        w.lines(*text[:-1], f"{text[-1]};")
    _record(frame)


def _record(frame: RecordFrame) -> None:
    w, record, suffix, spelling = frame.w, frame.record, frame.suffix, frame.spelling
    is_struct = record.is_blittable and not record.record.is_union
    members = [field for field in record.fields if _is_member(field)] if is_struct else []
    kinds = [_held_kind(field) for field in sorted(record.fields, key=lambda f: f.held or 0) if field.held is not None]
    if kinds:
        w.line(f"static const char interop_kinds_{suffix}[] = {{{', '.join(kinds)}}};")
    with w.indented(f"static interop_record {names.record(suffix)} = {{", "};"):
        w.line(".layout = {")
        with w.indented(None, "},"):
            w.line(f".name = {c_string(record.record.py_name)},")
            if members:
                w.line(f".members = interop_members_{suffix},")
            w.line(f".count = {len(members)},")
            w.line(f".is_opaque = {int(record.record.is_union)},")
            w.line(f".has_gaps = {int(is_struct and len(members) < len(record.fields))},")
            w.line(f".size = sizeof({spelling}),")
            w.line(".make = interop_records_new,")
            w.line(".assign = interop_record_assign,")
        w.line(f".signature = &interop_fields_{suffix},")
        w.line(f".fields = interop_table_{suffix},")
        w.line(f".count = {len(frame.public)},")
        w.line(f".is_union = {int(record.record.is_union)},")
        w.line(f".has_overlays = {int(any(field.overlays for field in record.fields))},")
        w.line(f".alignment = _Alignof({spelling}),")
        w.line(f".held = {record.held},")
        if kinds:
            w.line(f".held_kinds = interop_kinds_{suffix},")
        if any(kind != "INTEROP_HELD_VALUE" for kind in kinds):
            w.line(f".prepare = interop_prepare_{suffix},")
        w.line(f".make = interop_make_{suffix},")
        w.line(f"INTEROP_QUICK_MAKE(interop_quick_make_{suffix})")
        w.line(f".doc = interop_doc_{suffix},")
        w.line(f".getset = interop_getset_{suffix},")
        w.line(f".methods = interop_methods_{suffix},")
        w.line(f".type = &interop_type_{suffix},")
        w.line(f".pointer = {{{c_string(f'{spelling} *')}, NULL}},")
    w.line()


def _may_be_none(field: FieldPlan) -> bool:
    """Whether a state that says None says nothing: nothing was assigned, or another member is live."""
    return field.live is not None or isinstance(field.shape, Switched | Pointed)


def _declared(field: FieldPlan) -> str:
    bits = f" : {field.field.bits}" if field.field.bits is not None else ""
    return field.field.type.spell(field.field.name) + bits
