"""The rules."""

from __future__ import annotations

from interop.diag.report import Report
from interop.frontend.resolve import Resolved


def check(resolved: Resolved, report: Report) -> None:
    """Judge."""
