"""Enumerations and records that have a body: their values, their fields, and the type that stands for each."""

from __future__ import annotations

from dataclasses import dataclass

from interop.diag.report import Label
from interop.diag.span import Span
from interop.frontend.annotations import Place
from interop.frontend.contracts import Items
from interop.frontend.declarations import Declarations
from interop.frontend.lowering import Lowering
from interop.frontend.scope import Scope
from interop.frontend.tree import (
    Enumerator,
    EnumSpecifier,
    Expression,
    FieldDeclaration,
    InitDeclarator,
    RecordSpecifier,
)
from interop.model.ctype import PRIMITIVES, Array, CType, EnumRef, FunctionType, Primitive, RecordRef, Void, strip
from interop.model.evaluate import fits
from interop.model.library import Enum, EnumMember, Field, Record

_UNDERLYING = ("unsigned int", "int", "unsigned long", "long", "unsigned long long", "long long")
"""What compilers choose for an enum without a fixed type: the first that fits, unsigned if no value is negative."""


@dataclass(frozen=True, slots=True)
class Outside:
    """What surrounds a body: the typedef's name if it defines one, the attributes, and how Python's names are made."""

    typedef_name: str | None = None
    items: Items | None = None


@dataclass(slots=True)
class BodyResolver:
    """Resolves bodies into the declarations of one module."""

    declarations: Declarations

    @property
    def scope(self) -> Scope:
        return self.declarations.scope

    @property
    def lowering(self) -> Lowering:
        return self.declarations.lowering

    def claim_tag(self, kind: str, tag: str, span: Span) -> bool:
        """Takes a tag for a body."""
        if not self.lowering.tag_agrees(tag, kind, span):
            return False
        first = self.scope.tags.setdefault(tag, span)
        if first is not span:
            self.lowering.complain(
                "E0302", f"'{kind} {tag}' has two bodies", span, also=(Label(first, "the first one is here"),)
            )
        return first is span

    # Enums

    def enum(self, specifier: EnumSpecifier, outside: Outside = Outside()) -> EnumRef | None:
        gaps = self.lowering.gaps
        fixed = self.fixed_type(specifier)
        members = self.members(specifier.members or (), fixed)
        if specifier.tag is not None and not self.claim_tag("enum", specifier.tag, specifier.name_span):
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
            members.append(EnumMember(enumerator.name, py_name, value, enumerator.span))
        return tuple(members)

    def value(self, enumerator: Enumerator, expression: Expression) -> int | None:
        value = self.lowering.constant(expression, f"the value of '{enumerator.name}'")
        if value is None or isinstance(value, int):
            return value
        self.lowering.complain("E0305", f"the value of '{enumerator.name}' must be an integer", expression.span)
        return None

    # Records

    def record(self, specifier: RecordSpecifier, outside: Outside = Outside()) -> RecordRef | None:
        kind = "union" if specifier.is_union else "struct"
        if specifier.tag is None and outside.typedef_name is None:
            self.lowering.complain(
                "E0610",
                f"a {kind} without a tag is not supported here yet",
                specifier.name_span,
                notes=(
                    f"help: give it a tag: '{kind} name {{ ... }}'",
                    "note: a record that is only handed on needs no body at all",
                ),
            )
            return None
        spelling = f"{kind} {specifier.tag}" if specifier.tag is not None else outside.typedef_name or ""
        gaps = self.lowering.gaps
        if specifier.tag is not None and not self.claim_tag(kind, specifier.tag, specifier.name_span):
            return None
        fields = self.fields(specifier.fields or ())
        self.scope.complete.add(spelling)
        if self.lowering.gaps == gaps:
            imported = self.declarations.imported
            py_name = spelling.rpartition(" ")[2]
            record = Record(
                spelling, py_name, specifier.is_union, fields, imported=imported, origin=specifier.name_span
            )
            self.declarations.items.append(record)
        self.scope.defined.add(spelling)
        return RecordRef(spelling, specifier.is_union, False)

    def fields(self, declarations: tuple[FieldDeclaration, ...]) -> tuple[Field, ...]:
        fields: list[Field] = []
        places: dict[str, Span] = {}
        for declaration in declarations:
            items = self.declarations.reader.items(declaration.attributes.items, (Place.FIELD,))
            contract = self.declarations.reader.contract(items)
            for attribute in items.values():
                message = "attributes of fields are not supported yet"
                self.lowering.complain("E0604", message, attribute.name_span)
            base = self.lowering.base(declaration.specifiers)
            if base is None:
                continue
            for init in declaration.declarators:
                derived = self.lowering.derive(base, init.declarator.derivations, init.declarator.span)
                if derived is None:
                    continue
                name = init.declarator.name or ""
                if not self.is_complete(derived.type, init.declarator.span, f"field '{name}'"):
                    continue
                if name and places.setdefault(name, init.declarator.span) is not init.declarator.span:
                    self.lowering.complain(
                        "E0308",
                        f"two fields are called '{name}'",
                        init.declarator.span,
                        also=(Label(places[name], "the first one is here"),),
                    )
                bits = self.bits(init, derived.type)
                fields.append(Field(name, name, derived.type, contract, bits, origin=init.declarator.span))
        return tuple(fields)

    def bits(self, init: InitDeclarator, ctype: CType) -> int | None:
        if init.bits is None:
            return None
        value = self.lowering.constant(init.bits, "a bit-field's width")
        if value is None:
            return None
        if not isinstance(value, int) or not 0 <= value <= 64:
            self.lowering.complain("E0317", "a bit-field has between 0 and 64 bits", init.bits.span)
            return None
        if not isinstance(strip(ctype), EnumRef | Primitive):
            self.lowering.complain("E0311", f"a bit-field cannot be of type '{ctype.spell()}'", init.declarator.span)
            return None
        return value

    def is_complete(self, ctype: CType, at: Span, what: str) -> bool:
        """Whether a value of the type can exist."""
        match strip(ctype):
            case Void():
                self.lowering.complain("E0311", f"{what} cannot be of type void", at)
            case FunctionType():
                self.lowering.complain(
                    "E0311", f"{what} cannot be a function", at, notes=("help: write a pointer to it",)
                )
            case RecordRef(spelling=spelling) if spelling not in self.scope.defined:
                self.lowering.complain("E0312", f"{what} is a '{spelling}', whose body is not known here", at)
            case Array(element=element):
                return self.is_complete(element, at, what)
            case _:
                return True
        return False


def _underlying(members: tuple[EnumMember, ...]) -> Primitive:
    values = [member.value for member in members]
    signed = any(value < 0 for value in values)
    for name in _UNDERLYING:
        candidate = PRIMITIVES[name]
        if name.startswith("unsigned") != signed and all(fits(value, candidate) for value in values):
            return candidate
    return PRIMITIVES["long long"]
