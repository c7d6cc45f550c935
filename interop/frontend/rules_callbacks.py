"""Rules for callbacks: who carries their user data, how long C keeps them, and what may be said of their parameters."""

from __future__ import annotations

from collections.abc import Iterator

from interop.diag.codes import finding
from interop.diag.report import Diagnostic, Label
from interop.frontend.annotations import Place
from interop.frontend.judging import FieldRule, FunctionRule, Judged, JudgedRecord, SiteRule, is_void, pointer_of
from interop.frontend.sites import FieldSite, Site
from interop.model.contract import ScopeKind
from interop.model.ctype import FunctionType, element_of, is_hresult, strip
from interop.model.expr import names
from interop.model.library import Callback, Library

_FOR_CALLBACKS = ("scope", "closure", "destroy", "on_error", "success")
_IN_PLACE = ("on_error", "success")
"""What stands in front of a callback's typedef, or of the parameter or field that it is written in."""
_OF_DATA = (
    *("size_is", "length_is", "byte_size_is", "byte_length_is", "null_terminated", "owned", "element", "index_of"),
)
"""What describes memory, and so never a function pointer, but perhaps what it returns."""
_OUTWARD = (
    *("grow", "query", "defaultvalue", "optional", "fixed", "pin", "copy", "always", "retained", "owned_by", "format"),
    *("scope", "destroy", "on_error", "success", "retval"),
)
"""What only a call by Python can mean."""


def callback_attributes(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    """Those that stand on a parameter which takes a callback."""
    if site.place is not Place.PARAMETER or judged.is_callback:
        return
    callback = judged.resolved.library.callback_of(site.type, site.contract)
    for word in _FOR_CALLBACKS:
        if word in site.items and callback is None:
            pointer = pointer_of(site.type)
            is_data = word == "closure" and pointer is not None and is_void(pointer.target)
            notes = ("help: write closure(data) on the callback whose user data this is",) if is_data else ()
            text = f"'{word}' is for callbacks, and {site.title} is none"
            yield finding("E0270", text, site.items[word].name_span, notes=notes)
    if callback is None:
        return
    yield from _user_data(site, judged, callback)
    yield from _said_elsewhere(site, callback)
    yield from _of_data(site)


def _said_elsewhere(site: Site, callback: Callback) -> Iterator[Diagnostic]:
    said = {"on_error": "what C gets when '{}' raises", "success": "when '{}' has not failed"}
    for word in _IN_PLACE:
        if word in site.items and not callback.in_place:
            text = f"{said[word].format(callback.name)} is said where that is declared"
            note = f"help: write {word} in front of the typedef"
            yield finding("E0270", text, site.items[word].name_span, notes=(note,))


def _of_data(site: Site) -> Iterator[Diagnostic]:
    pointer = pointer_of(site.type)
    if pointer is None or not isinstance(strip(pointer.target), FunctionType):
        return
    for word in _OF_DATA:
        if word in site.items:
            text = f"'{word}' is for pointers to data, and {site.title} is a function pointer"
            note = "help: what the callback returns is described in front of a typedef of its own"
            yield finding("E0208", text, site.items[word].name_span, notes=(note,))


def callback_field(site: FieldSite, judged: JudgedRecord) -> Iterator[Diagnostic]:
    """Those that stand on a field which holds function pointers, and how long what it holds may be called."""
    found = judged.resolved.library.callback_of(element_of(site.type), site.contract)
    callback = None if site.contract.raw else found
    for word in ("scope", *_IN_PLACE):
        if word in site.items and callback is None:
            why = "is raw" if site.contract.raw and found is not None else "is none"
            yield finding("E0270", f"'{word}' is for callbacks, and {site.title} {why}", site.items[word].name_span)
    if callback is None:
        return
    yield from _said_elsewhere(site, callback)
    yield from _of_data(site)
    if site.contract.scope is not None and site.contract.scope.kind is not ScopeKind.FOREVER:
        text = f"C may call what {site.title} holds as long as the record is there"
        note = "help: drop scope, or write scope(forever)"
        yield finding("E0270", text, site.items["scope"].name_span, notes=(note,))


def _user_data(site: Site, judged: Judged, callback: Callback) -> Iterator[Diagnostic]:
    sites = {other.name: other for other in judged.function.parameters if other.name != site.name}
    closure, destroy = site.contract.closure, site.contract.destroy
    if closure is not None:
        data = sites.get(closure)
        pointer = pointer_of(data.type) if data is not None else None
        if pointer is None or not is_void(pointer.target):
            what = (
                f"'{closure}' is no 'void *' of '{judged.function.function.name}'"
                if closure
                else "closure needs a name"
            )
            note = "help: write closure(data), where data is the parameter that C hands back to the callback"
            yield finding("E0271", what, site.span("closure"), notes=(note,))
        elif callback.closure is None:
            text = f"nobody said which parameter of '{callback.name}' is the user data"
            note = "help: write [closure] in front of it"
            yield finding("E0271", text, site.span("closure"), also=(Label(callback.origin),), notes=(note,))
    if destroy is not None:
        other = sites.get(destroy)
        function = pointer_of(other.type) if other is not None else None
        if function is None or not isinstance(strip(function.target), FunctionType):
            text = f"'{destroy}' is no function pointer of '{judged.function.function.name}'"
            yield finding("E0271", text, site.span("destroy"))
        elif closure is None:
            note = "help: write closure(data), since what is destroyed is the user data"
            yield finding("E0271", "destroy needs closure", site.span("destroy"), notes=(note,))


def inside_callback(judged: Judged) -> Iterator[Diagnostic]:
    """What is said of a callback's own parameters and result."""
    closures = [site for site in judged.function.parameters if site.contract.closure is not None]
    for site in (*judged.function.parameters, judged.function.result):
        for word in _OUTWARD:
            # A status may be kept as a result, and is one of the parameters.
            is_status = word == "retval" and "success" in judged.function.items and site is not judged.function.result
            if word in site.items and not is_status:
                text = f"'{word}' is for calls out of Python, and {site.title} belongs to a callback"
                yield finding("E0272", text, site.items[word].name_span)
    for site in closures:
        if site.contract.closure:
            text = "inside a callback closure takes no name: it marks the user data itself"
            yield finding("E0272", text, site.span("closure"))
        elif site is not closures[0]:
            also = (Label(closures[0].span("closure"), "the first one is here"),)
            yield finding("E0272", "a callback has one parameter for user data", site.span("closure"), also=also)
        elif (pointer := pointer_of(site.type)) is None or not is_void(pointer.target):
            text = f"user data is a 'void *', and {site.title} is '{site.type.spell()}'"
            yield finding("E0272", text, site.span("closure"))


def changes_hands(judged: Judged) -> Iterator[Diagnostic]:
    """Whose a handle is after a callback may depend on what C sees of it."""
    library, result, items = judged.resolved.library, judged.function.result, judged.function.items
    if is_void(result.type) or judged.function.function.policy.success is not None or "success" in items:
        return
    for site in judged.function.parameters:
        if "consumes" in site.items and library.handle_of(site.type) is not None:
            yield finding(
                "E0274",
                f"nobody says what '{judged.function.function.name}' returns when it has taken {site.title} over",
                site.span("consumes"),
                also=(Label(result.origin, "C may close it again, depending on this"),),
                notes=("help: write success(result == 0) in front; success(1) if it takes it over whatever happens",),
            )


def stops_without_what_is_gone(judged: Judged) -> Iterator[Diagnostic]:
    """``on_error`` may be a call with what C passed, but not with a handle that the callable may have closed."""
    function = judged.function.function
    callback = next((c for c in judged.resolved.library.callbacks if c.function is function), None)
    if callback is None or callback.on_error is None or not is_void(judged.function.result.type):
        return
    used = {each.name for each in names(callback.on_error)}
    for site in judged.function.parameters:
        if "consumes" in site.items and site.name in used:
            text = f"on_error uses {site.title}, which is Python's by then and may be closed"
            yield finding("E0274", text, site.span("consumes"), also=(Label(callback.origin),))


def judges_a_completion(judged: Judged) -> Iterator[Diagnostic]:
    """``success`` in front of a typedef is for code that awaits, so for callbacks that C only tells something; and for
    those by which handles change hands."""
    items = judged.function.items
    if "success" not in items:
        return
    library, result = judged.resolved.library, judged.function.result
    if not is_void(result.type) and any(_changes_hands(site, library) for site in judged.function.parameters):
        success = judged.function.function.policy.success
        used = {each.name for each in (names(success) if success is not None else ())}
        others = (used & {p.name for p in judged.function.function.parameters}) | used.intersection(
            function.name for function in library.functions
        )
        for other in sorted(others):
            text = f"'success' of a callback that returns something speaks of its result alone, not of '{other}'"
            yield finding("E0273", text, items["success"].name_span)
        for word in ("raises", "message", "errno"):
            if word in items and not is_hresult(result.type):
                text = f"'{word}' is for code that awaits, and '{judged.function.function.name}' returns something"
                yield finding("E0273", text, items[word].name_span, also=(Label(result.origin),))
        return
    answers = [site for site in judged.function.parameters if "out" in site.items]
    handles = [site for site in judged.function.parameters if library.handle_of(site.type) is not None]
    lent = [site for site in handles if "consumes" not in site.items]
    name = judged.function.function.name
    takers = [site for each in judged.resolved.functions for site in each.parameters if _takes(site, name, library)]
    label = ""
    if not is_void(result.type):
        what, where = "it returns something", result.origin
    elif answers:
        what, where = "it gives something back", answers[0].origin
    elif lent:
        what, where = "its handle is only lent", lent[0].origin
    elif takers and not any(map(_may_be_awaited, takers)):
        what, where, label = "scope(async) is not said", takers[0].origin, "where it is taken"
    else:
        return
    text = f"'success' says when what is awaited has failed, and '{name}' cannot be awaited: {what}"
    yield finding("E0273", text, items["success"].name_span, also=(Label(where, label),))


def _changes_hands(site: Site, library: Library) -> bool:
    pointer = pointer_of(site.type)
    gives = pointer is not None and "out" in site.items and library.handle_of(pointer.target) is not None
    return (gives and "borrowed" not in site.items) or "consumes" in site.items


def _may_be_awaited(site: Site) -> bool:
    scope = site.contract.scope
    return not site.is_sound or (scope is not None and scope.kind is ScopeKind.ASYNC)


def _takes(site: Site, name: str, library: Library) -> bool:
    callback = library.callback_of(site.type, site.contract)
    return callback is not None and callback.name == name


CALLBACK_SITE_RULES: tuple[SiteRule, ...] = (callback_attributes,)
CALLBACK_FIELD_RULES: tuple[FieldRule, ...] = (callback_field,)
CALLBACK_RULES: tuple[FunctionRule, ...] = (
    inside_callback,
    changes_hands,
    stops_without_what_is_gone,
    judges_a_completion,
)
"""Asked of callbacks alone."""
