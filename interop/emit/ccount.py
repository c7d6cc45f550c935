"""Sizes on the way in: counts filled from arrays, capacities, and the check of an array against what C will assume."""

from __future__ import annotations

from interop.emit.cexpr import counts_bytes
from interop.emit.cframe import Frame
from interop.emit.writer import c_string
from interop.model.expr import Expr
from interop.plan.calls import ArgPlan, Source
from interop.plan.items import TEXT_POINTER, Count, Item, ItemClass
from interop.plan.readers import ReadArray, ReadText, ReadTexts
from interop.plan.strategies import (
    ArrayIn,
    ArrayInOut,
    ArrayOut,
    Direct,
    PointerSlot,
    Slot,
    TextIn,
    TextRoom,
    TextsIn,
    TextsRoom,
)


def to_item(frame: Frame, arg: ArgPlan, item: Item, target: str) -> None:
    """The Python argument into one C value."""
    given = frame.taken(arg)
    if item.klass is ItemClass.RECORD:
        if item.is_deep:
            frame.w.line("_arena.gives = 0;")
        arena = "&_arena" if item.is_deep else "NULL"
        frame.attempt(f"interop_to_{item.suffix}({given}, &{target}, {arena}, {frame.at(arg)})")
    elif item.klass is ItemClass.POINTER:
        # Through void *, since a pointer's own type may be one that a cast cannot be written for in place.
        with frame.w.indented("{", "}"):
            frame.w.line("void *_pointer = NULL;")
            frame.attempt(f"interop_to_pointer({given}, &interop_ctype_{item.suffix}, &_pointer, {frame.at(arg)})")
            frame.w.line(f"{target} = ({item.spelling})_pointer;")
    else:
        frame.attempt(f"interop_to_{item.suffix}({given}, &{target}, {frame.at(arg)})")


def set_value(frame: Frame, arg: ArgPlan, target: str, expr: Expr) -> None:
    """A value that the declaration gives, into one C value; an integer is never cut."""
    strategy = arg.strategy
    if isinstance(strategy, Direct | Slot) and strategy.item.klass in (ItemClass.SIGNED, ItemClass.UNSIGNED):
        spelling = strategy.item.spelling
        with frame.w.indented("{", "}"):
            frame.w.line(f"interop_wide _given = {frame.wide(expr)};")
            frame.attempt(f"INTEROP_IN_RANGE({spelling}, _given, {frame.at(arg)})")
            frame.w.line(f"{target} = ({spelling})_given;")
    else:
        frame.w.line(f"{target} = {frame.c(expr)};")


def measured(strategy: object, name: str) -> tuple[str, str]:
    """The C expressions for "is there one" and "how many elements", of an array or text that was given."""
    match strategy:
        case TextIn():
            return f"_t_{name}.data != NULL", f"_t_{name}.units"
        case TextsIn():
            return f"_l_{name}.data != NULL", f"_l_{name}.count"
        case ArrayOut():
            return f"_b_{name}.given", f"_b_{name}.count"
        case TextsRoom():
            return f"_l_{name}.data != NULL", f"_l_{name}.count"
        case PointerSlot(reader=ReadTexts()):
            return f"_l_{name}.data != NULL", f"_l_{name}.count"
        case PointerSlot(reader=ReadText()):
            return f"_t_{name}.data != NULL", f"_t_{name}.units"
        case _:
            return f"_b_{name}.data != NULL", f"_b_{name}.count"


def _size(arg: ArgPlan) -> tuple[Count | None, Item | None]:
    match arg.strategy:
        case ArrayIn(minimum=count, item=item) | ArrayInOut(minimum=count, item=item):
            return count, item
        case ArrayOut(size=count, item=item):
            return count, item
        case TextRoom(size=count, text=text) | TextIn(minimum=count, text=text):
            return count, text.unit
        case TextsIn(minimum=count) | TextsRoom(size=count) | PointerSlot(reader=ReadTexts(), minimum=count):
            return count, TEXT_POINTER
        case PointerSlot(reader=ReadArray(item=item), minimum=count):
            return count, item
        case PointerSlot(reader=ReadText(text=text), minimum=count):
            return count, text.unit
        case _:
            return None, None


def _scaled(arg: ArgPlan, count: str) -> str:
    """Elements in the unit of the size expression, which may be bytes."""
    size, item = _size(arg)
    if item is None or not counts_bytes(size, item):
        return count
    return f"{count} * (Py_ssize_t)sizeof({item.spelling})"


def _measure_type(arg: ArgPlan) -> tuple[str, str]:
    strategy = arg.strategy
    assert isinstance(strategy, Direct | Slot)
    prefix = "s" if isinstance(strategy, Slot) else "a"
    return strategy.item.spelling, f"_{prefix}_{arg.parameter.name}"


def count_arrays(frame: Frame, arg: ArgPlan) -> None:
    """A parameter filled from the arrays it measures, which must agree."""
    w, args = frame.w, frame.call.args
    spelling, target = _measure_type(arg)
    counted = [
        args[i]
        for i in arg.measures
        if args[i].source is not Source.NOTHING and not isinstance(args[i].strategy, TextRoom)
    ]
    first = counted[0]
    present, count = measured(first.strategy, first.parameter.name)
    if len(counted) == 1:
        frame.attempt(f"INTEROP_LENGTH({spelling}, {target}, {_scaled(first, count)}, {frame.at(first)})")
        return
    with w.indented("{", "}"):
        w.line("Py_ssize_t _length = -1;")
        for other in counted:
            present, count = measured(other.strategy, other.parameter.name)
            with w.indented(f"if ({present}) {{", "}"):
                if other is not first:
                    text = f"%zd elements, but '{arg.parameter.name}' counts %zd in another argument"
                    mine = f"{frame.at(other)}, {c_string(text)}"
                    with w.indented(f"if (_length >= 0 && _length != {_scaled(other, count)}) {{", "}"):
                        w.lines(
                            f"interop_fail(interop_errors.value, {mine}, {_scaled(other, count)}, _length);", frame.fail
                        )
                w.line(f"_length = {_scaled(other, count)};")
        w.line("_length = _length < 0 ? 0 : _length;")
        frame.attempt(f"INTEROP_LENGTH({spelling}, {target}, _length, {frame.at(first)})")


def choose_capacity(frame: Frame, arg: ArgPlan) -> None:
    """A parameter that sizes what C fills: the caller's number, else the caller's buffer, else a default."""
    w, call, given = frame.w, frame.call, frame.given(arg)
    spelling, target = _measure_type(arg)
    strategy = arg.strategy
    assert isinstance(strategy, Direct | Slot)
    again = call.again if call.again is not None and call.args[call.again.size] is arg else None
    outs = [call.args[i] for i in arg.measures if isinstance(call.args[i].strategy, ArrayOut)]
    buffers = [out for out in outs if out.argument is not None]
    rooms = [call.args[i] for i in arg.measures if isinstance(call.args[i].strategy, TextRoom | TextsRoom)]
    rooms += [out for out in outs if out.argument is None]
    if again is not None:
        tests = [f"!INTEROP_LEFT_OUT({given})", *(f"_b_{b.parameter.name}.given" for b in buffers)]
        w.line(f"_sized = {' || '.join(tests)};")
    with w.indented(f"if (!INTEROP_LEFT_OUT({given})) {{", "}"):
        to_item(frame, arg, strategy.item, target)
    for buffer in buffers:
        with w.indented(f"else if (_b_{buffer.parameter.name}.given) {{", "}"):
            count = _scaled(buffer, f"_b_{buffer.parameter.name}.count")
            frame.attempt(f"INTEROP_LENGTH({spelling}, {target}, {count}, {frame.at(buffer)})")
    texts = [r for r in rooms if isinstance(r.strategy, TextRoom) and r.strategy.direction.reads_in]
    with w.indented("else {", "}"):
        if arg.default is not None:
            set_value(frame, arg, target, arg.default)
        elif again is not None:
            w.line(f"{target} = {again.start};")
        elif texts:
            # Just what the argument needs, with its terminator.
            name = texts[0].parameter.name
            units = _scaled(texts[0], f"(_t_{name}.units + 1)")
            frame.attempt(f"INTEROP_LENGTH({spelling}, {target}, {units}, {frame.at(texts[0])})")
        else:
            other = (buffers or rooms)[0].parameter.py_name
            what = f"give a size, or a buffer as '{other}'" if buffers else f"give the room for '{other}'"
            w.line(f"interop_fail(interop_errors.type, {frame.at(arg)}, {c_string(what)});")
            w.line(frame.fail)


def check_size(frame: Frame, arg: ArgPlan) -> None:
    """An array against the number of elements that C will assume."""
    w, name, at = frame.w, arg.parameter.name, frame.at(arg)
    size, item = _size(arg)
    assert size is not None
    assert item is not None
    present, count = measured(arg.strategy, name)
    with w.indented(f"if ({present}) {{", "}"):
        frame.attempt(f"(_n_{name} = interop_extent({frame.count(size, item)}, {at}))")
        with w.indented(f"if ({count} < _n_{name}) {{", "}"):
            text = '"C uses %zd elements, but there are %zd"'
            w.lines(f"interop_fail(interop_errors.value, {at}, {text}, _n_{name}, {count});", frame.fail)
        if isinstance(arg.strategy, ArrayInOut | TextsRoom):
            w.line(f"_n_{name} = {count};")
