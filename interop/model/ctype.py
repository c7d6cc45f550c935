"""The C types a declaration can name. A closed set, equal by value.

``spell(declarator)`` prints a type around a declarator: ``Pointer(INT).spell("p")`` is ``int *p``.
A type used through a typedef keeps the typedef's name, because generated C must say what the header says; ``strip``
looks through it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What values of an arithmetic type are, which decides what Python sees."""

    BOOL = "bool"
    SIGNED = "signed"
    UNSIGNED = "unsigned"
    FLOAT = "float"
    CHAR = "char"
    """Plain ``char``: text or a single byte. ``signed char`` and ``unsigned char`` are integers."""
    WCHAR = "wchar_t"
    CHAR16 = "char16_t"
    CHAR32 = "char32_t"

    @property
    def is_integer(self) -> bool:
        return self in (Kind.SIGNED, Kind.UNSIGNED)

    @property
    def is_character(self) -> bool:
        """Whether a pointer to it may be text."""
        return self in (Kind.CHAR, Kind.WCHAR, Kind.CHAR16, Kind.CHAR32)


def _join(base: str, declarator: str) -> str:
    if not declarator:
        return base
    return f"{base}{declarator}" if base.endswith("*") else f"{base} {declarator}"


@dataclass(frozen=True, slots=True)
class Void:
    """``void``: the result of nothing, or the target of an untyped pointer."""

    def spell(self, declarator: str = "") -> str:
        return _join("void", declarator)


@dataclass(frozen=True, slots=True)
class Primitive:
    """An arithmetic type of C, or one of the ``<stdint.h>``/``<stddef.h>`` names, under its usual spelling."""

    name: str
    kind: Kind

    def spell(self, declarator: str = "") -> str:
        return _join(self.name, declarator)


@dataclass(frozen=True, slots=True)
class Named:
    """A typedef's name, with the type it stands for. ``boolean``: the typedef was marked ``[boolean]``; ``marshaller``:
    it was marked ``[marshal_with("module:Class")]``."""

    name: str
    target: CType
    boolean: bool = False
    marshaller: str | None = None

    def spell(self, declarator: str = "") -> str:
        return _join(self.name, declarator)


@dataclass(frozen=True, slots=True)
class EnumRef:
    """An enumeration declared in the module.

    ``spelling`` is ``enum tag``, a typedef's name, or, for an enum with a fixed underlying type (C23), that integer
    type, since the header then knows the constants only."""

    name: str
    spelling: str
    underlying: Primitive

    def spell(self, declarator: str = "") -> str:
        return _join(self.spelling, declarator)


@dataclass(frozen=True, slots=True)
class RecordRef:
    """A struct or union, by its spelling: ``struct tag``, ``union tag``, or a typedef's name for an untagged one."""

    spelling: str
    is_union: bool = False
    is_opaque: bool = True

    def spell(self, declarator: str = "") -> str:
        return _join(self.spelling, declarator)


@dataclass(frozen=True, slots=True)
class Pointer:
    """``target *``; ``const`` says that the target is const, which is C's promise not to write through this pointer.
    ``volatile`` is part of the type to C alone."""

    target: CType
    const: bool = False
    volatile: bool = False

    def spell(self, declarator: str = "") -> str:
        match self.target:
            case Array() | FunctionType():
                return self.target.spell(f"(*{declarator})")
            case Pointer():
                return self.target.spell(f"{self._qualifiers()}*{declarator}")
            case _:
                return self._qualifiers() + self.target.spell(f"*{declarator}")

    def _qualifiers(self) -> str:
        return f"{'const ' if self.const else ''}{'volatile ' if self.volatile else ''}"


@dataclass(frozen=True, slots=True)
class Array:
    """``element[count]``; ``count`` is None for ``[]``."""

    element: CType
    count: int | None = None

    def spell(self, declarator: str = "") -> str:
        return self.element.spell(f"{declarator}[{'' if self.count is None else self.count}]")


@dataclass(frozen=True, slots=True)
class FunctionType:
    """A function's type, as a function pointer's target or a function-pointer typedef."""

    result: CType
    parameters: tuple[CType, ...]
    variadic: bool = False

    def spell(self, declarator: str = "") -> str:
        inside = ", ".join(parameter.spell() for parameter in self.parameters)
        if self.variadic:
            inside += ", ..."
        return self.result.spell(f"{declarator}({inside or 'void'})")


CType = Void | Primitive | Named | EnumRef | RecordRef | Pointer | Array | FunctionType

VOID = Void()


def strip(ctype: CType) -> CType:
    """The type behind any chain of typedefs."""
    while isinstance(ctype, Named):
        ctype = ctype.target
    return ctype


def is_boolean(ctype: CType) -> bool:
    """Whether values are truth values: ``_Bool``, or an integer typedef marked ``[boolean]`` anywhere in its chain."""
    while isinstance(ctype, Named):
        if ctype.boolean:
            return True
        ctype = ctype.target
    return isinstance(ctype, Primitive) and ctype.kind is Kind.BOOL


def is_bstr(ctype: CType) -> bool:
    """Whether values are BSTRs, text with its length in front, and no mere pointers to characters."""
    while isinstance(ctype, Named):
        if ctype == BSTR:
            return True
        ctype = ctype.target
    return False


def is_hresult(ctype: CType) -> bool:
    """Whether values are HRESULTs, statuses of which the negative ones are failures, and no mere integers."""
    while isinstance(ctype, Named):
        if ctype == HRESULT:
            return True
        ctype = ctype.target
    return False


def holds_bstr(ctype: CType) -> bool:
    """Whether it is a BSTR, or what it points at or consists of is one."""
    while not is_bstr(ctype):
        match strip(ctype):
            case Pointer(target=inner) | Array(element=inner):
                ctype = inner
            case _:
                return False
    return True


def element_of(ctype: CType) -> CType:
    """What an array of any dimensions is made of; the type itself where it is no array."""
    while isinstance(array := strip(ctype), Array):
        ctype = array.element
    return ctype


def is_character(ctype: CType) -> bool:
    """Whether a pointer to it may be text without saying so."""
    base = strip(ctype)
    return isinstance(base, Primitive) and base.kind.is_character and not is_boolean(ctype)


def may_be_text(ctype: CType) -> bool:
    """Whether an explicit ``string`` may stand on a pointer to it: libraries write text as ``unsigned char`` too."""
    base = strip(ctype)
    one_byte = ("signed char", "unsigned char", "int8_t", "uint8_t")
    return is_character(ctype) or (isinstance(base, Primitive) and base.name in one_byte and not is_boolean(ctype))


def _known(kind: Kind, *names: str) -> dict[str, Primitive]:
    return {name: Primitive(name, kind) for name in names}


PRIMITIVES: dict[str, Primitive] = {
    **_known(Kind.BOOL, "_Bool"),
    **_known(Kind.CHAR, "char"),
    **_known(Kind.SIGNED, "signed char", "short", "int", "long", "long long"),
    **_known(Kind.UNSIGNED, "unsigned char", "unsigned short", "unsigned int", "unsigned long", "unsigned long long"),
    **_known(Kind.FLOAT, "float", "double", "long double"),
}
"""C's own arithmetic types, by their canonical spelling."""

KNOWN_TYPEDEFS: dict[str, Primitive] = {
    **_known(Kind.BOOL, "bool"),
    **_known(Kind.SIGNED, "int8_t", "int16_t", "int32_t", "int64_t", "intptr_t", "intmax_t", "ptrdiff_t", "ssize_t"),
    **_known(Kind.SIGNED, "int_least8_t", "int_least16_t", "int_least32_t", "int_least64_t"),
    **_known(Kind.SIGNED, "int_fast8_t", "int_fast16_t", "int_fast32_t", "int_fast64_t"),
    **_known(Kind.UNSIGNED, "uint8_t", "uint16_t", "uint32_t", "uint64_t", "uintptr_t", "uintmax_t", "size_t"),
    **_known(Kind.UNSIGNED, "uint_least8_t", "uint_least16_t", "uint_least32_t", "uint_least64_t"),
    **_known(Kind.UNSIGNED, "uint_fast8_t", "uint_fast16_t", "uint_fast32_t", "uint_fast64_t"),
    **_known(Kind.WCHAR, "wchar_t"),
    **_known(Kind.CHAR16, "char16_t"),
    **_known(Kind.CHAR32, "char32_t"),
}
"""Names every module knows without declaring them (design section 8, "Modules")."""

HRESULT = Named("HRESULT", KNOWN_TYPEDEFS["int32_t"])
"""A type of its own, which its name tells apart from the integer that it is in C."""

BSTR = Named("BSTR", Pointer(KNOWN_TYPEDEFS["char16_t"]))
"""A type of its own, which its name tells apart from the pointer it is in C."""
