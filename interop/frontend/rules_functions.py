"""Rules for a function as a whole: what failing means, what comes back, and what its arguments are called."""

from __future__ import annotations

from collections.abc import Iterator

from interop.diag.codes import finding
from interop.diag.report import Diagnostic, Label
from interop.frontend.judging import FunctionRule, Judged
from interop.frontend.rules_expressions import known_names, message_is_text, readable_pointers
from interop.frontend.sites import Site
from interop.model.ctype import is_hresult


def failure_condition(judged: Judged) -> Iterator[Diagnostic]:
    items = judged.function.items
    if "success" in items or judged.function.function.policy.success is not None:
        return
    for name in ("errno", "raises", "message"):
        if name in items:
            notes = ("help: add success(...), or write save_errno to read it without raising",)
            yield finding(
                "E0223",
                f"'{name}' says how '{judged.function.function.name}' fails, but not when",
                items[name].name_span,
                notes=notes
                if name == "errno"
                else ("help: add success(...), the condition of a call that did not fail",),
            )


def hidden_name(judged: Judged) -> Iterator[Diagnostic]:
    items = judged.function.items
    if "private" in items and "name" in items:
        yield finding(
            "E0404",
            "'private' and 'name' contradict each other: what is hidden needs no Python name",
            items["name"].name_span,
            also=(Label(items["private"].name_span),),
        )


def one_retval(judged: Judged) -> Iterator[Diagnostic]:
    marked = [site for site in judged.function.parameters if "retval" in site.items]
    for site in marked[1:]:
        yield finding(
            "E0220",
            "a function has one [retval]",
            site.span("retval"),
            also=(Label(marked[0].span("retval"), "the first one is here"),),
            notes=("help: several [out] parameters all come back, retval only marks the one that matters",),
        )


def reserved_parameters(judged: Judged) -> Iterator[Diagnostic]:
    for site in judged.function.parameters:
        if site.name in ("result", "errno") and "name" not in site.items:
            meant = "what the function returned" if site.name == "result" else "the error number after the call"
            yield finding(
                "E0307",
                f"a parameter cannot be called '{site.name}'",
                site.origin,
                f"in expressions '{site.name}' is {meant}",
                notes=(f"help: rename it in the declaration, or write [name({site.name}_)]; C does not care",),
            )


def distinct_arguments(judged: Judged) -> Iterator[Diagnostic]:
    places: dict[str, Site] = {}
    for site, parameter in zip(judged.function.parameters, judged.function.function.parameters, strict=True):
        first = places.setdefault(parameter.py_name, site)
        if first is not site and first.name != site.name:
            yield finding(
                "E0306",
                f"two parameters are called '{parameter.py_name}' in Python",
                site.span("name"),
                also=(Label(first.span("name"), "the first one is here"),),
            )


def unnecessary_words(judged: Judged) -> Iterator[Diagnostic]:
    items = judged.function.items
    if "errno" in items and "save_errno" in items:
        yield finding(
            "W0102",
            "errno is saved anyway",
            items["save_errno"].name_span,
            also=(Label(items["errno"].name_span, "because of this"),),
            notes=("help: drop save_errno",),
        )
    result = judged.function.result
    if "retval" in result.items and "success" not in items and judged.function.function.policy.success is None:
        yield finding(
            "W0102",
            f"{result.title} is a result anyway",
            result.span("retval"),
            "only success makes it a status",
            notes=("help: drop retval",),
        )


def preserved_results(judged: Judged) -> Iterator[Diagnostic]:
    """``preserve_sig`` is about results that would be checked."""
    items = judged.function.items
    if "preserve_sig" not in items:
        return
    at = items["preserve_sig"].name_span
    if not is_hresult(judged.function.function.result):
        spelling = judged.function.function.result.spell()
        message = f"'preserve_sig' is for an HRESULT, which is checked otherwise, and this is '{spelling}'"
        yield finding("E0228", message, at, notes=("help: drop it: other results are handed out anyway",))
    elif "success" in items:
        yield finding(
            "E0404",
            "'preserve_sig' and 'success' contradict each other: the result is handed out, or it is checked",
            at,
            also=(Label(items["success"].name_span),),
        )


FUNCTION_RULES: tuple[FunctionRule, ...] = (
    failure_condition,
    hidden_name,
    one_retval,
    reserved_parameters,
    distinct_arguments,
    known_names,
    readable_pointers,
    message_is_text,
    unnecessary_words,
    preserved_results,
)
