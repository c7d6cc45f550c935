"""Further arguments of a stub: sorted out of what Python passed, made C's, and handed to a call through ``...``."""

from __future__ import annotations

from interop.emit import names
from interop.emit.cframe import Frame
from interop.emit.ctext import pointer_declarator
from interop.emit.writer import c_string
from interop.plan.calls import Read, Rest, ShapeFormat

_VALUES = "_rest"
"""The local that holds them as C gets them."""


def tables(frame: Frame, rest: Rest) -> None:
    """What messages call them."""
    name = frame.name
    frame.w.line(f"static const char *const interop_m_{name}[] = {{{c_string(rest.name)}}};")
    frame.w.line(
        f'static const interop_signature {names.rest(name)} = {{{c_string(name)}, interop_m_{name}, NULL, "", 1, 0}};'
    )


def declare(frame: Frame) -> None:
    """The locals, and the function by an address that no header can put a macro or an inline function in front of."""
    frame.w.line("INTEROP_VARIADIC_KNOWN;")
    frame.w.line(f"{pointer_declarator(frame.call.function, f'volatile {names.CALLEE}')} = NULL;")
    frame.w.line(f"interop_variadic {_VALUES};")
    frame.w.lines("PyObject *const *_further = NULL;", "Py_ssize_t _count = 0;")


def initialise(frame: Frame) -> None:
    frame.w.line(f"interop_variadic_init(&{_VALUES});")


def parse(frame: Frame) -> None:
    into = "_sorted" if frame.call.arguments else "NULL"
    signature = names.signature(frame.name)
    frame.attempt(f"interop_arguments_and_rest(&{signature}, _args, _nargs, _kwnames, {into}, &_further, &_count)")


def convert(frame: Frame, rest: Rest) -> None:
    """By what the format says, or each by its own type."""
    at = f"(interop_place){{&{names.rest(frame.name)}, 0, -1}}"
    codec = f"&{frame.codecs.name(rest.text)}"
    w = frame.w
    w.line(f"{_VALUES}.generals = {rest.general};")
    w.line(f"{_VALUES}.floatings = {rest.floating};")
    if rest.format is None:
        frame.attempt(f"interop_variadic_any(&{_VALUES}, _further, _count, {codec}, {at})")
        return
    format = frame.call.args[rest.format]
    given = f"(const char *)_a_{format.parameter.name}, _further, _count, {codec}"
    frame.attempt(f"interop_variadic_printf(&{_VALUES}, {given}, {frame.at(format)}, {at})")


def bind(frame: Frame) -> None:
    frame.w.line(f"{names.CALLEE} = {frame.callee(frame.call.function.name)};")


def passed(rest: Rest) -> str:
    """The arguments of the call behind the fixed ones."""
    return f"INTEROP_VARIADIC({rest.general}, {rest.floating}, {_VALUES})"


def release(frame: Frame) -> None:
    frame.w.line(f"interop_variadic_release(&{_VALUES});")


def check_shape(frame: Frame, shape: ShapeFormat) -> None:
    """A format that Python gave, against the arguments that are declared."""
    format = frame.call.args[shape.format]
    text = f"(const char *)_a_{format.parameter.name}"
    if not shape.reads:
        frame.attempt(f"interop_printf_shape({text}, NULL, 0, {frame.at(format)})")
        return
    # Of an integer only the width counts that it is promoted to.
    rows = (
        f"{{'{read.value}', sizeof(+({ctype.spell()})0)}}" if read is Read.INTEGER else f"{{'{read.value}', 0}}"
        for read, ctype in shape.reads
    )
    with frame.w.indented("{", "}"):
        frame.w.line(f"static const interop_printf_kind _kinds[] = {{{', '.join(rows)}}};")
        frame.attempt(f"interop_printf_shape({text}, _kinds, {len(shape.reads)}, {frame.at(format)})")
