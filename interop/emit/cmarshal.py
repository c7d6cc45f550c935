"""The way in: declarations, conversions, counts and rooms, one function per question, matched over the strategies."""

from __future__ import annotations

from typing import assert_never

from interop.emit import cbound, ccustom, names
from interop.emit.ccount import check_size, choose_capacity, count_arrays, measured, set_value, to_item
from interop.emit.cframe import MAKE, Frame, target_of
from interop.emit.cgive import array_size, block_of_record, given_array, given_text, given_texts, made_text
from interop.emit.cread import frees_each, is_realigned, release
from interop.emit.writer import c_string
from interop.model.contract import Direction
from interop.model.expr import to_c
from interop.plan.calls import Action, ArgPlan, CallPlan, Source, Step
from interop.plan.items import TEXT_POINTER, Item, ItemClass, Transfer
from interop.plan.readers import ReadArray, ReadRecord, ReadText, ReadTexts
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
    Strategy,
    TextIn,
    TextRoom,
    TextsIn,
    TextsRoom,
    UserData,
)


def _zero(item: Item) -> str:
    match item.klass:
        case ItemClass.POINTER | ItemClass.CALLBACK:
            return "NULL"
        case ItemClass.ENUM:
            return f"({item.spelling})0"
        case _:
            return "0"


def declare(frame: Frame, arg: ArgPlan) -> None:
    """The locals of one parameter. What C gets is always ``a_<name>``, with the declared type."""
    w, p = frame.w, arg.parameter
    passed = p.type.spell(f"_a_{p.name}")
    match arg.strategy:
        case Direct(item=item) if item.klass is ItemClass.RECORD:
            w.line(f"{passed};")
        case Direct(item=item):
            w.line(f"{passed} = {_zero(item)};")
        case Slot(item=item):
            w.line(f"{target_of(p.type).spell(f'_s_{p.name}')} = {_zero(item)};")
            if is_restored(frame.call, arg):
                w.line(f"{target_of(p.type).spell(f'_i_{p.name}')};")
            w.line(f"{passed} = &_s_{p.name};")
        case TextIn(given=given):
            w.lines(f"interop_text _t_{p.name};", *_checked_count(frame, arg), f"{passed} = NULL;")
            if given is not None:
                w.line(f"void *_g_{p.name} = NULL;")
        case TextRoom(direction=direction):
            if direction.reads_in:
                w.line(f"interop_text _t_{p.name};")
            w.lines(f"interop_room _r_{p.name};", f"Py_ssize_t _n_{p.name} = 0;", f"{passed} = NULL;")
        case ArrayIn(given=given):
            w.lines(f"interop_array _b_{p.name};", *_checked_count(frame, arg), f"{passed} = NULL;")
            if given is not None:
                w.line(f"void *_g_{p.name} = NULL;")
        case ArrayInOut() | ArrayOut():
            w.lines(f"interop_array _b_{p.name};", f"Py_ssize_t _n_{p.name} = 0;", f"{passed} = NULL;")
        case TextsIn():
            w.lines(f"interop_texts _l_{p.name};", *_checked_count(frame, arg), f"{passed} = NULL;")
        case TextsRoom():
            w.lines(f"interop_pointers _l_{p.name};", f"Py_ssize_t _n_{p.name} = 0;", f"{passed} = NULL;")
        case PointerSlot(reader=reader, direction=direction):
            if direction.reads_in:
                if isinstance(reader, ReadText):
                    w.line(f"interop_text _t_{p.name};")
                elif isinstance(reader, ReadArray):
                    w.line(f"interop_array _b_{p.name};")
                elif isinstance(reader, ReadTexts):
                    w.line(f"interop_texts _l_{p.name};")
                w.lines(*_checked_count(frame, arg))
            w.line(f"{target_of(p.type).spell(f'_s_{p.name}')} = NULL;")
            if frees_each(reader):
                w.line(f"Py_ssize_t _n_{p.name} = 0;")
            w.line(f"{passed} = &_s_{p.name};")
        case HandleIn(item=item, consumes=consumes):
            w.lines(f"interop_handle *_h_{p.name} = NULL;", *([f"int _c_{p.name} = 0;"] if consumes else []))
            w.line(f"{passed} = {frame.no_handle(item)};")
        case HandleOut(item=item) | HandleInOut(item=item):
            if isinstance(arg.strategy, HandleInOut):
                w.line(f"interop_handle *_h_{p.name} = NULL;")
            w.line(f"{target_of(p.type).spell(f'_s_{p.name}')} = {frame.no_handle(item)};")
            w.line(f"{passed} = &_s_{p.name};")
        case RecordSlot(item=item):
            if has_copy(arg):
                w.line(f"{item.spelling} _s_{p.name};")
            if is_restored(frame.call, arg):
                w.line(f"{item.spelling} _i_{p.name};")
            if is_remade(arg):
                held = frame.flat(item)
                w.line(f"PyObject *_k_{p.name}[{held}] = {{NULL}};" if held else f"PyObject *_k_{p.name} = NULL;")
                if frame.is_flexible(item):
                    w.line(f"Py_ssize_t _n_{p.name} = 0;")
            if is_realigned(arg):
                w.lines(f"{item.spelling} _y_{p.name};", f"void *_w_{p.name} = NULL;")
            w.line(f"{passed} = NULL;")
        case CallbackIn() | UserData() | Destroyer():
            cbound.declare(frame, arg)
        case _ as other:
            assert_never(other)


def _checked_count(frame: Frame, arg: ArgPlan) -> list[str]:
    """The local that holds what C will assume, where that is checked."""
    index = frame.call.args.index(arg)
    return [f"Py_ssize_t _n_{arg.parameter.name} = 0;"] if Step(Action.CHECK, index) in frame.call.steps else []


def initialise(frame: Frame, arg: ArgPlan) -> None:
    """Makes every resource releasable before anything can fail."""
    w, name = frame.w, arg.parameter.name
    match arg.strategy:
        case TextIn():
            w.line(f"interop_text_init(&_t_{name});")
        case TextRoom(direction=direction):
            if direction.reads_in:
                w.line(f"interop_text_init(&_t_{name});")
            w.line(f"interop_room_init(&_r_{name});")
        case ArrayIn(item=item) | ArrayInOut(item=item) | ArrayOut(item=item):
            w.line(f"interop_array_init(&_b_{name});")
            if item.is_deep and not isinstance(arg.strategy, ArrayOut):
                w.line(f"_b_{name}.arena = &_arena;")
        case TextsIn():
            w.line(f"interop_texts_init(&_l_{name});")
        case TextsRoom():
            w.line(f"interop_pointers_init(&_l_{name});")
        case PointerSlot(reader=reader, direction=Direction.IN | Direction.INOUT):
            if isinstance(reader, ReadText):
                w.line(f"interop_text_init(&_t_{name});")
            elif isinstance(reader, ReadTexts):
                w.line(f"interop_texts_init(&_l_{name});")
            elif isinstance(reader, ReadArray):
                w.line(f"interop_array_init(&_b_{name});")
                if reader.item.is_deep:
                    w.line(f"_b_{name}.arena = &_arena;")
        case RecordSlot(item=item, direction=direction) if has_copy(arg):
            # What is released must be zero before anything can fail, and what is out starts so.
            if item.is_deep or direction is Direction.OUT:
                w.line(f"memset(&_s_{name}, 0, sizeof _s_{name});")
        case Direct(item=item) if item.klass is ItemClass.RECORD:
            # And one that may be left out is zero then.
            if item.is_deep or not frame.call.is_given(arg):
                w.line(f"memset(&_a_{name}, 0, sizeof _a_{name});")
        case CallbackIn() | UserData() | Destroyer():
            cbound.initialise(frame, arg)
        case Direct() | Slot() | PointerSlot() | RecordSlot() | HandleIn() | HandleOut() | HandleInOut():
            pass
        case _ as other:
            assert_never(other)


def has_copy(arg: ArgPlan) -> bool:
    """Whether a record stands in the stub itself, at least for what is no record object."""
    return isinstance(arg.strategy, RecordSlot) and arg.strategy.transfer is not Transfer.PIN


def is_remade(arg: ArgPlan) -> bool:
    """Whether a record is read into a new one, whose contents then go into the caller's."""
    strategy = arg.strategy
    return isinstance(strategy, RecordSlot) and strategy.direction is Direction.INOUT and strategy.item.is_deep


def is_restored(call: CallPlan, arg: ArgPlan) -> bool:
    """Whether a slot must be set anew before each of several calls."""
    return call.again is not None and call.args.index(arg) in call.again.restored


def _flags(
    nullable: bool = False,
    transfer: Transfer = Transfer.PIN_OR_COPY,
    terminated: bool = False,
    owned: bool = False,
) -> str:
    flags = []
    if nullable:
        flags.append("INTEROP_NULLABLE")
    if transfer is Transfer.COPY:
        flags.append("INTEROP_COPY")
    if transfer is Transfer.PIN:
        flags.append("INTEROP_PIN")
    if terminated:
        flags.append("INTEROP_TERMINATED")
    if owned:
        flags.append("INTEROP_OWNED")
    return " | ".join(flags) or "0"


def step(frame: Frame, item: Step) -> None:
    """One step of the way in."""
    arg = frame.call.args[item.index]
    match item.action:
        case Action.CONVERT:
            _convert(frame, arg)
        case Action.COUNT:
            count_arrays(frame, arg)
        case Action.FIX:
            assert arg.parameter.contract.fixed is not None
            set_value(frame, arg, _value_of(arg), arg.parameter.contract.fixed)
        case Action.TAKE:
            _take(frame, arg)
        case Action.ROOM:
            make_room(frame, arg)
        case Action.CHECK:
            check_size(frame, arg)
        case Action.REQUIRE:
            requires = frame.call.function.policy.requires
            assert requires is not None
            place = names.signature(frame.name)
            failed = f"interop_requirement_failed(&{place}, {c_string(to_c(requires))});"
            frame.when(f"!({frame.c(requires)})", failed, frame.fail)
        case _ as other:
            assert_never(other)


def _value_of(arg: ArgPlan) -> str:
    """The local that holds a single value."""
    return f"_{'s' if isinstance(arg.strategy, Slot) else 'a'}_{arg.parameter.name}"


def _convert(frame: Frame, arg: ArgPlan) -> None:
    """The Python argument, or its default, into C."""
    w, given = frame.w, frame.given(arg)
    argument = frame.call.arguments[arg.argument] if arg.argument is not None else None
    assert argument is not None
    if arg.source is Source.CAPACITY:
        choose_capacity(frame, arg)
        return
    if argument.default is None:
        _marshal_given(frame, arg)
        return
    # None is "left out" where it cannot be a value: for a default that is computed.
    none_is_a_value = _is_nullable(arg.strategy) or argument.default != "None"
    left_out = f"{given} == NULL" if none_is_a_value else f"INTEROP_LEFT_OUT({given})"
    if arg.default is None and not isinstance(arg.strategy, Slot) and not arg.awaits:
        # optional: zero or NULL, which is what the locals already hold.
        with w.indented(f"if (!({left_out})) {{", "}"):
            _marshal_given(frame, arg)
        return
    with w.indented(f"if ({left_out}) {{"):
        _leave_out(frame, arg)
    w.line("} else {")
    with w.indented(None, "}"):
        _marshal_given(frame, arg)


def _leave_out(frame: Frame, arg: ArgPlan) -> None:
    """What C gets for an argument that was left out."""
    name = arg.parameter.name
    if isinstance(arg.strategy, CallbackIn) and arg.awaits:
        cbound.await_completion(frame, arg, arg.strategy)
    elif arg.default is None:
        frame.w.line(f"_a_{name} = NULL;")
    elif isinstance(arg.strategy, Direct | Slot):
        set_value(frame, arg, _value_of(arg), arg.default)
    else:
        frame.w.line(f"_a_{name} = ({arg.parameter.type.spell()})({frame.c(arg.default)});")


def _is_nullable(strategy: Strategy) -> bool:
    match strategy:
        case Slot(nullable=nullable) | TextIn(nullable=nullable) | TextRoom(nullable=nullable):
            return nullable
        case ArrayIn(nullable=nullable) | ArrayInOut(nullable=nullable) | TextsIn(nullable=nullable):
            return nullable
        case PointerSlot(reader=reader):
            return reader.nullable
        case RecordSlot(nullable=nullable) | HandleIn(nullable=nullable) | CallbackIn(nullable=nullable):
            return nullable
        case HandleInOut(nullable=nullable):
            return nullable
        case _:
            return False


def marshal_again(frame: Frame, arg: ArgPlan) -> None:
    """A fresh copy for a further call. The caller's object may have changed meanwhile, but not its length."""
    present, count = measured(arg.strategy, arg.parameter.name)
    with frame.w.indented(f"if ({present}) {{", "}"):
        frame.w.line(f"Py_ssize_t _before = {count};")
        release(frame, arg)
        initialise(frame, arg)
        _convert_given(frame, arg)
        text = '"its length changed while C was called again"'
        with frame.w.indented(f"if ({count} != _before) {{", "}"):
            frame.w.lines(f"interop_fail(interop_errors.value, {frame.at(arg)}, {text});", frame.fail)


def _marshal_given(frame: Frame, arg: ArgPlan) -> None:
    """The argument into C, through its custom marshaller if it has one."""
    if arg.marshaller is None:
        _convert_given(frame, arg)
        return
    ccustom.take(frame, arg)
    _convert_given(frame, arg)
    ccustom.taken(frame, arg)


def _convert_given(frame: Frame, arg: ArgPlan) -> None:
    w, p, given, at = frame.w, arg.parameter, frame.taken(arg), frame.at(arg)
    match arg.strategy:
        case Direct(item=item):
            to_item(frame, arg, item, f"_a_{p.name}")
        case RecordSlot():
            _convert_record(frame, arg, arg.strategy)
        case HandleIn(item=item, nullable=nullable, consumes=consumes):
            with frame.unless_none(given, nullable):
                use = "interop_handle_take" if consumes else "interop_handle_use"
                w.line(f"_h_{p.name} = {use}({given}, &{names.handles(item)}, {at});")
                frame.leave_if(f"_h_{p.name} == NULL")
                w.line(f"_a_{p.name} = interop_value_{item.suffix}(_h_{p.name}->value);")
        case HandleInOut(item=item, nullable=nullable):
            with frame.unless_none(given, nullable):
                use = "interop_handle_use" if arg.strategy.is_lent else "interop_handle_take"
                w.line(f"_h_{p.name} = {use}({given}, &{names.handles(item)}, {at});")
                frame.leave_if(f"_h_{p.name} == NULL")
                w.line(f"Py_INCREF((PyObject *)_h_{p.name});")
                w.line(f"_s_{p.name} = interop_value_{item.suffix}(_h_{p.name}->value);")
        case Slot(item=item, nullable=nullable):
            if nullable:
                frame.when(f"{given} == Py_None", f"_a_{p.name} = NULL;")
                w.line("else {")
                with w.indented(None, "}"):
                    to_item(frame, arg, item, f"_s_{p.name}")
            else:
                to_item(frame, arg, item, f"_s_{p.name}")
        case TextIn(text=text, nullable=nullable, copy=copy, counted=counted, given=taken):
            flags = _flags(nullable, Transfer.COPY if copy else Transfer.PIN_OR_COPY)
            if counted:
                flags = "INTEROP_COUNTED" if flags == "0" else f"{flags} | INTEROP_COUNTED"
            frame.attempt(f"interop_text_in({given}, &{frame.codecs.name(text)}, {flags}, &_t_{p.name}, {at})")
            if taken is not None:
                given_text(frame, arg, text, taken)
            else:
                w.line(f"_a_{p.name} = ({p.type.spell()})_t_{p.name}.data;")
        case TextRoom(text=text, nullable=nullable):
            codec = frame.codecs.name(text)
            frame.attempt(f"interop_text_in({given}, &{codec}, {_flags(nullable)}, &_t_{p.name}, {at})")
        case ArrayIn(item=item, transfer=transfer, nullable=nullable, null_terminated=terminated, given=taken):
            flags = _flags(nullable, transfer, terminated)
            _gives(frame, item, gives=False)
            frame.attempt(f"interop_array_in({given}, &interop_type_{item.suffix}, {flags}, &_b_{p.name}, {at})")
            if frame.keeps(item):
                frame.attempt(f"interop_keep_listed({given}, &{cbound.CALL})")
            if taken is not None:
                given_array(frame, arg, item, terminated, taken)
            else:
                w.line(f"_a_{p.name} = ({p.type.spell()})_b_{p.name}.data;")
        case ArrayInOut(item=item, transfer=transfer, nullable=nullable, null_terminated=terminated):
            flags = _flags(nullable, transfer, terminated, item.is_owned)
            _gives(frame, item, gives=True)
            frame.attempt(f"interop_array_inout({given}, &interop_type_{item.suffix}, {flags}, &_b_{p.name}, {at})")
            if frame.keeps(item):
                frame.attempt(f"interop_keep_listed({given}, &{cbound.CALL})")
            w.lines(f"_a_{p.name} = ({p.type.spell()})_b_{p.name}.data;", f"_n_{p.name} = _b_{p.name}.count;")
        case TextsIn(text=text, nullable=nullable, copy=copy, element_nullable=element_nullable):
            flags = _flags(nullable, Transfer.COPY if copy else Transfer.PIN_OR_COPY)
            if element_nullable:
                flags = "INTEROP_ELEMENT_NULLABLE" if flags == "0" else f"{flags} | INTEROP_ELEMENT_NULLABLE"
            frame.attempt(f"interop_texts_in({given}, &{frame.codecs.name(text)}, {flags}, &_l_{p.name}, {at})")
            w.line(f"_a_{p.name} = ({p.type.spell()})_l_{p.name}.data;")
        case PointerSlot(reader=ReadRecord() as reader, direction=Direction.INOUT):
            assert arg.strategy.alloc is not None
            block_of_record(frame, reader, arg.strategy.alloc, given, f"_s_{p.name}", at)
        case PointerSlot(reader=ReadTexts() as reader, alloc=str(alloc), element_alloc=str(element_alloc)):
            given_texts(frame, arg, reader, alloc, element_alloc)
        case PointerSlot(reader=reader, direction=Direction.IN | Direction.INOUT):
            _give(frame, arg, reader)
        case TextsRoom(direction=Direction.INOUT):
            _give_texts(frame, arg, arg.strategy)
        case CallbackIn():
            cbound.convert(frame, arg, arg.strategy, given)
        case ArrayOut() | PointerSlot() | TextsRoom() | HandleOut() | UserData() | Destroyer():
            raise AssertionError("what is only out is not converted on the way in")
        case _ as other:
            assert_never(other)


def _gives(frame: Frame, item: Item, gives: bool) -> None:
    """Says whose memory the parts of deep records come from: the call's, or that which C may free."""
    if item.is_deep:
        frame.w.line(f"_arena.gives = {int(gives)};")


def _convert_record(frame: Frame, arg: ArgPlan, strategy: RecordSlot) -> None:
    """The caller's record: its own memory, or a copy of the value."""
    w, name, given, at = frame.w, arg.parameter.name, frame.taken(arg), frame.at(arg)
    suffix = strategy.item.suffix
    with frame.unless_none(given, strategy.nullable):
        if frame.is_flexible(strategy.item):
            _gives(frame, strategy.item, strategy.direction is Direction.INOUT)
            w.line(f"_a_{name} = interop_flexible_{suffix}({given}, &_arena, {at});")
            frame.leave_if(f"_a_{name} == NULL")
            if strategy.direction is Direction.INOUT:
                w.line(f"_n_{name} = _arena.room;")
        elif strategy.item.is_deep:
            _gives(frame, strategy.item, strategy.direction is Direction.INOUT)
            frame.attempt(f"interop_to_{suffix}({given}, &_s_{name}, &_arena, {at})")
            w.line(f"_a_{name} = &_s_{name};")
        elif is_realigned(arg):
            w.line(f"_a_{name} = _w_{name} = interop_pin_inout_{suffix}({given}, {at});")
            frame.leave_if(f"_w_{name} == NULL")
            # Records inside packed ones are a value in Python and undefined behaviour in C.
            w.line(f"if (INTEROP_UNLIKELY((uintptr_t)_w_{name} % _Alignof({strategy.item.spelling}) != 0))")
            w.line(f"    _a_{name} = memcpy((void *)&_y_{name}, _w_{name}, sizeof _y_{name});")
        elif strategy.direction is Direction.INOUT:
            w.line(f"_a_{name} = interop_pin_inout_{suffix}({given}, {at});")
            frame.leave_if(f"_a_{name} == NULL")
            if strategy.transfer is Transfer.COPY:
                w.lines(f"memcpy((void *)&_s_{name}, _a_{name}, sizeof _s_{name});", f"_a_{name} = &_s_{name};")
        elif strategy.transfer is Transfer.COPY:
            frame.attempt(f"interop_to_{suffix}({given}, &_s_{name}, NULL, {at})")
            w.line(f"_a_{name} = &_s_{name};")
        else:
            local = f"&_s_{name}" if has_copy(arg) else "NULL"
            w.line(f"_a_{name} = interop_pin_{suffix}({given}, {local}, {at});")
            frame.leave_if(f"_a_{name} == NULL")


def _give(frame: Frame, arg: ArgPlan, reader: object) -> None:
    """A copy of the argument behind a pointer: the stub's own where C only reads it, else in memory that C may free."""
    strategy, p, given, at = arg.strategy, arg.parameter, frame.taken(arg), frame.at(arg)
    assert isinstance(strategy, PointerSlot)
    match reader:
        case ReadText(text=text, nullable=nullable, length=length):
            # A private copy, because C may write through a pointer that it can change.
            flags = _flags(nullable, Transfer.PIN_OR_COPY if strategy.alloc is not None else Transfer.COPY)
            if length is not None:
                flags = "INTEROP_COUNTED" if flags == "0" else f"{flags} | INTEROP_COUNTED"
            frame.attempt(f"interop_text_in({given}, &{frame.codecs.name(text)}, {flags}, &_t_{p.name}, {at})")
            if strategy.alloc is not None:
                with frame.w.indented(f"if (_t_{p.name}.data != NULL) {{", "}"):
                    frame.w.line(f"_s_{p.name} = {made_text(frame, text, strategy.alloc, f'_t_{p.name}')};")
                    frame.leave_if(f"_s_{p.name} == NULL")
            else:
                frame.w.line(f"_s_{p.name} = ({target_of(p.type).spell()})_t_{p.name}.data;")
        case ReadArray(item=item, nullable=nullable, count=count):
            terminated = count is None
            gives = strategy.alloc is not None
            owned = gives and item.is_owned
            flags = _flags(nullable, Transfer.PIN_OR_COPY if gives else Transfer.COPY, terminated, owned)
            _gives(frame, item, gives)
            frame.attempt(f"interop_array_in({given}, &interop_type_{item.suffix}, {flags}, &_b_{p.name}, {at})")
            if strategy.alloc is not None:
                with frame.w.indented(f"if (_b_{p.name}.data != NULL) {{", "}"):
                    frame.w.line(f"size_t _size = {array_size(p.name, item, terminated)};")
                    # At least one byte, because an allocator may answer NULL for none.
                    block = f"{frame.callee(strategy.alloc)}(_size > 0 ? _size : 1)"
                    frame.w.line(f"_s_{p.name} = interop_given({block}, _b_{p.name}.data, _size);")
                    frame.leave_if(f"_s_{p.name} == NULL")
                    if owned:
                        frame.w.line(f"memset(_b_{p.name}.data, 0, _size);")
                        frame.w.line(f"_n_{p.name} = _b_{p.name}.count;")
            else:
                frame.w.line(f"_s_{p.name} = ({target_of(p.type).spell()})_b_{p.name}.data;")
        case _:
            raise AssertionError("only text and arrays are given to C")


def _give_texts(frame: Frame, arg: ArgPlan, strategy: TextsRoom) -> None:
    """Each text of the caller's list in memory that C may free."""
    w, p, given, at = frame.w, arg.parameter, frame.taken(arg), frame.at(arg)
    assert strategy.alloc is not None
    frame.attempt(f"interop_pointers_in({given}, &_l_{p.name}, {at})")
    with w.indented(f"for (Py_ssize_t _k = 0; _k < _l_{p.name}.count; _k++) {{", "}"):
        w.lines("interop_text _text;", "interop_place _at = " + at + ";", "int _failed;", "")
        w.lines("interop_text_init(&_text);", "_at.item = (int)_k;")
        flags = _flags(strategy.element_nullable)
        codec = frame.codecs.name(strategy.text)
        w.line(f"_failed = interop_text_in(PyTuple_GetItem(_l_{p.name}.items, _k), &{codec}, {flags}, &_text, _at);")
        with w.indented("if (!_failed && _text.data != NULL) {", "}"):
            w.line(f"_l_{p.name}.data[_k] = {made_text(frame, strategy.text, strategy.alloc, '_text')};")
            w.line(f"_failed = _l_{p.name}.data[_k] == NULL;")
        w.line("interop_text_release(&_text);")
        frame.leave_if("_failed")
    w.lines(f"_a_{p.name} = ({p.type.spell()})_l_{p.name}.data;", f"_n_{p.name} = _l_{p.name}.count;")


def _take(frame: Frame, arg: ArgPlan) -> None:
    strategy, name = arg.strategy, arg.parameter.name
    assert isinstance(strategy, ArrayOut)
    flags = _flags(transfer=strategy.transfer, owned=strategy.item.is_owned)
    if strategy.size is None:
        flags = "INTEROP_REQUIRED" if flags == "0" else f"{flags} | INTEROP_REQUIRED"
    take = f"interop_array_take({frame.given(arg)}, &interop_type_{strategy.item.suffix}, {flags}"
    frame.attempt(f"{take}, &_b_{name}, {frame.at(arg)})")


def make_room(frame: Frame, arg: ArgPlan) -> None:
    """Memory for what C writes."""
    w, p, at = frame.w, arg.parameter, frame.at(arg)
    match arg.strategy:
        case ArrayOut(item=item, transfer=transfer, made=made, size=size) as strategy:
            if size is None:
                w.line(f"_n_{p.name} = _b_{p.name}.count;")
            else:
                frame.attempt(f"(_n_{p.name} = interop_extent({frame.count(size, item)}, {at}))")
                flags = _flags(transfer=transfer)
                room = f"&_b_{p.name}, &interop_type_{item.suffix}, _n_{p.name}"
                if strategy.is_measured:
                    flags = "INTEROP_MEASURED" if flags == "0" else f"{flags} | INTEROP_MEASURED"
                frame.attempt(f"interop_array_make({room}, {flags}, {MAKE[made]}, {at})")
            w.line(f"_a_{p.name} = ({p.type.spell()})_b_{p.name}.data;")
        case TextRoom(text=text, direction=direction, size=size, nullable=nullable):
            into = f"&_t_{p.name}" if direction.reads_in else "NULL"
            present = f"_t_{p.name}.data != NULL" if direction.reads_in and nullable else None
            if present:
                w.line(f"if ({present}) {{")
            if size is None:
                w.line(f"_n_{p.name} = _t_{p.name}.units + 1;")
            else:
                frame.attempt(f"(_n_{p.name} = interop_extent({frame.count(size, text.unit)}, {at}))")
            frame.attempt(f"interop_room_make(&_r_{p.name}, _n_{p.name}, &{frame.codecs.name(text)}, {into}, {at})")
            w.line(f"_a_{p.name} = _r_{p.name}.data;")
            if present:
                w.line("}")
        case TextsRoom(size=size):
            assert size is not None
            frame.attempt(f"(_n_{p.name} = interop_extent({frame.count(size, TEXT_POINTER)}, {at}))")
            frame.attempt(f"interop_pointers_make(&_l_{p.name}, _n_{p.name})")
            w.line(f"_a_{p.name} = ({p.type.spell()})_l_{p.name}.data;")
        case RecordSlot(item=item, transfer=Transfer.PIN):
            w.line(f"_o_{p.name} = interop_new_{item.suffix}(&_a_{p.name});")
            frame.leave_if(f"_o_{p.name} == NULL")
        case RecordSlot():
            w.line(f"_a_{p.name} = &_s_{p.name};")
        case HandleOut(item=item) | HandleInOut(item=item):
            w.line(f"_o_{p.name} = (PyObject *)interop_handle_new(&{names.handles(item)});")
            frame.leave_if(f"_o_{p.name} == NULL")
        case _:
            raise AssertionError("only what C fills has room")
