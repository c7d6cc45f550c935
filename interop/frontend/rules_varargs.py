"""Rules for variable arguments: who says what goes through ``...``, and whether that can be checked."""

from __future__ import annotations

from collections.abc import Iterator

from interop.diag.codes import finding
from interop.diag.report import Diagnostic
from interop.frontend.judging import (
    FunctionRule,
    Judged,
    ModuleRule,
    SiteRule,
    is_implied_text,
    is_plain_char,
    pointer_of,
)
from interop.frontend.resolve import Resolved
from interop.frontend.sites import Site
from interop.model.contract import Direction
from interop.model.ctype import FunctionType
from interop.model.library import Function

FORMATS = ("printf",)
"""What ``format(...)`` may name: the languages of format strings that stubs can read."""


def known_format(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    """``format(printf)`` stands on the text of a variadic function."""
    if "format" not in site.items:
        return
    place, contract, name = site.span("format"), site.contract, judged.function.function.name
    if contract.format not in FORMATS:
        yield finding(
            "E0406",
            f"there is no format '{contract.format}'",
            place,
            notes=("help: write format(printf)", "note: functions like scanf take shapes, varargs(...)"),
        )
    elif not judged.function.function.variadic:
        yield finding("E0232", f"nothing that '{name}' takes depends on the format", place, "there is no '...'")
    elif not _is_text_in(site):
        yield finding(
            "E0232",
            f"{site.title} cannot be a format",
            place,
            notes=("help: write it on a 'const char *' that is text and never NULL",),
        )


def _is_text_in(site: Site) -> bool:
    contract, pointer = site.contract, pointer_of(site.type)
    is_text = is_implied_text(site.type) or contract.string
    is_never_null = not contract.nullable and not contract.optional
    return (
        pointer is not None
        and is_plain_char(pointer.target)
        and is_text
        and is_never_null
        and contract.size is None
        and contract.marshaller is None
        and contract.direction in (None, Direction.IN)
    )


def one_format(judged: Judged) -> Iterator[Diagnostic]:
    formats = [site for site in judged.function.parameters if site.contract.format is not None]
    for site in formats[1:]:
        yield finding("E0232", "a function has one format", site.span("format"))


def checked_arguments(judged: Judged) -> Iterator[Diagnostic]:
    """Arguments that only C can make sense of: a wrong one is a crash, so somebody should say what is right."""
    function = judged.function.function
    if not (function.variadic and function.prototype) or function.private:
        return
    if any(parameter.contract.format is not None for parameter in function.parameters):
        return
    if not function.has_rest:
        yield from _checked_shape(judged)
        return
    help = f"help: {_instead(judged)}"
    if "varargs" in judged.function.items:
        message = f"nothing checks what is passed through the '...' of '{function.name}'"
        place = judged.function.items["varargs"].span
        yield finding("W0203", message, place, "C takes any argument for what it expects", notes=(help,))
    else:
        message = f"nobody described what goes through the '...' of '{function.name}'"
        notes = (help, "note: [varargs] says that the caller chooses")
        yield finding("N0103", message, function.origin, "further arguments are passed as they are", notes=notes)


def _looks_like_format(site: Site) -> bool:
    return site.name.lower() in ("format", "fmt", "template") and _is_text_in(site)


def _checked_shape(judged: Judged) -> Iterator[Diagnostic]:
    """Declared arguments, and a format from Python that may speak of others."""
    name = judged.function.function.name
    for site in judged.function.parameters:
        if _looks_like_format(site) and site.contract.fixed is None:
            yield finding(
                "W0203",
                f"nothing checks that '{site.name}' speaks of the arguments that '{name}' passes",
                site.origin,
                notes=(
                    'help: write [fixed("...")] with the format of this shape',
                    "help: write [format(printf)], if it is a format of printf's, to have it checked in every call",
                ),
            )


def _instead(judged: Judged) -> str:
    for site in judged.function.parameters:
        if _looks_like_format(site):
            return f"[varargs] with [format(printf)] in front of '{site.name}', if it is a format of printf's"
    return "[varargs(int a)] with the types behind '...'; entry(...) gives one function several such shapes"


def plain_convention(judged: Judged) -> Iterator[Diagnostic]:
    function, items = judged.function.function, judged.function.items
    if function.has_rest and function.callconv not in (None, "cdecl"):
        yield finding(
            "E0404",
            f"'{function.callconv}' is not for arguments that the caller chooses",
            items["callconv"].span,
            notes=("help: write varargs(...) with the types behind '...'",),
        )


def one_prototype(resolved: Resolved) -> Iterator[Diagnostic]:
    """Several declarations of one variadic symbol differ in what stands behind ``...``, and in nothing else."""
    first: dict[str, Function] = {}
    for function in resolved.library.functions:
        known = first.setdefault(function.symbol, function)
        if (known.variadic or function.variadic) and _type(known) != _type(function):
            yield finding(
                "E0302",
                f"the symbol '{function.symbol}' has another prototype here",
                function.origin,
                notes=(f"note: '{known.name}' declares it as '{_type(known).spell(known.symbol)}'",),
            )


def _type(function: Function) -> FunctionType:
    return FunctionType(function.result, tuple(p.type for p in function.prototype), function.variadic)


VARARGS_SITE_RULES: tuple[SiteRule, ...] = (known_format,)
VARARGS_FUNCTION_RULES: tuple[FunctionRule, ...] = (one_format, checked_arguments, plain_convention)
VARARGS_MODULE_RULES: tuple[ModuleRule, ...] = (one_prototype,)
