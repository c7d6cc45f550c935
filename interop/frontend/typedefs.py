"""``typedef``: new names for types, and the names every module knows, which may be declared again if they agree."""

from __future__ import annotations

from dataclasses import dataclass, replace

from interop.diag.span import Span
from interop.frontend.callbacks import is_function
from interop.frontend.contracts import Items
from interop.frontend.declarations import Declarations
from interop.frontend.handles import declare_handle
from interop.frontend.lowering import Qualified
from interop.frontend.scope import OPAQUE_NAMES, TypeEntry
from interop.frontend.tree import Declarator
from interop.model.ctype import (
    BSTR,
    HRESULT,
    KNOWN_TYPEDEFS,
    CType,
    EnumRef,
    Kind,
    Named,
    Pointer,
    Primitive,
    RecordRef,
    is_character,
    strip,
)
from interop.model.evaluate import integer_layout
from interop.model.library import Typedef


@dataclass(frozen=True, slots=True)
class TypedefResolver:
    """Resolves typedefs into the declarations of one module."""

    declarations: Declarations

    def typedef(self, items: Items, name: str, derived: Qualified, declarator: Declarator) -> None:
        origin, scope = declarator.span, self.declarations.scope
        if name in KNOWN_TYPEDEFS:
            self.known(name, KNOWN_TYPEDEFS[name], derived.type, origin)
            return
        if name == HRESULT.name:
            self.known(name, KNOWN_TYPEDEFS["int32_t"], derived.type, origin)
            return
        if name == BSTR.name:
            self.bstr(derived.type, origin)
            return
        if name in OPAQUE_NAMES and isinstance(strip(derived.type), RecordRef):
            return
        is_boolean = "boolean" in items
        if is_boolean and not _may_be_boolean(derived.type):
            message = f"[boolean] is for integer types, and '{name}' is '{derived.type.spell()}'"
            self.declarations.lowering.complain("E0227", message, items["boolean"].span)
        for word in ("callconv", "on_error", "success", "errno", "raises", "message", "preserve_sig"):
            # In front of an enum with its name, raises is the enum's.
            is_enum = word == "raises" and isinstance(strip(derived.type), EnumRef)
            if word in items and not is_function(derived.type) and not is_enum:
                message = f"'{word}' is for function pointers, and '{name}' is '{derived.type.spell()}'"
                self.declarations.lowering.complain("E0270", message, items[word].name_span)
        marshaller = self.declarations.reader.text(items, "marshal_with")
        if not declarator.derivations and _is_own_name(name, derived.type):
            if self.declarations.claim(name, origin):
                own = Named(name, derived.type, marshaller=marshaller) if marshaller else derived.type
                scope.types[name] = TypeEntry(own, derived.const, derived.depth, origin)
                declare_handle(self.declarations, items, name, derived.type, origin)
            return
        declaration = Typedef(
            name, derived.type, is_boolean, marshaller, imported=self.declarations.imported, origin=origin
        )
        if self.declarations.add(name, declaration):
            named = Named(name, derived.type, is_boolean, marshaller)
            scope.types[name] = TypeEntry(named, derived.const, derived.depth + 1, origin)
            declare_handle(self.declarations, items, name, derived.type, origin)

    def known(self, name: str, known: Primitive, declared: CType, origin: Span) -> None:
        """A name that every module knows keeps its meaning; the declaration only has to agree."""
        if not _agrees(known, declared):
            message = f"'{name}' is known as {_described(known)}, not as '{declared.spell()}'"
            note = "help: leave the declaration out"
            self.declarations.lowering.complain("E0303", message, origin, notes=(note,))
        entry = self.declarations.scope.types[name]
        self.declarations.scope.types[name] = replace(entry, origin=entry.origin or origin)

    def bstr(self, declared: CType, origin: Span) -> None:
        """A header says what a BSTR's units are; that they have 16 bits is for the C compiler to check."""
        pointer = strip(declared)
        target = strip(pointer.target) if isinstance(pointer, Pointer) else None
        if not (isinstance(target, Primitive) and (is_character(target) or target.kind is Kind.UNSIGNED)):
            message = f"'{BSTR.name}' is known as text of 16-bit units, not as '{declared.spell()}'"
            note = "help: leave the declaration out"
            self.declarations.lowering.complain("E0303", message, origin, notes=(note,))
        entry = self.declarations.scope.types[BSTR.name]
        self.declarations.scope.types[BSTR.name] = replace(entry, origin=entry.origin or origin)


def _is_own_name(name: str, ctype: CType) -> bool:
    """Whether C declares nothing: the name is that of an untagged body, or of an enum that C does not know."""
    match ctype:
        case RecordRef(spelling=spelling):
            return name == spelling
        case EnumRef(spelling=spelling, underlying=underlying):
            return spelling in (name, underlying.name)
        case _:
            return False


def _may_be_boolean(ctype: CType) -> bool:
    stripped = strip(ctype)
    return isinstance(stripped, Primitive) and (stripped.kind.is_integer or stripped.kind is Kind.BOOL)


def _agrees(known: Primitive, declared: CType) -> bool:
    """Whether a file may declare a known name as this: the same kind of integer, as wide where the width is certain."""
    stripped = strip(declared)
    if not isinstance(stripped, Primitive):
        return False
    is_character = known.kind.is_character and stripped.kind.is_integer
    if stripped.kind is not known.kind and not is_character:
        return False
    ours, theirs = integer_layout(known), integer_layout(stripped)
    return ours is None or theirs is None or ours[0] == theirs[0]


def _described(known: Primitive) -> str:
    layout = integer_layout(known)
    if known.kind.is_integer and layout is not None:
        return f"{'a signed' if layout[1] else 'an unsigned'} integer of {layout[0]} bits"
    return f"a {known.kind.value} type"
