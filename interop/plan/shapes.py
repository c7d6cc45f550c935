"""C types to scalars: which conversion family a value belongs to, and what Python calls it."""

from __future__ import annotations

import re

from interop.model.ctype import (
    PRIMITIVES,
    CType,
    EnumRef,
    FunctionType,
    Kind,
    Pointer,
    Primitive,
    Void,
    is_boolean,
    strip,
)
from interop.plan.ops import Made, Scalar, ScalarClass

_CLASSES = {
    Kind.BOOL: ScalarClass.BOOLEAN,
    Kind.SIGNED: ScalarClass.SIGNED,
    Kind.UNSIGNED: ScalarClass.UNSIGNED,
    Kind.FLOAT: ScalarClass.FLOAT,
    Kind.CHAR: ScalarClass.CHAR,
    Kind.WCHAR: ScalarClass.WIDE,
    Kind.CHAR16: ScalarClass.WIDE,
    Kind.CHAR32: ScalarClass.WIDE,
}

_PYTHON = {
    ScalarClass.SIGNED: "int",
    ScalarClass.UNSIGNED: "int",
    ScalarClass.BOOLEAN: "bool",
    ScalarClass.FLOAT: "float",
    ScalarClass.LONG_DOUBLE: "float",
    ScalarClass.CHAR: "bytes",
    ScalarClass.WIDE: "str",
    ScalarClass.BYTE: "bytes",
    ScalarClass.POINTER: "cdata",
}

BYTE = Scalar(ScalarClass.BYTE, "void", "void", "bytes")
"""Raw memory behind ``void *``."""


def mangle(spelling: str) -> str:
    """A C type's spelling as part of an identifier.

    Blanks become two underscores, so that ``unsigned int`` and a typedef called ``unsigned_int`` stay apart; names that
    are not C's own get a prefix, because a header may make macros of them."""
    text = re.sub(r"\W", "_", spelling.replace("*", "ptr").replace(" ", "__"))
    return text if spelling in PRIMITIVES else f"t_{text}"


def scalar_of(ctype: CType) -> Scalar | None:
    """The scalar a value of this type is; None for records, arrays and void, which are none."""
    base = strip(ctype)
    spelling = ctype.spell()
    if isinstance(base, EnumRef):
        return Scalar(ScalarClass.ENUM, spelling, "enum_" + mangle(base.name or spelling), base.name, base.name)
    if isinstance(base, Pointer | FunctionType):
        return Scalar(ScalarClass.POINTER, spelling, mangle(spelling), "cdata")
    if not isinstance(base, Primitive):
        return None
    klass = _CLASSES[base.kind]
    if is_boolean(ctype):
        klass = ScalarClass.BOOLEAN
    elif base.name == "long double":
        klass = ScalarClass.LONG_DOUBLE
    return Scalar(klass, spelling, mangle(spelling), _PYTHON[klass])


def item_of(target: CType) -> Scalar | None:
    """The element of an array behind a pointer to ``target``; ``void`` counts as bytes."""
    return BYTE if isinstance(strip(target), Void) else scalar_of(target)


def made_of(scalar: Scalar, target: CType, arrays: str) -> Made:
    """What a new array of such elements comes back as (design section 5 and section 8, "More on levels")."""
    match scalar.klass:
        case ScalarClass.CHAR | ScalarClass.BYTE:
            return Made.BYTES
        case ScalarClass.BOOLEAN | ScalarClass.ENUM | ScalarClass.LONG_DOUBLE | ScalarClass.POINTER:
            return Made.LIST
        case ScalarClass.WIDE:
            return Made.STR
        case ScalarClass.UNSIGNED if strip(target) in (PRIMITIVES["unsigned char"], _UINT8):
            return Made.BYTES
        case _:
            return Made.NUMPY if arrays == "numpy" else Made.ARRAY


_UINT8 = Primitive("uint8_t", Kind.UNSIGNED)
