"""Rules for the fields of records: which attributes fit which types, and pointers that nobody described."""

from __future__ import annotations

from collections.abc import Iterator

from interop.diag.codes import finding
from interop.diag.report import Diagnostic, Label
from interop.frontend.callbacks import is_function
from interop.frontend.judging import (
    FieldRule,
    JudgedRecord,
    array_of,
    dereferenced,
    describes,
    innermost,
    is_arithmetic,
    is_countable,
    is_implied_text,
    is_opaque_target,
    is_void,
    pointer_of,
)
from interop.frontend.records import NESTED
from interop.frontend.rules_expressions import names_in_contract
from interop.frontend.rules_shape import FOR_BSTR, FOR_POINTERS
from interop.frontend.rules_unannotated import RAW, VECTOR, count_beside
from interop.frontend.sites import FieldSite
from interop.model.ctype import CType, RecordRef, element_of, is_bstr, is_character, strip
from interop.model.expr import names

_FOR_ARRAYS = ("length_is", "byte_length_is", "null_terminated", "element")
_FOR_ANY_LENGTH = (*_FOR_ARRAYS, "size_is", "byte_size_is")


def shown(ctype: CType) -> str:
    """A type as its author wrote it: untagged records have no name but one of ours."""
    base = innermost(ctype)
    if isinstance(base, RecordRef) and base.spelling.startswith(NESTED):
        return ctype.spell().replace(base.spelling, f"{'union' if base.is_union else 'struct'} {{ ... }}")
    return ctype.spell()


def attribute_fits_type(site: FieldSite, judged: JudgedRecord) -> Iterator[Diagnostic]:
    array = array_of(site.type)
    if pointer_of(site.type) is not None:
        return
    fitting: tuple[str, ...] = () if array is None else _FOR_ARRAYS if array.count is not None else _FOR_ANY_LENGTH
    if is_bstr(site.type):
        fitting = FOR_BSTR
    if is_function(element_of(site.type)):
        fitting = (*fitting, "raw")  # the pointers of an array, in place of callables
    for name in FOR_POINTERS:
        if name not in site.items or name in fitting:
            continue
        if array is not None and name in _FOR_ANY_LENGTH:
            yield finding(
                "E0208",
                f"{site.title} is '{shown(site.type)}', which has a size",
                site.items[name].name_span,
                notes=(f"help: write {name.replace('size', 'length')} for how much of it is valid",),
            )
        else:
            message = f"'{name}' is for pointers, and {site.title} is '{shown(site.type)}'"
            yield finding("E0208", message, site.items[name].name_span)


def switch_on_union(site: FieldSite, judged: JudgedRecord) -> Iterator[Diagnostic]:
    """``switch_is`` stands on a union inside a struct, and counts with the integers beside it."""
    switch = site.field.switch
    if switch is None:
        return
    base = strip(site.type)
    if judged.record.record.is_union or not isinstance(base, RecordRef) or not base.is_union:
        what = "stands in a union itself" if judged.record.record.is_union else f"is '{shown(site.type)}'"
        message = f"'switch_is' is for a union in a struct, and {site.title} {what}"
        yield finding("E0251", message, site.span("switch_is"))
        return
    for name in names(switch):
        member = judged.value(name.name)
        if member is not None and not is_countable(member.type):
            yield finding(
                "E0251",
                f"'{member.name}' is '{shown(member.type)}', which is no tag",
                name.span,
                also=(Label(member.origin, "declared here"),),
                notes=("help: a tag is an integer or an enum",),
            )


def reads_through(site: FieldSite, judged: JudgedRecord) -> Iterator[Diagnostic]:
    """Expressions of fields are over the values of fields: what a pointer among them points at may not be there."""
    expressions = [expr for expr, _ in names_in_contract(site.contract)]
    if site.field.switch is not None:
        expressions.append(site.field.switch)
    for expr in expressions:
        for name in dereferenced(expr):
            member = judged.value(name.name)
            if member is not None and pointer_of(member.type) is not None:
                yield finding(
                    "E0211",
                    f"this reads through '{name.name}', which may be NULL in a record",
                    name.span,
                    also=(Label(member.origin, "declared here"),),
                )


def unannotated_field(site: FieldSite, judged: JudgedRecord) -> Iterator[Diagnostic]:
    pointer = pointer_of(site.type)
    contract = site.contract
    if pointer is None or judged.is_private or contract.raw or is_bstr(site.type):
        return
    if describes(contract) or is_opaque_target(pointer.target) or is_implied_text(site.type):
        return
    if contract.nullable is not None and not (is_void(pointer.target) or is_character(pointer.target)):
        return  # one value, or none
    yield finding(
        "N0104",
        f"nobody described {site.title} of '{judged.title}'",
        site.origin,
        f"'{shown(site.type)}' is handed on raw",
        notes=(f"help: {_guess(site, judged)}", RAW),
    )


def _guess(site: FieldSite, judged: JudgedRecord) -> str:
    pointer = pointer_of(site.type)
    assert pointer is not None, "only pointers are guessed at"
    target, count = pointer.target, count_beside(site, judged)
    inner = pointer_of(target)
    if inner is not None and is_character(inner.target):
        if count is not None:
            return f"[size_is({count}), element(string)] for a list of text that '{count}' counts"
        if VECTOR.search(site.name) or not judged.record.record.is_union:
            return "[null_terminated, element(string)] for a list of text that NULL ends"
    if is_character(target):
        return "[string] for text" + (f", [size_is({count})] for '{count}' of them" if count else "")
    if is_void(target):
        return f"[byte_size_is({count or 'n'})] for {count or 'n'} bytes"
    if count is not None:
        return f"[size_is({count})] for an array that '{count}' counts, [unique] for one value or NULL"
    if is_arithmetic(target) or inner is not None:
        return "[unique] for one value or NULL, [size_is(n)] for an array of n"
    return "[unique] for one record or NULL, [ref] for one, [size_is(n)] for an array of n"


FIELD_SHAPE_RULES: tuple[FieldRule, ...] = (attribute_fits_type, switch_on_union)
FIELD_CONTENT_RULES: tuple[FieldRule, ...] = (reads_through, unannotated_field)
