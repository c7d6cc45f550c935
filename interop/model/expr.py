"""C expressions as written in attributes, kept as trees so that names in them can be checked and printed anew.

Every node carries the span it came from; spans are not compared, so equal expressions are equal wherever they stand.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field, replace

from interop.diag.span import Span
from interop.model.ctype import CType


@dataclass(frozen=True, slots=True)
class Number:
    """An integer, floating or character constant: its C spelling, and its value."""

    text: str
    value: int | float
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class String:
    """A string literal (adjacent ones already joined): its C spelling with quotes, and its bytes."""

    text: str
    value: bytes
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A parameter, ``result``, ``errno``, a constant, a function, or something only the header knows."""

    name: str
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Unary:
    """A prefix operator: ``* & + - ~ ! ++ --`` or ``sizeof`` of an expression."""

    operator: str
    operand: Expr
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Binary:
    """An infix operator other than assignment and comma."""

    operator: str
    left: Expr
    right: Expr
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Conditional:
    """``test ? then : otherwise``."""

    test: Expr
    then: Expr
    otherwise: Expr
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a function or function-like macro by name."""

    function: Name
    arguments: tuple[Expr, ...]
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Cast:
    """``(type)operand``."""

    type: CType
    operand: Expr
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class SizeofType:
    """``sizeof(type)``."""

    type: CType
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Index:
    """``base[index]``."""

    base: Expr
    index: Expr
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Member:
    """``base.name`` or, with ``arrow``, ``base->name``."""

    base: Expr
    name: str
    arrow: bool
    span: Span = field(compare=False, repr=False)


Expr = Number | String | Name | Unary | Binary | Conditional | Call | Cast | SizeofType | Index | Member


def children(expr: Expr) -> tuple[Expr, ...]:
    """The direct operands of a node, left to right."""
    match expr:
        case Unary(operand=operand) | Cast(operand=operand):
            return (operand,)
        case Binary(left=left, right=right):
            return (left, right)
        case Conditional(test=test, then=then, otherwise=otherwise):
            return (test, then, otherwise)
        case Call(function=function, arguments=arguments):
            return (function, *arguments)
        case Index(base=base, index=index):
            return (base, index)
        case Member(base=base):
            return (base,)
        case _:
            return ()


def names(expr: Expr) -> Iterator[Name]:
    """Every name in the expression, left to right, repeats included."""
    if isinstance(expr, Name):
        yield expr
    for child in children(expr):
        yield from names(child)


def through(expr: Expr, pointers: Container[str]) -> Expr:
    """The expression with ``*p`` for each of ``pointers`` replaced by a name ``*p``, to be spelled apart."""
    match expr:
        case Unary(operator="*", operand=Name(name=name)) if name in pointers:
            return Name(f"*{name}", expr.span)
        case Unary() | Cast():
            return replace(expr, operand=through(expr.operand, pointers))
        case Binary(left=left, right=right):
            return replace(expr, left=through(left, pointers), right=through(right, pointers))
        case Conditional(test=test, then=then, otherwise=otherwise):
            return replace(
                expr,
                test=through(test, pointers),
                then=through(then, pointers),
                otherwise=through(otherwise, pointers),
            )
        case Call(arguments=arguments):
            return replace(expr, arguments=tuple(through(argument, pointers) for argument in arguments))
        case Index(base=base, index=index):
            return replace(expr, base=through(base, pointers), index=through(index, pointers))
        case Member(base=base):
            return replace(expr, base=through(base, pointers))
        case _:
            return expr


def bare_name(expr: Expr) -> str | None:
    """The parameter that ``n`` or ``*n`` names; None for any other expression."""
    match expr:
        case Name(name=name) | Unary(operator="*", operand=Name(name=name)):
            return name
        case _:
            return None


def to_c(
    expr: Expr,
    rename: Callable[[str], str] = lambda name: name,
    special: Callable[[Expr], str | None] = lambda expr: None,
) -> str:
    """The expression as C text, every operand in parentheses where it could matter.

    Names are passed through ``rename``; what ``special`` answers for a part of the expression stands in its place.
    """
    text = special(expr)
    if text is not None:
        return text

    def inside(inner: Expr) -> str:
        return to_c(inner, rename, special)

    def operand(inner: Expr) -> str:
        text = inside(inner)
        return f"({text})" if isinstance(inner, Binary | Conditional | Cast | Unary) else text

    match expr:
        case Number(text=text) | String(text=text):
            return text
        case Name(name=name):
            return rename(name)
        case Unary(operator="sizeof", operand=inner):
            return f"sizeof({inside(inner)})"
        case Unary(operator=operator, operand=inner):
            return operator + operand(inner)
        case Binary(operator=operator, left=left, right=right):
            return f"{operand(left)} {operator} {operand(right)}"
        case Conditional(test=test, then=then, otherwise=otherwise):
            return f"{operand(test)} ? {operand(then)} : {operand(otherwise)}"
        case Call(function=function, arguments=arguments):
            return f"{rename(function.name)}({', '.join(inside(argument) for argument in arguments)})"
        case Cast(type=type_, operand=inner):
            return f"({type_.spell()}){operand(inner)}"
        case SizeofType(type=type_):
            return f"sizeof({type_.spell()})"
        case Index(base=base, index=index):
            return f"{operand(base)}[{inside(index)}]"
        case Member(base=base, name=name, arrow=arrow):
            return f"{operand(base)}{'->' if arrow else '.'}{name}"
