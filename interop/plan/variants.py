"""Variants: records that Python sees as the value of their live member, and what each member is to Python."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from interop.model.ctype import (
    Pointer,
    Primitive,
    RecordRef,
    Void,
    is_boolean,
    is_bstr,
    is_character,
    strip,
)
from interop.model.expr import bare_name
from interop.model.library import Field, Record
from interop.plan.fields import FieldPlan, Live, Switched, Taken, VariantPlan

ANY = "object"
"""The type of a member of which nothing more is known here; it is read, and goes in as a record only."""


def kind_of(field: Field) -> str:
    """The type that the values of a member have in Python."""
    base = strip(field.type)
    if is_bstr(field.type):
        return "str"
    if is_boolean(field.type):
        return "bool"
    if isinstance(base, Primitive):
        if base.kind.is_character:
            return ANY
        return "int" if base.kind.is_integer else "float"
    if not isinstance(base, Pointer) or field.contract.raw:
        return ANY
    sized = field.contract.size is not None
    if field.contract.string or (base.const and is_character(base.target) and not sized):
        return "str"
    target = strip(base.target)
    is_memory = isinstance(target, Void) or is_character(base.target)
    return "bytes" if sized and is_memory and not field.contract.null_terminated else ANY


def values_of(record: Record, bodies: Mapping[str, Record]) -> tuple[str, ...]:
    """The types that the value of a variant may have, None last."""
    kinds = dict.fromkeys(kind_of(member) for member in _members(record, bodies))
    return (*kinds, "None")


def _members(record: Record, bodies: Mapping[str, Record]) -> Iterator[Field]:
    for field in record.fields or ():
        union = strip(field.type)
        if field.switch is not None and isinstance(union, RecordRef) and union.spelling in bodies:
            yield from bodies[union.spelling].fields or ()


def plan_variant(record: Record, fields: tuple[FieldPlan, ...]) -> VariantPlan | None:
    """The first member of each type takes the values of that type."""
    if not record.is_variant:
        return None
    found: dict[str, Taken] = {}
    tag: str | None = None
    for field in fields:
        for member in field.shape.members if isinstance(field.shape, Switched) else (field,):
            if member.live is None:
                continue
            tag = bare_name(member.live.tag)
            kind = kind_of(member.field)
            if kind != ANY and (member.live.values or member.live.is_default):
                found.setdefault(kind, Taken(kind, field, _value(member.live)))
    says = next((field for field in fields if field.field.name == tag and field.live is None), None)
    return VariantPlan(says, tuple(found.values()) if says is not None else (), record.none_tag)


def _value(live: Live) -> int:
    """A tag with which the member is live."""
    return next(value for value in count() if value not in live.values) if live.is_default else live.values[0]
