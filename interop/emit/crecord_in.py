"""Records with memory of their own on the way in: what they hold becomes what their pointers point at.

The function printed for each record works in phases: everything held is converted into the call's arena, then the
fields that count are set, then the pointers. Where C may free a part (``_arena->gives``) that part is copied into
memory from its own allocator, last, so that whatever fails, what was given so far can be reached from the record.
"""

from __future__ import annotations

from contextlib import nullcontext

from interop.emit import names
from interop.emit.cexpr import counts_bytes
from interop.emit.crecord import RecordFrame, c_type, flags_of, total
from interop.emit.cvariant import immutable_in, plain_in, value_in
from interop.emit.writer import c_string
from interop.model.ctype import Pointer, strip
from interop.plan.fields import Bits, FieldPlan, FieldShape, FixedArray, FixedText, Flexible, Inline, Pointed, Switched
from interop.plan.items import TEXT_POINTER, Count, Item, ItemClass
from interop.plan.readers import ReadArray, ReadRecord, ReadText, ReadTexts

_FAIL = "goto failed;"


def conversion_in(frame: RecordFrame) -> str:
    """The function that makes a C value of a record object."""
    before = len(frame.w.text())
    if frame.record.variant is not None:
        value_in(frame, frame.record.variant)
    w, suffix, spelling = frame.w, frame.suffix, frame.spelling
    flexible = frame.record.is_flexible
    place = f"{spelling} *_first, " if not flexible else ""
    name = f"interop_flexible_{suffix}" if flexible else f"interop_to_{suffix}"
    w.line(f"static {spelling + ' *' if flexible else 'int'}")
    w.line(f"{name}(PyObject *_object, {place}interop_arena *_arena, interop_place _at)")
    with w.indented("{", "}"):
        _body(frame)
    w.line()
    return frame.w.text()[before:]


def _body(frame: RecordFrame) -> None:
    w, tail, flexible = frame.w, frame.tail, frame.record.is_flexible
    fields = [field for field in frame.record.fields if field.held is not None and field is not tail]
    if flexible:
        # It is looked at also where nothing was copied into it.
        w.lines(f"{frame.spelling} _head = {{0}}, *_first = &_head, *_whole = NULL;")
    w.lines(f"{frame.spelling} *_native = _first;", "const int _gives = _arena->gives;", "int _found;")
    if tail is not None:
        w.line("interop_chain _chain = {_object, 0, 1};")
    for field in fields:
        _declare(frame, field)
    variant = frame.record.variant if not flexible and tail is None else None
    if variant is not None and any(taken.is_immutable for taken in variant.takes):
        w.line("PyObject *_plain = NULL;")
    w.line()
    if variant is not None:
        plain_in(frame, variant)
    frame.enter("converting", "NULL" if flexible else "-1")
    may_be_plain = variant is not None and immutable_in(frame, variant)
    if variant is not None and may_be_plain:
        with w.indented("if (_plain != NULL) {"):
            w.lines("_found = interop_arena_keep(_arena, _plain) < 0 ? -1 : 1;", "goto found;")
        w.line("}")
    if frame.record.variant is not None:
        w.line(f"_object = interop_variant_{frame.suffix}(_object, _arena, _at);")
        w.lines("if (_object == NULL) {", "    _found = -1;", f"    {_FAIL}", "}")
    if tail is not None:
        w.line("for (;;) {")
    with w.indented() if tail is not None else nullcontext():
        place = f"_native, sizeof({frame.spelling})"
        w.line(f"_found = interop_deep_in(_object, &{names.record(frame.suffix)}, {place}, _arena, _at);")
        if may_be_plain:
            w.label("found")
        w.lines("if (_found < 0)", f"    {_FAIL}")
        if flexible:
            w.line("if (_found == 0) {")
            with w.indented(None, "}"):
                w.line("/* cdata: with whatever stands behind it. */")
                w.line(f"_whole = interop_record_other(_object, &{names.record(frame.suffix)}, NULL, _at);")
                w.line("_arena->room = PY_SSIZE_T_MAX;")
                frame.leave()
                w.line("return _whole;")
        else:
            w.lines("if (_found == 0)", "    break;" if tail is not None else "    goto done;")
        for field in fields:
            if field.live is not None:
                # Another member's bytes, until its own are there: what fails before frees what it points at.
                w.line(f"if ({frame.live(field.live)})")
                w.line(f"    memset((void *)(uintptr_t)&_native->{field.path}, 0, sizeof _native->{field.path});")
        for field in fields:
            _fetch(frame, field, may_be_plain)
        for field in frame.record.fields:
            if field.measures:
                _measure(frame, field)
        for field in fields:
            _store(frame, field)
        if tail is not None:
            _follow(frame, tail)
    if tail is not None:
        w.line("}")
    if flexible:
        _join(frame)
    elif tail is None:
        w.label("done")
    w.line("_arena->gives = _gives;")
    frame.leave()
    w.line("return _whole;" if flexible else "return 0;")
    w.label("failed")
    w.line("_arena->gives = _gives;")
    frame.leave()
    if frame.record.item.is_owned:
        w.lines("if (_gives)", f"    interop_free_{frame.suffix}(_first);")
    # That it is no record at all has been said of the argument already.
    w.lines("memset(_first, 0, sizeof *_first);", "if (_found >= 0)", "    interop_wrong_inside(_at);")
    w.line("return NULL;" if flexible else "return -1;")


def _locals(field: FieldPlan) -> tuple[str, str, str]:
    """The object held, what it became, and how many elements that has."""
    assert field.held is not None
    return f"_v{field.held}", f"_d{field.held}", f"_n{field.held}"


def _points(shape: FieldShape) -> bool:
    """Whether a field becomes memory elsewhere that has a length."""
    return isinstance(shape, Flexible) or (isinstance(shape, Pointed) and not isinstance(shape.reader, ReadRecord))


def _declare(frame: RecordFrame, field: FieldPlan) -> None:
    held, data, count = _locals(field)
    frame.w.line(f"PyObject *{held} = NULL;")
    if _points(field.shape):
        frame.w.lines(f"void *{data} = NULL;", f"Py_ssize_t {count} = 0;")


def _when_live(frame: RecordFrame, field: FieldPlan) -> str:
    return "{" if field.live is None else f"if ({frame.live(field.live)}) {{"


def _fetch(frame: RecordFrame, field: FieldPlan, may_be_plain: bool) -> None:
    """What the field holds, and its conversion where that needs no memory but the arena's."""
    w = frame.w
    held, data, count = _locals(field)
    w.line(f"/* {field.field.name} */")
    if _points(field.shape):
        w.lines(f"{data} = NULL;", f"{count} = 0;")
    with w.indented(_when_live(frame, field), "}"):
        put = f"interop_put(_object, {field.held}, _arena)"
        w.line(f"{held} = {'_plain != NULL ? _plain : ' if may_be_plain else ''}{put};")
        w.lines(f"if ({held} == NULL)", f"    {_FAIL}")
        if _points(field.shape):
            # Text was looked through when it was assigned, and is what it was then.
            _convert(frame, field.shape, field, held, data, count, is_checked=field.live is None and not may_be_plain)


def _is_const(field: FieldPlan) -> bool:
    pointer = strip(field.field.type)
    return isinstance(pointer, Pointer) and pointer.const


def _convert(
    frame: RecordFrame,
    shape: FieldShape,
    field: FieldPlan,
    held: str,
    data: str,
    count: str,
    is_checked: bool = False,
) -> None:
    """Text and arrays into the arena."""
    w, at = frame.w, _at(frame, field)
    into = f"_arena, &{data}, &{count}, {at}"
    match shape:
        case Pointed(reader=ReadText() as reader):
            # A BSTR that nobody assigned is NULL, which is the empty text.
            may_be_null = reader.nullable or reader.text.is_bstr
            counted = is_checked or reader.length is not None
            flags = flags_of(may_be_null, counted=counted, copy=not _is_const(field))
            call = f"interop_put_text({held}, {frame.codec(reader)}, {flags}, {into})"
        case Pointed(reader=ReadTexts() as reader):
            flags = flags_of(reader.nullable, element_nullable=reader.element_nullable, copy=True)
            call = f"interop_put_texts({held}, {frame.codec(reader)}, {flags}, {into})"
        case Pointed(reader=ReadArray(item=item) as reader) if item.is_deep:
            items = f"interop_type_{item.suffix}, {flags_of(reader.nullable)}, -1"
            call = f"interop_put_records({held}, &{items}, _arena, &{held}, &{data}, &{count}, {at})"
        case Pointed(reader=ReadArray(item=item) as reader):
            flags = flags_of(reader.nullable, terminated=reader.count is None)
            call = f"interop_put_array({held}, &interop_type_{item.suffix}, {flags}, {into})"
        case Flexible(item=item) if item.is_deep:
            items = f"interop_type_{item.suffix}, INTEROP_NULLABLE, -1"
            call = f"interop_put_records({held}, &{items}, _arena, &{held}, &{data}, &{count}, {at})"
        case Flexible(item=item):
            call = f"interop_put_array({held}, &interop_type_{item.suffix}, INTEROP_NULLABLE, {into})"
        case _:
            raise AssertionError("this has no length")
    w.lines(f"if ({call} < 0)", f"    {_FAIL}")


def _at(frame: RecordFrame, field: FieldPlan) -> str:
    """Where a message is about; members of a union speak of the union."""
    if field in frame.places:
        return frame.at(field)
    union = next(f for f in frame.places if isinstance(f.shape, Switched) and field in f.shape.members)
    return frame.at(union)


# --- Counts ----------------------------------------------------------------------------------------------------------


def _size(shape: FieldShape) -> tuple[Count | None, Item | None]:
    match shape:
        case Pointed(reader=ReadText(length=length, text=text)):
            return length, text.unit
        case Pointed(reader=ReadArray(count=count, item=item)):
            return count, item
        case Pointed(reader=ReadTexts(count=count)):
            return count, TEXT_POINTER
        case Flexible(count=count, item=item):
            return count, item
        case _:
            return None, None


def _measure(frame: RecordFrame, field: FieldPlan) -> None:
    """A field that only counts others: their length, on which they must agree."""
    w, at, shape = frame.w, frame.at(field), field.shape
    assert isinstance(shape, Inline | Bits)
    w.line(f"/* {field.field.name} */")
    with w.indented("{", "}"):
        w.lines("Py_ssize_t _length = -1;", f"{c_type(shape.item)} _measure = 0;", "")
        for index in field.measures:
            counted = frame.record.fields[index]
            _, data, count = _locals(counted)
            size, item = _size(counted.shape)
            if item is not None and counts_bytes(size, item):
                count += f" * (Py_ssize_t)sizeof({item.spelling})"
            agreed = f"&_length, {data} != NULL, {count}, {c_string(field.field.name)}, {frame.at(counted)}"
            w.lines(f"if (interop_agree({agreed}) < 0)", f"    {_FAIL}")
        first = frame.at(frame.record.fields[field.measures[0]])
        w.line(f"if (INTEROP_LENGTH({shape.item.spelling}, _measure, _length < 0 ? 0 : _length, {first}) < 0)")
        w.line(f"    {_FAIL}")
        if isinstance(shape, Inline):
            # Not by assignment, since the field may be const.
            w.line(f"memcpy((void *)(uintptr_t)&_native->{field.path}, &_measure, sizeof _measure);")
        else:
            w.line(f"_native->{field.path} = _measure;")
            w.line(f"if (_native->{field.path} != _measure) {{")
            with w.indented(None, "}"):
                text = f"%zd elements are more than {shape.width} bits can count"
                w.line(f"interop_fail(interop_errors.range, {at}, {c_string(text)}, _length);")
                w.line(_FAIL)


# --- Pointers --------------------------------------------------------------------------------------------------------


def _store(frame: RecordFrame, field: FieldPlan) -> None:
    """The field itself, from what it became."""
    w = frame.w
    held, data, count = _locals(field)
    w.line(f"/* {field.field.name} */")
    with w.indented(_when_live(frame, field), "}"):
        match field.shape:
            case Switched(members=members):
                for number, member in enumerate(members):
                    assert member.live is not None
                    with w.indented(f"{'' if number == 0 else 'else '}if ({frame.live(member.live)}) {{", "}"):
                        _store_member(frame, member, held)
            case shape:
                _store_shape(frame, shape, field, held, data, count)


def _store_member(frame: RecordFrame, member: FieldPlan, held: str) -> None:
    w = frame.w
    if isinstance(member.shape, Pointed):
        if _points(member.shape):
            w.lines("void *_data;", "Py_ssize_t _count;", "")
            _convert(frame, member.shape, member, held, "_data", "_count")
        _store_shape(frame, member.shape, member, held, "_data", "_count")
        return
    if isinstance(member.shape, Inline | FixedArray) and member.shape.item.is_deep:
        # Its fields are checked, so there must be one.
        _store_shape(frame, member.shape, member, held, "", "")
        return
    # Nothing was assigned: zero.
    with w.indented(f"if ({held} != Py_None) {{", "}"):
        _store_shape(frame, member.shape, member, held, "", "")


def _store_shape(frame: RecordFrame, shape: FieldShape, field: FieldPlan, held: str, data: str, count: str) -> None:
    w, at, target = frame.w, _at(frame, field), f"_native->{field.path}"
    match shape:
        case Pointed(reader=ReadRecord() as reader, alloc=alloc):
            _store_record(frame, field, reader, alloc, held)
        case Pointed(reader=(ReadText() | ReadArray() | ReadTexts()) as reader, alloc=alloc, minimum=minimum):
            if minimum is not None:
                _, item = _size(shape)
                assert item is not None
                _check(frame, minimum, item, data, count, at)
            _store_elements(frame, field, reader, alloc, held, data, count)
        case Flexible():
            pass  # it follows the rest
        case Inline(item=item) if item.is_deep:
            call = f"interop_to_{item.suffix}({held}, ({item.spelling} *)&{target}, _arena, {at})"
            w.lines(f"if ({call} < 0)", f"    {_FAIL}")
        case Inline(item=item):
            w.lines(f"if (interop_set_{item.suffix}({held}, &{target}, {at}) < 0)", f"    {_FAIL}")
        case FixedArray(item=item, counts=counts) if item.is_deep:
            with w.indented("{", "}"):
                w.lines("PyObject *_items;", "void *_room;", "Py_ssize_t _count;", "")
                kind = f"&interop_type_{item.suffix}, 0, {total(counts)}"
                put = f"interop_put_records({held}, {kind}, _arena, &_items, &_room, &_count, {at})"
                w.line(f"if ({put} < 0")
                w.line(f"    || interop_fill_{item.suffix}(_items, &{target}, _count, _arena, {at}) < 0)")
                w.line(f"    {_FAIL}")
        case FixedArray(item=item, counts=counts):
            call = f"interop_chars_set({held}, &interop_type_{item.suffix}, {total(counts)}, &{target}, {at})"
            w.lines(f"if ({call} < 0)", f"    {_FAIL}")
        case FixedText(count=size) as text:
            call = f"interop_fixed_text_in({held}, &{target}, {size}, {frame.codec(text)}, {at})"
            w.lines(f"if ({call} < 0)", f"    {_FAIL}")
        case _:
            raise AssertionError("this is in the native value")


def _check(frame: RecordFrame, minimum: Count, item: Item, data: str, count: str, at: str) -> None:
    """What C will assume to be there."""
    w = frame.w
    with w.indented(f"if ({data} != NULL) {{", "}"):
        w.line(f"Py_ssize_t _needed = interop_extent({frame.count(minimum, item)}, {at});")
        w.lines("if (_needed < 0)", f"    {_FAIL}")
        with w.indented(f"if ({count} < _needed) {{", "}"):
            text = '"C uses %zd elements, but there are %zd"'
            w.lines(f"interop_fail(interop_errors.value, {at}, {text}, _needed, {count});", _FAIL)


def _store_elements(
    frame: RecordFrame,
    field: FieldPlan,
    reader: ReadText | ReadArray | ReadTexts,
    alloc: str | None,
    held: str,
    data: str,
    count: str,
) -> None:
    """A pointer to text or elements, which stand in the arena."""
    w, at, target = frame.w, _at(frame, field), f"_native->{field.path}"
    each = f"sizeof({reader.item.spelling if isinstance(reader, ReadArray) else 'void *'})"
    deep = reader.item if isinstance(reader, ReadArray) and reader.item.is_deep else None
    if isinstance(reader, ReadText):
        each = f"sizeof({reader.text.unit.spelling})"
    elif isinstance(reader, ReadArray) and reader.item.klass is ItemClass.BYTE:
        each = "1"
    freed = reader.free is not None or (isinstance(reader, ReadTexts) and reader.element_free is not None)
    if deep is not None:
        _fill(frame, deep, freed, held, data, count, at)
    gives = alloc is not None and not (isinstance(reader, ReadTexts) and reader.element_free is not None)
    if not freed:
        w.line(f"INTEROP_POINT({target}, {data});")
        return
    with w.indented(f"if (_gives && {data} != NULL) {{"):
        if isinstance(reader, ReadText) and reader.text.is_bstr and alloc is not None:
            made = f"{frame.callee(alloc)}((const char *){data}, interop_bstr_bytes({data}))"
            w.line(f"void *_block = interop_given({made}, NULL, 0);")
            w.lines("if (_block == NULL)", f"    {_FAIL}", f"INTEROP_POINT({target}, _block);")
        elif gives:
            ended = isinstance(reader, ReadText) or (isinstance(reader, ReadArray) and reader.count is None)
            w.line(f"size_t _size = ((size_t){count}{' + 1' if ended else ''}) * {each};")
            assert alloc is not None
            # At least one byte, because an allocator may answer NULL for none.
            w.line(f"void *_block = interop_given({frame.callee(alloc)}(_size > 0 ? _size : 1), {data}, _size);")
            with w.indented("if (_block == NULL) {", "}"):
                if deep is not None:
                    _free_elements(frame, deep, data, count)
                w.line(_FAIL)
            w.line(f"INTEROP_POINT({target}, _block);")
        else:
            w.lines(f"interop_cannot_give({at});", _FAIL)
    with w.indented("} else {", "}"):
        w.line(f"INTEROP_POINT({target}, {data});")


def _fill(frame: RecordFrame, item: Item, freed: bool, held: str, data: str, count: str, at: str) -> None:
    """Records behind a pointer; C frees what they own only where it frees them."""
    w = frame.w
    with w.indented(f"if ({data} != NULL) {{", "}"):
        if not freed:
            w.line("_arena->gives = 0;")
        with w.indented(f"if (interop_fill_{item.suffix}({held}, {data}, {count}, _arena, {at}) < 0) {{", "}"):
            if freed:
                _free_elements(frame, item, data, count)
            w.line(_FAIL)
        if not freed:
            w.line("_arena->gives = _gives;")


def _free_elements(frame: RecordFrame, item: Item, data: str, count: str) -> None:
    """What was given to records that C will never see."""
    if item.is_owned:
        frame.w.line(f"for (Py_ssize_t _k = 0; _gives && _k < {count}; _k++)")
        frame.w.line(f"    interop_free_{item.suffix}(({item.spelling} *){data} + _k);")


def _block(frame: RecordFrame, reader: ReadRecord, alloc: str | None) -> str:
    """A zeroed block for one record."""
    spelling = reader.item.spelling
    mine = f"interop_arena_take(_arena, 1, sizeof({spelling}), _Alignof({spelling}))"
    if reader.free is None or alloc is None:
        return mine
    return f"_gives ? interop_zeroed({frame.callee(alloc)}(sizeof({spelling})), sizeof({spelling})) : {mine}"


def _store_record(frame: RecordFrame, field: FieldPlan, reader: ReadRecord, alloc: str | None, held: str) -> None:
    """A pointer to another record."""
    w, at, item = frame.w, _at(frame, field), reader.item
    target = f"_native->{field.path}"
    owned = reader.free is not None
    with w.indented(f"if ({held} != Py_None) {{"):
        if owned and (alloc is None or frame.is_flexible(item)):
            with w.indented("if (_gives) {", "}"):
                w.lines(f"interop_cannot_give({at});", _FAIL)
        if not owned:
            w.line("_arena->gives = 0;")
        if frame.is_flexible(item):
            w.line(f"{item.spelling} *_inner = interop_flexible_{item.suffix}({held}, _arena, {at});")
            w.lines("if (_inner == NULL)", f"    {_FAIL}", f"INTEROP_POINT({target}, _inner);")
        else:
            w.line(f"{item.spelling} *_inner = {_block(frame, reader, alloc)};")
            w.lines("if (_inner == NULL)", f"    {_FAIL}", f"INTEROP_POINT({target}, _inner);")
            w.lines(f"if (interop_to_{item.suffix}({held}, _inner, _arena, {at}) < 0)", f"    {_FAIL}")
        if not owned:
            w.line("_arena->gives = _gives;")
    if reader.nullable:
        w.line("}")
    else:
        with w.indented("} else {", "}"):
            w.lines(f"interop_expected({at}, {c_string(item.python)}, Py_None);", _FAIL)


def _follow(frame: RecordFrame, tail: FieldPlan) -> None:
    """On to the next record of a list; the loop ends with the list."""
    w, at = frame.w, frame.at(tail)
    assert isinstance(tail.shape, Pointed)
    reader = tail.shape.reader
    assert isinstance(reader, ReadRecord)
    w.line(f"/* {tail.field.name} */")
    w.lines(f"_object = interop_put(_object, {tail.held}, _arena);", "if (_object == NULL)", f"    {_FAIL}")
    with w.indented("if (_object == Py_None) {", "}"):
        if reader.nullable:
            w.line("break;")
        else:
            w.lines(f"interop_expected({at}, {c_string(reader.item.python)}, Py_None);", _FAIL)
    with w.indented("if (interop_chain_closes(&_chain, _object)) {", "}"):
        w.lines(f"interop_chain_failed({at});", _FAIL)
    if reader.free is None:
        # What C does not free it is not given, here and further on.
        w.line("_arena->gives = 0;")
    elif tail.shape.alloc is None:
        with w.indented("if (_gives) {", "}"):
            w.lines(f"interop_cannot_give({at});", _FAIL)
    with w.indented("{", "}"):
        w.line(f"{frame.spelling} *_next = {_block(frame, reader, tail.shape.alloc)};")
        w.lines("if (_next == NULL)", f"    {_FAIL}")
        w.lines(f"INTEROP_POINT(_native->{tail.path}, _next);", "_native = _next;")


def _join(frame: RecordFrame) -> None:
    """The record and its flexible elements in one block."""
    w = frame.w
    field = frame.record.fields[-1]
    assert isinstance(field.shape, Flexible)
    item, at = field.shape.item, frame.at(field)
    held, data, count = _locals(field)
    start = f"offsetof({frame.spelling}, {field.path})"
    with w.indented("{", "}"):
        w.line(f"Py_ssize_t _bytes = interop_bytes({count}, sizeof({item.spelling}));")
        w.lines("if (_bytes < 0)", f"    {_FAIL}")
        w.line(f"_bytes += (Py_ssize_t)sizeof({frame.spelling});")
        w.line(f"_whole = interop_arena_take(_arena, _bytes, 1, _Alignof({frame.spelling}));")
        w.lines("if (_whole == NULL)", f"    {_FAIL}", "memcpy(_whole, _first, sizeof *_first);")
        if item.is_deep:
            fill = f"interop_fill_{item.suffix}({held}, (char *)_whole + {start}, {count}, _arena, {at})"
            w.lines(f"if ({data} != NULL && {fill} < 0)", f"    {_FAIL}")
        else:
            w.line(f"if ({data} != NULL)")
            w.line(f"    memcpy((char *)_whole + {start}, {data}, (size_t){count} * sizeof({item.spelling}));")
        # Only now: the elements may point at such records themselves.
        w.line(f"_arena->room = {count};")
