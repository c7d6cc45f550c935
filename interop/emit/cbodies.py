"""Records as C text: their bodies with untagged ones in place, and names for those that C has no name for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from interop.model.ctype import Array, CType, FunctionType, Pointer, RecordRef, strip
from interop.model.library import Field, Library, Record


def definition(record: Record, library: Library) -> str:
    """``struct point { double x; double y; };`` as the compiler reads it where no header declares it."""
    keyword = f"{_keyword(record)} "
    if record.spelling.startswith(keyword):
        return _packed(f"{_whole(record, record.spelling, library)};", record.pack)
    return _packed(f"typedef {_whole(record, _keyword(record), library)} {record.spelling};", record.pack)


def twin(record: Record, name: str, library: Library) -> str:
    """The same record under another tag, to be compared with what the header declares."""
    return _packed(f"{_whole(record, f'{_keyword(record)} {name}', library)};", record.pack)


def cffi_definition(record: Record, library: Library) -> str:
    """The record for cffi's parser. Dots leave the layout to the compiler, except beside bit-fields, which cffi must
    lay out itself: where it cannot, because not all is declared, C's own words change it, or a record with dots is
    part of it, they are left out."""
    fields = record.fields or ()
    is_plain = not record.is_partial and not record.layout and not any(field.layout for field in fields)
    is_plain = is_plain and not any(_holds_record(field.type) for field in fields if field.name)
    has_bits = any(field.bits is not None for field in fields)
    if not (has_bits and is_plain):
        fields = tuple(field for field in fields if field.bits is None)
    members = "".join(f"{line} " for line in _cffi_members(fields, library))
    body = f"{{ {members}{'' if has_bits and is_plain else '...; '}}}"
    if record.spelling.startswith(f"{_keyword(record)} "):
        return f"{record.spelling} {body};"
    return f"typedef {_keyword(record)} {body} {record.spelling};"


def _holds_record(ctype: CType) -> bool:
    base = strip(ctype)
    while isinstance(base, Array):
        base = strip(base.element)
    return isinstance(base, RecordRef)


def is_anonymous(record: Record, library: Library) -> bool:
    """Whether it is the type of a member without a name, so that C has no way to speak of it."""
    return record.is_nested and any(
        isinstance(field.type, RecordRef) and field.type.spelling == record.spelling and not field.name
        for other in library.records
        for field in other.fields or ()
    )


def nested_names(library: Library) -> Iterator[str]:
    """A typedef for each untagged record that is the type of a named field, outer ones first."""
    for record in library.records:
        if not record.is_nested:
            yield from _names_inside(record, record.spelling, library)


def nested_record(ctype: CType, library: Library) -> Record | None:
    """The untagged record that a field's type is made of, through pointers, arrays and functions."""
    match ctype:
        case RecordRef():
            record = library.record(ctype)
            return record if record is not None and record.is_nested else None
        case Pointer(target=inner) | Array(element=inner) | FunctionType(result=inner):
            return nested_record(inner, library)
        case _:
            return None


def _keyword(record: Record) -> str:
    return "union" if record.is_union else "struct"


def _packed(text: str, pack: int | None) -> str:
    return text if pack is None else f'_Pragma("pack(push, {pack})") {text} _Pragma("pack(pop)")'


def _whole(record: Record, head: str, library: Library) -> str:
    members = "".join(f"{line} " for line in _members(record.fields or (), library))
    return f"{head} {{ {members}}}{f' {record.layout}' if record.layout else ''}"


def _members(fields: tuple[Field, ...], library: Library) -> Iterator[str]:
    """One line for each field; those that share an untagged record share its body, or they would differ in type."""
    for inner, group in groupby(fields, lambda field: nested_record(field.type, library)):
        if inner is None:
            yield from (_member(field) for field in group)
            continue
        whole = _whole(inner, _keyword(inner), library)
        for const, same in groupby(group, lambda field: field.const):
            declarators = ", ".join(_declarator(field) for field in same)
            yield f"{'const ' if const else ''}{whole}{f' {declarators}' if declarators else ''};"


def _member(field: Field) -> str:
    return f"{_alignas(field)}{value(field, field.name)}{_suffix(field)};"


def value(field: Field, declarator: str, qualifier: str = "") -> str:
    """The field's type around a declarator, with the const of the field itself and perhaps another qualifier."""
    qualifiers = f"{'const ' if field.const else ''}{qualifier}"
    return _qualified(field.type, declarator, qualifiers) if qualifiers else field.type.spell(declarator)


def _qualified(ctype: CType, declarator: str, qualifiers: str) -> str:
    match ctype:
        case Array(element=element, count=count):
            return _qualified(element, f"{declarator}[{'' if count is None else count}]", qualifiers)
        case Pointer():
            return ctype.spell(f"{qualifiers}{declarator}")
        case _:
            return f"{qualifiers}{ctype.spell(declarator)}"


def _declarator(field: Field) -> str:
    """``a``, ``*b`` or ``c[3]``: the field without the record that its type is made of."""
    return f"{_around(field.type).spell(field.name).strip()}{_suffix(field)}"


def _around(ctype: CType) -> CType:
    match ctype:
        case Pointer(target=inner):
            return replace(ctype, target=_around(inner), const=ctype.const and isinstance(inner, Pointer))
        case Array(element=inner):
            return replace(ctype, element=_around(inner))
        case FunctionType(result=inner):
            return replace(ctype, result=_around(inner))
        case _:
            return RecordRef("")


def _alignas(field: Field) -> str:
    return f"{field.layout} " if field.layout.startswith("_Alignas") else ""


def _suffix(field: Field) -> str:
    bits = "" if field.bits is None else f" : {field.bits}"
    return f"{bits} {field.layout}" if field.layout and not _alignas(field) else bits


def _cffi_members(fields: tuple[Field, ...], library: Library) -> Iterator[str]:
    for field in fields:
        anonymous = library.record(field.type) if not field.name and field.bits is None else None
        if anonymous is None:
            bits = "" if field.bits is None else f" : {field.bits}"
            yield f"{value(field, field.name)}{bits};"
        else:
            members = " ".join(_cffi_members(anonymous.fields or (), library))
            yield f"{_keyword(anonymous)} {{ {members} }};"


def _names_inside(record: Record, base: str, library: Library) -> Iterator[str]:
    """``base`` is the nearest record around the fields that C has a name for."""
    seen: set[str] = set()
    for field in record.fields or ():
        inner = nested_record(field.type, library)
        if inner is None or inner.spelling in seen:
            continue
        seen.add(inner.spelling)
        if not field.name:
            yield from _names_inside(inner, base, library)
            continue
        inside = _value_of(field.type, f"(({base} *)0)->{field.name}")
        if field.const:
            # A value, unlike what it was read from, is not const.
            inside = f"((void)0, {inside})"
        yield f"typedef __typeof__({inside}) {inner.spelling};"
        yield from _names_inside(inner, inner.spelling, library)


def _value_of(ctype: CType, expression: str) -> str:
    """An expression of the untagged record's type, from one of a type that is made of it."""
    match ctype:
        case Pointer(target=FunctionType(result=inner, parameters=parameters)):
            arguments = ", ".join(f"*({parameter.spell('*')})0" for parameter in parameters)
            return _value_of(inner, f"({expression})({arguments})")
        case Pointer(target=inner) | Array(element=inner):
            return _value_of(inner, f"{expression}[0]")
        case _:
            return expression
