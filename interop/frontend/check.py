"""Run the rules over what was resolved. Each rule is a function that yields findings; the tables are the order."""

from __future__ import annotations

from collections.abc import Iterator

from interop.diag.report import Diagnostic, Report
from interop.frontend.judging import Around, FieldRule, Judged, JudgedRecord, SiteRule, ValueRule, element_site
from interop.frontend.resolve import Resolved
from interop.frontend.rules_callbacks import CALLBACK_FIELD_RULES, CALLBACK_RULES, CALLBACK_SITE_RULES
from interop.frontend.rules_direction import DIRECTION_RULES
from interop.frontend.rules_expressions import known_names, message_is_text, readable_pointers
from interop.frontend.rules_extents import EXTENT_RULES, extent_levels, size_parameter, whole_numbers
from interop.frontend.rules_fields import FIELD_CONTENT_RULES, FIELD_SHAPE_RULES
from interop.frontend.rules_functions import (
    FUNCTION_RULES,
    distinct_arguments,
    failure_condition,
    preserved_results,
    reserved_parameters,
)
from interop.frontend.rules_handles import HANDLE_MODULE_RULES, HANDLE_RULES
from interop.frontend.rules_memory import MEMORY_RULES, elements, owned_memory
from interop.frontend.rules_module import MODULE_RULES
from interop.frontend.rules_records import RECORD_RULES
from interop.frontend.rules_shape import SHAPE_RULES, attribute_needs_pointer, contradiction, string_target
from interop.frontend.rules_text import TEXT_RULES, encoding_of_text, string_ended_once
from interop.frontend.rules_unannotated import unannotated_parameter, unannotated_result
from interop.frontend.rules_varargs import VARARGS_FUNCTION_RULES, VARARGS_MODULE_RULES, VARARGS_SITE_RULES
from interop.frontend.sites import FieldSite, RecordSite, Site
from interop.model.library import Field, Record

CONTENT_RULES: tuple[SiteRule, ...] = (
    *DIRECTION_RULES,
    *TEXT_RULES,
    *EXTENT_RULES,
    *MEMORY_RULES,
    *VARARGS_SITE_RULES,
    *HANDLE_RULES,
    *CALLBACK_SITE_RULES,
    unannotated_parameter,
    unannotated_result,
)
"""What the attributes mean, asked only where they fit the type."""
ELEMENT_RULES: tuple[ValueRule, ...] = (
    contradiction,
    attribute_needs_pointer,
    string_target,
    encoding_of_text,
    owned_memory,
)
"""Those that also judge what ``element(...)`` says."""
SHAPE_OF_FIELDS: tuple[FieldRule, ...] = (contradiction, *FIELD_SHAPE_RULES, string_target)
CONTENT_OF_FIELDS: tuple[FieldRule, ...] = (
    string_ended_once,
    encoding_of_text,
    extent_levels,
    size_parameter,
    whole_numbers,
    owned_memory,
    elements,
    *CALLBACK_FIELD_RULES,
    *FIELD_CONTENT_RULES,
)
"""The same for fields, in two steps as well."""


def check(resolved: Resolved, report: Report) -> None:
    """Judge a library. Values with a fault in their brackets are left alone: what they lack, that fault explains."""
    for module_rule in (*MODULE_RULES, *VARARGS_MODULE_RULES, *HANDLE_MODULE_RULES):
        _collect(module_rule(resolved), report)
    for function in resolved.functions:
        judged = Judged(resolved, function)
        sites = (*function.parameters, function.result)
        for site in sites:
            if site.is_sound:
                check_site(site, judged, report)
        if function.is_sound and all(site.is_sound for site in sites):
            for function_rule in (*FUNCTION_RULES, *VARARGS_FUNCTION_RULES):
                _collect(function_rule(judged), report)

    for callback in resolved.callbacks:
        judged = Judged(resolved, callback, is_callback=True)
        sites = (*callback.parameters, callback.result)
        for site in sites:
            if site.is_sound:
                check_site(site, judged, report)
        if callback.is_sound:
            for callback_rule in (
                *CALLBACK_RULES,
                failure_condition,
                reserved_parameters,
                distinct_arguments,
                known_names,
                readable_pointers,
                message_is_text,
                preserved_results,
            ):
                _collect(callback_rule(judged), report)
    for record in resolved.records:
        check_record(record, resolved, report)


def check_record(record: RecordSite, resolved: Resolved, report: Report) -> None:
    """Judge a record's fields, then the record."""
    judged = JudgedRecord(resolved, record, tuple(_visible(record.record, resolved)))
    for site in record.fields:
        if not site.is_sound or _ask_field(SHAPE_OF_FIELDS, site, judged, report):
            continue
        _ask_field(CONTENT_OF_FIELDS, site, judged, report)
        inner = element_site(site)
        if inner is not None:
            _ask_values(ELEMENT_RULES, inner, judged, report)
    for record_rule in RECORD_RULES:
        _collect(record_rule(judged), report)


def _visible(record: Record, resolved: Resolved) -> Iterator[Field]:
    """The fields that expressions in a record may name: those of the record that an anonymous one belongs to."""
    library = resolved.library
    for outer in library.records if record.is_nested else ():
        if any(not f.name and f.bits is None and library.record(f.type) is record for f in outer.fields or ()):
            yield from _visible(outer, resolved)
            return
    yield from library.flat_fields(record)


def check_site(site: Site, judged: Judged, report: Report) -> None:
    """Judge one parameter or result; what its content means is asked only when its attributes fit its type."""
    if _ask(SHAPE_RULES, site, judged, report):
        return
    _ask(CONTENT_RULES, site, judged, report)
    inner = element_site(site)
    if inner is not None:
        _ask_values(ELEMENT_RULES, inner, judged, report)


def _ask(rules: tuple[SiteRule, ...], site: Site, judged: Judged, report: Report) -> bool:
    """Whether any of the rules found an error."""
    fatal = [_collect(rule(site, judged), report) for rule in rules]
    return any(fatal)


def _ask_field(rules: tuple[FieldRule, ...], site: FieldSite, judged: JudgedRecord, report: Report) -> bool:
    """Whether any of the rules found an error."""
    fatal = [_collect(rule(site, judged), report) for rule in rules]
    return any(fatal)


def _ask_values(rules: tuple[ValueRule, ...], site: Site, judged: Around, report: Report) -> None:
    for rule in rules:
        _collect(rule(site, judged), report)


def _collect(findings: Iterator[Diagnostic], report: Report) -> bool:
    found = list(findings)
    for diagnostic in found:
        report.add(diagnostic)
    return any(diagnostic.severity.is_fatal for diagnostic in found)
