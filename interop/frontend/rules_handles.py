"""Rules for handles: what closes them, who takes them over, and on which others they depend."""

from __future__ import annotations

from collections.abc import Iterator

from interop.diag.codes import finding
from interop.diag.report import Diagnostic, Label
from interop.frontend.annotations import Place
from interop.frontend.judging import Judged, ModuleRule, SiteRule, is_open, pointer_of
from interop.frontend.resolve import Resolved
from interop.frontend.sites import Site
from interop.frontend.suggest import closest
from interop.model.contract import ScopeKind
from interop.model.ctype import Primitive, strip
from interop.model.library import Function, Handle, Role


def close_functions(resolved: Resolved) -> Iterator[Diagnostic]:
    library = resolved.library
    for handle in library.handles:
        if handle.close is None or handle.imported:
            continue
        function = library.function(handle.close)
        if function is None:
            if handle.close in resolved.scope.doubtful or handle.close in resolved.scope.functions or is_open(resolved):
                continue
            near = closest(handle.close, resolved.scope.functions)
            yield finding(
                "E0262",
                f"there is no function '{handle.close}' to close '{handle.name}'",
                handle.origin,
                notes=(f"help: did you mean '{near}'?" if near else "help: declare it in this module",),
            )
        elif not function.parameters or library.handle_of(function.parameters[0].type) != handle:
            yield finding(
                "E0262",
                f"'{handle.close}' cannot close '{handle.name}': it must take one",
                handle.origin,
                also=(Label(function.origin, "declared here"),),
            )
        elif any(p.contract.fixed is None and p.contract.default is None for p in function.parameters[1:]):
            yield finding(
                "E0262",
                f"'{handle.close}' cannot close '{handle.name}': it needs more than that",
                handle.origin,
                also=(Label(function.origin, "declared here"),),
                notes=("help: give the other parameters a default or a fixed value",),
            )


_RENAME = "help: give another name in front of it: method(name), property(name) or static_method(class, name)"
_OF_EVERY_HANDLE = frozenset(["address", "aio", "close", "closed", "detach", "from_address", "live"])


def distinct_members(resolved: Resolved) -> Iterator[Diagnostic]:
    """No function takes the place of what every handle has, or of another function."""
    first: dict[tuple[str, str], Function] = {}
    for site in resolved.functions:
        function, member = site.function, site.function.member
        if member is None or member.role in (Role.CONSTRUCTOR, Role.ITERATOR):
            continue
        if member.name in _OF_EVERY_HANDLE:
            yield finding(
                "E0306",
                f"'{function.name}' would be called '{member.name}' in '{member.handle}', which all handles have",
                function.origin,
                notes=(_RENAME,),
            )
        other = first.setdefault((member.handle, member.name), function)
        both = {member.role, other.member.role if other.member is not None else None}
        if other is not function and both != {Role.GETTER, Role.SETTER}:
            yield finding(
                "E0306",
                f"'{function.name}' and '{other.name}' would both be called '{member.name}' in '{member.handle}'",
                function.origin,
                also=(Label(other.origin, "the first one is here"),),
                notes=(_RENAME,),
            )


def _handle_of(site: Site, judged: Judged) -> Handle | None:
    """The handle that a parameter or result is, or that its pointer leads to."""
    library = judged.resolved.library
    pointer = pointer_of(site.type)
    return library.handle_of(site.type) or (library.handle_of(pointer.target) if pointer is not None else None)


def _keeps_as_long_as(name: str, site: Site, judged: Judged) -> bool:
    """Whether that is a callback which C calls after the call, so that what is passed can be kept for it."""
    other = next((p for p in judged.function.parameters if p.name == name and p is not site), None)
    if other is None or site.place is not Place.PARAMETER:
        return False
    callback = judged.resolved.library.callback_of(other.type, other.contract)
    scope = other.contract.scope
    return callback is not None and scope is not None and scope.kind is not ScopeKind.CALL


def _borrowed(site: Site, handle: Handle | None) -> Iterator[Diagnostic]:
    comes_back = site.place is not Place.PARAMETER or "out" in site.items
    if handle is None or not comes_back:
        why = "is none" if handle is None else "does not"
        yield finding(
            "E0263", f"'borrowed' is for handles that come back, and {site.title} {why}", site.span("borrowed")
        )
    for word in ("retained", "owned_by"):
        if word in site.items:
            yield finding(
                "E0404",
                f"'{word}' and 'borrowed' contradict each other: the call knows whose it is, or it does not",
                site.span("borrowed"),
                also=(Label(site.span(word)),),
            )


def handle_attributes(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    """``consumes`` on a handle; ``retained`` and ``owned_by`` with the name of one, ``retained`` also with
    that of a callback."""
    handle = _handle_of(site, judged)
    if "consumes" in site.items and handle is not None and "in" in site.items and "out" in site.items:
        yield finding(
            "E0404",
            "'consumes' and 'in, out' contradict each other: C gives a handle back, or it takes one over",
            site.span("consumes"),
            also=(Label(site.span("out")),),
            notes=("help: drop consumes: what C replaces is C's anyway",),
        )
    elif "consumes" in site.items and (handle is None or judged.resolved.library.handle_of(site.type) is None):
        yield finding("E0263", f"'consumes' is for handles, and {site.title} is none", site.span("consumes"))
    for word, name in (("retained", site.contract.retained), ("owned_by", site.contract.owned_by)):
        if name is None or word not in site.items:
            continue
        others = (other for other in judged.function.parameters if other is not site)
        handles = [other.name for other in others if _handle_of(other, judged)]
        if word == "retained" and _keeps_as_long_as(name, site, judged):
            continue
        if name not in handles:
            near = f"help: write {word}({handles[0]})" if handles else "help: name a parameter that is a handle"
            message = f"'{name}' is no other handle of the call"
            if word == "retained" and site.place is Place.PARAMETER:
                message += ", and no callback that C calls after it"
            yield finding("E0263", message, site.span(word), notes=(near,))
    place = site.contract.retained_at
    if place is not None:
        numbers = [p.name for p in judged.function.parameters if _is_integer(p)]
        if place not in numbers or "out" in site.items or site.place is not Place.PARAMETER:
            message = f"'{place}' is no integer that is passed beside what is kept"
            yield finding("E0263", message, site.span("retained"))
        keepers = (_handle_of(p, judged) for p in judged.function.parameters if p.name == site.contract.retained)
        keeper = next(keepers, None)
        if keeper is not None and not keeper.exclusive:
            yield finding(
                "E0263",
                f"several calls at once may use a '{keeper.py_name}', so nothing says what C kept last",
                site.span("retained"),
                notes=(f"help: add exclusive to the handle '{keeper.name}'",),
            )
    if "retained" in site.items and "owned_by" in site.items:
        yield finding(
            "E0404",
            "'retained' and 'owned_by' contradict each other: it depends on the other handle, or belongs to it",
            site.span("owned_by"),
            also=(Label(site.span("retained")),),
        )
    if "borrowed" in site.items:
        yield from _borrowed(site, handle)
    if "owned_by" in site.items and site.place is Place.PARAMETER and "out" not in site.items:
        yield finding("E0263", f"'owned_by' is for what comes back, and {site.title} does not", site.span("owned_by"))


def _is_integer(site: Site) -> bool:
    base = strip(site.type)
    return isinstance(base, Primitive) and base.kind.is_integer


HANDLE_RULES: tuple[SiteRule, ...] = (handle_attributes,)
HANDLE_MODULE_RULES: tuple[ModuleRule, ...] = (close_functions, distinct_members)
