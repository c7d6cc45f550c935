"""Whether the attributes of a value fit its type at all."""

from __future__ import annotations

from collections.abc import Iterator

from interop.diag.codes import finding
from interop.diag.report import Diagnostic, Label
from interop.frontend.annotations import Place
from interop.frontend.judging import Around, Judged, SiteRule, innermost, is_void, pointer_of, target_of
from interop.frontend.sites import Site
from interop.model.contract import Direction
from interop.model.ctype import CType, FunctionType, Pointer, RecordRef, is_bstr, may_be_text, strip

_CONTRADICTORY = (
    ("size_is", "byte_size_is", "the size is given in elements or in bytes"),
    ("length_is", "byte_length_is", "the length is given in elements or in bytes"),
    ("unique", "ref", "a pointer may be NULL or it may not"),
    ("pin", "copy", "the caller's memory is passed or a copy of it"),
    ("defaultvalue", "fixed", "a fixed value cannot be passed, so it has no default"),
    ("optional", "fixed", "a fixed value cannot be passed, so it cannot be left out"),
    ("defaultvalue", "optional", "what is passed for a left-out argument is the default, or NULL and zero"),
    ("grow", "query", "the room is found by trying or by asking"),
    ("fixed", "out", "what is only out has no value on the way in"),
    *(
        ("index_of", name, "what comes back is a number")
        for name in ("string", "size_is", "byte_size_is", "null_terminated", "owned", "raw")
    ),
    *(
        ("raw", name, "a raw pointer is passed as it is")
        for name in (
            *("in", "out", "string", "size_is", "length_is", "byte_size_is", "byte_length_is", "null_terminated"),
            *("owned", "element", "grow", "query", "pin", "copy", "encoding", "always", "marshal_with"),
        )
    ),
)
FOR_POINTERS = (
    *("size_is", "length_is", "byte_size_is", "byte_length_is", "null_terminated", "unique", "ref", "owned", "element"),
    *("grow", "query", "raw", "always", "pin", "copy", "index_of"),
)
FOR_BSTR = ("unique", "ref", "raw")
"""What may be said of a BSTR by value, since it is a pointer in C."""
FOR_NUMBERED = ("unique", "ref")
"""What may be said of a handle that is a number, if some number is none."""


def contradiction(site: Site, judged: Around) -> Iterator[Diagnostic]:
    for first, second, reason in _CONTRADICTORY:
        # A fixed value that C updates: it starts fixed and comes back.
        if (first, second) == ("fixed", "out") and "in" in site.items:
            continue
        if first in site.items and second in site.items:
            yield finding(
                "E0404",
                f"'{first}' and '{second}' contradict each other: {reason}",
                site.items[second].name_span,
                also=(Label(site.items[first].name_span),),
            )


def result_direction(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    if site.place is Place.RESULT and "in" in site.items:
        yield finding(
            "E0202",
            f"{site.title} cannot be [in]",
            site.items["in"].name_span,
            "a result only comes out",
            notes=("help: attributes of a parameter stand in front of it, inside the parentheses",),
        )


def direction_needs_pointer(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    if site.place is Place.PARAMETER and "out" in site.items and pointer_of(site.type) is None:
        yield finding(
            "E0201",
            f"{site.title} is [out] but it is passed by value",
            site.items["out"].name_span,
            also=(Label(site.origin, f"C gets a copy of type '{site.type.spell()}'"),),
            notes=("help: write a pointer, or drop out",),
        )


def attribute_needs_pointer(site: Site, judged: Around) -> Iterator[Diagnostic]:
    if pointer_of(site.type) is not None:
        return
    handle = judged.resolved.library.handle_of(site.type)
    may_be_none = handle is not None and handle.invalid
    fitting = FOR_BSTR if is_bstr(site.type) else FOR_NUMBERED if may_be_none else ()
    for name in FOR_POINTERS:
        if name in site.items and name not in fitting:
            yield finding(
                "E0208",
                f"'{name}' is for pointers, and {site.title} is '{site.type.spell()}'",
                site.items[name].name_span,
            )


def string_target(site: Site, judged: Around) -> Iterator[Diagnostic]:
    if site.contract.string and not (target_of(site.type) and may_be_text(innermost(site.type))):
        yield finding(
            "E0204",
            f"{site.title} is [string] but it is '{site.type.spell()}'",
            site.span("string"),
            "text is made of char, wchar_t, char16_t or char32_t",
            notes=(f"help: {_instead_of_string(site.type)}",),
        )


def _instead_of_string(ctype: CType) -> str:
    if pointer_of(ctype) is None:
        return "write a pointer, or drop string"
    if is_void(innermost(ctype)):
        return "for memory without a type, write byte_size_is(n)"
    return "for an array ended by a zero element, write null_terminated"


def unsupported_types(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    ctype = strip(site.type)
    match ctype:
        case RecordRef(spelling="va_list"):
            yield finding("E0604", "arguments of type 'va_list' are not supported", site.origin)
        case RecordRef(is_opaque=True):
            yield finding(
                "E0312",
                f"{site.title} is a '{site.type.spell()}', whose body is not known here",
                site.origin,
                notes=("help: write a pointer to it",),
            )
        case Pointer(target=target) if site.contract.direction not in (None, Direction.IN):
            if isinstance(strip(target), FunctionType):
                yield finding(
                    "E0603",
                    f"{site.title} is a function pointer, which C can only be given",
                    site.span("in", "out"),
                    notes=("help: for one that C sets, write the address of a function pointer",),
                )
        case _:
            return


SHAPE_RULES: tuple[SiteRule, ...] = (
    contradiction,
    result_direction,
    direction_needs_pointer,
    attribute_needs_pointer,
    string_target,
    unsupported_types,
)
