"""What the rules have in common: what they look at, what they are, and the questions they ask of types."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from interop.diag.report import Diagnostic
from interop.frontend.annotations import Place
from interop.frontend.resolve import Resolved
from interop.frontend.sites import FunctionSite, Site
from interop.frontend.tree import Attribute
from interop.model.contract import Contract
from interop.model.ctype import (
    CType,
    EnumRef,
    FunctionType,
    Kind,
    Pointer,
    Primitive,
    RecordRef,
    Void,
    is_bstr,
    is_character,
    strip,
)
from interop.model.expr import Binary, Conditional, Expr, Index, Member, Name, Unary, children


@dataclass(frozen=True, slots=True)
class Judged:
    """The function whose parameters and result are judged, and everything around it."""

    resolved: Resolved
    function: FunctionSite


SiteRule = Callable[[Site, Judged], Iterator[Diagnostic]]
"""Judges one parameter or result."""
FunctionRule = Callable[[Judged], Iterator[Diagnostic]]
"""Judges a function as a whole."""
ModuleRule = Callable[[Resolved], Iterator[Diagnostic]]
"""Judges the module as a whole."""


def pointer_of(ctype: CType) -> Pointer | None:
    """The pointer behind a type's names, if it is one; a BSTR counts as a value."""
    stripped = strip(ctype)
    return stripped if isinstance(stripped, Pointer) and not is_bstr(ctype) else None


def depth_of(ctype: CType) -> int:
    """How many pointers stand on one another."""
    depth = 0
    while (pointer := pointer_of(ctype)) is not None:
        depth += 1
        ctype = pointer.target
    return depth


def innermost(ctype: CType) -> CType:
    """What the last of a type's pointers points at; the type itself when it is no pointer."""
    while (pointer := pointer_of(ctype)) is not None:
        ctype = pointer.target
    return strip(ctype)


def is_lone_bstr(site: Site) -> bool:
    """Whether it points at one BSTR, and not at several."""
    pointer = pointer_of(site.type)
    return pointer is not None and is_bstr(pointer.target) and not (site.contract.size or site.contract.null_terminated)


def is_plain_char(ctype: CType) -> bool:
    stripped = strip(ctype)
    return isinstance(stripped, Primitive) and stripped.kind is Kind.CHAR


def is_arithmetic(ctype: CType) -> bool:
    """Whether a value of it is one scalar: the contents that a direction can speak of."""
    return isinstance(strip(ctype), Primitive | EnumRef)


def is_countable(ctype: CType) -> bool:
    """Whether a value of it can be a number of elements."""
    match strip(ctype):
        case Primitive(kind=kind):
            return kind.is_integer
        case EnumRef():
            return True
        case _:
            return False


def is_opaque_target(ctype: CType) -> bool:
    """Whether a pointer to it can only be handed on: to an incomplete record or to a function."""
    stripped = strip(ctype)
    return isinstance(stripped, FunctionType) or (isinstance(stripped, RecordRef) and stripped.is_opaque)


def is_implied_text(ctype: CType) -> bool:
    """``const char *`` (and the wide ones): text without being told."""
    pointer = pointer_of(ctype)
    return pointer is not None and pointer.const and is_character(pointer.target)


def describes(contract: Contract) -> bool:
    """Whether anything was said about what a pointer points at."""
    return bool(
        contract.direction
        or contract.size
        or contract.length
        or contract.string
        or contract.encoding
        or contract.null_terminated
        or contract.owned
        or contract.grow
        or contract.query
        or contract.element
        or contract.fixed
        or contract.marshaller
    )


def dereferenced(expr: Expr) -> Iterator[Name]:
    """The names an expression reads through, as in ``*n``, ``n[0]`` and ``n->x``."""
    match expr:
        case Unary(operator="*", operand=inner) | Index(base=inner) | Member(base=inner, arrow=True):
            yield from _pointers(inner)
        case _:
            pass
    for child in children(expr):
        yield from dereferenced(child)


def _pointers(expr: Expr) -> Iterator[Name]:
    """The names whose values make up an address."""
    match expr:
        case Name():
            yield expr
        case Binary(operator="+" | "-", left=left, right=right):
            yield from _pointers(left)
            yield from _pointers(right)
        case Conditional(then=then, otherwise=otherwise):
            yield from _pointers(then)
            yield from _pointers(otherwise)
        case _:
            return


def is_open(resolved: Resolved) -> bool:
    """Whether the C compiler sees headers or sources, so that names this front end does not know may well exist."""
    binding = resolved.library.binding
    return bool(binding.headers or binding.sources or binding.includes)


def element_site(site: Site) -> Site | None:
    """The elements of an array of pointers as a site of their own, judged by what ``element(...)`` says."""
    pointer = pointer_of(site.type)
    if site.contract.element is None or pointer is None or pointer_of(pointer.target) is None:
        return None
    attribute = site.items["element"]
    items = {nested.name: nested for nested in attribute.arguments or () if isinstance(nested, Attribute)}
    return Site(
        Place.ELEMENT, site.name, pointer.target, site.contract.element, items, attribute.span, None, site.is_sound
    )


def is_void(ctype: CType) -> bool:
    return isinstance(strip(ctype), Void)


def is_record(ctype: CType) -> bool:
    return isinstance(strip(ctype), RecordRef)
