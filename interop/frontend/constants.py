"""``#define`` and ``const``: names with a value that is known when the file is read."""

from __future__ import annotations

from dataclasses import dataclass

from interop.diag.span import Span
from interop.frontend.annotations import Place
from interop.frontend.contracts import Items
from interop.frontend.declarations import Declarations
from interop.frontend.tree import Define, Expression
from interop.model.ctype import Array, CType, EnumRef, Kind, Pointer, Primitive, strip
from interop.model.evaluate import fits
from interop.model.expr import to_c
from interop.model.library import Constant

Value = int | float | bytes


@dataclass(frozen=True, slots=True)
class ConstantResolver:
    """Resolves constants into the declarations of one module."""

    declarations: Declarations

    def define(self, define: Define) -> None:
        """``#define NAME value``."""
        items = self.declarations.reader.items(define.attributes.items, (Place.CONSTANT,))
        self.add(items, define.name, define.value, define.name_span, None)

    def const(self, items: Items, name: str, ctype: CType, expression: Expression, origin: Span) -> None:
        """``const type name = value;``."""
        self.add(items, name, expression, origin, ctype)

    def add(self, items: Items, name: str, expression: Expression, origin: Span, ctype: CType | None) -> None:
        declarations = self.declarations
        value = declarations.lowering.constant(expression, f"the value of '{name}'")
        lowered = declarations.lowering.expression(expression)
        if value is not None and ctype is not None:
            value = self.converted(name, ctype, value, expression.span)
        if value is None or lowered is None:
            declarations.scope.doubtful.add(name)
            return
        constant = Constant(
            name,
            declarations.python_name(items, name),
            _python_value(value),
            to_c(lowered),
            ctype,
            "private" in items,
            declarations.imported,
            origin=origin,
        )
        if declarations.add(name, constant):
            declarations.scope.constants[name] = value

    def converted(self, name: str, ctype: CType, value: Value, span: Span) -> Value | None:
        """The value as its declared type has it; None when that type cannot have it, which is reported."""
        match strip(ctype), value:
            case Primitive(kind=Kind.FLOAT), int() | float():
                return float(value)
            case ((Primitive() | EnumRef()), int()):
                if fits(value, ctype):
                    return value
                message = f"'{name}' is {value}, which '{ctype.spell()}' cannot hold"
                self.declarations.lowering.complain("E0313", message, span)
            case ((Pointer(target=target) | Array(element=target)), bytes()) if _is_char(target):
                return value
            case _:
                message = f"this is no constant of type '{ctype.spell()}'"
                self.declarations.lowering.complain("E0305", message, span)
        return None


def _python_value(value: Value) -> int | float | str | bytes:
    """Text where the bytes of a string constant are UTF-8."""
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            return value
    return value


def _is_char(ctype: CType) -> bool:
    stripped = strip(ctype)
    return isinstance(stripped, Primitive) and stripped.kind is Kind.CHAR
