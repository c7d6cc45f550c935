"""What a callable gives in memory that C frees: arrays of text, and blocks of elements, texts or one record."""

from __future__ import annotations

from interop.emit import cgive, cread
from interop.emit.cframe import Frame
from interop.emit.writer import Writer
from interop.plan.inward import GiveBlock, GiveTexts
from interop.plan.items import TEXT_POINTER, Count, Item
from interop.plan.readers import ReadArray, ReadRecord, ReadTexts

Given = GiveBlock | GiveTexts


def declare(w: Writer, name: str, give: Given) -> None:
    """The locals of one answer: what was converted, and what was made of it for C (``_g_x``)."""
    match give:
        case GiveTexts():
            w.lines(f"interop_texts _l_{name};", f"interop_pointers _g_{name};", f"Py_ssize_t _n_{name} = 0;")
            return
        case GiveBlock(reader=ReadArray()):
            w.lines(f"interop_array _b_{name};", f"void *_g_{name} = NULL;")
        case GiveBlock(reader=ReadTexts()):
            w.lines(f"interop_texts _l_{name};", f"void **_g_{name} = NULL;")
        case GiveBlock(reader=ReadRecord(item=item)):
            w.line(f"{item.spelling} *_g_{name} = NULL;")
    if cread.frees_each(give.reader):
        w.line(f"Py_ssize_t _n_{name} = 0;")
        if give.replaces:
            w.line(f"Py_ssize_t _e_{name} = 0;")


def initialise(frame: Frame, name: str, give: Given) -> None:
    """Makes everything releasable, and finds out what C may find zero if this comes to nothing."""
    w = frame.w
    match give:
        case GiveTexts(size=size):
            w.lines(f"interop_texts_init(&_l_{name});", f"interop_pointers_init(&_g_{name});")
            if size is not None:
                w.line(f"_n_{name} = interop_handed({frame.count(size, TEXT_POINTER)});")
        case GiveBlock(reader=ReadArray(item=item)):
            w.line(f"interop_array_init(&_b_{name});")
            if item.is_deep:
                w.line(f"_b_{name}.arena = &_arena;")
        case GiveBlock(reader=ReadTexts()):
            w.line(f"interop_texts_init(&_l_{name});")
        case GiveBlock():
            pass


def measure(frame: Frame, name: str, give: Given) -> None:
    """How many there are of what C passes and will be freed."""
    match give:
        case GiveTexts(size=None):
            frame.w.line(f"_n_{name} = _a_{name} != NULL ? interop_terminated(_a_{name}, sizeof(void *)) : 0;")
        case GiveBlock(reader=ReadArray() | ReadTexts() as reader, replaces=True) if cread.frees_each(reader):
            cread.measure_native(frame, reader, f"(*_a_{name})", f"_e_{name}")
        case _:
            pass


def _agree(frame: Frame, count: str, size: Count | None, item: Item, at: str) -> None:
    if size is not None:
        frame.attempt(f"interop_as_many({count}, {frame.count(size, item)}, {at})")


def convert(frame: Frame, name: str, give: Given, value: str, into: str, at: str) -> None:
    """Python's value into memory that C will own; nothing of C's is written yet. ``into``: what C gets, for blocks."""
    w = frame.w
    match give:
        case GiveTexts():
            _convert_texts(frame, name, give, value, at)
            return
        case GiveBlock(reader=ReadArray(item=item, nullable=nullable, count=count) as reader, alloc=alloc, size=size):
            owned = cread.frees_each(reader)
            flags = ["INTEROP_NULLABLE"] * nullable + ["INTEROP_TERMINATED"] * (count is None)
            listed = " | ".join(flags + ["INTEROP_OWNED"] * owned) or "0"
            frame.attempt(f"interop_array_in({value}, &interop_type_{item.suffix}, {listed}, &_b_{name}, {at})")
            if frame.keeps(item):
                frame.attempt(f"interop_lend_listed(_entry, {value})")
            with w.indented(f"if (_b_{name}.data != NULL) {{", "}"):
                _agree(frame, f"_b_{name}.count", size, item, at)
                cgive.block_of_array(frame, name, item, count is None, alloc)
                if owned:
                    w.lines(f"memset(_b_{name}.data, 0, _size);", f"_n_{name} = _b_{name}.count;")
        case GiveBlock(reader=ReadTexts() as reader, alloc=alloc, element_alloc=str(element_alloc), size=size):
            cgive.texts_in(frame, name, reader, value, at)
            with w.indented(f"if (_l_{name}.data != NULL) {{", "}"):
                _agree(frame, f"_l_{name}.count", size, TEXT_POINTER, at)
                cgive.block_of_texts(frame, name, reader.text, alloc, element_alloc, f"_g_{name}")
        case GiveBlock(reader=ReadRecord() as reader, alloc=alloc):
            cgive.block_of_record(frame, reader, alloc, value, f"_g_{name}", at)
            if frame.keeps(reader.item):
                frame.attempt(f"interop_lend(_entry, {value})")
        case _:
            raise AssertionError("texts are made by something")
    w.line(f"{into} = (void *)_g_{name};")


def _convert_texts(frame: Frame, name: str, give: GiveTexts, value: str, at: str) -> None:
    text = give.text
    room = f"_n_{name}" if give.size is not None else f"_n_{name} + 1"
    if give.size is not None:
        frame.leave_if(f"interop_extent({frame.count(give.size, TEXT_POINTER)}, {at}) < 0")
    if not give.replaces:
        frame.when(f"_a_{name} == NULL && {room} > 0", f"interop_unexpected_null({at});", frame.fail)
    flags = "INTEROP_COPY" + " | INTEROP_ELEMENT_NULLABLE" * give.element_nullable
    frame.attempt(f"interop_texts_in({value}, &{frame.codecs.name(text)}, {flags}, &_l_{name}, {at})")
    fits = f"_l_{name}.count, {room}, {int(give.is_partial)}, {int(give.null_terminated)}"
    frame.attempt(f"interop_count_fits({fits}, {at})")
    frame.attempt(f"interop_pointers_make(&_g_{name}, _l_{name}.count)")
    cgive.each_text(frame, name, text, give.given.alloc, f"_g_{name}.data")


def store(frame: Frame, name: str, give: Given) -> None:
    """Through a parameter, when nothing can fail any more; what was there is freed."""
    w = frame.w
    match give:
        case GiveTexts(given=given):
            if give.replaces:
                free = f"{frame.callee(given.free)}((void *)_a_{name}[_k]);"
                with w.indented(f"for (Py_ssize_t _k = 0; _k < _n_{name}; _k++) {{", "}"):
                    frame.when(f"_a_{name}[_k] != NULL", free)
                if give.is_partial and not give.null_terminated:
                    frame.when(f"_n_{name} > 0", f"memset((void *)_a_{name}, 0, (size_t)_n_{name} * sizeof(void *));")
            if give.null_terminated:
                w.line(f"memcpy((void *)_a_{name}, _g_{name}.data, ((size_t)_g_{name}.count + 1) * sizeof(void *));")
            else:
                copy = f"memcpy((void *)_a_{name}, _g_{name}.data, (size_t)_g_{name}.count * sizeof(void *));"
                frame.when(f"_g_{name}.count > 0", copy)
        case GiveBlock(reader=reader):
            if give.replaces:
                cread.free_native(frame, reader, f"(*_a_{name})", f"_e_{name}")
            w.line(f"*_a_{name} = _s_{name};")


def gone(frame: Frame, name: str, give: Given) -> None:
    """C has it now."""
    match give:
        case GiveTexts():
            frame.w.line(f"_g_{name}.count = 0; /* C's own now */")
        case GiveBlock():
            frame.w.line(f"_g_{name} = NULL; /* C's own now */")


def clear(frame: Frame, name: str, give: Given) -> None:
    """Pointers that C would free are zero where nothing was given."""
    if isinstance(give, GiveTexts) and not give.replaces:
        cleared = f"memset((void *)_a_{name}, 0, (size_t)_n_{name} * sizeof(void *));"
        frame.when(f"_a_{name} != NULL && _n_{name} > 0", cleared)


def release(frame: Frame, name: str, give: Given) -> None:
    w = frame.w
    match give:
        case GiveTexts(given=given):
            with w.indented(f"for (Py_ssize_t _k = 0; _k < _g_{name}.count; _k++) {{", "}"):
                frame.when(f"_g_{name}.data[_k] != NULL", f"{frame.callee(given.free)}(_g_{name}.data[_k]);")
            w.lines(f"interop_pointers_release(&_g_{name});", f"interop_texts_release(&_l_{name});")
        case GiveBlock(reader=reader):
            if isinstance(reader, ReadArray):
                if cread.frees_each(reader):
                    # What was made before something failed, and went no further.
                    cread.free_items(frame, reader.item, f"_b_{name}.data", f"_b_{name}.count")
                w.line(f"interop_array_release(&_b_{name});")
            elif isinstance(reader, ReadTexts):
                w.line(f"interop_texts_release(&_l_{name});")
            cread.free_native(frame, reader, f"_g_{name}", f"_n_{name}")
