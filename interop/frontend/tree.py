"""Syntax nodes: what was written, with its place, before any name has a meaning.

Numbers, strings and names of expressions are the model's own; the other expression nodes differ because a cast's type
is not known yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from interop.diag.span import SourceFile, Span
from interop.model.expr import Name, Number, String

# Expressions


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator with its operands: one (prefix, ``sizeof``), two (infix, ``[]``) or three (``?:``)."""

    operator: str
    operands: tuple[Expression, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class CallOf:
    """``function(arguments)``."""

    function: Name
    arguments: tuple[Expression, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class MemberOf:
    """``base.name`` or ``base->name``."""

    base: Expression
    name: str
    arrow: bool
    span: Span


@dataclass(frozen=True, slots=True)
class CastTo:
    """``(type)operand``, or ``sizeof(type)`` when there is no operand."""

    type: TypeName
    operand: Expression | None
    span: Span


Expression = Number | String | Name | Operation | CallOf | MemberOf | CastTo

# Attributes


@dataclass(frozen=True, slots=True)
class Omitted:
    """An argument left empty, as the first one of ``size_is(, n)``."""

    span: Span


@dataclass(frozen=True, slots=True)
class AnySize:
    """The ``*`` of ``size_is(*)``."""

    span: Span


@dataclass(frozen=True, slots=True)
class Attribute:
    """``name`` or ``name(arguments)``; without parentheses ``arguments`` is None."""

    name: str
    name_span: Span
    arguments: tuple[Argument, ...] | None
    span: Span


@dataclass(frozen=True, slots=True)
class Attributes:
    """All brackets in front of one thing, joined. ``span`` is None when there are none.

    ``is_sound`` is False when something in them was left out, so that nothing follows from what they do not say.
    """

    items: tuple[Attribute, ...] = ()
    span: Span | None = None
    is_sound: bool = True


# Types


@dataclass(frozen=True, slots=True)
class Builtin:
    """C's own type words in the order written, such as ``unsigned long``."""

    words: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class TypeReference:
    """A typedef's name, or a name every module knows."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class RecordSpecifier:
    """``struct tag``, ``union tag``, with or without a body."""

    is_union: bool
    tag: str | None
    fields: tuple[FieldDeclaration, ...] | None
    name_span: Span
    """The tag, or the keyword when there is none."""
    span: Span
    rest: Span | None = None
    """The ``...`` at the end of a body: there are more fields."""
    layout: tuple[Span, ...] = ()
    """What was said of its layout in C's own words: ``__attribute__((packed))``."""


@dataclass(frozen=True, slots=True)
class Enumerator:
    """``NAME`` or ``NAME = value``."""

    name: str
    value: Expression | None
    attributes: Attributes
    span: Span


@dataclass(frozen=True, slots=True)
class EnumSpecifier:
    """``enum tag``, with or without a body; ``underlying`` as in ``enum E : int``."""

    tag: str | None
    underlying: Specifiers | None
    members: tuple[Enumerator, ...] | None
    name_span: Span
    span: Span


BaseType = Builtin | TypeReference | RecordSpecifier | EnumSpecifier


@dataclass(frozen=True, slots=True)
class Specifiers:
    """What stands before the declarators: the base type, and where ``const`` was said of it."""

    base: BaseType
    const: Span | None
    span: Span
    volatile: bool = False


@dataclass(frozen=True, slots=True)
class PointerTo:
    """``*``, with the ``const`` and ``volatile`` that follow it (which are the pointer's own)."""

    const: Span | None
    span: Span
    volatile: bool = False


@dataclass(frozen=True, slots=True)
class ArrayOf:
    """``[size]``."""

    size: Expression | None
    span: Span


@dataclass(frozen=True, slots=True)
class FunctionOf:
    """``(parameters)``; ``variadic`` is the place of ``...``."""

    parameters: tuple[ParameterDeclaration, ...]
    variadic: Span | None
    span: Span


Derivation = PointerTo | ArrayOf | FunctionOf


@dataclass(frozen=True, slots=True)
class Declarator:
    """A name (or none) and what is derived around it, nearest the name first: ``*x[3]`` is array, then pointer."""

    name: str | None
    derivations: tuple[Derivation, ...]
    span: Span
    """The name; for a declarator without one, the type it belongs to."""


@dataclass(frozen=True, slots=True)
class TypeName:
    """A type on its own, as in a cast."""

    specifiers: Specifiers
    declarator: Declarator
    span: Span


@dataclass(frozen=True, slots=True)
class ParameterDeclaration:
    """One parameter of a function or function pointer."""

    attributes: Attributes
    specifiers: Specifiers
    declarator: Declarator
    span: Span


Argument = Expression | Omitted | AnySize | Attribute | ParameterDeclaration

# Declarations


class Storage(Enum):
    """The storage word that decides what a declaration declares."""

    NONE = ""
    TYPEDEF = "typedef"
    EXTERN = "extern"


@dataclass(frozen=True, slots=True)
class InitDeclarator:
    """A declarator with its initial value, or with a bit-field's width and what was said of its layout."""

    declarator: Declarator
    value: Expression | None = None
    bits: Expression | None = None
    layout: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldDeclaration:
    """One line of a record's body."""

    attributes: Attributes
    specifiers: Specifiers
    declarators: tuple[InitDeclarator, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class SimpleDeclaration:
    """Everything C declares: types, functions, objects, in one declaration up to its semicolon."""

    attributes: Attributes
    storage: Storage
    specifiers: Specifiers
    declarators: tuple[InitDeclarator, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Define:
    """``#define NAME value``. One without a value declares nothing: its name is skipped wherever it stands."""

    name: str
    value: Expression
    attributes: Attributes
    name_span: Span
    span: Span


@dataclass(frozen=True, slots=True)
class Import:
    """``import "other.cdef";``."""

    path: str
    span: Span


@dataclass(frozen=True, slots=True)
class Interface:
    """``interface IName : IBase { methods };``."""

    name: str
    base: str | None
    attributes: Attributes
    methods: tuple[SimpleDeclaration, ...]
    name_span: Span
    span: Span


Declaration = SimpleDeclaration | Define | Interface


@dataclass(frozen=True, slots=True)
class Module:
    """``[attributes] module name { declarations }``."""

    name: str
    attributes: Attributes
    name_span: Span
    span: Span


@dataclass(frozen=True, slots=True)
class Cdef:
    """One file. A fragment has no module; ``declarations`` are then those of the file itself."""

    file: SourceFile
    module: Module | None
    imports: tuple[Import, ...]
    declarations: tuple[Declaration, ...]
    doubtful: frozenset[str]
    """Words of declarations with a fault in their syntax: nothing is known about them, so nothing is said."""
