"""The way back: native values into Python ones, write-back, and the release of everything the call held."""

from __future__ import annotations

from typing import assert_never

from interop.emit import cbound, names
from interop.emit.cframe import MAKE, Frame
from interop.model.contract import Direction
from interop.plan.calls import ArgPlan, ResultRole
from interop.plan.items import TEXT_POINTER, Free, Item, ItemClass, Transfer
from interop.plan.readers import (
    Hold,
    ReadArray,
    Reader,
    ReadHandle,
    ReadIndex,
    ReadItem,
    ReadLent,
    ReadRecord,
    ReadText,
    ReadTexts,
    Tie,
)
from interop.plan.strategies import (
    ArrayIn,
    ArrayInOut,
    ArrayOut,
    CallbackIn,
    Destroyer,
    Direct,
    HandleIn,
    HandleInOut,
    HandleOut,
    PointerSlot,
    RecordSlot,
    Slot,
    TextIn,
    TextRoom,
    TextsIn,
    TextsRoom,
    UserData,
)


def value_of(frame: Frame, index: int) -> str:
    """The local that holds what comes back for a C parameter, or (-1) for the C result."""
    return names.VALUE if index < 0 else f"_o_{frame.call.args[index].parameter.name}"


def read(frame: Frame, reader: Reader, native: str, into: str, at: str) -> None:
    """``into`` = the Python value of ``native``; leaves the stub on failure."""
    w = frame.w
    if isinstance(reader, ReadItem):
        if reader.item.klass is ItemClass.RECORD:
            w.line(f"{into} = interop_from_{reader.item.suffix}(&{native}, {at});")
        elif reader.item.klass is ItemClass.CALLBACK:
            pointer = f"(const void *)(uintptr_t){native}"
            w.line(f"{into} = interop_from_function({pointer}, &{names.callback(reader.item)});")
        elif reader.item.klass is ItemClass.POINTER:
            w.line(f"{into} = interop_from_pointer((const void *){native}, &interop_ctype_{reader.item.suffix});")
        else:
            w.line(f"{into} = interop_from_{reader.item.suffix}({native});")
        if reader.item.klass is ItemClass.WIDE:
            # The one item whose values may mean nothing in Python.
            frame.when(f"{into} == NULL", f"interop_scalar_failed({at});", frame.fail)
        else:
            frame.leave_if(f"{into} == NULL")
        return
    if isinstance(reader, ReadHandle):
        read_handle(frame, reader.item, native, into, at, reader.nullable)
        return
    if isinstance(reader, ReadText) and reader.text.is_bstr and not reader.nullable:
        # NULL is the empty text, and read as such.
        w.line(f"{into} = interop_text_read({native}, -1, &{frame.codecs.name(reader.text)}, {at});")
        frame.leave_if(f"{into} == NULL")
        return
    w.line(f"if ({native} == NULL) {{")
    with w.indented():
        if reader.nullable:
            w.lines("Py_INCREF(Py_None);", f"{into} = Py_None;")
        else:
            w.lines(f"interop_unexpected_null({at});", frame.fail)
    with w.indented("} else {", "}"):
        match reader:
            case ReadText(text=text, length=length):
                units = "-1"
                if length is not None:
                    w.line("Py_ssize_t _units;")
                    frame.attempt(f'(_units = interop_count({frame.count(length, text.unit)}, {at}, "length_is"))')
                    units = "_units"
                w.line(f"{into} = interop_text_read({native}, {units}, &{frame.codecs.name(text)}, {at});")
            case ReadArray(item=item, made=made, count=count):
                w.line("Py_ssize_t _count;")
                if count is None:
                    w.line(f"_count = interop_terminated({native}, sizeof({item.spelling}));")
                else:
                    frame.attempt(f'(_count = interop_count({frame.count(count, item)}, {at}, "size_is"))')
                w.line(
                    f"{into} = interop_array_read({native}, _count, &interop_type_{item.suffix}, {MAKE[made]}, {at});"
                )
            case ReadTexts(text=text, count=count, element_nullable=element_nullable):
                w.line("Py_ssize_t _count;")
                pointers = f"(const void *const *){native}"
                if count is None:
                    w.line(f"_count = interop_terminated({native}, sizeof(void *));")
                else:
                    frame.attempt(f'(_count = interop_count({frame.count(count, TEXT_POINTER)}, {at}, "size_is"))')
                w.line(
                    f"{into} = interop_texts_read({pointers}, _count, &{frame.codecs.name(text)}, "
                    f"{int(element_nullable)}, {at});"
                )
            case ReadLent(item=item, count=count, readonly=readonly, parent=parent):
                w.line("Py_ssize_t _count;")
                frame.attempt(f'(_count = interop_count({frame.count(count, item)}, {at}, "size_is"))')
                memory = f"{native}, _count, &interop_type_{item.suffix}, {int(readonly)}"
                w.line(f"{into} = interop_lent({memory}, {_handle_of(frame, parent)}, {at});")
            case ReadRecord(item=item):
                w.line(f"{into} = interop_from_{item.suffix}({native}, {at});")
            case ReadIndex(element=element, array=array):
                name = frame.call.args[array].parameter.name
                w.line(f"{into} = interop_index({native}, &_b_{name}, sizeof({element}), {at});")
            case _ as other:
                assert_never(other)
        frame.leave_if(f"{into} == NULL")


def read_handle(frame: Frame, item: Item, native: str, into: str, at: str, nullable: bool) -> None:
    """The object that was made before the call, if C gave a handle for it."""
    w = frame.w
    with w.indented(f"if (!interop_valid_{item.suffix}({native})) {{", "}"):
        if nullable:
            w.lines(f"Py_DECREF({into});", f"{into} = Py_NewRef(Py_None);")
        else:
            w.lines(frame.refuse_none(item, at), frame.fail)


def show_handle(frame: Frame, index: int) -> None:
    """An object that Python is about to see: to leave it open is worth a warning from here on."""
    strategy = frame.call.args[index].strategy if index >= 0 else None
    is_result = index < 0 and isinstance(frame.call.result.reader, ReadHandle)
    if is_result or isinstance(strategy, HandleOut | HandleInOut):
        value = value_of(frame, index)
        frame.when(f"{value} != Py_None", f"((interop_handle *){value})->shown = 1;")


def _handle_of(frame: Frame, index: int) -> str:
    """The object of a handle that is passed, or that the call gives."""
    other = frame.call.args[index]
    name = other.parameter.name
    made = isinstance(other.strategy, HandleOut)
    return f"interop_handle_made((interop_handle *)_o_{name})" if made else f"_h_{name}"


def _parent(frame: Frame, tie: Tie | None) -> str:
    """The handle on which one that comes back depends, and whether it belongs to that."""
    parent = _handle_of(frame, tie.parent) if tie is not None and tie.parent is not None else "NULL"
    return f"{parent}, {int(tie is not None and tie.hold is Hold.BORROWED)}"


def _fill_handle(frame: Frame, item: Item, native: str, into: str, tie: Tie | None) -> None:
    """Gives C's handle to its object at once, so that it is closed whatever happens from here on (R10.8)."""
    value = f"interop_pack_{item.suffix}({native})"
    fill = f"interop_handle_fill((interop_handle *){into}, {value}, {_parent(frame, tie)});"
    frame.when(f"interop_valid_{item.suffix}({native})", fill)


def frees_each(reader: Reader | None) -> bool:
    """Whether what C hands over has elements that are freed one by one."""
    match reader:
        case ReadTexts(element_free=element_free):
            return element_free is not None
        case ReadArray(item=item, free=free):
            return item.is_owned and free is not None
        case _:
            return False


def is_realigned(arg: ArgPlan) -> bool:
    """Whether C writes into a record's own memory; where that is not aligned, into a copy that goes back at once."""
    match arg.strategy:
        case RecordSlot(item=item, direction=Direction.INOUT, transfer=transfer):
            return not item.is_deep and transfer is not Transfer.COPY
        case _:
            return False


def measure(frame: Frame) -> None:
    """Right after the call, how many elements C handed over: they are freed whatever happens from here on."""
    result = frame.call.result.reader
    # What may be replaced comes first, since others of the call may depend on it.
    for arg in frame.call.args:
        if isinstance(arg.strategy, HandleInOut):
            name, suffix = arg.parameter.name, arg.strategy.item.suffix
            left = f"interop_pack_{suffix}(_s_{name}), interop_valid_{suffix}(_s_{name})"
            settled = f"interop_handle_settle(_h_{name}, &_o_{name}, {left}, {_parent(frame, arg.strategy.tie)})"
            frame.w.line(f"_h_{name} = {settled};")
    if isinstance(result, ReadHandle):
        _fill_handle(frame, result.item, names.RESULT, names.VALUE, result.tie)
    for arg in frame.call.args:
        if isinstance(arg.strategy, HandleOut):
            name = arg.parameter.name
            _fill_handle(frame, arg.strategy.item, f"_s_{name}", f"_o_{name}", arg.strategy.tie)
    if isinstance(result, ReadTexts | ReadArray) and frees_each(result):
        measure_native(frame, result, names.RESULT, names.ELEMENTS)
    for arg in frame.call.args:
        if isinstance(arg.strategy, TextIn | ArrayIn) and arg.strategy.given is not None:
            frame.w.line(f"_g_{arg.parameter.name} = NULL; /* C's own now */")
        if is_realigned(arg):
            name = arg.parameter.name
            frame.w.line(f"if (INTEROP_UNLIKELY(_a_{name} == &_y_{name}))")
            frame.w.line(f"    memcpy(_w_{name}, &_y_{name}, sizeof _y_{name});")
        reader = arg.strategy.reader if isinstance(arg.strategy, PointerSlot) else None
        if isinstance(reader, ReadTexts | ReadArray) and frees_each(reader):
            measure_native(frame, reader, f"_s_{arg.parameter.name}", f"_n_{arg.parameter.name}")


def measure_native(frame: Frame, reader: ReadTexts | ReadArray, native: str, into: str) -> None:
    """``into`` = how many elements there are behind a pointer, whatever it says of itself."""
    item = TEXT_POINTER if isinstance(reader, ReadTexts) else reader.item
    if reader.count is None:
        count = f"interop_terminated({native}, sizeof({item.spelling}))"
    else:
        count = f"interop_handed({frame.count(reader.count, item)})"
    frame.w.line(f"{into} = {native} == NULL ? 0 : {count};")


def unmarshal(frame: Frame, arg: ArgPlan) -> None:
    """Converts the out part of one parameter. Nothing of the caller's is written yet."""
    w, p, at = frame.w, arg.parameter, frame.at(arg)
    into = f"_o_{p.name}"
    match arg.strategy:
        case Slot(item=item, nullable=nullable, direction=direction):
            if not arg.is_result:
                return
            if nullable and direction is Direction.INOUT:
                w.line(f"if (_a_{p.name} == NULL) {{")
                with w.indented():
                    w.lines("Py_INCREF(Py_None);", f"{into} = Py_None;")
                with w.indented("} else {", "}"):
                    read(frame, ReadItem(item), f"_s_{p.name}", into, at)
            else:
                read(frame, ReadItem(item), f"_s_{p.name}", into, at)
        case TextRoom(text=text, nullable=nullable, direction=direction, length=length):
            if nullable and direction is Direction.INOUT:
                w.line(f"if (_a_{p.name} == NULL) {{")
                with w.indented():
                    w.lines("Py_INCREF(Py_None);", f"{into} = Py_None;")
                w.line("} else {")
            else:
                w.line("{")
            with w.indented(None, "}"):
                if length is None:
                    w.line(
                        f"Py_ssize_t _units = interop_units(_r_{p.name}.data, sizeof({text.unit.spelling}), "
                        f"_r_{p.name}.room);"
                    )
                else:
                    w.line(
                        f"Py_ssize_t _units = interop_valid({frame.count(length, text.unit)}, _r_{p.name}.room, {at});"
                    )
                    frame.leave_if("_units < 0")
                w.line(f"{into} = interop_text_read(_r_{p.name}.data, _units, &{frame.codecs.name(text)}, {at});")
                frame.leave_if(f"{into} == NULL")
        case ArrayInOut(item=item, null_terminated=True):
            valid = f"_b_{p.name}.data == NULL ? 0 : {_before_zero(f'_b_{p.name}', item)}"
            frame.attempt(f"interop_array_prepare(&_b_{p.name}, &interop_type_{item.suffix}, {valid}, {at})")
        case ArrayInOut(item=item, length=length):
            if length is not None:
                w.line(f"if (_b_{p.name}.data != NULL)")
                with w.indented():
                    frame.attempt(
                        f"(_n_{p.name} = interop_valid({frame.count(length, item)}, _b_{p.name}.count, {at}))"
                    )
            frame.attempt(f"interop_array_prepare(&_b_{p.name}, &interop_type_{item.suffix}, _n_{p.name}, {at})")
        case ArrayOut(item=item, length=length, null_terminated=terminated):
            if terminated:
                w.line(f"_n_{p.name} = {_before_zero(f'_b_{p.name}', item)};")
            elif length is not None:
                room = f"_b_{p.name}.count"
                frame.attempt(f"(_n_{p.name} = interop_valid({frame.count(length, item)}, {room}, {at}))")
            w.line(f"{into} = interop_array_result(&_b_{p.name}, &interop_type_{item.suffix}, _n_{p.name}, {at});")
            frame.leave_if(f"{into} == NULL")
        case TextsRoom(text=text, direction=direction, length=length, element_nullable=element_nullable):
            if length is None and arg.strategy.null_terminated:
                w.line(f"_n_{p.name} = interop_ended(_l_{p.name}.data, sizeof(void *), _l_{p.name}.count);")
            elif length is not None:
                valid = f"interop_valid({frame.count(length, TEXT_POINTER)}, _l_{p.name}.count, {at})"
                frame.attempt(f"(_n_{p.name} = {valid})")
            codec = frame.codecs.name(text)
            if direction is Direction.OUT:
                pointers = f"(const void *const *)_l_{p.name}.data, _n_{p.name}, &{codec}"
                w.line(f"{into} = interop_texts_read({pointers}, {int(element_nullable)}, {at});")
                frame.leave_if(f"{into} == NULL")
            else:
                pointers = f"&_l_{p.name}, _n_{p.name}, &{codec}, {int(element_nullable)}"
                frame.attempt(f"interop_pointers_prepare({frame.taken(arg)}, {pointers}, {at})")
        case PointerSlot(reader=reader, direction=Direction.OUT | Direction.INOUT):
            read(frame, reader, f"_s_{p.name}", into, at)
        case RecordSlot(item=item, direction=Direction.OUT, transfer=Transfer.COPY):
            read(frame, ReadItem(item), f"_s_{p.name}", into, at)
        case RecordSlot(item=item, direction=Direction.INOUT) if item.is_deep:
            with w.indented(f"if (_a_{p.name} != NULL) {{", "}"):
                frame.leave_if(_reread(frame, arg, item))
        case HandleOut(item=item, nullable=nullable) | HandleInOut(item=item, nullable=nullable):
            read_handle(frame, item, f"_s_{p.name}", into, at, nullable)
        case RecordSlot(item=item, direction=Direction.OUT) if frame.keeps(item):
            frame.attempt(f"interop_keep({into}, &{names.record(item.suffix)}, _a_{p.name}, 1, 0)")
        case RecordSlot() | HandleIn() | CallbackIn() | UserData() | Destroyer():
            return
        case Direct() | TextIn() | ArrayIn() | TextsIn() | PointerSlot():
            return
        case _ as other:
            assert_never(other)


def _reread(frame: Frame, arg: ArgPlan, item: Item) -> str:
    """Reads what C left into ``_k_x``: the parts of a flat record, else a new record, with no more elements behind it
    than it went in with. True on failure."""
    name, at = arg.parameter.name, frame.at(arg)
    if frame.flat(item):
        return f"interop_parts_{item.suffix}(_a_{name}, _k_{name}, {at}) < 0"
    if frame.is_flexible(item):
        return f"(_k_{name} = interop_returned_{item.suffix}(_a_{name}, _n_{name}, {at})) == NULL"
    return f"(_k_{name} = interop_from_{item.suffix}(_a_{name}, {at})) == NULL"


def commit(frame: Frame, arg: ArgPlan) -> None:
    """Stores what C wrote into the caller's own objects."""
    name = arg.parameter.name
    match arg.strategy:
        case ArrayOut(item=item, null_terminated=True):
            # With the zero that ends it, which C wrote too.
            stored = f"_n_{name} < _b_{name}.count ? _n_{name} + 1 : _n_{name}"
            store = f"interop_array_commit(&_b_{name}, &interop_type_{item.suffix}, {stored}, {frame.at(arg)})"
        case ArrayInOut(item=item) | ArrayOut(item=item):
            store = f"interop_array_commit(&_b_{name}, &interop_type_{item.suffix}, _n_{name}, {frame.at(arg)})"
        case TextsRoom(direction=Direction.INOUT, null_terminated=terminated):
            # Behind the end there is nothing, so the list ends there too.
            replaced = f"_l_{name}.count" if terminated else f"_n_{name}"
            store = f"interop_pointers_commit({frame.taken(arg)}, &_l_{name}, {replaced})"
        case RecordSlot(direction=Direction.INOUT):
            _assign(frame, arg, arg.strategy)
            return
        case _:
            return
    frame.when(f"{store} < 0", "Py_XDECREF(_returned);", "_returned = NULL;", frame.fail)


def _assign(frame: Frame, arg: ArgPlan, strategy: RecordSlot) -> None:
    """What C wrote into a copy of a record, into the caller's own; nothing of it can fail."""
    name, suffix, given = arg.parameter.name, strategy.item.suffix, frame.taken(arg)
    if frame.flat(strategy.item):
        frame.when(f"_a_{name} != NULL", f"interop_replace_{suffix}({given}, _a_{name}, _k_{name});")
    elif strategy.item.is_deep:
        frame.when(f"_k_{name} != NULL", f"interop_assign_{suffix}({given}, _k_{name});")
    elif strategy.transfer is Transfer.COPY:
        target = f"(void *)interop_pin_inout_{suffix}({given}, {frame.at(arg)})"
        frame.when(f"_a_{name} != NULL", f"memcpy({target}, &_s_{name}, sizeof _s_{name});")
    if not strategy.item.is_deep and frame.keeps(strategy.item):
        frame.w.line(f"interop_keep_written({given}, &{names.record(suffix)});")


def _before_zero(array: str, item: Item) -> str:
    each = "1" if item.klass is ItemClass.BYTE else f"sizeof({item.spelling})"
    return f"interop_ended({array}.data, {each}, {array}.count)"


def write_back_anyway(frame: Frame, arg: ArgPlan) -> None:
    """``always``: what a failed call wrote reaches the caller's object all the same, as far as it can be converted."""
    strategy, name = arg.strategy, arg.parameter.name
    if isinstance(strategy, RecordSlot) and strategy.always and strategy.direction is Direction.INOUT:
        if not strategy.item.is_deep:
            _assign(frame, arg, strategy)
            return
        with frame.w.indented(f"if (_a_{name} != NULL) {{", "}"):
            with frame.w.indented(f"if ({_reread(frame, arg, strategy.item)})"):
                frame.w.line("PyErr_Clear();")
            with frame.w.indented("else {", "}"):
                _assign(frame, arg, strategy)
        return
    if not (isinstance(strategy, ArrayInOut | ArrayOut) and strategy.always):
        return
    kind = f"&interop_type_{strategy.item.suffix}"
    given = f"(&_b_{name}, {kind}, _n_{name}, {frame.at(arg)}) < 0"
    frame.when(f"interop_array_prepare{given}\n        || interop_array_commit{given}", "PyErr_Clear();")


def release(frame: Frame, arg: ArgPlan) -> None:
    """Gives back what the call held for one parameter."""
    w, name = frame.w, arg.parameter.name
    match arg.strategy:
        case TextIn(given=given):
            w.line(f"interop_text_release(&_t_{name});")
            if given is not None:
                frame.when(f"_g_{name} != NULL", f"{frame.callee(given.free)}(_g_{name});")
        case TextRoom(direction=direction):
            if direction.reads_in:
                w.line(f"interop_text_release(&_t_{name});")
            w.line(f"interop_room_release(&_r_{name});")
        case ArrayIn(item=item) | ArrayInOut(item=item) | ArrayOut(item=item):
            if item.is_owned and not isinstance(arg.strategy, ArrayIn):
                free_items(frame, item, f"_b_{name}.data", f"_b_{name}.count")
            w.line(f"interop_array_release(&_b_{name});")
            if isinstance(arg.strategy, ArrayIn) and arg.strategy.given is not None:
                frame.when(f"_g_{name} != NULL", f"{frame.callee(arg.strategy.given.free)}(_g_{name});")
        case TextsIn():
            w.line(f"interop_texts_release(&_l_{name});")
        case TextsRoom(element_free=element_free, null_terminated=terminated):
            if element_free is not None:
                free = f"{frame.callee(element_free.function)}(_l_{name}.data[_k]);"
                # Behind the end stands nothing that would be the array's.
                ended = f" && _l_{name}.data[_k] != NULL" if terminated else ""
                with w.indented(f"for (Py_ssize_t _k = 0; _k < _l_{name}.count{ended}; _k++) {{", "}"):
                    if terminated:
                        w.line(free)
                    else:
                        frame.when(f"_l_{name}.data[_k] != NULL", free)
            w.line(f"interop_pointers_release(&_l_{name});")
        case PointerSlot(reader=reader, direction=direction):
            if direction.reads_in and isinstance(reader, ReadText):
                w.line(f"interop_text_release(&_t_{name});")
            elif direction.reads_in and isinstance(reader, ReadArray):
                if frees_each(reader):
                    # What was given before something failed, and went no further.
                    free_items(frame, reader.item, f"_b_{name}.data", f"_b_{name}.count")
                w.line(f"interop_array_release(&_b_{name});")
            elif direction.reads_in and isinstance(reader, ReadTexts):
                w.line(f"interop_texts_release(&_l_{name});")
            free_native(frame, reader, f"_s_{name}", f"_n_{name}")
        case RecordSlot(item=item, direction=direction):
            if direction is Direction.INOUT and item.is_deep:
                held = frame.flat(item)
                w.lines(*(f"Py_XDECREF(_k_{name}[{i}]);" for i in range(held)))
                if not held:
                    w.line(f"Py_XDECREF(_k_{name});")
                if item.is_owned and frame.is_flexible(item):
                    frame.when(f"_a_{name} != NULL", f"interop_free_{item.suffix}(_a_{name});")
                elif item.is_owned:
                    w.line(f"interop_free_{item.suffix}(&_s_{name});")
            elif direction is Direction.OUT and item.is_owned:
                w.line(f"interop_free_{item.suffix}(&_s_{name});")
        case HandleIn(consumes=True, closes=closes):
            if not closes:
                keeper = "NULL" if arg.keeper is None else frame.keeper(arg.keeper)
                frame.when(f"_c_{name}", f"interop_handle_pass_on(_h_{name}, {keeper});")
            w.line(f"interop_handle_taken(_h_{name}, _c_{name});")
        case HandleIn():
            w.line(f"interop_handle_drop(_h_{name});")
        case HandleInOut():
            w.line(f"interop_handle_give_back(_h_{name});")
        case CallbackIn():
            cbound.release(frame, arg)
        case Direct() | Slot() | HandleOut() | UserData() | Destroyer():
            pass
        case _ as other:
            assert_never(other)


def release_result(frame: Frame) -> None:
    result = frame.call.result
    if result.role is not ResultRole.VOID and result.reader is not None:
        free_native(frame, result.reader, names.RESULT, names.ELEMENTS)


def free_native(frame: Frame, reader: Reader, native: str, count: str) -> None:
    """Frees what C allocated: elements first, then the block."""
    free: Free | None = None if isinstance(reader, ReadItem | ReadHandle | ReadLent | ReadIndex) else reader.free
    if isinstance(reader, ReadTexts) and reader.element_free is not None:
        with frame.w.indented(f"for (Py_ssize_t _k = 0; {native} != NULL && _k < {count}; _k++) {{", "}"):
            frame.when(f"{native}[_k] != NULL", f"{frame.callee(reader.element_free.function)}((void *){native}[_k]);")
    match reader:
        case ReadItem(item=item) if item.is_owned:
            frame.w.line(f"interop_free_{item.suffix}(&{native});")
        case ReadRecord(item=item, deep=False) if item.is_owned and free is not None:
            frame.when(f"{native} != NULL", f"interop_free_{item.suffix}(({item.spelling} *){native});")
        case ReadArray(item=item) if item.is_owned and free is not None:
            free_items(frame, item, native, count)
        case _:
            pass
    if free is not None:
        tests = [f"{native} != NULL"]
        if isinstance(reader, ReadText) and reader.text.is_bstr:
            # What went in is the stub's own and stays so, also where C hands it back as if it were new (R5.6).
            given = (a for a in frame.call.args if isinstance(a.strategy, TextIn) and a.strategy.text.is_bstr)
            tests.extend(f"(const void *){native} != (const void *)_a_{arg.parameter.name}" for arg in given)
        frame.when(" && ".join(tests), f"{frame.callee(free.function)}((void *){native});")


def free_items(frame: Frame, item: Item, native: str, count: str) -> None:
    """What C left in each record of an array."""
    with frame.w.indented(f"for (Py_ssize_t _k = 0; {native} != NULL && _k < {count}; _k++)"):
        frame.w.line(f"interop_free_{item.suffix}(({item.spelling} *){native} + _k);")
