"""Rules for memory: who allocates and frees it, whose it is, what the elements of an array are."""

from __future__ import annotations

from collections.abc import Iterator

from interop.diag.codes import finding
from interop.diag.report import Diagnostic, Label
from interop.frontend.annotations import Place
from interop.frontend.judging import (
    Around,
    Judged,
    SiteRule,
    depth_of,
    is_implied_text,
    is_lone_bstr,
    is_open,
    is_plain_char,
    pointer_of,
    target_of,
)
from interop.frontend.sites import Site
from interop.frontend.suggest import closest
from interop.model.contract import Contract, Direction
from interop.model.ctype import Pointer, RecordRef, is_boolean, is_character, strip
from interop.model.library import Function


def owned_memory(site: Site, judged: Around) -> Iterator[Diagnostic]:
    owned = site.contract.owned
    if owned is None or pointer_of(site.type) is None or is_lone_bstr(site):
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


def index_of_array(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    name = site.contract.index_of
    if name is None or judged.is_callback:
        return
    pointer = pointer_of(site.type)
    into = next((other for other in judged.function.parameters if other.name == name), None)
    array = pointer_of(into.type) if into is not None else None
    if into is None or pointer is None or array is None or not _is_passed_array(into):
        arrays = [other.name for other in judged.function.parameters if _is_passed_array(other)]
        note = f"help: write index_of({arrays[0]})" if arrays else "help: the array needs [in, size_is(n)]"
        yield finding("E0225", f"'{name}' is no array that is passed", site.span("index_of"), notes=(note,))
    elif strip(pointer.target) != strip(array.target):
        text = f"{site.title} points to '{pointer.target.spell()}', and the elements are '{array.target.spell()}'"
        yield finding("E0225", text, site.span("index_of"), also=(Label(into.origin, "the array"),))


def _is_passed_array(site: Site) -> bool:
    contract = site.contract
    reads = contract.direction is not None and contract.direction.reads_in
    one_level = pointer_of(site.type) is not None and depth_of(site.type) == 1
    return reads and one_level and contract.size is not None and not contract.string and contract.owned is None


def _known_free_function(site: Site, name: str, judged: Around) -> Iterator[Diagnostic]:
    library = judged.resolved.library
    function = library.function(name)
    if function is not None:
        yield from _fit_free_function(site, function, name == _free_name(site))
        return
    known = name in ("free", "malloc") or name in judged.resolved.scope.doubtful or is_open(judged.resolved)
    if known or name in judged.resolved.scope.functions:
        return
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
    elif contract.size is None and not isinstance(strip(pointer.target), RecordRef):
        reason = "only a record or an array with a size has memory of the caller's to pass"
    elif isinstance(strip(pointer.target), Pointer):
        reason = "an array of pointers is built for the call"
    elif is_boolean(pointer.target) or (is_character(pointer.target) and not is_plain_char(pointer.target)):
        reason = f"no Python buffer has items of type '{pointer.target.spell()}'"
    if reason is not None:
        yield finding("E0221", f"{site.title} cannot be pinned", site.span("pin"), reason, notes=("help: drop pin",))


def elements(site: Site, judged: Around) -> Iterator[Diagnostic]:
    target, element = target_of(site.type), site.contract.element
    if element is None or element == Contract(marshaller=element.marshaller):
        return  # a marshaller converts elements of any type
    if target is not None and not isinstance(strip(target), Pointer):
        yield finding(
            "E0222",
            f"the elements of {site.title} are '{target.spell()}', not pointers",
            site.span("element"),
            "attributes of elements speak of what each one points at",
        )


def ended_elements(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    """A NULL among the elements would be the end of them."""
    element = site.contract.element
    if element is not None and element.nullable and site.contract.null_terminated and site.contract.size is None:
        yield finding(
            "E0404",
            "'unique' and 'null_terminated' contradict each other: a NULL among the elements ends the array",
            site.span("element"),
            also=(Label(site.span("null_terminated")),),
        )


MEMORY_RULES: tuple[SiteRule, ...] = (owned_memory, pinning, elements, ended_elements, index_of_array)
