"""The record types of a module as C text: what each is declared by, and its tables."""

from __future__ import annotations

from interop.emit import names
from interop.emit.crecord import RecordFrame, functions_of, getter, marshalled, setter, total
from interop.emit.docs import record_doc
from interop.emit.writer import Writer, c_string
from interop.plan.fields import Bits, FieldPlan, FixedArray, FixedText, Functions, Inline, Pointed, RecordPlan, Switched


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
            w.line(f"{static} PyObject *interop_returned_{suffix}(const {spelling} *, Py_ssize_t, interop_place);")
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
        if isinstance(field.shape, FixedArray | FixedText | Functions) and field.held is None:
            counts = (field.shape.count,) if isinstance(field.shape, FixedText) else field.shape.counts
            if not counts:
                continue
            listed = ", ".join(str(each) for each in counts)
            table = f"interop_counts_{frame.number(field)}_{suffix}"
            w.line(f"INTEROP_UNUSED static const Py_ssize_t {table}[] = {{{listed}}};")
    w.line()
    for field in frame.public:
        getter(frame, field)
        setter(frame, field)
        if field.marshaller is not None:
            marshalled(frame, field, field.marshaller)
    _members(frame)
    _functions(frame)
    _prepare(frame)
    _type(frame)
    return w.text()


# --- Tables ----------------------------------------------------------------------------------------------------------


def _members(frame: RecordFrame) -> None:
    """What buffers of the record look like."""
    w, record = frame.w, frame.record
    if not record.is_blittable or record.record.is_union:
        return
    members = [field for field in record.fields if _is_member(field)]
    if not members:
        return
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
                case Functions(counts=()):
                    w.line(f"{{{called}, &interop_type_function, {inside}, NULL, 0}},")
                case Functions(counts=counts):
                    counted = f"interop_counts_{frame.number(field)}_{frame.suffix}, {len(counts)}"
                    w.line(f"{{{called}, &interop_type_function, {inside}, {counted}}},")
                case _:
                    w.line(f"{{{called}, NULL, {inside}, NULL, 0}},")
        w.line("{NULL, NULL, NULL, 0, 0, NULL, 0},")


def _is_member(field: FieldPlan) -> bool:
    """Whether a format can say where the field is, and only the field is."""
    return not isinstance(field.shape, Bits) and field.live is None and not field.overlays


def _functions(frame: RecordFrame) -> None:
    """Where function pointers stand, and which fields methods may fill."""
    w, suffix = frame.w, frame.suffix
    if frame.record.methods:
        with w.indented(f"static const interop_method interop_methods_of_{suffix}[] = {{", "};"):
            for field in frame.record.methods:
                assert isinstance(field.shape, Functions)
                w.line(f"{{{c_string(field.field.py_name)}, {int(not field.shape.nullable)}}},")
            w.line("{NULL, 0},")
    if not frame.record.keeps:
        return
    with w.indented(f"static const interop_function_part interop_functions_{suffix}[] = {{", "};"):
        for field in frame.record.fields:
            for part in field.shape.members if isinstance(field.shape, Switched) else (field,):
                place = f"offsetof({frame.spelling}, {part.path})"
                match part.shape:
                    case Functions(item=item, counts=counts):
                        w.line(f"{{{place}, {total(counts)}, &{names.callback(item)}, NULL}},")
                    case Inline(item=item) if frame.keeps(item):
                        w.line(f"{{{place}, 1, NULL, &{names.record(item.suffix)}}},")
                    case FixedArray(item=item, counts=counts) if frame.keeps(item):
                        w.line(f"{{{place}, {total(counts)}, NULL, &{names.record(item.suffix)}}},")
                    case _:
                        pass
        w.line("{0, 0, NULL, NULL},")


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


def _held(frame: RecordFrame, field: FieldPlan) -> str:
    """How one held object is copied."""
    match field.shape:
        case Inline(item=item) | FixedArray(item=item):
            return f"{{{_held_kind(field)}, &{names.record(item.suffix)}, {frame.number(field)}}}"
        case _:
            return f"{{{_held_kind(field)}, NULL, {frame.number(field)}}}"


def _type(frame: RecordFrame) -> None:
    w, record, suffix = frame.w, frame.record, frame.suffix
    mine = names.record(suffix)
    with w.indented(f"static const interop_field interop_table_{suffix}[] = {{", "};"):
        for field in frame.public:
            late = int(_is_late(field))
            functions = functions_of(frame, field)
            optional = int(_may_be_none(field))
            w.line(f"{{{c_string(field.field.py_name)}, {functions}, {late}, {optional}, {_bytes_of(frame, field)}}},")
        w.line("{NULL, NULL, NULL, 0, 0, 0, 0},")
    with w.indented(f"static PyGetSetDef interop_getset_{suffix}[] = {{", "};"):
        for field in frame.public:
            functions = functions_of(frame, field)
            doc = c_string(f"{field.annotation}; C: {_declared(field)}")
            w.line(f"{{{c_string(field.field.py_name)}, {functions}, {doc}, NULL}},")
        w.line("{NULL, NULL, NULL, NULL, NULL},")
    if record.is_blittable:
        w.lines("static PyObject *", f"interop_array_of_{suffix}(PyObject *_class, PyObject *_value)")
        with w.indented("{", "}"):
            w.lines("(void)_class;", f"return interop_record_array(&{mine}, _value);")
    if record.methods:
        w.line("static PyObject *")
        w.line(f"interop_from_methods_{suffix}(PyObject *_class, PyObject *_args, PyObject *_keywords)")
        with w.indented("{", "}"):
            given = f"&{mine}, interop_methods_of_{suffix}, _args, _keywords"
            w.lines("(void)_class;", f"return interop_record_from_methods({given});")
    with w.indented(f"static PyMethodDef interop_methods_{suffix}[] = {{", "};"):
        if record.is_blittable:
            w.line("INTEROP_BLITTABLE_METHODS")
            w.line(f'{{"array", interop_array_of_{suffix}, METH_O | METH_CLASS, INTEROP_ARRAY_DOC}},')
        else:
            w.line("INTEROP_DEEP_METHODS")
        if record.methods:
            function = f"(PyCFunction)(void (*)(void))interop_from_methods_{suffix}"
            flags = "METH_VARARGS | METH_KEYWORDS | METH_CLASS"
            w.line(f'{{"from_methods", {function}, {flags}, INTEROP_FROM_METHODS_DOC}},')
        w.lines("INTEROP_RECORD_METHODS", "{NULL, NULL, 0, NULL},")
    numbers = f"interop_numbers_{suffix}" if record.is_numbers else "NULL"
    if record.is_numbers:
        _numbers(frame)
    w.lines("static PyObject *", f"interop_make_{suffix}(PyTypeObject *_class, PyObject *_args, PyObject *_keywords)")
    with w.indented("{", "}"):
        w.lines("(void)_class;", f"return interop_record_make(&{mine}, {numbers}, _args, _keywords);")
    w.line("#if INTEROP_DIRECT")
    w.lines(
        "static PyObject *", f"interop_quick_make_{suffix}(PyObject *_class, PyObject *const *_args, size_t _count,"
    )
    w.line("                     PyObject *_names)")
    with w.indented("{", "}"):
        w.lines("(void)_class;", f"return interop_record_vectorcall(&{mine}, {numbers}, _args, _count, _names);")
    w.line("#endif")
    text = [c_string(line) for line in record_doc(record).splitlines(keepends=True)]
    w.line(f"static const char interop_doc_{suffix}[] =")
    with w.indented():
        w.lines(*text[:-1], f"{text[-1]};")
    _record(frame)


def _numbers(frame: RecordFrame) -> None:
    """What sets a new record's value, without going through the setters of its fields."""
    w, suffix = frame.w, frame.suffix
    w.line("INTEROP_UNUSED static inline int")
    w.line(f"interop_numbers_{suffix}(void *_data, PyObject *const *_values, Py_ssize_t _count)")
    with w.indented("{", "}"):
        used = " + ".join(f"sizeof((({frame.spelling} *)0)->{field.path})" for field in frame.public)
        w.line(f"if (_count < {len(frame.public)} || {used} < sizeof({frame.spelling}))")
        w.line(f"    memset(_data, 0, sizeof({frame.spelling}));")
        for number, field in enumerate(frame.public):
            assert isinstance(field.shape, Inline)
            item = field.shape.item
            with w.indented(f"if (_count > {number}) {{", "}"):
                w.line(f"{item.spelling} _number = 0;")
                w.line(f"if (interop_to_{item.suffix}(_values[{number}], &_number, {frame.at(field)}) < 0)")
                w.line("    return -1;")
                w.line(f"memcpy((char *)_data + offsetof({frame.spelling}, {field.path}), &_number, sizeof _number);")
        w.line("return 0;")
    w.line()


def _record(frame: RecordFrame) -> None:
    w, record, suffix, spelling = frame.w, frame.record, frame.suffix, frame.spelling
    is_struct = record.is_blittable and not record.record.is_union
    members = [field for field in record.fields if _is_member(field)] if is_struct else []
    held = [field for field in sorted(record.fields, key=lambda f: f.held or 0) if field.held is not None]
    kinds = [_held(frame, field) for field in held]
    if kinds:
        w.line(f"static const interop_held_kind interop_kinds_{suffix}[] = {{{', '.join(kinds)}}};")
    overlays = _overlays(frame)
    if overlays:
        w.line(f"static const short interop_overlays_{suffix}[][2] = {{{overlays}, {{-1, -1}}}};")
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
        w.line(f".has_late = {int(any(_is_late(field) for field in frame.public))},")
        w.line(f".has_overlays = {int(any(field.overlays for field in record.fields))},")
        if overlays:
            w.line(f".overlays = interop_overlays_{suffix},")
        w.line(f".alignment = _Alignof({spelling}),")
        w.line(f".held = {record.held},")
        if kinds:
            w.line(f".held_kinds = interop_kinds_{suffix},")
        if record.keeps:
            w.lines(f".functions = interop_functions_{suffix},", ".keep = interop_keep_functions,")
        if any(_held_kind(field) != "INTEROP_HELD_VALUE" for field in held):
            w.line(f".prepare = interop_prepare_{suffix},")
        w.line(f".make = interop_make_{suffix},")
        w.line(f"INTEROP_QUICK_MAKE(interop_quick_make_{suffix})")
        w.line(f".doc = interop_doc_{suffix},")
        w.line(f".getset = interop_getset_{suffix},")
        w.line(f".methods = interop_methods_{suffix},")
        w.line(f".type = &interop_type_{suffix},")
        w.line(f".pointer = {{{c_string(f'{spelling} *')}, NULL}},")
    w.line()


def _bytes_of(frame: RecordFrame, field: FieldPlan) -> str:
    """Where text stands in the native value, which C may fill with what is no text."""
    if field.held is not None or not isinstance(field.shape, FixedText):
        return "0, 0"
    return f"offsetof({frame.spelling}, {field.path}), sizeof((({frame.spelling} *)0)->{field.path})"


def _overlays(frame: RecordFrame) -> str:
    """The pairs of fields of which the constructor takes one; a union that is a record takes one of all."""
    if frame.record.record.is_union:
        return ""
    fields = frame.record.fields
    pairs = [
        f"{{{index}, {frame.public.index(fields[other])}}}"
        for index, field in enumerate(frame.public)
        for other in field.shares
        if fields[other] in frame.public[index + 1 :]
    ]
    return ", ".join(pairs)


def _is_late(field: FieldPlan) -> bool:
    """Whether it is set after the others, among which its tag is."""
    return field.live is not None or isinstance(field.shape, Switched)


def _may_be_none(field: FieldPlan) -> bool:
    """Whether a state that says None says nothing: nothing was assigned, or another member is live."""
    return field.live is not None or isinstance(field.shape, Switched | Pointed)


def _declared(field: FieldPlan) -> str:
    bits = f" : {field.field.bits}" if field.field.bits is not None else ""
    return field.field.type.spell(field.field.name) + bits
