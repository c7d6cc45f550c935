"""A look ahead over one tree: which records have a body somewhere, and which names are declared at all."""

from __future__ import annotations

from collections.abc import Iterator

from interop.diag.span import Span
from interop.frontend.tree import Cdef, Define, EnumSpecifier, Interface, RecordSpecifier, Specifiers, Storage


def bodies(specifiers: Specifiers) -> Iterator[RecordSpecifier | EnumSpecifier]:
    """Every record and enum with a body in these specifiers, inner ones first."""
    match specifiers.base:
        case RecordSpecifier(fields=tuple(fields)) as record:
            for field in fields:
                yield from bodies(field.specifiers)
            yield record
        case EnumSpecifier(members=tuple()) as enum:
            yield enum
        case _:
            return


def complete_records(cdef: Cdef) -> set[str]:
    """The spellings of tagged records that have a body."""
    found: set[str] = set()
    for declaration in cdef.declarations:
        if not isinstance(declaration, Define | Interface):
            for body in bodies(declaration.specifiers):
                if isinstance(body, RecordSpecifier) and body.tag is not None:
                    found.add(f"{'union' if body.is_union else 'struct'} {body.tag}")
    return found


def tag_typedefs(cdef: Cdef) -> dict[str, str]:
    """The first name that a typedef gives to each tagged record itself."""
    found: dict[str, str] = {}
    for declaration in cdef.declarations:
        if isinstance(declaration, Define | Interface) or declaration.storage is not Storage.TYPEDEF:
            continue
        match declaration.specifiers.base:
            case RecordSpecifier(tag=str(tag), is_union=is_union):
                for init in declaration.declarators:
                    if init.declarator.name is not None and not init.declarator.derivations:
                        found.setdefault(f"{'union' if is_union else 'struct'} {tag}", init.declarator.name)
            case _:
                pass
    return found


def declared_names(cdef: Cdef) -> dict[str, Span]:
    """Every name the file declares, tags apart, with its place."""
    found: dict[str, Span] = {}
    for declaration in cdef.declarations:
        match declaration:
            case Define(name=name, name_span=span) | Interface(name=name, name_span=span):
                found.setdefault(name, span)
            case _:
                for body in bodies(declaration.specifiers):
                    if isinstance(body, EnumSpecifier):
                        for member in body.members or ():
                            found.setdefault(member.name, member.span)
                for init in declaration.declarators:
                    if init.declarator.name is not None:
                        found.setdefault(init.declarator.name, init.declarator.span)
    return found


def typedef_names(cdef: Cdef) -> set[str]:
    """Every name that a typedef of the file declares."""
    return {
        init.declarator.name
        for declaration in cdef.declarations
        if not isinstance(declaration, Define | Interface) and declaration.storage is Storage.TYPEDEF
        for init in declaration.declarators
        if init.declarator.name is not None
    }
