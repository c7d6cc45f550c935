"""Run the rules over what was resolved. Each rule is a function that yields findings; the tables are the order."""

from __future__ import annotations

from collections.abc import Iterator

from interop.diag.report import Diagnostic, Report
from interop.frontend.judging import Judged, SiteRule, element_site
from interop.frontend.resolve import Resolved
from interop.frontend.rules_direction import DIRECTION_RULES
from interop.frontend.rules_extents import EXTENT_RULES
from interop.frontend.rules_functions import FUNCTION_RULES
from interop.frontend.rules_memory import MEMORY_RULES, owned_memory
from interop.frontend.rules_module import MODULE_RULES
from interop.frontend.rules_shape import SHAPE_RULES, attribute_needs_pointer, contradiction, string_target
from interop.frontend.rules_text import TEXT_RULES, encoding_of_text
from interop.frontend.rules_unannotated import unannotated_parameter, unannotated_result
from interop.frontend.rules_varargs import VARARGS_FUNCTION_RULES, VARARGS_MODULE_RULES, VARARGS_SITE_RULES
from interop.frontend.sites import Site

CONTENT_RULES: tuple[SiteRule, ...] = (
    *DIRECTION_RULES,
    *TEXT_RULES,
    *EXTENT_RULES,
    *MEMORY_RULES,
    *VARARGS_SITE_RULES,
    unannotated_parameter,
    unannotated_result,
)
"""What the attributes mean, asked only where they fit the type."""
ELEMENT_RULES: tuple[SiteRule, ...] = (
    contradiction,
    attribute_needs_pointer,
    string_target,
    encoding_of_text,
    owned_memory,
)
"""Those that also judge what ``element(...)`` says."""


def check(resolved: Resolved, report: Report) -> None:
    """Judge a library. Values with a fault in their brackets are left alone: what they lack, that fault explains."""
    for module_rule in (*MODULE_RULES, *VARARGS_MODULE_RULES):
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


def check_site(site: Site, judged: Judged, report: Report) -> None:
    """Judge one parameter or result; what its content means is asked only when its attributes fit its type."""
    if _ask(SHAPE_RULES, site, judged, report):
        return
    _ask(CONTENT_RULES, site, judged, report)
    elements = element_site(site)
    if elements is not None:
        _ask(ELEMENT_RULES, elements, judged, report)


def _ask(rules: tuple[SiteRule, ...], site: Site, judged: Judged, report: Report) -> bool:
    """Whether any of the rules found an error."""
    fatal = [_collect(rule(site, judged), report) for rule in rules]
    return any(fatal)


def _collect(findings: Iterator[Diagnostic], report: Report) -> bool:
    found = list(findings)
    for diagnostic in found:
        report.add(diagnostic)
    return any(diagnostic.severity.is_fatal for diagnostic in found)
