"""Variable arguments that the caller chooses: how they are passed, and which registers the fixed ones leave to them."""

from __future__ import annotations

from interop.diag.report import Diagnostic
from interop.model.contract import Contract
from interop.model.ctype import PRIMITIVES, CType, EnumRef, Kind, Pointer, Primitive, Void, strip
from interop.model.library import Function
from interop.plan import faults
from interop.plan.calls import ArgPlan, Argument, Read, Rest, ShapeFormat
from interop.plan.items import ItemClass
from interop.plan.pointers import Context, text_of
from interop.plan.strategies import Direct, TextIn

REGISTERS = 8
"""More than so many of a kind are in registers on no machine."""

_ANY = "int | float | str | bytes | cdata | None"
_CHECKED = "what the format takes"
_ANY_TYPING = "_t.SupportsIndex | _b.float | _b.str | _b.bytes | None"
_CHECKED_TYPING = "_t.SupportsIndex | _t.SupportsFloat | _b.str | _b.bytes | None"
"""The foreign function interface's own objects are ``Any``, and so among them."""


def plan_rest(function: Function, context: Context, arguments: tuple[Argument, ...]) -> Rest | Diagnostic | None:
    """How the further arguments of a call are passed; None where there are none."""
    if not function.has_rest:
        return None
    general = floating = 0
    for parameter in function.prototype:
        is_floating = _takes_floating(parameter.type)
        if is_floating is None:
            what = f"'{parameter.type.spell()}' in front of arguments that the caller chooses"
            return faults.not_declared(function, parameter.origin, what)
        general += not is_floating
        floating += is_floating
    if not isinstance(strip(function.result), Void) and _takes_floating(function.result) is None:
        return faults.not_declared(function, function.origin, f"returning '{function.result.spell()}'")
    format = _format(function)
    spoken = Contract() if format is None else function.parameters[format].contract
    taken = {argument.name for argument in arguments}
    return Rest(
        name=next(name for name in ("args", "args_", "rest", "rest_") if name not in taken),
        text=text_of(PRIMITIVES["char"], spoken, context),
        format=format,
        general=min(general, REGISTERS),
        floating=min(floating, REGISTERS),
        annotation=_ANY if format is None else _CHECKED,
        typing=_ANY_TYPING if format is None else _CHECKED_TYPING,
    )


def plan_shape_format(function: Function, args: tuple[ArgPlan, ...]) -> ShapeFormat | None:
    """What a format that Python gives must agree with; None where there is none, or no shape."""
    format = _format(function)
    if format is None or function.has_rest:
        return None
    variable = args[len(function.prototype) :]
    return ShapeFormat(format, tuple((_read(arg), arg.parameter.type) for arg in variable))


def _format(function: Function) -> int | None:
    """The C index of the parameter that is marked as a format."""
    marked = (i for i, parameter in enumerate(function.parameters) if parameter.contract.format is not None)
    return next(marked, None)


def _read(arg: ArgPlan) -> Read:
    match arg.strategy:
        case Direct(item=item) if item.klass is ItemClass.RECORD:
            return Read.NOTHING
        case Direct(item=item) if item.klass is ItemClass.FLOAT:
            return Read.DOUBLE
        case Direct(item=item) if item.klass is ItemClass.LONG_DOUBLE:
            return Read.LONG_DOUBLE
        case Direct() if not isinstance(strip(arg.parameter.type), Pointer):
            return Read.INTEGER
        case TextIn(text=text, nullable=False, counted=False) if text.codec == "wchar_t":
            return Read.WIDE_TEXT
        case TextIn(text=text, nullable=False, counted=False) if text.unit.klass is ItemClass.CHAR:
            return Read.TEXT
        case _:
            return Read.POINTER


def _takes_floating(ctype: CType) -> bool | None:
    """Whether a fixed parameter takes a floating-point register; None where machines differ too much to tell."""
    match strip(ctype):
        case Pointer() | EnumRef():
            return False
        case Primitive(name=name, kind=kind) if name != "long double":
            return kind is Kind.FLOAT
        case _:
            return None
