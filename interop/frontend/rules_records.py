"""Rules for records as a whole: the names in their expressions, the cases of their unions, what Python calls fields."""

from __future__ import annotations

from collections.abc import Iterator

from interop.diag.codes import finding
from interop.diag.report import Diagnostic, Label
from interop.diag.span import Span
from interop.frontend.judging import JudgedRecord, RecordRule
from interop.frontend.resolve import Resolved
from interop.frontend.rules_expressions import names_in_contract, unknown_names
from interop.frontend.sites import FieldSite, RecordSite
from interop.model.ctype import RecordRef, strip
from interop.model.library import Record


def known_field_names(judged: JudgedRecord) -> Iterator[Diagnostic]:
    for site in judged.record.fields:
        if not site.is_sound:
            continue
        for expr, _ in names_in_contract(site.contract):
            yield from unknown_names(expr, judged)
        if site.field.switch is not None:
            yield from unknown_names(site.field.switch, judged)


def rest_of_fields(judged: JudgedRecord) -> Iterator[Diagnostic]:
    rest = judged.record.rest
    if rest is not None and not judged.resolved.library.binding.headers:
        yield finding(
            "E0254",
            f"nothing says which further fields '{judged.title}' has",
            rest,
            notes=('help: declare all of them, or name the header that does in header("...")',),
        )


def attribute_names(judged: JudgedRecord) -> Iterator[Diagnostic]:
    """Fields are attributes of a Python class, which has some of its own."""
    places: dict[str, Span] = {}
    for site in judged.record.fields:
        name = site.field.py_name
        if not site.name:
            continue
        if name == "array" or name.startswith("_interop") or (name.startswith("__") and name.endswith("__")):
            yield finding(
                "E0306",
                f"{site.title} would be called '{name}' in Python, which every record defines itself",
                site.origin,
                notes=("help: write [name(other_name)] in front of it",),
            )
        first = places.setdefault(name, site.origin)
        if first is not site.origin:
            yield finding(
                "E0306",
                f"two fields of '{judged.title}' would be called '{name}' in Python",
                site.origin,
                also=(Label(first, "the first one is here"),),
                notes=("help: write [name(other_name)] in front of one of them",),
            )


def cases_of_members(judged: JudgedRecord) -> Iterator[Diagnostic]:
    """Cases stand on the members of a union, and no two of them are live for one value."""
    first_of: dict[int | None, FieldSite] = {}
    for site in judged.record.fields:
        attribute = site.items.get("case") or site.items.get("default")
        if attribute is None:
            continue
        if not judged.record.record.is_union:
            yield finding(
                "E0252",
                f"'{attribute.name}' is for members of a union, and '{judged.title}' is a struct",
                attribute.name_span,
            )
            continue
        if "case" in site.items and "default" in site.items:
            yield finding(
                "E0404",
                "'case' and 'default' contradict each other: the default is live where no case is",
                site.items["default"].name_span,
                also=(Label(site.items["case"].name_span),),
            )
        for value in (*site.values, *((None,) if site.field.is_default else ())):
            first = first_of.setdefault(value, site)
            if first is not site or site.values.count(value or 0) > 1 > (value is None):
                what = "two members are the default" if value is None else f"case {value} is said twice"
                also = (Label(first.origin, "first said here"),) if first is not site else ()
                yield finding("E0252", what, site.span("default" if value is None else "case"), also=also)


def switched_members(judged: JudgedRecord) -> Iterator[Diagnostic]:
    """Each member of a union that is switched has a case; a union with cases is switched wherever it is a field."""
    for site in judged.record.fields:
        base = strip(site.type)
        union = _site_of(base, judged.resolved) if isinstance(base, RecordRef) and base.is_union else None
        if union is None or not site.is_sound:
            continue
        if site.field.switch is None:
            if _has_cases(union.record):
                yield finding(
                    "E0253",
                    f"nothing says which member of {_titled(site)} is live",
                    site.origin,
                    "its members have cases",
                    notes=("help: write [switch_is(tag)] in front of it, where tag is a field beside it",),
                )
            continue
        for member in union.fields:
            if member.is_sound and not (member.field.cases or member.field.is_default) and _is_named(member, judged):
                yield finding(
                    "E0252",
                    f"{member.title} has no case",
                    member.origin,
                    also=(Label(site.span("switch_is"), "which member is live is decided here"),),
                    notes=("help: write [case(value)] or [default] in front of it",),
                )


def _titled(site: FieldSite) -> str:
    return site.title if site.name else "this union"


def _is_named(member: FieldSite, judged: JudgedRecord) -> bool:
    """Whether there is anything to read: padding has no case."""
    return bool(member.name) or isinstance(strip(member.type), RecordRef)


def _site_of(base: RecordRef, resolved: Resolved) -> RecordSite | None:
    return next((site for site in resolved.records if site.record.spelling == base.spelling), None)


def _has_cases(record: Record) -> bool:
    return any(member.cases or member.is_default for member in record.fields or ())


def cases_without_switch(judged: JudgedRecord) -> Iterator[Diagnostic]:
    """A union of its own that no field holds: its cases mean nothing."""
    record = judged.record.record
    if not record.is_union or record.is_nested or record.imported or not _has_cases(record):
        return
    held = (strip(site.type) for other in judged.resolved.records for site in other.fields)
    if not any(isinstance(base, RecordRef) and base.spelling == record.spelling for base in held):
        first = next(site for site in judged.record.fields if site.field.cases or site.field.is_default)
        yield finding(
            "E0253",
            f"no field is a '{judged.title}', so nothing says which of its members is live",
            first.span("case", "default"),
            notes=("help: cases are for a union that is a field of a struct, with [switch_is(tag)] in front of it",),
        )


def variants(judged: JudgedRecord) -> Iterator[Diagnostic]:
    record = judged.record.record
    if not record.is_variant or record.imported:
        return
    switched = [site for site in judged.record.fields if site.field.switch is not None]
    if len(switched) != 1:
        yield finding(
            "E0255",
            f"'{judged.title}' has {'no union' if not switched else 'several unions'} with switch_is",
            judged.record.items["variant"].span,
            notes=("help: a variant is a struct with a tag, and a union of which the tag says what is live",),
        )


RECORD_RULES: tuple[RecordRule, ...] = (
    known_field_names,
    rest_of_fields,
    attribute_names,
    cases_of_members,
    switched_members,
    cases_without_switch,
    variants,
)
