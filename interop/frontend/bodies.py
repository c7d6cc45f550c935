"""Enumerations that have a body: their values, and the type that stands for each."""

from __future__ import annotations

import builtins
from dataclasses import dataclass, replace

from interop.diag.report import Label
from interop.diag.span import Span
from interop.frontend.annotations import Place
from interop.frontend.contracts import Items
from interop.frontend.declarations import Declarations
from interop.frontend.lowering import Lowering
from interop.frontend.naming import is_python_name
from interop.frontend.scope import Scope
from interop.frontend.tree import Enumerator, EnumSpecifier, Expression
from interop.model.ctype import PRIMITIVES, EnumRef, Primitive, strip
from interop.model.evaluate import fits
from interop.model.expr import Name, names
from interop.model.library import Enum, EnumMember, StatusClass

_UNDERLYING = ("unsigned int", "int", "unsigned long", "long", "unsigned long long", "long long")
"""What compilers choose for an enum without a fixed type: the first that fits, unsigned if no value is negative."""


@dataclass(frozen=True, slots=True)
class Outside:
    """What surrounds a body: the typedef's name if it defines one, the attributes, and how Python's names are made."""

    typedef_name: str | None = None
    items: Items | None = None


def claim_tag(declarations: Declarations, kind: str, tag: str, span: Span) -> bool:
    """Takes a tag for a body."""
    if not declarations.lowering.tag_agrees(tag, kind, span):
        return False
    first = declarations.scope.tags.setdefault(tag, span)
    if first is not span:
        also = (Label(first, "the first one is here"),)
        declarations.lowering.complain("E0302", f"'{kind} {tag}' has two bodies", span, also=also)
    return first is span


NOTHING = Outside()


def exception_class(declarations: Declarations, items: Items) -> StatusClass | None:
    """What ``raises(Class, ...)`` names first."""
    attribute = items.get("raises")
    if attribute is None:
        return None
    match attribute.arguments:
        case (Name(name=name), *_) if is_python_name(name):
            return StatusClass(name, origin=attribute.span)
        case (Name(name=name), *_):
            message = f"'{name}' is no name for a Python class"
            declarations.lowering.complain("E0310", message, attribute.span)
        case (first, *_):
            note = "help: write raises(Class, ...)"
            declarations.lowering.complain("E0403", "'raises' takes a name", first.span, notes=(note,))
    return None


@dataclass(frozen=True, slots=True)
class EnumResolver:
    """Resolves enumerations into the declarations of one module."""

    declarations: Declarations

    @property
    def scope(self) -> Scope:
        return self.declarations.scope

    @property
    def lowering(self) -> Lowering:
        return self.declarations.lowering

    def enum(self, specifier: EnumSpecifier, outside: Outside = NOTHING) -> EnumRef | None:
        gaps = self.lowering.gaps
        fixed = self.fixed_type(specifier)
        members = self.members(specifier.members or (), fixed)
        if specifier.tag is not None and not claim_tag(self.declarations, "enum", specifier.tag, specifier.name_span):
            return None
        if self.lowering.gaps != gaps:
            self.distrust_enum(specifier)
            return None
        underlying = fixed or _underlying(members)
        name = outside.typedef_name or specifier.tag or ""
        if fixed is not None:
            spelling = fixed.name
        else:
            spelling = f"enum {specifier.tag}" if specifier.tag is not None else name
        items = outside.items or {}
        self.declarations.items.append(
            Enum(
                name,
                self.declarations.python_name(items, name),
                spelling,
                underlying,
                fixed is not None,
                "flags" in items,
                members,
                self.all_statuses(items),
                self.declarations.reader.text(items, "helpstring"),
                "private" in items,
                self.declarations.imported,
                origin=specifier.name_span,
            )
        )
        reference = EnumRef(name, spelling, underlying)
        if specifier.tag is not None:
            self.scope.enums[specifier.tag] = reference
        return reference

    def distrust_enum(self, specifier: EnumSpecifier) -> None:
        if specifier.tag is not None:
            self.scope.doubtful.add(specifier.tag)

    def fixed_type(self, specifier: EnumSpecifier) -> Primitive | None:
        if specifier.underlying is None:
            return None
        base = self.lowering.base(specifier.underlying)
        if base is None:
            return None
        ctype = strip(base.type)
        if isinstance(ctype, Primitive) and ctype.kind.is_integer:
            return ctype
        self.lowering.complain(
            "E0311", f"an enum's values cannot be of type '{base.type.spell()}'", specifier.underlying.span
        )
        return None

    def members(self, enumerators: tuple[Enumerator, ...], fixed: Primitive | None) -> tuple[EnumMember, ...]:
        members: list[EnumMember] = []
        following: int | None = 0
        for enumerator in enumerators:
            items = self.declarations.reader.items(enumerator.attributes.items, (Place.ENUMERATOR,))
            value = following if enumerator.value is None else self.value(enumerator, enumerator.value)
            following = None if value is None else value + 1
            if not self.declarations.claim(enumerator.name, enumerator.span) or value is None:
                self.scope.doubtful.add(enumerator.name)
                continue
            if not (fits(value, fixed) if fixed is not None else -(2**63) <= value < 2**64):
                kind = fixed.name if fixed is not None else "long long"
                self.lowering.complain(
                    "E0313", f"'{enumerator.name}' is {value}, which '{kind}' cannot hold", enumerator.span
                )
            self.scope.constants[enumerator.name] = value
            py_name = self.declarations.python_name(items, enumerator.name)
            members.append(EnumMember(enumerator.name, py_name, value, self.raises(items), origin=enumerator.span))
        return tuple(members)

    def all_statuses(self, items: Items) -> StatusClass | None:
        """The class of all statuses, and what picks among those of single ones."""
        found = exception_class(self.declarations, items)
        if found is None:
            return None
        if len(items["raises"].arguments or ()) > 2:
            message = "'raises' takes a class and the number that picks among those of its statuses"
            self.lowering.complain("E0403", message, items["raises"].span)
        code = self.declarations.reader.lowered(items, "raises")[1:]
        for name in names(code[0]) if code else ():
            if name.name != "result" and name.name not in self.scope.constants:
                note = "help: say it in front of the functions, which know their parameters"
                message = f"in front of an enum only 'result' and constants are known, and '{name.name}' is none"
                self.lowering.complain("E0304", message, name.span, notes=(note,))
        return replace(found, code=code[0] if code else None)

    def raises(self, items: Items) -> StatusClass | None:
        """The class of a status, with the classes of Python's own that it derives from too."""
        found = exception_class(self.declarations, items)
        if found is None:
            return None
        bases: list[str] = []
        for argument in (items["raises"].arguments or ())[1:]:
            builtin = getattr(builtins, argument.name, None) if isinstance(argument, Name) else None
            if isinstance(argument, Name) and isinstance(builtin, type) and issubclass(builtin, Exception):
                bases.append(argument.name)
            else:
                message = f"'{argument.span.text}' is none of Python's own exceptions"
                self.lowering.complain("E0310", message, argument.span)
        return replace(found, bases=tuple(bases))

    def value(self, enumerator: Enumerator, expression: Expression) -> int | None:
        value = self.lowering.constant(expression, f"the value of '{enumerator.name}'")
        if value is None or isinstance(value, int):
            return value
        self.lowering.complain("E0305", f"the value of '{enumerator.name}' must be an integer", expression.span)
        return None


def _underlying(members: tuple[EnumMember, ...]) -> Primitive:
    values = [member.value for member in members]
    signed = any(value < 0 for value in values)
    for name in _UNDERLYING:
        candidate = PRIMITIVES[name]
        if name.startswith("unsigned") != signed and all(fits(value, candidate) for value in values):
            return candidate
    return PRIMITIVES["long long"]
