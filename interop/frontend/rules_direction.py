"""Rules for directions: what may be written back, and what a direction adds."""

from __future__ import annotations

from collections.abc import Iterator

from interop.diag.codes import finding
from interop.diag.report import Diagnostic, Label
from interop.frontend.annotations import Place
from interop.frontend.judging import Judged, SiteRule, is_arithmetic, pointer_of
from interop.frontend.sites import Site
from interop.model.contract import Direction
from interop.model.ctype import Pointer, strip


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


def result_parameter(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    """``retval`` and ``always`` speak of what is written back."""
    direction = site.contract.direction
    if site.place is not Place.PARAMETER or (direction is not None and direction.writes_back):
        return
    # In a completion it keeps the status, of which the code that awaits hears nothing otherwise.
    is_told = judged.is_callback and "success" in judged.function.items
    for name in ("retval", "always"):
        if name in site.items and not (name == "retval" and is_told):
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


def replaced_pointer(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    pointer = pointer_of(site.type)
    contract = site.contract
    if pointer is None or pointer.const or contract.direction is not Direction.IN or site.place is not Place.PARAMETER:
        return
    if judged.is_callback:
        return  # there it is C that says so
    is_one = not contract.null_terminated and (
        contract.size is None or (not contract.size.any_size and contract.size.levels[0] is None)
    )
    if is_one and isinstance(strip(pointer.target), Pointer):
        yield finding(
            "W0202",
            f"{site.title} is [in], but C may replace the pointer",
            site.span("in"),
            "nothing of that comes back",
            notes=("help: write [in, out], or size_is(n) for an array of pointers",),
        )


DIRECTION_RULES: tuple[SiteRule, ...] = (
    writable_target,
    result_parameter,
    defaults,
    unnecessary_direction,
    replaced_pointer,
)
