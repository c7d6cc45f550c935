"""What C may free: copies of arguments in memory from C's own allocators."""

from __future__ import annotations

from interop.emit.cframe import Frame
from interop.plan.ops import ArgPlan, Given, Item, ItemClass, ReadTexts, Text


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
        frame.w.line(f"size_t _size = {array_size(p.name, item, terminated)};")
        # At least one byte, because an allocator may answer NULL for none.
        block = f"{frame.callee(given.alloc)}(_size > 0 ? _size : 1)"
        frame.w.line(f"_g_{p.name} = interop_given({block}, _b_{p.name}.data, _size);")
        frame.leave_if(f"_g_{p.name} == NULL")
    frame.w.line(f"_a_{p.name} = _g_{p.name};")


def array_size(name: str, item: Item, terminated: bool) -> str:
    """The bytes of an array that was copied in, a zero element included that ends it."""
    each = "1" if item.klass is ItemClass.BYTE else f"sizeof({item.spelling})"
    count = f"((size_t)_b_{name}.count + 1)" if terminated else f"(size_t)_b_{name}.count"
    return f"{count} * {each}"


def given_texts(frame: Frame, arg: ArgPlan, reader: ReadTexts, alloc: str, element_alloc: str) -> None:
    """A block of pointers, and each text in memory of its own; C may replace the block and any of the texts."""
    w, p, given, at = frame.w, arg.parameter, frame.taken(arg), frame.at(arg)
    flags = "INTEROP_COPY" + " | INTEROP_NULLABLE" * reader.nullable
    flags += " | INTEROP_ELEMENT_NULLABLE" * reader.element_nullable
    frame.attempt(f"interop_texts_in({given}, &{frame.codecs.name(reader.text)}, {flags}, &_l_{p.name}, {at})")
    with w.indented(f"if (_l_{p.name}.data != NULL) {{", "}"):
        w.line(f"size_t _size = ((size_t)_l_{p.name}.count + 1) * sizeof(void *);")
        w.line(f"_s_{p.name} = interop_given({frame.callee(alloc)}(_size), NULL, 0);")
        frame.leave_if(f"_s_{p.name} == NULL")
        w.lines(f"memset((void *)_s_{p.name}, 0, _size);", f"_n_{p.name} = _l_{p.name}.count;")
        with w.indented(f"for (Py_ssize_t _k = 0; _k < _l_{p.name}.count; _k++) {{", "}"):
            text = f"_l_{p.name}.texts[_k]"
            with w.indented(f"if ({text}.data != NULL) {{", "}"):
                w.line(f"_s_{p.name}[_k] = {made_text(frame, reader.text, element_alloc, text)};")
                frame.leave_if(f"_s_{p.name}[_k] == NULL")
