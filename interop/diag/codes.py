"""The catalogue of diagnostic codes: what each one means, and a tiny declaration that triggers it."""

from __future__ import annotations

from interop.diag.report import Diagnostic, Label, Severity
from interop.diag.span import Span


def severity(code: str) -> Severity:
    """The verdict that a code's letter and range stand for."""
    if code.startswith("E06"):
        return Severity.UNSUPPORTED
    if code.startswith("W01"):
        return Severity.UNNECESSARY
    if code.startswith("W"):
        return Severity.DISCOURAGED
    if code.startswith("N"):
        return Severity.UNANNOTATED
    return Severity.ERROR


def finding(
    code: str, message: str, at: Span, label: str = "", *, also: tuple[Label, ...] = (), notes: tuple[str, ...] = ()
) -> Diagnostic:
    """A diagnostic whose severity follows from its code."""
    return Diagnostic(code, severity(code), message, Label(at, label), also, notes)
