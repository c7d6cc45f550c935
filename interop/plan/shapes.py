"""C types to items: which conversion family a value belongs to, and what Python calls it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from interop.model.contract import Contract, Extent
from interop.model.ctype import (
    PRIMITIVES,
    CType,
    EnumRef,
    FunctionType,
    Kind,
    Pointer,
    Primitive,
    RecordRef,
    Void,
    is_boolean,
    strip,
)
from interop.model.library import Handle, Library
from interop.plan.items import Item, ItemClass, Made

_CLASSES = {
    Kind.BOOL: ItemClass.BOOLEAN,
    Kind.SIGNED: ItemClass.SIGNED,
    Kind.UNSIGNED: ItemClass.UNSIGNED,
    Kind.FLOAT: ItemClass.FLOAT,
    Kind.CHAR: ItemClass.CHAR,
    Kind.WCHAR: ItemClass.WIDE,
    Kind.CHAR16: ItemClass.WIDE,
    Kind.CHAR32: ItemClass.WIDE,
}

_PYTHON = {
    ItemClass.SIGNED: "int",
    ItemClass.UNSIGNED: "int",
    ItemClass.BOOLEAN: "bool",
    ItemClass.FLOAT: "float",
    ItemClass.LONG_DOUBLE: "float",
    ItemClass.CHAR: "bytes",
    ItemClass.WIDE: "str",
    ItemClass.BYTE: "bytes",
    ItemClass.POINTER: "cdata",
}

BYTE = Item(ItemClass.BYTE, "void", "void", "bytes")
"""Raw memory behind ``void *``."""


def mangle(spelling: str) -> str:
    """A C type's spelling as part of an identifier.

    Blanks become two underscores, so that ``unsigned int`` and a typedef called ``unsigned_int`` stay apart; names that
    are not C's own get a prefix, because a header may make macros of them."""
    text = re.sub(r"\W", "_", spelling.replace("*", "ptr").replace(" ", "__"))
    return text if spelling in PRIMITIVES else f"t_{text}"


def handle_item(handle: Handle) -> Item:
    """What a handle is to the stubs, whatever it is spelled like where it stands."""
    return Item(ItemClass.HANDLE, handle.type.spell(), f"h_{mangle(handle.name)}", handle.py_name, handle=handle.name)


BYTES = Item(ItemClass.UNSIGNED, "unsigned char", "unsigned__char", "int")
"""A byte of memory that is seen where it is."""


@dataclass(frozen=True, slots=True)
class Types:
    """The items that the types of one module are; ``records`` by their spelling."""

    records: Mapping[str, Item]
    library: Library
    callbacks: Mapping[str, Item] = field(default_factory=dict)
    """By their names; a function pointer that is none of them is a pointer like any other."""

    def callback(self, ctype: CType, contract: Contract) -> Item | None:
        """The item a function pointer is."""
        callback = None if contract.raw else self.library.callback_of(ctype, contract)
        return None if callback is None else self.callbacks.get(callback.name)

    def handle(self, ctype: CType) -> Item | None:
        """The item a handle is."""
        handle = self.library.handle_of(ctype)
        return None if handle is None else handle_item(handle)

    def item(self, ctype: CType) -> Item | None:
        """The item a value of this type is; None for arrays, void and records without a body, which are none."""
        base = strip(ctype)
        spelling = ctype.spell()
        if isinstance(base, EnumRef):
            return Item(ItemClass.ENUM, spelling, "enum_" + mangle(base.name or spelling), base.name, base.name)
        if isinstance(base, Pointer | FunctionType):
            return Item(ItemClass.POINTER, spelling, mangle(spelling), "cdata")
        if isinstance(base, RecordRef):
            return self.records.get(base.spelling)
        if not isinstance(base, Primitive):
            return None
        klass = _CLASSES[base.kind]
        if is_boolean(ctype):
            klass = ItemClass.BOOLEAN
        elif base.name == "long double":
            klass = ItemClass.LONG_DOUBLE
        return Item(klass, spelling, mangle(spelling), _PYTHON[klass])

    def element(self, target: CType, size: Extent | None) -> Item | None:
        """The element of an array behind a pointer to ``target``. ``void`` counts as bytes, and so does a record
        without a body of which only the size in bytes is known."""
        base = strip(target)
        is_memory = isinstance(base, RecordRef) and base.spelling not in self.records and size and size.in_bytes
        return BYTE if isinstance(base, Void) or is_memory else self.item(target)


def made_of(item: Item, target: CType, arrays: str) -> Made:
    """What a new array of such elements comes back as (design section 5 and section 8, "More on levels")."""
    match item.klass:
        case ItemClass.CHAR | ItemClass.BYTE:
            return Made.BYTES
        case ItemClass.BOOLEAN | ItemClass.ENUM | ItemClass.LONG_DOUBLE | ItemClass.POINTER:
            return Made.LIST
        case ItemClass.RECORD:
            return Made.NUMPY if arrays == "numpy" and not item.is_deep else Made.LIST
        case ItemClass.WIDE:
            return Made.STR
        case ItemClass.UNSIGNED if strip(target) in (PRIMITIVES["unsigned char"], _UINT8):
            return Made.BYTES
        case _:
            return Made.NUMPY if arrays == "numpy" else Made.ARRAY


_UINT8 = Primitive("uint8_t", Kind.UNSIGNED)
