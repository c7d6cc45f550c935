"""Rules for one parameter or result: direction, text, extents, memory."""

from __future__ import annotations

from collections.abc import Iterator

from interop.diag.codes import finding
from interop.diag.report import Diagnostic, Label
from interop.frontend.annotations import Place
from interop.frontend.judging import (
    Judged,
    SiteRule,
    depth_of,
    innermost,
    is_arithmetic,
    is_character,
    is_countable,
    is_implied_text,
    is_open,
    is_plain_char,
    is_record,
    is_void,
    pointer_of,
)
from interop.frontend.sites import Site
from interop.model.contract import Direction, Encoding, Extent
from interop.model.ctype import CType, FunctionType, Pointer, RecordRef, is_boolean, strip
from interop.model.expr import Name, Unary, bare_name
from interop.model.library import Function

_CONTRADICTORY = (
    ("size_is", "byte_size_is", "the size is given in elements or in bytes"),
    ("length_is", "byte_length_is", "the length is given in elements or in bytes"),
    ("unique", "ref", "a pointer may be NULL or it may not"),
    ("pin", "copy", "the caller's memory is passed or a copy of it"),
    ("defaultvalue", "fixed", "a fixed value cannot be passed, so it has no default"),
    ("optional", "fixed", "a fixed value cannot be passed, so it cannot be left out"),
    ("defaultvalue", "optional", "what is passed for a left-out argument is the default, or NULL and zero"),
    ("grow", "query", "the room is found by trying or by asking"),
    ("fixed", "out", "a fixed value is not a result"),
    *(
        ("raw", name, "a raw pointer is passed as it is")
        for name in (
            *("in", "out", "string", "size_is", "length_is", "byte_size_is", "byte_length_is", "null_terminated"),
            *("owned", "element", "grow", "query", "pin", "copy", "encoding", "always"),
        )
    ),
)
_FOR_POINTERS = (
    *("size_is", "length_is", "byte_size_is", "byte_length_is", "null_terminated", "unique", "ref", "owned", "element"),
    *("grow", "query", "raw", "always", "pin", "copy"),
)


def contradiction(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    for first, second, reason in _CONTRADICTORY:
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


def attribute_needs_pointer(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    if pointer_of(site.type) is not None:
        return
    for name in _FOR_POINTERS:
        if name in site.items:
            yield finding(
                "E0208",
                f"'{name}' is for pointers, and {site.title} is '{site.type.spell()}'",
                site.items[name].name_span,
            )


def writable_target(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    pointer = pointer_of(site.type)
    direction = site.contract.direction
    if site.place is not Place.PARAMETER or pointer is None or not pointer.const or direction is None:
        return
    if direction.writes_back:
        out = site.items["out"].name_span
        yield finding(
            "E0203",
            f"{site.title} is [{direction.value}] but its target is const",
            site.const or site.origin,
            "C may not write through this" if site.const else f"'{site.type.spell()}' points at const",
            also=(Label(out, "written back after the call because of this"),),
            notes=("help: drop 'const', or annotate the parameter [in]",),
        )


def string_target(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    if site.contract.string and not (pointer_of(site.type) and is_character(innermost(site.type))):
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


def string_ended_once(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    if site.contract.string and site.contract.null_terminated and depth_of(site.type) == 1:
        yield finding(
            "E0214",
            f"{site.title} is [string] and [null_terminated]",
            site.span("null_terminated"),
            "text ends with its NUL anyway",
            also=(Label(site.span("string")),),
            notes=("help: write string for text, or null_terminated for an array of characters",),
        )


def encoding_of_text(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    encoding = site.contract.encoding
    if encoding is None:
        return
    if not site.contract.string and not is_implied_text(site.type) and not _element_is_text(site):
        yield finding(
            "E0205",
            f"{site.title} has an encoding but is not text",
            site.span("encoding"),
            notes=("help: add string",) if is_character(innermost(site.type)) else ("help: drop it",),
        )
    elif not is_plain_char(innermost(site.type)) and is_character(innermost(site.type)):
        yield finding(
            "E0206",
            f"{site.title} is made of '{innermost(site.type).spell()}', whose encoding is fixed",
            site.span("encoding"),
            notes=("help: drop it",),
        )
    yield from sound_encoding(encoding, site)


def _element_is_text(site: Site) -> bool:
    return site.contract.element is not None and site.contract.element.string


def sound_encoding(encoding: Encoding, site: Site) -> Iterator[Diagnostic]:
    problem = codec_problem(encoding)
    if problem is not None:
        yield finding("E0207", problem, site.span("encoding"))


def codec_problem(encoding: Encoding) -> str | None:
    """What is wrong with a codec's name or error handler, as Python knows them."""
    import codecs

    try:
        info = codecs.lookup(encoding.codec)
    except (LookupError, ValueError, TypeError):
        return f"Python has no encoding '{encoding.codec}'"
    try:
        codecs.lookup_error(encoding.errors)
    except (LookupError, ValueError, TypeError):
        return f"Python has no error handler '{encoding.errors}'"
    try:
        zero = "a".encode(encoding.codec)
    except (LookupError, UnicodeError):
        return f"'{info.name}' is not an encoding of text"
    if b"\0" in zero:
        return f"'{info.name}' has zero bytes inside of text, so C would see its end too early"
    return None


# Extents


def extent_levels(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    depth = depth_of(site.type)
    for extent in (site.contract.size, site.contract.length):
        if extent is None or extent.span is None:
            continue
        if len(extent.levels) > max(depth, 1):
            yield finding(
                "E0213",
                f"{site.title} has {_counted(depth, 'pointer level')}, and this gives {len(extent.levels)}",
                extent.span,
                also=(Label(site.origin, f"'{site.type.spell()}'"),) if site.place is Place.PARAMETER else (),
            )
        elif all(level is None for level in extent.levels) and not extent.any_size:
            yield finding("E0403", "no level is given a size here", extent.span)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def size_parameter(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    for extent in (site.contract.size, site.contract.length):
        for level in extent.levels if extent is not None else ():
            name = bare_name(level) if level is not None else None
            parameter = judged.function.function.parameter(name) if name is not None else None
            if parameter is None or level is None:
                continue
            pointer = pointer_of(parameter.type)
            what = f"'{parameter.name}' is '{parameter.type.spell()}'"
            also = (Label(parameter.origin, "declared here"),)
            if isinstance(level, Name) and pointer is not None and is_countable(pointer.target):
                note = f"help: write *{parameter.name}"
                yield finding("E0209", f"{what}, not a number of elements", level.span, also=also, notes=(note,))
            elif isinstance(level, Unary) and pointer is None and is_countable(parameter.type):
                note = f"help: write {parameter.name}"
                yield finding("E0209", f"{what}, which '*' cannot read through", level.span, also=also, notes=(note,))
            elif not is_countable(pointer.target if isinstance(level, Unary) and pointer else parameter.type):
                yield finding("E0209", f"{what}, not a number of elements", level.span, also=also)


def size_of_text_elements(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    """``length_is`` says what is valid of the room that ``size_is`` gives."""
    contract = site.contract
    direction = contract.direction
    if site.place is not Place.PARAMETER or direction is not Direction.OUT or contract.size is not None:
        return
    if contract.length is not None and depth_of(site.type) == 1:
        yield finding(
            "E0212",
            f"{site.title} has a length but no size",
            site.span("length_is", "byte_length_is"),
            "how much room C needs is not said",
            notes=("help: add size_is(...)",),
        )


# Memory


def owned_memory(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    owned = site.contract.owned
    if owned is None or pointer_of(site.type) is None:
        return
    direction = site.contract.direction
    if site.place is Place.PARAMETER and direction is Direction.OUT and depth_of(site.type) < 2:
        yield finding(
            "E0216",
            f"{site.title} is [out] memory of the caller, so C allocates nothing that could be freed",
            site.span("owned"),
            also=(Label(site.origin, f"'{site.type.spell()}' would have to be a pointer to a pointer"),),
        )
        return
    yield from _known_free_function(site, owned.free, judged)
    if owned.alloc is not None:
        yield from _known_free_function(site, owned.alloc, judged)
    elif owned.free != "free" and site.place is Place.PARAMETER and direction is not None and direction.reads_in:
        yield finding(
            "E0217",
            f"what C frees with '{owned.free}' must be allocated to match",
            site.span("owned"),
            "the stub allocates this memory",
            notes=(f"help: name the allocator: owned({owned.free}, alloc_fn)",),
        )


def _known_free_function(site: Site, name: str, judged: Judged) -> Iterator[Diagnostic]:
    library = judged.resolved.library
    function = library.function(name)
    if function is not None:
        yield from _fit_free_function(site, function, name == _free_name(site))
        return
    known = name in ("free", "malloc") or name in judged.resolved.scope.doubtful or is_open(judged.resolved)
    if known or name in judged.resolved.scope.functions:
        return
    from interop.frontend.suggest import closest

    near = closest(name, (*judged.resolved.scope.functions, "free"))
    yield finding(
        "E0215",
        f"there is no function '{name}'",
        site.span("owned"),
        notes=(f"help: did you mean '{near}'?" if near else "help: declare it in this module",),
    )


def _free_name(site: Site) -> str:
    return site.contract.owned.free if site.contract.owned is not None else ""


def _fit_free_function(site: Site, function: Function, frees: bool) -> Iterator[Diagnostic]:
    """A free function takes the pointer and nothing else."""
    parameters = function.parameters
    if frees and (len(parameters) != 1 or pointer_of(parameters[0].type) is None):
        yield finding(
            "E0215",
            f"'{function.name}' cannot free this: it must take one pointer",
            site.span("owned"),
            also=(Label(function.origin, "declared here"),),
        )


def calling_again(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    contract = site.contract
    for name, said in (("grow", contract.grow), ("query", contract.query)):
        if said is None:
            continue
        direction = contract.direction
        if direction is None or not direction.writes_back or contract.size is None:
            missing = "size_is" if direction is not None and direction.writes_back else "out"
            yield finding(
                "E0218",
                f"{site.title} cannot {name}: it is not [out] with a size",
                site.span(name),
                notes=(f"help: add {missing if missing == 'out' else 'size_is(n), where n is a parameter'}",),
            )
        elif _level_name(contract.size) is None:
            yield finding(
                "E0218",
                f"{site.title} cannot {name}: its size is no parameter that could change",
                site.span("size_is", "byte_size_is", name),
                also=(Label(site.span(name)),),
                notes=("help: write size_is(n) or size_is(*n), where n is a parameter",),
            )


def _level_name(extent: Extent) -> str | None:
    return bare_name(extent.levels[0]) if extent.levels and extent.levels[0] is not None else None


def result_parameter(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    """``retval`` and ``always`` speak of what is written back."""
    direction = site.contract.direction
    if site.place is not Place.PARAMETER or (direction is not None and direction.writes_back):
        return
    for name in ("retval", "always"):
        if name in site.items:
            yield finding(
                "E0219", f"'{name}' needs [out], and {site.title} is not", site.span(name), notes=("help: add out",)
            )


def defaults(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    if site.contract.direction is Direction.OUT:
        for name in ("defaultvalue", "optional"):
            if name in site.items:
                yield finding(
                    "E0229",
                    f"{site.title} is only [out], so it is no argument that could be left out",
                    site.span(name),
                    also=(Label(site.span("out")),),
                    notes=("help: write [in, out], or drop it",),
                )


def pinning(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    pointer = pointer_of(site.type)
    if "pin" not in site.items or pointer is None:
        return
    contract = site.contract
    reason = None
    if contract.string or (is_implied_text(site.type) and contract.size is None):
        reason = "text is encoded, so there is no memory of the caller's to pass"
    elif contract.null_terminated:
        reason = "a zero element is appended to a copy"
    elif contract.size is None:
        reason = "only an array with a size has memory of the caller's to pass"
    elif isinstance(strip(pointer.target), Pointer):
        reason = "an array of pointers is built for the call"
    elif is_boolean(pointer.target) or (is_character(pointer.target) and not is_plain_char(pointer.target)):
        reason = f"no Python buffer has items of type '{pointer.target.spell()}'"
    if reason is not None:
        yield finding("E0221", f"{site.title} cannot be pinned", site.span("pin"), reason, notes=("help: drop pin",))


def elements(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    pointer = pointer_of(site.type)
    if site.contract.element is not None and pointer is not None and not isinstance(strip(pointer.target), Pointer):
        yield finding(
            "E0222",
            f"the elements of {site.title} are '{pointer.target.spell()}', not pointers",
            site.span("element"),
            "attributes of elements speak of what each one points at",
        )


# What later versions marshal


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
        case RecordRef():
            passed = "passed" if site.place is Place.PARAMETER else "returned"
            yield finding("E0604", f"records {passed} by value are not supported yet", site.origin)
        case Pointer(target=target) if site.contract.direction is not None or site.contract.size is not None:
            place = site.span("in", "out", "size_is", "byte_size_is")
            if is_record(target) and "raw" not in site.items:
                yield finding(
                    "E0604",
                    f"records with a direction are not supported yet, and {site.title} points at '{target.spell()}'",
                    place,
                    notes=("help: leave the attributes out, or write [raw], to pass the pointer as it is",),
                )
            elif isinstance(strip(target), FunctionType):
                yield finding(
                    "E0603",
                    f"callbacks are not supported yet, and {site.title} is a function pointer",
                    place,
                    notes=("help: leave the attributes out, or write [raw], to pass the pointer as it is",),
                )
        case _:
            return


# Advice


def unnecessary_direction(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    """Only a direction that is alone in its brackets: beside a size or text it reads as documentation."""
    pointer = pointer_of(site.type)
    if site.place is Place.RESULT:
        if "out" in site.items:
            yield finding("W0101", f"{site.title} comes out anyway", site.span("out"), notes=("help: drop out",))
    elif "in" in site.items and "out" not in site.items:
        if pointer is None:
            yield finding(
                "W0101", f"{site.title} is a value, which goes in anyway", site.span("in"), notes=("help: drop in",)
            )
        elif len(site.items) == 1 and pointer.const and is_arithmetic(pointer.target) and site.contract.size is None:
            yield finding(
                "W0101",
                f"{site.title} points at const, so it goes in anyway",
                site.span("in"),
                notes=("help: drop in",),
            )


def room_of_argument(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    contract = site.contract
    if contract.direction is Direction.INOUT and contract.string and contract.size is None and depth_of(site.type) == 1:
        yield finding(
            "W0201",
            f"{site.title} has only the room of the text that is passed in",
            site.span("string"),
            "C overruns it when it writes more",
            notes=("help: add size_is(n)",),
        )


def replaced_pointer(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    pointer = pointer_of(site.type)
    contract = site.contract
    if pointer is None or pointer.const or contract.direction is not Direction.IN or site.place is not Place.PARAMETER:
        return
    is_one = contract.size is None and not contract.null_terminated
    if is_one and isinstance(strip(pointer.target), Pointer):
        yield finding(
            "W0202",
            f"{site.title} is [in], but C may replace the pointer",
            site.span("in"),
            "nothing of that comes back",
            notes=("help: write [in, out], or size_is(n) for an array of pointers",),
        )


POINTER_RULES: tuple[SiteRule, ...] = (
    contradiction,
    result_direction,
    direction_needs_pointer,
    attribute_needs_pointer,
    string_target,
    unsupported_types,
)
"""Whether the attributes fit the type at all. The other rules are asked only where these are content."""

CONTENT_RULES: tuple[SiteRule, ...] = (
    writable_target,
    string_ended_once,
    encoding_of_text,
    extent_levels,
    size_parameter,
    size_of_text_elements,
    owned_memory,
    calling_again,
    result_parameter,
    defaults,
    pinning,
    elements,
    unnecessary_direction,
    room_of_argument,
    replaced_pointer,
)

ELEMENT_RULES: tuple[SiteRule, ...] = (
    contradiction,
    attribute_needs_pointer,
    string_target,
    encoding_of_text,
    owned_memory,
)
