"""What the rules have in common: what they look at, what they are, and the questions they ask of types."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from interop.diag.report import Diagnostic
from interop.frontend.annotations import Place
from interop.frontend.resolve import Resolved
from interop.frontend.sites import FieldSite, FunctionSite, RecordSite, Site
from interop.frontend.tree import Attribute
from interop.model.contract import Contract
from interop.model.ctype import (
    Array,
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
from interop.model.library import Field, Parameter


@dataclass(frozen=True, slots=True)
class Judged:
    """The function whose parameters and result are judged, and everything around it."""

    resolved: Resolved
    function: FunctionSite
    is_callback: bool = False
    """C calls it, and Python is what is called."""

    @property
    def sites(self) -> tuple[Site, ...]:
        """What expressions may name, in C's order."""
        return self.function.parameters

    @property
    def is_private(self) -> bool:
        return self.function.function.private

    def value(self, name: str) -> Parameter | None:
        """What a name stands for in an expression."""
        return self.function.function.parameter(name)


@dataclass(frozen=True, slots=True)
class JudgedRecord:
    """The record whose fields are judged; ``visible`` are the fields that their expressions may name."""

    resolved: Resolved
    record: RecordSite
    visible: tuple[Field, ...]

    @property
    def title(self) -> str:
        """The record as its author calls it."""
        record = self.record.record
        return record.spelling if not record.is_nested else "union" if record.is_union else "struct"

    @property
    def sites(self) -> tuple[Site, ...]:
        return self.record.fields

    @property
    def is_private(self) -> bool:
        return self.record.record.private

    def value(self, name: str) -> Field | None:
        return next((member for member in self.visible if member.name == name), None)


Around = Judged | JudgedRecord
"""What surrounds one value that is judged."""
SiteRule = Callable[[Site, Judged], Iterator[Diagnostic]]
"""Judges one parameter or result."""
FieldRule = Callable[[FieldSite, JudgedRecord], Iterator[Diagnostic]]
"""Judges one field."""
ValueRule = Callable[[Site, Around], Iterator[Diagnostic]]
"""Judges any value: a parameter, a result, a field or an element."""
RecordRule = Callable[[JudgedRecord], Iterator[Diagnostic]]
"""Judges a record as a whole."""
FunctionRule = Callable[[Judged], Iterator[Diagnostic]]
"""Judges a function as a whole."""
ModuleRule = Callable[[Resolved], Iterator[Diagnostic]]
"""Judges the module as a whole."""


def pointer_of(ctype: CType) -> Pointer | None:
    """The pointer behind a type's names, if it is one; a BSTR counts as a value."""
    stripped = strip(ctype)
    return stripped if isinstance(stripped, Pointer) and not is_bstr(ctype) else None


def depth_of(ctype: CType) -> int:
    """How many pointers, or arrays, stand on one another."""
    depth = 0
    while (target := target_of(ctype)) is not None:
        depth += 1
        ctype = target
    return depth


def innermost(ctype: CType) -> CType:
    """What the last of a type's pointers points at; the type itself when it is neither pointer nor array."""
    while (target := target_of(ctype)) is not None:
        ctype = target
    return strip(ctype)


def is_lone_bstr(site: Site) -> bool:
    """Whether it points at one BSTR, and not at several."""
    pointer = pointer_of(site.type)
    return pointer is not None and is_bstr(pointer.target) and not (site.contract.size or site.contract.null_terminated)


def array_of(ctype: CType) -> Array | None:
    """The array behind a type's names, if it is one; only a field's type is."""
    stripped = strip(ctype)
    return stripped if isinstance(stripped, Array) else None


def target_of(ctype: CType) -> CType | None:
    """What a pointer points at, or what an array consists of."""
    pointer, array = pointer_of(ctype), array_of(ctype)
    return pointer.target if pointer is not None else array.element if array is not None else None


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
        or contract.index_of
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
    target = target_of(site.type)
    if site.contract.element is None or target is None or pointer_of(target) is None:
        return None
    attribute = site.items["element"]
    items = {nested.name: nested for nested in attribute.arguments or () if isinstance(nested, Attribute)}
    return Site(Place.ELEMENT, site.name, target, site.contract.element, items, attribute.span, None, site.is_sound)


def is_void(ctype: CType) -> bool:
    return isinstance(strip(ctype), Void)


def is_record(ctype: CType) -> bool:
    return isinstance(strip(ctype), RecordRef)
