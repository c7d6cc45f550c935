"""Records that have a body: their fields with what was said of each, and the type that stands for each record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from interop.diag.report import Label
from interop.diag.span import Span
from interop.frontend.annotations import Place
from interop.frontend.bodies import NOTHING, Outside, claim_tag
from interop.frontend.callbacks import CallbackResolver, pointer_field_of
from interop.frontend.contracts import Items
from interop.frontend.declarations import Declarations
from interop.frontend.lowering import Qualified, const_of_target
from interop.frontend.naming import python_name
from interop.frontend.sites import FieldSite, RecordSite
from interop.frontend.tree import (
    EnumSpecifier,
    Expression,
    FieldDeclaration,
    InitDeclarator,
    RecordSpecifier,
)
from interop.model.ctype import Array, CType, EnumRef, FunctionType, Kind, Primitive, RecordRef, Void, strip
from interop.model.evaluate import integer_layout
from interop.model.expr import Expr
from interop.model.library import Field, Record

NESTED = "interop_u_"
"""What the names of untagged records inside other records begin with; C has none for them."""
_PACKS = (1, 2, 4, 8, 16)
_COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Enclosing:
    """The record around an untagged one: ``path`` is what its own name adds to, for C and for Python."""

    path: str
    py_path: str
    pack: int | None


@dataclass(slots=True)
class RecordResolver:
    """Resolves records into the declarations of one module, and keeps a site for each."""

    declarations: Declarations
    callbacks: CallbackResolver
    sites: list[RecordSite] = field(default_factory=list)
    records: dict[str, Record] = field(default_factory=dict)
    """Those with a sound body, by spelling."""

    def complain(
        self,
        code: str,
        message: str,
        at: Span,
        label: str = "",
        *,
        also: tuple[Label, ...] = (),
        notes: tuple[str, ...] = (),
    ) -> None:
        self.declarations.lowering.complain(code, message, at, label, also=also, notes=notes)

    def record(self, specifier: RecordSpecifier, outside: Outside = NOTHING) -> RecordRef | None:
        """A record with a tag, or with the name of the typedef that it is declared in."""
        kind = _kind(specifier)
        if specifier.tag is None and outside.typedef_name is None:
            self.complain(
                "E0610",
                f"a {kind} without a tag is not supported here yet",
                specifier.name_span,
                notes=(
                    f"help: give it a tag: '{kind} name {{ ... }}'",
                    "note: a record that is only handed on needs no body at all",
                ),
            )
            return None
        if specifier.tag is not None and not claim_tag(self.declarations, kind, specifier.tag, specifier.name_span):
            return None
        spelling = f"{kind} {specifier.tag}" if specifier.tag is not None else outside.typedef_name or ""
        items = outside.items or {}
        known = outside.typedef_name or self.declarations.scope.tag_typedefs.get(spelling)
        name = known or spelling.rpartition(" ")[2]
        py_name = self.declarations.python_name(items, name)
        around = Enclosing(spelling.rpartition(" ")[2], py_name, self.pack(items))
        return self.body(specifier, spelling, py_name, around, items)

    def body(
        self, specifier: RecordSpecifier, spelling: str, py_name: str, around: Enclosing, items: Items
    ) -> RecordRef:
        declarations = self.declarations
        gaps = declarations.lowering.gaps
        sites = tuple(self.fields(specifier, around))
        self.refuse_twins(sites)
        declarations.scope.complete.add(spelling)
        if declarations.lowering.gaps == gaps:
            record = Record(
                spelling,
                py_name,
                specifier.is_union,
                tuple(site.field for site in sites),
                around.pack,
                declarations.reader.text(items, "helpstring"),
                "private" in items,
                is_nested=spelling.startswith(NESTED),
                is_partial=specifier.rest is not None,
                layout=_words(specifier.layout),
                is_variant="variant" in items,
                none_tag=self.none_tag(items),
                imported=declarations.imported,
                origin=specifier.name_span,
            )
            declarations.items.append(record)
            self.records[spelling] = record
            self.sites.append(RecordSite(record, items, sites, specifier.rest))
        declarations.scope.defined.add(spelling)
        return RecordRef(spelling, specifier.is_union, False)

    def pack(self, items: Items) -> int | None:
        attribute = items.get("pack")
        argument = (attribute.arguments or (None,))[0] if attribute is not None else None
        value = self.whole_number(argument, "[pack]") if attribute is not None else None
        if value is not None and value not in _PACKS and attribute is not None:
            self.complain("E0317", "[pack] is one of 1, 2, 4, 8 and 16", attribute.span)
            return None
        return value

    def none_tag(self, items: Items) -> int | None:
        """The tag of a variant that is None."""
        attribute = items.get("variant")
        argument = (attribute.arguments or (None,))[0] if attribute is not None else None
        return self.whole_number(argument, "[variant]")

    def whole_number(self, argument: object, what: str) -> int | None:
        """The value of an attribute's argument, which must be an integer that is known now."""
        if not isinstance(argument, Expression):
            return None
        value = self.declarations.lowering.constant(argument, what)
        if value is None or isinstance(value, int):
            return value
        self.complain("E0305", f"{what} must be an integer", argument.span)
        return None

    # Fields

    def fields(self, specifier: RecordSpecifier, around: Enclosing) -> Iterator[FieldSite]:
        for number, declaration in enumerate(specifier.fields or ()):
            before = self.declarations.faults
            items = self.declarations.reader.items(declaration.attributes.items, (Place.FIELD,))
            base = self.base(declaration, around, number)
            if base is None:
                continue
            is_sound = self.declarations.faults == before and declaration.attributes.is_sound
            if not declaration.declarators:
                yield from self.without_a_name(declaration, base, items, is_sound)
            for init in declaration.declarators:
                site = self.field(declaration, init, base, items, is_sound, around)
                if site is not None:
                    is_last = declaration is (specifier.fields or ())[-1] and init is declaration.declarators[-1]
                    self.refuse_flexible(site, specifier, is_last and specifier.rest is None)
                    yield site

    def base(self, declaration: FieldDeclaration, around: Enclosing, number: int) -> Qualified | None:
        """The type before the declarators; an untagged record gets a name of ours."""
        const = declaration.specifiers.const is not None
        match declaration.specifiers.base:
            case RecordSpecifier(tag=None, fields=tuple()) as inner:
                named = next((i.declarator.name for i in declaration.declarators if i.declarator.name), None)
                path = f"{around.path}_{named or number}"
                spelling = self.free_spelling(NESTED + path)
                py_path = f"{around.py_path}_{named or number}"
                return Qualified(self.body(inner, spelling, py_path, Enclosing(path, py_path, around.pack), {}), const)
            case EnumSpecifier(tag=None, members=tuple()):
                base = self.declarations.lowering.base(declaration.specifiers)
                if base is None or not isinstance(base.type, EnumRef):
                    return base
                # C has no name for it, and its values are those of the integer type behind it.
                return replace(base, type=base.type.underlying)
            case _:
                return self.declarations.lowering.base(declaration.specifiers)

    def free_spelling(self, spelling: str) -> str:
        """The spelling, with a number where records of different names make one path."""
        tried, number = spelling, 1
        while tried in self.declarations.scope.defined:
            number += 1
            tried = f"{spelling}_{number}"
        # Taken now: a record inside this one is named before this one is defined.
        self.declarations.scope.defined.add(tried)
        return tried

    def without_a_name(
        self, declaration: FieldDeclaration, base: Qualified, items: Items, is_sound: bool
    ) -> Iterator[FieldSite]:
        """An anonymous member, or a type that is only declared here."""
        match declaration.specifiers.base:
            case RecordSpecifier(tag=None, fields=tuple()) as inner:
                yield self.site(declaration, None, inner.name_span, base, items, None, is_sound)
            case RecordSpecifier(fields=tuple()) | EnumSpecifier(members=tuple()):
                pass
            case _:
                self.complain("E0121", "this declares no field", declaration.span)

    def field(
        self,
        declaration: FieldDeclaration,
        init: InitDeclarator,
        base: Qualified,
        items: Items,
        is_sound: bool,
        around: Enclosing,
    ) -> FieldSite | None:
        before = self.declarations.faults
        at = init.declarator.span
        found = pointer_field_of(init.declarator) if "raw" not in items else None
        if found is not None:
            self.declarations.lowering.describe(found[0])
        derived = self.declarations.lowering.derive(base, init.declarator.derivations, at)
        name = init.declarator.name
        if derived is None or not self.is_complete(derived.type, at, f"field '{name}'" if name else "this field"):
            return None
        bits = self.bits(init, derived.type)
        is_sound = is_sound and self.declarations.faults == before
        site = self.site(declaration, init, at, derived, items, bits, is_sound)
        if found is None or not name or bits is not None:
            return site
        called = (f"{around.path}.{name}", f"{around.py_path}.{site.field.py_name}")
        contract = self.callbacks.field(declaration, init.declarator, base, called, derived.type, site.contract, items)
        return replace(site, contract=contract, field=replace(site.field, contract=contract))

    def site(
        self,
        declaration: FieldDeclaration,
        init: InitDeclarator | None,
        origin: Span,
        derived: Qualified,
        items: Items,
        bits: int | None,
        is_sound: bool,
    ) -> FieldSite:
        declarations = self.declarations
        reader = declarations.reader
        before = declarations.faults
        name = (init.declarator.name if init is not None else None) or ""
        contract = reader.contract(items)
        values = tuple(self.cases(items))
        member = Field(
            name,
            declarations.chosen_name(items) or python_name(name),
            derived.type,
            contract,
            bits,
            reader.expression(items, "switch_is"),
            tuple(expr for expr, _ in values),
            "default" in items,
            derived.const,
            _words(init.layout if init is not None else ()),
            origin=origin,
            annotations=declaration.attributes.span,
        )
        derivations = init.declarator.derivations if init is not None else ()
        const = const_of_target(declaration.specifiers, derivations)
        is_sound = is_sound and declarations.faults == before
        return FieldSite(
            Place.FIELD,
            name,
            derived.type,
            contract,
            items,
            origin,
            const,
            is_sound,
            member,
            tuple(v for _, v in values),
        )

    def cases(self, items: Items) -> Iterator[tuple[Expr, int]]:
        """The sound values of ``case(v, w)``."""
        attribute = items.get("case")
        for argument in attribute.arguments or () if attribute is not None else ():
            value = self.whole_number(argument, "a case")
            expr = self.declarations.lowering.expression(argument) if isinstance(argument, Expression) else None
            if value is not None and expr is not None:
                yield expr, value

    def bits(self, init: InitDeclarator, ctype: CType) -> int | None:
        if init.bits is None:
            return None
        value = self.declarations.lowering.constant(init.bits, "a bit-field's width")
        if value is None:
            return None
        base = strip(ctype)
        if not isinstance(base, EnumRef | Primitive) or (layout := integer_layout(ctype)) is None:
            self.complain("E0311", f"a bit-field cannot be of type '{ctype.spell()}'", init.declarator.span)
            return None
        most = 1 if isinstance(base, Primitive) and base.kind is Kind.BOOL else layout[0]
        if not isinstance(value, int) or not 0 <= value <= most:
            message = f"a bit-field of type '{ctype.spell()}' has between 0 and {most} bits"
            self.complain("E0317", message, init.bits.span)
            return None
        if value == 0 and init.declarator.name is not None:
            self.complain("E0317", f"the bit-field '{init.declarator.name}' has no bits", init.bits.span)
            return None
        return value

    def is_complete(self, ctype: CType, at: Span, what: str) -> bool:
        """Whether a value of the type can exist."""
        match strip(ctype):
            case Void():
                self.complain("E0311", f"{what} cannot be of type void", at)
            case FunctionType():
                self.complain("E0311", f"{what} cannot be a function", at, notes=("help: write a pointer to it",))
            case RecordRef(spelling=spelling) if spelling not in self.declarations.scope.defined:
                self.complain("E0312", f"{what} is a '{spelling}', whose body is not known here", at)
            case RecordRef(spelling=spelling) if self.is_flexible(spelling):
                message = f"{what} is a '{spelling}', which ends in an array of any length"
                self.complain("E0311", message, at, notes=("help: write a pointer to it",))
            case Array(element=element):
                return self.is_complete(element, at, what)
            case _:
                return True
        return False

    def is_flexible(self, spelling: str) -> bool:
        record = self.records.get(spelling)
        last = strip(record.fields[-1].type) if record is not None and record.fields else None
        return isinstance(last, Array) and last.count is None

    def refuse_flexible(self, site: FieldSite, specifier: RecordSpecifier, is_last: bool) -> None:
        """An array of any length can only be the last of several fields of a struct."""
        ctype = strip(site.type)
        if not isinstance(ctype, Array) or ctype.count is not None:
            return
        first = (specifier.fields or ())[0]
        is_only = len(specifier.fields or ()) == 1 and len(first.declarators) == 1
        if specifier.is_union or not is_last or is_only:
            where = "only the last of several fields of a struct can be"
            self.complain("E0311", f"{where} an array of any length, and field '{site.name}' is not", site.origin)

    def refuse_twins(self, sites: Iterable[FieldSite]) -> None:
        """Names are distinct, those of anonymous members included."""
        places: dict[str, Span] = {}
        for site in sites:
            for member in (site.field,) if site.name else tuple(self.members(site.type)):
                first = places.setdefault(member.name, member.origin)
                if first is not member.origin:
                    also = (Label(first, "the first one is here"),)
                    self.complain("E0308", f"two fields are called '{member.name}'", member.origin, also=also)

    def members(self, ctype: CType) -> Iterator[Field]:
        """The named fields of an anonymous member, at whatever depth."""
        record = self.records.get(ctype.spelling) if isinstance(ctype, RecordRef) else None
        for member in record.fields or () if record is not None else ():
            if member.name:
                yield member
            else:
                yield from self.members(member.type)


def _kind(specifier: RecordSpecifier) -> str:
    return "union" if specifier.is_union else "struct"


def _words(spans: tuple[Span, ...]) -> str:
    """C's own words on one line, without comments."""
    return " ".join(" ".join(_COMMENT.sub(" ", span.text).split()) for span in spans)
