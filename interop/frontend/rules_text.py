"""Rules for text: where it ends, how it is encoded, how much room it has."""

from __future__ import annotations

from collections.abc import Iterator

from interop.diag.codes import finding
from interop.diag.report import Diagnostic, Label
from interop.frontend.judging import (
    Around,
    Judged,
    SiteRule,
    depth_of,
    innermost,
    is_implied_text,
    is_lone_bstr,
    is_plain_char,
)
from interop.frontend.sites import Site
from interop.model.contract import Direction, Encoding
from interop.model.ctype import holds_bstr, is_character


def string_ended_once(site: Site, judged: Around) -> Iterator[Diagnostic]:
    if site.contract.string and site.contract.null_terminated and depth_of(site.type) == 1:
        yield finding(
            "E0214",
            f"{site.title} is [string] and [null_terminated]",
            site.span("null_terminated"),
            "text ends with its NUL anyway",
            also=(Label(site.span("string")),),
            notes=("help: write string for text, or null_terminated for an array of characters",),
        )


def encoding_of_text(site: Site, judged: Around) -> Iterator[Diagnostic]:
    encoding = site.contract.encoding
    if encoding is None or holds_bstr(site.type):
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


def bstr_is_complete(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    """A BSTR's encoding, its length and who frees it are what makes it a BSTR."""
    if not holds_bstr(site.type):
        return
    for name in ("encoding", *(("owned",) if is_lone_bstr(site) else ())):
        if name in site.items:
            yield finding(
                "E0240",
                f"'{name}' says of {site.title} what a BSTR has of its own",
                site.span(name),
                "it is UTF-16, knows its length, and is freed with SysFreeString",
                notes=("help: drop it",),
            )


TEXT_RULES: tuple[SiteRule, ...] = (string_ended_once, encoding_of_text, room_of_argument, bstr_is_complete)
