"""Read and plan a ``.cdef`` file: everything that is done with one before, or without, running a compiler."""

from __future__ import annotations

from dataclasses import dataclass

from interop.build.marshallers import look_up
from interop.diag.report import Report, Severity
from interop.frontend.load import load
from interop.model.contract import Force
from interop.model.library import Library
from interop.plan.guards import guarded
from interop.plan.library import LibraryPlan
from interop.plan.planner import plan_library


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was understood of one file. ``library`` and ``plan`` are None where the report says why."""

    library: Library | None
    plan: LibraryPlan | None
    report: Report


def analyse(path: str, force: Force | None = None, checked: bool = False) -> Analysis:
    """Read, check and plan the file at ``path``; a fatal finding ends it after the pass that found it."""
    library, report = load(path)
    if library is None or report.has_errors:
        return Analysis(library, None, report)
    plan, planned = plan_library(library, force, look_up)
    report.extend(planned)
    if checked:
        plan = guarded(plan)
    return Analysis(library, None if report.has_errors else plan, report)


def refuses(report: Report, strict: bool) -> bool:
    """Whether nothing may be built: there are faults, or, if ``strict``, pointers that nobody annotated."""
    return report.has_errors or (strict and count_unannotated(report) > 0)


def count_unannotated(report: Report) -> int:
    """How many pointers are passed raw because nobody said what they mean."""
    return sum(diagnostic.severity is Severity.UNANNOTATED for diagnostic in report.diagnostics)
