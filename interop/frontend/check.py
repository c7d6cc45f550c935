"""Run the rules over what was resolved. Each rule is a function that yields findings; the tables are the order."""

from __future__ import annotations

from collections.abc import Iterator

from interop.diag.report import Diagnostic, Report
from interop.frontend.judging import Judged, SiteRule, element_site
from interop.frontend.resolve import Resolved
from interop.frontend.rules_functions import FUNCTION_RULES
from interop.frontend.rules_module import MODULE_RULES
from interop.frontend.rules_unannotated import unannotated_parameter, unannotated_result
from interop.frontend.rules_values import CONTENT_RULES, ELEMENT_RULES, POINTER_RULES
from interop.frontend.sites import Site


def check(resolved: Resolved, report: Report) -> None:
    """Judge a library. Values with a fault in their brackets are left alone: what they lack, that fault explains."""
    for module_rule in MODULE_RULES:
        _collect(module_rule(resolved), report)
    for function in resolved.functions:
        judged = Judged(resolved, function)
        sites = (*function.parameters, function.result)
        for site in sites:
            if site.is_sound:
                check_site(site, judged, report)
        if function.is_sound and all(site.is_sound for site in sites):
            for function_rule in FUNCTION_RULES:
                _collect(function_rule(judged), report)


def check_site(site: Site, judged: Judged, report: Report) -> None:
    """Judge one parameter or result; what its content means is asked only when its attributes fit its type."""
    if _ask(POINTER_RULES, site, judged, report):
        return
    _ask(CONTENT_RULES, site, judged, report)
    elements = element_site(site)
    if elements is not None:
        _ask(ELEMENT_RULES, elements, judged, report)
    _ask((unannotated_parameter, unannotated_result), site, judged, report)


def _ask(rules: tuple[SiteRule, ...], site: Site, judged: Judged, report: Report) -> bool:
    """Whether any of the rules found an error."""
    fatal = [_collect(rule(site, judged), report) for rule in rules]
    return any(fatal)


def _collect(findings: Iterator[Diagnostic], report: Report) -> bool:
    found = list(findings)
    for diagnostic in found:
        report.add(diagnostic)
    return any(diagnostic.severity.is_fatal for diagnostic in found)
