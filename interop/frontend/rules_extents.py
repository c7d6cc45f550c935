"""Rules for sizes and lengths, and for calls that are repeated with more room."""

from __future__ import annotations

from collections.abc import Iterator

from interop.diag.codes import finding
from interop.diag.report import Diagnostic, Label
from interop.frontend.annotations import Place
from interop.frontend.judging import Around, Judged, SiteRule, depth_of, is_countable, pointer_of
from interop.frontend.sites import Site
from interop.model.contract import Direction, Extent
from interop.model.expr import Call, Expr, Name, Number, String, Unary, bare_name, children


def extent_levels(site: Site, judged: Around) -> Iterator[Diagnostic]:
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


def whole_numbers(site: Site, judged: Around) -> Iterator[Diagnostic]:
    """A text or a fraction counts nothing, whatever C would make of it."""
    for extent in (site.contract.size, site.contract.length):
        for level in extent.levels if extent is not None else ():
            for part in _operands(level) if level is not None else ():
                if isinstance(part, String) or (isinstance(part, Number) and isinstance(part.value, float)):
                    yield finding("E0209", f"{part.text} is no number of elements", part.span)


def _operands(expr: Expr) -> Iterator[Expr]:
    """The parts of an expression that its value is computed from; what is passed to a function is not among them."""
    yield expr
    if not isinstance(expr, Call):
        for child in children(expr):
            yield from _operands(child)


def size_parameter(site: Site, judged: Around) -> Iterator[Diagnostic]:
    for extent in (site.contract.size, site.contract.length):
        for level in extent.levels if extent is not None else ():
            name = bare_name(level) if level is not None else None
            parameter = judged.value(name) if name is not None else None
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


def length_within_size(site: Site, judged: Judged) -> Iterator[Diagnostic]:
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


EXTENT_RULES: tuple[SiteRule, ...] = (extent_levels, size_parameter, whole_numbers, length_within_size, calling_again)
