"""Variable arguments that the caller chooses: how they are passed, and which registers the fixed ones leave to them."""

from __future__ import annotations

from interop.diag.report import Diagnostic
from interop.model.contract import Contract
from interop.model.ctype import PRIMITIVES, CType, EnumRef, Kind, Pointer, Primitive, Void, strip
from interop.model.library import Function
from interop.plan import faults
from interop.plan.ops import Argument, Rest
from interop.plan.select import Context, text_of

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
    formats = [i for i, parameter in enumerate(function.parameters) if parameter.contract.format is not None]
    spoken = function.parameters[formats[0]].contract if formats else Contract()
    taken = {argument.name for argument in arguments}
    return Rest(
        name=next(name for name in ("args", "args_", "rest", "rest_") if name not in taken),
        text=text_of(PRIMITIVES["char"], spoken, context),
        format=formats[0] if formats else None,
        general=min(general, REGISTERS),
        floating=min(floating, REGISTERS),
        annotation=_CHECKED if formats else _ANY,
        typing=_CHECKED_TYPING if formats else _ANY_TYPING,
    )


def _takes_floating(ctype: CType) -> bool | None:
    """Whether a fixed parameter takes a floating-point register; None where machines differ too much to tell."""
    match strip(ctype):
        case Pointer() | EnumRef():
            return False
        case Primitive(name=name, kind=kind) if name != "long double":
            return kind is Kind.FLOAT
        case _:
            return None
