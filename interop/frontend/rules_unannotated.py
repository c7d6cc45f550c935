"""Pointers that nobody described: they are passed raw, and the attribute that probably fits is suggested."""

from __future__ import annotations

import re
from collections.abc import Iterator

from interop.diag.codes import finding
from interop.diag.report import Diagnostic
from interop.frontend.annotations import Place
from interop.frontend.judging import (
    Around,
    Judged,
    describes,
    is_arithmetic,
    is_countable,
    is_implied_text,
    is_opaque_target,
    is_plain_char,
    is_record,
    is_void,
    pointer_of,
)
from interop.frontend.sites import Site
from interop.model.ctype import Array, Pointer, RecordRef, is_bstr, is_character, strip

_COUNT = re.compile(r"(^n$|^n_|_n$|len|size|count|num|cap|max|bytes|elems|(?-i:^[cl]b?[A-Z]))", re.IGNORECASE)
VECTOR = re.compile(r"arg[sv]|env", re.IGNORECASE)
RAW = "note: [raw] says that the pointer itself is meant"


def unannotated_parameter(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    pointer = _undescribed(site, judged)
    if pointer is None or site.place is not Place.PARAMETER:
        return
    target = pointer.target
    if is_implied_text(site.type):
        return
    if pointer.const and (is_arithmetic(target) or is_record(target) or is_bstr(target)):
        return
    notes = (RAW,) if _is_aggregate(pointer) else (f"help: {_guess(site, pointer, judged)}", RAW)
    yield finding(
        "N0101",
        f"nobody described {site.title} of '{judged.function.function.name}'",
        site.origin,
        f"'{site.type.spell()}' is passed raw",
        notes=notes,
    )


def unannotated_result(site: Site, judged: Judged) -> Iterator[Diagnostic]:
    pointer = _undescribed(site, judged)
    if pointer is None or site.place is not Place.RESULT or is_implied_text(site.type):
        return
    if _is_read(site, pointer):
        return
    if judged.function.function.policy.success is not None and not site.contract.retval:
        return  # a status, which is checked and not returned
    if "success" in judged.function.items and not site.contract.retval:
        return
    if is_character(pointer.target):
        guess = "[string] for text that C keeps, [string, owned(free)] for text that is the caller's to free"
    elif is_arithmetic(pointer.target):
        guess = "[size_is(n)] for an array of n elements"
    elif is_void(pointer.target):
        guess = "[byte_size_is(n)] for n bytes"
    else:
        guess = "[size_is(n), element(...)] for an array of n pointers"
    yield finding(
        "N0102",
        f"nobody described {site.title}",
        site.origin,
        f"'{site.type.spell()}' is returned raw",
        notes=(RAW,) if _is_aggregate(pointer) else (f"help: {guess}", RAW),
    )


def _is_read(site: Site, pointer: Pointer) -> bool:
    """Whether a pointer to a record is read into a new one: its const says that it is not the caller's to change."""
    target = strip(pointer.target)
    said = pointer.const or site.contract.nullable is not None
    return isinstance(target, RecordRef) and not target.is_opaque and said


def _undescribed(site: Site, judged: Judged) -> Pointer | None:
    """The pointer, if nothing was said of it, it could have been described, and Python will see it."""
    pointer = pointer_of(site.type)
    if site.contract.closure is not None or _is_user_data(site, judged):
        return None
    if judged.is_callback and judged.function.function.name not in judged.resolved.taken:
        return None
    if judged.function.function.private or judged.resolved.library.handle_of(site.type) is not None:
        return None
    if pointer is None or site.contract.raw or describes(site.contract) or is_opaque_target(pointer.target):
        return None
    return pointer


def _is_user_data(site: Site, judged: Judged) -> bool:
    """Whether it belongs to a callback, which is what Python passes."""
    name = judged.function.function.name
    if judged.is_callback and any(c.name == name and c.closure == site.name for c in judged.resolved.library.callbacks):
        return True
    return any(site.name in (p.contract.closure, p.contract.destroy) for p in judged.function.function.parameters)


def _is_aggregate(pointer: Pointer) -> bool:
    """Whether it points at what this version hands on only as it is."""
    return isinstance(strip(pointer.target), RecordRef | Array)


def _guess(site: Site, pointer: Pointer, judged: Judged) -> str:
    count = count_beside(site, judged)
    target = pointer.target
    if (inner := pointer_of(target)) is not None:
        return _guess_pointers(site, pointer, inner, count)
    if is_void(target):
        if count is None:
            return "[in, byte_size_is(n)] if C reads n bytes, [out, byte_size_is(n)] if it fills them"
        if pointer.const:
            return f"[in, byte_size_is({count})] if '{count}' counts its bytes"
        return f"[out, byte_size_is({count})] if C fills '{count}' bytes, [in, byte_size_is({count})] if it reads them"
    if is_character(target):
        if count is None:
            return "[in, string] if C reads text, [out, string, size_is(n)] if it writes text of up to n characters"
        items = "bytes" if is_plain_char(target) else "characters"
        return f"[out, string, size_is({count})] if C writes text, [in, size_is({count})] if it reads {items}"
    if count is not None and not _COUNT.search(site.name):
        return (
            f"[in, size_is({count})] if C reads an array that '{count}' counts, "
            f"[out, size_is({count})] if it fills it, [out] if it writes one value"
        )
    return "[out] if C writes one value, [in, out] if it reads and writes it, [in, size_is(n)] if it reads n of them"


def _guess_pointers(site: Site, pointer: Pointer, inner: Pointer, count: str | None) -> str:
    if is_character(inner.target):
        if VECTOR.search(site.name):
            return "[in, null_terminated, element(string)] for a list of text"
        if count is not None:
            return f"[in, size_is({count}), element(string)] for a list of text that '{count}' counts"
        return "[out, string] if C hands out text, with owned(free) if it is the caller's to free"
    return "[out] if C stores a pointer there"


def count_beside(site: Site, judged: Around) -> str | None:
    """The parameter or field behind this one, or else before it, that looks like its number of elements."""
    sites = judged.sites
    index = next((i for i, other in enumerate(sites) if other is site), None)
    if index is None:
        return None
    for other in (*sites[index + 1 : index + 2], *sites[max(0, index - 1) : index]):
        pointer = pointer_of(other.type)
        if _COUNT.search(other.name) and is_countable(pointer.target if pointer else other.type):
            return f"*{other.name}" if pointer else other.name
    return None
