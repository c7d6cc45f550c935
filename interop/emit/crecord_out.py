"""Records with memory of their own on the way back: what they point at is read, and freed where C gave it away."""

from __future__ import annotations

from contextlib import nullcontext

from interop.emit import names
from interop.emit.cframe import MAKE
from interop.emit.crecord import RecordFrame, total
from interop.plan.fields import FieldPlan, FieldShape, FixedArray, FixedText, Flexible, Inline, Pointed, Switched
from interop.plan.items import TEXT_POINTER, ItemClass, Text
from interop.plan.readers import ReadArray, ReadRecord, ReadText, ReadTexts

_FAIL = "goto failed;"


def conversion_out(frame: RecordFrame) -> str:
    """The functions that read a C value, and free what it owns."""
    before = len(frame.w.text())
    if frame.record.variant is not None:
        _live_value(frame)
    elif frame.record.is_flat:
        _flat_reading(frame)
    else:
        _reading(frame)
    if frame.record.is_flexible:
        _returning(frame)
    if frame.record.item.is_owned:
        _freeing(frame)
    return frame.w.text()[before:]


def _flat_reading(frame: RecordFrame) -> None:
    """The parts of a record that is flat, which go into a new one or replace those of the caller's."""
    w, suffix, spelling, held = frame.w, frame.suffix, frame.spelling, frame.record.held
    w.lines("static int", f"interop_parts_{suffix}(const {spelling} *_native, PyObject **_held, interop_place _at)")
    with w.indented("{", "}"):
        w.lines("PyObject *_read;", "")
        for field in frame.record.fields:
            if field.held is not None:
                _field(frame, field)
        w.line("return 0;")
        w.label("failed")
        w.line(f"for (int _i = 0; _i < {held}; _i++)")
        w.lines("    Py_CLEAR(_held[_i]);", "interop_wrong_inside(_at);", "return -1;")
    w.line()
    w.lines("static inline void", f"interop_plain_{suffix}({spelling} *_data, const {spelling} *_native)")
    with w.indented("{", "}"):
        _plain(frame, "_data")
    w.line()
    w.lines("INTEROP_UNUSED static void")
    w.line(f"interop_replace_{suffix}(PyObject *_object, const {spelling} *_native, PyObject **_held)")
    with w.indented("{", "}"):
        w.line(f"interop_plain_{suffix}(INTEROP_DATA(_object), _native);")
        w.line(f"interop_held_exchange(_object, _held, {held});")
    w.line()
    w.lines("static PyObject *", f"interop_from_{suffix}(const {spelling} *_native, interop_place _at)")
    with w.indented("{", "}"):
        w.lines(f"interop_object *_self = interop_record_alloc(&{names.record(suffix)}, 0);", "")
        # The garbage collector knows it already, and so may Python code that runs while the parts are read.
        w.lines("if (_self != NULL)", f"    interop_plain_{suffix}(_self->data, _native);")
        w.line(f"if (_self != NULL && interop_parts_{suffix}(_native, _self->held, _at) < 0)")
        w.line("    Py_CLEAR(_self);")
        w.line("return (PyObject *)_self;")
    w.line()


def _plain(frame: RecordFrame, data: str) -> None:
    """What stands in the native value itself. What is held is only passed on from there: its pointers are NULL."""
    w = frame.w
    w.line(f"memcpy({data}, _native, sizeof({frame.spelling}));")
    for field in frame.record.fields:
        if field.held is not None and not isinstance(field.shape, Flexible):
            # Other members may stand in the same bytes.
            if field.live is not None:
                w.line(f"if ({frame.live(field.live)})")
            place = f"(({frame.spelling} *){data})->{field.path}"
            w.line(f"memset((void *)(uintptr_t)&{place}, 0, sizeof {place});")


def _reading(frame: RecordFrame) -> None:
    w, suffix, tail = frame.w, frame.suffix, frame.tail
    fields = [field for field in frame.record.fields if field.held is not None and field is not tail]
    w.lines("static PyObject *", f"interop_from_{suffix}(const {frame.spelling} *_native, interop_place _at)")
    with w.indented("{", "}"):
        w.lines("interop_object *_first = NULL, *_self;", "PyObject *_read, **_held;")
        if tail is not None:
            w.lines("interop_object *_last = NULL;", "interop_chain _chain = {_native, 0, 1};")
        w.line()
        frame.enter("reading", "NULL")
        w.lines("(void)_read;", "(void)_held;")
        if tail is not None:
            w.line("for (;;) {")
        with nullcontext() if tail is None else w.indented():
            w.line(f"_self = interop_record_alloc(&{names.record(suffix)}, 0);")
            w.lines("if (_self == NULL)", f"    {_FAIL}")
            if tail is not None:
                w.lines("if (_last != NULL)", f"    _last->held[{tail.held}] = (PyObject *)_self;", "else")
                w.line("    _first = _self;")
            else:
                w.line("_first = _self;")
            w.line("_held = _self->held;")
            _plain(frame, "_self->data")
            if frame.record.keeps:
                keep = f"interop_keep((PyObject *)_self, &{names.record(suffix)}, _self->data, 1, 0)"
                w.lines(f"if ({keep} < 0)", f"    {_FAIL}")
            for field in fields:
                _field(frame, field)
            if tail is not None:
                _follow(frame, tail)
        if tail is not None:
            w.line("}")
        frame.leave()
        w.line("return (PyObject *)_first;")
        w.label("failed")
        frame.leave()
        w.lines("Py_XDECREF((PyObject *)_first);", "interop_wrong_inside(_at);", "return NULL;")
    w.line()


def _returning(frame: RecordFrame) -> None:
    """A record that went in with ``_room`` flexible elements and comes back: no more are read (R8.20)."""
    w, suffix, field = frame.w, frame.suffix, frame.record.fields[-1]
    assert isinstance(field.shape, Flexible)
    count = frame.count(field.shape.count, field.shape.item)
    w.line("static PyObject *")
    w.line(f"interop_returned_{suffix}(const {frame.spelling} *_native, Py_ssize_t _room, interop_place _at)")
    with w.indented("{", "}"):
        with w.indented(f"if (interop_valid({count}, _room, {frame.at(field)}) < 0) {{", "}"):
            w.lines("interop_wrong_inside(_at);", "return NULL;")
        w.line(f"return interop_from_{suffix}(_native, _at);")
    w.line()


def _live_value(frame: RecordFrame) -> None:
    """A variant: what its live member holds, in place of the record."""
    w, suffix = frame.w, frame.suffix
    w.lines("static PyObject *", f"interop_from_{suffix}(const {frame.spelling} *_native, interop_place _at)")
    with w.indented("{", "}"):
        w.lines("PyObject *_read;", "")
        for field in frame.record.fields:
            for member in field.shape.members if isinstance(field.shape, Switched) else (field,):
                if member.live is None:
                    continue
                with w.indented(f"if ({frame.live(member.live)}) {{", "}"):
                    _shape(frame, member.shape, member, frame.at(field))
                    w.lines("if (_read == NULL)", f"    {_FAIL}", "return _read;")
        w.line("return Py_NewRef(Py_None);")
        w.label("failed")
        w.lines("interop_wrong_inside(_at);", "return NULL;")
    w.line()


def _field(frame: RecordFrame, field: FieldPlan) -> None:
    """What a field holds, read from the native value."""
    w, at = frame.w, frame.at(field)
    w.line(f"/* {field.field.name} */")
    opening = "{" if field.live is None else f"if ({frame.live(field.live)}) {{"
    with w.indented(opening, "}"):
        match field.shape:
            case Switched(members=members):
                w.line("_read = NULL;")
                for number, member in enumerate(members):
                    assert member.live is not None
                    with w.indented(f"{'' if number == 0 else 'else '}if ({frame.live(member.live)}) {{", "}"):
                        _shape(frame, member.shape, member, at)
                        w.lines("if (_read == NULL)", f"    {_FAIL}")
            case shape:
                _shape(frame, shape, field, at)
                w.lines("if (_read == NULL)", f"    {_FAIL}")
        w.line(f"_held[{field.held}] = _read;")


def _shape(frame: RecordFrame, shape: FieldShape, field: FieldPlan, at: str) -> None:
    w, source = frame.w, f"_native->{field.path}"
    match shape:
        case Pointed(reader=ReadText(nullable=False, text=Text(is_bstr=True)) as reader):
            _pointed(frame, reader, source, at)
        case Pointed(reader=reader):
            with w.indented(f"if ({source} == NULL) {{"):
                w.line("_read = Py_NewRef(Py_None);" if reader.nullable else f"_read = interop_unexpected_null({at});")
            with w.indented("} else {", "}"):
                _pointed(frame, reader, source, at)
        case Flexible(item=item, count=count):
            w.line(f'Py_ssize_t _count = interop_count({frame.count(count, item)}, {at}, "size_is");')
            w.lines("if (_count < 0)", f"    {_FAIL}")
            start = f"(const char *)_native + offsetof({frame.spelling}, {field.path})"
            if item.is_deep:
                w.line(f"_read = interop_list_{item.suffix}({start}, _count, {at});")
            elif item.klass is ItemClass.CHAR:
                w.line(f"_read = PyBytes_FromStringAndSize({start}, _count);")
            else:
                w.line(f"_read = interop_view_copy(&interop_type_{item.suffix}, {start}, _count, {at});")
        case Inline(item=item) if item.is_deep:
            w.line(f"_read = interop_from_{item.suffix}(&{source}, {at});")
        case Inline(item=item):
            w.line(f"_read = interop_get_{item.suffix}(&{source}, {at});")
        case FixedArray(item=item, counts=counts) if item.is_deep:
            w.line(f"_read = interop_list_{item.suffix}(&{source}, {total(counts)}, {at});")
        case FixedArray(item=item, counts=counts) if item.klass is ItemClass.CHAR:
            w.line(f"_read = PyBytes_FromStringAndSize((const char *)&{source}, {total(counts)});")
        case FixedArray(item=item, counts=counts):
            w.line(f"_read = interop_view_copy(&interop_type_{item.suffix}, &{source}, {total(counts)}, {at});")
        case FixedText(count=count) as text:
            w.line(f"_read = interop_fixed_text_read(&{source}, {count}, {frame.codec(text)}, {at});")
        case _:
            raise AssertionError("this is in the native value")


def _pointed(frame: RecordFrame, reader: ReadText | ReadArray | ReadTexts | ReadRecord, source: str, at: str) -> None:
    """What a pointer that is not NULL points at."""
    w = frame.w
    match reader:
        case ReadText(text=text, length=length):
            units = "-1"
            if length is not None:
                w.line(f'Py_ssize_t _units = interop_count({frame.count(length, text.unit)}, {at}, "length_is");')
                w.lines("if (_units < 0)", f"    {_FAIL}")
                units = "_units"
            w.line(f"_read = interop_text_read({source}, {units}, {frame.codec(reader)}, {at});")
        case ReadArray(item=item, made=made, count=count):
            each = f"sizeof({item.spelling})"
            if count is None:
                w.line(f"Py_ssize_t _count = interop_terminated({source}, {each});")
            else:
                w.line(f'Py_ssize_t _count = interop_count({frame.count(count, item)}, {at}, "size_is");')
                w.lines("if (_count < 0)", f"    {_FAIL}")
            w.line(f"_read = interop_array_read({source}, _count, &interop_type_{item.suffix}, {MAKE[made]}, {at});")
        case ReadTexts(count=count, element_nullable=nullable):
            if count is None:
                w.line(f"Py_ssize_t _count = interop_terminated({source}, sizeof(void *));")
            else:
                w.line(f'Py_ssize_t _count = interop_count({frame.count(count, TEXT_POINTER)}, {at}, "size_is");')
                w.lines("if (_count < 0)", f"    {_FAIL}")
            pointers = f"(const void *const *){source}, _count, {frame.codec(reader)}, {int(nullable)}"
            w.line(f"_read = interop_texts_read({pointers}, {at});")
        case ReadRecord(item=item):
            w.line(f"_read = interop_from_{item.suffix}({source}, {at});")


def _follow(frame: RecordFrame, tail: FieldPlan) -> None:
    w, at = frame.w, frame.at(tail)
    assert isinstance(tail.shape, Pointed)
    w.line(f"/* {tail.field.name} */")
    w.line(f"_native = _native->{tail.path};")
    with w.indented("if (_native == NULL) {", "}"):
        if tail.shape.reader.nullable:
            w.line("break;")
        else:
            w.lines(f"interop_unexpected_null({at});", _FAIL)
    with w.indented("if (interop_chain_closes(&_chain, _native)) {", "}"):
        w.lines(f"interop_chain_failed({at});", _FAIL)
    w.line("_last = _self;")


# --- What C allocated -------------------------------------------------------------------------------------------------


def _freeing(frame: RecordFrame) -> None:
    """Frees what the fields own, and leaves them NULL, so that doing it again is harmless (R8.12)."""
    w, tail = frame.w, frame.tail
    reader = tail.shape.reader if tail is not None and isinstance(tail.shape, Pointed) else None
    follows = isinstance(reader, ReadRecord) and reader.free is not None and not reader.deep
    w.lines("static void", f"interop_free_{frame.suffix}({frame.spelling} *_native)")
    with w.indented("{", "}"):
        if follows:
            assert tail is not None
            w.lines(f"{frame.spelling} *_first = _native;", "", "while (_native != NULL) {")
        with w.indented() if follows else nullcontext():
            if follows:
                assert tail is not None
                w.line(f"{frame.spelling} *_next = ({frame.spelling} *)_native->{tail.path};")
                w.lines("", f"INTEROP_POINT(_native->{tail.path}, NULL);")
            for field in frame.record.fields:
                if follows and field is tail:
                    continue
                if tail is not None and follows and _branches(frame, field, tail):
                    _unbranch(frame, field, tail)
                else:
                    _free_field(frame, field)
            if follows:
                assert isinstance(reader, ReadRecord)
                assert reader.free is not None
                w.lines("if (_native != _first)", f"    {frame.callee(reader.free.function)}((void *)_native);")
                w.line("_native = _next;")
        if follows:
            w.line("}")
    w.line()


def _branches(frame: RecordFrame, field: FieldPlan, tail: FieldPlan) -> bool:
    """Whether a field owns further records of the list's own kind, freed as those of the list are."""
    mine = field.shape.reader if isinstance(field.shape, Pointed) else None
    its = tail.shape.reader if isinstance(tail.shape, Pointed) else None
    return frame.is_tail(field) and isinstance(mine, ReadRecord) and mine.free is not None and mine == its


def _unbranch(frame: RecordFrame, field: FieldPlan, tail: FieldPlan) -> None:
    """A branch goes in front of what is still to be freed, so that a tree of any depth needs no stack."""
    w, place = frame.w, f"_native->{field.path}"
    with w.indented(f"if ({place} != NULL) {{", "}"):
        w.line(f"{frame.spelling} *_branch = ({frame.spelling} *){place}, *_end = _branch;")
        w.line(f"while (_end->{tail.path} != NULL)")
        w.line(f"    _end = ({frame.spelling} *)_end->{tail.path};")
        w.line(f"INTEROP_POINT(_end->{tail.path}, _next);")
        w.line("_next = _branch;")
        w.line(f"INTEROP_POINT({place}, NULL);")


def _owns(shape: FieldShape) -> bool:
    """Whether a field may own what C allocated."""
    match shape:
        case Inline(item=item) | FixedArray(item=item):
            return item.is_owned
        case Pointed(reader=ReadTexts(free=free, element_free=element_free)):
            return free is not None or element_free is not None
        case Pointed(reader=reader):
            return reader.free is not None
        case Switched(members=members):
            return any(_owns(member.shape) for member in members)
        case _:
            return False


def _free_field(frame: RecordFrame, field: FieldPlan) -> None:
    w = frame.w
    if not _owns(field.shape):
        return
    opening = "{" if field.live is None else f"if ({frame.live(field.live)}) {{"
    with w.indented(opening, "}"):
        match field.shape:
            case Switched(members=members):
                owning = [member for member in members if _owns(member.shape)]
                for number, member in enumerate(owning):
                    assert member.live is not None
                    with w.indented(f"{'' if number == 0 else 'else '}if ({frame.live(member.live)}) {{", "}"):
                        _free_shape(frame, member.shape, member)
            case shape:
                _free_shape(frame, shape, field)


def _free_shape(frame: RecordFrame, shape: FieldShape, field: FieldPlan) -> None:
    w, source = frame.w, f"_native->{field.path}"
    match shape:
        case Inline(item=item):
            w.line(f"interop_free_{item.suffix}(&{source});")
        case FixedArray(item=item, counts=counts):
            w.line(f"for (Py_ssize_t _k = 0; _k < {total(counts)}; _k++)")
            w.line(f"    interop_free_{item.suffix}(({item.spelling} *)&{source} + _k);")
        case Pointed(reader=reader):
            with w.indented(f"if ({source} != NULL) {{", "}"):
                _free_pointed(frame, reader, source)
                if reader.free is not None:
                    w.line(f"{frame.callee(reader.free.function)}((void *){source});")
                    w.line(f"INTEROP_POINT({source}, NULL);")
        case _:
            raise AssertionError("this owns nothing")


def _free_pointed(frame: RecordFrame, reader: ReadText | ReadArray | ReadTexts | ReadRecord, source: str) -> None:
    """What stands in a block that is freed next."""
    w = frame.w
    match reader:
        case ReadRecord(item=item, deep=False) if item.is_owned and reader.free is not None:
            w.line(f"interop_free_{item.suffix}(({item.spelling} *){source});")
        case ReadArray(item=item, count=count) if item.is_owned and reader.free is not None:
            if count is None:
                elements = f"interop_terminated({source}, sizeof({item.spelling}))"
            else:
                elements = f"interop_handed({frame.count(count, item)})"
            w.line(f"for (Py_ssize_t _k = 0, _count = {elements}; _k < _count; _k++)")
            w.line(f"    interop_free_{item.suffix}(({item.spelling} *){source} + _k);")
        case ReadTexts(element_free=element_free, count=count) if element_free is not None:
            if count is None:
                elements = f"interop_terminated({source}, sizeof(void *))"
            else:
                elements = f"interop_handed({frame.count(count, TEXT_POINTER)})"
            with w.indented(f"for (Py_ssize_t _k = 0, _count = {elements}; _k < _count; _k++) {{", "}"):
                w.line(f"if ({source}[_k] != NULL)")
                w.line(f"    {frame.callee(element_free.function)}((void *){source}[_k]);")
        case _:
            pass
