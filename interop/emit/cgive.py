"""What C may free: copies of arguments in memory from C's own allocators."""

from __future__ import annotations

from interop.emit.cframe import Frame
from interop.plan.calls import ArgPlan
from interop.plan.items import Given, Item, ItemClass, Text
from interop.plan.readers import ReadRecord, ReadTexts


def made_text(frame: Frame, text: Text, alloc: str, local: str) -> str:
    """A C expression: a copy of the text in the ``interop_text`` called ``local``; NULL where there is no memory."""
    if text.is_bstr:
        made = f"{frame.callee(alloc)}((const char *){local}.data, interop_bstr_bytes({local}.data))"
        return f"interop_given({made}, NULL, 0)"
    size = f"((size_t){local}.units + 1) * sizeof({text.unit.spelling})"
    return f"interop_given({frame.callee(alloc)}({size}), {local}.data, {size})"


def given_text(frame: Frame, arg: ArgPlan, text: Text, given: Given) -> None:
    """Text that C takes over."""
    p = arg.parameter
    with frame.w.indented(f"if (_t_{p.name}.data != NULL) {{", "}"):
        frame.w.line(f"_g_{p.name} = {made_text(frame, text, given.alloc, f'_t_{p.name}')};")
        frame.leave_if(f"_g_{p.name} == NULL")
    frame.w.line(f"_a_{p.name} = _g_{p.name};")


def given_array(frame: Frame, arg: ArgPlan, item: Item, terminated: bool, given: Given) -> None:
    """An array that C takes over."""
    p = arg.parameter
    with frame.w.indented(f"if (_b_{p.name}.data != NULL) {{", "}"):
        block_of_array(frame, p.name, item, terminated, given.alloc)
    frame.w.line(f"_a_{p.name} = _g_{p.name};")


def block_of_array(frame: Frame, name: str, item: Item, terminated: bool, alloc: str) -> None:
    """A copy of an array that is there, in memory from ``alloc``; ``_size`` of bytes."""
    frame.w.line(f"size_t _size = {array_size(name, item, terminated)};")
    # At least one byte, because an allocator may answer NULL for none.
    block = f"{frame.callee(alloc)}(_size > 0 ? _size : 1)"
    frame.w.line(f"_g_{name} = interop_given({block}, _b_{name}.data, _size);")
    frame.leave_if(f"_g_{name} == NULL")


def array_size(name: str, item: Item, terminated: bool) -> str:
    """The bytes of an array that was copied in, a zero element included that ends it."""
    each = "1" if item.klass is ItemClass.BYTE else f"sizeof({item.spelling})"
    count = f"((size_t)_b_{name}.count + 1)" if terminated else f"(size_t)_b_{name}.count"
    return f"{count} * {each}"


def texts_in(frame: Frame, name: str, reader: ReadTexts, value: str, at: str) -> None:
    """The texts of a sequence, each encoded by itself."""
    flags = "INTEROP_COPY" + " | INTEROP_NULLABLE" * reader.nullable
    flags += " | INTEROP_ELEMENT_NULLABLE" * reader.element_nullable
    frame.attempt(f"interop_texts_in({value}, &{frame.codecs.name(reader.text)}, {flags}, &_l_{name}, {at})")


def block_of_texts(frame: Frame, name: str, text: Text, alloc: str, element_alloc: str, into: str) -> None:
    """A block of pointers and a NULL, and each text in memory of its own; ``_n_x`` of them are to be freed."""
    w = frame.w
    w.line(f"size_t _size = ((size_t)_l_{name}.count + 1) * sizeof(void *);")
    w.line(f"{into} = interop_given({frame.callee(alloc)}(_size), NULL, 0);")
    frame.leave_if(f"{into} == NULL")
    w.lines(f"memset((void *){into}, 0, _size);", f"_n_{name} = _l_{name}.count;")
    each_text(frame, name, text, element_alloc, into)


def each_text(frame: Frame, name: str, text: Text, alloc: str, into: str) -> None:
    """Copies of the encoded texts behind pointers that are NULL."""
    w, each = frame.w, f"_l_{name}.texts[_k]"
    loop = f"for (Py_ssize_t _k = 0; _k < _l_{name}.count; _k++) {{"
    with w.indented(loop, "}"), w.indented(f"if ({each}.data != NULL) {{", "}"):
        w.line(f"{into}[_k] = {made_text(frame, text, alloc, each)};")
        frame.leave_if(f"{into}[_k] == NULL")


def block_of_record(frame: Frame, reader: ReadRecord, alloc: str, value: str, into: str, at: str) -> None:
    """One record in a block, with copies of all it owns."""
    w, item = frame.w, reader.item
    with frame.unless_none(value, reader.nullable):
        size = f"sizeof({item.spelling})"
        w.line(f"{into} = interop_given({frame.callee(alloc)}({size}), NULL, 0);")
        frame.leave_if(f"{into} == NULL")
        w.line(f"memset((void *){into}, 0, {size});")
        if item.is_deep:
            w.line("_arena.gives = 1;")
        frame.attempt(f"interop_to_{item.suffix}({value}, {into}, {'&_arena' if item.is_deep else 'NULL'}, {at})")


def given_texts(frame: Frame, arg: ArgPlan, reader: ReadTexts, alloc: str, element_alloc: str) -> None:
    """Texts of which C may replace the block and any."""
    name = arg.parameter.name
    texts_in(frame, name, reader, frame.taken(arg), frame.at(arg))
    with frame.w.indented(f"if (_l_{name}.data != NULL) {{", "}"):
        block_of_texts(frame, name, reader.text, alloc, element_alloc, f"_s_{name}")
